#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod ballots;
#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark may panic"
)]
mod benchmarking;
mod delegation;
mod freezing;
mod invariants;
pub mod migration;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod polls;
mod power;
mod store;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod timeline;
#[cfg(feature = "runtime-benchmarks")]
mod traits;
mod types;
mod upkeep;
pub mod weights;

pub use aitbc_primitives::governance::{
    polls::{Ballot, DelegatedChange, Poll, Rules, TallyChange},
    VotingFigures, VotingPower,
};
pub use pallet::*;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use types::{AccountData, Delegate, Delegation, Frozen, History, Point, Queue, Record, Visit};
pub use weights::WeightInfo;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::{
        clock::Clock,
        governance::{
            polls::{OnCleared, Polls as _},
            Classes, Owners, VoterClass,
        },
        Balance, Moment,
    };
    use alloc::vec::Vec;
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{Inspect, MutateFreeze},
            Consideration, Contains, Footprint,
        },
        weights::WeightMeter,
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::{traits::StaticLookup, Perbill};

    /// The storage layout this code expects. [`migration`] says why it is still the first.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config:
        frame_system::Config<RuntimeEvent: From<Event<Self>>, AccountData = AccountData<Balance>>
    {
        /// The native token, whose `AccountStore` is this pallet.
        type Currency: MutateFreeze<Self::AccountId, Id = Self::RuntimeFreezeReason>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// Why tokens are frozen.
        type RuntimeFreezeReason: From<FreezeReason>;

        /// The deposit of a delegate for its record, which it has back when the record goes. An
        /// account with a deposit exists: nothing is stored for one that does not.
        type Consideration: Consideration<Self::AccountId, Footprint>;

        /// Wall-clock time.
        type Clock: Clock;

        /// Whether an account is a pot, one of [`Config::Pots`]. No history of it is kept and it has
        /// no power.
        type IsPot: Contains<Self::AccountId>;

        /// All pots: accounts without keys, for instance the treasury. A constant list.
        type Pots: Get<Vec<Self::AccountId>>;

        /// Points of a history are about so far apart, e.g. 10 minutes.
        type Granularity: Get<Moment>;

        /// How far back histories go, e.g. 45 days: the long window and the longest poll, with time
        /// to spare.
        type HistoryPeriod: Get<Moment>;

        /// The most recent points of a history beside the newest, e.g. 64. They are written whenever
        /// one is added. May grow, but not shrink.
        #[pallet::constant]
        type MaxRecentPoints: Get<u32>;

        /// The most points of a history that are older, e.g. 448. They are written whenever
        /// [`Config::MaxRecentPoints`] are full. May grow, but not shrink.
        #[pallet::constant]
        type MaxArchivedPoints: Get<u32>;

        /// The shorter window of averages, e.g. 24 hours.
        type ShortWindow: Get<Moment>;

        /// The longer window of averages, e.g. 7 days.
        type LongWindow: Get<Moment>;

        /// What is never counted of a balance, so that it can pay fees, e.g. 1 AITBC.
        type FeeAllowance: Get<Balance>;

        /// The most that one beneficial owner can have counted in a poll, as a part of all tokens
        /// outside of pots, e.g. 5 %.
        type MaxOwnerShare: Get<Perbill>;

        /// The most that the vote of one delegate weighs in a poll, with all that is counted for it,
        /// as a part of all tokens outside of pots, e.g. 5 %.
        type MaxDelegateShare: Get<Perbill>;

        /// The most delegators of a delegate, e.g. 1 000.
        type MaxDelegators: Get<u32>;

        /// Names a poll, e.g. the number of a proposal. Whoever opens polls uses an id once.
        type PollId: Parameter + Member + MaxEncodedLen + Copy;

        /// The most polls in which an account can be counted at a time, e.g. 64. Half of them are
        /// kept for its own votes. May grow, but not shrink.
        #[pallet::constant]
        type MaxPolls: Get<u32>;

        /// What voters are to the market, and what the reputation of agents adds. It is `()` if all are humans.
        type Classes: Classes<Self::AccountId>;

        /// To whom an account belongs. It is `()` if each is its own owner.
        /// What became so in the block of a snapshot is not so in its poll (`since < at`), as with
        /// delegations.
        type Owners: Owners<Self::AccountId>;

        /// Hears of each ballot that is forgotten. It is `()` if nobody wants to know.
        type OnCleared: OnCleared<Self::PollId, Self::AccountId>;

        /// The most weight of a block for pruning and clearing, e.g. 2 %.
        type HookWeight: Get<Weight>;

        /// What benchmarks have to set up.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::PollId, Self::AccountId>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Why this pallet freezes tokens.
    #[pallet::composite_enum]
    pub enum FreezeReason {
        /// They stand behind a ballot in a poll that may still be open.
        #[codec(index = 0)]
        Ballot,
    }

    /// Why this pallet holds tokens.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The deposit of a delegate.
        #[codec(index = 0)]
        Delegate,
    }

    /// The recent points of the history of each account. The newest is in `System::Account`.
    #[pallet::storage]
    pub type RecentPoints<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, History<T::MaxRecentPoints>, OptionQuery>;

    /// The older points of the history of each account, oldest first.
    #[pallet::storage]
    pub type ArchivedPoints<T: Config> = StorageMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        BoundedVec<Point, T::MaxArchivedPoints>,
        ValueQuery,
    >;

    /// Which places of [`Visits`] are taken.
    #[pallet::storage]
    pub type PruneQueue<T: Config> = StorageValue<_, Queue, ValueQuery>;

    /// The histories in the order in which they are to be pruned. Each has one place.
    #[pallet::storage]
    pub type Visits<T: Config> = StorageMap<_, Twox64Concat, u64, Visit<T::AccountId>, OptionQuery>;

    /// To whom each account has given its power.
    #[pallet::storage]
    pub type Delegations<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, Delegation<T::AccountId>, OptionQuery>;

    /// The accounts that vote for others, or would. Each has a deposit for it.
    #[pallet::storage]
    pub type Delegates<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, Delegate<T::Consideration>, OptionQuery>;

    /// Who has delegated to whom, by delegate.
    #[pallet::storage]
    pub type Delegators<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Blake2_128Concat,
        T::AccountId,
        (),
        OptionQuery,
    >;

    /// The polls that were not closed.
    #[pallet::storage]
    pub type Polls<T: Config> = CountedStorageMap<_, Twox64Concat, T::PollId, Poll, OptionQuery>;

    /// Polls that were closed and are not cleared yet.
    #[pallet::storage]
    pub type Closed<T: Config> = CountedStorageMap<_, Twox64Concat, T::PollId, (), OptionQuery>;

    /// What is counted of each account in each poll.
    #[pallet::storage]
    pub type Ballots<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        T::PollId,
        Blake2_128Concat,
        T::AccountId,
        Ballot<T::AccountId>,
        OptionQuery,
    >;

    /// What is counted of each beneficial owner in each poll.
    #[pallet::storage]
    pub type OwnerSums<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        T::PollId,
        Blake2_128Concat,
        T::AccountId,
        Balance,
        ValueQuery,
    >;

    /// What the reputation of each agent has added in each poll to its votes and those of its wallets.
    #[pallet::storage]
    pub type BonusSums<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        T::PollId,
        Blake2_128Concat,
        T::AccountId,
        Balance,
        ValueQuery,
    >;

    /// What is frozen of each account for polls that were open when it was last looked at.
    #[pallet::storage]
    pub type Freezes<T: Config> = StorageMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        BoundedVec<Frozen<T::PollId>, T::MaxPolls>,
        ValueQuery,
    >;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An account votes for others that delegate to it, or takes no more of them.
        DelegationsAccepted {
            /// The account.
            delegate: T::AccountId,
            /// What an account must have to delegate to it, or `None` if it takes no more.
            min_balance: Option<Balance>,
        },
        /// An account gave its power to a delegate, in place of any before.
        Delegated {
            /// The account that gave its power.
            delegator: T::AccountId,
            /// The account that votes with it.
            delegate: T::AccountId,
            /// The most tokens that are counted for the delegate.
            max_power: Option<Balance>,
        },
        /// A delegation ended: the delegator took it back, gave it to somebody else, has no tokens
        /// left or was removed.
        Undelegated {
            /// The account that had given its power.
            delegator: T::AccountId,
            /// The account that voted with it.
            delegate: T::AccountId,
        },
        /// A poll was opened.
        PollOpened {
            /// The poll.
            poll: T::PollId,
            /// The moment at which power counts.
            at: Moment,
            /// When it ends.
            ends: Moment,
            /// All tokens outside of pots, in the smallest unit.
            base: Balance,
        },
        /// An open poll was given a later end.
        PollExtended {
            /// The poll.
            poll: T::PollId,
            /// When it ends now.
            ends: Moment,
        },
        /// A poll was closed.
        PollClosed {
            /// The poll.
            poll: T::PollId,
        },
        /// The ballot of an account was cast, in place of the one before.
        BallotCast {
            /// The poll.
            poll: T::PollId,
            /// The account.
            who: T::AccountId,
            /// Its tokens that are counted and now frozen, in the smallest unit.
            amount: Balance,
            /// Their power, in the same unit.
            power: Balance,
            /// What the account is to the market.
            class: VoterClass,
            /// The delegate for whose vote they count, if not for the account's own.
            delegate: Option<T::AccountId>,
        },
        /// What polls that have ended had frozen was released, or what a slash has taken.
        Unfrozen {
            /// The holder of the tokens.
            who: T::AccountId,
            /// The amount that remains frozen for open polls.
            frozen: Balance,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// An account needs no delegation to vote itself.
        SelfDelegation,
        /// The account votes for others, so it cannot delegate.
        HasDelegators,
        /// Who has delegated cannot vote for others.
        DelegateDelegates,
        /// The chosen account takes no delegations.
        NoDelegate,
        /// The account has fewer tokens than the delegate asks for, or none that could be counted.
        TooFewTokens,
        /// Others cannot end a delegation of an account that has enough tokens.
        MayDelegate,
        /// The chosen delegate has as many delegators as can be.
        TooManyDelegators,
        /// The account has not delegated.
        NotDelegated,
        /// There is a poll with this id.
        PollExists,
        /// A poll must end after it is opened.
        PollTooShort,
        /// A poll must end before the histories that it needs are pruned.
        PollTooLong,
        /// The end of an open poll can only become a later one.
        NoLaterEnd,
        /// There is no open poll with this id, or it has ended.
        PollNotOpen,
        /// Nothing of the account can be counted.
        NoPower,
        /// The account has voted, or no more of it can be counted for its delegate.
        AlreadyCounted,
        /// The delegation is not older than the poll.
        DelegatedTooLate,
        /// The delegate has not voted.
        DelegateNotCounted,
        /// The vote of the delegate weighs as much as it can.
        DelegateFull,
        /// The account is counted in as many open polls as can be.
        TooManyPolls,
        /// The account has no tokens that are frozen for a poll that has ended, nor more frozen than
        /// it has.
        NothingToUnfreeze,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
            Self::do_upkeep(meter);
        }

        fn integrity_test() {
            let [granularity, short, long, period] = [
                T::Granularity::get(),
                T::ShortWindow::get(),
                T::LongWindow::get(),
                T::HistoryPeriod::get(),
            ];
            assert!(
                0 < granularity && granularity < short && short <= long && long < period,
                "needs 0 < Granularity < ShortWindow <= LongWindow < HistoryPeriod"
            );
            assert!(T::MaxRecentPoints::get() >= 1, "a recent point can be kept");
            assert!(T::MaxArchivedPoints::get() >= 4, "four points can be merged");
            assert!(T::MaxPolls::get() >= 2, "half of the polls is one");
            let pots = T::Pots::get();
            assert!(pots.iter().all(T::IsPot::contains), "a pot is a pot");
            let step = T::WeightInfo::upkeep()
                .saturating_add(T::WeightInfo::visit().max(Self::clearing()));
            assert!(step.all_lte(T::HookWeight::get()), "upkeep has room for one step");
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// The power of `who` at `at`, in milliseconds since 1970, or now.
        pub fn voting_power(
            who: T::AccountId,
            at: Option<Moment>,
        ) -> crate::VotingPower<T::AccountId> {
            Self::read_voting_power(&who, at)
        }

        /// All tokens outside of pots, now.
        pub fn voting_base() -> Balance {
            Self::base()
        }

        /// Voting power as a whole, now.
        pub fn voting_figures() -> crate::VotingFigures {
            Self::read_voting_figures()
        }

        /// What `poll` is measured by, until it is closed.
        pub fn poll(poll: T::PollId) -> Option<Poll> {
            Polls::<T>::get(poll)
        }

        /// What would be counted of `who` if it voted in `poll` now, by the rules of the poll.
        pub fn ballot_preview(poll: T::PollId, who: T::AccountId) -> Option<Ballot<T::AccountId>> {
            Self::countable(poll, &who).ok()
        }

        /// What is counted of `who` in `poll`, until it is cleared.
        pub fn ballot(poll: T::PollId, who: T::AccountId) -> Option<Ballot<T::AccountId>> {
            Ballots::<T>::get(poll, who)
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Gives the power of the caller, which must sign, to `delegate`, in place of any delegation
        /// before. At most `max_power` of its tokens are counted for the delegate, in polls that are
        /// opened later. The caller can still vote itself, which takes its power out of the
        /// delegate's vote, but no longer for others: a deposit for that is given back.
        ///
        /// Errors: [`Error::SelfDelegation`], [`Error::HasDelegators`],
        /// [`Error::DelegateDelegates`], [`Error::NoDelegate`], [`Error::TooFewTokens`],
        /// [`Error::TooManyDelegators`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::delegate())]
        pub fn delegate(
            origin: OriginFor<T>,
            delegate: <T::Lookup as StaticLookup>::Source,
            max_power: Option<Balance>,
        ) -> DispatchResult {
            let delegator = ensure_signed(origin)?;
            let delegate = T::Lookup::lookup(delegate)?;
            Self::do_delegate(delegator, delegate, max_power)
        }

        /// Takes the power of the caller, which must sign, back. What was counted for the delegate
        /// stays counted.
        ///
        /// Errors: [`Error::NotDelegated`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::undelegate())]
        pub fn undelegate(origin: OriginFor<T>) -> DispatchResult {
            let delegator = ensure_signed(origin)?;
            ensure!(Self::end_delegation(&delegator), Error::<T>::NotDelegated);
            Ok(())
        }

        /// Releases tokens of `who` that were counted in polls that have ended, and those that a slash
        /// has taken, so that `who` can pay fees again. When a poll is closed, `on_poll` does it too.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::NothingToUnfreeze`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::unfreeze())]
        pub fn unfreeze(
            origin: OriginFor<T>,
            who: <T::Lookup as StaticLookup>::Source,
        ) -> DispatchResult {
            ensure_signed(origin)?;
            let who = T::Lookup::lookup(who)?;
            Self::do_unfreeze(who)
        }

        /// Lets others that have at least `min_balance`, in the smallest unit, delegate to the caller,
        /// which must sign and makes a deposit the first time. With `None` no more can; those that
        /// have stay. Once there are none left, `None` also gives the deposit back.
        ///
        /// Errors: [`Error::DelegateDelegates`]; `TokenError::FundsUnavailable` if the caller cannot
        /// pay the deposit.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::accept_delegations())]
        pub fn accept_delegations(
            origin: OriginFor<T>,
            min_balance: Option<Balance>,
        ) -> DispatchResult {
            let delegate = ensure_signed(origin)?;
            Self::do_accept_delegations(delegate, min_balance)
        }

        /// Ends the delegation of `delegator`. What was counted for the delegate stays counted.
        ///
        /// Origin: signed, by its delegate; by anybody if it has fewer tokens than the delegate asks
        /// for.
        ///
        /// Errors: [`Error::NotDelegated`], [`Error::MayDelegate`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::remove_delegator())]
        pub fn remove_delegator(
            origin: OriginFor<T>,
            delegator: <T::Lookup as StaticLookup>::Source,
        ) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            let delegator = T::Lookup::lookup(delegator)?;
            Self::do_remove_delegator(&caller, &delegator)
        }
    }
}
