//! When pools are due.

use super::*;

#[test]
fn resolve_before_the_deadline_and_twice_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_ok!(stake(ADA, pool, For, 1_000));
        wait(DURATION - 1);
        assert_noop!(resolve(pool), Error::<Test>::WindowOpen);
        wait(1);
        assert_ok!(resolve(pool));
        assert_noop!(resolve(pool), Error::<Test>::AlreadyResolved);
    });
}

#[test]
fn a_pool_in_which_everything_is_staked_is_due_at_once() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        let later = initiate(Terms { duration: 1_000, ..terms(GOVERNANCE) });
        assert_ok!(stake(ADA, pool, For, 1_000));
        assert_ok!(stake(BEN, pool, Against, 999));
        assert_noop!(resolve(pool), Error::<Test>::WindowOpen);
        // What came since the opening is missing too.
        give(GOVERNANCE, CYD, 2);
        assert_ok!(stake(BEN, pool, Against, 1));
        assert_ok!(stake(CYD, pool, For, 1));
        assert_noop!(resolve(pool), Error::<Test>::WindowOpen);
        assert_ok!(stake(CYD, pool, For, 1));
        assert_eq!(Pools::<Test>::get(pool).unwrap().deadline, now());
        // What comes now is too late.
        give(GOVERNANCE, CYD, 1);
        assert_noop!(stake(CYD, pool, For, 1), Error::<Test>::WindowClosed);
        assert_ok!(resolve(pool));
        assert_eq!(Open::<Test>::get().len(), 1);
        assert_eq!(Open::<Test>::get()[0].id, later);
    });
}

#[test]
fn a_pool_due_before_its_time_is_resolved_by_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = initiate_among(40);
        for who in 1_000..1_039 {
            assert_ok!(stake(who, pool, For, 100));
        }
        poll(Weight::MAX);
        assert_eq!(Stakes::<Test>::iter().count(), 39);
        assert_ok!(stake(1_039, pool, For, 100));
        ValidationPool::do_try_state().unwrap();
        poll(Weight::MAX);
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
    });
}
