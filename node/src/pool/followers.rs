//! Who watches transactions that blocks of others have included before the pool of this node had them.

use aitbc_primitives::{BlockNumber, Hash};
use futures::{channel::mpsc::UnboundedSender, stream};
use sc_transaction_pool_api::{TransactionStatus, TransactionStatusStreamFor};
use std::{
    collections::HashMap,
    pin::Pin,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// What becomes of a transaction.
pub type Status = TransactionStatus<Hash, Hash>;
/// All that is told of it.
pub type StatusStream = Pin<Box<TransactionStatusStreamFor<crate::client::TransactionPool>>>;
/// Who wants to know. What is told comes in parts, one after the other: from the room, from the pool, from here.
pub type Watcher = UnboundedSender<StatusStream>;

/// Blocks for which somebody waits for a transaction to become final.
const PATIENCE: BlockNumber = 512;

/// Tells a watcher of something that has happened.
pub fn tell(watcher: &Watcher, status: Status) {
    // Nobody has to listen.
    let _ = watcher.unbounded_send(Box::pin(stream::once(async { status })));
}

struct Follower {
    watcher: Watcher,
    /// The block that holds the transaction, as far as is known.
    block: Option<Hash>,
    since: BlockNumber,
}

/// Those who watch transactions that are in blocks.
#[derive(Default)]
pub struct Followers(Mutex<HashMap<Hash, Follower>>);

impl Followers {
    fn lock(&self) -> MutexGuard<'_, HashMap<Hash, Follower>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// Lets somebody follow a transaction from block `since` on.
    pub fn add(&self, hash: Hash, watcher: Watcher, since: BlockNumber) {
        self.lock().insert(hash, Follower { watcher, block: None, since });
    }

    /// A transaction is in a block, at this place of it.
    pub fn included(&self, hash: &Hash, block: Hash, index: usize) {
        if let Some(follower) = self.lock().get_mut(hash) {
            if follower.block.replace(block) != Some(block) {
                tell(&follower.watcher, TransactionStatus::InBlock((block, index)));
            }
        }
    }

    /// The block that held a transaction is no part of the best chain any more.
    pub fn retracted(&self, hash: &Hash, block: Hash) {
        if let Some(follower) = self.lock().get_mut(hash) {
            if follower.block == Some(block) {
                follower.block = None;
                tell(&follower.watcher, TransactionStatus::Retracted(block));
            }
        }
    }

    /// No block holds a transaction, and this node does not keep it.
    pub fn dropped(&self, hash: &Hash) {
        if let Some(follower) = self.lock().remove(hash) {
            tell(&follower.watcher, TransactionStatus::Dropped);
        }
    }

    /// The block that holds a transaction is final.
    pub fn finalised(&self, hash: &Hash, block: Hash, index: usize) {
        if let Some(follower) = self.lock().remove(hash) {
            if follower.block != Some(block) {
                tell(&follower.watcher, TransactionStatus::InBlock((block, index)));
            }
            tell(&follower.watcher, TransactionStatus::Finalized((block, index)));
        }
    }

    /// Lets those go who have waited for too long at block `now`.
    pub fn give_up(&self, now: BlockNumber) {
        self.lock().retain(|_, follower| {
            let is_late = now.saturating_sub(follower.since) > PATIENCE;
            if is_late {
                let status = match follower.block {
                    Some(block) => TransactionStatus::FinalityTimeout(block),
                    None => TransactionStatus::Dropped,
                };
                tell(&follower.watcher, status);
            }
            !is_late
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::{channel::mpsc::unbounded, executor::block_on, StreamExt};

    fn hash(number: u8) -> Hash {
        Hash::repeat_byte(number)
    }

    /// All that is told of a transaction by `story`.
    fn told(story: impl FnOnce(&Followers, Hash)) -> Vec<Status> {
        let followers = Followers::default();
        let (watcher, parts) = unbounded();
        followers.add(hash(1), watcher, 100);
        story(&followers, hash(1));
        drop(followers);
        block_on(parts.flatten().collect())
    }

    #[test]
    fn it_is_told_when_it_is_in_a_block_and_final() {
        let told = told(|followers, it| {
            followers.included(&it, hash(7), 3);
            followers.included(&it, hash(7), 3);
            followers.finalised(&it, hash(7), 3);
            followers.finalised(&it, hash(8), 3);
            assert!(followers.is_empty());
        });
        let place = (hash(7), 3);
        assert_eq!(told, [TransactionStatus::InBlock(place), TransactionStatus::Finalized(place)]);
    }

    #[test]
    fn a_fork_takes_it_back() {
        let told = told(|followers, it| {
            followers.included(&it, hash(7), 0);
            followers.retracted(&it, hash(6));
            followers.retracted(&it, hash(7));
            followers.finalised(&it, hash(8), 1);
        });
        use TransactionStatus::{Finalized, InBlock, Retracted};
        let [before, after] = [(hash(7), 0), (hash(8), 1)];
        assert_eq!(told, [InBlock(before), Retracted(hash(7)), InBlock(after), Finalized(after)]);
    }

    #[test]
    fn nobody_waits_for_ever() {
        let told = told(|followers, it| {
            followers.included(&it, hash(7), 0);
            followers.give_up(100 + PATIENCE);
            assert!(!followers.is_empty());
            followers.give_up(101 + PATIENCE);
            assert!(followers.is_empty());
        });
        assert_eq!(told.last(), Some(&TransactionStatus::FinalityTimeout(hash(7))));
    }
}
