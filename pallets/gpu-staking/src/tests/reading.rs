//! What clients read.

use super::*;
use aitbc_primitives::market::gpu::{GpuPoolView, GpuPositionView};

#[test]
fn pool_is_read_as_it_is_now() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pool_with(1_000 * AITBC, 1_000 * AITBC);
        let ada = stake(ADA, id, 300, 7 * DAY);
        stake(BEN, id, 100, 7 * DAY);
        allocate(ada, 200, 0);
        wait(DAY);
        let expected = GpuPoolView {
            id,
            name: "standard".into(),
            unit: "an H100 second".into(),
            closed: false,
            rate: MILLI,
            match_ratio: Permill::from_percent(50),
            min_price: AITBC / 1_000_000,
            max_price: AITBC,
            per_unit: UNIT,
            audit: None,
            power: 400,
            allocated: 200,
            utilisation: Permill::from_percent(50),
            weight: 400_000 * 1_100,
            providers: 2,
            collateral: 4_000 * AITBC,
            funds: 1_000 * AITBC,
            owed: 43_200 * MILLI,
            bootstrap_left: 1_000 * AITBC - 43_200 * MILLI,
            allowance: 0,
            emission: MILLI / 2,
            // 956.8 at 43.2 a day.
            days_left: Some(22),
        };
        assert_eq!(GpuStaking::gpu_pool(id), Some(expected.clone()));
        // Nothing was stored for that.
        assert_eq!(state(id).owed, 0);
        assert_eq!(GpuStaking::gpu_pool(9), None);
        let other = create(standard());
        let empty = GpuStaking::gpu_pool(other).unwrap();
        assert_eq!(
            (empty.utilisation, empty.emission, empty.days_left),
            (Permill::zero(), 0, None)
        );
        assert_eq!(GpuStaking::gpu_pools(), [empty, expected]);
        assert_ok!(GpuStaking::close_pool(root(), id));
        let closed = GpuStaking::gpu_pool(id).unwrap();
        assert_eq!((closed.closed, closed.emission, closed.days_left), (true, 0, None));
    });
}

#[test]
fn positions_are_read_newest_first() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let first = stake(ADA, pool, 30, 180 * DAY);
        let second = stake(ADA, pool, 10, 7 * DAY);
        allocate(first, 10, 20 * AITBC);
        let expected = GpuPositionView {
            id: first,
            provider: ADA,
            pool,
            power: 30,
            usable: 30,
            allocated: 10,
            free: 20,
            collateral: 300 * AITBC,
            earmarked: 20 * AITBC,
            per_unit: UNIT,
            lock: 180 * DAY,
            locked_until: now() + 180 * DAY,
            multiplier: 1_500,
            spec_hash: Hash::repeat_byte(7),
        };
        assert_eq!(GpuStaking::gpu_position(first), Some(expected.clone()));
        assert_eq!(GpuStaking::gpu_position(9), None);
        let ids: Vec<_> = GpuStaking::gpu_positions(ADA).iter().map(|view| view.id).collect();
        assert_eq!(ids, [second, first]);
        assert!(GpuStaking::gpu_positions(BEN).is_empty());
        // The end of a lock is seen before anything acts on it.
        wait(180 * DAY);
        assert_eq!(GpuStaking::gpu_position(first).unwrap().multiplier, 1_000);
    });
}

#[test]
fn claimable_is_what_a_claim_pays() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, AITBC);
        let ada = stake(ADA, pool, 7, 7 * DAY);
        stake(BEN, pool, 3, 7 * DAY);
        allocate(ada, 7, 0);
        wait(17 * SECOND + 1);
        for who in [ADA, BEN] {
            let told = claimable(pool, who);
            assert_eq!(claim(pool, who), told);
            assert_eq!(claimable(pool, who), 0);
        }
        assert_eq!(claimable(pool, EVE), 0);
        assert_eq!(GpuStaking::gpu_claimable(9, ADA), None);
    });
}

#[test]
fn unbonding_is_read() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 20, 7 * DAY);
        pass(7 * DAY);
        assert_ok!(GpuStaking::unstake(signed(ADA), id, 1, 10 * AITBC));
        let unbonding = Unbonding { position: id, amount: 10 * AITBC, matures: now() + 7 * DAY };
        assert_eq!(GpuStaking::gpu_unbondings(ADA), [unbonding]);
        assert!(GpuStaking::gpu_unbondings(BEN).is_empty());
    });
}
