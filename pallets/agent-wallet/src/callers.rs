//! Who may act for a wallet, and by which rules.

use crate::{
    types::{Wallet, MAX_CALLERS},
    wallet::footprint,
    CallerOf, Callers, Config, Error, Event, Pallet, SpentByCaller, WalletOf, Wallets,
};
use aitbc_primitives::clock::Clock;
use frame_support::{defensive, ensure, traits::Consideration};
use sp_runtime::{DispatchError, DispatchResult};

/// As whom somebody acts for a wallet.
pub(crate) enum Actor<T: Config> {
    /// The owner: without limits.
    Owner,
    /// A caller, by these rules.
    Caller(CallerOf<T>),
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_set_caller(
        who: &T::AccountId,
        id: &T::AccountId,
        caller: T::AccountId,
        rules: CallerOf<T>,
    ) -> DispatchResult {
        let mut wallet = Self::owned(who, id)?;
        ensure!(!rules.permissions.is_empty(), Error::<T>::NoPermissions);
        let now = T::Clock::now();
        ensure!(rules.expires.is_none_or(|expires| expires > now), Error::<T>::ExpiryPassed);
        ensure!(wallet.guardian.as_ref() != Some(&caller), Error::<T>::GuardianIsCaller);
        if !Callers::<T>::contains_key(id, &caller) {
            ensure!(wallet.callers < MAX_CALLERS, Error::<T>::TooManyCallers);
            wallet = Self::with_callers(wallet, id, |callers| callers.saturating_add(1))?;
            Wallets::<T>::insert(id, wallet);
        }
        if rules.limits.is_none() {
            SpentByCaller::<T>::remove(id, &caller);
        }
        Callers::<T>::insert(id, &caller, &rules);
        Self::deposit_event(Event::CallerSet { wallet: id.clone(), caller, rules });
        Ok(())
    }

    pub(crate) fn do_remove_caller(
        who: &T::AccountId,
        id: &T::AccountId,
        caller: T::AccountId,
    ) -> DispatchResult {
        let wallet = Self::owned(who, id)?;
        ensure!(Callers::<T>::contains_key(id, &caller), Error::<T>::NotCaller);
        let wallet = Self::with_callers(wallet, id, |callers| callers.saturating_sub(1))?;
        Wallets::<T>::insert(id, wallet);
        Callers::<T>::remove(id, &caller);
        SpentByCaller::<T>::remove(id, &caller);
        Self::deposit_event(Event::CallerRemoved { wallet: id.clone(), caller });
        Ok(())
    }

    /// As whom `who` may act for a wallet now.
    pub(crate) fn actor(
        who: &T::AccountId,
        id: &T::AccountId,
        wallet: &WalletOf<T>,
    ) -> Result<Actor<T>, DispatchError> {
        if wallet.owner == *who {
            return Ok(Actor::Owner);
        }
        let caller = Callers::<T>::get(id, who).ok_or(Error::<T>::NotCaller)?;
        ensure!(!wallet.is_stopped(), Error::<T>::WalletStopped);
        let now = T::Clock::now();
        ensure!(caller.expires.is_none_or(|expires| expires > now), Error::<T>::CallerExpired);
        Ok(Actor::Caller(caller))
    }

    /// A wallet with another number of callers, and the deposit for them.
    fn with_callers(
        wallet: WalletOf<T>,
        id: &T::AccountId,
        change: impl FnOnce(u32) -> u32,
    ) -> Result<WalletOf<T>, DispatchError> {
        let callers = change(wallet.callers);
        if callers == wallet.callers {
            defensive!("callers of a wallet are miscounted", id);
        }
        let deposit = wallet.deposit.update(&wallet.owner, footprint(callers))?;
        Ok(Wallet { callers, deposit, ..wallet })
    }
}
