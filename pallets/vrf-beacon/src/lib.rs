#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod beacon;
#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::unwrap_used, reason = "a benchmark may panic")]
mod benchmarking;
mod invariants;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::{BlockOutputs, SessionRandomness};
pub use weights::WeightInfo;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::{consensus, Hash};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use sp_core::{sr25519, H256};

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config:
        frame_system::Config<Hash = Hash> + pallet_aura::Config<AuthorityId: Into<sr25519::Public>>
    {
        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The randomness of the current session, and what will become of it in the next.
    #[pallet::storage]
    pub type Randomness<T> = StorageValue<_, SessionRandomness, ValueQuery>;

    /// The outputs of the latest two blocks.
    #[pallet::storage]
    pub type Outputs<T> = StorageValue<_, BlockOutputs, ValueQuery>;

    /// Whether a block in a slot needs a VRF. Genesis says so, and no call changes it.
    #[pallet::storage]
    pub type Required<T> = StorageValue<_, bool, ValueQuery>;

    #[pallet::genesis_config]
    pub struct GenesisConfig<T: Config> {
        /// What the randomness of session 0 is made of.
        pub randomness: H256,
        /// Whether a block in a slot needs a VRF.
        pub required: bool,
        /// Nothing: serde wants the type parameter to be used.
        #[serde(skip)]
        pub phantom: PhantomData<T>,
    }

    impl<T: Config> Default for GenesisConfig<T> {
        fn default() -> Self {
            Self { randomness: H256::zero(), required: true, phantom: PhantomData }
        }
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            Randomness::<T>::put(SessionRandomness { rho: self.randomness, ..Default::default() });
            Required::<T>::put(self.required);
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            Self::enter_block();
            <T as Config>::WeightInfo::enter_block()
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// The randomness of the current session and of the latest block.
        pub fn randomness() -> consensus::Randomness {
            Self::read_randomness()
        }
    }
}
