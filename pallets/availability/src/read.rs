//! What clients ask for, put together from storage.

use crate::{
    consensus::{Availability, Producer, SessionSchedule},
    Config, Duties, LeavingRep, Order, Pallet, Producers, SessionProgress, Suspensions,
};
use pallet_session::CurrentIndex;

impl<T: Config> Pallet<T> {
    pub(crate) fn read_schedule() -> SessionSchedule<T::AccountId> {
        let progress = SessionProgress::<T>::get();
        SessionSchedule {
            session: CurrentIndex::<T>::get(),
            start: progress.start,
            length: progress.length,
            slot: progress.latest,
            producers: Producers::<T>::get()
                .into_iter()
                .map(|producer| Producer {
                    slots: Duties::<T>::get(&producer.account).scheduled,
                    account: producer.account,
                    key: producer.key.into(),
                    weight: producer.weight,
                })
                .collect(),
            order: Order::<T>::get().into_inner(),
        }
    }

    pub(crate) fn read_availability(account: &T::AccountId) -> Availability {
        let held = Self::held(account);
        let encumbered = Self::encumbered(account);
        let leaving = LeavingRep::<T>::get(account).unwrap_or_default();
        let duty = Duties::<T>::get(account);
        Availability {
            encumbered,
            leaving: held.saturating_sub(encumbered),
            withdrawable_from: leaving.from,
            auto_encumber: Self::auto_encumbers(account),
            scheduled: duty.scheduled,
            elapsed: duty.elapsed,
            produced: duty.produced,
            failures: duty.failures.into(),
            suspended: Self::is_suspended(account),
            banned_until: Suspensions::<T>::get(account)
                .and_then(|suspension| suspension.ban(CurrentIndex::<T>::get())),
        }
    }
}
