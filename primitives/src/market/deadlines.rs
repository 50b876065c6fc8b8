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
    /// The most that acting on `task` costs, with what it registers with the block besides.
    fn weight(task: &Task) -> Weight;

    /// Acts on `task`, if there still is something to do, and returns what that has cost, without what it has
    /// registered with the block. It may schedule other tasks, but not, again and again, for what is past:
    /// the tasks behind them would wait.
    fn act(task: Task) -> Weight;
}

/// A figure of each clock.
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
    TypeInfo,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct ByClock {
    /// That of the active clock.
    pub active: u64,
    /// That of wall-clock time.
    pub wall: u64,
}

impl ByClock {
    /// What `figure` says of each clock.
    pub fn of(figure: impl Fn(DeadlineClock) -> u64) -> Self {
        Self { active: figure(DeadlineClock::Active), wall: figure(DeadlineClock::Wall) }
    }

    /// That of `clock`.
    pub fn get(&self, clock: DeadlineClock) -> u64 {
        match clock {
            DeadlineClock::Active => self.active,
            DeadlineClock::Wall => self.wall,
        }
    }
}

/// What the active clock says, and how the agenda keeps pace.
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
    TypeInfo,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct ClockFigures {
    /// Active milliseconds since genesis.
    pub active: Moment,
    /// Why the clock stands still. `None` while it runs.
    pub stopped: Option<Why>,
    /// How many tasks wait.
    pub waiting: ByClock,
    /// For how long the agenda should have been further, in milliseconds of each clock.
    pub overdue: ByClock,
    /// Since when it should have been further, in milliseconds since 1970: since then or, if the active clock
    /// stood still meanwhile, for longer. `None` if it is where it should be.
    pub overdue_since: Option<Moment>,
}

sp_api::decl_runtime_apis! {
    /// The clock and the agenda of the market.
    pub trait DeadlinesApi {
        /// What the active clock says, and how the agenda keeps pace.
        fn clock() -> ClockFigures;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_is_read_as_it_is_written() {
        let figures = ClockFigures {
            active: 90_000,
            stopped: Some(Why::SafeMode),
            waiting: ByClock { active: 2, wall: 1 },
            overdue: ByClock::of(|clock| if clock == DeadlineClock::Active { 7 } else { 0 }),
            overdue_since: Some(1_797_292_800_000),
        };
        let json = "{\"active\":90000,\"stopped\":\"safeMode\",\
                    \"waiting\":{\"active\":2,\"wall\":1},\
                    \"overdue\":{\"active\":7,\"wall\":0},\
                    \"overdueSince\":1797292800000}";
        assert_eq!(serde_json::to_string(&figures).unwrap(), json);
        assert_eq!(serde_json::from_str::<ClockFigures>(json).unwrap(), figures);
        assert_eq!(DeadlineClock::ALL.map(|clock| figures.waiting.get(clock)), [2, 1]);
    }
}
