//! That `do_try_state` notices each breach of an invariant.

use super::*;
use crate::{
    Agenda, Approvals, Bootstrap, Brakes, Calls, Challenges, Countdown, DelegatorCursors, Enacting,
    Ended, Finished, LiveBy, LiveOf, OpenVotes, Records, Tallies, Texts, VoteOrder, Votes,
    BOOTSTRAP_DURATION,
};
use aitbc_primitives::governance::strategies::StrategyReason;
use ProposalKind::*;

/// Breaks something in a chain with a proposal that is challenged, approved and voted on, and tells what
/// `do_try_state` says. Then it is as before.
fn breach(what: impl FnOnce(ProposalId), message: &'static str) {
    ExtBuilder::default().build().execute_with(|| {
        let id = propose(ProtocolUpgrade, vec![rule(1)]);
        approve(id);
        OpenClaw::challenge(signed(BEN), id, Grounds::Spam, b"spam".to_vec()).unwrap();
        OpenClaw::pause(signed(THREE), CallNames::truncate_from(vec![name("Target", "set")]), None)
            .unwrap();
        set_now(START + DAY);
        vote(id, CYD, Position::For).unwrap();
        OpenClaw::do_try_state().unwrap();
        what(id);
        assert_err!(OpenClaw::do_try_state(), message);
    });
}

fn change_of(id: ProposalId, change: impl FnOnce(&mut Proposal<u64>)) {
    Proposals::<Test>::mutate(id, |proposal| change(proposal.as_mut().unwrap()));
}

#[test]
fn invariant_1_notices_a_bootstrap_that_lasts_too_long() {
    for left in [0, BOOTSTRAP_DURATION + 1] {
        breach(
            |_| Bootstrap::<Test>::put(Countdown { left, counted_to: now() }),
            "what is left of the bootstrap is nothing or more than 90 days",
        );
    }
}

#[test]
fn invariant_2_notices_time_that_has_not_come() {
    breach(
        |_| Bootstrap::<Test>::put(Countdown { left: DAY, counted_to: now() + 1 }),
        "time that has not come is counted already",
    );
}

#[test]
fn invariant_3_notices_a_wrong_agenda_and_wrong_counts() {
    breach(|_| Agenda::<Test>::kill(), "the agenda does not have each live proposal once");
    breach(
        |id| Agenda::<Test>::mutate(|agenda| agenda.try_insert(0, (Moment::MAX, id)).unwrap()),
        "the agenda is not in order",
    );
    breach(
        |_| LiveOf::<Test>::insert(ProtocolUpgrade, 2),
        "live proposals of a type are miscounted",
    );
    breach(|_| LiveOf::<Test>::remove(ProtocolUpgrade), "live proposals of a type are not counted");
    breach(|_| LiveBy::<Test>::remove(ADA), "live proposals of an account are miscounted");
}

#[test]
fn invariant_4_notices_an_open_poll_without_a_vote() {
    breach(
        |id| change_of(id, |proposal| proposal.stage = Stage::Passed),
        "a poll is open without a vote",
    );
    breach(
        |id| {
            OpenClaw::decided(id, Verdict::Dismissed);
            TestPolls::close(id).unwrap();
            change_of(id, |proposal| proposal.stage = Stage::Voided);
        },
        "a proposal lives on for nothing",
    );
    breach(Enacting::<Test>::put, "a proposal is still being enacted");
}

#[test]
fn invariant_5_notices_bonds_that_are_not_held() {
    breach(
        |id| change_of(id, |proposal| proposal.bond += 1),
        "the bonds of a proposer are not held",
    );
    breach(
        |id| change_of(id, |proposal| proposal.bond_is_settled = true),
        "the bonds of a proposer are not held",
    );
    breach(
        |id| Challenges::<Test>::mutate(id, |challenge| challenge.as_mut().unwrap().bond -= 1),
        "the bonds of a challenger are not held",
    );
}

#[test]
fn invariant_6_notices_a_wrong_tally_or_order() {
    breach(
        |id| Tallies::<Test>::mutate(id, |tally| tally.add(Position::Against, human(1), true)),
        "a tally is not that of its votes",
    );
    breach(
        |id| Tallies::<Test>::mutate(id, |tally| tally.humans_for -= 1),
        "a tally is not that of its votes",
    );
    breach(
        // Cyd's vote would count as one by hand still.
        |id| {
            Votes::<Test>::mutate(id, CYD, |vote| {
                let reason = StrategyReason { preference: 140, threshold: 128, evaluation: 0 };
                vote.as_mut().unwrap().reason = Some(Reason::Strategy(reason));
            })
        },
        "a tally is not that of its votes",
    );
    breach(|id| VoteOrder::<Test>::remove(id, 0), "a vote is not in its place");
    breach(|id| VoteOrder::<Test>::insert(id, 1, CYD), "there is an order of votes that are none");
    breach(
        |id| change_of(id, |proposal| proposal.votes = 2),
        "the votes on a proposal are miscounted",
    );
}

#[test]
fn invariant_7_notices_a_vote_that_is_not_its_ballot() {
    breach(
        |id| {
            Votes::<Test>::mutate(id, CYD, |vote| vote.as_mut().unwrap().own += 1);
            Tallies::<Test>::mutate(id, |tally| tally.add(Position::For, human(1), true));
        },
        "a vote is not what is counted",
    );
}

#[test]
fn invariant_8_notices_a_walk_without_a_vote() {
    breach(
        |id| DelegatorCursors::<Test>::insert(id, EVE, None::<u64>),
        "the delegators of one who has not voted are counted",
    );
}

#[test]
fn invariant_9_notices_texts_and_calls_of_nothing() {
    breach(Texts::<Test>::remove, "a proposal says nothing");
    breach(
        |id| Calls::<Test>::insert(id, EncodedCalls::default()),
        "the calls of a proposal are not those that it was made with",
    );
    breach(
        |id| Texts::<Test>::insert(9, Texts::<Test>::get(id).unwrap()),
        "there are texts of nothing",
    );
    breach(
        |id| Calls::<Test>::insert(9, Calls::<Test>::get(id).unwrap()),
        "there are calls of nothing",
    );
}

#[test]
fn invariant_10_notices_approvals_of_others() {
    let approvals = |who: &[u64]| frame_support::BoundedVec::truncate_from(who.to_vec());
    breach(
        |id| Approvals::<Test>::insert(id, approvals(&[31, 31])),
        "a member approves a proposal twice",
    );
    breach(
        |id| Approvals::<Test>::insert(id, approvals(&[99])),
        "somebody who is no member approves a proposal",
    );
    breach(
        |id| change_of(id, |proposal| proposal.needs_council = false),
        "what needs no approval has one",
    );
    breach(|_| Approvals::<Test>::insert(9, approvals(&[31])), "there are approvals of nothing");
}

#[test]
fn invariant_11_notices_a_wrong_queue() {
    breach(
        |id| Finished::<Test>::insert(3, id),
        "a finished proposal has a place that is not taken",
    );
    breach(
        |_| {
            let other = change();
            OpenClaw::withdraw(signed(ADA), other).unwrap();
            Finished::<Test>::remove(0);
        },
        "a finished proposal is never archived",
    );
    breach(|_| crate::NextProposal::<Test>::put(0), "a proposal is not numbered");
}

#[test]
fn invariant_12_notices_a_brake_that_does_not_end() {
    breach(
        |_| {
            Brakes::<Test>::mutate(|brakes| {
                brakes.safe_mode =
                    Some(Braked { until: now() + 14 * DAY + 1, by: BrakedBy::Council });
            })
        },
        "a brake does not end",
    );
    breach(
        |_| {
            Brakes::<Test>::mutate(|brakes| {
                let pause = brakes.paused[0].clone();
                brakes.paused.try_push(pause).unwrap();
            })
        },
        "a call is paused twice",
    );
}

#[test]
fn invariant_13_notices_wrong_counts_of_what_has_ended() {
    let message = "proposals that have ended are miscounted";
    breach(|_| Ended::<Test>::insert(Status::Voided, 1), message);
    breach(|_| Ended::<Test>::insert(Status::Active, 1), message);
    breach(
        |_| {
            let other = change();
            OpenClaw::withdraw(signed(ADA), other).unwrap();
            Ended::<Test>::remove(Status::Cancelled);
        },
        message,
    );
}

#[test]
fn invariant_14_notices_a_wrong_list_of_open_votes() {
    fn change_of_list(change: impl FnOnce(&mut OpenVote)) {
        OpenVotes::<Test>::mutate(|votes| change(&mut votes[0]));
    }
    let message = "an open vote is listed wrongly";
    breach(|_| change_of_list(|vote| vote.ends += 1), message);
    breach(|_| change_of_list(|vote| vote.second_half = vote.ends + 1), message);
    breach(|_| change_of_list(|vote| vote.second_half = START + DAY - 1), message);
    breach(|_| change_of_list(|vote| vote.proposal = 9), message);
    breach(|_| OpenVotes::<Test>::kill(), "an open vote is not listed");
    breach(
        |_| {
            change();
            OpenVotes::<Test>::mutate(|votes| votes.as_mut().swap(0, 1));
        },
        "open votes are not in order",
    );
}

#[test]
fn invariant_15_notices_a_wrong_record() {
    let message = "it is not remembered what became of proposals";
    breach(|_| Records::<Test>::insert(BEN, Record::default()), message);
    breach(
        |id| {
            OpenClaw::decided(id, Verdict::Upheld);
            Records::<Test>::remove(ADA);
        },
        message,
    );
    breach(
        |id| {
            OpenClaw::decided(id, Verdict::Upheld);
            Records::<Test>::mutate(ADA, |record| record.failed[0].1 += 1);
        },
        message,
    );
}
