//! A double of the agenda and of the active clock.

use aitbc_primitives::{
    market::deadlines::{ActiveClock, Agenda, DeadlineClock, OnDeadline, Why},
    Moment,
};
use codec::FullCodec;
use core::marker::PhantomData;
use frame_support::{
    pallet_prelude::{OptionQuery, ValueQuery},
    storage_alias,
    weights::Weight,
};

#[storage_alias]
type Active = StorageValue<TestSupport, Moment, ValueQuery>;
#[storage_alias]
type Stopped = StorageValue<TestSupport, Why, OptionQuery>;
#[storage_alias]
type Scheduled = StorageValue<TestSupport, Vec<(DeadlineClock, Moment, Vec<u8>)>, ValueQuery>;

/// Active time is what it was told.
pub struct TestActiveClock;

impl TestActiveClock {
    /// Sets active time, back too.
    pub fn set(now: Moment) {
        Active::put(now);
    }

    /// Lets active time pass.
    pub fn wait(duration: Moment) {
        Self::set(Self::now() + duration);
    }

    /// Stops the clock, or lets it go on.
    pub fn stop(why: Option<Why>) {
        Stopped::set(why);
    }
}

impl ActiveClock for TestActiveClock {
    fn now() -> Moment {
        Active::get()
    }

    fn stopped() -> Option<Why> {
        Stopped::get()
    }
}

/// Keeps tasks until a test has them done.
pub struct TestAgenda<Task>(PhantomData<Task>);

impl<Task: FullCodec> TestAgenda<Task> {
    /// What waits, by its time.
    pub fn waiting() -> Vec<(DeadlineClock, Moment, Task)> {
        Scheduled::get()
            .into_iter()
            .map(|(clock, at, task)| (clock, at, Task::decode(&mut &task[..]).expect("a task")))
            .collect()
    }

    /// Has done what is due on `clock` at `now`, in the order of its time.
    pub fn work<Worker: OnDeadline<Task>>(clock: DeadlineClock, now: Moment) {
        while let Some(next) =
            Scheduled::get().iter().position(|&(c, at, _)| c == clock && at <= now)
        {
            let (_, _, task) = Scheduled::mutate(|tasks| tasks.remove(next));
            Worker::act(Task::decode(&mut &task[..]).expect("a task"));
        }
    }
}

impl<Task: FullCodec> Agenda<Task> for TestAgenda<Task> {
    fn schedule(clock: DeadlineClock, at: Moment, task: Task) {
        Scheduled::mutate(|tasks| {
            let place = tasks.partition_point(|&(_, earlier, _)| earlier <= at);
            tasks.insert(place, (clock, at, task.encode()));
        });
    }

    fn weight() -> Weight {
        Weight::from_parts(1, 0)
    }
}
