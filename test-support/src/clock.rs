//! One clock.

use aitbc_primitives::{clock::Clock, Moment};
use frame_support::{pallet_prelude::ValueQuery, storage_alias};

/// The time of block 1: 2026-12-15 at midnight UTC.
pub const START: Moment = 1_797_292_800_000;

#[storage_alias]
type Now = StorageValue<TestSupport, Moment, ValueQuery>;

/// What time it is: 0 at genesis, [`START`] in block 1.
pub fn now() -> Moment {
    Now::get()
}

/// Sets the clock, back too.
pub fn set_now(now: Moment) {
    Now::put(now);
}

/// Lets time pass.
pub fn wait(duration: Moment) {
    set_now(now() + duration);
}

/// The clock that [`set_now`] sets.
pub struct TestClock;

impl Clock for TestClock {
    fn now() -> Moment {
        now()
    }
}
