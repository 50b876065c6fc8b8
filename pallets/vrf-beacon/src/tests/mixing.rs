//! What becomes of the outputs.

use crate::{mock::*, Randomness, SessionRandomness};
use aitbc_primitives::consensus::{self, ScheduleSeed};
use sp_core::{bytes::from_hex, H256};
use sp_io::hashing::blake2_256;

fn hash(parts: &[&[u8]]) -> H256 {
    blake2_256(&parts.concat()).into()
}

fn acc() -> H256 {
    Randomness::<Test>::get().acc
}

#[test]
fn vector_rho1_one_output_of_session_0() {
    let hex = |digits| H256::from_slice(&from_hex(digits).unwrap());
    let mut randomness = SessionRandomness { length: LENGTH, ..Default::default() };
    randomness.add(FIRST, H256([7; 32]));
    assert_eq!(
        randomness.acc,
        hex("ed180e4ffa88d592ba812907670eb546a0b6b3aa864c46be0af5627e9a6cae99")
    );
    randomness.begin(1, FIRST + 20, LENGTH);
    assert_eq!(
        randomness,
        SessionRandomness {
            session: 1,
            start: FIRST + 20,
            length: LENGTH,
            rho: hex("e13e70079ad6340660cb314459ba6fe1ca994e38d81934e4dab840328ad9f4f5"),
            acc: H256::zero(),
        }
    );
}

#[test]
fn session_0_begins_with_the_randomness_of_genesis() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(rho(), hash(&[GENESIS_RANDOMNESS.as_bytes(), &[0; 4], &[0; 32]]));
        assert_eq!(
            VrfBeacon::randomness(),
            consensus::Randomness { session: 0, rho: rho(), ..Default::default() }
        );
    });
}

#[test]
fn outputs_are_mixed_up_to_the_cut_off() {
    ExtBuilder::default().build_and_execute(|| {
        // Block 1 starts the clock. Two thirds of 20 slots are 14, rounded up.
        block(FIRST);
        let mut expected = hash(&[&[0; 32], output(FIRST).as_bytes()]);
        assert_eq!(acc(), expected);
        let cut_off = FIRST + 14;
        assert_eq!(VrfBeacon::randomness().cut_off, Some(cut_off));

        for slot in [FIRST + 1, cut_off - 1, cut_off] {
            block(slot);
            expected = hash(&[expected.as_bytes(), output(slot).as_bytes()]);
            assert_eq!(acc(), expected, "{slot}");
        }
        for slot in [cut_off + 1, FIRST + 20] {
            block(slot);
            assert_eq!(acc(), expected, "{slot}");
        }

        let old = rho();
        let seed = VrfBeacon::begin(1, FIRST + 20, 60);
        assert_eq!(H256(seed), hash(&[old.as_bytes(), &1_u32.to_le_bytes(), expected.as_bytes()]));
        assert_eq!((rho(), acc()), (H256(seed), H256::zero()));
        assert_eq!(VrfBeacon::randomness().cut_off, Some(FIRST + 20 + 40));
        block(FIRST + 21);
        assert_eq!(acc(), hash(&[&[0; 32], output(FIRST + 21).as_bytes()]));
    });
}

#[test]
fn session_without_blocks_has_randomness_too() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        VrfBeacon::begin(1, FIRST, LENGTH);
        let old = rho();
        let seed = VrfBeacon::begin(2, FIRST, LENGTH);
        assert_eq!(H256(seed), hash(&[old.as_bytes(), &[2, 0, 0, 0], &[0; 32]]));
    });
}

#[test]
fn whoever_withholds_a_block_gets_one_other_seed() {
    let seed_without = |withheld: Option<u64>| {
        let mut seed = None;
        ExtBuilder::default().build_and_execute(|| {
            for slot in (FIRST..FIRST + 20).filter(|slot| Some(*slot) != withheld) {
                block(slot);
            }
            seed = Some(VrfBeacon::begin(1, FIRST + 20, LENGTH));
            pallet_aura::CurrentSlot::<Test>::put(sp_consensus_aura::Slot::from(FIRST + 20));
        });
        seed
    };
    let all = seed_without(None);
    assert_ne!(seed_without(Some(FIRST + 14)), all);
    assert_eq!(seed_without(Some(FIRST + 15)), all, "after the cut-off");
}

#[test]
fn latest_two_outputs_are_kept() {
    ExtBuilder::default().build_and_execute(|| {
        let mut before = H256::zero();
        for slot in FIRST..FIRST + 3 {
            block(slot);
            let read = VrfBeacon::randomness();
            assert_eq!((read.output, read.parent_output), (output(slot), before));
            before = output(slot);
        }
    });
}
