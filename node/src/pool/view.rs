//! The waiting room as a pool: as clients of this node see it, or as its peers do.

use super::waiting_room::{Error, Origin, Ready, Transaction, WaitingRoom};
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    Hash,
};
use async_trait::async_trait;
use futures::executor::block_on;
use sc_transaction_pool_api::{
    ChainEvent, ImportNotificationStream, LocalTransactionPool, MaintainedTransactionPool,
    PoolStatus, TransactionPool, TransactionSource, TransactionStatusStreamFor,
    TxInvalidityReportMap,
};
use std::{collections::HashMap, pin::Pin, sync::Arc, time::Duration};

/// A waiting room to which everything comes from clients, or from peers.
pub struct View {
    room: Arc<WaitingRoom>,
    origin: Origin,
}

impl View {
    /// One for what comes from `origin`.
    pub fn new(room: Arc<WaitingRoom>, origin: Origin) -> Self {
        Self { room, origin }
    }
}

#[async_trait]
impl TransactionPool for View {
    type Block = Block;
    type Hash = Hash;
    type InPoolTransaction = Transaction;
    type Error = Error;

    async fn submit_at(
        &self,
        _: Hash,
        source: TransactionSource,
        transactions: Vec<UncheckedExtrinsic>,
    ) -> Result<Vec<Result<Hash, Error>>, Error> {
        let mut answers = Vec::with_capacity(transactions.len());
        for transaction in transactions {
            answers.push(self.room.submit(self.origin, source, transaction).await);
        }
        Ok(answers)
    }

    async fn submit_one(
        &self,
        _: Hash,
        source: TransactionSource,
        transaction: UncheckedExtrinsic,
    ) -> Result<Hash, Error> {
        self.room.submit(self.origin, source, transaction).await
    }

    async fn submit_and_watch(
        &self,
        _: Hash,
        source: TransactionSource,
        transaction: UncheckedExtrinsic,
    ) -> Result<Pin<Box<TransactionStatusStreamFor<Self>>>, Error> {
        self.room.submit_and_watch(self.origin, source, transaction).await
    }

    async fn ready_at(&self, at: Hash) -> Ready {
        self.room.pool().ready_at(at).await
    }

    fn ready(&self) -> Ready {
        self.room.pool().ready()
    }

    async fn report_invalid(
        &self,
        at: Option<Hash>,
        invalid: TxInvalidityReportMap<Hash>,
    ) -> Vec<Arc<Transaction>> {
        self.room.report_invalid(at, invalid).await
    }

    fn futures(&self) -> Vec<Transaction> {
        self.room.pool().futures()
    }

    fn status(&self) -> PoolStatus {
        self.room.status()
    }

    fn import_notification_stream(&self) -> ImportNotificationStream<Hash> {
        self.room.pool().import_notification_stream()
    }

    fn on_broadcasted(&self, propagations: HashMap<Hash, Vec<String>>) {
        self.room.on_broadcasted(propagations)
    }

    fn hash_of(&self, transaction: &UncheckedExtrinsic) -> Hash {
        self.room.pool().hash_of(transaction)
    }

    fn ready_transaction(&self, hash: &Hash) -> Option<Arc<Transaction>> {
        self.room.pool().ready_transaction(hash)
    }

    async fn ready_at_with_timeout(&self, at: Hash, timeout: Duration) -> Ready {
        self.room.pool().ready_at_with_timeout(at, timeout).await
    }
}

#[async_trait]
impl MaintainedTransactionPool for View {
    async fn maintain(&self, event: ChainEvent<Block>) {
        self.room.maintain(event).await
    }
}

impl LocalTransactionPool for View {
    type Block = Block;
    type Hash = Hash;
    type Error = Error;

    fn submit_local(&self, at: Hash, transaction: UncheckedExtrinsic) -> Result<Hash, Error> {
        // Callers are offchain workers and the voter, on threads that may wait.
        block_on(self.room.pool().submit_one(at, TransactionSource::Local, transaction))
    }
}
