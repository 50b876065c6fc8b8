//! The queue of pruning.

use super::*;
use crate::{PruneQueue, Visits, WeightInfo};

/// How many places of the queue are taken.
fn queued() -> u64 {
    let queue = PruneQueue::<Test>::get();
    queue.next - queue.first
}

#[test]
fn first_point_queues_an_account_once() {
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        assert_eq!(queued(), 0);
        for _ in 0..3 {
            wait(HOUR);
            assert_ok!(transfer(ADA, TREASURY, AITBC));
        }
        assert_eq!(queued(), 1);
    });
}

#[test]
fn idle_account_loses_its_points_and_keeps_its_power() {
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        wait(HOUR);
        assert_ok!(transfer(ADA, TREASURY, AITBC));
        let changed = now();
        wait(45 * DAY - 1);
        poll_hook();
        assert_eq!(points(ADA), 1);
        // It is visited every five days.
        wait(5 * DAY);
        poll_hook();
        assert_eq!(points(ADA), 0);
        assert_eq!(queued(), 0);
        assert_eq!(power(ADA), 999 * AITBC);
        assert_eq!(Power::power_at(&ADA, changed + 7 * DAY), 999 * AITBC);
        // A new point queues it again.
        mint(ADA, AITBC);
        assert_eq!(points(ADA), 1);
        assert_eq!(queued(), 1);
        assert_eq!(power(ADA), 999 * AITBC);
    });
}

#[test]
fn visit_does_not_come_early() {
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        assert_ok!(transfer(ADA, TREASURY, AITBC));
        wait(5 * DAY - 1);
        poll_hook();
        assert_eq!(PruneQueue::<Test>::get().first, 0);
        wait(1);
        poll_hook();
        assert_eq!(PruneQueue::<Test>::get().first, 1);
        assert_eq!(queued(), 1);
    });
}

#[test]
fn dead_account_leaves_the_queue_at_its_visit() {
    ExtBuilder::default().balances(&[(ADA, 1_000), (BEN, 10)]).build_and_execute(|| {
        wait(HOUR);
        assert_ok!(transfer(ADA, BEN, AITBC));
        assert_ok!(transfer(ADA, BEN, 999 * AITBC));
        assert_eq!(points(ADA), 0);
        // It comes back and gets a second place.
        assert_ok!(transfer(BEN, ADA, AITBC));
        wait(HOUR);
        assert_ok!(transfer(BEN, ADA, AITBC));
        assert_eq!(points(ADA), 1);
        assert_eq!(Visits::<Test>::iter_values().filter(|visit| visit.who == ADA).count(), 2);
        wait(6 * DAY);
        poll_hook();
        assert_eq!(Visits::<Test>::iter_values().filter(|visit| visit.who == ADA).count(), 1);
    });
}

#[test]
fn pruning_stops_at_its_weight_and_goes_on() {
    let holders: Vec<_> = (1..=10).map(|who| (who, 10)).collect();
    ExtBuilder::default().balances(&holders).build_and_execute(|| {
        for (who, _) in &holders {
            assert_ok!(transfer(*who, TREASURY, AITBC));
        }
        wait(6 * DAY);
        let visits = |n| {
            <() as WeightInfo>::upkeep()
                + <() as WeightInfo>::clear_ballot()
                + <() as WeightInfo>::visit() * n
        };
        HookWeight::set(visits(3));
        poll_hook();
        let first = PruneQueue::<Test>::get().first;
        assert!((3..10).contains(&first), "{first}");
        // The rest of the block may have less room.
        let mut meter = WeightMeter::with_limit(<() as WeightInfo>::upkeep());
        Power::on_poll(1, &mut meter);
        assert_eq!(PruneQueue::<Test>::get().first, first);
        assert_eq!(meter.consumed(), <() as WeightInfo>::upkeep());
        let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 1));
        Power::on_poll(1, &mut meter);
        assert_eq!(meter.consumed(), Weight::zero());
        for _ in 0..3 {
            poll_hook();
        }
        assert_eq!(PruneQueue::<Test>::get().first, 10);
        assert_eq!(queued(), 10);
    });
}

#[test]
fn archive_is_pruned_from_its_old_end_and_then_the_rest() {
    limit_points(10, 2);
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        for _ in 0..9 {
            wait(DAY);
            assert_ok!(transfer(ADA, TREASURY, AITBC));
        }
        // Genesis and days 1 to 8; day 9 is the record.
        let lengths = || {
            let recent = RecentPoints::<Test>::get(ADA).map_or(0, |history| history.points.len());
            [ArchivedPoints::<Test>::get(ADA).len(), recent]
        };
        assert_eq!(lengths(), [8, 1]);
        let power_then = power(ADA);
        // Visits come every five days; the one that sees the horizon at day 5 or later leaves day 5.
        wait(41 * DAY);
        poll_hook();
        assert_eq!(lengths(), [3, 1]);
        Power::do_try_state().unwrap();
        wait(5 * DAY);
        poll_hook();
        assert_eq!(lengths(), [0, 0]);
        assert!(!ArchivedPoints::<Test>::contains_key(ADA));
        assert_eq!(power(ADA), 991 * AITBC);
        assert!(power_then > 991 * AITBC - AITBC);
    });
}
