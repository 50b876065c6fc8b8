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
	/// Cost of `vote`, where `b` is in `[0, 2000]`, where `p` is in `[0, 63]`.
	fn vote(b: u32, p: u32, ) -> Weight;
	/// Cost of `plain_vote`, where `p` is in `[0, 63]`.
	fn plain_vote(p: u32, ) -> Weight;
	/// Cost of `evaluation`.
	fn evaluation() -> Weight;
	/// Cost of `are_large`, where `n` is in `[0, 16]`.
	fn are_large(n: u32, ) -> Weight;
	/// Cost of `cast_for_delegator`.
	fn cast_for_delegator() -> Weight;
	/// Cost of `cast_delegators`, where `n` is in `[1, 4]`.
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
	fn bootstrap_dispatch() -> Weight {
		// Shortest run: 9_954 ns.
		Weight::from_parts(11_287_000, 0)
	}
	fn count_down() -> Weight {
		// Shortest run: 1_712 ns.
		Weight::from_parts(2_023_000, 0)
	}
	/// Storage: `OpenClaw::Proposals` (r:64 w:64)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:64)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:64 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	fn make_up_for_lost_time(p: u32, ) -> Weight {
		// Shortest run: 802 ns.
		Weight::from_parts(912_000, 990)
			.saturating_add(Weight::from_parts(23_830_835, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4573).saturating_mul(p.into()))
	}
	/// Storage: `Parameters::Parameters` (r:12 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:0)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Texts` (r:0 w:1)
	/// Proof: `OpenClaw::Texts` (`max_values`: None, `max_size`: Some(21093), added: 23568, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:0 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Calls` (r:0 w:1)
	/// Proof: `OpenClaw::Calls` (`max_values`: None, `max_size`: Some(51216), added: 53691, mode: `MaxEncodedLen`)
	fn propose(b: u32, ) -> Weight {
		// Shortest run: 233_608 ns.
		Weight::from_parts(234_448_451, 31338)
			.saturating_add(Weight::from_parts(3_103, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Shortest run: 89_262 ns.
		Weight::from_parts(95_862_000, 5563)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:2 w:2)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:2 w:2)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
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
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::VoteOrder` (r:0 w:1)
	/// Proof: `OpenClaw::VoteOrder` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn vote(b: u32, p: u32, ) -> Weight {
		// On 2026-11-28 on an Intel Xeon, converted: it took 1.27 times as long for the others.
		// Shortest run: 410_501 ns there.
		Weight::from_parts(358_300_000, 21435)
			.saturating_add(Weight::from_parts(4_800_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(16))
			.saturating_add(Weight::from_parts(0, 2583).saturating_mul(p.into()))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:1 w:1)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Ballots` (r:1 w:1)
	/// Proof: `VotingPower::Ballots` (`max_values`: None, `max_size`: Some(287), added: 2762, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:64 w:0)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
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
	/// Storage: `OpenClaw::DelegatorCursors` (r:1 w:0)
	/// Proof: `OpenClaw::DelegatorCursors` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegators` (r:1 w:0)
	/// Proof: `VotingPower::Delegators` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::VoteOrder` (r:0 w:1)
	/// Proof: `OpenClaw::VoteOrder` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn plain_vote(p: u32, ) -> Weight {
		// On 2026-11-28 on an Intel Xeon, converted: it took 1.27 times as long for the others.
		// Shortest run: 281_875 ns there.
		Weight::from_parts(248_000_000, 21435)
			.saturating_add(Weight::from_parts(4_110_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(Weight::from_parts(0, 2583).saturating_mul(p.into()))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Tallies` (r:1 w:0)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:0)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Records` (r:1 w:0)
	/// Proof: `OpenClaw::Records` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	fn evaluation() -> Weight {
		// Shortest run: 42_684 ns.
		Weight::from_parts(45_798_000, 6048)
			.saturating_add(T::DbWeight::get().reads(7))
	}
	/// Storage: `GpuStaking::Pools` (r:16 w:0)
	/// Proof: `GpuStaking::Pools` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn are_large(n: u32, ) -> Weight {
		// Shortest run: 250 ns.
		Weight::from_parts(1_438_311, 990)
			.saturating_add(Weight::from_parts(4_498_671, 0).saturating_mul(n.into()))
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
	/// Storage: `OpenClaw::Votes` (r:1 w:1)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	fn cast_for_delegator() -> Weight {
		// On 2026-11-28 on an Intel Xeon, converted: it took 1.27 times as long for the others.
		// Shortest run: 286_843 ns there.
		Weight::from_parts(243_900_000, 21435)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(11))
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
	/// Storage: `VotingPower::ArchivedPoints` (r:7 w:0)
	/// Proof: `VotingPower::ArchivedPoints` (`max_values`: None, `max_size`: Some(17970), added: 20445, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:7 w:0)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
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
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	fn cast_delegators(n: u32, ) -> Weight {
		// On 2026-11-28 on an Intel Xeon, converted: it took 1.27 times as long for the others.
		// Shortest run: 307_081 ns there.
		Weight::from_parts(113_300_000, 6126)
			.saturating_add(Weight::from_parts(155_700_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((16_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 19934).saturating_mul(n.into()))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:1)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Shortest run: 21_302 ns.
		Weight::from_parts(25_147_000, 5563)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:1)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	fn revoke_approval() -> Weight {
		// Shortest run: 16_615 ns.
		Weight::from_parts(18_738_000, 3711)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:13 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:1)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:2 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:0)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::Pools` (r:0 w:1)
	/// Proof: `ValidationPool::Pools` (`max_values`: None, `max_size`: Some(389), added: 2864, mode: `MaxEncodedLen`)
	fn challenge(b: u32, ) -> Weight {
		// Shortest run: 182_481 ns.
		Weight::from_parts(200_463_701, 33867)
			.saturating_add(Weight::from_parts(6_584, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(5))
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
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Records` (r:1 w:1)
	/// Proof: `OpenClaw::Records` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn verdict() -> Weight {
		// Shortest run: 156_623 ns.
		Weight::from_parts(168_430_000, 8943)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	fn postpone() -> Weight {
		// Shortest run: 29_454 ns.
		Weight::from_parts(32_499_000, 5563)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Approvals` (r:1 w:0)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	fn attend() -> Weight {
		// Shortest run: 28_793 ns.
		Weight::from_parts(31_467_000, 5563)
			.saturating_add(T::DbWeight::get().reads(4))
	}
	/// Storage: `OpenClaw::Tallies` (r:1 w:0)
	/// Proof: `OpenClaw::Tallies` (`max_values`: None, `max_size`: Some(284), added: 2759, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:0 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Shortest run: 103_103 ns.
		Weight::from_parts(111_245_000, 6083)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
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
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Records` (r:1 w:1)
	/// Proof: `OpenClaw::Records` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:0 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	fn enact(b: u32, ) -> Weight {
		// Shortest run: 85_467 ns.
		Weight::from_parts(99_127_865, 54681)
			.saturating_add(Weight::from_parts(748, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `OpenClaw::Approvals` (r:64 w:64)
	/// Proof: `OpenClaw::Approvals` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	fn set_council() -> Weight {
		// Shortest run: 908_220 ns.
		Weight::from_parts(947_738_000, 170462)
			.saturating_add(T::DbWeight::get().reads(64))
			.saturating_add(T::DbWeight::get().writes(64))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Polls` (r:1 w:1)
	/// Proof: `VotingPower::Polls` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Closed` (r:1 w:1)
	/// Proof: `VotingPower::Closed` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Challenges` (r:1 w:0)
	/// Proof: `OpenClaw::Challenges` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveOf` (r:1 w:1)
	/// Proof: `OpenClaw::LiveOf` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::LiveBy` (r:1 w:1)
	/// Proof: `OpenClaw::LiveBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Ended` (r:1 w:1)
	/// Proof: `OpenClaw::Ended` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Finished` (r:0 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn cancel_proposal() -> Weight {
		// Shortest run: 89_433 ns.
		Weight::from_parts(94_200_000, 5563)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `TxPause::PausedCalls` (r:16 w:16)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(532), added: 3007, mode: `MaxEncodedLen`)
	fn pause(n: u32, ) -> Weight {
		// Shortest run: 51_697 ns.
		Weight::from_parts(58_118_360, 6048)
			.saturating_add(Weight::from_parts(8_908_392, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	/// Storage: `TxPause::PausedCalls` (r:16 w:16)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(532), added: 3007, mode: `MaxEncodedLen`)
	fn unpause(n: u32, ) -> Weight {
		// Shortest run: 37_266 ns.
		Weight::from_parts(44_078_720, 990)
			.saturating_add(Weight::from_parts(11_213_295, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn enter_safe_mode() -> Weight {
		// Shortest run: 55_732 ns.
		Weight::from_parts(62_803_000, 6048)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	fn exit_safe_mode() -> Weight {
		// Shortest run: 41_242 ns.
		Weight::from_parts(45_989_000, 0)
	}
	/// Storage: `OpenClaw::Policies` (r:1 w:1)
	/// Proof: `OpenClaw::Policies` (`max_values`: None, `max_size`: Some(4197), added: 6672, mode: `MaxEncodedLen`)
	fn set_policy(b: u32, ) -> Weight {
		// Shortest run: 17_526 ns.
		Weight::from_parts(20_016_235, 7662)
			.saturating_add(Weight::from_parts(619, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OpenClaw::Policies` (r:1 w:1)
	/// Proof: `OpenClaw::Policies` (`max_values`: None, `max_size`: Some(4197), added: 6672, mode: `MaxEncodedLen`)
	fn remove_policy() -> Weight {
		// Shortest run: 13_290 ns.
		Weight::from_parts(15_413_000, 7662)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::DelegatorCursors` (r:1 w:0)
	/// Proof: `OpenClaw::DelegatorCursors` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Shortest run: 43_865 ns.
		Weight::from_parts(48_933_000, 3558)
			.saturating_add(T::DbWeight::get().reads(2))
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
		// Shortest run: 64_596 ns.
		Weight::from_parts(22_329_760, 990)
			.saturating_add(Weight::from_parts(61_201_650, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5093).saturating_mul(n.into()))
	}
	/// Storage: `OpenClaw::Finished` (r:1 w:1)
	/// Proof: `OpenClaw::Finished` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Proposals` (r:1 w:1)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
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
		// Shortest run: 147_449 ns.
		Weight::from_parts(156_042_000, 24558)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(14))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn bootstrap_dispatch() -> Weight {
		Weight::from_parts(11_287_000, 0)
	}
	fn count_down() -> Weight {
		Weight::from_parts(2_023_000, 0)
	}
	fn make_up_for_lost_time(p: u32, ) -> Weight {
		Weight::from_parts(912_000, 990)
			.saturating_add(Weight::from_parts(23_830_835, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4573).saturating_mul(p.into()))
	}
	fn propose(b: u32, ) -> Weight {
		Weight::from_parts(234_448_451, 31338)
			.saturating_add(Weight::from_parts(3_103, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(95_862_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn vote(b: u32, p: u32, ) -> Weight {
		Weight::from_parts(358_300_000, 21435)
			.saturating_add(Weight::from_parts(4_800_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(27))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(16))
			.saturating_add(Weight::from_parts(0, 2583).saturating_mul(p.into()))
	}
	fn plain_vote(p: u32, ) -> Weight {
		Weight::from_parts(248_000_000, 21435)
			.saturating_add(Weight::from_parts(4_110_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(9))
			.saturating_add(Weight::from_parts(0, 2583).saturating_mul(p.into()))
	}
	fn evaluation() -> Weight {
		Weight::from_parts(45_798_000, 6048)
			.saturating_add(ParityDbWeight::get().reads(7))
	}
	fn are_large(n: u32, ) -> Weight {
		Weight::from_parts(1_438_311, 990)
			.saturating_add(Weight::from_parts(4_498_671, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2832).saturating_mul(n.into()))
	}
	fn cast_for_delegator() -> Weight {
		Weight::from_parts(243_900_000, 21435)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn cast_delegators(n: u32, ) -> Weight {
		Weight::from_parts(113_300_000, 6126)
			.saturating_add(Weight::from_parts(155_700_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().reads((16_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(7))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 19934).saturating_mul(n.into()))
	}
	fn approve() -> Weight {
		Weight::from_parts(25_147_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn revoke_approval() -> Weight {
		Weight::from_parts(18_738_000, 3711)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn challenge(b: u32, ) -> Weight {
		Weight::from_parts(200_463_701, 33867)
			.saturating_add(Weight::from_parts(6_584, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn verdict() -> Weight {
		Weight::from_parts(168_430_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn postpone() -> Weight {
		Weight::from_parts(32_499_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn attend() -> Weight {
		Weight::from_parts(31_467_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(4))
	}
	fn decide() -> Weight {
		Weight::from_parts(111_245_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn enact(b: u32, ) -> Weight {
		Weight::from_parts(99_127_865, 54681)
			.saturating_add(Weight::from_parts(748, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn set_council() -> Weight {
		Weight::from_parts(947_738_000, 170462)
			.saturating_add(ParityDbWeight::get().reads(64))
			.saturating_add(ParityDbWeight::get().writes(64))
	}
	fn cancel_proposal() -> Weight {
		Weight::from_parts(94_200_000, 5563)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn pause(n: u32, ) -> Weight {
		Weight::from_parts(58_118_360, 6048)
			.saturating_add(Weight::from_parts(8_908_392, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	fn unpause(n: u32, ) -> Weight {
		Weight::from_parts(44_078_720, 990)
			.saturating_add(Weight::from_parts(11_213_295, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3007).saturating_mul(n.into()))
	}
	fn enter_safe_mode() -> Weight {
		Weight::from_parts(62_803_000, 6048)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn exit_safe_mode() -> Weight {
		Weight::from_parts(45_989_000, 0)
	}
	fn set_policy(b: u32, ) -> Weight {
		Weight::from_parts(20_016_235, 7662)
			.saturating_add(Weight::from_parts(619, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn remove_policy() -> Weight {
		Weight::from_parts(15_413_000, 7662)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn poll() -> Weight {
		Weight::from_parts(48_933_000, 3558)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn prune_votes(n: u32, ) -> Weight {
		Weight::from_parts(22_329_760, 990)
			.saturating_add(Weight::from_parts(61_201_650, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5093).saturating_mul(n.into()))
	}
	fn archive() -> Weight {
		Weight::from_parts(156_042_000, 24558)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
}
