//! Votes, reasons, and what delegates vote with.

use super::*;
use crate::{mock::polls, Call, DelegatorCursors, HoldReason, Tallies, Votes, WeightInfo};
use frame_support::dispatch::{DispatchResultWithPostInfo, GetDispatchInfo};
use Position::*;

/// A ParameterChange that is voted on.
fn active() -> ProposalId {
    let id = change();
    set_now(START + DAY);
    events();
    id
}

fn say(id: ProposalId, who: u64, reason: &str) -> DispatchResultWithPostInfo {
    OpenClaw::vote(signed(who), id, For, None, Some(reason.as_bytes().to_vec()))
}

#[test]
fn vote_counts_by_position_and_class() {
    ExtBuilder::default().build_and_execute(|| {
        TestAgents::set_class(CYD, VoterClass::Builder);
        let id = active();
        assert_ok!(vote(id, BEN, For));
        assert_ok!(OpenClaw::vote(signed(CYD), id, Against, Some(2 * AITBC), None));
        assert_ok!(vote(id, DEE, Abstain));
        let builder = PowerByClass::of(VoterClass::Builder, 2 * AITBC);
        assert_eq!(
            Tallies::<Test>::get(id).all,
            Tally { votes_for: human(POWER), votes_against: builder, votes_abstain: human(POWER) }
        );
        let none = PowerByClass::default();
        let event = |who, position, after| Event::Voted {
            proposal: id,
            who,
            position,
            before: none,
            after,
        };
        assert_eq!(
            events(),
            [
                event(BEN, For, human(POWER)),
                event(CYD, Against, builder),
                event(DEE, Abstain, human(POWER))
            ]
        );
        assert_eq!(stored(id).votes, 3);
    });
}

#[test]
fn vote_may_be_changed_while_open() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        vote(id, BEN, For).unwrap();
        OpenClaw::vote(signed(BEN), id, Against, Some(AITBC), None).unwrap();
        let tally = Tallies::<Test>::get(id).all;
        assert_eq!((tally.votes_for.total(), tally.votes_against), (0, human(AITBC)));
        assert_eq!(stored(id).votes, 1);
        // What was counted may be taken back altogether.
        OpenClaw::vote(signed(BEN), id, Against, Some(0), None).unwrap();
        assert_eq!(Tallies::<Test>::get(id).all, Tally::default());
    });
}

#[test]
fn vote_costs_what_it_took() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        let took = |vote: DispatchResultWithPostInfo| vote.unwrap().actual_weight.unwrap();
        let plain = |who| took(OpenClaw::vote(signed(who), id, For, None, None));
        TestPolls::set_frozen_for(BEN, 3);
        assert_eq!(plain(BEN), <() as WeightInfo>::plain_vote(3));
        // In place of another.
        assert_eq!(plain(BEN), <() as WeightInfo>::vote(0, 3));
        // With words.
        assert_eq!(took(say(id, CYD, "why")), <() as WeightInfo>::vote(3, 0));
        // For delegators too.
        TestPolls::delegate(ADA, DEE);
        assert_eq!(plain(DEE), <() as WeightInfo>::vote(0, 0));
        // Of one that a delegate has voted with.
        wait(1);
        let other = change();
        set_now(now() + DAY);
        vote(other, DEE, For).unwrap();
        OpenClaw::cast_for_delegator(signed(BEN), other, ADA).unwrap();
        let own = took(OpenClaw::vote(signed(ADA), other, For, None, None));
        assert_eq!(own, <() as WeightInfo>::vote(0, 0));
        // No more is given back than was declared.
        let call =
            Call::<Test>::vote { proposal: id, position: For, max_power: None, reason: None };
        let declared = call.get_dispatch_info().call_weight;
        assert!(declared.all_gte(<() as WeightInfo>::vote(0, MAX_LIVE)));
    });
}

#[test]
fn counting_a_delegator_costs_what_it_took() {
    ExtBuilder::default().build_and_execute(|| {
        let vote = <() as WeightInfo>::vote;
        delegate_of(2);
        let id = change();
        set_now(stored(id).voting_from);
        super::vote(id, BEN, For).unwrap();
        TestPolls::set_frozen_for(1_000, 3);
        let cast = |delegator| OpenClaw::cast_for_delegator(signed(GIL), id, delegator);
        let others = vote(0, 3) - vote(0, 0);
        let own = <() as WeightInfo>::cast_for_delegator();
        assert_eq!(cast(1_000).unwrap().actual_weight, Some(own + others));
        // In the hook a page costs by all that are read, whether or not they can be counted.
        for _ in 0..2 {
            let took = OpenClaw::cast_page(id, &BEN, None);
            assert_eq!(took, <() as WeightInfo>::cast_delegators(2) + others);
        }
    });
}

#[test]
fn vote_that_moves_the_end_is_no_plain_one() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        set_now(START + 8 * DAY - 1);
        let voted = [BEN, CYD, DEE]
            .map(|who| OpenClaw::vote(signed(who), id, For, None, None).unwrap().actual_weight);
        assert!(stored(id).late > 0);
        assert!(voted.contains(&Some(<() as WeightInfo>::vote(0, 0))));
    });
}

#[test]
fn vote_before_voting_begins_fails() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(START + DAY - 1);
        assert_noop!(vote(id, BEN, For), Error::<Test>::VotingNotBegun);
        assert_noop!(
            OpenClaw::cast_for_delegator(signed(BEN), id, CYD),
            Error::<Test>::VotingNotBegun
        );
        set_now(START + DAY);
        assert_ok!(vote(id, BEN, For));
    });
}

#[test]
fn vote_after_deadline_fails() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        set_now(START + 8 * DAY - 1);
        // An abstention that does not reach the quorum changes no outcome.
        assert_ok!(OpenClaw::vote(signed(BEN), id, Abstain, Some(1), None));
        set_now(START + 8 * DAY);
        assert_noop!(vote(id, BEN, For), Error::<Test>::VotingEnded);
        assert_noop!(
            OpenClaw::cast_for_delegator(signed(BEN), id, CYD),
            Error::<Test>::VotingEnded
        );
        hook();
        assert_noop!(vote(id, BEN, For), Error::<Test>::NotActive);
        assert_noop!(OpenClaw::cast_for_delegator(signed(BEN), id, CYD), Error::<Test>::NotActive);
    });
}

#[test]
fn vote_without_power_fails() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        assert_noop!(vote(id, 99, For), polls::NO_POWER);
        assert_noop!(vote(9, BEN, For), Error::<Test>::Unknown);
        assert_noop!(
            OpenClaw::vote(RuntimeOrigin::root(), id, For, None, None),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn reason_costs_a_deposit_until_it_is_replaced() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        assert_ok!(say(id, BEN, "é"));
        assert_eq!(held(HoldReason::Text, BEN), 2 * MILLI);
        assert_eq!(OpenClaw::read_vote(id, BEN).unwrap().reason, "é".as_bytes());
        assert_ok!(say(id, BEN, "because"));
        assert_eq!(held(HoldReason::Text, BEN), 7 * MILLI);
        // A vote without a reason has none.
        assert_ok!(vote(id, BEN, Against));
        assert_eq!(held(HoldReason::Text, BEN), 0);
        assert_eq!(Votes::<Test>::get(id, BEN).unwrap().reason, None);
    });
}

#[test]
fn reason_has_at_most_500_characters() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        assert_noop!(say(id, BEN, &"é".repeat(501)), Error::<Test>::ReasonTooLong);
        assert_noop!(
            OpenClaw::vote(signed(BEN), id, For, None, Some(vec![0xff])),
            Error::<Test>::NotUtf8
        );
        assert_ok!(say(id, BEN, &"𝕏".repeat(500)));
        assert_eq!(held(HoldReason::Text, BEN), 2_000 * MILLI);
    });
}

#[test]
fn reason_without_free_tokens_fails() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        Balances::set_balance(&BEN, EXISTENTIAL_DEPOSIT);
        assert_noop!(say(id, BEN, "because"), TokenError::FundsUnavailable);
        assert_ok!(vote(id, BEN, For));
    });
}

#[test]
fn order_of_votes_is_that_of_first_votes() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        for who in [CYD, BEN, DEE, CYD] {
            vote(id, who, For).unwrap();
        }
        let newest_first: Vec<_> =
            OpenClaw::read_votes(id, 9, 0).iter().map(|vote| vote.voter).collect();
        assert_eq!(newest_first, [DEE, BEN, CYD]);
        assert_eq!(OpenClaw::read_votes(id, 1, 1)[0].voter, BEN);
    });
}

/// Ben, to whom so many have delegated a token each.
fn delegate_of(delegators: u64) {
    for delegator in 1_000..1_000 + delegators {
        TestPolls::set_power(delegator, AITBC);
        TestPolls::delegate(delegator, BEN);
    }
    wait(1);
}

#[test]
fn anybody_counts_a_delegator_for_its_delegate() {
    ExtBuilder::default().build_and_execute(|| {
        delegate_of(1);
        let id = change();
        set_now(stored(id).voting_from);
        let cast = |delegator| OpenClaw::cast_for_delegator(signed(GIL), id, delegator);
        assert_noop!(cast(1_000), polls::DELEGATE_NOT_COUNTED);
        vote(id, BEN, Against).unwrap();
        events();
        assert_ok!(cast(1_000));
        assert_eq!(
            events(),
            [Event::DelegatorCast {
                proposal: id,
                delegator: 1_000,
                delegate: BEN,
                before: PowerByClass::default(),
                after: human(AITBC)
            }]
        );
        assert_noop!(cast(1_000), polls::COUNTED);
        assert_noop!(cast(CYD), polls::NOT_DELEGATED);
        let vote = Votes::<Test>::get(id, BEN).unwrap();
        assert_eq!((vote.own, vote.delegated), (POWER, human(AITBC)));
        assert_eq!(Tallies::<Test>::get(id).all.votes_against, human(POWER + AITBC));
    });
}

#[test]
fn changed_vote_of_a_delegate_moves_its_delegators() {
    ExtBuilder::default().build_and_execute(|| {
        delegate_of(2);
        let id = change();
        set_now(stored(id).voting_from);
        vote(id, BEN, For).unwrap();
        hook();
        assert_eq!(Tallies::<Test>::get(id).all.votes_for, human(POWER + 2 * AITBC));
        vote(id, BEN, Against).unwrap();
        assert_eq!(
            Tallies::<Test>::get(id).all,
            Tally { votes_against: human(POWER + 2 * AITBC), ..Default::default() }
        );
    });
}

#[test]
fn delegator_that_votes_itself_leaves_the_vote_of_its_delegate() {
    ExtBuilder::default().build_and_execute(|| {
        delegate_of(2);
        let id = change();
        set_now(stored(id).voting_from);
        vote(id, BEN, For).unwrap();
        hook();
        vote(id, 1_000, Against).unwrap();
        assert_eq!(
            Tallies::<Test>::get(id).all,
            Tally {
                votes_for: human(POWER + AITBC),
                votes_against: human(AITBC),
                ..Default::default()
            }
        );
        assert_eq!(Votes::<Test>::get(id, BEN).unwrap().delegated, human(AITBC));
        assert_noop!(OpenClaw::cast_for_delegator(signed(GIL), id, 1_000), polls::COUNTED);
    });
}

#[test]
fn hook_casts_for_all_delegators_page_by_page() {
    ExtBuilder::default().build_and_execute(|| {
        delegate_of(22);
        let id = change();
        set_now(stored(id).voting_from);
        vote(id, BEN, For).unwrap();
        // A share with room for a page and what stands before it.
        HookWeight::set(largest_page());
        let counted = || Votes::<Test>::get(id, BEN).unwrap().delegated.total() / AITBC;
        for after in [4, 8, 12, 16, 20, 22] {
            hook();
            assert_eq!(counted(), after);
        }
        assert_eq!(DelegatorCursors::<Test>::iter().count(), 0);
    });
}

#[test]
fn delegates_take_turns() {
    ExtBuilder::default().build_and_execute(|| {
        for delegator in 1_000..1_030 {
            TestPolls::set_power(delegator, AITBC);
            TestPolls::delegate(delegator, [BEN, CYD, DEE][delegator as usize % 3]);
        }
        wait(1);
        let [first, second] = [change(), change()];
        set_now(stored(first).voting_from);
        let walked = [(first, BEN), (first, CYD), (second, BEN), (second, DEE)];
        walked.iter().for_each(|(id, who)| vote(*id, *who, For).unwrap());
        HookWeight::set(largest_page());
        // Each has ten: two pages of four, and one of two.
        for after in [4, 8, 10] {
            (0..4).for_each(|_| hook());
            let counted = walked.map(|(id, who)| power_of(id, who).1 / AITBC);
            assert_eq!(counted, [after; 4]);
        }
        assert_eq!(DelegatorCursors::<Test>::iter().count(), 0);
    });
}

#[test]
fn page_of_delegators_costs_by_what_it_holds() {
    ExtBuilder::default().build_and_execute(|| {
        // Four delegates of one account each.
        let delegates = [BEN, CYD, DEE, EVE];
        for (delegator, delegate) in (1_000..).zip(delegates) {
            TestPolls::set_power(delegator, AITBC);
            TestPolls::delegate(delegator, delegate);
        }
        wait(1);
        let id = change();
        set_now(stored(id).voting_from);
        delegates.iter().for_each(|who| vote(id, *who, For).unwrap());
        // Room for a whole page, and for two of one before it.
        let cost = <() as crate::WeightInfo>::cast_delegators;
        HookWeight::set(largest_page() + cost(1) * 2);
        let mut meter = WeightMeter::new();
        OpenClaw::on_poll(1, &mut meter);
        assert_eq!(DelegatorCursors::<Test>::iter().count(), 1);
        assert_eq!(meter.consumed(), <() as crate::WeightInfo>::poll() + cost(1) * 3);
    });
}

#[test]
fn vote_of_a_delegate_begins_a_walk_unless_one_goes_on() {
    ExtBuilder::default().build_and_execute(|| {
        delegate_of(5);
        let id = change();
        set_now(stored(id).voting_from);
        HookWeight::set(largest_page());
        vote(id, BEN, For).unwrap();
        hook();
        let cursor = DelegatorCursors::<Test>::get(id, BEN);
        assert!(cursor.is_some_and(|last| last.is_some()));
        vote(id, BEN, Against).unwrap();
        assert_eq!(DelegatorCursors::<Test>::get(id, BEN), cursor);
        hook();
        assert_eq!(DelegatorCursors::<Test>::get(id, BEN), None);
        vote(id, BEN, For).unwrap();
        assert_eq!(DelegatorCursors::<Test>::get(id, BEN), Some(None));
        // Who has none is not walked.
        vote(id, CYD, For).unwrap();
        vote(id, CYD, Against).unwrap();
        assert_eq!(DelegatorCursors::<Test>::get(id, CYD), None);
    });
}

/// A proposal that Ben votes on with 5 million, 40 of Cyd's and 5 of Dee's 45 million: as much as a delegate may.
fn full_delegate() -> ProposalId {
    TestPolls::set_power(BEN, 5 * MILLION);
    TestPolls::set_power(CYD, 40 * MILLION);
    for delegator in [CYD, DEE] {
        TestPolls::delegate(delegator, BEN);
    }
    wait(1);
    let id = change();
    set_now(stored(id).voting_from);
    vote(id, BEN, For).unwrap();
    OpenClaw::cast_for_delegator(signed(GIL), id, CYD).unwrap();
    hook();
    assert_eq!(power_of(id, BEN), (5 * MILLION, 45 * MILLION));
    assert_eq!(TestPolls::ballot(id, &DEE).unwrap().power, 5 * MILLION);
    id
}

/// What is counted of a voter itself, and for it.
fn power_of(id: ProposalId, who: u64) -> (Balance, Balance) {
    let vote = Votes::<Test>::get(id, who).unwrap();
    (vote.own, vote.delegated.total())
}

#[test]
fn room_that_a_delegator_frees_is_offered_to_others() {
    ExtBuilder::default().build_and_execute(|| {
        let id = full_delegate();
        vote(id, CYD, Against).unwrap();
        assert_eq!(power_of(id, BEN), (5 * MILLION, 5 * MILLION));
        hook();
        assert_eq!(power_of(id, BEN), (5 * MILLION, 45 * MILLION));
        assert_eq!(TestPolls::ballot(id, &DEE).unwrap().power, 45 * MILLION);
        assert_eq!(DelegatorCursors::<Test>::iter().count(), 0);
    });
}

#[test]
fn room_that_a_delegate_frees_is_offered_to_its_delegators() {
    ExtBuilder::default().build_and_execute(|| {
        let id = full_delegate();
        OpenClaw::vote(signed(BEN), id, For, Some(2 * MILLION), None).unwrap();
        hook();
        assert_eq!(power_of(id, BEN), (2 * MILLION, 48 * MILLION));
        assert_eq!(TestPolls::ballot(id, &DEE).unwrap().power, 8 * MILLION);
    });
}

#[test]
fn delegators_are_not_counted_after_the_end() {
    ExtBuilder::default().build_and_execute(|| {
        delegate_of(3);
        let id = change();
        set_now(stored(id).voting_from);
        vote(id, BEN, For).unwrap();
        set_now(stored(id).ends);
        hook();
        assert_eq!(Votes::<Test>::get(id, BEN).unwrap().delegated.total(), 0);
        assert_eq!(DelegatorCursors::<Test>::iter().count(), 0);
    });
}
