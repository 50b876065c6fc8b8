//! Proposals: what they are, how they end, and what clients are told of them.
//!
//! All amounts are in the smallest unit of the token, all moments in milliseconds since 1970, and all
//! durations in milliseconds.

use super::{PowerByClass, VoterClass};
use crate::{governance::court::Verdict, Balance, Hash, Moment};
use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult, Perbill};

/// Names a proposal.
pub type ProposalId = u32;

/// Derives what every small type of this page has.
macro_rules! plain {
    ($($item:item)*) => {
        $(
            #[derive(
                Clone, Copy, Debug, PartialEq, Eq, Encode, Decode,
                DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
            )]
            $item
        )*
    };
}

/// Derives what a view has.
macro_rules! view {
    ($($item:item)*) => {
        $(
            #[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
            $item
        )*
    };
}

plain! {
    /// The types of proposals. Each has a track, which are its rules, and an allow list of calls.
    pub enum ProposalKind {
        /// Sets parameters of the economy.
        #[codec(index = 0)]
        ParameterChange,
        /// Upgrades the chain, or does what only Root may do.
        #[codec(index = 1)]
        ProtocolUpgrade,
        /// Spends from the treasury.
        #[codec(index = 2)]
        TreasuryAllocation,
        /// Uses the brakes or cancels a proposal.
        #[codec(index = 3)]
        Emergency,
        /// Rules the market of agents.
        #[codec(index = 4)]
        AgentTrading,
        /// Grants money from a pot.
        #[codec(index = 5)]
        DaoGrant,
        /// Sets policy texts, or states an opinion.
        #[codec(index = 6)]
        PolicyChange,
    }

    /// What a proposal is about, for readers.
    pub enum Category {
        /// An upgrade of the runtime.
        #[codec(index = 0)]
        Upgrade,
        /// Parameters of the chain.
        #[codec(index = 1)]
        Parameters,
        /// The security of the chain.
        #[codec(index = 2)]
        Security,
        /// Work with other systems.
        #[codec(index = 3)]
        Integration,
        /// Where money goes.
        #[codec(index = 4)]
        Allocation,
        /// Staking.
        #[codec(index = 5)]
        Staking,
        /// What the network runs on.
        #[codec(index = 6)]
        Infrastructure,
        /// Prices.
        #[codec(index = 7)]
        Pricing,
        /// Grants.
        #[codec(index = 8)]
        Grants,
        /// Marketing.
        #[codec(index = 9)]
        Marketing,
        /// Education.
        #[codec(index = 10)]
        Education,
        /// Research.
        #[codec(index = 11)]
        Research,
        /// A failure and what to do about it.
        #[codec(index = 12)]
        Failure,
        /// The market.
        #[codec(index = 13)]
        Market,
        /// What the law asks for.
        #[codec(index = 14)]
        Regulatory,
        /// None of these.
        #[codec(index = 15)]
        Other,
    }

    /// What a voter says to a proposal.
    pub enum Position {
        /// It shall pass.
        #[codec(index = 0)]
        For,
        /// It shall not pass.
        #[codec(index = 1)]
        Against,
        /// Either will do: counts for the quorum only.
        #[codec(index = 2)]
        Abstain,
    }

    /// Why a proposal is challenged.
    pub enum Grounds {
        /// It is not meant.
        #[codec(index = 0)]
        Spam,
        /// It does not say what it does.
        #[codec(index = 1)]
        Misleading,
        /// It breaks a law.
        #[codec(index = 2)]
        Unlawful,
        /// It is meant to do harm.
        #[codec(index = 3)]
        Malicious,
        /// There is one like it.
        #[codec(index = 4)]
        Duplicate,
    }

    /// Where a proposal is in its life, as told outside.
    pub enum Status {
        /// Voting has not begun.
        #[codec(index = 0)]
        Pending,
        /// It is voted on.
        #[codec(index = 1)]
        Active,
        /// It has passed and waits for approvals of the council or for a verdict.
        #[codec(index = 2)]
        Passed,
        /// It has passed and waits for its time.
        #[codec(index = 3)]
        Queued,
        /// It has not passed.
        #[codec(index = 4)]
        Rejected,
        /// Its calls were made.
        #[codec(index = 5)]
        Executed,
        /// Its calls could not be made, and have changed nothing.
        #[codec(index = 6)]
        Failed,
        /// A challenge of it was upheld.
        #[codec(index = 7)]
        Voided,
        /// It has passed, but could not be enacted in time.
        #[codec(index = 8)]
        Expired,
        /// Its proposer withdrew it, or a proposal of type Emergency or ProtocolUpgrade cancelled it.
        #[codec(index = 9)]
        Cancelled,
    }

    /// How much of the vote has to be for a proposal.
    pub enum Majority {
        /// More for it than against it.
        #[codec(index = 0)]
        Simple,
        /// At least twice as much for it as against it.
        #[codec(index = 1)]
        TwoThirds,
    }

    /// How a vote ended.
    pub enum Outcome {
        /// It has passed.
        #[codec(index = 0)]
        Passed,
        /// Too few have voted.
        #[codec(index = 1)]
        NoQuorum,
        /// Too few of those who have voted were for it.
        #[codec(index = 2)]
        NotApproved,
    }

    /// Why the end of a vote was moved.
    pub enum Extension {
        /// The outcome changed late.
        #[codec(index = 0)]
        LateChange,
        /// Nobody could vote for a while: no blocks were made, or a migration was going on.
        #[codec(index = 1)]
        LostTime,
    }

    /// The rules of a type of proposals.
    pub struct Track {
        /// The part of all tokens outside of pots that has to vote. What is above 5 % adapts.
        pub quorum: Perbill,
        /// How much of the vote has to be for it.
        pub majority: Majority,
        /// Whether three of the five members of the council have to approve it.
        pub needs_council: bool,
        /// From its creation until voting begins.
        pub delay: Moment,
        /// How long one can vote, at least.
        pub period: Moment,
        /// From the end of voting until enactment, at least.
        pub enactment_delay: Moment,
        /// The most of this type that are live at a time.
        pub most_live: u32,
    }

    /// The shares of the classes of voters.
    pub struct ClassShares {
        /// The share of humans.
        pub human: Perbill,
        /// The share of providers.
        pub provider: Perbill,
        /// The share of consumers.
        pub consumer: Perbill,
        /// The share of builders.
        pub builder: Perbill,
        /// The share of coordinators.
        pub coordinator: Perbill,
    }

    /// What a proposer asks for beyond the track. The stricter of the two holds.
    #[derive(Default)]
    pub struct Wishes {
        /// How long one can vote.
        pub period: Option<Moment>,
        /// The part of all tokens outside of pots that has to vote.
        pub quorum: Option<Perbill>,
        /// The part of the vote that has to be for it.
        pub approval: Option<Perbill>,
        /// From the end of voting until enactment.
        pub enactment_delay: Option<Moment>,
    }

    /// What the votes on a proposal weigh, by position and class.
    #[derive(Default)]
    pub struct Tally {
        /// Votes for it.
        pub votes_for: PowerByClass,
        /// Votes against it.
        pub votes_against: PowerByClass,
        /// Votes of those who abstain.
        pub votes_abstain: PowerByClass,
    }

    /// What a tally comes to, after the shares of classes.
    pub struct Count {
        /// What counts for the quorum.
        pub turnout: Balance,
        /// What counts as being for the proposal.
        pub approving: Balance,
        /// What counts as being against it.
        pub opposing: Balance,
        /// Whether the proposal passes.
        pub outcome: Outcome,
    }
}

impl ProposalKind {
    /// All types.
    pub const ALL: [Self; 7] = [
        Self::ParameterChange,
        Self::ProtocolUpgrade,
        Self::TreasuryAllocation,
        Self::Emergency,
        Self::AgentTrading,
        Self::DaoGrant,
        Self::PolicyChange,
    ];

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ParameterChange => "parameter_change",
            Self::ProtocolUpgrade => "protocol_upgrade",
            Self::TreasuryAllocation => "fund_allocation",
            Self::Emergency => "emergency",
            Self::AgentTrading => "agent_trading",
            Self::DaoGrant => "dao_grant",
            Self::PolicyChange => "policy_change",
        }
    }
}

impl Category {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Upgrade => "upgrade",
            Self::Parameters => "parameters",
            Self::Security => "security",
            Self::Integration => "integration",
            Self::Allocation => "allocation",
            Self::Staking => "staking",
            Self::Infrastructure => "infrastructure",
            Self::Pricing => "pricing",
            Self::Grants => "grants",
            Self::Marketing => "marketing",
            Self::Education => "education",
            Self::Research => "research",
            Self::Failure => "failure",
            Self::Market => "market",
            Self::Regulatory => "regulatory",
            Self::Other => "other",
        }
    }
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Pending,
        Self::Active,
        Self::Passed,
        Self::Queued,
        Self::Rejected,
        Self::Executed,
        Self::Failed,
        Self::Voided,
        Self::Expired,
        Self::Cancelled,
    ];

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Passed => "passed",
            Self::Queued => "queued",
            Self::Rejected => "rejected",
            Self::Executed => "executed",
            Self::Failed => "failed",
            Self::Voided => "voided",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }
}

impl Position {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::For, Self::Against, Self::Abstain];
}

impl ClassShares {
    /// The share of a class.
    pub const fn get(&self, class: VoterClass) -> Perbill {
        match class {
            VoterClass::Human => self.human,
            VoterClass::Provider => self.provider,
            VoterClass::Consumer => self.consumer,
            VoterClass::Builder => self.builder,
            VoterClass::Coordinator => self.coordinator,
        }
    }
}

impl Tally {
    /// The votes of one position.
    pub const fn get(&self, position: Position) -> &PowerByClass {
        match position {
            Position::For => &self.votes_for,
            Position::Against => &self.votes_against,
            Position::Abstain => &self.votes_abstain,
        }
    }

    /// Adds votes.
    pub fn add(&mut self, position: Position, power: PowerByClass) {
        let votes = self.get_mut(position);
        *votes = votes.saturating_add(power);
    }

    /// Takes votes away.
    pub fn remove(&mut self, position: Position, power: PowerByClass) {
        let votes = self.get_mut(position);
        *votes = votes.saturating_sub(power);
    }

    fn get_mut(&mut self, position: Position) -> &mut PowerByClass {
        match position {
            Position::For => &mut self.votes_for,
            Position::Against => &mut self.votes_against,
            Position::Abstain => &mut self.votes_abstain,
        }
    }
}

view! {
    /// A proposal, as clients are told of it. What is gone with its archiving is empty.
    pub struct ProposalView<AccountId> {
        /// Its number.
        pub id: ProposalId,
        /// Its type.
        pub kind: ProposalKind,
        /// Its category, until it is archived.
        pub category: Option<Category>,
        /// Its title, in UTF-8.
        pub title: Vec<u8>,
        /// Its description, in UTF-8.
        pub description: Vec<u8>,
        /// Where more is said.
        pub link: Vec<u8>,
        /// Who made it.
        pub proposer: AccountId,
        /// Where it is in its life.
        pub status: Status,
        /// When it was made, `t0`, at which power counts.
        pub created: Moment,
        /// When voting begins.
        pub voting_from: Moment,
        /// When voting ends.
        pub ends: Moment,
        /// By how much the end of voting was moved.
        pub extended_by: Moment,
        /// When it can be enacted, if it has passed.
        pub eta: Option<Moment>,
        /// From when on it can no longer be enacted, if it has passed.
        pub expires: Option<Moment>,
        /// When its life ended.
        pub finished: Option<Moment>,
        /// All tokens outside of pots at `created`, `B`.
        pub base: Balance,
        /// The part of `base` that has to vote: `asked_quorum`, as far as it adapts.
        pub quorum: Perbill,
        /// The highest quorum that the track, a call or the proposer asked for, before it adapted.
        pub asked_quorum: Perbill,
        /// How much of the vote has to be for it.
        pub majority: Majority,
        /// The part of the vote that has to be for it, if the proposer asked for one.
        pub approval: Option<Perbill>,
        /// What the votes weigh.
        pub tally: Tally,
        /// What they come to. Of an archived proposal there is none.
        pub count: Option<Count>,
        /// How many have voted.
        pub votes: u32,
        /// Members of the council that approve it.
        pub approvals: Vec<AccountId>,
        /// How many of them are needed.
        pub approvals_required: u32,
        /// What the proposer has at stake.
        pub bond: Balance,
        /// The names of its calls, as `Pallet.call`.
        pub call_names: Vec<String>,
        /// Its calls, in SCALE.
        pub calls: Vec<u8>,
        /// Their hash.
        pub call_hash: Hash,
        /// Its challenge, until it is archived.
        pub challenge: Option<ChallengeView<AccountId>>,
        /// Why it was rejected.
        pub rejection: Option<Outcome>,
        /// Why it failed.
        pub error: Option<DispatchError>,
    }

    /// A challenge, as clients are told of it.
    pub struct ChallengeView<AccountId> {
        /// Who made it.
        pub challenger: AccountId,
        /// On which grounds.
        pub grounds: Grounds,
        /// What the challenger says, in UTF-8.
        pub text: Vec<u8>,
        /// What the challenger has at stake.
        pub bond: Balance,
        /// When it has to be decided.
        pub deadline: Moment,
        /// Whether the council decides it.
        pub by_council: bool,
        /// How it was decided.
        pub verdict: Option<Verdict>,
    }

    /// A vote, as clients are told of it.
    pub struct VoteView<AccountId> {
        /// The proposal.
        pub proposal: ProposalId,
        /// Who voted.
        pub voter: AccountId,
        /// What it says.
        pub position: Position,
        /// What the voter is to the market.
        pub class: VoterClass,
        /// The voter's own power.
        pub own: Balance,
        /// The power of those who have delegated to it.
        pub delegated: PowerByClass,
        /// Why, in UTF-8.
        pub reason: Vec<u8>,
        /// When.
        pub at: Moment,
    }

    /// A policy, as clients are told of it.
    pub struct PolicyView {
        /// Its name.
        pub name: Vec<u8>,
        /// Its text, in UTF-8.
        pub value: Vec<u8>,
        /// How often it was set since it was last removed.
        pub version: u32,
        /// The proposal that set it.
        pub proposal: Option<ProposalId>,
        /// When.
        pub at: Moment,
    }

    /// Why a list of calls is refused.
    pub struct Refused {
        /// The first call to blame, if it is not the list as a whole.
        pub index: Option<u32>,
        /// The error.
        pub error: DispatchError,
    }

    /// What would come of a list of calls, were it enacted now.
    pub struct DryRun {
        /// The result.
        pub result: DispatchResult,
        /// What it costs.
        pub weight: Weight,
        /// The events of the chain that it leaves, each in SCALE.
        pub events: Vec<Vec<u8>>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_encoded_in_the_order_of_the_table() {
        for (index, kind) in (0..).zip(ProposalKind::ALL) {
            assert_eq!(kind.encode(), [index]);
        }
        for (index, status) in (0..).zip(Status::ALL) {
            assert_eq!(status.encode(), [index]);
        }
    }

    #[test]
    fn votes_are_tallied_by_position_and_class() {
        let mut tally = Tally::default();
        let power = PowerByClass::of(VoterClass::Builder, 5);
        for position in Position::ALL {
            tally.add(position, power);
            assert_eq!(*tally.get(position), power);
        }
        tally.remove(Position::Against, PowerByClass::of(VoterClass::Builder, 2));
        assert_eq!(tally.get(Position::For).total(), 5);
        assert_eq!(tally.get(Position::Against).total(), 3);
        assert_eq!(tally.get(Position::Abstain).builder, 5);
    }
}
