//! Weights of `pallet_voting_power`, written by `scripts/weights.sh` on 2026-11-26. Do not edit.
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
	/// Cost of `undelegate`.
	fn undelegate() -> Weight;
	/// Cost of `accept_delegations`.
	fn accept_delegations() -> Weight;
	/// Cost of `remove_delegator`.
	fn remove_delegator() -> Weight;
	/// Cost of `unfreeze`.
	fn unfreeze() -> Weight;
	/// Cost of `open_poll`.
	fn open_poll() -> Weight;
	/// Cost of `close_poll`.
	fn close_poll() -> Weight;
	/// Cost of `cast`.
	fn cast() -> Weight;
	/// Cost of `cast_for_delegator`.
	fn cast_for_delegator() -> Weight;
	/// Cost of `upkeep`.
	fn upkeep() -> Weight;
	/// Cost of `visit`.
	fn visit() -> Weight;
	/// Cost of `clear_ballot`.
	fn clear_ballot() -> Weight;
	/// Cost of `translate_account`.
	fn translate_account() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn change_balance() -> Weight {
		// Shortest run: 11_361 ns.
		Weight::from_parts(19_176_000, 3641)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	fn change_balance_with_point() -> Weight {
		// Shortest run: 24_666 ns.
		Weight::from_parts(45_655_000, 6083)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:1)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	fn change_balance_with_archived_points() -> Weight {
		// Shortest run: 52_508 ns.
		Weight::from_parts(92_302_000, 21435)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn change_balance_with_first_point() -> Weight {
		// Shortest run: 25_889 ns.
		Weight::from_parts(44_803_000, 6083)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:0)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:0)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	fn power(p: u32, ) -> Weight {
		// Shortest run: 25_648 ns.
		Weight::from_parts(52_687_085, 21435)
			.saturating_add(Weight::from_parts(78_192, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(6))
	}
	/// Storage: `VotingPower::Delegates` (r:3 w:3)
	/// Proof: `VotingPower::Delegates` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:2 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:1 w:2)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Shortest run: 131_355 ns.
		Weight::from_parts(218_518_000, 8622)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `VotingPower::Delegations` (r:1 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegates` (r:1 w:1)
	/// Proof: `VotingPower::Delegates` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:0 w:1)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Shortest run: 27_471 ns.
		Weight::from_parts(41_678_000, 3570)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegates` (r:1 w:1)
	/// Proof: `VotingPower::Delegates` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn accept_delegations() -> Weight {
		// Shortest run: 92_974 ns.
		Weight::from_parts(136_505_000, 6083)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `VotingPower::Delegations` (r:1 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegates` (r:1 w:1)
	/// Proof: `VotingPower::Delegates` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:0 w:1)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn remove_delegator() -> Weight {
		// Shortest run: 31_659 ns.
		Weight::from_parts(35_727_000, 3570)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:64 w:64)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(238), added: 2713, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	fn unfreeze() -> Weight {
		// Shortest run: 792_618 ns.
		Weight::from_parts(948_328_000, 174622)
			.saturating_add(T::DbWeight::get().reads(133))
			.saturating_add(T::DbWeight::get().writes(67))
	}
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:5 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn open_poll() -> Weight {
		// Shortest run: 69_139 ns.
		Weight::from_parts(106_128_000, 14245)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn close_poll() -> Weight {
		// Shortest run: 19_396 ns.
		Weight::from_parts(33_292_000, 3573)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(238), added: 2713, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:0)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:0)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	fn cast() -> Weight {
		// Shortest run: 446_813 ns.
		Weight::from_parts(542_943_000, 166302)
			.saturating_add(T::DbWeight::get().reads(73))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `VotingPower::Polls` (r:32 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(238), added: 2713, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:0)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:0)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	fn cast_for_delegator() -> Weight {
		// Shortest run: 292_065 ns.
		Weight::from_parts(350_393_000, 83646)
			.saturating_add(T::DbWeight::get().reads(42))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `VotingPower::PruneQueue` (r:1 w:0)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:1 w:0)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Shortest run: 17_292 ns.
		Weight::from_parts(28_904_000, 3521)
			.saturating_add(T::DbWeight::get().reads(3))
	}
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:1 w:2)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:1)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	fn visit() -> Weight {
		// Shortest run: 67_817 ns.
		Weight::from_parts(117_580_000, 21435)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `VotingPower::Closed` (r:2 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:1)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(238), added: 2713, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:2 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn clear_ballot() -> Weight {
		// Shortest run: 473_774 ns.
		Weight::from_parts(706_919_000, 166302)
			.saturating_add(T::DbWeight::get().reads(76))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn translate_account() -> Weight {
		// Shortest run: 11_451 ns.
		Weight::from_parts(20_589_000, 6292)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn change_balance() -> Weight {
		Weight::from_parts(19_176_000, 3641)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn change_balance_with_point() -> Weight {
		Weight::from_parts(45_655_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn change_balance_with_archived_points() -> Weight {
		Weight::from_parts(92_302_000, 21435)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn change_balance_with_first_point() -> Weight {
		Weight::from_parts(44_803_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn power(p: u32, ) -> Weight {
		Weight::from_parts(52_687_085, 21435)
			.saturating_add(Weight::from_parts(78_192, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(6))
	}
	fn delegate() -> Weight {
		Weight::from_parts(218_518_000, 8622)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(41_678_000, 3570)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn accept_delegations() -> Weight {
		Weight::from_parts(136_505_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn remove_delegator() -> Weight {
		Weight::from_parts(35_727_000, 3570)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn unfreeze() -> Weight {
		Weight::from_parts(948_328_000, 174622)
			.saturating_add(ParityDbWeight::get().reads(133))
			.saturating_add(ParityDbWeight::get().writes(67))
	}
	fn open_poll() -> Weight {
		Weight::from_parts(106_128_000, 14245)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn close_poll() -> Weight {
		Weight::from_parts(33_292_000, 3573)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn cast() -> Weight {
		Weight::from_parts(542_943_000, 166302)
			.saturating_add(ParityDbWeight::get().reads(73))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn cast_for_delegator() -> Weight {
		Weight::from_parts(350_393_000, 83646)
			.saturating_add(ParityDbWeight::get().reads(42))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(28_904_000, 3521)
			.saturating_add(ParityDbWeight::get().reads(3))
	}
	fn visit() -> Weight {
		Weight::from_parts(117_580_000, 21435)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn clear_ballot() -> Weight {
		Weight::from_parts(706_919_000, 166302)
			.saturating_add(ParityDbWeight::get().reads(76))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn translate_account() -> Weight {
		Weight::from_parts(20_589_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
