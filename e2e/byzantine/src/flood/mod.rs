//! Reports of equivocations that never happened, gossiped to all peers.

mod pool;
mod reports;

pub use pool::{Flood, Outbox};

use crate::situation;
use aitbc_node::client::FullClient;
use aitbc_primitives::{opaque::Block, Header};
use futures_timer::Delay;
use reports::Forger;
use sc_network_sync::SyncingService;
use sp_blockchain::HeaderBackend;
use sp_keystore::KeystorePtr;
use std::{sync::Arc, time::Duration};

/// Time between two looks at the chain.
const LOOK: Duration = Duration::from_secs(1);

/// Puts so many reports into `outbox` as soon as the chain has a block and all producers look.
pub async fn fill(
    outbox: Outbox,
    count: usize,
    client: Arc<FullClient>,
    keystore: KeystorePtr,
    sync: Arc<SyncingService<Block>>,
) {
    let best = loop {
        match best_block(&client) {
            Some(best) if is_watched(&client, &sync, &best) => break best,
            _ => Delay::new(LOOK).await,
        }
    };
    match Forger::new(&client, keystore, &best) {
        Ok(forger) => outbox.put((0..count).map(|index| forger.report(index)).collect()),
        Err(error) => log::warn!(target: crate::LOG_TARGET, "Could not flood: {error}"),
    }
}

fn is_watched(client: &FullClient, sync: &SyncingService<Block>, best: &Header) -> bool {
    situation::schedule(client, best).is_ok_and(|schedule| situation::all_look(sync, &schedule))
}

/// The best block, unless that is the first.
fn best_block(client: &FullClient) -> Option<Header> {
    client.header(client.info().best_hash).ok().flatten().filter(|header| header.number > 0)
}
