//! What producers lose for slots without blocks.

use crate::{mock::*, Event, Suspensions};
use aitbc_primitives::{consensus::Delivery, reputation::REP};

fn delivery(who: AccountId) -> Delivery<AccountId> {
    Availability::deliveries().into_iter().find(|delivery| delivery.account == who).unwrap()
}

#[test]
fn produced_and_missed_add_up_to_the_schedule() {
    ExtBuilder::default().encumbered(&[6 * REP, 3 * REP, REP, 0]).build_and_execute(|| {
        block(FIRST);
        let scheduled = counts();
        let rotating_is_present = producer(FIRST + 20) != 3;
        session_without(&[3]);
        for (who, slots) in scheduled {
            let delivery = delivery(who);
            if rotating_is_present {
                assert_eq!(delivery.elapsed, slots);
            }
            assert_eq!(delivery.produced == 0, who == 3);
        }
    });
}

#[test]
fn absence_of_one_session_costs_a_percent() {
    ExtBuilder::default().encumbered(&[100 * REP; 4]).build_and_execute(|| {
        block(FIRST);
        session_without(&[3]);
        assert_eq!(held(3), 99 * REP);
        assert_eq!([held(1), held(2), held(4)], [100 * REP; 3]);
        System::assert_has_event(Event::MissedSlotsPenalised { who: 3, amount: REP }.into());
        assert_eq!(Availability::availability(3).failures, 1);
        // It is still in the schedule: of its last eight slots three were before genesis.
        assert!(counts().contains_key(&3));
    });
}

#[test]
fn half_of_the_slots_is_enough() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        // Five slots each: three blocks are enough, two are not.
        let mut missed = [(3, 2), (4, 3)];
        for slot in FIRST + 1.. {
            let who = producer(slot);
            match missed.iter_mut().find(|(absent, left)| *absent == who && *left > 0) {
                Some((_, left)) if slot < FIRST + 20 => *left -= 1,
                _ => {
                    block(slot);
                }
            }
            if session().0 > 0 {
                break;
            }
        }
        assert_eq!(held(3), REP);
        assert!(held(4) < REP);
    });
}

#[test]
fn few_slots_are_judged_together_with_those_of_later_sessions() {
    ExtBuilder::default().encumbered(&[9 * REP, 9 * REP, 9 * REP, 0]).build_and_execute(|| {
        block(FIRST);
        // One slot each session: three are too few to judge.
        for failures in [0, 0, 0, 1] {
            assert_eq!(counts()[&4], 1);
            session_without(&[4]);
            assert_eq!(Availability::availability(4).failures, failures);
        }
    });
}

#[test]
fn eight_empty_slots_in_a_row_suspend() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        session_without(&[3]);
        assert!(Suspensions::<Test>::get(3).is_none());
        session_without(&[3]);
        assert!(Availability::availability(3).suspended);
        assert_eq!(Chilled::get(), [3]);
        assert!(!counts().contains_key(&3));
        // It is a validator still, but has no slots to miss.
        session_without(&[]);
        assert!(!counts().contains_key(&3));
        assert!(Relapsed::get().is_empty());
    });
}

#[test]
fn outage_at_the_end_of_a_session_suspends_nobody() {
    // Eight slots of each take two minutes here: a fifth of the session, too little for an outage.
    ExtBuilder::default().session_length(300).build_and_execute(|| {
        blocks(FIRST..FIRST + 240);
        block(FIRST + 300);
        assert_eq!(session().0, 1);
        assert_eq!(Availability::schedule().producers.len(), 4);
        assert!(Chilled::get().is_empty());
        assert_eq!((1..=4).map(held).sum::<u128>(), 4 * REP);
    });
}

#[test]
fn silence_at_the_end_of_a_session_is_not_absence_after_blocks() {
    ExtBuilder::default().session_length(300).build_and_execute(|| {
        let mut slot = FIRST;
        while session().0 == 0 {
            if slot < FIRST + 250 || producer(slot) != 3 {
                block(slot);
            }
            slot += 1;
        }
        assert!(!Availability::availability(3).suspended);
    });
}

#[test]
fn fewer_than_a_third_of_the_validators_can_be_out() {
    ExtBuilder::default().encumbered(&[REP; 7]).build_and_execute(|| {
        block(FIRST);
        for absent in [vec![7], vec![6, 7], vec![5, 6, 7]] {
            session_without(&absent);
            session_without(&absent);
        }
        // 5 lost reputation like the others, but two of seven are out already.
        assert_eq!(Chilled::get(), [7, 6]);
        assert!(held(5) < REP);
        assert!(counts().contains_key(&5));
    });
}

#[test]
fn three_failed_periods_in_a_row_suspend() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        for failures in 1..=3 {
            assert!(!Availability::availability(3).suspended);
            // One block a session: never eight empty slots.
            let (index, _) = session();
            let mut produced = false;
            for slot in Availability::schedule().slot + 1.. {
                let who = producer(slot);
                if who != 3 || !produced {
                    produced |= who == 3;
                    block(slot);
                }
                if session().0 > index {
                    break;
                }
            }
            if failures < 3 {
                assert_eq!(Availability::availability(3).failures, failures);
            }
        }
        assert!(Availability::availability(3).suspended);
    });
}

#[test]
fn single_validator_is_never_blamed() {
    ExtBuilder::default().encumbered(&[REP]).build_and_execute(|| {
        block(FIRST);
        blocks([FIRST + 500, FIRST + 1_000, FIRST + 1_001]);
        assert_eq!(held(1), REP);
        assert!(Chilled::get().is_empty());
    });
}
