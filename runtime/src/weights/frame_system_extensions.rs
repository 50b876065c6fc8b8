//! Weights of `frame_system_extensions` in this runtime, written by `scripts/weights.sh` on 2026-11-20. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, dead_code, unused_imports, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls and hooks of `frame_system_extensions` cost.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Shortest run: 1_473 ns.
		Weight::from_parts(1_653_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Shortest run: 3_064 ns.
		Weight::from_parts(3_315_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Shortest run: 3_045 ns.
		Weight::from_parts(3_315_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Shortest run: 441 ns.
		Weight::from_parts(531_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Shortest run: 6_179 ns.
		Weight::from_parts(6_569_000, 3641)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn check_spec_version() -> Weight {
		// Shortest run: 350 ns.
		Weight::from_parts(420_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Shortest run: 350 ns.
		Weight::from_parts(421_000, 0)
	}
	fn check_weight() -> Weight {
		// Shortest run: 2_814 ns.
		Weight::from_parts(3_105_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Shortest run: 1_593 ns.
		Weight::from_parts(1_762_000, 0)
	}
}
