//! Work in `on_poll`: pruning histories and clearing polls that have ended. Bounded by weight, and
//! never over all accounts.

use crate::{
    timeline::outdated, ArchivedPoints, Ballots, BonusSums, Closed, Config, OwnerSums, Pallet,
    PruneQueue, Queue, RecentPoints, Visit, Visits, WeightInfo,
};
use aitbc_primitives::{governance::polls::OnCleared, Moment};
use frame_support::{
    storage::with_storage_layer,
    traits::Get,
    weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;

/// A history is visited so often until a point that stands still is outdated.
const VISITS: Moment = 9;

impl<T: Config> Pallet<T> {
    /// Does what [`Config::HookWeight`] and `meter` allow. Pruning has half of it and what clearing
    /// leaves, so that neither waits for the other.
    pub(crate) fn do_upkeep(meter: &mut WeightMeter) {
        let mut share = WeightMeter::with_limit(T::HookWeight::get().min(meter.remaining()));
        if share.try_consume(T::WeightInfo::upkeep()).is_err() {
            return;
        }
        let half = share.remaining().div(2).max(T::WeightInfo::visit());
        let mut half = WeightMeter::with_limit(half.min(share.remaining()));
        Self::visit_histories(&mut half);
        share.consume(half.consumed());
        Self::clear_polls(&mut share);
        Self::visit_histories(&mut share);
        meter.consume(share.consumed());
    }

    /// Gives `who` a place in the queue of pruning and returns it.
    pub(crate) fn enqueue(who: T::AccountId, now: Moment) -> u64 {
        let due = now.saturating_add(T::HistoryPeriod::get() / VISITS);
        PruneQueue::<T>::mutate(|queue| {
            let place = queue.next;
            Visits::<T>::insert(place, Visit { who, due });
            queue.next = place.saturating_add(1);
            place
        })
    }

    /// Prunes the histories whose time has come.
    pub(crate) fn visit_histories(meter: &mut WeightMeter) {
        let now = Self::now();
        let Queue { first, next } = PruneQueue::<T>::get();
        let mut place = first;
        // Those that are visited go to the end of the queue, behind `next`: none comes twice.
        while place < next && meter.can_consume(T::WeightInfo::visit()) {
            match Visits::<T>::get(place) {
                Some(visit) if visit.due > now => break,
                Some(visit) => Self::prune(place, visit.who, now),
                None => {}
            }
            meter.consume(T::WeightInfo::visit());
            Visits::<T>::remove(place);
            place = place.saturating_add(1);
        }
        if place != first {
            PruneQueue::<T>::mutate(|queue| queue.first = place);
        }
    }

    /// Prunes the history of `who`, and gives it a new place in the queue if something is left.
    fn prune(place: u64, who: T::AccountId, now: Moment) {
        // Nothing to do for who died, or died and came back with another history.
        let Some(mut history) = RecentPoints::<T>::get(&who).filter(|own| own.visit == place)
        else {
            return;
        };
        let record = frame_system::Account::<T>::get(&who).data.record;
        let horizon = now.saturating_sub(T::HistoryPeriod::get());
        let old = outdated(&Self::points(&who), &record, horizon);
        let recent = Self::prune_archive(&who, old);
        drop(history.points.drain(..recent));
        if history.points.is_empty() {
            RecentPoints::<T>::remove(&who);
        } else {
            history.visit = Self::enqueue(who.clone(), now);
            RecentPoints::<T>::insert(&who, history);
        }
    }

    /// Drops the oldest `old` points of the archive of `who`, as far as it has them. Returns how many
    /// are left to drop.
    fn prune_archive(who: &T::AccountId, old: usize) -> usize {
        if old == 0 {
            return 0;
        }
        let mut archive = ArchivedPoints::<T>::get(who);
        let here = old.min(archive.len());
        drop(archive.drain(..here));
        if archive.is_empty() {
            ArchivedPoints::<T>::remove(who);
        } else {
            ArchivedPoints::<T>::insert(who, archive);
        }
        old.saturating_sub(here)
    }

    /// What it costs to forget a ballot.
    pub(crate) fn clearing() -> Weight {
        T::WeightInfo::clear_ballot().saturating_add(T::OnCleared::weight())
    }

    /// Removes what is stored of polls that were closed, and unfreezes what was counted in them.
    pub(crate) fn clear_polls(meter: &mut WeightMeter) {
        while meter.can_consume(Self::clearing()) {
            let Some(poll) = Closed::<T>::iter_keys().next() else {
                return;
            };
            if Self::clear_ballots(poll, meter) && Self::clear_sums(poll, meter) {
                Closed::<T>::remove(poll);
            }
        }
    }

    /// Removes the ballots of a poll, and tells of each. Returns whether none is left.
    fn clear_ballots(poll: T::PollId, meter: &mut WeightMeter) -> bool {
        let mut ballots = Ballots::<T>::drain_prefix(poll);
        while meter.try_consume(Self::clearing()).is_ok() {
            let Some((who, ballot)) = ballots.next() else {
                return true;
            };
            // Fails if it was unfrozen before, or cannot be now: then anybody can try again.
            let _ = with_storage_layer(|| -> DispatchResult { Self::do_unfreeze(who.clone()) });
            T::OnCleared::cleared(poll, &who, &ballot);
        }
        false
    }

    /// Removes the sums of owners and agents of a poll. Returns whether none is left.
    fn clear_sums(poll: T::PollId, meter: &mut WeightMeter) -> bool {
        let owners = OwnerSums::<T>::drain_prefix(poll).map(drop);
        let mut sums = owners.chain(BonusSums::<T>::drain_prefix(poll).map(drop));
        while meter.try_consume(T::WeightInfo::clear_ballot()).is_ok() {
            if sums.next().is_none() {
                return true;
            }
        }
        false
    }
}
