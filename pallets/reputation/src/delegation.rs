//! Letting somebody else stake reputation.

use crate::{Config, Delegation, Delegations, Error, Event, Pallet};
use aitbc_primitives::reputation::{Domain, Rep, RepLedger};
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_delegate(
        domain: Domain,
        holder: T::AccountId,
        delegate: T::AccountId,
        limit: Rep,
    ) -> DispatchResult {
        ensure!(delegate != holder, Error::<T>::SelfDelegation);
        ensure!(limit > 0, Error::<T>::ZeroLimit);
        ensure!(Self::balance(domain, &holder) > 0, Error::<T>::NothingToDelegate);
        let delegation = Delegation { delegate: delegate.clone(), limit };
        Delegations::<T>::insert(domain, &holder, delegation);
        Self::deposit_event(Event::Delegated { domain, holder, delegate, limit });
        Ok(())
    }

    /// Removes the delegation of `holder`. Returns whether there was one.
    pub(crate) fn end_delegation(domain: Domain, holder: &T::AccountId) -> bool {
        let was_delegated = Delegations::<T>::take(domain, holder).is_some();
        if was_delegated {
            Self::deposit_event(Event::Undelegated { domain, holder: holder.clone() });
        }
        was_delegated
    }
}
