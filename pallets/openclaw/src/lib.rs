#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod agenda;
mod archive;
#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark may panic"
)]
mod benchmarking;
mod bootstrap;
mod brakes;
mod challenge;
mod council;
mod enact;
mod evaluation;
mod figures;
mod invariants;
mod lost_time;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod policies;
mod propose;
mod quorum;
mod read;
mod requirements;
mod settings;
mod strategies;
mod tally;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
#[cfg(feature = "runtime-benchmarks")]
mod traits;
pub mod types;
mod voting;
pub mod weights;

pub use bootstrap::{Countdown, BOOTSTRAP_DURATION};
pub use brakes::Brake;
pub use council::Council;
pub use pallet::*;
pub use requirements::{Refusal, Requirement, Requirements};
pub use settings::Settings;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use weights::WeightInfo;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[expect(clippy::too_many_arguments, reason = "a proposal says so much")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use crate::types::{
        BrakesOn, CallNames, Challenge, EncodedCalls, FullTally, OpenVote, Participation, Policy,
        PolicyName, Proposal, Queue, Record, Summary, Text, Vote, MAX_LIVE, SEATS,
    };
    use aitbc_primitives::{
        clock::Clock,
        governance::{
            court::{Court, Verdict},
            figures::{ProposalFigures, ProposalParameters},
            polls::Polls,
            proposals::{
                Category, Count, DryRun, Extension, Grounds, Outcome, PolicyView, Position,
                ProposalId, ProposalKind, ProposalView, Refused, Status, VoteView, Wishes,
            },
            strategies::Evaluation,
            PowerByClass,
        },
        Balance, Hash, Moment,
    };
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::{
        dispatch::GetDispatchInfo,
        pallet_prelude::*,
        traits::{
            fungible::{Balanced, BalancedHold, Credit, Inspect, MutateHold},
            Consideration, Footprint, GetCallMetadata, IsSubType, OnUnbalanced,
            UnfilteredDispatchable,
        },
        weights::WeightMeter,
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::{traits::Zero, Perbill};

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::config]
    pub trait Config:
        frame_system::Config<
        Hash = Hash,
        RuntimeEvent: From<Event<Self>>,
        RuntimeOrigin: From<Origin>
                           + Into<Result<Origin, <Self as frame_system::Config>::RuntimeOrigin>>,
    >
    {
        /// Calls that the bootstrap and proposals may dispatch: all of the runtime.
        type RuntimeCall: Parameter
            + UnfilteredDispatchable<RuntimeOrigin = Self::RuntimeOrigin>
            + GetDispatchInfo
            + GetCallMetadata
            + IsSubType<Call<Self>>
            + IsType<<Self as frame_system::Config>::RuntimeCall>;

        /// The native token.
        type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
            + BalancedHold<Self::AccountId>
            + Balanced<Self::AccountId>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// Why tokens are held.
        type RuntimeHoldReason: From<HoldReason>;

        /// The deposit for texts, for two entries in all those of a proposal and for none those of a vote or
        /// a challenge, with [`HoldReason::Text`].
        type TextDeposit: Consideration<Self::AccountId, Footprint>;

        /// Where what is lost of bonds goes.
        type Treasury: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

        /// Wall-clock time.
        type Clock: Clock;

        /// When the slot of this block began, which is known before the block has stated its time.
        type SlotTime: Get<Moment>;

        /// What is counted of voters.
        type Polls: Polls<Self::AccountId, PollId = ProposalId>;

        /// Who decides challenges.
        type Court: Court<ProposalId, Self::AccountId>;

        /// The members of the council.
        type Council: Council<Self::AccountId>;

        /// Three of five council members, by motion.
        type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// Who may act as Root during the bootstrap, e.g. four of five council members.
        type BootstrapOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// What stops calls.
        type Brake: Brake;

        /// Which types of proposals may make which calls.
        type Requirements: Requirements<<Self as Config>::RuntimeCall>;

        /// The parameters of governance.
        type Settings: Settings;

        /// The most weight of a block that the hook takes, e.g. 2 %. With none, others have to call
        /// `advance`; brakes end all the same.
        type HookWeight: Get<Weight>;

        /// The most that the calls of a proposal cost, e.g. 10 % of a block. The hook takes so much for one
        /// enactment, if it has done nothing else in the block.
        type MaxEnactment: Get<Weight>;

        /// The most that calls may cost when somebody enacts them by `advance`, since the runtime may have
        /// made them heavier, e.g. 25 % of a block.
        type MaxAdvance: Get<Weight>;

        /// What benchmarks have to set up.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::AccountId, <Self as Config>::RuntimeCall>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The origin of calls of enacted proposals, by type.
    #[pallet::origin]
    pub type Origin = crate::types::Origin;

    /// Why this pallet holds tokens.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The bond of a proposer, until the proposal has finished.
        #[codec(index = 0)]
        Bond,
        /// The deposit for a text, until it is archived.
        #[codec(index = 1)]
        Text,
        /// The bond of a challenger, until there is a verdict.
        #[codec(index = 2)]
        Challenge,
    }

    /// What is left of the bootstrap. It is `None` when it has ended or never was.
    #[pallet::storage]
    pub type Bootstrap<T> = StorageValue<_, Countdown, OptionQuery>;

    /// The number of the next proposal.
    #[pallet::storage]
    pub type NextProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

    /// The proposals that are not archived.
    #[pallet::storage]
    pub type Proposals<T: Config> =
        StorageMap<_, Twox64Concat, ProposalId, Proposal<T::AccountId>, OptionQuery>;

    /// What proposals say.
    #[pallet::storage]
    pub type Texts<T: Config> =
        StorageMap<_, Twox64Concat, ProposalId, Text<T::TextDeposit>, OptionQuery>;

    /// What they call.
    #[pallet::storage]
    pub type Calls<T: Config> = StorageMap<_, Twox64Concat, ProposalId, EncodedCalls, OptionQuery>;

    /// What the votes on proposals weigh.
    #[pallet::storage]
    pub type Tallies<T: Config> = StorageMap<_, Twox64Concat, ProposalId, FullTally, ValueQuery>;

    /// The votes that are open, or whose end nobody has noticed yet, by the numbers of their proposals.
    #[pallet::storage]
    pub type OpenVotes<T: Config> =
        StorageValue<_, BoundedVec<OpenVote, ConstU32<MAX_LIVE>>, ValueQuery>;

    /// What accounts say to proposals.
    #[pallet::storage]
    pub type Votes<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        ProposalId,
        Blake2_128Concat,
        T::AccountId,
        Vote<T::TextDeposit>,
        OptionQuery,
    >;

    /// Who has voted on proposals, in the order of their first votes.
    #[pallet::storage]
    pub type VoteOrder<T: Config> =
        StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, u32, T::AccountId, OptionQuery>;

    /// Which members of the council approve proposals.
    #[pallet::storage]
    pub type Approvals<T: Config> = StorageMap<
        _,
        Twox64Concat,
        ProposalId,
        BoundedVec<T::AccountId, ConstU32<SEATS>>,
        ValueQuery,
    >;

    /// Challenges of proposals.
    #[pallet::storage]
    pub type Challenges<T: Config> = StorageMap<
        _,
        Twox64Concat,
        ProposalId,
        Challenge<T::AccountId, T::TextDeposit>,
        OptionQuery,
    >;

    /// When each live proposal is looked at next, the earliest first.
    #[pallet::storage]
    pub type Agenda<T: Config> =
        StorageValue<_, BoundedVec<(Moment, ProposalId), ConstU32<MAX_LIVE>>, ValueQuery>;

    /// How many proposals of each type are live.
    #[pallet::storage]
    pub type LiveOf<T: Config> = StorageMap<_, Twox64Concat, ProposalKind, u32, ValueQuery>;

    /// How many proposals of each account are live.
    #[pallet::storage]
    pub type LiveBy<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

    /// Delegates that have voted, and the last of their delegators for whom a ballot was cast, if any.
    #[pallet::storage]
    pub type DelegatorCursors<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        ProposalId,
        Blake2_128Concat,
        T::AccountId,
        Option<T::AccountId>,
        OptionQuery,
    >;

    /// The delegate in [`DelegatorCursors`] for which ballots were cast last: the next one follows.
    #[pallet::storage]
    pub type LastServed<T: Config> = StorageValue<_, (ProposalId, T::AccountId), OptionQuery>;

    /// Which places of [`Finished`] are taken.
    #[pallet::storage]
    pub type Pruning<T: Config> = StorageValue<_, Queue, ValueQuery>;

    /// Finished proposals that are to be archived, in the order in which they have finished.
    #[pallet::storage]
    pub type Finished<T: Config> = StorageMap<_, Twox64Concat, u32, ProposalId, OptionQuery>;

    /// What is left of archived proposals.
    #[pallet::storage]
    pub type Summaries<T: Config> =
        StorageMap<_, Twox64Concat, ProposalId, Summary<T::AccountId>, OptionQuery>;

    /// What became of the proposals of accounts, until those are archived. So proposers pay for it by the
    /// deposits for their texts, and nothing is left of whoever stops proposing.
    #[pallet::storage]
    pub type Records<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Record, ValueQuery>;

    /// How many proposals have ever ended in which way, by the status that they have had since.
    #[pallet::storage]
    pub type Ended<T> = StorageMap<_, Twox64Concat, Status, u32, ValueQuery>;

    /// Texts by which people go, by name.
    #[pallet::storage]
    pub type Policies<T: Config> =
        CountedStorageMap<_, Blake2_128Concat, PolicyName, Policy, OptionQuery>;

    /// The brakes that are on.
    #[pallet::storage]
    pub type Brakes<T: Config> = StorageValue<_, BrakesOn, ValueQuery>;

    /// How many take part in votes.
    #[pallet::storage]
    pub type ParticipationOf<T: Config> = StorageValue<_, Participation, ValueQuery>;

    /// The proposal whose calls are being made. It is empty between calls.
    #[pallet::storage]
    pub type Enacting<T: Config> = StorageValue<_, ProposalId, OptionQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The council dispatched a call as Root.
        BootstrapDispatched {
            /// How the call ended.
            result: DispatchResult,
        },
        /// The bootstrap is over, for ever.
        BootstrapClosed,
        /// A proposal was made.
        Proposed {
            /// Its number.
            proposal: ProposalId,
            /// Who made it.
            proposer: T::AccountId,
            /// Its type.
            kind: ProposalKind,
            /// The hash of its calls.
            call_hash: Hash,
            /// The moment at which power counts.
            at: Moment,
            /// When voting begins.
            voting_from: Moment,
            /// When voting ends.
            ends: Moment,
            /// All tokens outside of pots.
            base: Balance,
            /// The part of them that has to vote.
            quorum: Perbill,
            /// What the proposer has at stake.
            bond: Balance,
        },
        /// A proposer withdrew a proposal.
        Withdrawn {
            /// The proposal.
            proposal: ProposalId,
        },
        /// An account voted, in place of its vote before.
        Voted {
            /// The proposal.
            proposal: ProposalId,
            /// The voter.
            who: T::AccountId,
            /// What it says.
            position: Position,
            /// What its vote weighed before.
            before: PowerByClass,
            /// What its vote weighs now, with its delegators.
            after: PowerByClass,
        },
        /// A ballot was cast for a delegator, which its delegate votes with.
        DelegatorCast {
            /// The proposal.
            proposal: ProposalId,
            /// Whose ballot it is.
            delegator: T::AccountId,
            /// Who votes with it.
            delegate: T::AccountId,
            /// What it added to the vote of the delegate before.
            before: PowerByClass,
            /// What it adds now.
            after: PowerByClass,
        },
        /// The end of voting was moved.
        Extended {
            /// The proposal.
            proposal: ProposalId,
            /// The new end.
            ends: Moment,
            /// Why.
            why: Extension,
        },
        /// A vote ended.
        Decided {
            /// The proposal.
            proposal: ProposalId,
            /// How.
            outcome: Outcome,
            /// What counts for the quorum.
            turnout: Balance,
            /// What counts as being for it.
            approving: Balance,
            /// What counts as being against it.
            opposing: Balance,
            /// When it can be enacted, if it has passed.
            eta: Option<Moment>,
        },
        /// A member of the council approved a proposal.
        Approved {
            /// The proposal.
            proposal: ProposalId,
            /// The member.
            who: T::AccountId,
        },
        /// A member of the council took its approval back, or is none any more.
        ApprovalRevoked {
            /// The proposal.
            proposal: ProposalId,
            /// The member.
            who: T::AccountId,
        },
        /// The council postponed the enactment of a proposal.
        Postponed {
            /// The proposal.
            proposal: ProposalId,
            /// When it can be enacted now.
            eta: Moment,
        },
        /// A proposal was challenged.
        Challenged {
            /// The proposal.
            proposal: ProposalId,
            /// Who challenged it.
            challenger: T::AccountId,
            /// On which grounds.
            grounds: Grounds,
            /// What the challenger has at stake.
            bond: Balance,
            /// When it has to be decided.
            deadline: Moment,
            /// Whether the council decides it.
            by_council: bool,
        },
        /// A challenge was decided, or was not in time. Who has won has its bond back, beside what is told.
        ChallengeDecided {
            /// The proposal.
            proposal: ProposalId,
            /// How.
            verdict: Verdict,
            /// What of the proposer's bond went to the challenger.
            to_challenger: Balance,
            /// What of the challenger's bond went to the proposer.
            to_proposer: Balance,
            /// What of either bond went to the treasury.
            to_treasury: Balance,
        },
        /// The calls of a proposal were made, or could not be made. It is over either way.
        Enacted {
            /// The proposal.
            proposal: ProposalId,
            /// How they ended.
            result: DispatchResult,
        },
        /// The calls of a proposal are stopped by a brake, need more room than the hook has, or could not be
        /// begun.
        EnactmentHeldUp {
            /// The proposal.
            proposal: ProposalId,
            /// When it is tried again.
            until: Moment,
        },
        /// A proposal was not enacted in time.
        Expired {
            /// The proposal.
            proposal: ProposalId,
        },
        /// A proposal was voided, since a challenge was upheld.
        Voided {
            /// The proposal.
            proposal: ProposalId,
        },
        /// Another proposal cancelled this one.
        Cancelled {
            /// The proposal.
            proposal: ProposalId,
        },
        /// A proposer has its bond back.
        BondReturned {
            /// The proposal.
            proposal: ProposalId,
            /// Who made it.
            proposer: T::AccountId,
            /// The bond.
            bond: Balance,
        },
        /// The council has new members.
        CouncilSet {
            /// All of them.
            members: [T::AccountId; SEATS as usize],
        },
        /// A policy was set.
        PolicySet {
            /// Its name.
            name: PolicyName,
            /// How often it was set since it was last removed.
            version: u32,
        },
        /// A policy was removed.
        PolicyRemoved {
            /// Its name.
            name: PolicyName,
        },
        /// Calls were paused.
        Paused {
            /// Their names.
            names: CallNames,
            /// When the pause ends by itself. If it was to be longer already, that stands.
            until: Moment,
        },
        /// Calls are no longer paused.
        Unpaused {
            /// Their names.
            names: CallNames,
        },
        /// Safe mode began, or lasts longer.
        SafeModeEntered {
            /// When it ends by itself.
            until: Moment,
        },
        /// Safe mode ended.
        SafeModeExited,
        /// A period in which votes ended is over, and quorums have adapted.
        QuorumAdapted {
            /// The mean of turnouts.
            average: Perbill,
            /// What quorums above it come down to.
            quorum: Perbill,
        },
        /// The votes, texts and calls of a proposal were removed.
        Archived {
            /// The proposal.
            proposal: ProposalId,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// Root is no longer the council's: the bootstrap is over.
        BootstrapEnded,
        /// The call would leave more of the bootstrap than there was before it.
        BootstrapLengthened,
        /// There is no such proposal or policy.
        Unknown,
        /// A title has 10 to 200 characters, none of which are control characters.
        TitleLength,
        /// A description has 50 to 5 000 characters.
        TextLength,
        /// Texts are in UTF-8.
        NotUtf8,
        /// A link is empty, or begins with `https://` or `ipfs://` and has at most 256 ASCII characters.
        BadLink,
        /// The period of voting or the delay of enactment is too short or too long.
        PeriodOutOfRange,
        /// A quorum or approval is less than 1 %.
        ThresholdOutOfRange,
        /// The proposer has too little power.
        PowerTooLow,
        /// As many proposals of this type or proposer are live as can be.
        TooManyLive,
        /// A proposal of this type needs a call.
        NoCalls,
        /// A proposal has at most 16 calls.
        TooManyCalls,
        /// The calls of a proposal have at most 50 KiB.
        CallsTooLong,
        /// The calls cost more than they may.
        TooHeavy,
        /// A proposal of this type may not make this call.
        CallNotAllowed,
        /// This call must be the only one of its proposal.
        MustBeAlone,
        /// The same account would be a member twice.
        DuplicateMember,
        /// The calls were made for an older version of the chain, which may have meant something else.
        OutdatedCalls,
        /// Voting has begun.
        NotPending,
        /// Only its proposer can withdraw a proposal.
        NotProposer,
        /// The proposal is not voted on.
        NotActive,
        /// Voting has not begun.
        VotingNotBegun,
        /// Voting is over.
        VotingEnded,
        /// A reason has at most 500 characters.
        ReasonTooLong,
        /// The account is no member of the council.
        NotMember,
        /// The proposal needs no approval of the council.
        ApprovalNotNeeded,
        /// The member approves the proposal already.
        AlreadyApproved,
        /// The member does not approve the proposal.
        NotApproved,
        /// A proposal can be challenged only for a while after it was made.
        ChallengeTooLate,
        /// The proposal was challenged before.
        AlreadyChallenged,
        /// Nobody challenges a proposal of their own.
        OwnProposal,
        /// There is no court that could decide the challenge.
        NoCourt,
        /// The council has nothing to decide.
        NotForCouncil,
        /// The proposal has not passed, or its type or calls cannot be postponed.
        NotPostponable,
        /// The proposal was postponed before.
        AlreadyPostponed,
        /// The proposal is over, replaces the council, or would cancel itself.
        NotCancellable,
        /// The council has used brakes a short while ago.
        BrakeTooSoon,
        /// As many calls are paused as can be.
        TooManyPaused,
        /// The brake is not on.
        NotBraked,
        /// What an Emergency has begun the council cannot end.
        BegunByEmergency,
        /// A name has 3 to 64 of `a-z0-9-/`, a text at most 4 096 bytes of UTF-8, and some names are only for
        /// some types.
        BadPolicy,
        /// There are as many policies as can be.
        TooManyPolicies,
        /// Nothing can be done for the proposal now.
        NothingDue,
        /// The calls of the proposal were made already.
        AlreadyExecuted,
        /// The account has voted on the proposal: no strategy takes that back.
        AlreadyVoted,
    }

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Whether the chain begins with a bootstrap.
        pub bootstrap: bool,
        /// Nothing: serde wants the type parameter to be used.
        #[serde(skip)]
        pub phantom: PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            if self.bootstrap {
                Pallet::<T>::begin_bootstrap();
            }
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            Self::count_down();
            T::WeightInfo::count_down().saturating_add(Self::make_up_for_lost_time())
        }

        fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
            Self::work(meter);
        }

        fn integrity_test() {
            assert!(
                T::MaxEnactment::get().all_lte(T::MaxAdvance::get()),
                "what the hook may enact anybody may enact"
            );
            assert!(
                T::MaxAdvance::get().all_lte(T::BlockWeights::get().max_block),
                "an enactment fits into a block"
            );
            let share = T::HookWeight::get();
            let step = T::WeightInfo::attend()
                .saturating_add(T::WeightInfo::decide().max(T::WeightInfo::verdict()))
                .max(Self::weight_of_page(voting::PAGE, voting::MOST_POLLS))
                .max(T::WeightInfo::prune_votes(archive::PRUNED).max(T::WeightInfo::archive()));
            assert!(share.is_zero() || step.all_lte(share), "the hook has room for one step");
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// How much is left of the bootstrap, in milliseconds in which blocks are made. `None` when it
        /// is over.
        pub fn bootstrap_left() -> Option<Moment> {
            Bootstrap::<T>::get().map(|bootstrap| bootstrap.left)
        }

        /// A proposal.
        pub fn proposal(id: ProposalId) -> Option<ProposalView<T::AccountId>> {
            Self::read_proposal(id)
        }

        /// Up to `limit`, at most 100, of the proposals of this status, type and proposer, newest first, after
        /// the first `offset` of them. Looks at the newest 10 000 only.
        pub fn proposals(
            status: Option<Status>,
            kind: Option<ProposalKind>,
            proposer: Option<T::AccountId>,
            limit: u32,
            offset: u32,
        ) -> Vec<ProposalView<T::AccountId>> {
            Self::read_proposals(status, kind, proposer, limit, offset)
        }

        /// Up to `limit`, at most 100, of the votes on a proposal, newest first, after the first `offset` of
        /// them.
        pub fn votes(id: ProposalId, limit: u32, offset: u32) -> Vec<VoteView<T::AccountId>> {
            Self::read_votes(id, limit, offset)
        }

        /// The vote of an account.
        pub fn vote_of(id: ProposalId, who: T::AccountId) -> Option<VoteView<T::AccountId>> {
            Self::read_vote(id, who)
        }

        /// How a vote would end if it did now.
        pub fn outcome_now(id: ProposalId) -> Option<Count> {
            Self::count_now(id)
        }

        /// What the chain makes of a proposal now, by its parts: nothing while evaluations are switched off.
        /// `None` if it is unknown or archived.
        pub fn evaluation(id: ProposalId) -> Option<Evaluation> {
            Self::evaluate(id)
        }

        /// Why a proposal of this type could not make these calls.
        pub fn check(
            kind: ProposalKind,
            calls: Vec<<T as Config>::RuntimeCall>,
        ) -> Result<(), Refused> {
            Self::check_calls(kind, &calls, Self::creation_limit()).map(drop)
        }

        /// What would come of these calls, were a proposal of this type enacted now.
        pub fn dry_run(
            kind: ProposalKind,
            calls: Vec<<T as Config>::RuntimeCall>,
        ) -> Result<DryRun, Refused> {
            Self::run_dry(kind, calls)
        }

        /// What would come of a proposal, were it enacted now. `None` if it is unknown or archived.
        pub fn dry_run_of(id: ProposalId) -> Option<Result<DryRun, Refused>> {
            Self::run_proposal_dry(id)
        }

        /// Up to `limit`, at most 100, of the policies, in the order of storage, after the first `offset` of
        /// them.
        pub fn policies(limit: u32, offset: u32) -> Vec<PolicyView> {
            Self::read_policies(limit, offset)
        }

        /// Where a proposal is in its life, also an archived one.
        pub fn proposal_status(id: ProposalId) -> Option<Status> {
            Self::read_status(id)
        }

        /// The rules by which proposals are made.
        pub fn parameters() -> ProposalParameters {
            Self::read_parameters()
        }

        /// The state of proposals as a whole, for those who watch over a chain.
        pub fn figures() -> ProposalFigures {
            Self::read_figures()
        }

        /// What quorums of more than 5 % come down to now.
        pub fn effective_quorum() -> Perbill {
            Self::adapted(Perbill::one())
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Dispatches `call` as Root, past all call filters, while the bootstrap lasts.
        ///
        /// Origin: [`Config::BootstrapOrigin`]. The call's own outcome is in the event
        /// [`Event::BootstrapDispatched`]; a call that fails changes nothing. One that would lengthen the
        /// bootstrap fails there with [`Error::BootstrapLengthened`].
        ///
        /// Errors: [`Error::BootstrapEnded`].
        #[pallet::call_index(0)]
        #[pallet::weight({
            let info = call.get_dispatch_info();
            (T::WeightInfo::bootstrap_dispatch().saturating_add(info.call_weight), info.class)
        })]
        pub fn bootstrap_dispatch(
            origin: OriginFor<T>,
            call: Box<<T as Config>::RuntimeCall>,
        ) -> DispatchResult {
            T::BootstrapOrigin::ensure_origin(origin)?;
            Self::do_bootstrap_dispatch(*call)
        }

        /// Makes a proposal to make `calls`, in order, all or none of them.
        ///
        /// `title`, `description` and `link` are UTF-8. Of each wish and the track of the type the stricter
        /// holds. The power of all voters counts as of now.
        ///
        /// Origin: signed, by an account with enough power and free tokens. A bond is held until the proposal
        /// has finished, a deposit for the texts and calls until they are archived.
        ///
        /// Errors: [`Error::TitleLength`], [`Error::TextLength`], [`Error::NotUtf8`], [`Error::BadLink`],
        /// [`Error::PeriodOutOfRange`], [`Error::ThresholdOutOfRange`], [`Error::PowerTooLow`],
        /// [`Error::TooManyLive`], [`Error::NoCalls`], [`Error::TooManyCalls`], [`Error::CallNotAllowed`],
        /// [`Error::MustBeAlone`], [`Error::DuplicateMember`], [`Error::CallsTooLong`],
        /// [`Error::TooHeavy`]; `TokenError::FundsUnavailable` without free tokens; those of opening a poll.
        #[pallet::call_index(1)]
        #[pallet::weight(
            T::WeightInfo::propose(Pallet::<T>::bytes_of(title, description, link, calls))
                .saturating_add(T::WeightInfo::are_large(Pallet::<T>::len(calls)))
        )]
        pub fn propose(
            origin: OriginFor<T>,
            kind: ProposalKind,
            title: Vec<u8>,
            description: Vec<u8>,
            link: Vec<u8>,
            category: Category,
            calls: Vec<<T as Config>::RuntimeCall>,
            wishes: Wishes,
        ) -> DispatchResult {
            let proposer = ensure_signed(origin)?;
            Self::do_propose(proposer, kind, title, description, link, category, calls, wishes)
        }

        /// Withdraws a proposal before voting begins, unless it was challenged.
        ///
        /// Origin: signed, by its proposer.
        ///
        /// Errors: [`Error::Unknown`], [`Error::NotProposer`], [`Error::NotPending`],
        /// [`Error::AlreadyChallenged`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_withdraw(who, proposal)
        }

        /// Votes on a proposal with at most `max_power` tokens of the caller and with those who have delegated
        /// to it, in place of its vote before. A deposit is held for the `reason`, in UTF-8, until the vote is
        /// archived or replaced. What a first vote without a reason, or one of somebody who votes on little else,
        /// takes less is given back.
        ///
        /// Origin: signed, by anybody with power.
        ///
        /// Errors: [`Error::Unknown`], [`Error::NotActive`], [`Error::VotingNotBegun`],
        /// [`Error::VotingEnded`], [`Error::NotUtf8`], [`Error::ReasonTooLong`];
        /// `TokenError::FundsUnavailable`; those of casting a ballot.
        #[pallet::call_index(3)]
        #[pallet::weight(
            T::WeightInfo::vote(Pallet::<T>::len(reason.as_deref().unwrap_or_default()), MAX_LIVE)
        )]
        pub fn vote(
            origin: OriginFor<T>,
            proposal: ProposalId,
            position: Position,
            max_power: Option<Balance>,
            reason: Option<Vec<u8>>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Ok(Some(Self::do_vote(who, proposal, position, max_power, reason)?).into())
        }

        /// Counts what `delegator` has for the vote of its delegate. The hook does it too. What one takes less that is
        /// counted in little else is given back.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::Unknown`], [`Error::NotActive`], [`Error::VotingNotBegun`],
        /// [`Error::VotingEnded`]; those of casting a ballot for a delegator.
        #[pallet::call_index(4)]
        #[pallet::weight(Pallet::<T>::weight_of_cast(MAX_LIVE))]
        pub fn cast_for_delegator(
            origin: OriginFor<T>,
            proposal: ProposalId,
            delegator: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            Ok(Some(Self::do_cast_for_delegator(proposal, delegator)?).into())
        }

        /// Approves a proposal that needs three approvals of the council.
        ///
        /// Origin: signed, by a member of the council.
        ///
        /// Errors: [`Error::NotMember`], [`Error::Unknown`], [`Error::NotActive`] if it is over,
        /// [`Error::ApprovalNotNeeded`], [`Error::AlreadyApproved`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::approve())]
        pub fn approve(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_approve(who, proposal)
        }

        /// Takes an approval back.
        ///
        /// Origin: signed, by a member of the council.
        ///
        /// Errors: [`Error::NotMember`], [`Error::Unknown`], [`Error::NotActive`] if it is over,
        /// [`Error::NotApproved`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::revoke_approval())]
        pub fn revoke_approval(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_revoke_approval(who, proposal)
        }

        /// Challenges a proposal shortly after it was made, with a bond. `text` is UTF-8.
        ///
        /// Origin: signed, by anybody but its proposer.
        ///
        /// Errors: [`Error::Unknown`], [`Error::OwnProposal`], [`Error::NotActive`] if it is over,
        /// [`Error::ChallengeTooLate`], [`Error::AlreadyChallenged`], [`Error::NotUtf8`],
        /// [`Error::ReasonTooLong`], [`Error::NoCourt`]; `TokenError::FundsUnavailable`; those of the court,
        /// such as a `TransactionalError` if it is nested so deeply that the court cannot be asked.
        #[pallet::call_index(7)]
        #[pallet::weight(
            T::WeightInfo::challenge(Pallet::<T>::len(text)).saturating_add(T::Court::weight())
        )]
        pub fn challenge(
            origin: OriginFor<T>,
            proposal: ProposalId,
            grounds: Grounds,
            text: Vec<u8>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_challenge(who, proposal, grounds, text)
        }

        /// Decides a challenge for which no other court could be opened.
        ///
        /// Origin: [`Config::CouncilOrigin`].
        ///
        /// Errors: [`Error::NotForCouncil`].
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::verdict())]
        pub fn judge(origin: OriginFor<T>, proposal: ProposalId, upheld: bool) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_judge(proposal, upheld)
        }

        /// Postpones the enactment of a proposal that has passed and needs no approval of the council, once.
        ///
        /// Origin: [`Config::CouncilOrigin`].
        ///
        /// Errors: [`Error::Unknown`], [`Error::AlreadyPostponed`], [`Error::NotPostponable`].
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::postpone())]
        pub fn postpone(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_postpone(proposal)
        }

        /// Does what is due for a proposal: ends its vote, gives up waiting for a verdict, enacts it, for at
        /// most `max_weight` of its calls, or lets it expire. The hook does it too. What is not used of the
        /// weight is given back.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::Unknown`], [`Error::NothingDue`], [`Error::AlreadyExecuted`],
        /// [`Error::TooHeavy`]; a `TransactionalError` if it is nested so deeply that calls cannot be begun.
        #[pallet::call_index(10)]
        #[pallet::weight(Pallet::<T>::advance_weight().saturating_add(*max_weight))]
        pub fn advance(
            origin: OriginFor<T>,
            proposal: ProposalId,
            max_weight: Weight,
        ) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            Self::do_advance(proposal, max_weight)
        }

        /// Replaces all members of the council by five different accounts. Open motions and proposals lose the
        /// votes and approvals of those who leave.
        ///
        /// Origin: Root, or a proposal of type ParameterChange or ProtocolUpgrade, in which it must be the only
        /// call.
        ///
        /// Errors: [`Error::DuplicateMember`].
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::set_council().saturating_add(T::Council::set_weight()))]
        pub fn set_council(
            origin: OriginFor<T>,
            members: [T::AccountId; SEATS as usize],
        ) -> DispatchResult {
            Self::ensure_root_or(
                origin,
                &[ProposalKind::ParameterChange, ProposalKind::ProtocolUpgrade],
            )?;
            Self::do_set_council(members)
        }

        /// Cancels a live proposal, but none that replaces the council.
        ///
        /// Origin: Root, or a proposal of type Emergency or ProtocolUpgrade.
        ///
        /// Errors: [`Error::Unknown`], [`Error::NotCancellable`].
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::cancel_proposal())]
        pub fn cancel_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
            Self::ensure_emergency(origin)?;
            Self::do_cancel(proposal)
        }

        /// Pauses `calls` for `duration` milliseconds, or as long as the caller may, which it is at most.
        /// What is paused for longer stays so.
        ///
        /// Origin: [`Config::CouncilOrigin`], rarely and for a day at most; Root, or a proposal of type
        /// Emergency or ProtocolUpgrade, for 30 days at most.
        ///
        /// Errors: [`Error::BrakeTooSoon`], [`Error::TooManyPaused`]; those of [`Brake::pause`].
        #[pallet::call_index(13)]
        #[pallet::weight(T::WeightInfo::pause(Pallet::<T>::len(calls)))]
        pub fn pause(
            origin: OriginFor<T>,
            calls: CallNames,
            duration: Option<Moment>,
        ) -> DispatchResult {
            let by = Self::ensure_brake(origin)?;
            Self::do_pause(calls, duration, by)
        }

        /// Ends the pause of `calls`.
        ///
        /// Origin: that of [`pause`](Self::pause). What an Emergency has paused the council cannot.
        ///
        /// Errors: [`Error::NotBraked`], [`Error::BegunByEmergency`]; those of [`Brake::unpause`].
        #[pallet::call_index(14)]
        #[pallet::weight(T::WeightInfo::unpause(Pallet::<T>::len(calls)))]
        pub fn unpause(origin: OriginFor<T>, calls: CallNames) -> DispatchResult {
            let by = Self::ensure_brake(origin)?;
            Self::do_unpause(calls, by)
        }

        /// Lets no transactions in but those that an emergency needs, for `duration` milliseconds, or as long
        /// as the caller may, which it is at most. A safe mode that was to last longer does.
        ///
        /// Origin: [`Config::CouncilOrigin`], rarely and for a day at most; Root, or a proposal of type
        /// Emergency or ProtocolUpgrade, for 7 days at most.
        ///
        /// Errors: [`Error::BrakeTooSoon`]; those of [`Brake::enter_safe_mode`].
        #[pallet::call_index(15)]
        #[pallet::weight(T::WeightInfo::enter_safe_mode())]
        pub fn enter_safe_mode(origin: OriginFor<T>, duration: Option<Moment>) -> DispatchResult {
            let by = Self::ensure_brake(origin)?;
            Self::do_enter_safe_mode(duration, by)
        }

        /// Ends safe mode.
        ///
        /// Origin: that of [`enter_safe_mode`](Self::enter_safe_mode). What an Emergency has begun the council
        /// cannot end.
        ///
        /// Errors: [`Error::NotBraked`], [`Error::BegunByEmergency`]; those of [`Brake::exit_safe_mode`].
        #[pallet::call_index(16)]
        #[pallet::weight(T::WeightInfo::exit_safe_mode())]
        pub fn exit_safe_mode(origin: OriginFor<T>) -> DispatchResult {
            let by = Self::ensure_brake(origin)?;
            Self::do_exit_safe_mode(by)
        }

        /// Sets a policy, a text in UTF-8 by which people go. What the chain itself obeys is a parameter.
        ///
        /// Origin: Root, or a proposal of type PolicyChange or, for names that begin with `market/`,
        /// AgentTrading.
        ///
        /// Errors: [`Error::BadPolicy`], [`Error::TooManyPolicies`].
        #[pallet::call_index(17)]
        #[pallet::weight(T::WeightInfo::set_policy(Pallet::<T>::len(value)))]
        pub fn set_policy(origin: OriginFor<T>, name: Vec<u8>, value: Vec<u8>) -> DispatchResult {
            Self::ensure_policy(origin, &name)?;
            Self::do_set_policy(name, value)
        }

        /// Removes a policy.
        ///
        /// Origin: Root, or a proposal of type PolicyChange.
        ///
        /// Errors: [`Error::Unknown`].
        #[pallet::call_index(18)]
        #[pallet::weight(T::WeightInfo::remove_policy())]
        pub fn remove_policy(origin: OriginFor<T>, name: Vec<u8>) -> DispatchResult {
            Self::ensure_root_or(origin, &[ProposalKind::PolicyChange])?;
            Self::do_remove_policy(name)
        }
    }
}
