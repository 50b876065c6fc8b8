//! Weights, scores, audits and claims.

use super::*;

#[test]
fn score_weighs() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        stake(ADA, pool, 10, 7 * DAY);
        set_score(ADA, 1_000);
        assert_eq!(state(pool).weight, 10 * 1_000 * 2_000);
        assert_last(Event::Weighed { pool, provider: ADA, weight: 20_000_000 });
        // More than 1 000 is no score, and nothing that was told counts as more.
        set_score(ADA, 1_001);
        assert_eq!(state(pool).weight, 20_000_000);
        set_score(ADA, 100);
        assert_eq!(state(pool).weight, 10 * 1_000 * 1_100);
        GpuStaking::score_changed(&EVE);
    });
}

#[test]
fn score_changes_in_each_pool_and_from_then_on() {
    ExtBuilder::default().build_and_execute(|| {
        let pools = [pool_with(BALANCE, AITBC), pool_with(BALANCE, AITBC)];
        for pool in pools {
            let ada = stake(ADA, pool, 10, 7 * DAY);
            stake(ADA, pool, 10, 7 * DAY);
            stake(BEN, pool, 20, 7 * DAY);
            allocate(ada, 10, 0);
        }
        wait(4 * SECOND);
        set_score(ADA, 1_000);
        // A quarter is used: a thousandth in four seconds, of which she has half.
        for pool in pools {
            assert_eq!(state(pool).weight, 20_000 * (2_000 + 1_100));
            assert!(is_about(claimable(pool, ADA), MILLI / 2));
        }
    });
}

/// A wallet is weighed by its agent's score when somebody refreshes it.
#[test]
fn wallet_has_the_score_of_its_agent() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        TestAgents::set_owner(EVE, ADA);
        stake(EVE, pool, 10, 7 * DAY);
        set_score(ADA, 500);
        assert_eq!(state(pool).weight, 10_000 * 1_100);
        assert_ok!(GpuStaking::refresh(signed(BEN), pool, EVE));
        assert_eq!(state(pool).weight, 10_000 * 1_500);
        assert_noop!(GpuStaking::refresh(signed(BEN), 9, EVE), Error::<Test>::PoolNotFound);
        let refresh = GpuStaking::refresh(signed(BEN), pool, BEN);
        assert_noop!(refresh, Error::<Test>::PositionNotFound);
        // Without an agent it is as one without reputation.
        TestAgents::set_owner(EVE, EVE);
        assert_ok!(GpuStaking::refresh(signed(BEN), pool, EVE));
        assert_eq!(state(pool).weight, 10_000 * 1_100);
    });
}

#[test]
fn position_without_a_passed_audit_weighs_nothing_in_an_audited_pool() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 7 * DAY);
        stake(ADA, pool, 10, 7 * DAY);
        Failed::set(&vec![id]);
        let refresh = || {
            assert_ok!(GpuStaking::refresh(signed(EVE), pool, ADA));
        };
        refresh();
        assert_eq!(state(pool).weight, 20_000 * 1_100);
        update(pool, PoolChange::Audit(Some(AuditSpec { rows: 64 })));
        refresh();
        assert_eq!(state(pool).weight, 10_000 * 1_100);
        assert_eq!(GpuStaking::gpu_position(id).unwrap().multiplier, 0);
        // It still has its power.
        assert_eq!((state(pool).total, GpuStaking::position(id).unwrap().usable), (20, 10));
        Failed::set(&vec![]);
        refresh();
        assert_eq!(state(pool).weight, 20_000 * 1_100);
    });
}

/// All weigh nothing: what is emitted waits, and nobody is given it later who was not there.
#[test]
fn nothing_is_distributed_while_nobody_weighs() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, AITBC);
        update(pool, PoolChange::Audit(Some(AuditSpec { rows: 64 })));
        Failed::set(&vec![0]);
        let id = stake(ADA, pool, 10, 7 * DAY);
        allocate(id, 10, 0);
        wait(SECOND);
        pay_fee(pool, AITBC);
        assert_eq!(state(pool).weight, 0);
        assert_noop!(GpuStaking::claim(signed(ADA), pool), Error::<Test>::NothingToClaim);
        let after = state(pool);
        assert_eq!((after.owed, after.bootstrap_left, after.allowance), (0, BALANCE, MILLI));
    });
}

#[test]
fn claim_pays_out_of_the_pot() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, AITBC);
        let id = stake(ADA, pool, 10, 7 * DAY);
        allocate(id, 10, 0);
        wait(SECOND);
        assert_noop!(GpuStaking::claim(signed(ADA), 9), Error::<Test>::PoolNotFound);
        assert_noop!(GpuStaking::claim(signed(BEN), pool), Error::<Test>::NothingToClaim);
        let amount = claim(pool, ADA);
        assert_eq!(amount, MILLI - 1);
        assert_last(Event::Claimed { pool, provider: ADA, amount });
        // What she has not got of the last unit is hers: with her next rewards it comes.
        assert_eq!((state(pool).funds, state(pool).owed), (AITBC - amount, 1));
        let pot = Balances::total_balance(&GpuStaking::pot());
        assert_eq!(pot, EXISTENTIAL_DEPOSIT + AITBC - amount);
        wait(10 * SECOND);
        assert_eq!(amount + claim(pool, ADA), 11 * MILLI);
    });
}

#[test]
fn end_of_the_bootstrap_is_told_once() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(2 * MILLI, AITBC);
        let id = stake(ADA, pool, 10, 7 * DAY);
        allocate(id, 10, 0);
        for used in [false, true, false] {
            wait(SECOND);
            events();
            pay_fee(pool, 0);
            assert_eq!(events().contains(&Event::BootstrapUsed { pool }), used);
        }
        assert_eq!((state(pool).bootstrap_left, state(pool).allowance), (0, MILLI));
    });
}

/// Gifts to the pot belong to no pool.
#[test]
fn gift_to_the_pot_is_nobodys_reward() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, MILLI);
        let keep = frame_support::traits::tokens::Preservation::Preserve;
        assert_ok!(Balances::transfer(&EVE, &GpuStaking::pot(), AITBC, keep));
        let id = stake(ADA, pool, 10, 7 * DAY);
        allocate(id, 10, 0);
        pass(DAY);
        assert!(is_about(claim(pool, ADA), MILLI));
        assert_noop!(GpuStaking::take_back(root(), pool, 1), Error::<Test>::FundsOwed);
        assert_eq!(Balances::total_balance(&GpuStaking::pot()), EXISTENTIAL_DEPOSIT + AITBC + 1);
    });
}

/// There is nothing to weigh of an account that has left, even if it is still owed rewards.
#[test]
fn account_that_has_left_is_not_refreshed() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(50 * AITBC, 100 * AITBC);
        let id = stake(ADA, pool, 10, 7 * DAY);
        allocate(id, 10, 0);
        pass(7 * DAY);
        assert_ok!(GpuStaking::release(id, 10));
        let collateral = Positions::<Test>::get(id).unwrap().collateral;
        assert_ok!(GpuStaking::unstake(signed(ADA), id, 10, collateral));
        assert!(claimable(pool, ADA) > 0);
        let refresh = GpuStaking::refresh(signed(BEN), pool, ADA);
        assert_noop!(refresh, Error::<Test>::PositionNotFound);
    });
}
