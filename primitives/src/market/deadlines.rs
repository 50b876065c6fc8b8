//! The clock of the market and the agenda of its deadlines.

use crate::Moment;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;

/// Which clock a deadline counts by.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum DeadlineClock {
    /// The active clock, which a halted chain stops.
    #[codec(index = 0)]
    Active,
    /// Wall-clock time: milliseconds since 1970.
    #[codec(index = 1)]
    Wall,
}

impl DeadlineClock {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Active, Self::Wall];
}

/// Why the active clock stands still.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// A multi-block migration runs.
    #[codec(index = 0)]
    Migration,
    /// Safe mode is on.
    #[codec(index = 1)]
    SafeMode,
    /// A call by which somebody meets a deadline is paused.
    #[codec(index = 2)]
    Paused,
}

/// Time that passes only while everybody can act.
pub trait ActiveClock {
    /// Active milliseconds since genesis, as of this block.
    fn now() -> Moment;

    /// Why the clock stands still, if it does.
    fn stopped() -> Option<Why>;
}

/// Where tasks wait for their time.
///
/// A task is a hint. It is acted upon at its time or later, never earlier, and nothing takes it back: whoever
/// owns its object compares the deadline that is stored there, and ignores a task that is out of date.
pub trait Agenda<Task> {
    /// Has `task` done when `clock` has reached `at`; soon, if it has already. Never fails.
    fn schedule(clock: DeadlineClock, at: Moment, task: Task);

    /// The most that scheduling a task costs.
    fn weight() -> Weight;
}

/// Does what was on the agenda.
pub trait OnDeadline<Task> {
    /// The most that acting on `task` costs.
    fn weight(task: &Task) -> Weight;

    /// Acts on `task`, if there still is something to do.
    fn act(task: Task);
}
