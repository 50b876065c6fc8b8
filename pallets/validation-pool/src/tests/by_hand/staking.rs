//! What holders stake of their own.

use super::*;
use crate::AtStakeOf;
use aitbc_test_support::TestAgents;

#[test]
fn stake_takes_what_is_free() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        events();
        assert_ok!(stake(ADA, pool, For, 400));
        assert_ok!(stake(ADA, pool, For, 100));
        assert_eq!(parts(GOVERNANCE, ADA), [500, 0, 500]);
        let staked = |amount| Event::Staked { pool, who: ADA, side: For, amount };
        assert_eq!(events(), [staked(400), staked(100)]);
        let view = ValidationPool::pool(pool).unwrap();
        assert_eq!((view.for_stake, view.against_stake, view.stakers), (500, 0, 1));
    });
}

#[test]
fn in_domain_block_what_is_encumbered_is_staked_after_what_is_free() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(BLOCK, ADA, 1_000);
        give(BLOCK, ADA, 100);
        let [one, other] = [initiate(terms(BLOCK)), initiate(terms(BLOCK))];
        assert_ok!(stake(ADA, one, For, 300));
        assert_eq!((parts(BLOCK, ADA), ValidationPool::at_stake(&ADA)), ([0, 1_000, 100], 200));
        assert_noop!(stake(ADA, other, Against, 801), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake(ADA, other, Against, 800));
        assert_eq!(ValidationPool::at_stake(&ADA), 1_000);
        wait(DURATION);
        // The first is won, the second rejected with nobody on the other side.
        assert_ok!(resolve(one));
        assert_eq!((parts(BLOCK, ADA), ValidationPool::at_stake(&ADA)), ([100, 1_000, 0], 800));
        assert_ok!(resolve(other));
        assert!(!AtStakeOf::<Test>::contains_key(ADA));
    });
}

#[test]
fn what_is_encumbered_elsewhere_is_not_staked() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(COMPUTE, ADA, 1_000);
        give(COMPUTE, ADA, 100);
        let pool = initiate(terms(COMPUTE));
        assert_noop!(stake(ADA, pool, For, 101), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake(ADA, pool, For, 100));
    });
}

#[test]
fn stake_of_zero_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_noop!(stake(ADA, pool, For, 0), Error::<Test>::ZeroAmount);
        assert_noop!(stake_for(BEN, ADA, pool, 0), Error::<Test>::ZeroAmount);
    });
}

#[test]
fn stake_of_more_than_one_has_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_noop!(stake(ADA, pool, For, 1_001), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake(ADA, pool, For, 1_000));
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::NotEnoughReputation);
        // Nobody without reputation in the domain stakes.
        give(BLOCK, CYD, 1_000);
        assert_noop!(stake(CYD, pool, For, 1), Error::<Test>::NotEnoughReputation);
    });
}

#[test]
fn stake_in_no_pool_fails() {
    with_holders(|| {
        assert_noop!(stake(ADA, 0, For, 1), Error::<Test>::NoSuchPool);
        assert_noop!(resolve(0), Error::<Test>::NoSuchPool);
    });
}

#[test]
fn stake_at_the_deadline_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        wait(DURATION - 1);
        assert_ok!(stake(ADA, pool, For, 1));
        wait(1);
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::WindowClosed);
        assert_ok!(resolve(pool));
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::WindowClosed);
    });
}

#[test]
fn stake_on_the_other_side_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_ok!(stake(ADA, pool, Against, 1));
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::OtherSide);
        delegate(GOVERNANCE, ADA, BEN, 10);
        assert_noop!(stake_for(BEN, ADA, pool, 1), Error::<Test>::OtherSide);
    });
}

#[test]
fn accounts_of_excluded_owners_stay_out() {
    with_holders(|| {
        // Ben is the wallet of Cyd's agent.
        TestAgents::set_owner(BEN, CYD);
        let pool = initiate(excluding(&[CYD, DEE]));
        give(GOVERNANCE, DEE, 10);
        for who in [BEN, DEE] {
            assert_noop!(stake(who, pool, For, 1), Error::<Test>::Excluded);
            // Neither for somebody else, nor by somebody else.
            delegate(GOVERNANCE, ADA, who, 10);
            assert_noop!(stake_for(who, ADA, pool, 1), Error::<Test>::Excluded);
            delegate(GOVERNANCE, who, EVE, 10);
            assert_noop!(stake_for(EVE, who, pool, 1), Error::<Test>::Excluded);
        }
        assert_ok!(stake(ADA, pool, For, 1));
        assert_ok!(stake(BEN, initiate(terms(GOVERNANCE)), For, 1));
    });
}
