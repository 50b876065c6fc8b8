//! Is there a database, and does it belong to the chain that was asked for?

use crate::client::{FullBackend, WasmExecutor};
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
    config.database.path().unwrap_or(Path::new("memory")).display()
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

/// What to do when a database cannot be opened with `error`, to be put behind it.
pub fn advice(error: &str) -> &'static str {
    if error.contains("in use") {
        ". Stop the node that uses it, or choose another --base-path"
    } else if error.contains("Incompatible pruning modes") {
        ". Which states are kept is decided when a database is made: start without --state-pruning to \
         go on as before, or make a new database with it, in another --base-path or after `purge-chain`. \
         Look before you purge the database of a validator: it remembers how it has voted"
    } else {
        ""
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

#[cfg(test)]
mod tests {
    use super::*;
    use sc_service::{BlocksPruning, DatabaseSource, PruningMode};

    /// Opens the database in `directory` as upstream does.
    fn open(directory: &Path, pruning: Option<PruningMode>) -> Result<FullBackend, String> {
        let settings = sc_client_db::DatabaseSettings {
            trie_cache_maximum_size: None,
            state_pruning: pruning,
            source: DatabaseSource::ParityDb { path: directory.into() },
            blocks_pruning: BlocksPruning::KeepFinalized,
            pruning_filters: vec![],
            metrics_registry: None,
        };
        FullBackend::new(settings, 0).map_err(|error| error.to_string())
    }

    #[test]
    fn advice_is_given_for_what_upstream_says() {
        let directory = tempfile::tempdir().unwrap();
        let kept = open(directory.path(), None).unwrap();
        let error = open(directory.path(), None).err().unwrap();
        assert!(advice(&error).contains("Stop the node"), "{error}");
        drop(kept);

        let archive = Some(PruningMode::ArchiveAll);
        let error = open(directory.path(), archive).err().unwrap();
        assert!(advice(&error).contains("--state-pruning"), "{error}");
        assert_eq!(advice("the disk is full"), "");
    }
}
