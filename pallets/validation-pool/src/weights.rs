//! Weights of `pallet_validation_pool`. ESTIMATED by hand, not measured: `scripts/weights.sh` has to replace
//! them as soon as the runtime has the pallet.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_validation_pool` cost.
pub trait WeightInfo {
	/// Cost of `on_initialize` in which no pool closes and nobody is credited.
	fn on_initialize() -> Weight;
	/// Cost of opening the pool of a block with the largest bench.
	fn open_block_pool() -> Weight;
	/// Cost of closing the pool of a block with so many members.
	fn close_block_pool(m: u32) -> Weight;
	/// Cost of crediting one account.
	fn credit() -> Weight;
	/// Cost of a vote on so many blocks, its validation included.
	fn vote(b: u32) -> Weight;
	/// Cost of opening a pool by hand, beside its post.
	fn initiate() -> Weight;
	/// Cost of `stake`.
	fn stake() -> Weight;
	/// Cost of `stake_for`.
	fn stake_for() -> Weight;
	/// What a stake of a new account costs more in a full pool.
	fn stake_in_full_pool() -> Weight;
	/// Cost of taking from an equivocator what it has in as many pools of blocks as can be open.
	fn forfeit() -> Weight;
	/// Cost of `on_poll` in which no pool is due.
	fn poll() -> Weight;
	/// Cost of settling so many stakes.
	fn settle(s: u32) -> Weight;
	/// Cost of resolving a pool, beside its post and its callback.
	fn finish() -> Weight;
}

/// Estimated weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn on_initialize() -> Weight {
		Weight::from_parts(10_000_000, 9100)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn open_block_pool() -> Weight {
		Weight::from_parts(140_000_000, 109000)
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn close_block_pool(m: u32) -> Weight {
		Weight::from_parts(20_000_000, 9100)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(4_000_000, 5400).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads((u64::from(m)).saturating_mul(2)))
			.saturating_add(T::DbWeight::get().writes((u64::from(m)).saturating_mul(1)))
	}
	fn credit() -> Weight {
		Weight::from_parts(60_000_000, 25300)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	fn vote(b: u32) -> Weight {
		Weight::from_parts(110_000_000, 9100)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(Weight::from_parts(5_000_000, 2700).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads((u64::from(b)).saturating_mul(1)))
			.saturating_add(T::DbWeight::get().writes((u64::from(b)).saturating_mul(1)))
	}
	fn initiate() -> Weight {
		Weight::from_parts(50_000_000, 18200)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn stake() -> Weight {
		Weight::from_parts(40_000_000, 23600)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn stake_for() -> Weight {
		Weight::from_parts(45_000_000, 26300)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	fn stake_in_full_pool() -> Weight {
		Weight::from_parts(700_000_000, 710000)
			.saturating_add(T::DbWeight::get().reads(263))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	fn forfeit() -> Weight {
		Weight::from_parts(320_000_000, 178000)
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().writes(33))
	}
	fn poll() -> Weight {
		Weight::from_parts(4_000_000, 6400)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	fn settle(s: u32) -> Weight {
		Weight::from_parts(30_000_000, 11800)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(Weight::from_parts(35_000_000, 16200).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads((u64::from(s)).saturating_mul(6)))
			.saturating_add(T::DbWeight::get().writes((u64::from(s)).saturating_mul(5)))
	}
	fn finish() -> Weight {
		Weight::from_parts(40_000_000, 14500)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}

/// Estimated weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn on_initialize() -> Weight {
		Weight::from_parts(10_000_000, 9100)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn open_block_pool() -> Weight {
		Weight::from_parts(140_000_000, 109000)
			.saturating_add(ParityDbWeight::get().reads(40))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn close_block_pool(m: u32) -> Weight {
		Weight::from_parts(20_000_000, 9100)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(4_000_000, 5400).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads((u64::from(m)).saturating_mul(2)))
			.saturating_add(ParityDbWeight::get().writes((u64::from(m)).saturating_mul(1)))
	}
	fn credit() -> Weight {
		Weight::from_parts(60_000_000, 25300)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn vote(b: u32) -> Weight {
		Weight::from_parts(110_000_000, 9100)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(Weight::from_parts(5_000_000, 2700).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads((u64::from(b)).saturating_mul(1)))
			.saturating_add(ParityDbWeight::get().writes((u64::from(b)).saturating_mul(1)))
	}
	fn initiate() -> Weight {
		Weight::from_parts(50_000_000, 18200)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn stake() -> Weight {
		Weight::from_parts(40_000_000, 23600)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn stake_for() -> Weight {
		Weight::from_parts(45_000_000, 26300)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn stake_in_full_pool() -> Weight {
		Weight::from_parts(700_000_000, 710000)
			.saturating_add(ParityDbWeight::get().reads(263))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn forfeit() -> Weight {
		Weight::from_parts(320_000_000, 178000)
			.saturating_add(ParityDbWeight::get().reads(34))
			.saturating_add(ParityDbWeight::get().writes(33))
	}
	fn poll() -> Weight {
		Weight::from_parts(4_000_000, 6400)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn settle(s: u32) -> Weight {
		Weight::from_parts(30_000_000, 11800)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
			.saturating_add(Weight::from_parts(35_000_000, 16200).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads((u64::from(s)).saturating_mul(6)))
			.saturating_add(ParityDbWeight::get().writes((u64::from(s)).saturating_mul(5)))
	}
	fn finish() -> Weight {
		Weight::from_parts(40_000_000, 14500)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
}
