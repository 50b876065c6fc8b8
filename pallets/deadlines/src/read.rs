//! What clients read.

use crate::{types::beginning, Active, Config, Last, Pallet, Queues, Stopped};
use aitbc_primitives::{
    market::deadlines::{ByClock, ClockFigures, DeadlineClock},
    Moment,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn read_clock() -> ClockFigures {
        let overdue = ByClock::of(Self::overdue);
        let most = overdue.active.max(overdue.wall);
        ClockFigures {
            active: Active::<T>::get(),
            stopped: Stopped::<T>::get(),
            waiting: ByClock::of(|clock| Queues::<T>::get(clock).waiting),
            overdue,
            overdue_since: (most > 0).then(|| Last::<T>::get().saturating_sub(most)),
        }
    }

    /// For how long the bucket at the cursor could have been worked.
    fn overdue(clock: DeadlineClock) -> Moment {
        let queue = Queues::<T>::get(clock);
        if !Self::is_due(clock, &queue) {
            return 0;
        }
        Self::time(clock).saturating_sub(beginning(clock, queue.bucket))
    }
}
