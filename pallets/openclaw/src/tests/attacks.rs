//! Attacks that gain neither power nor money. Those on balances and their histories are tests of voting power.

use super::*;
use crate::{mock::polls, HoldReason, Tallies};
use aitbc_primitives::governance::strategies::{StrategyReason, StrategyVotes};
use Position::*;

fn counted(id: ProposalId) -> Balance {
    let tally = Tallies::<Test>::get(id).all;
    Position::ALL.into_iter().map(|position| tally.get(position).total()).sum()
}

fn active() -> ProposalId {
    let id = change();
    set_now(START + 2 * DAY);
    id
}

#[test]
fn power_bought_after_the_snapshot_does_not_count() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        TestPolls::set_power(99, 40 * MILLION);
        assert_noop!(vote(id, 99, For), polls::NO_POWER);
    });
}

#[test]
fn voting_again_counts_nothing_twice() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        for position in [For, Against, For, Abstain, For] {
            vote(id, BEN, position).unwrap();
            assert_eq!(counted(id), POWER);
        }
    });
}

#[test]
fn delegated_and_voted_counts_nothing_twice() {
    ExtBuilder::default().build_and_execute(|| {
        TestPolls::set_power(BEN, MILLION);
        TestPolls::delegate(CYD, BEN);
        wait(1);
        let id = active();
        vote(id, BEN, For).unwrap();
        hook();
        assert_eq!(counted(id), MILLION + POWER);
        vote(id, CYD, For).unwrap();
        assert_eq!(counted(id), MILLION + POWER);
        assert_noop!(OpenClaw::cast_for_delegator(signed(GIL), id, CYD), polls::COUNTED);
        hook();
        assert_eq!(counted(id), MILLION + POWER);
    });
}

#[test]
fn delegation_in_the_block_of_the_snapshot_does_not_count() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        TestPolls::delegate(CYD, BEN);
        set_now(START + 2 * DAY);
        vote(id, BEN, For).unwrap();
        assert_noop!(OpenClaw::cast_for_delegator(signed(GIL), id, CYD), polls::TOO_LATE);
    });
}

#[test]
fn two_wallets_of_one_owner_have_one_cap() {
    ExtBuilder::default().build_and_execute(|| {
        for wallet in [BEN, CYD] {
            TestAgents::set_owner(wallet, ADA);
        }
        let id = active();
        vote(id, ADA, For).unwrap();
        vote(id, BEN, For).unwrap();
        assert_noop!(vote(id, CYD, For), polls::NO_POWER);
        assert_eq!(counted(id), CAP);
    });
}

#[test]
fn delegate_has_a_cap() {
    ExtBuilder::default().build_and_execute(|| {
        for delegator in [CYD, DEE] {
            TestPolls::delegate(delegator, BEN);
        }
        wait(1);
        let id = active();
        vote(id, BEN, For).unwrap();
        hook();
        assert_eq!(counted(id), CAP);
        // One that did not fit may still vote itself.
        vote(id, CYD, For).unwrap();
        vote(id, DEE, For).unwrap();
        assert!(counted(id) <= CAP + 2 * POWER);
    });
}

#[test]
fn spam_of_12_places_locks_28_000_and_gains_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let spammers: Vec<u64> = (1_000..1_004).collect();
        for who in &spammers {
            Balances::set_balance(who, 20_000 * AITBC);
            TestPolls::set_power(*who, MILLION);
        }
        let issuance = Balances::total_issuance();
        let spam: Vec<_> = (0..12)
            .map(|place| {
                let draft = Draft::new(ProposalKind::ParameterChange, vec![set(1)]);
                draft.propose(spammers[place / 3])
            })
            .collect();
        let locked: Balance = spammers.iter().map(|who| bond_of(*who)).sum();
        assert_eq!(locked, 28_000 * AITBC);
        // Each place can be won back by a challenge, which pays.
        OpenClaw::challenge(signed(BEN), spam[11], Grounds::Spam, vec![]).unwrap();
        OpenClaw::decided(spam[11], Verdict::Upheld);
        change();
        assert_eq!(Balances::total_balance(&BEN), 12_000 * AITBC);
        assert_eq!(Balances::total_issuance(), issuance);
    });
}

#[test]
fn challenge_of_everything_costs_half_of_each_bond() {
    ExtBuilder::default().build_and_execute(|| {
        let ids = [ADA, CYD].map(|who| {
            (0..3)
                .map(|_| Draft::new(ProposalKind::PolicyChange, vec![]).propose(who))
                .collect::<Vec<_>>()
        });
        for id in ids.concat() {
            OpenClaw::challenge(signed(BEN), id, Grounds::Duplicate, vec![]).unwrap();
        }
        assert_eq!(held(HoldReason::Challenge, BEN), 6_000 * AITBC);
        later(48 * HOUR + 10 * MINUTE);
        assert_eq!(Balances::total_balance(&BEN), 7_000 * AITBC);
        assert_eq!(held(HoldReason::Challenge, BEN), 0);
    });
}

#[test]
fn challenge_of_an_accomplice_does_not_pay() {
    ExtBuilder::default().build_and_execute(|| {
        let both = || Balances::total_balance(&ADA) + Balances::total_balance(&BEN);
        let before = both();
        for verdict in [Verdict::Upheld, Verdict::Dismissed, Verdict::Undecided] {
            let id = change();
            OpenClaw::challenge(signed(BEN), id, Grounds::Spam, vec![]).unwrap();
            OpenClaw::decided(id, verdict);
        }
        assert_eq!(both(), before - 1_500 * AITBC);
    });
}

/// Nothing keeps a human who is alone from being heard for a moment. These are the numbers of docs/agents.md.
#[test]
fn vote_just_before_strategies_is_held_by_fewer_on_the_other_side() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        // As a default Consumer does, which turns against a ParameterChange first.
        let consumer = || {
            let evaluation = OpenClaw::evaluate(id).unwrap().sum();
            let reason = StrategyReason { preference: 140, threshold: 128, evaluation };
            (evaluation, reason.position())
        };
        set_now(<OpenClaw as StrategyVotes<u64>>::second_half(id).unwrap() - 1);
        OpenClaw::vote(signed(BEN), id, Against, Some(10 * MILLION), None).unwrap();
        assert_eq!(consumer(), (-128, Against));
        for (votes_for, expected) in [(8_410_000, (-12, Against)), (8_420_000, (-11, For))] {
            OpenClaw::vote(signed(CYD), id, For, Some(votes_for * AITBC), None).unwrap();
            assert_eq!(consumer(), expected);
        }
        OpenClaw::vote(signed(CYD), id, Abstain, None, None).unwrap();
        // Taken back.
        OpenClaw::vote(signed(BEN), id, Abstain, None, None).unwrap();
        assert_eq!(consumer(), (0, For));
    });
}

/// All classes of agents together, with a quorum of 4 %: as much as humans who do not vote leave them.
#[test]
fn strategies_weigh_little_where_humans_hardly_vote() {
    ExtBuilder::default().build_and_execute(|| {
        let classes = VoterClass::ALL.into_iter().filter(|class| *class != VoterClass::Human);
        let agents: Vec<_> = classes.zip(1_000u64..).collect();
        for (class, who) in &agents {
            TestAgents::set_class(*who, *class);
            TestPolls::set_power(*who, 50 * MILLION);
        }
        let id = active();
        for (_, who) in &agents {
            OpenClaw::vote(signed(*who), id, For, None, None).unwrap();
        }
        let approving = || OpenClaw::outcome_now(id).unwrap().approving;
        assert_eq!(approving(), 16 * MILLION);
        // Two thirds of what humans vote, if that is more.
        OpenClaw::vote(signed(BEN), id, Against, Some(30 * MILLION), None).unwrap();
        assert_eq!(approving(), 20 * MILLION);
    });
}

#[test]
fn enactment_cannot_be_replayed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = enact(ProposalKind::ParameterChange, vec![set(1)]);
        assert_noop!(advance(id), Error::<Test>::AlreadyExecuted);
        (0..40).for_each(|_| later(5 * DAY));
        assert_noop!(advance(id), Error::<Test>::Unknown);
        assert_eq!(values().len(), 1);
    });
}

#[test]
fn flip_of_the_last_minute_can_be_answered() {
    ExtBuilder::default().build_and_execute(|| {
        let id = active();
        set_now(stored(id).ends - 1);
        vote(id, BEN, For).unwrap();
        later(1);
        assert_eq!(stage(id), Stage::Voting);
        vote(id, CYD, Against).unwrap();
        vote(id, DEE, Against).unwrap();
        set_now(stored(id).ends);
        hook();
        assert_eq!(stage(id), Stage::Rejected { outcome: Outcome::NotApproved });
    });
}

#[test]
fn origin_of_a_type_cannot_be_had_otherwise() {
    ExtBuilder::default().build_and_execute(|| {
        let origins: [RuntimeOrigin; 4] =
            [signed(ADA), RuntimeOrigin::none(), RuntimeOrigin::root(), signed(FOUR)];
        for origin in origins {
            assert_noop!(Target::set(origin, 1), DispatchError::BadOrigin);
        }
    });
}
