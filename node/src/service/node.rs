//! A whole node.

use super::{
    authority::{self, AuraParts, GrandpaParts},
    components, consensus,
    hold::{self, HoldParts},
    keyless,
    metrics::Metrics,
    network::{self, Network, NetworkParts, StartedNetwork},
    peers,
    sealing::{self, SealingControls, SealingParts},
    wall_clock, Components, FullBackend, FullClient, GracefulSpawner, TransactionPool,
};
use crate::{cli::NodeOptions, rpc};
use aitbc_primitives::opaque::Block;
use futures::FutureExt;
use sc_client_api::Backend;
use sc_consensus_grandpa::{FinalityProofProvider, SharedVoterState};
use sc_network::service::traits::NetworkService;
use sc_network_sync::SyncingService;
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{error::Result, Configuration, RpcHandlers, SpawnTasksParams, TaskManager};
use sc_telemetry::Telemetry;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// Handles of a running node. It runs for as long as the task manager lives.
pub struct Node {
    /// Owner of all background tasks.
    pub task_manager: TaskManager,
    /// Access to the chain and its runtime.
    pub client: Arc<FullClient>,
    /// The database behind the client.
    pub backend: Arc<FullBackend>,
    /// Transactions waiting for a block.
    pub transaction_pool: Arc<TransactionPool>,
    /// Peers, addresses, the DHT.
    pub network: Arc<dyn NetworkService>,
    /// Block sync.
    pub sync: Arc<SyncingService<Block>>,
    /// The JSON-RPC methods, to call without a socket.
    pub rpc: RpcHandlers,
}

/// Starts a node that makes blocks in its slots if it is an authority, or on demand if the
/// options ask for sealing.
///
/// Call it within a tokio runtime. Fails before anything runs if the database belongs to another
/// chain or the chain does not allow sealing.
pub fn start(mut config: Configuration, options: &NodeOptions) -> Result<Node> {
    let sealing = options.sealing;
    if let Some(mode) = sealing {
        sealing::ensure_configured(&config, mode)?;
        network::isolate(&mut config.network);
    }
    let components = components(&config, options.runtime_cache.as_deref())?;
    if let Some(mode) = sealing {
        sealing::ensure_one_validator(&config, &components.client, mode)?;
    }
    sealing::ensure_same_way(&config, &components.client, sealing)?;

    let Components {
        client,
        backend,
        mut task_manager,
        keystore,
        select_chain,
        block_import,
        grandpa_link,
        import_queue,
        mut telemetry,
    } = components;
    let transaction_pool = Arc::new(
        sc_transaction_pool::Builder::new(
            GracefulSpawner::new(&task_manager),
            client.clone(),
            config.role.is_authority().into(),
        )
        .with_options(config.transaction_pool.clone())
        .with_prometheus(config.prometheus_registry())
        .build(),
    );

    let grandpa_enabled = !config.disable_grandpa && sealing.is_none();
    let StartedNetwork {
        network,
        transactions,
        system_rpc,
        grandpa,
    } = network::start(NetworkParts {
        config: &config,
        client: client.clone(),
        backend: backend.clone(),
        transaction_pool: transaction_pool.clone(),
        import_queue,
        grandpa_link: &grandpa_link,
        with_grandpa: grandpa_enabled,
        task_manager: &task_manager,
    })?;
    if config.offchain_worker.enabled {
        start_offchain_workers(OffchainParts {
            config: &config,
            network: &network,
            task_manager: &task_manager,
            client: &client,
            backend: &backend,
            transaction_pool: &transaction_pool,
            keystore: keystore.keystore(),
        })?;
    }

    let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);
    let proposer_factory = consensus::proposer_factory(
        &config,
        client.clone(),
        transaction_pool.clone(),
        &task_manager,
        telemetry_handle.clone(),
    );
    let production = match sealing {
        Some(mode) => Production::OnDemand(sealing::start(
            mode,
            &task_manager,
            SealingParts {
                client: client.clone(),
                select_chain,
                proposer_factory,
                transaction_pool: transaction_pool.clone(),
            },
        )?),
        None if config.role.is_authority() => Production::InSlots(Box::new(AuraParts {
            client: client.clone(),
            select_chain,
            block_import,
            proposer_factory,
            keystore: keystore.keystore(),
            telemetry: telemetry_handle.clone(),
        })),
        None => Production::Off,
    };

    let voter_state = SharedVoterState::empty();
    let methods = rpc::Methods {
        client: client.clone(),
        transaction_pool: transaction_pool.clone(),
        finality: rpc::Finality {
            voter_state: voter_state.clone(),
            authority_set: grandpa_link.shared_authority_set().clone(),
            justifications: grandpa_link.justification_stream(),
            proofs: FinalityProofProvider::new_for_service(
                backend.clone(),
                Some(grandpa_link.shared_authority_set().clone()),
            ),
        },
        sealing: production.sealing(),
    };

    // Besides the RPC server and the informant this starts whatever else every node has, and
    // makes the keys of development chains, which must exist before anybody votes.
    let settings = authority::Settings::of(&config);
    let boot_nodes = config.network.boot_nodes.clone();
    let metrics = config
        .prometheus_registry()
        .map(Metrics::register)
        .transpose()?;
    let rpc = sc_service::spawn_tasks(SpawnTasksParams {
        config,
        client: client.clone(),
        backend: backend.clone(),
        task_manager: &mut task_manager,
        keystore: keystore.keystore(),
        transaction_pool: transaction_pool.clone(),
        rpc_builder: Box::new(move |executor| methods.module(executor)),
        network: network.service.clone(),
        system_rpc_tx: system_rpc,
        tx_handler_controller: transactions,
        sync_service: network.sync.clone(),
        telemetry: telemetry.as_mut(),
        tracing_execute_block: None,
    })?;

    if let Some(metrics) = metrics {
        task_manager.spawn_handle().spawn_blocking(
            "chain-metrics",
            None,
            metrics.follow(client.clone(), network.sync.clone()),
        );
    }
    if let Production::InSlots(aura) = production {
        task_manager.spawn_handle().spawn(
            "keyless-warning",
            None,
            keyless::warn_each_session(client.clone(), keystore.keystore()),
        );
        authority::start_discovery(
            &settings,
            &network,
            &task_manager,
            client.clone(),
            keystore.keystore(),
        );
        authority::start_aura(&settings, &network, &task_manager, *aura)?;
    }
    let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
    if sealing.is_none() {
        task_manager.spawn_handle().spawn(
            "clock-warning",
            None,
            wall_clock::warn_while_behind(client.clone(), slot_duration),
        );
        task_manager.spawn_handle().spawn(
            "peers-warning",
            None,
            peers::warn_while_few(network.sync.clone(), boot_nodes),
        );
    }
    if let Some(protocol) = grandpa {
        let permission = hold::start(
            HoldParts {
                client: client.clone(),
                keystore: keystore.keystore(),
                justifications: grandpa_link.justification_stream(),
                authority_set: grandpa_link.shared_authority_set().clone(),
                voter_state: voter_state.clone(),
                slot_duration,
                is_authority: settings.is_authority(),
            },
            options.vote_on_fresh_database,
            &task_manager,
        )?;
        let parts = GrandpaParts {
            link: grandpa_link,
            protocol,
            permission,
            transaction_pool: transaction_pool.clone(),
            voter_state,
            telemetry: telemetry_handle,
        };
        authority::start_grandpa(&settings, &network, &task_manager, parts);
    }

    Ok(Node {
        task_manager,
        client,
        backend,
        transaction_pool,
        network: network.service,
        sync: network.sync,
        rpc,
    })
}

/// How this node makes blocks.
enum Production {
    /// It only follows the chain.
    Off,
    /// As a validator in its slots.
    InSlots(Box<AuraParts>),
    /// When ordered to.
    OnDemand(SealingControls),
}

impl Production {
    fn sealing(&self) -> Option<SealingControls> {
        match self {
            Self::OnDemand(controls) => Some(controls.clone()),
            Self::Off | Self::InSlots(_) => None,
        }
    }
}

/// What offchain workers need.
struct OffchainParts<'a> {
    config: &'a Configuration,
    network: &'a Network,
    task_manager: &'a TaskManager,
    client: &'a Arc<FullClient>,
    backend: &'a FullBackend,
    transaction_pool: &'a Arc<TransactionPool>,
    keystore: KeystorePtr,
}

/// Starts the runtime's offchain worker after each block.
fn start_offchain_workers(parts: OffchainParts) -> Result<()> {
    let workers = OffchainWorkers::new(OffchainWorkerOptions {
        runtime_api_provider: parts.client.clone(),
        is_validator: parts.config.role.is_authority(),
        keystore: Some(parts.keystore),
        offchain_db: parts.backend.offchain_storage(),
        transaction_pool: Some(OffchainTransactionPoolFactory::new(
            parts.transaction_pool.clone(),
        )),
        network_provider: Arc::new(parts.network.service.clone()),
        enable_http_requests: true,
        custom_extensions: |_| vec![],
    })?;

    parts.task_manager.spawn_handle().spawn(
        "offchain-workers-runner",
        Some("offchain-worker"),
        workers
            .run(parts.client.clone(), parts.task_manager.spawn_handle())
            .boxed(),
    );
    Ok(())
}
