//! From the end of voting to enactment, by the hook and by hand.

use super::*;
use crate::{Agenda, Calls, Enacting, WeightInfo};
use ProposalKind::*;

fn work(weight: Weight) -> RuntimeCall {
    target::Call::work { weight }.into()
}

fn error_of(id: ProposalId) -> DispatchError {
    match stage(id) {
        Stage::Failed { error } => error,
        stage => panic!("{stage:?}"),
    }
}

/// Puts other calls into the place of those of a proposal.
fn smuggle(id: ProposalId, calls: Vec<RuntimeCall>) {
    let encoded = calls.encode();
    Proposals::<Test>::mutate(id, |proposal| {
        proposal.as_mut().unwrap().call_hash = hash_of(&encoded);
    });
    Calls::<Test>::insert(id, EncodedCalls::try_from(encoded.clone()).unwrap());
    // The deposit is that of the bytes.
    let size = {
        let text = crate::Texts::<Test>::get(id).unwrap();
        text.title.len() + text.description.len() + text.link.len() + encoded.len()
    };
    crate::Texts::<Test>::mutate(id, |text| {
        let text = text.as_mut().unwrap();
        text.ticket = frame_support::traits::Consideration::update(
            text.ticket.clone(),
            &ADA,
            frame_support::traits::Footprint { count: 2, size: size as u64 },
        )
        .unwrap();
    });
}

#[test]
fn calls_are_made_in_order_with_the_origin_of_the_type() {
    ExtBuilder::default().build_and_execute(|| {
        let id = enact(ParameterChange, vec![set(3), set(1), set(2)]);
        let by = Some(Origin::ParameterChange);
        assert_eq!(values(), [(3, by), (1, by), (2, by)]);
        System::assert_last_event(Event::Enacted { proposal: id, result: Ok(()) }.into());
        // Root only for what the list names.
        enact(ProtocolUpgrade, vec![set(4), rule(5)]);
        assert_eq!(values()[3..], [(4, Some(Origin::ProtocolUpgrade)), (5, None)]);
        assert_eq!(Enacting::<Test>::get(), None);
    });
}

#[test]
fn failing_call_undoes_all_and_is_told() {
    ExtBuilder::default().build_and_execute(|| {
        let id = enact(ParameterChange, vec![set(1), target::Call::fail {}.into(), set(2)]);
        let error = target::Error::<Test>::Failed.into();
        assert_eq!(error_of(id), error);
        System::assert_last_event(Event::Enacted { proposal: id, result: Err(error) }.into());
        assert_eq!(values(), []);
        assert_eq!((status(id), bond_of(ADA)), (Status::Failed, 0));
    });
}

#[test]
fn opinion_is_enacted_without_doing_anything() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(PolicyChange, vec![]);
        // Whatever became of calls.
        Version::set(sp_version::RuntimeVersion { transaction_version: 9, ..Default::default() });
        later(DAY);
        assert_eq!(status(id), Status::Executed);
    });
}

#[test]
fn enactment_by_hand_comes_after_24_hours_and_once() {
    ExtBuilder::default().build_and_execute(|| {
        HookWeight::set(Weight::zero());
        let id = change();
        set_now(START + DAY);
        vote(id, BEN, Position::For).unwrap();
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        later(7 * DAY);
        assert_eq!(stage(id), Stage::Voting);
        assert_ok!(advance(id));
        assert_eq!((status(id), bond_of(ADA)), (Status::Queued, 0));
        later(24 * HOUR - 1);
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        later(1);
        assert_ok!(advance(id));
        assert_eq!(values(), [(7, Some(Origin::ParameterChange))]);
        assert_noop!(advance(id), Error::<Test>::AlreadyExecuted);
        assert_noop!(advance(9), Error::<Test>::Unknown);
    });
}

#[test]
fn one_advance_does_all_that_is_due() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(START + DAY);
        vote(id, BEN, Position::For).unwrap();
        // The time of enactment follows from the end of voting, however late that is noticed.
        set_now(START + 9 * DAY);
        assert_ok!(advance(id));
        assert_eq!(status(id), Status::Executed);
    });
}

#[test]
fn advance_gives_back_what_it_does_not_use() {
    ExtBuilder::default().build_and_execute(|| {
        let weight = Weight::from_parts(1_000_000, 1_000);
        let id = passed(ParameterChange, vec![work(weight)]);
        set_now(stored(id).eta);
        let too_little = weight - Weight::from_parts(1, 0);
        assert_noop!(OpenClaw::advance(signed(GIL), id, too_little), Error::<Test>::TooHeavy);
        let post = OpenClaw::advance(signed(GIL), id, weight).unwrap();
        let bytes = Calls::<Test>::get(id).unwrap().len() as u32;
        let expected = <()>::attend() + <()>::enact(bytes) + weight / 2;
        assert_eq!(post.actual_weight, Some(expected));
        let declared = OpenClaw::advance_weight() + weight;
        assert!(expected.all_lte(declared));
    });
}

#[test]
fn enactment_nested_too_deeply_is_not_attempted() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![set(1)]);
        set_now(stored(id).eta);
        // `advance`, the list of calls and each call take a layer: there are 255.
        for layers in [253, 254, 255] {
            assert_err!(at_depth(layers, &mut || advance(id)), TOO_DEEP);
            assert_eq!((stage(id), values()), (Stage::Passed, vec![]));
        }
        assert_ok!(at_depth(252, &mut || advance(id)));
        assert_eq!((stage(id), values().len()), (Stage::Executed, 1));
    });
}

#[test]
fn enactment_that_the_hook_cannot_begin_is_tried_again_after_an_hour() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![set(1)]);
        set_now(stored(id).eta);
        let mut in_hook = || {
            hook();
            Ok(())
        };
        assert_ok!(at_depth(254, &mut in_hook));
        let until = now() + HOUR;
        System::assert_last_event(Event::EnactmentHeldUp { proposal: id, until }.into());
        assert_eq!(stage(id), Stage::Passed);
        later(HOUR - 1);
        assert_eq!(stage(id), Stage::Passed);
        later(1);
        assert_eq!(stage(id), Stage::Executed);
    });
}

#[test]
fn proposal_expires_14_days_after_its_time() {
    ExtBuilder::default().build_and_execute(|| {
        let [early, late] = [(); 2].map(|_| propose(ProtocolUpgrade, vec![rule(1)]));
        for id in [early, late] {
            set_now(stored(id).voting_from);
            [BEN, CYD, DEE].iter().for_each(|who| vote(id, *who, Position::For).unwrap());
        }
        set_now(stored(early).ends);
        hook();
        let expires = stored(early).eta + 14 * DAY;
        set_now(expires - 1);
        approve(early);
        hook();
        assert_eq!((status(early), status(late)), (Status::Executed, Status::Passed));
        later(1);
        System::assert_last_event(Event::Expired { proposal: late }.into());
        assert_eq!(status(late), Status::Expired);
        assert_noop!(OpenClaw::approve(signed(31), late), Error::<Test>::NotActive);
        assert_noop!(advance(late), Error::<Test>::NothingDue);
    });
}

#[test]
fn proposal_that_waits_is_not_looked_at_in_each_block() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ProtocolUpgrade, vec![rule(1)]);
        set_now(stored(id).eta);
        hook();
        let expires = stored(id).eta + 14 * DAY;
        assert_eq!(Agenda::<Test>::get().into_inner(), [(expires, id)]);
        // Three approvals later it is.
        approve(id);
        hook();
        assert_eq!(status(id), Status::Executed);
    });
}

#[test]
fn calls_of_another_version_are_not_made() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![set(1)]);
        Version::set(sp_version::RuntimeVersion { transaction_version: 1, ..Default::default() });
        later(DAY);
        assert_eq!(error_of(id), Error::<Test>::OutdatedCalls.into());
        assert_eq!(values(), []);
    });
}

#[test]
fn calls_that_cannot_be_read_are_not_made() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![set(1)]);
        smuggle(id, vec![set(1)]);
        let calls = EncodedCalls::truncate_from(vec![4, 0xff, 0xff, 0, 0, 0, 0]);
        Proposals::<Test>::mutate(id, |proposal| {
            proposal.as_mut().unwrap().call_hash = hash_of(&calls);
        });
        Calls::<Test>::insert(id, calls);
        later(DAY);
        assert_eq!(error_of(id), Error::<Test>::OutdatedCalls.into());
    });
}

#[test]
fn what_is_smuggled_into_storage_is_refused_at_enactment() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        let council = claw(crate::Call::set_council { members: [1, 2, 3, 4, 5] });
        let not_allowed: DispatchError = Error::<Test>::CallNotAllowed.into();
        for (calls, error) in [
            (vec![rule(1)], not_allowed),
            (vec![council.clone()], not_allowed),
            (vec![council, set(1)], Error::<Test>::MustBeAlone.into()),
            // It would need the council.
            (vec![target::Call::spend {}.into()], not_allowed),
            (vec![], Error::<Test>::NoCalls.into()),
        ] {
            let id = passed(ParameterChange, vec![set(1)]);
            smuggle(id, calls);
            later(DAY);
            assert_eq!(error_of(id), error);
        }
        assert_eq!(values(), []);
        assert_eq!(TestCouncil::members(), MEMBERS);
    });
}

#[test]
fn call_that_a_brake_stops_is_tried_again_every_hour() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![set(1)]);
        let names = CallNames::truncate_from(vec![name("Target", "set")]);
        OpenClaw::pause(Origin::Emergency.into(), names.clone(), None).unwrap();
        set_now(stored(id).eta);
        hook();
        let until = now() + HOUR;
        System::assert_last_event(Event::EnactmentHeldUp { proposal: id, until }.into());
        assert_eq!(status(id), Status::Queued);
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        events();
        later(HOUR - 1);
        assert_eq!(events(), []);
        later(1);
        assert_eq!(events().len(), 1);
        // Anybody may try at once when the brake is gone.
        OpenClaw::unpause(Origin::Emergency.into(), names).unwrap();
        assert_ok!(advance(id));
        assert_eq!(values().len(), 1);
    });
}

#[test]
fn what_brakes_stop_for_too_long_expires() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![set(1)]);
        let names = CallNames::truncate_from(vec![name("Target", "set")]);
        OpenClaw::pause(Origin::Emergency.into(), names, None).unwrap();
        set_now(stored(id).eta);
        let expires = now() + 14 * DAY;
        while now() < expires {
            hook();
            assert_eq!(status(id), Status::Queued);
            wait(HOUR);
        }
        hook();
        assert_eq!(status(id), Status::Expired);
    });
}

#[test]
fn upgrade_and_emergency_pass_brakes() {
    ExtBuilder::default().build_and_execute(|| {
        OpenClaw::enter_safe_mode(Origin::Emergency.into(), None).unwrap();
        let id = passed(ProtocolUpgrade, vec![rule(1)]);
        approve(id);
        set_now(stored(id).eta);
        OpenClaw::enter_safe_mode(Origin::Emergency.into(), None).unwrap();
        hook();
        assert_eq!(values(), [(1, None)]);
        let emergency = passed(Emergency, vec![claw(crate::Call::exit_safe_mode {})]);
        approve(emergency);
        set_now(stored(emergency).eta);
        OpenClaw::enter_safe_mode(Origin::Emergency.into(), None).unwrap();
        hook();
        assert_eq!(status(emergency), Status::Executed);
        assert!(!TestBrake::is_safe_mode());
    });
}

#[test]
fn one_enactment_may_exceed_the_share_of_the_hook() {
    ExtBuilder::default().build_and_execute(|| {
        let heavy = MaxEnactment::get();
        let [first, second] = [(); 2].map(|_| propose(ParameterChange, vec![work(heavy)]));
        for id in [first, second] {
            set_now(START + DAY);
            vote(id, BEN, Position::For).unwrap();
        }
        set_now(START + 8 * DAY);
        hook();
        set_now(START + 9 * DAY);
        let mut meter = WeightMeter::new();
        OpenClaw::on_poll(1, &mut meter);
        assert!(meter.consumed().all_gt(heavy / 2));
        assert!(meter.consumed().ref_time() < heavy.ref_time());
        assert_eq!([first, second].map(status), [Status::Executed, Status::Queued]);
        hook();
        assert_eq!(status(second), Status::Executed);
    });
}

#[test]
fn full_block_leaves_an_enactment_to_the_next() {
    ExtBuilder::default().build_and_execute(|| {
        let heavy = MaxEnactment::get();
        let id = passed(ParameterChange, vec![work(heavy)]);
        set_now(stored(id).eta);
        OpenClaw::on_poll(1, &mut WeightMeter::with_limit(heavy));
        assert_eq!(status(id), Status::Queued);
        OpenClaw::on_poll(1, &mut WeightMeter::with_limit(heavy * 2));
        assert_eq!(status(id), Status::Executed);
    });
}

#[test]
fn light_enactments_share_a_block() {
    ExtBuilder::default().build_and_execute(|| {
        let ids = [(); 3].map(|_| change());
        set_now(START + DAY);
        ids.iter().for_each(|id| vote(*id, BEN, Position::For).unwrap());
        later(7 * DAY);
        later(DAY);
        assert_eq!(values().len(), 3);
    });
}

#[test]
fn what_has_become_heavier_is_left_to_others() {
    ExtBuilder::default().build_and_execute(|| {
        let weight = MaxEnactment::get();
        let id = passed(ParameterChange, vec![work(weight)]);
        Heavier::set(2);
        set_now(stored(id).eta);
        hook();
        let until = now() + HOUR;
        System::assert_last_event(Event::EnactmentHeldUp { proposal: id, until }.into());
        assert_noop!(OpenClaw::advance(signed(GIL), id, weight), Error::<Test>::TooHeavy);
        assert_ok!(OpenClaw::advance(signed(GIL), id, weight * 2));
        assert_eq!(status(id), Status::Executed);
    });
}

#[test]
fn what_has_become_too_heavy_for_all_fails() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![work(MaxEnactment::get())]);
        Heavier::set(3);
        later(DAY);
        assert_eq!(error_of(id), Error::<Test>::TooHeavy.into());
    });
}

#[test]
fn hook_without_a_share_does_nothing_but_end_brakes() {
    ExtBuilder::default().build_and_execute(|| {
        HookWeight::set(Weight::zero());
        let id = change();
        OpenClaw::enter_safe_mode(signed(THREE), None).unwrap();
        later(8 * DAY);
        assert_eq!(stage(id), Stage::Voting);
        assert!(!TestBrake::is_safe_mode());
    });
}

#[test]
fn idle_hook_writes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        change();
        let mut meter = WeightMeter::new();
        frame_support::assert_storage_noop!(OpenClaw::on_poll(1, &mut meter));
        assert_eq!(meter.consumed(), <()>::poll());
    });
}

#[test]
fn first_enacted_upgrade_ends_the_bootstrap_and_no_other_does() {
    ExtBuilder::default().build_and_execute(|| {
        enact(PolicyChange, vec![]);
        enact(ParameterChange, vec![set(1)]);
        assert!(OpenClaw::is_bootstrap());
        let id = enact(ProtocolUpgrade, vec![rule(1)]);
        assert_eq!(status(id), Status::Executed);
        assert!(!OpenClaw::is_bootstrap());
    });
}

#[test]
fn upgrade_that_fails_does_not_end_the_bootstrap() {
    ExtBuilder::default().build_and_execute(|| {
        let id = enact(ProtocolUpgrade, vec![claw(crate::Call::exit_safe_mode {})]);
        assert_eq!(status(id), Status::Failed);
        assert!(OpenClaw::is_bootstrap());
    });
}
