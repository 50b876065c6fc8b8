//! Who gets seats.

use super::*;
use crate::{block_pool::bench, MAX_SEATS};
use aitbc_primitives::reputation::REP;
use proptest::{collection::vec, prelude::*};
use sp_core::H256;

fn draw(weights: &[Rep], seats: u32, seed: u8) -> Vec<u32> {
    bench::draw(weights, seats, [seed; 32]).unwrap().seats
}

#[test]
fn seats_are_those_of_the_weights_where_these_are_whole_seats() {
    for seed in 0..50 {
        assert_eq!(draw(&[1_000, 600, 500, 200, 700], 30, seed), [10, 6, 5, 2, 7]);
    }
}

#[test]
fn nobody_has_more_seats_than_its_weight_commands_or_less_than_one_fewer() {
    for seed in 0..50 {
        let seats = draw(&[325, 300, 300, 75], 10, seed);
        for (seats, allowed) in seats.iter().zip([[3, 4], [3, 3], [3, 3], [0, 1]]) {
            assert!(allowed.contains(seats), "{seats}");
        }
        assert_eq!(seats.iter().sum::<u32>(), 10);
    }
}

#[test]
fn a_lot_of_weight_is_capped_from_three_candidates_on() {
    // A third of 4 500.
    let bench = bench::draw(&[3_000, 500, 1_000], 30, [1; 32]).unwrap();
    assert_eq!((bench.total, bench.seat), (3_000, 100));
    assert_eq!(bench.seats, [15, 5, 10]);
    let bench = bench::draw(&[3_000, 1_500], 30, [1; 32]).unwrap();
    assert_eq!((bench.total, bench.seat), (4_500, 150));
    assert_eq!(bench.seats, [20, 10]);
    assert_eq!(bench::draw(&[7], 7, [1; 32]).unwrap().seats, [7]);
}

#[test]
fn there_is_no_bench_if_a_seat_would_weigh_nothing() {
    assert_eq!(bench::draw(&[], 3, [1; 32]), None);
    assert_eq!(bench::draw(&[0, 0, 0], 3, [1; 32]), None);
    assert_eq!(bench::draw(&[2], 3, [1; 32]), None);
    assert!(bench::draw(&[3], 3, [1; 32]).is_some());
}

#[test]
fn the_largest_weights_there_can_be_fit() {
    let bench = bench::draw(&[Rep::MAX / 2, Rep::MAX / 2], 32, [1; 32]).unwrap();
    assert_eq!(bench.seats, [16, 16]);
    assert_eq!(bench.seat, (Rep::MAX - 1) / 32);
}

#[test]
fn the_seed_depends_on_both_outputs() {
    let [one, two] = [1, 2].map(H256::repeat_byte);
    let seeds = [bench::seed(one, two), bench::seed(two, one), bench::seed(one, one)];
    assert!(seeds[0] != seeds[1] && seeds[0] != seeds[2] && seeds[1] != seeds[2]);
}

/// One of 200 weighs as much as two others together, and has as many seats as both: who splits its weight
/// gains nothing.
#[test]
fn seats_are_proportional_to_weight_in_the_mean() {
    const DRAWS: u32 = 20_000;
    let mut weights = vec![1_000 * REP; 200];
    weights[0] = 1_700 * REP;
    (weights[1], weights[2]) = (850 * REP, 850 * REP);
    (weights[3], weights[4]) = (10_000 * REP, 10 * REP);
    let total: Rep = weights.iter().sum();

    let mut seats = vec![0u32; weights.len()];
    for draw in 0..DRAWS {
        let seed = sp_io::hashing::blake2_256(&draw.to_le_bytes());
        let bench = bench::draw(&weights, MAX_SEATS, seed).unwrap();
        seats.iter_mut().zip(bench.seats).for_each(|(sum, own)| *sum += own);
    }
    let mean = |who: usize| f64::from(seats[who]) / f64::from(DRAWS);
    for (who, weight) in weights.iter().enumerate() {
        let expected = f64::from(MAX_SEATS) * *weight as f64 / total as f64;
        assert!((mean(who) - expected).abs() < 0.02, "{who}: {} {expected}", mean(who));
    }
    assert!((mean(0) - mean(1) - mean(2)).abs() < 0.02);
}

/// Reads the row seat by seat, and finds out anew for each who stands there.
fn seats_by_looking(row: &[(usize, u64)], offset: u128, seats: u64) -> Vec<u32> {
    let total: u64 = row.iter().map(|(_, weight)| weight).sum();
    let mut found = vec![0; row.len()];
    for seat in 0..seats {
        let mut point = (offset + u128::from(seat) * u128::from(total)) / u128::from(seats);
        for (who, weight) in row {
            let weight = u128::from(*weight);
            if point < weight {
                found[*who] += 1;
                break;
            }
            point -= weight;
        }
    }
    found
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn everybody_has_the_seats_of_where_it_stands(
        weights in vec(prop_oneof![0..20u64, 0..10_000u64, 0..1_000_000_000u64], 0..12),
        seats in 3..=MAX_SEATS,
        seed in any::<[u8; 32]>(),
    ) {
        let mut capped = weights.clone();
        if weights.len() >= 3 {
            let third = weights.iter().sum::<u64>() / 3;
            capped.iter_mut().for_each(|weight| *weight = third.min(*weight));
        }
        let total: u64 = capped.iter().sum();
        let wide: Vec<Rep> = weights.iter().map(|weight| u128::from(*weight)).collect();
        let bench = bench::draw(&wide, seats, seed);
        if total < u64::from(seats) {
            prop_assert_eq!(bench, None);
        } else {
            // Fisher and Yates, and then four more words.
            let mut words = aitbc_primitives::random::words(seed);
            let mut row: Vec<(usize, u64)> = capped.into_iter().enumerate().collect();
            for last in (1..row.len()).rev() {
                row.swap(last, aitbc_primitives::random::below(last as u32 + 1, &mut words) as usize);
            }
            let bytes: Vec<u8> = words.take(4).flat_map(u32::to_le_bytes).collect();
            let offset = u128::from_le_bytes(bytes.try_into().unwrap()) % u128::from(total);
            let bench = bench.unwrap();
            prop_assert_eq!(&bench.seats, &seats_by_looking(&row, offset, seats.into()));
            prop_assert_eq!(bench.seats.iter().sum::<u32>(), seats);
            prop_assert_eq!(bench.seat, u128::from(total / u64::from(seats)));
        }
    }
}
