//! In which order producers get their slots.

use aitbc_primitives::consensus::SlotNumber;
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_io::hashing::blake2_256;

/// A seed of an order. Whoever knows it knows the order.
pub type Seed = [u8; 32];

/// The producers of one pass over `start + 1 ..= start + E`, as a list that is read at
/// `slot % E`. `shares` has the number of slots of each producer.
///
/// The seed affects the order only, never how many slots anybody has.
pub fn order(shares: &[u32], seed: Seed, start: SlotNumber) -> Vec<u16> {
    let mut pass: Vec<u16> = (0u16..)
        .zip(shares)
        .flat_map(|(producer, slots)| core::iter::repeat_n(producer, *slots as usize))
        .collect();
    shuffle(&mut pass, seed);

    // Slot `start + 1` reads the first entry of the pass.
    let first = start.saturating_add(1).checked_rem(pass.len() as u64);
    pass.rotate_right(first.unwrap_or_default() as usize);
    pass
}

/// Fisher and Yates: each permutation is as likely as any other.
fn shuffle<T>(list: &mut [T], seed: Seed) {
    let mut words = words(seed);
    for last in (1..list.len()).rev() {
        let bound = u32::try_from(last).unwrap_or(u32::MAX).saturating_add(1);
        let chosen = below(bound, &mut words);
        list.swap(last, chosen as usize);
    }
}

/// A random number below `bound`. Words from the incomplete last interval are rejected, so that
/// small numbers are no likelier than others.
fn below(bound: u32, words: &mut impl Iterator<Item = u32>) -> u32 {
    let range = 1u64 << 32;
    let excess = range.checked_rem(bound.into()).unwrap_or_default();
    let limit = range.saturating_sub(excess);
    words
        .find(|word| u64::from(*word) < limit)
        .and_then(|word| word.checked_rem(bound))
        .unwrap_or_default()
}

/// An endless stream of random words: the hashes of seed and counter.
fn words(seed: Seed) -> impl Iterator<Item = u32> {
    (0u64..).flat_map(move |counter| {
        let hash = (seed, counter).using_encoded(blake2_256);
        <[u32; 8]>::decode(&mut &hash[..]).unwrap_or_default()
    })
}

/// Takes all producers of `out` off the list and gives their places to the others: the j-th of `f`
/// freed places goes to whoever has the place `j * m / f` among the `m` that stay, so each of
/// them gets as many as its share commands, give or take one. Nothing changes when nobody stays.
pub fn replace(order: &mut [u16], out: impl Fn(u16) -> bool) {
    let stay: Vec<u16> = order.iter().copied().filter(|p| !out(*p)).collect();
    let freed = order.len().saturating_sub(stay.len());
    order.iter_mut().filter(|producer| out(**producer)).enumerate().for_each(|(j, place)| {
        let heir = j.saturating_mul(stay.len()).checked_div(freed).and_then(|heir| stay.get(heir));
        if let Some(heir) = heir {
            *place = *heir;
        }
    });
}
