//! Weights of `pallet_validation_pool`, written by `scripts/weights.sh` on 2026-11-26. Do not edit.
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
	/// Storage: `ValidationPool::OpenBlocks` (r:1 w:0)
	/// Proof: `ValidationPool::OpenBlocks` (`max_values`: Some(1), `max_size`: Some(257), added: 752, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::CreditorQueue` (r:1 w:0)
	/// Proof: `ValidationPool::CreditorQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Availability::LatestAuthor` (r:1 w:0)
	/// Proof: `Availability::LatestAuthor` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Latest` (r:0 w:1)
	/// Proof: `ValidationPool::Latest` (`max_values`: Some(1), `max_size`: Some(100), added: 595, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Closed` (r:0 w:1)
	/// Proof: `ValidationPool::Closed` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	fn on_initialize() -> Weight {
		// Shortest run: 13_866 ns.
		Weight::from_parts(23_334_000, 1742)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `ValidationPool::NewestPool` (r:1 w:1)
	/// Proof: `ValidationPool::NewestPool` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Latest` (r:1 w:0)
	/// Proof: `ValidationPool::Latest` (`max_values`: Some(1), `max_size`: Some(100), added: 595, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:10 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Availability::Producers` (r:1 w:0)
	/// Proof: `Availability::Producers` (`max_values`: Some(1), `max_size`: Some(16002), added: 16497, mode: `MaxEncodedLen`)
	/// Storage: `Availability::Order` (r:1 w:0)
	/// Proof: `Availability::Order` (`max_values`: Some(1), `max_size`: Some(4002), added: 4497, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::VoteKeys` (r:32 w:0)
	/// Proof: `ValidationPool::VoteKeys` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::OpenBlocks` (r:1 w:1)
	/// Proof: `ValidationPool::OpenBlocks` (`max_values`: Some(1), `max_size`: Some(257), added: 752, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::BlockPools` (r:0 w:1)
	/// Proof: `ValidationPool::BlockPools` (`max_values`: None, `max_size`: Some(2425), added: 4900, mode: `MaxEncodedLen`)
	fn open_block_pool() -> Weight {
		// Shortest run: 287_376 ns.
		Weight::from_parts(379_989_000, 82494)
			.saturating_add(T::DbWeight::get().reads(47))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ValidationPool::OpenBlocks` (r:1 w:1)
	/// Proof: `ValidationPool::OpenBlocks` (`max_values`: Some(1), `max_size`: Some(257), added: 752, mode: `MaxEncodedLen`)
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
		// Shortest run: 23_925 ns.
		Weight::from_parts(94_658_570, 5890)
			.saturating_add(Weight::from_parts(20_800_027, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 1306).saturating_mul(m.into()))
	}
	/// Storage: `ValidationPool::CreditorQueue` (r:1 w:1)
	/// Proof: `ValidationPool::CreditorQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Creditors` (r:1 w:1)
	/// Proof: `ValidationPool::Creditors` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Earned` (r:1 w:1)
	/// Proof: `ValidationPool::Earned` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Forum::ActiveContract` (r:1 w:0)
	/// Proof: `Forum::ActiveContract` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Forum::Lineage` (r:1 w:1)
	/// Proof: `Forum::Lineage` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Forum::Posts` (r:1 w:2)
	/// Proof: `Forum::Posts` (`max_values`: None, `max_size`: Some(517), added: 2992, mode: `MaxEncodedLen`)
	/// Storage: `Forum::NextPost` (r:1 w:1)
	/// Proof: `Forum::NextPost` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Forum::EdgeBalance` (r:1 w:1)
	/// Proof: `Forum::EdgeBalance` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Forum::Pending` (r:1 w:1)
	/// Proof: `Forum::Pending` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:1 w:1)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Availability::EarnedStaysFree` (r:1 w:0)
	/// Proof: `Availability::EarnedStaysFree` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Availability::LeavingRep` (r:1 w:0)
	/// Proof: `Availability::LeavingRep` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn credit() -> Weight {
		// Shortest run: 146_734 ns.
		Weight::from_parts(162_363_000, 3982)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `ValidationPool::NewestPool` (r:1 w:0)
	/// Proof: `ValidationPool::NewestPool` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::BlockPools` (r:16 w:16)
	/// Proof: `ValidationPool::BlockPools` (`max_values`: None, `max_size`: Some(2425), added: 4900, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:10 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn vote(b: u32, ) -> Weight {
		// Shortest run: 206_756 ns.
		Weight::from_parts(251_663_739, 26100)
			.saturating_add(Weight::from_parts(27_149_879, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 4900).saturating_mul(b.into()))
	}
	/// Storage: `Reputation::Domains` (r:1 w:0)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::NextPool` (r:1 w:1)
	/// Proof: `ValidationPool::NextPool` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Open` (r:1 w:1)
	/// Proof: `ValidationPool::Open` (`max_values`: Some(1), `max_size`: Some(1090), added: 1585, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:10 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Pools` (r:0 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(385), added: 2860, mode: `MaxEncodedLen`)
	fn initiate() -> Weight {
		// Shortest run: 142_877 ns.
		Weight::from_parts(230_110_000, 26100)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `ValidationPool::Pools` (r:1 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(385), added: 2860, mode: `MaxEncodedLen`)
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
	/// Storage: `ValidationPool::Open` (r:1 w:1)
	/// Proof: `ValidationPool::Open` (`max_values`: Some(1), `max_size`: Some(1090), added: 1585, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Shortest run: 71_142 ns.
		Weight::from_parts(124_572_000, 3850)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `ValidationPool::Pools` (r:1 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(385), added: 2860, mode: `MaxEncodedLen`)
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
	/// Storage: `ValidationPool::Open` (r:1 w:1)
	/// Proof: `ValidationPool::Open` (`max_values`: Some(1), `max_size`: Some(1090), added: 1585, mode: `MaxEncodedLen`)
	fn stake_for() -> Weight {
		// Shortest run: 78_757 ns.
		Weight::from_parts(129_281_000, 3850)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
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
		// Shortest run: 1_728_574 ns.
		Weight::from_parts(2_731_425_000, 674587)
			.saturating_add(T::DbWeight::get().reads(264))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `ValidationPool::OpenBlocks` (r:1 w:0)
	/// Proof: `ValidationPool::OpenBlocks` (`max_values`: Some(1), `max_size`: Some(257), added: 752, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::BlockPools` (r:32 w:32)
	/// Proof: `ValidationPool::BlockPools` (`max_values`: None, `max_size`: Some(2425), added: 4900, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Earned` (r:1 w:1)
	/// Proof: `ValidationPool::Earned` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	fn forfeit() -> Weight {
		// Shortest run: 284_360 ns.
		Weight::from_parts(329_986_000, 157790)
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().writes(33))
	}
	/// Storage: `ValidationPool::Open` (r:1 w:0)
	/// Proof: `ValidationPool::Open` (`max_values`: Some(1), `max_size`: Some(1090), added: 1585, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Shortest run: 7_093 ns.
		Weight::from_parts(12_794_000, 2575)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `ValidationPool::Pools` (r:1 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(385), added: 2860, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		// Shortest run: 91_932 ns.
		Weight::from_parts(95_899_000, 6292)
			.saturating_add(Weight::from_parts(139_809_282, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 2621).saturating_mul(s.into()))
	}
	/// Storage: `ValidationPool::Pools` (r:1 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(385), added: 2860, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Stakes` (r:1 w:0)
	/// Proof: `ValidationPool::Stakes` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Open` (r:1 w:1)
	/// Proof: `ValidationPool::Open` (`max_values`: Some(1), `max_size`: Some(1090), added: 1585, mode: `MaxEncodedLen`)
	fn finish() -> Weight {
		// Shortest run: 85_169 ns.
		Weight::from_parts(145_992_000, 3850)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn on_initialize() -> Weight {
		Weight::from_parts(23_334_000, 1742)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn open_block_pool() -> Weight {
		Weight::from_parts(379_989_000, 82494)
			.saturating_add(ParityDbWeight::get().reads(47))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn close_block_pool(m: u32, ) -> Weight {
		Weight::from_parts(94_658_570, 5890)
			.saturating_add(Weight::from_parts(20_800_027, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(5))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 1306).saturating_mul(m.into()))
	}
	fn credit() -> Weight {
		Weight::from_parts(162_363_000, 3982)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn vote(b: u32, ) -> Weight {
		Weight::from_parts(251_663_739, 26100)
			.saturating_add(Weight::from_parts(27_149_879, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(b.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 4900).saturating_mul(b.into()))
	}
	fn initiate() -> Weight {
		Weight::from_parts(230_110_000, 26100)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn stake() -> Weight {
		Weight::from_parts(124_572_000, 3850)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn stake_for() -> Weight {
		Weight::from_parts(129_281_000, 3850)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn stake_in_full_pool() -> Weight {
		Weight::from_parts(2_731_425_000, 674587)
			.saturating_add(ParityDbWeight::get().reads(264))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn forfeit() -> Weight {
		Weight::from_parts(329_986_000, 157790)
			.saturating_add(ParityDbWeight::get().reads(34))
			.saturating_add(ParityDbWeight::get().writes(33))
	}
	fn poll() -> Weight {
		Weight::from_parts(12_794_000, 2575)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn settle(s: u32, ) -> Weight {
		Weight::from_parts(95_899_000, 6292)
			.saturating_add(Weight::from_parts(139_809_282, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(5))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 2621).saturating_mul(s.into()))
	}
	fn finish() -> Weight {
		Weight::from_parts(145_992_000, 3850)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
}
