//! The scenarios of the design, with its numbers.

use super::*;

/// Powers of 300 and 100 with locks of 7 days, half of the power in use.
fn two_stakers(bootstrap: Balance, funds: Balance) -> (GpuPoolId, PositionId) {
    let pool = pool_with(bootstrap, funds);
    let ada = stake(ADA, pool, 300, 7 * DAY);
    stake(BEN, pool, 100, 7 * DAY);
    allocate(ada, 200, 0);
    (pool, ada)
}

#[test]
fn scenario_s1_gpu() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, ada) = two_stakers(1_000 * AITBC, 1_000 * AITBC);
        pass(86_400 * SECOND);
        assert!(is_about(claim(pool, ADA), 32_400 * MILLI));
        assert!(is_about(claim(pool, BEN), 10_800 * MILLI));
        assert_noop!(GpuStaking::claim(signed(ADA), pool), Error::<Test>::NothingToClaim);
        assert_noop!(GpuStaking::claim(signed(BEN), pool), Error::<Test>::NothingToClaim);
        // 43.2 were emitted.
        assert_eq!(state(pool).bootstrap_left, 1_000 * AITBC - 43_200 * MILLI);
        assert!(is_about(1_000 * AITBC - state(pool).funds + 1, 43_200 * MILLI));
        // Nobody gets out before 7 days are over.
        assert_ok!(GpuStaking::release(ada, 200));
        wait(6 * DAY - 1);
        let unstake = || GpuStaking::unstake(signed(ADA), ada, 300, 3_000 * AITBC);
        assert_noop!(unstake(), Error::<Test>::StillLocked);
        wait(1);
        assert_ok!(unstake());
    });
}

#[test]
fn scenario_s1_gpu_with_funds_of_10() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, _) = two_stakers(1_000 * AITBC, 10 * AITBC);
        pass(86_400 * SECOND);
        let (hers, his) = (claim(pool, ADA), claim(pool, BEN));
        assert!(is_about(hers, 7_500 * MILLI) && is_about(his, 2_500 * MILLI));
        assert!(events().contains(&Event::RanDry { pool }));
        pass(86_400 * SECOND);
        assert_noop!(GpuStaking::claim(signed(ADA), pool), Error::<Test>::NothingToClaim);
        assert_eq!((state(pool).unowed(), state(pool).allowance), (0, 0));
    });
}

#[test]
fn scenario_s2_match() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, _) = two_stakers(0, 1_000 * AITBC);
        pass(86_400 * SECOND);
        assert_eq!((claimable(pool, ADA), claimable(pool, BEN)), (0, 0));
        assert_eq!(GpuStaking::gpu_pool(pool).unwrap().allowance, 43_200 * MILLI);
        pay_fee(pool, 10 * AITBC);
        assert!(is_about(claim(pool, ADA), 3_750 * MILLI));
        assert!(is_about(claim(pool, BEN), 1_250 * MILLI));
        pay_fee(pool, 100 * AITBC);
        assert_eq!(state(pool).allowance, 0);
        assert!(is_about(claim(pool, ADA), 28_650 * MILLI));
        assert!(is_about(claim(pool, BEN), 9_550 * MILLI));
        // Nothing is left that fees could match.
        pay_fee(pool, 100 * AITBC);
        assert_eq!((claimable(pool, ADA), claimable(pool, BEN)), (0, 0));
    });
}

#[test]
fn scenario_s3_lock_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, 1_000_000 * AITBC);
        let ada = stake(ADA, pool, 100, 365 * DAY);
        stake(BEN, pool, 100, 7 * DAY);
        allocate(ada, 100, 0);
        for _ in 0..365 {
            pass(DAY);
            assert!(claim(pool, ADA).abs_diff(28_800 * MILLI) <= 1);
            assert!(claim(pool, BEN).abs_diff(14_400 * MILLI) <= 1);
        }
        assert!(events().contains(&Event::LockEnded { position: ada }));
        for _ in 0..10 {
            pass(DAY);
            assert!(claim(pool, ADA).abs_diff(21_600 * MILLI) <= 1);
            assert!(claim(pool, BEN).abs_diff(21_600 * MILLI) <= 1);
        }
    });
}
