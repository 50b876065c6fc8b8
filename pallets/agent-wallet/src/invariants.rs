//! The check of the invariants of the crate documentation.

use crate::{
    strategy::{is_possible, place},
    types::{Bucket, Spending, HOURLY, MAX_CALLERS, MAX_PENDING, SIX_HOURLY},
    AutoVoters, Callers, Config, Jobs, LinkedWallets, Pallet, Pending, PlaceOf, Roll, Spent,
    SpentByCaller, StoppedWallets, Wallets, WalletsOf,
};
use aitbc_primitives::{agents::Ownership, clock::Clock, Balance, Moment};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        Self::check_owners()?;
        Self::check_links()?;
        Self::check_callers()?;
        Self::check_pending()?;
        Self::check_spending()?;
        Self::check_stopped()?;
        Self::check_voters()?;
        Self::check_jobs()
    }

    /// Invariant 1.
    fn check_owners() -> Result<(), TryRuntimeError> {
        let mut listed: Vec<_> = WalletsOf::<T>::iter_keys().collect();
        let mut all: Vec<_> = Wallets::<T>::iter().map(|(id, wallet)| (wallet.owner, id)).collect();
        listed.sort();
        all.sort();
        ensure!(listed == all, "not each wallet is listed once, under its owner");
        ensure!(Wallets::<T>::count() as usize == all.len(), "wallets are miscounted");
        for (owner, id) in all {
            let known = T::Ownership::owner_of(&id);
            ensure!(known == Some(owner), "a wallet does not belong to its owner");
        }
        Ok(())
    }

    /// Invariant 2.
    fn check_links() -> Result<(), TryRuntimeError> {
        let mut linked = BTreeMap::<T::AccountId, u32>::new();
        for wallet in Wallets::<T>::iter_values() {
            let Some(agent) = wallet.agent else { continue };
            let controller = T::Ownership::owner_of(&agent);
            ensure!(
                controller == Some(wallet.owner),
                "a wallet is linked to an agent of another controller"
            );
            ensure!(wallet.offered_to.is_none(), "a wallet is offered that is linked");
            let count = linked.entry(agent).or_default();
            *count = count.saturating_add(1);
        }
        let stored: BTreeMap<_, _> = LinkedWallets::<T>::iter().collect();
        ensure!(stored == linked, "the wallets of agents are miscounted");
        Ok(())
    }

    /// Invariant 3.
    fn check_callers() -> Result<(), TryRuntimeError> {
        let mut counts = BTreeMap::<T::AccountId, u32>::new();
        for (id, _, caller) in Callers::<T>::iter() {
            ensure!(!caller.permissions.is_empty(), "a caller may do nothing");
            let count = counts.entry(id).or_default();
            *count = count.saturating_add(1);
        }
        for (id, wallet) in Wallets::<T>::iter() {
            let count = counts.remove(&id).unwrap_or_default();
            ensure!(wallet.callers == count, "the callers of a wallet are miscounted");
            ensure!(count <= MAX_CALLERS, "a wallet has too many callers");
            let is_guarded_by_caller =
                wallet.guardian.is_some_and(|guardian| Callers::<T>::contains_key(&id, guardian));
            ensure!(!is_guarded_by_caller, "the guardian of a wallet is one of its callers");
        }
        ensure!(counts.is_empty(), "somebody may act for a wallet that is none");
        Ok(())
    }

    /// Invariant 4.
    fn check_pending() -> Result<(), TryRuntimeError> {
        let mut counts = BTreeMap::<T::AccountId, u32>::new();
        for (id, pending, waiting) in Pending::<T>::iter() {
            ensure!(waiting.outflow > 0, "calls wait by which nothing would leave the wallet");
            ensure!(waiting.ready < waiting.expires, "calls wait that never can be confirmed");
            let next = Wallets::<T>::get(&id).map_or(0, |wallet| wallet.next_pending);
            ensure!(pending < next, "the number of calls that wait was not given out");
            let count = counts.entry(id).or_default();
            *count = count.saturating_add(1);
        }
        for (id, wallet) in Wallets::<T>::iter() {
            let count = counts.remove(&id).unwrap_or_default();
            ensure!(wallet.pending == count, "the calls that wait are miscounted");
            ensure!(count <= MAX_PENDING, "too many calls of a wallet wait");
        }
        ensure!(counts.is_empty(), "calls wait of a wallet that is none");
        Ok(())
    }

    /// Invariant 5.
    fn check_spending() -> Result<(), TryRuntimeError> {
        let now = T::Clock::now();
        for (id, spent) in Spent::<T>::iter() {
            ensure!(Wallets::<T>::contains_key(&id), "something was spent of what is no wallet");
            check_buckets(&spent, now)?;
        }
        for (id, who, spent) in SpentByCaller::<T>::iter() {
            let has_limits =
                Callers::<T>::get(&id, &who).is_some_and(|caller| caller.limits.is_some());
            ensure!(has_limits, "something was spent by whom has no limits");
            check_buckets(&spent, now)?;
        }
        Ok(())
    }

    /// Invariant 6.
    fn check_stopped() -> Result<(), TryRuntimeError> {
        let stopped = Wallets::<T>::iter_values().filter(|wallet| wallet.is_stopped()).count();
        ensure!(StoppedWallets::<T>::get() as usize == stopped, "stopped wallets are miscounted");
        Ok(())
    }

    /// Invariant 7.
    fn check_voters() -> Result<(), TryRuntimeError> {
        let places = Roll::<T>::get();
        let mut taken = 0u32;
        for (key, voter) in AutoVoters::<T>::iter() {
            ensure!(place(key) < places.next, "a place was not given out");
            let known = PlaceOf::<T>::get(&voter.wallet);
            ensure!(known == Some(key), "a wallet does not know its place");
            let strategy = Wallets::<T>::get(&voter.wallet).and_then(|wallet| wallet.strategy);
            ensure!(
                strategy.is_some_and(|strategy| strategy.auto_vote),
                "a wallet would be visited that does not vote by strategy"
            );
            taken = taken.saturating_add(1);
        }
        ensure!(PlaceOf::<T>::iter().count() == taken as usize, "a place is nobody's");
        ensure!(places.taken == taken, "places are miscounted");
        for wallet in Wallets::<T>::iter_values() {
            let is_possible = wallet.strategy.as_ref().is_none_or(is_possible);
            ensure!(is_possible, "a wallet could never vote by its strategy");
        }
        Ok(())
    }

    /// Invariant 8.
    fn check_jobs() -> Result<(), TryRuntimeError> {
        let jobs = Jobs::<T>::get().jobs;
        let next = Roll::<T>::get().next;
        let proposals = || jobs.iter().map(|job| job.proposal);
        let in_order = proposals().zip(proposals().skip(1)).all(|(one, next)| one < next);
        ensure!(in_order, "jobs are not in the order of proposals");
        ensure!(
            jobs.iter().all(|job| job.cursor <= job.until && job.until <= next),
            "a job goes further than places do"
        );
        Ok(())
    }
}

/// Whether buckets are in their order, none empty and none of the future, and what was spent by the hour was spent by
/// six hours too.
fn check_buckets(spent: &Spending, now: Moment) -> Result<(), TryRuntimeError> {
    for (buckets, length) in
        [(spent.hours.as_slice(), HOURLY), (spent.six_hours.as_slice(), SIX_HOURLY)]
    {
        let numbers = || buckets.iter().map(|bucket| bucket.number);
        let in_order = numbers().zip(numbers().skip(1)).all(|(one, next)| one < next);
        ensure!(in_order, "what was spent is not in the order of time");
        let current = now.checked_div(length).unwrap_or_default();
        ensure!(numbers().all(|number| number <= current), "something was spent in the future");
        ensure!(buckets.iter().all(|bucket| bucket.amount > 0), "nothing was spent, and counted");
    }
    let sum = |buckets: &[Bucket]| {
        buckets.iter().fold(0, |sum: Balance, bucket| sum.saturating_add(bucket.amount))
    };
    ensure!(sum(&spent.hours) <= sum(&spent.six_hours), "what was spent in hours is not in weeks");
    Ok(())
}
