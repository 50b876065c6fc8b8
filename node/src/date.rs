//! Moments as clients write them, and as they are told to people.

use aitbc_primitives::{time::SECOND, Moment};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use std::{fmt, str::FromStr};

/// A moment in milliseconds since 1970, negative before.
///
/// In JSON it is a whole number of milliseconds, or text in ISO 8601: a day, which stands for its
/// beginning in UTC, or a day with a time and its offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "i64", try_from = "Value")]
pub struct Date(pub i64);

/// What was given is not a [`Date`]. It is kept as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate(String);

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} is not a date: give milliseconds since 1970 or ISO 8601 with an offset from UTC, such \
             as \"2026-12-01T12:00:00Z\"",
            self.0
        )
    }
}

impl std::error::Error for NotADate {}

/// Minutes without seconds, which RFC 3339 does not know but ISO 8601 does.
const MINUTES: &str = "%Y-%m-%dT%H:%M%#z";

/// A day alone.
const DAY: &str = "%Y-%m-%d";

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let beginning = |day: NaiveDate| day.and_time(Default::default()).and_utc();
        DateTime::parse_from_rfc3339(text)
            .or_else(|_| DateTime::parse_from_str(text, MINUTES))
            .map(|time| time.to_utc())
            .or_else(|_| NaiveDate::parse_from_str(text, DAY).map(beginning))
            .map(|time| Self(time.timestamp_millis()))
            .map_err(|_| NotADate(format!("{text:?}")))
    }
}

impl TryFrom<Value> for Date {
    type Error = NotADate;

    fn try_from(value: Value) -> Result<Self, NotADate> {
        match &value {
            Value::String(text) => text.parse(),
            other => other.as_i64().map(Self).ok_or_else(|| NotADate(other.to_string())),
        }
    }
}

impl From<Date> for i64 {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(millis) = self;
        match iso_8601(*millis) {
            Some(time) => write!(f, "{time} ({millis} ms)"),
            None => write!(f, "{millis} ms"),
        }
    }
}

/// A moment in ISO 8601, in UTC. `None` if no calendar goes so far.
fn iso_8601(millis: i64) -> Option<String> {
    let time = DateTime::<Utc>::from_timestamp_millis(millis)?;
    Some(time.to_rfc3339_opts(SecondsFormat::Millis, true))
}

/// A moment that in JSON is text in ISO 8601, in UTC, or nothing if no calendar goes so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iso(pub Moment);

impl Serialize for Iso {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        i64::try_from(self.0).ok().and_then(iso_8601).serialize(serializer)
    }
}

/// A duration that in JSON is text in ISO 8601, in seconds: `PT86400S`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IsoDuration(pub Moment);

impl Serialize for IsoDuration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (seconds, millis) = (self.0 / SECOND, self.0 % SECOND);
        match millis {
            0 => serializer.collect_str(&format_args!("PT{seconds}S")),
            _ => serializer.collect_str(&format_args!("PT{seconds}.{millis:03}S")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// 2026-12-01T12:00:00Z.
    const NOON: i64 = 1_796_126_400_000;

    #[test]
    fn moment_is_written_in_several_ways() {
        for (written, millis) in [
            (json!(NOON), NOON),
            (json!("2026-12-01T12:00:00Z"), NOON),
            (json!("2026-12-01T12:00:00.000Z"), NOON),
            (json!("2026-12-01T12:00:00.25Z"), NOON + 250),
            (json!("2026-12-01T14:30:00+02:30"), NOON),
            (json!("2026-12-01T12:00Z"), NOON),
            (json!("2026-12-01T07:00-05:00"), NOON),
            (json!("2026-12-01"), NOON - 12 * 3_600_000),
            (json!("1970-01-01"), 0),
            (json!("1969-12-31T23:59:59Z"), -1_000),
            (json!(0), 0),
            (json!(-1), -1),
        ] {
            assert_eq!(
                serde_json::from_value::<Date>(written.clone()).unwrap(),
                Date(millis),
                "{written}"
            );
        }
    }

    #[test]
    fn anything_else_is_no_date() {
        for written in [
            json!("tomorrow"),
            json!(""),
            // Whose twelve o'clock?
            json!("2026-12-01T12:00:00"),
            json!("2026-13-01"),
            json!("2027-02-29"),
            json!("2026-12-01T25:00:00Z"),
            json!("2026-12-01T12:00:00Z and more"),
            json!("1796126400000"),
            json!(1.5),
            json!(u64::MAX),
            json!(null),
            json!(true),
            json!([NOON]),
            json!({ "date": NOON }),
        ] {
            let error = serde_json::from_value::<Date>(written.clone()).unwrap_err();
            let expected = NotADate(written.to_string()).to_string();
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn moment_is_told_in_both_ways() {
        assert_eq!(Date(NOON + 5).to_string(), "2026-12-01T12:00:00.005Z (1796126400005 ms)");
        assert_eq!(Date(-1).to_string(), "1969-12-31T23:59:59.999Z (-1 ms)");
        assert_eq!(Date(i64::MAX).to_string(), "9223372036854775807 ms");
    }

    #[test]
    fn moments_and_durations_are_told_in_iso_8601() {
        for (moment, told) in [
            (NOON as Moment, json!("2026-12-01T12:00:00.000Z")),
            (0, json!("1970-01-01T00:00:00.000Z")),
            (Moment::MAX, json!(null)),
        ] {
            assert_eq!(serde_json::to_value(Iso(moment)).unwrap(), told);
        }
        for (duration, told) in [(0, "PT0S"), (86_400_000, "PT86400S"), (1_005, "PT1.005S")] {
            assert_eq!(serde_json::to_value(IsoDuration(duration)).unwrap(), told);
        }
    }
}
