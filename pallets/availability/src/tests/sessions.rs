//! When sessions end.

use crate::mock::*;
use aitbc_primitives::reputation::REP;
use frame_support::traits::EstimateNextSessionRotation;
use sp_runtime::Permill;

#[test]
fn rotating_block_is_the_old_producers_and_the_next_slot_the_new_schedules() {
    ExtBuilder::default().encumbered(&[6 * REP, 3 * REP, REP, 0]).build_and_execute(|| {
        blocks(FIRST..FIRST + 20);
        let (index, start) = session();
        assert_eq!((index, start), (0, FIRST));
        let rotating = FIRST + 20;
        let old_producer = producer(rotating);
        let lists = block(rotating);
        assert_eq!(lists.len(), 1);
        assert_eq!(session(), (1, rotating));
        assert_eq!(Availability::author().unwrap().account, old_producer);
        // Its block closed the old session and counts there.
        let deliveries = Availability::deliveries();
        assert_eq!(deliveries.iter().map(|d| d.elapsed).sum::<u32>(), 20);
        assert_eq!(deliveries.iter().map(|d| d.produced).sum::<u32>(), 20);

        for slot in [rotating + 1, rotating + 5] {
            let expected = producer(slot);
            assert_eq!(lists[0][(slot % 20) as usize], key(expected));
            block(slot);
            assert_eq!(Availability::author().unwrap().account, expected);
        }
    });
}

#[test]
fn sessions_follow_a_changed_length() {
    ExtBuilder::default().session_length(240).build_and_execute(|| {
        block(FIRST);
        let mut start = FIRST;
        // A change takes effect with the session after the one that runs.
        for (running, next) in [(240, 60), (60, 240), (240, 240)] {
            SessionLength::set(&next);
            blocks(start + 1..start + running);
            assert_eq!(session().1, start);
            block(start + running);
            start += running;
            assert_eq!(session().1, start);
            assert_eq!(Availability::schedule().order.len(), next as usize);
            let deliveries = Availability::deliveries();
            assert_eq!(deliveries.iter().map(|d| d.elapsed).sum::<u32>(), running as u32);
        }
    });
}

#[test]
fn session_whose_last_slots_are_empty_ends_with_the_next_block() {
    ExtBuilder::default().build_and_execute(|| {
        blocks(FIRST..FIRST + 15);
        let late = FIRST + 23;
        let expected = producer(late);
        assert_eq!(block(late).len(), 1);
        assert_eq!(session(), (1, late));
        assert_eq!(Availability::author().unwrap().account, expected);
        let elapsed: u32 = Availability::deliveries().iter().map(|d| d.elapsed).sum();
        assert_eq!(elapsed, 23);
    });
}

#[test]
fn chain_that_halted_for_three_sessions_rotates_once() {
    ExtBuilder::default().build_and_execute(|| {
        blocks(FIRST..FIRST + 10);
        let after = FIRST + 75;
        assert_eq!(block(after).len(), 1);
        assert_eq!(session(), (1, after));
        assert!(block(after + 1).is_empty());
        // One session's worth of the gap was charged, and nobody was blamed for an outage.
        let deliveries = Availability::deliveries();
        assert_eq!(deliveries.iter().map(|d| d.elapsed).sum::<u32>(), 9 + 20 + 1);
        assert_eq!((1..=4).map(held).sum::<u128>(), 4 * REP);
    });
}

#[test]
fn block_1_starts_the_clock_and_does_not_rotate() {
    ExtBuilder::default().build_and_execute(|| {
        assert!(block(FIRST).is_empty());
        assert_eq!(session(), (0, FIRST));
        assert!(Availability::deliveries().is_empty());
    });
}

#[test]
fn session_1_has_a_new_schedule_though_no_validator_changed() {
    ExtBuilder::default().encumbered(&[6 * REP, 3 * REP, REP, 0]).build_and_execute(|| {
        blocks(FIRST..FIRST + 20);
        let before = Availability::schedule().order;
        assert!(!pallet_session::QueuedChanged::<Test>::get());
        assert_eq!(block(FIRST + 20).len(), 1);
        assert_ne!(Availability::schedule().order, before);
    });
}

#[test]
fn progress_is_told_to_other_pallets() {
    ExtBuilder::default().build_and_execute(|| {
        let now = || System::block_number();
        assert_eq!(Availability::average_session_length(), 20);
        assert_eq!(Availability::estimate_current_session_progress(0).0, None);
        assert_eq!(Availability::estimate_next_session_rotation(0).0, Some(20));
        block(FIRST);
        block(FIRST + 5);
        let progress = Availability::estimate_current_session_progress(now()).0;
        assert_eq!(progress, Some(Permill::from_percent(25)));
        assert_eq!(Availability::estimate_next_session_rotation(now()).0, Some(now() + 15));
    });
}
