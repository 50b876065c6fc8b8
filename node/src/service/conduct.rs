//! How a node acts towards others, and the one place where a test program may have it act in another way.

use super::{
    authority::{self, AuraParts, Settings},
    network::Network,
    policing::Verdicts,
};
use crate::client::{FullClient, TransactionPool};
use sc_service::{error::Result, TaskManager};
use std::sync::Arc;

/// How a node acts towards others. What the methods do by default is what every node does.
pub trait Conduct {
    /// Starts making blocks in the slots whose keys the keystore holds.
    fn start_aura(
        &self,
        settings: &Settings,
        network: &Network,
        task_manager: &TaskManager,
        parts: AuraParts,
    ) -> Result<()> {
        authority::start_aura(settings, network, task_manager, parts)
    }

    /// The pool whose transactions the network offers to peers and which takes theirs, for the node's own.
    fn gossiped(&self, pool: Arc<TransactionPool>) -> Arc<TransactionPool> {
        pool
    }

    /// What the node says of blocks by what it has found.
    fn verdicts(&self) -> Verdicts {
        |found| found
    }

    /// The pool with whose transactions the node fills its blocks, for the node's own.
    fn proposed(&self, _: &Arc<FullClient>, pool: Arc<TransactionPool>) -> Arc<TransactionPool> {
        pool
    }
}

/// What every node does.
pub struct Usual;

impl Conduct for Usual {}
