//! The active clock.

use crate::{Active, Config, Event, Last, Pallet, Stopped};
use aitbc_primitives::{
    market::deadlines::{ActiveClock, DeadlineClock, Why},
    time::LONGEST_STEP,
    Moment,
};
use frame_support::traits::{Get, OnTimestampSet};

impl<T: Config> OnTimestampSet<Moment> for Pallet<T> {
    /// Lets the time since the block before pass, if nobody was kept from acting at its begin or is now: a reason
    /// that has ended may have lasted to the end of that time.
    fn on_timestamp_set(now: Moment) {
        let last = Last::<T>::mutate(|last| core::mem::replace(last, now));
        let (before, halted) = (Stopped::<T>::get(), T::Halted::get());
        // Block 1 follows genesis, of which nobody knows when it was.
        if last > 0 && before.is_none() && halted.is_none() {
            let step = now.saturating_sub(last).min(LONGEST_STEP);
            Active::<T>::mutate(|active| *active = active.saturating_add(step));
        }
        if before == halted {
            return;
        }
        Stopped::<T>::set(halted);
        match (before, halted) {
            (None, Some(why)) => Self::deposit_event(Event::ClockStopped { why }),
            (Some(_), None) => Self::deposit_event(Event::ClockResumed),
            // It stands still for another reason now.
            _ => {}
        }
    }
}

impl<T: Config> ActiveClock for Pallet<T> {
    fn now() -> Moment {
        Active::<T>::get()
    }

    fn stopped() -> Option<Why> {
        Stopped::<T>::get()
    }
}

impl<T: Config> Pallet<T> {
    /// What `clock` says. Before the block has stated its time, that is what it said in the block before.
    pub(crate) fn time(clock: DeadlineClock) -> Moment {
        match clock {
            DeadlineClock::Active => Active::<T>::get(),
            DeadlineClock::Wall => Last::<T>::get(),
        }
    }
}
