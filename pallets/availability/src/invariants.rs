//! The check of the invariants of the crate documentation.

use crate::{
    Config, Duties, LeavingRep, Order, Pallet, Producers, ReplacementDue, SessionProgress,
    Suspensions,
};
use aitbc_primitives::reputation::AtStake;
use frame_support::ensure;
use pallet_aura::Authorities;
use pallet_session::CurrentIndex;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let (producers, schedule) = (Producers::<T>::get(), Order::<T>::get());
        let progress = SessionProgress::<T>::get();
        // Invariant 1
        ensure!(
            Self::authorities() == Authorities::<T>::get(),
            "the schedule differs from Aura's authorities"
        );
        // Invariant 2
        ensure!(
            schedule.iter().all(|index| usize::from(*index) < producers.len()),
            "the schedule names a producer that does not exist"
        );
        // Invariant 3
        let length = progress.length as usize;
        ensure!(
            schedule.len() == length || (schedule.len() == 1 && producers.len() == 1),
            "the schedule is not as long as the session"
        );
        // Invariant 4
        for (index, producer) in (0u16..).zip(&producers) {
            let duty = Duties::<T>::get(&producer.account);
            let places = schedule.iter().filter(|place| **place == index).count();
            ensure!(
                duty.scheduled as usize == places || schedule.len() == 1,
                "a producer has other slots than its record says"
            );
            ensure!(duty.produced <= duty.elapsed, "a producer made more blocks than it had slots");
            // Invariant 8
            ensure!(
                duty.produced == 0 || duty.silence == 0,
                "a producer is silent and makes blocks"
            );
        }
        // Invariant 5
        ensure!(
            Duties::<T>::iter_keys().count() == producers.len(),
            "there are records of others than producers"
        );
        // Invariant 6
        ensure!(
            LeavingRep::<T>::iter().all(|(who, leaving)| {
                let held = T::AtStake::at_stake(&who) <= Self::held(&who);
                leaving.amount > 0 && held
            }),
            "nothing is leaving, or what is at stake has left"
        );
        // Invariant 7
        ensure!(
            !progress.has_begun() || progress.start <= progress.latest,
            "the session begins in the future"
        );
        // Invariant 9
        let disabled = Self::disabled();
        let scheduled = || schedule.iter().filter_map(|index| producers.get(usize::from(*index)));
        ensure!(
            ReplacementDue::<T>::get()
                || scheduled().all(|producer| !Self::is_suspended(&producer.account))
                || scheduled().all(|producer| Self::is_excluded(&producer.account, &disabled)),
            "somebody who is suspended has slots that others could have"
        );
        // Invariant 10
        let session = CurrentIndex::<T>::get();
        ensure!(
            Suspensions::<T>::iter_values().all(|suspension| {
                suspension.since <= session
                    && suspension.back_from.is_none_or(|from| {
                        from == suspension.since || Some(from) >= suspension.banned_until
                    })
            }),
            "a suspension comes from the future, or a ban does not last"
        );
        Ok(())
    }
}
