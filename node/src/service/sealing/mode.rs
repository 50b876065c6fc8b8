//! The `--sealing` option: making blocks on demand instead of slot by slot.

use std::{fmt, str::FromStr, time::Duration};

/// When a node that does not wait for slots makes a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sealing {
    /// Only when `engine_createBlock` asks for one; `engine_finalizeBlock` finalises it.
    Manual,
    /// Whenever a transaction is ready. Each block is final at once.
    Instant,
    /// At a fixed interval, with or without transactions. Each block is final at once.
    Interval(Duration),
}

/// Why the value of `--sealing` was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseSealingError {
    /// None of the known modes.
    UnknownMode(String),
    /// `interval` without `=MS`.
    MissingInterval,
    /// What follows `interval=` is not a whole number of milliseconds.
    NotMilliseconds(String),
    /// A block every zero milliseconds.
    ZeroInterval,
}

impl fmt::Display for ParseSealingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownMode(mode) => {
                write!(f, "unknown sealing mode '{mode}', expected manual, instant or interval=MS")
            }
            Self::MissingInterval => {
                f.write_str("interval needs a duration in milliseconds, as in interval=2000")
            }
            Self::NotMilliseconds(value) => {
                write!(f, "'{value}' is not a whole number of milliseconds")
            }
            Self::ZeroInterval => f.write_str("the interval must be at least 1 millisecond"),
        }
    }
}

impl std::error::Error for ParseSealingError {}

impl FromStr for Sealing {
    type Err = ParseSealingError;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        match value.split_once('=') {
            None if value == "manual" => Ok(Self::Manual),
            None if value == "instant" => Ok(Self::Instant),
            None if value == "interval" => Err(ParseSealingError::MissingInterval),
            Some(("interval", "")) => Err(ParseSealingError::MissingInterval),
            Some(("interval", millis)) => match millis.parse() {
                Ok(0) => Err(ParseSealingError::ZeroInterval),
                Ok(millis) => Ok(Self::Interval(Duration::from_millis(millis))),
                Err(_) => Err(ParseSealingError::NotMilliseconds(millis.into())),
            },
            _ => Err(ParseSealingError::UnknownMode(value.into())),
        }
    }
}

impl fmt::Display for Sealing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Manual => f.write_str("manual"),
            Self::Instant => f.write_str("instant"),
            Self::Interval(every) => write!(f, "interval={}", every.as_millis()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mode_parses_and_prints_the_same() {
        for (text, mode) in [
            ("manual", Sealing::Manual),
            ("instant", Sealing::Instant),
            ("interval=250", Sealing::Interval(Duration::from_millis(250))),
            ("interval=1", Sealing::Interval(Duration::from_millis(1))),
        ] {
            assert_eq!(text.parse(), Ok(mode));
            assert_eq!(mode.to_string(), text);
        }
    }

    #[test]
    fn each_kind_of_wrong_value_has_its_own_error() {
        for (text, error) in [
            ("interval=0", ParseSealingError::ZeroInterval),
            ("interval", ParseSealingError::MissingInterval),
            ("interval=", ParseSealingError::MissingInterval),
            ("interval=abc", ParseSealingError::NotMilliseconds("abc".into())),
            ("interval=-5", ParseSealingError::NotMilliseconds("-5".into())),
            ("interval=2.5", ParseSealingError::NotMilliseconds("2.5".into())),
            ("", ParseSealingError::UnknownMode("".into())),
            ("Manual", ParseSealingError::UnknownMode("Manual".into())),
            ("manual=1", ParseSealingError::UnknownMode("manual=1".into())),
            ("slots", ParseSealingError::UnknownMode("slots".into())),
        ] {
            assert_eq!(text.parse::<Sealing>(), Err(error), "{text}");
        }
    }
}
