//! When the network is to blame for slots without blocks, and for how long.

use crate::{mock::*, Duties, Event, SessionTotals};
use aitbc_primitives::reputation::REP;

/// Sessions without a block after which an outage excuses nobody.
const MAX_OUTAGE: u32 = 6;

/// What three validators without reputation and four with much have encumbered. The three have a slot
/// of 28 each, and come first.
const THREE_NEWCOMERS: [u128; 7] = [0, 0, 0, 100 * REP, 100 * REP, 100 * REP, 100 * REP];

fn sessions_without(absent: &[AccountId], sessions: u32) {
    for _ in 0..sessions {
        session_without(absent);
    }
}

fn nobody_was_punished(number: usize) {
    let all: Vec<_> = (1..=number as AccountId).map(held).collect();
    assert_eq!(all, vec![REP; number]);
    assert!(Chilled::get().is_empty());
}

#[test]
fn nobody_is_blamed_when_more_than_a_third_of_the_slots_of_the_others_are_empty() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        sessions_without(&[2, 3, 4], 3);
        nobody_was_punished(4);
    });
}

#[test]
fn nobody_is_blamed_when_the_silent_have_more_than_a_third_of_the_slots() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        // A partition into halves: to each of the two, only one of three others is missing.
        sessions_without(&[3, 4], 3);
        nobody_was_punished(4);
    });
}

#[test]
fn a_third_of_the_slots_is_no_outage() {
    ExtBuilder::default().encumbered(&[REP; 6]).build_and_execute(|| {
        block(FIRST);
        session_without(&[5, 6]);
        assert!(held(5) < REP && held(6) < REP);
        assert_eq!([held(1), held(2), held(3), held(4)], [REP; 4]);
    });
}

#[test]
fn silence_is_measured_by_slots_and_a_third_is_rounded_up() {
    let duty = |elapsed, produced| crate::Duty { elapsed, produced, ..Default::default() };
    // Of 20 slots, 7 are what one producer may have. Half of the blocks is not silence.
    for (silent, produced, outage) in [(7, 3, false), (8, 3, true), (8, 4, false)] {
        let duties = [duty(20 - silent, 20 - silent), duty(silent, produced)];
        let totals = SessionTotals::of(duties.iter());
        assert_eq!(totals.outage_for(&duties[1]), outage, "{silent}");
    }
}

#[test]
fn many_producers_with_few_slots_are_no_outage() {
    ExtBuilder::default().encumbered(&THREE_NEWCOMERS).build_and_execute(|| {
        block(FIRST);
        let newcomers = [1, 2, 3];
        assert!(newcomers.iter().all(|who| counts()[who] == 1));
        // Three of seven: more than a third of the producers, and a ninth of the slots.
        sessions_without(&newcomers, 4);
        for who in newcomers {
            System::assert_has_event(Event::MissedSlotsPenalised { who, amount: 0 }.into());
        }
        // As many are out as may be, so that finality goes on.
        sessions_without(&newcomers, MAX_OUTAGE - 4);
        assert_eq!(Chilled::get(), [1, 2]);
        assert!(counts().contains_key(&3));
    });
}

#[test]
fn outage_excuses_nobody_for_ever() {
    ExtBuilder::default().encumbered(&[100 * REP; 4]).build_and_execute(|| {
        block(FIRST);
        sessions_without(&[3, 4], MAX_OUTAGE - 1);
        assert_eq!([held(3), held(4)], [100 * REP; 2]);
        assert!(Chilled::get().is_empty());

        session_without(&[3, 4]);
        // One of four can be out; the other keeps its slots and pays as for any absence.
        assert_eq!(Chilled::get(), [3]);
        assert_eq!([held(3), held(4)], [99 * REP; 2]);
        assert!(Availability::availability(3).suspended);
        assert!(!counts().contains_key(&3) && counts().contains_key(&4));
        assert_eq!([held(1), held(2)], [100 * REP; 2]);

        session_without(&[3, 4]);
        assert_eq!(held(4), 98 * REP + REP / 100);
        assert_eq!(Chilled::get(), [3]);
    });
}

#[test]
fn outage_of_all_but_one_is_forgiven_until_it_lasts_too_long() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        sessions_without(&[2, 3, 4], MAX_OUTAGE - 1);
        nobody_was_punished(4);
        // They come back in time, and an outage later begins anew.
        session_without(&[]);
        sessions_without(&[2, 3, 4], MAX_OUTAGE - 1);
        nobody_was_punished(4);

        session_without(&[2, 3, 4]);
        assert_eq!(Chilled::get(), [2]);
        assert_eq!(held(1), REP);
        assert!([2, 3, 4].into_iter().all(|who| held(who) == REP / 100 * 99));
    });
}

#[test]
fn long_outage_costs_reputation_in_every_sixth_session_only() {
    ExtBuilder::default().encumbered(&[100 * REP; 4]).build_and_execute(|| {
        block(FIRST);
        sessions_without(&[2, 3, 4], MAX_OUTAGE);
        assert_eq!(Chilled::get(), [2]);
        assert_eq!([held(3), held(4)], [99 * REP; 2]);
        // Each of the two misses the other: it is an outage still, and no room to suspend one more.
        sessions_without(&[2, 3, 4], MAX_OUTAGE - 1);
        assert_eq!([held(3), held(4)], [99 * REP; 2]);

        session_without(&[2, 3, 4]);
        assert_eq!([held(3), held(4)], [98 * REP + REP / 100; 2]);
        assert_eq!(Chilled::get(), [2]);
        assert_eq!(held(1), 100 * REP);
    });
}

#[test]
fn outage_costs_no_stake() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        sessions_without(&[3], 2);
        validate(3);
        sessions_without(&[], 2);
        assert!(counts().contains_key(&3));

        // It would pay for a relapse, were it not that another validator is away with it.
        sessions_without(&[3, 4], MAX_OUTAGE - 1);
        assert!(!Availability::availability(3).suspended);
        session_without(&[3, 4]);
        assert!(Availability::availability(3).suspended);
        assert_eq!(Chilled::get(), [3]);
        assert!(Relapsed::get().is_empty());
    });
}

#[test]
fn whoever_was_silent_longest_is_suspended_first() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        // In time for an outage from the second session on, and one session longer than 2 and 3.
        session_without(&[4]);
        sessions_without(&[2, 3, 4], MAX_OUTAGE - 1);
        assert_eq!(Chilled::get(), [4]);
    });
}

#[test]
fn one_block_ends_the_silence() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        sessions_without(&[3, 4], MAX_OUTAGE - 1);
        let silence = |who| Duties::<Test>::get(who).silence;
        assert_eq!([silence(3), silence(4)], [MAX_OUTAGE - 1; 2]);
        let slot = (Availability::schedule().slot + 1..).find(|slot| producer(*slot) == 4);
        block(slot.unwrap());
        assert_eq!([silence(3), silence(4)], [MAX_OUTAGE - 1, 0]);

        session_without(&[3, 4]);
        assert_eq!(Chilled::get(), [3]);
        assert_eq!(silence(4), 0);
    });
}

#[test]
fn sessions_without_blocks_of_others_are_no_silence() {
    // All slots of the session passed without a block but the one that ends it, which is its own.
    let mut duty = crate::Duty { elapsed: 3, ..Default::default() };
    let nothing = SessionTotals::of([&duty].into_iter());
    duty.close(&nothing, MinDelivery::get(), MAX_OUTAGE);
    assert_eq!(duty.silence, 0);

    duty.elapsed = 3;
    let others = SessionTotals { elapsed: 6, missed: 5, silent: 6 };
    duty.close(&others, MinDelivery::get(), MAX_OUTAGE);
    assert_eq!(duty.silence, 1);
    // Nor is a session in which it had no slot.
    duty.close(&others, MinDelivery::get(), MAX_OUTAGE);
    assert_eq!(duty.silence, 1);
}
