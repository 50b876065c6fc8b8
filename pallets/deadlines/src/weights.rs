//! Weights of `pallet_deadlines`, written by `scripts/weights.sh` on 2026-11-26. Do not edit.
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
	/// Storage: `Deadlines::Last` (r:1 w:1)
	/// Proof: `Deadlines::Last` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Stopped` (r:1 w:0)
	/// Proof: `Deadlines::Stopped` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MultiBlockMigrations::Cursor` (r:1 w:0)
	/// Proof: `MultiBlockMigrations::Cursor` (`max_values`: Some(1), `max_size`: Some(65550), added: 66045, mode: `MaxEncodedLen`)
	/// Storage: `SafeMode::EnteredUntil` (r:1 w:0)
	/// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TxPause::PausedCalls` (r:1 w:0)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(532), added: 3007, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:1)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn on_timestamp_set() -> Weight {
		// Shortest run: 17_913 ns.
		Weight::from_parts(20_939_000, 67035)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Deadlines::Queues` (r:1 w:1)
	/// Proof: `Deadlines::Queues` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Last` (r:1 w:0)
	/// Proof: `Deadlines::Last` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	fn schedule() -> Weight {
		// Shortest run: 21_520 ns.
		Weight::from_parts(23_093_000, 3494)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Deadlines::Queues` (r:2 w:2)
	/// Proof: `Deadlines::Queues` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:2 w:0)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Last` (r:1 w:0)
	/// Proof: `Deadlines::Last` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Shortest run: 27_231 ns.
		Weight::from_parts(48_420_000, 5998)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Deadlines::Lengths` (r:1 w:0)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn pass() -> Weight {
		// Shortest run: 4_118 ns.
		Weight::from_parts(4_729_000, 3494)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Deadlines::Tasks` (r:1 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:0 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn take() -> Weight {
		// Shortest run: 18_695 ns.
		Weight::from_parts(20_338_000, 3516)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn on_timestamp_set() -> Weight {
		Weight::from_parts(20_939_000, 67035)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn schedule() -> Weight {
		Weight::from_parts(23_093_000, 3494)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn poll() -> Weight {
		Weight::from_parts(48_420_000, 5998)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn pass() -> Weight {
		Weight::from_parts(4_729_000, 3494)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn take() -> Weight {
		Weight::from_parts(20_338_000, 3516)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
}
