//! How reputation gets into the schedule and out of it.

use crate::{mock::*, Error, Event, Leaving, LeavingRep};
use aitbc_primitives::reputation::{Domain, HoldReason, RepLedger, REP};
use aitbc_test_support::{events, set_at_stake, signed, TestLedger};
use frame_support::{assert_err, assert_noop, assert_ok};

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

/// Burns reputation of `who` as pools do: this pallet is not told.
fn burn_elsewhere(who: AccountId, amount: u128) {
    assert_eq!(TestLedger::burn(Domain::Block, &who, amount), amount);
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
        System::reset_events();
        assert_ok!(Availability::release(signed(9), REP));
        let released = Event::Released { who: 9, amount: REP, from: 0 };
        let withdrawn = Event::Withdrawn { who: 9, amount: REP };
        assert_eq!(events::<Test, Event<Test>>(), [released, withdrawn]);
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
fn what_is_at_stake_is_not_withdrawn() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 10 * REP));
        to_session(2);
        set_at_stake(1, 10 * REP);
        assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::StillAtStake);
        // One unit more than is at stake is withdrawn.
        set_at_stake(1, 10 * REP - 1);
        assert_ok!(Availability::withdraw(signed(1)));
        System::assert_last_event(Event::Withdrawn { who: 1, amount: 1 }.into());
        assert_eq!((free(1), held(1)), (5 * REP + 1, 10 * REP - 1));
        assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::StillAtStake);
    });
}

#[test]
fn what_was_at_stake_is_withdrawn_when_the_pools_are_resolved() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 8 * REP));
        to_session(2);
        set_at_stake(1, 5 * REP);
        // What stays covers two of the five.
        assert_ok!(Availability::withdraw(signed(1)));
        System::assert_last_event(Event::Withdrawn { who: 1, amount: 5 * REP }.into());
        let rest = Leaving { amount: 3 * REP, from: 2 };
        assert_eq!(LeavingRep::<Test>::get(1), Some(rest));
        assert_eq!(Availability::encumbered(&1), 2 * REP);
        set_at_stake(1, 0);
        assert_ok!(Availability::withdraw(signed(1)));
        System::assert_last_event(Event::Withdrawn { who: 1, amount: 3 * REP }.into());
        assert_eq!((free(1), held(1)), (13 * REP, 2 * REP));
        assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::NothingLeaving);
    });
}

#[test]
fn what_stays_covers_what_is_at_stake() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 4 * REP));
        set_at_stake(1, 6 * REP);
        to_session(2);
        assert_ok!(Availability::withdraw(signed(1)));
        System::assert_last_event(Event::Withdrawn { who: 1, amount: 4 * REP }.into());
    });
}

#[test]
fn what_counts_and_is_at_stake_can_be_released_and_stays_until_then() {
    execute(|| {
        set_at_stake(1, 10 * REP);
        assert_ok!(Availability::release(signed(1), 10 * REP));
        System::assert_last_event(Event::Released { who: 1, amount: 10 * REP, from: 2 }.into());
        to_session(2);
        assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::StillAtStake);
        assert_eq!(counts()[&1], 1);
    });
}

#[test]
fn release_at_once_leaves_what_is_at_stake_on_its_way_out() {
    execute(|| {
        mint(9, 5 * REP);
        assert_ok!(Availability::encumber(signed(9), 5 * REP));
        set_at_stake(9, 5 * REP);
        assert_noop!(Availability::release(signed(9), REP), Error::<Test>::StillAtStake);
        set_at_stake(9, 2 * REP);
        System::reset_events();
        assert_ok!(Availability::release(signed(9), 4 * REP));
        let released = Event::Released { who: 9, amount: 4 * REP, from: 0 };
        let withdrawn = Event::Withdrawn { who: 9, amount: 3 * REP };
        assert_eq!(events::<Test, Event<Test>>(), [released, withdrawn]);
        assert_eq!(LeavingRep::<Test>::get(9), Some(Leaving { amount: REP, from: 0 }));
        assert_eq!((free(9), held(9), Availability::encumbered(&9)), (3 * REP, 2 * REP, REP));
        // What is left of the encumbered is at stake too.
        assert_noop!(Availability::release(signed(9), REP), Error::<Test>::StillAtStake);
        assert_noop!(Availability::withdraw(signed(9)), Error::<Test>::StillAtStake);
        set_at_stake(9, REP);
        assert_ok!(Availability::withdraw(signed(9)));
        System::assert_last_event(Event::Withdrawn { who: 9, amount: REP }.into());
        assert!(LeavingRep::<Test>::get(9).is_none());
    });
}

#[test]
fn what_pools_have_burned_is_not_withdrawn() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 8 * REP));
        // All that is free, all that stays, and one that leaves.
        burn_elsewhere(1, 8 * REP);
        assert_eq!(Availability::availability(1).leaving, 7 * REP);
        to_session(2);
        assert_ok!(Availability::withdraw(signed(1)));
        System::assert_last_event(Event::Withdrawn { who: 1, amount: 7 * REP }.into());
        assert_eq!((free(1), held(1)), (7 * REP, 0));
        assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::NothingLeaving);
    });
}

#[test]
fn nothing_is_withdrawn_when_all_has_burned() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 8 * REP));
        burn_elsewhere(1, 15 * REP);
        to_session(2);
        assert_ok!(Availability::withdraw(signed(1)));
        System::assert_last_event(Event::Withdrawn { who: 1, amount: 0 }.into());
        assert_noop!(Availability::withdraw(signed(1)), Error::<Test>::NothingLeaving);
    });
}

#[test]
fn what_is_encumbered_after_pools_have_burned_does_not_leave() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), 10 * REP));
        burn_elsewhere(1, 9 * REP);
        assert_eq!((free(1), held(1)), (0, 6 * REP));
        mint(1, 3 * REP);
        assert_ok!(Availability::encumber(signed(1), 3 * REP));
        let now = Availability::availability(1);
        assert_eq!((now.encumbered, now.leaving), (3 * REP, 6 * REP));
    });
}

#[test]
fn equivocation_burns_what_is_staked_too() {
    execute(|| {
        TestLedger::hold(Domain::Block, HoldReason::Pool, &1, 2 * REP).unwrap();
        set_at_stake(1, 4 * REP);
        Availability::penalise_equivocation(&1);
        // Three that were free and six that were encumbered; the rest is owed.
        System::assert_has_event(Event::EquivocationPenalised { who: 1, amount: 9 * REP }.into());
        assert_eq!((free(1), held(1)), (0, 4 * REP));
        set_at_stake(1, 0);
        TestLedger::release(Domain::Block, HoldReason::Pool, &1, 2 * REP).unwrap();
        TestLedger::release(Domain::Block, HoldReason::Availability, &1, 4 * REP).unwrap();
        assert_eq!(TestLedger::balance(Domain::Block, &1), 0);
    });
}

#[test]
fn invariant_6_notices_that_what_is_at_stake_has_left() {
    execute(|| {
        assert_ok!(Availability::release(signed(1), REP));
        set_at_stake(1, 10 * REP);
        assert_ok!(Availability::do_try_state());
        set_at_stake(1, 10 * REP + 1);
        let broken = "nothing is leaving, or what is at stake has left";
        assert_err!(Availability::do_try_state(), broken);
        set_at_stake(1, 0);
        LeavingRep::<Test>::insert(2, Leaving::default());
        assert_err!(Availability::do_try_state(), broken);
        LeavingRep::<Test>::remove(2);
    });
}

#[test]
fn calls_need_a_signature() {
    execute(|| {
        use sp_runtime::DispatchError::BadOrigin;
        assert_noop!(Availability::encumber(RuntimeOrigin::root(), 1), BadOrigin);
        assert_noop!(Availability::release(RuntimeOrigin::none(), 1), BadOrigin);
        assert_noop!(Availability::withdraw(RuntimeOrigin::none()), BadOrigin);
        assert_noop!(Availability::set_auto_encumber(RuntimeOrigin::root(), false), BadOrigin);
    });
}
