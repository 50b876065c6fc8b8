//! What makes a proof.

use crate::{
    key_owner::Owner,
    Config,
    Error::{self, *},
    Pallet, Sessions,
};
use aitbc_primitives::{
    consensus::{
        equivocation::{EquivocationProof, ProvenHeader, MAX_PROOF_LENGTH},
        vrf, SessionIndex, SlotNumber,
    },
    Hash,
};
use codec::Encode;
use frame_support::ensure;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_core::{
    crypto::key_types::AURA,
    sr25519::{vrf::VrfSignature, Public, Signature},
    H256,
};
use sp_io::crypto::sr25519_verify;
use sp_runtime::{
    traits::{Convert, Zero},
    DigestItem,
};
use sp_staking::{offence::ReportOffence, EraIndex};

/// What a proof shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proven<AccountId> {
    /// For which era its stake is slashed.
    pub era: EraIndex,
    /// Who made both blocks, and as a validator of which session of that era.
    pub offender: Owner<AccountId>,
}

impl<T: Config> Pallet<T> {
    /// Checks a proof, what is cheap first. The errors come in the order of their numbers.
    pub(crate) fn check(proof: &EquivocationProof) -> Result<Proven<T::AccountId>, Error<T>> {
        ensure!(proof.encoded_size() <= MAX_PROOF_LENGTH as usize, ProofTooLarge);
        ensure!(Sessions::<T>::contains_key(proof.session), SessionUnknown);
        let session = Self::session_of(proof.slot)
            .filter(|session| session.abs_diff(proof.session) <= 1)
            .ok_or(SlotOutsideSession)?;
        let proven = Self::owner_around(session, &proof.offender)
            .map(|offender| -> Result<_, Error<T>> {
                let era = T::EraOf::convert(offender.session).ok_or(SessionUnknown)?;
                ensure!(!Self::is_reported(&offender.account, era), AlreadyReported);
                Ok(Proven { era, offender })
            })
            .transpose()?;
        let first = Block::read(&proof.first, proof.slot).ok_or(MalformedHeader)?;
        let second = Block::read(&proof.second, proof.slot).ok_or(MalformedHeader)?;
        ensure!(first.hash != second.hash, SameBlock);
        let proven = proven.ok_or(NotAValidator)?;
        let blocks = [first, second];
        ensure!(blocks.iter().all(|block| block.is_sealed_by(&proof.offender)), BadSeal);
        let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
        let is_ours = |block: &Block| block.is_of_chain(&genesis, &proof.offender, proof.slot);
        ensure!(blocks.iter().all(is_ours), ForeignChain);
        Ok(proven)
    }

    /// Whether the validator that has `key` around `slot` can be reported for this slot no more.
    pub(crate) fn has_been_reported(key: &Public, slot: SlotNumber) -> bool {
        let Some(session) = Self::session_of(slot) else {
            return false;
        };
        Self::owner_around(session, key).is_some_and(|owner| {
            T::EraOf::convert(owner.session)
                .is_some_and(|era| Self::is_reported(&owner.account, era))
        })
    }

    /// The validator that made blocks with `key` in the slots of `session`; on another fork they may have
    /// been slots of the session before or after. It depends on the slot alone, not on what a
    /// proof says of sessions: nobody chooses what is slashed by choosing the session.
    fn owner_around(session: SessionIndex, key: &Public) -> Option<Owner<T::AccountId>> {
        [Some(session), session.checked_sub(1), session.checked_add(1)]
            .into_iter()
            .flatten()
            .find_map(|session| Self::owner_in(session, AURA, key.as_ref()))
    }

    /// Once in an era is enough: the second time there would be nothing left to lose. pallet-offences keeps
    /// the record, also where there was no stake to slash.
    fn is_reported(who: &T::AccountId, era: EraIndex) -> bool {
        let offender = (who.clone(), ());
        T::Offences::is_known_offence(core::slice::from_ref(&offender), &(era, offender.clone()))
    }
}

/// What a header says of its block.
struct Block {
    /// The hash before the seal.
    hash: Hash,
    seal: Signature,
    vrf: VrfSignature,
    /// The randomness of which the VRF is said to be made.
    rho: H256,
}

impl Block {
    /// Reads a header, if it is one that this runtime would take for a block of `slot`.
    fn read(proven: &ProvenHeader, slot: SlotNumber) -> Option<Self> {
        let mut header = proven.header.clone();
        let seal = match header.digest.pop()? {
            DigestItem::Seal(AURA_ENGINE_ID, seal) => Signature::try_from(&seal[..]).ok()?,
            _ => return None,
        };
        if header.digest.logs.iter().any(|item| item.as_seal().is_some()) {
            return None;
        }
        let vrf = vrf::find(&header.digest).ok()?;
        let claimed = header.digest.logs.iter().find_map(DigestItem::as_pre_runtime)?.1;
        (claimed == slot.to_le_bytes()).then(|| Self {
            hash: header.hash(),
            seal,
            vrf,
            rho: proven.rho,
        })
    }

    fn is_sealed_by(&self, key: &Public) -> bool {
        sr25519_verify(&self.seal, self.hash.as_bytes(), key)
    }

    fn is_of_chain(&self, genesis: &Hash, key: &Public, slot: SlotNumber) -> bool {
        vrf::output(key, vrf::transcript(genesis, slot, &self.rho), &self.vrf).is_ok()
    }
}
