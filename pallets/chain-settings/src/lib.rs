#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

#[cfg(test)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;

use aitbc_primitives::{externalities::storage_is_readable, time, Moment};
use core::marker::PhantomData;
use frame_support::traits::Get;

pub use pallet::*;

/// The shortest slot a network may have, in milliseconds.
///
/// Stock pallets count slots in 32 bits (see the runtime's clock). Slots of one second since 1970 are more than
/// that in 2106, those of 400 ms are now: then time stands still for the scheduler, which looks for
/// what is due until half of the block is gone.
pub const MIN_SLOT_DURATION: Moment = 1_000;

/// The fastest tempo a network may have: a day of governance is six seconds then, and an hour less than the
/// shortest slot.
pub const MAX_TEMPO: u32 = 14_400;

/// Writes the initial values of a network's parameters to storage. Called once, by genesis.
pub trait StoreParameters {
    /// Write every value that this network sets, and every duration of governance divided by `tempo`; leave the
    /// others at their compiled default.
    fn store(&self, tempo: u32);
}

impl StoreParameters for () {
    fn store(&self, _: u32) {}
}

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use frame_support::{
        pallet_prelude::*,
        traits::{ConstU32, ConstU64},
    };

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// The parameters a genesis preset may set, as they stand in the chain specification.
        type Parameters: StoreParameters
            + MaybeSerializeDeserialize
            + Clone
            + Default
            + Send
            + Sync
            + 'static;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Duration of a slot in milliseconds. Set by genesis and never again.
    #[pallet::storage]
    pub type SlotDuration<T: Config> =
        StorageValue<_, Moment, ValueQuery, ConstU64<{ time::SLOT_DURATION }>>;

    /// By what durations of governance are divided. Set by genesis and never again.
    #[pallet::storage]
    pub type Tempo<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

    #[pallet::genesis_config]
    pub struct GenesisConfig<T: Config> {
        /// Duration of a slot in milliseconds: even, at least [`MIN_SLOT_DURATION`].
        pub slot_duration: Moment,
        /// By what durations of governance are divided: 1 for real days, at most [`MAX_TEMPO`].
        pub tempo: u32,
        /// Initial values of parameters.
        pub parameters: T::Parameters,
    }

    impl<T: Config> Default for GenesisConfig<T> {
        fn default() -> Self {
            Self { slot_duration: time::SLOT_DURATION, tempo: 1, parameters: Default::default() }
        }
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            assert!(
                is_valid_slot_duration(self.slot_duration),
                "chainSettings.slotDuration must be an even number of milliseconds, at least {MIN_SLOT_DURATION}",
            );
            assert!(
                is_valid_tempo(self.tempo),
                "chainSettings.tempo must be from 1 to {MAX_TEMPO}"
            );
            SlotDuration::<T>::put(self.slot_duration);
            Tempo::<T>::put(self.tempo);
            self.parameters.store(self.tempo);
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<frame_system::pallet_prelude::BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(
            _: frame_system::pallet_prelude::BlockNumberFor<T>,
        ) -> Result<(), frame_support::sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    impl<T: Config> Pallet<T> {
        /// Checks the invariants of the crate documentation.
        pub fn do_try_state() -> Result<(), frame_support::sp_runtime::TryRuntimeError> {
            // Invariant 1
            ensure!(
                is_valid_slot_duration(SlotDuration::<T>::get()),
                "the slot duration is odd or too short"
            );
            // Invariant 2
            ensure!(is_valid_tempo(Tempo::<T>::get()), "the tempo is zero or too fast");
            Ok(())
        }
    }
}

fn is_valid_slot_duration(duration: Moment) -> bool {
    duration >= MIN_SLOT_DURATION && duration.is_multiple_of(2)
}

fn is_valid_tempo(tempo: u32) -> bool {
    (1..=MAX_TEMPO).contains(&tempo)
}

/// By what durations of governance are divided in this network.
pub struct CurrentTempo<T>(PhantomData<T>);

impl<T: Config> Get<u32> for CurrentTempo<T> {
    fn get() -> u32 {
        if storage_is_readable() {
            Tempo::<T>::get()
        } else {
            1
        }
    }
}

/// The slot duration of this network in milliseconds.
pub struct CurrentSlotDuration<T>(PhantomData<T>);

impl<T: Config> Get<Moment> for CurrentSlotDuration<T> {
    fn get() -> Moment {
        if storage_is_readable() {
            SlotDuration::<T>::get()
        } else {
            time::SLOT_DURATION
        }
    }
}

/// The least time between two blocks in milliseconds, as pallet-timestamp wants it: half a slot.
pub struct MinimumPeriod<T>(PhantomData<T>);

impl<T: Config> Get<Moment> for MinimumPeriod<T> {
    fn get() -> Moment {
        CurrentSlotDuration::<T>::get().saturating_div(2)
    }
}
