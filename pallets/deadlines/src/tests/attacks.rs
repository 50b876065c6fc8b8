//! Attempts to gain time, to take it from others, or to keep them waiting.

use super::*;

/// However many are due by one clock, and however long they have waited, the other one has half of each block.
#[test]
fn attack_herd_of_one_clock_does_not_hold_up_the_other() {
    for (herd, other) in [(ACTIVE, WALL), (WALL, ACTIVE)] {
        ExtBuilder.build_and_execute(|| {
            for id in 0..1_000 {
                note(herd, 0, id);
            }
            for block in 1..=5 {
                note(other, 0, 1_000 + block);
                poll();
                let done = done();
                assert!(done.contains(&Note(1_000 + block)), "in block {block} after {herd:?}");
                assert!(done.len() > 150, "what it leaves is not lost");
                next_block(MINUTE);
            }
        });
    }
}

/// Tasks that schedule others into the past again and again take their share of each block and no more, and
/// those of the other clock do not wait for them.
#[test]
fn attack_tasks_that_follow_each_other_take_no_more_than_the_share() {
    ExtBuilder.build_and_execute(|| {
        for id in 0..3 {
            let chain = Chain { id, left: u32::MAX, ..Default::default() };
            Deadlines::schedule(ACTIVE, 0, Task::Next(chain));
        }
        for id in 0..3 {
            note(WALL, now(), id);
            assert!(poll() <= SHARE);
            let done = done();
            assert!(done.contains(&Note(id)));
            assert!(done.len() <= (SHARE / TASK) as usize);
            assert_eq!(waiting(), [3, 0]);
            next_block(MINUTE);
        }
    });
}

/// Whoever stops the clock, however often, makes nobody's deadline come sooner; and whoever lets it go on in
/// between does not make it run faster than time.
#[test]
fn attack_stop_and_go_gains_no_time() {
    ExtBuilder.build_and_execute(|| {
        for round in 0..100_u64 {
            halt((round % 2 == 0).then_some(Why::Paused));
            next_block(20 * SECOND);
        }
        assert_eq!(Deadlines::now(), 0);
        halt(None);
        next_block(20 * SECOND);
        assert_eq!(Deadlines::now(), 20_000);
    });
}

/// A clock that was stopped just before a deadline does not jump over it when it goes on.
#[test]
fn attack_halt_before_a_deadline_leaves_the_time_that_was_left() {
    ExtBuilder.build_and_execute(|| {
        Worker::open(1, MINUTE);
        blocks(MINUTE - 1);
        halt(Some(Why::SafeMode));
        blocks(DAY);
        halt(None);
        next_block(30 * SECOND);
        assert_eq!(Deadlines::now(), MINUTE - 1);
        assert!(!Worker::settle(1));
        poll();
        assert_eq!(done(), []);
        next_block(1);
        assert!(Worker::settle(1));
    });
}

/// A deadline in thousands of years makes the cursor pass all buckets until then, at a read each: what an idle
/// chain pays for it does not grow with how far away it is, nor with how many there are.
#[test]
fn attack_deadlines_far_away_cost_a_read_in_ten_seconds() {
    ExtBuilder.build_and_execute(|| {
        for id in 0..1_000 {
            note(ACTIVE, Moment::MAX - Moment::from(id), id);
        }
        let mut cost = 0;
        for _ in 0..10 {
            next_block(10 * SECOND);
            cost += poll() - POLL;
        }
        assert_eq!(cost, 11 * PASS);
        assert_eq!(done(), []);
    });
}

/// A task is a hint: one that comes late, or for what was settled already, changes nothing.
#[test]
fn attack_late_or_stale_task_settles_nothing_twice() {
    ExtBuilder.build_and_execute(|| {
        Worker::open(1, MINUTE);
        // Somebody had the same scheduled again and again.
        for _ in 0..5 {
            Deadlines::schedule(ACTIVE, 0, Task::Job(1));
        }
        poll();
        assert!(Settled::get().is_empty(), "an early hint settles nothing");
        assert_eq!(done().len(), 5);
        blocks(MINUTE);
        assert!(Worker::settle(1));
        poll();
        assert_eq!(Settled::get(), [1]);
    });
}
