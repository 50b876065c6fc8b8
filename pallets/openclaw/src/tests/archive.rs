//! What becomes of finished proposals.

use super::*;
use crate::{
    Approvals, Calls, Challenges, Finished, HoldReason, Pruning, Summaries, Tallies, Texts,
    VoteOrder, Votes, WeightInfo,
};
use codec::MaxEncodedLen;
use ProposalKind::*;

/// A rejected ParameterChange on which so many have voted, each with a reason, and that was challenged.
fn rejected(voters: u64) -> ProposalId {
    for voter in 1_000..1_000 + voters {
        Balances::set_balance(&voter, AITBC);
        TestPolls::set_power(voter, AITBC);
    }
    let id = change();
    OpenClaw::challenge(signed(BEN), id, Grounds::Spam, b"spam".to_vec()).unwrap();
    set_now(START + DAY);
    for voter in 1_000..1_000 + voters {
        OpenClaw::vote(signed(voter), id, Position::For, None, Some(b"yes".to_vec())).unwrap();
    }
    OpenClaw::decided(id, Verdict::Dismissed);
    set_now(START + 8 * DAY);
    hook();
    assert_eq!(status(id), Status::Rejected);
    id
}

#[test]
fn proposal_is_kept_for_90_days_and_then_its_summary() {
    ExtBuilder::default().build_and_execute(|| {
        let id = rejected(3);
        let proposal = stored(id);
        later(90 * DAY - 1);
        assert!(Texts::<Test>::contains_key(id));
        later(1);
        assert!(!Proposals::<Test>::contains_key(id));
        assert!(!Texts::<Test>::contains_key(id) && !Calls::<Test>::contains_key(id));
        assert!(!Challenges::<Test>::contains_key(id) && !Tallies::<Test>::contains_key(id));
        assert!(!Approvals::<Test>::contains_key(id));
        assert_eq!(Votes::<Test>::iter().count() + VoteOrder::<Test>::iter().count(), 0);
        for who in [ADA, BEN, 1_000, 1_002] {
            assert_eq!(held(HoldReason::Text, who), 0);
        }
        assert_eq!(
            Summaries::<Test>::get(id),
            Some(Summary {
                kind: ParameterChange,
                proposer: ADA,
                created: START,
                ends: START + 8 * DAY,
                finished: START + 8 * DAY,
                base: BASE,
                quorum: Perbill::from_percent(4),
                asked_quorum: Perbill::from_percent(4),
                votes_for: 3 * AITBC,
                votes_against: 0,
                votes_abstain: 0,
                votes: 3,
                call_hash: proposal.call_hash,
                stage: Stage::Rejected { outcome: Outcome::NoQuorum },
            })
        );
        System::assert_last_event(Event::Archived { proposal: id }.into());
        assert_noop!(advance(id), Error::<Test>::Unknown);
    });
}

#[test]
fn summary_has_less_than_200_bytes() {
    // With accounts of 32 bytes, as the runtime has.
    assert!(Summary::<[u8; 32]>::max_encoded_len() < 200);
}

#[test]
fn votes_are_removed_page_by_page() {
    ExtBuilder::default().build_and_execute(|| {
        let id = rejected(20);
        wait(90 * DAY);
        HookWeight::set(<()>::prune_votes(8));
        for left in [12, 4, 0] {
            hook();
            assert_eq!(Votes::<Test>::iter_prefix(id).count(), left);
            OpenClaw::do_try_state().unwrap();
        }
        HookWeight::set(<()>::archive());
        hook();
        assert!(Summaries::<Test>::contains_key(id));
    });
}

#[test]
fn delegators_do_not_keep_the_archive_from_a_page_in_a_block() {
    ExtBuilder::default().build_and_execute(|| {
        let old = rejected(20);
        wait(90 * DAY);
        for delegator in 1_000..1_100 {
            TestPolls::set_power(delegator, AITBC);
            TestPolls::delegate(delegator, BEN);
            TestPolls::set_frozen_for(delegator, MAX_LIVE);
        }
        wait(1);
        let id = Draft::new(ProposalKind::PolicyChange, vec![]).propose(BEN);
        set_now(stored(id).voting_from);
        vote(id, BEN, Position::For).unwrap();
        // Room for two pages, of which there are 25 of delegators and four of the archive.
        HookWeight::set(<()>::prune_votes(8) + largest_page());
        for (left, counted) in [(12, 4), (4, 8), (0, 12)] {
            hook();
            assert_eq!(Votes::<Test>::iter_prefix(old).count(), left);
            let delegated = Votes::<Test>::get(id, BEN).unwrap().delegated.total();
            assert_eq!(delegated, counted * AITBC);
        }
        hook();
        assert!(Summaries::<Test>::contains_key(old));
    });
}

#[test]
fn proposals_are_archived_in_the_order_in_which_they_have_finished() {
    ExtBuilder::default().build_and_execute(|| {
        let [first, second] = [change(), change()];
        OpenClaw::withdraw(signed(ADA), second).unwrap();
        later(8 * DAY);
        let order: Vec<_> = (0..2).map(Finished::<Test>::get).collect();
        assert_eq!(order, [Some(second), Some(first)]);
        later(82 * DAY);
        assert!(Summaries::<Test>::contains_key(second));
        assert!(!Summaries::<Test>::contains_key(first));
        later(8 * DAY);
        assert!(Summaries::<Test>::contains_key(first));
        assert_eq!(Pruning::<Test>::get(), Queue { first: 2, next: 2, removed: 0 });
    });
}

#[test]
fn archived_proposal_can_still_be_read() {
    ExtBuilder::default().build_and_execute(|| {
        let id = rejected(3);
        let before = OpenClaw::read_proposal(id).unwrap();
        later(90 * DAY);
        let after = OpenClaw::read_proposal(id).unwrap();
        assert_eq!(after.status, Status::Rejected);
        assert_eq!(after.rejection, Some(Outcome::NoQuorum));
        assert_eq!((after.tally, after.votes), (before.tally, before.votes));
        assert_eq!((after.title, after.calls, after.count), (vec![], vec![], None));
        let rejected = OpenClaw::read_proposals(Some(Status::Rejected), None, None, 9, 0);
        assert_eq!(rejected.len(), 1);
        assert_eq!(OpenClaw::read_votes(id, 9, 0), []);
    });
}
