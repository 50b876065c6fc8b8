//! Keeps GRANDPA alive when validators have no keys.

use crate::{AccountId, Grandpa};
use alloc::vec::Vec;
use frame_support::traits::OneSessionHandler;
use sp_runtime::BoundToRuntimeAppPublic;

/// Hands sessions to GRANDPA, but never an empty one.
///
/// Validators may purge their keys within an era, in which
/// [`KeyedOnly`](super::validators::KeyedOnly) is not asked. If all did, pallet-grandpa would announce an
/// empty authority set, and every client would reject the block and all that follow. The old authorities
/// stay instead, as they do in pallet-aura.
pub struct NeverEmptyGrandpa;

impl BoundToRuntimeAppPublic for NeverEmptyGrandpa {
    type Public = <Grandpa as BoundToRuntimeAppPublic>::Public;
}

impl OneSessionHandler<AccountId> for NeverEmptyGrandpa {
    type Key = <Grandpa as OneSessionHandler<AccountId>>::Key;

    fn on_genesis_session<'a, I>(validators: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
        Grandpa::on_genesis_session(validators)
    }

    fn on_new_session<'a, I>(changed: bool, validators: I, queued: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
        let validators: Vec<_> = validators.collect();
        if validators.is_empty() {
            log::error!(
                target: "runtime::session",
                "no validator has session keys: the old GRANDPA authorities stay",
            );
            return;
        }
        let queued: Vec<_> = queued.collect();
        Grandpa::on_new_session(changed, validators.into_iter(), queued.into_iter())
    }

    fn on_before_session_ending() {
        <Grandpa as OneSessionHandler<AccountId>>::on_before_session_ending()
    }

    fn on_disabled(index: u32) {
        Grandpa::on_disabled(index)
    }
}
