//! Governance: what clients ask the runtime about it.

pub mod court;
pub mod figures;
pub mod polls;
pub mod proposals;
pub mod strategies;

use crate::{Balance, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use figures::{ProposalFigures, ProposalParameters};
use proposals::{
    Count, DryRun, PolicyView, ProposalId, ProposalKind, ProposalView, Refused, Status, VoteView,
};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use strategies::Evaluation;

/// The power of an account and where it comes from, in the smallest unit of the token.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
pub struct VotingPower<AccountId> {
    /// The total balance.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub balance: Balance,
    /// Its average over the short window before.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub short_average: Balance,
    /// Its average over the long window before.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub long_average: Balance,
    /// The least of the three.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub power: Balance,
    /// Who votes with it now, if it does not vote itself.
    pub delegated_to: Option<AccountId>,
    /// What is frozen now, because it was counted in polls.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub frozen: Balance,
}

/// What a voter is to the market. Each class has at most a share of a poll.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum VoterClass {
    /// None of the others.
    #[default]
    #[codec(index = 0)]
    Human,
    /// Sells compute.
    #[codec(index = 1)]
    Provider,
    /// Buys compute.
    #[codec(index = 2)]
    Consumer,
    /// Builds what others use.
    #[codec(index = 3)]
    Builder,
    /// Brings others together.
    #[codec(index = 4)]
    Coordinator,
}

impl VoterClass {
    /// All classes.
    pub const ALL: [Self; 5] =
        [Self::Human, Self::Provider, Self::Consumer, Self::Builder, Self::Coordinator];
}

/// Power by the class of those whose tokens it comes from, in the smallest unit of the token.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct PowerByClass {
    /// The power of humans.
    pub human: Balance,
    /// The power of providers.
    pub provider: Balance,
    /// The power of consumers.
    pub consumer: Balance,
    /// The power of builders.
    pub builder: Balance,
    /// The power of coordinators.
    pub coordinator: Balance,
}

impl PowerByClass {
    /// `power` of one class.
    pub fn of(class: VoterClass, power: Balance) -> Self {
        let mut powers = Self::default();
        *powers.get_mut(class) = power;
        powers
    }

    /// The power of a class.
    pub fn get(&self, class: VoterClass) -> Balance {
        let mut powers = *self;
        *powers.get_mut(class)
    }

    fn get_mut(&mut self, class: VoterClass) -> &mut Balance {
        match class {
            VoterClass::Human => &mut self.human,
            VoterClass::Provider => &mut self.provider,
            VoterClass::Consumer => &mut self.consumer,
            VoterClass::Builder => &mut self.builder,
            VoterClass::Coordinator => &mut self.coordinator,
        }
    }

    /// The power of all classes.
    pub fn total(&self) -> Balance {
        VoterClass::ALL.into_iter().map(|class| self.get(class)).fold(0, Balance::saturating_add)
    }

    /// Both, class by class.
    pub fn saturating_add(self, other: Self) -> Self {
        self.merge(other, Balance::saturating_add)
    }

    /// The difference, class by class; nothing where `other` is more.
    pub fn saturating_sub(self, other: Self) -> Self {
        self.merge(other, Balance::saturating_sub)
    }

    fn merge(mut self, other: Self, merged: fn(Balance, Balance) -> Balance) -> Self {
        for class in VoterClass::ALL {
            let power = self.get_mut(class);
            *power = merged(*power, other.get(class));
        }
        self
    }
}

/// What voters are, as voting power asks those who know.
pub trait Classes<AccountId> {
    /// The class of `who`.
    fn class(who: &AccountId) -> VoterClass;

    /// What the reputation of the agent that `who` is, or whose wallet it is, adds to its votes. `None` if
    /// there is no such agent.
    fn bonus(who: &AccountId) -> Option<Bonus<AccountId>>;
}

/// What the reputation of an agent adds to its votes, and to those of its wallets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bonus<AccountId> {
    /// The agent.
    pub agent: AccountId,
    /// Its score: 100 for a new one, which adds nothing.
    pub score: u32,
    /// The most that it adds in a poll to all these votes together, in the smallest unit.
    pub limit: Balance,
}

/// All are humans.
impl<AccountId> Classes<AccountId> for () {
    fn class(_: &AccountId) -> VoterClass {
        VoterClass::Human
    }

    fn bonus(_: &AccountId) -> Option<Bonus<AccountId>> {
        None
    }
}

/// To whom accounts belong, as voting power asks those who know.
pub trait Owners<AccountId> {
    /// The beneficial owner of `who` at `at`, in milliseconds since 1970: in a poll the holder of one
    /// cap. It is `who` itself unless this is, for instance, the wallet of somebody's agent.
    ///
    /// The answer for a moment in the past, and for the present one, must never change, or a cap could be
    /// used twice: a change of ownership counts from the next later moment on (`since < at`), as
    /// delegations do, and so not in snapshots of its own block. And nobody may become an owner against
    /// their will, since what they own uses their cap.
    fn owner(who: &AccountId, at: Moment) -> AccountId;
}

/// Each account is its own owner.
impl<AccountId: Clone> Owners<AccountId> for () {
    fn owner(who: &AccountId, _: Moment) -> AccountId {
        who.clone()
    }
}

/// The state of voting power as a whole, for those who watch over a chain.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo,
)]
pub struct VotingFigures {
    /// All tokens outside of pots, in the smallest unit.
    pub base: Balance,
    /// Polls that are open.
    pub open_polls: u32,
    /// Polls that have ended and are still being cleared.
    pub closed_polls: u32,
    /// Histories in the queue of pruning, with those of dead accounts until their turn comes.
    pub histories: u64,
    /// For how long the first of them has been due, in milliseconds.
    pub overdue: Moment,
}

sp_api::decl_runtime_apis! {
    /// Governance. Version 1 knew voting power only, version 2 no evaluation.
    ///
    /// `RuntimeCall` is what proposals call, by the metadata of the runtime.
    #[api_version(3)]
    pub trait GovernanceApi<AccountId, RuntimeCall>
    where
        AccountId: codec::Codec,
        RuntimeCall: codec::Codec,
    {
        /// The power of `account` at a moment in milliseconds since 1970, or now.
        fn voting_power(account: AccountId, at: Option<Moment>) -> VotingPower<AccountId>;

        /// All tokens outside of pots, now: what power is measured against.
        fn voting_base() -> Balance;

        /// Voting power as a whole, now.
        fn voting_figures() -> VotingFigures;

        /// The rules by which proposals are made.
        fn parameters() -> ProposalParameters;

        /// A proposal. `None` if there never was one with this number.
        fn proposal(id: ProposalId) -> Option<ProposalView<AccountId>>;

        /// Where a proposal is in its life.
        fn proposal_status(id: ProposalId) -> Option<Status>;

        /// At most 100 of the proposals of this status, type and proposer, newest first, after the first
        /// `offset` of them. Looks at the newest 10 000 only.
        fn proposals(
            status: Option<Status>,
            kind: Option<ProposalKind>,
            proposer: Option<AccountId>,
            limit: u32,
            offset: u32,
        ) -> Vec<ProposalView<AccountId>>;

        /// At most 100 of the votes on a proposal, newest first, after the first `offset` of them.
        fn votes(id: ProposalId, limit: u32, offset: u32) -> Vec<VoteView<AccountId>>;

        /// The vote of an account.
        fn vote(id: ProposalId, who: AccountId) -> Option<VoteView<AccountId>>;

        /// How a vote would end if it did now.
        fn outcome_now(id: ProposalId) -> Option<Count>;

        /// What the chain makes of a proposal now, by its parts: nothing while evaluations are switched off.
        /// `None` if it is unknown or archived.
        fn evaluation(id: ProposalId) -> Option<Evaluation>;

        /// Why a proposal of this type could not make these calls.
        fn check(kind: ProposalKind, calls: Vec<RuntimeCall>) -> Result<(), Refused>;

        /// What would come of these calls, were a proposal of this type enacted now. Nothing of it stays.
        fn dry_run(kind: ProposalKind, calls: Vec<RuntimeCall>) -> Result<DryRun, Refused>;

        /// What would come of a proposal, were it enacted now. `None` if it is unknown or archived.
        fn dry_run_of(id: ProposalId) -> Option<Result<DryRun, Refused>>;

        /// At most 100 of the policies, in the order of storage, after the first `offset` of them.
        fn policies(limit: u32, offset: u32) -> Vec<PolicyView>;

        /// Proposals as a whole, now.
        fn proposal_figures() -> ProposalFigures;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_kept_apart_by_class() {
        let mut powers = PowerByClass::default();
        for (class, power) in VoterClass::ALL.into_iter().zip(1..) {
            powers = powers.saturating_add(PowerByClass::of(class, power));
        }
        assert_eq!(VoterClass::ALL.map(|class| powers.get(class)), [1, 2, 3, 4, 5]);
        assert_eq!(powers.total(), 15);
        let less = powers.saturating_sub(PowerByClass::of(VoterClass::Builder, 3));
        assert_eq!(VoterClass::ALL.map(|class| less.get(class)), [1, 2, 3, 1, 5]);
        let none = less.saturating_sub(PowerByClass::of(VoterClass::Human, 9));
        assert_eq!(none.total(), 11);
    }
}
