//! Freezing the tokens behind ballots, until polls end.

use crate::{Ballots, Config, Error, Event, FreezeReason, Freezes, Frozen, Pallet};
use aitbc_primitives::Balance;
use frame_support::{
    ensure,
    traits::{
        fungible::{Inspect, InspectFreeze, MutateFreeze},
        Get,
    },
    BoundedVec,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    /// What is frozen of `who` because it was counted.
    pub(crate) fn frozen(who: &T::AccountId) -> Balance {
        T::Currency::balance_frozen(&FreezeReason::Ballot.into(), who)
    }

    /// Freezes `amount` of `who` for `poll`, in place of anything before, and forgets polls that
    /// have ended. Fails if then more than `places` are left.
    pub(crate) fn freeze(
        poll: T::PollId,
        who: &T::AccountId,
        amount: Balance,
        places: u32,
    ) -> DispatchResult {
        let mut freezes = Freezes::<T>::get(who);
        freezes.retain(|frozen| frozen.poll != poll && Self::running_poll(frozen.poll).is_some());
        if amount > 0 {
            let taken = u32::try_from(freezes.len()).unwrap_or(u32::MAX);
            ensure!(taken < places, Error::<T>::TooManyPolls);
            freezes.try_push(Frozen { poll, amount }).map_err(|_| Error::<T>::TooManyPolls)?;
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
            T::Currency::set_freeze(&FreezeReason::Ballot.into(), who, amount)?;
        }
        if freezes.is_empty() {
            Freezes::<T>::remove(who);
        } else {
            Freezes::<T>::insert(who, freezes);
        }
        Ok(())
    }

    /// Lifts what is frozen of `who` for polls that have ended. Where a slash has taken frozen tokens,
    /// the freeze shrinks to leave the fee allowance of the rest. The power that was counted stays
    /// counted.
    pub(crate) fn do_unfreeze(who: T::AccountId) -> DispatchResult {
        let before = Freezes::<T>::get(&who);
        let mut freezes = before.clone();
        freezes.retain(|frozen| Self::running_poll(frozen.poll).is_some());
        // Nothing but a slash takes frozen tokens.
        let balance = T::Currency::total_balance(&who);
        let left = balance.saturating_sub(T::FeeAllowance::get());
        for frozen in freezes.iter_mut().filter(|frozen| frozen.amount > balance) {
            frozen.amount = left;
            Ballots::<T>::mutate(frozen.poll, &who, |ballot| {
                if let Some(ballot) = ballot {
                    ballot.amount = left;
                }
            });
        }
        freezes.retain(|frozen| frozen.amount > 0);
        ensure!(freezes != before, Error::<T>::NothingToUnfreeze);
        Self::store_freezes(&who, freezes)?;
        Self::deposit_event(Event::Unfrozen { frozen: Self::frozen(&who), who });
        Ok(())
    }
}
