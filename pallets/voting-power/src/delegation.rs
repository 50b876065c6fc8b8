//! Giving one's power to somebody else, who has agreed to vote with it.

use crate::{
    Config, Delegate, Delegates, Delegation, Delegations, Delegators, Error, Event, Pallet,
};
use aitbc_primitives::Balance;
use frame_support::{
    ensure,
    traits::{fungible::Inspect, Get},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_accept_delegations(
        delegate: T::AccountId,
        min_balance: Option<Balance>,
    ) -> DispatchResult {
        ensure!(
            !Delegations::<T>::contains_key(&delegate),
            Error::<T>::DelegateDelegates
        );
        Self::change_delegate(&delegate, |record| record.min_balance = min_balance);
        Self::deposit_event(Event::DelegationsAccepted {
            delegate,
            min_balance,
        });
        Ok(())
    }

    pub(crate) fn do_delegate(
        delegator: T::AccountId,
        delegate: T::AccountId,
        max_power: Option<Balance>,
    ) -> DispatchResult {
        ensure!(delegate != delegator, Error::<T>::SelfDelegation);
        ensure!(
            Delegates::<T>::get(&delegator).delegators == 0,
            Error::<T>::HasDelegators
        );
        ensure!(
            !Delegations::<T>::contains_key(&delegate),
            Error::<T>::DelegateDelegates
        );
        let Delegate {
            min_balance,
            delegators,
        } = Delegates::<T>::get(&delegate);
        let min_balance = min_balance.ok_or(Error::<T>::NoDelegate)?;
        ensure!(
            Self::may_delegate(&delegator, min_balance),
            Error::<T>::TooFewTokens
        );
        // Who is one of the delegators already does not need another place.
        ensure!(
            Delegators::<T>::contains_key(&delegate, &delegator)
                || delegators < T::MaxDelegators::get(),
            Error::<T>::TooManyDelegators
        );
        Self::end_delegation(&delegator);
        // Who delegates takes no delegations.
        Delegates::<T>::remove(&delegator);
        Self::change_delegate(&delegate, |record| {
            record.delegators = record.delegators.saturating_add(1);
        });
        Delegators::<T>::insert(&delegate, &delegator, ());
        let delegation = Delegation {
            delegate: delegate.clone(),
            since: T::Time::get(),
            max_power,
        };
        Delegations::<T>::insert(&delegator, delegation);
        Self::deposit_event(Event::Delegated {
            delegator,
            delegate,
            max_power,
        });
        Ok(())
    }

    /// Whether `who` has enough tokens for a delegate that asks for `min_balance`, and more than what
    /// is never counted.
    fn may_delegate(who: &T::AccountId, min_balance: Balance) -> bool {
        let balance = T::Currency::total_balance(who);
        balance >= min_balance && balance > T::FeeAllowance::get()
    }

    /// Ends the delegation of `delegator` if `caller` may: the delegate always, others when the
    /// delegator has too few tokens to delegate again.
    pub(crate) fn do_remove_delegator(
        caller: &T::AccountId,
        delegator: &T::AccountId,
    ) -> DispatchResult {
        let delegate = Delegations::<T>::get(delegator)
            .ok_or(Error::<T>::NotDelegated)?
            .delegate;
        let min_balance = Delegates::<T>::get(&delegate).min_balance;
        ensure!(
            *caller == delegate || !Self::may_delegate(delegator, min_balance.unwrap_or_default()),
            Error::<T>::MayDelegate
        );
        Self::end_delegation(delegator);
        Ok(())
    }

    /// Ends the delegation of `delegator`. Whether there was one.
    pub(crate) fn end_delegation(delegator: &T::AccountId) -> bool {
        let Some(Delegation { delegate, .. }) = Delegations::<T>::take(delegator) else {
            return false;
        };
        Delegators::<T>::remove(&delegate, delegator);
        Self::change_delegate(&delegate, |record| {
            record.delegators = record.delegators.saturating_sub(1);
        });
        Self::deposit_event(Event::Undelegated {
            delegator: delegator.clone(),
            delegate,
        });
        true
    }

    /// Changes the record of `delegate`, and removes it if it says nothing any more.
    fn change_delegate(delegate: &T::AccountId, change: impl FnOnce(&mut Delegate)) {
        Delegates::<T>::mutate_exists(delegate, |record| {
            let mut changed = record.unwrap_or_default();
            change(&mut changed);
            *record = (changed != Delegate::default()).then_some(changed);
        });
    }
}
