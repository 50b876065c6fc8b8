//! The task of a validator that judges each block and votes.

use super::{
    arrivals::SharedArrivals,
    blocks::Blocks,
    metrics::Metrics,
    sight::{self, Sight, Waiting},
    verdict::{Circumstances, Policing, Record},
    votes::{self, BestChain, Planner},
    Clock, JudgedBlock, Reason, VerdictLog, Verdicts,
};
use aitbc_primitives::{
    consensus::{PorApi, SlotNumber},
    opaque::{Block, UncheckedExtrinsic},
    reputation::pools::{views::PoolApi, Side},
    AccountId, Balance, BlockNumber, Hash, Header, Moment,
};
use futures::{
    channel::mpsc,
    future::{select, Either},
    StreamExt,
};
use futures_timer::Delay;
use pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi;
use sc_client_api::BlockImportNotification;
use sc_consensus_aura::{find_pre_digest, SlotDuration};
use sc_transaction_pool_api::{InPoolTransaction, TransactionPool, TransactionSource};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus::{BlockOrigin, SyncOracle};
use sp_consensus_aura::{sr25519::AuthoritySignature, Slot};
use sp_keystore::KeystorePtr;
use std::{collections::BTreeMap, sync::Arc, time::Instant};

/// Verdicts that are kept for votes: those about the last blocks, and longer than any pool is open.
const VERDICTS: BlockNumber = 256;

const LOG_TARGET: &str = "policing";

/// A block that was imported.
pub struct Incoming {
    /// The block. While this is there, its state is.
    pub block: BlockImportNotification<Block>,
    /// When it came, in milliseconds since 1970.
    pub came: Moment,
}

/// Judges blocks and votes.
pub struct Judge<C, P> {
    /// Access to the chain.
    pub client: Arc<C>,
    /// What waits, and where votes go.
    pub transaction_pool: Arc<P>,
    /// The keys that votes are signed with.
    pub keystore: KeystorePtr,
    /// Whether this node catches up with the chain.
    pub sync: Arc<dyn SyncOracle + Send + Sync>,
    /// What time it is.
    pub clock: Clock,
    /// The duration of a slot.
    pub slot_duration: SlotDuration,
    /// How easily it finds a block bad.
    pub policing: Policing,
    /// What it says when it finds this or that.
    pub verdicts: Verdicts,
    /// When transactions became ready.
    pub arrivals: SharedArrivals,
    /// Where it says it.
    pub log: VerdictLog,
    /// Counts it.
    pub metrics: Metrics,
}

/// What the judge remembers.
struct Memory {
    record: Record,
    started: SlotNumber,
    reorganised: Option<SlotNumber>,
    said: BTreeMap<(BlockNumber, Hash), Side>,
    planner: Planner,
    /// The block after which it has last looked for votes to send.
    voted_at: Option<Hash>,
}

/// What is said of a block, and why.
#[derive(Default)]
struct Opinion {
    verdict: Option<Side>,
    reason: Option<Reason>,
    left_out: Option<AccountId>,
}

impl From<Reason> for Opinion {
    fn from(reason: Reason) -> Self {
        Self { reason: Some(reason), ..Default::default() }
    }
}

impl<C, P> Judge<C, P>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Blocks,
    C::Api: PorApi<Block, AccountId>
        + PoolApi<Block, AccountId>
        + TransactionPaymentApi<Block, Balance>,
    P: TransactionPool<Block = Block, Hash = Hash>,
{
    /// Judges blocks and votes until the node stops. The calls into the runtime take their time, so this belongs
    /// on a thread that may block.
    pub async fn run(self, mut incoming: mpsc::Receiver<Incoming>) {
        let mut memory = self.begin();
        while let Some(block) = incoming.next().await {
            self.take(&mut memory, block).await;
        }
    }

    /// What there is to remember when a node is started.
    fn begin(&self) -> Memory {
        Memory {
            record: Record::default(),
            started: self.slot_at((self.clock)()),
            reorganised: None,
            said: BTreeMap::new(),
            planner: Planner::default(),
            voted_at: None,
        }
    }

    fn slot_at(&self, time: Moment) -> SlotNumber {
        *Slot::from_timestamp(time.into(), self.slot_duration)
    }

    /// Takes note of a block, and sends the votes that are due after it.
    async fn take(&self, memory: &mut Memory, Incoming { block, came }: Incoming) {
        let replaced = block.tree_route.as_ref().map_or(0, |route| route.retracted().len());
        if replaced > 1 {
            memory.reorganised = Some(self.slot_at(came));
        }
        if block.origin == BlockOrigin::Own {
            memory.record.note_own();
        } else {
            self.judge(memory, block.hash, &block.header, came).await;
        }
        self.vote(memory).await;
    }

    /// Judges a block of somebody else.
    async fn judge(&self, memory: &mut Memory, hash: Hash, header: &Header, came: Moment) {
        let author = match self.client.runtime_api().author(hash) {
            Ok(author) => author.map(|author| author.account),
            Err(error) => {
                log::debug!(target: LOG_TARGET, "The author of block {hash:?} is unknown: {error}");
                None
            }
        };
        let Opinion { verdict, reason, left_out } = match &author {
            Some(author) => self.opinion(memory, hash, header, came, author).await,
            None => Reason::Unknown.into(),
        };
        let block = header.number;
        let verdict = (self.verdicts)(verdict);
        if let (Some(author), Some(sender), Some(Side::Against)) = (&author, &left_out, verdict) {
            log::info!(
                target: LOG_TARGET,
                "🚨 Block {block} ({hash:?}) is bad: its author {author} leaves out transactions of {sender}"
            );
        }
        let judged = JudgedBlock { block, hash, author, verdict, reason, left_out };
        log::debug!(target: LOG_TARGET, "{judged:?}");
        self.metrics.count(&judged);
        self.log.push(judged);
        if let Some(side) = verdict {
            memory.said.insert((block, hash), side);
        }
        memory.said = memory.said.split_off(&(block.saturating_sub(VERDICTS), Hash::zero()));
    }

    async fn opinion(
        &self,
        memory: &mut Memory,
        hash: Hash,
        header: &Header,
        came: Moment,
        author: &AccountId,
    ) -> Opinion {
        let Ok(slot) = find_pre_digest::<Block, AuthoritySignature>(header) else {
            return Reason::Unknown.into();
        };
        let session_after = self.client.session(hash);
        let circumstances = Circumstances {
            slot: *slot,
            slot_duration: self.slot_duration.as_millis(),
            came,
            syncing: self.sync.is_major_syncing(),
            begins_session: session_after != self.client.session(header.parent_hash),
            started: memory.started,
            reorganised: memory.reorganised,
            flooded: self.arrivals.lock().flooded(),
        };
        if let Some(reason) = circumstances.abstention() {
            return reason.into();
        }
        let Some(waiting) = self.waiting_after(hash).await else {
            return Reason::PoolSilent.into();
        };
        // More may have come at once while it was waited.
        if self.arrivals.lock().flooded() != circumstances.flooded {
            return Reason::Flooded.into();
        }
        let Some(body) = self.client.body(hash) else {
            return Reason::Unknown.into();
        };
        let sight = Sight {
            number: header.number,
            hash,
            parent: header.parent_hash,
            body,
            waiting,
            now: (self.clock)(),
            deadline: circumstances.deadline(),
        };
        let begun = Instant::now();
        let record = &mut memory.record;
        let eligible = sight::eligible(self.client.as_ref(), &sight, &self.arrivals, |sender| {
            record.interest(author, sender)
        });
        let eligible = match eligible {
            Ok(eligible) => eligible,
            Err(error) => {
                log::debug!(target: LOG_TARGET, "Block {hash:?} cannot be judged: {error}");
                return Reason::Unknown.into();
            }
        };
        let judgement = record.judge(author, &eligible, self.policing);
        log::debug!(
            target: LOG_TARGET,
            "Judged block {} in {:.1} ms: {} transactions wait, {} senders are eligible",
            sight.number,
            begun.elapsed().as_secs_f64() * 1_000.0,
            sight.waiting.len(),
            eligible.len()
        );
        let reason = match judgement.verdict {
            Some(Side::For) => None,
            Some(Side::Against) => Some(Reason::Omission),
            None => Some(Reason::Network),
        };
        Opinion { verdict: judgement.verdict, reason, left_out: judgement.left_out }
    }

    /// What is ready after a block and offered to peers. None if the pool does not say so in half a slot: of a
    /// block that it passes over it never does.
    async fn waiting_after(&self, hash: Hash) -> Option<Vec<Waiting>> {
        let patience = Delay::new(self.slot_duration.as_duration() / 2);
        match select(self.transaction_pool.ready_at(hash), patience).await {
            Either::Left((ready, _)) => Some(
                ready
                    .filter(|transaction| transaction.is_propagable())
                    .map(|transaction| Waiting {
                        hash: *transaction.hash(),
                        transaction: transaction.data().clone(),
                    })
                    .collect(),
            ),
            Either::Right(_) => None,
        }
    }

    /// Sends the votes that are due.
    async fn vote(&self, memory: &mut Memory) {
        let info = self.client.info();
        let at = info.best_hash;
        if self.sync.is_major_syncing() || memory.voted_at.replace(at) == Some(at) {
            return;
        }
        let keys = match votes::seats(self.client.as_ref(), &self.keystore, at) {
            Ok(keys) => keys,
            Err(error) => {
                log::debug!(target: LOG_TARGET, "Seats could not be asked for: {error}");
                return;
            }
        };
        let Memory { said, planner, .. } = memory;
        let chain = Chain { client: self.client.as_ref(), best: info.best_number, said };
        for (key, vote) in planner.plan(&chain, &keys) {
            let transaction = votes::transaction(
                self.client.as_ref(),
                &self.keystore,
                at,
                &info.genesis_hash,
                &key,
                vote,
            );
            let sent = match transaction {
                Ok(transaction) => self.submit(at, transaction).await,
                Err(error) => Err(error),
            };
            match sent {
                Ok(()) => self.metrics.count_vote(),
                // It is sent again in three blocks, if it is not in one by then.
                Err(error) => log::debug!(target: LOG_TARGET, "A vote was not sent: {error}"),
            }
        }
    }

    async fn submit(&self, at: Hash, transaction: UncheckedExtrinsic) -> Result<(), String> {
        let submitted =
            self.transaction_pool.submit_one(at, TransactionSource::Local, transaction).await;
        submitted.map(drop).map_err(|error| error.to_string())
    }
}

/// The best chain, as this node has judged it.
struct Chain<'a, C> {
    client: &'a C,
    best: BlockNumber,
    said: &'a BTreeMap<(BlockNumber, Hash), Side>,
}

impl<C: HeaderBackend<Block>> BestChain for Chain<'_, C> {
    fn best(&self) -> BlockNumber {
        self.best
    }

    fn hash(&self, number: BlockNumber) -> Option<Hash> {
        self.client.hash(number).ok().flatten()
    }

    fn verdict(&self, number: BlockNumber, hash: Hash) -> Option<Side> {
        self.said.get(&(number, hash)).copied()
    }
}

#[cfg(test)]
mod tests;
