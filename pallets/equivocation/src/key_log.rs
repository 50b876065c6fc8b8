//! Which validators had which keys, by session.

use crate::{
    types::{LoggedSession, RawKey, ValidatorKeys},
    Config, Entries, KeyEntry, Oldest, Pallet, Sessions,
};
use aitbc_primitives::consensus::{SessionIndex, SlotNumber};
use core::marker::PhantomData;
use frame_support::{
    traits::{Defensive, Get},
    BoundedVec,
};
use pallet_session::{CurrentIndex, SessionHandler};
use sp_core::crypto::KeyTypeId;
use sp_runtime::traits::OpaqueKeys;

/// How many sessions may leave the log when one enters it: when governance has made the log shorter, it
/// shrinks to its length step by step.
const MAX_PRUNED: u32 = 2;

/// Passes everything on to the session handlers `H`, and logs the validators and keys of each session.
pub struct KeyLog<T, H>(PhantomData<(T, H)>);

impl<T: Config, H: SessionHandler<T::AccountId>> SessionHandler<T::AccountId> for KeyLog<T, H> {
    const KEY_TYPE_IDS: &'static [KeyTypeId] = H::KEY_TYPE_IDS;

    fn on_genesis_session<Ks: OpaqueKeys>(validators: &[(T::AccountId, Ks)]) {
        H::on_genesis_session(validators);
        Pallet::<T>::log(0, 0, validators);
    }

    fn on_new_session<Ks: OpaqueKeys>(
        changed: bool,
        validators: &[(T::AccountId, Ks)],
        queued_validators: &[(T::AccountId, Ks)],
    ) {
        H::on_new_session(changed, validators, queued_validators);
        let slot = pallet_aura::CurrentSlot::<T>::get();
        Pallet::<T>::log(CurrentIndex::<T>::get(), slot.into(), validators);
    }

    fn on_before_session_ending() {
        H::on_before_session_ending();
    }

    fn on_disabled(validator_index: u32) {
        H::on_disabled(validator_index);
    }
}

impl<T: Config> Pallet<T> {
    /// Logs `session`, which begins with the block of slot `start`, and forgets sessions of long ago.
    pub(crate) fn log<Ks: OpaqueKeys>(
        session: SessionIndex,
        start: SlotNumber,
        validators: &[(T::AccountId, Ks)],
    ) {
        let entry = Self::entry_for(session, Self::keys_of(validators));
        Sessions::<T>::insert(session, LoggedSession { start, entry });
        let mut oldest = Oldest::<T>::get().unwrap_or(session);
        let first_kept = session.saturating_sub(T::LogLength::get());
        for _ in 0..MAX_PRUNED {
            if oldest < first_kept {
                Self::forget(oldest);
                oldest = oldest.saturating_add(1);
            }
        }
        Oldest::<T>::put(oldest);
    }

    /// Where `keys` are stored: with those of the session before, if they are the same.
    fn entry_for(session: SessionIndex, keys: KeyEntry<T>) -> SessionIndex {
        session
            .checked_sub(1)
            .and_then(Sessions::<T>::get)
            .map(|before| before.entry)
            .filter(|entry| Entries::<T>::get(entry).as_ref() == Some(&keys))
            .unwrap_or_else(|| {
                Entries::<T>::insert(session, keys);
                session
            })
    }

    /// Removes the oldest session, and its entry if the next has another.
    fn forget(session: SessionIndex) {
        let Some(LoggedSession { entry, .. }) = Sessions::<T>::take(session).defensive() else {
            return;
        };
        let next = Sessions::<T>::get(session.saturating_add(1));
        if next.is_none_or(|next| next.entry != entry) {
            Entries::<T>::remove(entry);
        }
    }

    fn keys_of<Ks: OpaqueKeys>(validators: &[(T::AccountId, Ks)]) -> KeyEntry<T> {
        let entry = validators.iter().map(|(account, keys)| ValidatorKeys {
            account: account.clone(),
            keys: raw_keys(keys),
        });
        BoundedVec::truncate_from(entry.collect())
    }
}

/// All keys of a validator. They have 32 bytes each, as those of ed25519 and sr25519 do.
fn raw_keys<Ks: OpaqueKeys, S: Get<u32>>(keys: &Ks) -> BoundedVec<RawKey, S> {
    let raw = Ks::key_ids().iter().filter_map(|id| {
        let key = keys.get_raw(*id).try_into().defensive().ok()?;
        Some(RawKey { id: id.0, key })
    });
    BoundedVec::truncate_from(raw.collect())
}
