//! What is not true, gossiped to all peers: reports of equivocations that never happened, and votes about
//! blocks by those who did not cast them.

mod reports;
mod votes;

use crate::{pool::Outbox, situation, LOG_TARGET};
use aitbc_node::client::FullClient;
use aitbc_primitives::{opaque::Block, Header};
use futures_timer::Delay;
use sc_network_sync::SyncingService;
use sp_blockchain::HeaderBackend;
use sp_keystore::KeystorePtr;
use std::{sync::Arc, time::Duration};

/// Time between two looks at the chain.
const LOOK: Duration = Duration::from_secs(1);

/// What is gossiped, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flood {
    /// `flood-reports=N`: so many reports of equivocations that never happened.
    Reports(usize),
    /// `flood-votes=N`: so many votes about blocks that nobody cast.
    Votes(usize),
}

impl Flood {
    /// The flood of this name.
    pub fn named(name: &str) -> Option<Self> {
        let (kind, count) = name.split_once('=')?;
        let count = count.parse().ok()?;
        match kind {
            "flood-reports" => Some(Self::Reports(count)),
            "flood-votes" => Some(Self::Votes(count)),
            _ => None,
        }
    }
}

/// Fills `outbox` as soon as the chain has a block and all producers look.
pub async fn fill(
    outbox: Outbox,
    flood: Flood,
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
    match flood {
        Flood::Reports(count) => match reports::Forger::new(&client, keystore, &best) {
            Ok(forger) => outbox.put("flood-reports", count, move |numbers| {
                numbers.map(|index| forger.report(index)).collect()
            }),
            Err(error) => could_not(&error),
        },
        // What is judged changes with each block.
        Flood::Votes(count) => outbox.put("flood-votes", count, move |numbers| {
            let forger = best_block(&client)
                .ok_or_else(|| "there is no block".to_string())
                .and_then(|best| votes::Forger::new(&client, &best));
            match forger {
                Ok(forger) => numbers.map(|index| forger.vote(index)).collect(),
                Err(error) => {
                    could_not(&error);
                    vec![]
                }
            }
        }),
    }
}

fn could_not(error: &str) {
    log::warn!(target: LOG_TARGET, "Could not flood: {error}");
}

fn is_watched(client: &FullClient, sync: &SyncingService<Block>, best: &Header) -> bool {
    situation::schedule(client, best).is_ok_and(|schedule| situation::all_look(sync, &schedule))
}

/// The best block, unless that is the first.
fn best_block(client: &FullClient) -> Option<Header> {
    client.header(client.info().best_hash).ok().flatten().filter(|header| header.number > 0)
}
