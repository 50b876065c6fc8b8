//! What delegates stake for holders.

use super::*;
use crate::{Delegated, StakedFor};

#[test]
fn a_delegate_stakes_what_is_free_of_the_holder() {
    with_holders(|| {
        delegate(GOVERNANCE, ADA, CYD, 300);
        let [pool, other] = [initiate(terms(GOVERNANCE)), initiate(terms(GOVERNANCE))];
        events();
        assert_ok!(stake_for(CYD, ADA, pool, 200));
        assert_eq!(parts(GOVERNANCE, ADA), [800, 0, 200]);
        assert_eq!(events(), [Event::Staked { pool, who: ADA, side: For, amount: 200 }]);
        // The limit is for all pools of the domain that are open.
        assert_noop!(stake_for(CYD, ADA, other, 101), Error::<Test>::DelegationTooSmall);
        assert_ok!(stake_for(CYD, ADA, other, 100));
        assert_noop!(stake_for(CYD, ADA, pool, 1), Error::<Test>::DelegationTooSmall);
        // What the holder stakes by itself does not count.
        assert_ok!(stake(ADA, pool, For, 400));
        wait(DURATION);
        assert_ok!(resolve(pool));
        assert_eq!(Delegated::<Test>::get(GOVERNANCE, ADA), 100);
        let third = initiate(terms(GOVERNANCE));
        assert_ok!(stake_for(CYD, ADA, third, 200));
        assert_ok!(resolve(other));
        wait(DURATION);
        assert_ok!(resolve(third));
        assert_eq!(Delegated::<Test>::iter().count() + StakedFor::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_delegate_stakes_nothing_that_is_encumbered() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(BLOCK, ADA, 1_000);
        give(BLOCK, ADA, 100);
        delegate(BLOCK, ADA, CYD, 1_000);
        let pool = initiate(terms(BLOCK));
        assert_noop!(stake_for(CYD, ADA, pool, 101), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake_for(CYD, ADA, pool, 100));
        assert_ok!(stake(ADA, pool, For, 1_000));
    });
}

#[test]
fn nobody_else_stakes_for_a_holder() {
    with_holders(|| {
        give(COMPUTE, ADA, 1_000);
        let pool = initiate(terms(GOVERNANCE));
        assert_noop!(stake_for(CYD, ADA, pool, 1), Error::<Test>::NoDelegation);
        delegate(GOVERNANCE, ADA, DEE, 300);
        delegate(COMPUTE, ADA, CYD, 300);
        assert_noop!(stake_for(CYD, ADA, pool, 1), Error::<Test>::NoDelegation);
    });
}

#[test]
fn a_delegate_stakes_for_eight_holders_in_a_pool() {
    ExtBuilder::default().build_and_execute(|| {
        for holder in 1_000..1_010 {
            give(GOVERNANCE, holder, 10);
            delegate(GOVERNANCE, holder, CYD, 10);
        }
        let pool = initiate(terms(GOVERNANCE));
        for holder in 1_000..1_008 {
            assert_ok!(stake_for(CYD, holder, pool, 1));
        }
        assert_ok!(stake_for(CYD, 1_000, pool, 1));
        assert_noop!(stake_for(CYD, 1_008, pool, 1), Error::<Test>::TooManyStakers);
        // Another pool is another matter, and so is another delegate.
        assert_ok!(stake_for(CYD, 1_008, initiate(terms(GOVERNANCE)), 1));
        delegate(GOVERNANCE, 1_009, DEE, 10);
        assert_ok!(stake_for(DEE, 1_009, pool, 1));
        // Whom another delegate has taken over counts for that one.
        delegate(GOVERNANCE, 1_000, DEE, 10);
        assert_ok!(stake_for(DEE, 1_000, pool, 1));
        assert_eq!((StakedFor::<Test>::get(pool, CYD), StakedFor::<Test>::get(pool, DEE)), (7, 2));
        assert_ok!(stake_for(CYD, 1_008, pool, 1));
    });
}
