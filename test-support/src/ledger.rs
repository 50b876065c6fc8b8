//! A double of the ledger of reputation.

use crate::AccountId;
use aitbc_primitives::reputation::{AtStake, Domain, HoldReason, Rep, RepLedger};
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_support::{pallet_prelude::ValueQuery, storage_alias, Twox64Concat};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, TokenError};

#[storage_alias]
type Accounts = StorageDoubleMap<
    TestSupport,
    Twox64Concat,
    Domain,
    Twox64Concat,
    AccountId,
    Account,
    ValueQuery,
>;
#[storage_alias]
type Stakes = StorageMap<TestSupport, Twox64Concat, AccountId, Rep, ValueQuery>;

/// The reputation of one account in one domain.
#[derive(Default, Encode, Decode)]
struct Account {
    free: Rep,
    encumbered: Rep,
    pooled: Rep,
    /// What of the held is destroyed as soon as it becomes free.
    debt: Rep,
}

impl Account {
    fn balance(&self) -> Rep {
        self.free + self.encumbered + self.pooled
    }

    fn held(&mut self, reason: HoldReason) -> &mut Rep {
        match reason {
            HoldReason::Availability => &mut self.encumbered,
            HoldReason::Pool => &mut self.pooled,
        }
    }

    fn collect_debt(&mut self) {
        let paid = self.free.min(self.debt);
        self.free -= paid;
        self.debt -= paid;
    }
}

/// Takes `amount` off `from`, if there is as much.
fn take(from: &mut Rep, amount: Rep) -> DispatchResult {
    *from = from.checked_sub(amount).ok_or(DispatchError::Token(TokenError::FundsUnavailable))?;
    Ok(())
}

/// Tells how much of what an account has encumbered is at stake: what [`set_at_stake`] said.
pub struct TestStakes;

impl AtStake<AccountId> for TestStakes {
    fn at_stake(who: &AccountId) -> Rep {
        Stakes::get(who)
    }
}

/// Sets how much of what `who` has encumbered is at stake in pools.
pub fn set_at_stake(who: AccountId, amount: Rep) {
    Stakes::insert(who, amount);
}

/// A ledger that pays no salary and tells nobody. `S` says what is at stake.
pub struct LedgerWith<S>(PhantomData<S>);

/// A ledger in which what is at stake is what [`TestStakes`] says.
pub type TestLedger = LedgerWith<TestStakes>;

impl<S: AtStake<AccountId>> RepLedger<AccountId> for LedgerWith<S> {
    fn issuance(domain: Domain) -> Rep {
        Accounts::iter_prefix_values(domain).map(|account| account.balance()).sum()
    }

    fn balance(domain: Domain, who: &AccountId) -> Rep {
        Accounts::get(domain, who).balance()
    }

    fn free(domain: Domain, who: &AccountId) -> Rep {
        Accounts::get(domain, who).free
    }

    fn held(domain: Domain, reason: HoldReason, who: &AccountId) -> Rep {
        *Accounts::get(domain, who).held(reason)
    }

    fn hold(domain: Domain, reason: HoldReason, who: &AccountId, amount: Rep) -> DispatchResult {
        Accounts::try_mutate(domain, who, |account| {
            take(&mut account.free, amount)?;
            *account.held(reason) += amount;
            Ok(())
        })
    }

    fn release(domain: Domain, reason: HoldReason, who: &AccountId, amount: Rep) -> DispatchResult {
        Accounts::try_mutate(domain, who, |account| {
            take(account.held(reason), amount)?;
            account.free += amount;
            account.collect_debt();
            Ok(())
        })
    }

    fn mint(domain: Domain, who: &AccountId, amount: Rep) -> DispatchResult {
        Self::issuance(domain).checked_add(amount).ok_or(ArithmeticError::Overflow)?;
        Accounts::mutate(domain, who, |account| {
            account.free += amount;
            account.collect_debt();
        });
        Ok(())
    }

    fn slash_held(domain: Domain, reason: HoldReason, who: &AccountId, amount: Rep) -> Rep {
        let at_stake = match (domain, reason) {
            (_, HoldReason::Pool) => Rep::MAX,
            (Domain::Block, HoldReason::Availability) => S::at_stake(who),
            (_, HoldReason::Availability) => 0,
        };
        Accounts::mutate(domain, who, |account| {
            let not_forfeit = account.encumbered + account.pooled - account.debt;
            let held = account.held(reason);
            let forfeit = amount.min(*held).min(not_forfeit);
            let burned = forfeit.min(held.saturating_sub(at_stake));
            *held -= burned;
            account.debt += forfeit - burned;
            account.collect_debt();
            burned
        })
    }

    fn slashable(domain: Domain, who: &AccountId) -> Rep {
        let at_stake = if domain == Domain::Block { S::at_stake(who) } else { 0 };
        let account = Accounts::get(domain, who);
        let not_forfeit = account.encumbered + account.pooled - account.debt;
        account.free + account.encumbered.saturating_sub(at_stake).min(not_forfeit)
    }

    fn burn(domain: Domain, who: &AccountId, amount: Rep) -> Rep {
        let burned = amount.min(Self::slashable(domain, who));
        Accounts::mutate(domain, who, |account| {
            let free = burned.min(account.free);
            account.free -= free;
            account.encumbered -= burned - free;
            let held = account.encumbered + account.pooled;
            account.debt = held.min(account.debt + (amount - burned));
        });
        burned
    }

    fn forfeit(domain: Domain, reason: HoldReason, who: &AccountId, amount: Rep) -> Rep {
        Accounts::mutate(domain, who, |account| {
            let held = account.held(reason);
            let destroyed = amount.min(*held);
            *held -= destroyed;
            account.debt = account.debt.min(account.encumbered + account.pooled);
            destroyed
        })
    }

    fn collect_debt(domain: Domain, who: &AccountId) {
        let at_stake = if domain == Domain::Block { S::at_stake(who) } else { 0 };
        Accounts::mutate(domain, who, |account| {
            let collected = account.debt.min(account.encumbered.saturating_sub(at_stake));
            account.encumbered -= collected;
            account.debt -= collected;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{conformance, TestExternalities};

    #[test]
    fn double_keeps_the_rules_of_ledgers() {
        for rule in conformance::rep_ledger::<TestLedger>() {
            TestExternalities::default().execute_with(rule);
        }
    }
}
