//! Challenges, and where bonds go.

use super::*;
use crate::HoldReason;
use ProposalKind::*;

const BOND: Balance = 1_000 * AITBC;

fn challenge(id: ProposalId) -> DispatchResult {
    OpenClaw::challenge(signed(BEN), id, Grounds::Misleading, b"it does not".to_vec())
}

/// A ParameterChange of Ada's that Ben has challenged.
fn challenged() -> ProposalId {
    let id = change();
    challenge(id).unwrap();
    id
}

fn decide(id: ProposalId, verdict: Verdict) {
    OpenClaw::decided(id, verdict);
}

/// What Ada, Ben and the treasury have.
fn money() -> [Balance; 3] {
    [ADA, BEN, TREASURY].map(|who| Balances::total_balance(&who))
}

fn decided(id: ProposalId, verdict: Verdict, shares: [Balance; 3]) -> Event<Test> {
    let [to_challenger, to_proposer, to_treasury] = shares;
    Event::ChallengeDecided { proposal: id, verdict, to_challenger, to_proposer, to_treasury }
}

#[test]
fn challenge_is_brought_to_the_court() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        events();
        assert_ok!(challenge(id));
        let deadline = START + 48 * HOUR;
        assert_eq!(
            events(),
            [Event::Challenged {
                proposal: id,
                challenger: BEN,
                grounds: Grounds::Misleading,
                bond: BOND,
                deadline,
                by_council: false
            }]
        );
        assert_eq!(TestCourt::case(id), Some((BEN, ADA, deadline)));
        assert_eq!(held(HoldReason::Challenge, BEN), BOND);
        assert_eq!(held(HoldReason::Text, BEN), 11 * MILLI);
        // An Emergency takes less long.
        let id = propose(Emergency, vec![claw(crate::Call::exit_safe_mode {})]);
        challenge(id).unwrap();
        assert_eq!(TestCourt::case(id), Some((BEN, ADA, START + 12 * HOUR)));
    });
}

#[test]
fn wrong_challenges_fail() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        assert_noop!(challenge(9), Error::<Test>::Unknown);
        assert_noop!(
            OpenClaw::challenge(signed(ADA), id, Grounds::Spam, vec![]),
            Error::<Test>::OwnProposal
        );
        assert_noop!(
            OpenClaw::challenge(signed(BEN), id, Grounds::Spam, text(501)),
            Error::<Test>::ReasonTooLong
        );
        assert_noop!(
            OpenClaw::challenge(signed(BEN), id, Grounds::Spam, vec![0xff]),
            Error::<Test>::NotUtf8
        );
        Balances::set_balance(&CYD, BOND);
        assert_noop!(
            OpenClaw::challenge(signed(CYD), id, Grounds::Spam, vec![]),
            TokenError::FundsUnavailable
        );
        assert_ok!(OpenClaw::challenge(signed(BEN), id, Grounds::Spam, text(500)));
        assert_noop!(
            OpenClaw::challenge(signed(CYD), id, Grounds::Spam, vec![]),
            Error::<Test>::AlreadyChallenged
        );
        let other = change();
        OpenClaw::withdraw(signed(ADA), other).unwrap();
        assert_noop!(challenge(other), Error::<Test>::NotActive);
    });
}

#[test]
fn proposal_can_be_challenged_for_48_hours() {
    ExtBuilder::default().build_and_execute(|| {
        let [early, late] = [change(), change()];
        set_now(START + 48 * HOUR - 1);
        assert_ok!(challenge(early));
        later(1);
        assert_noop!(challenge(late), Error::<Test>::ChallengeTooLate);
        // Nor once voting is over, however long one could challenge.
        ChallengeWindow::set(30 * DAY);
        set_now(stored(late).ends);
        assert_noop!(challenge(late), Error::<Test>::ChallengeTooLate);
    });
}

#[test]
fn upheld_challenge_voids_at_once_and_splits_the_bond_of_the_proposer() {
    ExtBuilder::default().build_and_execute(|| {
        let before = money();
        let id = challenged();
        events();
        decide(id, Verdict::Upheld);
        assert_eq!(
            events(),
            [decided(id, Verdict::Upheld, [BOND / 2, 0, BOND / 2]), Event::Voided { proposal: id }]
        );
        let [ada, ben, treasury] = before;
        assert_eq!(money(), [ada - BOND, ben + BOND / 2, treasury + BOND / 2]);
        assert_eq!((bond_of(ADA), held(HoldReason::Challenge, BEN)), (0, 0));
        assert_eq!(status(id), Status::Voided);
        assert_eq!(TestPolls::latest_end(id), None);
        // Nothing more happens.
        decide(id, Verdict::Dismissed);
        assert_eq!(money(), [ada - BOND, ben + BOND / 2, treasury + BOND / 2]);
    });
}

#[test]
fn dismissed_challenge_splits_the_bond_of_the_challenger() {
    ExtBuilder::default().build_and_execute(|| {
        let [ada, ben, treasury] = money();
        let id = challenged();
        decide(id, Verdict::Dismissed);
        System::assert_last_event(decided(id, Verdict::Dismissed, [0, BOND / 2, BOND / 2]).into());
        assert_eq!(money(), [ada + BOND / 2, ben - BOND, treasury + BOND / 2]);
        assert_eq!(stage(id), Stage::Voting);
        // The bond of the proposer stays until its vote ends.
        assert_eq!(bond_of(ADA), BOND);
        pass(id);
        assert_eq!(bond_of(ADA), 0);
    });
}

#[test]
fn undecided_challenge_costs_half_of_its_bond() {
    ExtBuilder::default().build_and_execute(|| {
        let [ada, ben, treasury] = money();
        let id = challenged();
        decide(id, Verdict::Undecided);
        System::assert_last_event(decided(id, Verdict::Undecided, [0, 0, BOND / 2]).into());
        assert_eq!(money(), [ada, ben - BOND / 2, treasury + BOND / 2]);
        assert_eq!(held(HoldReason::Challenge, BEN), 0);
    });
}

#[test]
fn silence_of_the_court_is_no_decision() {
    ExtBuilder::default().build_and_execute(|| {
        let id = challenged();
        let gives_up = START + 48 * HOUR + 10 * MINUTE;
        set_now(gives_up - 1);
        hook();
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        assert_eq!(OpenClaw::undecided(id).map(|of| of.gives_up), Some(gives_up));
        events();
        later(1);
        assert_eq!(events(), [decided(id, Verdict::Undecided, [0, 0, BOND / 2])]);
        assert_eq!(crate::Agenda::<Test>::get().into_inner(), [(stored(id).ends, id)]);
    });
}

#[test]
fn where_there_is_no_court_the_council_judges() {
    ExtBuilder::default().build_and_execute(|| {
        Closed::set(Some(NoCourt::Unavailable));
        let [upheld, dismissed, silent] = [challenged(), challenged(), challenged()];
        assert_eq!(TestCourt::case(upheld), None);
        assert_noop!(OpenClaw::judge(signed(31), upheld, true), DispatchError::BadOrigin);
        assert_ok!(OpenClaw::judge(signed(THREE), upheld, true));
        assert_eq!(status(upheld), Status::Voided);
        assert_noop!(OpenClaw::judge(signed(THREE), upheld, true), Error::<Test>::NotForCouncil);
        set_now(START + 48 * HOUR - 1);
        assert_ok!(OpenClaw::judge(signed(THREE), dismissed, false));
        assert_eq!(stage(dismissed), Stage::Voting);
        // A court that was not opened has no say.
        decide(silent, Verdict::Upheld);
        assert_eq!(stage(silent), Stage::Voting);
        later(1);
        assert_noop!(OpenClaw::judge(signed(THREE), silent, true), Error::<Test>::NotForCouncil);
        assert_eq!(OpenClaw::undecided(silent), None);
    });
}

#[test]
fn council_does_not_judge_what_the_court_does() {
    ExtBuilder::default().build_and_execute(|| {
        let id = challenged();
        assert_noop!(OpenClaw::judge(signed(THREE), id, true), Error::<Test>::NotForCouncil);
        assert_noop!(OpenClaw::judge(signed(THREE), 9, true), Error::<Test>::NotForCouncil);
    });
}

#[test]
fn challenge_nested_too_deeply_for_the_court_fails_and_the_council_gets_no_case() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        // The call takes a layer and the court another: there are 255.
        for layers in [254, 255] {
            assert_err!(at_depth(layers, &mut || challenge(id)), TOO_DEEP);
            assert_eq!(OpenClaw::undecided(id).map(|of| of.by_council), None);
        }
        assert_ok!(at_depth(253, &mut || challenge(id)));
        assert_eq!(OpenClaw::undecided(id).map(|of| of.by_council), Some(false));
    });
}

#[test]
fn court_that_fails_is_no_reason_to_ask_the_council() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        let error = DispatchError::Other("BadTerms");
        Closed::set(Some(NoCourt::Failed(error)));
        assert_noop!(challenge(id), error);
        Closed::set(None);
        assert_ok!(challenge(id));
        assert_eq!(OpenClaw::undecided(id).map(|of| of.by_council), Some(false));
    });
}

#[test]
fn council_does_not_judge_its_replacement() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        let call = claw(crate::Call::set_council { members: [1, 2, 3, 4, 5] });
        let id = propose(ParameterChange, vec![call]);
        Closed::set(Some(NoCourt::Unavailable));
        assert_noop!(challenge(id), Error::<Test>::NoCourt);
        Closed::set(None);
        assert_ok!(challenge(id));
    });
}

#[test]
fn enactment_waits_for_the_verdict() {
    ExtBuilder::default().build_and_execute(|| {
        ChallengeWindow::set(30 * DAY);
        let id = change();
        set_now(stored(id).ends - 1);
        challenge(id).unwrap();
        vote(id, BEN, Position::For).unwrap();
        set_now(stored(id).ends);
        hook();
        assert_eq!(status(id), Status::Passed);
        // The bond stays until then.
        assert_eq!(bond_of(ADA), BOND);
        set_now(stored(id).eta);
        hook();
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        decide(id, Verdict::Dismissed);
        assert_eq!(bond_of(ADA), 0);
        assert_eq!(status(id), Status::Queued);
        hook();
        assert_eq!(status(id), Status::Executed);
    });
}

#[test]
fn challenge_upheld_after_the_vote_voids_it() {
    ExtBuilder::default().build_and_execute(|| {
        ChallengeWindow::set(30 * DAY);
        let [passed, rejected] = [change(), change()];
        set_now(stored(passed).ends - 1);
        challenge(passed).unwrap();
        challenge(rejected).unwrap();
        vote(passed, BEN, Position::For).unwrap();
        set_now(stored(passed).ends);
        hook();
        // What was rejected lives on until the verdict.
        assert_eq!(status(rejected), Status::Rejected);
        assert_eq!((stored(rejected).finished, bond_of(ADA)), (None, 2 * BOND));
        for id in [passed, rejected] {
            decide(id, Verdict::Upheld);
            assert_eq!(status(id), Status::Voided);
        }
        assert_eq!(bond_of(ADA), 0);
    });
}

#[test]
fn rejected_proposal_finishes_with_the_verdict() {
    ExtBuilder::default().build_and_execute(|| {
        ChallengeWindow::set(30 * DAY);
        let id = change();
        set_now(stored(id).ends - 1);
        challenge(id).unwrap();
        later(1);
        assert_eq!(status(id), Status::Rejected);
        assert_noop!(
            OpenClaw::cancel_proposal(RuntimeOrigin::root(), id),
            Error::<Test>::NotCancellable
        );
        later(48 * HOUR + 10 * MINUTE);
        assert_eq!((status(id), bond_of(ADA)), (Status::Rejected, 0));
        assert!(stored(id).finished.is_some());
    });
}

#[test]
fn cancelled_proposal_finishes_with_the_verdict() {
    ExtBuilder::default().build_and_execute(|| {
        let id = challenged();
        OpenClaw::cancel_proposal(RuntimeOrigin::root(), id).unwrap();
        assert_eq!((stored(id).finished, bond_of(ADA)), (None, BOND));
        decide(id, Verdict::Dismissed);
        assert_eq!((status(id), bond_of(ADA)), (Status::Cancelled, 0));
        assert!(stored(id).finished.is_some());
    });
}

#[test]
fn challenger_is_paid_out_of_a_bond_that_is_frozen() {
    ExtBuilder::default().build_and_execute(|| {
        let id = challenged();
        Balances::set_freeze(&(), &ADA, Balances::total_balance(&ADA)).unwrap();
        let [ada, ben, treasury] = money();
        decide(id, Verdict::Upheld);
        assert_eq!(money(), [ada - BOND, ben + BOND / 2, treasury + BOND / 2]);
    });
}

#[test]
fn odd_unit_of_a_bond_goes_to_the_treasury() {
    ExtBuilder::default().build_and_execute(|| {
        let id = challenged();
        Proposals::<Test>::mutate(id, |proposal| proposal.as_mut().unwrap().bond -= 1);
        // What is held must agree with it.
        Balances::release(
            &HoldReason::Bond.into(),
            &ADA,
            1,
            frame_support::traits::tokens::Precision::Exact,
        )
        .unwrap();
        decide(id, Verdict::Upheld);
        let [half, rest] = [BOND / 2 - 1, BOND / 2];
        System::assert_has_event(decided(id, Verdict::Upheld, [half, 0, rest]).into());
    });
}
