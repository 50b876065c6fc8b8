//! The example of the crate documentation, step by step.

use super::*;

#[test]
fn example_of_the_readme() {
    ExtBuilder.build_and_execute(|| {
        // 1
        assert_eq!(Deadlines::now(), 0);
        blocks(MINUTE);
        assert_eq!(Deadlines::now(), 60_000);
        // 2
        Worker::open(1, 85_000);
        assert_eq!(Lengths::<Test>::get(ACTIVE, 9), 1);
        assert_eq!(cursor(ACTIVE), 6);
        // 3
        halt(Some(Why::SafeMode));
        next_block(2 * SECOND);
        blocks(DAY);
        assert_eq!((Deadlines::now(), Deadlines::stopped()), (60_000, Some(Why::SafeMode)));
        halt(None);
        next_block(2 * SECOND);
        assert_eq!((Deadlines::now(), Deadlines::stopped()), (60_000, None));
        assert_eq!(events(), [Event::ClockStopped { why: Why::SafeMode }, Event::ClockResumed]);
        // 4
        next_block(HOUR);
        assert_eq!(Deadlines::now(), 90_000);
        // 5
        assert_eq!(poll(), POLL + 3 * PASS + TASK);
        assert_eq!(done(), [Task::Job(1)]);
        assert_eq!(Settled::get(), [1]);
        assert_eq!(Queues::<Test>::get(ACTIVE), Queue { bucket: 10, index: 0, waiting: 0 });
        // 6
        Worker::open(2, 90_000);
        assert!(Worker::settle(2));
        next_block(10 * SECOND);
        poll();
        assert_eq!(done(), [Task::Job(2)]);
        assert_eq!(Settled::get(), [1, 2]);
        assert!(Stopped::<Test>::get().is_none());
    });
}
