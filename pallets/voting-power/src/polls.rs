//! Polls as others use them: the implementation of the trait in primitives.

use crate::{
    Ballot, Ballots, Closed, Config, DelegatedChange, Delegators, Error, Event, Freezes, Pallet,
    Poll, Polls, TallyChange,
};
use aitbc_primitives::{governance::polls, Balance, Moment};
use alloc::vec::Vec;
use frame_support::{
    ensure,
    traits::{fungible::Inspect, Get},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> polls::Polls<T::AccountId> for Pallet<T> {
    type PollId = T::PollId;

    /// Errors: [`Error::PollExists`], [`Error::PollTooShort`], [`Error::PollTooLong`].
    fn open(poll: T::PollId, ends: Moment) -> Result<Poll, DispatchError> {
        ensure!(
            !Polls::<T>::contains_key(poll) && !Closed::<T>::contains_key(poll),
            Error::<T>::PollExists
        );
        let (at, base) = (Self::now(), Self::base());
        let snapshot = Poll {
            at,
            ends,
            base,
            owner_cap: T::MaxOwnerShare::get().mul_floor(base),
            delegate_cap: T::MaxDelegateShare::get().mul_floor(base),
            rules: Self::rules(),
        };
        ensure!(ends > at, Error::<T>::PollTooShort);
        ensure!(ends <= Self::reach(&snapshot), Error::<T>::PollTooLong);
        Polls::<T>::insert(poll, snapshot);
        Self::deposit_event(Event::PollOpened { poll, at, ends, base });
        Ok(snapshot)
    }

    /// A poll that has ended stays so, closed or not: what was counted in it may have been unfrozen and
    /// sent to somebody else.
    ///
    /// Errors: [`Error::PollNotOpen`], [`Error::NoLaterEnd`], [`Error::PollTooLong`].
    fn extend(poll: T::PollId, ends: Moment) -> DispatchResult {
        let snapshot = Self::running_poll(poll).ok_or(Error::<T>::PollNotOpen)?;
        ensure!(ends > snapshot.ends, Error::<T>::NoLaterEnd);
        ensure!(ends <= Self::reach(&snapshot), Error::<T>::PollTooLong);
        Polls::<T>::insert(poll, Poll { ends, ..snapshot });
        Self::deposit_event(Event::PollExtended { poll, ends });
        Ok(())
    }

    fn latest_end(poll: T::PollId) -> Option<Moment> {
        Self::running_poll(poll).map(|snapshot| Self::reach(&snapshot))
    }

    /// Errors: [`Error::PollNotOpen`].
    fn close(poll: T::PollId) -> DispatchResult {
        ensure!(Polls::<T>::take(poll).is_some(), Error::<T>::PollNotOpen);
        Closed::<T>::insert(poll, ());
        Self::deposit_event(Event::PollClosed { poll });
        Ok(())
    }

    /// An account without power can vote if others have delegated to it, and take back with `Some(0)`
    /// what was counted of it. What is counted for it by then stays: its own power has the room that is
    /// left below the cap of a delegate.
    ///
    /// Errors: [`Error::PollNotOpen`], [`Error::NoPower`], [`Error::TooManyPolls`], and those of freezing.
    fn cast(
        poll: T::PollId,
        voter: &T::AccountId,
        max_power: Option<Balance>,
    ) -> Result<TallyChange<T::AccountId>, DispatchError> {
        Self::do_cast(poll, voter, max_power)
    }

    /// The cost does not depend on how many others there are. A delegator that does not fit below the cap
    /// of the delegate is counted as far as it does. A ballot before is replaced only if there is more to
    /// count.
    ///
    /// Errors: [`Error::PollNotOpen`], [`Error::AlreadyCounted`], [`Error::NotDelegated`],
    /// [`Error::DelegatedTooLate`], [`Error::DelegateNotCounted`], [`Error::DelegateFull`],
    /// [`Error::NoPower`], [`Error::TooManyPolls`], and those of freezing.
    fn cast_for_delegator(
        poll: T::PollId,
        delegator: &T::AccountId,
    ) -> Result<DelegatedChange<T::AccountId>, DispatchError> {
        Self::do_cast_for_delegator(poll, delegator)
    }

    fn frozen_for(who: &T::AccountId) -> u32 {
        let polls = Freezes::<T>::decode_len(who).unwrap_or_default();
        u32::try_from(polls).unwrap_or(u32::MAX)
    }

    fn ballot(poll: T::PollId, who: &T::AccountId) -> Option<Ballot<T::AccountId>> {
        Ballots::<T>::get(poll, who)
    }

    fn delegators(
        delegate: &T::AccountId,
        after: Option<&T::AccountId>,
        limit: u32,
    ) -> Vec<T::AccountId> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let delegators = match after {
            // It need not be there any more.
            Some(last) => {
                let last = Delegators::<T>::hashed_key_for(delegate, last);
                Delegators::<T>::iter_key_prefix_from(delegate, last)
            }
            None => Delegators::<T>::iter_key_prefix(delegate),
        };
        delegators.take(limit).collect()
    }

    fn power(who: &T::AccountId) -> Balance {
        Self::power_at(who, Self::now())
    }

    fn base() -> Balance {
        T::Pots::get()
            .iter()
            .map(T::Currency::total_balance)
            .fold(T::Currency::total_issuance(), Balance::saturating_sub)
    }
}

impl<T: Config> Pallet<T> {
    /// The poll, if votes can be counted in it now.
    pub(crate) fn running_poll(poll: T::PollId) -> Option<Poll> {
        Polls::<T>::get(poll).filter(|poll| Self::now() < poll.ends)
    }

    /// The latest end of a poll with which all that it needs of histories is still there when the last
    /// ballot is cast.
    pub(crate) fn reach(snapshot: &Poll) -> Moment {
        let longest = T::HistoryPeriod::get().saturating_sub(snapshot.rules.long_window);
        snapshot.at.saturating_add(longest)
    }
}
