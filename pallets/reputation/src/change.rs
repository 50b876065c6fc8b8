//! One change of one account's reputation: state is read once, changed in memory and written once,
//! if all went well. So a change that fails leaves nothing behind.

use crate::{Account, Accounts, Config, DomainState, Domains, Event, Pallet, SlashDebts};
use aitbc_primitives::reputation::{Domain, HoldReason, Rep, RepChanged};
use sp_runtime::{ArithmeticError, DispatchError};

/// The state that a change of a balance touches.
pub(crate) struct Change<'a, T: Config> {
    domain: Domain,
    who: &'a T::AccountId,
    state: DomainState,
    account: Account,
    debt: Rep,
}

impl<T: Config> Pallet<T> {
    /// Lets `f` change what `who` has in `domain`, and writes it if `f` succeeds. Tells
    /// [`Config::OnChanged`] if the balance is another then.
    pub(crate) fn change<R, E>(
        domain: Domain,
        who: &T::AccountId,
        f: impl FnOnce(&mut Change<T>) -> Result<R, E>,
    ) -> Result<R, E> {
        let mut change = Change {
            domain,
            who,
            state: Domains::<T>::get(domain),
            account: Accounts::<T>::get(domain, who),
            debt: SlashDebts::<T>::get(domain, who),
        };
        let before = change.account.balance();
        let result = f(&mut change)?;
        let Change { state, account, debt, .. } = change;

        Domains::<T>::insert(domain, state);
        if debt == 0 {
            SlashDebts::<T>::remove(domain, who);
        } else {
            SlashDebts::<T>::insert(domain, who, debt);
        }
        let after = account.balance();
        if after == 0 {
            Self::end_delegation(domain, who);
        }
        Self::store(domain, who, account);
        if after != before {
            T::OnChanged::changed(domain, who);
        }
        Ok(result)
    }

    /// Writes an account, or removes it if nothing is left to remember.
    pub(crate) fn store(domain: Domain, who: &T::AccountId, account: Account) {
        if account.is_empty() {
            Accounts::<T>::remove(domain, who);
        } else {
            Accounts::<T>::insert(domain, who, account);
        }
    }
}

impl<T: Config> Change<'_, T> {
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
        self.state.issuance =
            self.state.issuance.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
        self.account.settle(self.state.accumulator);
        // A balance is a part of the issuance, which did not overflow.
        self.account.free = self.account.free.saturating_add(amount);
        Ok(())
    }

    /// Moves `amount` from held to free. Returns `None` if less is held.
    pub fn release(&mut self, reason: HoldReason, amount: Rep) -> Option<()> {
        let held = self.account.holds.get_mut(reason);
        *held = held.checked_sub(amount)?;
        self.account.free = self.account.free.saturating_add(amount);
        Some(())
    }

    /// What nothing holds.
    pub fn free(&self) -> Rep {
        self.account.free
    }

    /// Destroys `amount`, at most what is free.
    pub fn burn_free(&mut self, amount: Rep) {
        if amount == 0 {
            return;
        }
        self.account.settle(self.state.accumulator);
        self.account.free = self.account.free.saturating_sub(amount);
        self.state.issuance = self.state.issuance.saturating_sub(amount);
        self.deposit(|domain, who| Event::Burned { domain, who, amount });
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
        self.deposit(|domain, who| Event::Burned { domain, who, amount });
    }

    /// Adds `amount` to the slash debt, at most what is [forfeitable](Self::forfeitable).
    pub fn incur_debt(&mut self, amount: Rep) {
        if amount == 0 {
            return;
        }
        self.debt = self.debt.saturating_add(amount);
        self.deposit(|domain, who| Event::DebtIncurred { domain, who, amount });
    }

    /// Forgives what of the slash debt exceeds what is held.
    pub fn cut_debt(&mut self) {
        let held = self.account.holds.total();
        let amount = self.debt.saturating_sub(held);
        if amount == 0 {
            return;
        }
        self.debt = held;
        self.deposit(|domain, who| Event::DebtCut { domain, who, amount });
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
        self.deposit(|domain, who| Event::DebtCollected { domain, who, amount });
    }

    /// Destroys what `reason` holds, down to `at_stake`, until the slash debt is paid. Returns `None` if
    /// there is nothing to collect.
    pub fn collect_held(&mut self, reason: HoldReason, at_stake: Rep) -> Option<()> {
        let amount = self.debt.min(self.held(reason).saturating_sub(at_stake));
        if amount == 0 {
            return None;
        }
        self.account.settle(self.state.accumulator);
        let held = self.account.holds.get_mut(reason);
        *held = held.saturating_sub(amount);
        self.state.issuance = self.state.issuance.saturating_sub(amount);
        self.debt = self.debt.saturating_sub(amount);
        self.deposit(|domain, who| Event::DebtCollected { domain, who, amount });
        Some(())
    }

    fn deposit(&self, event: impl FnOnce(Domain, T::AccountId) -> Event<T>) {
        Pallet::<T>::deposit_event(event(self.domain, self.who.clone()));
    }
}
