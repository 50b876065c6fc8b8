//! Weights of `elections` in this runtime. To be written by `scripts/weights.sh elections`.
//!
//! Until then: the longest time of the solver alone, measured in Wasm on an AMD EPYC, and what it
//! reads, counted by hand.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, dead_code, unused_imports, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls and hooks of `elections` cost.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo<T> {
	pub fn elect() -> Weight {
		Weight::from_parts(430_000_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_003))
	}
}
