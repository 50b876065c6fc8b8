//! What follows from the conduct of producers.

use crate::{
    consensus::{Delivery, SessionIndex},
    Config, Deliveries, Duties, Duty, Event, Leaving, LeavingRep, Pallet, Producers, SessionTotals,
    Suspension, Suspensions, Verdict, WeightInfo as _,
};
use aitbc_primitives::reputation::{Domain, HoldReason::Availability as Hold, Rep, RepLedger};
use alloc::vec::Vec;
use core::cmp::Reverse;
use frame_support::{
    dispatch::DispatchClass,
    traits::{Defensive, Get},
    BoundedVec,
};
use pallet_session::{CurrentIndex, DisabledValidators, Validators};

/// What happens to the stake and the candidacy of validators that misbehave.
pub trait Discipline<AccountId> {
    /// Withdraws the candidacy of `who`, so that later elections pass it over.
    fn chill(who: &AccountId);

    /// Whether `who` stands for election.
    fn is_candidate(who: &AccountId) -> bool;

    /// Reports that these validators of `session` were absent once more, so that they lose stake.
    /// Called at most once a session.
    fn report_relapses(who: Vec<AccountId>, session: SessionIndex);

    /// Makes `who` a candidate, so that a benchmark can chill it.
    #[cfg(feature = "runtime-benchmarks")]
    fn make_candidate(who: &AccountId);
}

impl<T: Config> Pallet<T> {
    /// Judges all producers when `session` ends. If not all who were absent can be suspended, those
    /// are who have been silent longest. In an outage absence costs no stake, and reputation once in
    /// `MaxOutage` sessions: who is cut off must not lose all to those who are not.
    pub(crate) fn judge_session(session: SessionIndex) {
        let duties: Vec<(T::AccountId, Duty)> = Producers::<T>::get()
            .into_iter()
            .map(|producer| {
                let duty = Duties::<T>::get(&producer.account);
                (producer.account, duty)
            })
            .collect();
        let totals = SessionTotals::of(duties.iter().map(|(_, duty)| duty));
        let deliveries = duties.iter().map(|(account, duty)| Delivery {
            account: account.clone(),
            elapsed: duty.elapsed,
            produced: duty.produced,
        });
        Deliveries::<T>::put(BoundedVec::truncate_from(deliveries.collect()));

        let mut absent = Vec::new();
        for (account, mut duty) in duties {
            let outage = totals.outage_for(&duty);
            let verdict = duty.close(&totals, T::MinDelivery::get(), T::MaxOutage::get());
            Duties::<T>::insert(&account, &duty);
            let is_due = !outage || duty.silence.checked_rem(T::MaxOutage::get()) == Some(0);
            if is_due && matches!(verdict, Verdict::Failed | Verdict::Absent { failed: true }) {
                Self::penalise_missed_slots(&account);
            }
            if let Verdict::Absent { .. } = verdict {
                absent.push((duty.silence, outage, account));
            }
        }
        absent.sort_by_key(|(silence, ..)| Reverse(*silence));

        let mut room = Self::room();
        let mut relapsed = Vec::new();
        for (_, outage, account) in absent {
            if Self::suspend_absent(&account, &mut room) && !outage {
                relapsed.push(account);
            }
        }
        if !relapsed.is_empty() {
            T::Discipline::report_relapses(relapsed, session);
        }
    }

    /// Burns a part of what `who` has encumbered, rounded down.
    pub(crate) fn penalise_missed_slots(who: &T::AccountId) {
        let penalty = T::MissedSlotsPenalty::get().mul_floor(Self::held(who));
        let amount = Self::burn(who, penalty);
        Self::deposit_event(Event::MissedSlotsPenalised { who: who.clone(), amount });
    }

    /// Burns all Block reputation of an equivocator, ends its candidacy and suspends it. What is free
    /// burns too, because what was encumbered at the time may have been released since.
    pub(crate) fn penalise_equivocation(who: &T::AccountId) {
        frame_system::Pallet::<T>::register_extra_weight_unchecked(
            <T as Config>::WeightInfo::penalise_equivocation(),
            DispatchClass::Operational,
        );
        let free = T::Ledger::free(Domain::Block, who);
        let _ = T::Ledger::hold(Domain::Block, Hold, who, free).defensive();
        let amount = Self::burn(who, Self::held(who));
        Self::deposit_event(Event::EquivocationPenalised { who: who.clone(), amount });
        T::Discipline::chill(who);
        Self::suspend(who, &mut Self::room());
    }

    /// Burns held reputation. What is gone cannot leave.
    fn burn(who: &T::AccountId, amount: Rep) -> Rep {
        let burned = T::Ledger::slash_held(Domain::Block, Hold, who, amount);
        LeavingRep::<T>::mutate_exists(who, |leaving| {
            *leaving = leaving.take().and_then(|leaving| {
                let amount = leaving.amount.min(Self::held(who));
                (amount > 0).then_some(Leaving { amount, ..leaving })
            });
        });
        burned
    }

    /// Suspends a producer that was absent and ends its candidacy, unless too many are out already.
    /// Returns whether it had been suspended not long ago.
    fn suspend_absent(who: &T::AccountId, room: &mut usize) -> bool {
        let relapse = Self::last_suspension(who).is_some();
        let suspended = Self::suspend(who, room);
        if suspended {
            T::Discipline::chill(who);
        }
        suspended && relapse
    }

    /// How many more validators may be taken out of the schedule: all in all fewer than a third, so
    /// that others can take over when the rest fails.
    fn room() -> usize {
        let validators = Validators::<T>::get();
        let disabled = Self::disabled();
        let out = validators.iter().filter(|who| Self::is_excluded(who, &disabled)).count();
        let limit = validators.len().saturating_sub(1).div_euclid(3);
        limit.saturating_sub(out)
    }

    /// Takes `who` out of the schedule, if it is out already or there is room. Returns whether it
    /// did.
    fn suspend(who: &T::AccountId, room: &mut usize) -> bool {
        if !Self::is_excluded(who, &Self::disabled()) {
            if *room == 0 {
                return false;
            }
            *room = room.saturating_sub(1);
        }
        let session = CurrentIndex::<T>::get();
        let suspension = Suspension { since: session, lifted: false };
        Suspensions::<T>::insert(who, suspension);
        Self::request_replacement();
        Self::deposit_event(Event::Suspended { who: who.clone(), session });
        true
    }

    /// The last suspension of `who`, unless it is so long ago that it counts no more.
    fn last_suspension(who: &T::AccountId) -> Option<Suspension> {
        let session = CurrentIndex::<T>::get();
        Suspensions::<T>::get(who)
            .filter(|last| session.saturating_sub(last.since) <= T::RelapsePeriod::get())
    }

    /// Lets those validators back into the schedule that were suspended and stand for election again,
    /// and forgets suspensions of long ago.
    pub(crate) fn reinstate<'a>(validators: impl Iterator<Item = &'a T::AccountId>)
    where
        T::AccountId: 'a,
    {
        for who in validators {
            let Some(suspension) = Suspensions::<T>::get(who) else {
                continue;
            };
            if suspension.lifted && Self::last_suspension(who).is_none() {
                Suspensions::<T>::remove(who);
            } else if !suspension.lifted && T::Discipline::is_candidate(who) {
                let lifted = true;
                Suspensions::<T>::insert(who, Suspension { lifted, ..suspension });
                Self::deposit_event(Event::Reinstated { who: who.clone() });
            }
        }
    }

    /// The validators that pallet-session has disabled.
    pub(crate) fn disabled() -> Vec<T::AccountId> {
        let disabled = DisabledValidators::<T>::get();
        if disabled.is_empty() {
            return Vec::new();
        }
        let validators = Validators::<T>::get();
        disabled.iter().filter_map(|(index, _)| validators.get(*index as usize).cloned()).collect()
    }

    /// Whether `who` must not produce, given the disabled validators.
    pub(crate) fn is_excluded(who: &T::AccountId, disabled: &[T::AccountId]) -> bool {
        disabled.contains(who) || Self::is_suspended(who)
    }

    /// Whether `who` is out of the schedule for its conduct.
    pub(crate) fn is_suspended(who: &T::AccountId) -> bool {
        Suspensions::<T>::get(who).is_some_and(|suspension| !suspension.lifted)
    }
}
