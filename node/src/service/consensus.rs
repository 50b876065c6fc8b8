//! The consensus glue: what a block passes on its way in, and who writes our own blocks.
//!
//! Aura for slots and GRANDPA for finality are stock. [`block_import`] is the one way into the database
//! for blocks from the network and for our own, and [`proposer_factory`] makes every block of this node,
//! so anything that must see or add to all of them wraps the one or the other, as the VRF does.

use super::{
    vrf::{VrfParts, VrfProposerFactory},
    GracefulSpawner,
};
use crate::client::{FullBackend, FullClient, SelectChain, TransactionPool};
use aitbc_primitives::opaque::Block;
use sc_basic_authorship::ProposerFactory;
use sc_consensus::DefaultImportQueue;
use sc_consensus_aura::{CheckForEquivocation, ImportQueueParams, SlotDuration};
use sc_service::{error::Result, Configuration, TaskManager};
use sc_telemetry::TelemetryHandle;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use sp_inherents::CreateInherentDataProviders;
use std::sync::Arc;

/// The way of every block into the database.
pub type ChainBlockImport =
    sc_consensus_grandpa::GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>;

/// What the block import hands to the GRANDPA voter.
pub type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, FullClient, SelectChain>;

/// Writer of this node's blocks.
pub type ChainProposerFactory =
    VrfProposerFactory<ProposerFactory<TransactionPool, FullClient>, FullClient>;

/// Blocks between two justifications that GRANDPA makes sure to keep, and that a syncing node
/// checks. Every change of validators has one regardless.
pub const JUSTIFICATION_PERIOD: u32 = 512;

/// Builds the block import and the link with which GRANDPA follows it.
pub fn block_import(
    client: &Arc<FullClient>,
    select_chain: SelectChain,
    telemetry: Option<TelemetryHandle>,
) -> Result<(ChainBlockImport, GrandpaLink)> {
    Ok(sc_consensus_grandpa::block_import(
        client.clone(),
        JUSTIFICATION_PERIOD,
        client,
        select_chain,
        telemetry,
    )?)
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
        justification_import: Some(Box::new(block_import.clone())),
        block_import,
        client,
        create_inherent_data_providers: slot_inherents(slot_duration),
        spawner: &GracefulSpawner::new(task_manager),
        registry: config.prometheus_registry(),
        check_for_equivocation: CheckForEquivocation::Yes,
        telemetry,
        compatibility_mode: Default::default(),
    })?)
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
