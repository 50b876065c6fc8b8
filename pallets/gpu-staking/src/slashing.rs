//! Collateral that is taken.

use crate::{Config, Departed, Event, HoldReason, Pallet, PositionOf, Positions};
use aitbc_primitives::{
    market::{
        gpu::{PositionId, SlashReason},
        money::Unfrozen,
    },
    Balance,
};
use frame_support::traits::{
    fungible::{Balanced, BalancedHold},
    Defensive, Imbalance, OnUnbalanced,
};
use sp_runtime::Perbill;

impl<T: Config> Pallet<T> {
    /// Takes up to `amount` of what a position has earmarked.
    pub(crate) fn slash_bond(
        id: PositionId,
        amount: Balance,
        injured: Option<&T::AccountId>,
        why: SlashReason,
    ) -> Balance {
        let Some(position) = Positions::<T>::get(id) else { return 0 };
        let amount = amount.min(position.earmarked);
        let provider = position.provider.clone();
        Self::take_collateral(id, position, amount, true);
        Self::pay_slash(id, &provider, amount, injured, why)
    }

    /// Takes a share of the collateral of a position, and of what unbonds of it if `with_unbonding`. What
    /// unbonds goes first, since it serves nobody; then what stands for no bond.
    pub(crate) fn slash_share(
        id: PositionId,
        share: Perbill,
        with_unbonding: bool,
        injured: Option<&T::AccountId>,
        why: SlashReason,
    ) -> Balance {
        let position = Positions::<T>::get(id);
        let provider = match &position {
            Some(position) => position.provider.clone(),
            None => match Departed::<T>::get(id) {
                Some(provider) => provider,
                None => return 0,
            },
        };
        let collateral = position.as_ref().map_or(0, |position| position.collateral);
        let unbonding = if with_unbonding { Self::unbonding(&provider, id) } else { 0 };
        let amount = share.mul_floor(collateral.saturating_add(unbonding));
        let of_unbonding = amount.min(unbonding);
        if of_unbonding > 0 {
            Self::take_unbonding(&provider, id, of_unbonding);
        }
        if let Some(position) = position {
            Self::take_collateral(id, position, amount.saturating_sub(of_unbonding), false);
        }
        Self::pay_slash(id, &provider, amount, injured, why)
    }

    /// Lowers the collateral of a position: what is earmarked by as much if `of_bond`, else by what would
    /// stand for more than there is.
    fn take_collateral(id: PositionId, old: PositionOf<T>, amount: Balance, of_bond: bool) {
        if amount == 0 {
            return;
        }
        let Ok(pool) = Self::pool_of(&old).defensive() else { return };
        let mut new = old.clone();
        new.collateral = new.collateral.saturating_sub(amount);
        new.earmarked = if of_bond {
            new.earmarked.saturating_sub(amount)
        } else {
            new.earmarked.min(new.collateral)
        };
        Self::put(id, Some(&old), new, pool);
    }

    /// Takes `amount` of what `provider` has on hold: half of it, rounded down, for who is injured and can
    /// receive it, the rest for the treasury. Returns how much was taken.
    fn pay_slash(
        id: PositionId,
        provider: &T::AccountId,
        amount: Balance,
        injured: Option<&T::AccountId>,
        why: SlashReason,
    ) -> Balance {
        if amount == 0 {
            return 0;
        }
        // A slash does not mind that tokens are frozen.
        let (taken, missing) = T::Currency::slash(&HoldReason::Collateral.into(), provider, amount);
        frame_support::defensive_assert!(missing == 0, "collateral is not on hold");
        T::Unfrozen::changed(provider);
        let amount = taken.peek();
        let half = amount.checked_div(2).unwrap_or_default();
        let (to_injured, to_treasury) = match injured {
            Some(injured) => {
                let (half, rest) = taken.split(half);
                let paid = half.peek();
                match T::Currency::resolve(injured, half) {
                    Ok(()) => (paid, rest),
                    Err(half) => (0, rest.merge(half)),
                }
            }
            None => (0, taken),
        };
        let event = Event::Slashed {
            position: id,
            amount,
            injured: injured.cloned(),
            to_injured,
            to_treasury: to_treasury.peek(),
            why,
        };
        T::FeeRecipient::on_unbalanced(to_treasury);
        Self::deposit_event(event);
        amount
    }
}
