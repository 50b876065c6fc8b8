mod attacks;
mod capacity;
mod emission;
mod example;
mod genesis;
mod invariants;
mod locks;
mod model;
mod page;
mod pools;
mod reading;
mod rewards;
mod scenarios;
mod self_dealing;
mod slashing;
mod staking;
mod told;
mod unstaking;

use crate::{
    mock::*,
    types::{
        Pool, PoolChange, PoolName, PoolSpec, PoolState, Position, PriceRange, MAX_PER_UNIT,
        MIN_COLLATERAL, MIN_PER_UNIT,
    },
    Departed, Error, Event, LockTask, Members, NextPool, NextPosition, OpenPools, Pools, Positions,
    Unbondings, MAX_LOCK, MIN_LOCK, UNBONDING,
};
use aitbc_primitives::{
    agents::{Obligations as _, ScoreChanged as _},
    governance::VoterClass,
    market::gpu::{AuditSpec, Capacity as _, GpuPoolId, PositionId, SlashReason, Unbonding},
    pots::SpendingPot,
    time::{DAY, SECOND},
    token::{AITBC, EXISTENTIAL_DEPOSIT, MILLI},
    Balance, Hash, Moment,
};
use aitbc_test_support::{
    now, signed, wait, TestAgenda, TestAgents, ADA, BEN, CYD, DEE, EVE, TREASURY,
};
use frame_support::{
    assert_noop, assert_ok,
    traits::fungible::{Inspect as _, InspectHold as _, Mutate as _, MutateFreeze as _},
};
use frame_system::RawOrigin;
use sp_runtime::{DispatchError, DispatchResult, Perbill, Permill, TokenError};

/// The collateral of a unit in pools of tests.
const UNIT: Balance = 10 * AITBC;

fn root() -> RuntimeOrigin {
    RawOrigin::Root.into()
}

/// Creates a pool. Where there is one of its name already it gets another one.
fn create(mut spec: PoolSpec) -> GpuPoolId {
    let id = NextPool::<Test>::get();
    if OpenPools::<Test>::contains_key(&spec.name) {
        spec.name = name(&format!("pool-{id}"));
    }
    assert_ok!(GpuStaking::create_pool(root(), spec));
    id
}

fn name(name: &str) -> PoolName {
    name.as_bytes().to_vec().try_into().unwrap()
}

/// A pool with so much bootstrap and so many funds.
fn pool_with(bootstrap: Balance, funds: Balance) -> GpuPoolId {
    let id = create(PoolSpec { bootstrap, ..standard() });
    if funds > 0 {
        assert_ok!(GpuStaking::fund(signed(EVE), id, funds));
    }
    id
}

fn update(pool: GpuPoolId, change: PoolChange) {
    assert_ok!(GpuStaking::update_pool(root(), pool, change));
}

fn try_stake(
    who: u64,
    pool: GpuPoolId,
    power: u32,
    collateral: Balance,
    lock: Moment,
) -> DispatchResult {
    GpuStaking::stake(signed(who), pool, power, collateral, lock, Hash::repeat_byte(7))
}

/// Stakes power with the collateral that it needs.
fn stake(who: u64, pool: GpuPoolId, power: u32, lock: Moment) -> PositionId {
    let id = NextPosition::<Test>::get();
    let collateral = (UNIT * Balance::from(power)).max(MIN_COLLATERAL);
    assert_ok!(try_stake(who, pool, power, collateral, lock));
    id
}

/// Takes a position out of which nothing is used.
fn unstake_all(id: PositionId) {
    let Position { provider, power, collateral, .. } = position(id);
    assert_ok!(GpuStaking::unstake(signed(provider), id, power, collateral));
}

fn position(id: PositionId) -> Position<u64> {
    Positions::<Test>::get(id).unwrap()
}

fn pool(id: GpuPoolId) -> Pool {
    Pools::<Test>::get(id).unwrap()
}

fn state(id: GpuPoolId) -> PoolState {
    pool(id).state
}

fn allocate(id: PositionId, power: u32, earmark: Balance) {
    assert_ok!(GpuStaking::allocate(id, power, earmark));
}

/// What `who` could claim now.
fn claimable(pool: GpuPoolId, who: u64) -> Balance {
    GpuStaking::gpu_claimable(pool, who).unwrap()
}

/// Claims, and returns what came.
fn claim(pool: GpuPoolId, who: u64) -> Balance {
    let before = Balances::total_balance(&who);
    assert_ok!(GpuStaking::claim(signed(who), pool));
    Balances::total_balance(&who) - before
}

/// Whether `actual` is what it has to be, or one unit less.
fn is_about(actual: Balance, exact: Balance) -> bool {
    actual == exact || actual + 1 == exact
}

fn held(who: u64) -> Balance {
    Balances::balance_on_hold(&HOLD, &who)
}

/// Lets time pass, and the agenda do what has become due.
fn pass(duration: Moment) {
    wait(duration);
    work_agenda();
}

/// A fee of which so much has reached the treasury.
fn pay_fee(pool: GpuPoolId, amount: Balance) {
    assert_ok!(Balances::transfer(
        &EVE,
        &TREASURY,
        amount,
        frame_support::traits::tokens::Preservation::Preserve
    ));
    GpuStaking::fee_paid(pool, amount);
}

/// Sets the score of an agent, and tells.
fn set_score(who: u64, score: u32) {
    TestAgents::set_score(who, score);
    GpuStaking::score_changed(&who);
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}

fn assert_last(event: Event<Test>) {
    System::assert_last_event(event.into());
}
