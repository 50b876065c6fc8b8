//! The check of the invariants of the crate documentation.

use crate::{Active, Config, Last, Lengths, Pallet, Queue, Queues, Tasks};
use aitbc_primitives::{market::deadlines::DeadlineClock, time::LONGEST_STEP};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use sp_runtime::{SaturatedConversion, TryRuntimeError};

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        for clock in DeadlineClock::ALL {
            Self::check_queue(clock, &Queues::<T>::get(clock))?;
        }
        Self::check_clock()
    }

    /// Invariants 1 to 3.
    fn check_queue(clock: DeadlineClock, queue: &Queue) -> Result<(), TryRuntimeError> {
        let mut buckets = BTreeMap::<u64, Vec<u32>>::new();
        for ((bucket, index), _) in Tasks::<T>::iter_prefix((clock,)) {
            // Invariant 1
            ensure!(
                (bucket, index) >= (queue.bucket, queue.index),
                "a task waits behind the cursor"
            );
            buckets.entry(bucket).or_default().push(index);
        }
        // Invariant 2
        let mut tasks = 0_u64;
        for (bucket, length) in Lengths::<T>::iter_prefix(clock) {
            let first = if bucket == queue.bucket { queue.index } else { 0 };
            let mut places = buckets.remove(&bucket).unwrap_or_default();
            places.sort_unstable();
            ensure!(
                first < length && places.iter().copied().eq(first..length),
                "a bucket does not know its length"
            );
            tasks = tasks.saturating_add(places.len() as u64);
        }
        ensure!(buckets.is_empty(), "a task waits in a bucket without a length");
        // Invariant 3
        ensure!(queue.waiting == tasks, "the tasks that wait do not add up");
        Ok(())
    }

    /// Invariant 4.
    fn check_clock() -> Result<(), TryRuntimeError> {
        let blocks: u64 = frame_system::Pallet::<T>::block_number().saturated_into();
        // It has passed between blocks only, and the time of none is before 1970.
        let most = blocks.saturating_sub(1).saturating_mul(LONGEST_STEP).min(Last::<T>::get());
        ensure!(Active::<T>::get() <= most, "more active time has passed than time");
        Ok(())
    }
}
