//! What pools emit, as arithmetic.

use super::*;
use crate::types::Member;

fn half_used(bootstrap_left: Balance, funds: Balance) -> PoolState {
    PoolState {
        total: 400,
        allocated: 200,
        weight: 400,
        bootstrap_left,
        funds,
        ..Default::default()
    }
}

#[test]
fn demand_is_rounded_down_and_never_overflows() {
    let state = PoolState { total: 3, allocated: 2, ..Default::default() };
    assert_eq!(state.demand(1, 1_499), 0);
    assert_eq!(state.demand(1, 1_500), 1);
    assert_eq!(state.demand(1, 2_999), 1);
    assert_eq!(PoolState { total: 0, allocated: 0, ..state }.demand(1, 1_500), 0);
    let full = PoolState { total: 1, allocated: u64::MAX, ..Default::default() };
    assert_eq!(full.demand(AITBC, Moment::MAX), Balance::MAX);
}

#[test]
fn bootstrap_pays_first_and_the_rest_is_allowance() {
    let mut state = half_used(3, 100);
    assert_eq!(state.accrue(1, 20_000), 3);
    assert_eq!((state.bootstrap_left, state.allowance, state.owed), (0, 7, 3));
    assert_eq!(state.accrue(1, 22_000), 0);
    assert_eq!((state.allowance, state.owed, state.updated), (8, 3, 22_000));
}

#[test]
fn nothing_is_earned_beyond_what_is_left() {
    let mut state = half_used(0, 0);
    state.accrue(1, 20_000);
    assert_eq!(state.allowance, 0);
    state.funds = 1;
    state.accrue(1, 22_000);
    assert_eq!(state.allowance, 1);
    // Nor does the last unit let more be earned than there is.
    state.accrue(1, 42_000);
    assert_eq!(state.allowance, 1);
    // What was earned while there were funds stays when they are taken back.
    let mut taken = PoolState { allowance: 7, ..half_used(0, 3) };
    taken.accrue(1, 20_000);
    assert_eq!(taken.allowance, 7);
    // Up to what is left, and no further.
    for (funds, allowance) in [(9, 9), (10, 10), (11, 10)] {
        let mut state = half_used(0, funds);
        state.accrue(1, 20_000);
        assert_eq!(state.allowance, allowance);
    }
    // Funds that end within a span end it, whether or not somebody looks in between.
    let mut once = half_used(100, 4);
    let mut often = once;
    once.accrue(1, 20_000);
    for second in 1..=20 {
        often.accrue(1, second * 1_000);
    }
    assert_eq!((once.owed, once.bootstrap_left, once.allowance), (4, 96, 0));
    // Each span is rounded down for itself: half a unit a second is none.
    assert_eq!((often.owed, often.allowance), (0, 0));
}

#[test]
fn fee_is_matched_up_to_ratio_allowance_and_funds() {
    let half = Permill::from_percent(50);
    let mut state = PoolState { allowance: 10, ..half_used(0, 100) };
    assert_eq!(state.match_fee(half, 7), 3);
    assert_eq!((state.allowance, state.owed), (7, 3));
    assert_eq!(state.match_fee(half, 1_000), 7);
    assert_eq!(state.match_fee(half, 1_000), 0);
    let mut poor = PoolState { allowance: 10, ..half_used(0, 4) };
    assert_eq!(poor.match_fee(half, 1_000), 4);
    assert_eq!((poor.allowance, poor.owed), (6, 4));
    assert_eq!(PoolState { allowance: 10, ..half_used(0, 9) }.match_fee(Permill::zero(), 99), 0);
}

#[test]
fn nothing_is_distributed_without_weight() {
    let mut state = PoolState { weight: 0, ..half_used(100, 100) };
    assert_eq!(state.accrue(1, 20_000), 0);
    assert_eq!((state.bootstrap_left, state.owed, state.allowance), (100, 0, 10));
    assert_eq!(state.match_fee(Permill::one(), 5), 0);
    assert_eq!(state.allowance, 10);
}

#[test]
fn what_does_not_divide_is_carried_on() {
    let mut state = PoolState { weight: 3, allowance: 3, funds: 3, ..Default::default() };
    let mut member = Member { weight: 3, ..Default::default() };
    for owed in 1..=3 {
        assert_eq!(state.match_fee(Permill::one(), 1), 1);
        member.settle(state.accumulator);
        assert_eq!(state.carry, owed % 3);
        let parts = member.owed * u128::from(crate::SCALE) + u128::from(member.fraction);
        assert_eq!(parts + state.carry, owed * u128::from(crate::SCALE));
    }
    assert_eq!((member.owed, member.fraction, state.carry), (3, 0, 0));
}

/// Rather than to count wrongly, nothing is distributed.
#[test]
fn accumulator_that_would_overflow_stands_still() {
    let mut state = PoolState { accumulator: u128::MAX, weight: 1, ..half_used(0, 9) };
    state.allowance = 9;
    assert_eq!(state.match_fee(Permill::one(), 5), 0);
    assert_eq!((state.owed, state.allowance, state.accumulator), (0, 9, u128::MAX));
}

#[test]
fn clock_that_goes_back_emits_nothing_twice() {
    let mut state = half_used(100, 100);
    state.accrue(1, 20_000);
    state.accrue(1, 10_000);
    state.accrue(1, 20_000);
    assert_eq!(state.owed, 10);
}
