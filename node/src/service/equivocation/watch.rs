//! The block import that looks at every block.

use super::{
    early,
    memory::{Hashes, Memory, Ticket, SLOTS},
    metrics::Metrics,
    own::{Halt, Moment, OwnKeys},
};
use aitbc_primitives::{opaque::Block, Hash};
use futures::channel::mpsc;
use sc_consensus::{
    BlockCheckParams, BlockImport, BlockImportParams, ForkChoiceStrategy, ImportResult,
};
use sc_consensus_aura::{find_pre_digest, standalone::slot_author, SlotDuration};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus::BlockOrigin;
use sp_consensus_aura::{
    sr25519::{AuthorityId, AuthorityPair, AuthoritySignature},
    AuraApi, Slot,
};
use sp_core::sr25519::Public;
use sp_keystore::KeystorePtr;
use sp_timestamp::Timestamp;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

/// Pairs that may wait to be reported. One that finds no room is handed over again with the next block of
/// its producer in its slot; other nodes have seen it too.
const PAIRS_WAITING: usize = 64;

/// Two blocks of one producer in one slot. Both are in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The slot.
    pub slot: Slot,
    /// The key that sealed both.
    pub author: Public,
    /// The block that came first.
    pub first: Hash,
    /// The block that came later.
    pub second: Hash,
}

/// Where the pairs come out, each with the order to report it.
pub type Pairs = mpsc::Receiver<(Pair, Ticket)>;

/// What a watch needs.
pub struct WatchParts<C> {
    /// Access to the chain.
    pub client: Arc<C>,
    /// Duration of a slot.
    pub slot_duration: SlotDuration,
    /// The keys with which this node makes blocks, if it does.
    pub keystore: Option<KeystorePtr>,
    /// Counts what is seen.
    pub metrics: Metrics,
}

/// Imports blocks by `I`, and looks at each of the latest slots.
///
/// It changes nothing but whether a block may become best, and no import fails or waits because of it. What
/// its [module](super) says of blocks holds for those that `I` has imported: one that it refuses, because
/// the runtime does or finality has passed it, can do no harm beside another of its slot.
pub struct EquivocationWatch<I, C> {
    inner: I,
    eyes: Arc<Eyes<C>>,
}

impl<I: Clone, C> Clone for EquivocationWatch<I, C> {
    fn clone(&self) -> Self {
        Self { inner: self.inner.clone(), eyes: self.eyes.clone() }
    }
}

impl<I, C> EquivocationWatch<I, C> {
    /// Watches what `inner` imports. Pairs come out of the second value, if somebody takes them.
    pub fn new(inner: I, parts: WatchParts<C>) -> (Self, Pairs) {
        let WatchParts { client, slot_duration, keystore, metrics } = parts;
        let (sender, pairs) = mpsc::channel(PAIRS_WAITING);
        let eyes = Eyes {
            client,
            slot_duration,
            own: OwnKeys::new(keystore, slot_duration),
            started: Instant::now(),
            halt: Halt::default(),
            metrics,
            notes: Mutex::new(Notes { memory: Memory::default(), pairs: sender }),
        };
        (Self { inner, eyes: Arc::new(eyes) }, pairs)
    }

    /// The import that is watched.
    pub fn inner(&self) -> &I {
        &self.inner
    }

    /// Whether this node must make no more blocks and cast no more votes, since its keys are used elsewhere.
    pub fn halt(&self) -> Halt {
        self.eyes.halt.clone()
    }
}

#[async_trait::async_trait]
impl<I, C> BlockImport<Block> for EquivocationWatch<I, C>
where
    I: BlockImport<Block> + Send + Sync,
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync,
    C::Api: AuraApi<Block, AuthorityId>,
{
    type Error = I::Error;

    async fn check_block(
        &self,
        block: BlockCheckParams<Block>,
    ) -> Result<ImportResult, Self::Error> {
        self.inner.check_block(block).await
    }

    async fn import_block(
        &self,
        block: BlockImportParams<Block>,
    ) -> Result<ImportResult, Self::Error> {
        let now = Moment { time: Timestamp::current(), uptime: self.eyes.started.elapsed() };
        self.import_at(now, block).await
    }
}

impl<I, C> EquivocationWatch<I, C>
where
    I: BlockImport<Block> + Send + Sync,
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync,
    C::Api: AuraApi<Block, AuthorityId>,
{
    /// Imports a block that comes `now`.
    async fn import_at(
        &self,
        now: Moment,
        mut block: BlockImportParams<Block>,
    ) -> Result<ImportResult, I::Error> {
        let sight = self.eyes.look(now, &mut block);
        let result = self.inner.import_block(block).await;
        if let (Some(sight), Ok(ImportResult::Imported(_))) = (sight, &result) {
            self.eyes.note(sight);
        }
        result
    }
}

/// What looks at blocks.
struct Eyes<C> {
    client: Arc<C>,
    slot_duration: SlotDuration,
    own: OwnKeys,
    started: Instant,
    halt: Halt,
    metrics: Metrics,
    notes: Mutex<Notes>,
}

struct Notes {
    memory: Memory,
    pairs: mpsc::Sender<(Pair, Ticket)>,
}

/// What there is to see in a block before it is imported.
struct Sight {
    slot: Slot,
    author: Public,
    block: Hashes,
    early: bool,
}

impl<C> Eyes<C>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
    C::Api: AuraApi<Block, AuthorityId>,
{
    /// Looks at a block and, if it comes early, keeps it from becoming best. There is nothing to see in
    /// blocks that are not new, and when a node catches up, in those of slots that nobody remembers.
    fn look(&self, now: Moment, block: &mut BlockImportParams<Block>) -> Option<Sight> {
        let origin = origin_of(block)?;
        let slot = slot_of(&block.header)?;
        let current = Slot::from_timestamp(now.time, self.slot_duration);
        if origin == Origin::Sync && slot.saturating_add(SLOTS) <= current {
            return None;
        }
        let parent = block.header.parent_hash;
        let early = early::comes_early(slot, now.time, self.slot_duration, || {
            slot_of(&self.client.header(parent).ok()??)
        });
        // A higher one is on a block that would make a longer chain too: no two in a row are held back,
        // however many slots are missed.
        let early =
            early && block.header.number <= self.client.info().best_number.saturating_add(1);
        if early {
            block.fork_choice = Some(ForkChoiceStrategy::Custom(false));
        }

        let author = self.author(slot, parent)?;
        let sealed = block.post_hash();
        // Whoever asks for it again has it from here.
        block.post_hash = Some(sealed);
        if origin == Origin::Broadcast && self.own.are_used_by(now, slot, &author) {
            self.stop(slot, &author, sealed);
        }
        let unsealed = block.header.hash();
        Some(Sight { slot, author, block: Hashes { sealed, unsealed }, early })
    }

    /// Whose slot it is on `parent`. The verifier has asked the same, so this does not fail unless the
    /// import does.
    fn author(&self, slot: Slot, parent: Hash) -> Option<Public> {
        let authorities = self.client.runtime_api().authorities(parent).ok()?;
        Some(slot_author::<AuthorityPair>(slot, &authorities)?.clone().into())
    }

    /// Makes no more blocks and votes, since a block of an own key has come that this node did not make.
    fn stop(&self, slot: Slot, author: &Public, block: Hash) {
        self.metrics.foreign.inc();
        if self.halt.set() {
            let own = self.with_notes(|notes| notes.memory.first(slot, author));
            log::error!("🛑 {}", advice(slot, author, block, own));
        }
    }

    /// Takes note of a block that has been imported.
    fn note(&self, sight: Sight) {
        let Sight { slot, author, block, early } = sight;
        if early {
            self.metrics.early.inc();
            log::debug!(
                "Block {:?} of slot {slot} came early and left out the slot before",
                block.sealed
            );
        }
        self.with_notes(|Notes { memory, pairs }| {
            let Some(first) = memory.note(slot, author, block) else {
                return;
            };
            let pair = Pair { slot, author, first: first.block.sealed, second: block.sealed };
            let ticket = Ticket::issue();
            if pairs.try_send((pair, ticket.clone())).is_err() {
                return;
            }
            // Otherwise one pair of the slot was seen before, and its ticket given back.
            if first.ticket.replace(ticket).is_none() {
                self.metrics.seen.inc();
                log::warn!(
                    "👯 {author} has made two blocks in slot {slot}: {:?} and {:?}",
                    first.block.sealed,
                    block.sealed
                );
            }
        });
    }

    fn with_notes<T>(&self, work: impl FnOnce(&mut Notes) -> T) -> T {
        work(&mut self.notes.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Where a block comes from that may have something to see.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Own,
    /// It is new on the network.
    Broadcast,
    /// This node catches up; or others have published more than a few blocks at once, which is the same to it.
    Sync,
}

/// Where a block comes from, if it may be a new one and comes to be executed, in full.
fn origin_of(block: &BlockImportParams<Block>) -> Option<Origin> {
    let origin = match block.origin {
        BlockOrigin::Own => Origin::Own,
        BlockOrigin::NetworkBroadcast | BlockOrigin::ConsensusBroadcast => Origin::Broadcast,
        BlockOrigin::NetworkInitialSync => Origin::Sync,
        BlockOrigin::Genesis | BlockOrigin::File | BlockOrigin::WarpSync | BlockOrigin::GapSync => {
            return None
        }
    };
    let executed = !block.with_state() && !block.state_action.skip_execution_checks();
    executed.then_some(origin)
}

fn slot_of(header: &aitbc_primitives::Header) -> Option<Slot> {
    find_pre_digest::<Block, AuthoritySignature>(header).ok()
}

/// What to tell the operator of a node that has stopped: `own` is the block it has made in that slot itself.
fn advice(slot: Slot, author: &Public, block: Hash, own: Option<Hash>) -> String {
    let own = match own {
        Some(own) => format!("its own block there is {own:?}"),
        None => "it has made none there".into(),
    };
    format!(
        "Block {block:?} of slot {slot} is sealed with the key {author} of this node, which did not make it: \
         {own}. So another node uses the same keys, and two blocks in one slot cost half of the stake. This \
         node makes no more blocks, and casts no more votes on finality from the next round on. Turn off one \
         of the two for good, then restart the other"
    )
}

#[cfg(test)]
mod tests;
