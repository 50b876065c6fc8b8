//! Staking and adding.

use super::*;
use crate::types::MAX_POSITIONS;

#[test]
fn stake_holds_the_collateral_and_counts() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        assert_ok!(try_stake(ADA, pool, 30, 300 * AITBC, 90 * DAY));
        assert_eq!(held(ADA), 300 * AITBC);
        let expected = Position {
            provider: ADA,
            pool,
            power: 30,
            collateral: 300 * AITBC,
            per_unit: UNIT,
            lock: 90 * DAY,
            locked_until: now() + 90 * DAY,
            counted: 30 * 1_250,
            allocated: 0,
            earmarked: 0,
            spec_hash: Hash::repeat_byte(7),
            scheduled: true,
        };
        assert_eq!(position(0), expected);
        let weight = 30 * 1_250 * 1_100;
        let found = state(pool);
        assert_eq!((found.total, found.providers, found.weight), (30, 1, weight));
        assert_eq!(found.collateral, 300 * AITBC);
        let ours: Vec<_> = events();
        let staked = Event::Staked {
            position: 0,
            pool,
            provider: ADA,
            power: 30,
            collateral: 300 * AITBC,
            locked_until: now() + 90 * DAY,
        };
        assert_eq!(ours[1..], [staked, Event::Weighed { pool, provider: ADA, weight }]);
        assert_eq!(Told::get(), [0]);
        assert!(GpuStaking::open(&ADA) && !GpuStaking::open(&BEN));
    });
}

#[test]
fn bounds_of_a_stake() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let full = 300 * AITBC;
        assert_noop!(try_stake(ADA, 9, 30, full, 7 * DAY), Error::<Test>::PoolNotFound);
        assert_noop!(try_stake(EVE, pool, 30, full, 7 * DAY), Error::<Test>::NotProvider);
        assert_noop!(try_stake(ADA, pool, 0, full, 7 * DAY), Error::<Test>::PowerZero);
        assert_noop!(try_stake(ADA, pool, 30, full, 6 * DAY), Error::<Test>::LockTooShort);
        assert_noop!(try_stake(ADA, pool, 30, full, MIN_LOCK - 1), Error::<Test>::LockTooShort);
        assert_noop!(try_stake(ADA, pool, 30, full, 366 * DAY), Error::<Test>::LockTooLong);
        assert_noop!(try_stake(ADA, pool, 30, full, MAX_LOCK + 1), Error::<Test>::LockTooLong);
        let low = DispatchError::from(Error::<Test>::CollateralTooLow);
        assert_noop!(try_stake(ADA, pool, 30, full - 1, 7 * DAY), low);
        // Little power needs 100 AITBC too, and a lot of it no more than there can be.
        assert_noop!(try_stake(ADA, pool, 1, 100 * AITBC - 1, 7 * DAY), low);
        update(pool, PoolChange::PerUnit(MAX_PER_UNIT));
        assert_noop!(try_stake(ADA, pool, 2, 2 * MAX_PER_UNIT - 1, 7 * DAY), low);
        assert_noop!(try_stake(ADA, pool, u32::MAX, BALANCE, 7 * DAY), low);
        update(pool, PoolChange::PerUnit(UNIT));
        assert_noop!(try_stake(ADA, pool, 2, BALANCE, 7 * DAY), TokenError::FundsUnavailable);
        assert_ok!(try_stake(ADA, pool, 30, full, MIN_LOCK));
        assert_ok!(try_stake(ADA, pool, 30, full, MAX_LOCK));
        assert_ok!(try_stake(ADA, pool, 1, 100 * AITBC, 7 * DAY));
    });
}

#[test]
fn wallets_of_providers_may_stake_and_other_agents_may_not() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        TestAgents::set_owner(EVE, ADA);
        stake(EVE, pool, 1, 7 * DAY);
        TestAgents::set_class(BEN, VoterClass::Consumer);
        // A consumer, its wallet, and a wallet that is of no provider any more.
        TestAgents::set_owner(DEE, BEN);
        for who in [BEN, DEE] {
            let stake = try_stake(who, pool, 1, 100 * AITBC, 7 * DAY);
            assert_noop!(stake, Error::<Test>::NotProvider);
        }
        TestAgents::set_owner(EVE, BEN);
        assert_noop!(GpuStaking::add(signed(EVE), 0, 1, UNIT), Error::<Test>::NotProvider);
        // It gets out.
        pass(7 * DAY);
        unstake_all(0);
    });
}

#[test]
fn account_has_16_positions_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let pools = [create(standard()), create(standard())];
        for index in 0..MAX_POSITIONS {
            stake(ADA, pools[index as usize % 2], 1, 7 * DAY);
        }
        let one_more = || try_stake(ADA, pools[0], 1, 100 * AITBC, 7 * DAY);
        assert_noop!(one_more(), Error::<Test>::TooManyPositions);
        pass(7 * DAY);
        unstake_all(3);
        assert_ok!(one_more());
        assert_eq!(state(pools[0]).providers, 1);
    });
}

#[test]
fn collateral_alone_is_added_without_touching_the_lock() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 30 * DAY);
        let until = position(id).locked_until;
        pass(10 * DAY);
        assert_ok!(GpuStaking::add(signed(ADA), id, 0, 5));
        assert_last(Event::Added { position: id, power: 0, collateral: 5, locked_until: until });
        let after = position(id);
        assert_eq!((after.collateral, after.locked_until), (100 * AITBC + 5, until));
        assert_eq!(held(ADA), 100 * AITBC + 5);
    });
}

#[test]
fn added_power_is_covered_and_locked_like_the_rest() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 20, 30 * DAY);
        pass(10 * DAY);
        let add = |power, collateral| GpuStaking::add(signed(ADA), id, power, collateral);
        assert_noop!(add(10, 100 * AITBC - 1), Error::<Test>::CollateralTooLow);
        assert_noop!(add(0, 0), Error::<Test>::AmountZero);
        assert_noop!(GpuStaking::add(signed(BEN), id, 0, 1), Error::<Test>::NotOwner);
        assert_noop!(GpuStaking::add(signed(ADA), 9, 0, 1), Error::<Test>::PositionNotFound);
        assert_noop!(add(u32::MAX, 1), sp_runtime::ArithmeticError::Overflow);
        assert_noop!(add(1, BALANCE), TokenError::FundsUnavailable);
        assert_ok!(add(10, 100 * AITBC));
        let after = position(id);
        assert_eq!((after.power, after.collateral), (30, 300 * AITBC));
        assert_eq!((after.locked_until, after.counted), (now() + 30 * DAY, 30 * 1_100));
        assert_eq!(state(pool).weight, 30 * 1_100 * 1_100);
        TestAgents::set_class(ADA, VoterClass::Builder);
        assert_noop!(add(0, 1), Error::<Test>::NotProvider);
    });
}

#[test]
fn adding_forfeits_no_rewards() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, 1_000 * AITBC);
        let ada = stake(ADA, pool, 10, 7 * DAY);
        stake(BEN, pool, 10, 7 * DAY);
        allocate(ada, 10, 0);
        wait(SECOND);
        let before = claimable(pool, ADA);
        assert!(is_about(before, MILLI / 4));
        assert_ok!(GpuStaking::add(signed(ADA), ada, 20, 200 * AITBC));
        assert_eq!(claimable(pool, ADA), before);
        wait(SECOND);
        // A quarter of the power is in use, and three quarters of the weight are hers.
        let emitted = MILLI / 4;
        assert!((before + 1 + emitted * 3 / 4).abs_diff(claimable(pool, ADA)) <= 1);
    });
}

/// The hold may not count on tokens that are frozen.
#[test]
fn collateral_is_not_taken_of_frozen_tokens() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        assert_ok!(Balances::set_freeze(&0, &ADA, BALANCE - 150 * AITBC));
        let stake_with = |collateral| try_stake(ADA, pool, 1, collateral, 7 * DAY);
        assert_noop!(stake_with(150 * AITBC + 1), Error::<Test>::Frozen);
        assert_ok!(stake_with(150 * AITBC));
        assert_noop!(GpuStaking::add(signed(ADA), 0, 0, 1), Error::<Test>::Frozen);
    });
}
