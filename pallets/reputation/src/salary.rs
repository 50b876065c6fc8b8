//! Paying salary to all holders of a domain at once, and to one when it claims.

use crate::{Accounts, Config, CreditOf, Domains, Error, Event, Pallet};
use aitbc_primitives::reputation::Domain;
use core::{marker::PhantomData, mem};
use frame_support::{
    ensure,
    traits::{
        fungible::{Balanced, Inspect, Mutate},
        tokens::Preservation,
        Get, Imbalance, OnUnbalanced,
    },
};
use sp_runtime::DispatchResult;

/// Pays what it gets to the holders of the domain `D`. It is for use in a runtime's configuration.
pub struct SalaryOf<T, D>(PhantomData<(T, D)>);

impl<T: Config, D: Get<Domain>> OnUnbalanced<CreditOf<T>> for SalaryOf<T, D> {
    fn on_nonzero_unbalanced(salary: CreditOf<T>) {
        Pallet::<T>::pay(D::get(), salary);
    }
}

impl<T: Config> Pallet<T> {
    /// Pays `salary` to the holders of `domain`, each in proportion to what it has now. The cost,
    /// [`WeightInfo::pay`](crate::WeightInfo::pay), does not depend on how many there are.
    ///
    /// It goes to [`Config::Unshared`] instead if the issuance is less than
    /// [`Config::MinSalaryIssuance`], if the accumulator would overflow, or if the pot cannot take
    /// it.
    pub fn pay(domain: Domain, salary: CreditOf<T>) {
        let state = Domains::<T>::get(domain);
        let shared = if state.issuance < T::MinSalaryIssuance::get() {
            None
        } else {
            state.share(salary.peek())
        };
        let Some(shared) = shared else {
            return T::Unshared::on_unbalanced(salary);
        };
        match Self::deposit(salary) {
            Ok(()) => Domains::<T>::insert(domain, shared),
            Err(salary) => T::Unshared::on_unbalanced(salary),
        }
    }

    /// Puts salary into the pot, unless the pot was never endowed: the whole of a balance that
    /// begins with salary would be owed, and the last claim could not be paid without killing it.
    fn deposit(salary: CreditOf<T>) -> Result<(), CreditOf<T>> {
        let pot = Self::pot();
        if T::Currency::total_balance(&pot) < T::Currency::minimum_balance() {
            return Err(salary);
        }
        T::Currency::resolve(&pot, salary)
    }

    pub(crate) fn do_claim_salary(domain: Domain, who: T::AccountId) -> DispatchResult {
        let mut account = Accounts::<T>::get(domain, &who);
        account.settle(Domains::<T>::get(domain).accumulator);
        let amount = mem::take(&mut account.owed);
        ensure!(amount > 0, Error::<T>::NothingToClaim);
        // Fails if it is not enough for an account that does not exist yet. `Preserve` cannot fail:
        // the pot has its existential deposit beside what it owes.
        T::Currency::transfer(&Self::pot(), &who, amount, Preservation::Preserve)?;
        Self::store(domain, &who, account);
        Self::deposit_event(Event::SalaryClaimed { domain, who, amount });
        Ok(())
    }
}
