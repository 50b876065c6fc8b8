//! Offchain workers: what the runtime does beside the chain after each block.

use super::network::Network;
use crate::client::{FullBackend, FullClient, TransactionPool};
use futures::FutureExt;
use sc_client_api::Backend;
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{error::Result, Configuration, TaskManager};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// What offchain workers need.
pub struct OffchainParts<'a> {
    /// The configuration of the node.
    pub config: &'a Configuration,
    /// Where they ask for what is not on the chain.
    pub network: &'a Network,
    /// Runs them.
    pub task_manager: &'a TaskManager,
    /// Access to the chain and its runtime.
    pub client: &'a Arc<FullClient>,
    /// The database, where they keep what they know.
    pub backend: &'a FullBackend,
    /// Takes their transactions.
    pub transaction_pool: &'a Arc<TransactionPool>,
    /// The keys of this node.
    pub keystore: KeystorePtr,
}

/// Starts the runtime's offchain worker after each block.
pub fn start(parts: OffchainParts) -> Result<()> {
    let workers = OffchainWorkers::new(OffchainWorkerOptions {
        runtime_api_provider: parts.client.clone(),
        is_validator: parts.config.role.is_authority(),
        keystore: Some(parts.keystore),
        offchain_db: parts.backend.offchain_storage(),
        transaction_pool: Some(OffchainTransactionPoolFactory::new(parts.transaction_pool.clone())),
        network_provider: Arc::new(parts.network.service.clone()),
        enable_http_requests: true,
        custom_extensions: |_| vec![],
    })?;

    parts.task_manager.spawn_handle().spawn(
        "offchain-workers-runner",
        Some("offchain-worker"),
        workers.run(parts.client.clone(), parts.task_manager.spawn_handle()).boxed(),
    );
    Ok(())
}
