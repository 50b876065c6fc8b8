//! Locks: their multipliers, their ends, and locking again.

use super::*;
use crate::multiplier;
use aitbc_primitives::market::deadlines::{DeadlineClock, OnDeadline};

fn waiting() -> Vec<(DeadlineClock, Moment, LockTask)> {
    TestAgenda::<LockTask>::waiting()
}

#[test]
fn multipliers_step_at_their_days() {
    let days = |days: u64| days * DAY;
    for (lock, thousandths) in [
        (days(7), 1_000),
        (days(30) - 1, 1_000),
        (days(30), 1_100),
        (days(90) - 1, 1_100),
        (days(90), 1_250),
        (days(180) - 1, 1_250),
        (days(180), 1_500),
        (days(365) - 1, 1_500),
        (days(365), 2_000),
    ] {
        assert_eq!(multiplier(lock), thousandths, "{lock}");
    }
}

#[test]
fn lock_ends_by_itself_and_is_told_once() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 365 * DAY);
        let until = now() + 365 * DAY;
        assert_eq!(waiting(), [(DeadlineClock::Wall, until, LockTask(id))]);
        assert_eq!(state(pool).weight, 10 * 2_000 * 1_100);
        pass(365 * DAY - 1);
        assert_eq!(state(pool).weight, 10 * 2_000 * 1_100);
        events();
        pass(1);
        let weight = 10 * 1_000 * 1_100;
        assert_eq!(state(pool).weight, weight);
        let told =
            [Event::LockEnded { position: id }, Event::Weighed { pool, provider: ADA, weight }];
        assert_eq!(events(), told);
        GpuStaking::act(LockTask(id));
        assert_eq!(events(), []);
        assert!(!position(id).scheduled);
    });
}

/// Whoever is quicker than the agenda: the lock is over at its end.
#[test]
fn anybody_may_end_a_lock_that_is_over() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 30 * DAY);
        wait(30 * DAY - 1);
        assert_ok!(GpuStaking::refresh(signed(EVE), pool, ADA));
        assert_eq!(position(id).counted, 11_000);
        wait(1);
        assert_ok!(GpuStaking::refresh(signed(EVE), pool, ADA));
        assert_eq!(position(id).counted, 10_000);
    });
}

#[test]
fn relock_ends_later_and_counts_by_its_own_length() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 30 * DAY);
        pass(20 * DAY);
        let relock = |lock| GpuStaking::relock(signed(ADA), id, lock);
        assert_noop!(relock(10 * DAY), Error::<Test>::LockShortened);
        assert_noop!(relock(MIN_LOCK - 1), Error::<Test>::LockTooShort);
        assert_noop!(relock(MAX_LOCK + 1), Error::<Test>::LockTooLong);
        let other = GpuStaking::relock(signed(BEN), id, 90 * DAY);
        assert_noop!(other, Error::<Test>::NotOwner);
        let none = GpuStaking::relock(signed(ADA), 9, 90 * DAY);
        assert_noop!(none, Error::<Test>::PositionNotFound);
        // Ten days and a millisecond are longer, and count as little as that is.
        assert_ok!(relock(10 * DAY + 1));
        assert_eq!(position(id).counted, 10_000);
        assert_ok!(relock(180 * DAY));
        let locked_until = now() + 180 * DAY;
        let told = Event::Relocked { position: id, lock: 180 * DAY, locked_until };
        assert!(events().contains(&told));
        assert_eq!((position(id).counted, position(id).locked_until), (15_000, locked_until));
    });
}

/// However often a position is locked again, the agenda has one task of it.
#[test]
fn task_of_a_relocked_position_goes_on_waiting() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 30 * DAY);
        for days in 31..40 {
            assert_ok!(GpuStaking::relock(signed(ADA), id, days * DAY));
        }
        assert_eq!(waiting().len(), 1);
        let until = position(id).locked_until;
        pass(30 * DAY);
        assert_eq!(waiting(), [(DeadlineClock::Wall, until, LockTask(id))]);
        assert_eq!(position(id).counted, 11_000);
        pass(9 * DAY);
        assert_eq!((position(id).counted, waiting()), (10_000, vec![]));
        // After the end a new lock has a new task.
        assert_ok!(GpuStaking::relock(signed(ADA), id, 7 * DAY));
        assert_eq!(waiting().len(), 1);
    });
}

#[test]
fn task_of_a_position_that_is_gone_does_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 7 * DAY);
        wait(7 * DAY);
        unstake_all(id);
        events();
        work_agenda();
        assert_eq!(events(), []);
    });
}

/// Of each thing that a task may find.
#[test]
fn task_costs_no_more_than_it_says_before() {
    ExtBuilder::default().build_and_execute(|| {
        use crate::WeightInfo;
        let pool = create(standard());
        let id = stake(ADA, pool, 10, 7 * DAY);
        assert_ok!(GpuStaking::relock(signed(ADA), id, 30 * DAY));
        let said = <GpuStaking as OnDeadline<LockTask>>::weight(&LockTask(id));
        for (duration, costs) in
            [(7 * DAY, <()>::keep_lock()), (23 * DAY, <()>::end_lock()), (DAY, <()>::stale_lock())]
        {
            wait(duration);
            assert_eq!(GpuStaking::act(LockTask(id)), costs);
            assert!(said.all_gte(costs));
        }
        assert_eq!(GpuStaking::act(LockTask(9)), <()>::stale_lock());
    });
}
