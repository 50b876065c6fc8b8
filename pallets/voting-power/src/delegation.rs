//! Giving one's power to somebody else.

use crate::{Config, Delegation, Delegations, DelegatorCount, Error, Event, Pallet};
use frame_support::{ensure, traits::Get};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_delegate(delegator: T::AccountId, delegate: T::AccountId) -> DispatchResult {
        ensure!(delegate != delegator, Error::<T>::SelfDelegation);
        ensure!(
            !DelegatorCount::<T>::contains_key(&delegator),
            Error::<T>::HasDelegators
        );
        ensure!(
            !Delegations::<T>::contains_key(&delegate),
            Error::<T>::DelegateDelegates
        );
        // Who is one of the delegators already does not need another place.
        let is_one = Delegations::<T>::get(&delegator).is_some_and(|old| old.delegate == delegate);
        ensure!(
            is_one || DelegatorCount::<T>::get(&delegate) < T::MaxDelegators::get(),
            Error::<T>::TooManyDelegators
        );
        Self::end_delegation(&delegator);
        DelegatorCount::<T>::mutate(&delegate, |count| *count = count.saturating_add(1));
        let delegation = Delegation {
            delegate: delegate.clone(),
            since: T::Time::get(),
        };
        Delegations::<T>::insert(&delegator, delegation);
        Self::deposit_event(Event::Delegated {
            delegator,
            delegate,
        });
        Ok(())
    }

    /// Ends the delegation of `delegator`. Whether there was one.
    pub(crate) fn end_delegation(delegator: &T::AccountId) -> bool {
        let Some(Delegation { delegate, .. }) = Delegations::<T>::take(delegator) else {
            return false;
        };
        DelegatorCount::<T>::mutate_exists(&delegate, |count| {
            *count = count
                .and_then(|count| count.checked_sub(1))
                .filter(|left| *left > 0);
        });
        Self::deposit_event(Event::Undelegated {
            delegator: delegator.clone(),
            delegate,
        });
        true
    }
}
