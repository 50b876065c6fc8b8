//! A pool that offers to the network what its own runtime would refuse.

use aitbc_node::client::TransactionPool as Pool;
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    Hash,
};
use sc_transaction_pool::{TimedTransactionSource, TransactionPoolWrapper};
use sc_transaction_pool_api::{
    ChainEvent, ImportNotificationStream, LocalTransactionPool, MaintainedTransactionPool,
    PoolStatus, ReadyTransactions, TransactionPool, TransactionSource, TransactionStatusStreamFor,
    TxInvalidityReportMap,
};
use std::{
    collections::{HashMap, VecDeque},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Transactions that are offered at a time. The network asks every 2.9 s, and drops what a connection
/// cannot take at once.
const BATCH: usize = 500;

type Transaction = <Pool as TransactionPool>::InPoolTransaction;
type Error = <Pool as TransactionPool>::Error;
type Ready = Box<dyn ReadyTransactions<Item = Arc<Transaction>> + Send>;

/// Transactions on their way to the peers. Clones are one.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Mutex<Content>>);

#[derive(Default)]
struct Content {
    waiting: VecDeque<UncheckedExtrinsic>,
    /// How many of them have been offered.
    offered: usize,
    /// Whether there were any that are all offered, and it was said so.
    done: bool,
}

impl Outbox {
    /// Sends these.
    pub fn put(&self, transactions: Vec<UncheckedExtrinsic>) {
        self.content().waiting.extend(transactions);
    }

    /// The next few.
    fn take(&self) -> Vec<UncheckedExtrinsic> {
        let mut content = self.content();
        let count = content.waiting.len().min(BATCH);
        if count == 0 && content.offered > 0 && !content.done {
            content.done = true;
            log::warn!(
                target: crate::LOG_TARGET,
                "Misbehaved: flood-reports: {} gossiped",
                content.offered
            );
        }
        content.offered += count;
        content.waiting.drain(..count).collect()
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pool of a node as the network sees it: first it offers what is in an outbox.
pub struct Flood {
    pool: Arc<Pool>,
    outbox: Outbox,
}

impl Flood {
    /// Lets `pool` offer what is in `outbox`.
    pub fn around(pool: Arc<Pool>, outbox: Outbox) -> Arc<Pool> {
        Arc::new(TransactionPoolWrapper(Box::new(Self { pool, outbox })))
    }

    /// A transaction as one that the pool has found to be right.
    fn accepted(&self, transaction: UncheckedExtrinsic) -> Arc<Transaction> {
        Arc::new(Transaction {
            bytes: transaction.inner().len(),
            hash: self.pool.hash_of(&transaction),
            data: Arc::new(transaction),
            priority: 0,
            valid_till: u64::MAX,
            requires: vec![],
            provides: vec![],
            propagate: true,
            source: TimedTransactionSource::new_external(false),
        })
    }
}

/// The transactions of an outbox, and then those of a pool.
struct Offer {
    own: std::vec::IntoIter<Arc<Transaction>>,
    others: Ready,
}

impl Iterator for Offer {
    type Item = Arc<Transaction>;

    fn next(&mut self) -> Option<Self::Item> {
        self.own.next().or_else(|| self.others.next())
    }
}

impl ReadyTransactions for Offer {
    fn report_invalid(&mut self, transaction: &Self::Item) {
        self.others.report_invalid(transaction);
    }
}

#[async_trait::async_trait]
impl TransactionPool for Flood {
    type Block = Block;
    type Hash = Hash;
    type InPoolTransaction = Transaction;
    type Error = Error;

    async fn submit_at(
        &self,
        at: Hash,
        source: TransactionSource,
        transactions: Vec<UncheckedExtrinsic>,
    ) -> Result<Vec<Result<Hash, Error>>, Error> {
        self.pool.submit_at(at, source, transactions).await
    }

    async fn submit_one(
        &self,
        at: Hash,
        source: TransactionSource,
        transaction: UncheckedExtrinsic,
    ) -> Result<Hash, Error> {
        self.pool.submit_one(at, source, transaction).await
    }

    async fn submit_and_watch(
        &self,
        at: Hash,
        source: TransactionSource,
        transaction: UncheckedExtrinsic,
    ) -> Result<Pin<Box<TransactionStatusStreamFor<Self>>>, Error> {
        self.pool.submit_and_watch(at, source, transaction).await
    }

    async fn ready_at(&self, at: Hash) -> Ready {
        self.pool.ready_at(at).await
    }

    fn ready(&self) -> Ready {
        let own: Vec<_> =
            self.outbox.take().into_iter().map(|transaction| self.accepted(transaction)).collect();
        Box::new(Offer { own: own.into_iter(), others: self.pool.ready() })
    }

    async fn report_invalid(
        &self,
        at: Option<Hash>,
        invalid: TxInvalidityReportMap<Hash>,
    ) -> Vec<Arc<Transaction>> {
        self.pool.report_invalid(at, invalid).await
    }

    fn futures(&self) -> Vec<Transaction> {
        self.pool.futures()
    }

    fn status(&self) -> PoolStatus {
        self.pool.status()
    }

    fn import_notification_stream(&self) -> ImportNotificationStream<Hash> {
        self.pool.import_notification_stream()
    }

    fn on_broadcasted(&self, propagations: HashMap<Hash, Vec<String>>) {
        self.pool.on_broadcasted(propagations)
    }

    fn hash_of(&self, transaction: &UncheckedExtrinsic) -> Hash {
        self.pool.hash_of(transaction)
    }

    fn ready_transaction(&self, hash: &Hash) -> Option<Arc<Transaction>> {
        self.pool.ready_transaction(hash)
    }

    async fn ready_at_with_timeout(&self, at: Hash, timeout: std::time::Duration) -> Ready {
        self.pool.ready_at_with_timeout(at, timeout).await
    }
}

#[async_trait::async_trait]
impl MaintainedTransactionPool for Flood {
    async fn maintain(&self, event: ChainEvent<Block>) {
        self.pool.maintain(event).await
    }
}

impl LocalTransactionPool for Flood {
    type Block = Block;
    type Hash = Hash;
    type Error = Error;

    fn submit_local(&self, at: Hash, transaction: UncheckedExtrinsic) -> Result<Hash, Error> {
        self.pool.submit_local(at, transaction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outbox_is_emptied_batch_by_batch() {
        let outbox = Outbox::default();
        assert!(outbox.take().is_empty());
        let one = |index: usize| UncheckedExtrinsic::from_blob(index.to_le_bytes().to_vec());
        outbox.clone().put((0..BATCH + 1).map(one).collect());
        assert_eq!(outbox.take(), (0..BATCH).map(one).collect::<Vec<_>>());
        assert!(!outbox.content().done);
        assert_eq!(outbox.take(), [one(BATCH)]);
        assert!(outbox.take().is_empty());
        assert!(outbox.content().done);
    }
}
