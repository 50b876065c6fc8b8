//! Policing: judging the blocks of others, and voting on them.
//!
//! A validator has seats on the benches of most blocks, and earns reputation by voting for good ones and against
//! bad ones. A block is bad if its author leaves out what others include, see [`verdict`]. Two tasks do that,
//! on validators only. One takes note of when transactions become ready and when blocks come, so that nothing is
//! missed ([`arrivals`]). The other, in a thread of its own, so that it delays neither blocks nor finality, judges
//! each block ([`task`], [`sight`]) and sends the votes that are due ([`votes`]). Without a pool vote key in the
//! keystore there are no seats and no votes.

pub mod log;
pub mod verdict;

mod arrivals;
mod blocks;
mod metrics;
#[cfg(test)]
mod mock;
mod sight;
mod task;
mod votes;

pub use self::log::{JudgedBlock, Reason, VerdictLog};
pub use verdict::Policing;

use super::network::Network;
use crate::client::{FullClient, TransactionPool};
use aitbc_primitives::{reputation::pools::Side, Moment};
use arrivals::SharedArrivals;
use futures::{channel::mpsc, StreamExt};
use metrics::Metrics;
use sc_client_api::BlockchainEvents;
use sc_consensus_aura::SlotDuration;
use sc_service::{error::Result, TaskManager};
use sp_keystore::KeystorePtr;
use sp_timestamp::Timestamp;
use std::sync::Arc;
use substrate_prometheus_endpoint::Registry;
use task::Judge;

/// Blocks that wait to be judged, at most. Those that come when there is no room are not judged.
const QUEUE: usize = 64;

/// What a node says of a block by what it has found.
pub type Verdicts = fn(Option<Side>) -> Option<Side>;

/// What time it is, in milliseconds since 1970.
type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// What policing needs.
pub struct PolicingParts {
    /// Access to the chain.
    pub client: Arc<FullClient>,
    /// What waits, and where votes go.
    pub transaction_pool: Arc<TransactionPool>,
    /// The keys that votes are signed with.
    pub keystore: KeystorePtr,
    /// The duration of a slot.
    pub slot_duration: SlotDuration,
    /// How easily this node finds a block bad.
    pub policing: Policing,
    /// What it says when it finds this or that.
    pub verdicts: Verdicts,
    /// Where it says it.
    pub log: VerdictLog,
}

/// Starts judging blocks and voting. Fails if `registry` has the counters already.
pub fn start(
    parts: PolicingParts,
    network: &Network,
    registry: Option<&Registry>,
    task_manager: &TaskManager,
) -> Result<()> {
    let PolicingParts {
        client,
        transaction_pool,
        keystore,
        slot_duration,
        policing,
        verdicts,
        log,
    } = parts;
    let arrivals = SharedArrivals::default();
    let clock: Clock = Arc::new(|| Timestamp::current().as_millis());
    let (sender, incoming) = mpsc::channel(QUEUE);
    task_manager.spawn_handle().spawn(
        "policing-arrivals",
        Some("policing"),
        arrivals::watch(
            transaction_pool.clone(),
            client.import_notification_stream().fuse(),
            arrivals.clone(),
            sender,
            clock.clone(),
            slot_duration,
        ),
    );
    let judge = Judge {
        client,
        transaction_pool,
        keystore,
        sync: network.sync.clone(),
        clock,
        slot_duration,
        policing,
        verdicts,
        arrivals,
        log,
        metrics: Metrics::new(registry)?,
    };
    task_manager.spawn_handle().spawn_blocking("policing", Some("policing"), judge.run(incoming));
    Ok(())
}
