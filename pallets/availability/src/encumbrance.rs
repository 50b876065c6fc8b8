//! How reputation gets into the schedule and out of it.
//!
//! The ledger holds what is encumbered. Of that, [`LeavingRep`] notes how much counts in no further
//! snapshot. Whatever burns takes what stays first, then what is leaving; and what is at stake in pools
//! stays until they are resolved, be it leaving or not.

use crate::{Config, EarnedStaysFree, Error, Event, Leaving, LeavingRep, Pallet};
use aitbc_primitives::{
    consensus::SessionIndex,
    reputation::{
        pools::Encumber, AtStake, Domain, HoldReason::Availability as Hold, Rep, RepLedger,
    },
};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::Defensive,
};
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
        Self::hold(&who, amount)
    }

    pub(crate) fn do_release(who: T::AccountId, amount: Rep) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::ZeroAmount);
        ensure!(amount <= Self::encumbered(&who), Error::<T>::NotEnoughEncumbered);

        let (freed, from) = match Self::counted_until(&who) {
            Some(from) => (0, from),
            None => (Self::make_free(&who, amount)?, CurrentIndex::<T>::get()),
        };
        let before = LeavingRep::<T>::get(&who).unwrap_or_default();
        let leaving = before.amount.saturating_add(amount.saturating_sub(freed));
        Self::set_leaving(&who, leaving, before.from.max(from));
        Self::deposit_event(Event::Released { who: who.clone(), amount, from });
        if freed > 0 {
            Self::deposit_event(Event::Withdrawn { who, amount: freed });
        }
        Ok(())
    }

    pub(crate) fn do_withdraw(who: T::AccountId) -> DispatchResult {
        let leaving = LeavingRep::<T>::get(&who).ok_or(Error::<T>::NothingLeaving)?;
        ensure!(CurrentIndex::<T>::get() >= leaving.from, Error::<T>::StillCounted);
        // The rest has burned.
        let left = leaving.amount.min(Self::held(&who));
        let amount = Self::make_free(&who, left)?;
        Self::set_leaving(&who, left.saturating_sub(amount), leaving.from);
        Self::deposit_event(Event::Withdrawn { who, amount });
        Ok(())
    }

    /// Notes what of the reputation of `who` is leaving, and from when on it counts no more.
    fn set_leaving(who: &T::AccountId, amount: Rep, from: SessionIndex) {
        LeavingRep::<T>::set(who, (amount > 0).then_some(Leaving { amount, from }));
    }

    /// Forgets what was leaving and has burned. It must not be taken from what is encumbered later.
    pub(crate) fn cut_leaving(who: &T::AccountId) {
        if let Some(leaving) = LeavingRep::<T>::get(who) {
            Self::set_leaving(who, leaving.amount.min(Self::held(who)), leaving.from);
        }
    }

    /// Encumbers `amount` of what is free.
    fn hold(who: &T::AccountId, amount: Rep) -> DispatchResult {
        Self::cut_leaving(who);
        T::Ledger::hold(Domain::Block, Hold, who, amount)?;
        Self::deposit_event(Event::Encumbered { who: who.clone(), amount });
        Ok(())
    }

    /// Makes `amount` of what is held free, or what is not at stake if that is less, and returns how much.
    /// Fails if all of it is at stake.
    fn make_free(who: &T::AccountId, amount: Rep) -> Result<Rep, DispatchError> {
        let removable = Self::held(who).saturating_sub(T::AtStake::at_stake(who));
        let freed = amount.min(removable);
        ensure!(freed > 0 || amount == 0, Error::<T>::StillAtStake);
        T::Ledger::release(Domain::Block, Hold, who, freed)?;
        Ok(freed)
    }

    pub(crate) fn do_set_auto_encumber(who: T::AccountId, on: bool) -> DispatchResult {
        if on {
            EarnedStaysFree::<T>::remove(&who);
        } else {
            let takes_part = Self::held(&who) > 0 || Self::counted_until(&who).is_some();
            ensure!(takes_part, Error::<T>::NotAProducer);
            EarnedStaysFree::<T>::insert(&who, ());
        }
        Self::deposit_event(Event::AutoEncumberSet { who, on });
        Ok(())
    }

    /// Whether what `who` earns is encumbered when it is credited.
    pub(crate) fn auto_encumbers(who: &T::AccountId) -> bool {
        !EarnedStaysFree::<T>::contains_key(who)
    }
}

/// What producers earn counts for the slots to come, unless they have switched that off.
impl<T: Config> Encumber<T::AccountId> for Pallet<T> {
    fn encumber(who: &T::AccountId, amount: Rep) {
        let amount = amount.min(T::Ledger::free(Domain::Block, who));
        if amount > 0 && Self::auto_encumbers(who) {
            let _ = Self::hold(who, amount).defensive();
        }
    }
}
