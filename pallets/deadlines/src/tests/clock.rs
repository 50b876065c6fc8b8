//! The active clock.

use super::*;
use frame_support::traits::OnTimestampSet;

/// What the active clock says after a block that states a time so much later.
fn after(later: Moment) -> Moment {
    next_block(later);
    Deadlines::now()
}

#[test]
fn first_block_only_tells_the_time() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!((Deadlines::now(), Last::<Test>::get()), (0, START));
        assert_eq!(after(2 * SECOND), 2_000);
    });
}

#[test]
fn a_block_adds_at_most_30_s() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!(after(0), 0);
        assert_eq!(after(1), 1);
        assert_eq!(after(30 * SECOND - 1), 30_000);
        assert_eq!(after(30 * SECOND), 60_000);
        assert_eq!(after(30 * SECOND + 1), 90_000);
        assert_eq!(after(DAY), 120_000);
    });
}

#[test]
fn clock_that_goes_back_takes_nothing() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!(after(2 * SECOND), 2_000);
        Deadlines::on_timestamp_set(START);
        assert_eq!(Deadlines::now(), 2_000);
    });
}

#[test]
fn clock_stands_still_while_nobody_can_act() {
    for why in [Why::Migration, Why::SafeMode, Why::Paused] {
        ExtBuilder.build_and_execute(|| {
            assert_eq!(after(2 * SECOND), 2_000);
            assert_eq!(Deadlines::stopped(), None);
            // It begins in the block of 2 s, and is noticed in the next one. What lies between does not count.
            halt(Some(why));
            assert_eq!(after(2 * SECOND), 2_000);
            assert_eq!(Deadlines::stopped(), Some(why));
            assert_eq!(after(DAY), 2_000);
            assert_eq!(after(2 * SECOND), 2_000);
            // The reason may have lasted to the end of the time before the block.
            halt(None);
            assert_eq!(after(2 * SECOND), 2_000);
            assert_eq!(Deadlines::stopped(), None);
            assert_eq!(after(2 * SECOND), 4_000);
            assert_eq!(events(), [Event::ClockStopped { why }, Event::ClockResumed]);
        });
    }
}

#[test]
fn halt_of_one_block_is_told_too() {
    ExtBuilder.build_and_execute(|| {
        for _ in 0..2 {
            halt(Some(Why::Paused));
            assert_eq!(after(2 * SECOND), 0);
            halt(None);
            assert_eq!(after(2 * SECOND), 0);
        }
        let [stopped, resumed] = [Event::ClockStopped { why: Why::Paused }, Event::ClockResumed];
        assert_eq!(events(), [stopped.clone(), resumed.clone(), stopped, resumed]);
    });
}

#[test]
fn another_reason_is_told_without_an_event() {
    ExtBuilder.build_and_execute(|| {
        halt(Some(Why::Paused));
        next_block(SECOND);
        halt(Some(Why::SafeMode));
        assert_eq!(after(SECOND), 0);
        assert_eq!(Deadlines::stopped(), Some(Why::SafeMode));
        halt(None);
        next_block(SECOND);
        assert_eq!(after(SECOND), 1_000);
        assert_eq!(events(), [Event::ClockStopped { why: Why::Paused }, Event::ClockResumed]);
    });
}

#[test]
fn halt_that_begins_and_ends_in_a_block_stops_nothing() {
    ExtBuilder.build_and_execute(|| {
        next_block(SECOND);
        halt(Some(Why::Paused));
        halt(None);
        assert_eq!(after(SECOND), 2_000);
        assert_eq!(events(), []);
    });
}

#[test]
fn chain_can_begin_halted() {
    ExtBuilder.build_and_execute(|| {
        Last::<Test>::kill();
        halt(Some(Why::Migration));
        Deadlines::on_timestamp_set(START);
        assert_eq!(after(SECOND), 0);
        halt(None);
        assert_eq!(after(SECOND), 0);
        assert_eq!(after(SECOND), 1_000);
        assert_eq!(events(), [Event::ClockStopped { why: Why::Migration }, Event::ClockResumed]);
    });
}
