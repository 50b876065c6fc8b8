//! The tasks of a validator: making blocks in its slots, voting on finality, and making itself
//! known to the other validators.

use super::{
    consensus::{
        self, ChainBlockImport, ChainProposerFactory, GrandpaLink, OwnChain, JUSTIFICATION_PERIOD,
    },
    hold::Permission,
    network::{GrandpaProtocol, Network},
    wall_clock::OnlyLaterSlots,
};
use crate::client::{FullClient, TransactionPool};
use futures::StreamExt;
use sc_authority_discovery::{Role as DiscoveryRole, WorkerConfig};
use sc_consensus_aura::{SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{GrandpaParams, SharedVoterState, VotingRulesBuilder};
use sc_network::{Event, Multiaddr};
use sc_service::{error::Result, Configuration, Role, TaskManager};
use sc_telemetry::TelemetryHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use sp_keystore::KeystorePtr;
use std::{path::PathBuf, sync::Arc, time::Duration};
use substrate_prometheus_endpoint::Registry;

/// Share of a slot in which a block may be filled. The rest is for sending and importing it.
const PROPOSAL_SHARE_OF_SLOT: f32 = 2.0 / 3.0;

/// How long a GRANDPA message is expected to take to reach everybody.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// The part of a node's configuration that its consensus tasks go by.
#[derive(Clone)]
pub struct Settings {
    role: Role,
    node_name: String,
    force_authoring: bool,
    publish_non_global_ips: bool,
    public_addresses: Vec<Multiaddr>,
    network_directory: Option<PathBuf>,
    metrics: Option<Registry>,
}

impl Settings {
    /// Picks the settings out of the whole configuration.
    pub fn of(config: &Configuration) -> Self {
        Self {
            role: config.role,
            node_name: config.network.node_name.clone(),
            force_authoring: config.force_authoring,
            publish_non_global_ips: config.network.allow_non_globals_in_dht,
            public_addresses: config.network.public_addresses.clone(),
            network_directory: config.network.net_config_path.clone(),
            metrics: config.prometheus_registry().cloned(),
        }
    }

    /// Whether the node may act as a validator.
    pub fn is_authority(&self) -> bool {
        self.role.is_authority()
    }

    /// Where metrics are registered.
    pub fn metrics(&self) -> Option<&Registry> {
        self.metrics.as_ref()
    }
}

/// What block production needs.
pub struct AuraParts {
    /// Access to the chain.
    pub client: Arc<FullClient>,
    /// Which chain to build on.
    pub select_chain: OwnChain,
    /// The way of own blocks into the database.
    pub block_import: ChainBlockImport,
    /// Writer of the blocks.
    pub proposer_factory: ChainProposerFactory,
    /// The keys that own slots.
    pub keystore: KeystorePtr,
    /// Reports to telemetry servers.
    pub telemetry: Option<TelemetryHandle>,
}

/// Starts making blocks in the slots whose keys the keystore holds.
pub fn start_aura(
    settings: &Settings,
    network: &Network,
    task_manager: &TaskManager,
    parts: AuraParts,
) -> Result<()> {
    let AuraParts { client, select_chain, block_import, proposer_factory, keystore, telemetry } =
        parts;
    let slot_duration = sc_consensus_aura::slot_duration(&*client)?;

    let aura =
        sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(StartAuraParams {
            slot_duration,
            client,
            select_chain,
            block_import,
            proposer_factory,
            create_inherent_data_providers: consensus::slot_inherents(slot_duration),
            force_authoring: settings.force_authoring,
            // But never while finality lags: a validator that skips slots looks like one that is down.
            backoff_authoring_blocks: Some(OnlyLaterSlots),
            keystore,
            sync_oracle: network.sync.clone(),
            justification_sync_link: network.sync.clone(),
            block_proposal_slot_portion: SlotProportion::new(PROPOSAL_SHARE_OF_SLOT),
            max_block_proposal_slot_portion: None,
            telemetry,
            compatibility_mode: Default::default(),
        })?;

    task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
    Ok(())
}

/// What following and voting on finality needs.
pub struct GrandpaParts {
    /// The block import's end of GRANDPA.
    pub link: GrandpaLink,
    /// Where its messages go.
    pub protocol: GrandpaProtocol,
    /// When to begin, and with which keys to vote. Without any the node follows the votes of others.
    pub permission: Permission,
    /// Takes reports of equivocating voters.
    pub transaction_pool: Arc<TransactionPool>,
    /// Shares the state of the round with the RPC server.
    pub voter_state: SharedVoterState,
    /// Reports to telemetry servers.
    pub telemetry: Option<TelemetryHandle>,
}

/// Starts following finality, and voting if the keystore holds a validator's key, as soon as that is
/// permitted.
pub fn start_grandpa(
    settings: &Settings,
    network: &Network,
    task_manager: &TaskManager,
    parts: GrandpaParts,
) {
    let GrandpaParts {
        link,
        protocol,
        permission: Permission { keystore, start },
        transaction_pool,
        voter_state,
        telemetry,
    } = parts;

    let parameters = GrandpaParams {
        config: sc_consensus_grandpa::Config {
            gossip_duration: GOSSIP_DURATION,
            justification_generation_period: JUSTIFICATION_PERIOD,
            observer_enabled: false,
            local_role: settings.role,
            name: Some(settings.node_name.clone()),
            keystore: settings.is_authority().then_some(keystore),
            telemetry: telemetry.clone(),
            protocol_name: protocol.name,
        },
        link,
        network: network.service.clone(),
        sync: network.sync.clone(),
        notification_service: protocol.notifications,
        voting_rule: VotingRulesBuilder::default().build(),
        prometheus_registry: settings.metrics.clone(),
        shared_voter_state: voter_state,
        telemetry,
        offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(transaction_pool),
    };
    let voter = async move {
        start.await;
        match sc_consensus_grandpa::run_grandpa_voter(parameters) {
            Ok(voter) => voter.await,
            Err(error) => log::error!("GRANDPA cannot begin: {error}"),
        }
    };

    task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
}

/// Starts publishing this validator's addresses on the DHT and looking up those of the others.
pub fn start_discovery(
    settings: &Settings,
    network: &Network,
    task_manager: &TaskManager,
    client: Arc<FullClient>,
    keystore: KeystorePtr,
) {
    let dht_events =
        network.service.event_stream("authority-discovery").filter_map(|event| async move {
            match event {
                Event::Dht(event) => Some(event),
                _ => None,
            }
        });

    let (worker, _service) = sc_authority_discovery::new_worker_and_service_with_config(
        WorkerConfig {
            publish_non_global_ips: settings.publish_non_global_ips,
            public_addresses: settings.public_addresses.clone(),
            // No validator of this network predates signed records.
            strict_record_validation: true,
            persisted_cache_directory: settings.network_directory.clone(),
            ..Default::default()
        },
        client,
        Arc::new(network.service.clone()),
        Box::pin(dht_events),
        DiscoveryRole::PublishAndDiscover(keystore),
        settings.metrics.clone(),
        task_manager.spawn_handle(),
    );

    task_manager.spawn_handle().spawn(
        "authority-discovery-worker",
        Some("networking"),
        worker.run(),
    );
}
