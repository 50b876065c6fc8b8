#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
mod contract;
mod genesis;
mod impls;
mod invariants;
mod judging;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod posting;
mod propagation;
mod read;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod types;
pub mod weights;

pub use pallet::*;
pub use posting::LEDGER_ENTRY;
pub use types::{GenesisPost, Payday, Post, MAX_AUTHORS, MAX_CONTRACT_AUTHORS, MAX_REFS};
pub use weights::WeightInfo;

/// A post as it is stored.
pub type PostOf<T> = Post<<T as frame_system::Config>::AccountId, <T as Config>::Consideration>;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::{
        clock::Clock,
        consensus::SessionIndex,
        reputation::{
            pools::{self, Citation, PostFilter, PostId, PostView},
            Domain, Rep, RepLedger,
        },
        Hash, Moment,
    };
    use alloc::vec::Vec;
    use frame_support::{
        pallet_prelude::*,
        traits::{Consideration, Footprint},
        weights::WeightMeter,
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::Perbill;

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The ledger of reputation, which is created for authors and taken from them.
        type Ledger: RepLedger<Self::AccountId>;

        /// The deposit for a post, which is given back when the post is removed. It has a price for each entry
        /// and each byte of all of them.
        type Consideration: Consideration<Self::AccountId, Footprint>;

        /// Wall-clock time.
        type Clock: Clock;

        /// The number of the session. Once in each the authors of the active work contract are paid.
        type Session: Get<SessionIndex>;

        /// The part of what a producer gets for blocks that goes to the active work contract, e.g. 10 %.
        /// Rounded down to whole parts per million.
        type ContractShare: Get<Perbill>;

        /// How long a lineage post stands for what its producer earns, e.g. 30 days.
        type LineagePeriod: Get<Moment>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Why tokens are on hold.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The deposit for a post.
        #[codec(index = 0)]
        Post,
    }

    /// The posts, by number.
    #[pallet::storage]
    pub type Posts<T: Config> = StorageMap<_, Twox64Concat, PostId, PostOf<T>, OptionQuery>;

    /// What has flowed along each reference, from the citing to the cited post, in units: what was given
    /// less what was taken. There is no entry for nothing.
    #[pallet::storage]
    pub type EdgeBalance<T: Config> =
        StorageDoubleMap<_, Twox64Concat, PostId, Twox64Concat, PostId, i128, ValueQuery>;

    /// The number of the next post.
    #[pallet::storage]
    pub type NextPost<T: Config> = StorageValue<_, PostId, ValueQuery>;

    /// The latest lineage post of each producer.
    #[pallet::storage]
    pub type Lineage<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, pools::Lineage, OptionQuery>;

    /// The post of the work contract in use.
    #[pallet::storage]
    pub type ActiveContract<T: Config> = StorageValue<_, PostId, OptionQuery>;

    /// What lineage posts have passed to the active work contract and its authors were not paid yet, in
    /// units. It does not exist in the ledger yet.
    #[pallet::storage]
    pub type Pending<T: Config> = StorageValue<_, Rep, ValueQuery>;

    /// When the authors of the active work contract are paid.
    #[pallet::storage]
    pub type NextPayday<T: Config> = StorageValue<_, Payday, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A post was published.
        Posted {
            /// Its number.
            post: PostId,
            /// The domain whose reputation flows through it.
            domain: Domain,
            /// Who has paid its deposit. Nobody has for lineage posts.
            depositor: Option<T::AccountId>,
        },
        /// A post was removed, and its deposit given back.
        Removed {
            /// Its number.
            post: PostId,
        },
        /// Reputation came to a post that did not come from another one. How it went on from there, the
        /// balances of references say.
        Flowed {
            /// The post.
            post: PostId,
            /// The amount, in units.
            amount: Rep,
        },
        /// A post has taken from those that it leaches, by the judgement of the assembly.
        Judged {
            /// The post.
            post: PostId,
            /// What was taken, in units.
            taken: Rep,
            /// What of that the posts to which it donates have got, in units. The rest was destroyed.
            given: Rep,
        },
        /// Another work contract is in use.
        ContractChanged {
            /// Its post.
            post: PostId,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// A post has at most eight authors, a work contract four.
        TooManyAuthors,
        /// The weights of the authors do not add up to the whole.
        WeightsNotWhole,
        /// Who publishes a post must be one of its authors.
        NotAnAuthor,
        /// There is no post with this number.
        UnknownPost,
        /// The post is of another domain.
        OtherDomain,
        /// A post has at most eight references.
        TooManyRefs,
        /// The same is cited twice.
        DuplicateReference,
        /// A weight is zero.
        ZeroWeight,
        /// The weights that give add up to more than the whole.
        TooMuchCited,
        /// The weights that take add up to more than the whole.
        TooMuchLeached,
        /// Nothing can be taken from the incinerator.
        IncineratorGives,
        /// Other posts cite it, or it is the work contract in use.
        StillCited,
        /// The post has earned something that was not taken from it again.
        HasValue,
        /// A pool about the post is open.
        InPool,
        /// Somebody else has paid the deposit, or nobody.
        NotDepositor,
        /// A work contract takes nothing from others: that is for the assembly to judge.
        ContractLeaches,
    }

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The posts that exist from the start. The first one has the number 0.
        pub posts: Vec<GenesisPost<T::AccountId>>,
        /// The number of the one that is the active work contract.
        pub contract: Option<PostId>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            let result = Pallet::<T>::create(self);
            assert!(result.is_ok(), "a genesis post is not valid: {result:?}");
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
            Self::pay_contract_if_due(meter);
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// A post.
        pub fn view_post(id: PostId) -> Option<PostView<T::AccountId>> {
            Self::read_post(id)
        }

        /// At most 100 posts, newest first, after the first `offset` that the filter lets pass. Looks at the
        /// newest 10 000 only.
        pub fn posts(
            filter: PostFilter<T::AccountId>,
            offset: u32,
            limit: u32,
        ) -> Vec<PostView<T::AccountId>> {
            Self::read_posts(&filter, offset, limit)
        }

        /// The part of what producers get for blocks that goes to the authors of the work contract.
        pub fn contract_share() -> Perbill {
            T::ContractShare::get()
        }

        /// The post of the work contract in use.
        pub fn active_contract() -> Option<PostId> {
            ActiveContract::<T>::get()
        }

        /// The post that stands for what a producer earns, if it has one.
        pub fn lineage(account: T::AccountId) -> Option<pools::Lineage> {
            Lineage::<T>::get(account)
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Publishes a post with the hash `content`, and takes a deposit for it and for what the ledger has to
        /// note of its authors.
        ///
        /// Each author has a part of what the post will earn, in parts per million; together they have the
        /// whole. `refs` are older posts of the same `domain`, or the incinerator, each with a weight in
        /// parts per million: a positive one gives that part of what the post will get, a negative one
        /// takes as much from the cited post.
        ///
        /// Origin: signed, by one of the authors.
        ///
        /// Errors: [`Error::TooManyAuthors`], [`Error::TooManyRefs`], [`Error::ZeroWeight`],
        /// [`Error::WeightsNotWhole`], [`Error::DuplicateReference`], [`Error::IncineratorGives`],
        /// [`Error::TooMuchCited`], [`Error::TooMuchLeached`], [`Error::UnknownPost`],
        /// [`Error::OtherDomain`], [`Error::NotAnAuthor`]; `TokenError::FundsUnavailable` if the caller
        /// cannot pay the deposit.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::post(refs.len() as u32))]
        pub fn post(
            origin: OriginFor<T>,
            content: Hash,
            authors: Vec<(T::AccountId, u32)>,
            refs: Vec<(Citation, i32)>,
            domain: Domain,
        ) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_post(caller, content, authors, refs, domain)
        }

        /// Removes a post that has no value, that nobody cites and about which no pool is open, and gives
        /// the deposit back.
        ///
        /// Origin: signed, by who has paid the deposit.
        ///
        /// Errors: [`Error::UnknownPost`], [`Error::NotDepositor`], [`Error::HasValue`],
        /// [`Error::StillCited`], [`Error::InPool`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::remove())]
        pub fn remove(origin: OriginFor<T>, post: PostId) -> DispatchResult {
            let caller = ensure_signed(origin)?;
            Self::do_remove(&caller, post)
        }
    }
}
