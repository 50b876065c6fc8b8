//! The history of one balance: how it grows, is thinned out and read. Pure functions.

use crate::types::{Point, Points, Record};
use aitbc_primitives::{Balance, Moment};

/// The area of a balance that is the same for so long.
fn area(balance: Balance, from: Moment, to: Moment) -> u128 {
    balance.saturating_mul(to.saturating_sub(from).into())
}

impl Record {
    /// The history of an account that gets its first token at `now`.
    pub(crate) fn starting(now: Moment) -> Self {
        Self { since: now, kept: now, ..Self::default() }
    }

    /// Whether the account may have kept points.
    pub(crate) fn has_points(&self) -> bool {
        self.kept < self.since
    }

    /// The area until `at`, not before `since`, when the total balance is `balance`.
    fn integral_at(&self, at: Moment, balance: Balance) -> u128 {
        self.integral.saturating_add(area(balance, self.since, at))
    }

    /// The record as the newest point.
    pub(crate) fn point(&self) -> Point {
        Point { time: self.since, integral: self.integral, floor: self.floor }
    }

    /// Notes that the total balance, until now `balance`, changes at `now`. Returns what was the
    /// newest point if it is to be kept.
    ///
    /// It is, unless this is another change within `granularity` of the point that was kept last.
    /// So whatever lies between two kept points that are further apart is one constant balance.
    pub(crate) fn change(
        &mut self,
        now: Moment,
        balance: Balance,
        granularity: Moment,
    ) -> Option<Point> {
        if now <= self.since {
            return None;
        }
        let mut changed = Self {
            integral: self.integral_at(now, balance),
            since: now,
            kept: self.kept,
            floor: if self.has_points() { self.floor.min(balance) } else { balance },
        };
        let keep = now.saturating_sub(self.kept) >= granularity;
        let point = keep.then(|| {
            changed.kept = self.since;
            changed.floor = balance;
            self.point()
        });
        *self = changed;
        point
    }
}

/// How many of the points, oldest first, are not needed to answer for the time since `horizon`: all
/// at or before it but the newest of them. `record` is newer than all.
pub(crate) fn outdated(points: &[Point], record: &Record, horizon: Moment) -> usize {
    let old = points.partition_point(|point| point.time <= horizon);
    if record.since <= horizon {
        old
    } else {
        old.saturating_sub(1)
    }
}

/// The longest time that points may be apart after others between them were dropped, if `max` points
/// are to cover `period`: twice the mean, so that there always are three neighbours within it.
pub(crate) fn merged_span(period: Moment, max: u32) -> Moment {
    let pairs = Moment::from(max).saturating_sub(3).max(1);
    period.saturating_mul(2).div_ceil(pairs)
}

/// Drops points until at most `max` are left to cover `period`: over and over the middle one of the
/// oldest three neighbours that are near enough, whose other two then keep the least balance of both
/// sides. One pass does it, since what is dropped leaves the neighbours before it as they were.
pub(crate) fn thin(points: Points, max: u32, period: Moment) -> Points {
    let span = merged_span(period, max);
    let max = usize::try_from(max).unwrap_or(usize::MAX);
    let mut surplus = points.len().saturating_sub(max);
    let mut kept = Points::with_capacity(points.len());
    for mut point in points {
        let near = matches!(
            kept.as_slice(),
            [.., before, _] if point.time.saturating_sub(before.time) <= span
        );
        if surplus > 0 && near {
            absorb(&mut point, kept.pop());
            surplus = surplus.saturating_sub(1);
        }
        kept.push(point);
    }
    // None were near enough, which cannot be if they cover no more than the period.
    for _ in 0..surplus.min(kept.len().saturating_sub(2)) {
        let middle = kept.remove(1);
        if let Some(next) = kept.get_mut(1) {
            absorb(next, Some(middle));
        }
    }
    kept
}

/// Makes `point` the only one in place of itself and the one before.
fn absorb(point: &mut Point, before: Option<Point>) {
    point.floor = before.map_or(point.floor, |before| before.floor.min(point.floor));
}

/// All that is known of the history of one account.
#[derive(Default)]
pub(crate) struct Timeline {
    /// The older part.
    pub points: Points,
    /// The newest part.
    pub record: Record,
    /// The total balance now.
    pub balance: Balance,
}

/// What is known of one moment.
struct Bounds {
    /// How many kept points are not later.
    after: usize,
    /// The balance was at least this.
    balance: Balance,
    /// The area until then was at least this.
    least: u128,
    /// The area until then was at most this.
    most: u128,
}

impl Timeline {
    /// What is known of the moment `at`. Areas are exact at kept points, since the last change, and
    /// wherever the balance was the same from one point to the next.
    fn at(&self, at: Moment) -> Bounds {
        let record = &self.record;
        if at >= record.since {
            let integral = record.integral_at(at, self.balance);
            return Bounds {
                after: usize::MAX,
                balance: self.balance,
                least: integral,
                most: integral,
            };
        }
        let after = self.points.partition_point(|point| point.time <= at);
        let end = self.points.get(after).copied().unwrap_or(record.point());
        let start = after.checked_sub(1).and_then(|last| self.points.get(last));
        match start {
            Some(start) if start.time == at => {
                Bounds { after, balance: end.floor, least: start.integral, most: start.integral }
            }
            Some(start) => Bounds {
                after,
                balance: end.floor,
                least: start.integral.saturating_add(area(end.floor, start.time, at)),
                most: end.integral.saturating_sub(area(end.floor, at, end.time)),
            },
            None => Bounds { after, balance: 0, least: end.integral, most: end.integral },
        }
    }

    /// The balance at `at`; between points it may be rounded down to the least balance there.
    pub(crate) fn balance_at(&self, at: Moment) -> Balance {
        self.at(at).balance
    }

    /// The average over the `window` before `at`, rounded down.
    pub(crate) fn average(&self, at: Moment, window: Moment) -> Balance {
        let end = self.at(at);
        let start = self.at(at.saturating_sub(window));
        let area = end.least.saturating_sub(start.most);
        let Some(average) = area.checked_div(window.into()) else {
            return 0;
        };
        // Between two neighbours it was never less than the floor.
        if start.after == end.after {
            average.max(end.balance)
        } else {
            average
        }
    }
}

/// For tests: the moments at which the area is exact, with the area.
#[cfg(test)]
impl Timeline {
    pub(crate) fn exact(&self) -> alloc::vec::Vec<(Moment, u128)> {
        self.points
            .iter()
            .copied()
            .chain([self.record.point()])
            .map(|point| (point.time, point.integral))
            .collect()
    }
}
