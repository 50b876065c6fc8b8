//! Whose a key was in a session.
//!
//! pallet-session answers that for the present only, and the proofs of its historical part fail once the
//! validator has new keys or none.

use crate::{types::KeyOwnerProof, Config, Entries, KeyEntry, Oldest, Pallet, Sessions};
use aitbc_primitives::consensus::{SessionIndex, SlotNumber};
use frame_support::traits::KeyOwnerProofSystem;
use pallet_session::CurrentIndex;
use sp_core::crypto::KeyTypeId;

/// Whose a key was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner<AccountId> {
    /// The validator.
    pub account: AccountId,
    /// A session in which it was.
    pub session: SessionIndex,
    /// How many validators that session had.
    pub validators: u32,
}

impl<T: Config> Pallet<T> {
    /// The proof that a key was a validator's in `session`, if it was.
    pub fn prove_at(session: SessionIndex, id: KeyTypeId, key: &[u8]) -> Option<KeyOwnerProof> {
        let owner = Self::owner_in(session, id, key)?;
        Some(KeyOwnerProof { session, validator_count: owner.validators })
    }

    /// The validator that had a key in `session`.
    pub(crate) fn owner_in(
        session: SessionIndex,
        id: KeyTypeId,
        key: &[u8],
    ) -> Option<Owner<T::AccountId>> {
        let entry: KeyEntry<T> = Entries::<T>::get(Sessions::<T>::get(session)?.entry)?;
        let validators = entry.len() as u32;
        let has_key = |raw: &crate::RawKey| raw.id == id.0 && raw.key == key;
        let owner = entry.into_iter().find(|validator| validator.keys.iter().any(has_key))?;
        Some(Owner { account: owner.account, session, validators })
    }

    /// The session of a slot: it began before, and the next did not. The slot of the block that begins a
    /// session is the last of the session before. None if the slot is before the log.
    pub(crate) fn session_of(slot: SlotNumber) -> Option<SessionIndex> {
        // All sessions before `first` begin before the slot, none from `end` on does.
        let oldest = Oldest::<T>::get()?;
        let mut first = oldest;
        let mut end = CurrentIndex::<T>::get().saturating_add(1);
        while first < end {
            let middle = first.midpoint(end);
            if Sessions::<T>::get(middle).is_some_and(|session| session.start < slot) {
                first = middle.saturating_add(1);
            } else {
                end = middle;
            }
        }
        first.checked_sub(1).filter(|session| *session >= oldest)
    }
}

/// The log knows all keys of all sessions in it, so the proof is where to look.
impl<T: Config, Key: AsRef<[u8]>> KeyOwnerProofSystem<(KeyTypeId, Key)> for Pallet<T> {
    type Proof = KeyOwnerProof;
    type IdentificationTuple = (T::AccountId, ());

    fn prove((id, key): (KeyTypeId, Key)) -> Option<Self::Proof> {
        Self::prove_at(CurrentIndex::<T>::get(), id, key.as_ref())
    }

    /// The number of validators must be right too: what is slashed is computed of it.
    fn check_proof(
        (id, key): (KeyTypeId, Key),
        proof: Self::Proof,
    ) -> Option<Self::IdentificationTuple> {
        let owner = Self::owner_in(proof.session, id, key.as_ref())?;
        (owner.validators == proof.validator_count).then_some((owner.account, ()))
    }
}
