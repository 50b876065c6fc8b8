//! The keys a validator signs with.

use crate::{
    adapters::grandpa::NeverEmptyGrandpa, AuthorityDiscovery, Availability, ValidationPool,
};
use alloc::vec::Vec;
use sp_runtime::impl_opaque_keys;

impl_opaque_keys! {
    /// One key for each duty. The order must stay equal to that of the session handlers, which are
    /// derived from these fields. Adding or removing a field needs a migration of all stored keys.
    pub struct SessionKeys {
        /// Signs blocks (sr25519). The availability pallet turns these keys into Aura's authorities.
        pub aura: Availability,
        /// Signs votes on finality (ed25519).
        pub grandpa: NeverEmptyGrandpa,
        /// Signs the addresses under which the validator is found (sr25519).
        pub authority_discovery: AuthorityDiscovery,
        /// Signs verdicts in validation pools (sr25519).
        pub pool_vote: ValidationPool,
    }
}

/// Where the index of the current session is stored, for the node to see it change.
#[cfg(feature = "std")]
pub fn session_index_key() -> Vec<u8> {
    pallet_session::CurrentIndex::<crate::Runtime>::hashed_key().to_vec()
}
