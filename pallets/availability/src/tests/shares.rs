//! How slots are shared out.

use crate::shares::{apportion, cap, Claim, Share, SLOT};
use aitbc_primitives::reputation::{Rep, REP};
use proptest::prelude::*;
use sp_runtime::Perbill;

const A_THIRD: Perbill = Perbill::from_parts(333_333_333);

/// Slots by weights, without credits.
fn slots(weights: &[Rep], slots: u32) -> Vec<u32> {
    let claims: Vec<_> =
        weights.iter().map(|weight| Claim { weight: *weight, credit: 0 }).collect();
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
    // 600 is cut to the cap of ceil(20/3) = 7; then 300 of 13 slots would be 9.75, cut to 7; of the
    // 6 that are left, 0 has the floor of 1 and 100 the rest.
    assert_eq!(slots(&[600 * REP, 300 * REP, 100 * REP, 0], 20), [7, 7, 5, 1]);
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
/// halving an interval.
fn model(claims: &[Claim], slots: u32, cap: u32) -> Vec<f64> {
    let even = claims.iter().all(|claim| claim.weight == 0);
    let weight = |claim: &Claim| if even { 1.0 } else { claim.weight as f64 };
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
            (prop_oneof![1 => Just(0u128), 8 => 1u128..=1_000_000], -SLOT + 1..SLOT),
            1..60,
        )
    ) -> Vec<Claim> {
        claims
            .into_iter()
            .map(|(weight, credit)| Claim { weight, credit })
            .collect()
    }
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
    fn shares_are_exact_shares_rounded(claims in any_claims(), more in 0u32..300) {
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
        more in 0u32..300,
    ) {
        let producers = claims.len() as u32;
        let slots = 4 * producers + more;
        let cap = cap(slots, producers, A_THIRD);
        let shares = apportion(&claims, slots, cap);
        for (share, exact) in shares.iter().zip(model(&claims, slots, cap)) {
            prop_assert!((f64::from(share.slots) - exact).abs() < 1.0 + 1e-6);
            if exact > 1.0 + 1e-6 && exact < f64::from(cap) - 1e-6 {
                let kept = exact - f64::from(share.slots);
                prop_assert!((share.credit as f64 / SLOT as f64 - kept).abs() < 1e-4);
            }
        }
    }

    /// Over many sessions with the same weights, nobody between floor and cap is off by a slot.
    #[test]
    fn error_does_not_grow(weights in prop::collection::vec(1_000u128..2_000, 4..40)) {
        let producers = weights.len() as u32;
        // Nobody is near the floor or the cap: weights differ by a factor of two at most.
        let slots = 8 * producers + 3;
        let cap = slots;
        let total: u128 = weights.iter().sum();
        let mut claims: Vec<_> = weights.iter().map(|w| Claim { weight: *w, credit: 0 }).collect();
        let mut histories: Vec<_> = weights.iter().map(|_| History { exact: 0.0, assigned: 0.0 }).collect();
        for _ in 0..50 {
            let shares = apportion(&claims, slots, cap);
            for ((claim, share), history) in claims.iter_mut().zip(&shares).zip(&mut histories) {
                claim.credit = share.credit;
                history.exact += f64::from(slots) * claim.weight as f64 / total as f64;
                history.assigned += f64::from(share.slots);
                prop_assert!((history.exact - history.assigned).abs() < 1.0);
            }
        }
    }
}
