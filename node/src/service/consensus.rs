//! The consensus glue: what a block passes on its way in, and who writes our own blocks.
//!
//! Aura for slots and GRANDPA for finality are stock. [`block_import`] is the one way into the database
//! for blocks from the network and for our own, and [`proposer_factory`] makes every block of this node,
//! so anything that must see or add to all of them wraps the one or the other, as the watch for
//! equivocations and the VRF do. What Aura builds on is [`own_chain`]; GRANDPA and sealing go by the longest.

use super::{
    equivocation::{EquivocationWatch, Metrics, Pairs, PunctualChain, Reporter, WatchParts},
    vrf::{VrfParts, VrfProposerFactory},
    GracefulSpawner,
};
use crate::client::{FullBackend, FullClient, SelectChain, TransactionPool};
use aitbc_primitives::opaque::Block;
use futures::{FutureExt, StreamExt};
use sc_basic_authorship::ProposerFactory;
use sc_client_api::BlockchainEvents;
use sc_consensus::DefaultImportQueue;
use sc_consensus_aura::{CheckForEquivocation, ImportQueueParams, SlotDuration};
use sc_service::{error::Result, Configuration, TaskManager};
use sc_telemetry::TelemetryHandle;
use sc_transaction_pool_api::{TransactionPool as _, TransactionSource};
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use sp_inherents::CreateInherentDataProviders;
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// The way of every block into the database.
pub type ChainBlockImport = EquivocationWatch<
    sc_consensus_grandpa::GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>,
    FullClient,
>;

/// What the block import hands to the GRANDPA voter.
pub type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, FullClient, SelectChain>;

/// The chain that this node's blocks are built on.
pub type OwnChain = PunctualChain<SelectChain, FullClient>;

/// Writer of this node's blocks.
pub type ChainProposerFactory =
    VrfProposerFactory<ProposerFactory<TransactionPool, FullClient>, FullClient>;

/// Blocks between two justifications that GRANDPA makes sure to keep, and that a syncing node
/// checks. Every change of validators has one regardless.
pub const JUSTIFICATION_PERIOD: u32 = 512;

/// What the block import hands to others.
pub struct ImportLinks {
    /// For the GRANDPA voter.
    pub grandpa: GrandpaLink,
    /// For [`report_equivocations`].
    pub equivocations: Equivocations,
}

/// Equivocations that the block import sees, to be reported.
pub struct Equivocations {
    pairs: Pairs,
    metrics: Metrics,
}

/// Builds the block import and what others follow it by. The keys in `keystore` count as this node's if it
/// is an authority.
pub fn block_import(
    config: &Configuration,
    client: &Arc<FullClient>,
    select_chain: SelectChain,
    keystore: KeystorePtr,
    telemetry: Option<TelemetryHandle>,
) -> Result<(ChainBlockImport, ImportLinks)> {
    let (grandpa_import, grandpa) = sc_consensus_grandpa::block_import(
        client.clone(),
        JUSTIFICATION_PERIOD,
        client,
        select_chain,
        telemetry,
    )?;
    let metrics = Metrics::new(config.prometheus_registry())?;
    let (watch, pairs) = EquivocationWatch::new(
        grandpa_import,
        WatchParts {
            client: client.clone(),
            slot_duration: sc_consensus_aura::slot_duration(&**client)?,
            keystore: config.role.is_authority().then_some(keystore),
            metrics: metrics.clone(),
        },
    );
    Ok((watch, ImportLinks { grandpa, equivocations: Equivocations { pairs, metrics } }))
}

/// Builds the queue in which blocks from elsewhere are verified before their import.
pub fn import_queue(
    config: &Configuration,
    client: Arc<FullClient>,
    block_import: ChainBlockImport,
    task_manager: &TaskManager,
    telemetry: Option<TelemetryHandle>,
) -> Result<DefaultImportQueue<Block>> {
    let slot_duration = sc_consensus_aura::slot_duration(&*client)?;

    Ok(sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
        justification_import: Some(Box::new(block_import.inner().clone())),
        block_import,
        client,
        create_inherent_data_providers: slot_inherents(slot_duration),
        spawner: &GracefulSpawner::new(task_manager),
        registry: config.prometheus_registry(),
        // Upstream forgets the seals, which are half of the proof.
        check_for_equivocation: CheckForEquivocation::No,
        telemetry,
        compatibility_mode: Default::default(),
    })?)
}

/// Selects the chain that this node's blocks are built on. GRANDPA needs none of it: it never votes for the
/// last two blocks of a chain.
pub fn own_chain(
    client: Arc<FullClient>,
    select_chain: SelectChain,
    slot_duration: SlotDuration,
) -> OwnChain {
    PunctualChain::new(select_chain, client, slot_duration)
}

/// Starts reporting the equivocations that the block import sees.
pub fn report_equivocations(
    equivocations: Equivocations,
    client: Arc<FullClient>,
    transaction_pool: Arc<TransactionPool>,
    task_manager: &TaskManager,
) {
    let Equivocations { pairs, metrics } = equivocations;
    let blocks = client.import_notification_stream().fuse();
    let reporter = Reporter::new(
        client,
        Box::new(move |at, transaction| {
            let pool = transaction_pool.clone();
            async move {
                let submitted = pool.submit_one(at, TransactionSource::Local, transaction).await;
                submitted.map(drop).map_err(|error| error.to_string())
            }
            .boxed()
        }),
        metrics.reported,
    );
    task_manager.spawn_handle().spawn_blocking(
        "equivocation-reports",
        None,
        reporter.run(pairs, blocks),
    );
}

/// Builds the writer of this node's blocks.
pub fn proposer_factory(
    config: &Configuration,
    vrf: VrfParts<FullClient>,
    transaction_pool: Arc<TransactionPool>,
    task_manager: &TaskManager,
    telemetry: Option<TelemetryHandle>,
) -> Result<ChainProposerFactory> {
    let registry = config.prometheus_registry();
    let stock = ProposerFactory::new(
        task_manager.spawn_handle(),
        vrf.client.clone(),
        transaction_pool,
        registry,
        telemetry,
    );
    Ok(VrfProposerFactory::new(stock, vrf, registry)?)
}

/// The inherents of a block made or checked now: the time, and the slot it falls into.
///
/// A chain never changes the duration of its slots, so it is read once.
pub fn slot_inherents(
    slot_duration: SlotDuration,
) -> impl CreateInherentDataProviders<
    Block,
    (),
    InherentDataProviders = (
        sp_consensus_aura::inherents::InherentDataProvider,
        sp_timestamp::InherentDataProvider,
    ),
> {
    move |_, ()| async move {
        let time = sp_timestamp::InherentDataProvider::from_system_time();
        let slot =
            sp_consensus_aura::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
                *time,
                slot_duration,
            );
        Ok((slot, time))
    }
}
