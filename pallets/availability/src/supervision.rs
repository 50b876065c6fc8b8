//! What follows from the conduct of producers.

use crate::{
    consensus::{Delivery, SessionIndex},
    Config, Deliveries, Duties, Duty, Event, Pallet, Producers, SessionTotals, Verdict,
    WeightInfo as _,
};
use aitbc_primitives::reputation::{
    pools::Forfeit, Domain, HoldReason::Availability as Hold, RepLedger,
};
use alloc::vec::Vec;
use core::cmp::Reverse;
use frame_support::{dispatch::DispatchClass, traits::Get, BoundedVec};
use pallet_session::{DisabledValidators, Validators};

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
        let amount = T::Ledger::slash_held(Domain::Block, Hold, who, penalty);
        Self::cut_leaving(who);
        Self::deposit_event(Event::MissedSlotsPenalised { who: who.clone(), amount });
    }

    /// Burns all Block reputation of an equivocator, takes what it was not credited with yet, ends its
    /// candidacy and bans it. What is free or staked burns too, because what was encumbered at the time may
    /// have been released since.
    pub(crate) fn penalise_equivocation(who: &T::AccountId) {
        frame_system::Pallet::<T>::register_extra_weight_unchecked(
            <T as Config>::WeightInfo::penalise_equivocation().saturating_add(T::Forfeit::weight()),
            DispatchClass::Operational,
        );
        T::Forfeit::forfeit(who);
        let all = T::Ledger::balance(Domain::Block, who);
        let amount = T::Ledger::burn(Domain::Block, who, all);
        Self::cut_leaving(who);
        Self::deposit_event(Event::EquivocationPenalised { who: who.clone(), amount });
        T::Discipline::chill(who);
        Self::ban(who);
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
}
