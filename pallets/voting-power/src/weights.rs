//! Weights of `pallet_voting_power`, written by `scripts/weights.sh` on 2026-11-20. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_voting_power` cost.
pub trait WeightInfo {
	/// Cost of `change_balance`.
	fn change_balance() -> Weight;
	/// Cost of `change_balance_with_point`.
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
	/// Cost of `upkeep`.
	fn upkeep() -> Weight;
	/// Cost of `visit`.
	fn visit() -> Weight;
	/// Cost of `clear_count`.
	fn clear_count() -> Weight;
	/// Cost of `translate_account`.
	fn translate_account() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn change_balance() -> Weight {
		// Shortest run: 9_224 ns.
		Weight::from_parts(10_065_000, 3641)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:1)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	fn change_balance_with_point() -> Weight {
		// Shortest run: 23_005 ns.
		Weight::from_parts(24_687_000, 24003)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:0)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn power(p: u32, ) -> Weight {
		// Shortest run: 15_202 ns.
		Weight::from_parts(21_115_906, 24003)
			.saturating_add(Weight::from_parts(10_555, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5))
	}
	/// Storage: `VotingPower::DelegatorCount` (r:3 w:2)
	/// Proof: `VotingPower::DelegatorCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:2 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Shortest run: 22_644 ns.
		Weight::from_parts(25_138_000, 8571)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `VotingPower::Delegations` (r:1 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::DelegatorCount` (r:1 w:1)
	/// Proof: `VotingPower::DelegatorCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Shortest run: 11_006 ns.
		Weight::from_parts(11_678_000, 3553)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	fn unfreeze() -> Weight {
		// Shortest run: 151_526 ns.
		Weight::from_parts(163_494_000, 162718)
			.saturating_add(T::DbWeight::get().reads(66))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn open_poll() -> Weight {
		// Shortest run: 28_362 ns.
		Weight::from_parts(30_235_000, 14245)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:0 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn close_poll() -> Weight {
		// Shortest run: 6_159 ns.
		Weight::from_parts(6_740_000, 3517)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `VotingPower::Counts` (r:2 w:2)
	/// Proof: `VotingPower::Counts` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:0)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	fn count() -> Weight {
		// Shortest run: 202_222 ns.
		Weight::from_parts(216_634_000, 162718)
			.saturating_add(T::DbWeight::get().reads(75))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Counts` (r:2 w:2)
	/// Proof: `VotingPower::Counts` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:0)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	fn count_delegated() -> Weight {
		// Shortest run: 203_584 ns.
		Weight::from_parts(216_143_000, 162718)
			.saturating_add(T::DbWeight::get().reads(76))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:0)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:1 w:0)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Shortest run: 9_394 ns.
		Weight::from_parts(10_065_000, 3521)
			.saturating_add(T::DbWeight::get().reads(4))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:1 w:2)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:1)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn visit() -> Weight {
		// Shortest run: 24_177 ns.
		Weight::from_parts(25_468_000, 24003)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Closed` (r:2 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Counts` (r:2 w:1)
	/// Proof: `VotingPower::Counts` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:2 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	fn clear_count() -> Weight {
		// Shortest run: 170_945 ns.
		Weight::from_parts(186_899_000, 162718)
			.saturating_add(T::DbWeight::get().reads(72))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn translate_account() -> Weight {
		// Shortest run: 5_388 ns.
		Weight::from_parts(5_808_000, 6292)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn change_balance() -> Weight {
		Weight::from_parts(10_065_000, 3641)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn change_balance_with_point() -> Weight {
		Weight::from_parts(24_687_000, 24003)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn power(p: u32, ) -> Weight {
		Weight::from_parts(21_115_906, 24003)
			.saturating_add(Weight::from_parts(10_555, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(5))
	}
	fn delegate() -> Weight {
		Weight::from_parts(25_138_000, 8571)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(11_678_000, 3553)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn unfreeze() -> Weight {
		Weight::from_parts(163_494_000, 162718)
			.saturating_add(ParityDbWeight::get().reads(66))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn open_poll() -> Weight {
		Weight::from_parts(30_235_000, 14245)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn close_poll() -> Weight {
		Weight::from_parts(6_740_000, 3517)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn count() -> Weight {
		Weight::from_parts(216_634_000, 162718)
			.saturating_add(ParityDbWeight::get().reads(75))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn count_delegated() -> Weight {
		Weight::from_parts(216_143_000, 162718)
			.saturating_add(ParityDbWeight::get().reads(76))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(10_065_000, 3521)
			.saturating_add(ParityDbWeight::get().reads(4))
	}
	fn visit() -> Weight {
		Weight::from_parts(25_468_000, 24003)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn clear_count() -> Weight {
		Weight::from_parts(186_899_000, 162718)
			.saturating_add(ParityDbWeight::get().reads(72))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn translate_account() -> Weight {
		Weight::from_parts(5_808_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
