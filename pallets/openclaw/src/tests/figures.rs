//! Proposals as a whole.

use super::*;
use aitbc_primitives::governance::figures::ProposalFigures;
use ProposalKind::*;

/// The counts that are not 0.
fn counts() -> Vec<(Status, u32)> {
    OpenClaw::figures().proposals.into_iter().filter(|(_, count)| *count > 0).collect()
}

#[test]
fn parameters_are_those_of_the_settings() {
    ExtBuilder::default().build_and_execute(|| {
        let parameters = OpenClaw::parameters();
        assert_eq!(parameters.min_power, 1_000 * AITBC);
        assert_eq!((parameters.max_title, parameters.max_description), (200, 5_000));
        assert_eq!((parameters.min_period, parameters.max_period), (DAY, 30 * DAY));
        assert_eq!(parameters.max_enactment_delay, 30 * DAY);
        assert_eq!(parameters.min_threshold, Perbill::from_percent(1));
        assert_eq!(parameters.challenge_window, 48 * HOUR);
        assert_eq!(parameters.expiry, 14 * DAY);
        assert_eq!(parameters.effective_quorum, Perbill::from_percent(10));
        for kind in ProposalKind::ALL {
            assert_eq!(parameters.track(kind), Some(&TestSettings::track(kind)));
        }
    });
}

#[test]
fn chain_without_proposals_has_no_figures() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        let figures = OpenClaw::figures();
        assert_eq!(figures.proposals.len(), Status::ALL.len());
        assert_eq!(counts(), []);
        let effective_quorum = Perbill::from_percent(10);
        let proposals = figures.proposals.clone();
        assert_eq!(figures, ProposalFigures { proposals, effective_quorum, ..Default::default() });
    });
}

#[test]
fn proposals_are_counted_where_they_are_and_how_they_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let [passes, fails, rejected] = [change(), change(), change()];
        assert_eq!(counts(), [(Status::Pending, 3)]);
        OpenClaw::cancel_proposal(RuntimeOrigin::root(), fails).unwrap();
        assert_eq!(counts(), [(Status::Pending, 2), (Status::Cancelled, 1)]);
        let withdrawn = change();
        OpenClaw::withdraw(signed(ADA), withdrawn).unwrap();
        set_now(START + DAY);
        assert_eq!(counts(), [(Status::Active, 2), (Status::Cancelled, 2)]);
        pass(passes);
        let ended = [(Status::Queued, 1), (Status::Rejected, 1), (Status::Cancelled, 2)];
        assert_eq!(counts(), ended);
        later(DAY);
        let ended = [(Status::Rejected, 1), (Status::Executed, 1), (Status::Cancelled, 2)];
        assert_eq!(counts(), ended);
        // Also when nothing but a summary is left.
        later(90 * DAY);
        (0..4).for_each(|_| hook());
        assert!(!Proposals::<Test>::contains_key(rejected));
        assert_eq!(OpenClaw::proposal_status(rejected), Some(Status::Rejected));
        assert_eq!(counts(), ended);
    });
}

#[test]
fn what_waits_for_a_verdict_is_counted_once_it_has_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        OpenClaw::challenge(signed(BEN), id, Grounds::Spam, vec![]).unwrap();
        OpenClaw::cancel_proposal(RuntimeOrigin::root(), id).unwrap();
        assert_eq!(status(id), Status::Cancelled);
        assert_eq!(counts(), []);
        OpenClaw::decided(id, Verdict::Upheld);
        assert_eq!(counts(), [(Status::Voided, 1)]);
    });
}

#[test]
fn turnout_is_the_best_of_the_open_votes() {
    ExtBuilder::default().build_and_execute(|| {
        let [one, two] = [change(), change()];
        set_now(START + DAY);
        vote(one, BEN, Position::For).unwrap();
        vote(two, BEN, Position::Abstain).unwrap();
        vote(two, CYD, Position::Against).unwrap();
        let turnout = OpenClaw::count_now(two).unwrap().turnout;
        assert!(turnout > OpenClaw::count_now(one).unwrap().turnout);
        assert_eq!(OpenClaw::figures().turnout, Perbill::from_rational(turnout, BASE));
        // No longer when the vote is over.
        later(7 * DAY);
        assert_eq!(OpenClaw::figures().turnout, Perbill::zero());
    });
}

#[test]
fn what_is_due_and_not_done_is_overdue() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(stored(id).ends);
        assert_eq!(OpenClaw::figures().overdue, 0);
        wait(HOUR);
        assert_eq!(OpenClaw::figures().overdue, HOUR);
        hook();
        assert_eq!(OpenClaw::figures().overdue, 0);
        // Waiting for approvals is nobody's delay.
        let id = passed(ProtocolUpgrade, vec![rule(1)]);
        later(2 * DAY);
        wait(HOUR);
        assert_eq!((status(id), OpenClaw::figures().overdue), (Status::Passed, 0));
    });
}

#[test]
fn brakes_and_what_is_left_of_the_bootstrap_are_told() {
    ExtBuilder::default().build_and_execute(|| {
        let names = [name("Target", "set"), name("Target", "fail")].to_vec();
        OpenClaw::pause(signed(THREE), CallNames::truncate_from(names), None).unwrap();
        assert_eq!(OpenClaw::figures().brakes, 2);
        OpenClaw::enter_safe_mode(signed(THREE), None).unwrap();
        let figures = OpenClaw::figures();
        assert_eq!(figures.brakes, 3);
        assert_eq!(figures.bootstrap_left, OpenClaw::bootstrap_left());
        assert!(figures.bootstrap_left.is_some());
    });
}

#[test]
fn status_of_what_never_was_is_none() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        assert_eq!(OpenClaw::proposal_status(id), Some(Status::Pending));
        assert_eq!(OpenClaw::proposal_status(id + 1), None);
    });
}
