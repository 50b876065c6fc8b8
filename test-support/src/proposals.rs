//! A double of proposals, as those use them who vote by strategy.

use crate::{now, AccountId};
use aitbc_primitives::{
    governance::{
        proposals::{Position, ProposalId, ProposalKind},
        strategies::{Evaluation, StrategyReason, StrategyVotes},
    },
    Balance, Moment,
};
use codec::{Decode, Encode};
use frame_support::{
    dispatch::DispatchClass,
    pallet_prelude::{OptionQuery, ValueQuery},
    storage_alias,
    weights::Weight,
    Twox64Concat,
};
use frame_system::ConsumedWeight;
use sp_runtime::DispatchError;

#[storage_alias]
type Proposals = StorageMap<TestSupport, Twox64Concat, ProposalId, TestProposal, OptionQuery>;
#[storage_alias]
type Votes = StorageDoubleMap<
    TestSupport,
    Twox64Concat,
    ProposalId,
    Twox64Concat,
    AccountId,
    Option<TestVote>,
    OptionQuery,
>;
#[storage_alias]
type Order = StorageValue<TestSupport, Vec<(ProposalId, AccountId)>, ValueQuery>;
#[storage_alias]
type Powerless = StorageMap<TestSupport, Twox64Concat, AccountId, (), OptionQuery>;
#[storage_alias]
type Evaluated = StorageValue<TestSupport, u32, ValueQuery>;
#[storage_alias]
type Besides = StorageValue<TestSupport, Weight, ValueQuery>;
// That of `frame_system`, if the runtime calls it so.
#[storage_alias]
type BlockWeight = StorageValue<System, ConsumedWeight, ValueQuery>;
#[storage_alias]
type VoteTime = StorageValue<TestSupport, u64, ValueQuery>;

/// A proposal of the double.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct TestProposal {
    /// Its type.
    pub kind: ProposalKind,
    /// When the power that counts was fixed.
    pub snapshot: Moment,
    /// When the second half of its vote begins.
    pub second_half: Moment,
    /// When its vote ends.
    pub ends: Moment,
    /// What the chain makes of it.
    pub evaluation: Evaluation,
}

/// A vote by strategy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct TestVote {
    /// The most tokens that count.
    pub max_power: Balance,
    /// Why.
    pub reason: StrategyReason,
}

impl TestVote {
    /// What it says.
    pub fn position(&self) -> Position {
        self.reason.position()
    }
}

/// Knows the proposals that it was told of. All can be voted on from their beginning, by everybody who has power.
pub struct TestProposals;

impl TestProposals {
    /// What cannot be counted.
    pub const NO_POWER: DispatchError = DispatchError::Other("nothing can be counted");

    /// Makes a proposal, in place of the one before.
    pub fn set(id: ProposalId, proposal: TestProposal) {
        Proposals::insert(id, proposal);
    }

    /// Makes a proposal whose snapshot is now, whose second half begins after `half`, and whose vote ends after twice
    /// that.
    pub fn open(id: ProposalId, kind: ProposalKind, half: Moment) {
        let snapshot = now();
        let (second_half, ends) = (snapshot + half, snapshot + 2 * half);
        let evaluation = Evaluation::default();
        Self::set(id, TestProposal { kind, snapshot, second_half, ends, evaluation });
    }

    /// Changes a proposal.
    pub fn change(id: ProposalId, change: impl FnOnce(&mut TestProposal)) {
        let mut proposal = Proposals::get(id).expect("there is such a proposal");
        change(&mut proposal);
        Proposals::insert(id, proposal);
    }

    /// Sets what the chain makes of a proposal: `sum` in all.
    pub fn evaluate(id: ProposalId, sum: i16) {
        Self::change(id, |proposal| {
            proposal.evaluation = Evaluation { support: sum, ..Evaluation::default() };
        });
    }

    /// How often proposals were evaluated.
    pub fn evaluated() -> u32 {
        Evaluated::get()
    }

    /// Ends the vote on a proposal, and forgets it.
    pub fn close(id: ProposalId) {
        Proposals::remove(id);
    }

    /// Has an account vote by hand.
    pub fn vote_by_hand(id: ProposalId, who: AccountId) {
        Votes::insert(id, who, None::<TestVote>);
    }

    /// The vote of an account by strategy.
    pub fn vote(id: ProposalId, who: AccountId) -> Option<TestVote> {
        Votes::get(id, who).flatten()
    }

    /// All votes by strategy, in their order.
    pub fn votes() -> Vec<(ProposalId, AccountId)> {
        Order::get()
    }

    /// Says whether an account has power, as all have otherwise.
    pub fn set_power(who: AccountId, has_power: bool) {
        if has_power {
            Powerless::remove(who);
        } else {
            Powerless::insert(who, ());
        }
    }

    /// Has each vote register so much with the block.
    pub fn register_besides(weight: Weight) {
        Besides::put(weight);
    }

    /// Sets what a vote costs at most, in microseconds of computing.
    pub fn set_vote_time(micros: u64) {
        VoteTime::put(micros);
    }
}

impl StrategyVotes<AccountId> for TestProposals {
    fn in_second_half() -> Vec<ProposalId> {
        let now = now();
        let mut ids: Vec<_> = Proposals::iter()
            .filter(|(_, proposal)| (proposal.second_half..proposal.ends).contains(&now))
            .map(|(id, _)| id)
            .collect();
        ids.sort_unstable();
        ids
    }

    fn second_half(id: ProposalId) -> Option<Moment> {
        let proposal = Proposals::get(id).filter(|proposal| now() < proposal.ends)?;
        Some(proposal.second_half)
    }

    fn snapshot(id: ProposalId) -> Option<Moment> {
        Some(Proposals::get(id)?.snapshot)
    }

    fn kind(id: ProposalId) -> Option<ProposalKind> {
        Some(Proposals::get(id)?.kind)
    }

    fn evaluation(id: ProposalId) -> Evaluation {
        Evaluated::mutate(|evaluated| *evaluated += 1);
        Proposals::get(id).map(|proposal| proposal.evaluation).unwrap_or_default()
    }

    fn has_voted(id: ProposalId, who: &AccountId) -> bool {
        Votes::contains_key(id, who)
    }

    fn vote_by_strategy(
        id: ProposalId,
        who: &AccountId,
        max_power: Balance,
        reason: StrategyReason,
    ) -> Result<Weight, DispatchError> {
        if Powerless::contains_key(who) || max_power == 0 {
            return Err(Self::NO_POWER);
        }
        assert!(!Votes::contains_key(id, who), "{who} has voted on {id}");
        Votes::insert(id, who, Some(TestVote { max_power, reason }));
        Order::append((id, *who));
        let besides = Besides::get();
        if besides != Weight::zero() {
            BlockWeight::mutate(|block| block.accrue(besides, DispatchClass::Normal));
        }
        Ok(Self::vote_weight())
    }

    fn vote_weight() -> Weight {
        Weight::from_parts(VoteTime::get().saturating_mul(1_000_000), 0)
    }

    fn evaluation_weight() -> Weight {
        Weight::from_parts(1_000, 0)
    }
}
