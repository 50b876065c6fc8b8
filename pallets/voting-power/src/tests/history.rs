//! Which points are kept, and what is known between them.

use super::*;
use crate::{
    timeline::{merged_span, outdated, thin},
    Point, Record,
};
use proptest::{collection::vec, prelude::*};

#[test]
fn changes_within_the_granularity_keep_one_point() {
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        // Genesis is kept.
        assert_ok!(transfer(ADA, BEN, AITBC));
        assert_eq!(points(ADA), 1);
        // The change of block 1 is further than ten minutes from that: it is kept with the next.
        wait(MINUTE);
        assert_ok!(transfer(ADA, BEN, AITBC));
        assert_eq!(points(ADA), 2);
        for _ in 0..8 {
            wait(MINUTE);
            assert_ok!(transfer(ADA, BEN, AITBC));
            assert_eq!(points(ADA), 2);
        }
        wait(MINUTE - 1);
        assert_ok!(transfer(ADA, BEN, AITBC));
        assert_eq!(points(ADA), 2);
        wait(1);
        assert_ok!(transfer(ADA, BEN, AITBC));
        assert_eq!(points(ADA), 3);
    });
}

#[test]
fn averages_are_exact_at_kept_points_whatever_happened_between() {
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        for _ in 0..20 {
            assert_ok!(transfer(ADA, BEN, 10 * AITBC));
            wait(MINUTE);
        }
        // From 990 to 800 minute by minute, on average 895, and then 800.
        wait(40 * MINUTE);
        let expected = (895 * 20 + 800 * 40) * AITBC / 60;
        assert_eq!(Power::balance_average(&ADA, now(), HOUR), expected);
    });
}

#[test]
fn unknown_moment_counts_with_the_least_balance_around_it() {
    ExtBuilder::default().balances(&[(ADA, 1_000), (BEN, 1_000)]).build_and_execute(|| {
        mint(ADA, 1);
        wait(MINUTE);
        // A dip of two minutes that no point shows.
        for (minutes, amount) in [(1, 900), (2, 0)] {
            if amount > 0 {
                assert_ok!(transfer(ADA, BEN, amount * AITBC));
            } else {
                assert_ok!(transfer(BEN, ADA, 900 * AITBC));
            }
            wait(minutes * MINUTE);
        }
        wait(DAY);
        mint(ADA, 1);
        wait(DAY);
        mint(ADA, 1);
        // Points are at block 1 and four minutes later; the dip is between.
        let at = |minutes| Power::voting_power(ADA, Some(START + minutes * MINUTE)).balance;
        assert_eq!(at(0) / AITBC, 100);
        assert_eq!(at(1) / AITBC, 100);
        assert_eq!(at(2) / AITBC, 1_000);
        assert_eq!(Power::voting_power(ADA, Some(START - 1)).balance, 1_000 * AITBC);
        // Dust cannot take power away: it lowers no balance.
        assert!(Power::power_at(&ADA, START + 2 * MINUTE) > 990 * AITBC);
    });
}

#[test]
fn full_history_merges_its_oldest_points() {
    limit_points(5, 1);
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        for _ in 0..40 {
            wait(DAY);
            assert_ok!(transfer(ADA, BEN, AITBC));
            assert!(points(ADA) <= 6);
        }
        assert_eq!(points(ADA), 6);
        // The newest are as they were.
        assert_eq!(bounds(ADA)[1], 961 * AITBC);
        let timeline = Power::timeline(&ADA);
        let exact = timeline.exact();
        assert_eq!(exact.last().unwrap().0, now());
        assert_eq!(timeline.balance_at(now() - 1), 961 * AITBC);
    });
}

#[test]
fn steady_activity_leaves_fine_points_and_bounded_gaps() {
    ExtBuilder::default().balances(&[(ADA, 1_000_000)]).build_and_execute(|| {
        let mut newest = 0;
        for _ in 0..7_000 {
            wait(10 * MINUTE);
            assert_ok!(transfer(ADA, BEN, AITBC));
            newest = points(ADA).max(newest);
        }
        assert_eq!(newest, 512);
        let exact = Power::timeline(&ADA).exact();
        let gaps: Vec<_> = exact.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        // 45 days in 448 points: no gap over 4 h 52, and the last day and a half to ten minutes.
        let span = merged_span(45 * DAY, 448);
        assert!(span < 4 * HOUR + 52 * MINUTE);
        assert!(gaps.iter().all(|gap| *gap <= span));
        assert!(gaps.iter().rev().take(216).all(|gap| *gap == 10 * MINUTE));
        // Of a balance that falls by 144 a day, rounding down costs little.
        let [balance, short, long] = bounds(ADA).map(|amount| amount / AITBC);
        assert_eq!(balance, 993_000);
        assert!((993_070..=993_072).contains(&short));
        assert!((993_490..=993_504).contains(&long));
    });
}

#[test]
fn points_before_the_horizon_are_dropped_but_for_the_newest() {
    limit_points(4, 1);
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        for _ in 0..4 {
            wait(DAY);
            assert_ok!(transfer(ADA, BEN, AITBC));
        }
        // Genesis and days 1, 2 and 3; day 4 is the record.
        assert_eq!(points(ADA), 4);
        wait(43 * DAY);
        assert_ok!(transfer(ADA, BEN, AITBC));
        // It is day 47, the horizon is day 2, which stays. Day 4 came.
        let kept: Vec<_> = Power::timeline(&ADA)
            .exact()
            .into_iter()
            .map(|(time, _)| (time - START) / DAY)
            .collect();
        assert_eq!(kept, [2, 3, 4, 47]);
    });
}

#[test]
fn horizon_itself_is_answerable() {
    let point = |time| Point { time, ..Default::default() };
    let points = [10, 20, 30].map(point);
    let record = Record::starting(40);
    for (horizon, expected) in
        [(9, 0), (10, 0), (19, 0), (20, 1), (29, 1), (30, 2), (39, 2), (40, 3), (99, 3)]
    {
        assert_eq!(outdated(&points, &record, horizon), expected, "{horizon}");
    }
}

/// What [`thin`] does, step by step.
fn thin_slowly(mut points: Vec<Point>, max: u32, period: Moment) -> Vec<Point> {
    let span = merged_span(period, max);
    while points.len() > max as usize {
        let near = |three: &[Point]| three[2].time - three[0].time <= span;
        let middle = 1 + points.windows(3).position(near).unwrap_or_default();
        points[middle + 1].floor = points[middle + 1].floor.min(points[middle].floor);
        points.remove(middle);
    }
    points
}

fn point((time, floor): (Moment, Balance)) -> Point {
    Point { time, integral: 0, floor }
}

#[test]
fn thinning_out_keeps_the_least_balance() {
    let points = [(0, 0), (100, 9), (110, 5), (120, 7), (125, 8)].map(point);
    // Neighbours may be 20 apart, as 10 is the mean: the oldest such three are 100, 110 and 120.
    assert_eq!(merged_span(10, 4), 20);
    let left = [(0, 0), (100, 9), (120, 5), (125, 8)].map(point);
    assert_eq!(thin(points.to_vec(), 4, 10), left);
    assert_eq!(thin(points.to_vec(), 5, 10), points);
}

proptest! {
    #[test]
    fn thinning_out_is_the_same_step_by_step(
        gaps in vec((1..100u64, 0..50u128), 0..60),
        max in 4..60u32,
        period in 1..3_000u64,
    ) {
        let mut time = 0;
        let points: Vec<_> = gaps
            .into_iter()
            .map(|(gap, floor)| {
                time += gap;
                point((time, floor))
            })
            .collect();
        // Where no three are near enough, the newest points stay.
        let thinned = thin(points.clone(), max, period);
        prop_assert!(thinned.len() <= max as usize);
        let covered = points.last().map_or(0, |last| last.time - points[0].time);
        if covered <= period {
            prop_assert_eq!(thinned, thin_slowly(points, max, period));
        }
    }
}
