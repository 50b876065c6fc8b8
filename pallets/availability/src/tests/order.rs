//! In which order slots come.

use crate::order::{order, replace};
use aitbc_primitives::random::{shuffle, Seed};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn counted(list: &[u16]) -> BTreeMap<u16, u32> {
    list.iter().fold(BTreeMap::new(), |mut counts, producer| {
        *counts.entry(*producer).or_default() += 1;
        counts
    })
}

#[test]
fn first_slot_after_the_rotation_is_the_first_of_the_pass() {
    let shares = [3, 2, 2];
    // After slot 6 the pass begins at the first entry of a list of seven.
    let pass = order(&shares, [7; 32], 6);
    for start in 0..20 {
        let list = order(&shares, [7; 32], start);
        for k in 0..7 {
            assert_eq!(list[((start + 1 + k) % 7) as usize], pass[k as usize]);
        }
    }
}

#[test]
fn another_seed_changes_the_order_and_no_count() {
    let shares = [10, 7, 2, 1];
    let orders: Vec<_> = (0..20).map(|seed| order(&shares, [seed; 32], 0)).collect();
    for list in &orders {
        assert_eq!(counted(list), counted(&orders[0]));
    }
    assert!(orders.iter().any(|list| *list != orders[0]));
}

/// The passes of 10 000 seeds.
fn passes(shares: &[u32]) -> impl Iterator<Item = Vec<u16>> + '_ {
    (0u32..10_000).map(|number| {
        let mut seed = [0; 32];
        seed[..4].copy_from_slice(&number.to_le_bytes());
        pass(shares, seed)
    })
}

/// A pass from its first slot on.
fn pass(shares: &[u32], seed: Seed) -> Vec<u16> {
    order(shares, seed, u64::from(shares.iter().sum::<u32>()) - 1)
}

/// How far counts are from what is expected of them.
fn chi_square(counts: impl IntoIterator<Item = (u32, f64)>) -> f64 {
    let deviation =
        |(count, expected): (u32, f64)| (f64::from(count) - expected).powi(2) / expected;
    counts.into_iter().map(deviation).sum()
}

#[test]
fn every_place_is_as_likely_for_everybody() {
    // Three producers have a tail of one place, which changes nothing; in that of four, all are alike.
    // By chance, one place in 10 000 is farther from what is expected than the limit.
    for (shares, limit) in [(&[10, 7, 3][..], 18.42), (&[5, 5, 5, 5][..], 21.11)] {
        let mut places = vec![vec![0u32; shares.len()]; 20];
        for pass in passes(shares) {
            for (place, producer) in pass.into_iter().enumerate() {
                places[place][producer as usize] += 1;
            }
        }
        for (place, counts) in places.into_iter().enumerate() {
            let expected = shares.iter().map(|slots| 10_000.0 * f64::from(*slots) / 20.0);
            let distance = chi_square(counts.into_iter().zip(expected));
            assert!(distance < limit, "place {place} of {shares:?}: {distance}");
        }
    }
}

#[test]
fn neighbours_are_independent() {
    let shares = [10, 7, 3];
    let mut pairs = vec![[[0u32; 3]; 3]; 19];
    for pass in passes(&shares) {
        for (place, pair) in pass.windows(2).enumerate() {
            pairs[place][pair[0] as usize][pair[1] as usize] += 1;
        }
    }
    for (place, counts) in pairs.into_iter().enumerate() {
        let counts = (0..9).map(|pair| {
            let (first, second) = (pair / 3, pair % 3);
            // The first takes one of its slots away.
            let left = shares[second] - u32::from(first == second);
            let expected = 10_000.0 * f64::from(shares[first] * left) / (20.0 * 19.0);
            (counts[first][second], expected)
        });
        // By chance, one pair of places in 10 000 is farther from what is expected.
        let distance = chi_square(counts);
        assert!(distance < 31.83, "places {place} and {}: {distance}", place + 1);
    }
}

/// The rule of the tail, word by word.
fn tail_by_the_rule(pass: &mut [u16], producers: usize) {
    let end = (2 * pass.len()).div_ceil(3);
    let start = end - (producers / 2).min(16);
    for place in start..end {
        if pass[start..place].contains(&pass[place]) {
            let other = (0..start).rev().find(|other| !pass[start..end].contains(&pass[*other]));
            if let Some(other) = other {
                pass.swap(place, other);
            }
        }
    }
}

#[test]
fn replacement_changes_nothing_when_nobody_stays() {
    let mut list = [1, 2, 1];
    replace(&mut list, |_| true);
    assert_eq!(list, [1, 2, 1]);
}

proptest! {
    #[test]
    fn order_has_everybody_as_often_as_the_shares_say(
        shares in prop::collection::vec(1u32..20, 1..100),
        seed: [u8; 32],
        start: u64,
    ) {
        let expected: BTreeMap<u16, u32> = (0..).zip(shares.iter().copied()).collect();
        prop_assert_eq!(counted(&order(&shares, seed, start)), expected);
    }

    #[test]
    fn tail_rule_changes_no_count_and_makes_the_tail_distinct_whenever_it_can(
        shares in prop::collection::vec(prop_oneof![2 => Just(1u32), 1 => 1u32..30], 2..50),
        seed: Seed,
    ) {
        let mut expected: Vec<u16> = (0..)
            .zip(&shares)
            .flat_map(|(producer, slots)| vec![producer; *slots as usize])
            .collect();
        shuffle(&mut expected, seed);
        tail_by_the_rule(&mut expected, shares.len());
        let pass = pass(&shares, seed);
        prop_assert_eq!(&pass, &expected);

        let contributing = &pass[..(2 * pass.len()).div_ceil(3)];
        let length = 16.min(shares.len() / 2);
        let tail = &contributing[contributing.len() - length..];
        prop_assert_eq!(counted(tail).len(), length.min(counted(contributing).len()));
        let scheduled: BTreeMap<u16, u32> = (0..).zip(shares).collect();
        prop_assert_eq!(counted(&pass), scheduled);
    }

    #[test]
    fn replacement_keeps_places_and_shares_out_in_proportion(
        shares in prop::collection::vec(1u32..20, 2..50),
        seed: [u8; 32],
        gone in 0u16..50,
    ) {
        let gone = gone % shares.len() as u16;
        let before = order(&shares, seed, 0);
        let mut after = before.clone();
        replace(&mut after, |producer| producer == gone);

        let freed = shares[gone as usize] as f64;
        let stay = before.len() as f64 - freed;
        let counts = counted(&after);
        prop_assert!(!counts.contains_key(&gone));
        for (producer, slots) in (0..).zip(&shares) {
            if producer != gone {
                let extra = f64::from(counts[&producer] - slots);
                let fair = freed * f64::from(*slots) / stay;
                prop_assert!(extra <= fair.ceil() + f64::from(*slots), "{} for {}", extra, fair);
            }
        }
        for (old, new) in before.iter().zip(&after) {
            prop_assert!(*old == gone || old == new);
        }
    }
}
