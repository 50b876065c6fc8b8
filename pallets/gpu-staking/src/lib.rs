#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a benchmark may panic")]
mod benchmarking;
mod capacity;
mod emission;
mod invariants;
mod lock;
mod member;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod pool;
mod position;
mod read;
mod slashing;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
#[cfg(feature = "runtime-benchmarks")]
mod traits;
pub mod types;
mod unbonding;
pub mod weights;

pub use emission::SCALE;
pub use lock::{multiplier, MAX_LOCK, MIN_LOCK, UNLOCKED};
pub use pallet::*;
pub use position::PositionOf;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use types::LockTask;
pub use unbonding::UNBONDING;
pub use weights::WeightInfo;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use crate::types::{
        GenesisPool, Member, Pool, PoolChange, PoolName, PoolSpec, UnbondingsOf, MAX_POSITIONS,
    };
    use aitbc_primitives::{
        agents::Agents,
        clock::Clock,
        market::{
            deadlines::Agenda,
            gpu::{
                Audits, CapacityChanged, GpuPoolId, GpuPoolView, GpuPositionView, PositionId,
                SlashReason, Unbonding,
            },
            money::Unfrozen,
        },
        pots::SpendingPot,
        Balance, Hash, Moment,
    };
    use alloc::vec::Vec;
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{Balanced, BalancedHold, Credit, Inspect, Mutate, MutateHold},
            OnUnbalanced,
        },
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::{
        traits::{Convert, StaticLookup},
        Perbill,
    };

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The native token.
        type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
            + BalancedHold<Self::AccountId>
            + Balanced<Self::AccountId>
            + Mutate<Self::AccountId>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// Why tokens are held.
        type RuntimeHoldReason: From<HoldReason>;

        /// Where slashes and funds that are taken back go: the treasury.
        type FeeRecipient: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

        /// Whether tokens that are frozen stay outside of what is held for others.
        type Unfrozen: Unfrozen<Self::AccountId>;

        /// Wall-clock time.
        type Clock: Clock;

        /// What waits on the agenda.
        type Task: From<LockTask>;

        /// The agenda, which has [`OnDeadline::act`] called for each [`LockTask`].
        ///
        /// [`OnDeadline::act`]: aitbc_primitives::market::deadlines::OnDeadline::act
        type Agenda: Agenda<Self::Task>;

        /// Who may provide, and which score each has.
        type Agents: Agents<Self::AccountId>;

        /// Which positions of audited pools have proven their power.
        type Audits: Audits;

        /// Hears of changes of usable and of free power.
        type CapacityChanged: CapacityChanged;

        /// Who makes and changes pools: the origin of the parameter group Market.
        type MarketOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// Who funds pools out of pots: an enacted proposal that allocates money.
        type TreasuryOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// The accounts of the pots that governance spends from.
        type PotAccount: Convert<SpendingPot, Self::AccountId>;

        /// The part of the collateral of a position, with what unbonds of it, that fraud costs, e.g. 10 %.
        type FraudSlash: Get<Perbill>;

        /// The part of the collateral of a position that a failed audit costs, e.g. 1 %.
        type AuditSlash: Get<Perbill>;

        /// What benchmarks have to set up.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Why this pallet holds tokens.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The collateral of positions, and what unbonds of it. Others may be paid out of it.
        #[codec(index = 0)]
        Collateral,
    }

    /// The pools.
    #[pallet::storage]
    pub type Pools<T> = StorageMap<_, Twox64Concat, GpuPoolId, Pool, OptionQuery>;

    /// The pools that are open, by their names.
    #[pallet::storage]
    pub type OpenPools<T> =
        CountedStorageMap<_, Blake2_128Concat, PoolName, GpuPoolId, OptionQuery>;

    /// The number of the next pool.
    #[pallet::storage]
    pub type NextPool<T> = StorageValue<_, GpuPoolId, ValueQuery>;

    /// The positions.
    #[pallet::storage]
    pub type Positions<T: Config> =
        StorageMap<_, Twox64Concat, PositionId, PositionOf<T>, OptionQuery>;

    /// The number of the next position.
    #[pallet::storage]
    pub type NextPosition<T> = StorageValue<_, PositionId, ValueQuery>;

    /// The positions of each account, the oldest first.
    #[pallet::storage]
    pub type PositionsOf<T: Config> = StorageMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        BoundedVec<PositionId, ConstU32<MAX_POSITIONS>>,
        ValueQuery,
    >;

    /// The accounts that have positions in a pool, or rewards that they have not claimed.
    #[pallet::storage]
    pub type Members<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        GpuPoolId,
        Blake2_128Concat,
        T::AccountId,
        Member,
        OptionQuery,
    >;

    /// The collateral of each account that is on its way out.
    #[pallet::storage]
    pub type Unbondings<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, UnbondingsOf, ValueQuery>;

    /// Whose the positions were that are gone and of which something unbonds.
    #[pallet::storage]
    pub type Departed<T: Config> =
        StorageMap<_, Twox64Concat, PositionId, T::AccountId, OptionQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A pool was created.
        PoolCreated {
            /// Its number.
            pool: GpuPoolId,
            /// Its rules.
            spec: PoolSpec,
        },
        /// A rule of a pool was changed.
        PoolUpdated {
            /// Its number.
            pool: GpuPoolId,
            /// What was changed.
            change: PoolChange,
        },
        /// A pool was closed: nobody stakes in it any more, and it emits nothing.
        PoolClosed {
            /// Its number.
            pool: GpuPoolId,
        },
        /// A pool has got funds.
        Funded {
            /// Its number.
            pool: GpuPoolId,
            /// Who has paid: an account, or a pot.
            by: T::AccountId,
            /// How much, in the smallest unit.
            amount: Balance,
        },
        /// Funds of a pool went to the treasury.
        TakenBack {
            /// Its number.
            pool: GpuPoolId,
            /// How much, in the smallest unit.
            amount: Balance,
        },
        /// There is a new position.
        Staked {
            /// Its number.
            position: PositionId,
            /// In which pool.
            pool: GpuPoolId,
            /// Whose it is.
            provider: T::AccountId,
            /// Its power, in units.
            power: u32,
            /// Its collateral, in the smallest unit.
            collateral: Balance,
            /// When its lock ends, in milliseconds since 1970.
            locked_until: Moment,
        },
        /// Power or collateral was added to a position.
        Added {
            /// Its number.
            position: PositionId,
            /// How much power, in units.
            power: u32,
            /// How much collateral, in the smallest unit.
            collateral: Balance,
            /// When its lock ends, in milliseconds since 1970.
            locked_until: Moment,
        },
        /// A position was locked anew.
        Relocked {
            /// Its number.
            position: PositionId,
            /// For how long, in milliseconds.
            lock: Moment,
            /// When its lock ends, in milliseconds since 1970.
            locked_until: Moment,
        },
        /// The lock of a position has ended: it counts once.
        LockEnded {
            /// Its number.
            position: PositionId,
        },
        /// Power or collateral was taken out of a position.
        Unstaked {
            /// Its number.
            position: PositionId,
            /// How much power, in units.
            power: u32,
            /// How much collateral, in the smallest unit.
            collateral: Balance,
            /// From when on the collateral can be withdrawn, in milliseconds since 1970.
            matures: Moment,
        },
        /// Collateral that has unbonded is free.
        Withdrawn {
            /// Whose it is.
            provider: T::AccountId,
            /// How much, in the smallest unit.
            amount: Balance,
        },
        /// Rewards were paid out.
        Claimed {
            /// Of which pool.
            pool: GpuPoolId,
            /// To whom.
            provider: T::AccountId,
            /// How much, in the smallest unit.
            amount: Balance,
        },
        /// What an account weighs in a pool is another now.
        Weighed {
            /// The pool.
            pool: GpuPoolId,
            /// The account.
            provider: T::AccountId,
            /// What it weighs.
            weight: u128,
        },
        /// Collateral was taken. Amounts are in the smallest unit.
        Slashed {
            /// Of which position.
            position: PositionId,
            /// How much.
            amount: Balance,
            /// Who was injured, if there was somebody.
            injured: Option<T::AccountId>,
            /// What of it the injured has got: nothing if the account cannot receive it.
            to_injured: Balance,
            /// What of it the treasury has got.
            to_treasury: Balance,
            /// Why.
            why: SlashReason,
        },
        /// A pool has no funds left that belong to nobody, be it that all was emitted or taken back: it emits
        /// nothing until it gets some.
        RanDry {
            /// Its number.
            pool: GpuPoolId,
        },
        /// A pool has used its bootstrap: from now on it only matches fees.
        BootstrapUsed {
            /// Its number.
            pool: GpuPoolId,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no pool with this number.
        PoolNotFound,
        /// The pool is closed.
        PoolClosed,
        /// There is no position with this number, or none of this account in this pool.
        PositionNotFound,
        /// The position is somebody else's.
        NotOwner,
        /// The account is no agent of the role provider, nor a wallet of one.
        NotProvider,
        /// A position without power has no collateral either.
        PowerZero,
        /// Less collateral than 100 AITBC, or than the power needs.
        CollateralTooLow,
        /// A lock lasts 7 days at least.
        LockTooShort,
        /// A lock lasts 365 days at most.
        LockTooLong,
        /// The lock would not end later than it does.
        LockShortened,
        /// The lock has not ended, and the pool is open.
        StillLocked,
        /// So much power is not free.
        Allocated,
        /// So much collateral is not free of bonds.
        Earmarked,
        /// 64 pools are open already.
        TooManyPools,
        /// The account has 16 positions already.
        TooManyPositions,
        /// 16 parts of the account's collateral are on their way out already.
        TooManyUnbondings,
        /// There are no rewards.
        NothingToClaim,
        /// Nothing has unbonded.
        NothingToWithdraw,
        /// So much does not belong to nobody: members have earned it.
        FundsOwed,
        /// No pool can have such rules, or another one that is open has this name.
        BadSpec,
        /// Nothing was named.
        AmountZero,
        /// The tokens are frozen or locked, or others that are would be left without cover.
        Frozen,
    }

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The pools that exist from the start. The first one has the number 0.
        pub pools: Vec<GenesisPool>,
        #[serde(skip)]
        #[expect(missing_docs, reason = "for the type only")]
        pub _of: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            let result = Pallet::<T>::create_genesis_pools(&self.pools);
            assert!(result.is_ok(), "a genesis pool is not valid: {result:?}");
        }
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
        /// The pools, newest first: all that are open, of which there are at most 64, and those of the newest
        /// 64 that are closed.
        pub fn gpu_pools() -> Vec<GpuPoolView> {
            Self::read_pools()
        }

        /// A pool, with all that it has emitted until now.
        pub fn gpu_pool(id: GpuPoolId) -> Option<GpuPoolView> {
            Self::read_pool(id)
        }

        /// A position.
        pub fn gpu_position(id: PositionId) -> Option<GpuPositionView<T::AccountId>> {
            Self::read_position(id)
        }

        /// The positions of an account, newest first. There are at most 16.
        pub fn gpu_positions(provider: T::AccountId) -> Vec<GpuPositionView<T::AccountId>> {
            Self::read_positions(&provider)
        }

        /// The collateral of an account that is on its way out, the oldest first. There are at most 16 parts.
        pub fn gpu_unbondings(provider: T::AccountId) -> Vec<Unbonding> {
            Self::read_unbondings(&provider)
        }

        /// What an account could claim in a pool now, in the smallest unit. `None` if there is no such pool.
        pub fn gpu_claimable(pool: GpuPoolId, provider: T::AccountId) -> Option<Balance> {
            Self::read_claimable(pool, &provider)
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Creates a pool. Amounts are in the smallest unit. A `bootstrap` is a grant of money.
        ///
        /// Origin: [`Config::MarketOrigin`].
        ///
        /// Errors: [`Error::BadSpec`], [`Error::TooManyPools`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::create_pool())]
        pub fn create_pool(origin: OriginFor<T>, spec: PoolSpec) -> DispatchResult {
            T::MarketOrigin::ensure_origin(origin)?;
            Self::do_create_pool(spec).map(|_| ())
        }

        /// Changes a rule of a pool from now on. [`PoolChange::Bootstrap`] is a grant of money unless it is
        /// 0.
        ///
        /// Origin: [`Config::MarketOrigin`].
        ///
        /// Errors: [`Error::PoolNotFound`], [`Error::PoolClosed`], [`Error::BadSpec`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::update_pool())]
        pub fn update_pool(
            origin: OriginFor<T>,
            pool: GpuPoolId,
            change: PoolChange,
        ) -> DispatchResult {
            T::MarketOrigin::ensure_origin(origin)?;
            Self::do_update_pool(pool, change)
        }

        /// Closes a pool for good: nobody stakes or adds in it any more, and it emits nothing. Claims and
        /// exits stay, and no lock keeps anybody in.
        ///
        /// Origin: [`Config::MarketOrigin`].
        ///
        /// Errors: [`Error::PoolNotFound`], [`Error::PoolClosed`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::close_pool())]
        pub fn close_pool(origin: OriginFor<T>, pool: GpuPoolId) -> DispatchResult {
            T::MarketOrigin::ensure_origin(origin)?;
            Self::do_close_pool(pool)
        }

        /// Gives `amount`, in the smallest unit, to the funds of a pool.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::AmountZero`], [`Error::PoolNotFound`], [`Error::PoolClosed`], and those of a
        /// transfer that keeps its sender alive.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::fund())]
        pub fn fund(
            origin: OriginFor<T>,
            pool: GpuPoolId,
            #[pallet::compact] amount: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_fund(who, pool, amount)
        }

        /// Gives `amount`, in the smallest unit, out of a pot to the funds of a pool.
        ///
        /// Origin: [`Config::TreasuryOrigin`].
        ///
        /// Errors: those of [`Pallet::fund`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::fund_from())]
        pub fn fund_from(
            origin: OriginFor<T>,
            pot: SpendingPot,
            pool: GpuPoolId,
            #[pallet::compact] amount: Balance,
        ) -> DispatchResult {
            T::TreasuryOrigin::ensure_origin(origin)?;
            Self::do_fund_from(pot, pool, amount)
        }

        /// Takes `amount`, in the smallest unit, of what nobody has earned back to the treasury.
        ///
        /// Origin: [`Config::MarketOrigin`].
        ///
        /// Errors: [`Error::AmountZero`], [`Error::PoolNotFound`], [`Error::FundsOwed`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::take_back())]
        pub fn take_back(
            origin: OriginFor<T>,
            pool: GpuPoolId,
            #[pallet::compact] amount: Balance,
        ) -> DispatchResult {
            T::MarketOrigin::ensure_origin(origin)?;
            Self::do_take_back(pool, amount)
        }

        /// Stakes `power` units in a pool with `collateral`, in the smallest unit, for `lock` milliseconds: 7
        /// to 365 days. The collateral is on hold, at least 100 AITBC and what the power needs. `spec_hash`
        /// is of what the provider says of its hardware.
        ///
        /// Origin: signed, by a provider.
        ///
        /// Errors: [`Error::PoolNotFound`], [`Error::PoolClosed`], [`Error::NotProvider`],
        /// [`Error::PowerZero`], [`Error::LockTooShort`], [`Error::LockTooLong`],
        /// [`Error::CollateralTooLow`], [`Error::TooManyPositions`], [`Error::Frozen`], and those of a hold.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::stake())]
        pub fn stake(
            origin: OriginFor<T>,
            pool: GpuPoolId,
            power: u32,
            #[pallet::compact] collateral: Balance,
            #[pallet::compact] lock: Moment,
            spec_hash: Hash,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_stake(who, pool, power, collateral, lock, spec_hash)
        }

        /// Adds `power` units and `collateral`, in the smallest unit, to a position. With power all of it
        /// needs the collateral that the pool asks for now, and the lock begins anew, unless it would end
        /// earlier.
        ///
        /// Origin: signed, by the owner of the position, a provider.
        ///
        /// Errors: [`Error::AmountZero`], [`Error::PositionNotFound`], [`Error::NotOwner`],
        /// [`Error::PoolClosed`], [`Error::NotProvider`], [`Error::CollateralTooLow`], [`Error::Frozen`],
        /// `ArithmeticError::Overflow`, and those of a hold.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::add())]
        pub fn add(
            origin: OriginFor<T>,
            position: PositionId,
            power: u32,
            #[pallet::compact] collateral: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_add(who, position, power, collateral)
        }

        /// Locks a position anew, for `lock` milliseconds from now on: 7 to 365 days, and longer than it is.
        ///
        /// Origin: signed, by the owner of the position.
        ///
        /// Errors: [`Error::PositionNotFound`], [`Error::NotOwner`], [`Error::LockTooShort`],
        /// [`Error::LockTooLong`], [`Error::LockShortened`].
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::relock())]
        pub fn relock(
            origin: OriginFor<T>,
            position: PositionId,
            #[pallet::compact] lock: Moment,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_relock(who, position, lock)
        }

        /// Takes `power` units and `collateral`, in the smallest unit, out of a position whose lock has ended
        /// or whose pool is closed. The collateral unbonds for 7 days. What stays has to cover what stays;
        /// all of it ends the position.
        ///
        /// Origin: signed, by the owner of the position.
        ///
        /// Errors: [`Error::AmountZero`], [`Error::PositionNotFound`], [`Error::NotOwner`],
        /// [`Error::StillLocked`], [`Error::Allocated`], [`Error::Earmarked`], [`Error::PowerZero`],
        /// [`Error::CollateralTooLow`], [`Error::TooManyUnbondings`].
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::unstake())]
        pub fn unstake(
            origin: OriginFor<T>,
            position: PositionId,
            power: u32,
            #[pallet::compact] collateral: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_unstake(who, position, power, collateral)
        }

        /// Frees the caller's collateral that has unbonded.
        ///
        /// Origin: signed.
        ///
        /// Errors: [`Error::NothingToWithdraw`], and those of a release.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::withdraw_unbonded())]
        pub fn withdraw_unbonded(origin: OriginFor<T>) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_withdraw_unbonded(who)
        }

        /// Pays the caller's rewards in a pool out.
        ///
        /// Origin: signed.
        ///
        /// Errors: [`Error::PoolNotFound`], [`Error::NothingToClaim`], and those of a transfer.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::claim())]
        pub fn claim(origin: OriginFor<T>, pool: GpuPoolId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_claim(who, pool)
        }

        /// Weighs an account in a pool anew, by its score, and its positions there by their locks, their
        /// collateral and their audits.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::PoolNotFound`], [`Error::PositionNotFound`].
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::refresh())]
        pub fn refresh(
            origin: OriginFor<T>,
            pool: GpuPoolId,
            provider: <T::Lookup as StaticLookup>::Source,
        ) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_refresh(pool, &T::Lookup::lookup(provider)?)
        }
    }
}
