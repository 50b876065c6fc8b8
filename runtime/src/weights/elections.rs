//! Weights of `elections` in this runtime, written by `scripts/weights.sh` on 2026-11-25. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, dead_code, unused_imports, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls and hooks of `elections` cost.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo<T> {
	pub fn elect() -> Weight {
		Weight::from_parts(500_000_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_003))
	}
}
