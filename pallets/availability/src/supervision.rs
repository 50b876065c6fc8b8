//! What follows from the conduct of producers.

use crate::{
    por::{Delivery, SessionIndex},
    Config, Deliveries, Duties, Duty, Event, Pallet, Producers, Suspension, Suspensions, Traffic,
    Verdict, WeightInfo as _,
};
use aitbc_primitives::reputation::{Domain, HoldReason::Availability as Hold, Rep, RepLedger};
use alloc::vec::Vec;
use frame_support::{dispatch::DispatchClass, traits::Get, BoundedVec};
use pallet_session::{DisabledValidators, Validators};

/// What happens to the stake and the candidacy of validators that misbehave.
pub trait Discipline<AccountId> {
    /// Withdraws the candidacy of `who`, so that later elections pass it over.
    fn chill(who: &AccountId);

    /// Whether `who` stands for election.
    fn is_candidate(who: &AccountId) -> bool;

    /// Reports that `who`, a validator of `session`, was absent once more, so that it loses stake.
    fn report_relapse(who: &AccountId, session: SessionIndex);

    /// Makes `who` a candidate, so that a benchmark can chill it.
    #[cfg(feature = "runtime-benchmarks")]
    fn nominate(who: &AccountId);
}

impl<T: Config> Pallet<T> {
    /// Judges all producers when `session` ends.
    pub(crate) fn judge_session(session: SessionIndex) {
        let duties: Vec<(T::AccountId, Duty)> = Producers::<T>::get()
            .into_iter()
            .map(|producer| {
                let duty = Duties::<T>::get(&producer.account);
                (producer.account, duty)
            })
            .collect();
        let traffic = Traffic::of(duties.iter().map(|(_, duty)| duty));
        let deliveries = duties.iter().map(|(account, duty)| Delivery {
            account: account.clone(),
            scheduled: duty.elapsed,
            produced: duty.produced,
        });
        Deliveries::<T>::put(BoundedVec::truncate_from(deliveries.collect()));

        for (account, mut duty) in duties {
            let outage = traffic.outage_for(&duty);
            let verdict = duty.close(outage, T::MinDelivery::get());
            Duties::<T>::insert(&account, duty);
            match verdict {
                Verdict::Fine => {}
                Verdict::Failed => Self::penalise_missed_slots(&account),
                Verdict::Absent { failed } => {
                    if failed {
                        Self::penalise_missed_slots(&account);
                    }
                    Self::suspend_absent(&account, session);
                }
            }
        }
    }

    /// Burns a part of what `who` has encumbered, rounded down.
    fn penalise_missed_slots(who: &T::AccountId) {
        let penalty = T::MissedSlotsPenalty::get().mul_floor(Self::held(who));
        let amount = Self::burn(who, penalty);
        Self::deposit_event(Event::MissedSlotsPenalised {
            who: who.clone(),
            amount,
        });
    }

    /// Burns all that an equivocator has encumbered, and suspends it.
    pub(crate) fn penalise_equivocation(who: &T::AccountId, session: SessionIndex) {
        frame_system::Pallet::<T>::register_extra_weight_unchecked(
            <T as Config>::WeightInfo::penalise_equivocation(),
            DispatchClass::Operational,
        );
        let amount = Self::burn(who, Self::held(who));
        Self::deposit_event(Event::EquivocationPenalised {
            who: who.clone(),
            amount,
        });
        Self::suspend(who, session);
    }

    fn burn(who: &T::AccountId, amount: Rep) -> Rep {
        T::Ledger::slash_held(Domain::Block, Hold, who, amount)
    }

    /// Suspends a producer that was absent. If it has been suspended not long ago, it loses stake too.
    fn suspend_absent(who: &T::AccountId, session: SessionIndex) {
        let relapse = Suspensions::<T>::get(who)
            .is_some_and(|last| session.saturating_sub(last.since) <= T::RelapsePeriod::get());
        Self::suspend(who, session);
        if relapse {
            T::Discipline::report_relapse(who, session);
        }
    }

    fn suspend(who: &T::AccountId, since: SessionIndex) {
        let lifted = false;
        Suspensions::<T>::insert(who, Suspension { since, lifted });
        T::Discipline::chill(who);
        Self::request_replacement();
        Self::deposit_event(Event::Suspended {
            who: who.clone(),
            session: since,
        });
    }

    /// Lets those validators back into the schedule that were suspended and stand for election again,
    /// and forgets suspensions of long ago.
    pub(crate) fn reinstate<'a>(validators: impl Iterator<Item = &'a T::AccountId>)
    where
        T::AccountId: 'a,
    {
        let session = pallet_session::CurrentIndex::<T>::get();
        for who in validators {
            let Some(suspension) = Suspensions::<T>::get(who) else {
                continue;
            };
            let is_old = session.saturating_sub(suspension.since) > T::RelapsePeriod::get();
            if suspension.lifted && is_old {
                Suspensions::<T>::remove(who);
            } else if !suspension.lifted && T::Discipline::is_candidate(who) {
                let lifted = true;
                Suspensions::<T>::insert(
                    who,
                    Suspension {
                        lifted,
                        ..suspension
                    },
                );
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
        disabled
            .iter()
            .filter_map(|(index, _)| validators.get(*index as usize).cloned())
            .collect()
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
