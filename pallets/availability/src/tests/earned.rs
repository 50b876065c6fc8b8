//! What becomes of what producers earn.

use crate::{mock::*, EarnedStaysFree, Error, Event, Suspensions};
use aitbc_primitives::{
    consensus::SessionIndex,
    reputation::{pools::Forfeit, REP},
};
use aitbc_test_support::{set_at_stake, signed};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;
use sp_staking::offence::{Kind, Offence, OffenceError, ReportOffence};

/// Switches for `who`.
fn set(who: AccountId, on: bool) -> sp_runtime::DispatchResult {
    Availability::set_auto_encumber(signed(who), on)
}

fn is_on(who: AccountId) -> bool {
    Availability::availability(who).auto_encumber
}

#[test]
fn what_is_earned_is_encumbered_and_counts_in_the_session_after_the_next() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        credit(1, 2 * REP);
        System::assert_last_event(Event::Encumbered { who: 1, amount: 2 * REP }.into());
        assert_eq!((free(1), held(1)), (0, 3 * REP));
        session_without(&[]);
        assert_eq!(counts()[&1], 5);
        session_without(&[]);
        // 20 * 3/6, at most 7.
        assert_eq!(counts()[&1], 7);
    });
}

#[test]
fn what_is_earned_stays_free_while_switched_off() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        assert!(is_on(1));
        assert_ok!(set(1, false));
        System::assert_last_event(Event::AutoEncumberSet { who: 1, on: false }.into());
        assert!(!is_on(1));
        credit(1, REP);
        credit(2, REP);
        assert_eq!((free(1), held(1)), (REP, REP));
        assert_eq!((free(2), held(2)), (0, 2 * REP));
        assert_ok!(set(1, true));
        System::assert_last_event(Event::AutoEncumberSet { who: 1, on: true }.into());
        assert!(is_on(1));
        credit(1, REP);
        // What was credited before stays as it is.
        assert_eq!((free(1), held(1)), (REP, 2 * REP));
        // The default takes no room.
        assert_eq!(EarnedStaysFree::<Test>::iter_keys().count(), 0);
    });
}

#[test]
fn no_more_than_is_free_is_encumbered() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        // A slash debt of 1 REP takes a part of what is earned.
        set_at_stake(1, REP);
        Availability::penalise_equivocation(&1);
        credit(1, 3 * REP);
        System::assert_last_event(Event::Encumbered { who: 1, amount: 2 * REP }.into());
        assert_eq!((free(1), held(1)), (0, 3 * REP));
        System::reset_events();
        credit(2, 0);
        assert!(System::events().is_empty());
        assert_eq!(held(2), REP);
    });
}

#[test]
fn only_who_produces_or_has_something_encumbered_may_switch_off() {
    ExtBuilder::default().encumbered(&[REP, 0, REP, REP]).build_and_execute(|| {
        block(FIRST);
        mint(9, REP);
        assert_noop!(set(9, false), Error::<Test>::NotAProducer);
        // Switching on takes nothing from anybody.
        assert_ok!(set(9, true));
        assert_ok!(set(2, false));
        assert_ok!(Availability::encumber(signed(9), 1));
        assert_ok!(set(9, false));
        assert_ok!(set(9, false));
        assert_eq!(EarnedStaysFree::<Test>::iter_keys().count(), 2);
    });
}

#[test]
fn who_is_elected_for_the_next_session_may_switch_off() {
    ExtBuilder::default().keyed(&[1, 2, 3, 4, 5]).build_and_execute(|| {
        block(FIRST);
        assert_noop!(set(5, false), Error::<Test>::NotAProducer);
        Elected::put(vec![1, 2, 3, 4, 5]);
        session_without(&[]);
        assert!(!counts().contains_key(&5));
        assert_ok!(set(5, false));
        session_without(&[]);
        assert!(counts().contains_key(&5));
    });
}

#[test]
fn who_switched_off_and_left_may_switch_on() {
    ExtBuilder::default().encumbered(&[REP, REP, REP, 0]).build_and_execute(|| {
        block(FIRST);
        assert_ok!(set(4, false));
        Elected::put(vec![1, 2, 3]);
        (0..3).for_each(|_| session_without(&[]));
        assert_noop!(set(4, false), Error::<Test>::NotAProducer);
        assert!(!is_on(4));
        assert_ok!(set(4, true));
        assert!(is_on(4));
    });
}

#[test]
fn equivocator_forfeits_what_it_was_not_credited_with() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        Earned::insert(1, (7 * REP, 0));
        Earned::insert(2, (7 * REP, 0));
        let before = System::block_weight().total();
        Availability::penalise_equivocation(&1);
        assert_eq!((Earned::get(1), Earned::get(2)), ((0, 1), (7 * REP, 0)));
        // The event says what has burned; what was not credited never existed.
        System::assert_has_event(Event::EquivocationPenalised { who: 1, amount: REP }.into());
        // What the benchmark cannot know is charged beside it, and so is the new schedule.
        let charged = System::block_weight().total().saturating_sub(before);
        let expected = <() as crate::WeightInfo>::penalise_equivocation()
            + <() as crate::WeightInfo>::replace_excluded()
            + <TestForfeit as Forfeit<_>>::weight();
        assert_eq!(charged, expected);
    });
}

/// An equivocation of validator 1, which may be known already.
struct TwoBlocks;

impl Offence<(AccountId, ())> for TwoBlocks {
    const ID: Kind = *b"aitbc:two-blocks";
    type Slot = SessionIndex;

    fn offenders(&self) -> Vec<(AccountId, ())> {
        vec![(1, ())]
    }
    fn session_index(&self) -> SessionIndex {
        0
    }
    fn validator_set_count(&self) -> u32 {
        4
    }
    fn slot(&self) -> SessionIndex {
        0
    }
    fn slash_fraction(&self, _: u32) -> Perbill {
        Perbill::from_percent(50)
    }
}

/// Takes the first report and no other.
struct Once;

impl ReportOffence<AccountId, (AccountId, ()), TwoBlocks> for Once {
    fn report_offence(_: Vec<AccountId>, _: TwoBlocks) -> Result<(), OffenceError> {
        if Suspensions::<Test>::contains_key(1) {
            return Err(OffenceError::DuplicateReport);
        }
        Ok(())
    }
    fn is_known_offence(_: &[(AccountId, ())], _: &SessionIndex) -> bool {
        Suspensions::<Test>::contains_key(1)
    }
}

#[test]
fn report_that_is_known_takes_nothing() {
    type Punishment = crate::offences::PunishingReporter<Test, Once>;

    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        Earned::insert(1, (7 * REP, 0));
        assert_eq!(Punishment::report_offence(vec![], TwoBlocks), Ok(()));
        assert_eq!(Earned::get(1), (0, 1));
        Earned::insert(1, (REP, 1));
        let again = Punishment::report_offence(vec![], TwoBlocks);
        assert_eq!(again, Err(OffenceError::DuplicateReport));
        assert_eq!(Earned::get(1), (REP, 1));
    });
}
