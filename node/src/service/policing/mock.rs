//! A transaction pool that does what tests want, and what else runs around policing.

use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    Hash, Hashing, Header,
};
use async_trait::async_trait;
use futures::channel::mpsc;
use sc_client_api::BlockImportNotification;
use sc_transaction_pool_api::{
    error::Error, ImportNotificationStream, InPoolTransaction, PoolStatus, ReadyTransactions,
    TransactionFor, TransactionPool, TransactionSource, TransactionStatusStreamFor, TransactionTag,
    TxHash, TxInvalidityReportMap,
};
use sc_utils::mpsc::tracing_unbounded;
use sp_blockchain::{HashAndNumber, TreeRoute};
use sp_consensus::BlockOrigin;
use sp_runtime::traits::Hash as _;
use std::{
    collections::HashMap,
    pin::Pin,
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

/// What a stream of the real pool has room for, beside one more for its sender. One that is full ends.
pub const BUFFER: usize = 1_024;

/// A transaction that is ready.
pub struct Ready {
    hash: Hash,
    data: Arc<UncheckedExtrinsic>,
    propagated: bool,
}

impl InPoolTransaction for Ready {
    type Hash = Hash;
    type Transaction = Arc<UncheckedExtrinsic>;

    fn data(&self) -> &Arc<UncheckedExtrinsic> {
        &self.data
    }

    fn hash(&self) -> &Hash {
        &self.hash
    }

    fn priority(&self) -> &u64 {
        &0
    }

    fn longevity(&self) -> &u64 {
        &u64::MAX
    }

    fn requires(&self) -> &[TransactionTag] {
        &[]
    }

    fn provides(&self) -> &[TransactionTag] {
        &[]
    }

    fn is_propagable(&self) -> bool {
        self.propagated
    }
}

/// What is ready, in order.
struct InOrder(std::vec::IntoIter<Arc<Ready>>);

impl Iterator for InOrder {
    type Item = Arc<Ready>;

    fn next(&mut self) -> Option<Arc<Ready>> {
        self.0.next()
    }
}

impl ReadyTransactions for InOrder {
    fn report_invalid(&mut self, _: &Arc<Ready>) {}
}

type Aside = Box<dyn FnOnce() + Send>;

/// A transaction pool in which is ready what tests put there.
#[derive(Default)]
pub struct MockPool {
    ready: Mutex<Vec<Arc<Ready>>>,
    streams: Mutex<Vec<mpsc::Sender<Hash>>>,
    submitted: Mutex<Vec<UncheckedExtrinsic>>,
    aside: Mutex<Option<Aside>>,
    /// It never says what is ready after a block.
    pub silent: AtomicBool,
    /// It takes no transactions.
    pub full: AtomicBool,
}

impl MockPool {
    /// Makes a transaction ready, and tells of it all who listen. The stream of those who are too slow ends.
    pub fn add(&self, transaction: &UncheckedExtrinsic, propagated: bool) {
        let hash = Hashing::hash_of(transaction);
        let data = Arc::new(transaction.clone());
        self.ready.lock().unwrap().push(Arc::new(Ready { hash, data, propagated }));
        self.tell(hash);
    }

    /// Tells all who listen that a transaction has become ready.
    pub fn tell(&self, hash: Hash) {
        self.streams.lock().unwrap().retain_mut(|stream| stream.try_send(hash).is_ok());
    }

    /// How many listen.
    pub fn listeners(&self) -> usize {
        self.streams.lock().unwrap().len()
    }

    /// Nothing is ready any more.
    pub fn clear(&self) {
        self.ready.lock().unwrap().clear();
    }

    /// Does something the next time it is asked what is ready after a block, before it answers.
    pub fn aside(&self, aside: impl FnOnce() + Send + 'static) {
        *self.aside.lock().unwrap() = Some(Box::new(aside));
    }

    /// What was submitted since this was asked last.
    pub fn submitted(&self) -> Vec<UncheckedExtrinsic> {
        std::mem::take(&mut *self.submitted.lock().unwrap())
    }
}

#[async_trait]
impl TransactionPool for MockPool {
    type Block = Block;
    type Error = Error;
    type Hash = Hash;
    type InPoolTransaction = Ready;

    async fn submit_at(
        &self,
        _: Hash,
        _: TransactionSource,
        _: Vec<TransactionFor<Self>>,
    ) -> Result<Vec<Result<TxHash<Self>, Error>>, Error> {
        unimplemented!()
    }

    /// Votes are our own, so peers get them whoever else may send such.
    async fn submit_one(
        &self,
        _: Hash,
        source: TransactionSource,
        transaction: TransactionFor<Self>,
    ) -> Result<TxHash<Self>, Error> {
        assert_eq!(source, TransactionSource::Local);
        let hash = Hashing::hash_of(&transaction);
        self.submitted.lock().unwrap().push(transaction);
        if self.full.load(Ordering::Relaxed) {
            return Err(Error::ImmediatelyDropped);
        }
        Ok(hash)
    }

    async fn submit_and_watch(
        &self,
        _: Hash,
        _: TransactionSource,
        _: TransactionFor<Self>,
    ) -> Result<Pin<Box<TransactionStatusStreamFor<Self>>>, Error> {
        unimplemented!()
    }

    async fn ready_at(&self, _: Hash) -> Box<dyn ReadyTransactions<Item = Arc<Ready>> + Send> {
        if self.silent.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
        let aside = self.aside.lock().unwrap().take();
        if let Some(aside) = aside {
            aside();
        }
        self.ready()
    }

    fn ready(&self) -> Box<dyn ReadyTransactions<Item = Arc<Ready>> + Send> {
        Box::new(InOrder(self.ready.lock().unwrap().clone().into_iter()))
    }

    async fn report_invalid(
        &self,
        _: Option<Hash>,
        _: TxInvalidityReportMap<TxHash<Self>>,
    ) -> Vec<Arc<Ready>> {
        unimplemented!()
    }

    fn futures(&self) -> Vec<Ready> {
        unimplemented!()
    }

    fn status(&self) -> PoolStatus {
        unimplemented!()
    }

    fn import_notification_stream(&self) -> ImportNotificationStream<Hash> {
        let (sender, stream) = mpsc::channel(BUFFER);
        self.streams.lock().unwrap().push(sender);
        stream
    }

    fn on_broadcasted(&self, _: HashMap<TxHash<Self>, Vec<String>>) {
        unimplemented!()
    }

    fn hash_of(&self, transaction: &TransactionFor<Self>) -> Hash {
        Hashing::hash_of(transaction)
    }

    fn ready_transaction(&self, hash: &Hash) -> Option<Arc<Ready>> {
        self.ready.lock().unwrap().iter().find(|ready| ready.hash == *hash).cloned()
    }

    async fn ready_at_with_timeout(
        &self,
        _: Hash,
        _: Duration,
    ) -> Box<dyn ReadyTransactions<Item = Arc<Ready>> + Send> {
        unimplemented!()
    }
}

/// The notice of a block that has become the best one and has replaced so many.
pub fn notice(
    header: &Header,
    origin: BlockOrigin,
    replaced: u32,
) -> BlockImportNotification<Block> {
    // As many as were replaced, then what both forks have in common.
    let route = (0..=replaced)
        .map(|index| HashAndNumber { hash: Hash::from_low_u64_be(index.into()), number: index })
        .collect();
    let route = TreeRoute::new(route, replaced as usize).unwrap();
    let route = (replaced > 0).then(|| Arc::new(route));
    let (unpin, _) = tracing_unbounded("unpin", 1);
    BlockImportNotification::new(header.hash(), origin, header.clone(), true, route, unpin)
}
