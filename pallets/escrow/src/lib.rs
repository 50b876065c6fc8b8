#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod agenda;
#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark may panic"
)]
mod benchmarking;
mod controlled;
mod escrow;
mod index;
mod invariants;
mod milestone;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod money;
mod read;
mod rules;
mod stream;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use rules::{
    LONGEST_ACCEPTANCE, LONGEST_DEADLINE, LONGEST_REVIEW, MAX_AMOUNT, MIN_AMOUNT, ORACLE_DELAY,
    SHORTEST_ACCEPTANCE, SHORTEST_REVIEW,
};
pub use stream::{MIN_SECONDS, SHORTEST_STREAM};
pub use weights::WeightInfo;

/// An escrow of two parties as it is stored.
pub type EscrowOf<T> =
    types::Escrow<<T as frame_system::Config>::AccountId, <T as Config>::Consideration>;

/// An escrow of another pallet as it is stored.
pub type ControlledEscrowOf<T> = types::ControlledEscrow<
    <T as frame_system::Config>::AccountId,
    <T as Config>::Controller,
    <T as Config>::Consideration,
>;

/// A stream as it is stored.
pub type StreamOf<T> = types::Stream<
    <T as frame_system::Config>::AccountId,
    <T as Config>::Controller,
    <T as Config>::Consideration,
>;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use crate::{
        index::Key,
        types::{ClosedBy, PaidBy, RefundedBy},
    };
    use aitbc_primitives::{
        clock::Clock,
        governance::Owners,
        market::{
            deadlines::{ActiveClock, Agenda},
            escrow::{
                EscrowCheck, EscrowDraft, EscrowFigures, EscrowId, EscrowTask, EscrowView, Party,
                StreamView, Terms, MAX_MILESTONES,
            },
            money::Unfrozen,
        },
        Balance, Hash, Moment,
    };
    use alloc::vec::Vec;
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{Balanced, BalancedHold, Credit, Inspect, MutateHold},
            Consideration, Footprint, OnUnbalanced,
        },
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::{Perbill, Permill};

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The native token.
        type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
            + BalancedHold<Self::AccountId>
            + Balanced<Self::AccountId>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// Why tokens are held.
        type RuntimeHoldReason: From<HoldReason>;

        /// The deposit for an escrow or a stream, with [`HoldReason::Deposit`], which is given back at its
        /// end. It has a price for each of three entries, each task that it can have on the agenda, and each
        /// byte of all of them.
        type Consideration: Consideration<Self::AccountId, Footprint>;

        /// Whether tokens that are frozen or locked stay where they are.
        type Unfrozen: Unfrozen<Self::AccountId>;

        /// Who gets fees, and what payees cannot receive: the treasury.
        type FeeRecipient: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

        /// The fee on top of what is paid, for new escrows and streams: 2.5 %, at most 10 %.
        type PlatformFee: Get<Perbill>;

        /// To whom accounts belong.
        type Owners: Owners<Self::AccountId>;

        /// Wall-clock time, at which owners are asked for.
        type Clock: Clock;

        /// The clock of all deadlines and of streams.
        type ActiveClock: ActiveClock;

        /// What waits on the agenda.
        type Task: From<EscrowTask>;

        /// Where deadlines wait. What was waiting for one comes back by `OnDeadline` of this pallet.
        type Agenda: Agenda<Self::Task>;

        /// The pallets that may have escrows and streams of their own.
        type Controller: Parameter + MaxEncodedLen;

        /// What benchmarks have to set up.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Why tokens are on hold.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The amount of an escrow and the fee on it.
        #[codec(index = 0)]
        Payment,
        /// What is prepaid of a stream and the fee on it.
        #[codec(index = 1)]
        Stream,
        /// The deposit for what is stored.
        #[codec(index = 2)]
        Deposit,
    }

    /// The escrows of two parties, until all of their milestones are settled.
    #[pallet::storage]
    pub type Escrows<T: Config> = StorageMap<_, Twox64Concat, EscrowId, EscrowOf<T>, OptionQuery>;

    /// The escrows of other pallets.
    #[pallet::storage]
    pub type ControlledEscrows<T: Config> =
        StorageMap<_, Twox64Concat, EscrowId, ControlledEscrowOf<T>, OptionQuery>;

    /// The streams, until they end.
    #[pallet::storage]
    pub type Streams<T: Config> = StorageMap<_, Twox64Concat, EscrowId, StreamOf<T>, OptionQuery>;

    /// The number of the next escrow or stream.
    #[pallet::storage]
    pub type NextId<T: Config> = StorageValue<_, EscrowId, ValueQuery>;

    /// The open escrows of each account by its role, newest first: what others offer to it must not hide
    /// those that it has opened.
    #[pallet::storage]
    pub type EscrowsOf<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Identity, Party>,
            // It keeps the order. The key is ours.
            NMapKey<Identity, Key>,
        ),
        (),
        OptionQuery,
    >;

    /// The open streams of each account, newest first, with its role.
    #[pallet::storage]
    pub type StreamsOf<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, Key, Party, OptionQuery>;

    /// How many escrows and streams each account has itself opened or accepted. There is no entry for none.
    #[pallet::storage]
    pub type Obliged<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

    /// What is held in all, and for how many.
    #[pallet::storage]
    pub type Totals<T: Config> = StorageValue<_, EscrowFigures, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An escrow was created, and is offered to its beneficiary.
        Created {
            /// Its number.
            id: EscrowId,
            /// Who has paid the money in.
            depositor: T::AccountId,
            /// Who is to get it.
            beneficiary: T::AccountId,
            /// The amount of all milestones, in the smallest unit.
            amount: Balance,
            /// The fee on it.
            fee: Balance,
            /// From when on it can no longer be accepted, in milliseconds of the active clock.
            accept_by: Moment,
            /// The final deadline, by the same clock.
            deadline: Moment,
        },
        /// The beneficiary has accepted an escrow.
        Accepted {
            /// Its number.
            id: EscrowId,
        },
        /// The beneficiary has declined an escrow. It was removed.
        Declined {
            /// Its number.
            id: EscrowId,
            /// What the depositor got back.
            back: Balance,
        },
        /// The depositor has cancelled an escrow that was not accepted. It was removed.
        Cancelled {
            /// Its number.
            id: EscrowId,
            /// What the depositor got back.
            back: Balance,
        },
        /// An escrow was not accepted in time. It was removed.
        Expired {
            /// Its number.
            id: EscrowId,
            /// What the depositor got back.
            back: Balance,
        },
        /// The beneficiary has done its part of a milestone.
        Delivered {
            /// The escrow.
            id: EscrowId,
            /// The place of the milestone.
            milestone: u32,
            /// The hash of what shows it.
            evidence: Hash,
            /// Until when the depositor may look at it, in milliseconds of the active clock.
            review_until: Moment,
        },
        /// A signer or an oracle has approved a milestone.
        Approved {
            /// The escrow.
            id: EscrowId,
            /// The place of the milestone.
            milestone: u32,
            /// Who.
            who: T::AccountId,
        },
        /// A signer or an oracle has taken its approval back.
        ApprovalWithdrawn {
            /// The escrow.
            id: EscrowId,
            /// The place of the milestone.
            milestone: u32,
            /// Who.
            who: T::AccountId,
        },
        /// Enough oracles have approved a milestone.
        ThresholdReached {
            /// The escrow.
            id: EscrowId,
            /// The place of the milestone.
            milestone: u32,
            /// When that pays it, unless the deadline is earlier, in milliseconds of the active clock.
            payable_at: Moment,
        },
        /// A milestone was paid. The only milestone of an escrow of another pallet is that in place 0.
        Paid {
            /// The escrow.
            id: EscrowId,
            /// The place of the milestone.
            milestone: u32,
            /// Who got it.
            to: T::AccountId,
            /// What it got, in the smallest unit.
            amount: Balance,
            /// The fee that was taken on it.
            fee: Balance,
            /// Why.
            by: PaidBy,
        },
        /// A milestone, or what was left of it, went back to the depositor.
        Refunded {
            /// The escrow.
            id: EscrowId,
            /// The place of the milestone.
            milestone: u32,
            /// How much of the amount, in the smallest unit.
            amount: Balance,
            /// The fee that went back with it.
            fee: Balance,
            /// Why.
            by: RefundedBy,
        },
        /// A party would agree to divide a milestone.
        SplitOffered {
            /// The escrow.
            id: EscrowId,
            /// The place of the milestone.
            milestone: u32,
            /// Which party.
            by: Party,
            /// The part of the beneficiary.
            share: Permill,
        },
        /// A milestone was divided.
        Split {
            /// The escrow.
            id: EscrowId,
            /// The place of the milestone.
            milestone: u32,
            /// What the beneficiary got, in the smallest unit.
            to_beneficiary: Balance,
            /// The fee that was taken on it.
            fee: Balance,
            /// What the depositor got back, with its part of the fee.
            back: Balance,
        },
        /// The last milestone of an escrow was settled, and it was removed.
        Closed {
            /// Its number.
            id: EscrowId,
            /// What the beneficiary has got in all, in the smallest unit.
            paid: Balance,
            /// The fees that were taken on it.
            fee: Balance,
            /// What the depositor has got back in all, with its part of the fee.
            back: Balance,
        },
        /// Another pallet has opened an escrow of its own.
        Opened {
            /// Its number.
            id: EscrowId,
            /// Whose it is.
            controller: T::Controller,
            /// Who has paid the money in.
            depositor: T::AccountId,
            /// The amount, in the smallest unit.
            amount: Balance,
            /// The fee on it.
            fee: Balance,
        },
        /// Its pallet has lowered the amount of an escrow.
        Reduced {
            /// Its number.
            id: EscrowId,
            /// The amount now, in the smallest unit.
            amount: Balance,
            /// What the depositor got back, with its part of the fee.
            back: Balance,
        },
        /// Its pallet has said whom an escrow pays.
        Assigned {
            /// Its number.
            id: EscrowId,
            /// Who is to get it.
            beneficiary: T::AccountId,
        },
        /// Its pallet has suspended an escrow until there is a verdict.
        Suspended {
            /// Its number.
            id: EscrowId,
        },
        /// A stream has begun.
        StreamOpened {
            /// Its number.
            id: EscrowId,
            /// Whose it is, if it belongs to another pallet.
            controller: Option<T::Controller>,
            /// Who pays.
            payer: T::AccountId,
            /// Who is paid.
            beneficiary: T::AccountId,
            /// What the beneficiary earns in a second, in the smallest unit.
            rate: Balance,
            /// What is prepaid.
            prepaid: Balance,
            /// The fee on it.
            fee: Balance,
            /// When it ends by itself, in milliseconds of the active clock.
            ends: Moment,
        },
        /// More was prepaid of a stream.
        ToppedUp {
            /// Its number.
            id: EscrowId,
            /// How much more, in the smallest unit.
            amount: Balance,
            /// The fee on it.
            fee: Balance,
            /// When the stream ends now, in milliseconds of the active clock.
            ends: Moment,
        },
        /// The beneficiary of a stream was paid what it was owed.
        Withdrawn {
            /// The stream.
            id: EscrowId,
            /// What it got, in the smallest unit.
            paid: Balance,
            /// The fee that was taken on it.
            fee: Balance,
        },
        /// A stream has ended, and was removed.
        StreamClosed {
            /// Its number.
            id: EscrowId,
            /// Why.
            by: ClosedBy,
            /// What the beneficiary has got in all, in the smallest unit.
            paid: Balance,
            /// The fees that were taken on it.
            fee: Balance,
            /// What the payer got back, with its part of the fee.
            back: Balance,
        },
        /// An account could not receive what another event says that it was paid or got back. The platform
        /// has it.
        Unpayable {
            /// The account.
            to: T::AccountId,
            /// How much, in the smallest unit.
            amount: Balance,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no escrow, or no stream, with this number.
        NotFound,
        /// The caller is not the depositor, or not the payer.
        NotDepositor,
        /// The caller is not the beneficiary.
        NotBeneficiary,
        /// The caller is neither party.
        NotParty,
        /// The caller is no signer and no oracle.
        NotSigner,
        /// Nobody has an escrow or a stream with itself.
        SameParty,
        /// The escrow is no longer offered.
        NotOffered,
        /// The escrow was not accepted or not assigned, or is suspended until there is a verdict.
        NotActive,
        /// There is no such milestone.
        MilestoneNotFound,
        /// The milestone was settled before.
        MilestoneSettled,
        /// The milestone is paid after its delivery, and was not delivered.
        NotDelivered,
        /// The milestone was delivered before.
        AlreadyDelivered,
        /// The review is over. The milestone is to be settled.
        ReviewOver,
        /// Nothing is due yet.
        TooEarly,
        /// The deadline, or the time that the rule says, has passed.
        DeadlinePassed,
        /// The rule of the escrow knows no such step.
        WrongRule,
        /// The caller has approved the milestone before.
        AlreadyApproved,
        /// The caller has not approved the milestone.
        NotApproved,
        /// Enough have approved the milestone already.
        ThresholdPassed,
        /// An escrow has a milestone at least.
        NoMilestones,
        /// The amount is too small.
        AmountTooSmall,
        /// The amount is too large.
        AmountTooLarge,
        /// At least one has to approve, and at most all of them.
        ThresholdOutOfRange,
        /// A signer or an oracle stands there twice.
        DuplicateSigner,
        /// A signer, an oracle or the arbiter belongs to a party.
        SignerIsParty,
        /// A period is too short or too long.
        PeriodOutOfRange,
        /// The caller has offered this share before.
        ShareUnchanged,
        /// Tokens that are frozen or locked cannot be paid to others.
        Frozen,
        /// It belongs to another pallet.
        Controlled,
        /// The rate of a stream is zero.
        RateZero,
        /// What is prepaid lasts for less than 60 seconds.
        PrepaidTooSmall,
        /// The stream has ended.
        StreamEnded,
        /// The beneficiary is owed nothing, or less than its account can receive.
        NothingOwed,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// An escrow. `None` if there is none with this number, or no longer.
        pub fn escrow(id: EscrowId) -> Option<EscrowView<T::AccountId>> {
            Self::read_escrow(id)
        }

        /// At most 100 of the open escrows of an account, or of those in which it has this role, newest
        /// first, older than `after` only.
        pub fn escrows(
            account: T::AccountId,
            role: Option<Party>,
            limit: u32,
            after: Option<EscrowId>,
        ) -> Vec<EscrowView<T::AccountId>> {
            Self::read_escrows(&account, role, limit, after)
        }

        /// What would come of creating an escrow now. Nothing of it stays. Whether calls are paused, safe
        /// mode is on, or the fee of the transaction can be paid, it does not look at.
        pub fn check(draft: EscrowDraft<T::AccountId>) -> EscrowCheck {
            Self::try_to_create(draft)
        }

        /// A stream. `None` if there is none with this number, or no longer.
        pub fn stream(id: EscrowId) -> Option<StreamView<T::AccountId>> {
            Self::read_stream(id)
        }

        /// At most 100 of the open streams of an account, newest first, older than `after` only.
        pub fn streams(
            account: T::AccountId,
            limit: u32,
            after: Option<EscrowId>,
        ) -> Vec<StreamView<T::AccountId>> {
            Self::read_streams(&account, limit, after)
        }

        /// All escrows and streams together.
        pub fn figures() -> EscrowFigures {
            Totals::<T>::get()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Holds the amount of all milestones with the fee on it, and a deposit, and offers the escrow to
        /// `beneficiary`. Amounts are in the smallest unit; durations count in milliseconds of the active
        /// clock from now on.
        ///
        /// Origin: signed, by the depositor.
        ///
        /// Errors: [`Error::SameParty`], [`Error::NoMilestones`], [`Error::AmountTooSmall`],
        /// [`Error::AmountTooLarge`], [`Error::PeriodOutOfRange`], [`Error::ThresholdOutOfRange`],
        /// [`Error::DuplicateSigner`], [`Error::SignerIsParty`], [`Error::Frozen`];
        /// `TokenError::FundsUnavailable` if the caller has not so much.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::create(
            terms.amounts.len() as u32,
            terms.rule.signers().len() as u32,
        ))]
        pub fn create(
            origin: OriginFor<T>,
            beneficiary: T::AccountId,
            terms: Terms<T::AccountId>,
        ) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_create(caller, beneficiary, terms)
        }

        /// Takes an escrow back that was not accepted. All that is held is free again.
        ///
        /// Origin: signed, by the depositor.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotDepositor`],
        /// [`Error::NotOffered`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::cancel())]
        pub fn cancel(origin: OriginFor<T>, id: EscrowId) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_cancel(&caller, id)
        }

        /// Accepts an escrow, before it expires.
        ///
        /// Origin: signed, by the beneficiary.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotBeneficiary`],
        /// [`Error::NotOffered`], [`Error::DeadlinePassed`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::accept())]
        pub fn accept(origin: OriginFor<T>, id: EscrowId) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_accept(&caller, id)
        }

        /// Declines an escrow, before it expires. All that is held is free again.
        ///
        /// Origin: signed, by the beneficiary.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotBeneficiary`],
        /// [`Error::NotOffered`], [`Error::DeadlinePassed`].
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::decline())]
        pub fn decline(origin: OriginFor<T>, id: EscrowId) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_decline(&caller, id)
        }

        /// Says that the caller has done its part of an open milestone, before the deadline, with the hash of
        /// what shows it. The depositor may look at it for the time of the review; after that anybody may
        /// settle it. Only under the rule `Manual`: no other one asks for a delivery.
        ///
        /// Origin: signed, by the beneficiary.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotBeneficiary`],
        /// [`Error::NotActive`], [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`],
        /// [`Error::AlreadyDelivered`], [`Error::WrongRule`], [`Error::DeadlinePassed`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::deliver())]
        pub fn deliver(
            origin: OriginFor<T>,
            id: EscrowId,
            milestone: u32,
            evidence: Hash,
        ) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_deliver(&caller, id, milestone, evidence)
        }

        /// Pays a milestone, with the fee on it, before it is due.
        ///
        /// Origin: signed, by the depositor.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotDepositor`],
        /// [`Error::NotActive`], [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`],
        /// [`Error::ReviewOver`], [`Error::DeadlinePassed`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::release())]
        pub fn release(origin: OriginFor<T>, id: EscrowId, milestone: u32) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_release(&caller, id, milestone)
        }

        /// Gives a milestone back to the depositor, with the fee on it, before it is due.
        ///
        /// Origin: signed, by the beneficiary.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotBeneficiary`],
        /// [`Error::NotActive`], [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`],
        /// [`Error::ReviewOver`], [`Error::DeadlinePassed`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::refund())]
        pub fn refund(origin: OriginFor<T>, id: EscrowId, milestone: u32) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_refund(&caller, id, milestone)
        }

        /// Approves an open milestone. If enough signers have, it is paid at once; if enough oracles have, it
        /// is paid an hour later, unless the deadline is earlier.
        ///
        /// Origin: signed, by a signer or an oracle.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::WrongRule`], [`Error::NotSigner`],
        /// [`Error::NotActive`], [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`],
        /// [`Error::DeadlinePassed`], [`Error::ThresholdPassed`], [`Error::AlreadyApproved`].
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::approve())]
        pub fn approve(origin: OriginFor<T>, id: EscrowId, milestone: u32) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_approve(caller, id, milestone)
        }

        /// Takes an approval back, before enough have approved.
        ///
        /// Origin: signed, by a signer or an oracle.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::WrongRule`], [`Error::NotSigner`],
        /// [`Error::NotActive`], [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`],
        /// [`Error::DeadlinePassed`], [`Error::ThresholdPassed`], [`Error::NotApproved`].
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::withdraw_approval())]
        pub fn withdraw_approval(
            origin: OriginFor<T>,
            id: EscrowId,
            milestone: u32,
        ) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_withdraw_approval(caller, id, milestone)
        }

        /// Offers to divide a milestone that is not due: `share` of it, in parts per million and rounded
        /// down, for the beneficiary, and the rest for the depositor. If the other party offers the same, it
        /// is done; otherwise the offer replaces the caller's one before.
        ///
        /// Origin: signed, by either party.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotParty`], [`Error::NotActive`],
        /// [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`], [`Error::ReviewOver`],
        /// [`Error::DeadlinePassed`], [`Error::ShareUnchanged`].
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::split())]
        pub fn split(
            origin: OriginFor<T>,
            id: EscrowId,
            milestone: u32,
            share: Permill,
        ) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_split(&caller, id, milestone, share)
        }

        /// Does what is due: removes an escrow that was not accepted in time, or settles a milestone, or all
        /// of them, as the rule, the end of a review or the default says.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::TooEarly`]; of a milestone that is
        /// named also [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`], [`Error::NotDelivered`].
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::settle(milestone.map_or(MAX_MILESTONES, |_| 1)))]
        pub fn settle(
            origin: OriginFor<T>,
            id: EscrowId,
            milestone: Option<u32>,
        ) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            let used = Self::do_settle(id, milestone)?;
            Ok(Some(used).into())
        }

        /// Holds `prepaid` with the fee on it, and a deposit, and pays `beneficiary` `rate` a second out of
        /// it from now on, until it is used up, or until `ends` if that is earlier. Amounts are in the
        /// smallest unit; `ends` is in milliseconds of the active clock, at least 60 seconds from now.
        ///
        /// Origin: signed, by the payer.
        ///
        /// Errors: [`Error::SameParty`], [`Error::RateZero`], [`Error::PrepaidTooSmall`],
        /// [`Error::AmountTooLarge`], [`Error::PeriodOutOfRange`], [`Error::Frozen`];
        /// `TokenError::FundsUnavailable` if the caller has not so much.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::open_stream())]
        pub fn open_stream(
            origin: OriginFor<T>,
            beneficiary: T::AccountId,
            rate: Balance,
            prepaid: Balance,
            ends: Option<Moment>,
        ) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_open_stream(caller, beneficiary, rate, prepaid, ends)
        }

        /// Prepays `amount` more of a stream, with the fee on it as of its beginning. It ends later, unless
        /// it was told when to end.
        ///
        /// Origin: signed, by the payer.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotDepositor`],
        /// [`Error::StreamEnded`], [`Error::AmountTooSmall`], [`Error::AmountTooLarge`],
        /// [`Error::Frozen`]; `TokenError::FundsUnavailable` if the caller has not so much.
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::top_up())]
        pub fn top_up(origin: OriginFor<T>, stream: EscrowId, amount: Balance) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_top_up(&caller, stream, amount)
        }

        /// Pays the beneficiary what it is owed, and ends the stream if it is used up or its end has come. If it goes
        /// on, what its end would have cost is given back.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NothingOwed`].
        #[pallet::call_index(13)]
        #[pallet::weight(T::WeightInfo::withdraw_last())]
        pub fn withdraw(origin: OriginFor<T>, stream: EscrowId) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            Ok(Some(Self::do_withdraw(stream)?).into())
        }

        /// Ends a stream: pays what is owed, and frees the rest.
        ///
        /// Origin: signed, by either party.
        ///
        /// Errors: [`Error::NotFound`], [`Error::Controlled`], [`Error::NotParty`].
        #[pallet::call_index(14)]
        #[pallet::weight(T::WeightInfo::close_stream())]
        pub fn close_stream(origin: OriginFor<T>, stream: EscrowId) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_close_stream(&caller, stream)
        }
    }
}
