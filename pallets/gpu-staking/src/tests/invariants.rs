//! Each invariant is seen when it is broken.

use super::*;

/// Breaks something in a chain with two pools, positions, rewards and unbondings, and has that found.
fn is_found(message: &'static str, break_it: impl FnOnce()) {
    ExtBuilder::default().build().execute_with(|| {
        let pool = pool_with(BALANCE, 1_000 * AITBC);
        let ada = stake(ADA, pool, 30, 30 * DAY);
        stake(BEN, pool, 10, 7 * DAY);
        allocate(ada, 10, 20 * AITBC);
        pass(30 * DAY);
        assert_ok!(GpuStaking::unstake(signed(ADA), ada, 10, 100 * AITBC));
        unstake_all(1);
        GpuStaking::do_try_state().unwrap();
        break_it();
        assert_eq!(GpuStaking::do_try_state(), Err(message.into()));
    });
}

fn change_position(change: impl FnOnce(&mut Position<u64>)) {
    Positions::<Test>::mutate(0, |position| change(position.as_mut().unwrap()));
}

fn change_state(change: impl FnOnce(&mut PoolState)) {
    Pools::<Test>::mutate(0, |pool| change(&mut pool.as_mut().unwrap().state));
}

#[test]
fn broken_holds_are_found() {
    is_found("not the collateral is on hold", || {
        use frame_support::traits::fungible::MutateHold as _;
        assert_ok!(Balances::hold(&HOLD, &ADA, 1));
    });
}

#[test]
fn broken_lists_are_found() {
    is_found("not each position is listed once", || crate::PositionsOf::<Test>::remove(ADA));
    is_found("a list of positions is empty", || {
        crate::PositionsOf::<Test>::insert(EVE, frame_support::BoundedVec::default())
    });
    is_found("a position is listed that is not the account's", || {
        assert_ok!(crate::PositionsOf::<Test>::try_append(EVE, 0));
    });
    is_found("the number of a position was not given out", || NextPosition::<Test>::put(0));
}

#[test]
fn broken_positions_are_found() {
    is_found("more power is in use than there is", || {
        change_position(|position| position.allocated = 21)
    });
    is_found("more is earmarked than there is", || {
        change_position(|position| position.earmarked = 201 * AITBC)
    });
    is_found("a position has no power", || change_position(|position| position.power = 0));
    for per_unit in [MIN_PER_UNIT - 1, MAX_PER_UNIT + 1] {
        is_found("a unit has a collateral that no pool asks for", || {
            change_position(|position| position.per_unit = per_unit)
        });
    }
    is_found("a position counts what it never could", || {
        change_position(|position| position.counted = 1)
    });
    is_found("a lock counts and nothing ends it", || {
        change_position(|position| position.counted = 22_000)
    });
}

#[test]
fn broken_pools_are_found() {
    is_found("a pool is miscounted", || change_state(|state| state.total = 1));
    is_found("a pool is miscounted", || change_state(|state| state.allocated = 1));
    is_found("a pool is miscounted", || change_state(|state| state.weight = 1));
    is_found("a pool is miscounted", || change_state(|state| state.providers = 2));
    is_found("a pool is miscounted", || change_state(|state| state.collateral = 2));
    is_found("a pool has rules that none can have", || {
        Pools::<Test>::mutate(0, |pool| pool.as_mut().unwrap().spec.per_unit = 0)
    });
    is_found("the number of a pool was not given out", || NextPool::<Test>::put(0));
    is_found("a position is in no pool", || Pools::<Test>::remove(0));
}

#[test]
fn broken_names_are_found() {
    let unknown = "not each open pool is known by its name";
    is_found(unknown, || OpenPools::<Test>::remove(name("standard")));
    is_found(unknown, || OpenPools::<Test>::insert(name("standard"), 1));
    is_found(unknown, || OpenPools::<Test>::insert(name("other"), 0));
    is_found(unknown, || Pools::<Test>::mutate(0, |pool| pool.as_mut().unwrap().closed = true));
    is_found(unknown, || {
        Pools::<Test>::mutate(0, |pool| pool.as_mut().unwrap().spec.name = name("other"))
    });
    is_found("there are too many pools", || {
        for id in 1..65 {
            let (name, of) = (name(&format!("pool-{id}")), pool(0));
            let spec = PoolSpec { name: name.clone(), ..of.spec };
            let state = PoolState::default();
            Pools::<Test>::insert(id, Pool { spec, state, closed: false });
            OpenPools::<Test>::insert(name, id);
        }
        NextPool::<Test>::put(65);
    });
}

#[test]
fn broken_members_are_found() {
    let change = |change: fn(&mut crate::types::Member)| {
        Members::<Test>::mutate(0, ADA, |member| change(member.as_mut().unwrap()))
    };
    is_found("a member is miscounted", || change(|member| member.base = 1));
    is_found("a member weighs what no score says", || change(|member| member.weight += 1));
    is_found("a reward comes from the future", || change(|member| member.snapshot = u128::MAX));
    is_found("the owner of a position is no member", || Members::<Test>::remove(0, ADA));
    is_found("a member has nothing", || {
        Members::<Test>::insert(0, EVE, crate::types::Member::default())
    });
}

#[test]
fn broken_rewards_are_found() {
    is_found("more is owed than there is", || change_state(|state| state.funds = 0));
    is_found("what was distributed is not what is owed", || change_state(|state| state.owed += 1));
    is_found("what was distributed is not what is owed", || change_state(|state| state.carry += 1));
    is_found("the pot does not have the funds of the pools", || {
        change_state(|state| state.funds += 1)
    });
}

#[test]
fn broken_unbondings_are_found() {
    is_found("whose a position was that is gone is not known", || Departed::<Test>::remove(1));
    is_found("whose a position was that is gone is not known", || Departed::<Test>::insert(9, ADA));
    is_found("nothing unbonds, and that is stored", || {
        Unbondings::<Test>::insert(EVE, crate::types::UnbondingsOf::default())
    });
    is_found("nothing of a position unbonds", || {
        let nothing = Unbonding { position: 0, amount: 0, matures: 0 };
        assert_ok!(Unbondings::<Test>::try_append(ADA, nothing));
    });
    is_found("what unbonds is of another's position", || {
        use frame_support::traits::fungible::MutateHold as _;
        assert_ok!(Balances::hold(&HOLD, &EVE, 1));
        let stolen = Unbonding { position: 0, amount: 1, matures: 0 };
        assert_ok!(Unbondings::<Test>::try_append(EVE, stolen));
    });
}
