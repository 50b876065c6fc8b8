//! How slots are shared out.

use crate::shares::{apportion, cap, mix, Claim, Share, SLOT};
use aitbc_primitives::reputation::{Rep, REP};
use proptest::prelude::*;
use sp_runtime::Perbill;

const A_THIRD: Perbill = Perbill::from_parts(333_333_333);

/// Slots by reputation alone, without credits.
fn slots(reputation: &[Rep], slots: u32) -> Vec<u32> {
    slots_with(0, reputation, slots)
}

/// Slots of which so many percent are shared out evenly, without credits.
fn slots_with(percent: u32, reputation: &[Rep], slots: u32) -> Vec<u32> {
    let weights = mix(reputation, Perbill::from_percent(percent));
    let claims: Vec<_> = weights.into_iter().map(|weight| Claim { weight, credit: 0 }).collect();
    let cap = cap(slots, claims.len() as u32, A_THIRD);
    apportion(&claims, slots, cap).iter().map(|share| share.slots).collect()
}

#[test]
fn equal_shares_when_all_weights_are_zero() {
    assert_eq!(slots(&[0, 0, 0, 0], 20), [5, 5, 5, 5]);
    assert_eq!(slots(&[0, 0, 0], 20), [7, 7, 6]);
}

#[test]
fn who_holds_90_percent_gets_no_more_than_the_cap() {
    for (producers, length, expected) in
        [(2, 20, 10), (3, 20, 7), (4, 20, 7), (4, 300, 100), (50, 300, 100), (200, 800, 267)]
    {
        let mut weights = vec![REP; producers];
        weights[0] = 9 * (producers as Rep - 1) * REP;
        let slots = slots(&weights, length);
        assert_eq!(slots[0], expected, "{producers} producers");
        assert_eq!(slots.iter().sum::<u32>(), length);
        let others = &slots[1..];
        assert!(others.iter().max().unwrap() - others.iter().min().unwrap() <= 1);
    }
}

#[test]
fn a_single_producer_gets_everything() {
    assert_eq!(slots(&[7], 20), [20]);
    assert_eq!(slots(&[0], 20), [20]);
}

#[test]
fn one_unit_of_reputation_never_gets_less_than_none() {
    for (length, others) in [(20, 4), (800, 199)] {
        let mut weights = vec![REP; others];
        weights.extend([1, 0]);
        let slots = slots(&weights, length + 20);
        let (unit, none) = (slots[others], slots[others + 1]);
        assert!(unit >= none && none >= 1);
    }
}

#[test]
fn weights_600_300_100_0_share_20_slots() {
    for (percent, expected) in [
        // 600 is cut to the cap of ceil(20/3) = 7; then 300 of 13 slots would be 9.75, cut to 7; of
        // the 6 that are left, 0 has the floor of 1 and 100 the rest.
        (0, [7, 7, 5, 1]),
        // By 530, 290, 130 and 50: the first two are cut to 7, and the others have 4.33 and 1.67.
        (20, [7, 7, 4, 2]),
        // By 425, 275, 175 and 125: the first is cut to 7, and the others have 6.22, 3.96 and 2.83.
        (50, [7, 6, 4, 3]),
        (100, [5, 5, 5, 5]),
    ] {
        let reputation = [600, 300, 100, 0].map(|whole| whole * REP);
        assert_eq!(slots_with(percent, &reputation, 20), expected, "{percent} %");
    }
}

#[test]
fn own_and_equal_part_of_a_mixed_weight_are_rounded_down() {
    let half = Perbill::from_percent(50);
    // The mean is 2 2/3, so 2.
    assert_eq!(mix(&[5, 3, 0], half), [3, 2, 1]);
    assert_eq!(mix(&[5, 3, 0], Perbill::zero()), [5, 3, 0]);
    assert_eq!(mix(&[5, 3, 0], Perbill::one()), [2, 2, 2]);
    assert_eq!(mix(&[0, 0], half), [0, 0]);
    assert_eq!(mix(&[Rep::MAX, 0], half), [Rep::MAX / 2 + Rep::MAX / 4, Rep::MAX / 4]);
    assert!(mix(&[], half).is_empty());
}

#[test]
fn equal_fractions_go_to_the_larger_weight_then_to_the_first() {
    // Exact shares: 2.5, 2.5, 2.5, 2.5 of 10 slots.
    assert_eq!(slots(&[5, 5, 5, 5], 10), [3, 3, 2, 2]);
    // Exact shares of 16 slots: 4.5, 5.5, 3, 3.
    assert_eq!(slots(&[9, 11, 6, 6], 16), [4, 6, 3, 3]);
}

#[test]
fn what_rounding_takes_is_given_later() {
    let claim = Claim { weight: 5, credit: 0 };
    let mut claims = [claim; 4];
    let mut total = [0; 4];
    for _ in 0..10 {
        let shares = apportion(&claims, 10, 4);
        for (i, share) in shares.iter().enumerate() {
            total[i] += share.slots;
            claims[i].credit = share.credit;
        }
    }
    assert_eq!(total, [25; 4]);
}

/// The same shares by a slow search: the exact share is a function of one level, which is found by
/// halving an interval. The claims have reputation for weights, and `percent` of the slots are shared
/// out evenly.
fn model(claims: &[Claim], percent: u32, slots: u32, cap: u32) -> Vec<f64> {
    let equal = f64::from(percent) / 100.0;
    let mean = claims.iter().map(|claim| claim.weight as f64).sum::<f64>() / claims.len() as f64;
    let weight = |claim: &Claim| (1.0 - equal) * claim.weight as f64 + equal * mean;
    let filled = |level: f64| -> Vec<f64> {
        claims
            .iter()
            .map(|claim| {
                let share = claim.credit as f64 / SLOT as f64 + level * weight(claim);
                share.clamp(1.0, cap.into())
            })
            .collect()
    };
    let (mut low, mut high) = (0.0, f64::from(slots) + 2.0);
    for _ in 0..300 {
        let middle = (low + high) / 2.0;
        if filled(middle).iter().sum::<f64>() < slots.into() {
            low = middle;
        } else {
            high = middle;
        }
    }
    filled(high)
}

prop_compose! {
    fn any_claims()(
        claims in prop::collection::vec(
            (prop_oneof![1 => Just(0), 8 => 1..=1_000_000 * REP], -SLOT + 1..SLOT),
            1..60,
        )
    ) -> Vec<Claim> {
        claims
            .into_iter()
            .map(|(weight, credit)| Claim { weight, credit })
            .collect()
    }
}

/// The claims when `percent` of the slots are shared out evenly.
fn mixed(claims: &[Claim], percent: u32) -> Vec<Claim> {
    let reputation: Vec<_> = claims.iter().map(|claim| claim.weight).collect();
    mix(&reputation, Perbill::from_percent(percent))
        .into_iter()
        .zip(claims)
        .map(|(weight, claim)| Claim { weight, ..*claim })
        .collect()
}

/// Sums over many sessions, in slots.
struct History {
    exact: f64,
    assigned: f64,
}

proptest! {
    /// All slots are given out, nobody gets less than one or more than the cap, and whoever is
    /// strictly between them gets its exact share, rounded up or down.
    #[test]
    fn shares_are_exact_shares_rounded(
        claims in any_claims(),
        percent in 0u32..=100,
        more in 0u32..300,
    ) {
        let claims = mixed(&claims, percent);
        let producers = claims.len() as u32;
        let slots = 4 * producers + more;
        let cap = cap(slots, producers, A_THIRD);
        let shares = apportion(&claims, slots, cap);

        prop_assert_eq!(shares.iter().map(|share| share.slots).sum::<u32>(), slots);
        for (Share { slots, credit }, claim) in shares.iter().zip(&claims) {
            prop_assert!(*slots >= 1 && *slots <= cap);
            prop_assert!(*credit > -SLOT && *credit < SLOT, "credit {}", credit);
            // With equal credits, weight decides.
            for (other, rival) in shares.iter().zip(&claims) {
                if rival.weight < claim.weight && rival.credit == claim.credit {
                    prop_assert!(other.slots <= *slots);
                }
            }
        }
    }

    /// The slow model finds the same exact shares, as long as somebody with weight is not at the
    /// cap (else zero weights share what is left, which the model does not know).
    #[test]
    fn exact_shares_equal_the_slow_model(
        claims in any_claims().prop_filter("weight", |c| c.iter().filter(|c| c.weight > 0).count() > 3),
        percent in 0u32..=100,
        more in 0u32..300,
    ) {
        let producers = claims.len() as u32;
        let slots = 4 * producers + more;
        let cap = cap(slots, producers, A_THIRD);
        let shares = apportion(&mixed(&claims, percent), slots, cap);
        for (share, exact) in shares.iter().zip(model(&claims, percent, slots, cap)) {
            prop_assert!((f64::from(share.slots) - exact).abs() < 1.0 + 1e-6);
            if exact > 1.0 + 1e-6 && exact < f64::from(cap) - 1e-6 {
                let kept = exact - f64::from(share.slots);
                prop_assert!((share.credit as f64 / SLOT as f64 - kept).abs() < 1e-4);
            }
        }
    }

    /// Over many sessions with the same weights, nobody between floor and cap is off by a slot.
    #[test]
    fn error_does_not_grow(
        reputation in prop::collection::vec(1_000 * REP..2_000 * REP, 4..40),
        percent in 0u32..=100,
    ) {
        let producers = reputation.len() as u32;
        // Nobody is near the floor or the cap: weights differ by a factor of two at most.
        let slots = 8 * producers + 3;
        let cap = slots;
        let total: Rep = reputation.iter().sum();
        let equal = f64::from(percent) / 100.0;
        let part = |own: &Rep| {
            (1.0 - equal) * *own as f64 / total as f64 + equal / f64::from(producers)
        };
        let weights = mix(&reputation, Perbill::from_percent(percent));
        let mut claims: Vec<_> = weights.iter().map(|w| Claim { weight: *w, credit: 0 }).collect();
        let mut histories: Vec<_> = weights.iter().map(|_| History { exact: 0.0, assigned: 0.0 }).collect();
        for _ in 0..50 {
            let shares = apportion(&claims, slots, cap);
            let all = claims.iter_mut().zip(&shares).zip(&mut histories).zip(&reputation);
            for (((claim, share), history), own) in all {
                claim.credit = share.credit;
                history.exact += f64::from(slots) * part(own);
                history.assigned += f64::from(share.slots);
                prop_assert!((history.exact - history.assigned).abs() < 1.0);
            }
        }
    }
}
