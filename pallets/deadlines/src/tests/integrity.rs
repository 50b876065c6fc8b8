//! Tasks that would never fit are found before a runtime is built.

use super::*;
use frame_support::traits::Hooks;

/// The largest task of the mock: half of what `POLL` leaves of the share, without what leads to it.
const LARGEST: u64 = (SHARE - POLL) / 2 - PASS - TAKE;

fn check_with(task: Task) {
    ExtBuilder.build_and_execute(|| {
        let mut tasks = EveryTask::get();
        tasks.push(task);
        EveryTask::set(&tasks);
        Deadlines::integrity_test();
    });
}

#[test]
fn mock_is_sound() {
    ExtBuilder.build_and_execute(Deadlines::integrity_test);
}

#[test]
fn largest_task_fits() {
    check_with(Task::Heavy(0, LARGEST));
}

#[test]
#[should_panic(expected = "the hook has room for every task")]
fn larger_task_does_not_fit() {
    check_with(Task::Heavy(0, LARGEST + 1));
}

#[test]
#[should_panic(expected = "a task of every variant is listed")]
fn every_variant_is_listed() {
    ExtBuilder.build_and_execute(|| {
        let tasks = EveryTask::get();
        EveryTask::set(&tasks[1..].to_vec());
        Deadlines::integrity_test();
    });
}

#[test]
fn largest_tasks_of_both_clocks_are_done_in_the_same_block() {
    ExtBuilder.build_and_execute(|| {
        let tasks = [Task::Heavy(1, LARGEST), Task::Heavy(2, LARGEST)];
        Deadlines::schedule(WALL, START, tasks[1].clone());
        Deadlines::schedule(ACTIVE, 0, tasks[0].clone());
        assert_eq!(poll(), SHARE);
        assert_eq!(done(), tasks);
    });
}

#[test]
#[should_panic(expected = "a task is heavier than those of `EveryTask`")]
fn task_that_is_too_heavy_all_the_same_is_noticed() {
    ExtBuilder.build_and_execute(|| {
        Deadlines::schedule(ACTIVE, 0, Task::Heavy(1, LARGEST + 1));
        poll();
    });
}
