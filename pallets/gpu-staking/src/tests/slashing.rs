//! Slashes: how much, of what, and for whom.

use super::*;

/// Ada's position of 30 with 400 AITBC, whose lock is over.
fn staked() -> PositionId {
    let pool = create(standard());
    assert_ok!(try_stake(ADA, pool, 30, 400 * AITBC, 7 * DAY));
    pass(7 * DAY);
    0
}

/// What the injured Ben, the treasury and Ada have got since the beginning.
fn gains() -> [i128; 3] {
    [BEN, TREASURY, ADA].map(|who| Balances::total_balance(&who) as i128 - BALANCE as i128)
}

#[test]
fn bond_goes_to_the_injured_and_the_treasury() {
    ExtBuilder::default().build_and_execute(|| {
        let id = staked();
        allocate(id, 10, 9);
        assert_eq!(GpuStaking::slash(id, 5, Some(&BEN), SlashReason::Bond), 5);
        assert_last(Event::Slashed {
            position: id,
            amount: 5,
            injured: Some(BEN),
            to_injured: 2,
            to_treasury: 3,
            why: SlashReason::Bond,
        });
        assert_eq!(gains(), [2, 3, -5]);
        assert_eq!((position(id).earmarked, position(id).collateral), (4, 400 * AITBC - 5));
        // No more than was earmarked.
        assert_eq!(GpuStaking::slash(id, 9, None, SlashReason::Bond), 4);
        assert_eq!(gains(), [2, 7, -9]);
        events();
        assert_eq!(GpuStaking::slash(id, 9, None, SlashReason::Bond), 0);
        assert_eq!(GpuStaking::slash(9, 9, None, SlashReason::Bond), 0);
        assert_eq!(events(), []);
    });
}

#[test]
fn injured_that_cannot_receive_leaves_it_to_the_treasury() {
    ExtBuilder::default().build_and_execute(|| {
        let id = staked();
        let dead = 77;
        let half = EXISTENTIAL_DEPOSIT - 1;
        allocate(id, 0, BALANCE.min(4 * half + 2));
        assert_eq!(GpuStaking::slash(id, 2 * half, Some(&dead), SlashReason::Bond), 2 * half);
        assert_eq!(gains()[1], 2 * half as i128);
        assert_eq!(
            GpuStaking::slash(id, 2 * half + 2, Some(&dead), SlashReason::Bond),
            2 * half + 2
        );
        assert_eq!(Balances::total_balance(&dead), EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn fraud_costs_a_tenth_of_collateral_and_unbonding() {
    ExtBuilder::default().build_and_execute(|| {
        let id = staked();
        assert_ok!(GpuStaking::unstake(signed(ADA), id, 0, 60 * AITBC));
        pass(DAY);
        assert_ok!(GpuStaking::unstake(signed(ADA), id, 0, 40 * AITBC));
        assert_eq!(GpuStaking::slash_fraud(id, Some(&BEN)), 40 * AITBC);
        assert_eq!(gains(), [20, 20, -40].map(|amount| amount * AITBC as i128));
        // The oldest of what unbonds went, and nothing else.
        let left = |amount, matures| Unbonding { position: id, amount, matures };
        assert_eq!(
            GpuStaking::gpu_unbondings(ADA),
            [left(20 * AITBC, now() + 6 * DAY), left(40 * AITBC, now() + 7 * DAY)]
        );
        assert_eq!(position(id).collateral, 300 * AITBC);
        // When nothing unbonds, the position pays.
        pass(7 * DAY);
        assert_eq!(GpuStaking::slash_fraud(id, None), 30 * AITBC);
        assert_eq!((position(id).collateral, position(id).usable()), (270 * AITBC, 27));
        // What has unbonded was out of reach, withdrawn or not.
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert_last(Event::Withdrawn { provider: ADA, amount: 60 * AITBC });
        assert_eq!(GpuStaking::slash_fraud(9, None), 0);
    });
}

#[test]
fn fraud_is_paid_of_what_unbonds_after_the_exit() {
    ExtBuilder::default().build_and_execute(|| {
        let id = staked();
        unstake_all(id);
        wait(UNBONDING - 1);
        assert_eq!(GpuStaking::slash_fraud(id, None), 40 * AITBC);
        assert_eq!(Unbondings::<Test>::get(ADA)[0].amount, 360 * AITBC);
        wait(1);
        assert_eq!(GpuStaking::slash_fraud(id, None), 0);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert_eq!(gains()[2], -40 * AITBC as i128);
    });
}

#[test]
fn all_of_it_may_cost_all() {
    ExtBuilder::default().build_and_execute(|| {
        FraudSlash::set(&Perbill::one());
        let id = staked();
        let old = stake(ADA, 0, 10, 7 * DAY);
        pass(7 * DAY);
        unstake_all(old);
        assert_eq!(GpuStaking::slash_fraud(old, None), 100 * AITBC);
        assert_eq!((Departed::<Test>::get(old), held(ADA)), (None, 400 * AITBC));
        assert_eq!(GpuStaking::slash_fraud(id, None), 400 * AITBC);
        assert_eq!((held(ADA), position(id).usable(), position(id).counted), (0, 0, 0));
        // What is left of it can go, and be topped up.
        assert_ok!(GpuStaking::add(signed(ADA), id, 0, 10 * AITBC));
        assert_eq!((position(id).usable(), position(id).counted), (1, 1_000));
        assert_ok!(GpuStaking::unstake(signed(ADA), id, 30, 10 * AITBC));
    });
}

/// Bonds stand for others' money: they go last, and then the sum of them is what there is.
#[test]
fn fraud_touches_bonds_last() {
    ExtBuilder::default().build_and_execute(|| {
        let id = staked();
        allocate(id, 10, 370 * AITBC);
        assert_eq!(GpuStaking::slash_fraud(id, None), 40 * AITBC);
        let left = position(id);
        assert_eq!((left.collateral, left.earmarked), (360 * AITBC, 360 * AITBC));
        // Whoever had earmarked all of it can say so.
        assert_ok!(GpuStaking::unearmark(id, 370 * AITBC));
        assert_eq!(position(id).earmarked, 0);
    });
}

#[test]
fn failed_audit_costs_a_hundredth_of_the_collateral() {
    ExtBuilder::default().build_and_execute(|| {
        let id = staked();
        assert_ok!(GpuStaking::unstake(signed(ADA), id, 0, 100 * AITBC));
        assert_eq!(GpuStaking::slash_audit(id), 3 * AITBC);
        assert_last(Event::Slashed {
            position: id,
            amount: 3 * AITBC,
            injured: None,
            to_injured: 0,
            to_treasury: 3 * AITBC,
            why: SlashReason::Audit,
        });
        assert_eq!(position(id).collateral, 297 * AITBC);
        assert_eq!(GpuStaking::slash_audit(9), 0);
    });
}

#[test]
fn slash_lowers_the_weight_until_topped_up() {
    ExtBuilder::default().build_and_execute(|| {
        let id = staked();
        allocate(id, 30, 200 * AITBC);
        GpuStaking::slash(id, 200 * AITBC, None, SlashReason::Bond);
        let slashed = position(id);
        assert_eq!((slashed.usable(), slashed.free(), slashed.counted), (20, 0, 20_000));
        // What is in use stays in use, and the pool has as much power as was declared.
        assert_eq!((state(0).total, state(0).allocated, state(0).weight), (30, 30, 20_000 * 1_100));
        assert_noop!(GpuStaking::allocate(id, 1, 0), Error::<Test>::Allocated);
        assert_ok!(GpuStaking::add(signed(ADA), id, 0, 100 * AITBC));
        assert_eq!((position(id).usable(), state(0).weight), (30, 30_000 * 1_100));
    });
}

/// A vote that froze everything after the stake is no way not to pay.
#[test]
fn frozen_collateral_is_slashed_all_the_same() {
    ExtBuilder::default().build_and_execute(|| {
        let id = staked();
        allocate(id, 10, 100 * AITBC);
        assert_ok!(Balances::set_freeze(&0, &ADA, BALANCE));
        assert_eq!(GpuStaking::slash(id, 100 * AITBC, Some(&BEN), SlashReason::Bond), 100 * AITBC);
        assert_eq!(gains()[0], 50 * AITBC as i128);
    });
}
