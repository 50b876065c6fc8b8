//! What the pallet stores.

use aitbc_primitives::{
    market::deadlines::DeadlineClock,
    time::{MINUTE, SECOND},
    Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::num::NonZeroU64;
use scale_info::TypeInfo;

/// One clock's part of the agenda.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Queue {
    /// The cursor: the bucket that is worked next. All before it are done.
    pub bucket: u64,
    /// The place in it of the task that is done next. Those before it are done.
    pub index: u32,
    /// How many tasks wait, in all buckets.
    pub waiting: u64,
}

impl Queue {
    /// Goes on to the next bucket.
    pub fn next_bucket(&mut self) {
        self.bucket = self.bucket.saturating_add(1);
        self.index = 0;
    }
}

const SIZE_OF_ACTIVE: NonZeroU64 = NonZeroU64::new(10 * SECOND).unwrap();
const SIZE_OF_WALL: NonZeroU64 = NonZeroU64::new(MINUTE).unwrap();

/// How long the buckets of `clock` are, in milliseconds.
fn size(clock: DeadlineClock) -> NonZeroU64 {
    match clock {
        DeadlineClock::Active => SIZE_OF_ACTIVE,
        DeadlineClock::Wall => SIZE_OF_WALL,
    }
}

/// The last bucket that has begun when `clock` says `now`.
pub fn bucket_at(clock: DeadlineClock, now: Moment) -> u64 {
    now / size(clock)
}

/// The first bucket that does not begin before `at`.
pub fn bucket_from(clock: DeadlineClock, at: Moment) -> u64 {
    at.div_ceil(size(clock).get())
}

/// What `clock` says when `bucket` begins. What lies beyond the end of time begins there.
pub fn beginning(clock: DeadlineClock, bucket: u64) -> Moment {
    bucket.saturating_mul(size(clock).get())
}
