//! What pallet-vesting locks.

use super::payable::payable;
use crate::{AccountId, Balance, Balances};
use frame_support::traits::{
    Currency, ExistenceRequirement, LockIdentifier, LockableCurrency, SignedImbalance,
    WithdrawReasons,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Balances, with locks that have on top what others may be paid out of.
///
/// pallet-balances lets whatever is on hold stand in for what is locked: of 200 tokens with 100 that vest and
/// 100 in an escrow, the other 100 could be transferred, and then the escrow pays out those that vest. With
/// the 100 of the escrow on top of the lock, what is on such holds stands in for itself only: as many other
/// tokens stay as vest, on hold for a deposit or a stake or not. When an escrow pays or is over,
/// [`Payable::changed`](super::payable::Payable) has the lock written anew.
pub struct VestingLock;

impl LockableCurrency<AccountId> for VestingLock {
    type MaxLocks = <Balances as LockableCurrency<AccountId>>::MaxLocks;
    type Moment = <Balances as LockableCurrency<AccountId>>::Moment;

    fn set_lock(id: LockIdentifier, who: &AccountId, amount: Balance, reasons: WithdrawReasons) {
        Balances::set_lock(id, who, with_payable(who, amount), reasons);
    }

    fn extend_lock(id: LockIdentifier, who: &AccountId, amount: Balance, reasons: WithdrawReasons) {
        Balances::extend_lock(id, who, with_payable(who, amount), reasons);
    }

    fn remove_lock(id: LockIdentifier, who: &AccountId) {
        Balances::remove_lock(id, who);
    }
}

/// What is to be locked so that `amount` stays. Nothing, if that is nothing.
fn with_payable(who: &AccountId, amount: Balance) -> Balance {
    match amount {
        0 => 0,
        amount => amount.saturating_add(payable(who)),
    }
}

impl Currency<AccountId> for VestingLock {
    type Balance = Balance;
    type NegativeImbalance = <Balances as Currency<AccountId>>::NegativeImbalance;
    type PositiveImbalance = <Balances as Currency<AccountId>>::PositiveImbalance;

    fn total_balance(who: &AccountId) -> Balance {
        <Balances as Currency<_>>::total_balance(who)
    }

    fn can_slash(who: &AccountId, value: Balance) -> bool {
        <Balances as Currency<_>>::can_slash(who, value)
    }

    fn total_issuance() -> Balance {
        <Balances as Currency<AccountId>>::total_issuance()
    }

    fn active_issuance() -> Balance {
        <Balances as Currency<AccountId>>::active_issuance()
    }

    fn deactivate(amount: Balance) {
        <Balances as Currency<AccountId>>::deactivate(amount);
    }

    fn reactivate(amount: Balance) {
        <Balances as Currency<AccountId>>::reactivate(amount);
    }

    fn minimum_balance() -> Balance {
        <Balances as Currency<AccountId>>::minimum_balance()
    }

    fn burn(amount: Balance) -> Self::PositiveImbalance {
        <Balances as Currency<AccountId>>::burn(amount)
    }

    fn issue(amount: Balance) -> Self::NegativeImbalance {
        <Balances as Currency<AccountId>>::issue(amount)
    }

    fn free_balance(who: &AccountId) -> Balance {
        <Balances as Currency<_>>::free_balance(who)
    }

    fn ensure_can_withdraw(
        who: &AccountId,
        amount: Balance,
        reasons: WithdrawReasons,
        new_balance: Balance,
    ) -> DispatchResult {
        <Balances as Currency<_>>::ensure_can_withdraw(who, amount, reasons, new_balance)
    }

    fn transfer(
        source: &AccountId,
        dest: &AccountId,
        value: Balance,
        existence: ExistenceRequirement,
    ) -> DispatchResult {
        <Balances as Currency<_>>::transfer(source, dest, value, existence)
    }

    fn slash(who: &AccountId, value: Balance) -> (Self::NegativeImbalance, Balance) {
        <Balances as Currency<_>>::slash(who, value)
    }

    fn deposit_into_existing(
        who: &AccountId,
        value: Balance,
    ) -> Result<Self::PositiveImbalance, DispatchError> {
        <Balances as Currency<_>>::deposit_into_existing(who, value)
    }

    fn deposit_creating(who: &AccountId, value: Balance) -> Self::PositiveImbalance {
        <Balances as Currency<_>>::deposit_creating(who, value)
    }

    fn withdraw(
        who: &AccountId,
        value: Balance,
        reasons: WithdrawReasons,
        liveness: ExistenceRequirement,
    ) -> Result<Self::NegativeImbalance, DispatchError> {
        <Balances as Currency<_>>::withdraw(who, value, reasons, liveness)
    }

    fn make_free_balance_be(
        who: &AccountId,
        balance: Balance,
    ) -> SignedImbalance<Balance, Self::PositiveImbalance> {
        <Balances as Currency<_>>::make_free_balance_be(who, balance)
    }
}
