//! Weights of `pallet_voting_power`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
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
		// Shortest run: 8_693 ns.
		Weight::from_parts(9_754_000, 3641)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	fn change_balance_with_point() -> Weight {
		// Shortest run: 17_026 ns.
		Weight::from_parts(18_868_000, 6083)
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
		// Shortest run: 36_485 ns.
		Weight::from_parts(39_239_000, 21435)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn change_balance_with_first_point() -> Weight {
		// Shortest run: 17_075 ns.
		Weight::from_parts(18_728_000, 6083)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
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
		// Shortest run: 19_630 ns.
		Weight::from_parts(28_264_959, 21435)
			.saturating_add(Weight::from_parts(27_107, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(6))
	}
	/// Storage: `VotingPower::Delegates` (r:3 w:3)
	/// Proof: `VotingPower::Delegates` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:2 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:1 w:2)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Shortest run: 96_954 ns.
		Weight::from_parts(102_502_000, 8622)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `VotingPower::Delegations` (r:1 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegates` (r:1 w:1)
	/// Proof: `VotingPower::Delegates` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:0 w:1)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Shortest run: 17_897 ns.
		Weight::from_parts(19_670_000, 3570)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegates` (r:1 w:1)
	/// Proof: `VotingPower::Delegates` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn accept_delegations() -> Weight {
		// Shortest run: 71_036 ns.
		Weight::from_parts(75_863_000, 6083)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Delegations` (r:1 w:1)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegates` (r:1 w:1)
	/// Proof: `VotingPower::Delegates` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:0 w:1)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn remove_delegator() -> Weight {
		// Shortest run: 21_162 ns.
		Weight::from_parts(23_325_000, 3570)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:64 w:64)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn unfreeze() -> Weight {
		// Shortest run: 631_659 ns.
		Weight::from_parts(679_099_000, 177758)
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
	fn open_poll() -> Weight {
		// Shortest run: 52_688 ns.
		Weight::from_parts(56_885_000, 14245)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn close_poll() -> Weight {
		// Shortest run: 11_226 ns.
		Weight::from_parts(12_909_000, 3573)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:0)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:0)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:1 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Agents` (r:2 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Wallets` (r:1 w:0)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:0)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::BonusSums` (r:1 w:1)
	/// Proof: `VotingPower::BonusSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	fn cast() -> Weight {
		// Shortest run: 410_620 ns.
		Weight::from_parts(468_116_000, 166302)
			.saturating_add(T::DbWeight::get().reads(80))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `VotingPower::Polls` (r:32 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:0)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:0)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:1 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Agents` (r:2 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Wallets` (r:1 w:0)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:0)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::BonusSums` (r:1 w:1)
	/// Proof: `VotingPower::BonusSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	fn cast_for_delegator() -> Weight {
		// Shortest run: 262_810 ns.
		Weight::from_parts(285_404_000, 83646)
			.saturating_add(T::DbWeight::get().reads(49))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `VotingPower::Visits` (r:1 w:0)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Shortest run: 10_526 ns.
		Weight::from_parts(11_758_000, 3521)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `VotingPower::Visits` (r:1 w:2)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:1)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	fn visit() -> Weight {
		// Shortest run: 46_098 ns.
		Weight::from_parts(53_360_000, 21435)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `VotingPower::Closed` (r:2 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:1)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
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
	/// Storage: `VotingPower::BonusSums` (r:1 w:0)
	/// Proof: `VotingPower::BonusSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	fn clear_ballot() -> Weight {
		// Shortest run: 337_441 ns.
		Weight::from_parts(355_808_000, 166302)
			.saturating_add(T::DbWeight::get().reads(76))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn translate_account() -> Weight {
		// Shortest run: 6_880 ns.
		Weight::from_parts(7_841_000, 3641)
			.saturating_add(T::DbWeight::get().reads(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn change_balance() -> Weight {
		Weight::from_parts(9_754_000, 3641)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn change_balance_with_point() -> Weight {
		Weight::from_parts(18_868_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn change_balance_with_archived_points() -> Weight {
		Weight::from_parts(39_239_000, 21435)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn change_balance_with_first_point() -> Weight {
		Weight::from_parts(18_728_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn power(p: u32, ) -> Weight {
		Weight::from_parts(28_264_959, 21435)
			.saturating_add(Weight::from_parts(27_107, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(6))
	}
	fn delegate() -> Weight {
		Weight::from_parts(102_502_000, 8622)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(19_670_000, 3570)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn accept_delegations() -> Weight {
		Weight::from_parts(75_863_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn remove_delegator() -> Weight {
		Weight::from_parts(23_325_000, 3570)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn unfreeze() -> Weight {
		Weight::from_parts(679_099_000, 177758)
			.saturating_add(ParityDbWeight::get().reads(133))
			.saturating_add(ParityDbWeight::get().writes(67))
	}
	fn open_poll() -> Weight {
		Weight::from_parts(56_885_000, 14245)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn close_poll() -> Weight {
		Weight::from_parts(12_909_000, 3573)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn cast() -> Weight {
		Weight::from_parts(468_116_000, 166302)
			.saturating_add(ParityDbWeight::get().reads(80))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn cast_for_delegator() -> Weight {
		Weight::from_parts(285_404_000, 83646)
			.saturating_add(ParityDbWeight::get().reads(49))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(11_758_000, 3521)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn visit() -> Weight {
		Weight::from_parts(53_360_000, 21435)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn clear_ballot() -> Weight {
		Weight::from_parts(355_808_000, 166302)
			.saturating_add(ParityDbWeight::get().reads(76))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn translate_account() -> Weight {
		Weight::from_parts(7_841_000, 3641)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
}
