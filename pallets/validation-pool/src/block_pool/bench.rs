//! Who judges a block: seats are drawn by systematic sampling, so that everybody has as many of them as
//! its weight commands, give or take one, and splitting a weight gains nothing.

use crate::math::product;
use aitbc_primitives::{
    random::{self, Seed},
    reputation::Rep,
};
use alloc::{vec, vec::Vec};
use sp_core::{H256, U256};
use sp_io::hashing::blake2_256;

/// From so many candidates on none weighs more than a third.
const CAPPED_FROM: usize = 3;

/// The seats of a bench.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bench {
    /// The weight of all candidates, in units, after the cap.
    pub total: Rep,
    /// The stake of one seat, in units.
    pub seat: Rep,
    /// The seats of each candidate.
    pub seats: Vec<u32>,
}

/// The seed of the bench of a block, by its output and its parent's.
pub fn seed(parent_output: H256, output: H256) -> Seed {
    let mut bytes = b"bench".to_vec();
    bytes.extend_from_slice(parent_output.as_bytes());
    bytes.extend_from_slice(output.as_bytes());
    blake2_256(&bytes)
}

/// Draws `seats` seats among candidates with these weights. There is no bench if they weigh less than
/// the number of seats.
///
/// The candidates stand in a row, in an order that the seed has shuffled, each as wide as it weighs. The
/// seats are points on the row at equal distances, the first of them at random: whoever stands there has
/// the seat.
pub fn draw(weights: &[Rep], seats: u32, seed: Seed) -> Option<Bench> {
    let weights = capped(weights);
    let total = total(&weights);
    let seat = total.checked_div(seats.into()).filter(|seat| *seat > 0)?;

    let mut words = random::words(seed);
    let mut row: Vec<(usize, Rep)> = weights.into_iter().enumerate().collect();
    random::shuffle_by(&mut row, &mut words);
    let offset = words.zip((0u32..128).step_by(32)).fold(0, |bits: Rep, (word, shift)| {
        bits | Rep::from(word).checked_shl(shift).unwrap_or_default()
    });
    let offset = offset.checked_rem(total).unwrap_or_default();

    let mut drawn = vec![0u32; row.len()];
    let mut ends = row.iter().scan(0, |end: &mut Rep, (candidate, weight)| {
        *end = end.saturating_add(*weight);
        Some((*candidate, *end))
    });
    let mut here = ends.next();
    for seat in 0..seats {
        let point = point(offset, seat, total, seats);
        // The points are ascending, so nobody is passed over for good.
        while here.is_some_and(|(_, end)| end <= point) {
            here = ends.next();
        }
        if let Some(own) = here.and_then(|(candidate, _)| drawn.get_mut(candidate)) {
            *own = own.saturating_add(1);
        }
    }
    Some(Bench { total, seat, seats: drawn })
}

/// The weights, none above a third of them all.
fn capped(weights: &[Rep]) -> Vec<Rep> {
    let cap = if weights.len() < CAPPED_FROM { Rep::MAX } else { total(weights) / 3 };
    weights.iter().map(|weight| cap.min(*weight)).collect()
}

fn total(weights: &[Rep]) -> Rep {
    weights.iter().fold(0, |sum: Rep, weight| sum.saturating_add(*weight))
}

/// Where seat number `seat` lies on the row, below `total`: `(offset + seat * total) / seats`.
fn point(offset: Rep, seat: u32, total: Rep, seats: u32) -> Rep {
    product(total, seat)
        .saturating_add(offset.into())
        .checked_div(U256::from(seats))
        .and_then(|point| point.try_into().ok())
        .unwrap_or_default()
}
