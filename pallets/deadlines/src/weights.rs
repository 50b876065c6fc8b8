//! Weights of `pallet_deadlines`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_deadlines` cost.
pub trait WeightInfo {
	/// Cost of `on_timestamp_set`.
	fn on_timestamp_set() -> Weight;
	/// Cost of `schedule`.
	fn schedule() -> Weight;
	/// Cost of `poll`.
	fn poll() -> Weight;
	/// Cost of `pass`.
	fn pass() -> Weight;
	/// Cost of `take`.
	fn take() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `TxPause::PausedCalls` (r:1 w:0)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(532), added: 3007, mode: `MaxEncodedLen`)
	fn on_timestamp_set() -> Weight {
		// Shortest run: 6_710 ns.
		Weight::from_parts(12_288_000, 3997)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn schedule() -> Weight {
		// Shortest run: 14_070 ns.
		Weight::from_parts(23_205_000, 3494)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Deadlines::Lengths` (r:2 w:0)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Shortest run: 15_413 ns.
		Weight::from_parts(18_668_000, 5998)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Deadlines::Lengths` (r:1 w:0)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn pass() -> Weight {
		// Shortest run: 3_225 ns.
		Weight::from_parts(3_866_000, 3494)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Deadlines::Tasks` (r:1 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:0 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn take() -> Weight {
		// Shortest run: 15_192 ns.
		Weight::from_parts(16_835_000, 3567)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn on_timestamp_set() -> Weight {
		Weight::from_parts(12_288_000, 3997)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn schedule() -> Weight {
		Weight::from_parts(23_205_000, 3494)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn poll() -> Weight {
		Weight::from_parts(18_668_000, 5998)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn pass() -> Weight {
		Weight::from_parts(3_866_000, 3494)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn take() -> Weight {
		Weight::from_parts(16_835_000, 3567)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
}
