//! Opening and closing polls.

use crate::{Closed, Config, Error, Event, Pallet, Poll, Polls};
use aitbc_primitives::Moment;
use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
    /// Opens a poll, whose snapshot is now, until `ends`. Its id must be one that was never used.
    ///
    /// Errors: [`Error::PollExists`] if the id is in use, [`Error::PollTooShort`],
    /// [`Error::PollTooLong`].
    pub fn open_poll(poll: T::PollId, ends: Moment) -> Result<Poll, DispatchError> {
        ensure!(
            !Polls::<T>::contains_key(poll) && !Closed::<T>::contains_key(poll),
            Error::<T>::PollExists
        );
        let (at, rules) = (Self::now(), Self::rules());
        ensure!(ends > at, Error::<T>::PollTooShort);
        // What is needed of a history must still be there when the last ballot is cast.
        let needed = ends.saturating_sub(at).saturating_add(rules.long_window);
        ensure!(needed <= T::HistoryPeriod::get(), Error::<T>::PollTooLong);

        let base = Self::base();
        let snapshot =
            Poll { at, ends, base, owner_cap: T::MaxOwnerShare::get().mul_floor(base), rules };
        Polls::<T>::insert(poll, snapshot);
        Self::deposit_event(Event::PollOpened { poll, at, ends, base });
        Ok(snapshot)
    }

    /// Closes a poll, whether or not it has ended: nothing more is counted in it, what was counted is
    /// unfrozen, and then forgotten. The last moment to ask for what was counted.
    ///
    /// Errors: [`Error::PollNotOpen`].
    pub fn close_poll(poll: T::PollId) -> DispatchResult {
        ensure!(Polls::<T>::take(poll).is_some(), Error::<T>::PollNotOpen);
        Closed::<T>::insert(poll, ());
        Self::deposit_event(Event::PollClosed { poll });
        Ok(())
    }

    /// The poll, if votes can be counted in it now.
    pub(crate) fn running_poll(poll: T::PollId) -> Option<Poll> {
        Polls::<T>::get(poll).filter(|poll| Self::now() < poll.ends)
    }
}
