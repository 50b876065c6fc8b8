//! Brakes: who may use them, how often and for how long, and that each ends.

use super::*;
use crate::Brakes;

fn names(calls: &[&str]) -> CallNames {
    CallNames::truncate_from(calls.iter().map(|call| name("Target", call)).collect())
}

fn paused(call: &str) -> bool {
    TestBrake::is_paused(&name("Target", call))
}

fn council() -> RuntimeOrigin {
    signed(THREE)
}

fn emergency() -> RuntimeOrigin {
    Origin::Emergency.into()
}

#[test]
fn only_council_emergencies_upgrades_and_root_brake() {
    ExtBuilder::default().build_and_execute(|| {
        let others: [RuntimeOrigin; 5] = [
            signed(31),
            RuntimeOrigin::none(),
            Origin::ParameterChange.into(),
            Origin::PolicyChange.into(),
            Origin::AgentTrading.into(),
        ];
        for origin in others {
            let bad = DispatchError::BadOrigin;
            assert_noop!(OpenClaw::pause(origin.clone(), names(&["set"]), None), bad);
            assert_noop!(OpenClaw::unpause(origin.clone(), names(&["set"])), bad);
            assert_noop!(OpenClaw::enter_safe_mode(origin.clone(), None), bad);
            assert_noop!(OpenClaw::exit_safe_mode(origin), bad);
        }
        let roots: [RuntimeOrigin; 3] =
            [RuntimeOrigin::root(), emergency(), Origin::ProtocolUpgrade.into()];
        for origin in roots {
            assert_ok!(OpenClaw::pause(origin.clone(), names(&["set"]), None));
            assert_ok!(OpenClaw::unpause(origin.clone(), names(&["set"])));
            assert_ok!(OpenClaw::enter_safe_mode(origin.clone(), None));
            assert_ok!(OpenClaw::exit_safe_mode(origin));
        }
    });
}

#[test]
fn pause_of_the_council_ends_after_a_day() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(council(), names(&["set", "fail"]), Some(30 * DAY)));
        let until = START + DAY;
        System::assert_last_event(Event::Paused { names: names(&["set", "fail"]), until }.into());
        later(DAY - 1);
        assert!(paused("set") && paused("fail"));
        later(1);
        assert!(!paused("set") && !paused("fail"));
        System::assert_last_event(Event::Unpaused { names: names(&["set", "fail"]) }.into());
    });
}

#[test]
fn brake_may_be_asked_to_end_earlier() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), Some(HOUR)));
        assert_ok!(OpenClaw::enter_safe_mode(emergency(), Some(2 * HOUR)));
        later(HOUR);
        assert!(!paused("set") && TestBrake::is_safe_mode());
        later(HOUR);
        assert!(!TestBrake::is_safe_mode());
        System::assert_last_event(Event::SafeModeExited.into());
    });
}

#[test]
fn brakes_of_an_emergency_last_30_and_7_days() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(emergency(), names(&["set"]), Some(90 * DAY)));
        assert_ok!(OpenClaw::enter_safe_mode(emergency(), Some(90 * DAY)));
        later(7 * DAY - 1);
        assert!(TestBrake::is_safe_mode());
        later(1);
        assert!(!TestBrake::is_safe_mode() && paused("set"));
        later(23 * DAY - 1);
        assert!(paused("set"));
        later(1);
        assert!(!paused("set"));
    });
}

#[test]
fn council_uses_brakes_once_in_7_days() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), None));
        later(7 * DAY - 1);
        let too_soon = DispatchError::from(Error::<Test>::BrakeTooSoon);
        assert_noop!(OpenClaw::pause(council(), names(&["set"]), None), too_soon);
        assert_noop!(OpenClaw::enter_safe_mode(council(), None), too_soon);
        // An Emergency is not counted.
        assert_ok!(OpenClaw::pause(emergency(), names(&["fail"]), None));
        later(1);
        assert_ok!(OpenClaw::enter_safe_mode(council(), None));
    });
}

#[test]
fn new_council_has_not_used_a_brake() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), None));
        later(1);
        let too_soon = DispatchError::from(Error::<Test>::BrakeTooSoon);
        assert_noop!(OpenClaw::pause(council(), names(&["fail"]), None), too_soon);
        OpenClaw::set_council(RuntimeOrigin::root(), [41, 42, 43, 44, 45]).unwrap();
        assert_ok!(OpenClaw::pause(council(), names(&["fail"]), None));
        // What the old one has paused stays so, until its own time.
        assert_eq!(Brakes::<Test>::get().paused.len(), 2);
        later(DAY - 1);
        assert!(!paused("set") && paused("fail"));
        assert_noop!(OpenClaw::enter_safe_mode(council(), None), too_soon);
    });
}

#[test]
fn both_brakes_in_one_block_are_one_use() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::enter_safe_mode(council(), None));
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), None));
        let too_soon = DispatchError::from(Error::<Test>::BrakeTooSoon);
        assert_noop!(OpenClaw::pause(council(), names(&["fail"]), None), too_soon);
        assert_noop!(OpenClaw::enter_safe_mode(council(), None), too_soon);
        later(2 * SECOND);
        assert_noop!(OpenClaw::pause(council(), names(&["fail"]), None), too_soon);
    });
}

#[test]
fn council_ends_early_only_what_it_began() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), None));
        assert_ok!(OpenClaw::enter_safe_mode(council(), None));
        assert_ok!(OpenClaw::unpause(council(), names(&["set"])));
        assert_ok!(OpenClaw::exit_safe_mode(council()));
        assert_noop!(OpenClaw::unpause(council(), names(&["set"])), Error::<Test>::NotBraked);
        assert_noop!(OpenClaw::exit_safe_mode(council()), Error::<Test>::NotBraked);

        assert_ok!(OpenClaw::pause(emergency(), names(&["set"]), None));
        assert_ok!(OpenClaw::enter_safe_mode(emergency(), None));
        let begun = DispatchError::from(Error::<Test>::BegunByEmergency);
        assert_noop!(OpenClaw::unpause(council(), names(&["set"])), begun);
        assert_noop!(OpenClaw::exit_safe_mode(council()), begun);
        assert_ok!(OpenClaw::unpause(emergency(), names(&["set"])));
        assert_ok!(OpenClaw::exit_safe_mode(emergency()));
    });
}

#[test]
fn emergency_ends_early_what_the_council_began() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), None));
        assert_ok!(OpenClaw::enter_safe_mode(council(), None));
        assert_ok!(OpenClaw::unpause(emergency(), names(&["set"])));
        assert_ok!(OpenClaw::exit_safe_mode(emergency()));
        assert!(!paused("set") && !TestBrake::is_safe_mode());
    });
}

#[test]
fn council_neither_shortens_nor_takes_over_a_brake_of_an_emergency() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(emergency(), names(&["set"]), None));
        assert_ok!(OpenClaw::enter_safe_mode(emergency(), None));
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), None));
        assert_ok!(OpenClaw::enter_safe_mode(council(), None));
        System::assert_last_event(Event::SafeModeEntered { until: START + 7 * DAY }.into());
        assert_noop!(OpenClaw::exit_safe_mode(council()), Error::<Test>::BegunByEmergency);
        later(DAY);
        assert!(paused("set") && TestBrake::is_safe_mode());
    });
}

#[test]
fn emergency_takes_over_a_brake_of_the_council() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), None));
        // Although it would end earlier than the council's.
        assert_ok!(OpenClaw::pause(emergency(), names(&["set"]), Some(HOUR)));
        assert_noop!(
            OpenClaw::unpause(council(), names(&["set"])),
            Error::<Test>::BegunByEmergency
        );
        later(DAY - 1);
        assert!(paused("set"));
        later(1);
        assert!(!paused("set"));
    });
}

#[test]
fn what_cannot_be_paused_is_told_and_nothing_is() {
    ExtBuilder::default().build_and_execute(|| {
        let calls = CallNames::truncate_from(vec![name("Target", "set"), name("OpenClaw", "vote")]);
        assert_noop!(OpenClaw::pause(council(), calls, None), UNPAUSABLE);
    });
}

#[test]
fn sixty_four_calls_can_be_paused() {
    ExtBuilder::default().build_and_execute(|| {
        let page = |page: u32| {
            let calls = (0..16).map(|call| name("Target", &format!("{page}-{call}"))).collect();
            CallNames::truncate_from(calls)
        };
        for number in 0..4 {
            assert_ok!(OpenClaw::pause(emergency(), page(number), None));
        }
        assert_noop!(
            OpenClaw::pause(emergency(), names(&["set"]), None),
            Error::<Test>::TooManyPaused
        );
        // They end sixteen in a block.
        later(30 * DAY);
        assert_eq!(Brakes::<Test>::get().paused.len(), 48);
        (0..3).for_each(|_| hook());
        assert_eq!(Brakes::<Test>::get().paused.len(), 0);
        assert!(!TestBrake::is_paused(&page(3)[15]));
    });
}

#[test]
fn emergency_ends_what_something_else_has_paused() {
    ExtBuilder::default().build_and_execute(|| {
        TestBrake::pause_behind(&name("Target", "set"));
        assert_noop!(OpenClaw::unpause(council(), names(&["set"])), Error::<Test>::NotBraked);
        assert_noop!(OpenClaw::pause(council(), names(&["set"]), None), IS_PAUSED);
        assert_ok!(OpenClaw::unpause(emergency(), names(&["set"])));
        assert_noop!(OpenClaw::unpause(emergency(), names(&["set"])), IS_UNPAUSED);
        assert_noop!(OpenClaw::exit_safe_mode(emergency()), EXITED);
    });
}

#[test]
fn brake_that_something_else_has_ended_ends_quietly() {
    ExtBuilder::default().build_and_execute(|| {
        use crate::Brake;
        assert_ok!(OpenClaw::pause(council(), names(&["set"]), None));
        assert_ok!(OpenClaw::enter_safe_mode(council(), None));
        TestBrake::unpause(&name("Target", "set")).unwrap();
        TestBrake::exit_safe_mode().unwrap();
        later(DAY);
        let brakes = Brakes::<Test>::get();
        assert_eq!((brakes.paused.len(), brakes.safe_mode), (0, None));
    });
}

#[test]
fn pause_that_something_else_has_ended_begins_again() {
    ExtBuilder::default().build_and_execute(|| {
        use crate::Brake;
        assert_ok!(OpenClaw::pause(council(), names(&["set", "fail"]), None));
        TestBrake::unpause(&name("Target", "set")).unwrap();
        assert_ok!(OpenClaw::pause(emergency(), names(&["set", "fail"]), Some(2 * DAY)));
        assert!(paused("set") && paused("fail"));
        assert_eq!(Brakes::<Test>::get().paused.len(), 2);
        later(2 * DAY);
        assert!(!paused("set") && !paused("fail"));
    });
}

#[test]
fn safe_mode_of_a_failed_migration_lasts_14_days_and_is_not_the_councils() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(OpenClaw::enter_safe_mode_for_repair());
        assert_noop!(OpenClaw::exit_safe_mode(council()), Error::<Test>::BegunByEmergency);
        // Longer than the repair takes by a proposal, late changes included.
        let track = TestSettings::track(ProposalKind::ProtocolUpgrade);
        let late = 2 * TestSettings::late_window(ProposalKind::ProtocolUpgrade);
        let repair = track.delay + track.period + late + track.enactment_delay;
        assert!(repair < TestSettings::repair_safe_mode());
        later(14 * DAY - 1);
        assert!(TestBrake::is_safe_mode());
        later(1);
        assert!(!TestBrake::is_safe_mode());
    });
}

#[test]
fn emergency_ends_the_safe_mode_of_a_failed_migration_and_shortens_none() {
    ExtBuilder::default().build_and_execute(|| {
        OpenClaw::enter_safe_mode(council(), None).unwrap();
        assert_ok!(OpenClaw::enter_safe_mode_for_repair());
        assert_ok!(OpenClaw::enter_safe_mode(emergency(), None));
        later(14 * DAY - 1);
        assert!(TestBrake::is_safe_mode());
        assert_ok!(OpenClaw::exit_safe_mode(emergency()));
        assert!(!TestBrake::is_safe_mode());
    });
}
