//! What clients are told.

use super::*;
use ProposalKind::*;

#[test]
fn proposal_tells_all_that_is_known_of_it() {
    ExtBuilder::default().build_and_execute(|| {
        let mut draft = Draft::new(ProtocolUpgrade, vec![rule(1), set(2)]);
        draft.link = b"ipfs://Qm".to_vec();
        draft.wishes.approval = Some(Perbill::from_percent(60));
        let calls = draft.calls.encode();
        let id = draft.propose(ADA);
        OpenClaw::challenge(signed(BEN), id, Grounds::Unlawful, b"law".to_vec()).unwrap();
        OpenClaw::approve(signed(31), id).unwrap();
        set_now(START + DAY);
        vote(id, CYD, Position::For).unwrap();
        let turnout = POWER;
        let view = OpenClaw::read_proposal(id).unwrap();
        assert_eq!(
            view,
            ProposalView {
                id,
                kind: ProtocolUpgrade,
                category: Some(Category::Other),
                title: vec![b't'; 10],
                description: vec![b'd'; 50],
                link: b"ipfs://Qm".to_vec(),
                proposer: ADA,
                status: Status::Active,
                created: START,
                voting_from: START + DAY,
                ends: START + 8 * DAY,
                extended_by: 0,
                eta: None,
                expires: None,
                finished: None,
                base: BASE,
                quorum: Perbill::from_percent(10),
                asked_quorum: Perbill::from_percent(10),
                majority: Majority::Simple,
                approval: Some(Perbill::from_percent(60)),
                tally: Tally { votes_for: human(POWER), ..Default::default() },
                count: Some(Count {
                    turnout,
                    approving: POWER,
                    opposing: 0,
                    outcome: Outcome::NoQuorum
                }),
                votes: 1,
                approvals: vec![31],
                approvals_required: 3,
                bond: 1_000 * AITBC,
                call_names: vec!["Target.rule".into(), "Target.set".into()],
                call_hash: hash_of(&calls),
                calls,
                challenge: Some(ChallengeView {
                    challenger: BEN,
                    grounds: Grounds::Unlawful,
                    text: b"law".to_vec(),
                    bond: 1_000 * AITBC,
                    deadline: START + 48 * HOUR,
                    by_council: false,
                    verdict: None,
                }),
                rejection: None,
                error: None,
            }
        );
        assert_eq!(OpenClaw::count_now(id), view.count);
        assert_eq!(OpenClaw::read_proposal(9), None);
    });
}

#[test]
fn status_follows_the_life_of_a_proposal() {
    ExtBuilder::default().build_and_execute(|| {
        let id = propose(ProtocolUpgrade, vec![rule(1)]);
        assert_eq!(status(id), Status::Pending);
        set_now(START + DAY);
        assert_eq!(status(id), Status::Active);
        pass(id);
        let view = OpenClaw::read_proposal(id).unwrap();
        assert_eq!(view.status, Status::Passed);
        assert_eq!(view.eta, Some(START + 9 * DAY));
        assert_eq!(view.expires, Some(START + 23 * DAY));
        approve(id);
        assert_eq!(status(id), Status::Queued);
        later(DAY);
        let view = OpenClaw::read_proposal(id).unwrap();
        assert_eq!((view.status, view.finished), (Status::Executed, Some(START + 9 * DAY)));
    });
}

#[test]
fn lists_are_filtered_and_newest_first() {
    ExtBuilder::default().build_and_execute(|| {
        let ids = [change(), change(), change()];
        let other = Draft::new(PolicyChange, vec![]).propose(BEN);
        OpenClaw::withdraw(signed(ADA), ids[1]).unwrap();
        let list = |status, kind, proposer, limit, offset| -> Vec<_> {
            OpenClaw::read_proposals(status, kind, proposer, limit, offset)
                .into_iter()
                .map(|view| view.id)
                .collect()
        };
        assert_eq!(list(None, None, None, 9, 0), [other, ids[2], ids[1], ids[0]]);
        assert_eq!(list(None, None, None, 2, 1), [ids[2], ids[1]]);
        assert_eq!(list(Some(Status::Cancelled), None, None, 9, 0), [ids[1]]);
        assert_eq!(list(None, Some(PolicyChange), None, 9, 0), [other]);
        assert_eq!(list(Some(Status::Pending), None, Some(ADA), 9, 0), [ids[2], ids[0]]);
    });
}

#[test]
fn check_tells_which_call_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(OpenClaw::check(ParameterChange, vec![set(1)]), Ok(()));
        let refused = |index, error: Error<Test>| Err(Refused { index, error: error.into() });
        assert_eq!(
            OpenClaw::check(ParameterChange, vec![set(1), rule(1)]),
            refused(Some(1), Error::CallNotAllowed)
        );
        assert_eq!(OpenClaw::check(ParameterChange, vec![]), refused(None, Error::NoCalls));
    });
}

#[test]
fn dry_run_tells_what_would_happen_and_leaves_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let policy = crate::Call::set_policy { name: b"abc".to_vec(), value: b"text".to_vec() };
        change();
        let run_dry = |kind, calls: Vec<RuntimeCall>| {
            let run = OpenClaw::run_dry(kind, calls.clone()).unwrap();
            frame_support::assert_storage_noop!(OpenClaw::run_dry(kind, calls).unwrap());
            run
        };
        let run = run_dry(PolicyChange, vec![claw(policy)]);
        let event = Event::<Test>::PolicySet {
            name: PolicyName::truncate_from(b"abc".to_vec()),
            version: 1,
        };
        assert_eq!(run.result, Ok(()));
        assert_eq!(run.events, [RuntimeEvent::from(event).encode()]);
        assert!(run.weight.ref_time() > 0);
        let fails = run_dry(ParameterChange, vec![set(1), target::Call::fail {}.into()]);
        assert_eq!(fails.result, Err(target::Error::<Test>::Failed.into()));
        assert_eq!(fails.events, Vec::<Vec<u8>>::new());
    });
}

#[test]
fn dry_run_of_a_proposal_checks_it_first() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        assert_eq!(OpenClaw::run_proposal_dry(id).unwrap().unwrap().result, Ok(()));
        assert_eq!(values(), []);
        assert_eq!(OpenClaw::run_proposal_dry(9), None);
        Version::set(sp_version::RuntimeVersion { transaction_version: 1, ..Default::default() });
        let refused = Refused { index: None, error: Error::<Test>::OutdatedCalls.into() };
        assert_eq!(OpenClaw::run_proposal_dry(id), Some(Err(refused)));
    });
}
