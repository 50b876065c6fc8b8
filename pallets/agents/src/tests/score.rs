//! What reputation is worth.

use super::*;
use crate::score::{bonus_limit, score_of};
use aitbc_primitives::governance::Bonus;
use aitbc_test_support::cases;
use frame_support::dispatch::DispatchClass;
use proptest::prelude::*;

const SCALE: Rep = 10_000 * REP;

#[test]
fn score_grows_from_100_to_nearly_1000() {
    let rows = [
        (0, 100),
        (1, 100),
        (11 * REP, 100),
        (12 * REP, 101),
        (1_000 * REP, 181),
        // The bonus is full here.
        (2_857 * REP + REP / 100 * 14, 299),
        (2_857 * REP + REP / 100 * 15, 300),
        (SCALE, 550),
        (90_000 * REP, 910),
        (8_989_999 * REP, 998),
        (8_990_000 * REP, 999),
        (Rep::MAX, 999),
    ];
    for (rep, score) in rows {
        assert_eq!(score_of(rep, SCALE), score, "{rep}");
    }
    // Extremes of the parameter.
    assert_eq!(score_of(0, 0), 100);
    assert_eq!(score_of(1, 0), 1_000);
    assert_eq!(score_of(Rep::MAX, Rep::MAX), 550);
    assert_eq!(score_of(1, Rep::MAX), 100);
}

#[test]
fn score_is_of_compute_reputation_alone() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_eq!(Agents::score(&BOT), 100);
        for domain in [Domain::Block, Domain::Governance] {
            assert_ok!(TestLedger::mint(domain, &BOT, SCALE));
        }
        assert_eq!(Agents::score(&BOT), 100);
        give_rep(BOT, SCALE);
        assert_eq!(Agents::score(&BOT), 550);
        // The parameter counts at once.
        ScoreScale::set(&(2 * SCALE));
        assert_eq!(Agents::score(&BOT), 400);
    });
}

#[test]
fn bonus_is_that_of_the_agent_for_it_and_its_wallets() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!(Agents::bonus(&BOT), None);
        register(BOT, &[]);
        Linked::set(&vec![(DEE, BOT)]);
        let none = Bonus { agent: BOT, score: 100, limit: 0 };
        assert_eq!(Agents::bonus(&BOT), Some(none.clone()));
        assert_eq!(Agents::bonus(&DEE), Some(none));
        give_rep(BOT, 3 * REP + 1);
        // A wallet's own reputation is nothing.
        give_rep(DEE, SCALE);
        let some = Bonus { agent: BOT, score: 100, limit: 300 * AITBC + 100 };
        assert_eq!(Agents::bonus(&BOT), Some(some.clone()));
        assert_eq!(Agents::bonus(&DEE), Some(some));
        assert_eq!(Agents::bonus(&ADA), None);
        Linked::set(&vec![]);
        assert_eq!(Agents::bonus(&DEE), None);
    });
}

#[test]
fn wallet_of_an_agent_that_is_none_any_more_has_no_bonus() {
    ExtBuilder.build_and_execute(|| {
        Linked::set(&vec![(DEE, BOT)]);
        assert_eq!(Agents::bonus(&DEE), None);
        assert_eq!(Agents::class(&DEE), VoterClass::Human);
        assert_eq!(Agents::agent_of(&DEE), None);
    });
}

#[test]
fn changes_of_an_agents_compute_reputation_are_told_and_charged() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        let charged = || System::block_weight().get(DispatchClass::Normal).ref_time();
        let before = charged();
        Agents::changed(Domain::Block, &BOT);
        Agents::changed(Domain::Governance, &BOT);
        assert!(Told::get().is_empty());
        assert_eq!(charged(), before);
        Agents::changed(Domain::Compute, &ADA);
        assert!(Told::get().is_empty(), "she is no agent");
        let looked_up = charged() - before;
        assert!(looked_up > 0);
        Agents::changed(Domain::Compute, &BOT);
        assert_eq!(Told::get(), [BOT]);
        assert_eq!(charged() - before, 2 * looked_up + 1_000_000);
        // While it is suspended too.
        assert_ok!(Agents::suspend(signed(ADA), BOT));
        Agents::changed(Domain::Compute, &BOT);
        assert_eq!(Told::get(), [BOT, BOT]);
        assert_ok!(Agents::retire(signed(ADA), BOT));
        Agents::changed(Domain::Compute, &BOT);
        assert_eq!(Told::get(), [BOT, BOT]);
    });
}

/// `x * by` in two limbs, the lower one of 64 bits.
fn times(x: u128, by: u64) -> (u128, u64) {
    let low = u128::from(x as u64) * u128::from(by);
    ((x >> 64) * u128::from(by) + (low >> 64), low as u64)
}

fn plus(a: (u128, u64), b: (u128, u64)) -> (u128, u64) {
    let (low, carry) = a.1.overflowing_add(b.1);
    (a.0 + b.0 + u128::from(carry), low)
}

/// The greatest number of steps that so much reputation reaches, one after another.
fn slow_score(rep: Rep, scale: Rep) -> u32 {
    if rep == 0 {
        return 100;
    }
    let reached = |step: u64| plus(times(rep, step), times(scale, step)) <= times(rep, 900);
    100 + (1..=900).take_while(|step| reached(*step)).count() as u32
}

fn amount() -> impl Strategy<Value = Rep> {
    prop_oneof![
        Just(0),
        0..100u128,
        0..100_000 * REP,
        any::<u128>(),
        (0..1_000u128).prop_map(|less| u128::MAX - less)
    ]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn score_is_that_of_the_slow_model(rep in amount(), scale in amount()) {
        assert_eq!(score_of(rep, scale), slow_score(rep, scale));
        assert!((100..=1_000).contains(&score_of(rep, scale)));
    }

    #[test]
    fn more_reputation_is_no_less_score(rep in amount(), more in amount(), scale in amount()) {
        assert!(score_of(rep, scale) <= score_of(rep.saturating_add(more), scale));
    }

    /// Both have twelve decimal places.
    #[test]
    fn bonus_is_100_for_each_rep(rep in amount()) {
        let expected: Balance = (0..100).fold(0, |sum: Balance, _| sum.saturating_add(rep));
        assert_eq!(bonus_limit(rep), expected);
    }
}
