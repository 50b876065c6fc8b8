//! The peer-to-peer network: block sync, transactions and GRANDPA's gossip.

use super::consensus::GrandpaLink;
use crate::client::{FullBackend, FullClient, TransactionPool};
use aitbc_primitives::{opaque::Block, Hash};
use sc_consensus::DefaultImportQueue;
use sc_network::{
    config::{
        FullNetworkConfiguration, NetworkBackendType, NetworkConfiguration, NonReservedPeerMode,
        TransportConfig,
    },
    service::traits::NetworkService,
    Litep2pNetworkBackend, NetworkBackend, NetworkWorker, NotificationService, ProtocolName,
};
use sc_network_sync::{SyncingService, WarpSyncConfig};
use sc_network_transactions::TransactionsHandlerController;
use sc_service::{error::Result, BuildNetworkParams, Configuration, TaskManager};
use sc_utils::mpsc::TracingUnboundedSender;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Handles of a running network.
#[derive(Clone)]
pub struct Network {
    /// Peers, addresses, the DHT.
    pub service: Arc<dyn NetworkService>,
    /// Block sync.
    pub sync: Arc<SyncingService<Block>>,
}

/// A network that has just started, with the ends that other services take over.
pub struct StartedNetwork {
    /// The network itself.
    pub network: Network,
    /// Gossips transactions.
    pub transactions: TransactionsHandlerController<Hash>,
    /// Answers the `system_*` RPC about the network.
    pub system_rpc: TracingUnboundedSender<sc_rpc::system::Request<Block>>,
    /// Where GRANDPA's messages go, if it was asked for.
    pub grandpa: Option<GrandpaProtocol>,
}

/// GRANDPA's gossip protocol.
pub struct GrandpaProtocol {
    /// Name on the wire, unique to the chain.
    pub name: ProtocolName,
    /// Sends and receives its messages.
    pub notifications: Box<dyn NotificationService>,
}

/// What a network is built from.
pub struct NetworkParts<'a> {
    /// The configuration of the node.
    pub config: &'a Configuration,
    /// Access to the chain.
    pub client: Arc<FullClient>,
    /// The database.
    pub backend: Arc<FullBackend>,
    /// Transactions to gossip.
    pub transaction_pool: Arc<TransactionPool>,
    /// Where synced blocks go.
    pub import_queue: DefaultImportQueue<Block>,
    /// Source of the validator sets that prove a warp sync.
    pub grandpa_link: &'a GrandpaLink,
    /// Whether GRANDPA will run.
    pub with_grandpa: bool,
    /// Runs the network's tasks.
    pub task_manager: &'a TaskManager,
}

/// Starts the network with the backend that the configuration names: litep2p unless told otherwise.
pub fn start(parts: NetworkParts) -> Result<StartedNetwork> {
    match parts.config.network.network_backend {
        NetworkBackendType::Litep2p => start_with::<Litep2pNetworkBackend>(parts),
        NetworkBackendType::Libp2p => start_with::<NetworkWorker<Block, Hash>>(parts),
    }
}

fn start_with<N: NetworkBackend<Block, Hash>>(parts: NetworkParts) -> Result<StartedNetwork> {
    let NetworkParts {
        config,
        client,
        backend,
        transaction_pool,
        import_queue,
        grandpa_link,
        with_grandpa,
        task_manager,
    } = parts;

    let mut net_config = FullNetworkConfiguration::<_, _, N>::new(
        &config.network,
        config.prometheus_registry().cloned(),
    );
    let metrics = N::register_notification_metrics(config.prometheus_registry());

    let grandpa = with_grandpa.then(|| {
        let genesis = client.info().genesis_hash;
        let name = sc_consensus_grandpa::protocol_standard_name(&genesis, &config.chain_spec);
        let (protocol, notifications) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
            name.clone(),
            metrics.clone(),
            net_config.peer_store_handle(),
        );
        net_config.add_notification_protocol(protocol);
        GrandpaProtocol { name, notifications }
    });

    let warp_sync = sc_consensus_grandpa::warp_proof::NetworkProvider::new(
        backend,
        grandpa_link.shared_authority_set().clone(),
        Vec::new(),
    );

    let (service, system_rpc, transactions, sync, _bitswap) =
        sc_service::build_network(BuildNetworkParams {
            config,
            net_config,
            client,
            transaction_pool,
            spawn_handle: task_manager.spawn_handle(),
            spawn_essential_handle: task_manager.spawn_essential_handle(),
            import_queue,
            block_announce_validator_builder: None,
            warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_sync))),
            block_relay: None,
            metrics,
            gap_sync_body_policy: None,
        })?;

    Ok(StartedNetwork { network: Network { service, sync }, transactions, system_rpc, grandpa })
}

/// Takes away all means to find or accept peers.
pub fn isolate(network: &mut NetworkConfiguration) {
    network.boot_nodes.clear();
    network.ipfs_bootnodes.clear();
    network.default_peers_set.in_peers = 0;
    network.default_peers_set.out_peers = 0;
    network.default_peers_set.reserved_nodes.clear();
    network.default_peers_set.non_reserved_mode = NonReservedPeerMode::Deny;
    network.default_peers_set_num_full = 0;
    network.enable_dht_random_walk = false;
    if let TransportConfig::Normal { enable_mdns, .. } = &mut network.transport {
        *enable_mdns = false;
    }
}
