//! Giving one's power to somebody else, who has agreed to vote with it.

use crate::{
    Config, Delegate, Delegates, Delegation, Delegations, Delegators, Error, Event, Pallet,
};
use aitbc_primitives::Balance;
use frame_support::{
    ensure,
    traits::{fungible::Inspect, Consideration, Footprint, Get},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_accept_delegations(
        delegate: T::AccountId,
        min_balance: Option<Balance>,
    ) -> DispatchResult {
        ensure!(!Delegations::<T>::contains_key(&delegate), Error::<T>::DelegateDelegates);
        match (Delegates::<T>::get(&delegate), min_balance) {
            (Some(record), None) if record.delegators == 0 => Self::retire(&delegate, record)?,
            (Some(record), _) => {
                let record = Delegate { min_balance, ..record };
                Delegates::<T>::insert(&delegate, record);
            }
            (None, Some(_)) => {
                let record = Delegate {
                    min_balance,
                    delegators: 0,
                    ticket: T::Consideration::new(&delegate, Self::footprint_of_delegate())?,
                };
                Delegates::<T>::insert(&delegate, record);
            }
            (None, None) => {}
        }
        Self::deposit_event(Event::DelegationsAccepted { delegate, min_balance });
        Ok(())
    }

    pub(crate) fn do_delegate(
        delegator: T::AccountId,
        delegate: T::AccountId,
        max_power: Option<Balance>,
    ) -> DispatchResult {
        ensure!(delegate != delegator, Error::<T>::SelfDelegation);
        ensure!(Self::delegator_count(&delegator) == 0, Error::<T>::HasDelegators);
        ensure!(!Delegations::<T>::contains_key(&delegate), Error::<T>::DelegateDelegates);
        let min_balance = Self::asked_for(&delegate).ok_or(Error::<T>::NoDelegate)?;
        ensure!(Self::may_delegate(&delegator, min_balance), Error::<T>::TooFewTokens);
        // Who is one of the delegators already does not need another place.
        ensure!(
            Delegators::<T>::contains_key(&delegate, &delegator)
                || Self::delegator_count(&delegate) < T::MaxDelegators::get(),
            Error::<T>::TooManyDelegators
        );
        Self::end_delegation(&delegator);
        // Who delegates takes no delegations.
        if let Some(record) = Delegates::<T>::get(&delegator) {
            Self::retire(&delegator, record)?;
        }
        Delegates::<T>::mutate_extant(&delegate, |record| {
            record.delegators = record.delegators.saturating_add(1);
        });
        Delegators::<T>::insert(&delegate, &delegator, ());
        let delegation = Delegation { delegate: delegate.clone(), since: Self::now(), max_power };
        Delegations::<T>::insert(&delegator, delegation);
        Self::deposit_event(Event::Delegated { delegator, delegate, max_power });
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
        let delegate = Delegations::<T>::get(delegator).ok_or(Error::<T>::NotDelegated)?.delegate;
        let min_balance = Self::asked_for(&delegate).unwrap_or_default();
        ensure!(
            *caller == delegate || !Self::may_delegate(delegator, min_balance),
            Error::<T>::MayDelegate
        );
        Self::end_delegation(delegator);
        Ok(())
    }

    /// Ends the delegation of `delegator` and returns whether there was one. It moves no tokens, since it
    /// also runs while pallet-balances changes accounts: a delegate without delegators has to fetch its
    /// deposit itself.
    pub(crate) fn end_delegation(delegator: &T::AccountId) -> bool {
        let Some(Delegation { delegate, .. }) = Delegations::<T>::take(delegator) else {
            return false;
        };
        Delegators::<T>::remove(&delegate, delegator);
        Delegates::<T>::mutate_extant(&delegate, |record| {
            record.delegators = record.delegators.saturating_sub(1);
        });
        Self::deposit_event(Event::Undelegated { delegator: delegator.clone(), delegate });
        true
    }

    /// How many have delegated to `who`.
    pub(crate) fn delegator_count(who: &T::AccountId) -> u32 {
        Delegates::<T>::get(who).map_or(0, |record| record.delegators)
    }

    /// What `who` asks of those that delegate to it. It is `None` if it takes no more.
    fn asked_for(who: &T::AccountId) -> Option<Balance> {
        Delegates::<T>::get(who)?.min_balance
    }

    /// What the record of a delegate takes of the chain's state.
    fn footprint_of_delegate() -> Footprint {
        Footprint::from_mel::<(T::AccountId, Delegate<T::Consideration>)>()
    }

    /// Removes the record of an account that takes no delegations and has none, and gives its deposit
    /// back.
    fn retire(who: &T::AccountId, record: Delegate<T::Consideration>) -> DispatchResult {
        Delegates::<T>::remove(who);
        record.ticket.drop(who)
    }
}
