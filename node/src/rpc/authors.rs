//! Who produced a block, from the state alone.

use crate::service::FullClient;
use aitbc_primitives::{consensus::Author, AccountId, Hash};
use aitbc_runtime::Runtime;
use codec::Decode;
use pallet_availability::LatestAuthor;
use sc_client_api::StorageProvider;
use sp_blockchain::{Error, Result};
use sp_core::storage::StorageKey;

/// A chain that remembers the producer of each block whose state it has.
pub trait Authors {
    /// Who produced `block`; nobody produced block 0. Fails with
    /// [`UnknownBlock`](sp_blockchain::Error::UnknownBlock) if there is no state after it.
    fn author(&self, block: Hash) -> Result<Option<Author<AccountId>>>;
}

impl Authors for FullClient {
    /// One read of the database. To ask the runtime for each of many blocks would start it as often.
    fn author(&self, block: Hash) -> Result<Option<Author<AccountId>>> {
        let key = StorageKey(LatestAuthor::<Runtime>::hashed_key().to_vec());
        self.storage(block, &key)?
            .map(|value| {
                Author::decode(&mut &value.0[..]).map_err(|error| Error::Backend(error.to_string()))
            })
            .transpose()
    }
}
