//! The pool of a node that shows others something else than what is in it: to the network it offers what its
//! runtime would refuse, and from its own blocks it keeps out what should be in them.

use aitbc_node::client::TransactionPool as Pool;
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    Hash,
};
use sc_transaction_pool::{TimedTransactionSource, TransactionPoolWrapper};
use sc_transaction_pool_api::{
    ChainEvent, ImportNotificationStream, InPoolTransaction as _, LocalTransactionPool,
    MaintainedTransactionPool, PoolStatus, ReadyTransactions, TransactionPool, TransactionSource,
    TransactionStatusStreamFor, TxInvalidityReportMap,
};
use std::{
    collections::HashMap,
    ops::Range,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Transactions that are offered at a time. The network asks every 2.9 s, and drops what a connection
/// cannot take at once.
const BATCH: usize = 500;

type Transaction = <Pool as TransactionPool>::InPoolTransaction;
type Error = <Pool as TransactionPool>::Error;
type Ready = Box<dyn ReadyTransactions<Item = Arc<Transaction>> + Send>;

/// Makes the transactions with these numbers, or fewer.
type Source = Box<dyn FnMut(Range<usize>) -> Vec<UncheckedExtrinsic> + Send>;

/// Whether a transaction is kept out of a block on the block with this hash.
pub type Hidden = Arc<dyn Fn(Hash, &UncheckedExtrinsic) -> bool + Send + Sync>;

/// Transactions that are made for the peers. Clones are one.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Mutex<Option<Flood>>>);

struct Flood {
    kind: &'static str,
    source: Source,
    /// How many there are in all.
    count: usize,
    /// How many of them have been offered.
    offered: usize,
    /// Whether it was said that all are.
    done: bool,
}

impl Outbox {
    /// Sends `count` transactions of `source`.
    pub fn put(
        &self,
        kind: &'static str,
        count: usize,
        source: impl FnMut(Range<usize>) -> Vec<UncheckedExtrinsic> + Send + 'static,
    ) {
        let source = Box::new(source);
        *self.flood() = Some(Flood { kind, source, count, offered: 0, done: false });
    }

    /// The next few.
    fn take(&self) -> Vec<UncheckedExtrinsic> {
        let mut flood = self.flood();
        let Some(flood) = flood.as_mut() else { return vec![] };
        let Flood { kind, count, offered, .. } = *flood;
        if offered == count {
            if !flood.done {
                flood.done = true;
                log::warn!(target: crate::LOG_TARGET, "Misbehaved: {kind}: {offered} gossiped");
            }
            return vec![];
        }
        let made = (flood.source)(offered..count.min(offered + BATCH));
        flood.offered += made.len();
        made
    }

    fn flood(&self) -> MutexGuard<'_, Option<Flood>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A pool that first offers what is in an outbox, and hides something from blocks.
pub struct Altered {
    pool: Arc<Pool>,
    outbox: Outbox,
    hidden: Option<Hidden>,
}

impl Altered {
    /// Lets `pool` offer what is in `outbox`.
    pub fn flooding(pool: Arc<Pool>, outbox: Outbox) -> Arc<Pool> {
        Self { pool, outbox, hidden: None }.wrapped()
    }

    /// Lets `pool` hide some transactions from blocks.
    pub fn hiding(pool: Arc<Pool>, hidden: Hidden) -> Arc<Pool> {
        Self { pool, outbox: Outbox::default(), hidden: Some(hidden) }.wrapped()
    }

    fn wrapped(self) -> Arc<Pool> {
        Arc::new(TransactionPoolWrapper(Box::new(self)))
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

    /// What a block on `at` may be filled with.
    fn shown(&self, at: Hash, all: Ready) -> Ready {
        match &self.hidden {
            Some(hidden) => Box::new(Rest { all, at, hidden: hidden.clone(), said: false }),
            None => all,
        }
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

/// The transactions of a pool without those that are hidden.
struct Rest {
    all: Ready,
    at: Hash,
    hidden: Hidden,
    /// Whether it was said that something is left out.
    said: bool,
}

impl Iterator for Rest {
    type Item = Arc<Transaction>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let transaction = self.all.next()?;
            if !(self.hidden)(self.at, transaction.data()) {
                return Some(transaction);
            }
            if !self.said {
                self.said = true;
                let parent = self.at;
                log::warn!(
                    target: crate::LOG_TARGET,
                    "Misbehaved: the block on {parent:?} is made without some transactions"
                );
            }
        }
    }
}

impl ReadyTransactions for Rest {
    fn report_invalid(&mut self, transaction: &Self::Item) {
        self.all.report_invalid(transaction);
    }
}

#[async_trait::async_trait]
impl TransactionPool for Altered {
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
        self.shown(at, self.pool.ready_at(at).await)
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
        self.shown(at, self.pool.ready_at_with_timeout(at, timeout).await)
    }
}

#[async_trait::async_trait]
impl MaintainedTransactionPool for Altered {
    async fn maintain(&self, event: ChainEvent<Block>) {
        self.pool.maintain(event).await
    }
}

impl LocalTransactionPool for Altered {
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

    fn one(index: usize) -> UncheckedExtrinsic {
        UncheckedExtrinsic::from_blob(index.to_le_bytes().to_vec())
    }

    #[test]
    fn outbox_is_emptied_batch_by_batch() {
        let outbox = Outbox::default();
        assert!(outbox.take().is_empty());
        outbox.clone().put("flood", BATCH + 1, |numbers| numbers.map(one).collect());
        assert_eq!(outbox.take(), (0..BATCH).map(one).collect::<Vec<_>>());
        assert!(outbox.flood().as_ref().is_some_and(|flood| !flood.done));
        assert_eq!(outbox.take(), [one(BATCH)]);
        assert!(outbox.take().is_empty());
        assert!(outbox.flood().as_ref().is_some_and(|flood| flood.done));
    }

    #[test]
    fn what_could_not_be_made_is_made_later() {
        let outbox = Outbox::default();
        let mut ready = false;
        outbox.put("flood", 2, move |numbers| {
            let now = std::mem::replace(&mut ready, true);
            numbers.filter(|_| now).map(one).collect()
        });
        assert!(outbox.take().is_empty());
        assert_eq!(outbox.take(), [one(0), one(1)]);
    }

    /// What is ready, in a row.
    struct Row(std::vec::IntoIter<Arc<Transaction>>);

    impl Iterator for Row {
        type Item = Arc<Transaction>;

        fn next(&mut self) -> Option<Self::Item> {
            self.0.next()
        }
    }

    impl ReadyTransactions for Row {
        fn report_invalid(&mut self, _: &Self::Item) {}
    }

    fn waiting(index: usize) -> Arc<Transaction> {
        Arc::new(Transaction {
            data: Arc::new(one(index)),
            bytes: 8,
            hash: Hash::from_low_u64_be(index as u64),
            priority: 0,
            valid_till: u64::MAX,
            requires: vec![],
            provides: vec![],
            propagate: true,
            source: TimedTransactionSource::new_external(false),
        })
    }

    #[test]
    fn hidden_transactions_are_passed_over() {
        let parent = Hash::repeat_byte(1);
        let all: Ready = Box::new(Row((0..4).map(waiting).collect::<Vec<_>>().into_iter()));
        let hidden: Hidden =
            Arc::new(move |at, transaction| at == parent && [one(0), one(2)].contains(transaction));
        let shown = Rest { all, at: parent, hidden, said: false };
        let left: Vec<_> = shown.map(|transaction| (**transaction.data()).clone()).collect();
        assert_eq!(left, [one(1), one(3)]);
    }
}
