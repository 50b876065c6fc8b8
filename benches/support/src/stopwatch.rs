//! What stands for several times.

use crate::Result;
use std::time::{Duration, Instant};

/// The middle one of some times; of two in the middle the later, and nothing of none.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// What it takes on a machine that does nothing else: whatever else it does only adds to times. A quarter of them are
/// shorter, so that the shortest, which may be luck, does not count alone; nothing of none.
pub fn undisturbed(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 4).copied().unwrap_or_default()
}

/// The median time of `repetitions` runs of `what`, after one that warms up.
pub fn median_of<R>(repetitions: u32, what: impl Fn() -> Result<R>) -> Result<Duration> {
    what()?;
    let timed = |_| {
        let begin = Instant::now();
        what()?;
        Ok(begin.elapsed())
    };
    Ok(median((0..repetitions).map(timed).collect::<Result<_>>()?))
}

/// The median times of two things that time themselves. They take turns, so that whatever else the
/// machine does hits both, after one turn of each that warms up.
pub fn medians_in_turns(
    repetitions: u32,
    one: impl Fn() -> Result<Duration>,
    other: impl Fn() -> Result<Duration>,
) -> Result<(Duration, Duration)> {
    one()?;
    other()?;
    let turns = (0..repetitions).map(|_| Ok((one()?, other()?)));
    let (ones, others) = turns.collect::<Result<Vec<_>>>()?.into_iter().unzip();
    Ok((median(ones), median(others)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    const MS: Duration = Duration::from_millis(1);

    #[test]
    fn median_is_the_middle_one() {
        assert_eq!(median(vec![]), Duration::ZERO);
        assert_eq!(median(vec![7 * MS]), 7 * MS);
        assert_eq!(median(vec![9 * MS, MS, 2 * MS]), 2 * MS);
        assert_eq!(median(vec![9 * MS, MS, 2 * MS, 3 * MS]), 3 * MS);
    }

    #[test]
    fn undisturbed_are_a_quarter_of_them() {
        assert_eq!(undisturbed(vec![]), Duration::ZERO);
        assert_eq!(undisturbed(vec![7 * MS]), 7 * MS);
        assert_eq!(undisturbed(vec![90 * MS, 4 * MS, 2 * MS]), 2 * MS);
        assert_eq!(undisturbed(vec![90 * MS, 4 * MS, 2 * MS, 3 * MS]), 3 * MS);
        assert_eq!(undisturbed((1..=9).rev().map(|time| time * MS).collect()), 3 * MS);
    }

    #[test]
    fn both_take_turns_and_the_first_ones_do_not_count() {
        let order = RefCell::new(String::new());
        let timed = |name: char, first: Duration, later: Duration| {
            let mut order = order.borrow_mut();
            let time = if order.contains(name) { later } else { first };
            order.push(name);
            Ok(time)
        };
        let medians =
            medians_in_turns(1, || timed('a', 50 * MS, MS), || timed('b', 60 * MS, 2 * MS));
        assert_eq!(medians.unwrap(), (MS, 2 * MS));
        assert_eq!(order.into_inner(), "abab");
    }
}
