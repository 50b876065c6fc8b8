//! A whole node, in three parts: [`start`] builds it, has it serve, and lets it take part in consensus.

use super::{
    authority::{self, AuraParts, GrandpaParts, Settings},
    components,
    conduct::Conduct,
    consensus::{self, Equivocations, GrandpaLink, ImportLinks},
    equivocation::Halt,
    hold::{self, HoldParts},
    keyless,
    metrics::Metrics,
    network::{self, GrandpaProtocol, Network, NetworkParts, StartedNetwork},
    offchain::{self, OffchainParts},
    peers,
    policing::{self, PolicingParts, VerdictLog},
    sealing::{self, SealingControls, SealingParts},
    vrf::VrfParts,
    wall_clock, Components, GracefulSpawner, NodeOptions,
};
use crate::{
    client::{FullBackend, FullClient, TransactionPool},
    pool::{Origin, WaitingRoom},
    signatures,
};
use aitbc_primitives::{opaque::Block, BlockNumber, Hash};
use jsonrpsee::RpcModule;
use sc_consensus_grandpa::{
    FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::{error::Result, Configuration, RpcHandlers, SpawnTasksParams, TaskManager};
use sc_telemetry::{Telemetry, TelemetryHandle};
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
    /// Peers and block sync.
    pub network: Network,
    /// The JSON-RPC methods, to call without a socket.
    pub rpc: RpcHandlers,
}

/// Makes the JSON-RPC methods beyond those that every Substrate node has.
pub type Methods = fn(&RpcParts, SubscriptionTaskExecutor) -> Result<RpcModule<()>>;

/// What JSON-RPC methods work on.
pub struct RpcParts {
    /// Access to the chain and its runtime.
    pub client: Arc<FullClient>,
    /// Transactions waiting for a block.
    pub transaction_pool: Arc<TransactionPool>,
    /// Those that wait in front of the pool.
    pub waiting_room: Arc<WaitingRoom>,
    /// What `grandpa_*` reports on.
    pub finality: Finality,
    /// What `engine_*` and `dev_*` work on, if blocks are sealed on demand.
    pub sealing: Option<SealingControls>,
    /// What this node has said of blocks: nothing unless it is a validator.
    pub verdicts: VerdictLog,
}

/// What `grandpa_*` reports on.
pub struct Finality {
    /// The votes of the current round.
    pub voter_state: SharedVoterState,
    /// The validators that vote.
    pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
    /// Proofs of newly finalised blocks.
    pub justifications: GrandpaJustificationStream<Block>,
    /// Proofs of blocks finalised earlier.
    pub proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// Starts a node that makes blocks in its slots if it is an authority, or on demand if the
/// options ask for sealing. It answers `methods`, and acts towards others as `conduct` says.
///
/// Call it within a tokio runtime. Fails before anything runs if the database belongs to another
/// chain or the chain does not allow sealing.
pub fn start(
    config: Configuration,
    options: &NodeOptions,
    methods: Methods,
    conduct: &dyn Conduct,
) -> Result<Node> {
    build(config, options, conduct)?.serve(methods)?.take_part()
}

/// A node that has all that it is made of.
struct Built<'a> {
    config: Configuration,
    options: &'a NodeOptions,
    conduct: &'a dyn Conduct,
    components: Components,
    waiting_room: Arc<WaitingRoom>,
}

/// A node that follows the chain and answers clients, with what it takes part in consensus with.
struct Serving<'a> {
    node: Node,
    options: &'a NodeOptions,
    conduct: &'a dyn Conduct,
    settings: Settings,
    keystore: KeystorePtr,
    telemetry: Option<TelemetryHandle>,
    /// For block production in its slots, if it is to have any.
    aura: Option<AuraParts>,
    /// For votes on finality, if it is to follow them.
    grandpa: Option<GrandpaProtocol>,
    grandpa_link: GrandpaLink,
    equivocations: Equivocations,
    /// Whether this node must stop, since another uses its keys.
    halt: Halt,
    voter_state: SharedVoterState,
    /// What it says of blocks.
    verdicts: VerdictLog,
}

/// Opens the chain and checks that this node may go on with it.
fn build<'a>(
    mut config: Configuration,
    options: &'a NodeOptions,
    conduct: &'a dyn Conduct,
) -> Result<Built<'a>> {
    if let Some(mode) = options.sealing {
        sealing::adapt(&mut config, mode)?;
    }
    let components = components(&config, options.runtime_cache.as_deref())?;
    sealing::ensure_possible(&config, &components.client, options.sealing)?;

    config.prometheus_registry().map(signatures::register).transpose()?;
    let waiting_room = WaitingRoom::start(
        components.client.clone(),
        components.backend.clone(),
        options.pool,
        config.role.is_authority(),
        GracefulSpawner::new(&components.task_manager),
        &components.task_manager,
        config.prometheus_registry(),
    )?;

    Ok(Built { config, options, conduct, components, waiting_room })
}

impl<'a> Built<'a> {
    /// Starts what every node has: the network, offchain workers, RPC, telemetry and metrics; and,
    /// as it takes orders by RPC, the making of blocks on demand.
    fn serve(self, methods: Methods) -> Result<Serving<'a>> {
        let Self { config, options, conduct, components, waiting_room } = self;
        let transaction_pool = waiting_room.view(Origin::Client);
        let Components {
            client,
            backend,
            mut task_manager,
            keystore,
            select_chain,
            block_import,
            links: ImportLinks { grandpa: grandpa_link, equivocations },
            import_queue,
            mut telemetry,
        } = components;
        let keystore = keystore.keystore();
        let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);

        let StartedNetwork { network, transactions, system_rpc, grandpa } =
            network::start(NetworkParts {
                config: &config,
                client: client.clone(),
                backend: backend.clone(),
                transaction_pool: conduct.gossiped(waiting_room.view(Origin::Peer)),
                import_queue,
                grandpa_link: &grandpa_link,
                with_grandpa: !config.disable_grandpa,
                task_manager: &task_manager,
            })?;
        if config.offchain_worker.enabled {
            offchain::start(OffchainParts {
                config: &config,
                network: &network,
                task_manager: &task_manager,
                client: &client,
                backend: &backend,
                transaction_pool: &transaction_pool,
                keystore: keystore.clone(),
            })?;
        }

        let halt = block_import.halt();
        let proposer_factory = consensus::proposer_factory(
            &config,
            VrfParts {
                client: client.clone(),
                keystore: keystore.clone(),
                guarded: options.sealing.is_none(),
                halt: halt.clone(),
            },
            conduct.proposed(&client, transaction_pool.clone()),
            &task_manager,
            telemetry_handle.clone(),
        )?;
        let (aura, sealing) = match options.sealing {
            Some(mode) => {
                let parts = SealingParts {
                    client: client.clone(),
                    select_chain,
                    proposer_factory,
                    transaction_pool: transaction_pool.clone(),
                };
                (None, Some(sealing::start(mode, &task_manager, parts)?))
            }
            None if config.role.is_authority() => {
                let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
                let parts = AuraParts {
                    client: client.clone(),
                    select_chain: consensus::own_chain(client.clone(), select_chain, slot_duration),
                    block_import,
                    proposer_factory,
                    keystore: keystore.clone(),
                    telemetry: telemetry_handle.clone(),
                };
                (Some(parts), None)
            }
            None => (None, None),
        };

        let voter_state = SharedVoterState::empty();
        let authority_set = grandpa_link.shared_authority_set();
        let verdicts = VerdictLog::default();
        let rpc_parts = RpcParts {
            client: client.clone(),
            transaction_pool: transaction_pool.clone(),
            waiting_room,
            finality: Finality {
                voter_state: voter_state.clone(),
                authority_set: authority_set.clone(),
                justifications: grandpa_link.justification_stream(),
                proofs: FinalityProofProvider::new_for_service(
                    backend.clone(),
                    Some(authority_set.clone()),
                ),
            },
            sealing,
            verdicts: verdicts.clone(),
        };

        // Besides the RPC server and the informant this starts whatever else every node has, and
        // makes the keys of development chains, which must exist before anybody votes.
        let settings = Settings::of(&config);
        let boot_nodes = config.network.boot_nodes.clone();
        let metrics = config.prometheus_registry().map(Metrics::register).transpose()?;
        let rpc = sc_service::spawn_tasks(SpawnTasksParams {
            config,
            client: client.clone(),
            backend: backend.clone(),
            task_manager: &mut task_manager,
            keystore: keystore.clone(),
            transaction_pool: transaction_pool.clone(),
            rpc_builder: Box::new(move |executor| methods(&rpc_parts, executor)),
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
        if options.sealing.is_none() {
            task_manager.spawn_handle().spawn(
                "peers-warning",
                None,
                peers::warn_while_few(network.sync.clone(), boot_nodes),
            );
        }

        Ok(Serving {
            node: Node { task_manager, client, backend, transaction_pool, network, rpc },
            options,
            conduct,
            settings,
            keystore,
            telemetry: telemetry_handle,
            aura,
            grandpa,
            grandpa_link,
            equivocations,
            halt,
            voter_state,
            verdicts,
        })
    }
}

impl Serving<'_> {
    /// Starts what only nodes with slots have: block production and policing if this is an authority, finality,
    /// warnings of what keeps it from either, and reports of those who abuse their slots.
    fn take_part(self) -> Result<Node> {
        let Self {
            node,
            options,
            conduct,
            settings,
            keystore,
            telemetry,
            aura,
            grandpa,
            grandpa_link,
            equivocations,
            halt,
            voter_state,
            verdicts,
        } = self;
        let Node { task_manager, client, transaction_pool, network, .. } = &node;
        let slot_duration = sc_consensus_aura::slot_duration(&**client)?;

        if let Some(parts) = aura {
            task_manager.spawn_handle().spawn(
                "keyless-warning",
                None,
                keyless::warn_each_session(client.clone(), keystore.clone()),
            );
            authority::start_discovery(
                &settings,
                network,
                task_manager,
                client.clone(),
                keystore.clone(),
            );
            conduct.start_aura(&settings, network, task_manager, parts)?;
            policing::start(
                PolicingParts {
                    client: client.clone(),
                    transaction_pool: transaction_pool.clone(),
                    keystore: keystore.clone(),
                    slot_duration,
                    policing: options.policing,
                    verdicts: conduct.verdicts(),
                    log: verdicts,
                },
                network,
                settings.metrics(),
                task_manager,
            )?;
        }
        if options.sealing.is_none() {
            task_manager.spawn_handle().spawn(
                "clock-warning",
                None,
                wall_clock::warn_while_behind(client.clone(), slot_duration),
            );
            consensus::report_equivocations(
                equivocations,
                client.clone(),
                transaction_pool.clone(),
                task_manager,
            );
        }
        if let Some(protocol) = grandpa {
            let permission = hold::start(
                HoldParts {
                    client: client.clone(),
                    keystore,
                    justifications: grandpa_link.justification_stream(),
                    authority_set: grandpa_link.shared_authority_set().clone(),
                    voter_state: voter_state.clone(),
                    slot_duration,
                    halt,
                    is_authority: settings.is_authority(),
                },
                options.vote_on_fresh_database,
                task_manager,
            )?;
            let parts = GrandpaParts {
                link: grandpa_link,
                protocol,
                permission,
                transaction_pool: transaction_pool.clone(),
                voter_state,
                telemetry,
            };
            authority::start_grandpa(&settings, network, task_manager, parts);
        }
        Ok(node)
    }
}
