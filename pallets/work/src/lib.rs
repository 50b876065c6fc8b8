#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(test)]
mod mock;
mod revenue;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
pub mod weights;

use frame_support::traits::fungible::{Credit, Inspect};

pub use pallet::*;
pub use revenue::{subsidy, Revenue, Shares};
pub use weights::WeightInfo;

/// Balance of the pallet's currency.
pub type BalanceOf<T> =
    <<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// Tokens taken out of the pot or newly minted, on their way to a recipient.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::{reputation::pools::BlockPools, Balance, Moment};
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{Balanced, Inspect, Mutate},
            OnUnbalanced,
        },
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::{traits::AccountIdConversion, Perbill};

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The native token.
        type Currency: Balanced<Self::AccountId>
            + Mutate<Self::AccountId>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// New tokens per year as a part of the issuance, e.g. 2.5 %.
        type SubsidyRate: Get<Perbill>;

        /// Duration of a slot in milliseconds.
        type SlotDuration: Get<Moment>;

        /// How revenue is shared. Shares of more than 100 % in all are scaled down when used.
        type Shares: Get<Shares>;

        /// Gets the block share of the revenue.
        type BlockRecipient: OnUnbalanced<CreditOf<Self>>;

        /// Gets the governance share of the revenue.
        type GovernanceRecipient: OnUnbalanced<CreditOf<Self>>;

        /// Gets what is left of the revenue, rounding dust included.
        type TreasuryRecipient: OnUnbalanced<CreditOf<Self>>;

        /// Has each block judged.
        type BlockPools: BlockPools;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The revenue of the parent block was shared out. Amounts are in the smallest unit; fees
        /// plus subsidy equals the sum of the other three.
        Distributed {
            /// Fees and tips that the transactions of the parent block paid.
            fees: BalanceOf<T>,
            /// Tokens that were minted for the parent block.
            subsidy: BalanceOf<T>,
            /// The block share.
            block: BalanceOf<T>,
            /// The governance share.
            governance: BalanceOf<T>,
            /// What is left, for the treasury.
            treasury: BalanceOf<T>,
        },
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(now: BlockNumberFor<T>) -> Weight {
            // Block 1 follows genesis, which nobody produced and which collected nothing.
            let Some(parent) = Self::parent(now).filter(|parent| *parent > 0) else {
                return Weight::zero();
            };
            let paid = Self::distribute();
            T::WeightInfo::distribute().saturating_add(Self::have_judged(parent, paid))
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// What is minted for a block as things stand, in the smallest unit.
        pub fn subsidy() -> Balance {
            Self::subsidy_now()
        }
    }

    impl<T: Config> Pallet<T> {
        /// The work pot: the keyless account that fees are paid into.
        pub fn pot() -> T::AccountId {
            aitbc_primitives::pots::WORK.into_account_truncating()
        }
    }
}
