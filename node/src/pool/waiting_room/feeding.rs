//! One task gives the pool what waits, and acts on what the pool says of it.

use super::{
    super::{
        followers::{tell, StatusStream, Watcher},
        room::{Entry, Ticket, Why},
    },
    lock, not_taken, Content, Error, Included, WaitingRoom, LOG_TARGET,
};
use aitbc_primitives::Hash;
use futures::{stream, StreamExt};
use sc_transaction_pool_api::{
    error::{Error as PoolError, IntoPoolError},
    TransactionPool, TransactionSource, TransactionStatus,
};
use sp_blockchain::HeaderBackend;
use std::sync::{atomic::Ordering, Arc};

/// Transactions that are given to the pool at a time.
pub(super) const BATCH: usize = 256;
/// Watched transactions that the pool validates at a time.
const CONCURRENCY: usize = 16;

impl WaitingRoom {
    /// Gives the pool what it has room for.
    pub(super) async fn feed(self: &Arc<Self>) {
        loop {
            let turn = self.feeding.lock().await;
            let batch = self.next_batch();
            let (waiting, _, given) = lock(&self.room).counts();
            self.metrics.set_counts(waiting, given);
            if batch.is_empty() {
                return;
            }
            let answers = self.submit_all(batch).await;
            drop(turn);
            for (content, ticket, result) in answers {
                self.hand_over(content, &ticket, result).await;
            }
        }
    }

    /// What the pool is given next: nothing if it is full. Who still asks then has been overtaken by others, so theirs
    /// waits.
    fn next_batch(&self) -> Vec<Entry<Content>> {
        let mut room = lock(&self.room);
        let mut batch = Vec::new();
        while batch.len() < BATCH && !self.is_full.load(Ordering::Relaxed) {
            let Some(entry) = room.give() else { break };
            // What becomes of it is told by the pool from now on, or by whoever handles its answer.
            if let Some(content) = room.given_content(&entry.ticket.hash) {
                content.watcher = None;
            }
            batch.push(entry);
        }
        if batch.is_empty() {
            lock(&self.askers).drain().for_each(|(_, asker)| drop(asker.send(Ok(()))));
        }
        batch
    }

    /// Acts on what the pool says of a transaction that it was given.
    async fn hand_over(
        self: &Arc<Self>,
        Content { watcher, since, .. }: Content,
        Ticket { hash, .. }: &Ticket,
        result: Result<Option<StatusStream>, Error>,
    ) {
        let asker = lock(&self.askers).remove(hash);
        let answer = match result.map_err(Setback::by) {
            Ok(stream) => {
                self.metrics.waited(since.elapsed());
                self.taken(hash);
                if let Some((watcher, stream)) = watcher.zip(stream) {
                    // Nobody has to listen.
                    let _ = watcher.unbounded_send(self.observed(*hash, stream));
                }
                Ok(())
            }
            Err(Setback::Known) => {
                self.taken(hash);
                // It was never lost, but not ready.
                lock(&self.room).kept(hash);
                // The pool tells somebody else, or nobody.
                self.follow_from_now(*hash, watcher);
                Err(not_taken(*hash))
            }
            Err(Setback::Full(error)) => {
                log::debug!(target: LOG_TARGET, "{hash:?} waits again: {error}");
                self.is_full.store(true, Ordering::Relaxed);
                self.give_back(*hash, watcher);
                let gone = lock(&self.room).put_back(hash);
                self.part_with(gone, &Included::default());
                Ok(())
            }
            Err(Setback::Banned) => {
                self.give_back(*hash, watcher);
                // It may be in a block that is still to be followed. Otherwise it was in one that is lost, or could not be
                // judged, and is to be judged now.
                self.follow().await;
                self.pool.pool().validated_pool().unban_if_validation(hash);
                let gone = lock(&self.room).try_again(hash);
                self.part_with(gone, &Included::default());
                if lock(&self.room).known(hash) {
                    asker.map(|asker| lock(&self.askers).insert(*hash, asker));
                    return;
                }
                Ok(())
            }
            Err(Setback::Final(error)) => {
                self.give_back(*hash, watcher);
                // A block that is still to be followed may hold it.
                self.follow().await;
                let refused = lock(&self.room).refused(hash);
                match refused {
                    Some(entry) => {
                        log::debug!(target: LOG_TARGET, "{hash:?} is refused: {error}");
                        match &asker {
                            Some(_) => self.metrics.refused_by_pool(),
                            None => self.metrics.invalid(),
                        }
                        if let Some(watcher) = entry.content.watcher {
                            tell(&watcher, TransactionStatus::Invalid);
                        }
                        Err(error)
                    }
                    None => Ok(()),
                }
            }
        };
        asker.map(|asker| asker.send(answer));
    }

    /// Gives a transaction that the pool has not taken its watcher again, or follows it if it is here no more.
    fn give_back(&self, hash: Hash, watcher: Option<Watcher>) {
        if let Some(content) = lock(&self.room).given_content(&hash) {
            content.watcher = watcher;
            return;
        }
        self.follow_from_now(hash, watcher);
    }

    fn follow_from_now(&self, hash: Hash, watcher: Option<Watcher>) {
        if let Some(watcher) = watcher {
            self.followers.add(hash, watcher, self.client.info().best_number);
        }
    }

    /// What the pool tells of a transaction. Whoever has been told that it is gone may count on that.
    fn observed(self: &Arc<Self>, hash: Hash, stream: StatusStream) -> StatusStream {
        let room = self.clone();
        Box::pin(stream.inspect(move |status| {
            let is_gone = matches!(
                status,
                TransactionStatus::Invalid
                    | TransactionStatus::Dropped
                    | TransactionStatus::Usurped(_)
            );
            if is_gone && lock(&room.room).remove(&hash).is_some() {
                match status {
                    TransactionStatus::Invalid => room.metrics.invalid(),
                    _ => room.metrics.gone(Why::Lost),
                }
            }
        }))
    }

    /// Submits all of these to the pool, each with what becomes of it if it is watched.
    async fn submit_all(
        &self,
        batch: Vec<Entry<Content>>,
    ) -> Vec<(Content, Ticket, Result<Option<StatusStream>, Error>)> {
        let best = self.best();
        let (watched, others): (Vec<_>, Vec<_>) =
            batch.into_iter().partition(|entry| entry.content.watcher.is_some());
        let mut answers: Vec<_> = stream::iter(watched)
            .map(|Entry { ticket, content, .. }| async move {
                let Content { source, transaction, .. } = content.clone();
                let answer = self.pool.submit_and_watch(best, source, transaction).await;
                (content, ticket, answer.map(Some))
            })
            .buffered(CONCURRENCY)
            .collect()
            .await;
        let (local, external): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|entry| entry.content.source == TransactionSource::Local);
        for (source, some) in
            [(TransactionSource::Local, local), (TransactionSource::External, external)]
        {
            if some.is_empty() {
                continue;
            }
            let transactions = some.iter().map(|entry| entry.content.transaction.clone()).collect();
            let results = match self.pool.submit_at(best, source, transactions).await {
                Ok(results) => results,
                Err(error) => {
                    log::warn!(target: LOG_TARGET, "the pool takes nothing: {error}");
                    some.iter().map(|_| Err(PoolError::ImmediatelyDropped.into())).collect()
                }
            };
            let results = results.into_iter().map(|result| result.map(|_| None));
            answers.extend(
                some.into_iter()
                    .zip(results)
                    .map(|(each, result)| (each.content, each.ticket, result)),
            );
        }
        answers
    }

    /// Notes that the pool has a transaction.
    fn taken(&self, hash: &Hash) {
        let replaced = lock(&self.room).taken(hash);
        self.part_with(replaced, &Included::default());
    }
}

/// Why the pool has not taken a transaction that it was given.
enum Setback {
    /// It has it.
    Known,
    /// It may take it later.
    Full(String),
    /// It will not look at it, for what was before.
    Banned,
    /// It never will.
    Final(Error),
}

impl Setback {
    fn by(error: Error) -> Self {
        match error.into_pool_error() {
            Ok(PoolError::AlreadyImported(_)) => Self::Known,
            Ok(PoolError::TemporarilyBanned) => Self::Banned,
            Ok(
                error @ (PoolError::ImmediatelyDropped
                | PoolError::InvalidBlockId(_)
                | PoolError::RejectedFutureTransaction),
            ) => Self::Full(error.to_string()),
            Ok(error) => Self::Final(error.into()),
            // The state could not be read.
            Err(error) => Self::Full(error.to_string()),
        }
    }
}
