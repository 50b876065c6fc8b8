//! What the pallet stores, and the sizes that bound it.

use aitbc_primitives::{
    governance::{
        court::Verdict,
        proposals::{
            Category, ClassShares, Grounds, Majority, Outcome, Position, ProposalId, ProposalKind,
            Status, Tally,
        },
        strategies::StrategyReason,
        PowerByClass, VoterClass,
    },
    Balance, Hash, Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, Perbill};

/// The fewest characters of a title, which are Unicode scalar values as everywhere here.
pub const MIN_TITLE: usize = 10;
/// The most characters of a title.
pub const MAX_TITLE: usize = 200;
/// The most bytes of a title.
pub const MAX_TITLE_BYTES: u32 = 800;
/// The fewest characters of a description.
pub const MIN_DESCRIPTION: usize = 50;
/// The most characters of a description.
pub const MAX_DESCRIPTION: usize = 5_000;
/// The most bytes of a description.
pub const MAX_DESCRIPTION_BYTES: u32 = 20_000;
/// The most bytes of a link.
pub const MAX_LINK_BYTES: u32 = 256;
/// The most characters of the reason of a vote, and of the text of a challenge.
pub const MAX_REASON: usize = 500;
/// The most bytes of these.
pub const MAX_REASON_BYTES: u32 = 2_000;
/// The most calls of a proposal.
pub const MAX_CALLS: usize = 16;
/// The most bytes of the calls of a proposal.
pub const MAX_CALLS_BYTES: u32 = 50 * 1024;
/// The most proposals that are live at a time: as many as an account can vote in.
pub const MAX_LIVE: u32 = 64;
/// The most proposals of one account that are live at a time.
pub const MAX_LIVE_BY: u32 = 3;
/// The members of the council.
pub const SEATS: u32 = 5;
/// The members whose approval is needed.
pub const APPROVALS: u32 = 3;
/// A bond doubles with every such part of the places of its type that is taken: with every third.
pub const BOND_STEPS: u32 = 3;
/// The most calls that are paused at a time.
pub const MAX_PAUSED: u32 = 64;
/// The most calls that are paused at once.
pub const MAX_PAUSED_AT_ONCE: u32 = 16;
/// The most bytes of the name of a pallet or a call.
pub const MAX_NAME: u32 = 64;
/// The fewest bytes of the name of a policy.
pub const MIN_POLICY_NAME: usize = 3;
/// The most bytes of the name of a policy.
pub const MAX_POLICY_NAME: u32 = 64;
/// The most bytes of the text of a policy.
pub const MAX_POLICY_VALUE: u32 = 4_096;
/// The most policies.
pub const MAX_POLICIES: u32 = 1_024;
/// Of the proposals of an account that were enacted, the newest that speak for it: all that count.
pub const MAX_ENACTED: u32 = 3;
/// Of those that were voided or have failed, the newest that speak against it.
pub const MAX_FAILED: u32 = 2;
/// What quorums adapt down to. Those that are not above do not adapt.
pub const LEAST_ADAPTED_QUORUM: Perbill = Perbill::from_percent(5);

/// The text of a reason or a challenge, in UTF-8.
pub type ShortText = BoundedVec<u8, ConstU32<MAX_REASON_BYTES>>;

/// Calls as they are stored: the SCALE encoding of the list.
pub type EncodedCalls = BoundedVec<u8, ConstU32<MAX_CALLS_BYTES>>;

/// The name of a policy.
pub type PolicyName = BoundedVec<u8, ConstU32<MAX_POLICY_NAME>>;

/// The name of a pallet or of a call.
pub type Name = BoundedVec<u8, ConstU32<MAX_NAME>>;

/// A call by the names of its pallet and its variant, as pallet-tx-pause names it.
pub type CallName = (Name, Name);

/// Calls that are paused, or no longer, at once.
pub type CallNames = BoundedVec<CallName, ConstU32<MAX_PAUSED_AT_ONCE>>;

/// The origin of calls of enacted proposals, by type.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum Origin {
    /// See [`ProposalKind::ParameterChange`].
    #[codec(index = 0)]
    ParameterChange,
    /// See [`ProposalKind::ProtocolUpgrade`].
    #[codec(index = 1)]
    ProtocolUpgrade,
    /// See [`ProposalKind::TreasuryAllocation`].
    #[codec(index = 2)]
    TreasuryAllocation,
    /// See [`ProposalKind::Emergency`].
    #[codec(index = 3)]
    Emergency,
    /// See [`ProposalKind::AgentTrading`].
    #[codec(index = 4)]
    AgentTrading,
    /// See [`ProposalKind::DaoGrant`].
    #[codec(index = 5)]
    DaoGrant,
    /// See [`ProposalKind::PolicyChange`].
    #[codec(index = 6)]
    PolicyChange,
}

impl From<ProposalKind> for Origin {
    fn from(kind: ProposalKind) -> Self {
        match kind {
            ProposalKind::ParameterChange => Self::ParameterChange,
            ProposalKind::ProtocolUpgrade => Self::ProtocolUpgrade,
            ProposalKind::TreasuryAllocation => Self::TreasuryAllocation,
            ProposalKind::Emergency => Self::Emergency,
            ProposalKind::AgentTrading => Self::AgentTrading,
            ProposalKind::DaoGrant => Self::DaoGrant,
            ProposalKind::PolicyChange => Self::PolicyChange,
        }
    }
}

/// How far a proposal has come.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Stage {
    /// It is voted on, will be, or its votes are still to be counted.
    #[codec(index = 0)]
    Voting,
    /// It has passed.
    #[codec(index = 1)]
    Passed,
    /// It has not passed.
    #[codec(index = 2)]
    Rejected {
        /// Why.
        outcome: Outcome,
    },
    /// Its calls were made.
    #[codec(index = 3)]
    Executed,
    /// Its calls could not be made.
    #[codec(index = 4)]
    Failed {
        /// Why.
        error: DispatchError,
    },
    /// A challenge was upheld.
    #[codec(index = 5)]
    Voided,
    /// It could not be enacted in time.
    #[codec(index = 6)]
    Expired,
    /// Its proposer withdrew it.
    #[codec(index = 7)]
    Withdrawn,
    /// Another proposal cancelled it.
    #[codec(index = 8)]
    Cancelled,
}

impl Stage {
    /// What is told outside of a stage that does not depend on anything else.
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Voting => Status::Active,
            Self::Passed => Status::Queued,
            Self::Rejected { .. } => Status::Rejected,
            Self::Executed => Status::Executed,
            Self::Failed { .. } => Status::Failed,
            Self::Voided => Status::Voided,
            Self::Expired => Status::Expired,
            Self::Withdrawn | Self::Cancelled => Status::Cancelled,
        }
    }
}

/// A proposal, without what is long.
///
/// It is **live** until it has `finished`: then its bond is settled, and no challenge is undecided.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal<AccountId> {
    /// Its type.
    pub kind: ProposalKind,
    /// Who made it.
    pub proposer: AccountId,
    /// When it was made, `t0`, at which power counts.
    pub created: Moment,
    /// All tokens outside of pots at that moment, `B`.
    pub base: Balance,
    /// When voting begins.
    pub voting_from: Moment,
    /// When voting ends.
    pub ends: Moment,
    /// By how much late changes have moved the end.
    pub late: Moment,
    /// By how much lost time has moved the end.
    pub lost: Moment,
    /// The part of `base` that has to vote: `asked_quorum`, but what is not the proposer's wish has adapted.
    pub quorum: Perbill,
    /// The highest quorum that the track, a call or the proposer asked for, before it adapted.
    pub asked_quorum: Perbill,
    /// The least turnout, whatever the quorum is.
    pub min_turnout: Balance,
    /// How much of the vote has to be for it.
    pub majority: Majority,
    /// The part of the vote that has to be for it, if the proposer asked for one.
    pub approval: Option<Perbill>,
    /// The shares of classes of voters, if they count.
    pub shares: Option<ClassShares>,
    /// From the end of voting until enactment.
    pub enactment_delay: Moment,
    /// When it can be enacted, once it has passed.
    pub eta: Moment,
    /// Whether members of the council have to approve it.
    pub needs_council: bool,
    /// Whether the council may postpone it once.
    pub is_postponable: bool,
    /// Whether it has.
    pub is_postponed: bool,
    /// Whether it replaces the council, which then has no say in it.
    pub replaces_council: bool,
    /// Whether its calls were for much when it was made, see
    /// [`Requirements::are_large`](crate::Requirements::are_large).
    pub is_large: bool,
    /// How far it has come.
    pub stage: Stage,
    /// When its life ended, if it has.
    pub finished: Option<Moment>,
    /// What the proposer has at stake.
    pub bond: Balance,
    /// Whether the bond was given back, or lost.
    pub bond_is_settled: bool,
    /// The hash of its calls, encoded.
    pub call_hash: Hash,
    /// The version of calls when it was made: a later one could read something else in them.
    pub transaction_version: u32,
    /// How many have voted.
    pub votes: u32,
}

impl<AccountId> Proposal<AccountId> {
    /// Whether brakes do not stop it.
    pub(crate) fn passes_brakes(&self) -> bool {
        self.replaces_council
            || matches!(self.kind, ProposalKind::Emergency | ProposalKind::ProtocolUpgrade)
    }
}

/// What is kept of a proposal for ever.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Summary<AccountId> {
    /// Its type.
    pub kind: ProposalKind,
    /// Who made it.
    pub proposer: AccountId,
    /// When it was made.
    pub created: Moment,
    /// When voting ended, or would have.
    pub ends: Moment,
    /// When its life ended.
    pub finished: Moment,
    /// All tokens outside of pots when it was made.
    pub base: Balance,
    /// The part of them that had to vote.
    pub quorum: Perbill,
    /// The part of them that was asked for, before it adapted.
    pub asked_quorum: Perbill,
    /// What the votes for it weighed.
    pub votes_for: Balance,
    /// What the votes against it weighed.
    pub votes_against: Balance,
    /// What the votes of those who abstained weighed.
    pub votes_abstain: Balance,
    /// How many have voted.
    pub votes: u32,
    /// The hash of its calls.
    pub call_hash: Hash,
    /// How it ended.
    pub stage: Stage,
}

/// What a proposal says.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Text<Ticket> {
    /// Its title.
    pub title: BoundedVec<u8, ConstU32<MAX_TITLE_BYTES>>,
    /// Its description.
    pub description: BoundedVec<u8, ConstU32<MAX_DESCRIPTION_BYTES>>,
    /// Where more is said. May be empty.
    pub link: BoundedVec<u8, ConstU32<MAX_LINK_BYTES>>,
    /// What it is about.
    pub category: Category,
    /// The proposer's deposit for this and the calls.
    pub ticket: Ticket,
}

/// Why a voter votes so.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Reason<Ticket> {
    /// In words.
    #[codec(index = 0)]
    Text {
        /// The words.
        text: ShortText,
        /// The voter's deposit for them.
        ticket: Ticket,
    },
    /// The voter's strategy. There is no deposit: it is part of what every vote stores.
    #[codec(index = 1)]
    Strategy(StrategyReason),
}

/// What an account says to a proposal.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Vote<Ticket> {
    /// Its position.
    pub position: Position,
    /// What the voter is to the market.
    pub class: VoterClass,
    /// Its own power that is counted.
    pub own: Balance,
    /// The power of its delegators that is counted for it.
    pub delegated: PowerByClass,
    /// Why.
    pub reason: Option<Reason<Ticket>>,
    /// When it was last said.
    pub at: Moment,
    /// Its place among the votes of the proposal.
    pub index: u32,
}

impl<Ticket> Vote<Ticket> {
    /// What it weighs.
    pub fn weighs(&self) -> PowerByClass {
        PowerByClass::of(self.class, self.own).saturating_add(self.delegated)
    }

    /// Whether somebody cast it by hand, rather than a strategy.
    pub fn is_by_hand(&self) -> bool {
        !matches!(self.reason, Some(Reason::Strategy(_)))
    }
}

/// What the votes on a proposal weigh, and how much of that humans have said by hand.
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
pub struct FullTally {
    /// All votes.
    pub all: Tally,
    /// The power of humans in votes for it that were cast by hand, their own or that of their delegates.
    pub humans_for: Balance,
    /// The same in votes against it.
    pub humans_against: Balance,
}

impl FullTally {
    /// Adds a vote, or a part of one.
    pub fn add(&mut self, position: Position, power: PowerByClass, by_hand: bool) {
        self.all.add(position, power);
        self.change_humans(position, by_hand, |of| of.saturating_add(power.human));
    }

    /// Takes a vote away, or a part of one.
    pub fn remove(&mut self, position: Position, power: PowerByClass, by_hand: bool) {
        self.all.remove(position, power);
        self.change_humans(position, by_hand, |of| of.saturating_sub(power.human));
    }

    fn change_humans(
        &mut self,
        position: Position,
        by_hand: bool,
        change: impl FnOnce(Balance) -> Balance,
    ) {
        match position {
            Position::For if by_hand => self.humans_for = change(self.humans_for),
            Position::Against if by_hand => self.humans_against = change(self.humans_against),
            _ => {}
        }
    }
}

/// A vote that is open, or whose end nobody has noticed yet.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct OpenVote {
    /// The proposal.
    pub proposal: ProposalId,
    /// When the second half of the vote begins: from then on strategies vote.
    pub second_half: Moment,
    /// When it ends.
    pub ends: Moment,
}

/// What became of the proposals of an account that are not archived, as far as it counts.
#[derive(
    Clone,
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
pub struct Record {
    /// The newest that were enacted, in the order in which they have finished, and when that was.
    pub enacted: BoundedVec<(ProposalId, Moment), ConstU32<MAX_ENACTED>>,
    /// The newest that were voided or have failed, likewise.
    pub failed: BoundedVec<(ProposalId, Moment), ConstU32<MAX_FAILED>>,
}

/// A challenge of a proposal.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Challenge<AccountId, Ticket> {
    /// Who made it.
    pub challenger: AccountId,
    /// On which grounds.
    pub grounds: Grounds,
    /// What the challenger says.
    pub text: ShortText,
    /// The challenger's deposit for the text.
    pub ticket: Ticket,
    /// What the challenger has at stake.
    pub bond: Balance,
    /// When it has to be decided.
    pub deadline: Moment,
    /// Until when a verdict is waited for: a court needs a while to tell.
    pub gives_up: Moment,
    /// Whether the council decides it, since no other court could.
    pub by_council: bool,
    /// How it was decided.
    pub verdict: Option<Verdict>,
}

/// A text by which people go.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Policy {
    /// The text.
    pub value: BoundedVec<u8, ConstU32<MAX_POLICY_VALUE>>,
    /// How often it was set since it was last removed.
    pub version: u32,
    /// The proposal that set it, if it was one.
    pub proposal: Option<ProposalId>,
    /// When it was set.
    pub at: Moment,
}

/// Who has used a brake.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum BrakedBy {
    /// Three members of the council.
    #[codec(index = 0)]
    Council,
    /// A proposal of type Emergency or ProtocolUpgrade, Root, or a migration that has failed.
    #[codec(index = 1)]
    Emergency,
}

/// A brake that ends by itself.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Braked {
    /// When it ends.
    pub until: Moment,
    /// Who may end it earlier.
    pub by: BrakedBy,
}

/// When the council last used brakes. Both of them in one block are one use.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct BrakeUse {
    /// When.
    pub at: Moment,
    /// Whether it paused calls.
    pub paused: bool,
    /// Whether it entered safe mode.
    pub safe_mode: bool,
}

/// The brakes that are on.
#[derive(
    Clone,
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
pub struct BrakesOn {
    /// Calls that are paused.
    pub paused: BoundedVec<(CallName, Braked), ConstU32<MAX_PAUSED>>,
    /// Safe mode.
    pub safe_mode: Option<Braked>,
    /// The last use by the council.
    pub council: Option<BrakeUse>,
}

/// How many take part in votes.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Participation {
    /// The mean of the highest turnouts of the periods, later ones weighing more.
    pub average: Perbill,
    /// The number of the running period.
    pub period: u64,
    /// The highest turnout of a vote that ended in it, if one has.
    pub highest: Option<Perbill>,
}

impl Default for Participation {
    fn default() -> Self {
        // Eight tenths of it are 10 %, the highest quorum of a track.
        Self { average: Perbill::from_parts(125_000_000), period: 0, highest: None }
    }
}

/// The queue of finished proposals that are to be archived, in the order in which they have finished.
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
pub struct Queue {
    /// The place of the first.
    pub first: u32,
    /// The place of the next that comes.
    pub next: u32,
    /// How many votes of the first are gone.
    pub removed: u32,
}
