//! What blocks change: who has been included, what forks take back, what the pool has lost, what is too old.

use super::{super::format::signer, lock, Content, Included, Origin, WaitingRoom};
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    Hash,
};
use sc_client_api::BlockBackend;
use sc_transaction_pool_api::{
    ChainEvent, MaintainedTransactionPool, TransactionPool, TransactionSource,
};
use sp_blockchain::HeaderBackend;
use std::{
    collections::BTreeSet,
    sync::{atomic::Ordering, Arc},
};

/// Blocks between two looks for what has expired.
const EXPIRY: u32 = 16;

impl WaitingRoom {
    /// Follows the chain: what was included makes room.
    pub async fn maintain(self: &Arc<Self>, event: ChainEvent<Block>) {
        let step = Step::of(&event);
        self.pool.maintain(event).await;
        match step {
            Step::Best { enacted, retracted } => {
                let ended = self.follow(&enacted, &retracted).await;
                let ended = ended.into_iter().map(|hash| (hash, None)).collect();
                self.pool.report_invalid(None, ended).await;
                self.is_full.store(false, Ordering::Relaxed);
                self.wake.notify_one();
            }
            Step::Final(blocks) => self.finalise(&blocks),
            Step::Other => {}
        }
    }

    /// The best chain has these new blocks, oldest first, and lost those. Returns what the pool must not keep.
    async fn follow(self: &Arc<Self>, enacted: &[Hash], retracted: &[Hash]) -> Vec<Hash> {
        let Some(at) = enacted.last().copied() else { return vec![] };
        let mut senders = BTreeSet::new();
        let mut homeless = Vec::new();
        for block in retracted {
            for (hash, transaction) in self.transactions(*block) {
                senders.extend(signer(&transaction));
                self.followers.retracted(&hash, *block);
                homeless.push((hash, transaction));
            }
        }
        let mut included = Included { is_all: !self.has_gap(enacted, retracted), ..<_>::default() };
        for block in enacted {
            for (index, (hash, transaction)) in self.transactions(*block).into_iter().enumerate() {
                senders.extend(signer(&transaction));
                self.followers.included(&hash, *block, index);
                included.places.insert(hash, (*block, index));
            }
        }
        if !included.is_all {
            senders.extend(lock(&self.room).senders().cloned());
        }
        for who in senders {
            // Without the state nothing is known; what was used is refused by the pool.
            let Ok(Some(sender)) = self.examiner.sender(at, &who) else { continue };
            let gone = lock(&self.room).settle(&who, sender.nonce);
            self.part_with(gone, &included);
        }
        // What was in a block is as good as local.
        homeless.retain(|(hash, _)| !included.places.contains_key(hash));
        for (hash, transaction) in homeless {
            // The pool refuses what it has seen in a block.
            self.pool.pool().validated_pool().unban_if_validation(&hash);
            let source = TransactionSource::External;
            let Ok(case) = self.judge(Origin::Client, source, &transaction).await else { continue };
            let Some(case) = case else {
                let _ = self.pool.submit_one(at, source, transaction).await;
                continue;
            };
            let content = Content::new(transaction, source, None);
            let gone = lock(&self.room).admit(case.ticket, case.sender, content);
            self.part_with(gone.into_iter().flatten(), &included);
        }

        let mut ended = self.miss(&included);
        let info = self.client.info();
        if info.best_number % EXPIRY == 0 {
            let gone = lock(&self.room).expire(info.best_number.saturating_add(1));
            ended.extend(gone.iter().map(|gone| gone.entry.ticket.hash));
            self.part_with(gone, &included);
            self.followers.give_up(info.best_number);
        }
        // News of finality may come before those of the block.
        let is_final = |block: &&Hash| {
            let number = self.client.number(**block).ok().flatten();
            number.is_some_and(|number| number <= info.finalized_number)
        };
        enacted.iter().filter(is_final).for_each(|block| self.finalise(&[*block]));
        ended
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

    /// Whether there are blocks between those that were followed before and these.
    fn has_gap(&self, enacted: &[Hash], retracted: &[Hash]) -> bool {
        let (Some(first), Some(last)) = (enacted.first(), enacted.last()) else { return false };
        let before = std::mem::replace(&mut *lock(&self.followed), *last);
        let parent = self.client.header(*first).ok().flatten().map(|header| header.parent_hash);
        Some(before) != retracted.first().copied().or(parent)
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
