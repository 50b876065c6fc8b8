//! What is done when, and in which order.

use super::*;

/// Numbers of notes that are done now.
fn noted() -> Vec<u32> {
    poll();
    let id = |task| if let Note(id) = task { id } else { panic!("no note: {task:?}") };
    done().into_iter().map(id).collect()
}

#[test]
fn task_of_the_active_clock_is_done_in_the_bucket_that_begins_at_its_time_or_later() {
    ExtBuilder.build_and_execute(|| {
        blocks(60 * SECOND);
        note(ACTIVE, 70_000, 1);
        note(ACTIVE, 70_001, 2);
        note(ACTIVE, 80_000, 3);
        for (seconds, expected) in [(9_999, vec![]), (1, vec![1]), (9_999, vec![]), (1, vec![2, 3])]
        {
            next_block(seconds);
            assert_eq!(noted(), expected, "at {}", Deadlines::now());
        }
    });
}

#[test]
fn task_of_wall_clock_time_is_done_in_the_bucket_that_begins_at_its_time_or_later() {
    ExtBuilder.build_and_execute(|| {
        // Midnight is the begin of a bucket, too.
        note(WALL, START + MINUTE, 1);
        note(WALL, START + MINUTE + 1, 2);
        note(WALL, START + 2 * MINUTE, 3);
        for (later, expected) in
            [(MINUTE - 1, vec![]), (1, vec![1]), (MINUTE - 1, vec![]), (1, vec![2, 3])]
        {
            next_block(later);
            assert_eq!(noted(), expected, "at {}", now());
        }
    });
}

#[test]
fn tasks_are_done_by_bucket_and_in_a_bucket_as_they_came() {
    ExtBuilder.build_and_execute(|| {
        for (at, id) in
            [(45_000, 1), (25_000, 2), (21_000, 3), (50_000, 4), (5_000, 5), (30_000, 6)]
        {
            note(ACTIVE, at, id);
        }
        blocks(MINUTE);
        assert_eq!(noted(), [5, 2, 3, 6, 1, 4]);
        assert_eq!(waiting(), [0, 0]);
    });
}

#[test]
fn wall_clock_time_goes_on_while_the_active_clock_stands_still() {
    ExtBuilder.build_and_execute(|| {
        note(ACTIVE, MINUTE, 1);
        note(WALL, START + MINUTE, 2);
        halt(Some(Why::SafeMode));
        blocks(DAY);
        assert_eq!(noted(), [2]);
        halt(None);
        // The first of them ends the halt.
        blocks(70 * SECOND);
        assert_eq!(noted(), [1]);
    });
}

#[test]
fn what_was_due_before_a_halt_is_done_in_it() {
    ExtBuilder.build_and_execute(|| {
        note(ACTIVE, MINUTE, 1);
        blocks(MINUTE);
        halt(Some(Why::SafeMode));
        next_block(SECOND);
        assert_eq!(noted(), [1]);
    });
}

#[test]
fn what_is_past_is_done_next() {
    ExtBuilder.build_and_execute(|| {
        blocks(MINUTE);
        // Nothing waits, so the cursor is where the clock is.
        note(ACTIVE, 5_000, 1);
        assert_eq!(cursor(ACTIVE), 6);
        assert_eq!(noted(), [1]);
        // That bucket is done, and nothing goes back to it.
        note(ACTIVE, 5_000, 2);
        note(ACTIVE, 70_000, 3);
        assert!(noted().is_empty());
        next_block(10 * SECOND);
        assert_eq!(noted(), [2, 3]);
    });
}

#[test]
fn what_is_past_waits_behind_those_of_the_bucket_at_the_cursor() {
    ExtBuilder.build_and_execute(|| {
        note(ACTIVE, 10_000, 1);
        note(ACTIVE, 10_000, 2);
        note(ACTIVE, 20_000, 3);
        blocks(MINUTE);
        poll_within(POLL + 2 * TASK - 1);
        assert_eq!(done(), [Note(1)]);
        note(ACTIVE, 0, 4);
        assert_eq!(noted(), [2, 4, 3]);
    });
}

#[test]
fn cursor_jumps_to_now_when_nothing_waits() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!(cursor(WALL), 0);
        note(WALL, START, 1);
        assert_eq!(cursor(WALL), START / MINUTE);
        assert_eq!(poll(), POLL + TASK);
        assert_eq!(done(), [Note(1)]);
        next_block(365 * DAY);
        assert_eq!(poll(), POLL, "nothing waits, so there is nothing to look for");
        note(WALL, now() + HOUR, 2);
        assert_eq!(cursor(WALL), (START + 365 * DAY) / MINUTE);
    });
}

#[test]
fn cursor_never_goes_back() {
    ExtBuilder.build_and_execute(|| {
        note(ACTIVE, 0, 1);
        assert_eq!(noted(), [1]);
        assert_eq!(Queues::<Test>::get(ACTIVE), Queue { bucket: 1, index: 0, waiting: 0 });
        note(ACTIVE, 0, 2);
        assert_eq!(Queues::<Test>::get(ACTIVE), Queue { bucket: 1, index: 0, waiting: 1 });
    });
}

#[test]
fn empty_bucket_costs_a_read() {
    ExtBuilder.build_and_execute(|| {
        note(ACTIVE, MINUTE, 1);
        next_block(10 * SECOND - 1);
        assert_eq!(poll(), POLL + PASS, "the bucket of 0 s");
        assert_eq!(poll(), POLL);
        next_block(1);
        assert_eq!(poll(), POLL + PASS, "the bucket of 10 s");
        assert_eq!(poll(), POLL);
        blocks(50 * SECOND);
        assert_eq!(poll(), POLL + 4 * PASS + TASK);
        assert_eq!(poll(), POLL);
    });
}

#[test]
fn scheduling_never_fails() {
    ExtBuilder.build_and_execute(|| {
        for clock in DeadlineClock::ALL {
            for at in [0, 1, START, Moment::MAX - 1, Moment::MAX] {
                note(clock, at, 1);
            }
        }
        assert_eq!(waiting(), [5, 5]);
        blocks(DAY);
        HookWeight::set(&micros(u64::MAX));
        poll();
        // What is due by wall-clock time in block 1 is not by the active clock.
        assert_eq!(done().len(), 2 + 3);
    });
}

#[test]
fn tasks_schedule_others() {
    ExtBuilder.build_and_execute(|| {
        let chain = Chain { id: 1, at: 10_000, later: 0, left: 1, clock: ACTIVE };
        Deadlines::schedule(ACTIVE, 10_000, Task::Next(chain));
        note(ACTIVE, 10_000, 2);
        note(ACTIVE, 20_000, 3);
        let of_wall = Chain { clock: WALL, at: START, ..chain };
        Deadlines::schedule(ACTIVE, 20_000, Task::Next(of_wall));
        blocks(MINUTE);
        poll();
        let [next, next_of_wall] = [chain, of_wall].map(|chain| Task::Next(chain.next().unwrap()));
        // The first one goes to the end of its own bucket, the other one to the other clock.
        let expected =
            [Task::Next(chain), Note(2), next, Note(3), Task::Next(of_wall), next_of_wall];
        assert_eq!(done(), expected);
        assert_eq!(waiting(), [0, 0]);
    });
}

#[test]
fn what_a_bucket_with_one_task_schedules_into_the_past_goes_into_the_next() {
    ExtBuilder.build_and_execute(|| {
        let chain = Chain { left: 2, ..Default::default() };
        Deadlines::schedule(ACTIVE, 0, Task::Next(chain));
        for bucket in 0..3 {
            poll();
            assert_eq!(done().len(), 1, "in bucket {bucket}");
            poll();
            assert_eq!(done(), []);
            next_block(10 * SECOND);
        }
        assert_eq!(waiting(), [0, 0]);
    });
}
