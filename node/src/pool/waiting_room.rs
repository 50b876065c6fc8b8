//! Lets transactions wait in front of the pool, and gives it the next ones when it has room.

mod feeding;
mod following;

use super::{
    chain_api::NativeApi,
    examiner::{tip_for, Case, Examiner, Fault},
    followers::{tell, Followers, StatusStream, Watcher},
    metrics::Metrics,
    room::{Entry, Gone, Limits, Refusal, Room, Ticket, Why},
    settings::Settings,
    view::View,
};
use crate::{
    client::{FullBackend, FullClient, TransactionPool as Handle},
    levers::Lever,
};
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    AccountId, Hash,
};
use aitbc_runtime::Nonce;
use feeding::BATCH;
use frame_system_rpc_runtime_api::AccountNonceApi;
use futures::{
    channel::{mpsc::unbounded, oneshot},
    StreamExt,
};
use sc_service::TaskManager;
use sc_transaction_pool::{BasicPool, RevalidationType, TransactionPoolWrapper};
use sc_transaction_pool_api::{
    error::Error as PoolError, PoolStatus, ReadyTransactions, TransactionPool, TransactionSource,
    TransactionStatus, TxInvalidityReportMap,
};
use serde::Serialize;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::{HeaderBackend, Info};
use sp_core::traits::SpawnEssentialNamed;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};
use sp_transaction_pool::runtime_api::TaggedTransactionQueue;
use std::{
    collections::HashMap,
    sync::{atomic::AtomicBool, Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};
use substrate_prometheus_endpoint::{PrometheusError, Registry};
use tokio::{
    sync::{Mutex as AsyncMutex, Notify, Semaphore},
    task::spawn_blocking,
};

/// The pool behind the room.
pub type Pool = BasicPool<NativeApi, Block>;
/// What waits in the pool.
pub type Transaction = <Pool as TransactionPool>::InPoolTransaction;
/// Why the pool refuses something.
pub type Error = <Pool as TransactionPool>::Error;
/// What a block may be filled with.
pub type Ready = Box<dyn ReadyTransactions<Item = Arc<Transaction>> + Send>;

/// Log target of what is refused or lost.
const LOG_TARGET: &str = "waiting-room";
/// Transactions that wait at most, and their bytes.
const TRANSACTIONS: usize = 65_536;
const BYTES: usize = 64 << 20;
/// How far a nonce may be ahead.
const AHEAD: Nonce = 64;
/// Transactions of peers that are examined at a time, and those of anybody that the runtime judges.
const PEERS: usize = 2;
const RUNTIMES: usize = 2;
/// Bytes of a transfer, about.
const TRANSFER_BYTES: usize = 150;

/// Where a transaction comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A client of this node, or the node itself.
    Client,
    /// A peer.
    Peer,
}

/// A transaction, and who wants to know what becomes of it.
#[derive(Clone)]
struct Content {
    transaction: UncheckedExtrinsic,
    source: TransactionSource,
    watcher: Option<Watcher>,
    since: Instant,
}

impl Content {
    fn new(
        transaction: UncheckedExtrinsic,
        source: TransactionSource,
        watcher: Option<Watcher>,
    ) -> Self {
        Self { transaction, source, watcher, since: Instant::now() }
    }
}

/// How much waits in front of the pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BacklogStatus {
    /// Transactions that wait.
    pub waiting: u32,
    /// Their bytes.
    pub bytes: u32,
    /// Transactions that the pool was given.
    pub in_pool: u32,
    /// The least tip, in units and as text, with which a transfer would be let in; 0 while there is room.
    pub tip: String,
}

/// What new blocks hold.
#[derive(Default)]
struct Included {
    /// In which block a transaction is, and at which place of it.
    places: HashMap<Hash, (Hash, usize)>,
    /// Whether there is no other block that could hold what this lacks.
    is_all: bool,
}

/// Transactions that wait in front of a pool.
pub struct WaitingRoom {
    client: Arc<FullClient>,
    pool: Arc<Pool>,
    examiner: Examiner,
    room: Mutex<Room<Content>>,
    /// Who waits for what the pool says of a transaction that goes in at once.
    askers: Mutex<HashMap<Hash, oneshot::Sender<Result<(), Error>>>>,
    followers: Followers,
    metrics: Metrics,
    /// Wakes the one task that gives the pool anything.
    wake: Notify,
    /// Whether the pool had less room than it should. The next block makes some.
    is_full: AtomicBool,
    /// Who may examine something at a time: what comes from peers, and what the runtime has to judge.
    peers: Semaphore,
    runtime: Semaphore,
    /// Whoever has it gives the pool something, or takes it back: one does not happen within the other.
    feeding: AsyncMutex<()>,
    /// The best block that was followed last. Whoever has it follows the chain.
    followed: AsyncMutex<Hash>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl WaitingRoom {
    /// One in front of a pool, which is given what it holds by a task of its own. `spawner` spawns those of the pool,
    /// without which the node cannot go on. Fails if `registry` has its metrics already.
    pub fn start(
        client: Arc<FullClient>,
        backend: Arc<FullBackend>,
        settings: Settings,
        is_authority: bool,
        spawner: impl SpawnEssentialNamed,
        task_manager: &TaskManager,
        registry: Option<&Registry>,
    ) -> Result<Arc<Self>, PrometheusError> {
        let Info { best_hash, best_number, finalized_hash, .. } = client.info();
        // The light kind judges all it holds again every twentieth block; the other kind after each, and only that brings
        // back what forks take back, which the room does for the light one.
        let is_light = Lever::Pace.is_on() && Lever::WaitingRoom.is_on();
        let revalidation = if is_light { RevalidationType::Light } else { RevalidationType::Full };
        let pool = Pool::with_revalidation_type(
            settings.options(),
            is_authority.into(),
            Arc::new(NativeApi::new(client.clone(), backend, registry, &spawner)),
            registry,
            revalidation,
            spawner,
            best_number,
            best_hash,
            finalized_hash,
        );
        let limits = Limits {
            transactions: TRANSACTIONS,
            bytes: BYTES,
            ahead: AHEAD,
            given: settings.given.transactions,
            given_bytes: settings.given.bytes,
        };
        let room = Arc::new(Self {
            examiner: Examiner::new(client.clone()),
            client,
            pool: Arc::new(pool),
            room: Mutex::new(Room::new(limits)),
            askers: Mutex::default(),
            followers: Followers::default(),
            metrics: Metrics::new(registry)?,
            wake: Notify::new(),
            is_full: AtomicBool::new(false),
            peers: Semaphore::new(PEERS),
            runtime: Semaphore::new(RUNTIMES),
            feeding: AsyncMutex::default(),
            followed: AsyncMutex::new(best_hash),
        });
        let feeder = room.clone();
        task_manager.spawn_handle().spawn("waiting-room", Some("transaction-pool"), async move {
            loop {
                feeder.wake.notified().await;
                feeder.feed().await;
            }
        });
        Ok(room)
    }

    /// It as a pool for what comes from `origin`.
    pub fn view(self: &Arc<Self>, origin: Origin) -> Arc<Handle> {
        Arc::new(TransactionPoolWrapper(Box::new(View::new(self.clone(), origin))))
    }

    /// Transactions were sent to these peers.
    pub fn on_broadcasted(&self, propagations: HashMap<Hash, Vec<String>>) {
        self.metrics.sent(propagations.values().map(Vec::len).sum());
        self.pool.on_broadcasted(propagations);
    }

    /// The pool behind it.
    pub fn pool(&self) -> &Pool {
        &self.pool
    }

    /// The nonce of the next transaction of an account after block `at`: the one after all that is here.
    pub fn next_nonce(&self, at: Hash, who: &AccountId) -> Result<Nonce, String> {
        let state = self.client.runtime_api().account_nonce(at, who.clone());
        let state = state.map_err(|error| error.to_string())?;
        Ok(lock(&self.room).next_nonce(who).map_or(state, |next| next.max(state)))
    }

    /// How much waits, and what it takes to be let in.
    pub fn backlog(&self) -> BacklogStatus {
        let room = lock(&self.room);
        let (waiting, bytes, given) = room.counts();
        let tip = tip_for(room.threshold(TRANSFER_BYTES), TRANSFER_BYTES);
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
        let (waiting, bytes, _) = lock(&self.room).counts();
        status.future += waiting;
        status.future_bytes += bytes;
        status
    }

    fn best(&self) -> Hash {
        self.client.info().best_hash
    }

    /// Takes a transaction, into the pool or in front of it.
    pub async fn submit(
        self: &Arc<Self>,
        origin: Origin,
        source: TransactionSource,
        transaction: UncheckedExtrinsic,
    ) -> Result<Hash, Error> {
        match self.examine(origin, source, &transaction).await? {
            Some(case) => self.enter(origin, case, Content::new(transaction, source, None)).await,
            None => self.pool.submit_one(self.best(), source, transaction).await,
        }
    }

    /// Takes a transaction, and tells what becomes of it.
    pub async fn submit_and_watch(
        self: &Arc<Self>,
        origin: Origin,
        source: TransactionSource,
        transaction: UncheckedExtrinsic,
    ) -> Result<StatusStream, Error> {
        let Some(case) = self.examine(origin, source, &transaction).await? else {
            return self.pool.submit_and_watch(self.best(), source, transaction).await;
        };
        // The room, then the pool, then the room again may have something to tell.
        let (watcher, parts) = unbounded();
        self.enter(origin, case, Content::new(transaction, source, Some(watcher))).await?;
        Ok(Box::pin(parts.flatten()))
    }

    /// Takes out what is reported without an error, and tells the pool of all of it. What is only out of order is given
    /// to the pool again.
    pub async fn report_invalid(
        &self,
        at: Option<Hash>,
        invalid: TxInvalidityReportMap<Hash>,
    ) -> Vec<Arc<Transaction>> {
        let is_out_of_order = |hash: &Hash, error: &Option<TransactionValidityError>| {
            let is = matches!(error, Some(TransactionValidityError::Invalid(why))
                if matches!(why, InvalidTransaction::Future | InvalidTransaction::Stale));
            is && lock(&self.room).known(hash)
        };
        let (out_of_order, invalid): (TxInvalidityReportMap<_>, TxInvalidityReportMap<_>) =
            invalid.into_iter().partition(|(hash, error)| is_out_of_order(hash, error));
        if !out_of_order.is_empty() {
            let _turn = self.feeding.lock().await;
            self.give_again(out_of_order.into_keys().collect()).await;
        }
        for hash in invalid.iter().filter(|(_, error)| error.is_none()).map(|(hash, _)| hash) {
            let Some(Entry { content, .. }) = lock(&self.room).remove(hash) else { continue };
            self.metrics.removed();
            if let Some(watcher) = content.watcher {
                tell(&watcher, TransactionStatus::Invalid);
            }
        }
        self.wake.notify_one();
        self.pool.report_invalid(at, invalid).await
    }

    /// Judges a transaction, with the runtime only if there is no other way. Signatures take time, so this is done on
    /// threads for such work.
    async fn examine(
        self: &Arc<Self>,
        origin: Origin,
        source: TransactionSource,
        transaction: &UncheckedExtrinsic,
    ) -> Result<Option<Case>, Error> {
        if !Lever::WaitingRoom.is_on() {
            return Ok(None);
        }
        let hash = self.pool.hash_of(transaction);
        let is_known = lock(&self.room).known(&hash);
        if origin == Origin::Peer {
            self.metrics.received(is_known);
        }
        if is_known {
            self.metrics.refused(Refusal::Known);
            return Err(not_taken(hash));
        }
        let judged = self.judge(origin, source, transaction).await;
        judged.inspect_err(|fault| self.metrics.faulty(fault)).map_err(|fault| match fault {
            Fault::Invalid(invalid @ (InvalidTransaction::BadProof | InvalidTransaction::Call)) => {
                PoolError::InvalidTransaction(invalid).into()
            }
            Fault::Unwelcome(refusal, priority) => refused(refusal, origin, hash, priority),
            // A peer may know other blocks than this node.
            _ if origin == Origin::Peer => not_taken(hash),
            Fault::Invalid(invalid) => PoolError::InvalidTransaction(invalid).into(),
            Fault::Unreadable(error) => PoolError::InvalidBlockId(error).into(),
        })
    }

    async fn judge(
        self: &Arc<Self>,
        origin: Origin,
        source: TransactionSource,
        transaction: &UncheckedExtrinsic,
    ) -> Result<Option<Case>, Fault> {
        let turn = match origin {
            Origin::Client => None,
            Origin::Peer => self.peers.acquire().await.ok(),
        };
        let (room, copy) = (self.clone(), transaction.clone());
        let is_local = origin == Origin::Client;
        let case = in_background(move || {
            room.examiner
                .examine(&copy, is_local, |ticket, sender| lock(&room.room).refusal(ticket, sender))
        })
        .await?;
        drop(turn);
        if case.as_ref().is_some_and(|case| case.needs_runtime) {
            let turn = self.runtime.acquire().await;
            let (room, copy) = (self.clone(), transaction.clone());
            in_background(move || room.validate(source, &copy)).await?;
            drop(turn);
        }
        Ok(case)
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

    /// Lets in a transaction that was examined. If it goes into the pool at once, this waits for what that says.
    async fn enter(
        &self,
        origin: Origin,
        Case { ticket, sender, .. }: Case,
        content: Content,
    ) -> Result<Hash, Error> {
        let (hash, priority) = (ticket.hash, ticket.priority);
        let watcher = content.watcher.clone();
        let (gone, answer) = {
            let mut room = lock(&self.room);
            let gone = room
                .admit(ticket, sender, content)
                .inspect_err(|refusal| self.metrics.refused(*refusal))
                .map_err(|refusal| refused(refusal, origin, hash, priority))?;
            let answer = room.is_among_next(&hash, BATCH).then(|| {
                let (asker, answer) = oneshot::channel();
                lock(&self.askers).insert(hash, asker);
                answer
            });
            if let Some(watcher) = watcher.filter(|_| answer.is_none()) {
                tell(&watcher, TransactionStatus::Future);
            }
            (gone, answer)
        };
        self.metrics.admitted();
        self.part_with(gone, &Included::default());
        self.wake.notify_one();
        match answer {
            // The task that feeds the pool ends with the node.
            Some(answer) => match answer.await.unwrap_or(Ok(())) {
                Err(_) if origin == Origin::Peer => Err(not_taken(hash)),
                answer => answer.map(|()| hash),
            },
            None => Ok(hash),
        }
    }

    /// Tells those who watch them that transactions are here no more. `included` says where some are.
    fn part_with(&self, gone: impl IntoIterator<Item = Gone<Content>>, included: &Included) {
        for Gone { entry: Entry { ticket: Ticket { hash, .. }, content, .. }, why } in gone {
            let place = included.places.get(&hash);
            // Then a block holds it that is still to be looked at.
            let is_ahead = why == Why::Used && place.is_none() && !included.is_all;
            if place.is_none() && !is_ahead {
                log::debug!(target: LOG_TARGET, "{hash:?} is gone: {why:?}");
                self.metrics.gone(why);
            }
            let Some(watcher) = content.watcher else { continue };
            if is_ahead || place.is_some() {
                self.followers.add(hash, watcher.clone(), self.client.info().best_number);
            }
            match (place, why) {
                (Some((block, index)), _) => self.followers.included(&hash, *block, *index),
                (None, Why::Used) if is_ahead => {}
                (None, Why::Replaced(by)) => tell(&watcher, TransactionStatus::Usurped(by)),
                (None, Why::PushedOut | Why::Lost) => tell(&watcher, TransactionStatus::Dropped),
                (None, Why::Used | Why::Expired) => tell(&watcher, TransactionStatus::Invalid),
            }
        }
    }
}

/// Does work that takes long on a thread for such.
async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    spawn_blocking(work).await.unwrap_or_else(|error| Err(Fault::Unreadable(error.to_string())))
}

/// What a pool answers about a transaction that it has, or about one that a peer could not know to be superfluous:
/// other answers count as the peer's fault.
fn not_taken(hash: Hash) -> Error {
    PoolError::AlreadyImported(Box::new(hash)).into()
}

fn refused(refusal: Refusal, origin: Origin, hash: Hash, priority: u128) -> Error {
    let small = |priority: u128| u64::try_from(priority).unwrap_or(u64::MAX);
    match refusal {
        Refusal::Known => not_taken(hash),
        _ if origin == Origin::Peer => not_taken(hash),
        Refusal::Stale => PoolError::InvalidTransaction(InvalidTransaction::Stale).into(),
        Refusal::TooFarAhead => PoolError::RejectedFutureTransaction.into(),
        Refusal::CannotPay => PoolError::InvalidTransaction(InvalidTransaction::Payment).into(),
        Refusal::TooLowPriority { old } => {
            PoolError::TooLowPriority { old: small(old), new: small(priority) }.into()
        }
        Refusal::Full => PoolError::ImmediatelyDropped.into(),
    }
}
