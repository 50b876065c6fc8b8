#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark may panic"
)]
mod benchmarking;
pub mod block_pool;
pub mod by_hand;
mod contract;
mod invariants;
mod math;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod read;
mod session;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod types;
mod vote;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use contract::{Contract, MAX_SEATS};
pub use pallet::*;
pub use types::{
    BlockPool, ClosedBlock, Earnings, LatestBlock, Member, OpenBlock, OpenPool, Pool, Queue, Stake,
    Staked,
};
pub use vote::{TAG, VOTE_PRIORITY};
pub use weights::WeightInfo;

use frame_support::traits::fungible::Credit;

const LOG_TARGET: &str = "runtime::validation-pool";

/// Native tokens on their way to holders of reputation.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[expect(clippy::let_unit_value, reason = "the macro of ValidateUnsigned expands to it")]
#[allow(deprecated, reason = "ValidateUnsigned stays until April 2027")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::{
        clock::Clock,
        governance::Owners,
        reputation::{
            pool_vote,
            pools::{
                self, BlockPoolView, BlockVote, Candidates, Delegations, Encumber, OnResolved,
                Outcome, PoolFilter, PoolId, PoolView, PostId, Posts, Salary, Seats, Side,
                Uncredited,
            },
            Domain, Rep, RepLedger,
        },
        Balance, BlockNumber, Hash, Moment,
    };
    use alloc::vec::Vec;
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{BalancedHold, Inspect, MutateHold},
            ConstU32,
        },
        weights::WeightMeter,
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::StaticLookup;

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    /// The most pools of blocks that are open at a time. With one opened and two closed in a block there
    /// are never more than the longest window and what a shorter one leaves.
    pub(crate) const MAX_OPEN_BLOCKS: u32 = 32;

    #[pallet::config]
    pub trait Config: frame_system::Config<Hash = Hash, RuntimeEvent: From<Event<Self>>> {
        /// The ledger of reputation. It has to ask this pallet what is at stake.
        type Ledger: RepLedger<Self::AccountId>;

        /// The native token, in which fees of pools are paid.
        type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
            + BalancedHold<Self::AccountId>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// The overarching reason of holds.
        type RuntimeHoldReason: From<HoldReason>;

        /// Pays fees of pools to the holders of their domain.
        type Salary: Salary<CreditOf<Self>>;

        /// The forum.
        type Posts: Posts<Self::AccountId>;

        /// Knows who produced a block, and the outputs of its VRF.
        type LatestBlock: pools::LatestBlock<Self::AccountId>;

        /// Knows from whom benches are drawn. All of them have pool vote keys of the running session.
        type Candidates: Candidates<Self::AccountId>;

        /// Encumbers what was earned in pools of blocks.
        type Encumber: Encumber<Self::AccountId>;

        /// Knows who may stake for whom.
        type Delegations: Delegations<Self::AccountId>;

        /// Knows to whom accounts belong.
        type Owners: Owners<Self::AccountId>;

        /// Is told how pools by hand have ended.
        type OnResolved: OnResolved;

        /// What time it is.
        type Clock: Clock;

        /// The parameters of the work contract. The pallet keeps them within their bounds.
        type Contract: Get<Contract>;

        /// A pool by hand needs a domain with so much reputation, in units, e.g. 1 000 000 REP.
        #[pallet::constant]
        type MinDomainIssuance: Get<Rep>;

        /// The same for domain `Compute`, e.g. 1 000 REP.
        #[pallet::constant]
        type MinComputeIssuance: Get<Rep>;

        /// The most pools by hand that are open at a time, e.g. 64.
        #[pallet::constant]
        type MaxOpenPools: Get<u32>;

        /// The most of them of domain `Compute`, e.g. 32.
        #[pallet::constant]
        type MaxComputePools: Get<u32>;

        /// The most accounts that stake in a pool, e.g. 256.
        #[pallet::constant]
        type MaxStakers: Get<u32>;

        /// What resolving pools may use of each block, e.g. 1 % of it.
        type HookWeight: Get<Weight>;

        /// What it may use instead when a post is credited as the first thing, e.g. 10 % of a block.
        type CreditWeight: Get<Weight>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;

        /// Sets what benchmarks need in other pallets.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
    }

    /// Why this pallet holds native tokens.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The fee of an open pool.
        #[codec(index = 0)]
        Fee,
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The latest block that was executed, if it had an author.
    #[pallet::storage]
    pub type Latest<T: Config> = StorageValue<_, types::LatestBlock<T::AccountId>, OptionQuery>;

    /// The open pools of blocks, by the number of the block.
    #[pallet::storage]
    pub type BlockPools<T: Config> =
        StorageMap<_, Twox64Concat, BlockNumber, BlockPool<T::AccountId>, OptionQuery>;

    /// When the open pools of blocks close, oldest block first.
    #[pallet::storage]
    pub type OpenBlocks<T: Config> =
        StorageValue<_, BoundedVec<OpenBlock, ConstU32<MAX_OPEN_BLOCKS>>, ValueQuery>;

    /// The newest block whose pool was opened.
    #[pallet::storage]
    pub type NewestPool<T: Config> = StorageValue<_, BlockNumber, OptionQuery>;

    /// How the pools of the last 600 blocks ended, by the number of the block.
    #[pallet::storage]
    pub type Closed<T: Config> =
        StorageMap<_, Twox64Concat, BlockNumber, ClosedBlock<T::AccountId>, OptionQuery>;

    /// What producers have earned in pools of blocks and were not credited with. There are as many entries
    /// as producers of late.
    #[pallet::storage]
    pub type Earned<T: Config> = StorageMap<_, Twox64Concat, T::AccountId, Earnings, ValueQuery>;

    /// Who is credited next, by place in the queue. Nobody has two places.
    #[pallet::storage]
    pub type Creditors<T: Config> = StorageMap<_, Twox64Concat, u64, T::AccountId, OptionQuery>;

    /// The places of [`Creditors`] that are taken.
    #[pallet::storage]
    pub type CreditorQueue<T: Config> = StorageValue<_, Queue, ValueQuery>;

    /// The pool vote keys of the validators of the running session.
    #[pallet::storage]
    pub type VoteKeys<T: Config> =
        StorageMap<_, Twox64Concat, T::AccountId, pool_vote::AuthorityId, OptionQuery>;

    /// The pools by hand, resolved ones too: how they ended can be asked for ever.
    #[pallet::storage]
    pub type Pools<T: Config> =
        StorageMap<_, Twox64Concat, PoolId, Pool<T::AccountId>, OptionQuery>;

    /// The stakes in pools by hand that are not settled.
    #[pallet::storage]
    pub type Stakes<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        PoolId,
        Blake2_128Concat,
        T::AccountId,
        Stake<T::AccountId>,
        OptionQuery,
    >;

    /// The name of the next pool by hand.
    #[pallet::storage]
    pub type NextPool<T: Config> = StorageValue<_, PoolId, ValueQuery>;

    /// The pools by hand that are not resolved, in the order of their deadlines.
    #[pallet::storage]
    pub type Open<T: Config> = StorageValue<_, BoundedVec<OpenPool, T::MaxOpenPools>, ValueQuery>;

    /// What of the encumbered reputation of an account is at stake, in units.
    #[pallet::storage]
    pub type AtStakeOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Rep, ValueQuery>;

    /// What delegates have at stake for a holder in all pools of a domain, in units.
    #[pallet::storage]
    pub type Delegated<T: Config> =
        StorageDoubleMap<_, Twox64Concat, Domain, Blake2_128Concat, T::AccountId, Rep, ValueQuery>;

    /// For how many holders a delegate has staked in a pool.
    #[pallet::storage]
    pub type StakedFor<T: Config> =
        StorageDoubleMap<_, Twox64Concat, PoolId, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The pool of a block was opened.
        BlockPoolOpened {
            /// The number of the block.
            block: BlockNumber,
            /// Who produced it.
            author: T::AccountId,
            /// What it mints if it is accepted, in units.
            mint: Rep,
            /// How many accounts have seats; none if there are too few producers to judge it.
            members: u32,
        },
        /// A member of benches has voted on blocks. Of its bits only those that count are told.
        Voted {
            /// The member.
            voter: T::AccountId,
            /// The newest block that it speaks of.
            last: BlockNumber,
            /// Bit `i` says that block `last - i` is good.
            for_blocks: u16,
            /// Bit `i` says that block `last - i` is not.
            against_blocks: u16,
        },
        /// The pool of a block was closed. Amounts are in units.
        BlockPoolClosed {
            /// The number of the block.
            block: BlockNumber,
            /// How it ended.
            outcome: Outcome,
            /// What was staked for it.
            for_stake: Rep,
            /// What was staked against it.
            against_stake: Rep,
            /// What the post of the author will be credited with.
            post: Rep,
            /// What author and bench will be credited with for their stakes.
            policed: Rep,
            /// What the bench lost at once. What was at stake elsewhere is owed.
            lost: Rep,
            /// What the author lost at once.
            author_lost: Rep,
        },
        /// What somebody had earned in the pools of blocks of a session was credited.
        Credited {
            /// The producer.
            who: T::AccountId,
            /// For blocks of its own, in units. The work contract gets a part of it.
            produced: Rep,
            /// For stakes in pools of blocks, in units.
            policed: Rep,
        },
        /// Somebody has equivocated. It lost what it had earned and was not credited with; in the pools of blocks
        /// that are open its votes do not count, and those of its own blocks mint nothing.
        Forfeited {
            /// The producer.
            who: T::AccountId,
            /// What it was not credited with, in units.
            amount: Rep,
        },
        /// A pool was opened by hand.
        PoolOpened {
            /// Its name.
            pool: PoolId,
            /// What is judged.
            post: Option<PostId>,
            /// Whose members may stake.
            domain: Domain,
            /// What it mints if it is accepted, in units.
            mint: Rep,
            /// From when on nobody may stake, in milliseconds since 1970.
            deadline: Moment,
        },
        /// Reputation was staked in a pool by hand.
        Staked {
            /// The pool.
            pool: PoolId,
            /// The holder.
            who: T::AccountId,
            /// The side.
            side: Side,
            /// What was added, in units.
            amount: Rep,
        },
        /// A stake was put out of a full pool by hand by a larger one, and let go of without a loss.
        Displaced {
            /// The pool.
            pool: PoolId,
            /// The holder.
            who: T::AccountId,
            /// All that it had staked there, in units.
            amount: Rep,
        },
        /// A stake in a pool by hand was settled.
        Settled {
            /// The pool.
            pool: PoolId,
            /// The holder.
            who: T::AccountId,
            /// What it gained, in units.
            gained: Rep,
            /// What it lost, in units.
            lost: Rep,
        },
        /// A pool by hand was resolved, and all its stakes are settled.
        PoolResolved {
            /// The pool.
            pool: PoolId,
            /// How it ended.
            outcome: Outcome,
            /// What members had staked for it, in units.
            for_stake: Rep,
            /// What members had staked against it, in units.
            against_stake: Rep,
            /// What the post was credited with, in units.
            post: Rep,
        },
        /// Who opened a pool failed to deal with its end. The pool is resolved all the same.
        CallbackFailed {
            /// The pool.
            pool: PoolId,
            /// Why.
            error: DispatchError,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// The vote speaks of no block.
        EmptyVote,
        /// The vote says of a block that it is good and that it is not.
        Contradiction,
        /// The vote speaks of a block whose pool is not open yet.
        UnknownBlock,
        /// The vote was made on another fork.
        OtherFork,
        /// The voter has no seat that it could vote with: the pools are closed, or it has voted.
        NothingToVote,
        /// The vote is not signed by the key that the voter had when the pools were opened.
        BadSignature,
        /// There is no such pool.
        NoSuchPool,
        /// The pool takes no more stakes.
        WindowClosed,
        /// The pool still takes stakes.
        WindowOpen,
        /// The pool is resolved.
        AlreadyResolved,
        /// The amount is zero.
        ZeroAmount,
        /// The holder has less reputation that it could stake in this domain.
        NotEnoughReputation,
        /// The holder has not let the caller stake for it.
        NoDelegation,
        /// The holder has let the caller stake less for it.
        DelegationTooSmall,
        /// The holder is on the other side of the pool.
        OtherSide,
        /// As many accounts as can have staked in the pool, none of them less than this, or the caller for as
        /// many holders as it can.
        TooManyStakers,
        /// As many pools as can are open.
        TooManyPools,
        /// The domain has too little reputation to judge anything.
        DomainTooSmall,
        /// The terms of the pool are out of bounds.
        BadTerms,
        /// The owner of the account is kept out of the pool.
        Excluded,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            let closing = Self::close_due(Self::block_number());
            let credited = Self::credit_some();
            T::WeightInfo::on_initialize()
                .saturating_add(closing)
                .saturating_add(T::WeightInfo::credit().saturating_mul(credited.into()))
        }

        fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
            Self::resolve_due(meter);
        }

        fn on_finalize(_: BlockNumberFor<T>) {
            Self::keep_latest();
        }

        fn integrity_test() {
            let step = T::WeightInfo::poll()
                .saturating_add(T::WeightInfo::settle(by_hand::PAGE))
                .saturating_add(T::WeightInfo::finish())
                .saturating_add(T::OnResolved::weight());
            assert!(step.all_lte(T::HookWeight::get()), "the hook has room for a page");
            assert!(
                Self::cost_of_any_step().all_lte(T::CreditWeight::get()),
                "the hook has room for the page that credits a post",
            );
            assert!(
                T::MaxComputePools::get() <= T::MaxOpenPools::get(),
                "pools of domain Compute are some of all",
            );
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::validate_unsigned]
    impl<T: Config> ValidateUnsigned for Pallet<T> {
        type Call = Call<T>;

        fn validate_unsigned(_: TransactionSource, call: &Self::Call) -> TransactionValidity {
            Self::check_unsigned(call)
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Votes on up to 16 blocks in a row, with the seats that the voter has in their pools.
        ///
        /// Bits about pools that are closed, in which the voter has no seat or has voted, or whose bench
        /// has another key of it, are passed over. At least one has to count.
        ///
        /// Origin: none. `signature` is over [`BlockVote::payload`], by the pool vote key that the voter
        /// had when the newest of the pools that count was opened. It costs nothing.
        ///
        /// Errors, in this order: [`Error::EmptyVote`], [`Error::Contradiction`],
        /// [`Error::UnknownBlock`], [`Error::OtherFork`], [`Error::NothingToVote`],
        /// [`Error::BadSignature`].
        #[pallet::call_index(0)]
        #[pallet::weight((
            T::WeightInfo::vote((vote.for_blocks | vote.against_blocks).count_ones()),
            DispatchClass::Operational,
            Pays::No,
        ))]
        pub fn vote(
            origin: OriginFor<T>,
            vote: BlockVote<T::AccountId>,
            signature: pool_vote::AuthoritySignature,
        ) -> DispatchResult {
            ensure_none(origin)?;
            let counted = Self::check_vote(&vote, &signature)?;
            Self::count_vote(vote, counted);
            Ok(())
        }

        /// Stakes `amount` units of the caller's reputation in a pool by hand, for or against it: what is
        /// free first, in domain `Block` then what is encumbered, which stays so. It cannot be taken back
        /// before the pool is resolved.
        ///
        /// If as many accounts as can have staked in the pool, a new one that brings more than the smallest
        /// stake puts that one out.
        ///
        /// Origin: signed, by a holder.
        ///
        /// Errors: [`Error::ZeroAmount`], [`Error::NoSuchPool`], [`Error::WindowClosed`],
        /// [`Error::Excluded`], [`Error::NotEnoughReputation`], [`Error::OtherSide`],
        /// [`Error::TooManyStakers`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::stake().saturating_add(T::WeightInfo::stake_in_full_pool()))]
        pub fn stake(
            origin: OriginFor<T>,
            pool: PoolId,
            side: Side,
            amount: Rep,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let was_full = Self::do_stake(who, pool, side, amount)?;
            Ok((!was_full).then(T::WeightInfo::stake).into())
        }

        /// Stakes `amount` units of what `holder` has free, which has let the caller do so. Gains and
        /// losses are the holder's. For at most eight holders in a pool. A full pool it enters as by
        /// [`stake`](Self::stake).
        ///
        /// Origin: signed, by the delegate of `holder` in the domain of the pool.
        ///
        /// Errors: [`Error::ZeroAmount`], [`Error::NoSuchPool`], [`Error::WindowClosed`],
        /// [`Error::Excluded`], [`Error::NoDelegation`], [`Error::DelegationTooSmall`] if delegates would
        /// have more at stake for the holder than it allows, [`Error::NotEnoughReputation`],
        /// [`Error::OtherSide`], [`Error::TooManyStakers`].
        #[pallet::call_index(2)]
        #[pallet::weight(
            T::WeightInfo::stake_for().saturating_add(T::WeightInfo::stake_in_full_pool())
        )]
        pub fn stake_for(
            origin: OriginFor<T>,
            holder: <T::Lookup as StaticLookup>::Source,
            pool: PoolId,
            side: Side,
            amount: Rep,
        ) -> DispatchResultWithPostInfo {
            let delegate = ensure_signed(origin)?;
            let holder = T::Lookup::lookup(holder)?;
            let was_full = Self::do_stake_for(delegate, holder, pool, side, amount)?;
            Ok((!was_full).then(T::WeightInfo::stake_for).into())
        }

        /// Goes on resolving a pool by hand whose window is over, by time or because all reputation of its
        /// domain is staked: at most 16 stakes are settled, and the pool is resolved with the last.
        /// `on_poll` does it too.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::NoSuchPool`], [`Error::WindowOpen`], [`Error::AlreadyResolved`].
        #[pallet::call_index(3)]
        #[pallet::weight(Pallet::<T>::cost_of_any_step())]
        pub fn resolve(origin: OriginFor<T>, pool: PoolId) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            let taken = Self::do_resolve(pool)?;
            Ok(Some(taken).into())
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// The parameters by which the next pool of a block will be opened.
        pub fn contract() -> Contract {
            T::Contract::get().clamped()
        }

        /// The pool of a block: one that is open, or closed within the last 600 blocks.
        pub fn block_pool(block: BlockNumber) -> Option<BlockPoolView<T::AccountId>> {
            Self::read_block_pool(block)
        }

        /// The seats of a pool vote key in the open pools of blocks, oldest first.
        pub fn seats(key: pool_vote::AuthorityId) -> Vec<Seats<T::AccountId>> {
            Self::read_seats(&key)
        }

        /// What an account has earned in pools of blocks and was not credited with.
        pub fn earned(who: T::AccountId) -> Uncredited {
            Self::read_earned(&who)
        }

        /// A pool by hand.
        pub fn pool(id: PoolId) -> Option<PoolView<T::AccountId>> {
            Self::read_pool(id)
        }

        /// At most 100 pools by hand, newest first, after the first `offset` that the filter lets pass.
        /// Looks at the newest 10 000 only.
        pub fn pools(filter: PoolFilter, offset: u32, limit: u32) -> Vec<PoolView<T::AccountId>> {
            Self::read_pools(filter, offset, limit)
        }
    }
}
