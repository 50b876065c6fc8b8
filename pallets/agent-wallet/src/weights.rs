//! Weights of `pallet_agent_wallet`: estimates until `scripts/weights.sh agent-wallet` has measured them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_agent_wallet` cost.
pub trait WeightInfo {
	/// Cost of `create`.
	fn create() -> Weight;
	/// Cost of `close`.
	fn close() -> Weight;
	/// Cost of `set_caller`.
	fn set_caller() -> Weight;
	/// Cost of `remove_caller`.
	fn remove_caller() -> Weight;
	/// Cost of `set_limits`.
	fn set_limits() -> Weight;
	/// Cost of `set_guardian`.
	fn set_guardian() -> Weight;
	/// Cost of `set_time_lock`.
	fn set_time_lock() -> Weight;
	/// Cost of `link`.
	fn link() -> Weight;
	/// Cost of `unlink`.
	fn unlink() -> Weight;
	/// Cost of `stop`.
	fn stop() -> Weight;
	/// Cost of `reactivate`.
	fn reactivate() -> Weight;
	/// Cost of `withdraw`.
	fn withdraw() -> Weight;
	/// Cost of `offer_ownership`.
	fn offer_ownership() -> Weight;
	/// Cost of `accept_ownership`.
	fn accept_ownership() -> Weight;
	/// Cost of `execute`, where `c` is in `[1, 16]`.
	fn execute(c: u32, ) -> Weight;
	/// Cost of `delay`.
	fn delay() -> Weight;
	/// Cost of `confirm`.
	fn confirm() -> Weight;
	/// Cost of `cancel`.
	fn cancel() -> Weight;
	/// Cost of `set_strategy`.
	fn set_strategy() -> Weight;
	/// Cost of `idle`.
	fn idle() -> Weight;
	/// Cost of `poll`, where `n` is in `[1, 64]`.
	fn poll(n: u32, ) -> Weight;
	/// Cost of `turn`.
	fn turn() -> Weight;
	/// Cost of `visit`.
	fn visit() -> Weight;
	/// Cost of `pay`.
	fn pay() -> Weight;
	/// Cost of `settle`.
	fn settle() -> Weight;
	/// Cost of `take_off`.
	fn take_off() -> Weight;
	/// Cost of `list`.
	fn list() -> Weight;
}

/// Weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn create() -> Weight {
		Weight::from_parts(90_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	fn close() -> Weight {
		Weight::from_parts(160_000_000, 4800)
			.saturating_add(T::DbWeight::get().reads(44))
			.saturating_add(T::DbWeight::get().writes(47))
	}
	fn set_caller() -> Weight {
		Weight::from_parts(60_000_000, 3800)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn remove_caller() -> Weight {
		Weight::from_parts(60_000_000, 3800)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn set_limits() -> Weight {
		Weight::from_parts(25_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn set_guardian() -> Weight {
		Weight::from_parts(25_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn set_time_lock() -> Weight {
		Weight::from_parts(25_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn link() -> Weight {
		Weight::from_parts(45_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn unlink() -> Weight {
		Weight::from_parts(70_000_000, 4800)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn stop() -> Weight {
		Weight::from_parts(30_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn reactivate() -> Weight {
		Weight::from_parts(28_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(75_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn offer_ownership() -> Weight {
		Weight::from_parts(25_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn accept_ownership() -> Weight {
		Weight::from_parts(170_000_000, 4800)
			.saturating_add(T::DbWeight::get().reads(42))
			.saturating_add(T::DbWeight::get().writes(45))
	}
	fn execute(c: u32, ) -> Weight {
		Weight::from_parts(70_000_000, 5200)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn delay() -> Weight {
		Weight::from_parts(60_000_000, 3800)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn confirm() -> Weight {
		Weight::from_parts(130_000_000, 13700)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn cancel() -> Weight {
		Weight::from_parts(65_000_000, 13700)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn set_strategy() -> Weight {
		Weight::from_parts(40_000_000, 3800)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn idle() -> Weight {
		Weight::from_parts(6_000_000, 1500)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	fn poll(n: u32, ) -> Weight {
		Weight::from_parts(30_000_000, 2800)
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn turn() -> Weight {
		Weight::from_parts(20_000_000, 2700)
			.saturating_add(T::DbWeight::get().reads(3))
	}
	fn visit() -> Weight {
		Weight::from_parts(60_000_000, 4600)
			.saturating_add(T::DbWeight::get().reads(6))
	}
	fn pay() -> Weight {
		Weight::from_parts(45_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn settle() -> Weight {
		Weight::from_parts(35_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn take_off() -> Weight {
		Weight::from_parts(25_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn list() -> Weight {
		Weight::from_parts(20_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}

// For tests.
impl WeightInfo for () {
	fn create() -> Weight {
		Weight::from_parts(90_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn close() -> Weight {
		Weight::from_parts(160_000_000, 4800)
			.saturating_add(ParityDbWeight::get().reads(44))
			.saturating_add(ParityDbWeight::get().writes(47))
	}
	fn set_caller() -> Weight {
		Weight::from_parts(60_000_000, 3800)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn remove_caller() -> Weight {
		Weight::from_parts(60_000_000, 3800)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn set_limits() -> Weight {
		Weight::from_parts(25_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn set_guardian() -> Weight {
		Weight::from_parts(25_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn set_time_lock() -> Weight {
		Weight::from_parts(25_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn link() -> Weight {
		Weight::from_parts(45_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn unlink() -> Weight {
		Weight::from_parts(70_000_000, 4800)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn stop() -> Weight {
		Weight::from_parts(30_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn reactivate() -> Weight {
		Weight::from_parts(28_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(75_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn offer_ownership() -> Weight {
		Weight::from_parts(25_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn accept_ownership() -> Weight {
		Weight::from_parts(170_000_000, 4800)
			.saturating_add(ParityDbWeight::get().reads(42))
			.saturating_add(ParityDbWeight::get().writes(45))
	}
	fn execute(c: u32, ) -> Weight {
		Weight::from_parts(70_000_000, 5200)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn delay() -> Weight {
		Weight::from_parts(60_000_000, 3800)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn confirm() -> Weight {
		Weight::from_parts(130_000_000, 13700)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn cancel() -> Weight {
		Weight::from_parts(65_000_000, 13700)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn set_strategy() -> Weight {
		Weight::from_parts(40_000_000, 3800)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn idle() -> Weight {
		Weight::from_parts(6_000_000, 1500)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn poll(n: u32, ) -> Weight {
		Weight::from_parts(30_000_000, 2800)
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn turn() -> Weight {
		Weight::from_parts(20_000_000, 2700)
			.saturating_add(ParityDbWeight::get().reads(3))
	}
	fn visit() -> Weight {
		Weight::from_parts(60_000_000, 4600)
			.saturating_add(ParityDbWeight::get().reads(6))
	}
	fn pay() -> Weight {
		Weight::from_parts(45_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn settle() -> Weight {
		Weight::from_parts(35_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn take_off() -> Weight {
		Weight::from_parts(25_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn list() -> Weight {
		Weight::from_parts(20_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
}
