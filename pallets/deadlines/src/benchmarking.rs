//! Benchmarks of the clock and of each step of the agenda, in its dearest form. What a task itself costs,
//! whoever does it says. Those marked as extra are for `scripts/bench.sh compute`, and weights do not come of
//! them.

use super::*;
use crate::types::{beginning, bucket_at};
use aitbc_primitives::{
    market::deadlines::{Agenda, DeadlineClock},
    time::{DAY, SECOND},
    Moment,
};
use frame_benchmarking::{benchmarking::add_to_whitelist, v2::*};
use frame_support::{
    traits::{Get, OnTimestampSet},
    weights::{Weight, WeightMeter},
};

/// What wall-clock time says: a day of 2026.
const NOW: Moment = 1_797_292_800_000;

/// What the active clock says.
const ACTIVE: Moment = 10 * DAY;

#[benchmarks]
mod benches {
    use super::*;

    fn set_clocks<T: Config>() {
        Last::<T>::put(NOW);
        Active::<T>::put(ACTIVE);
    }

    /// A task, the heaviest of its variant.
    fn task<T: Config>() -> T::Task {
        T::EveryTask::get().pop().unwrap()
    }

    /// A queue that has come to this bucket.
    fn put_queue<T: Config>(clock: DeadlineClock, bucket: u64) -> Queue {
        let queue = Queue { bucket, index: 0, waiting: 1 };
        Queues::<T>::insert(clock, queue);
        queue
    }

    /// `poll` has paid for reading and writing the queues, once for all steps.
    fn queue_is_paid_for<T: Config>(clock: DeadlineClock) {
        add_to_whitelist(Queues::<T>::hashed_key_for(clock).into());
    }

    /// The clock ticks. It costs as much to stop it, but for the event.
    #[benchmark]
    fn on_timestamp_set() {
        set_clocks::<T>();

        #[block]
        {
            Pallet::<T>::on_timestamp_set(NOW + SECOND);
        }

        let step = if T::Halted::get().is_none() { SECOND } else { 0 };
        assert_eq!(Active::<T>::get(), ACTIVE + step);
    }

    /// The first task that waits, in the bucket of others.
    #[benchmark]
    fn schedule() {
        set_clocks::<T>();
        let clock = DeadlineClock::Wall;
        let bucket = bucket_at(clock, NOW) + 1;
        Lengths::<T>::insert(clock, bucket, 1);
        let task = task::<T>();

        #[block]
        {
            Pallet::<T>::schedule(clock, NOW + SECOND, task);
        }

        assert_eq!(Lengths::<T>::get(clock, bucket), 2);
        assert_eq!(Queues::<T>::get(clock), Queue { bucket: bucket - 1, index: 0, waiting: 1 });
    }

    /// Nothing is to be done, but each cursor goes on to the next bucket.
    #[benchmark]
    fn poll() {
        set_clocks::<T>();
        for (clock, now) in [(DeadlineClock::Active, ACTIVE), (DeadlineClock::Wall, NOW)] {
            put_queue::<T>(clock, bucket_at(clock, now));
        }

        #[block]
        {
            Pallet::<T>::work(&mut WeightMeter::new());
        }

        for (clock, now) in [(DeadlineClock::Active, ACTIVE), (DeadlineClock::Wall, NOW)] {
            assert_eq!(Queues::<T>::get(clock).bucket, bucket_at(clock, now) + 1);
        }
    }

    /// A bucket is empty.
    #[benchmark]
    fn pass() {
        set_clocks::<T>();
        let clock = DeadlineClock::Wall;
        let mut queue = put_queue::<T>(clock, bucket_at(clock, NOW));
        let bucket = queue.bucket;
        queue_is_paid_for::<T>(clock);
        add_to_whitelist(Last::<T>::hashed_key().to_vec().into());
        let length;

        #[block]
        {
            assert!(Pallet::<T>::is_due(clock, &queue));
            length = Lengths::<T>::get(clock, queue.bucket);
            queue.next_bucket();
        }

        assert_eq!(length, 0);
        assert_eq!(queue.bucket, bucket + 1);
    }

    /// The last task of a bucket is taken, and not done.
    #[benchmark]
    fn take() {
        set_clocks::<T>();
        let clock = DeadlineClock::Wall;
        let bucket = bucket_at(clock, NOW);
        Pallet::<T>::schedule(clock, beginning(clock, bucket), task::<T>());
        let mut queue = Queues::<T>::get(clock);
        queue_is_paid_for::<T>(clock);
        let (task, besides);

        #[block]
        {
            task = Pallet::<T>::next_task(clock, &queue);
            Pallet::<T>::take(clock, &mut queue, 1);
            let before = Pallet::<T>::registered();
            besides = Pallet::<T>::registered().saturating_sub(before);
        }

        assert!(task.is_some());
        assert_eq!(besides, Weight::zero());
        assert_eq!(Queues::<T>::get(clock), Queue { bucket: bucket + 1, index: 0, waiting: 0 });
        assert_eq!(Lengths::<T>::get(clock, bucket), 0);
    }

    /// So many tasks wait for later, each in a bucket of its own.
    fn others<T: Config>(number: u32) {
        for index in 0..u64::from(number) {
            let at = ACTIVE + DAY + 10 * SECOND * index;
            Pallet::<T>::schedule(DeadlineClock::Active, at, task::<T>());
        }
    }

    /// The hook with nothing to do, while so many tasks wait.
    #[benchmark(extra)]
    fn idle_among(n: Linear<100, 100_000>) {
        set_clocks::<T>();
        others::<T>(n);

        #[block]
        {
            Pallet::<T>::work(&mut WeightMeter::new());
        }

        assert_eq!(Queues::<T>::get(DeadlineClock::Active).waiting, u64::from(n));
    }

    /// The hook with one task to do, whose object is gone, while so many others wait.
    #[benchmark(extra)]
    fn due_among(n: Linear<100, 100_000>) {
        set_clocks::<T>();
        others::<T>(n);
        Pallet::<T>::schedule(DeadlineClock::Active, ACTIVE, task::<T>());

        #[block]
        {
            Pallet::<T>::work(&mut WeightMeter::new());
        }

        assert_eq!(Queues::<T>::get(DeadlineClock::Active).waiting, u64::from(n));
    }

    // Those that are extra make a hundred thousand tasks.
    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder.build(),
        crate::mock::Test,
        extra = false
    );
}
