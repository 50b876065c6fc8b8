//! What tallies come to: the vectors of the design, and a slow model in numbers without bounds.

use super::*;
use crate::tally::Terms;
use aitbc_test_support::cases;
use proptest::prelude::*;
use Majority::*;
use Outcome::*;

/// All tokens of the vectors, in the smallest unit.
const B: Balance = 1_000_000_000;

/// Votes for, against and of those who abstain.
type Triple = (Balance, Balance, Balance);

/// By class: human, provider, consumer, builder, coordinator.
fn tally(classes: [Triple; 5]) -> Tally {
    let mut tally = Tally::default();
    for (class, (votes_for, against, abstain)) in VoterClass::ALL.into_iter().zip(classes) {
        tally.add(Position::For, PowerByClass::of(class, votes_for));
        tally.add(Position::Against, PowerByClass::of(class, against));
        tally.add(Position::Abstain, PowerByClass::of(class, abstain));
    }
    tally
}

fn humans(votes: Triple) -> Tally {
    tally([votes, (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)])
}

fn terms(percent: u32, majority: Majority) -> Terms {
    Terms {
        base: B,
        quorum: Perbill::from_percent(percent),
        min_turnout: 0,
        majority,
        approval: None,
        shares: Some(CLASS_SHARES),
    }
}

fn comes_to(terms: Terms, tally: Tally, expected: (Balance, Balance, Balance, Outcome)) {
    let (turnout, approving, opposing, outcome) = expected;
    let count = terms.count(&tally);
    assert_eq!(count, Count { turnout, approving, opposing, outcome });
    assert_eq!(count, slow(&terms, &tally));
}

#[test]
fn vector_r1_parameter_change_passes() {
    comes_to(
        terms(4, Simple),
        humans((30_000_000, 9_000_000, 2_000_000)),
        (41_000_000, 30_000_000, 9_000_000, Passed),
    );
}

#[test]
fn vector_r2_parameter_change_misses_its_quorum_by_one() {
    comes_to(
        terms(4, Simple),
        humans((30_000_000, 9_000_000, 999_999)),
        (39_999_999, 30_000_000, 9_000_000, NoQuorum),
    );
}

/// Agents of all classes for something, and so many humans.
fn agents_and(human: Balance) -> Tally {
    tally([
        (human, 50_000_000, 0),
        (160_000_000, 0, 0),
        (80_000_000, 0, 0),
        (56_000_000, 0, 0),
        (24_000_000, 0, 0),
    ])
}

#[test]
fn vector_r3_agents_do_not_outvote_humans() {
    comes_to(
        terms(10, Simple),
        agents_and(10_000_000),
        (380_000_000, 50_000_000, 50_000_000, NotApproved),
    );
}

#[test]
fn vector_r4_one_human_more_tips_it() {
    comes_to(
        terms(10, Simple),
        agents_and(10_000_001),
        (380_000_001, 50_000_001, 50_000_000, Passed),
    );
}

#[test]
fn vector_r5_agents_alone_are_limited() {
    let none = (0, 0, 0);
    comes_to(
        terms(10, Simple),
        tally([none, (150_000_000, 60_000_000, 0), none, none, none]),
        (200_000_000, 14_285_714, 5_714_285, Passed),
    );
}

#[test]
fn vector_r6_class_reaches_a_quorum_with_its_share() {
    let none = (0, 0, 0);
    let consumers = |votes| tally([none, none, (votes, 0, 0), none, none]);
    let count = |votes| terms(10, Simple).count(&consumers(votes));
    assert_eq!(count(100_000_000).outcome, Passed);
    assert_eq!(count(99_999_999).outcome, NoQuorum);
    // More of them do not count.
    assert_eq!(count(900_000_000).turnout, 100_000_000);
}

#[test]
fn vector_r7_emergency_takes_two_thirds() {
    let outcome = |votes| terms(10, TwoThirds).count(&humans(votes)).outcome;
    assert_eq!(outcome((70_000_000, 30_000_000, 1_000_000)), Passed);
    assert_eq!(outcome((66_666_666, 33_333_334, 0)), NotApproved);
    assert_eq!(outcome((66_666_668, 33_333_334, 0)), Passed);
    assert_eq!(outcome((0, 0, 100_000_000)), NotApproved);
}

#[test]
fn vector_r8_tie_is_rejected_and_a_wish_counts() {
    let simple = terms(4, Simple);
    assert_eq!(simple.count(&humans((50_000_000, 50_000_000, 0))).outcome, NotApproved);
    let wish = Terms { approval: Some(Perbill::from_percent(60)), ..simple };
    assert_eq!(wish.count(&humans((60_000_000, 40_000_000, 0))).outcome, Passed);
    assert_eq!(wish.count(&humans((59_999_999, 40_000_001, 0))).outcome, NotApproved);
}

#[test]
fn least_turnout_counts_whatever_the_quorum_is() {
    let terms = Terms { min_turnout: 41_000_001, ..terms(4, Simple) };
    assert_eq!(terms.count(&humans((41_000_000, 0, 0))).outcome, NoQuorum);
    assert_eq!(terms.count(&humans((41_000_001, 0, 0))).outcome, Passed);
}

#[test]
fn without_class_shares_power_is_power() {
    let terms = Terms { shares: None, ..terms(10, Simple) };
    comes_to(terms, agents_and(10_000_000), (380_000_000, 330_000_000, 50_000_000, Passed));
}

#[test]
fn scenario_parameter_change_passes_with_40_million() {
    ExtBuilder::default().build_and_execute(|| {
        for (who, power) in [(BEN, 30), (CYD, 9), (DEE, 2)] {
            TestPolls::set_power(who, power * MILLION);
        }
        let votes = [(BEN, Position::For), (CYD, Position::Against), (DEE, Position::Abstain)];
        let [id, other] = [change(), change()];
        set_now(START + DAY);
        for (who, position) in votes {
            vote(id, who, position).unwrap();
            let most = (who == DEE).then_some(990_000 * AITBC);
            OpenClaw::vote(signed(who), other, position, most, None).unwrap();
        }
        set_now(START + 8 * DAY);
        events();
        hook();
        let decided = |proposal, outcome, turnout, eta| Event::Decided {
            proposal,
            outcome,
            turnout,
            approving: 30 * MILLION,
            opposing: 9 * MILLION,
            eta,
        };
        let returned =
            |proposal| Event::BondReturned { proposal, proposer: ADA, bond: 1_000 * AITBC };
        assert_eq!(
            events(),
            [
                decided(id, Passed, 41 * MILLION, Some(START + 9 * DAY)),
                returned(id),
                decided(other, NoQuorum, 39_990_000 * AITBC, None),
                returned(other),
            ]
        );
        assert_eq!(bond_of(ADA), 0);
        assert_eq!([status(id), status(other)], [Status::Queued, Status::Rejected]);
    });
}

/// The formulas of the design, in fractions of whole numbers that nothing bounds here.
fn slow(terms: &Terms, tally: &Tally) -> Count {
    let billion = 1_000_000_000u128;
    let share = |class| terms.shares.map(|shares| u128::from(shares.get(class).deconstruct()));
    let q = u128::from(terms.quorum.deconstruct());
    let [mut turnout, mut approving, mut opposing] = [0; 3];
    let f = |class| tally.votes_for.get(class);
    let a = |class| tally.votes_against.get(class);
    let human = VoterClass::Human;
    for class in VoterClass::ALL {
        let all = f(class) + a(class) + tally.votes_abstain.get(class);
        turnout += share(class).map_or(all, |s| all.min(s * terms.base / billion));
        let votes = f(class) + a(class);
        match share(class) {
            Some(s) if class != human => {
                let s_h = share(human).unwrap();
                let least = s_h * q * terms.base / billion / billion;
                let limit = (f(human) + a(human)).max(least) * s / s_h;
                if votes > limit {
                    approving += f(class) * limit / votes;
                    opposing += a(class) * limit / votes;
                } else {
                    approving += f(class);
                    opposing += a(class);
                }
            }
            _ => {
                approving += f(class);
                opposing += a(class);
            }
        }
    }
    let ceil = |number: u128| number.div_ceil(billion);
    let majority = match terms.majority {
        Simple => approving > opposing,
        TwoThirds => approving > 0 && 3 * approving >= 2 * (approving + opposing),
    };
    let wish = terms.approval.is_none_or(|wish| {
        approving >= ceil(u128::from(wish.deconstruct()) * (approving + opposing))
    });
    let outcome = if turnout < ceil(q * terms.base) || turnout < terms.min_turnout {
        NoQuorum
    } else if majority && wish {
        Passed
    } else {
        NotApproved
    };
    Count { turnout, approving, opposing, outcome }
}

#[test]
fn result_is_by_the_rules_of_the_creation() {
    ExtBuilder::default().build_and_execute(|| {
        for class in [BEN, CYD, DEE] {
            TestAgents::set_class(class, VoterClass::Builder);
        }
        let old = propose(ProposalKind::ParameterChange, vec![set(1)]);
        // More than anybody has, and classes that no longer count: from now on.
        MinTurnout::set(BASE);
        Shares::set(None);
        let new = propose(ProposalKind::ParameterChange, vec![set(1)]);
        set_now(stored(old).voting_from);
        for id in [old, new] {
            [ADA, BEN, CYD, DEE].iter().for_each(|who| vote(id, *who, Position::For).unwrap());
        }
        let of_old = OpenClaw::outcome_now(old).unwrap();
        let of_new = OpenClaw::outcome_now(new).unwrap();
        assert_eq!((of_old.turnout, of_old.outcome), (POWER + 70 * MILLION, Outcome::Passed));
        assert_eq!((of_new.turnout, of_new.outcome), (4 * POWER, Outcome::NoQuorum));
        set_now(stored(old).ends);
        hook();
        assert_eq!(stage(old), Stage::Passed);
        assert_eq!(stage(new), Stage::Rejected { outcome: Outcome::NoQuorum });
    });
}

prop_compose! {
    fn some_terms()(
        base in 1..2_000_000_000u128,
        quorum in 1..1_000_000_000u32,
        min_turnout in prop_oneof![Just(0), 0..2_000_000u128],
        two_thirds: bool,
        approval in prop::option::of(0..=1_000_000_000u32),
        shares in prop::option::of((1..1_000u32, 1..1_000u32, 1..1_000u32, 1..1_000u32, 1..1_000u32)),
    ) -> Terms {
        let shares = shares.map(|(human, provider, consumer, builder, coordinator)| {
            let sum = human + provider + consumer + builder + coordinator;
            let part = |share| Perbill::from_rational(share, sum);
            ClassShares {
                human: part(human),
                provider: part(provider),
                consumer: part(consumer),
                builder: part(builder),
                coordinator: part(coordinator),
            }
        });
        Terms {
            base,
            quorum: Perbill::from_parts(quorum),
            min_turnout,
            majority: if two_thirds { TwoThirds } else { Simple },
            approval: approval.map(Perbill::from_parts),
            shares,
        }
    }
}

fn some_votes() -> impl Strategy<Value = Triple> {
    let votes = || prop_oneof![Just(0), 0..10u128, 0..1_000_000_000u128];
    (votes(), votes(), votes())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_count_is_that_of_the_slow_model(
        terms in some_terms(),
        classes in prop::array::uniform5(some_votes()),
    ) {
        let tally = tally(classes);
        prop_assert_eq!(terms.count(&tally), slow(&terms, &tally));
    }

    #[test]
    fn agents_weigh_at_most_two_thirds_of_humans_with_a_quorum_of_them(
        classes in prop::array::uniform5(some_votes()),
    ) {
        let mut with_humans = tally(classes);
        with_humans.add(Position::For, PowerByClass::of(VoterClass::Human, 60_000_000));
        let count = terms(10, Simple).count(&with_humans);
        let humans = with_humans.votes_for.human + with_humans.votes_against.human;
        let agents = count.approving + count.opposing - humans;
        prop_assert!(3 * agents <= 2 * humans);
    }

    #[test]
    fn nothing_overflows(
        terms in some_terms(),
        shift in 0..90u32,
        classes in prop::array::uniform5(some_votes()),
    ) {
        let scaled = Terms { base: terms.base << shift, ..terms };
        let shifted = |votes: Balance| votes << shift;
        let classes = classes.map(|(f, a, s)| (shifted(f), shifted(a), shifted(s)));
        let count = scaled.count(&tally(classes));
        prop_assert!(count.approving.checked_add(count.opposing).is_some());
    }
}
