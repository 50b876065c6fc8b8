//! Lets transactions wait in front of the pool, and gives it the next ones when it has room.

use super::{
    examiner::{signer, tip_for, Case, Examiner, Fault},
    room::{Entry, Gone, Limits, Refusal, Room, Ticket, Why},
    view::View,
};
use crate::{
    client::{FullClient, TransactionPool as Pool},
    rpc::backlog::BacklogStatus,
};
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    AccountId, Hash,
};
use aitbc_runtime::Nonce;
use frame_system_rpc_runtime_api::AccountNonceApi;
use futures::{
    channel::mpsc::{unbounded, UnboundedSender},
    stream, StreamExt,
};
use sc_client_api::BlockBackend;
use sc_transaction_pool::TransactionPoolWrapper;
use sc_transaction_pool_api::{
    error::{Error as PoolError, IntoPoolError},
    ChainEvent, MaintainedTransactionPool, PoolStatus, ReadyTransactions, TransactionPool,
    TransactionSource, TransactionStatus, TransactionStatusStreamFor,
};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_runtime::transaction_validity::{
    InvalidTransaction::{self, BadProof},
    TransactionValidityError,
};
use sp_transaction_pool::runtime_api::TaggedTransactionQueue;
use std::{
    collections::{BTreeSet, HashMap},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// What waits in the pool.
pub type Transaction = <Pool as TransactionPool>::InPoolTransaction;
/// Why the pool refuses something.
pub type Error = <Pool as TransactionPool>::Error;
/// What a block may be filled with.
pub type Ready = Box<dyn ReadyTransactions<Item = Arc<Transaction>> + Send>;

type Status = TransactionStatus<Hash, Hash>;
type StatusStream = Pin<Box<TransactionStatusStreamFor<Pool>>>;

/// Log target of what is refused or lost.
const LOG_TARGET: &str = "waiting-room";
/// Transactions that wait at most, and their bytes.
const TRANSACTIONS: usize = 65_536;
const BYTES: usize = 64 << 20;
/// How far a nonce may be ahead.
const AHEAD: Nonce = 64;
/// Transactions that are given to the pool at a time.
const BATCH: usize = 256;
/// Bytes of a transfer, about.
const TRANSFER_BYTES: usize = 150;
/// Blocks between two looks for what has expired.
const EXPIRY: u32 = 16;

/// Where a transaction comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A client of this node, or the node itself.
    Client,
    /// A peer.
    Peer,
}

/// Who wants to know what becomes of a transaction.
type Watcher = UnboundedSender<StatusStream>;

/// A transaction, and who wants to know.
#[derive(Clone)]
struct Content {
    transaction: UncheckedExtrinsic,
    source: TransactionSource,
    watcher: Option<Watcher>,
}

/// Tells a watcher of something that has happened.
fn tell(watcher: &Watcher, status: Status) {
    let once: StatusStream = Box::pin(stream::once(async { status }));
    // Nobody has to listen.
    let _ = watcher.unbounded_send(once);
}

/// Transactions that wait in front of a pool.
pub struct WaitingRoom {
    client: Arc<FullClient>,
    pool: Arc<Pool>,
    examiner: Examiner,
    room: Mutex<Room<Content>>,
    /// Those that were included without having been in the pool, until they are final, if they are watched.
    followed: Mutex<HashMap<Hash, Watcher>>,
}

impl WaitingRoom {
    /// One in front of `pool`, which is given so many at a time.
    pub fn new(client: Arc<FullClient>, pool: Arc<Pool>, given: usize) -> Arc<Self> {
        let limits = Limits { transactions: TRANSACTIONS, bytes: BYTES, ahead: AHEAD, given };
        Arc::new(Self {
            examiner: Examiner::new(client.clone()),
            client,
            pool,
            room: Mutex::new(Room::new(limits)),
            followed: Mutex::default(),
        })
    }

    /// It as a pool for what comes from `origin`.
    pub fn view(self: &Arc<Self>, origin: Origin) -> Arc<Pool> {
        Arc::new(TransactionPoolWrapper(Box::new(View::new(self.clone(), origin))))
    }

    /// The pool behind it.
    pub fn pool(&self) -> &Pool {
        &self.pool
    }

    /// The nonce of the next transaction of an account after block `at`: the one after all that is here.
    pub fn next_nonce(&self, at: Hash, who: &AccountId) -> Result<Nonce, String> {
        let state = self.client.runtime_api().account_nonce(at, who.clone());
        let state = state.map_err(|error| error.to_string())?;
        Ok(self.room().next_nonce(who).map_or(state, |next| next.max(state)))
    }

    /// How much waits, and what it takes to be let in.
    pub fn backlog(&self) -> BacklogStatus {
        let room = self.room();
        let (waiting, bytes, given) = room.counts();
        let tip = tip_for(room.threshold(TRANSFER_BYTES));
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        BacklogStatus {
            waiting: count(waiting),
            bytes: count(bytes),
            in_pool: count(given),
            tip: tip.to_string(),
        }
    }

    /// What is in the pool, and what waits as what is not ready.
    pub fn status(&self) -> PoolStatus {
        let mut status = self.pool.status();
        let (waiting, bytes, _) = self.room().counts();
        status.future += waiting;
        status.future_bytes += bytes;
        status
    }

    fn room(&self) -> MutexGuard<'_, Room<Content>> {
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn followed(&self) -> MutexGuard<'_, HashMap<Hash, Watcher>> {
        self.followed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn best(&self) -> Hash {
        self.client.info().best_hash
    }

    /// Takes a transaction, into the pool or in front of it.
    pub async fn submit(
        &self,
        origin: Origin,
        source: TransactionSource,
        transaction: UncheckedExtrinsic,
    ) -> Result<Hash, Error> {
        match self.examine(origin, source, &transaction)? {
            Some(case) => {
                self.enter(origin, case, Content { transaction, source, watcher: None }).await
            }
            None => self.pool.submit_one(self.best(), source, transaction).await,
        }
    }

    /// Takes a transaction, and tells what becomes of it.
    pub async fn submit_and_watch(
        &self,
        origin: Origin,
        source: TransactionSource,
        transaction: UncheckedExtrinsic,
    ) -> Result<StatusStream, Error> {
        let Some(case) = self.examine(origin, source, &transaction)? else {
            return self.pool.submit_and_watch(self.best(), source, transaction).await;
        };
        // The room, then the pool, then the room again may have something to tell.
        let (watcher, streams) = unbounded();
        self.enter(origin, case, Content { transaction, source, watcher: Some(watcher) }).await?;
        Ok(Box::pin(streams.flatten()))
    }

    /// Judges a transaction, with the runtime only if there is no other way.
    fn examine(
        &self,
        origin: Origin,
        source: TransactionSource,
        transaction: &UncheckedExtrinsic,
    ) -> Result<Option<Case>, Error> {
        let examined = self.examiner.examine(transaction, origin == Origin::Client);
        let judged = examined.and_then(|case| match case {
            Some(case) if case.needs_runtime => {
                self.validate(source, transaction).map(|()| Some(case))
            }
            case => Ok(case),
        });
        judged.map_err(|fault| match fault {
            // A peer may have heard of a block later than this node.
            Fault::Invalid(invalid) if origin == Origin::Client || invalid == BadProof => {
                PoolError::InvalidTransaction(invalid).into()
            }
            Fault::Invalid(_) => not_taken(self.pool.hash_of(transaction)),
            Fault::Unreadable(error) => PoolError::InvalidBlockId(error).into(),
        })
    }

    /// Has the runtime judge a transaction.
    fn validate(
        &self,
        source: TransactionSource,
        transaction: &UncheckedExtrinsic,
    ) -> Result<(), Fault> {
        let best = self.best();
        let validity = self
            .client
            .runtime_api()
            .validate_transaction(best, source, transaction.clone(), best)
            .map_err(|error| Fault::Unreadable(error.to_string()))?;
        match validity {
            Ok(_) => Ok(()),
            Err(TransactionValidityError::Invalid(invalid)) => Err(invalid.into()),
            Err(TransactionValidityError::Unknown(unknown)) => {
                Err(Fault::Unreadable(format!("{unknown:?}")))
            }
        }
    }

    /// Lets in a transaction that was examined, and gives the pool what it has room for.
    async fn enter(
        &self,
        origin: Origin,
        Case { ticket, sender, .. }: Case,
        content: Content,
    ) -> Result<Hash, Error> {
        let (hash, priority) = (ticket.hash, ticket.priority);
        let watcher = content.watcher.clone();
        let (instead, batch) = {
            let mut room = self.room();
            let instead = room
                .admit(ticket, sender, content)
                .map_err(|refusal| refused(refusal, origin, hash, priority))?;
            let batch = next(&mut room);
            let waits = !batch.iter().any(|entry| entry.ticket.hash == hash);
            if let Some(watcher) = watcher.filter(|_| waits) {
                tell(&watcher, TransactionStatus::Future);
            }
            (instead, batch)
        };
        if let Some(gone) = instead {
            self.part_with(gone, &HashMap::new());
        }
        self.give(batch, Some(hash)).await.map(|()| hash)
    }

    /// Gives the pool these, and then the next ones until it has no room. Returns why it refuses `mine`.
    async fn give(&self, mut batch: Vec<Entry<Content>>, mine: Option<Hash>) -> Result<(), Error> {
        let mut answer = Ok(());
        while !batch.is_empty() {
            let mut is_full = false;
            for (entry, result) in self.hand_over(batch).await {
                let Entry { ticket, content, .. } = entry;
                let hash = ticket.hash;
                match result {
                    Ok(stream) => self.taken(&hash, content.watcher.zip(stream)),
                    Err(error) => match Lost::by(error) {
                        Lost::Known => self.taken(&hash, None),
                        Lost::Full => {
                            is_full = true;
                            let gone = self.room().lost(&hash);
                            gone.into_iter().for_each(|gone| self.part_with(gone, &HashMap::new()));
                        }
                        Lost::For(error) => {
                            self.room().refused(&hash);
                            log::debug!(target: LOG_TARGET, "{hash:?} is refused: {error}");
                            content.watcher.inspect(|who| tell(who, TransactionStatus::Invalid));
                            if mine == Some(hash) {
                                answer = Err(error);
                            }
                        }
                    },
                }
            }
            if is_full {
                break;
            }
            batch = next(&mut self.room());
        }
        answer
    }

    /// Submits all of these, each with what becomes of it if it is watched.
    async fn hand_over(
        &self,
        batch: Vec<Entry<Content>>,
    ) -> Vec<(Entry<Content>, Result<Option<StatusStream>, Error>)> {
        let best = self.best();
        let mut answers = Vec::with_capacity(batch.len());
        let (watched, others): (Vec<_>, Vec<_>) =
            batch.into_iter().partition(|entry| entry.content.watcher.is_some());
        for entry in watched {
            let Content { source, transaction, .. } = entry.content.clone();
            let answer = self.pool.submit_and_watch(best, source, transaction).await;
            answers.push((entry, answer.map(Some)));
        }
        let (local, external): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|entry| entry.content.source == TransactionSource::Local);
        for (source, some) in
            [(TransactionSource::Local, local), (TransactionSource::External, external)]
        {
            if some.is_empty() {
                continue;
            }
            let transactions = some.iter().map(|entry| entry.content.transaction.clone()).collect();
            match self.pool.submit_at(best, source, transactions).await {
                Ok(results) => {
                    let results = results.into_iter().map(|result| result.map(|_| None));
                    answers.extend(some.into_iter().zip(results));
                }
                // Nothing is known of any of them: they wait again.
                Err(error) => {
                    log::warn!(target: LOG_TARGET, "the pool takes nothing: {error}");
                    answers.extend(
                        some.into_iter()
                            .map(|entry| (entry, Err(PoolError::ImmediatelyDropped.into()))),
                    );
                }
            }
        }
        answers
    }

    /// Notes that the pool has a transaction, and will tell its watcher what becomes of it.
    fn taken(&self, hash: &Hash, watched: Option<(Watcher, StatusStream)>) {
        if let Some(content) = self.room().taken(hash) {
            content.watcher = None;
        }
        if let Some((watcher, stream)) = watched {
            // Nobody has to listen.
            let _ = watcher.unbounded_send(stream);
        }
    }

    /// Tells whoever watches it that a transaction is here no more. `included` says where some are.
    fn part_with(&self, gone: Gone<Content>, included: &Places) {
        let Gone { entry: Entry { ticket: Ticket { hash, .. }, content, .. }, why } = gone;
        if why != Why::Used {
            log::debug!(target: LOG_TARGET, "{hash:?} is gone: {why:?}");
        }
        let Some(watcher) = content.watcher else { return };
        match (included.get(&hash), why) {
            (Some(place), _) => {
                tell(&watcher, TransactionStatus::InBlock(*place));
                self.followed().insert(hash, watcher);
            }
            (None, Why::Replaced(by)) => tell(&watcher, TransactionStatus::Usurped(by)),
            (None, Why::PushedOut | Why::Lost) => tell(&watcher, TransactionStatus::Dropped),
            (None, Why::Used | Why::Expired) => tell(&watcher, TransactionStatus::Invalid),
        }
    }

    /// Follows the chain: what was included makes room.
    pub async fn maintain(&self, event: ChainEvent<Block>) {
        let step = Step::of(&event);
        self.pool.maintain(event).await;
        match step {
            Step::Best { enacted, retracted } => {
                self.follow(&enacted, &retracted);
                let batch = next(&mut self.room());
                // Nobody waits for an answer.
                let _ = self.give(batch, None).await;
            }
            Step::Final(blocks) => self.finalise(&blocks),
            Step::Other => {}
        }
    }

    /// The best chain has these new blocks, oldest first, and lost those.
    fn follow(&self, enacted: &[Hash], retracted: &[Hash]) {
        let mut senders = BTreeSet::new();
        for block in retracted {
            for (hash, transaction) in self.transactions(*block) {
                senders.extend(signer(&transaction));
                if let Some(watcher) = self.followed().get(&hash) {
                    tell(watcher, TransactionStatus::Retracted(*block));
                }
            }
        }
        let mut included = Places::new();
        for block in enacted {
            for (index, (hash, transaction)) in self.transactions(*block).into_iter().enumerate() {
                senders.extend(signer(&transaction));
                included.insert(hash, (*block, index));
                if let Some(watcher) = self.followed().get(&hash) {
                    tell(watcher, TransactionStatus::InBlock((*block, index)));
                }
            }
        }
        let info = self.client.info();
        for who in senders {
            // Without the state nothing is known; what was used is refused by the pool.
            let Ok(Some(sender)) = self.examiner.sender(info.best_hash, &who) else { continue };
            let gone = self.room().settle(&who, sender.nonce);
            gone.into_iter().for_each(|gone| self.part_with(gone, &included));
        }

        let given: Vec<_> = self.room().given().map(|ticket| ticket.hash).collect();
        let lost = given.iter().filter(|hash| self.pool.ready_transaction(hash).is_none());
        for hash in lost {
            let gone = self.room().lost(hash);
            gone.into_iter().for_each(|gone| self.part_with(gone, &included));
        }
        if info.best_number % EXPIRY == 0 {
            let gone = self.room().expire(info.best_number.saturating_add(1));
            gone.into_iter().for_each(|gone| self.part_with(gone, &included));
        }
    }

    /// These blocks are final.
    fn finalise(&self, blocks: &[Hash]) {
        for block in blocks {
            if self.followed().is_empty() {
                return;
            }
            for (index, (hash, _)) in self.transactions(*block).into_iter().enumerate() {
                if let Some(watcher) = self.followed().remove(&hash) {
                    tell(&watcher, TransactionStatus::Finalized((*block, index)));
                }
            }
        }
    }

    /// The transactions of a block, in order; none if the database lacks it.
    fn transactions(&self, block: Hash) -> Vec<(Hash, UncheckedExtrinsic)> {
        let body = self.client.block_body(block).ok().flatten().unwrap_or_default();
        body.into_iter().map(|each| (self.pool.hash_of(&each), each)).collect()
    }
}

/// Where transactions are: in which block, at which place.
type Places = HashMap<Hash, (Hash, usize)>;

/// The next ones for the pool.
fn next(room: &mut Room<Content>) -> Vec<Entry<Content>> {
    std::iter::from_fn(|| room.give()).take(BATCH).collect()
}

/// Why the pool has not taken a transaction that it was given.
enum Lost {
    /// It has it.
    Known,
    /// It has no room.
    Full,
    /// It never will.
    For(Error),
}

impl Lost {
    fn by(error: Error) -> Self {
        match error.into_pool_error() {
            Ok(PoolError::AlreadyImported(_)) => Self::Known,
            Ok(PoolError::ImmediatelyDropped) => Self::Full,
            Ok(error) => Self::For(error.into()),
            Err(error) => Self::For(error),
        }
    }
}

/// What a pool answers about a transaction that it has, or about one that a peer could not know to be superfluous:
/// other answers count as the peer's fault.
fn not_taken(hash: Hash) -> Error {
    PoolError::AlreadyImported(Box::new(hash)).into()
}

fn refused(refusal: Refusal, origin: Origin, hash: Hash, priority: u128) -> Error {
    let small = |priority: u128| u64::try_from(priority).unwrap_or(u64::MAX);
    match refusal {
        _ if origin == Origin::Peer => not_taken(hash),
        Refusal::Known => not_taken(hash),
        Refusal::Stale => PoolError::InvalidTransaction(InvalidTransaction::Stale).into(),
        Refusal::TooFarAhead => PoolError::InvalidTransaction(InvalidTransaction::Future).into(),
        Refusal::CannotPay => PoolError::InvalidTransaction(InvalidTransaction::Payment).into(),
        Refusal::TooLowPriority { old } => {
            PoolError::TooLowPriority { old: small(old), new: small(priority) }.into()
        }
        Refusal::Full => PoolError::ImmediatelyDropped.into(),
    }
}

/// What an event of the chain changes.
enum Step {
    Best { enacted: Vec<Hash>, retracted: Vec<Hash> },
    Final(Vec<Hash>),
    Other,
}

impl Step {
    fn of(event: &ChainEvent<Block>) -> Self {
        match event {
            ChainEvent::NewBestBlock { hash, tree_route } => {
                let route = tree_route.as_deref();
                // It leads to the parent of the best block.
                let enacted = route.map_or(&[][..], |route| route.enacted());
                let retracted = route.map_or(&[][..], |route| route.retracted());
                Self::Best {
                    enacted: enacted.iter().map(|block| block.hash).chain([*hash]).collect(),
                    retracted: retracted.iter().map(|block| block.hash).collect(),
                }
            }
            ChainEvent::Finalized { hash, tree_route } => {
                Self::Final(tree_route.iter().copied().chain([*hash]).collect())
            }
            ChainEvent::NewBlock { .. } => Self::Other,
        }
    }
}
