//! What blocks change: who has been included, what forks take back, what the pool has lost, what is too old.

use super::{
    super::{examiner::Case, format::signer, room::Refusal},
    in_background, lock, Content, Included, WaitingRoom, LOG_TARGET,
};
use crate::levers::Lever;
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    Hash,
};
use sc_client_api::BlockBackend;
use sc_transaction_pool_api::{
    ChainEvent, MaintainedTransactionPool, TransactionPool, TransactionSource,
};
use sp_blockchain::{tree_route, HashAndNumber, HeaderBackend, TreeRoute};
use std::{
    collections::BTreeSet,
    sync::{atomic::Ordering, Arc},
};

/// Blocks that are looked at one by one, at most, when the best block changes.
const BLOCKS: u32 = 512;
/// Blocks between two looks for what has expired.
const EXPIRY: u32 = 16;

impl WaitingRoom {
    /// Follows the chain: what was included makes room.
    pub async fn maintain(self: &Arc<Self>, event: ChainEvent<Block>) {
        if !Lever::WaitingRoom.is_on() {
            return self.pool.maintain(event).await;
        }
        let finalised = match &event {
            ChainEvent::NewBlock { .. } => return self.pool.maintain(event).await,
            ChainEvent::NewBestBlock { .. } => vec![],
            ChainEvent::Finalized { hash, tree_route } => {
                tree_route.iter().copied().chain([*hash]).collect()
            }
        };
        self.pool.maintain(event).await;
        let included = self.follow().await;
        // The pool may have followed a block that was the best one only for a moment.
        let ended = self.miss(&included);
        self.forget(ended).await;
        self.finalise(&finalised);
        self.is_full.store(false, Ordering::Relaxed);
        self.wake.notify_one();
    }

    /// Follows the best chain from the block that was followed last, whatever has made it the best. Returns what the new
    /// blocks hold.
    pub(super) async fn follow(self: &Arc<Self>) -> Included {
        let mut followed = self.followed.lock().await;
        let best = self.best();
        if *followed == best {
            return Included::default();
        }
        let route = self.route(*followed, best);
        let hashes =
            |blocks: &[HashAndNumber<Block>]| blocks.iter().map(|block| block.hash).collect();
        let (enacted, retracted) = match &route {
            Some(route) => (hashes(route.enacted()), hashes(route.retracted())),
            None => (vec![best], vec![]),
        };
        let included = self.enact(best, &enacted, &retracted, route.is_some()).await;
        *followed = best;
        included
    }

    /// Takes these out of the pool.
    async fn forget(&self, ended: Vec<Hash>) {
        let ended = ended.into_iter().map(|hash| (hash, None)).collect();
        self.pool.report_invalid(None, ended).await;
    }

    /// The way between two blocks, if that is short enough to be looked at.
    fn route(&self, from: Hash, to: Hash) -> Option<TreeRoute<Block>> {
        let number = |block| self.client.number(block).ok().flatten();
        let is_short = number(to)?.saturating_sub(number(from)?) <= BLOCKS;
        let route = is_short.then(|| tree_route(&*self.client, from, to).ok()).flatten()?;
        let length = route.enacted().len().saturating_add(route.retracted().len());
        (length <= BLOCKS as usize).then_some(route)
    }

    /// The best chain has these new blocks, oldest first, and lost those. Unless `is_all` there are more. Returns what the
    /// new ones hold.
    async fn enact(
        self: &Arc<Self>,
        at: Hash,
        enacted: &[Hash],
        retracted: &[Hash],
        is_all: bool,
    ) -> Included {
        let mut senders = BTreeSet::new();
        let mut homeless = Vec::new();
        let mut is_all = is_all;
        for block in retracted {
            let transactions = self.transactions(*block);
            if transactions.is_empty() {
                // The database has forgotten it with the news that another is final.
                log::debug!(target: LOG_TARGET, "{block:?} lost its place, and what it held is not known");
                is_all = false;
            }
            for (hash, transaction) in transactions {
                senders.extend(signer(&transaction));
                self.followers.retracted(&hash, *block);
                homeless.push((hash, transaction));
            }
        }
        let mut included = Included { is_all, ..<_>::default() };
        for block in enacted {
            for (index, (hash, transaction)) in self.transactions(*block).into_iter().enumerate() {
                senders.extend(signer(&transaction));
                self.followers.included(&hash, *block, index);
                included.places.insert(hash, (*block, index));
            }
        }
        if !is_all {
            senders.extend(lock(&self.room).senders().cloned());
        }
        for who in senders {
            // Without the state nothing is known; what was used is refused by the pool.
            let Ok(Some(sender)) = self.examiner.sender(at, &who) else { continue };
            let gone = lock(&self.room).settle(&who, sender.nonce);
            self.part_with(gone, &included);
        }
        homeless.retain(|(hash, _)| !included.places.contains_key(hash));
        self.take_back(homeless, at).await;

        let info = self.client.info();
        if info.best_number % EXPIRY == 0 {
            let gone = lock(&self.room).expire(info.best_number.saturating_add(1));
            let ended = gone.iter().map(|gone| gone.entry.ticket.hash).collect();
            self.part_with(gone, &included);
            self.forget(ended).await;
            self.followers.give_up(info.best_number);
        }
        // News of finality may come before those of the block.
        let is_final = |block: &&Hash| {
            let number = self.client.number(**block).ok().flatten();
            number.is_some_and(|number| number <= info.finalized_number)
        };
        enacted.iter().filter(is_final).for_each(|block| self.finalise(&[*block]));
        included
    }

    /// Lets wait again what the pool has lost. Returns what it has lost too often.
    fn miss(&self, included: &Included) -> Vec<Hash> {
        let given: Vec<_> = lock(&self.room).given().map(|ticket| ticket.hash).collect();
        let mut ended = Vec::new();
        for hash in given {
            if self.pool.ready_transaction(&hash).is_some() {
                lock(&self.room).kept(&hash);
                continue;
            }
            let gone = lock(&self.room).lost(&hash);
            ended.extend(gone.iter().map(|gone| gone.entry.ticket.hash));
            self.part_with(gone, included);
        }
        ended
    }

    /// Lets in again what was in blocks that are no part of the best chain any more.
    async fn take_back(self: &Arc<Self>, homeless: Vec<(Hash, UncheckedExtrinsic)>, at: Hash) {
        if homeless.is_empty() {
            return;
        }
        let _turn = self.feeding.lock().await;
        // The pool counts these as included, and would offer those after them first.
        let senders: BTreeSet<_> = homeless.iter().filter_map(|(_, each)| signer(each)).collect();
        let given = senders.iter().flat_map(|who| lock(&self.room).given_of(who)).collect();
        self.give_again(given).await;
        for (hash, transaction) in homeless {
            // The pool refuses what it has seen in a block.
            self.pool.pool().validated_pool().unban_if_validation(&hash);
            let source = TransactionSource::External;
            let (room, copy) = (self.clone(), transaction.clone());
            // What was in a block is as good as local.
            let examined = in_background(move || room.examiner.examine(&copy, true, |_, _| None));
            let refused = match examined.await {
                Ok(Some(Case { ticket, sender, .. })) => {
                    let content = Content::new(transaction, source, None);
                    match lock(&self.room).readmit(ticket, sender, content) {
                        // Somebody has sent it again meanwhile.
                        Ok(()) | Err(Refusal::Known) => None,
                        Err(why) => Some(format!("{why:?}")),
                    }
                }
                Ok(None) => {
                    let taken = self.pool.submit_one(at, source, transaction).await;
                    taken.err().map(|error| error.to_string())
                }
                Err(fault) => Some(format!("{fault:?}")),
            };
            if let Some(why) = refused {
                log::debug!(target: LOG_TARGET, "{hash:?} lost its block and is refused: {why}");
                self.metrics.homeless();
                self.followers.dropped(&hash);
            }
        }
    }

    /// Takes these out of the pool, with all that comes after them, and gives them to it again in order.
    pub(super) async fn give_again(&self, hashes: Vec<Hash>) {
        let removed = self.pool.pool().validated_pool().remove_subtree(&hashes, false, |_, _| ());
        for transaction in removed {
            let hash = transaction.hash;
            if lock(&self.room).known(&hash) {
                let gone = lock(&self.room).put_back(&hash);
                self.part_with(gone, &Included::default());
                continue;
            }
            // It never waited here, being of another format. If its turn is over, the pool says so.
            let (source, data) = (transaction.source.clone().into(), (*transaction.data).clone());
            let _ = self.pool.submit_one(self.best(), source, data).await;
        }
    }

    /// These blocks are final.
    fn finalise(&self, blocks: &[Hash]) {
        for block in blocks {
            if self.followers.is_empty() {
                return;
            }
            for (index, (hash, _)) in self.transactions(*block).into_iter().enumerate() {
                self.followers.finalised(&hash, *block, index);
            }
        }
    }

    /// The transactions of a block, in order; none if the database lacks it.
    fn transactions(&self, block: Hash) -> Vec<(Hash, UncheckedExtrinsic)> {
        let body = self.client.block_body(block).ok().flatten().unwrap_or_default();
        body.into_iter().map(|each| (self.pool.hash_of(&each), each)).collect()
    }
}
