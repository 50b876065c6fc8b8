//! Random choices that everybody derives alike from a seed.

use codec::{Decode, Encode};
use sp_io::hashing::blake2_256;

/// A seed. Whoever knows it knows what is chosen by it.
pub type Seed = [u8; 32];

/// An endless stream of random words: the hashes of seed and counter.
pub fn words(seed: Seed) -> impl Iterator<Item = u32> {
    (0u64..).flat_map(move |counter| {
        let hash = (seed, counter).using_encoded(blake2_256);
        <[u32; 8]>::decode(&mut &hash[..]).unwrap_or_default()
    })
}

/// A random number below `bound`, or zero if `bound` is zero. Words from the incomplete last interval
/// are rejected, so that small numbers are no likelier than others.
pub fn below(bound: u32, words: &mut impl Iterator<Item = u32>) -> u32 {
    let range = 1u64 << 32;
    let excess = range.checked_rem(bound.into()).unwrap_or_default();
    let limit = range.saturating_sub(excess);
    words
        .find(|word| u64::from(*word) < limit)
        .and_then(|word| word.checked_rem(bound))
        .unwrap_or_default()
}

/// Fisher and Yates: each permutation is as likely as any other.
pub fn shuffle<T>(list: &mut [T], seed: Seed) {
    shuffle_by(list, &mut words(seed));
}

/// As [`shuffle`], with words of a stream that may go on to be used.
pub fn shuffle_by<T>(list: &mut [T], words: &mut impl Iterator<Item = u32>) {
    for last in (1..list.len()).rev() {
        let bound = u32::try_from(last).unwrap_or(u32::MAX).saturating_add(1);
        let chosen = below(bound, words);
        list.swap(last, chosen as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_hashes_of_seed_and_counter() {
        let expected: Vec<u8> = (0u64..3)
            .flat_map(|counter| blake2_256(&[&[7; 32][..], &counter.to_le_bytes()].concat()))
            .collect();
        let words: Vec<u8> = words([7; 32]).take(24).flat_map(u32::to_le_bytes).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_of_the_incomplete_interval_are_rejected() {
        // 2^32 is one more than a multiple of three, so the last word is one too many for zero.
        let mut words = [u32::MAX, u32::MAX - 1, 3, 5].into_iter();
        assert_eq!([0; 3].map(|_| below(3, &mut words)), [2, 0, 2]);
        // All words make up whole intervals of eight.
        assert_eq!(below(8, &mut [u32::MAX].into_iter()), 7);
        assert_eq!(below(1, &mut [u32::MAX].into_iter()), 0);
    }

    #[test]
    fn shuffle_depends_on_the_seed_and_loses_nothing() {
        let shuffled = |seed| {
            let mut list: Vec<u32> = (0..100).collect();
            shuffle(&mut list, seed);
            list
        };
        let (one, other) = (shuffled([1; 32]), shuffled([2; 32]));
        assert_ne!(one, other);
        for mut list in [one, other] {
            list.sort_unstable();
            assert_eq!(list, (0..100).collect::<Vec<_>>());
        }
        shuffle::<u32>(&mut [], [1; 32]);
    }
}
