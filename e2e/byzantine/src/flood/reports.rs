//! Reports that are wrong, each in one of the ways in which a report can be.

use crate::situation;
use aitbc_node::client::FullClient;
use aitbc_primitives::{
    consensus::{
        equivocation::{EquivocationProof, ProvenHeader},
        vrf, RandomnessApi, SlotNumber,
    },
    opaque::UncheckedExtrinsic,
    Header,
};
use codec::Encode;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_core::{
    crypto::key_types,
    sr25519::{Pair, Public, Signature},
    Pair as _, H256,
};
use sp_keystore::KeystorePtr;
use sp_runtime::{traits::Header as _, Digest, DigestItem};

/// The byte with which bare transactions begin: format 5, without a signature or extensions.
const BARE: u8 = 5;

/// `Equivocation::report_equivocation_unsigned`: the index of the pallet and that of the call.
const CALL: [u8; 2] = [52, 1];

/// Slots that are more than any session and its neighbours have.
const FAR: SlotNumber = 1_000_000;

/// What is wrong with a report. All before it is right, in the order in which reports are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    UnknownSession,
    DistantSlot,
    NoSeal,
    OneBlock,
    Nobody,
    BadSeal,
    /// Neither block is of this chain.
    ForeignChain,
    /// Only the second is not: all checks are made.
    HalfForeign,
    /// The same, with headers as long as those that begin the session of a large chain.
    LargeHalfForeign,
}

const FAULTS: [Fault; 9] = [
    Fault::UnknownSession,
    Fault::DistantSlot,
    Fault::NoSeal,
    Fault::OneBlock,
    Fault::Nobody,
    Fault::BadSeal,
    Fault::ForeignChain,
    Fault::HalfForeign,
    Fault::LargeHalfForeign,
];

/// Bytes that make a header large. With two of them a proof is not too large yet.
const PADDING: usize = 70 * 1024;

/// The genesis hash of a chain that is not this one.
const ELSEWHERE: H256 = H256::repeat_byte(1);

/// Makes reports against the node's own key.
pub struct Forger {
    keystore: KeystorePtr,
    own: Public,
    /// A key of nobody.
    nobody: Pair,
    session: u32,
    slot: SlotNumber,
    rho: H256,
    /// A VRF for this chain.
    vrf: DigestItem,
    /// A VRF for a chain that is not this one.
    foreign_vrf: DigestItem,
}

impl Forger {
    /// For reports of what could have happened in the session of the block `best`, to a producer whose key
    /// is in `keystore`.
    pub fn new(client: &FullClient, keystore: KeystorePtr, best: &Header) -> Result<Self, String> {
        let schedule = situation::schedule(client, best)?;
        let own = schedule
            .producers
            .iter()
            .map(|producer| producer.key)
            .find(|key| keystore.has_keys(&[(key.0.to_vec(), key_types::AURA)]))
            .ok_or("this node produces no blocks")?;
        let rho =
            client.runtime_api().randomness(best.hash()).map_err(|error| error.to_string())?.rho;
        let genesis = client.info().genesis_hash;
        Self::with(keystore, own, genesis, schedule.session, schedule.slot, rho)
    }

    fn with(
        keystore: KeystorePtr,
        own: Public,
        genesis: H256,
        session: u32,
        slot: SlotNumber,
        rho: H256,
    ) -> Result<Self, String> {
        let vrf_on = |genesis| {
            let transcript = vrf::transcript(&genesis, slot, &rho);
            let signature = keystore
                .sr25519_vrf_sign(key_types::AURA, &own, &transcript.into())
                .map_err(|error| error.to_string())?
                .ok_or("the key is gone")?;
            Ok::<_, String>(vrf::item(&signature))
        };
        let [vrf, foreign_vrf] = [vrf_on(genesis)?, vrf_on(ELSEWHERE)?];
        let (nobody, _) = Pair::generate();
        Ok(Self { keystore, own, nobody, session, slot, rho, vrf, foreign_vrf })
    }

    /// Report number `index`: no two are alike.
    pub fn report(&self, index: usize) -> UncheckedExtrinsic {
        let fault = FAULTS[index % FAULTS.len()];
        let call = [&[BARE], &CALL[..], &self.proof(fault, index as u64).encode()].concat();
        UncheckedExtrinsic::from_blob(call)
    }

    fn proof(&self, fault: Fault, index: u64) -> EquivocationProof {
        let slot = if fault == Fault::DistantSlot { self.slot + FAR } else { self.slot };
        let [first, second] = [0, 1].map(|place| ProvenHeader {
            header: self.header(fault, slot, index, place),
            rho: self.rho,
        });
        EquivocationProof {
            offender: if fault == Fault::Nobody { self.nobody.public() } else { self.own },
            slot,
            session: if fault == Fault::UnknownSession { u32::MAX } else { self.session },
            first,
            second,
        }
    }

    /// One of the two headers of a report: the first or, if `place` is 1, the second.
    fn header(&self, fault: Fault, slot: SlotNumber, index: u64, place: u64) -> Header {
        let of_this_chain =
            matches!(fault, Fault::HalfForeign | Fault::LargeHalfForeign) && place == 0;
        let vrf = if of_this_chain { &self.vrf } else { &self.foreign_vrf };
        let mut items =
            vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.to_le_bytes().to_vec()), vrf.clone()];
        if fault == Fault::LargeHalfForeign {
            items.push(DigestItem::Other(vec![0; PADDING]));
        }
        let block = 2 * index + if fault == Fault::OneBlock { 0 } else { place };
        let mut header = Header::new(
            1,
            H256::from_low_u64_be(block),
            H256::zero(),
            H256::zero(),
            Digest { logs: items },
        );
        if fault != Fault::NoSeal {
            let seal = self.seal(fault, header.hash()).encode();
            header.digest_mut().push(DigestItem::Seal(AURA_ENGINE_ID, seal));
        }
        header
    }

    /// The seal of the offender, except where that is what is wrong.
    fn seal(&self, fault: Fault, hash: H256) -> Signature {
        match fault {
            Fault::Nobody | Fault::BadSeal => self.nobody.sign(hash.as_ref()),
            _ => self
                .keystore
                .sr25519_sign(key_types::AURA, &self.own, hash.as_ref())
                .ok()
                .flatten()
                .unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aitbc_primitives::consensus::equivocation::MAX_PROOF_LENGTH;
    use codec::DecodeAll;
    use sp_keystore::{testing::MemoryKeystore, Keystore};
    use std::collections::BTreeSet;

    const SLOT: SlotNumber = 900_000_000;
    const GENESIS: H256 = H256::zero();
    const RHO: H256 = H256::repeat_byte(2);

    fn forger() -> Forger {
        let keystore = MemoryKeystore::new();
        let own = keystore.sr25519_generate_new(key_types::AURA, None).unwrap();
        Forger::with(keystore.into(), own, GENESIS, 7, SLOT, RHO).unwrap()
    }

    /// Whether the VRF of a header is one of this chain.
    fn is_of_this_chain(forger: &Forger, header: &Header) -> bool {
        let signature = vrf::find(&header.digest).unwrap();
        vrf::output(&forger.own, vrf::transcript(&GENESIS, SLOT, &RHO), &signature).is_ok()
    }

    /// The seal of a header and the hash that it should be of.
    fn unseal(mut header: Header) -> (Signature, H256) {
        let Some(DigestItem::Seal(AURA_ENGINE_ID, seal)) = header.digest_mut().pop() else {
            panic!("no seal");
        };
        (Signature::decode_all(&mut &seal[..]).unwrap(), header.hash())
    }

    #[test]
    fn reports_are_bare_calls_and_all_different() {
        let forger = forger();
        let reports: BTreeSet<_> =
            (0..70).map(|index| forger.report(index).inner().to_vec()).collect();
        assert_eq!(reports.len(), 70);
        for report in reports {
            assert_eq!(report[..3], [5, 52, 1]);
            assert!(EquivocationProof::decode_all(&mut &report[3..]).is_ok());
        }
    }

    #[test]
    fn each_report_has_its_fault_and_no_other() {
        let forger = forger();
        for fault in FAULTS {
            let EquivocationProof { offender, slot, session, first, second } =
                forger.proof(fault, 3);
            assert_eq!(session != 7, fault == Fault::UnknownSession);
            assert_eq!(slot != SLOT, fault == Fault::DistantSlot);
            assert_eq!(offender != forger.own, fault == Fault::Nobody);
            if fault == Fault::NoSeal {
                assert_eq!([first, second].map(|proven| proven.header.digest.logs.len()), [2, 2]);
                continue;
            }
            let blocks = [first, second].map(|proven| unseal(proven.header));
            assert_eq!(blocks[0].1 == blocks[1].1, fault == Fault::OneBlock);
            for (seal, hash) in blocks {
                assert_eq!(!Pair::verify(&seal, hash, &offender), fault == Fault::BadSeal);
            }
        }
    }

    #[test]
    fn first_block_of_the_dearest_reports_is_of_this_chain_and_the_second_is_not() {
        let forger = forger();
        for fault in FAULTS {
            let EquivocationProof { first, second, .. } = forger.proof(fault, 3);
            let is_dear = matches!(fault, Fault::HalfForeign | Fault::LargeHalfForeign);
            assert_eq!(is_of_this_chain(&forger, &first.header), is_dear);
            assert!(!is_of_this_chain(&forger, &second.header));
        }
    }

    #[test]
    fn large_reports_are_not_too_large() {
        let length = forger().proof(Fault::LargeHalfForeign, 3).encoded_size();
        assert!(length > 140 * 1024);
        assert!(length <= MAX_PROOF_LENGTH as usize);
    }
}
