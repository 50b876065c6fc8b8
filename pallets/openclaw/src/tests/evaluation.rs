//! What the chain makes of proposals.

use super::*;
use crate::{Records, Tallies};
use aitbc_primitives::governance::strategies::{Evaluation, StrategyReason, StrategyVotes};
use Position::*;
use ProposalKind::*;

fn evaluation(id: ProposalId) -> Evaluation {
    OpenClaw::evaluate(id).unwrap()
}

/// What the record of its proposer makes of a new proposal of this account.
fn standing(who: u64) -> i16 {
    let id = Draft::new(ParameterChange, vec![set(7)]).propose(who);
    let part = evaluation(id).proposer;
    OpenClaw::withdraw(signed(who), id).unwrap();
    part
}

/// A proposal that is voted on.
fn active(kind: ProposalKind, calls: Vec<RuntimeCall>) -> ProposalId {
    let id = propose(kind, calls);
    set_now(stored(id).voting_from);
    id
}

/// Ben votes by hand for a proposal with so much, and Cyd against it.
fn hands(id: ProposalId, votes_for: Balance, votes_against: Balance) {
    OpenClaw::vote(signed(BEN), id, For, Some(votes_for), None).unwrap();
    OpenClaw::vote(signed(CYD), id, Against, Some(votes_against), None).unwrap();
}

fn by_strategy(id: ProposalId, who: u64, preference: u8) {
    let reason = StrategyReason { preference, threshold: 128, evaluation: 0 };
    OpenClaw::vote_by_strategy(id, &who, POWER, reason).unwrap();
}

fn fail() -> RuntimeCall {
    target::Call::fail {}.into()
}

fn spend() -> RuntimeCall {
    target::Call::spend {}.into()
}

#[test]
fn without_votes_and_with_a_new_proposer_it_is_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        for kind in [ParameterChange, PolicyChange] {
            let id = propose(kind, vec![set(7)]);
            assert_eq!(evaluation(id), Evaluation::default());
        }
        assert_eq!(OpenClaw::evaluate(9), None);
        assert_eq!(<OpenClaw as StrategyVotes<u64>>::evaluation(9), Evaluation::default());
    });
}

/// With 1 % of all by hand. The turn is exact: 139 and 199 of 256 parts, and what is more than that.
#[test]
fn default_strategies_turn_against_what_humans_are_against() {
    ExtBuilder::default().build_and_execute(|| {
        for (kind, preference, against, evaluation, position) in [
            // A Consumer with 140 + 128 = 268.
            (ParameterChange, 140, 5_429_000, -11, For),
            (ParameterChange, 140, 5_430_000, -12, Against),
            // A Provider with 200 + 128 = 328.
            (AgentTrading, 200, 7_773_000, -71, For),
            (AgentTrading, 200, 7_774_000, -72, Against),
        ] {
            let id = active(kind, vec![set(7)]);
            hands(id, (10_000_000 - against) * AITBC, against * AITBC);
            let sum = OpenClaw::evaluate(id).unwrap().sum();
            assert_eq!(sum, evaluation, "{kind:?}: {against}");
            let reason = StrategyReason { preference, threshold: 128, evaluation: sum };
            assert_eq!(reason.position(), position, "{kind:?}: {against}");
            OpenClaw::cancel_proposal(RuntimeOrigin::root(), id).unwrap();
        }
    });
}

#[test]
fn support_needs_one_percent_of_all_tokens() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active(ParameterChange, vec![set(7)]);
        for (votes_for, votes_against, wanted) in [
            (5 * MILLION, 5 * MILLION - 1, 0),
            (5 * MILLION, 5 * MILLION, 0),
            (7 * MILLION, 3 * MILLION - 1, 0),
            (7 * MILLION, 3 * MILLION, 51),
            (3 * MILLION, 7 * MILLION, -52),
            (0, 10 * MILLION - 1, 0),
            (0, 10 * MILLION, -128),
            (10 * MILLION, 0, 128),
        ] {
            hands(id, votes_for, votes_against);
            assert_eq!(evaluation(id).support, wanted, "{votes_for} {votes_against}");
        }
        // Who abstains says nothing of it.
        vote(id, DEE, Abstain).unwrap();
        assert_eq!(evaluation(id).support, 128);
    });
}

#[test]
fn support_is_what_humans_say_by_hand() {
    ExtBuilder::default().build_and_execute(|| {
        TestAgents::set_class(DEE, VoterClass::Provider);
        let id = active(ParameterChange, vec![set(7)]);
        // Neither an agent by hand, nor a human by strategy.
        vote(id, DEE, Against).unwrap();
        by_strategy(id, EVE, 0);
        assert_eq!(evaluation(id).support, 0);
        assert_eq!(Tallies::<Test>::get(id).all.votes_against.human, POWER);
        hands(id, 30 * MILLION, 10 * MILLION);
        assert_eq!(evaluation(id).support, 64);
        // The human votes by hand after all.
        vote(id, EVE, Against).unwrap();
        let tally = Tallies::<Test>::get(id);
        assert_eq!((tally.humans_for, tally.humans_against), (30 * MILLION, 55 * MILLION));
        // 128 * -25 / 85 = -37.6.
        assert_eq!(evaluation(id).support, -38);
    });
}

/// Otherwise an agent could be heard as a human in the middle of a vote, by leaving its agent for a block.
#[test]
fn agent_that_is_none_any_more_is_not_heard_in_votes_in_which_it_was_one() {
    ExtBuilder::default().build_and_execute(|| {
        TestAgents::set_class(BEN, VoterClass::Provider);
        let [first, second] = [(); 2].map(|()| active(ParameterChange, vec![set(7)]));
        by_strategy(first, BEN, 0);
        TestAgents::set_class(BEN, VoterClass::Human);
        for id in [first, second] {
            vote(id, BEN, Against).unwrap();
        }
        assert_eq!([first, second].map(|id| evaluation(id).support), [0, -128]);
        let against = Tallies::<Test>::get(first).all.votes_against;
        assert_eq!(against, PowerByClass::of(VoterClass::Provider, POWER));
    });
}

#[test]
fn humans_who_have_delegated_say_what_their_delegate_says_by_hand() {
    ExtBuilder::default().build_and_execute(|| {
        TestAgents::set_class(BEN, VoterClass::Coordinator);
        TestPolls::set_power(BEN, 5 * MILLION);
        for (delegator, class) in [(1_000, VoterClass::Human), (1_001, VoterClass::Builder)] {
            TestAgents::set_class(delegator, class);
            TestPolls::set_power(delegator, 20 * MILLION);
            TestPolls::delegate(delegator, BEN);
        }
        wait(1);
        let id = active(ParameterChange, vec![set(7)]);
        let counted = || {
            let tally = Tallies::<Test>::get(id);
            (tally.humans_for, tally.humans_against)
        };
        vote(id, BEN, Against).unwrap();
        hook();
        assert_eq!(Tallies::<Test>::get(id).all.votes_against.total(), 45 * MILLION);
        assert_eq!(counted(), (0, 20 * MILLION));
        vote(id, BEN, For).unwrap();
        assert_eq!(counted(), (20 * MILLION, 0));
        // One that votes itself leaves it.
        vote(id, 1_000, Abstain).unwrap();
        assert_eq!(counted(), (0, 0));
    });
}

#[test]
fn each_member_of_the_council_that_approves_adds_eight() {
    ExtBuilder::default().build_and_execute(|| {
        let id = propose(ProtocolUpgrade, vec![rule(1)]);
        for (member, wanted) in MEMBERS.into_iter().zip([8, 16, 24, 32, 40]) {
            OpenClaw::approve(signed(member), id).unwrap();
            assert_eq!(evaluation(id).council, wanted);
        }
        OpenClaw::revoke_approval(signed(31), id).unwrap();
        assert_eq!(evaluation(id).council, 32);
        // Of the others two stay.
        OpenClaw::set_council(RuntimeOrigin::root(), [34, 35, 36, 37, 38]).unwrap();
        assert_eq!(evaluation(id).council, 16);
    });
}

#[test]
fn challenge_takes_away_64_until_it_is_decided() {
    ExtBuilder::default().build_and_execute(|| {
        for verdict in [Verdict::Dismissed, Verdict::Undecided] {
            let id = change();
            assert_eq!(evaluation(id).challenge, 0);
            OpenClaw::challenge(signed(BEN), id, Grounds::Malicious, vec![]).unwrap();
            assert_eq!(evaluation(id).challenge, -64);
            OpenClaw::decided(id, verdict);
            assert_eq!(evaluation(id).challenge, 0);
        }
    });
}

#[test]
fn proposals_that_were_enacted_speak_for_their_proposer() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(standing(ADA), 0);
        for wanted in [8, 16, 24, 24] {
            enact(ParameterChange, vec![set(7)]);
            assert_eq!(standing(ADA), wanted);
        }
        assert_eq!(standing(BEN), 0);
        // They were enacted on days 9, 18, 27 and 36, and count for 90 days.
        let id = change();
        for (day, before, then) in [(99, 24, 24), (108, 24, 16), (117, 16, 8), (126, 8, 0)] {
            set_now(START + day * DAY - 1);
            assert_eq!(evaluation(id).proposer, before);
            set_now(START + day * DAY);
            assert_eq!(evaluation(id).proposer, then);
        }
    });
}

#[test]
fn proposals_that_were_voided_or_failed_speak_against_their_proposer() {
    ExtBuilder::default().build_and_execute(|| {
        let voided = change();
        OpenClaw::challenge(signed(BEN), voided, Grounds::Spam, vec![]).unwrap();
        OpenClaw::decided(voided, Verdict::Upheld);
        assert_eq!(standing(ADA), -24);
        enact(ParameterChange, vec![fail()]);
        assert_eq!(standing(ADA), -48);
        enact(ParameterChange, vec![set(1), fail()]);
        assert_eq!(standing(ADA), -48);
        // Each side has a limit of its own.
        for wanted in [-40, -32, -24, -24] {
            enact(ParameterChange, vec![set(7)]);
            assert_eq!(standing(ADA), wanted);
        }
    });
}

#[test]
fn other_ends_say_nothing_of_the_proposer() {
    ExtBuilder::default().build_and_execute(|| {
        OpenClaw::withdraw(signed(ADA), change()).unwrap();
        OpenClaw::cancel_proposal(RuntimeOrigin::root(), change()).unwrap();
        let rejected = change();
        set_now(stored(rejected).ends);
        hook();
        let expired = passed(ProtocolUpgrade, vec![rule(1)]);
        set_now(stored(expired).eta + 14 * DAY);
        hook();
        assert_eq!((status(rejected), status(expired)), (Status::Rejected, Status::Expired));
        assert_eq!(standing(ADA), 0);
        assert_eq!(Records::<Test>::iter().count(), 0);
    });
}

/// What is remembered of a proposer goes with the proposals, for whose texts it has a deposit.
#[test]
fn nothing_is_remembered_of_proposals_that_are_archived() {
    ExtBuilder::default().build_and_execute(|| {
        let [good, bad] = [vec![set(7)], vec![fail()]].map(|calls| enact(ParameterChange, calls));
        let record = Records::<Test>::get(ADA);
        assert_eq!(record.enacted.to_vec(), [(good, START + 9 * DAY)]);
        assert_eq!(record.failed.to_vec(), [(bad, START + 18 * DAY)]);
        set_now(START + 99 * DAY);
        hook();
        let record = Records::<Test>::get(ADA);
        assert_eq!((record.enacted.len(), record.failed.len()), (0, 1));
        OpenClaw::do_try_state().unwrap();
        set_now(START + 108 * DAY);
        hook();
        assert!(!Records::<Test>::contains_key(ADA));
        assert_eq!(OpenClaw::evaluate(good), None);
    });
}

#[test]
fn what_is_for_much_loses_32() {
    ExtBuilder::default().build_and_execute(|| {
        let [small, large] =
            [vec![set(7)], vec![set(7), spend()]].map(|calls| propose(ParameterChange, calls));
        assert_eq!((evaluation(small).size, stored(small).is_large), (0, false));
        assert_eq!((evaluation(large).size, stored(large).is_large), (-32, true));
    });
}

#[test]
fn parts_add_up() {
    ExtBuilder::default().build_and_execute(|| {
        for calls in [vec![set(7)], vec![set(7)], vec![fail()]] {
            enact(ParameterChange, calls);
        }
        let id = active(ParameterChange, vec![spend()]);
        hands(id, 3 * POWER / 4, POWER / 4);
        approve(id);
        OpenClaw::challenge(signed(BEN), id, Grounds::Malicious, vec![]).unwrap();
        let wanted =
            Evaluation { support: 64, council: 24, challenge: -64, proposer: -8, size: -32 };
        assert_eq!(evaluation(id), wanted);
        assert_eq!(wanted.sum(), -16);
        assert_eq!(OpenClaw::evaluation(id), Some(wanted));
        assert_eq!(<OpenClaw as StrategyVotes<u64>>::evaluation(id), wanted);
    });
}

#[test]
fn sum_is_at_most_128_either_way() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..3 {
            enact(ParameterChange, vec![set(7)]);
        }
        let id = active(ProtocolUpgrade, vec![rule(1)]);
        vote(id, BEN, For).unwrap();
        approve(id);
        let best = evaluation(id);
        assert_eq!((best.support, best.council, best.proposer), (128, 24, 24));
        assert_eq!(best.sum(), 128);
        OpenClaw::challenge(signed(BEN), id, Grounds::Malicious, vec![]).unwrap();
        assert_eq!(evaluation(id).sum(), 112);
        vote(id, BEN, Against).unwrap();
        let worst =
            Evaluation { support: -128, council: 24, challenge: -64, proposer: 24, size: 0 };
        assert_eq!((evaluation(id), worst.sum()), (worst, -128));
    });
}

#[test]
fn nothing_is_evaluated_while_evaluations_are_off() {
    ExtBuilder::default().build_and_execute(|| {
        enact(ParameterChange, vec![set(7)]);
        let id = active(ParameterChange, vec![spend()]);
        vote(id, BEN, Against).unwrap();
        assert_eq!(evaluation(id).sum(), -128);
        Evaluates::set(false);
        assert_eq!(evaluation(id), Evaluation::default());
        // What is needed is still kept.
        Evaluates::set(true);
        assert_eq!(evaluation(id).support, -128);
    });
}
