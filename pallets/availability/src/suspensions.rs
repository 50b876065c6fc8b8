//! Who is out of the schedule for its conduct, for how long, and how many may be at a time.
//!
//! A suspension is for absence or, as a ban, for an equivocation. The two have a bound of a third of the
//! validators each: so an equivocator does not keep its slots because others are absent, and more than a
//! third of the validators go on whatever happens.

use crate::{
    consensus::SessionIndex, Config, Discipline, Event, Pallet, Snapshot, Suspension,
    SuspensionCursor, Suspensions,
};
use alloc::vec::Vec;
use frame_support::traits::Get;
use pallet_session::{CurrentIndex, Validators};

/// Records that are looked at in a session for whether they can be forgotten.
pub(crate) const RECORDS_PER_SESSION: usize = 8;

/// How many of so many validators may be out at a time, for absence or for equivocations: fewer than a
/// third, so that others can take over when the rest fails.
fn bound(validators: usize) -> usize {
    validators.saturating_sub(1).div_euclid(3)
}

impl<T: Config> Pallet<T> {
    /// How many more validators may be suspended for absence.
    pub(crate) fn room() -> usize {
        let validators = Validators::<T>::get();
        let disabled = Self::disabled();
        let out = validators.iter().filter(|who| Self::is_excluded(who, &disabled)).count();
        bound(validators.len()).saturating_sub(out)
    }

    /// Suspends a producer that was absent and ends its candidacy, unless it is suspended already or too
    /// many are out. Returns whether it had been suspended not long ago.
    pub(crate) fn suspend_absent(who: &T::AccountId, room: &mut usize) -> bool {
        if *room == 0 || Self::is_suspended(who) {
            return false;
        }
        *room = room.saturating_sub(1);
        let since = CurrentIndex::<T>::get();
        let last = Suspensions::<T>::get(who);
        let relapse = last.as_ref().is_some_and(|last| Self::is_recent(last, since));
        // It does not shorten a ban.
        let banned_until = last.and_then(|last| last.ban(since));
        Self::take_out(who, Suspension { since, banned_until, back_from: None });
        T::Discipline::chill(who);
        relapse
    }

    /// Bans an equivocator for `RelapsePeriod` sessions from this one on, or for as long as it is banned
    /// already, if that is longer.
    ///
    /// If it is one too many, it has slots until there is room.
    pub(crate) fn ban(who: &T::AccountId) {
        let since = CurrentIndex::<T>::get();
        let last = Suspensions::<T>::get(who).and_then(|last| last.banned_until);
        let until = since.saturating_add(T::RelapsePeriod::get()).max(last.unwrap_or_default());
        // Who is out stays out, even if it was to be back with the next session.
        let back_from = (!Self::is_suspended(who)).then_some(since);
        let suspension = Suspension { since, banned_until: Some(until), back_from };
        Suspensions::<T>::insert(who, suspension);
        Self::deposit_event(Event::Banned { who: who.clone(), until });
        Self::enforce_bans();
    }

    /// Takes banned validators out of the schedule, as far as there is room.
    ///
    /// Whoever was banned fills it until it is back, which may be long after its ban.
    pub(crate) fn enforce_bans() {
        let session = CurrentIndex::<T>::get();
        let validators = Validators::<T>::get();
        let mut room = bound(validators.len());
        let mut waiting = Vec::new();
        for who in validators {
            let Some(suspension) = Suspensions::<T>::get(&who) else {
                continue;
            };
            if suspension.banned_until.is_some() && suspension.keeps_out(session) {
                room = room.saturating_sub(1);
            } else if suspension.ban(session).is_some() {
                waiting.push((who, suspension));
            }
        }
        for (who, suspension) in waiting.into_iter().take(room) {
            Self::take_out(&who, suspension);
        }
    }

    fn take_out(who: &T::AccountId, suspension: Suspension) {
        let session = suspension.since;
        let back_from = None;
        Suspensions::<T>::insert(who, Suspension { back_from, ..suspension });
        Self::request_replacement();
        Self::deposit_event(Event::Suspended { who: who.clone(), session });
    }

    /// Decides which of the validators of the next session have slots again in it: those who stand for
    /// election, unless a ban goes on.
    ///
    /// That is a session before the order of those slots can be known, so nobody returns or stays away
    /// because of it.
    pub(crate) fn reinstate_queued() {
        let from = CurrentIndex::<T>::get().saturating_add(1);
        for (who, _) in Snapshot::<T>::get() {
            let Some(suspension) = Suspensions::<T>::get(&who) else {
                continue;
            };
            if suspension.back_from.is_none()
                && suspension.ban(from).is_none()
                && T::Discipline::is_candidate(&who)
            {
                let back_from = Some(from);
                Suspensions::<T>::insert(&who, Suspension { back_from, ..suspension });
                Self::deposit_event(Event::Reinstated { who, from });
            }
        }
    }

    /// Forgets suspensions of long ago, of whoever has slots again or is no validator: of the next few
    /// records, from where it stopped a session ago.
    pub(crate) fn forget_suspensions() {
        let records = match SuspensionCursor::<T>::get() {
            Some(last) => Suspensions::<T>::iter_from(Suspensions::<T>::hashed_key_for(last)),
            None => Suspensions::<T>::iter(),
        };
        let next: Vec<_> = records.take(RECORDS_PER_SESSION).collect();
        let last = next.get(RECORDS_PER_SESSION.saturating_sub(1)).map(|(who, _)| who.clone());
        SuspensionCursor::<T>::set(last);
        if next.is_empty() {
            return;
        }
        let session = CurrentIndex::<T>::get();
        let (validators, queued) = (Validators::<T>::get(), Snapshot::<T>::get());
        for (who, suspension) in next {
            let keeps_out = suspension.keeps_out(session)
                && (validators.contains(&who) || queued.iter().any(|(other, _)| *other == who));
            if !keeps_out
                && suspension.ban(session).is_none()
                && !Self::is_recent(&suspension, session)
            {
                Suspensions::<T>::remove(&who);
            }
        }
    }

    /// Whether a suspension is so recent that another one is a relapse.
    fn is_recent(suspension: &Suspension, session: SessionIndex) -> bool {
        session.saturating_sub(suspension.since) <= T::RelapsePeriod::get()
    }

    /// Whether `who` has no slots in this session for its conduct.
    pub(crate) fn is_suspended(who: &T::AccountId) -> bool {
        Suspensions::<T>::get(who)
            .is_some_and(|suspension| suspension.keeps_out(CurrentIndex::<T>::get()))
    }
}
