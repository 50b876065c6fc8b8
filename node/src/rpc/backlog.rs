//! `system_accountNextIndex` and `backlog_*`: what waits for a block.

use super::failure::{Failure, Place};
use crate::{
    client::FullClient,
    pool::{BacklogStatus, WaitingRoom},
};
use aitbc_primitives::{AccountId, Nonce};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// The methods about what waits for a block.
#[rpc(server)]
pub trait BacklogMethods {
    /// The nonce of the next transaction of an account: the one after all that it has in the pool or in front of it.
    #[method(name = "system_accountNextIndex", aliases = ["account_nextIndex"], blocking)]
    fn next_nonce(&self, account: AccountId) -> RpcResult<Nonce>;

    /// How much waits in front of the pool, and what it takes to be let in.
    #[method(name = "backlog_status")]
    fn status(&self) -> RpcResult<BacklogStatus>;
}

/// Answers them.
pub struct Backlog {
    client: Arc<FullClient>,
    room: Arc<WaitingRoom>,
}

impl Backlog {
    /// Tells of what is in `room`.
    pub fn new(client: Arc<FullClient>, room: Arc<WaitingRoom>) -> Self {
        Self { client, room }
    }
}

impl BacklogMethodsServer for Backlog {
    fn next_nonce(&self, account: AccountId) -> RpcResult<Nonce> {
        let info = self.client.info();
        let place = Place { number: info.best_number, hash: info.best_hash };
        let next = self.room.next_nonce(info.best_hash, &account);
        Ok(next.map_err(|error| Failure::Runtime { place, error })?)
    }

    fn status(&self) -> RpcResult<BacklogStatus> {
        Ok(self.room.backlog())
    }
}
