//! Collateral on its way out.

use crate::{
    types::UnbondingsOf, Config, Departed, Error, Event, HoldReason, Pallet, PositionOf, Unbondings,
};
use aitbc_primitives::{
    agents::Obligations,
    clock::Clock,
    market::{
        gpu::{PositionId, Unbonding},
        money::Unfrozen,
    },
    time::DAY,
    Balance, Moment,
};
use frame_support::{
    ensure,
    traits::{fungible::MutateHold, tokens::Precision},
};
use sp_runtime::{DispatchError, DispatchResult};

/// How long collateral can be slashed after it was unstaked, in milliseconds.
pub const UNBONDING: Moment = 7 * DAY;

impl<T: Config> Pallet<T> {
    /// Has `amount` of a position unbond. Returns from when on it can be withdrawn.
    pub(crate) fn begin_unbonding(
        who: &T::AccountId,
        position: PositionId,
        amount: Balance,
        now: Moment,
    ) -> Result<Moment, DispatchError> {
        let matures = now.saturating_add(UNBONDING);
        if amount > 0 {
            let unbonding = Unbonding { position, amount, matures };
            Unbondings::<T>::try_append(who, unbonding)
                .map_err(|()| Error::<T>::TooManyUnbondings)?;
        }
        Ok(matures)
    }

    /// Remembers whose a position was that goes, as long as something of it unbonds.
    pub(crate) fn note_departure(id: PositionId, position: &PositionOf<T>) {
        let provider = &position.provider;
        if position.power == 0 && has_of(&Unbondings::<T>::get(provider), id) {
            Departed::<T>::insert(id, provider);
        }
    }

    pub(crate) fn do_withdraw_unbonded(who: T::AccountId) -> DispatchResult {
        let now = T::Clock::now();
        let mut amount: Balance = 0;
        Self::change_unbondings(&who, |unbonding| {
            if unbonding.matures <= now {
                amount = amount.saturating_add(core::mem::take(&mut unbonding.amount));
            }
        });
        ensure!(amount > 0, Error::<T>::NothingToWithdraw);
        T::Currency::release(&HoldReason::Collateral.into(), &who, amount, Precision::Exact)?;
        T::Unfrozen::changed(&who);
        Self::deposit_event(Event::Withdrawn { provider: who, amount });
        Ok(())
    }

    /// What of a position unbonds and can be slashed.
    pub(crate) fn unbonding(who: &T::AccountId, id: PositionId) -> Balance {
        let now = T::Clock::now();
        let unbondings = Unbondings::<T>::get(who).into_iter();
        unbondings
            .filter(|unbonding| unbonding.position == id && unbonding.matures > now)
            .fold(0, |sum, unbonding| sum.saturating_add(unbonding.amount))
    }

    /// Takes `amount` of what unbonds of a position, the oldest first. There is as much.
    pub(crate) fn take_unbonding(who: &T::AccountId, id: PositionId, amount: Balance) {
        let now = T::Clock::now();
        let mut left = amount;
        Self::change_unbondings(who, |unbonding| {
            if unbonding.position == id && unbonding.matures > now {
                let taken = left.min(unbonding.amount);
                unbonding.amount = unbonding.amount.saturating_sub(taken);
                left = left.saturating_sub(taken);
            }
        });
    }

    /// Has each part changed, and drops those of which nothing is left.
    fn change_unbondings(who: &T::AccountId, change: impl FnMut(&mut Unbonding)) {
        let mut unbondings = Unbondings::<T>::get(who);
        let of: alloc::vec::Vec<_> =
            unbondings.iter().map(|unbonding| unbonding.position).collect();
        unbondings.iter_mut().for_each(change);
        unbondings.retain(|unbonding| unbonding.amount > 0);
        for id in of.into_iter().filter(|id| !has_of(&unbondings, *id)) {
            Departed::<T>::remove(id);
        }
        if unbondings.is_empty() {
            Unbondings::<T>::remove(who);
        } else {
            Unbondings::<T>::insert(who, unbondings);
        }
    }
}

/// Whether something of a position unbonds.
fn has_of(unbondings: &UnbondingsOf, id: PositionId) -> bool {
    unbondings.iter().any(|unbonding| unbonding.position == id)
}

/// Positions, and what unbonds.
impl<T: Config> Obligations<T::AccountId> for Pallet<T> {
    fn open(who: &T::AccountId) -> bool {
        crate::PositionsOf::<T>::contains_key(who) || Unbondings::<T>::contains_key(who)
    }
}
