//! Attacks on money and weight. Each ends with the books of those who take part.

use super::*;
use crate::types::Member;

/// What accounts have gained since the beginning.
fn gain(who: u64) -> i128 {
    Balances::total_balance(&who) as i128 - BALANCE as i128
}

/// Ada and Ben with ten units each, Ada's in use, after a day at full bootstrap.
fn a_day_of_two() -> (GpuPoolId, PositionId, PositionId) {
    let pool = pool_with(BALANCE, 1_000 * AITBC);
    let ada = stake(ADA, pool, 10, 7 * DAY);
    let ben = stake(BEN, pool, 10, 7 * DAY);
    allocate(ada, 10, 0);
    pass(DAY);
    (pool, ada, ben)
}

#[test]
fn attack_claim_twice() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, _, _) = a_day_of_two();
        let first = claim(pool, ADA);
        assert!(is_about(first, 21_600 * MILLI));
        assert_noop!(GpuStaking::claim(signed(ADA), pool), Error::<Test>::NothingToClaim);
        assert_eq!((gain(ADA), gain(BEN)), (first as i128, 0));
        assert!(is_about(claim(pool, BEN), 21_600 * MILLI));
    });
}

#[test]
fn attack_claim_from_another_pool() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, _, _) = a_day_of_two();
        let other = pool_with(BALANCE, 1_000 * AITBC);
        stake(CYD, other, 10, 7 * DAY);
        for (who, pool) in [(ADA, other), (CYD, pool), (EVE, pool)] {
            assert_noop!(GpuStaking::claim(signed(who), pool), Error::<Test>::NothingToClaim);
        }
        // One that is in both gets of each what it earned there.
        stake(ADA, other, 10, 7 * DAY);
        assert_eq!(claimable(other, ADA), 0);
        assert!(is_about(claim(pool, ADA), 21_600 * MILLI));
        assert_eq!((state(other).funds, gain(CYD)), (1_000 * AITBC, 0));
    });
}

#[test]
fn attack_empty_pool_pays_with_another_pools_funds() {
    ExtBuilder::default().build_and_execute(|| {
        let poor = pool_with(BALANCE, MILLI);
        let rich = pool_with(BALANCE, 1_000 * AITBC);
        let ada = stake(ADA, poor, 10, 7 * DAY);
        stake(BEN, rich, 10, 7 * DAY);
        allocate(ada, 10, 0);
        pass(DAY);
        assert!(is_about(claim(poor, ADA), MILLI));
        assert_noop!(GpuStaking::claim(signed(ADA), poor), Error::<Test>::NothingToClaim);
        assert_eq!((state(rich).funds, gain(ADA)), (1_000 * AITBC, MILLI as i128 - 1));
    });
}

/// There is no pool to name: a position is in one, and leaves that one's books.
#[test]
fn attack_unstake_through_another_pool() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, ada, ben) = a_day_of_two();
        let other = create(standard());
        let id = stake(ADA, other, 20, 7 * DAY);
        pass(7 * DAY);
        let steal = GpuStaking::unstake(signed(ADA), ben, 10, 100 * AITBC);
        assert_noop!(steal, Error::<Test>::NotOwner);
        let more = GpuStaking::unstake(signed(ADA), ada, 20, 200 * AITBC);
        assert_noop!(more, Error::<Test>::Allocated);
        unstake_all(id);
        assert_eq!((state(pool).total, state(other).total), (20, 0));
        assert_eq!((held(ADA), held(BEN)), (300 * AITBC, 100 * AITBC));
    });
}

#[test]
fn attack_unstake_what_is_locked_allocated_or_earmarked() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 30, 7 * DAY);
        allocate(id, 10, 200 * AITBC);
        let unstake = |power, collateral| GpuStaking::unstake(signed(ADA), id, power, collateral);
        wait(7 * DAY - 1);
        assert_noop!(unstake(1, 0), Error::<Test>::StillLocked);
        assert_noop!(unstake(0, 1), Error::<Test>::StillLocked);
        wait(1);
        assert_noop!(unstake(21, 0), Error::<Test>::Allocated);
        assert_noop!(unstake(0, 100 * AITBC + 1), Error::<Test>::Earmarked);
        assert_noop!(unstake(30, 300 * AITBC), Error::<Test>::Allocated);
        assert_ok!(unstake(20, 100 * AITBC));
        // The bond is there when it is lost, however long she has waited.
        pass(UNBONDING);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert_eq!(GpuStaking::slash(id, 200 * AITBC, Some(&BEN), SlashReason::Bond), 200 * AITBC);
        assert_eq!((gain(ADA), gain(BEN)), (-200 * AITBC as i128, 100 * AITBC as i128));
        assert_eq!(gain(TREASURY), 100 * AITBC as i128);
    });
}

#[test]
fn attack_a_years_lock_once_for_2x_for_ever() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, 1_000_000 * AITBC);
        let ada = stake(ADA, pool, 10, 365 * DAY);
        let ben = stake(BEN, pool, 10, 7 * DAY);
        allocate(ben, 10, 0);
        pass(365 * DAY);
        claim(pool, ADA);
        claim(pool, BEN);
        let counts = |thousandths| assert_eq!(position(ada).counted, thousandths);
        counts(10_000);
        // Nothing that she can do brings it back, but to lock it for a year again.
        assert_ok!(GpuStaking::refresh(signed(ADA), pool, ADA));
        assert_ok!(GpuStaking::add(signed(ADA), ada, 0, 1));
        assert_ok!(GpuStaking::unstake(signed(ADA), ada, 0, 1));
        counts(10_000);
        assert_ok!(GpuStaking::relock(signed(ADA), ada, 7 * DAY));
        counts(10_000);
        pass(DAY);
        let (hers, his) = (claim(pool, ADA), claim(pool, BEN));
        assert!(hers.abs_diff(his) <= 1);
    });
}

/// A small position that was locked for a year long ago must not lend its multiplier to power that leaves
/// soon.
#[test]
fn attack_add_power_to_a_lock_that_is_nearly_over() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let year = stake(ADA, pool, 1, 365 * DAY);
        let week = stake(ADA, pool, 10, 7 * DAY);
        pass(365 * DAY - 1);
        assert_ok!(GpuStaking::add(signed(ADA), year, 1_000, 10_000 * AITBC));
        let long = position(year);
        assert_eq!((long.counted, long.locked_until), (2_002_000, now() + 365 * DAY));
        // Nor may power stand in a position whose lock is over without one.
        assert_ok!(GpuStaking::add(signed(ADA), week, 1_000, 10_000 * AITBC));
        assert_eq!(position(week).locked_until, now() + 7 * DAY);
        let leave = GpuStaking::unstake(signed(ADA), week, 1_000, 10_000 * AITBC);
        assert_noop!(leave, Error::<Test>::StillLocked);
        assert_eq!(gain(ADA), 0);
    });
}

#[test]
fn attack_relock_to_earlier() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 365 * DAY);
        pass(DAY);
        for lock in [7 * DAY, 30 * DAY, 364 * DAY] {
            let relock = GpuStaking::relock(signed(ADA), id, lock);
            assert_noop!(relock, Error::<Test>::LockShortened);
        }
        assert_ok!(GpuStaking::relock(signed(ADA), id, 364 * DAY + 1));
        // The longer lock is no year: it counts as what it is.
        assert_eq!(position(id).counted, 15_000);
    });
}

/// With a task for each lock the agenda could be filled for the price of calls.
#[test]
fn attack_fill_the_agenda_by_relocking() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 7 * DAY);
        for _ in 0..1_000 {
            wait(1);
            assert_ok!(GpuStaking::relock(signed(ADA), id, 7 * DAY));
        }
        assert_eq!(TestAgenda::<LockTask>::waiting().len(), 1);
        assert_eq!(gain(ADA), 0);
    });
}

/// A minute before the pay, a big position: it gets of that minute only.
#[test]
fn attack_stake_just_before_a_fee_earns_nothing_of_the_past() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, ada, _) = a_day_of_two();
        let big = stake(CYD, pool, 100_000, 7 * DAY);
        assert_eq!(claimable(pool, CYD), 0);
        assert!(is_about(claimable(pool, ADA), 21_600 * MILLI));
        // Rewards are for weight, and so are fees that are paid while it is there: the lock is what that
        // costs.
        let leave = GpuStaking::unstake(signed(CYD), big, 100_000, 1_000_000 * AITBC);
        assert_noop!(leave, Error::<Test>::StillLocked);
        assert_ok!(GpuStaking::release(ada, 10));
        assert_eq!((gain(CYD), gain(ADA)), (0, 0));
    });
}

#[test]
fn attack_emission_after_funds_ran_dry_and_came_back() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(500 * AITBC, 10 * AITBC);
        let ada = stake(ADA, pool, 10, 7 * DAY);
        allocate(ada, 10, 0);
        pass(DAY);
        assert!(is_about(claim(pool, ADA), 10 * AITBC));
        pass(10 * DAY);
        pay_fee(pool, 1_000 * AITBC);
        assert_ok!(GpuStaking::fund(signed(EVE), pool, 1_000 * AITBC));
        // Neither what was used meanwhile is paid now, nor what was paid for it is matched.
        assert_eq!(claimable(pool, ADA), 0);
        update(pool, PoolChange::Bootstrap(0));
        assert_eq!(state(pool).allowance, 0);
        pay_fee(pool, 1_000 * AITBC);
        assert_eq!(claimable(pool, ADA), 0);
        // From here on it goes on: a second, and the fee that is paid for it.
        wait(SECOND);
        pay_fee(pool, 1_000 * AITBC);
        let all = 10 * AITBC + MILLI;
        claim(pool, ADA);
        assert!(is_about(gain(ADA) as Balance, all));
        assert_eq!(state(pool).funds + gain(ADA) as Balance, 1_010 * AITBC);
    });
}

/// The same with next to nothing left, which no bootstrap gives away: it lets no more be earned than it is.
#[test]
fn attack_emission_with_dust_for_funds() {
    for dust in [0, 1, MILLI] {
        ExtBuilder::default().build_and_execute(|| {
            let pool = pool_with(0, dust);
            let ada = stake(ADA, pool, 10, 7 * DAY);
            allocate(ada, 10, 0);
            pass(10 * DAY);
            assert_ok!(GpuStaking::fund(signed(EVE), pool, 1_000 * AITBC));
            for _ in 0..2 {
                pay_fee(pool, 1_000 * AITBC);
                assert!(is_about(claimable(pool, ADA), dust));
            }
            wait(SECOND);
            pay_fee(pool, 1_000 * AITBC);
            let all = claim(pool, ADA);
            assert!(is_about(all, dust + MILLI));
            assert_eq!((gain(ADA), state(pool).funds), (all as i128, 1_000 * AITBC + dust - all));
        });
    }
}

/// A million claims after fees of a few units, of three whose weights do not divide anything.
#[test]
fn attack_a_million_claims_of_dust() {
    let weights = [7 * 1_000, 11 * 1_100, 13 * 1_250].map(|base: u128| base * 1_100);
    let total: u128 = weights.iter().sum();
    let mut state =
        PoolState { weight: total, funds: AITBC, allowance: AITBC, ..Default::default() };
    let mut members = weights.map(|weight| Member { weight, ..Default::default() });
    let mut claimed = [0; 3];
    let mut distributed = 0;
    for round in 0..333_334 {
        distributed += state.match_fee(Permill::one(), 1 + round % 7);
        for (member, claimed) in members.iter_mut().zip(&mut claimed) {
            member.settle(state.accumulator);
            *claimed += core::mem::take(&mut member.owed);
        }
        assert!(claimed.iter().sum::<u128>() <= distributed);
    }
    assert_eq!(distributed, state.owed);
    // Nothing is lost either: less than a unit of each waits for its next reward.
    assert!(distributed - claimed.iter().sum::<u128>() <= 3);
    for (claimed, weight) in claimed.into_iter().zip(weights) {
        assert!(claimed.abs_diff(distributed * weight / total) <= 1);
    }
}

/// The same by calls, to the last unit in the pot.
#[test]
fn attack_claims_of_dust_by_calls() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(0, AITBC);
        let ada = stake(ADA, pool, 7, 7 * DAY);
        stake(BEN, pool, 11, 30 * DAY);
        stake(CYD, pool, 13, 90 * DAY);
        allocate(ada, 7, 0);
        pass(DAY);
        for round in 0..1_000 {
            pay_fee(pool, 1 + round % 7);
            for who in [ADA, BEN, CYD] {
                let told = claimable(pool, who);
                assert_eq!(GpuStaking::claim(signed(who), pool).is_ok(), told > 0);
            }
        }
        let after = state(pool);
        let gains: i128 = [ADA, BEN, CYD].map(gain).iter().sum();
        // Half of each fee, rounded down.
        let distributed = (0..1_000).map(|round| (1 + round % 7) / 2).sum::<i128>();
        assert!(after.owed <= 3 && gains + after.owed as i128 == distributed);
        assert_eq!(after.funds, AITBC - gains as u128);
    });
}

/// Collateral that is raised afterwards takes nobody's capacity, weight or way out.
#[test]
fn attack_collateral_raised_afterwards() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 30, 7 * DAY);
        allocate(id, 10, 0);
        let weight = state(pool).weight;
        update(pool, PoolChange::PerUnit(1_000 * AITBC));
        assert_ok!(GpuStaking::refresh(signed(EVE), pool, ADA));
        assert_eq!((position(id).usable(), position(id).free()), (30, 20));
        assert_eq!(state(pool).weight, weight);
        assert_ok!(GpuStaking::add(signed(ADA), id, 0, 1));
        let low = DispatchError::from(Error::<Test>::CollateralTooLow);
        assert_noop!(GpuStaking::add(signed(ADA), id, 1, 30_000 * AITBC), low);
        pass(7 * DAY);
        // What stays covers what stays at the price of then.
        assert_ok!(GpuStaking::unstake(signed(ADA), id, 20, 200 * AITBC + 1));
        assert_ok!(GpuStaking::release(id, 10));
        unstake_all(id);
        pass(UNBONDING);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert_eq!((gain(ADA), held(ADA)), (0, 0));
    });
}

/// Lower collateral is for power that is staked then, not a way to take out what stands behind older bonds.
#[test]
fn attack_collateral_lowered_afterwards_frees_no_bond() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 30, 7 * DAY);
        allocate(id, 10, 250 * AITBC);
        update(pool, PoolChange::PerUnit(MIN_PER_UNIT));
        assert_ok!(GpuStaking::add(signed(ADA), id, 1, 0));
        pass(7 * DAY);
        let unstake = |collateral| GpuStaking::unstake(signed(ADA), id, 1, collateral);
        assert_noop!(unstake(50 * AITBC + 1), Error::<Test>::Earmarked);
        assert_ok!(unstake(50 * AITBC));
        assert_eq!((held(ADA), gain(ADA)), (300 * AITBC, 0));
    });
}

/// 200 tokens, 100 of them vesting: a second stake of what vests would let an accomplice earn it by slashes.
#[test]
fn attack_frozen_tokens_leave_through_slashes_to_an_accomplice() {
    ExtBuilder::default().build_and_execute(|| {
        FraudSlash::set(&Perbill::one());
        let pool = create(standard());
        assert_ok!(Balances::set_freeze(&0, &DEE, BALANCE - 300 * AITBC));
        let stake_100 = || try_stake(DEE, pool, 10, 100 * AITBC, 7 * DAY);
        for _ in 0..3 {
            assert_ok!(stake_100());
        }
        assert_noop!(stake_100(), Error::<Test>::Frozen);
        for id in 0..3 {
            assert_eq!(GpuStaking::slash_fraud(id, Some(&EVE)), 100 * AITBC);
        }
        assert_noop!(stake_100(), Error::<Test>::Frozen);
        // All that has left was free of the freeze.
        assert_eq!((gain(DEE), gain(EVE)), (-300 * AITBC as i128, 150 * AITBC as i128));
        assert_eq!(gain(TREASURY), 150 * AITBC as i128);
    });
}

/// What a pause stops is new money. Nothing of the way out asks anything that can be stopped, or whether the
/// account still is a provider.
#[test]
fn attack_pause_that_traps_an_exit() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, ada, _) = a_day_of_two();
        assert_ok!(GpuStaking::close_pool(root(), pool));
        TestAgents::set_class(ADA, VoterClass::Human);
        assert_ok!(GpuStaking::release(ada, 10));
        pass(6 * DAY);
        // Neither does the agenda have to come to it.
        wait(0);
        unstake_all(ada);
        let reward = claim(pool, ADA);
        wait(UNBONDING);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert!(is_about(reward, 21_600 * MILLI));
        assert_eq!((gain(ADA), held(ADA)), (reward as i128, 0));
    });
}

/// With a unit that costs next to nothing one holder of tokens could declare nearly all of a pool's power.
#[test]
fn attack_lower_the_collateral_and_take_the_rewards() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, _, _) = a_day_of_two();
        for next_to_nothing in [1, MIN_PER_UNIT - 1] {
            let change = PoolChange::PerUnit(next_to_nothing);
            assert_noop!(GpuStaking::update_pool(root(), pool, change), Error::<Test>::BadSpec);
        }
        // At the least it is a price for what it takes: a hundred units for 100 AITBC.
        update(pool, PoolChange::PerUnit(MIN_PER_UNIT));
        let more = try_stake(CYD, pool, 101, 101 * AITBC - 1, 7 * DAY);
        assert_noop!(more, Error::<Test>::CollateralTooLow);
        assert_ok!(try_stake(CYD, pool, 100, 100 * AITBC, 7 * DAY));
        assert_eq!((gain(ADA), gain(BEN), gain(CYD), held(CYD)), (0, 0, 0, 100 * AITBC));
    });
}

/// Who closes the pool of a rival must not keep its collateral in for what is left of a year.
#[test]
fn attack_close_a_pool_to_trap_rivals() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 30, 365 * DAY);
        allocate(id, 10, 50 * AITBC);
        let unstake = |power, collateral| GpuStaking::unstake(signed(ADA), id, power, collateral);
        assert_noop!(unstake(1, 0), Error::<Test>::StillLocked);
        assert_ok!(GpuStaking::close_pool(root(), pool));
        // What the market uses it still uses.
        assert_noop!(unstake(21, 0), Error::<Test>::Allocated);
        assert_noop!(unstake(20, 250 * AITBC + 1), Error::<Test>::Earmarked);
        assert_noop!(unstake(20, 200 * AITBC + 1), Error::<Test>::CollateralTooLow);
        assert_ok!(unstake(20, 200 * AITBC));
        assert_ok!(GpuStaking::release(id, 10));
        assert_ok!(GpuStaking::unearmark(id, 50 * AITBC));
        assert_ok!(unstake(10, 100 * AITBC));
        // And what is proven in the week in which it unbonds is paid.
        assert_eq!(GpuStaking::slash_fraud(id, Some(&BEN)), 30 * AITBC);
        pass(UNBONDING);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        let books = (gain(ADA), gain(BEN), gain(TREASURY), held(ADA));
        assert_eq!(books, (-30 * AITBC as i128, 15 * AITBC as i128, 15 * AITBC as i128, 0));
        // Nothing is left for the task at the end of the lock.
        pass(365 * DAY);
    });
}

/// Power that nobody could use would lower the others' emission at no cost.
#[test]
fn attack_declare_power_without_collateral() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, _, _) = a_day_of_two();
        let stake = try_stake(CYD, pool, u32::MAX, 100 * AITBC, 7 * DAY);
        assert_noop!(stake, Error::<Test>::CollateralTooLow);
        let add = GpuStaking::add(signed(BEN), 1, 1_000_000, 0);
        assert_noop!(add, Error::<Test>::CollateralTooLow);
        assert_eq!(state(pool).total, 20);
    });
}

/// What was taken back or granted to another pool cannot be owed here.
#[test]
fn attack_take_back_what_is_owed_in_the_same_block() {
    ExtBuilder::default().build_and_execute(|| {
        let (pool, _, _) = a_day_of_two();
        let all = GpuStaking::take_back(root(), pool, 1_000 * AITBC);
        assert_noop!(all, Error::<Test>::FundsOwed);
        assert_ok!(GpuStaking::take_back(root(), pool, 1_000 * AITBC - 43_200 * MILLI));
        assert!(is_about(claim(pool, ADA), 21_600 * MILLI));
        assert!(is_about(claim(pool, BEN), 21_600 * MILLI));
        assert!(gain(TREASURY) == (1_000 * AITBC - 43_200 * MILLI) as i128);
    });
}

/// Whoever is slashed for another's good cannot choose the moment: an exit does not outrun the proof.
#[test]
fn attack_leave_before_the_fraud_is_proven() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 30, 7 * DAY);
        pass(7 * DAY);
        unstake_all(id);
        pass(6 * DAY);
        assert_eq!(GpuStaking::slash_fraud(id, Some(&BEN)), 30 * AITBC);
        pass(DAY);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        let books = (gain(ADA), gain(BEN), gain(TREASURY));
        assert_eq!(books, (-30 * AITBC as i128, 15 * AITBC as i128, 15 * AITBC as i128));
    });
}
