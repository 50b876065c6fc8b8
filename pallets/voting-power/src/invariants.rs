//! The check of the invariants of the crate documentation.

use crate::{
    ballots::bonus, ArchivedPoints, Ballots, BonusSums, Closed, Config, Delegates, Delegations,
    Delegators, Freezes, OwnerSums, Pallet, Point, Polls, PruneQueue, RecentPoints, Visits,
};
use aitbc_primitives::{agents::HIGHEST_SCORE, governance::PowerByClass, Balance};
use alloc::collections::BTreeMap;
use frame_support::{
    ensure,
    traits::{Contains, Get},
};
use sp_runtime::TryRuntimeError;

/// Whether `end` follows `start`, with at least the least balance in between.
fn follows(start: &Point, end: &Point) -> bool {
    let span = end.time.checked_sub(start.time).filter(|span| *span > 0);
    let area = end.integral.checked_sub(start.integral);
    match (span, area) {
        (Some(span), Some(area)) => end.floor.saturating_mul(span.into()) <= area,
        _ => false,
    }
}

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        Self::check_records()?;
        Self::check_histories()?;
        Self::check_archives()?;
        Self::check_queue()?;
        Self::check_delegations()?;
        Self::check_freezes()?;
        Self::check_ballots()?;
        Self::check_bonuses()
    }

    /// Invariants 1 and 7.
    fn check_records() -> Result<(), TryRuntimeError> {
        let now = Self::now();
        for (who, account) in frame_system::Account::<T>::iter() {
            let record = account.data.record;
            // Invariant 1
            ensure!(
                record.kept <= record.since && record.since <= now,
                "a record is from the future"
            );
            // Invariant 7
            ensure!(
                Self::frozen(&who) == 0 || Freezes::<T>::contains_key(&who),
                "an account is frozen for no poll"
            );
        }
        Ok(())
    }

    /// Invariants 2, 3 and 4.
    fn check_histories() -> Result<(), TryRuntimeError> {
        for (who, history) in RecentPoints::<T>::iter() {
            let (stock, record) = frame_system::Account::<T>::get(&who).data.split();
            // Invariant 2
            ensure!(
                stock != Default::default() && !T::IsPot::contains(&who),
                "a dead account or a pot has a history"
            );
            // Invariant 3
            ensure!(!history.points.is_empty(), "a history is empty");
            ensure!(
                history.points.last().is_some_and(|last| last.time == record.kept),
                "the record does not know the last point that was kept"
            );
            let mut points = Self::points(&who);
            let spaced = points.windows(3).all(|three| {
                matches!(three, [a, _, c] if c.time.saturating_sub(a.time) >= T::Granularity::get())
            });
            ensure!(spaced, "the points of a history are too close");
            points.push(record.point());
            let ordered =
                points.windows(2).all(|pair| matches!(pair, [start, end] if follows(start, end)));
            ensure!(ordered, "the points of a history contradict each other");
            // Invariant 4
            let visit = Visits::<T>::get(history.visit);
            ensure!(
                visit.is_some_and(|visit| visit.who == who),
                "a history has no place in the queue of pruning"
            );
        }
        Ok(())
    }

    /// Invariant 3.
    fn check_archives() -> Result<(), TryRuntimeError> {
        for (who, archive) in ArchivedPoints::<T>::iter() {
            ensure!(!archive.is_empty(), "an archive is empty");
            ensure!(RecentPoints::<T>::contains_key(who), "an archive is of no history");
        }
        Ok(())
    }

    /// Invariant 4.
    fn check_queue() -> Result<(), TryRuntimeError> {
        let queue = PruneQueue::<T>::get();
        let mut due = 0;
        for place in queue.first..queue.next {
            let visit = Visits::<T>::get(place).ok_or("the queue of pruning has a gap")?;
            ensure!(due <= visit.due, "the queue of pruning is out of order");
            due = visit.due;
        }
        let length = queue.next.checked_sub(queue.first);
        ensure!(
            length == u64::try_from(Visits::<T>::iter_keys().count()).ok(),
            "a visit is outside of the queue of pruning"
        );
        Ok(())
    }

    /// Invariant 5.
    fn check_delegations() -> Result<(), TryRuntimeError> {
        let mut counts = BTreeMap::<T::AccountId, u32>::new();
        for (delegator, delegation) in Delegations::<T>::iter() {
            let delegate = delegation.delegate;
            ensure!(delegator != delegate, "an account delegates to itself");
            ensure!(!Delegations::<T>::contains_key(&delegate), "a delegate delegates");
            ensure!(delegation.since <= Self::now(), "a delegation is from the future");
            ensure!(
                Delegators::<T>::contains_key(&delegate, &delegator),
                "a delegate does not know its delegator"
            );
            let count = counts.entry(delegate).or_default();
            *count = count.saturating_add(1);
        }
        let listed = Delegators::<T>::iter_keys().count();
        ensure!(
            listed == Delegations::<T>::iter_keys().count(),
            "a delegate knows somebody who did not delegate"
        );
        for (delegate, record) in Delegates::<T>::iter() {
            ensure!(
                frame_system::Account::<T>::contains_key(&delegate),
                "a delegate does not exist"
            );
            let count = counts.remove(&delegate).unwrap_or_default();
            ensure!(count == record.delegators, "delegators are counted wrong");
        }
        ensure!(counts.is_empty(), "a delegate has no record");
        Ok(())
    }

    /// Invariants 6 and 7.
    fn check_freezes() -> Result<(), TryRuntimeError> {
        for (who, freezes) in Freezes::<T>::iter() {
            let most = freezes.iter().map(|frozen| frozen.amount).max();
            // Invariant 6
            ensure!(most == Some(Self::frozen(&who)), "an account is not frozen for its polls");
            for frozen in freezes {
                let counted = Ballots::<T>::get(frozen.poll, &who).map(|ballot| ballot.amount);
                // Invariant 7
                ensure!(
                    Self::running_poll(frozen.poll).is_none() || counted == Some(frozen.amount),
                    "something is frozen that was not counted"
                );
            }
        }
        Ok(())
    }

    /// Invariants 6 and 8 to 12.
    fn check_ballots() -> Result<(), TryRuntimeError> {
        for (poll, who, _) in Ballots::<T>::iter() {
            // Invariant 10
            ensure!(
                Polls::<T>::contains_key(poll) != Closed::<T>::contains_key(poll),
                "a ballot is of no poll"
            );
            ensure!(!T::IsPot::contains(&who), "a pot is counted");
        }
        for (poll, snapshot) in Polls::<T>::iter() {
            ensure!(!Closed::<T>::contains_key(poll), "an open poll is closed");
            ensure!(snapshot.at <= Self::now(), "a poll is from the future");
            // Invariant 12
            ensure!(snapshot.ends <= Self::reach(&snapshot), "a poll outlasts its histories");
            let running = Self::running_poll(poll).is_some();
            let mut owners = BTreeMap::<T::AccountId, Balance>::new();
            let mut delegates = BTreeMap::<T::AccountId, PowerByClass>::new();
            for (who, ballot) in Ballots::<T>::iter_prefix(poll) {
                let freezes = Freezes::<T>::get(&who);
                let frozen = freezes.iter().find(|frozen| frozen.poll == poll);
                // Invariant 6
                ensure!(
                    !running || frozen.map_or(0, |frozen| frozen.amount) == ballot.amount,
                    "something is counted that is not frozen"
                );
                let own = ballot.own();
                let sum = owners.entry(ballot.owner).or_default();
                *sum = sum.saturating_add(ballot.power);
                if let Some(delegate) = ballot.delegate {
                    let sum = delegates.entry(delegate).or_default();
                    *sum = sum.saturating_add(own);
                }
            }
            // Invariant 8
            for (owner, sum) in OwnerSums::<T>::iter_prefix(poll) {
                ensure!(
                    sum == owners.get(&owner).copied().unwrap_or_default(),
                    "the sum of an owner is wrong"
                );
                ensure!(sum <= snapshot.owner_cap, "too much of an owner is counted");
            }
            ensure!(
                owners.keys().all(|owner| OwnerSums::<T>::contains_key(poll, owner)),
                "an owner has no sum"
            );
            // Invariant 9
            for (who, ballot) in Ballots::<T>::iter_prefix(poll) {
                let delegated = delegates.remove(&who).unwrap_or_default();
                ensure!(
                    ballot.delegated == delegated
                        && (ballot.delegate.is_none() || delegated.total() == 0),
                    "the sum of a delegate is wrong"
                );
                // Invariant 11
                ensure!(
                    delegated.total() == 0 || ballot.vote().total() <= snapshot.delegate_cap,
                    "too much is counted for a delegate"
                );
            }
            ensure!(delegates.is_empty(), "a delegate has not voted");
        }
        Ok(())
    }

    /// Invariant 13.
    fn check_bonuses() -> Result<(), TryRuntimeError> {
        for poll in Polls::<T>::iter_keys() {
            let mut agents = BTreeMap::<T::AccountId, Balance>::new();
            for ballot in Ballots::<T>::iter_prefix_values(poll) {
                let tokens = ballot.power.saturating_sub(ballot.bonus);
                ensure!(
                    ballot.amount <= tokens && ballot.bonus <= bonus(tokens, HIGHEST_SCORE),
                    "a bonus is too high"
                );
                ensure!(ballot.agent.is_some() == (ballot.bonus > 0), "a bonus is of no agent");
                if let Some(agent) = &ballot.agent {
                    let sum = agents.entry(agent.clone()).or_default();
                    *sum = sum.saturating_add(ballot.bonus);
                }
            }
            for (agent, sum) in BonusSums::<T>::iter_prefix(poll) {
                ensure!(
                    sum == agents.remove(&agent).unwrap_or_default(),
                    "the sum of an agent is wrong"
                );
            }
            ensure!(agents.is_empty(), "an agent has no sum");
        }
        Ok(())
    }
}
