//! The invariants of the crate documentation.

use crate::{Config, Duties, LeavingRep, Pallet, Producers, Schedule, SessionProgress};
use frame_support::ensure;
use pallet_aura::Authorities;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let (producers, schedule) = (Producers::<T>::get(), Schedule::<T>::get());
        let progress = SessionProgress::<T>::get();
        // 1
        ensure!(
            Self::authorities() == Authorities::<T>::get(),
            "the schedule differs from Aura's authorities"
        );
        // 2
        ensure!(
            schedule
                .iter()
                .all(|index| usize::from(*index) < producers.len()),
            "the schedule names a producer that does not exist"
        );
        // 3
        let length = progress.length as usize;
        ensure!(
            schedule.len() == length || (schedule.len() == 1 && producers.len() == 1),
            "the schedule is not as long as the session"
        );
        // 4
        let mut scheduled = 0u32;
        for producer in &producers {
            let duty = Duties::<T>::get(&producer.account);
            ensure!(duty.scheduled > 0, "a producer has no slot");
            ensure!(
                duty.produced <= duty.elapsed,
                "a producer made more blocks than it had slots"
            );
            scheduled = scheduled.saturating_add(duty.scheduled);
        }
        ensure!(
            scheduled == progress.length || producers.is_empty(),
            "the shares do not add up to the session"
        );
        // 5
        ensure!(
            Duties::<T>::iter_keys().count() == producers.len(),
            "there are records of others than producers"
        );
        // 6
        ensure!(
            LeavingRep::<T>::iter().all(|(_, leaving)| leaving.amount > 0),
            "nothing is on its way out"
        );
        // 7
        ensure!(
            !progress.has_begun() || progress.start <= progress.latest,
            "the session begins in the future"
        );
        Ok(())
    }
}
