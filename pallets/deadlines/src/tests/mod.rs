mod agenda;
mod attacks;
mod clock;
mod example;
mod integrity;
mod invariants;
mod model;
mod reading;
mod room;

use crate::{mock::*, types::Queue, Active, Event, Last, Lengths, Queues, Stopped, Tasks};
use aitbc_primitives::{
    market::deadlines::{ActiveClock, Agenda, DeadlineClock, Why},
    time::{DAY, HOUR, MINUTE, SECOND},
    Moment,
};
use aitbc_test_support::START;

use DeadlineClock::{Active as ACTIVE, Wall as WALL};
use Task::Note;

/// Has task `id` noted when `clock` has reached `at`.
fn note(clock: DeadlineClock, at: Moment, id: u32) {
    Deadlines::schedule(clock, at, Note(id));
}

/// How many tasks wait by each clock.
fn waiting() -> [u64; 2] {
    DeadlineClock::ALL.map(|clock| Queues::<Test>::get(clock).waiting)
}

/// The bucket at the cursor.
fn cursor(clock: DeadlineClock) -> u64 {
    Queues::<Test>::get(clock).bucket
}

/// Stops the clock in the next block, or lets it go on.
fn halt(why: Option<Why>) {
    Halted::set(&why);
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}
