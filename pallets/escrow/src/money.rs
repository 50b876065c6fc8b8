//! The movements of tokens: no other file has any.
//!
//! Payments ignore freezes, as slashes do: otherwise who votes with all its tokens would not have to pay.
//! That tokens which were frozen before stay is seen to when they are held.

use crate::{
    types::{Funds, Parts},
    Config, Error, Event, HoldReason, Pallet, Totals,
};
use aitbc_primitives::{
    market::{escrow::EscrowFigures, money::Unfrozen},
    Balance,
};
use frame_support::{
    defensive, ensure,
    traits::{
        fungible::{BalancedHold, Inspect, InspectHold, MutateHold},
        tokens::{DepositConsequence, Fortitude, Precision, Provenance, Restriction},
        OnUnbalanced,
    },
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

impl<T: Config> Pallet<T> {
    /// Holds what others may be paid out of.
    pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
        let held_for = reason.into();
        T::Currency::ensure_can_hold(&held_for, who, amount)?;
        ensure!(T::Unfrozen::covers(who, amount), Error::<T>::Frozen);
        T::Currency::hold(&held_for, who, amount)?;
        Totals::<T>::mutate(|totals| {
            let total = Self::total_of(totals, reason);
            *total = total.saturating_add(amount);
        });
        Ok(())
    }

    /// Pays a part of what is held of `from`: some of it to `to` with the fee to the platform, some of it
    /// back.
    pub(crate) fn pay_out(
        reason: HoldReason,
        funds: &mut Funds,
        from: &T::AccountId,
        to: &T::AccountId,
        paid: Balance,
        back: Balance,
    ) -> Result<Parts, DispatchError> {
        let parts = funds.take(paid, back);
        Self::pay(reason, from, to, parts.paid)?;
        Self::pay_platform(reason, from, parts.fee)?;
        Self::give_back(reason, from, parts.back.saturating_add(parts.fee_back))?;
        Ok(parts)
    }

    /// Gives all that is left of what is held of `from` back, and says how much.
    pub(crate) fn give_all_back(
        reason: HoldReason,
        funds: &mut Funds,
        from: &T::AccountId,
    ) -> Result<Balance, DispatchError> {
        let parts = funds.take(0, funds.left());
        let back = parts.back.saturating_add(parts.fee_back);
        Self::give_back(reason, from, back)?;
        Ok(back)
    }

    /// Frees some of what is held of `from`.
    pub(crate) fn give_back(
        reason: HoldReason,
        from: &T::AccountId,
        amount: Balance,
    ) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        if !Self::can_receive(from, amount) {
            return Self::give_up(reason, from, from, amount);
        }
        T::Currency::release(&reason.into(), from, amount, Precision::Exact)?;
        Self::left(reason, amount);
        Ok(())
    }

    /// Whether an account can have `amount` more: one that lives, or that would.
    pub(crate) fn can_receive(who: &T::AccountId, amount: Balance) -> bool {
        let least = T::Currency::minimum_balance();
        let lives = amount >= least || T::Currency::balance(who) >= least;
        let deposit = T::Currency::can_deposit(who, amount, Provenance::Extant);
        lives && deposit == DepositConsequence::Success
    }

    fn pay(
        reason: HoldReason,
        from: &T::AccountId,
        to: &T::AccountId,
        amount: Balance,
    ) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        if !Self::can_receive(to, amount) {
            return Self::give_up(reason, from, to, amount);
        }
        T::Currency::transfer_on_hold(
            &reason.into(),
            from,
            to,
            amount,
            Precision::Exact,
            Restriction::Free,
            Fortitude::Force,
        )?;
        Self::left(reason, amount);
        Ok(())
    }

    /// The platform has what `to` cannot receive.
    fn give_up(
        reason: HoldReason,
        from: &T::AccountId,
        to: &T::AccountId,
        amount: Balance,
    ) -> DispatchResult {
        Self::pay_platform(reason, from, amount)?;
        Self::deposit_event(Event::Unpayable { to: to.clone(), amount });
        Ok(())
    }

    fn pay_platform(reason: HoldReason, from: &T::AccountId, amount: Balance) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        let (credit, missing) = T::Currency::slash(&reason.into(), from, amount);
        if missing > 0 {
            defensive!("more is to be paid than is held");
            return Err(TokenError::FundsUnavailable.into());
        }
        T::FeeRecipient::on_unbalanced(credit);
        Self::left(reason, amount);
        Ok(())
    }

    /// Notes that less is held.
    fn left(reason: HoldReason, amount: Balance) {
        Totals::<T>::mutate(|totals| {
            let total = Self::total_of(totals, reason);
            *total = total.saturating_sub(amount);
        });
    }

    fn total_of(totals: &mut EscrowFigures, reason: HoldReason) -> &mut Balance {
        match reason {
            HoldReason::Stream => &mut totals.stream,
            HoldReason::Payment | HoldReason::Deposit => &mut totals.payment,
        }
    }
}
