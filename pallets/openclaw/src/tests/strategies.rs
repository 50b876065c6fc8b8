//! Votes by strategy, and when they begin.

use super::*;
use crate::{mock::polls, DelegatorCursors, HoldReason, OpenVotes, Tallies, Votes};
use aitbc_primitives::governance::strategies::{StrategyReason, StrategyVotes};
use Position::*;

/// When the second half of a vote on a ParameterChange of [`START`] begins: on day 1 it begins, on day 8 it ends.
const HALF: Moment = START + DAY + 7 * DAY / 2;

/// A reason to vote for a proposal with this evaluation, or against it.
fn because(evaluation: i16) -> StrategyReason {
    StrategyReason { preference: 180, threshold: 128, evaluation }
}

fn by_strategy(id: ProposalId, who: u64, evaluation: i16) -> DispatchResult {
    OpenClaw::vote_by_strategy(id, &who, 40 * MILLION, because(evaluation)).map(drop)
}

/// A ParameterChange that is in the second half of its vote.
fn half() -> ProposalId {
    let id = change();
    set_now(HALF);
    events();
    id
}

fn humans(id: ProposalId) -> (Balance, Balance) {
    let tally = Tallies::<Test>::get(id);
    (tally.humans_for, tally.humans_against)
}

#[test]
fn vote_by_strategy_counts_at_most_what_it_may_and_says_why() {
    ExtBuilder::default().build_and_execute(|| {
        let id = half();
        assert!(!<OpenClaw as StrategyVotes<u64>>::has_voted(id, &BEN));
        assert_ok!(by_strategy(id, BEN, -12));
        assert_ok!(by_strategy(id, CYD, -52));
        assert!(<OpenClaw as StrategyVotes<u64>>::has_voted(id, &BEN));
        let event = |who, position| Event::Voted {
            proposal: id,
            who,
            position,
            before: PowerByClass::default(),
            after: human(40 * MILLION),
        };
        assert_eq!(events(), [event(BEN, For), event(CYD, Against)]);
        let tally = Tallies::<Test>::get(id).all;
        let both = human(40 * MILLION);
        assert_eq!((tally.votes_for, tally.votes_against), (both, both));
        let told = |who| String::from_utf8(OpenClaw::read_vote(id, who).unwrap().reason).unwrap();
        assert_eq!(
            told(BEN),
            "strategy: preference 180 + threshold 128 + evaluation -12 = 296, needs more than 256"
        );
        assert_eq!(
            told(CYD),
            "strategy: preference 180 + threshold 128 + evaluation -52 = 256, needs more than 256"
        );
        assert_eq!(held(HoldReason::Text, BEN), 0);
        assert_eq!(stored(id).votes, 2);
    });
}

#[test]
fn strategy_takes_no_vote_back() {
    ExtBuilder::default().build_and_execute(|| {
        let id = half();
        vote(id, BEN, Abstain).unwrap();
        assert_noop!(by_strategy(id, BEN, 0), Error::<Test>::AlreadyVoted);
        by_strategy(id, CYD, 0).unwrap();
        assert_noop!(by_strategy(id, CYD, -128), Error::<Test>::AlreadyVoted);
        // Nor one that weighs nothing any more.
        OpenClaw::vote(signed(BEN), id, Abstain, Some(0), None).unwrap();
        assert_noop!(by_strategy(id, BEN, 0), Error::<Test>::AlreadyVoted);
    });
}

#[test]
fn vote_by_hand_replaces_one_by_strategy_and_counts_as_such() {
    ExtBuilder::default().build_and_execute(|| {
        let id = half();
        by_strategy(id, BEN, 0).unwrap();
        assert_eq!(humans(id), (0, 0));
        let reason = Some(b"no".to_vec());
        assert_ok!(OpenClaw::vote(signed(BEN), id, Against, None, reason));
        assert_eq!(humans(id), (0, POWER));
        assert_eq!(
            Tallies::<Test>::get(id).all,
            Tally { votes_against: human(POWER), ..Default::default() }
        );
        let vote = Votes::<Test>::get(id, BEN).unwrap();
        assert!(vote.is_by_hand());
        assert_eq!((vote.index, stored(id).votes), (0, 1));
        assert_eq!(held(HoldReason::Text, BEN), 2 * MILLI);
        assert_noop!(by_strategy(id, BEN, 0), Error::<Test>::AlreadyVoted);
    });
}

#[test]
fn vote_by_strategy_fails_as_one_by_hand_does() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        assert_noop!(by_strategy(id, BEN, 0), Error::<Test>::VotingNotBegun);
        assert_noop!(by_strategy(9, BEN, 0), Error::<Test>::Unknown);
        set_now(HALF);
        assert_noop!(by_strategy(id, 99, 0), polls::NO_POWER);
        let nothing = OpenClaw::vote_by_strategy(id, &BEN, 0, because(0));
        assert_noop!(nothing, polls::NO_POWER);
        set_now(START + 8 * DAY);
        assert_noop!(by_strategy(id, BEN, 0), Error::<Test>::VotingEnded);
        hook();
        assert_noop!(by_strategy(id, BEN, 0), Error::<Test>::NotActive);
    });
}

#[test]
fn delegators_of_a_strategy_say_nothing_by_hand_until_it_does() {
    ExtBuilder::default().build_and_execute(|| {
        TestPolls::set_power(1_000, 3 * MILLION);
        TestPolls::delegate(1_000, BEN);
        wait(1);
        let id = change();
        set_now(stored(id).voting_from);
        by_strategy(id, BEN, 0).unwrap();
        hook();
        assert_eq!(Tallies::<Test>::get(id).all.votes_for, human(43 * MILLION));
        assert_eq!(humans(id), (0, 0));
        vote(id, BEN, Against).unwrap();
        assert_eq!(humans(id), (0, POWER + 3 * MILLION));
    });
}

#[test]
fn strategy_of_a_delegator_takes_it_out_of_the_vote_of_its_delegate() {
    ExtBuilder::default().build_and_execute(|| {
        TestPolls::set_power(1_000, 3 * MILLION);
        TestPolls::delegate(1_000, BEN);
        wait(1);
        let id = change();
        set_now(stored(id).voting_from);
        vote(id, BEN, For).unwrap();
        hook();
        assert_eq!(humans(id), (POWER + 3 * MILLION, 0));
        // A ballot that was cast for its delegate is no vote.
        assert!(!<OpenClaw as StrategyVotes<u64>>::has_voted(id, &1_000));
        by_strategy(id, 1_000, -128).unwrap();
        assert_eq!(humans(id), (POWER, 0));
        let tally = Tallies::<Test>::get(id).all;
        let wanted = (human(POWER), human(3 * MILLION));
        assert_eq!((tally.votes_for, tally.votes_against), wanted);
    });
}

#[test]
fn second_half_begins_in_the_middle_of_the_vote() {
    ExtBuilder::default().build_and_execute(|| {
        let [first, second] = [change(), change()];
        let list = || <OpenClaw as StrategyVotes<u64>>::in_second_half();
        assert_eq!(<OpenClaw as StrategyVotes<u64>>::second_half(first), Some(HALF));
        set_now(HALF - 1);
        assert_eq!(list(), Vec::<ProposalId>::new());
        set_now(HALF);
        assert_eq!(list(), [first, second]);
        // One that is over for another reason.
        OpenClaw::cancel_proposal(RuntimeOrigin::root(), first).unwrap();
        assert_eq!(list(), [second]);
        set_now(START + 8 * DAY - 1);
        assert_eq!(list(), [second]);
        set_now(START + 8 * DAY);
        assert_eq!(list(), Vec::<ProposalId>::new());
        assert_eq!(<OpenClaw as StrategyVotes<u64>>::second_half(second), None);
        assert_eq!(OpenVotes::<Test>::get().len(), 1);
        hook();
        assert_eq!(OpenVotes::<Test>::get().len(), 0);
        assert_eq!(<OpenClaw as StrategyVotes<u64>>::second_half(9), None);
    });
}

/// All that a vote by strategy can come upon at once, which is what its benchmark measures.
#[test]
fn wallet_that_was_counted_for_a_delegate_votes_late_and_for_others() {
    ExtBuilder::default().build_and_execute(|| {
        TestAgents::set_class(BEN, VoterClass::Provider);
        for delegator in [BEN, EVE] {
            TestPolls::delegate(delegator, CYD);
            TestPolls::set_power(delegator, 3 * MILLION);
        }
        TestPolls::set_power(CYD, 40 * MILLION);
        wait(1);
        let id = change();
        set_now(stored(id).voting_from);
        vote(id, CYD, Abstain).unwrap();
        hook();
        for (who, position) in [(DEE, For), (FAY, Against)] {
            OpenClaw::vote(signed(who), id, position, Some(MILLION), None).unwrap();
        }
        TestPolls::undelegate(BEN);
        TestPolls::delegate(GIL, BEN);
        let ends = stored(id).ends;
        set_now(ends - 1);
        assert_eq!(DelegatorCursors::<Test>::iter().count(), 0);
        assert_ok!(by_strategy(id, BEN, 0));
        assert_eq!(stored(id).ends, ends - 1 + DAY);
        // Its delegators are walked, and those of the delegate that has lost it.
        assert!([BEN, CYD].iter().all(|who| DelegatorCursors::<Test>::contains_key(id, who)));
        let tally = Tallies::<Test>::get(id).all;
        assert_eq!(tally.votes_abstain, human(43 * MILLION));
        let provider = PowerByClass::of(VoterClass::Provider, 3 * MILLION);
        assert_eq!(tally.votes_for, human(MILLION).saturating_add(provider));
        assert_eq!(tally.votes_against, human(MILLION));
    });
}

#[test]
fn type_of_a_proposal_is_told() {
    ExtBuilder::default().build_and_execute(|| {
        let id = propose(ProposalKind::PolicyChange, vec![]);
        let kind = |id| <OpenClaw as StrategyVotes<u64>>::kind(id);
        assert_eq!((kind(id), kind(9)), (Some(ProposalKind::PolicyChange), None));
    });
}

#[test]
fn late_change_does_not_move_the_second_half() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(START + 8 * DAY - MINUTE);
        vote(id, BEN, For).unwrap();
        assert_eq!(stored(id).ends, START + 9 * DAY - MINUTE);
        assert_eq!(<OpenClaw as StrategyVotes<u64>>::second_half(id), Some(HALF));
    });
}

/// Half of the time in which humans can vote is theirs alone.
#[test]
fn time_lost_before_the_second_half_moves_it_and_time_lost_later_does_not() {
    ExtBuilder::default().build_and_execute(|| {
        let lose = |from, duration| {
            set_now(from);
            Slot::set(Some(from + duration));
            OpenClaw::on_initialize(2);
            Slot::set(None);
            set_now(from + duration);
        };
        let id = change();
        let second_half = || <OpenClaw as StrategyVotes<u64>>::second_half(id).unwrap();
        // From half a day before the vote begins: that is not lost.
        lose(START + DAY / 2, DAY);
        assert_eq!((second_half(), stored(id).ends), (HALF + DAY / 2, START + 8 * DAY + DAY / 2));
        // Up to the middle and beyond: what was left of the first half is left.
        lose(HALF, DAY);
        assert_eq!(second_half(), HALF + 3 * DAY / 2);
        assert_eq!(second_half() - now(), DAY / 2);
        lose(second_half(), DAY);
        assert_eq!(second_half(), HALF + 3 * DAY / 2);
        assert_eq!(stored(id).ends, START + 10 * DAY + DAY / 2);
        assert_eq!(<OpenClaw as StrategyVotes<u64>>::in_second_half(), [id]);
    });
}
