//! In which order slots come.

use crate::order::{order, replace};
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

#[test]
fn every_place_is_as_likely_for_everybody() {
    // One slot among ten: over 4 000 seeds each place has it about 400 times; five standard
    // deviations are 95.
    let mut places = [0; 10];
    for seed in 0u32..4_000 {
        let mut bytes = [0; 32];
        bytes[..4].copy_from_slice(&seed.to_le_bytes());
        let list = order(&[1, 9], bytes, 9);
        places[list.iter().position(|p| *p == 0).unwrap()] += 1;
    }
    assert!(places.iter().all(|n| (305..=495).contains(n)), "{places:?}");
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
