//! Pools in which as many accounts have staked as can.

use super::*;
use crate::{Delegated, StakedFor};
use frame_support::dispatch::GetDispatchInfo;

#[test]
fn at_most_256_accounts_stake_in_a_pool_and_16_are_settled_at_a_time() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = initiate_among(257);
        for who in 1_000..1_256 {
            assert_ok!(stake(who, pool, For, 20));
        }
        assert_noop!(stake(1_256, pool, For, 20), Error::<Test>::TooManyStakers);
        assert_ok!(stake(1_000, pool, For, 1));
        wait(DURATION);
        for page in 1..16 {
            assert_ok!(resolve(pool));
            assert_eq!(Stakes::<Test>::iter().count(), 256 - page * 16);
            assert_eq!(ValidationPool::outcome(pool), None);
            ValidationPool::do_try_state().unwrap();
        }
        assert_noop!(stake(1_256, pool, For, 10), Error::<Test>::WindowClosed);
        assert_ok!(resolve(pool));
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
    });
}

#[test]
fn dust_keeps_nobody_out_of_a_pool() {
    ExtBuilder::default().build_and_execute(|| {
        let honest = 1_000..1_256;
        let dust = 2_000..2_256;
        honest.clone().for_each(|who| give(GOVERNANCE, who, 100));
        dust.clone().for_each(|who| give(GOVERNANCE, who, 1));
        let pool = initiate(terms(GOVERNANCE));
        for who in dust.clone() {
            assert_ok!(stake(who, pool, Against, 1));
        }
        for who in honest.clone() {
            assert_ok!(stake(who, pool, For, 20));
        }
        let view = ValidationPool::pool(pool).unwrap();
        assert_eq!((view.for_stake, view.against_stake, view.stakers), (5_120, 0, 256));
        assert!(dust.clone().all(|who| parts(GOVERNANCE, who) == [1, 0, 0]));
        // Nor is anybody put out by as little.
        give(GOVERNANCE, ADA, 30);
        assert_noop!(stake(ADA, pool, Against, 20), Error::<Test>::TooManyStakers);
        ValidationPool::do_try_state().unwrap();
        wait(DURATION);
        for _ in 0..16 {
            assert_ok!(resolve(pool));
        }
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
    });
}

/// Runs `test` with a full pool of domain Block: of Ada, who has staked 300 of what was encumbered, and
/// of Ben, for whom Cyd has staked all, 200.
fn with_full_pool(test: impl FnOnce(PoolId)) {
    ExtBuilder::default().build_and_execute(|| {
        MaxStakers::set(&2);
        give_encumbered(BLOCK, ADA, 1_000);
        give(BLOCK, BEN, 200);
        give(BLOCK, DEE, 1_000);
        delegate(BLOCK, BEN, CYD, 500);
        let terms = Terms { binding: PPM / 3, ..terms(BLOCK) };
        let pool = initiate(terms);
        assert_ok!(stake(ADA, pool, Against, 300));
        assert_ok!(stake_for(CYD, BEN, pool, 200));
        events();
        test(pool);
    });
}

#[test]
fn a_larger_stake_puts_the_smallest_out_of_a_full_pool() {
    with_full_pool(|pool| {
        assert_noop!(stake(DEE, pool, Against, 200), Error::<Test>::TooManyStakers);
        assert_ok!(stake(DEE, pool, Against, 201));
        let displaced = Event::Displaced { pool, who: BEN, amount: 200 };
        let staked = Event::Staked { pool, who: DEE, side: Against, amount: 201 };
        assert_eq!(events(), [displaced, staked]);
        // As if he had never staked.
        assert_eq!(parts(BLOCK, BEN), [200, 0, 0]);
        assert_eq!(Delegated::<Test>::iter().count() + StakedFor::<Test>::iter().count(), 0);
        let view = ValidationPool::pool(pool).unwrap();
        assert_eq!((view.for_stake, view.against_stake, view.stakers), (0, 501, 2));
        let at_risk = Pools::<Test>::get(pool).unwrap().against_side.at_risk;
        // Each rounded down.
        assert_eq!(at_risk, 99 + 66);
    });
}

#[test]
fn who_was_put_out_of_a_pool_pays_what_it_owes() {
    with_full_pool(|pool| {
        // 700 are destroyed, and of the 300 at stake 100 are owed.
        assert_eq!(Ledger::burn(BLOCK, &ADA, 800), 700);
        give(BLOCK, BEN, 200);
        assert_ok!(stake(BEN, pool, For, 200));
        assert_ok!(stake(DEE, pool, For, 301));
        assert_eq!(events()[1], Event::Displaced { pool, who: ADA, amount: 300 });
        assert_eq!((parts(BLOCK, ADA), ValidationPool::at_stake(&ADA)), ([0, 200, 0], 0));
    });
}

#[test]
fn who_is_in_a_full_pool_stakes_more_and_puts_nobody_out() {
    with_full_pool(|pool| {
        assert_ok!(stake(ADA, pool, Against, 300));
        assert_eq!(events().len(), 1);
        assert_eq!(ValidationPool::pool(pool).unwrap().stakers, 2);
        // Who was put out may come back with more.
        assert_ok!(stake(DEE, pool, Against, 400));
        assert_noop!(stake_for(CYD, BEN, pool, 200), Error::<Test>::TooManyStakers);
        give(BLOCK, BEN, 300);
        assert_ok!(stake_for(CYD, BEN, pool, 500));
        assert_eq!(parts(BLOCK, DEE), [1_000, 0, 0]);
    });
}

#[test]
fn of_equal_stakes_the_first_stored_is_put_out() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = initiate_among(257);
        for who in 1_000..1_256 {
            assert_ok!(stake(who, pool, For, 10));
        }
        let first = Stakes::<Test>::iter_prefix(pool).next().unwrap().0;
        assert_ok!(stake(1_256, pool, For, 11));
        assert!(!Stakes::<Test>::contains_key(pool, first));
    });
}

#[test]
fn a_stake_costs_more_in_a_full_pool_only() {
    with_full_pool(|pool| {
        let full = <() as WeightInfo>::stake_in_full_pool();
        let declared = |call: crate::Call<Test>| call.get_dispatch_info().call_weight;
        let (own, for_ben) = (<() as WeightInfo>::stake(), <() as WeightInfo>::stake_for());
        let call = crate::Call::stake { pool, side: For, amount: 1 };
        assert_eq!(declared(call), own + full);
        let call = crate::Call::stake_for { holder: BEN, pool, side: For, amount: 1 };
        assert_eq!(declared(call), for_ben + full);

        let taken = |who, amount| {
            ValidationPool::stake(signed(who), pool, Against, amount).unwrap().actual_weight
        };
        assert_eq!(taken(ADA, 1), Some(own));
        // What was declared.
        assert_eq!(taken(DEE, 300), None);
        give(BLOCK, BEN, 300);
        let taken = |amount| {
            let result = ValidationPool::stake_for(signed(CYD), BEN, pool, For, amount);
            result.unwrap().actual_weight
        };
        assert_eq!(taken(400), None);
        assert_eq!(taken(1), Some(for_ben));
    });
}
