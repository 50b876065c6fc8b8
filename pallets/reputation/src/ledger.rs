//! The ledger that other pallets use.

use crate::{
    Account, Accounts, Config, CreditOf, Delegation, Domains, Error, Event, Pallet, SlashDebts,
};
use aitbc_primitives::reputation::{
    pools::{Delegations, Salary},
    AtStake, Domain, HoldReason, Rep, RepLedger,
};
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

    fn slashable(domain: Domain, who: &T::AccountId) -> Rep {
        let account = Accounts::<T>::get(domain, who);
        let debt = SlashDebts::<T>::get(domain, who);
        let not_forfeit = account.holds.total().saturating_sub(debt);
        account.free.saturating_add(Self::not_at_stake(domain, who, &account).min(not_forfeit))
    }

    fn burn(domain: Domain, who: &T::AccountId, amount: Rep) -> Rep {
        let slashable = Self::slashable(domain, who);
        let burned = Self::change(domain, who, |change| {
            let free = amount.min(change.free());
            let held = amount.min(slashable).saturating_sub(free);
            change.burn_free(free);
            change.burn_held(HoldReason::Availability, held);
            let burned = free.saturating_add(held);
            let owed = amount.saturating_sub(burned).min(change.forfeitable());
            change.incur_debt(owed);
            if burned == 0 && owed == 0 {
                // There is nothing to write.
                return Err(());
            }
            Ok(burned)
        });
        burned.unwrap_or_default()
    }

    fn forfeit(domain: Domain, reason: HoldReason, who: &T::AccountId, amount: Rep) -> Rep {
        let destroyed = Self::change(domain, who, |change| {
            let destroyed = amount.min(change.held(reason));
            if destroyed == 0 {
                return Err(());
            }
            change.burn_held(reason, destroyed);
            change.cut_debt();
            Ok(destroyed)
        });
        destroyed.unwrap_or_default()
    }

    fn collect_debt(domain: Domain, who: &T::AccountId) {
        let reason = HoldReason::Availability;
        let at_stake = Self::at_stake(domain, reason, who);
        // If nothing is collected there is nothing to write.
        let _ = Self::change(domain, who, |change| change.collect_held(reason, at_stake).ok_or(()));
    }
}

impl<T: Config> Delegations<T::AccountId> for Pallet<T> {
    fn delegation(domain: Domain, holder: &T::AccountId) -> Option<(T::AccountId, Rep)> {
        let Delegation { delegate, limit } = crate::Delegations::<T>::get(domain, holder)?;
        Some((delegate, limit))
    }
}

impl<T: Config> Salary<CreditOf<T>> for Pallet<T> {
    fn pay(domain: Domain, salary: CreditOf<T>) {
        Self::pay(domain, salary);
    }
}

impl<T: Config> Pallet<T> {
    /// How much of what `reason` holds has to stay until pools are resolved. May exceed it.
    fn at_stake(domain: Domain, reason: HoldReason, who: &T::AccountId) -> Rep {
        match (domain, reason) {
            (_, HoldReason::Pool) => Rep::MAX,
            (Domain::Block, HoldReason::Availability) => T::AtStake::at_stake(who),
            // Pools of other domains take no encumbered reputation as a stake.
            (_, HoldReason::Availability) => 0,
        }
    }

    /// How much of what is encumbered does not have to stay.
    fn not_at_stake(domain: Domain, who: &T::AccountId, account: &Account) -> Rep {
        let reason = HoldReason::Availability;
        account.holds.get(reason).saturating_sub(Self::at_stake(domain, reason, who))
    }
}
