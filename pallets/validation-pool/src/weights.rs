//! Weights of `pallet_validation_pool`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_validation_pool` cost.
pub trait WeightInfo {
	/// Cost of `on_initialize`.
	fn on_initialize() -> Weight;
	/// Cost of `open_block_pool`.
	fn open_block_pool() -> Weight;
	/// Cost of `close_block_pool`, where `m` is in `[0, 32]`.
	fn close_block_pool(m: u32, ) -> Weight;
	/// Cost of `credit`.
	fn credit() -> Weight;
	/// Cost of `vote`, where `b` is in `[1, 16]`.
	fn vote(b: u32, ) -> Weight;
	/// Cost of `initiate`.
	fn initiate() -> Weight;
	/// Cost of `stake`.
	fn stake() -> Weight;
	/// Cost of `stake_for`.
	fn stake_for() -> Weight;
	/// Cost of `stake_in_full_pool`.
	fn stake_in_full_pool() -> Weight;
	/// Cost of `forfeit`.
	fn forfeit() -> Weight;
	/// Cost of `poll`.
	fn poll() -> Weight;
	/// Cost of `settle`, where `s` is in `[0, 16]`.
	fn settle(s: u32, ) -> Weight;
	/// Cost of `finish`.
	fn finish() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `ValidationPool::Closed` (r:0 w:1)
	/// Proof: `ValidationPool::Closed` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	fn on_initialize() -> Weight {
		// Shortest run: 4_336 ns.
		Weight::from_parts(6_489_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Parameters::Parameters` (r:10 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::VoteKeys` (r:32 w:0)
	/// Proof: `ValidationPool::VoteKeys` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::BlockPools` (r:0 w:1)
	/// Proof: `ValidationPool::BlockPools` (`max_values`: None, `max_size`: Some(2425), added: 4900, mode: `MaxEncodedLen`)
	fn open_block_pool() -> Weight {
		// Shortest run: 224_854 ns.
		Weight::from_parts(332_293_000, 82494)
			.saturating_add(T::DbWeight::get().reads(42))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidationPool::BlockPools` (r:1 w:1)
	/// Proof: `ValidationPool::BlockPools` (`max_values`: None, `max_size`: Some(2425), added: 4900, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Earned` (r:17 w:17)
	/// Proof: `ValidationPool::Earned` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:16 w:16)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:16 w:16)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:16 w:0)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Closed` (r:0 w:1)
	/// Proof: `ValidationPool::Closed` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	fn close_block_pool(m: u32, ) -> Weight {
		// Shortest run: 24_106 ns.
		Weight::from_parts(47_765_656, 5890)
			.saturating_add(Weight::from_parts(18_685_139, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 1325).saturating_mul(m.into()))
	}
	/// Storage: `ValidationPool::Creditors` (r:1 w:1)
	/// Proof: `ValidationPool::Creditors` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Earned` (r:1 w:1)
	/// Proof: `ValidationPool::Earned` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Forum::Lineage` (r:1 w:1)
	/// Proof: `Forum::Lineage` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Forum::Posts` (r:1 w:2)
	/// Proof: `Forum::Posts` (`max_values`: None, `max_size`: Some(517), added: 2992, mode: `MaxEncodedLen`)
	/// Storage: `Forum::EdgeBalance` (r:1 w:1)
	/// Proof: `Forum::EdgeBalance` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:1 w:1)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Availability::EarnedStaysFree` (r:1 w:0)
	/// Proof: `Availability::EarnedStaysFree` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Availability::LeavingRep` (r:1 w:0)
	/// Proof: `Availability::LeavingRep` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn credit() -> Weight {
		// Shortest run: 101_601 ns.
		Weight::from_parts(113_789_000, 3982)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::BlockPools` (r:16 w:16)
	/// Proof: `ValidationPool::BlockPools` (`max_values`: None, `max_size`: Some(2425), added: 4900, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:10 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn vote(b: u32, ) -> Weight {
		// Shortest run: 165_095 ns.
		Weight::from_parts(199_750_091, 26280)
			.saturating_add(Weight::from_parts(17_884_490, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 4900).saturating_mul(b.into()))
	}
	/// Storage: `Reputation::Domains` (r:1 w:0)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:10 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Pools` (r:0 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(389), added: 2864, mode: `MaxEncodedLen`)
	fn initiate() -> Weight {
		// Shortest run: 114_621 ns.
		Weight::from_parts(157_955_000, 26280)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ValidationPool::Pools` (r:1 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(389), added: 2864, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:1 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:1 w:0)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:1 w:1)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Stakes` (r:1 w:1)
	/// Proof: `ValidationPool::Stakes` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:0)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Shortest run: 52_819 ns.
		Weight::from_parts(92_728_000, 3854)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `ValidationPool::Pools` (r:1 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(389), added: 2864, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:2 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Delegations` (r:1 w:0)
	/// Proof: `Reputation::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Delegated` (r:1 w:1)
	/// Proof: `ValidationPool::Delegated` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Stakes` (r:1 w:1)
	/// Proof: `ValidationPool::Stakes` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::StakedFor` (r:1 w:1)
	/// Proof: `ValidationPool::StakedFor` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:0)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn stake_for() -> Weight {
		// Shortest run: 59_509 ns.
		Weight::from_parts(105_997_000, 6438)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `ValidationPool::Stakes` (r:257 w:1)
	/// Proof: `ValidationPool::Stakes` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:1 w:1)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:1 w:1)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Delegations` (r:1 w:1)
	/// Proof: `Reputation::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::StakedFor` (r:1 w:1)
	/// Proof: `ValidationPool::StakedFor` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Delegated` (r:1 w:1)
	/// Proof: `ValidationPool::Delegated` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn stake_in_full_pool() -> Weight {
		// Shortest run: 1_330_588 ns.
		Weight::from_parts(1_584_434_000, 674587)
			.saturating_add(T::DbWeight::get().reads(264))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `ValidationPool::BlockPools` (r:32 w:32)
	/// Proof: `ValidationPool::BlockPools` (`max_values`: None, `max_size`: Some(2425), added: 4900, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Earned` (r:1 w:1)
	/// Proof: `ValidationPool::Earned` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	fn forfeit() -> Weight {
		// Shortest run: 223_592 ns.
		Weight::from_parts(246_566_000, 157790)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(33))
	}
	fn poll() -> Weight {
		// Shortest run: 2_043 ns.
		Weight::from_parts(3_254_000, 0)
	}
	/// Storage: `ValidationPool::Pools` (r:1 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(389), added: 2864, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Stakes` (r:17 w:16)
	/// Proof: `ValidationPool::Stakes` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:16 w:16)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:16 w:16)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:16 w:16)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::StakedFor` (r:16 w:16)
	/// Proof: `ValidationPool::StakedFor` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Delegated` (r:16 w:16)
	/// Proof: `ValidationPool::Delegated` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn settle(s: u32, ) -> Weight {
		// Shortest run: 69_894 ns.
		Weight::from_parts(185_775_227, 6292)
			.saturating_add(Weight::from_parts(69_141_235, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 2621).saturating_mul(s.into()))
	}
	/// Storage: `ValidationPool::Pools` (r:1 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(389), added: 2864, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Stakes` (r:1 w:0)
	/// Proof: `ValidationPool::Stakes` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	fn finish() -> Weight {
		// Shortest run: 61_902 ns.
		Weight::from_parts(68_892_000, 3874)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn on_initialize() -> Weight {
		Weight::from_parts(6_489_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn open_block_pool() -> Weight {
		Weight::from_parts(332_293_000, 82494)
			.saturating_add(ParityDbWeight::get().reads(42))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn close_block_pool(m: u32, ) -> Weight {
		Weight::from_parts(47_765_656, 5890)
			.saturating_add(Weight::from_parts(18_685_139, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 1325).saturating_mul(m.into()))
	}
	fn credit() -> Weight {
		Weight::from_parts(113_789_000, 3982)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn vote(b: u32, ) -> Weight {
		Weight::from_parts(199_750_091, 26280)
			.saturating_add(Weight::from_parts(17_884_490, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(b.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 4900).saturating_mul(b.into()))
	}
	fn initiate() -> Weight {
		Weight::from_parts(157_955_000, 26280)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn stake() -> Weight {
		Weight::from_parts(92_728_000, 3854)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn stake_for() -> Weight {
		Weight::from_parts(105_997_000, 6438)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn stake_in_full_pool() -> Weight {
		Weight::from_parts(1_584_434_000, 674587)
			.saturating_add(ParityDbWeight::get().reads(264))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn forfeit() -> Weight {
		Weight::from_parts(246_566_000, 157790)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(33))
	}
	fn poll() -> Weight {
		Weight::from_parts(3_254_000, 0)
	}
	fn settle(s: u32, ) -> Weight {
		Weight::from_parts(185_775_227, 6292)
			.saturating_add(Weight::from_parts(69_141_235, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(5))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 2621).saturating_mul(s.into()))
	}
	fn finish() -> Weight {
		Weight::from_parts(68_892_000, 3874)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
}
