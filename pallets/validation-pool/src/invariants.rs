//! The check of the invariants of the crate documentation.

use crate::{
    block_pool::CLOSED_KEPT, math::millionths, AtStakeOf, BlockPools, Closed, Config,
    CreditorQueue, Creditors, Delegated, Earned, Earnings, HoldReason, NewestPool, NextPool, Open,
    OpenBlocks, OpenPool, Pallet, Pool, Pools, StakedFor, Stakes,
};
use aitbc_primitives::{
    reputation::{
        pools::{PoolId, Side},
        Domain, HoldReason as RepHold, Rep, RepLedger,
    },
    Balance,
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use frame_support::{
    ensure,
    traits::{fungible::InspectHold, Get},
};
use sp_runtime::TryRuntimeError;

/// Adds to the sum of a key.
fn add<K: Ord>(sums: &mut BTreeMap<K, Rep>, key: K, amount: Rep) {
    let sum = sums.entry(key).or_default();
    *sum = sum.saturating_add(amount);
}

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        Self::check_block_pools()?;
        Self::check_earnings()?;
        Self::check_open_pools()?;
        Self::check_stakes()?;
        Self::check_fees()
    }

    /// Invariants 1 to 3.
    fn check_block_pools() -> Result<(), TryRuntimeError> {
        // Invariant 1
        let open = OpenBlocks::<T>::get();
        ensure!(
            open.iter().zip(open.iter().skip(1)).all(|(one, next)| one.block < next.block),
            "open pools of blocks are not in order"
        );
        ensure!(
            open.len() == BlockPools::<T>::iter_keys().count(),
            "not all pools of blocks are listed as open"
        );
        for listed in &open {
            let pool = BlockPools::<T>::get(listed.block).ok_or("an open pool is missing")?;
            ensure!(pool.closes == listed.closes, "a pool closes at another time than listed");
            ensure!(
                NewestPool::<T>::get().is_some_and(|newest| listed.block <= newest),
                "a pool is newer than the newest"
            );
            // Invariant 2
            let accounts: BTreeSet<_> = pool.members.iter().map(|member| &member.account).collect();
            ensure!(
                accounts.len() == pool.members.len() && !accounts.contains(&pool.author),
                "a member is on a bench twice, or judges itself"
            );
            let seats: u32 =
                pool.members.iter().fold(0, |sum: u32, member| sum.saturating_add(member.seats));
            ensure!(
                pool.members.iter().all(|member| member.seats > 0)
                    && seats <= pool.contract.bench_seats,
                "a bench has more seats than it may"
            );
            ensure!(
                pool.seat > 0 || (pool.members.is_empty() && pool.author_stake == 0),
                "something is at stake where nobody judges"
            );
        }
        // Invariant 3
        let oldest = Self::block_number().saturating_sub(CLOSED_KEPT);
        ensure!(
            Closed::<T>::iter_keys()
                .all(|block| block >= oldest && !BlockPools::<T>::contains_key(block)),
            "a closed pool was not forgotten, or is open"
        );
        Ok(())
    }

    /// Invariant 4.
    fn check_earnings() -> Result<(), TryRuntimeError> {
        let queue = CreditorQueue::<T>::get();
        let queued: Vec<_> = Creditors::<T>::iter().collect();
        ensure!(
            queued.len() as u64 == queue.next.saturating_sub(queue.first)
                && queued.iter().all(|(place, _)| (queue.first..queue.next).contains(place)),
            "the queue of creditors has gaps"
        );
        let due: BTreeSet<_> = queued.into_iter().map(|(_, who)| who).collect();
        ensure!(
            due.len() as u64 == queue.next.saturating_sub(queue.first),
            "a creditor is queued twice"
        );
        for (who, earned) in Earned::<T>::iter() {
            ensure!(earned != Earnings::default(), "earnings without content are stored");
            ensure!(earned.due == due.contains(&who), "a creditor is not queued as it says");
        }
        ensure!(due.iter().all(Earned::<T>::contains_key), "a creditor has no earnings");
        Ok(())
    }

    /// Invariant 5.
    fn check_open_pools() -> Result<(), TryRuntimeError> {
        let open = Open::<T>::get();
        ensure!(
            open.iter().zip(open.iter().skip(1)).all(|(one, next)| one < next),
            "open pools are not in the order of their deadlines"
        );
        let of_compute = open.iter().filter(|pool| pool.domain == Domain::Compute).count();
        ensure!(
            of_compute <= T::MaxComputePools::get() as usize,
            "too many pools of domain Compute are open"
        );
        let listed: BTreeSet<OpenPool> = open.into_iter().collect();
        for (id, pool) in Pools::<T>::iter() {
            let entry = OpenPool { deadline: pool.deadline, id, domain: pool.terms.domain };
            ensure!(id < NextPool::<T>::get(), "a pool has a name that was not given yet");
            ensure!(listed.contains(&entry) != pool.resolved, "a pool is not listed as it says");
            if pool.resolved {
                ensure!(
                    pool.outcome.is_some() && pool.stakers == 0 && pool.terms.excluded.is_empty(),
                    "a resolved pool is not settled"
                );
            }
        }
        ensure!(
            listed.iter().all(|pool| Pools::<T>::contains_key(pool.id)),
            "an open pool is missing"
        );
        Ok(())
    }

    /// Invariants 6 and 7.
    fn check_stakes() -> Result<(), TryRuntimeError> {
        let mut pooled: BTreeMap<(Domain, T::AccountId), Rep> = BTreeMap::new();
        let mut delegated: BTreeMap<(Domain, T::AccountId), Rep> = BTreeMap::new();
        let mut encumbered: BTreeMap<T::AccountId, Rep> = BTreeMap::new();
        let mut holders: BTreeMap<(PoolId, T::AccountId), Rep> = BTreeMap::new();
        for (id, pool) in Pools::<T>::iter() {
            Self::check_totals(id, &pool)?;
            let domain = pool.terms.domain;
            for (who, stake) in Stakes::<T>::iter_prefix(id) {
                ensure!(
                    stake.delegated <= stake.pooled
                        && (stake.delegated == 0) == stake.delegate.is_none()
                        && (stake.encumbered == 0 || domain == Domain::Block),
                    "a stake has parts that it cannot have"
                );
                if let Some(delegate) = stake.delegate {
                    add(&mut holders, (id, delegate), 1);
                    add(&mut delegated, (domain, who.clone()), stake.delegated);
                }
                if stake.encumbered > 0 {
                    add(&mut encumbered, who.clone(), stake.encumbered);
                }
                add(&mut pooled, (domain, who), stake.pooled);
            }
        }
        // Invariant 7
        for ((domain, who), amount) in &pooled {
            ensure!(
                T::Ledger::held(*domain, RepHold::Pool, who) == *amount,
                "what is held for pools is not what is staked"
            );
        }
        for (who, amount) in &encumbered {
            ensure!(
                T::Ledger::held(Domain::Block, RepHold::Availability, who) >= *amount,
                "more is at stake than is encumbered"
            );
        }
        ensure!(
            AtStakeOf::<T>::iter().collect::<BTreeMap<_, _>>() == encumbered,
            "what is at stake of the encumbered is not what is staked"
        );
        let stored = Delegated::<T>::iter().map(|(domain, who, sum)| ((domain, who), sum));
        ensure!(
            stored.collect::<BTreeMap<_, _>>() == delegated,
            "what delegates have at stake is not what they staked"
        );
        let stored = StakedFor::<T>::iter().map(|(id, who, sum)| ((id, who), sum.into()));
        ensure!(
            stored.collect::<BTreeMap<_, Rep>>() == holders,
            "a delegate has staked for others than counted"
        );
        Ok(())
    }

    /// Invariant 6 for one pool.
    fn check_totals(id: PoolId, pool: &Pool<T::AccountId>) -> Result<(), TryRuntimeError> {
        let stakes: Vec<_> = Stakes::<T>::iter_prefix_values(id).collect();
        ensure!(stakes.len() == pool.stakers as usize, "stakes are not as many as counted");
        ensure!(pool.stakers <= T::MaxStakers::get(), "too many have staked in a pool");
        ensure!(pool.mint_for <= pool.mint, "a part is more than the whole");
        if pool.outcome.is_some() {
            // Some may be settled.
            return Ok(());
        }
        for side in [Side::For, Side::Against] {
            let own = || stakes.iter().filter(|stake| stake.side == side);
            let stake = own().fold(0, |sum: Rep, stake| sum.saturating_add(stake.total()));
            let at_risk = own().fold(0, |sum: Rep, stake| {
                sum.saturating_add(millionths(stake.total(), pool.terms.binding))
            });
            let total = pool.side(side);
            ensure!(
                total.stake == stake && total.at_risk == at_risk,
                "the stakes of a side do not add up"
            );
        }
        Ok(())
    }

    /// Invariant 8.
    fn check_fees() -> Result<(), TryRuntimeError> {
        let mut fees: BTreeMap<T::AccountId, Balance> = BTreeMap::new();
        for pool in Pools::<T>::iter_values().filter(|pool| pool.outcome.is_none()) {
            add(&mut fees, pool.terms.payer, pool.terms.fee);
        }
        for (payer, fee) in fees {
            ensure!(
                T::Currency::balance_on_hold(&HoldReason::Fee.into(), &payer) == fee,
                "what is held of a payer is not the fees of its open pools"
            );
        }
        Ok(())
    }
}
