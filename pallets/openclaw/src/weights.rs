//! Weights of `pallet_openclaw`, written by `scripts/weights.sh` on 2026-11-26. Do not edit.
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
	/// Cost of `vote_by_strategy`.
	fn vote_by_strategy() -> Weight;
	/// Cost of `evaluation`.
	fn evaluation() -> Weight;
	/// Cost of `are_large`, where `n` is in `[0, 16]`.
	fn are_large(n: u32, ) -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `OpenClaw::Bootstrap` (r:1 w:0)
	/// Proof: `OpenClaw::Bootstrap` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn bootstrap_dispatch() -> Weight {
		// Shortest run: 18_314 ns.
		Weight::from_parts(28_022_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `OpenClaw::Bootstrap` (r:1 w:1)
	/// Proof: `OpenClaw::Bootstrap` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn count_down() -> Weight {
		// Shortest run: 6_221 ns.
		Weight::from_parts(9_518_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:64 w:64)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:64)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:64 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	fn make_up_for_lost_time(p: u32, ) -> Weight {
		// Shortest run: 6_212 ns.
		Weight::from_parts(35_272_286, 2255)
			.saturating_add(Weight::from_parts(28_474_848, 0).saturating_mul(p.into()))
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
	/// Storage: `System::Account` (r:6 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
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
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Texts` (r:0 w:1)
	/// Proof: `OpenClaw::Texts` (`max_values`: None, `max_size`: Some(21093), added: 23568, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:0 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Calls` (r:0 w:1)
	/// Proof: `OpenClaw::Calls` (`max_values`: None, `max_size`: Some(51216), added: 53691, mode: `MaxEncodedLen`)
	fn propose(b: u32, ) -> Weight {
		// Shortest run: 287_487 ns.
		Weight::from_parts(285_858_922, 31338)
			.saturating_add(Weight::from_parts(4_800, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().writes(15))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
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
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
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
		// Shortest run: 133_148 ns.
		Weight::from_parts(147_525_000, 5563)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:1 w:1)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:1 w:1)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(238), added: 2713, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::ArchivedPoints` (r:1 w:0)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:1)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(252), added: 2727, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::DelegatorCursors` (r:1 w:1)
	/// Proof: `OpenClaw::DelegatorCursors` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:1 w:0)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::VoteOrder` (r:0 w:1)
	/// Proof: `OpenClaw::VoteOrder` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn vote(b: u32, ) -> Weight {
		// Shortest run: 158_175 ns.
		Weight::from_parts(240_103_043, 21435)
			.saturating_add(Weight::from_parts(37_569, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(238), added: 2713, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:1 w:1)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:1 w:1)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:1)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(252), added: 2727, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:1 w:1)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn cast_for_delegator() -> Weight {
		// Shortest run: 150_250 ns.
		Weight::from_parts(162_042_000, 6416)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `OpenClaw::DelegatorCursors` (r:2 w:1)
	/// Proof: `OpenClaw::DelegatorCursors` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:8 w:0)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:9 w:9)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(238), added: 2713, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:8 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::OwnerSums` (r:8 w:8)
	/// Proof: `VotingPower::OwnerSums` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Freezes` (r:8 w:8)
	/// Proof: `VotingPower::Freezes` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:8 w:8)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:8 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:1)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(252), added: 2727, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:1 w:1)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LastServed` (r:0 w:1)
	/// Proof: `OpenClaw::LastServed` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	fn cast_delegators(n: u32, ) -> Weight {
		// Shortest run: 169_396 ns.
		Weight::from_parts(173_162_000, 6126)
			.saturating_add(Weight::from_parts(112_238_528, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3805).saturating_mul(n.into()))
	}
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:1)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Shortest run: 43_491 ns.
		Weight::from_parts(60_823_000, 5563)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:1)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	fn revoke_approval() -> Weight {
		// Shortest run: 32_872 ns.
		Weight::from_parts(48_701_000, 3710)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:13 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:1)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
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
		// Shortest run: 265_145 ns.
		Weight::from_parts(474_100_787, 33867)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `OpenClaw::Challenges` (r:1 w:1)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForPolls` (r:1 w:1)
	/// Proof: `VotingPower::CounterForPolls` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::CounterForClosed` (r:1 w:1)
	/// Proof: `VotingPower::CounterForClosed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
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
	fn verdict() -> Weight {
		// Shortest run: 199_011 ns.
		Weight::from_parts(310_669_000, 8943)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(19))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Agenda` (r:1 w:1)
	/// Proof: `OpenClaw::Agenda` (`max_values`: Some(1), `max_size`: Some(770), added: 1265, mode: `MaxEncodedLen`)
	fn postpone() -> Weight {
		// Shortest run: 53_039 ns.
		Weight::from_parts(71_444_000, 5563)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
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
		// Shortest run: 53_570 ns.
		Weight::from_parts(82_043_000, 5563)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Tallies` (r:1 w:0)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(252), added: 2727, mode: `MaxEncodedLen`)
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
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
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
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Shortest run: 143_948 ns.
		Weight::from_parts(245_638_000, 6083)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
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
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	fn enact(b: u32, ) -> Weight {
		// Shortest run: 143_578 ns.
		Weight::from_parts(194_387_349, 54681)
			.saturating_add(Weight::from_parts(1_433, 0).saturating_mul(b.into()))
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
		// Shortest run: 1_186_322 ns.
		Weight::from_parts(2_154_558_000, 170462)
			.saturating_add(T::DbWeight::get().reads(68))
			.saturating_add(T::DbWeight::get().writes(67))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
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
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
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
		// Shortest run: 134_291 ns.
		Weight::from_parts(227_605_000, 5563)
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
		// Shortest run: 79_558 ns.
		Weight::from_parts(134_994_599, 10532)
			.saturating_add(Weight::from_parts(12_860_922, 0).saturating_mul(n.into()))
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
		// Shortest run: 53_600 ns.
		Weight::from_parts(120_299_832, 10532)
			.saturating_add(Weight::from_parts(19_219_565, 0).saturating_mul(n.into()))
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
		// Shortest run: 86_391 ns.
		Weight::from_parts(94_025_000, 10532)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `OpenClaw::Brakes` (r:1 w:1)
	/// Proof: `OpenClaw::Brakes` (`max_values`: Some(1), `max_size`: Some(9047), added: 9542, mode: `MaxEncodedLen`)
	/// Storage: `SafeMode::EnteredUntil` (r:1 w:1)
	/// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn exit_safe_mode() -> Weight {
		// Shortest run: 63_919 ns.
		Weight::from_parts(72_104_000, 10532)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `OpenClaw::Policies` (r:1 w:1)
	/// Proof: `OpenClaw::Policies` (`max_values`: None, `max_size`: Some(4197), added: 6672, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Enacting` (r:1 w:0)
	/// Proof: `OpenClaw::Enacting` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_policy(b: u32, ) -> Weight {
		// Shortest run: 29_285 ns.
		Weight::from_parts(33_367_813, 7662)
			.saturating_add(Weight::from_parts(2_934, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Policies` (r:1 w:1)
	/// Proof: `OpenClaw::Policies` (`max_values`: None, `max_size`: Some(4197), added: 6672, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::CounterForPolicies` (r:1 w:1)
	/// Proof: `OpenClaw::CounterForPolicies` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn remove_policy() -> Weight {
		// Shortest run: 24_014 ns.
		Weight::from_parts(28_523_000, 7662)
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
		// Shortest run: 67_626 ns.
		Weight::from_parts(89_987_000, 10532)
			.saturating_add(T::DbWeight::get().reads(6))
	}
	/// Storage: `OpenClaw::VoteOrder` (r:8 w:8)
	/// Proof: `OpenClaw::VoteOrder` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:8 w:8)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:8 w:8)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:8 w:8)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	fn prune_votes(n: u32, ) -> Weight {
		// Shortest run: 89_066 ns.
		Weight::from_parts(94_957_000, 990)
			.saturating_add(Weight::from_parts(83_153_900, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5093).saturating_mul(n.into()))
	}
	/// Storage: `OpenClaw::Pruning` (r:1 w:1)
	/// Proof: `OpenClaw::Pruning` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:1 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `ChainSettings::Tempo` (r:1 w:0)
	/// Proof: `ChainSettings::Tempo` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Texts` (r:1 w:1)
	/// Proof: `OpenClaw::Texts` (`max_values`: None, `max_size`: Some(21093), added: 23568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:2 w:2)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:1)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:0)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(252), added: 2727, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:0 w:1)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Calls` (r:0 w:1)
	/// Proof: `OpenClaw::Calls` (`max_values`: None, `max_size`: Some(51216), added: 53691, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Summaries` (r:0 w:1)
	/// Proof: `OpenClaw::Summaries` (`max_values`: None, `max_size`: Some(184), added: 2659, mode: `MaxEncodedLen`)
	fn archive() -> Weight {
		// Shortest run: 192_038 ns.
		Weight::from_parts(316_681_000, 24558)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(15))
	}
	fn vote_by_strategy() -> Weight {
		// An estimate.
		Weight::from_parts(235_000_000, 21435)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn evaluation() -> Weight {
		// An estimate.
		Weight::from_parts(60_000_000, 5563)
			.saturating_add(T::DbWeight::get().reads(9))
	}
	fn are_large(n: u32, ) -> Weight {
		// An estimate.
		Weight::from_parts(5_000_000, 0)
			.saturating_add(Weight::from_parts(15_000_000, 2529).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn bootstrap_dispatch() -> Weight {
		Weight::from_parts(28_022_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn count_down() -> Weight {
		Weight::from_parts(9_518_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn make_up_for_lost_time(p: u32, ) -> Weight {
		Weight::from_parts(35_272_286, 2255)
			.saturating_add(Weight::from_parts(28_474_848, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4573).saturating_mul(p.into()))
	}
	fn propose(b: u32, ) -> Weight {
		Weight::from_parts(285_858_922, 31338)
			.saturating_add(Weight::from_parts(4_800, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(31))
			.saturating_add(ParityDbWeight::get().writes(15))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(147_525_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn vote(b: u32, ) -> Weight {
		Weight::from_parts(240_103_043, 21435)
			.saturating_add(Weight::from_parts(37_569, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(13))
	}
	fn cast_for_delegator() -> Weight {
		Weight::from_parts(162_042_000, 6416)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn cast_delegators(n: u32, ) -> Weight {
		Weight::from_parts(173_162_000, 6126)
			.saturating_add(Weight::from_parts(112_238_528, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(6))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3805).saturating_mul(n.into()))
	}
	fn approve() -> Weight {
		Weight::from_parts(60_823_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn revoke_approval() -> Weight {
		Weight::from_parts(48_701_000, 3710)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn challenge(b: u32, ) -> Weight {
		Weight::from_parts(474_100_787, 33867)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn verdict() -> Weight {
		Weight::from_parts(310_669_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(19))
	}
	fn postpone() -> Weight {
		Weight::from_parts(71_444_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn attend() -> Weight {
		Weight::from_parts(82_043_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn decide() -> Weight {
		Weight::from_parts(245_638_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(16))
	}
	fn enact(b: u32, ) -> Weight {
		Weight::from_parts(194_387_349, 54681)
			.saturating_add(Weight::from_parts(1_433, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn set_council() -> Weight {
		Weight::from_parts(2_154_558_000, 170462)
			.saturating_add(ParityDbWeight::get().reads(68))
			.saturating_add(ParityDbWeight::get().writes(67))
	}
	fn cancel_proposal() -> Weight {
		Weight::from_parts(227_605_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn pause(n: u32, ) -> Weight {
		Weight::from_parts(134_994_599, 10532)
			.saturating_add(Weight::from_parts(12_860_922, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	fn unpause(n: u32, ) -> Weight {
		Weight::from_parts(120_299_832, 10532)
			.saturating_add(Weight::from_parts(19_219_565, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	fn enter_safe_mode() -> Weight {
		Weight::from_parts(94_025_000, 10532)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn exit_safe_mode() -> Weight {
		Weight::from_parts(72_104_000, 10532)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn set_policy(b: u32, ) -> Weight {
		Weight::from_parts(33_367_813, 7662)
			.saturating_add(Weight::from_parts(2_934, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn remove_policy() -> Weight {
		Weight::from_parts(28_523_000, 7662)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn poll() -> Weight {
		Weight::from_parts(89_987_000, 10532)
			.saturating_add(ParityDbWeight::get().reads(6))
	}
	fn prune_votes(n: u32, ) -> Weight {
		Weight::from_parts(94_957_000, 990)
			.saturating_add(Weight::from_parts(83_153_900, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5093).saturating_mul(n.into()))
	}
	fn archive() -> Weight {
		Weight::from_parts(316_681_000, 24558)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(15))
	}
	fn vote_by_strategy() -> Weight {
		Weight::from_parts(235_000_000, 21435)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn evaluation() -> Weight {
		Weight::from_parts(60_000_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(9))
	}
	fn are_large(n: u32, ) -> Weight {
		Weight::from_parts(5_000_000, 0)
			.saturating_add(Weight::from_parts(15_000_000, 2529).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
	}
}
