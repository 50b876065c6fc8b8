//! Each invariant is noticed when it does not hold.

use super::*;
use frame_support::assert_err;

/// A chain on which of three tasks in a bucket one is done, and another one waits in a later bucket; `break_it`
/// breaks an invariant.
fn noticed(break_it: impl FnOnce(), complaint: &'static str) {
    ExtBuilder.build().execute_with(|| {
        for id in 0..3 {
            note(WALL, START, id);
        }
        note(WALL, START + MINUTE, 3);
        poll_within(POLL + TASK);
        assert_eq!(Queues::<Test>::get(WALL), Queue { bucket: FIRST, index: 1, waiting: 3 });
        Deadlines::do_try_state().unwrap();
        break_it();
        assert_err!(Deadlines::do_try_state(), complaint);
    });
}

const FIRST: u64 = START / MINUTE;

#[test]
fn invariant_1_nothing_waits_behind_the_cursor() {
    let behind = "a task waits behind the cursor";
    noticed(|| Tasks::<Test>::insert((WALL, FIRST, 0), Note(9)), behind);
    noticed(|| Tasks::<Test>::insert((WALL, FIRST - 1, 2), Note(9)), behind);
    noticed(|| Queues::<Test>::mutate(WALL, |queue| queue.bucket += 1), behind);
}

#[test]
fn invariant_2_lengths_count_tasks() {
    let wrong = "a bucket does not know its length";
    noticed(|| Lengths::<Test>::insert(WALL, FIRST, 4), wrong);
    noticed(|| Lengths::<Test>::insert(WALL, FIRST, 2), wrong);
    noticed(|| Lengths::<Test>::insert(WALL, FIRST - 1, 1), wrong);
    noticed(|| Lengths::<Test>::insert(WALL, FIRST + 9, 0), wrong);
    noticed(|| Tasks::<Test>::remove((WALL, FIRST, 1)), wrong);
    noticed(|| Queues::<Test>::mutate(WALL, |queue| queue.index = 0), wrong);
    noticed(
        || Lengths::<Test>::remove(WALL, FIRST + 1),
        "a task waits in a bucket without a length",
    );
}

#[test]
fn invariant_3_waiting_adds_up() {
    let wrong = "the tasks that wait do not add up";
    noticed(|| Queues::<Test>::mutate(WALL, |queue| queue.waiting = 2), wrong);
    noticed(|| Queues::<Test>::mutate(WALL, |queue| queue.waiting = 4), wrong);
    noticed(|| Queues::<Test>::mutate(ACTIVE, |queue| queue.waiting = 1), wrong);
}

#[test]
fn invariant_4_no_more_active_time_than_time() {
    let wrong = "more active time has passed than time";
    noticed(|| Active::<Test>::put(1), wrong);
    noticed(
        || {
            next_block(DAY);
            assert_eq!(Active::<Test>::get(), 30_000);
            Deadlines::do_try_state().unwrap();
            Active::<Test>::put(30_001);
        },
        wrong,
    );
    noticed(
        || {
            next_block(DAY);
            Last::<Test>::put(29_999);
        },
        wrong,
    );
}
