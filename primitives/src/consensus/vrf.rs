//! The item in each header by which its author adds to the randomness, for those who make and those who
//! verify it.
//!
//! It holds a VRF of the author's Aura key over the slot and the randomness of the session. One key and one
//! input have one output: so the author has no choice but to make its block or not, and nobody else knows
//! the output before.

use super::SlotNumber;
use crate::Hash;
use codec::{DecodeAll, Encode};
use core::fmt;
use sp_core::{
    crypto::VrfPublic,
    sr25519::{
        vrf::{VrfInput, VrfSignature},
        Public,
    },
    H256,
};
use sp_runtime::{ConsensusEngineId, Digest, DigestItem};

/// Marks the item among those that a header has before its block is executed.
pub const ENGINE_ID: ConsensusEngineId = *b"RVRF";

/// Length of what the item holds: the pre-output and the proof.
pub const ITEM_LENGTH: usize = 96;

/// Marks the item of Aura, which holds the slot.
const AURA: ConsensusEngineId = *b"aura";

/// Length of what Aura's item holds.
const SLOT_LENGTH: usize = 8;

/// What sets these transcripts apart from all others.
const LABEL: &[u8] = b"aitbc-vrf-v1";

/// What sets the output apart from all others of the same pre-output.
const OUTPUT_CONTEXT: &[u8] = b"aitbc-vrf-output";

/// What the author of `slot` signs on the chain that begins with `genesis`, in a session whose randomness
/// is `rho`.
pub fn transcript(genesis: &Hash, slot: SlotNumber, rho: &H256) -> VrfInput {
    VrfInput::new(
        LABEL,
        &[
            (b"genesis", genesis.as_bytes()),
            (b"slot", &slot.to_le_bytes()),
            (b"randomness", rho.as_bytes()),
        ],
    )
}

/// The item of a header, for a signature of its [`transcript`].
pub fn item(signature: &VrfSignature) -> DigestItem {
    DigestItem::PreRuntime(ENGINE_ID, signature.encode())
}

/// The signature in a header. What a header has before its block is executed must be the slot, as Aura
/// writes it, and this item: nothing else, and in this order.
///
/// Clients of Aura read the slot from the one item that decodes exactly and pass over others, pallet-aura
/// reads it from the first item of Aura, exact or not. With two of them the owner of one slot could
/// make a block that counts for another.
pub fn find(digest: &Digest) -> Result<VrfSignature, Fault> {
    let mut items = digest.logs.iter().filter_map(DigestItem::as_pre_runtime);
    match items.next() {
        Some((AURA, slot)) if slot.len() == SLOT_LENGTH => {}
        _ => return Err(Fault::Slot),
    }
    let Some((ENGINE_ID, data)) = items.next() else {
        return Err(Fault::Missing);
    };
    if items.next().is_some() {
        return Err(Fault::Surplus);
    }
    VrfSignature::decode_all(&mut &data[..]).map_err(|_| Fault::Malformed)
}

/// Whether a header says that its block was made in a slot, in whatever form.
pub fn claims_slot(digest: &Digest) -> bool {
    digest.logs.iter().filter_map(DigestItem::as_pre_runtime).any(|(engine, _)| engine == AURA)
}

/// The output of a signature, if it is one of `key` over `transcript`.
pub fn output(key: &Public, transcript: VrfInput, signature: &VrfSignature) -> Result<H256, Fault> {
    if !key.vrf_verify(&transcript.clone().into(), signature) {
        return Err(Fault::False);
    }
    key.make_bytes::<32>(OUTPUT_CONTEXT, &transcript, &signature.pre_output)
        .map(H256)
        .map_err(|_| Fault::False)
}

/// What is wrong with the VRF of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The first item is not the slot in Aura's form.
    Slot,
    /// The second item is none of a VRF, or there is no second one.
    Missing,
    /// There are more than two items.
    Surplus,
    /// The item is not a pre-output and a proof.
    Malformed,
    /// It was not made by the producer of the slot, for this slot, chain and randomness.
    False,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Slot => "its header does not begin with the slot",
            Self::Missing => "its header has no VRF after the slot",
            Self::Surplus => "its header has more than the slot and a VRF",
            Self::Malformed => "the VRF of its header is malformed",
            Self::False => {
                "the VRF of its header is not one of the producer, for this slot, chain and randomness"
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{vec, vec::Vec};
    use sp_core::{
        crypto::{Pair as _, VrfSecret},
        sr25519::Pair,
    };

    const GENESIS: Hash = H256([1; 32]);
    const RHO: H256 = H256([2; 32]);
    const SLOT: SlotNumber = 900_000_000;

    fn pair(seed: u8) -> Pair {
        Pair::from_seed(&[seed; 32])
    }

    fn signature(pair: &Pair) -> VrfSignature {
        pair.vrf_sign(&transcript(&GENESIS, SLOT, &RHO).into())
    }

    fn header(items: Vec<DigestItem>) -> Digest {
        Digest { logs: items }
    }

    #[test]
    fn output_is_the_same_whatever_the_proof() {
        let pair = pair(1);
        let [one, other] = [(); 2].map(|()| signature(&pair));
        assert_ne!(one, other, "proofs are random");
        let output = |signature| {
            output(&pair.public(), transcript(&GENESIS, SLOT, &RHO), signature).unwrap()
        };
        assert_eq!(output(&one), output(&other));
        assert_eq!(
            output(&one).0,
            pair.make_bytes::<32>(b"aitbc-vrf-output", &transcript(&GENESIS, SLOT, &RHO))
        );
    }

    #[test]
    fn everything_that_is_signed_counts() {
        let key = pair(1).public();
        let signature = signature(&pair(1));
        let check = |key: Public, genesis, slot, rho| {
            output(&key, transcript(&genesis, slot, &rho), &signature)
        };
        assert!(check(key, GENESIS, SLOT, RHO).is_ok());
        assert_eq!(check(pair(2).public(), GENESIS, SLOT, RHO), Err(Fault::False));
        assert_eq!(check(key, RHO, SLOT, RHO), Err(Fault::False));
        assert_eq!(check(key, GENESIS, SLOT + 1, RHO), Err(Fault::False));
        assert_eq!(check(key, GENESIS, SLOT, GENESIS), Err(Fault::False));
        assert_eq!(check(Public::from_raw([255; 32]), GENESIS, SLOT, RHO), Err(Fault::False));
    }

    #[test]
    fn header_has_one_vrf_of_96_bytes() {
        let signature = signature(&pair(1));
        let item = item(&signature);
        let DigestItem::PreRuntime(engine, data) = &item else { panic!("{item:?}") };
        assert_eq!((engine, data.len()), (b"RVRF", ITEM_LENGTH));
        let others =
            [DigestItem::PreRuntime(AURA, vec![0; 8]), DigestItem::Seal(ENGINE_ID, data.clone())];
        let among_others =
            |items: &[DigestItem]| header([&others[..1], items, &others[1..]].concat());

        assert_eq!(find(&among_others(core::slice::from_ref(&item))), Ok(signature));
        assert_eq!(find(&among_others(&[])), Err(Fault::Missing));
        assert_eq!(find(&among_others(&[item.clone(), item.clone()])), Err(Fault::Surplus));
        let malformed = [&data[..95], &[&data[..], &[0]].concat(), &[], &[255; ITEM_LENGTH]];
        for data in malformed.map(<[u8]>::to_vec) {
            let digest = among_others(&[DigestItem::PreRuntime(ENGINE_ID, data)]);
            assert_eq!(find(&digest), Err(Fault::Malformed));
        }
    }

    #[test]
    fn header_says_one_slot_in_one_form_before_the_vrf() {
        let item = item(&signature(&pair(1)));
        let slot = |data: &[u8]| DigestItem::PreRuntime(AURA, data.to_vec());
        let (exact, longer, shorter) = (slot(&[1; 8]), slot(&[2; 9]), slot(&[3; 3]));
        let foreign = DigestItem::PreRuntime(*b"else", vec![]);
        for (items, fault) in [
            (vec![longer.clone(), exact.clone(), item.clone()], Fault::Slot),
            (vec![shorter.clone(), exact.clone(), item.clone()], Fault::Slot),
            (vec![longer.clone(), item.clone()], Fault::Slot),
            (vec![shorter.clone(), item.clone()], Fault::Slot),
            (vec![item.clone(), exact.clone()], Fault::Slot),
            (vec![exact.clone(), longer.clone(), item.clone()], Fault::Missing),
            (vec![exact.clone(), exact.clone(), item.clone()], Fault::Missing),
            (vec![exact.clone(), item.clone(), longer], Fault::Surplus),
            (vec![exact.clone(), item.clone(), shorter.clone()], Fault::Surplus),
            (vec![exact, item, foreign], Fault::Surplus),
        ] {
            let digest = header(items);
            assert_eq!(find(&digest), Err(fault), "{digest:?}");
            assert!(claims_slot(&digest));
        }
        assert!(claims_slot(&header(vec![shorter])));
        assert!(!claims_slot(&header(vec![])));
    }
}
