//! Counting power in polls, and freezing what was counted.

use crate::{
    Classes, Closed, Config, Count, Counted, CountedDelegator, Counts, Delegations, DelegatorCount,
    Error, Event, FreezeReason, Freezes, Frozen, OwnerSums, Owners, Pallet, Poll, Polls,
};
use aitbc_primitives::Balance;
use frame_support::{
    ensure,
    traits::{
        fungible::{Inspect, MutateFreeze},
        Defensive, DefensiveSaturating, Get,
    },
    BoundedVec,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The score of a new agent, which gives no bonus.
const FIRST_SCORE: u32 = 100;

/// The most points of score above the first that give a bonus.
const MAX_BONUS_POINTS: u32 = 200;

/// A point of score is worth one part of these.
const BONUS_PARTS: Balance = 1_000;

/// `amount` with the bonus of an agent of this score, rounded down.
pub(crate) fn with_bonus(amount: Balance, score: Option<u32>) -> Balance {
    let points = score
        .unwrap_or_default()
        .saturating_sub(FIRST_SCORE)
        .min(MAX_BONUS_POINTS);
    amount.saturating_add(amount.saturating_mul(points.into()) / BONUS_PARTS)
}

impl<T: Config> Pallet<T> {
    /// Opens a poll, whose snapshot is now. An id can be used once.
    ///
    /// Errors: [`Error::PollExists`].
    pub fn open_poll(poll: T::PollId) -> Result<Poll, DispatchError> {
        ensure!(
            !Polls::<T>::contains_key(poll) && !Closed::<T>::contains_key(poll),
            Error::<T>::PollExists
        );
        let snapshot = Poll::new(T::Time::get(), Self::base(), T::MaxOwnerShare::get());
        Polls::<T>::insert(poll, snapshot);
        Self::deposit_event(Event::PollOpened {
            poll,
            at: snapshot.at,
            base: snapshot.base,
        });
        Ok(snapshot)
    }

    /// Ends a poll: nothing more is counted in it, and what was can be unfrozen.
    ///
    /// Errors: [`Error::PollNotOpen`].
    pub fn close_poll(poll: T::PollId) -> DispatchResult {
        ensure!(Polls::<T>::take(poll).is_some(), Error::<T>::PollNotOpen);
        Closed::<T>::insert(poll, ());
        Self::deposit_event(Event::PollClosed { poll });
        Ok(())
    }

    /// Counts the vote of `voter`, at most `max_power` of its tokens, or counts it again if it
    /// changes. If a delegate was voting with its power it no longer does.
    ///
    /// An account without power can vote if others have delegated to it.
    ///
    /// Errors: [`Error::PollNotOpen`], [`Error::NoPower`], [`Error::TooManyPolls`], and those of
    /// freezing.
    pub fn count(
        poll: T::PollId,
        voter: &T::AccountId,
        max_power: Option<Balance>,
    ) -> Result<Counted<T::AccountId>, DispatchError> {
        let old = Counts::<T>::get(poll, voter);
        let mut new = Self::measure(poll, voter, max_power, old.as_ref())?;
        let has_voted = old.as_ref().is_some_and(|old| old.delegate.is_none());
        ensure!(
            new.power > 0 || has_voted || DelegatorCount::<T>::contains_key(voter),
            Error::<T>::NoPower
        );
        Self::freeze(poll, voter, new.amount)?;

        let (mut previous, mut withdrawn) = (0, None);
        match old {
            Some(Count {
                delegate: Some(delegate),
                power,
                ..
            }) => {
                if let Some(mut vote) = Counts::<T>::get(poll, &delegate).defensive() {
                    vote.delegated = vote.delegated.defensive_saturating_sub(power);
                    Counts::<T>::insert(poll, &delegate, vote);
                }
                withdrawn = Some((delegate, power));
            }
            Some(old) => {
                previous = old.power;
                new.delegated = old.delegated;
            }
            None => {}
        }
        let counted = Counted {
            power: new.power,
            previous,
            delegated: new.delegated,
            withdrawn,
        };
        Self::store_count(poll, voter, new);
        Ok(counted)
    }

    /// Counts the power of `delegator` for its delegate, which has voted. Once, at a cost that does
    /// not depend on how many others there are.
    ///
    /// Errors: [`Error::PollNotOpen`], [`Error::AlreadyCounted`], [`Error::NotDelegated`],
    /// [`Error::DelegatedTooLate`], [`Error::DelegateNotCounted`], [`Error::NoPower`],
    /// [`Error::TooManyPolls`], and those of freezing.
    pub fn count_delegated(
        poll: T::PollId,
        delegator: &T::AccountId,
    ) -> Result<CountedDelegator<T::AccountId>, DispatchError> {
        let snapshot = Polls::<T>::get(poll).ok_or(Error::<T>::PollNotOpen)?;
        ensure!(
            !Counts::<T>::contains_key(poll, delegator),
            Error::<T>::AlreadyCounted
        );
        let delegation = Delegations::<T>::get(delegator).ok_or(Error::<T>::NotDelegated)?;
        ensure!(delegation.since < snapshot.at, Error::<T>::DelegatedTooLate);
        let delegate = delegation.delegate;
        let mut vote = Counts::<T>::get(poll, &delegate)
            .filter(|count| count.delegate.is_none())
            .ok_or(Error::<T>::DelegateNotCounted)?;
        let mut new = Self::measure(poll, delegator, None, None)?;
        ensure!(new.power > 0, Error::<T>::NoPower);
        Self::freeze(poll, delegator, new.amount)?;

        let power = new.power;
        vote.delegated = vote.delegated.saturating_add(power);
        Counts::<T>::insert(poll, &delegate, vote);
        new.delegate = Some(delegate.clone());
        Self::store_count(poll, delegator, new);
        Ok(CountedDelegator { delegate, power })
    }

    /// What is to be counted of `who`, in place of `old`.
    fn measure(
        poll: T::PollId,
        who: &T::AccountId,
        max_power: Option<Balance>,
        old: Option<&Count<T::AccountId>>,
    ) -> Result<Count<T::AccountId>, DispatchError> {
        let snapshot = Polls::<T>::get(poll).ok_or(Error::<T>::PollNotOpen)?;
        let available = T::Currency::total_balance(who).saturating_sub(T::FeeAllowance::get());
        let amount = Self::power(who, snapshot.at)
            .min(available)
            .min(max_power.unwrap_or(Balance::MAX));
        let owner = T::Owners::owner(who);
        let replaced = old
            .filter(|old| old.owner == owner)
            .map_or(0, |old| old.power);
        let used = OwnerSums::<T>::get(poll, &owner).saturating_sub(replaced);
        let power =
            with_bonus(amount, T::Classes::score(who)).min(snapshot.owner_cap.saturating_sub(used));
        Ok(Count {
            amount: amount.min(power),
            power,
            owner,
            delegate: None,
            delegated: 0,
        })
    }

    /// Stores what is counted of `who`, in place of anything before.
    fn store_count(poll: T::PollId, who: &T::AccountId, new: Count<T::AccountId>) {
        if let Some(old) = Counts::<T>::get(poll, who) {
            OwnerSums::<T>::mutate(poll, &old.owner, |sum| {
                *sum = sum.defensive_saturating_sub(old.power);
            });
        }
        OwnerSums::<T>::mutate(poll, &new.owner, |sum| *sum = sum.saturating_add(new.power));
        Self::deposit_event(Event::Counted {
            poll,
            who: who.clone(),
            amount: new.amount,
            power: new.power,
            delegate: new.delegate.clone(),
        });
        Counts::<T>::insert(poll, who, new);
    }

    /// Freezes `amount` of `who` for `poll`, in place of anything before, and forgets polls that
    /// have ended.
    fn freeze(poll: T::PollId, who: &T::AccountId, amount: Balance) -> DispatchResult {
        let mut freezes = Freezes::<T>::get(who);
        freezes.retain(|frozen| frozen.poll != poll && Polls::<T>::contains_key(frozen.poll));
        if amount > 0 {
            freezes
                .try_push(Frozen { poll, amount })
                .map_err(|_| Error::<T>::TooManyPolls)?;
        }
        Self::store_freezes(who, freezes)
    }

    /// Makes the freeze of `who` the most that is frozen for one poll.
    fn store_freezes(
        who: &T::AccountId,
        freezes: BoundedVec<Frozen<T::PollId>, T::MaxPolls>,
    ) -> DispatchResult {
        let most = freezes.iter().map(|frozen| frozen.amount).max();
        let amount = most.unwrap_or_default();
        if amount != Self::frozen(who) {
            T::Currency::set_freeze(&FreezeReason::Counted.into(), who, amount)?;
        }
        if freezes.is_empty() {
            Freezes::<T>::remove(who);
        } else {
            Freezes::<T>::insert(who, freezes);
        }
        Ok(())
    }

    /// Lifts what is frozen of `who` for polls that have ended.
    pub(crate) fn do_unfreeze(who: T::AccountId) -> DispatchResult {
        let mut freezes = Freezes::<T>::get(&who);
        let before = freezes.len();
        freezes.retain(|frozen| Polls::<T>::contains_key(frozen.poll));
        ensure!(freezes.len() < before, Error::<T>::NothingToUnfreeze);
        Self::store_freezes(&who, freezes)?;
        Self::deposit_event(Event::Unfrozen {
            frozen: Self::frozen(&who),
            who,
        });
        Ok(())
    }
}
