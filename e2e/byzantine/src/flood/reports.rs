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
    ForeignChain,
}

const FAULTS: [Fault; 7] = [
    Fault::UnknownSession,
    Fault::DistantSlot,
    Fault::NoSeal,
    Fault::OneBlock,
    Fault::Nobody,
    Fault::BadSeal,
    Fault::ForeignChain,
];

/// Makes reports against the node's own key.
pub struct Forger {
    keystore: KeystorePtr,
    own: Public,
    /// A key of nobody.
    nobody: Pair,
    session: u32,
    slot: SlotNumber,
    rho: H256,
    /// A VRF for a chain that is not this one.
    vrf: DigestItem,
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
        Self::with(keystore, own, schedule.session, schedule.slot, rho)
    }

    fn with(
        keystore: KeystorePtr,
        own: Public,
        session: u32,
        slot: SlotNumber,
        rho: H256,
    ) -> Result<Self, String> {
        let transcript = vrf::transcript(&H256::repeat_byte(1), slot, &rho);
        let vrf = keystore
            .sr25519_vrf_sign(key_types::AURA, &own, &transcript.into())
            .map_err(|error| error.to_string())?
            .ok_or("the key is gone")?;
        let (nobody, _) = Pair::generate();
        Ok(Self { keystore, own, nobody, session, slot, rho, vrf: vrf::item(&vrf) })
    }

    /// Report number `index`: no two are alike.
    pub fn report(&self, index: usize) -> UncheckedExtrinsic {
        let fault = FAULTS[index % FAULTS.len()];
        let call = [&[BARE], &CALL[..], &self.proof(fault, index as u64).encode()].concat();
        UncheckedExtrinsic::from_blob(call)
    }

    fn proof(&self, fault: Fault, index: u64) -> EquivocationProof {
        let slot = if fault == Fault::DistantSlot { self.slot + FAR } else { self.slot };
        let second = if fault == Fault::OneBlock { 0 } else { 1 };
        let [first, second] = [0, second].map(|block| ProvenHeader {
            header: self.header(fault, slot, 2 * index + block),
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

    fn header(&self, fault: Fault, slot: SlotNumber, block: u64) -> Header {
        let items = vec![
            DigestItem::PreRuntime(AURA_ENGINE_ID, slot.to_le_bytes().to_vec()),
            self.vrf.clone(),
        ];
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
    use codec::DecodeAll;
    use sp_keystore::{testing::MemoryKeystore, Keystore};
    use std::collections::BTreeSet;

    const SLOT: SlotNumber = 900_000_000;

    fn forger() -> Forger {
        let keystore = MemoryKeystore::new();
        let own = keystore.sr25519_generate_new(key_types::AURA, None).unwrap();
        Forger::with(keystore.into(), own, 7, SLOT, H256::repeat_byte(2)).unwrap()
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
        // None of this chain's VRFs is made at all.
        let transcript = vrf::transcript(&H256::zero(), SLOT, &H256::repeat_byte(2));
        let header = forger.proof(Fault::ForeignChain, 0).first.header;
        let signature = vrf::find(&header.digest).unwrap();
        assert!(vrf::output(&forger.own, transcript, &signature).is_err());
    }
}
