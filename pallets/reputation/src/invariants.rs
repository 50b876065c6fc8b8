//! The check of the invariants of the crate documentation.

use crate::{Accounts, Config, Delegation, Delegations, Domains, Pallet, SlashDebts};
use aitbc_primitives::{
    reputation::{Domain, Rep, RepLedger},
    Balance,
};
use frame_support::{ensure, traits::fungible::Inspect};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let mut owed: Balance = 0;
        for domain in Domain::ALL {
            owed = owed
                .checked_add(Self::check_accounts(domain)?)
                .ok_or("more salary is owed than there can be tokens")?;
            Self::check_debts(domain)?;
            Self::check_delegations(domain)?;
        }
        // Invariant 3
        let needed = owed.saturating_add(T::Currency::minimum_balance());
        ensure!(
            T::Currency::total_balance(&Self::pot()) >= needed,
            "the salary pot holds less than it owes and its existential deposit"
        );
        Ok(())
    }

    /// Invariants 1, 4 and 5. Returns the salary that the accounts of `domain` can claim.
    fn check_accounts(domain: Domain) -> Result<Balance, TryRuntimeError> {
        let state = Domains::<T>::get(domain);
        let (mut balances, mut owed): (Rep, Balance) = (0, 0);
        for (_, account) in Accounts::<T>::iter_prefix(domain) {
            // Invariant 4
            ensure!(!account.is_empty(), "an account without content is stored");
            // Invariant 5
            ensure!(
                account.settled_at <= state.accumulator,
                "salary was settled that has not been paid yet"
            );
            balances = [account.free, account.holds.availability, account.holds.pool]
                .into_iter()
                .try_fold(balances, Rep::checked_add)
                .ok_or("the balances of a domain exceed 128 bits")?;
            owed = owed
                .checked_add(account.claimable(state.accumulator))
                .ok_or("more salary is owed than there can be tokens")?;
        }
        // Invariant 1
        ensure!(
            balances == state.issuance,
            "the balances of a domain do not add up to its issuance"
        );
        Ok(owed)
    }

    /// Invariant 2.
    fn check_debts(domain: Domain) -> Result<(), TryRuntimeError> {
        for (who, debt) in SlashDebts::<T>::iter_prefix(domain) {
            let account = Accounts::<T>::get(domain, &who);
            ensure!(account.free == 0, "an account has a slash debt and free reputation");
            ensure!(
                debt > 0 && debt <= account.holds.total(),
                "a slash debt is zero or exceeds what is held"
            );
        }
        Ok(())
    }

    /// Invariant 6.
    fn check_delegations(domain: Domain) -> Result<(), TryRuntimeError> {
        for (holder, Delegation { delegate, limit }) in Delegations::<T>::iter_prefix(domain) {
            ensure!(
                Self::balance(domain, &holder) > 0 && delegate != holder && limit > 0,
                "a delegation has no effect"
            );
        }
        Ok(())
    }
}
