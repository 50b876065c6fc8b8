//! What a node sees of the chain.

use crate::{
    history::{Block, Event},
    Result,
};
use aitbc_runtime::{BlockNumber, Hash, Header};
use jsonrpsee::{
    core::client::{Client, ClientT, Subscription, SubscriptionClientT},
    rpc_params,
};
use serde::Deserialize;
use sp_core::Bytes;
use sp_io::hashing::blake2_256;
use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::mpsc::UnboundedSender;

/// A block as the node tells it.
#[derive(Deserialize)]
struct SignedBlock {
    block: BlockOfRpc,
}

#[derive(Deserialize)]
struct BlockOfRpc {
    header: Header,
    extrinsics: Vec<Bytes>,
}

/// Follows the chain from the block on that is the best one now.
pub struct Watch {
    client: Arc<Client>,
    best: Subscription<Header>,
    finalised: Subscription<Header>,
    /// Of the blocks that were seen and are not final, those before them.
    parents: HashMap<Hash, Hash>,
    /// What is not higher is not told: it is older than the run, or final.
    floor: BlockNumber,
}

impl Watch {
    /// Asks the node to tell about its blocks.
    pub async fn start(client: Arc<Client>) -> Result<Self> {
        let mut best =
            subscribe(&client, "chain_subscribeNewHeads", "chain_unsubscribeNewHeads").await?;
        let finalised =
            subscribe(&client, "chain_subscribeFinalizedHeads", "chain_unsubscribeFinalizedHeads")
                .await?;
        // The first is the one of now.
        let floor = next(&mut best).await?.number;
        Ok(Self { client, best, finalised, parents: HashMap::new(), floor })
    }

    /// Tells `events` of each block after that, until nobody listens.
    pub async fn follow(mut self, start: Instant, events: UnboundedSender<Event>) {
        if let Err(error) = self.try_follow(start, &events).await {
            // Nobody listens any more when the run is over.
            let _ = events.send(Event::Lost(format!("the node that is watched: {error}")));
        }
    }

    async fn try_follow(&mut self, start: Instant, events: &UnboundedSender<Event>) -> Result<()> {
        loop {
            tokio::select! {
                head = next(&mut self.best) => {
                    let now = start.elapsed();
                    self.seen(&head?, now, events).await?;
                }
                head = next(&mut self.finalised) => {
                    let (head, now) = (head?, start.elapsed());
                    // A node may tell that a block is final before it tells that it is the best.
                    self.seen(&head, now, events).await?;
                    self.finalised(&head, now, events)?;
                }
            }
        }
    }

    /// Tells of a block, and of those before it that were not told since a node names only the last of
    /// several that it imports at a time.
    async fn seen(
        &mut self,
        head: &Header,
        now: Duration,
        events: &UnboundedSender<Event>,
    ) -> Result<()> {
        let (mut hash, mut number) = (head.hash(), head.number);
        while number > self.floor && !self.parents.contains_key(&hash) {
            let SignedBlock { block } =
                self.client.request("chain_getBlock", rpc_params![hash]).await?;
            let parent = block.header.parent_hash;
            let transactions =
                block.extrinsics.iter().map(|bytes| blake2_256(bytes).into()).collect();
            self.parents.insert(hash, parent);
            events.send(Event::Seen(Block { hash, number, transactions }, now))?;
            (hash, number) = (parent, number - 1);
        }
        Ok(())
    }

    /// Tells that a block is final, with those before it.
    fn finalised(
        &mut self,
        head: &Header,
        now: Duration,
        events: &UnboundedSender<Event>,
    ) -> Result<()> {
        let mut hash = head.hash();
        while let Some(parent) = self.parents.remove(&hash) {
            events.send(Event::Final(hash, now))?;
            hash = parent;
        }
        self.floor = self.floor.max(head.number);
        Ok(())
    }
}

async fn subscribe(
    client: &Client,
    method: &'static str,
    unsubscribe: &'static str,
) -> Result<Subscription<Header>> {
    Ok(client.subscribe(method, rpc_params![], unsubscribe).await?)
}

async fn next(heads: &mut Subscription<Header>) -> Result<Header> {
    match heads.next().await {
        Some(head) => Ok(head?),
        None => Err("the connection is closed".into()),
    }
}
