//! Wall-clock durations in milliseconds.

use crate::Moment;

/// One second.
pub const SECOND: Moment = 1_000;

/// Sixty seconds.
pub const MINUTE: Moment = 60 * SECOND;

/// Sixty minutes.
pub const HOUR: Moment = 60 * MINUTE;

/// Twenty-four hours.
pub const DAY: Moment = 24 * HOUR;

/// A Julian year of 365.25 days, the year of all rates that are given "per year".
pub const YEAR: Moment = 365 * DAY + 6 * HOUR;

/// Duration of a slot where genesis does not say otherwise.
pub const SLOT_DURATION: Moment = 2 * SECOND;

/// The most that time advances from one block to the next for what counts time only while blocks are
/// made: a chain that stood still goes on where it stopped.
pub const LONGEST_STEP: Moment = 30 * SECOND;
