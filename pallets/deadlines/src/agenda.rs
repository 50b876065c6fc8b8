//! Tasks are queued by the bucket of their time, and done in order within the share of a block.

use crate::{
    room::Room,
    types::{beginning, bucket_at, bucket_from, Queue},
    Config, Lengths, Pallet, Queues, Tasks, WeightInfo,
};
use aitbc_primitives::{
    market::deadlines::{Agenda, DeadlineClock, OnDeadline},
    Moment,
};
use alloc::collections::BTreeSet;
use codec::Encode;
use frame_support::{
    defensive,
    traits::Get,
    weights::{Weight, WeightMeter},
};
use scale_info::{TypeDef, TypeInfo};
use sp_runtime::Perbill;

/// What each clock is sure of, of what a block has for the agenda.
const HALF: Perbill = Perbill::from_percent(50);

impl<T: Config> Agenda<T::Task> for Pallet<T> {
    fn schedule(clock: DeadlineClock, at: Moment, task: T::Task) {
        let mut queue = Queues::<T>::get(clock);
        if queue.waiting == 0 {
            queue.bucket = queue.bucket.max(bucket_at(clock, Self::time(clock)));
        }
        let bucket = bucket_from(clock, at).max(queue.bucket);
        let index = Lengths::<T>::get(clock, bucket);
        let Some(length) = index.checked_add(1) else {
            defensive!("four thousand million tasks have no room in the state");
            return;
        };
        Tasks::<T>::insert((clock, bucket, index), task);
        Lengths::<T>::insert(clock, bucket, length);
        queue.waiting = queue.waiting.saturating_add(1);
        Queues::<T>::insert(clock, queue);
    }

    fn weight() -> Weight {
        T::WeightInfo::schedule()
    }
}

impl<T: Config> Pallet<T> {
    /// Does what is due, within the share of the agenda and what `meter` has left.
    ///
    /// Each clock has half of that, and what the other one leaves, so that however much is due by one, it
    /// does not hold up what is due by the other.
    pub(crate) fn work(meter: &mut WeightMeter) {
        let mut room = Room::new(T::HookWeight::get().min(meter.remaining()));
        if !room.try_take(T::WeightInfo::poll()) {
            return;
        }
        let mut half = Room::new(HALF * room.left());
        Self::work_off(DeadlineClock::Active, &mut half);
        room.take_all_of(half);
        Self::work_off(DeadlineClock::Wall, &mut room);
        Self::work_off(DeadlineClock::Active, &mut room);
        meter.consume(room.taken());
    }

    /// Does what is due by `clock`, in order, until something does not fit into `room`.
    fn work_off(clock: DeadlineClock, room: &mut Room) {
        let stored = Queues::<T>::get(clock);
        let mut queue = stored;
        while Self::is_due(clock, &queue) && room.try_take(T::WeightInfo::pass()) {
            let length = Lengths::<T>::get(clock, queue.bucket);
            if length == 0 {
                queue.next_bucket();
            } else if !Self::do_next(clock, &mut queue, length, room) {
                break;
            }
        }
        if queue != stored {
            Queues::<T>::insert(clock, queue);
        }
    }

    /// Whether the bucket at the cursor has begun, and something waits in it or after it.
    pub(crate) fn is_due(clock: DeadlineClock, queue: &Queue) -> bool {
        queue.waiting > 0 && beginning(clock, queue.bucket) <= Self::time(clock)
    }

    /// Does the task at the cursor, in a bucket of this length. Returns whether it fits into `room`; if it
    /// does not, it stays where it is.
    fn do_next(clock: DeadlineClock, queue: &mut Queue, length: u32, room: &mut Room) -> bool {
        if !room.try_take(T::WeightInfo::take()) {
            return false;
        }
        let Some(task) = Self::next_task(clock, queue) else {
            defensive!("a bucket is as long as it says");
            Self::take(clock, queue, length);
            return true;
        };
        let weight = T::Tasks::weight(&task);
        if !weight.all_lte(Self::room_for_task()) {
            // Anybody may do what it would have done. If it stayed, all others would wait for it for ever.
            defensive!("a task is heavier than those of `EveryTask`");
            Self::take(clock, queue, length);
            return true;
        }
        if !room.fits(weight) {
            return false;
        }
        Self::take(clock, queue, length);
        let before = Self::registered();
        let used = T::Tasks::act(task);
        // It may have registered some with the block itself, which must not be counted there again.
        room.take(used, Self::registered().saturating_sub(before));
        // It may have scheduled others.
        *queue = Queues::<T>::get(clock);
        true
    }

    /// What the block has registered until now.
    pub(crate) fn registered() -> Weight {
        frame_system::Pallet::<T>::block_weight().total()
    }

    /// The task at the cursor.
    pub(crate) fn next_task(clock: DeadlineClock, queue: &Queue) -> Option<T::Task> {
        Tasks::<T>::get((clock, queue.bucket, queue.index))
    }

    /// Takes the task at the cursor, in a bucket of this length, from the agenda.
    ///
    /// A bucket ends as its last task is taken: what that one schedules into the past goes into the next
    /// bucket.
    pub(crate) fn take(clock: DeadlineClock, queue: &mut Queue, length: u32) {
        Tasks::<T>::remove((clock, queue.bucket, queue.index));
        queue.waiting = queue.waiting.saturating_sub(1);
        queue.index = queue.index.saturating_add(1);
        if queue.index >= length {
            Lengths::<T>::remove(clock, queue.bucket);
            queue.next_bucket();
        }
        Queues::<T>::insert(clock, *queue);
    }

    /// The most that a task can cost, and be sure to be done: half of the share, without what leads to it.
    fn room_for_task() -> Weight {
        let half = HALF * T::HookWeight::get().saturating_sub(T::WeightInfo::poll());
        half.saturating_sub(T::WeightInfo::pass()).saturating_sub(T::WeightInfo::take())
    }

    /// Panics unless `EveryTask` has a task of every variant, and each fits into the hook.
    pub(crate) fn check_tasks() {
        let tasks = T::EveryTask::get();
        let room = Self::room_for_task();
        for task in &tasks {
            let weight = T::Tasks::weight(task);
            assert!(
                weight.all_lte(room),
                "the hook has room for every task: {weight:?} of {room:?}"
            );
        }
        if let TypeDef::Variant(all) = T::Task::type_info().type_def {
            let listed: BTreeSet<_> =
                tasks.iter().filter_map(|task| task.encode().first().copied()).collect();
            assert!(
                all.variants.iter().all(|variant| listed.contains(&variant.index)),
                "a task of every variant is listed"
            );
        }
    }
}
