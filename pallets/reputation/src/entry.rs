//! One change of one account's reputation: state is read once, changed in memory and written once,
//! so that a change that fails leaves nothing behind.

use crate::{Account, Accounts, Config, DomainState, Domains, Event, Pallet, SlashDebts};
use aitbc_primitives::reputation::{Domain, HoldReason, Rep};
use sp_runtime::{ArithmeticError, DispatchError};

/// The state that a change of a balance touches.
pub(crate) struct Entry<'a, T: Config> {
    domain: Domain,
    who: &'a T::AccountId,
    state: DomainState,
    account: Account,
    debt: Rep,
}

impl<'a, T: Config> Entry<'a, T> {
    /// Reads the state.
    pub fn open(domain: Domain, who: &'a T::AccountId) -> Self {
        Self {
            domain,
            who,
            state: Domains::<T>::get(domain),
            account: Accounts::<T>::get(domain, who),
            debt: SlashDebts::<T>::get(domain, who),
        }
    }

    /// Writes the state.
    pub fn close(self) {
        Domains::<T>::insert(self.domain, self.state);
        if self.debt == 0 {
            SlashDebts::<T>::remove(self.domain, self.who);
        } else {
            SlashDebts::<T>::insert(self.domain, self.who, self.debt);
        }
        if self.account.balance() == 0 {
            Pallet::<T>::end_delegation(self.domain, self.who);
        }
        Pallet::<T>::store(self.domain, self.who, self.account);
    }

    /// What `reason` holds.
    pub fn held(&self, reason: HoldReason) -> Rep {
        self.account.holds.get(reason)
    }

    /// What is held for any reason and not forfeit already.
    pub fn forfeitable(&self) -> Rep {
        self.account.holds.total().saturating_sub(self.debt)
    }

    /// Creates `amount`, free.
    pub fn create(&mut self, amount: Rep) -> Result<(), DispatchError> {
        self.state.issuance = self
            .state
            .issuance
            .checked_add(amount)
            .ok_or(ArithmeticError::Overflow)?;
        self.account.settle(self.state.accumulator);
        // A balance is a part of the issuance, which did not overflow.
        self.account.free = self.account.free.saturating_add(amount);
        Ok(())
    }

    /// Moves `amount` from held to free. `None` if less is held.
    pub fn release(&mut self, reason: HoldReason, amount: Rep) -> Option<()> {
        let held = self.account.holds.get_mut(reason);
        *held = held.checked_sub(amount)?;
        self.account.free = self.account.free.saturating_add(amount);
        Some(())
    }

    /// Destroys `amount`, at most what `reason` holds.
    pub fn burn_held(&mut self, reason: HoldReason, amount: Rep) {
        if amount == 0 {
            return;
        }
        self.account.settle(self.state.accumulator);
        let held = self.account.holds.get_mut(reason);
        *held = held.saturating_sub(amount);
        self.state.issuance = self.state.issuance.saturating_sub(amount);
        self.deposit(|domain, who| Event::Burned {
            domain,
            who,
            amount,
        });
    }

    /// Adds `amount` to the slash debt, at most what is [forfeitable](Self::forfeitable).
    pub fn incur_debt(&mut self, amount: Rep) {
        if amount == 0 {
            return;
        }
        self.debt = self.debt.saturating_add(amount);
        self.deposit(|domain, who| Event::DebtIncurred {
            domain,
            who,
            amount,
        });
    }

    /// Destroys free reputation until the slash debt is paid or nothing is free.
    pub fn collect_debt(&mut self) {
        let amount = self.debt.min(self.account.free);
        if amount == 0 {
            return;
        }
        self.account.settle(self.state.accumulator);
        self.account.free = self.account.free.saturating_sub(amount);
        self.state.issuance = self.state.issuance.saturating_sub(amount);
        self.debt = self.debt.saturating_sub(amount);
        self.deposit(|domain, who| Event::DebtCollected {
            domain,
            who,
            amount,
        });
    }

    fn deposit(&self, event: impl FnOnce(Domain, T::AccountId) -> Event<T>) {
        Pallet::<T>::deposit_event(event(self.domain, self.who.clone()));
    }
}
