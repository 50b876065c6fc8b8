//! The ledger that other pallets use.

use crate::{entry::Entry, Accounts, Config, Domains, Error, Event, Pallet};
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
            account.free = account
                .free
                .checked_sub(amount)
                .ok_or(Error::<T>::FreeTooLow)?;
            let held = account.holds.get_mut(reason);
            *held = held.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
            Ok::<_, DispatchError>(())
        })?;
        Self::deposit_event(Event::Held {
            domain,
            reason,
            who: who.clone(),
            amount,
        });
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
        let mut entry = Entry::<T>::open(domain, who);
        entry
            .release(reason, amount)
            .ok_or(Error::<T>::HeldTooLow)?;
        Self::deposit_event(Event::Released {
            domain,
            reason,
            who: who.clone(),
            amount,
        });
        entry.collect_debt();
        entry.close();
        Ok(())
    }

    fn mint(domain: Domain, who: &T::AccountId, amount: Rep) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        let mut entry = Entry::<T>::open(domain, who);
        entry.create(amount)?;
        Self::deposit_event(Event::Minted {
            domain,
            who: who.clone(),
            amount,
        });
        entry.collect_debt();
        entry.close();
        Ok(())
    }

    /// Returns how much is no longer held: what became a debt is not in it, and neither is free
    /// reputation that paid the debt at once.
    fn slash_held(domain: Domain, reason: HoldReason, who: &T::AccountId, amount: Rep) -> Rep {
        let mut entry = Entry::<T>::open(domain, who);
        let held = entry.held(reason);
        let forfeit = amount.min(held).min(entry.forfeitable());
        if forfeit == 0 {
            return 0;
        }
        let at_stake = Self::at_stake(domain, reason, who).min(held);
        let burned = forfeit.min(held.saturating_sub(at_stake));
        entry.burn_held(reason, burned);
        entry.incur_debt(forfeit.saturating_sub(burned));
        entry.collect_debt();
        entry.close();
        burned
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
