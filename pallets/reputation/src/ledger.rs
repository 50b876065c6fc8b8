//! The ledger that other pallets use.

use crate::{Accounts, Config, Domains, Error, Event, Pallet};
use aitbc_primitives::reputation::{AtStake, Domain, HoldReason, Rep, RepLedger};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> RepLedger<T::AccountId> for Pallet<T> {
    fn issuance(domain: Domain) -> Rep {
        Domains::<T>::get(domain).issuance
    }

    fn balance(domain: Domain, who: &T::AccountId) -> Rep {
        Accounts::<T>::get(domain, who).balance()
    }

    fn free(domain: Domain, who: &T::AccountId) -> Rep {
        Accounts::<T>::get(domain, who).free
    }

    fn held(domain: Domain, reason: HoldReason, who: &T::AccountId) -> Rep {
        Accounts::<T>::get(domain, who).holds.get(reason)
    }

    fn hold(domain: Domain, reason: HoldReason, who: &T::AccountId, amount: Rep) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        // Whoever has free reputation has no debt, and the balance does not change: neither the
        // debt nor the salary is touched.
        Accounts::<T>::try_mutate(domain, who, |account| {
            account.free = account.free.checked_sub(amount).ok_or(Error::<T>::FreeTooLow)?;
            let held = account.holds.get_mut(reason);
            *held = held.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
            Ok::<_, DispatchError>(())
        })?;
        Self::deposit_event(Event::Held { domain, reason, who: who.clone(), amount });
        Ok(())
    }

    fn release(
        domain: Domain,
        reason: HoldReason,
        who: &T::AccountId,
        amount: Rep,
    ) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        Self::change(domain, who, |change| {
            change.release(reason, amount).ok_or(Error::<T>::HeldTooLow)?;
            Self::deposit_event(Event::Released { domain, reason, who: who.clone(), amount });
            change.collect_debt();
            Ok(())
        })
    }

    fn mint(domain: Domain, who: &T::AccountId, amount: Rep) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        Self::change(domain, who, |change| {
            change.create(amount)?;
            Self::deposit_event(Event::Minted { domain, who: who.clone(), amount });
            change.collect_debt();
            Ok(())
        })
    }

    /// Returns how much is no longer held: what became a debt is not in it, and neither is free
    /// reputation that paid the debt at once.
    fn slash_held(domain: Domain, reason: HoldReason, who: &T::AccountId, amount: Rep) -> Rep {
        let slashed = Self::change(domain, who, |change| {
            let held = change.held(reason);
            let forfeit = amount.min(held).min(change.forfeitable());
            if forfeit == 0 {
                // There is nothing to write.
                return Err(());
            }
            let at_stake = Self::at_stake(domain, reason, who).min(held);
            let burned = forfeit.min(held.saturating_sub(at_stake));
            change.burn_held(reason, burned);
            change.incur_debt(forfeit.saturating_sub(burned));
            change.collect_debt();
            Ok(burned)
        });
        slashed.unwrap_or_default()
    }
}

impl<T: Config> Pallet<T> {
    /// How much of what `reason` holds has to stay until pools are resolved. May exceed it.
    fn at_stake(domain: Domain, reason: HoldReason, who: &T::AccountId) -> Rep {
        match (domain, reason) {
            (_, HoldReason::Pool) => Rep::MAX,
            (Domain::Block, HoldReason::Availability) => T::AtStake::at_stake(who),
            // Only the pools of blocks take encumbered reputation as a stake.
            (_, HoldReason::Availability) => 0,
        }
    }
}
