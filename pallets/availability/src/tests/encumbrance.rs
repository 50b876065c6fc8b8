//! How reputation gets into the schedule and out of it.

use crate::{mock::*, Error, Event, LeavingRep};
use aitbc_primitives::reputation::REP;
use aitbc_test_support::signed;
use frame_support::{assert_noop, assert_ok};

/// A chain in session 0 whose validator 1 has 10 REP encumbered and 5 free.
fn execute(test: impl FnOnce()) {
    ExtBuilder::default().encumbered(&[10 * REP, 10 * REP, 10 * REP, 10 * REP]).build_and_execute(
        || {
            mint(1, 5 * REP);
            block(FIRST);
            test();
        },
    );
}

/// Makes blocks until session `index`.
fn to_session(index: u32) {
    while session().0 < index {
        block(Availability::schedule().slot + 1);
    }
}

#[test]
fn encumbered_reputation_counts_in_the_session_after_the_next() {
    execute(|| {
        assert_ok!(Availability::encumber(signed(1), 5 * REP));
        System::assert_last_event(Event::Encumbered { who: 1, amount: 5 * REP }.into());
        assert_eq!(free(1), 0);
        to_session(1);
        assert_eq!(counts()[&1], 5);
        to_session(2);
        // 20 * 15/45 = 6.67, at most 7.
        assert_eq!(counts()[&1], 7);
    });
}

#[test]
fn more_than_is_free_cannot_be_encumbered() {
    execute(|| {
        assert_noop!(Availability::encumber(signed(1), 5 * REP + 1), Error::<Test>::NotEnoughFree);
        assert_noop!(Availability::encumber(signed(9), 1), Error::<Test>::NotEnoughFree);
        assert_noop!(Availability::encumber(signed(1), 0), Error::<Test>::ZeroAmount);
    });
}

#[test]
fn more_than_is_encumbered_cannot_be_released() {
    execute(|| {
        assert_noop!(
            Availability::release(signed(1), 10 * REP + 1),
            Error::<Test>::NotEnoughEncumbered
        );
        assert_noop!(Availability::release(signed(9), 1), Error::<Test>::NotEnoughEncumbered);
        assert_noop!(Availability::release(signed(1), 0), Error::<Test>::ZeroAmount);
        assert_ok!(Availability::release(signed(1), 6 * REP));
        assert_noop!(
            Availability::release(signed(1), 4 * REP + 1),
            Error::<Test>::NotEnoughEncumbered
        );
    });
}

#[test]
fn what_counts_is_locked_until_its_last_session_has_ended() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 4 * REP));
        let from = 2;
        System::assert_last_event(Event::Released { who: 1, amount: 4 * REP, from }.into());
        for last in [0, 1] {
            to_session(last);
            assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::StillCounted);
            assert_eq!(counts()[&1], 5);
        }
        to_session(2);
        // 20 * 6/36 = 3.33
        assert_eq!(counts()[&1], 3);
        assert_ok!(Availability::withdraw(signed(1)));
        assert_eq!((free(1), held(1)), (9 * REP, 6 * REP));
        assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::NothingLeaving);
    });
}

#[test]
fn later_release_postpones_the_earlier() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), REP));
        to_session(1);
        assert_ok!(Availability::release(signed(1), REP));
        to_session(2);
        assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::StillCounted);
        to_session(3);
        assert_ok!(Availability::withdraw(signed(1)));
        assert_eq!(free(1), 7 * REP);
    });
}

#[test]
fn reputation_of_others_than_validators_is_free_at_once() {
    execute(|| {
        mint(9, REP);
        assert_ok!(Availability::encumber(signed(9), REP));
        assert_ok!(Availability::release(signed(9), REP));
        assert_eq!(free(9), REP);
        assert_noop!(Availability::withdraw(signed(9)), Error::<Test>::NothingLeaving);
    });
}

#[test]
fn slashed_reputation_does_not_leave() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 10 * REP));
        Availability::penalise_missed_slots(&1);
        let left = 10 * REP / 100 * 99;
        assert_eq!(Availability::availability(1).encumbered, 0);
        assert_eq!(Availability::availability(1).leaving, left);
        to_session(2);
        assert_ok!(Availability::withdraw(signed(1)));
        System::assert_last_event(Event::Withdrawn { who: 1, amount: left }.into());
        assert_eq!((free(1), held(1)), (5 * REP + left, 0));
        assert!(LeavingRep::<Test>::get(1).is_none());
    });
}

#[test]
fn what_is_encumbered_after_a_slash_does_not_leave_with_what_was_slashed() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 6 * REP));
        Availability::penalise_equivocation(&1);
        assert!(LeavingRep::<Test>::get(1).is_none());
        // Free reputation burned too: it may have been encumbered when the offence happened.
        assert_eq!(free(1), 0);
        mint(1, 3 * REP);
        assert_ok!(Availability::encumber(signed(1), 3 * REP));
        let now = Availability::availability(1);
        assert_eq!((now.encumbered, now.leaving), (3 * REP, 0));
    });
}

#[test]
fn calls_need_a_signature() {
    execute(|| {
        use sp_runtime::DispatchError::BadOrigin;
        assert_noop!(Availability::encumber(RuntimeOrigin::root(), 1), BadOrigin);
        assert_noop!(Availability::release(RuntimeOrigin::none(), 1), BadOrigin);
        assert_noop!(Availability::withdraw(RuntimeOrigin::none()), BadOrigin);
    });
}
