//! Weights of `pallet_voting_power`: ESTIMATES, to be replaced by `scripts/weights.sh`.
//!
//! Nobody has measured these. Reads and writes are counted by hand, times are guessed from those of
//! similar pallets. Times are in picoseconds; the cost of storage comes from the runtime's
//! `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_voting_power` cost.
pub trait WeightInfo {
	/// Cost of `change_balance`: a change that keeps no point.
	fn change_balance() -> Weight;
	/// Cost of `change_balance_with_point`: a change that keeps a point in a full history.
	fn change_balance_with_point() -> Weight;
	/// Cost of `power`, where `p` is in `[0, 512]`.
	fn power(p: u32, ) -> Weight;
	/// Cost of `delegate`.
	fn delegate() -> Weight;
	/// Cost of `undelegate`.
	fn undelegate() -> Weight;
	/// Cost of `unfreeze`.
	fn unfreeze() -> Weight;
	/// Cost of `open_poll`.
	fn open_poll() -> Weight;
	/// Cost of `close_poll`.
	fn close_poll() -> Weight;
	/// Cost of `count`.
	fn count() -> Weight;
	/// Cost of `count_delegated`.
	fn count_delegated() -> Weight;
	/// Cost of what `on_poll` always does.
	fn upkeep() -> Weight;
	/// Cost of a visit of a full history in `on_poll`.
	fn visit() -> Weight;
	/// Cost of clearing an account from a poll that has ended in `on_poll`.
	fn clear_count() -> Weight;
	/// Cost of a step of the migration.
	fn translate_account() -> Weight;
}

/// Estimated weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn change_balance() -> Weight {
		Weight::from_parts(12_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn change_balance_with_point() -> Weight {
		Weight::from_parts(30_000_000, 25000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn power(p: u32, ) -> Weight {
		Weight::from_parts(9_000_000, 3593)
			.saturating_add(Weight::from_parts(20_000, 40).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	fn delegate() -> Weight {
		Weight::from_parts(22_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(14_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn unfreeze() -> Weight {
		Weight::from_parts(60_000_000, 170000)
			.saturating_add(T::DbWeight::get().reads(69))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn open_poll() -> Weight {
		Weight::from_parts(20_000_000, 15000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn close_poll() -> Weight {
		Weight::from_parts(10_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn count() -> Weight {
		Weight::from_parts(90_000_000, 200000)
			.saturating_add(T::DbWeight::get().reads(75))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn count_delegated() -> Weight {
		Weight::from_parts(95_000_000, 200000)
			.saturating_add(T::DbWeight::get().reads(77))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(5_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(3))
	}
	fn visit() -> Weight {
		Weight::from_parts(30_000_000, 25000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn clear_count() -> Weight {
		Weight::from_parts(65_000_000, 170000)
			.saturating_add(T::DbWeight::get().reads(71))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn translate_account() -> Weight {
		Weight::from_parts(12_000_000, 2700)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Estimated weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn change_balance() -> Weight {
		Weight::from_parts(12_000_000, 6000)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn change_balance_with_point() -> Weight {
		Weight::from_parts(30_000_000, 25000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn power(p: u32, ) -> Weight {
		Weight::from_parts(9_000_000, 3593)
			.saturating_add(Weight::from_parts(20_000, 40).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn delegate() -> Weight {
		Weight::from_parts(22_000_000, 6000)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(14_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn unfreeze() -> Weight {
		Weight::from_parts(60_000_000, 170000)
			.saturating_add(ParityDbWeight::get().reads(69))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn open_poll() -> Weight {
		Weight::from_parts(20_000_000, 15000)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn close_poll() -> Weight {
		Weight::from_parts(10_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn count() -> Weight {
		Weight::from_parts(90_000_000, 200000)
			.saturating_add(ParityDbWeight::get().reads(75))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn count_delegated() -> Weight {
		Weight::from_parts(95_000_000, 200000)
			.saturating_add(ParityDbWeight::get().reads(77))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(5_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(3))
	}
	fn visit() -> Weight {
		Weight::from_parts(30_000_000, 25000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn clear_count() -> Weight {
		Weight::from_parts(65_000_000, 170000)
			.saturating_add(ParityDbWeight::get().reads(71))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn translate_account() -> Weight {
		Weight::from_parts(12_000_000, 2700)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
