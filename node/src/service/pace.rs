//! How often people are told about something that lasts.

use std::time::{Duration, Instant};

/// Keeps a message about a state of affairs from being logged without end.
pub struct Pace {
    patience: Duration,
    interval: Duration,
    due: Option<Instant>,
}

impl Pace {
    /// Tells of what has lasted for `patience`, and again after each `interval`.
    pub fn new(patience: Duration, interval: Duration) -> Self {
        Self { patience, interval, due: None }
    }

    /// Whether to tell of it `now`, if it `lasts`. Once it does not, it begins anew.
    pub fn is_due(&mut self, lasts: bool, now: Instant) -> bool {
        if !lasts {
            self.due = None;
            return false;
        }
        let due = *self.due.get_or_insert(now + self.patience);
        if now < due {
            return false;
        }
        self.due = Some(now + self.interval);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn patience_comes_first_then_the_interval() {
        let start = Instant::now();
        let mut pace = Pace::new(3 * SECOND, 5 * SECOND);
        let told: Vec<_> =
            (0..20).filter(|&second| pace.is_due(true, start + second * SECOND)).collect();
        assert_eq!(told, [3, 8, 13, 18]);
    }

    #[test]
    fn what_is_urgent_is_told_at_once() {
        let now = Instant::now();
        let mut pace = Pace::new(Duration::ZERO, SECOND);
        assert!(pace.is_due(true, now));
        assert!(!pace.is_due(true, now));
    }

    #[test]
    fn what_has_ended_begins_anew() {
        let start = Instant::now();
        let mut pace = Pace::new(2 * SECOND, 5 * SECOND);
        assert!(!pace.is_due(true, start));
        assert!(!pace.is_due(false, start + SECOND));
        assert!(!pace.is_due(true, start + 2 * SECOND));
        assert!(pace.is_due(true, start + 4 * SECOND));
    }
}
