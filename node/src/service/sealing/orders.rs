//! When blocks are sealed: orders to the engine, which makes them one after the other.

use super::LOG_TARGET;
use crate::client::TransactionPool;
use aitbc_primitives::Hash;
use futures::{
    channel::{mpsc, oneshot},
    SinkExt, StreamExt,
};
use sc_consensus_manual_seal::{EngineCommand, Error as SealError};
use sc_transaction_pool_api::TransactionPool as _;
use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, MissedTickBehavior};

/// Orders to the sealing task. The RPC server sends some, too.
pub type SealingOrders = mpsc::Sender<EngineCommand<Hash>>;

/// Transactions that become ready together and share a block.
const TRANSACTION_BATCH: usize = 8192;

/// Empty blocks in a row after which waiting transactions are taken for unfit.
const MAX_EMPTY_BLOCKS: u32 = 3;

/// Seals blocks whenever transactions become ready, until the engine stops.
pub async fn seal_on_transactions(pool: Arc<TransactionPool>, mut orders: SealingOrders) {
    let mut ready = pool.import_notification_stream().ready_chunks(TRANSACTION_BATCH);
    while ready.next().await.is_some() {
        if drain(&pool, &mut orders).await.is_err() {
            return;
        }
    }
}

/// Seals blocks until no transaction is ready.
///
/// A block can stay empty although transactions are ready: its hooks (those at the end of an era,
/// say) may leave no room. Then the way on leads through an empty block.
async fn drain(pool: &TransactionPool, orders: &mut SealingOrders) -> Result<(), EngineStopped> {
    let mut empty_blocks = 0;
    loop {
        match seal(orders, false).await? {
            SealOutcome::Sealed => empty_blocks = 0,
            // The engine let the pool catch up with the best block, so its status is up to date.
            SealOutcome::Empty if pool.status().ready == 0 => return Ok(()),
            SealOutcome::Empty if empty_blocks < MAX_EMPTY_BLOCKS => {
                empty_blocks += 1;
                seal(orders, true).await?;
            }
            SealOutcome::Empty => {
                log::warn!(
                    target: LOG_TARGET,
                    "Transactions are ready, but none fits into a block, nor into the \
                     {MAX_EMPTY_BLOCKS} after it"
                );
                return Ok(());
            }
            SealOutcome::Failed => return Ok(()),
        }
    }
}

/// Seals a block after each interval, until the engine stops.
pub async fn seal_on_interval(every: Duration, mut orders: SealingOrders) {
    // The keys of a development chain are made after this task has started.
    let mut ticks = tokio::time::interval_at(Instant::now() + every, every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if seal(&mut orders, true).await.is_err() {
            return;
        }
    }
}

/// The engine takes no more orders.
struct EngineStopped;

/// What became of an order.
enum SealOutcome {
    /// There is a new block.
    Sealed,
    /// The block would have had no transactions and was not allowed to be empty.
    Empty,
    /// No block for a reason that was logged.
    Failed,
}

/// Orders a final block and waits for it. `allow_empty` makes one without transactions, too.
async fn seal(orders: &mut SealingOrders, allow_empty: bool) -> Result<SealOutcome, EngineStopped> {
    let (sender, outcome) = oneshot::channel();
    let order = EngineCommand::SealNewBlock {
        create_empty: allow_empty,
        finalize: true,
        parent_hash: None,
        sender: Some(sender),
    };
    orders.send(order).await.map_err(|_| EngineStopped)?;

    match outcome.await.map_err(|_| EngineStopped)? {
        Ok(block) => {
            log::debug!(target: LOG_TARGET, "Sealed {:?}", block.hash);
            Ok(SealOutcome::Sealed)
        }
        Err(SealError::EmptyTransactionPool) => Ok(SealOutcome::Empty),
        Err(error) => {
            log::warn!(target: LOG_TARGET, "No block was sealed: {error}");
            Ok(SealOutcome::Failed)
        }
    }
}
