//! Capacity, as the market uses it.

use super::*;
use aitbc_primitives::market::gpu::PositionInfo;

/// Ada's position of 30 with 350 AITBC.
fn staked() -> (GpuPoolId, PositionId) {
    let pool = create(standard());
    assert_ok!(try_stake(ADA, pool, 30, 350 * AITBC, 7 * DAY));
    Told::set(&vec![]);
    (pool, 0)
}

#[test]
fn position_tells_what_is_free() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, id) = staked();
        allocate(id, 10, 40 * AITBC);
        let unearmarked = 310 * AITBC;
        let info = PositionInfo { provider: ADA, pool, usable: 30, free: 20, unearmarked };
        assert_eq!(GpuStaking::position(id), Some(info));
        assert_eq!(GpuStaking::position(9), None);
    });
}

#[test]
fn no_more_is_taken_than_is_free() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, id) = staked();
        assert_noop!(GpuStaking::allocate(id, 31, 0), Error::<Test>::Allocated);
        assert_noop!(GpuStaking::allocate(id, 1, 350 * AITBC + 1), Error::<Test>::Earmarked);
        assert_noop!(GpuStaking::allocate(9, 1, 0), Error::<Test>::PositionNotFound);
        allocate(id, 30, 350 * AITBC);
        assert_noop!(GpuStaking::allocate(id, 1, 0), Error::<Test>::Allocated);
        assert_noop!(GpuStaking::allocate(id, 0, 1), Error::<Test>::Earmarked);
        assert_eq!((state(pool).allocated, position(id).earmarked), (30, 350 * AITBC));
        assert_noop!(GpuStaking::release(id, 31), Error::<Test>::Allocated);
        assert_noop!(GpuStaking::release(9, 1), Error::<Test>::PositionNotFound);
        assert_ok!(GpuStaking::release(id, 30));
        assert_eq!((state(pool).allocated, position(id).earmarked), (0, 350 * AITBC));
        assert_ok!(GpuStaking::unearmark(id, 50 * AITBC));
        assert_eq!(position(id).earmarked, 300 * AITBC);
        assert_noop!(GpuStaking::unearmark(9, 1), Error::<Test>::PositionNotFound);
    });
}

#[test]
fn changes_of_usable_and_free_power_are_told_and_others_are_not() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, id) = staked();
        let told = |is_told: bool| {
            assert_eq!(Told::get(), if is_told { vec![id] } else { vec![] });
            Told::set(&vec![]);
        };
        allocate(id, 10, 100 * AITBC);
        told(true);
        allocate(id, 0, 1);
        told(false);
        assert_ok!(GpuStaking::unearmark(id, 1));
        told(false);
        assert_ok!(GpuStaking::release(id, 10));
        told(true);
        assert_ok!(GpuStaking::add(signed(ADA), id, 0, 1));
        told(false);
        assert_ok!(GpuStaking::add(signed(ADA), id, 1, 0));
        told(true);
        // 350 AITBC and a unit cover 35 units, 300 cover 30.
        GpuStaking::slash(id, 10 * AITBC, None, SlashReason::Bond);
        told(false);
        GpuStaking::slash(id, 40 * AITBC, None, SlashReason::Bond);
        told(true);
        assert_ok!(GpuStaking::relock(signed(ADA), id, 365 * DAY));
        set_score(ADA, 700);
        assert_ok!(GpuStaking::refresh(signed(EVE), pool, ADA));
        pass(365 * DAY);
        told(false);
    });
}

/// Utilisation is of live allocations only.
#[test]
fn utilisation_follows_allocations() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, 1_000 * AITBC);
        let ada = stake(ADA, pool, 10, 7 * DAY);
        stake(BEN, pool, 30, 7 * DAY);
        wait(SECOND);
        allocate(ada, 10, 0);
        assert_eq!(state(pool).owed, 0);
        wait(SECOND);
        assert_ok!(GpuStaking::release(ada, 10));
        assert_eq!(state(pool).owed, MILLI / 4);
        wait(SECOND);
        GpuStaking::fee_paid(pool, 0);
        assert_eq!(state(pool).owed, MILLI / 4);
    });
}

#[test]
fn fee_for_no_pool_is_ignored() {
    ExtBuilder::default().build_and_execute(|| GpuStaking::fee_paid(9, AITBC));
}
