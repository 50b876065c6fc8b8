//! Making blocks on demand: what `--sealing` does instead of Aura and GRANDPA.
//!
//! Sealed blocks are those of a chain whose slots pass as fast as blocks are made: each takes the
//! slot after its parent's, unless the [`Clock`] was put forward, and carries the Aura pre-digest and the
//! VRF of it, so the runtime sees a validator that never misses a slot. They carry no Aura seal, as nobody
//! else is to accept them.

pub mod clock;
pub mod travel;

mod mode;
mod orders;

pub use mode::{ParseSealingError, Sealing};
pub use orders::SealingOrders;

use super::{consensus::ChainProposerFactory, network};
use crate::{
    client::{FullBackend, FullClient, SelectChain, TransactionPool},
    preflight::database,
};
use aitbc_primitives::{opaque::Block, Header};
use clock::Clock;
use futures::channel::mpsc;
use sc_consensus_aura::{AuraApi, AURA_ENGINE_ID};
use sc_consensus_manual_seal::{
    consensus::aura::AuraConsensusDataProvider, run_manual_seal, ManualSealParams,
};
use sc_service::{config::RpcMethods, error::Result, Configuration, TaskManager};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::{traits::Header as _, DigestItem};
use std::{collections::BTreeSet, sync::Arc};
use travel::{with_travels, Travels};

/// What clients may do to a chain that is sealed.
#[derive(Clone)]
pub struct SealingControls {
    /// Takes orders for blocks.
    pub orders: SealingOrders,
    /// Takes requests for other times.
    pub travels: Travels,
}

/// Orders that may wait before their senders have to.
const ORDER_QUEUE: usize = 128;

const LOG_TARGET: &str = "sealing";

/// Sets the node up to seal blocks: it keeps to itself and casts no votes. Fails, saying why, if it was
/// told what does not go with that.
pub fn adapt(config: &mut Configuration, mode: Sealing) -> Result<()> {
    if !config.role.is_authority() {
        return Err(format!(
            "--sealing {mode} makes blocks, so the node has to be an authority: add --dev, --alice \
             or --validator"
        )
        .into());
    }

    let public = config.rpc.addr.iter().flatten().find(|endpoint| {
        !endpoint.listen_addr.ip().is_loopback()
            && !matches!(endpoint.rpc_methods, RpcMethods::Unsafe)
    });
    if let Some(endpoint) = public {
        return Err(format!(
            "--sealing {mode} lets every RPC client make blocks, and RPC listens on {}: leave out \
             --rpc-external, or add --rpc-methods unsafe if that is what you want",
            endpoint.listen_addr
        )
        .into());
    }

    network::isolate(&mut config.network);
    config.disable_grandpa = true;
    Ok(())
}

/// Fails if the chain in the database cannot go on in the way in which this run makes blocks: on demand
/// if there is a mode of `sealing`, else slot by slot.
pub fn ensure_possible(
    config: &Configuration,
    client: &FullClient,
    sealing: Option<Sealing>,
) -> Result<()> {
    if let Some(mode) = sealing {
        ensure_one_validator(config, client, mode)?;
    }
    ensure_same_way(config, client, sealing)
}

/// Fails if the chain has more than one validator, or none: sealing makes the blocks of all of them.
fn ensure_one_validator(config: &Configuration, client: &FullClient, mode: Sealing) -> Result<()> {
    let best = client.info();
    let authorities: Vec<AuraId> =
        client.runtime_api().authorities(best.best_hash).map_err(sp_blockchain::Error::from)?;
    let validators = distinct(&authorities);
    if validators != 1 {
        return Err(format!(
            "--sealing {mode} works only on a chain with one validator, but {} has {} at block #{}: \
             use --dev or --chain e2e",
            config.chain_spec.name(),
            validators,
            best.best_number,
        )
        .into());
    }

    Ok(())
}

/// How many validators share the slots: a list of authorities names each as often as it has slots.
fn distinct(authorities: &[AuraId]) -> usize {
    authorities.iter().collect::<BTreeSet<_>>().len()
}

/// Fails if the best block in the database was made in the other way than this run makes them:
/// on demand or slot by slot. Sealed blocks have neither seals nor finality proofs, so a chain
/// cannot go on from one way to the other.
fn ensure_same_way(
    config: &Configuration,
    client: &FullClient,
    sealing: Option<Sealing>,
) -> Result<()> {
    let info = client.info();
    if info.best_number == 0 {
        return Ok(());
    }
    let Some(best) = client.header(info.best_hash)? else {
        return Ok(());
    };

    let advice = format!(
        "choose another --base-path, or delete the chain with `purge-chain` (database: '{}')",
        database::path(config)
    );
    match (sealing, carries_aura_seal(&best)) {
        (Some(mode), true) => Err(format!(
            "--sealing {mode} cannot continue a chain whose blocks were made slot by slot: leave \
             it out, {advice}"
        )
        .into()),
        (None, false) => Err(format!(
            "the blocks of this chain were made with --sealing, so only a node with --sealing can \
             continue it: add it, {advice}"
        )
        .into()),
        _ => Ok(()),
    }
}

fn carries_aura_seal(header: &Header) -> bool {
    matches!(header.digest().logs().last(), Some(DigestItem::Seal(AURA_ENGINE_ID, _)))
}

/// What sealing needs.
pub struct SealingParts {
    /// Access to the chain. Blocks go straight into it: GRANDPA's import would wait for votes.
    pub client: Arc<FullClient>,
    /// Which chain to build on.
    pub select_chain: SelectChain,
    /// Writer of the blocks.
    pub proposer_factory: ChainProposerFactory,
    /// Transactions to put into them.
    pub transaction_pool: Arc<TransactionPool>,
}

/// Starts the task that makes blocks when ordered to, and the one that orders them in `mode`.
pub fn start(
    mode: Sealing,
    task_manager: &TaskManager,
    parts: SealingParts,
) -> Result<SealingControls> {
    let SealingParts { client, select_chain, proposer_factory, transaction_pool } = parts;
    let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
    let (orders, commands) = mpsc::channel(ORDER_QUEUE);

    let clock = Arc::new(Clock::new(client.clone(), slot_duration));
    let (commands, travels) = with_travels(commands, clock.clone());
    let engine = run_manual_seal::<Block, _, FullBackend, _, _, _, _, _, _>(ManualSealParams {
        block_import: client.clone(),
        env: proposer_factory,
        client,
        pool: transaction_pool.clone(),
        commands_stream: commands,
        select_chain,
        consensus_data_provider: Some(Box::new(
            AuraConsensusDataProvider::<Block>::new_with_slot_duration(slot_duration),
        )),
        create_inherent_data_providers: move |parent, ()| {
            let time = clock.time_after(parent);
            async move { time.map(sp_timestamp::InherentDataProvider::new) }
        },
    });

    let essential = task_manager.spawn_essential_handle();
    essential.spawn_blocking("sealing-engine", Some("block-authoring"), engine);
    match mode {
        Sealing::Manual => {}
        Sealing::Instant => essential.spawn(
            "sealing-on-transactions",
            Some("block-authoring"),
            orders::seal_on_transactions(transaction_pool, orders.clone()),
        ),
        Sealing::Interval(every) => essential.spawn(
            "sealing-on-interval",
            Some("block-authoring"),
            orders::seal_on_interval(every, orders.clone()),
        ),
    }
    log::info!(target: LOG_TARGET, "Blocks are sealed on demand: {mode}");

    Ok(SealingControls { orders, travels })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sp_core::crypto::ByteArray;

    #[test]
    fn validators_are_counted_once() {
        let authority = |byte| AuraId::from_slice(&[byte; 32]).unwrap();
        assert_eq!(distinct(&[]), 0);
        assert_eq!(distinct(&[1, 1, 1].map(authority)), 1);
        assert_eq!(distinct(&[1, 2, 1].map(authority)), 2);
    }
}
