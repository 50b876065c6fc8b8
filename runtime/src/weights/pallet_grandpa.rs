//! Weights of `pallet_grandpa` in this runtime, written by `scripts/weights.sh` on 2026-11-20. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, dead_code, unused_imports, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls and hooks of `pallet_grandpa` cost.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo<T> {
	/// `x` is in `[0, 1]`.
	pub fn check_equivocation_proof(x: u32, ) -> Weight {
		// Shortest run: 62_303 ns.
		Weight::from_parts(64_861_493, 0)
	}
	/// Storage: `Grandpa::Stalled` (r:0 w:1)
	/// Proof: `Grandpa::Stalled` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	pub fn note_stalled() -> Weight {
		// Shortest run: 1_633 ns.
		Weight::from_parts(1_823_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
