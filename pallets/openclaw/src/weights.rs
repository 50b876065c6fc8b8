//! Weights of `pallet_openclaw`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_openclaw` cost.
pub trait WeightInfo {
	/// Cost of `bootstrap_dispatch`.
	fn bootstrap_dispatch() -> Weight;
	/// Cost of `count_down`.
	fn count_down() -> Weight;
	/// Cost of `make_up_for_lost_time`, where `p` is in `[0, 64]`.
	fn make_up_for_lost_time(p: u32, ) -> Weight;
	/// Cost of `propose`, where `b` is in `[61, 72256]`.
	fn propose(b: u32, ) -> Weight;
	/// Cost of `withdraw`.
	fn withdraw() -> Weight;
	/// Cost of `vote`, where `b` is in `[0, 2000]`.
	fn vote(b: u32, ) -> Weight;
	/// Cost of `vote_by_strategy`.
	fn vote_by_strategy() -> Weight;
	/// Cost of `evaluation`.
	fn evaluation() -> Weight;
	/// Cost of `are_large`, where `n` is in `[0, 16]`.
	fn are_large(n: u32, ) -> Weight;
	/// Cost of `cast_for_delegator`.
	fn cast_for_delegator() -> Weight;
	/// Cost of `cast_delegators`, where `n` is in `[1, 8]`.
	fn cast_delegators(n: u32, ) -> Weight;
	/// Cost of `approve`.
	fn approve() -> Weight;
	/// Cost of `revoke_approval`.
	fn revoke_approval() -> Weight;
	/// Cost of `challenge`, where `b` is in `[0, 2000]`.
	fn challenge(b: u32, ) -> Weight;
	/// Cost of `verdict`.
	fn verdict() -> Weight;
	/// Cost of `postpone`.
	fn postpone() -> Weight;
	/// Cost of `attend`.
	fn attend() -> Weight;
	/// Cost of `decide`.
	fn decide() -> Weight;
	/// Cost of `enact`, where `b` is in `[1, 51200]`.
	fn enact(b: u32, ) -> Weight;
	/// Cost of `set_council`.
	fn set_council() -> Weight;
	/// Cost of `cancel_proposal`.
	fn cancel_proposal() -> Weight;
	/// Cost of `pause`, where `n` is in `[0, 16]`.
	fn pause(n: u32, ) -> Weight;
	/// Cost of `unpause`, where `n` is in `[0, 16]`.
	fn unpause(n: u32, ) -> Weight;
	/// Cost of `enter_safe_mode`.
	fn enter_safe_mode() -> Weight;
	/// Cost of `exit_safe_mode`.
	fn exit_safe_mode() -> Weight;
	/// Cost of `set_policy`, where `b` is in `[0, 4096]`.
	fn set_policy(b: u32, ) -> Weight;
	/// Cost of `remove_policy`.
	fn remove_policy() -> Weight;
	/// Cost of `poll`.
	fn poll() -> Weight;
	/// Cost of `prune_votes`, where `n` is in `[1, 8]`.
	fn prune_votes(n: u32, ) -> Weight;
	/// Cost of `archive`.
	fn archive() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `OpenClaw::Bootstrap` (r:1 w:0)
	/// Proof: `OpenClaw::Bootstrap` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn bootstrap_dispatch() -> Weight {
		// Shortest run: 11_877 ns.
		Weight::from_parts(12_719_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `OpenClaw::Bootstrap` (r:1 w:1)
	/// Proof: `OpenClaw::Bootstrap` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn count_down() -> Weight {
		// Shortest run: 4_276 ns.
		Weight::from_parts(4_707_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:64 w:64)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:64)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:64 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	fn make_up_for_lost_time(p: u32, ) -> Weight {
		// Shortest run: 4_447 ns.
		Weight::from_parts(905_834, 2767)
			.saturating_add(Weight::from_parts(24_461_149, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4573).saturating_mul(p.into()))
	}
	/// Storage: `Parameters::Parameters` (r:12 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:7 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::NextProposal` (r:1 w:1)
	/// Proof: `OpenClaw::NextProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Texts` (r:0 w:1)
	/// Proof: `OpenClaw::Texts` (`max_values`: None, `max_size`: Some(21093), added: 23568, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:0 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Calls` (r:0 w:1)
	/// Proof: `OpenClaw::Calls` (`max_values`: None, `max_size`: Some(51216), added: 53691, mode: `MaxEncodedLen`)
	fn propose(b: u32, ) -> Weight {
		// Shortest run: 233_256 ns.
		Weight::from_parts(233_468_816, 31338)
			.saturating_add(Weight::from_parts(3_379, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().writes(15))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Pruning` (r:1 w:1)
	/// Proof: `OpenClaw::Pruning` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Shortest run: 103_934 ns.
		Weight::from_parts(110_274_000, 5563)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:2 w:2)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:0)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
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
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::BonusSums` (r:1 w:1)
	/// Proof: `VotingPower::BonusSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:1)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::DelegatorCursors` (r:2 w:2)
	/// Proof: `OpenClaw::DelegatorCursors` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:2 w:0)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::VoteOrder` (r:0 w:1)
	/// Proof: `OpenClaw::VoteOrder` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn vote(b: u32, ) -> Weight {
		// Shortest run: 240_207 ns.
		Weight::from_parts(306_791_700, 21435)
			.saturating_add(Weight::from_parts(8_050, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().writes(19))
	}
	/// Storage: `OpenClaw::Votes` (r:2 w:2)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
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
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::BonusSums` (r:1 w:1)
	/// Proof: `VotingPower::BonusSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:1)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::DelegatorCursors` (r:2 w:2)
	/// Proof: `OpenClaw::DelegatorCursors` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:2 w:0)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::VoteOrder` (r:0 w:1)
	/// Proof: `OpenClaw::VoteOrder` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn vote_by_strategy() -> Weight {
		// Shortest run: 240_007 ns.
		Weight::from_parts(252_355_000, 21435)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:0)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:0)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Records` (r:1 w:0)
	/// Proof: `OpenClaw::Records` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn evaluation() -> Weight {
		// Shortest run: 50_786 ns.
		Weight::from_parts(54_290_000, 6048)
			.saturating_add(T::DbWeight::get().reads(9))
	}
	/// Storage: `GpuStaking::Pools` (r:16 w:0)
	/// Proof: `GpuStaking::Pools` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn are_large(n: u32, ) -> Weight {
		// Shortest run: 220 ns.
		Weight::from_parts(3_068_670, 990)
			.saturating_add(Weight::from_parts(4_083_832, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2832).saturating_mul(n.into()))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
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
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::BonusSums` (r:1 w:1)
	/// Proof: `VotingPower::BonusSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:1)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:1 w:1)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	fn cast_for_delegator() -> Weight {
		// Shortest run: 198_716 ns.
		Weight::from_parts(208_740_000, 7702)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	/// Storage: `OpenClaw::DelegatorCursors` (r:2 w:1)
	/// Proof: `OpenClaw::DelegatorCursors` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:8 w:0)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:9 w:8)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:8 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:7 w:7)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:7 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:7 w:7)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Agents` (r:14 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Wallets` (r:7 w:0)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:7 w:0)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::BonusSums` (r:7 w:6)
	/// Proof: `VotingPower::BonusSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:7 w:7)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:7 w:7)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:7 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:1)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:1 w:1)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LastServed` (r:0 w:1)
	/// Proof: `OpenClaw::LastServed` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	fn cast_delegators(n: u32, ) -> Weight {
		// Shortest run: 214_839 ns.
		Weight::from_parts(139_683_390, 6126)
			.saturating_add(Weight::from_parts(112_150_206, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads((14_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6544).saturating_mul(n.into()))
	}
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:1)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Shortest run: 30_646 ns.
		Weight::from_parts(33_129_000, 5563)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:1)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	fn revoke_approval() -> Weight {
		// Shortest run: 22_183 ns.
		Weight::from_parts(24_797_000, 3711)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:13 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:1)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:2 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:0)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::NextPool` (r:1 w:1)
	/// Proof: `ValidationPool::NextPool` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Open` (r:1 w:1)
	/// Proof: `ValidationPool::Open` (`max_values`: Some(1), `max_size`: Some(1090), added: 1585, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Pools` (r:0 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(389), added: 2864, mode: `MaxEncodedLen`)
	fn challenge(b: u32, ) -> Weight {
		// Shortest run: 194_649 ns.
		Weight::from_parts(219_238_815, 33867)
			.saturating_add(Weight::from_parts(550, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `OpenClaw::Challenges` (r:1 w:1)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Records` (r:1 w:1)
	/// Proof: `OpenClaw::Records` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Pruning` (r:1 w:1)
	/// Proof: `OpenClaw::Pruning` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn verdict() -> Weight {
		// Shortest run: 164_304 ns.
		Weight::from_parts(170_844_000, 8943)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(19))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	fn postpone() -> Weight {
		// Shortest run: 37_375 ns.
		Weight::from_parts(40_019_000, 5563)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:0)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	fn attend() -> Weight {
		// Shortest run: 40_149 ns.
		Weight::from_parts(42_824_000, 5563)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Tallies` (r:1 w:0)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::ParticipationOf` (r:1 w:1)
	/// Proof: `OpenClaw::ParticipationOf` (`max_values`: Some(1), `max_size`: Some(17), added: 512, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Pruning` (r:1 w:1)
	/// Proof: `OpenClaw::Pruning` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:0 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Shortest run: 114_030 ns.
		Weight::from_parts(118_095_000, 6083)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(16))
	}
	/// Storage: `OpenClaw::Calls` (r:1 w:0)
	/// Proof: `OpenClaw::Calls` (`max_values`: None, `max_size`: Some(51216), added: 53691, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Records` (r:1 w:1)
	/// Proof: `OpenClaw::Records` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Pruning` (r:1 w:1)
	/// Proof: `OpenClaw::Pruning` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:0 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	fn enact(b: u32, ) -> Weight {
		// Shortest run: 94_701 ns.
		Weight::from_parts(96_997_582, 54681)
			.saturating_add(Weight::from_parts(1_136, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Council::Members` (r:1 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `OpenClaw::Brakes` (r:1 w:1)
	/// Proof: `OpenClaw::Brakes` (`max_values`: Some(1), `max_size`: Some(9047), added: 9542, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:0)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:64 w:64)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_council() -> Weight {
		// Shortest run: 936_932 ns.
		Weight::from_parts(967_668_000, 170462)
			.saturating_add(T::DbWeight::get().reads(68))
			.saturating_add(T::DbWeight::get().writes(67))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Enacting` (r:1 w:0)
	/// Proof: `OpenClaw::Enacting` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::OpenVotes` (r:1 w:1)
	/// Proof: `OpenClaw::OpenVotes` (`max_values`: Some(1), `max_size`: Some(1282), added: 1777, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Pruning` (r:1 w:1)
	/// Proof: `OpenClaw::Pruning` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn cancel_proposal() -> Weight {
		// Shortest run: 102_863 ns.
		Weight::from_parts(107_770_000, 5563)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	/// Storage: `OpenClaw::Brakes` (r:1 w:1)
	/// Proof: `OpenClaw::Brakes` (`max_values`: Some(1), `max_size`: Some(9047), added: 9542, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TxPause::PausedCalls` (r:16 w:16)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(532), added: 3007, mode: `MaxEncodedLen`)
	fn pause(n: u32, ) -> Weight {
		// Shortest run: 58_627 ns.
		Weight::from_parts(65_188_740, 10532)
			.saturating_add(Weight::from_parts(8_661_759, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	/// Storage: `OpenClaw::Brakes` (r:1 w:1)
	/// Proof: `OpenClaw::Brakes` (`max_values`: Some(1), `max_size`: Some(9047), added: 9542, mode: `MaxEncodedLen`)
	/// Storage: `TxPause::PausedCalls` (r:16 w:16)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(532), added: 3007, mode: `MaxEncodedLen`)
	fn unpause(n: u32, ) -> Weight {
		// Shortest run: 40_330 ns.
		Weight::from_parts(44_694_733, 10532)
			.saturating_add(Weight::from_parts(10_282_519, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	/// Storage: `OpenClaw::Brakes` (r:1 w:1)
	/// Proof: `OpenClaw::Brakes` (`max_values`: Some(1), `max_size`: Some(9047), added: 9542, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::SlotDuration` (r:1 w:0)
	/// Proof: `ChainSettings::SlotDuration` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SafeMode::EnteredUntil` (r:1 w:1)
	/// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn enter_safe_mode() -> Weight {
		// Shortest run: 64_355 ns.
		Weight::from_parts(68_412_000, 10532)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `OpenClaw::Brakes` (r:1 w:1)
	/// Proof: `OpenClaw::Brakes` (`max_values`: Some(1), `max_size`: Some(9047), added: 9542, mode: `MaxEncodedLen`)
	/// Storage: `SafeMode::EnteredUntil` (r:1 w:1)
	/// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn exit_safe_mode() -> Weight {
		// Shortest run: 47_591 ns.
		Weight::from_parts(51_827_000, 10532)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `OpenClaw::Policies` (r:1 w:1)
	/// Proof: `OpenClaw::Policies` (`max_values`: None, `max_size`: Some(4197), added: 6672, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Enacting` (r:1 w:0)
	/// Proof: `OpenClaw::Enacting` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_policy(b: u32, ) -> Weight {
		// Shortest run: 19_369 ns.
		Weight::from_parts(22_214_591, 7662)
			.saturating_add(Weight::from_parts(541, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Policies` (r:1 w:1)
	/// Proof: `OpenClaw::Policies` (`max_values`: None, `max_size`: Some(4197), added: 6672, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::CounterForPolicies` (r:1 w:1)
	/// Proof: `OpenClaw::CounterForPolicies` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn remove_policy() -> Weight {
		// Shortest run: 15_533 ns.
		Weight::from_parts(17_096_000, 7662)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `OpenClaw::Brakes` (r:1 w:0)
	/// Proof: `OpenClaw::Brakes` (`max_values`: Some(1), `max_size`: Some(9047), added: 9542, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:0)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Pruning` (r:1 w:0)
	/// Proof: `OpenClaw::Pruning` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LastServed` (r:1 w:0)
	/// Proof: `OpenClaw::LastServed` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::DelegatorCursors` (r:1 w:0)
	/// Proof: `OpenClaw::DelegatorCursors` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Shortest run: 52_117 ns.
		Weight::from_parts(56_824_000, 10532)
			.saturating_add(T::DbWeight::get().reads(6))
	}
	/// Storage: `OpenClaw::VoteOrder` (r:8 w:8)
	/// Proof: `OpenClaw::VoteOrder` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:8 w:8)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:8 w:8)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:8 w:8)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	fn prune_votes(n: u32, ) -> Weight {
		// Shortest run: 70_265 ns.
		Weight::from_parts(71_356_000, 990)
			.saturating_add(Weight::from_parts(60_299_401, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5093).saturating_mul(n.into()))
	}
	/// Storage: `OpenClaw::Pruning` (r:1 w:1)
	/// Proof: `OpenClaw::Pruning` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:1 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Texts` (r:1 w:1)
	/// Proof: `OpenClaw::Texts` (`max_values`: None, `max_size`: Some(21093), added: 23568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:2 w:2)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:1)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Records` (r:1 w:1)
	/// Proof: `OpenClaw::Records` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:0)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:0 w:1)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Calls` (r:0 w:1)
	/// Proof: `OpenClaw::Calls` (`max_values`: None, `max_size`: Some(51216), added: 53691, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Summaries` (r:0 w:1)
	/// Proof: `OpenClaw::Summaries` (`max_values`: None, `max_size`: Some(184), added: 2659, mode: `MaxEncodedLen`)
	fn archive() -> Weight {
		// Shortest run: 158_675 ns.
		Weight::from_parts(208_109_000, 24558)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(15))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn bootstrap_dispatch() -> Weight {
		Weight::from_parts(12_719_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn count_down() -> Weight {
		Weight::from_parts(4_707_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn make_up_for_lost_time(p: u32, ) -> Weight {
		Weight::from_parts(905_834, 2767)
			.saturating_add(Weight::from_parts(24_461_149, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4573).saturating_mul(p.into()))
	}
	fn propose(b: u32, ) -> Weight {
		Weight::from_parts(233_468_816, 31338)
			.saturating_add(Weight::from_parts(3_379, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(31))
			.saturating_add(ParityDbWeight::get().writes(15))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(110_274_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn vote(b: u32, ) -> Weight {
		Weight::from_parts(306_791_700, 21435)
			.saturating_add(Weight::from_parts(8_050, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(31))
			.saturating_add(ParityDbWeight::get().writes(19))
	}
	fn vote_by_strategy() -> Weight {
		Weight::from_parts(252_355_000, 21435)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(17))
	}
	fn evaluation() -> Weight {
		Weight::from_parts(54_290_000, 6048)
			.saturating_add(ParityDbWeight::get().reads(9))
	}
	fn are_large(n: u32, ) -> Weight {
		Weight::from_parts(3_068_670, 990)
			.saturating_add(Weight::from_parts(4_083_832, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2832).saturating_mul(n.into()))
	}
	fn cast_for_delegator() -> Weight {
		Weight::from_parts(208_740_000, 7702)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(13))
	}
	fn cast_delegators(n: u32, ) -> Weight {
		Weight::from_parts(139_683_390, 6126)
			.saturating_add(Weight::from_parts(112_150_206, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().reads((14_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(10))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6544).saturating_mul(n.into()))
	}
	fn approve() -> Weight {
		Weight::from_parts(33_129_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn revoke_approval() -> Weight {
		Weight::from_parts(24_797_000, 3711)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn challenge(b: u32, ) -> Weight {
		Weight::from_parts(219_238_815, 33867)
			.saturating_add(Weight::from_parts(550, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn verdict() -> Weight {
		Weight::from_parts(170_844_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(19))
	}
	fn postpone() -> Weight {
		Weight::from_parts(40_019_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn attend() -> Weight {
		Weight::from_parts(42_824_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn decide() -> Weight {
		Weight::from_parts(118_095_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(16))
	}
	fn enact(b: u32, ) -> Weight {
		Weight::from_parts(96_997_582, 54681)
			.saturating_add(Weight::from_parts(1_136, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn set_council() -> Weight {
		Weight::from_parts(967_668_000, 170462)
			.saturating_add(ParityDbWeight::get().reads(68))
			.saturating_add(ParityDbWeight::get().writes(67))
	}
	fn cancel_proposal() -> Weight {
		Weight::from_parts(107_770_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn pause(n: u32, ) -> Weight {
		Weight::from_parts(65_188_740, 10532)
			.saturating_add(Weight::from_parts(8_661_759, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	fn unpause(n: u32, ) -> Weight {
		Weight::from_parts(44_694_733, 10532)
			.saturating_add(Weight::from_parts(10_282_519, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	fn enter_safe_mode() -> Weight {
		Weight::from_parts(68_412_000, 10532)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn exit_safe_mode() -> Weight {
		Weight::from_parts(51_827_000, 10532)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn set_policy(b: u32, ) -> Weight {
		Weight::from_parts(22_214_591, 7662)
			.saturating_add(Weight::from_parts(541, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn remove_policy() -> Weight {
		Weight::from_parts(17_096_000, 7662)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn poll() -> Weight {
		Weight::from_parts(56_824_000, 10532)
			.saturating_add(ParityDbWeight::get().reads(6))
	}
	fn prune_votes(n: u32, ) -> Weight {
		Weight::from_parts(71_356_000, 990)
			.saturating_add(Weight::from_parts(60_299_401, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5093).saturating_mul(n.into()))
	}
	fn archive() -> Weight {
		Weight::from_parts(208_109_000, 24558)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(15))
	}
}
