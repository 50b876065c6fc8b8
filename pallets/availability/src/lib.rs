#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod author;
#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark may panic"
)]
mod benchmarking;
mod duty;
mod encumbrance;
mod invariants;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
pub mod offences;
pub mod order;
mod read;
mod schedule;
mod session;
pub mod shares;
mod slots;
mod supervision;
mod suspensions;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod types;
pub mod weights;

use aitbc_primitives::consensus;

pub use author::DisabledProducers;
pub use duty::{Duty, SessionTotals, Verdict, MAX_FAILURES, PERIOD};
pub use pallet::*;
pub use supervision::Discipline;
pub use types::{Leaving, Producer, Progress, Suspension};
pub use weights::WeightInfo;

const LOG_TARGET: &str = "runtime::availability";

/// A producer of the current session.
pub type ProducerOf<T> =
    Producer<<T as frame_system::Config>::AccountId, <T as pallet_aura::Config>::AuthorityId>;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::reputation::{pools::Forfeit, AtStake, Rep, RepLedger};
    use alloc::vec::Vec;
    use consensus::{
        Author, Availability, Delivery, ScheduleSeed, SessionIndex, SessionSchedule, SlotNumber,
    };
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use sp_runtime::Perbill;

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config:
        frame_system::Config<RuntimeEvent: From<Event<Self>>>
        + pallet_aura::Config<AuthorityId: Into<sp_core::sr25519::Public>>
        + pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
    {
        /// The ledger that holds encumbered reputation.
        type Ledger: RepLedger<Self::AccountId>;

        /// How much of what somebody has encumbered has to stay, because it is at stake in pools. The same
        /// as that of the ledger.
        type AtStake: AtStake<Self::AccountId>;

        /// Takes from equivocators what they have earned and were not credited with, and what they would gain in
        /// pools that are open.
        type Forfeit: Forfeit<Self::AccountId>;

        /// What becomes of validators that are absent, beyond their reputation.
        type Discipline: Discipline<Self::AccountId>;

        /// Where the order of slots comes from.
        type Seed: ScheduleSeed;

        /// Slots of a session, e.g. 300. A session has at least four for each producer.
        type SessionLength: Get<u32>;

        /// The part of the slots that producers share evenly, e.g. one half; the rest goes by
        /// reputation.
        type EqualShare: Get<Perbill>;

        /// The largest part of the slots for one producer, e.g. one third.
        type MaxShare: Get<Perbill>;

        /// The part of its slots in which a producer has to make blocks, e.g. one half.
        type MinDelivery: Get<Perbill>;

        /// The part of its encumbered reputation that a producer loses with each period in which it
        /// delivers less, e.g. 1 %.
        type MissedSlotsPenalty: Get<Perbill>;

        /// After how many sessions in a row without a block, while others made some, a producer is
        /// suspended even if the network seemed to fail, e.g. 6. It must not be zero.
        #[pallet::constant]
        type MaxOutage: Get<SessionIndex>;

        /// How many sessions a suspension is remembered, and how many an equivocator is banned. A second
        /// suspension in that time costs stake.
        type RelapsePeriod: Get<SessionIndex>;

        /// The most producers of a session, e.g. 200. Four slots for each must fit into
        /// `pallet_aura::Config::MaxAuthorities`.
        #[pallet::constant]
        type MaxProducers: Get<u32>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The producers of the current session, in the order of the validators.
    #[pallet::storage]
    pub type Producers<T: Config> =
        StorageValue<_, BoundedVec<ProducerOf<T>, T::MaxProducers>, ValueQuery>;

    /// Who produces in which slot: the index into [`Producers`] of the producer of slot `s` is at
    /// `s % length`. Matches `pallet_aura::Authorities` entry by entry.
    #[pallet::storage]
    pub type Order<T: Config> =
        StorageValue<_, BoundedVec<u16, <T as pallet_aura::Config>::MaxAuthorities>, ValueQuery>;

    /// Where the current session stands.
    #[pallet::storage]
    pub type SessionProgress<T: Config> = StorageValue<_, Progress, ValueQuery>;

    /// The validators of the next session, with what they had encumbered when this one began.
    #[pallet::storage]
    pub type Snapshot<T: Config> =
        StorageValue<_, BoundedVec<(T::AccountId, Rep), T::MaxProducers>, ValueQuery>;

    /// The records of the producers of this session.
    #[pallet::storage]
    pub type Duties<T: Config> = StorageMap<_, Twox64Concat, T::AccountId, Duty, ValueQuery>;

    /// What each producer did in the session before this one.
    #[pallet::storage]
    pub type Deliveries<T: Config> =
        StorageValue<_, BoundedVec<Delivery<T::AccountId>, T::MaxProducers>, ValueQuery>;

    /// Who produced the latest block, and in which slot. Unlike pallet-authorship it stays right in
    /// the hooks after a session has rotated.
    #[pallet::storage]
    pub type LatestAuthor<T: Config> = StorageValue<_, Author<T::AccountId>>;

    /// Whether somebody in the schedule was disabled or suspended and has to be replaced.
    #[pallet::storage]
    pub type ReplacementDue<T: Config> = StorageValue<_, bool, ValueQuery>;

    /// Encumbered reputation on its way out. What burns outside this pallet is still noted here until the
    /// holder withdraws or encumbers something: at most what is held is leaving.
    #[pallet::storage]
    pub type LeavingRep<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, Leaving, OptionQuery>;

    /// Who has switched off that what it earns is encumbered. Only whoever produces or has something
    /// encumbered can: there are never more entries than accounts that were elected or had Block reputation.
    #[pallet::storage]
    pub type EarnedStaysFree<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, (), OptionQuery>;

    /// Accounts that are or were kept out of the schedule for their conduct.
    #[pallet::storage]
    pub type Suspensions<T: Config> =
        StorageMap<_, Twox64Concat, T::AccountId, Suspension, OptionQuery>;

    /// The account whose suspension was looked at last for whether it can be forgotten; none to begin
    /// with the first.
    #[pallet::storage]
    pub type SuspensionCursor<T: Config> = StorageValue<_, T::AccountId>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The block of a slot was produced. Clients that compute the author from the list of
        /// validators are wrong on this chain; this is right.
        Authored {
            /// Its producer.
            author: T::AccountId,
            /// Its slot.
            slot: SlotNumber,
        },
        /// A session began with a new schedule.
        Scheduled {
            /// Index of the session.
            session: SessionIndex,
            /// The number of its slots.
            slots: u32,
            /// The number of producers that share them.
            producers: u32,
        },
        /// Reputation was encumbered. It counts from the next snapshot on.
        Encumbered {
            /// Its holder.
            who: T::AccountId,
            /// The amount, in units.
            amount: Rep,
        },
        /// Encumbered reputation counts in no further snapshot.
        Released {
            /// Its holder.
            who: T::AccountId,
            /// The amount, in units.
            amount: Rep,
            /// The session from which it can be withdrawn. If that is the current one, `Withdrawn` says how
            /// much of it is free already.
            from: SessionIndex,
        },
        /// Released reputation became free.
        Withdrawn {
            /// Its holder.
            who: T::AccountId,
            /// The amount, in units. It is less than was released if some has burned meanwhile, and if some is
            /// at stake in pools: that is still on its way out.
            amount: Rep,
        },
        /// Somebody said whether what it earns in pools of blocks is encumbered when it is credited.
        AutoEncumberSet {
            /// The account.
            who: T::AccountId,
            /// Whether it is.
            on: bool,
        },
        /// A producer delivered too little and lost encumbered reputation.
        MissedSlotsPenalised {
            /// The producer.
            who: T::AccountId,
            /// The reputation that it lost, in units.
            amount: Rep,
        },
        /// A validator proven to equivocate lost its Block reputation.
        EquivocationPenalised {
            /// The validator.
            who: T::AccountId,
            /// The reputation that burned at once, in units. What is at stake in pools is owed.
            amount: Rep,
        },
        /// A validator proven to equivocate may not produce, whatever it applies for.
        Banned {
            /// The validator.
            who: T::AccountId,
            /// The first session in which it may produce again.
            until: SessionIndex,
        },
        /// A producer is out of the schedule until it applies as a validator again and its ban, if it has
        /// one, is over.
        Suspended {
            /// The producer.
            who: T::AccountId,
            /// The session that led to it.
            session: SessionIndex,
        },
        /// A suspended validator applied again and will be back in the schedule.
        Reinstated {
            /// The validator.
            who: T::AccountId,
            /// The session from which it has slots.
            from: SessionIndex,
        },
        /// The slots of disabled or suspended producers were given to the others.
        Replaced {
            /// The number of places of the schedule that changed hands.
            slots: u32,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// The amount is zero.
        ZeroAmount,
        /// The account has less free Block reputation.
        NotEnoughFree,
        /// The account has less encumbered reputation that is not leaving already.
        NotEnoughEncumbered,
        /// The account has no reputation that is leaving.
        NothingLeaving,
        /// The reputation still counts in this session or the next.
        StillCounted,
        /// All of the reputation is at stake in pools.
        StillAtStake,
        /// The account has nothing encumbered and is a validator of neither this session nor the next.
        NotAProducer,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            let missed_by = Self::enter_slot(Self::current_slot());
            <T as Config>::WeightInfo::enter_slot(missed_by)
        }

        fn on_finalize(_: BlockNumberFor<T>) {
            Self::replace_if_due();
        }

        fn integrity_test() {
            assert!(
                T::MaxProducers::get().saturating_mul(schedule::MIN_SLOTS_PER_PRODUCER)
                    <= <T as pallet_aura::Config>::MaxAuthorities::get(),
                "pallet-aura would truncate the schedule of a full set of producers",
            );
            assert!(
                T::MaxProducers::get() <= u32::from(u16::MAX),
                "an index of a producer must fit into a place of the schedule",
            );
            assert!(T::MaxOutage::get() > 0, "whoever has just begun would be absent",);
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Encumbers `amount` units of free Block reputation of the caller, which must sign.
        ///
        /// It counts from the next snapshot on: if the caller is a validator, its share of the slots
        /// grows in the session after the next.
        ///
        /// Errors: `ZeroAmount`, `NotEnoughFree`.
        #[pallet::call_index(0)]
        #[pallet::weight(<T as Config>::WeightInfo::encumber())]
        pub fn encumber(origin: OriginFor<T>, amount: Rep) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_encumber(who, amount)
        }

        /// Takes `amount` units of encumbered reputation of the caller, which must sign, out of
        /// coming snapshots.
        ///
        /// It becomes free at once if it counts neither in this session nor in the next, except for what
        /// is at stake in pools. Otherwise it can be withdrawn when these sessions have ended. If some is
        /// leaving already, both leave together, at the later time.
        ///
        /// Errors: `ZeroAmount`, `NotEnoughEncumbered`; `StillAtStake` if it would be free at once, but all
        /// that is encumbered is at stake.
        #[pallet::call_index(1)]
        #[pallet::weight(<T as Config>::WeightInfo::release())]
        pub fn release(origin: OriginFor<T>, amount: Rep) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_release(who, amount)
        }

        /// Makes released reputation of the caller, which must sign, free.
        ///
        /// What is at stake in pools stays on its way out, until a later call. What has burned since it was
        /// released is gone.
        ///
        /// Errors: `NothingLeaving`, `StillCounted`; `StillAtStake` if all of it is at stake.
        #[pallet::call_index(2)]
        #[pallet::weight(<T as Config>::WeightInfo::withdraw())]
        pub fn withdraw(origin: OriginFor<T>) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_withdraw(who)
        }

        /// Says whether the Block reputation that the caller, which must sign, earns in pools of blocks is
        /// encumbered when it is credited, as it is unless switched off.
        ///
        /// Switching it off takes an entry in storage without a deposit. So it is for those only who produce
        /// in this session or the next, or have something encumbered.
        ///
        /// Errors: `NotAProducer` when it is switched off.
        #[pallet::call_index(3)]
        #[pallet::weight(<T as Config>::WeightInfo::set_auto_encumber())]
        pub fn set_auto_encumber(origin: OriginFor<T>, on: bool) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_set_auto_encumber(who, on)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// The part of the slots that producers share evenly.
        pub fn equal_share() -> Perbill {
            T::EqualShare::get()
        }

        /// The largest part of the slots for one producer.
        pub fn max_share() -> Perbill {
            T::MaxShare::get()
        }

        /// Who produces in which slot of the current session.
        pub fn schedule() -> SessionSchedule<T::AccountId> {
            Self::read_schedule()
        }

        /// How `account` takes part in block production.
        pub fn availability(account: T::AccountId) -> Availability {
            Self::read_availability(&account)
        }

        /// Who produced the latest block, and in which slot.
        pub fn author() -> Option<Author<T::AccountId>> {
            LatestAuthor::<T>::get()
        }

        /// What each producer did in the session before this one.
        pub fn deliveries() -> Vec<Delivery<T::AccountId>> {
            Deliveries::<T>::get().into_inner()
        }
    }
}
