//! Weights of `pallet_deadlines`. ESTIMATED by hand, not measured: `scripts/weights.sh` has to replace them as
//! soon as the runtime has the pallet.

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

/// Weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Deadlines::Last` (r:1 w:1)
	/// Storage: `Deadlines::Stopped` (r:1 w:1)
	/// Storage: what `Halted` reads (r:3 w:0)
	/// Storage: `Deadlines::Active` (r:1 w:1)
	fn on_timestamp_set() -> Weight {
		Weight::from_parts(12_000_000, 3000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Deadlines::Queues` (r:1 w:1)
	/// Storage: `Deadlines::Last` (r:1 w:0)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	fn schedule() -> Weight {
		Weight::from_parts(14_000_000, 5100)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Deadlines::Queues` (r:2 w:2)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Storage: `Deadlines::Last` (r:1 w:0)
	fn poll() -> Weight {
		Weight::from_parts(16_000_000, 5100)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Deadlines::Lengths` (r:1 w:0)
	fn pass() -> Weight {
		Weight::from_parts(3_000_000, 2600)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Deadlines::Tasks` (r:1 w:1)
	/// Storage: `Deadlines::Lengths` (r:0 w:1)
	fn take() -> Weight {
		Weight::from_parts(14_000_000, 5200)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}

/// Weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn on_timestamp_set() -> Weight {
		Weight::from_parts(12_000_000, 3000)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn schedule() -> Weight {
		Weight::from_parts(14_000_000, 5100)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn poll() -> Weight {
		Weight::from_parts(16_000_000, 5100)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn pass() -> Weight {
		Weight::from_parts(3_000_000, 2600)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn take() -> Weight {
		Weight::from_parts(14_000_000, 5200)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
}
