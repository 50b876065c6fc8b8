//! What policing reads of blocks in the database.

use crate::{client::FullClient, service::session};
use aitbc_primitives::{opaque::UncheckedExtrinsic, Hash};
use sc_client_api::BlockBackend;

/// A chain whose blocks can be read.
pub trait Blocks {
    /// What is in a block, if it is there.
    fn body(&self, block: Hash) -> Option<Vec<UncheckedExtrinsic>>;

    /// The index of the session after a block, encoded; all that matters is whether it changes.
    fn session(&self, block: Hash) -> Option<Vec<u8>>;
}

impl Blocks for FullClient {
    fn body(&self, block: Hash) -> Option<Vec<UncheckedExtrinsic>> {
        self.block_body(block).ok().flatten()
    }

    fn session(&self, block: Hash) -> Option<Vec<u8>> {
        session::index(self, block)
    }
}
