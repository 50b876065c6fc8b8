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
	/// Cost of `change_balance_with_archived_points`.
	fn change_balance_with_archived_points() -> Weight;
	/// Cost of `change_balance_with_first_point`.
	fn change_balance_with_first_point() -> Weight;
	/// Cost of `power`, where `p` is in `[0, 512]`.
	fn power(p: u32, ) -> Weight;
	/// Cost of `delegate`.
	fn delegate() -> Weight;
	/// Cost of `accept_delegations`.
	fn accept_delegations() -> Weight;
	/// Cost of `undelegate`.
	fn undelegate() -> Weight;
	/// Cost of `remove_delegator`.
	fn remove_delegator() -> Weight;
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
	fn change_balance() -> Weight {
		// Shortest run: 6_590 ns.
		Weight::from_parts(7_071_000, 3641)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:1)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	fn change_balance_with_point() -> Weight {
		// Shortest run: 20_240 ns.
		Weight::from_parts(21_733_000, 24003)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn change_balance_with_archived_points() -> Weight {
		// Shortest run: 20_240 ns.
		Weight::from_parts(21_733_000, 24003)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn change_balance_with_first_point() -> Weight {
		// Shortest run: 20_240 ns.
		Weight::from_parts(21_733_000, 24003)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:0)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	fn power(p: u32, ) -> Weight {
		// Shortest run: 13_920 ns.
		Weight::from_parts(18_874_994, 24003)
			.saturating_add(Weight::from_parts(10_326, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5))
	}
	/// Storage: `VotingPower::DelegatorCount` (r:3 w:2)
	/// Proof: `VotingPower::DelegatorCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:2 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Shortest run: 20_220 ns.
		Weight::from_parts(21_282_000, 8571)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn accept_delegations() -> Weight {
		// Shortest run: 20_220 ns.
		Weight::from_parts(21_282_000, 8571)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `VotingPower::Delegations` (r:1 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::DelegatorCount` (r:1 w:1)
	/// Proof: `VotingPower::DelegatorCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Shortest run: 10_005 ns.
		Weight::from_parts(10_656_000, 3553)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn remove_delegator() -> Weight {
		// Shortest run: 10_005 ns.
		Weight::from_parts(10_656_000, 3553)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	fn unfreeze() -> Weight {
		// Shortest run: 150_565 ns.
		Weight::from_parts(158_177_000, 164766)
			.saturating_add(T::DbWeight::get().reads(66))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn open_poll() -> Weight {
		// Shortest run: 34_541 ns.
		Weight::from_parts(35_914_000, 14245)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn close_poll() -> Weight {
		// Shortest run: 9_224 ns.
		Weight::from_parts(9_735_000, 3549)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Counts` (r:2 w:2)
	/// Proof: `VotingPower::Counts` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:0)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	fn count() -> Weight {
		// Shortest run: 187_400 ns.
		Weight::from_parts(196_303_000, 164766)
			.saturating_add(T::DbWeight::get().reads(71))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Counts` (r:2 w:2)
	/// Proof: `VotingPower::Counts` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:0)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	fn count_delegated() -> Weight {
		// Shortest run: 189_623 ns.
		Weight::from_parts(200_620_000, 164766)
			.saturating_add(T::DbWeight::get().reads(72))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:0)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:1 w:0)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Shortest run: 6_760 ns.
		Weight::from_parts(7_181_000, 3521)
			.saturating_add(T::DbWeight::get().reads(3))
	}
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:1 w:2)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Histories` (r:1 w:1)
	/// Proof: `VotingPower::Histories` (`max_values`: None, `max_size`: Some(20538), added: 23013, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn visit() -> Weight {
		// Shortest run: 21_141 ns.
		Weight::from_parts(22_354_000, 24003)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Closed` (r:2 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Counts` (r:2 w:1)
	/// Proof: `VotingPower::Counts` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:2 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn clear_count() -> Weight {
		// Shortest run: 177_435 ns.
		Weight::from_parts(189_223_000, 164766)
			.saturating_add(T::DbWeight::get().reads(73))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn translate_account() -> Weight {
		// Shortest run: 5_338 ns.
		Weight::from_parts(5_729_000, 6292)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn change_balance() -> Weight {
		Weight::from_parts(7_071_000, 3641)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn change_balance_with_point() -> Weight {
		Weight::from_parts(21_733_000, 24003)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn change_balance_with_archived_points() -> Weight {
		Weight::from_parts(21_733_000, 24003)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn change_balance_with_first_point() -> Weight {
		Weight::from_parts(21_733_000, 24003)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn power(p: u32, ) -> Weight {
		Weight::from_parts(18_874_994, 24003)
			.saturating_add(Weight::from_parts(10_326, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(5))
	}
	fn delegate() -> Weight {
		Weight::from_parts(21_282_000, 8571)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn accept_delegations() -> Weight {
		Weight::from_parts(21_282_000, 8571)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(10_656_000, 3553)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn remove_delegator() -> Weight {
		Weight::from_parts(10_656_000, 3553)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn unfreeze() -> Weight {
		Weight::from_parts(158_177_000, 164766)
			.saturating_add(ParityDbWeight::get().reads(66))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn open_poll() -> Weight {
		Weight::from_parts(35_914_000, 14245)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn close_poll() -> Weight {
		Weight::from_parts(9_735_000, 3549)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn count() -> Weight {
		Weight::from_parts(196_303_000, 164766)
			.saturating_add(ParityDbWeight::get().reads(71))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn count_delegated() -> Weight {
		Weight::from_parts(200_620_000, 164766)
			.saturating_add(ParityDbWeight::get().reads(72))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(7_181_000, 3521)
			.saturating_add(ParityDbWeight::get().reads(3))
	}
	fn visit() -> Weight {
		Weight::from_parts(22_354_000, 24003)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn clear_count() -> Weight {
		Weight::from_parts(189_223_000, 164766)
			.saturating_add(ParityDbWeight::get().reads(73))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn translate_account() -> Weight {
		Weight::from_parts(5_729_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
