//! The council: approvals, its replacement, postponements and cancellations.

use super::*;
use crate::Approvals;
use ProposalKind::*;

fn upgrade() -> ProposalId {
    propose(ProtocolUpgrade, vec![rule(1)])
}

fn new_council(members: [u64; 5]) -> RuntimeCall {
    claw(crate::Call::set_council { members })
}

fn by_root(members: [u64; 5]) -> DispatchResult {
    OpenClaw::set_council(RuntimeOrigin::root(), members)
}

#[test]
fn member_approves_and_revokes() {
    ExtBuilder::default().build_and_execute(|| {
        let id = upgrade();
        events();
        assert_ok!(OpenClaw::approve(signed(31), id));
        assert_noop!(OpenClaw::approve(signed(31), id), Error::<Test>::AlreadyApproved);
        assert_ok!(OpenClaw::revoke_approval(signed(31), id));
        assert_noop!(OpenClaw::revoke_approval(signed(31), id), Error::<Test>::NotApproved);
        assert_eq!(
            events(),
            [
                Event::Approved { proposal: id, who: 31 },
                Event::ApprovalRevoked { proposal: id, who: 31 }
            ]
        );
        assert_noop!(OpenClaw::approve(signed(31), 9), Error::<Test>::Unknown);
    });
}

#[test]
fn only_members_approve_only_what_needs_it() {
    ExtBuilder::default().build_and_execute(|| {
        let id = upgrade();
        for who in [ADA, THREE] {
            assert_noop!(OpenClaw::approve(signed(who), id), Error::<Test>::NotMember);
            assert_noop!(OpenClaw::revoke_approval(signed(who), id), Error::<Test>::NotMember);
        }
        let other = change();
        assert_noop!(OpenClaw::approve(signed(31), other), Error::<Test>::ApprovalNotNeeded);
        set_now(stored(id).ends);
        hook();
        assert_noop!(OpenClaw::approve(signed(31), id), Error::<Test>::NotActive);
        assert_noop!(OpenClaw::revoke_approval(signed(31), id), Error::<Test>::NotActive);
    });
}

#[test]
fn scenario_emergency_needs_three_current_members() {
    ExtBuilder::default().build_and_execute(|| {
        for (who, power) in [(BEN, 40), (CYD, 30), (DEE, 30), (EVE, 1)] {
            TestPolls::set_power(who, power * MILLION);
        }
        let pause = crate::Call::pause {
            calls: CallNames::truncate_from(vec![name("Target", "set")]),
            duration: None,
        };
        let id = propose(Emergency, vec![claw(pause)]);
        use Position::*;
        for (who, position) in [(BEN, For), (CYD, For), (DEE, Against), (EVE, Abstain)] {
            vote(id, who, position).unwrap();
        }
        later(3 * DAY);
        // Two approvals, one of them tried twice, and an outsider's.
        for who in [31, 32, 32, ADA] {
            let _ = OpenClaw::approve(signed(who), id);
        }
        later(4 * HOUR);
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        assert_eq!(status(id), Status::Passed);
        // A third one would do, but an approver is removed first.
        by_root([31, 33, 34, 35, 36]).unwrap();
        OpenClaw::approve(signed(33), id).unwrap();
        later(1);
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        OpenClaw::approve(signed(36), id).unwrap();
        assert_eq!(status(id), Status::Queued);
        hook();
        assert_eq!(status(id), Status::Executed);
        assert!(TestBrake::is_paused(&name("Target", "set")));
    });
}

#[test]
fn enactment_waits_for_its_time_however_many_approve() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ProtocolUpgrade, vec![rule(1)]);
        approve(id);
        set_now(stored(id).eta - 1);
        hook();
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        later(1);
        assert_eq!(status(id), Status::Executed);
    });
}

#[test]
fn revoked_approval_does_not_count() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ProtocolUpgrade, vec![rule(1)]);
        approve(id);
        OpenClaw::revoke_approval(signed(31), id).unwrap();
        set_now(stored(id).eta);
        hook();
        assert_eq!(status(id), Status::Passed);
        OpenClaw::approve(signed(31), id).unwrap();
        hook();
        assert_eq!(status(id), Status::Executed);
    });
}

#[test]
fn approval_of_who_left_and_came_back_is_void() {
    ExtBuilder::default().build_and_execute(|| {
        let id = upgrade();
        approve(id);
        by_root([31, 32, 41, 42, 43]).unwrap();
        by_root(MEMBERS).unwrap();
        assert_eq!(Approvals::<Test>::get(id).into_inner(), [31, 32]);
    });
}

#[test]
fn council_is_replaced_by_a_proposal_that_it_has_no_say_in() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        let members = [45, 41, 44, 43, 42];
        let mut long = Draft::new(ProtocolUpgrade, vec![rule(1)]);
        long.wishes.period = Some(30 * DAY);
        let other = long.propose(BEN);
        approve(other);
        let id = passed(ParameterChange, vec![new_council(members)]);
        // Not approved, postponed, judged or cancelled.
        assert_noop!(OpenClaw::approve(signed(31), id), Error::<Test>::ApprovalNotNeeded);
        assert_noop!(OpenClaw::postpone(signed(THREE), id), Error::<Test>::NotPostponable);
        assert_noop!(OpenClaw::judge(signed(THREE), id, true), Error::<Test>::NotForCouncil);
        assert_noop!(
            OpenClaw::cancel_proposal(Origin::Emergency.into(), id),
            Error::<Test>::NotCancellable
        );
        // Nor stopped by brakes.
        OpenClaw::enter_safe_mode(signed(THREE), None).unwrap();
        set_now(stored(id).eta);
        OpenClaw::enter_safe_mode(Origin::Emergency.into(), None).unwrap();
        events();
        hook();
        assert_eq!(status(id), Status::Executed);
        assert_eq!(TestCouncil::members(), [41, 42, 43, 44, 45]);
        let revoked = |who| Event::ApprovalRevoked { proposal: other, who };
        let all = events();
        let mine = &all[all.len() - 5..];
        assert_eq!(
            mine,
            [
                Event::CouncilSet { members },
                revoked(31),
                revoked(32),
                revoked(33),
                Event::Enacted { proposal: id, result: Ok(()) }
            ]
        );
    });
}

#[test]
fn during_the_bootstrap_only_an_upgrade_replaces_the_council_and_ends_it() {
    ExtBuilder::default().build_and_execute(|| {
        let members = [41, 42, 43, 44, 45];
        // The new members would have Root.
        let calls = vec![new_council(members)];
        assert_noop!(
            Draft::new(ParameterChange, calls.clone()).try_propose(ADA),
            Error::<Test>::CallNotAllowed
        );
        let refused = Refused { index: Some(0), error: Error::<Test>::CallNotAllowed.into() };
        assert_eq!(OpenClaw::check(ParameterChange, calls.clone()), Err(refused));
        let id = enact(ProtocolUpgrade, calls.clone());
        assert_eq!((stage(id), stored(id).quorum), (Stage::Executed, Perbill::from_percent(10)));
        assert_eq!(TestCouncil::members(), members);
        assert!(!OpenClaw::is_bootstrap());
        assert_eq!(OpenClaw::check(ParameterChange, calls), Ok(()));
    });
}

#[test]
fn parameter_change_replaces_no_council_when_it_is_enacted_during_the_bootstrap() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        let id = passed(ParameterChange, vec![new_council([41, 42, 43, 44, 45])]);
        OpenClaw::begin_bootstrap();
        set_now(stored(id).eta);
        hook();
        let error = Error::<Test>::CallNotAllowed.into();
        assert_eq!(stage(id), Stage::Failed { error });
        assert_eq!(TestCouncil::members(), MEMBERS);
    });
}

#[test]
fn replacing_the_council_takes_10_percent() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        let id = propose(ParameterChange, vec![new_council([41, 42, 43, 44, 45])]);
        set_now(stored(id).voting_from);
        vote(id, BEN, Position::For).unwrap();
        vote(id, CYD, Position::For).unwrap();
        set_now(stored(id).ends);
        hook();
        assert_eq!(stage(id), Stage::Rejected { outcome: Outcome::NoQuorum });
    });
}

#[test]
fn root_replaces_the_council_but_no_other_type_does() {
    ExtBuilder::default().build_and_execute(|| {
        let members = [41, 42, 43, 44, 45];
        for origin in [Origin::Emergency, Origin::PolicyChange, Origin::AgentTrading] {
            assert_noop!(OpenClaw::set_council(origin.into(), members), DispatchError::BadOrigin);
        }
        for who in [FOUR, THREE, ADA] {
            assert_noop!(OpenClaw::set_council(signed(who), members), DispatchError::BadOrigin);
        }
        assert_noop!(by_root([41, 42, 43, 44, 41]), Error::<Test>::DuplicateMember);
        assert_ok!(by_root(members));
        assert_ok!(OpenClaw::set_council(Origin::ParameterChange.into(), MEMBERS));
        assert_ok!(OpenClaw::set_council(Origin::ProtocolUpgrade.into(), MEMBERS));
    });
}

#[test]
fn three_members_postpone_an_enactment_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        assert_noop!(OpenClaw::postpone(signed(THREE), id), Error::<Test>::NotPostponable);
        pass(id);
        assert_noop!(OpenClaw::postpone(signed(31), id), DispatchError::BadOrigin);
        let eta = stored(id).eta + 96 * HOUR;
        assert_ok!(OpenClaw::postpone(signed(THREE), id));
        System::assert_last_event(Event::Postponed { proposal: id, eta }.into());
        assert_noop!(OpenClaw::postpone(signed(THREE), id), Error::<Test>::AlreadyPostponed);
        set_now(eta - 1);
        hook();
        assert_eq!(status(id), Status::Queued);
        later(1);
        assert_eq!(status(id), Status::Executed);
        assert_noop!(OpenClaw::postpone(signed(THREE), 9), Error::<Test>::Unknown);
    });
}

#[test]
fn what_waits_for_a_brake_is_postponed_from_now_on() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![set(1)]);
        OpenClaw::enter_safe_mode(Origin::Emergency.into(), None).unwrap();
        set_now(stored(id).eta + 5 * DAY);
        hook();
        OpenClaw::postpone(signed(THREE), id).unwrap();
        assert_eq!(stored(id).eta, now() + 96 * HOUR);
    });
}

#[test]
fn what_needs_the_council_is_not_postponed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ProtocolUpgrade, vec![rule(1)]);
        assert_noop!(OpenClaw::postpone(signed(THREE), id), Error::<Test>::NotPostponable);
        let id = passed(ParameterChange, vec![target::Call::spend {}.into()]);
        assert_noop!(OpenClaw::postpone(signed(THREE), id), Error::<Test>::NotPostponable);
    });
}

#[test]
fn postponed_proposal_can_be_cancelled_by_an_emergency_in_time() {
    ExtBuilder::default().build_and_execute(|| {
        let id = passed(ParameterChange, vec![set(1)]);
        // A moment before it is enacted it is postponed, and an Emergency is proposed.
        set_now(stored(id).eta - 1);
        OpenClaw::postpone(signed(THREE), id).unwrap();
        let cancel = claw(crate::Call::cancel_proposal { proposal: id });
        let emergency = enact(Emergency, vec![cancel]);
        assert_eq!(status(emergency), Status::Executed);
        assert_eq!(status(id), Status::Cancelled);
        assert_eq!(values(), []);
    });
}

#[test]
fn emergency_cancels_what_is_voted_on() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        let cancel = claw(crate::Call::cancel_proposal { proposal: id });
        events();
        let emergency = enact(Emergency, vec![cancel]);
        assert_eq!(status(id), Status::Cancelled);
        assert_eq!(TestPolls::latest_end(id), None);
        let all = events();
        let enacted = Event::Enacted { proposal: emergency, result: Ok(()) };
        assert_eq!(
            &all[all.len() - 3..],
            [
                Event::Cancelled { proposal: id },
                Event::BondReturned { proposal: id, proposer: ADA, bond: 1_000 * AITBC },
                enacted
            ]
        );
    });
}

#[test]
fn proposal_that_is_over_cannot_be_cancelled_nor_can_it_cancel_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let cancel = |proposal| OpenClaw::cancel_proposal(RuntimeOrigin::root(), proposal);
        assert_noop!(cancel(0), Error::<Test>::Unknown);
        let id = change();
        for origin in [Origin::ParameterChange, Origin::PolicyChange] {
            assert_noop!(OpenClaw::cancel_proposal(origin.into(), id), DispatchError::BadOrigin);
        }
        assert_ok!(cancel(id));
        assert_noop!(cancel(id), Error::<Test>::NotCancellable);
        let itself = claw(crate::Call::cancel_proposal { proposal: id + 1 });
        let emergency = enact(Emergency, vec![itself]);
        let error = Error::<Test>::NotCancellable.into();
        assert_eq!(stage(emergency), Stage::Failed { error });
    });
}
