//! Which session a block belongs to.

use crate::client::FullClient;
use aitbc_primitives::Hash;
use sc_client_api::StorageProvider;
use sp_core::storage::StorageKey;

/// The index of the session after block `at`, encoded; all that matters is whether it changes.
///
/// One read of the database, so that it can be asked after every block.
pub fn index(client: &FullClient, at: Hash) -> Option<Vec<u8>> {
    let key = aitbc_runtime::session_index_key();
    client.storage(at, &StorageKey(key)).ok().flatten().map(|value| value.0)
}
