//! The example of the crate documentation, step by step.

use super::*;

#[test]
fn example_of_the_readme() {
    ExtBuilder::default().build_and_execute(|| {
        // 1
        let pool = create(PoolSpec { bootstrap: 100 * AITBC, ..standard() });
        assert_ok!(GpuStaking::fund(signed(EVE), pool, 1_000 * AITBC));
        // 2
        let ada = stake(ADA, pool, 30, 90 * DAY);
        let ben = stake(BEN, pool, 10, 7 * DAY);
        let weights = [ADA, BEN].map(|who| Members::<Test>::get(pool, who).unwrap().weight);
        assert_eq!(weights, [41_250_000, 11_000_000]);
        // 3
        allocate(ada, 20, 50 * AITBC);
        pass(DAY);
        assert!(is_about(claimable(pool, ADA), 34_105_263_157_894));
        assert!(is_about(claimable(pool, BEN), 9_094_736_842_105));
        // 4
        pass(DAY);
        assert!(is_about(claimable(pool, ADA), 68_210_526_315_789));
        pass(DAY);
        pay_fee(pool, 20 * AITBC);
        assert_eq!(
            (state(pool).bootstrap_left, state(pool).allowance),
            (0, 29_600 * MILLI - 10 * AITBC)
        );
        // 5
        assert!(is_about(claim(pool, ADA), 86_842_105_263_157));
        // 6
        assert_ok!(GpuStaking::release(ada, 20));
        assert_eq!(GpuStaking::slash(ada, 50 * AITBC, Some(&EVE), SlashReason::Bond), 50 * AITBC);
        assert_eq!((position(ada).usable(), position(ada).counted), (25, 31_250));
        // 7
        pass(4 * DAY);
        unstake_all(ben);
        pass(7 * DAY);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(BEN)));
        // 8
        pass(90 * DAY);
        assert_eq!((position(ada).counted, state(pool).weight), (25_000, 27_500_000));
    });
}
