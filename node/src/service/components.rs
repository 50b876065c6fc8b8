//! The parts that nodes and database commands have in common: everything short of transactions and
//! the network.

use super::{
    consensus::{self, ChainBlockImport, ImportLinks},
    hold,
};
use crate::{
    client::{FullBackend, FullClient, SelectChain, WasmExecutor},
    preflight,
};
use aitbc_primitives::opaque::Block;
use sc_chain_spec::GenesisBlockBuilder;
use sc_consensus::DefaultImportQueue;
use sc_consensus_grandpa::GrandpaPruningFilter;
use sc_service::{error::Result, Configuration, KeystoreContainer, TaskManager};
use sc_telemetry::{Telemetry, TelemetryWorker};
use std::{path::Path, sync::Arc};

/// A chain in its database, its keys and its block import. Nothing runs yet.
pub struct Components {
    /// Access to the chain and its runtime.
    pub client: Arc<FullClient>,
    /// The database behind the client.
    pub backend: Arc<FullBackend>,
    /// Owner of all background tasks.
    pub task_manager: TaskManager,
    /// The keys of this node.
    pub keystore: KeystoreContainer,
    /// Which chain is the best.
    pub select_chain: SelectChain,
    /// The way of every block into the database.
    pub block_import: ChainBlockImport,
    /// What the block import hands to others.
    pub links: ImportLinks,
    /// Where blocks from elsewhere are verified.
    pub import_queue: DefaultImportQueue<Block>,
    /// Reports to telemetry servers, if any were given.
    pub telemetry: Option<Telemetry>,
}

/// Opens the chain's database, or makes it, and builds what rests on it.
///
/// The compiled runtime is kept in `runtime_cache`, if given. Fails if the database belongs to
/// another chain than `config.chain_spec`, or if that is a live one with placeholders in its genesis.
pub fn components(config: &Configuration, runtime_cache: Option<&Path>) -> Result<Components> {
    let executor = executor(config, runtime_cache)?;
    let (telemetry_worker, telemetry) = match &config.telemetry_endpoints {
        Some(endpoints) if !endpoints.is_empty() => {
            let worker = TelemetryWorker::new(16)?;
            let telemetry = worker.handle().new_telemetry(endpoints.clone());
            (Some(worker), Some(telemetry))
        }
        _ => (None, None),
    };
    let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);

    let genesis = config.chain_spec.as_storage_builder().build_storage()?;
    preflight::genesis::ensure_complete(&*config.chain_spec, &genesis)?;
    let backend = open_database(config)?;
    preflight::database::ensure_same_chain(&backend, genesis.clone(), &executor, config)?;

    let (client, backend, keystore, task_manager) =
        sc_service::new_full_parts_with_genesis_builder(
            config,
            telemetry_handle.clone(),
            executor.clone(),
            backend.clone(),
            GenesisBlockBuilder::new_with_storage(
                genesis,
                !config.no_genesis(),
                backend,
                executor,
            )?,
            false,
        )?;
    let client = Arc::new(client);
    hold::note_birth(&client, sc_consensus_aura::slot_duration(&*client)?)?;

    if let Some(worker) = telemetry_worker {
        task_manager.spawn_handle().spawn("telemetry", None, worker.run());
    }

    let select_chain = SelectChain::new(backend.clone());
    let (block_import, links) = consensus::block_import(
        config,
        &client,
        select_chain.clone(),
        keystore.keystore(),
        telemetry_handle.clone(),
    )?;
    let import_queue = consensus::import_queue(
        config,
        client.clone(),
        block_import.clone(),
        &task_manager,
        telemetry_handle,
    )?;

    Ok(Components {
        client,
        backend,
        task_manager,
        keystore,
        select_chain,
        block_import,
        links,
        import_queue,
        telemetry,
    })
}

/// Builds what runs the runtime.
fn executor(config: &Configuration, runtime_cache: Option<&Path>) -> Result<WasmExecutor> {
    let settings = &config.executor;
    let Some(directory) = runtime_cache else {
        return Ok(sc_service::new_wasm_executor(settings));
    };

    // Upstream's constructor has no way to set the cache.
    Ok(WasmExecutor::builder()
        .with_execution_method(settings.wasm_method)
        .with_max_runtime_instances(settings.max_runtime_instances)
        .with_runtime_cache_size(settings.runtime_cache_size)
        .with_cache_path(std::path::absolute(directory)?)
        .build())
}

/// Opens the database. Pruning spares blocks that carry GRANDPA justifications: warp sync proofs
/// are made of them.
fn open_database(config: &Configuration) -> Result<Arc<FullBackend>> {
    let mut settings = config.db_config();
    settings.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
    sc_service::new_db_backend(settings).map_err(|error| {
        let error = error.to_string();
        format!(
            "cannot open the database at '{}': {error}{}",
            preflight::database::path(config),
            preflight::database::advice(&error)
        )
        .into()
    })
}
