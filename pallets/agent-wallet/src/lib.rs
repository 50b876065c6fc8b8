#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

pub mod auto_vote;
#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a benchmark may panic")]
mod benchmarking;
mod callers;
mod execute;
mod invariants;
pub mod jobs;
mod limits;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::unreachable, reason = "a test may panic")]
mod mock;
mod permissions;
mod read;
pub mod strategy;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod time_lock;
#[cfg(feature = "runtime-benchmarks")]
mod traits;
pub mod types;
mod wallet;
pub mod weights;

pub use pallet::*;
pub use permissions::{CallClass, LeafCalls};
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use weights::WeightInfo;

/// A wallet as it is stored.
pub type WalletOf<T> =
    types::Wallet<<T as frame_system::Config>::AccountId, <T as Config>::WalletDeposit>;

/// A caller as it is stored.
pub type CallerOf<T> = types::Caller<<T as frame_system::Config>::AccountId>;

/// Calls that wait as they are stored.
pub type PendingOf<T> =
    types::PendingCalls<<T as frame_system::Config>::AccountId, <T as Config>::PendingDeposit>;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use crate::{
        auto_vote::VoteCount,
        jobs::{Schedule, Why},
        strategy::{Place, PlaceKey, Places, Voter},
        types::{Spending, Strategy, MAX_CALLS},
    };
    use aitbc_primitives::{
        agents::{
            wallets::{DecisionView, Limits, TimeLock, WalletFigures, WalletView},
            Agents, Obligations, Ownership, Role, ScoreChanged,
        },
        clock::Clock,
        governance::{
            proposals::{Position, ProposalId},
            strategies::{StrategyReason, StrategyVotes},
        },
        Balance, Moment,
    };
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::{
        dispatch::{GetDispatchInfo, PostDispatchInfo},
        pallet_prelude::*,
        traits::{
            fungible::{Balanced, Credit, Inspect, Mutate},
            Consideration, Footprint, OnUnbalanced,
        },
        weights::WeightMeter,
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::Dispatchable;

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The calls that wallets make: all of the runtime.
        type RuntimeCall: Parameter
            + Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
            + GetDispatchInfo
            + IsType<<Self as frame_system::Config>::RuntimeCall>;

        /// The native token.
        type Currency: Mutate<Self::AccountId>
            + Balanced<Self::AccountId>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// What the owner deposits for a wallet and its callers, with [`HoldReason::Wallet`], e.g. 1 AITBC for
        /// each. The footprint counts them, and has no bytes.
        type WalletDeposit: Consideration<Self::AccountId, Footprint>;

        /// What a caller deposits for calls that wait, with [`HoldReason::Pending`]. The footprint is one entry
        /// with so many bytes.
        type PendingDeposit: Consideration<Self::AccountId, Footprint>;

        /// What each call is to a wallet.
        type LeafCalls: LeafCalls<Self::AccountId, <Self as Config>::RuntimeCall>;

        /// Wall-clock time.
        type Clock: Clock;

        /// The book of beneficial owners.
        type Ownership: Ownership<Self::AccountId>;

        /// Who is an agent.
        type Agents: Agents<Self::AccountId>;

        /// What wallets owe to others or have in their hands. This pallet looks at holds and at what waits
        /// itself.
        type Obligations: Obligations<Self::AccountId>;

        /// Hears of the wallets that are linked to an agent, or no longer.
        type ScoreChanged: ScoreChanged<Self::AccountId>;

        /// Proposals, on which wallets vote by strategy.
        type StrategyVotes: StrategyVotes<Self::AccountId>;

        /// What a vote by strategy costs the wallet, in the smallest unit, e.g. 0.02 AITBC.
        type AutoVoteFee: Get<Balance>;

        /// Who gets that.
        type FeeRecipient: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

        /// The most weight of a block that the hook takes to have wallets vote, e.g. 2 %. With none, others have to
        /// call `auto_vote`.
        type HookWeight: Get<Weight>;

        /// The most that the block is charged besides, when the balance of a wallet changes.
        type HistoryWeight: Get<Weight>;

        /// What benchmarks have to set up.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::AccountId, <Self as Config>::RuntimeCall>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Why this pallet has tokens held.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The deposit of an owner for wallets and their callers.
        #[codec(index = 0)]
        Wallet,
        /// The deposit of a caller for calls that wait.
        #[codec(index = 1)]
        Pending,
    }

    /// The wallets.
    #[pallet::storage]
    pub type Wallets<T: Config> =
        CountedStorageMap<_, Blake2_128Concat, T::AccountId, WalletOf<T>, OptionQuery>;

    /// How many wallets are stopped.
    #[pallet::storage]
    pub type StoppedWallets<T> = StorageValue<_, u32, ValueQuery>;

    /// The wallets of each owner.
    #[pallet::storage]
    pub type WalletsOf<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Blake2_128Concat,
        T::AccountId,
        (),
        OptionQuery,
    >;

    /// How many wallets are linked to each agent.
    #[pallet::storage]
    pub type LinkedWallets<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

    /// Who may act for each wallet besides its owner.
    #[pallet::storage]
    pub type Callers<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Blake2_128Concat,
        T::AccountId,
        CallerOf<T>,
        OptionQuery,
    >;

    /// What callers have had leave each wallet lately.
    #[pallet::storage]
    pub type Spent<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Spending, ValueQuery>;

    /// What each caller has had leave a wallet lately, if it has limits of its own.
    #[pallet::storage]
    pub type SpentByCaller<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Blake2_128Concat,
        T::AccountId,
        Spending,
        ValueQuery,
    >;

    /// The calls of each wallet that wait.
    #[pallet::storage]
    pub type Pending<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Twox64Concat,
        u32,
        PendingOf<T>,
        OptionQuery,
    >;

    /// The wallets that vote by strategy, in the order in which they have come. A place is never given twice, and
    /// those that are free again are skipped at no cost.
    #[pallet::storage]
    pub type AutoVoters<T: Config> =
        StorageMap<_, Identity, PlaceKey, Voter<T::AccountId>, OptionQuery>;

    /// The place of each of them.
    #[pallet::storage]
    pub type PlaceOf<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, PlaceKey, OptionQuery>;

    /// How many of these places there are.
    #[pallet::storage]
    pub type Roll<T> = StorageValue<_, Places, ValueQuery>;

    /// How far wallets were visited for the proposals that they vote on now.
    #[pallet::storage]
    pub type Jobs<T> = StorageValue<_, Schedule, ValueQuery>;

    /// How often wallets have voted by strategy since genesis.
    #[pallet::storage]
    pub type AutoVotes<T> = StorageValue<_, VoteCount, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A wallet was created.
        Created {
            /// Its account.
            wallet: T::AccountId,
            /// Whose it is.
            owner: T::AccountId,
            /// Which of the owner's it is.
            index: u32,
        },
        /// A wallet was closed: what it had is its owner's.
        Closed {
            /// Its account.
            wallet: T::AccountId,
            /// Whose it was.
            owner: T::AccountId,
            /// How much it had, in the smallest unit.
            amount: Balance,
        },
        /// Somebody may act for a wallet, or may do so by other rules.
        CallerSet {
            /// The wallet.
            wallet: T::AccountId,
            /// Who.
            caller: T::AccountId,
            /// What, until when and how much.
            rules: CallerOf<T>,
        },
        /// Somebody may no longer act for a wallet.
        CallerRemoved {
            /// The wallet.
            wallet: T::AccountId,
            /// Who.
            caller: T::AccountId,
        },
        /// The limits of a wallet are others now.
        LimitsSet {
            /// The wallet.
            wallet: T::AccountId,
            /// The limits, in the smallest unit.
            limits: Limits,
        },
        /// The guardian of a wallet is another now.
        GuardianSet {
            /// The wallet.
            wallet: T::AccountId,
            /// The guardian, if it has one.
            guardian: Option<T::AccountId>,
        },
        /// The time lock of a wallet is another now. What waits already waits as it did.
        TimeLockSet {
            /// The wallet.
            wallet: T::AccountId,
            /// The time lock, if it has one.
            time_lock: Option<TimeLock>,
        },
        /// A wallet was linked to an agent.
        Linked {
            /// The wallet.
            wallet: T::AccountId,
            /// The agent.
            agent: T::AccountId,
        },
        /// A wallet is no longer linked to an agent.
        Unlinked {
            /// The wallet.
            wallet: T::AccountId,
            /// The agent.
            agent: T::AccountId,
        },
        /// A wallet was stopped: neither callers nor its strategy act for it.
        Stopped {
            /// The wallet.
            wallet: T::AccountId,
            /// The owner or the guardian.
            by: T::AccountId,
        },
        /// A wallet is no longer stopped.
        Reactivated {
            /// The wallet.
            wallet: T::AccountId,
        },
        /// The owner of a wallet took tokens out of it.
        Withdrawn {
            /// The wallet.
            wallet: T::AccountId,
            /// Who has got them.
            to: T::AccountId,
            /// How much, in the smallest unit.
            amount: Balance,
        },
        /// The owner of a wallet has offered it to somebody, or has taken an offer back.
        OwnershipOffered {
            /// The wallet.
            wallet: T::AccountId,
            /// To whom.
            to: Option<T::AccountId>,
        },
        /// A wallet has another owner. Callers, guardian, limits, time lock and strategy of the former one are
        /// gone.
        OwnershipChanged {
            /// The wallet.
            wallet: T::AccountId,
            /// Whose it was.
            from: T::AccountId,
            /// Whose it is.
            to: T::AccountId,
        },
        /// A wallet has made calls.
        Executed {
            /// The wallet.
            wallet: T::AccountId,
            /// Who acted for it: its owner or a caller.
            by: T::AccountId,
            /// How much of its free balance has left it, in the smallest unit. Of a caller it is counted as
            /// spent.
            outflow: Balance,
        },
        /// Calls were not made: they wait, since too much would have left the wallet.
        Delayed {
            /// The wallet.
            wallet: T::AccountId,
            /// Their number.
            pending: u32,
            /// Who made them.
            by: T::AccountId,
            /// How much would have left the wallet, in the smallest unit.
            outflow: Balance,
            /// From when on they can be confirmed, in milliseconds since 1970.
            ready: Moment,
        },
        /// Calls that waited were made.
        Confirmed {
            /// The wallet.
            wallet: T::AccountId,
            /// Their number.
            pending: u32,
            /// Who confirmed them: the owner, or the caller who made them.
            by: T::AccountId,
            /// How much of the free balance has left the wallet, in the smallest unit. It is counted as spent
            /// if the caller confirmed them.
            outflow: Balance,
        },
        /// Calls that waited are gone.
        Cancelled {
            /// The wallet.
            wallet: T::AccountId,
            /// Their number.
            pending: u32,
            /// Who cancelled them.
            by: T::AccountId,
        },
        /// The owner of a wallet has set how it votes.
        StrategySet {
            /// The wallet.
            wallet: T::AccountId,
            /// How.
            strategy: Strategy,
        },
        /// A wallet has voted by its strategy, and has paid the fee for it.
        AutoVoted {
            /// The wallet.
            wallet: T::AccountId,
            /// The proposal.
            proposal: ProposalId,
            /// What it says.
            position: Position,
            /// Why.
            reason: StrategyReason,
        },
        /// A wallet is no longer visited for proposals. It is again when its owner sets its strategy or reactivates it,
        /// or when it has voted by `auto_vote`.
        AutoVoteStopped {
            /// The wallet.
            wallet: T::AccountId,
            /// Why.
            why: Why,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no such wallet.
        NotFound,
        /// There is a wallet at this address already.
        AlreadyExists,
        /// The account does not own the wallet.
        NotOwner,
        /// The account is neither the owner of the wallet nor its guardian.
        NotGuardian,
        /// The wallet was not offered to the account.
        NotOffered,
        /// The owner of the wallet does not control the agent, or it is none.
        NotController,
        /// The account may not act for the wallet.
        NotCaller,
        /// The time of the caller is over.
        CallerExpired,
        /// The permissions of the caller do not cover the call, or only the owner may make it.
        NotPermitted,
        /// The caller may not pay whom the call pays, or tokens are to be withdrawn to somebody else than the owner.
        WrongRecipient,
        /// The wallet is stopped.
        WalletStopped,
        /// The wallet is not stopped.
        NotStopped,
        /// More would leave the wallet than may by one call.
        OverCallLimit,
        /// More would leave the wallet than may in 24 hours.
        OverDayLimit,
        /// More would leave the wallet than may in 7 days.
        OverWeekLimit,
        /// The wallet has 16 callers already.
        TooManyCallers,
        /// A caller has to have a permission.
        NoPermissions,
        /// The time at which the caller expires is over.
        ExpiryPassed,
        /// A call can be made to wait for at most 30 days, and for some time.
        DelayOutOfRange,
        /// The wallet is linked to an agent already.
        AlreadyLinked,
        /// The wallet is linked to no agent.
        NotLinked,
        /// The wallet still owes something to others, has something in their hands, delegated, on hold or reserved,
        /// or is linked to an agent.
        HasObligations,
        /// Tokens of the wallet are frozen, since they count in open votes, or locked.
        Frozen,
        /// Calls of the wallet wait: they have to be confirmed or cancelled first.
        HasPending,
        /// No call was named.
        NoCalls,
        /// There are more than 16 calls.
        TooManyCalls,
        /// 16 calls of the wallet wait already.
        TooManyPending,
        /// Calls that wait have more than 10 240 bytes.
        CallTooLong,
        /// No calls of the wallet with this number wait.
        PendingNotFound,
        /// The time of the calls has not come.
        NotReady,
        /// The calls have not been confirmed in time.
        PendingExpired,
        /// The runtime has other calls now than when these were made.
        PendingOutdated,
        /// The calls may cost more than was allowed for.
        WeightTooLow,
        /// More would leave the wallet than when the calls were made.
        OverPending,
        /// The wallet has no strategy, or does not vote by it, or is linked to no active agent that could have one
        /// by default.
        NoStrategy,
        /// A score is at most 1 000, and something of the balance has to count.
        BadStrategy,
        /// The proposal cannot be voted on.
        NotVoting,
        /// Wallets vote by strategy in the second half of a vote only.
        TooEarly,
        /// The strategy has no preference for proposals of this type.
        NoPreference,
        /// The wallet has voted on the proposal.
        AlreadyVoted,
        /// The score of the wallet's agent is below the least that its strategy asks for, or the wallet has no
        /// agent.
        ScoreTooLow,
        /// The wallet has less than 100 AITBC, or cannot pay the fee of a vote by strategy.
        BalanceTooLow,
        /// Nobody is guardian and caller of a wallet: it could have calls made and cancel those of others.
        GuardianIsCaller,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
            Self::vote_by_strategies(meter);
        }

        fn integrity_test() {
            Self::check_share();
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// A wallet. `None` if the account is none.
        pub fn wallet(account: T::AccountId) -> Option<WalletView<T::AccountId>> {
            Self::read_wallet(account)
        }

        /// At most 100 of the wallets of an owner, in the order of storage, after the first `offset` of them.
        /// Looks at the first 10 000 only.
        pub fn wallets_of(
            owner: T::AccountId,
            limit: u32,
            offset: u32,
        ) -> Vec<WalletView<T::AccountId>> {
            Self::read_wallets_of(&owner, limit, offset)
        }

        /// The account of a wallet by its first owner and its index, whether or not it exists.
        pub fn address(owner: T::AccountId, index: u32) -> T::AccountId {
            Self::address_of(&owner, index)
        }

        /// What the strategy of a wallet would vote on a proposal now, and why, or why it would not. `None` if the
        /// account is no wallet.
        pub fn decision(wallet: T::AccountId, proposal: ProposalId) -> Option<DecisionView> {
            Self::read_decision(&wallet, proposal)
        }

        /// What wallets of agents of this role vote by, unless their owners say otherwise.
        pub fn default_strategy(role: Role) -> Strategy {
            strategy::default_strategy(role)
        }

        /// The place of a wallet on the list of those that vote by strategy. The hook visits them in their order.
        pub fn place(wallet: T::AccountId) -> Option<Place> {
            PlaceOf::<T>::get(wallet).map(strategy::place)
        }

        /// Wallets as a whole, now.
        pub fn figures() -> WalletFigures {
            Self::read_figures()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Creates the wallet of the caller that has this index, links it to an agent and gives it a guardian if
        /// they are named. It has no callers and lets nothing out but to its owner. A deposit is held until it
        /// is closed.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::AlreadyExists`], [`Error::NotController`], those of
        /// [`Ownership::give`](aitbc_primitives::agents::Ownership::give), and those of a hold.
        #[pallet::call_index(0)]
        #[pallet::weight(Pallet::<T>::weight_of_create(agent.is_some()))]
        pub fn create(
            origin: OriginFor<T>,
            index: u32,
            agent: Option<T::AccountId>,
            guardian: Option<T::AccountId>,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_create(owner, index, agent, guardian)
        }

        /// Closes a wallet: all its tokens go to its owner, and the deposit is free again.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::HasPending`],
        /// [`Error::HasObligations`], [`Error::Frozen`], and those of
        /// [`Ownership::end`](aitbc_primitives::agents::Ownership::end).
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::close().saturating_add(T::ScoreChanged::weight()))]
        pub fn close(origin: OriginFor<T>, wallet: T::AccountId) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_close(&owner, &wallet)
        }

        /// Lets somebody act for a wallet by these rules, or changes the rules. A deposit is held of the owner
        /// until the caller is removed.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::NoPermissions`],
        /// [`Error::ExpiryPassed`], [`Error::GuardianIsCaller`], [`Error::TooManyCallers`], and those of a hold.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::set_caller())]
        pub fn set_caller(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            caller: T::AccountId,
            rules: CallerOf<T>,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_set_caller(&owner, &wallet, caller, rules)
        }

        /// Lets somebody act for a wallet no longer. What it has waiting, only the owner can confirm then.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::NotCaller`].
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::remove_caller())]
        pub fn remove_caller(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            caller: T::AccountId,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_remove_caller(&owner, &wallet, caller)
        }

        /// Sets what callers may have leave a wallet, all together and in the smallest unit. What was spent
        /// before counts.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::set_limits())]
        pub fn set_limits(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            limits: Limits,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_set_limits(&owner, &wallet, limits)
        }

        /// Sets who may stop a wallet and cancel what waits, besides the owner.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::GuardianIsCaller`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::set_guardian())]
        pub fn set_guardian(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            guardian: Option<T::AccountId>,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_set_guardian(&owner, &wallet, guardian)
        }

        /// Has calls of callers wait from now on if more would leave the wallet than `above`, in the smallest
        /// unit, for `delay` milliseconds: at most 30 days.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::DelayOutOfRange`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::set_time_lock())]
        pub fn set_time_lock(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            time_lock: Option<TimeLock>,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_set_time_lock(&owner, &wallet, time_lock)
        }

        /// Links a wallet to an agent that its owner controls: it stakes and votes as one of the agent's.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::AlreadyLinked`],
        /// [`Error::NotController`].
        #[pallet::call_index(7)]
        #[pallet::weight(Pallet::<T>::weight_of_link())]
        pub fn link(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            agent: T::AccountId,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_link(&owner, &wallet, agent)
        }

        /// Links a wallet to its agent no longer.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::NotLinked`],
        /// [`Error::HasObligations`].
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::unlink().saturating_add(T::ScoreChanged::weight()))]
        pub fn unlink(origin: OriginFor<T>, wallet: T::AccountId) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_unlink(&owner, &wallet)
        }

        /// Stops a wallet at once: callers and its strategy are refused, and nothing that waits is confirmed. Its
        /// owner works as before.
        ///
        /// Origin: signed, by the owner or the guardian.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotGuardian`], [`Error::WalletStopped`].
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::stop())]
        pub fn stop(origin: OriginFor<T>, wallet: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_stop(who, &wallet)
        }

        /// Lets callers and the strategy of a wallet act again.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::NotStopped`].
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::reactivate())]
        pub fn reactivate(origin: OriginFor<T>, wallet: T::AccountId) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_reactivate(&owner, &wallet)
        }

        /// Takes `amount`, in the smallest unit, out of a wallet. `to` is its owner: no brake stops this call, and
        /// whoever else is to be paid is by a transfer, which brakes may stop.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::WrongRecipient`], and those of a transfer.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            to: T::AccountId,
            #[pallet::compact] amount: Balance,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_withdraw(&owner, &wallet, to, amount)
        }

        /// Offers a wallet to somebody, in place of whom it was offered to before, or takes the offer back.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::HasObligations`] while it is linked.
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::offer_ownership())]
        pub fn offer_ownership(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            to: Option<T::AccountId>,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_offer_ownership(&owner, &wallet, to)
        }

        /// Takes a wallet over that was offered to the caller. What the former owner has set up ends: callers,
        /// guardian, limits, time lock and strategy. What outlives them keeps the wallet from changing hands, as it
        /// keeps it from being closed: proxies, another payee of staking, session keys, delegations. The deposit is
        /// the new owner's from now on.
        ///
        /// Origin: signed, by whom it was offered to.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOffered`], [`Error::HasPending`], [`Error::HasObligations`]
        /// while it is linked or owes, has delegated, on hold or reserved anything, [`Error::Frozen`], those of
        /// [`Ownership::give`](aitbc_primitives::agents::Ownership::give), and those of a hold.
        #[pallet::call_index(13)]
        #[pallet::weight(T::WeightInfo::accept_ownership())]
        pub fn accept_ownership(origin: OriginFor<T>, wallet: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_accept_ownership(who, &wallet)
        }

        /// Makes a call as a wallet. If it is a caller's and more leaves the wallet than its time lock lets
        /// through, nothing is done but to have it wait, for a deposit.
        ///
        /// Origin: signed, by the owner, who may make all calls without limits, or by a caller.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotCaller`], [`Error::WalletStopped`],
        /// [`Error::CallerExpired`], [`Error::NotPermitted`], [`Error::WrongRecipient`],
        /// [`Error::OverCallLimit`], [`Error::OverDayLimit`], [`Error::OverWeekLimit`],
        /// [`Error::TooManyPending`], [`Error::CallTooLong`], those of a hold, and those of the call.
        #[pallet::call_index(14)]
        #[pallet::weight(
            Pallet::<T>::weight_of_execute(1).saturating_add(call.get_dispatch_info().call_weight)
        )]
        pub fn execute(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            call: Box<<T as Config>::RuntimeCall>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_execute(who, &wallet, alloc::vec![*call])
        }

        /// Makes at most 16 calls as a wallet, all or none, as if they were one: what leaves the wallet by each
        /// adds up, and what comes in by one does not count against it.
        ///
        /// Origin: signed, by the owner, who may make all calls without limits, or by a caller.
        ///
        /// Errors: [`Error::NoCalls`], [`Error::TooManyCalls`], and those of [`Pallet::execute`].
        #[pallet::call_index(15)]
        #[pallet::weight(calls.iter().fold(
            Pallet::<T>::weight_of_execute(calls.len() as u32),
            |sum, call| sum.saturating_add(call.get_dispatch_info().call_weight),
        ))]
        pub fn execute_many(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            calls: Vec<<T as Config>::RuntimeCall>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            ensure!(!calls.is_empty(), Error::<T>::NoCalls);
            ensure!(calls.len() <= MAX_CALLS as usize, Error::<T>::TooManyCalls);
            Self::do_execute(who, &wallet, calls)
        }

        /// Makes the calls that wait under this number, of at most `max_weight` together. They may have leave the
        /// wallet what they did when they were made, at most. Of the caller permissions and limits are
        /// looked at again.
        ///
        /// Origin: signed, by the owner, or by the caller who made them.
        ///
        /// Errors: [`Error::NotFound`], [`Error::PendingNotFound`], [`Error::NotCaller`],
        /// [`Error::WalletStopped`], [`Error::NotReady`], [`Error::PendingExpired`],
        /// [`Error::PendingOutdated`], [`Error::WeightTooLow`], [`Error::OverPending`], those of
        /// [`Pallet::execute`], and those of the calls.
        #[pallet::call_index(16)]
        #[pallet::weight(
            T::WeightInfo::confirm()
                .saturating_add(Pallet::<T>::weight_of_account())
                .saturating_add(*max_weight)
        )]
        pub fn confirm(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            pending: u32,
            max_weight: Weight,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_confirm(who, &wallet, pending, max_weight)
        }

        /// Removes calls that wait. Their deposit is free again.
        ///
        /// Origin: signed, by the owner, the guardian, or the caller who made them.
        ///
        /// Errors: [`Error::NotFound`], [`Error::PendingNotFound`], [`Error::NotGuardian`].
        #[pallet::call_index(17)]
        #[pallet::weight(T::WeightInfo::cancel())]
        pub fn cancel(origin: OriginFor<T>, wallet: T::AccountId, pending: u32) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_cancel(who, &wallet, pending)
        }

        /// Sets how a wallet votes with nobody at the keyboard, or takes the defaults of its agent's role, which are
        /// switched off. If it is switched on the wallet votes on all proposals for whose type it has a preference,
        /// once the second half of their vote has begun.
        ///
        /// Origin: signed, by the owner.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::NoStrategy`], [`Error::BadStrategy`],
        /// [`Error::BalanceTooLow`] if it is switched on for a wallet with less than 100 AITBC.
        #[pallet::call_index(20)]
        #[pallet::weight(T::WeightInfo::set_strategy())]
        pub fn set_strategy(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            strategy: Option<Strategy>,
        ) -> DispatchResult {
            let owner = ensure_signed(origin)?;
            Self::do_set_strategy(&owner, &wallet, strategy)
        }

        /// Has a wallet vote on a proposal by its strategy. That costs the wallet the fee of such votes, unless it
        /// fails. The hook does it too.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NoStrategy`], [`Error::WalletStopped`], [`Error::NotVoting`],
        /// [`Error::TooEarly`], [`Error::BalanceTooLow`], [`Error::NoPreference`], [`Error::AlreadyVoted`],
        /// [`Error::ScoreTooLow`], and those of a vote by hand.
        #[pallet::call_index(21)]
        #[pallet::weight(Pallet::<T>::auto_vote_weight())]
        pub fn auto_vote(
            origin: OriginFor<T>,
            wallet: T::AccountId,
            proposal: ProposalId,
        ) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_auto_vote(wallet, proposal)
        }
    }
}
