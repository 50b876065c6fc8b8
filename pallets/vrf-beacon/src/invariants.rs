//! The check of the invariants of the crate documentation.

use crate::{Config, Outputs, Pallet, Randomness};
use frame_support::ensure;
use sp_runtime::{traits::Zero, TryRuntimeError};

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        // Invariant 1
        ensure!(
            Randomness::<T>::get().start <= Self::current_slot(),
            "the session begins after the latest block"
        );
        // Invariant 2
        ensure!(
            frame_system::Pallet::<T>::block_number().is_zero()
                || !Outputs::<T>::get().block.is_zero(),
            "the latest block has no output"
        );
        Ok(())
    }
}
