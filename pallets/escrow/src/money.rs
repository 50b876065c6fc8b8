//! The movements of tokens: no other file has any.
//!
//! Payments ignore freezes, as slashes do: otherwise who votes with all its tokens would not have to pay.
//! That tokens which were frozen before stay is seen to when they are held, and [`Unfrozen`] hears of
//! whatever comes and goes.

use crate::{
    types::{Funds, Parts, Purse},
    Config, Error, Event, HoldReason, Pallet, Totals,
};
use aitbc_primitives::{
    market::{escrow::EscrowFigures, money::Unfrozen},
    Balance,
};
use frame_support::{
    defensive, ensure,
    traits::{
        fungible::{BalancedHold, Inspect, MutateHold},
        tokens::{DepositConsequence, Fortitude, Precision, Provenance, Restriction},
        OnUnbalanced,
    },
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

impl<T: Config> Pallet<T> {
    /// Holds what others may be paid out of.
    pub(crate) fn hold(purse: Purse, who: &T::AccountId, amount: Balance) -> DispatchResult {
        let reason = Self::reason(purse);
        ensure!(T::Unfrozen::covers(who, amount), Error::<T>::Frozen);
        T::Currency::hold(&reason, who, amount)?;
        T::Unfrozen::changed(who);
        Totals::<T>::mutate(|totals| {
            let total = Self::total_of(totals, purse);
            *total = total.saturating_add(amount);
        });
        Ok(())
    }

    /// Pays a part of what is held of `from`: some of it to `to` with the fee to the platform, some of it
    /// back.
    pub(crate) fn pay_out(
        purse: Purse,
        funds: &mut Funds,
        from: &T::AccountId,
        to: &T::AccountId,
        paid: Balance,
        back: Balance,
    ) -> Result<Parts, DispatchError> {
        let parts = funds.take(paid, back);
        Self::pay(purse, from, to, parts.paid)?;
        Self::pay_platform(purse, from, parts.fee)?;
        Self::give_back(purse, from, parts.back.saturating_add(parts.fee_back))?;
        Ok(parts)
    }

    /// Gives all that is left of what is held of `from` back, and says how much.
    pub(crate) fn give_all_back(
        purse: Purse,
        funds: &mut Funds,
        from: &T::AccountId,
    ) -> Result<Balance, DispatchError> {
        let parts = funds.take(0, funds.left());
        let back = parts.back.saturating_add(parts.fee_back);
        Self::give_back(purse, from, back)?;
        Ok(back)
    }

    /// Frees some of what is held of `from`, after all else that was to be done with what was.
    pub(crate) fn give_back(purse: Purse, from: &T::AccountId, amount: Balance) -> DispatchResult {
        Self::release_held(purse, from, amount)?;
        T::Unfrozen::changed(from);
        Ok(())
    }

    /// Whether an account can have `amount` more: one that lives, or that would.
    pub(crate) fn can_receive(who: &T::AccountId, amount: Balance) -> bool {
        let least = T::Currency::minimum_balance();
        let lives = amount >= least || T::Currency::balance(who) >= least;
        let deposit = T::Currency::can_deposit(who, amount, Provenance::Extant);
        lives && deposit == DepositConsequence::Success
    }

    fn release_held(purse: Purse, from: &T::AccountId, amount: Balance) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        if !Self::can_receive(from, amount) {
            return Self::give_up(purse, from, from, amount);
        }
        T::Currency::release(&Self::reason(purse), from, amount, Precision::Exact)?;
        Self::left(purse, amount);
        Ok(())
    }

    fn pay(
        purse: Purse,
        from: &T::AccountId,
        to: &T::AccountId,
        amount: Balance,
    ) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        if !Self::can_receive(to, amount) {
            return Self::give_up(purse, from, to, amount);
        }
        T::Currency::transfer_on_hold(
            &Self::reason(purse),
            from,
            to,
            amount,
            Precision::Exact,
            Restriction::Free,
            Fortitude::Force,
        )?;
        Self::left(purse, amount);
        Ok(())
    }

    /// The platform has what `to` cannot receive.
    fn give_up(
        purse: Purse,
        from: &T::AccountId,
        to: &T::AccountId,
        amount: Balance,
    ) -> DispatchResult {
        Self::pay_platform(purse, from, amount)?;
        Self::deposit_event(Event::Unpayable { to: to.clone(), amount });
        Ok(())
    }

    fn pay_platform(purse: Purse, from: &T::AccountId, amount: Balance) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        let (credit, missing) = T::Currency::slash(&Self::reason(purse), from, amount);
        if missing > 0 {
            defensive!("more is to be paid than is held");
            return Err(TokenError::FundsUnavailable.into());
        }
        T::FeeRecipient::on_unbalanced(credit);
        Self::left(purse, amount);
        Ok(())
    }

    /// Notes that less is held.
    fn left(purse: Purse, amount: Balance) {
        Totals::<T>::mutate(|totals| {
            let total = Self::total_of(totals, purse);
            *total = total.saturating_sub(amount);
        });
    }

    fn total_of(totals: &mut EscrowFigures, purse: Purse) -> &mut Balance {
        match purse {
            Purse::Payment => &mut totals.payment,
            Purse::Stream => &mut totals.stream,
        }
    }

    fn reason(purse: Purse) -> T::RuntimeHoldReason {
        HoldReason::from(purse).into()
    }
}
