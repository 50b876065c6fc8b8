//! The share of a block.

use super::*;
use frame_support::assert_storage_noop;

#[test]
fn hook_that_has_no_room_does_nothing() {
    ExtBuilder.build_and_execute(|| {
        note(ACTIVE, 0, 1);
        note(ACTIVE, MINUTE, 2);
        blocks(30 * SECOND);
        assert_storage_noop!(assert_eq!(poll_within(POLL - 1), 0));
        assert_eq!(poll_within(POLL), POLL);
        assert_eq!(done(), []);
    });
}

#[test]
fn task_that_does_not_fit_stays_first_in_line() {
    for weight in [0, ACT, 1_000] {
        ExtBuilder.build_and_execute(|| {
            Deadlines::schedule(WALL, START, Task::Heavy(1, weight));
            note(WALL, START, 2);
            let needed = POLL + PASS + TAKE + weight;
            assert!(poll_within(needed - 1) < needed);
            assert_eq!((done(), waiting()), (vec![], [0, 2]));
            assert_eq!(poll_within(needed), needed);
            assert_eq!((done(), waiting()), (vec![Task::Heavy(1, weight)], [0, 1]));
            poll();
            assert_eq!((done(), waiting()), (vec![Note(2)], [0, 0]));
        });
    }
}

/// What is left for others is what a task has used, not what it might have.
#[test]
fn task_that_is_out_of_date_takes_what_it_costs() {
    const OLD: u64 = PASS + TAKE + STALE;
    for (room, tasks) in [(2 * OLD + TASK - 1, 2), (2 * OLD + TASK, 3)] {
        ExtBuilder.build_and_execute(|| {
            for id in 0..3 {
                Deadlines::schedule(WALL, START, Task::Stale(id));
            }
            let looked_at = if tasks == 2 { PASS + TAKE } else { 0 };
            assert_eq!(poll_within(POLL + room), POLL + u64::from(tasks) * OLD + looked_at);
            assert_eq!(done(), (0..tasks).map(Task::Stale).collect::<Vec<_>>());
        });
    }
}

/// It takes room, but the hook does not tell it once more.
#[test]
fn what_a_task_registers_with_the_block_counts_once() {
    const BESIDES: u64 = 60;
    ExtBuilder.build_and_execute(|| {
        HookWeight::set(&micros(POLL + 8 * TASK));
        for id in 0..9 {
            Deadlines::schedule(WALL, START, Task::Besides(id, BESIDES));
        }
        let before = System::block_weight().total();
        assert_eq!(poll(), POLL + 8 * (TASK - BESIDES));
        assert_eq!(System::block_weight().total() - before, micros(8 * BESIDES));
        assert_eq!(done(), (0..8).map(|id| Task::Besides(id, BESIDES)).collect::<Vec<_>>());
        assert_eq!(waiting(), [0, 1]);
    });
}

/// Nor does it take of what the other clock is sure of.
#[test]
fn what_tasks_of_a_clock_register_leaves_the_other_one_its_half() {
    ExtBuilder.build_and_execute(|| {
        HookWeight::set(&micros(POLL + 4 * TASK));
        for id in 0..4 {
            Deadlines::schedule(ACTIVE, 0, Task::Besides(id, ACT));
            note(WALL, START, 10 + id);
        }
        poll();
        let besides = |id| Task::Besides(id, ACT);
        assert_eq!(done(), [besides(0), besides(1), Note(10), Note(11)]);
    });
}

#[test]
fn lighter_task_does_not_overtake() {
    ExtBuilder.build_and_execute(|| {
        Deadlines::schedule(WALL, START, Task::Heavy(1, 1_000));
        note(WALL, START, 2);
        poll_within(POLL + PASS + TAKE + 999);
        assert_eq!(done(), []);
    });
}

#[test]
fn each_clock_has_half_and_what_the_other_one_leaves() {
    ExtBuilder.build_and_execute(|| {
        HookWeight::set(&micros(POLL + 8 * TASK));
        for id in 0..8 {
            note(ACTIVE, 0, id);
            note(WALL, START, 100 + id);
        }
        poll();
        assert_eq!(done(), [0, 1, 2, 3, 100, 101, 102, 103].map(Note));
        poll();
        assert_eq!(done(), [4, 5, 6, 7, 104, 105, 106, 107].map(Note));

        next_block(MINUTE);
        for id in 0..7 {
            note(ACTIVE, 0, id);
        }
        note(WALL, START, 100);
        poll();
        assert_eq!(done(), [0, 1, 2, 3, 100, 4, 5, 6].map(Note));

        next_block(MINUTE);
        for id in 0..8 {
            note(WALL, START, id);
        }
        poll();
        assert_eq!(done(), [0, 1, 2, 3, 4, 5, 6, 7].map(Note));
    });
}

#[test]
fn empty_buckets_of_a_year_are_passed_within_the_share() {
    ExtBuilder.build_and_execute(|| {
        note(WALL, START + 365 * DAY + MINUTE, 1);
        next_block(365 * DAY);
        note(WALL, now() + HOUR, 2);
        note(ACTIVE, 0, 3);
        // By 3 990 buckets in a block.
        let mut blocks = 0;
        while Queues::<Test>::get(WALL).bucket <= now() / MINUTE {
            assert_eq!(done(), if blocks == 1 { vec![Note(3)] } else { vec![] });
            poll();
            blocks += 1;
        }
        assert_eq!(blocks, 132);
        next_block(MINUTE);
        poll();
        assert_eq!(done(), [Note(1)]);
    });
}

/// 10 000 deadlines in one bucket: no block takes more than the share, all are done in order, and who cannot
/// wait does at once what the agenda would.
#[test]
fn scenario_s9_herd() {
    const JOBS: u32 = 10_000;
    ExtBuilder.build_and_execute(|| {
        for id in 0..JOBS {
            Worker::open(id, MINUTE);
        }
        blocks(MINUTE - 1);
        poll();
        assert!(!Worker::settle(JOBS - 1), "no deadline has passed yet");
        next_block(1);
        // In the very block in which the last one is due, though its turn comes much later.
        assert!(Worker::settle(JOBS - 1));
        assert!(!Worker::settle(JOBS - 1));

        let mut blocks = 0;
        while waiting() != [0, 0] {
            blocks += 1;
            assert!(poll() <= SHARE);
            next_block(2 * SECOND);
        }
        // 159 in each block: 0.25 ms each of 40 ms.
        assert_eq!(blocks, 63);
        let in_order: Vec<_> = (0..JOBS).map(Task::Job).collect();
        assert_eq!(done(), in_order);
        let settled: Vec<_> = [JOBS - 1].into_iter().chain(0..JOBS - 1).collect();
        assert_eq!(Settled::get(), settled, "each once, the last task was out of date");
    });
}
