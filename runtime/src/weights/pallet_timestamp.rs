//! Weights of `pallet_timestamp` in this runtime, written by `scripts/weights.sh` on 2026-11-20. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, dead_code, unused_imports, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls and hooks of `pallet_timestamp` cost.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_timestamp::WeightInfo for WeightInfo<T> {
	/// Storage: `ChainSettings::SlotDuration` (r:1 w:0)
	/// Proof: `ChainSettings::SlotDuration` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set() -> Weight {
		// Shortest run: 4_677 ns.
		Weight::from_parts(5_008_000, 1493)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	fn on_finalize() -> Weight {
		// Shortest run: 591 ns.
		Weight::from_parts(681_000, 0)
	}
}
