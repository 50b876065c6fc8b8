//! Unstaking, unbonding, withdrawing.

use super::*;
use crate::types::MAX_UNBONDINGS;

/// Ada's position of 30 with 350 AITBC, whose lock is over.
fn unlocked() -> (GpuPoolId, PositionId) {
    let pool = create(standard());
    assert_ok!(try_stake(ADA, pool, 30, 350 * AITBC, 7 * DAY));
    pass(7 * DAY);
    (pool, 0)
}

fn unstake(id: PositionId, power: u32, collateral: Balance) -> DispatchResult {
    GpuStaking::unstake(signed(ADA), id, power, collateral)
}

#[test]
fn what_stays_covers_what_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, id) = unlocked();
        let low = DispatchError::from(Error::<Test>::CollateralTooLow);
        assert_noop!(unstake(id, 0, 50 * AITBC + 1), low);
        assert_ok!(unstake(id, 0, 50 * AITBC));
        let matures = now() + 7 * DAY;
        let collateral = 50 * AITBC;
        assert_last(Event::Unstaked { position: id, power: 0, collateral, matures });
        assert_noop!(unstake(id, 10, 100 * AITBC + 1), low);
        assert_ok!(unstake(id, 10, 100 * AITBC));
        // Less than 100 AITBC never stay.
        assert_noop!(unstake(id, 19, 100 * AITBC + 1), low);
        assert_ok!(unstake(id, 19, 100 * AITBC));
        let left = position(id);
        assert_eq!((left.power, left.collateral, left.counted), (1, 100 * AITBC, 1_000));
        assert_eq!((state(pool).total, state(pool).collateral), (1, 100 * AITBC));
        assert_eq!(held(ADA), 350 * AITBC);
    });
}

#[test]
fn all_of_it_ends_the_position() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, id) = unlocked();
        assert_noop!(unstake(id, 30, 350 * AITBC - 1), Error::<Test>::PowerZero);
        assert_noop!(unstake(id, 0, 350 * AITBC), Error::<Test>::CollateralTooLow);
        assert_noop!(unstake(id, 31, 350 * AITBC), Error::<Test>::Allocated);
        assert_noop!(unstake(id, 30, 350 * AITBC + 1), Error::<Test>::Earmarked);
        assert_noop!(unstake(id, 0, 0), Error::<Test>::AmountZero);
        assert_noop!(unstake(9, 1, 0), Error::<Test>::PositionNotFound);
        let by_ben = GpuStaking::unstake(signed(BEN), id, 30, 350 * AITBC);
        assert_noop!(by_ben, Error::<Test>::NotOwner);
        Told::set(&vec![]);
        assert_ok!(unstake(id, 30, 350 * AITBC));
        assert_eq!(Positions::<Test>::get(id), None);
        assert_eq!(Members::<Test>::get(pool, ADA), None);
        assert_eq!(Departed::<Test>::get(id), Some(ADA));
        assert_eq!((state(pool).total, state(pool).weight, state(pool).providers), (0, 0, 0));
        assert_eq!(Told::get(), [id]);
        assert!(GpuStaking::open(&ADA));
        pass(UNBONDING);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert!(!GpuStaking::open(&ADA));
        assert_eq!(Departed::<Test>::get(id), None);
    });
}

/// Of two accounts in one pool, one that leaves takes none of the other's weight with it.
#[test]
fn rewards_stay_claimable_after_the_exit() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, 1_000 * AITBC);
        let ada = stake(ADA, pool, 10, 7 * DAY);
        let ben = stake(BEN, pool, 10, 7 * DAY);
        allocate(ben, 10, 0);
        pass(7 * DAY);
        let owed = claimable(pool, ADA);
        unstake_all(ada);
        let member = Members::<Test>::get(pool, ADA).unwrap();
        assert_eq!((member.positions, member.owed, member.weight), (0, owed, 0));
        pass(DAY);
        assert_eq!(claim(pool, ADA), owed);
        assert_eq!(Members::<Test>::get(pool, ADA), None);
        assert_eq!(state(pool).providers, 1);
    });
}

#[test]
fn collateral_unbonds_for_7_days() {
    ExtBuilder::default().build_and_execute(|| {
        let (_, id) = unlocked();
        let withdraw = || GpuStaking::withdraw_unbonded(signed(ADA));
        assert_noop!(withdraw(), Error::<Test>::NothingToWithdraw);
        assert_ok!(unstake(id, 10, 100 * AITBC));
        pass(DAY);
        assert_ok!(unstake(id, 5, 50 * AITBC));
        wait(6 * DAY - 1);
        assert_noop!(withdraw(), Error::<Test>::NothingToWithdraw);
        wait(1);
        assert_ok!(withdraw());
        assert_last(Event::Withdrawn { provider: ADA, amount: 100 * AITBC });
        assert_noop!(withdraw(), Error::<Test>::NothingToWithdraw);
        wait(DAY);
        assert_ok!(withdraw());
        assert_last(Event::Withdrawn { provider: ADA, amount: 50 * AITBC });
        assert_eq!(held(ADA), 200 * AITBC);
        assert!(!Unbondings::<Test>::contains_key(ADA));
    });
}

#[test]
fn sixteen_parts_unbond_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let (_, id) = unlocked();
        for _ in 0..MAX_UNBONDINGS {
            assert_ok!(unstake(id, 0, 1));
        }
        assert_noop!(unstake(id, 0, 1), Error::<Test>::TooManyUnbondings);
        // Power alone needs no place.
        assert_ok!(unstake(id, 1, 0));
        pass(UNBONDING);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert_ok!(unstake(id, 0, 1));
    });
}

/// A slash must not keep anybody in: power alone may always go, and all may go.
#[test]
fn slashed_position_can_be_left() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, id) = unlocked();
        allocate(id, 0, 300 * AITBC);
        let taken = GpuStaking::slash(id, 300 * AITBC, None, SlashReason::Bond);
        assert_eq!((taken, position(id).usable()), (300 * AITBC, 5));
        assert_noop!(unstake(id, 0, 1), Error::<Test>::CollateralTooLow);
        assert_ok!(unstake(id, 25, 0));
        assert_ok!(unstake(id, 5, 50 * AITBC));
        assert_eq!(state(pool).total, 0);
    });
}
