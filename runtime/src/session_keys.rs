//! The keys a validator signs with.

use crate::{adapters::grandpa::NeverEmptyGrandpa, AccountId, AuthorityDiscovery, Availability};
use aitbc_primitives::reputation::pool_vote;
use alloc::vec::Vec;
use sp_runtime::{impl_opaque_keys, BoundToRuntimeAppPublic};

impl_opaque_keys! {
    /// One key for each duty. The order must stay equal to that of the session handlers, which are
    /// derived from these fields. Adding or removing a field needs a migration of all stored keys,
    /// so `pool_vote` is here before the pools that use it.
    pub struct SessionKeys {
        /// Signs blocks (sr25519). The availability pallet turns these keys into Aura's authorities.
        pub aura: Availability,
        /// Signs votes on finality (ed25519).
        pub grandpa: NeverEmptyGrandpa,
        /// Signs the addresses under which the validator is found (sr25519).
        pub authority_discovery: AuthorityDiscovery,
        /// Signs verdicts in validation pools (sr25519).
        pub pool_vote: PoolVoteKeys,
    }
}

/// Where the index of the current session is stored, for the node to see it change.
#[cfg(feature = "std")]
pub fn session_index_key() -> Vec<u8> {
    pallet_session::CurrentIndex::<crate::Runtime>::hashed_key().to_vec()
}

/// Owner of the pool vote keys until the validation pools exist: it registers them as session keys
/// and keeps no authority set.
pub struct PoolVoteKeys;

impl BoundToRuntimeAppPublic for PoolVoteKeys {
    type Public = pool_vote::AuthorityId;
}

impl frame_support::traits::OneSessionHandler<AccountId> for PoolVoteKeys {
    type Key = pool_vote::AuthorityId;

    fn on_genesis_session<'a, I>(_: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
    }

    fn on_new_session<'a, I>(_: bool, _: I, _: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
    }

    fn on_disabled(_: u32) {}
}
