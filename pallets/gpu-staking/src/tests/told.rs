//! Whatever changes what is payable is told: what is locked follows it.

use super::*;

/// Who was told to have more or less on hold, since the last call.
fn told() -> Vec<u64> {
    let told = Changed::get();
    Changed::set(&vec![]);
    told
}

#[test]
fn collateral_that_is_held_released_or_slashed_is_told() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 30, 7 * DAY);
        assert_eq!(told(), [ADA]);
        assert_ok!(GpuStaking::add(signed(ADA), id, 0, 100 * AITBC));
        assert_eq!(told(), [ADA]);
        allocate(id, 10, 50 * AITBC);
        assert!(told().is_empty(), "what is earmarked was on hold before");
        GpuStaking::slash(id, 50 * AITBC, Some(&BEN), SlashReason::Bond);
        assert_eq!(told(), [ADA]);
        GpuStaking::slash_fraud(id, None);
        assert_eq!(told(), [ADA]);
        GpuStaking::slash_audit(id);
        assert_eq!(told(), [ADA]);
        assert_ok!(GpuStaking::release(id, 10));
        pass(7 * DAY);
        unstake_all(id);
        assert!(told().is_empty(), "what unbonds is still on hold");
        wait(UNBONDING);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert_eq!(told(), [ADA]);
        assert_eq!(held(ADA), 0);
    });
}
