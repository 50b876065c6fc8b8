//! Is there a database, and does it belong to the chain that was asked for?

use crate::service::{FullBackend, WasmExecutor};
use aitbc_primitives::{opaque::Block, Hash};
use sc_chain_spec::{BuildGenesisBlock, GenesisBlockBuilder};
use sc_client_api::Backend;
use sc_service::Configuration;
use sp_blockchain::HeaderBackend;
use sp_core::storage::Storage;
use sp_runtime::traits::Block as _;
use std::{fmt, path::Path, sync::Arc};

/// Where the database is, for people.
pub fn path(config: &Configuration) -> impl fmt::Display + '_ {
    config
        .database
        .path()
        .unwrap_or(Path::new("memory"))
        .display()
}

/// Fails if the chain has no database yet. Upstream would make an empty one, even for commands
/// that only read.
pub fn ensure_exists(config: &Configuration) -> Result<(), String> {
    match config.database.path() {
        Some(directory) if !directory.exists() => Err(format!(
            "{} has no database at '{}': check --chain and --base-path",
            config.chain_spec.name(),
            path(config)
        )),
        _ => Ok(()),
    }
}

/// Fails if `backend` already holds a chain that starts from another genesis than `genesis`.
///
/// Upstream trusts the database: it would carry on with the old chain under the new chain's name.
/// That happens easily, as the genesis of a built-in chain changes with the runtime inside the
/// node while its database directory stays the same.
pub fn ensure_same_chain(
    backend: &Arc<FullBackend>,
    genesis: Storage,
    executor: &WasmExecutor,
    config: &Configuration,
) -> sc_service::error::Result<()> {
    let stored = backend.blockchain().info().genesis_hash;
    if stored == Hash::default() {
        return Ok(());
    }

    let (block, _) = GenesisBlockBuilder::<Block, _, _>::new_with_storage(
        genesis,
        false,
        backend.clone(),
        executor.clone(),
    )?
    .build_genesis_block()?;
    let expected = block.header().hash();
    if stored == expected {
        return Ok(());
    }

    Err(format!(
        "the database at '{}' belongs to another chain: its genesis is {stored:?}, but {} ({}) \
         starts from {expected:?}. Either the chain spec is not the one the database was made \
         with, or it is a built-in one and the runtime inside this node has changed since. Keep \
         the data by using the old spec file or another --base-path, or delete it with \
         `purge-chain`",
        path(config),
        config.chain_spec.name(),
        config.chain_spec.id(),
    )
    .into())
}
