//! Weights of `pallet_gpu_staking`. ESTIMATED by hand, not measured: `scripts/weights.sh` has to replace them as
//! soon as the runtime has the pallet.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls, the task and the trait functions of `pallet_gpu_staking` cost.
pub trait WeightInfo {
	/// Cost of `create_pool`.
	fn create_pool() -> Weight;
	/// Cost of `update_pool`.
	fn update_pool() -> Weight;
	/// Cost of `close_pool`.
	fn close_pool() -> Weight;
	/// Cost of `fund`.
	fn fund() -> Weight;
	/// Cost of `fund_from`.
	fn fund_from() -> Weight;
	/// Cost of `take_back`.
	fn take_back() -> Weight;
	/// Cost of `stake`.
	fn stake() -> Weight;
	/// Cost of `add`.
	fn add() -> Weight;
	/// Cost of `relock`.
	fn relock() -> Weight;
	/// Cost of `unstake`.
	fn unstake() -> Weight;
	/// Cost of `withdraw_unbonded`.
	fn withdraw_unbonded() -> Weight;
	/// Cost of `claim`.
	fn claim() -> Weight;
	/// Cost of `refresh`.
	fn refresh() -> Weight;
	/// Cost of `allocate`.
	fn allocate() -> Weight;
	/// Cost of `release`.
	fn release() -> Weight;
	/// Cost of `unearmark`.
	fn unearmark() -> Weight;
	/// Cost of `slash`.
	fn slash() -> Weight;
	/// Cost of `slash_fraud`.
	fn slash_fraud() -> Weight;
	/// Cost of `slash_audit`.
	fn slash_audit() -> Weight;
	/// Cost of `fee_paid`.
	fn fee_paid() -> Weight;
	/// Cost of `score_changed`.
	fn score_changed() -> Weight;
	/// Cost of `end_lock`.
	fn end_lock() -> Weight;
	/// Cost of `stale_lock`.
	fn stale_lock() -> Weight;
	/// Cost of `keep_lock`.
	fn keep_lock() -> Weight;
}

/// Estimated weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn create_pool() -> Weight {
		Weight::from_parts(24_000_000, 4100)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn update_pool() -> Weight {
		Weight::from_parts(20_000_000, 4100)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn close_pool() -> Weight {
		Weight::from_parts(18_000_000, 4100)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn fund() -> Weight {
		Weight::from_parts(62_000_000, 9300)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn fund_from() -> Weight {
		Weight::from_parts(62_000_000, 9300)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn take_back() -> Weight {
		Weight::from_parts(56_000_000, 9300)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn stake() -> Weight {
		Weight::from_parts(98_000_000, 27500)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	fn add() -> Weight {
		Weight::from_parts(84_000_000, 19700)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn relock() -> Weight {
		Weight::from_parts(52_000_000, 17100)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn unstake() -> Weight {
		Weight::from_parts(74_000_000, 22300)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn withdraw_unbonded() -> Weight {
		Weight::from_parts(62_000_000, 9300)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn claim() -> Weight {
		Weight::from_parts(74_000_000, 14500)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn refresh() -> Weight {
		Weight::from_parts(96_000_000, 56100)
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(18))
	}
	fn allocate() -> Weight {
		Weight::from_parts(34_000_000, 9300)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn release() -> Weight {
		Weight::from_parts(34_000_000, 9300)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn unearmark() -> Weight {
		Weight::from_parts(14_000_000, 4100)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn slash() -> Weight {
		Weight::from_parts(98_000_000, 22300)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn slash_fraud() -> Weight {
		Weight::from_parts(112_000_000, 27500)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn slash_audit() -> Weight {
		Weight::from_parts(98_000_000, 24900)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn fee_paid() -> Weight {
		Weight::from_parts(22_000_000, 4100)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn score_changed() -> Weight {
		Weight::from_parts(210_000_000, 134100)
			.saturating_add(T::DbWeight::get().reads(51))
			.saturating_add(T::DbWeight::get().writes(32))
	}
	fn end_lock() -> Weight {
		Weight::from_parts(46_000_000, 14500)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn stale_lock() -> Weight {
		Weight::from_parts(8_000_000, 4100)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	fn keep_lock() -> Weight {
		Weight::from_parts(36_000_000, 9300)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}

/// Estimated weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn create_pool() -> Weight {
		Weight::from_parts(24_000_000, 4100)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn update_pool() -> Weight {
		Weight::from_parts(20_000_000, 4100)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn close_pool() -> Weight {
		Weight::from_parts(18_000_000, 4100)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn fund() -> Weight {
		Weight::from_parts(62_000_000, 9300)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn fund_from() -> Weight {
		Weight::from_parts(62_000_000, 9300)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn take_back() -> Weight {
		Weight::from_parts(56_000_000, 9300)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn stake() -> Weight {
		Weight::from_parts(98_000_000, 27500)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn add() -> Weight {
		Weight::from_parts(84_000_000, 19700)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn relock() -> Weight {
		Weight::from_parts(52_000_000, 17100)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn unstake() -> Weight {
		Weight::from_parts(74_000_000, 22300)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn withdraw_unbonded() -> Weight {
		Weight::from_parts(62_000_000, 9300)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn claim() -> Weight {
		Weight::from_parts(74_000_000, 14500)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn refresh() -> Weight {
		Weight::from_parts(96_000_000, 56100)
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().writes(18))
	}
	fn allocate() -> Weight {
		Weight::from_parts(34_000_000, 9300)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn release() -> Weight {
		Weight::from_parts(34_000_000, 9300)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn unearmark() -> Weight {
		Weight::from_parts(14_000_000, 4100)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn slash() -> Weight {
		Weight::from_parts(98_000_000, 22300)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn slash_fraud() -> Weight {
		Weight::from_parts(112_000_000, 27500)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn slash_audit() -> Weight {
		Weight::from_parts(98_000_000, 24900)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn fee_paid() -> Weight {
		Weight::from_parts(22_000_000, 4100)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn score_changed() -> Weight {
		Weight::from_parts(210_000_000, 134100)
			.saturating_add(ParityDbWeight::get().reads(51))
			.saturating_add(ParityDbWeight::get().writes(32))
	}
	fn end_lock() -> Weight {
		Weight::from_parts(46_000_000, 14500)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn stale_lock() -> Weight {
		Weight::from_parts(8_000_000, 4100)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn keep_lock() -> Weight {
		Weight::from_parts(36_000_000, 9300)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
}
