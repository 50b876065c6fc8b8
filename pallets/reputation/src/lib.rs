#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod change;
mod delegation;
mod genesis;
mod invariants;
mod ledger;
#[cfg(test)]
mod mock;
mod salary;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod types;
pub mod weights;

use frame_support::traits::fungible::Credit;

pub use pallet::*;
pub use salary::SalaryOf;
pub use types::{Account, Delegation, DomainState, Holder, Holds, SALARY_SCALE};
pub use weights::WeightInfo;

/// Native tokens on their way to holders of reputation.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::{
        reputation::{AtStake, Domain, Earned, HoldReason, Rep, RepChanged, Reputation},
        Balance,
    };
    use alloc::vec::Vec;
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{Balanced, Inspect, Mutate},
            OnUnbalanced,
        },
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::{AccountIdConversion, StaticLookup};

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The native token, in which salary is paid.
        type Currency: Balanced<Self::AccountId>
            + Mutate<Self::AccountId>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// Salary of a domain with less reputation than this goes to [`Config::Unshared`], in units:
        /// e.g. 1 REP. The accumulator grows by at most `salary * 10^12 / issuance`, so the minimum
        /// keeps it from overflowing.
        type MinSalaryIssuance: Get<Rep>;

        /// How much of what a block producer has encumbered cannot be destroyed now, because it is
        /// at stake in pools that were opened by hand.
        type AtStake: AtStake<Self::AccountId>;

        /// Knows what accounts have earned and were not credited with yet.
        type Earned: Earned<Self::AccountId>;

        /// Hears of each balance that became another, after it was written: by what is created, burned,
        /// slashed, forfeit or collected, not by holds. It is `()` if nobody wants to know. What it costs is
        /// in no weight of this pallet: it has to be in those of whoever creates or destroys reputation.
        type OnChanged: RepChanged<Self::AccountId>;

        /// Gets salary that cannot be shared out, e.g. the treasury.
        type Unshared: OnUnbalanced<CreditOf<Self>>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The reputation and salary of each holder. Nobody without either has an entry.
    #[pallet::storage]
    pub type Accounts<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        Domain,
        Blake2_128Concat,
        T::AccountId,
        Account,
        ValueQuery,
    >;

    /// The reputation of each domain, and the salary per REP since genesis.
    #[pallet::storage]
    pub type Domains<T: Config> = StorageMap<_, Twox64Concat, Domain, DomainState, ValueQuery>;

    /// Reputation that is forfeit but was at stake when it was slashed, in units. It is destroyed as
    /// soon as it, or other reputation of the same account, becomes free.
    #[pallet::storage]
    pub type SlashDebts<T: Config> =
        StorageDoubleMap<_, Twox64Concat, Domain, Blake2_128Concat, T::AccountId, Rep, ValueQuery>;

    /// Who may stake for a holder in pools that were opened by hand. One per holder and domain, and
    /// only while the holder has reputation: there are never more of them than holders.
    #[pallet::storage]
    pub type Delegations<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        Domain,
        Blake2_128Concat,
        T::AccountId,
        Delegation<T::AccountId>,
        OptionQuery,
    >;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// Reputation was created.
        Minted {
            /// The domain in which it counts.
            domain: Domain,
            /// Its holder.
            who: T::AccountId,
            /// The amount, in units.
            amount: Rep,
        },
        /// Reputation was destroyed: by a slash, or by a pool.
        Burned {
            /// The domain in which it counted.
            domain: Domain,
            /// Its former holder.
            who: T::AccountId,
            /// The amount, in units.
            amount: Rep,
        },
        /// Free reputation became held.
        Held {
            /// The domain in which it counts.
            domain: Domain,
            /// The reason for which it is held.
            reason: HoldReason,
            /// Its holder.
            who: T::AccountId,
            /// The amount, in units.
            amount: Rep,
        },
        /// Held reputation became free. `DebtCollected` says how much of it was destroyed at once.
        Released {
            /// The domain in which it counts.
            domain: Domain,
            /// The reason for which it was held.
            reason: HoldReason,
            /// Its holder.
            who: T::AccountId,
            /// The amount, in units.
            amount: Rep,
        },
        /// A slash hit reputation that is at stake in pools: it is forfeit, but not destroyed yet.
        DebtIncurred {
            /// The domain in which it counts.
            domain: Domain,
            /// Its holder.
            who: T::AccountId,
            /// The amount that was added to the debt, in units.
            amount: Rep,
        },
        /// Free reputation was destroyed to pay a slash debt.
        DebtCollected {
            /// The domain in which it counted.
            domain: Domain,
            /// Its former holder.
            who: T::AccountId,
            /// The amount, in units.
            amount: Rep,
        },
        /// What is held is less than the slash debt after a pool has destroyed some of it: the debt became
        /// as much.
        DebtCut {
            /// The domain in which it counts.
            domain: Domain,
            /// Its holder.
            who: T::AccountId,
            /// The amount by which the debt became less, in units.
            amount: Rep,
        },
        /// A holder allowed another account to stake for it, in place of any before.
        Delegated {
            /// The domain in which it may stake.
            domain: Domain,
            /// The holder of the reputation.
            holder: T::AccountId,
            /// The account that may stake it.
            delegate: T::AccountId,
            /// The most that it may stake at a time, in units.
            limit: Rep,
        },
        /// A delegation ended: the holder took it back or has no reputation left.
        Undelegated {
            /// The domain in which it could stake.
            domain: Domain,
            /// The holder of the reputation.
            holder: T::AccountId,
        },
        /// Salary was paid out to a holder.
        SalaryClaimed {
            /// The domain in which it was earned.
            domain: Domain,
            /// The holder.
            who: T::AccountId,
            /// The amount, in the smallest unit of the native token.
            amount: Balance,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// The account has less free reputation.
        FreeTooLow,
        /// Less is held of the account for this reason.
        HeldTooLow,
        /// A holder needs no delegation to stake its own reputation.
        SelfDelegation,
        /// The delegate could stake nothing.
        ZeroLimit,
        /// The account has no reputation in this domain.
        NothingToDelegate,
        /// The account has delegated nothing in this domain.
        NotDelegated,
        /// No salary of at least one unit is owed to the account in this domain.
        NothingToClaim,
    }

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Who has reputation from the start. Several entries of one account add up.
        pub holders: Vec<Holder<T::AccountId>>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for holder in &self.holders {
                assert!(
                    Pallet::<T>::endow(holder).is_ok(),
                    "the reputation of a domain exceeds 128 bits"
                );
            }
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
        /// The reputation of `who` in `domain`, and the salary it can claim.
        pub fn reputation(domain: Domain, who: T::AccountId) -> Reputation {
            let account = Accounts::<T>::get(domain, &who);
            let accumulator = Domains::<T>::get(domain).accumulator;
            Reputation {
                balance: account.balance(),
                free: account.free,
                encumbered: account.holds.availability,
                pooled: account.holds.pool,
                claimable: account.claimable(accumulator),
                earned: if domain == Domain::Block { T::Earned::earned(&who) } else { 0 },
            }
        }

        /// All reputation of `domain`, in units.
        pub fn issuance(domain: Domain) -> Rep {
            Domains::<T>::get(domain).issuance
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Lets `delegate` stake up to `limit` of the caller's free reputation in pools of `domain`
        /// that were opened by hand. Gains and losses are the caller's.
        ///
        /// It replaces the caller's delegation in this domain, if there is one. `limit` is in units
        /// and may exceed what the caller has.
        ///
        /// Origin: signed, by a holder.
        ///
        /// Errors: [`Error::SelfDelegation`], [`Error::ZeroLimit`], [`Error::NothingToDelegate`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::delegate())]
        pub fn delegate(
            origin: OriginFor<T>,
            domain: Domain,
            delegate: <T::Lookup as StaticLookup>::Source,
            limit: Rep,
        ) -> DispatchResult {
            let holder = ensure_signed(origin)?;
            let delegate = T::Lookup::lookup(delegate)?;
            Self::do_delegate(domain, holder, delegate, limit)
        }

        /// Takes the caller's delegation in `domain` back. Stakes made with it stay.
        ///
        /// Origin: signed, by a holder.
        ///
        /// Errors: [`Error::NotDelegated`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::undelegate())]
        pub fn undelegate(origin: OriginFor<T>, domain: Domain) -> DispatchResult {
            let holder = ensure_signed(origin)?;
            ensure!(Self::end_delegation(domain, &holder), Error::<T>::NotDelegated);
            Ok(())
        }

        /// Pays the caller all salary that its reputation in `domain` has earned.
        ///
        /// Origin: signed, by a holder or somebody who was one.
        ///
        /// Errors: [`Error::NothingToClaim`]; `TokenError::BelowMinimum` if the caller's account
        /// does not exist and the salary is less than the existential deposit. It stays owed then.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::claim_salary())]
        pub fn claim_salary(origin: OriginFor<T>, domain: Domain) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_claim_salary(domain, who)
        }

        /// Pays `who` all salary that its reputation in `domain` has earned, whoever asks for it: so
        /// accounts without a key get theirs.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::NothingToClaim`]; `TokenError::BelowMinimum` if the account of `who` does
        /// not exist and the salary is less than the existential deposit. It stays owed then.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::claim_salary_for())]
        pub fn claim_salary_for(
            origin: OriginFor<T>,
            who: <T::Lookup as StaticLookup>::Source,
            domain: Domain,
        ) -> DispatchResult {
            ensure_signed(origin)?;
            let who = T::Lookup::lookup(who)?;
            Self::do_claim_salary(domain, who)
        }
    }

    impl<T: Config> Pallet<T> {
        /// The salary pot: the keyless account that holds salary until it is claimed.
        pub fn pot() -> T::AccountId {
            aitbc_primitives::pots::SALARY.into_account_truncating()
        }
    }
}
