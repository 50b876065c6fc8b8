//! The check of the invariants of the crate documentation.

use crate::{
    lock::{multiplier, UNLOCKED},
    types::{Member, Pool, PoolState, Position, MAX_OPEN_POOLS, MAX_PER_UNIT, MIN_PER_UNIT},
    Config, Departed, HoldReason, Members, NextPool, NextPosition, OpenPools, Pallet, Pools,
    Positions, PositionsOf, Unbondings,
};
use aitbc_primitives::{agents::HIGHEST_SCORE, market::gpu::GpuPoolId, Balance};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{
    ensure,
    traits::fungible::{Inspect, InspectHold},
};
use sp_core::U256;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        Self::check_collateral()?;
        Self::check_positions()?;
        Self::check_pools()?;
        Self::check_rewards()?;
        Self::check_unbondings()
    }

    /// Invariant 1.
    fn check_collateral() -> Result<(), TryRuntimeError> {
        let mut due = BTreeMap::<T::AccountId, Balance>::new();
        let mut owe = |who: T::AccountId, amount: Balance| {
            let sum = due.entry(who).or_default();
            *sum = sum.saturating_add(amount);
        };
        for position in Positions::<T>::iter_values() {
            owe(position.provider, position.collateral);
        }
        for (who, unbondings) in Unbondings::<T>::iter() {
            for unbonding in unbondings {
                owe(who.clone(), unbonding.amount);
            }
        }
        for who in Members::<T>::iter_keys().map(|(_, who)| who) {
            owe(who, 0);
        }
        for (who, amount) in due {
            let held = T::Currency::balance_on_hold(&HoldReason::Collateral.into(), &who);
            ensure!(held == amount, "not the collateral is on hold");
        }
        Ok(())
    }

    /// Invariants 2 and 3.
    fn check_positions() -> Result<(), TryRuntimeError> {
        let mut listed = Vec::new();
        for (who, ids) in PositionsOf::<T>::iter() {
            // Invariant 2
            ensure!(!ids.is_empty(), "a list of positions is empty");
            for id in ids {
                let position = Positions::<T>::get(id);
                ensure!(
                    position.is_some_and(|position| position.provider == who),
                    "a position is listed that is not the account's"
                );
                listed.push(id);
            }
        }
        listed.sort();
        let mut all: Vec<_> = Positions::<T>::iter_keys().collect();
        all.sort();
        ensure!(listed == all, "not each position is listed once");
        ensure!(
            all.last().is_none_or(|last| *last < NextPosition::<T>::get()),
            "the number of a position was not given out"
        );
        // Invariant 3
        for position in Positions::<T>::iter_values() {
            ensure!(position.power > 0, "a position has no power");
            ensure!(
                (MIN_PER_UNIT..=MAX_PER_UNIT).contains(&position.per_unit),
                "a unit has a collateral that no pool asks for"
            );
            ensure!(position.allocated <= position.power, "more power is in use than there is");
            ensure!(position.earmarked <= position.collateral, "more is earmarked than there is");
            ensure!(is_counted(&position), "a position counts what it never could");
            ensure!(
                position.scheduled || position.counted <= usable_in_thousandths(&position),
                "a lock counts and nothing ends it"
            );
        }
        Ok(())
    }

    /// Invariants 4 and 5.
    fn check_pools() -> Result<(), TryRuntimeError> {
        let mut sums = BTreeMap::<GpuPoolId, PoolState>::new();
        let mut bases = BTreeMap::<(GpuPoolId, T::AccountId), (u32, u64)>::new();
        for position in Positions::<T>::iter_values() {
            let sum = sums.entry(position.pool).or_default();
            sum.total = sum.total.saturating_add(position.power.into());
            sum.allocated = sum.allocated.saturating_add(position.allocated.into());
            sum.collateral = sum.collateral.saturating_add(position.collateral);
            let base = bases.entry((position.pool, position.provider)).or_default();
            *base = (base.0.saturating_add(1), base.1.saturating_add(position.counted));
        }
        for (id, who, member) in Members::<T>::iter() {
            // Invariant 5
            let counted = bases.remove(&(id, who)).unwrap_or_default();
            ensure!((member.positions, member.base) == counted, "a member is miscounted");
            ensure!(is_weighed(&member), "a member weighs what no score says");
            ensure!(member.positions > 0 || member.owed > 0, "a member has nothing");
            let sum = sums.entry(id).or_default();
            sum.weight = sum.weight.saturating_add(member.weight);
            sum.providers = sum.providers.saturating_add((member.positions > 0).into());
        }
        ensure!(bases.is_empty(), "the owner of a position is no member");
        // Invariant 4
        let next = NextPool::<T>::get();
        ensure!(
            Pools::<T>::iter_keys().all(|id| id < next),
            "the number of a pool was not given out"
        );
        for (id, Pool { spec, state, .. }) in Pools::<T>::iter() {
            ensure!(spec.is_valid(), "a pool has rules that none can have");
            let sum = sums.remove(&id).unwrap_or_default();
            let figures = |state: PoolState| {
                (state.total, state.allocated, state.collateral, state.providers, state.weight)
            };
            ensure!(figures(state) == figures(sum), "a pool is miscounted");
        }
        ensure!(sums.is_empty(), "a position is in no pool");
        Self::check_open_pools()
    }

    /// Invariant 9.
    fn check_open_pools() -> Result<(), TryRuntimeError> {
        let open = Pools::<T>::iter().filter(|(_, pool)| !pool.closed);
        let mut open: Vec<_> = open.map(|(id, pool)| (pool.spec.name, id)).collect();
        open.sort();
        let mut named: Vec<_> = OpenPools::<T>::iter().collect();
        named.sort();
        ensure!(open == named, "not each open pool is known by its name");
        ensure!(OpenPools::<T>::count() as usize == named.len(), "open pools are miscounted");
        ensure!(OpenPools::<T>::count() <= MAX_OPEN_POOLS, "there are too many pools");
        Ok(())
    }

    /// Invariants 6 and 7.
    fn check_rewards() -> Result<(), TryRuntimeError> {
        let mut owed = BTreeMap::<GpuPoolId, U256>::new();
        for (id, _, mut member) in Members::<T>::iter() {
            let Some(pool) = Pools::<T>::get(id) else { continue };
            ensure!(member.snapshot <= pool.state.accumulator, "a reward comes from the future");
            member.settle(pool.state.accumulator);
            let parts = in_parts(member.owed).saturating_add(member.fraction.into());
            let sum = owed.entry(id).or_default();
            *sum = sum.saturating_add(parts);
        }
        let mut funds = T::Currency::minimum_balance();
        for (id, Pool { state, .. }) in Pools::<T>::iter() {
            // Invariant 6
            ensure!(state.owed <= state.funds, "more is owed than there is");
            funds = funds.saturating_add(state.funds);
            // Invariant 7
            let parts = owed.remove(&id).unwrap_or_default().saturating_add(state.carry.into());
            ensure!(parts == in_parts(state.owed), "what was distributed is not what is owed");
        }
        let has_funds = funds > T::Currency::minimum_balance();
        ensure!(
            !has_funds || T::Currency::total_balance(&Self::pot()) >= funds,
            "the pot does not have the funds of the pools"
        );
        Ok(())
    }

    /// Invariant 8.
    fn check_unbondings() -> Result<(), TryRuntimeError> {
        let mut departed = BTreeMap::new();
        for (who, unbondings) in Unbondings::<T>::iter() {
            ensure!(!unbondings.is_empty(), "nothing unbonds, and that is stored");
            for unbonding in unbondings {
                ensure!(unbonding.amount > 0, "nothing of a position unbonds");
                match Positions::<T>::get(unbonding.position) {
                    Some(position) => {
                        ensure!(position.provider == who, "what unbonds is of another's position")
                    }
                    None => {
                        departed.insert(unbonding.position, who.clone());
                    }
                }
            }
        }
        let stored: BTreeMap<_, _> = Departed::<T>::iter().collect();
        ensure!(stored == departed, "whose a position was that is gone is not known");
        Ok(())
    }
}

/// How often a base weighs at the highest score.
const HIGHEST_WEIGHT: u128 = 1_000 + HIGHEST_SCORE as u128;

fn usable_in_thousandths<AccountId>(position: &Position<AccountId>) -> u64 {
    u64::from(position.usable()).saturating_mul(UNLOCKED.into())
}

/// Whether it counts nothing, or what it would with or without its lock.
fn is_counted<AccountId>(position: &Position<AccountId>) -> bool {
    let locked = u64::from(position.usable()).saturating_mul(multiplier(position.lock).into());
    [0, usable_in_thousandths(position), locked].contains(&position.counted)
}

/// Whether a score makes it weigh so much.
fn is_weighed(member: &Member) -> bool {
    let base = u128::from(member.base);
    match (member.weight.checked_div(base), member.weight.checked_rem(base)) {
        (Some(score), Some(rest)) => rest == 0 && (1_000..=HIGHEST_WEIGHT).contains(&score),
        _ => member.weight == 0,
    }
}

fn in_parts(amount: Balance) -> U256 {
    U256::from(amount).saturating_mul(crate::SCALE.into())
}
