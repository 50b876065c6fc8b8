//! The keys that vote: those of the validators of the running session.

use crate::{Config, Pallet, VoteKeys};
use aitbc_primitives::reputation::pool_vote;
use alloc::vec::Vec;
use frame_support::traits::OneSessionHandler;
use sp_runtime::BoundToRuntimeAppPublic;

impl<T: Config> BoundToRuntimeAppPublic for Pallet<T> {
    type Public = pool_vote::AuthorityId;
}

impl<T: Config> OneSessionHandler<T::AccountId> for Pallet<T> {
    type Key = pool_vote::AuthorityId;

    fn on_genesis_session<'a, I>(validators: I)
    where
        I: Iterator<Item = (&'a T::AccountId, Self::Key)> + 'a,
        T::AccountId: 'a,
    {
        Self::replace_vote_keys(validators);
    }

    /// Pools that are open keep the keys of their opening.
    fn on_new_session<'a, I>(changed: bool, validators: I, _: I)
    where
        I: Iterator<Item = (&'a T::AccountId, Self::Key)> + 'a,
        T::AccountId: 'a,
    {
        // A chain that was given the pallet by an upgrade has none yet.
        if changed || VoteKeys::<T>::iter_keys().next().is_none() {
            Self::replace_vote_keys(validators);
        }
        Self::make_creditors();
    }

    fn on_disabled(_: u32) {}
}

impl<T: Config> Pallet<T> {
    /// Takes the keys of `validators` in place of all others. If there are none the old ones stay, as the
    /// schedule does.
    fn replace_vote_keys<'a>(
        validators: impl Iterator<Item = (&'a T::AccountId, pool_vote::AuthorityId)>,
    ) where
        T::AccountId: 'a,
    {
        let keys: Vec<_> = validators.collect();
        if keys.is_empty() {
            return;
        }
        // As many entries as there were validators.
        let _ = VoteKeys::<T>::clear(u32::MAX, None);
        for (account, key) in keys {
            VoteKeys::<T>::insert(account, key);
        }
    }
}
