//! When transactions are due.

use serde::Deserialize;
use std::time::Duration;

/// A time in which the rate changes evenly, or not at all.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// How long it lasts.
    pub seconds: f64,
    /// Transactions a second at its begin.
    pub from: f64,
    /// Transactions a second at its end.
    pub to: f64,
}

/// So many wait all the time: as many as are included are sent.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// How many wait.
    pub waiting: usize,
    /// How long that lasts.
    pub seconds: f64,
    /// How many can be sent in all; so many are signed before.
    pub most: usize,
}

/// When the transactions of a stream are due.
#[derive(Debug)]
pub enum Pace {
    /// Each at a time that is known before.
    Timed(Vec<Duration>),
    /// When others have been included.
    Keep(Keep),
}

impl Phase {
    /// Says what is wrong with it.
    pub fn check(&self) -> Result<(), String> {
        if !(self.seconds > 0.0 && self.seconds.is_finite()) {
            return Err("a phase takes more than no seconds".into());
        }
        if !(self.from >= 0.0 && self.to >= 0.0 && (self.from + self.to).is_finite()) {
            return Err("a rate below 0".into());
        }
        Ok(())
    }

    /// How many are due in it, with the part of the next.
    fn sum(&self) -> f64 {
        self.seconds * (self.from + self.to) / 2.0
    }

    /// Seconds after its begin at which `number` are due, at most its sum. The rate is `from + slope * t`, so what is
    /// due is `from * t + slope * t^2 / 2`; of the two ways to write the solution this one has no difference of
    /// numbers that are almost equal, and holds where the slope is 0.
    fn time_of(&self, number: f64) -> f64 {
        let slope = (self.to - self.from) / self.seconds;
        // Rounding can bring it below 0 at the end of a rate that falls to 0.
        let root = (self.from * self.from + 2.0 * slope * number).max(0.0).sqrt();
        let divisor = self.from + root;
        if divisor == 0.0 {
            return 0.0;
        }
        (2.0 * number / divisor).min(self.seconds)
    }
}

impl Pace {
    /// The times of these phases, one after the other. The first is due when there would be one in all.
    pub fn timed(phases: &[Phase]) -> Self {
        let mut times = Vec::new();
        let (mut begin, mut before) = (0.0, 0.0);
        for phase in phases {
            let after = before + phase.sum();
            let mut next = times.len() as f64 + 1.0;
            while next <= after {
                times.push(Duration::from_secs_f64(begin + phase.time_of(next - before)));
                next += 1.0;
            }
            begin += phase.seconds;
            before = after;
        }
        Self::Timed(times)
    }

    /// How many there are in all, at most.
    pub fn most(&self) -> usize {
        match self {
            Self::Timed(times) => times.len(),
            Self::Keep(keep) => keep.most,
        }
    }

    /// How many should have been sent by now, of which so many are `gone`, that is included or refused.
    pub fn due(&self, now: Duration, gone: usize) -> usize {
        match self {
            Self::Timed(times) => times.partition_point(|time| *time <= now),
            Self::Keep(_) if self.is_over(now) => 0,
            Self::Keep(keep) => keep.most.min(keep.waiting + gone),
        }
    }

    /// When number `index`, which is due, became so.
    pub fn time_of(&self, index: usize, now: Duration) -> Duration {
        match self {
            Self::Timed(times) => times.get(index).copied().unwrap_or(now),
            Self::Keep(_) => now,
        }
    }

    /// Whether none will be due any more.
    pub fn is_over(&self, now: Duration) -> bool {
        match self {
            Self::Timed(times) => times.last().is_none_or(|last| *last <= now),
            Self::Keep(keep) => now.as_secs_f64() >= keep.seconds,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seconds(pace: &Pace) -> Vec<f64> {
        let Pace::Timed(times) = pace else { panic!("not timed") };
        times.iter().map(Duration::as_secs_f64).collect()
    }

    #[test]
    fn a_constant_rate_is_even() {
        let pace = Pace::timed(&[Phase { seconds: 2.0, from: 2.0, to: 2.0 }]);
        assert_eq!(seconds(&pace), [0.5, 1.0, 1.5, 2.0]);
        assert_eq!(pace.due(Duration::from_millis(999), 0), 1);
        assert_eq!(pace.due(Duration::from_millis(1_000), 0), 2);
        assert!(!pace.is_over(Duration::from_millis(1_999)));
        assert!(pace.is_over(Duration::from_millis(2_000)));
    }

    #[test]
    fn a_ramp_sends_more_and_more() {
        // 0 to 4 a second in 2 s: t^2.
        let pace = Pace::timed(&[Phase { seconds: 2.0, from: 0.0, to: 4.0 }]);
        let expected = [1.0, 2.0f64.sqrt(), 3.0f64.sqrt(), 2.0];
        for (time, expected) in seconds(&pace).into_iter().zip(expected) {
            assert!((time - expected).abs() < 1e-6, "{time} {expected}");
        }
        assert_eq!(pace.most(), 4);
    }

    #[test]
    fn a_silence_sends_nothing() {
        let pace = Pace::timed(&[
            Phase { seconds: 5.0, from: 0.0, to: 0.0 },
            Phase { seconds: 1.0, from: 1.0, to: 1.0 },
        ]);
        assert_eq!(seconds(&pace), [6.0]);
    }

    #[test]
    fn as_many_as_are_gone_are_sent() {
        let pace = Pace::Keep(Keep { waiting: 10, seconds: 5.0, most: 14 });
        let early = Duration::from_secs(1);
        assert_eq!(pace.due(early, 0), 10);
        assert_eq!(pace.due(early, 3), 13);
        assert_eq!(pace.due(early, 9), 14);
        let end = Duration::from_secs(5);
        assert!(pace.is_over(end));
        assert_eq!(pace.due(end, 3), 0);
    }

    proptest! {
        /// What is due at a time is the area below the rates, added up in small steps.
        #[test]
        fn times_follow_the_rates(
            phases in prop::collection::vec((0.1f64..5.0, 0.0f64..50.0, 0.0f64..50.0), 1..5),
        ) {
            let phases: Vec<_> = phases
                .into_iter()
                .map(|(seconds, from, to)| Phase { seconds, from, to })
                .collect();
            let pace = Pace::timed(&phases);
            let times = seconds(&pace);
            prop_assert!(times.windows(2).all(|pair| pair[0] <= pair[1]));

            const STEPS: usize = 1_000;
            let (mut begin, mut area) = (0.0, 0.0);
            for phase in &phases {
                let step = phase.seconds / STEPS as f64;
                for index in 0..STEPS {
                    let middle = (index as f64 + 0.5) / STEPS as f64;
                    area += step * (phase.from + (phase.to - phase.from) * middle);
                    let now = begin + step * (index as f64 + 1.0);
                    let due = times.iter().filter(|time| **time <= now).count() as f64;
                    prop_assert!((due - area.floor()).abs() <= 1.0, "{due} of {area} at {now}");
                }
                begin += phase.seconds;
            }
        }
    }
}
