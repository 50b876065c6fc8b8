//! How reputation gets into the schedule and out of it.
//!
//! The ledger holds what is encumbered. Of that, [`LeavingRep`] notes how much counts in no further
//! snapshot. A slash takes what stays first, then what is leaving.

use crate::{Config, Error, Event, Leaving, LeavingRep, Pallet};
use aitbc_primitives::reputation::{Domain, HoldReason::Availability as Hold, Rep, RepLedger};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use pallet_session::CurrentIndex;

impl<T: Config> Pallet<T> {
    /// All that the ledger holds of `who` for this pallet, in units.
    pub fn held(who: &T::AccountId) -> Rep {
        T::Ledger::held(Domain::Block, Hold, who)
    }

    /// What `who` has encumbered and not released, in units.
    pub fn encumbered(who: &T::AccountId) -> Rep {
        let leaving = LeavingRep::<T>::get(who).unwrap_or_default();
        Self::held(who).saturating_sub(leaving.amount)
    }

    pub(crate) fn do_encumber(who: T::AccountId, amount: Rep) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::ZeroAmount);
        let free = T::Ledger::free(Domain::Block, &who);
        ensure!(amount <= free, Error::<T>::NotEnoughFree);
        T::Ledger::hold(Domain::Block, Hold, &who, amount)?;
        Self::deposit_event(Event::Encumbered { who, amount });
        Ok(())
    }

    pub(crate) fn do_release(who: T::AccountId, amount: Rep) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::ZeroAmount);
        let encumbered = Self::encumbered(&who);
        ensure!(amount <= encumbered, Error::<T>::NotEnoughEncumbered);

        let from = if let Some(from) = Self::counted_until(&who) {
            LeavingRep::<T>::mutate(&who, |leaving| {
                let before = leaving.as_ref().map_or(0, |leaving| leaving.amount);
                let amount = before.saturating_add(amount);
                *leaving = Some(Leaving { amount, from });
            });
            from
        } else {
            T::Ledger::release(Domain::Block, Hold, &who, amount)?;
            CurrentIndex::<T>::get()
        };
        Self::deposit_event(Event::Released { who, amount, from });
        Ok(())
    }

    pub(crate) fn do_withdraw(who: T::AccountId) -> DispatchResult {
        let leaving = LeavingRep::<T>::get(&who).ok_or(Error::<T>::NothingLeaving)?;
        ensure!(CurrentIndex::<T>::get() >= leaving.from, Error::<T>::StillCounted);
        let amount = leaving.amount;
        T::Ledger::release(Domain::Block, Hold, &who, amount)?;
        LeavingRep::<T>::remove(&who);
        Self::deposit_event(Event::Withdrawn { who, amount });
        Ok(())
    }
}
