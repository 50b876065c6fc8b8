//! When each transaction became ready in the pool of this node.

use super::{task::Incoming, Clock};
use aitbc_primitives::{
    consensus::SlotNumber, opaque::Block, AccountId, BlockNumber, Hash, Moment,
};
use futures::{channel::mpsc, select_biased, stream::FusedStream, StreamExt};
use sc_client_api::BlockImportNotification;
use sc_consensus_aura::SlotDuration;
use sc_transaction_pool_api::{InPoolTransaction, TransactionPool};
use sp_consensus_aura::Slot;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Transactions that are remembered: far more than the pool holds, in 11 MB at most.
const CAPACITY: usize = 65_536;

/// For how many blocks a transaction is remembered that was neither ready nor included. One that was included
/// comes back when its block is replaced, and the pool does not tell of it again.
const MEMORY: BlockNumber = 16;

/// When transactions became ready.
///
/// A transaction that the pool did not tell of counts as ready from when it was first seen in its list.
#[derive(Default)]
pub struct Arrivals {
    known: HashMap<Hash, Arrival>,
    /// The last block by which transactions were forgotten.
    latest: BlockNumber,
    /// The last slot in which so many came at once that not all were noticed.
    flooded: Option<SlotNumber>,
}

struct Arrival {
    since: Moment,
    /// Whether the pool offers it to peers.
    propagated: bool,
    /// The last block with which it was there.
    there: BlockNumber,
    /// Who has sent it, if that was asked, and if anybody has.
    sender: Option<Option<AccountId>>,
}

impl Arrivals {
    /// Takes note of a transaction that is ready `now`, unless it is known.
    pub fn note(&mut self, hash: Hash, now: Moment, propagated: bool) {
        if self.known.len() < CAPACITY || self.known.contains_key(&hash) {
            let there = self.latest;
            self.known.entry(hash).or_insert(Arrival {
                since: now,
                propagated,
                there,
                sender: None,
            });
        }
    }

    /// Takes note that a transaction is in block `number` or ready after it.
    pub fn is_there(&mut self, hash: &Hash, number: BlockNumber) {
        if let Some(arrival) = self.known.get_mut(hash) {
            arrival.there = arrival.there.max(number);
        }
    }

    /// Forgets what has not been there for 16 blocks before block `number`.
    pub fn forget(&mut self, number: BlockNumber) {
        self.latest = self.latest.max(number);
        let oldest = self.latest.saturating_sub(MEMORY);
        self.known.retain(|_, arrival| arrival.there >= oldest);
    }

    /// Whether a transaction that peers are offered was ready at `deadline`.
    pub fn was_ready(&self, hash: &Hash, deadline: Moment) -> bool {
        self.known.get(hash).is_some_and(|arrival| arrival.propagated && arrival.since <= deadline)
    }

    /// Who has sent a transaction, if that was asked before.
    pub fn sender(&self, hash: &Hash) -> Option<Option<AccountId>> {
        self.known.get(hash)?.sender.clone()
    }

    /// Remembers who has sent a transaction.
    pub fn set_sender(&mut self, hash: &Hash, sender: Option<AccountId>) {
        if let Some(arrival) = self.known.get_mut(hash) {
            arrival.sender = Some(sender);
        }
    }

    /// The last slot in which so many came at once that not all were noticed.
    pub fn flooded(&self) -> Option<SlotNumber> {
        self.flooded
    }
}

/// The arrivals, as the tasks share them.
#[derive(Clone, Default)]
pub struct SharedArrivals(Arc<Mutex<Arrivals>>);

impl SharedArrivals {
    /// Exclusive access.
    pub fn lock(&self) -> MutexGuard<'_, Arrivals> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes note of what becomes ready in `pool`, and hands blocks on with the time at which they came, until the
/// node stops. It must not wait for anything else: the pool ends its stream when 1 024 hashes wait in it.
///
/// Blocks are lost if whoever takes them is too slow, which is no harm: they are not judged.
pub async fn watch<P, B>(
    pool: Arc<P>,
    mut blocks: B,
    arrivals: SharedArrivals,
    mut incoming: mpsc::Sender<Incoming>,
    clock: Clock,
    slot_duration: SlotDuration,
) where
    P: TransactionPool<Block = Block, Hash = Hash>,
    B: FusedStream<Item = BlockImportNotification<Block>> + Unpin,
{
    let mut ready = pool.import_notification_stream();
    loop {
        select_biased! {
            block = blocks.next() => match block {
                Some(block) => {
                    let sent = incoming.try_send(Incoming { block, came: clock() });
                    if sent.is_err_and(|error| error.is_disconnected()) {
                        return;
                    }
                }
                None => return,
            },
            hash = ready.next() => {
                let now = clock();
                match hash {
                    Some(hash) => {
                        let propagated =
                            pool.ready_transaction(&hash).is_none_or(|ready| ready.is_propagable());
                        arrivals.lock().note(hash, now, propagated);
                    }
                    None => {
                        ready = pool.import_notification_stream();
                        arrivals.lock().flooded =
                            Some(*Slot::from_timestamp(now.into(), slot_duration));
                    }
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, MockChain},
        service::policing::mock::{notice, MockPool, BUFFER},
    };
    use aitbc_primitives::{opaque::UncheckedExtrinsic, Hashing};
    use futures::{future::LocalBoxFuture, FutureExt};
    use sp_consensus::BlockOrigin;
    use sp_runtime::traits::Hash as _;
    use std::sync::atomic::{AtomicU64, Ordering};

    fn hash(index: u64) -> Hash {
        Hash::from_low_u64_be(index)
    }

    #[test]
    fn first_notice_counts() {
        let mut arrivals = Arrivals::default();
        arrivals.note(hash(1), 1_000, true);
        arrivals.note(hash(1), 2_000, true);
        assert!(!arrivals.was_ready(&hash(1), 999));
        assert!(arrivals.was_ready(&hash(1), 1_000));
        assert!(!arrivals.was_ready(&hash(2), 1_000));
    }

    #[test]
    fn what_peers_are_not_offered_was_never_ready_for_them() {
        let mut arrivals = Arrivals::default();
        arrivals.note(hash(1), 1_000, false);
        assert!(!arrivals.was_ready(&hash(1), 5_000));
    }

    #[test]
    fn transaction_is_forgotten_16_blocks_after_it_has_gone() {
        let mut arrivals = Arrivals::default();
        arrivals.forget(100);
        arrivals.note(hash(1), 1_000, true);
        arrivals.note(hash(2), 1_000, true);
        arrivals.is_there(&hash(2), 101);
        arrivals.forget(116);
        assert!(arrivals.was_ready(&hash(1), 1_000));
        arrivals.forget(117);
        assert!(!arrivals.was_ready(&hash(1), 1_000));
        assert!(arrivals.was_ready(&hash(2), 1_000));
        arrivals.forget(118);
        assert!(arrivals.known.is_empty());
    }

    #[test]
    fn blocks_of_a_fork_take_nothing_back() {
        let mut arrivals = Arrivals::default();
        arrivals.forget(100);
        arrivals.note(hash(1), 1_000, true);
        arrivals.is_there(&hash(1), 99);
        arrivals.forget(90);
        arrivals.forget(116);
        assert!(arrivals.was_ready(&hash(1), 1_000));
    }

    #[test]
    fn senders_are_remembered_for_what_is_known() {
        let mut arrivals = Arrivals::default();
        arrivals.note(hash(1), 1_000, true);
        arrivals.note(hash(2), 1_000, true);
        assert_eq!(arrivals.sender(&hash(1)), None);
        arrivals.set_sender(&hash(1), Some(account(1)));
        arrivals.set_sender(&hash(2), None);
        arrivals.set_sender(&hash(3), Some(account(3)));
        assert_eq!(arrivals.sender(&hash(1)), Some(Some(account(1))));
        assert_eq!(arrivals.sender(&hash(2)), Some(None));
        assert_eq!(arrivals.sender(&hash(3)), None);
    }

    /// A node in whose slots of a second blocks come and transactions become ready.
    struct Watched {
        pool: Arc<MockPool>,
        arrivals: SharedArrivals,
        blocks: mpsc::UnboundedSender<BlockImportNotification<Block>>,
        incoming: mpsc::Receiver<Incoming>,
        now: Arc<AtomicU64>,
        task: LocalBoxFuture<'static, ()>,
    }

    impl Watched {
        /// At the given time, with room for so many blocks.
        fn new(now: Moment, room: usize) -> Self {
            let pool = Arc::new(MockPool::default());
            let arrivals = SharedArrivals::default();
            let (blocks, notices) = mpsc::unbounded();
            // One more for the sender.
            let (sender, incoming) = mpsc::channel(room - 1);
            let now = Arc::new(AtomicU64::new(now));
            let time = now.clone();
            let clock: Clock = Arc::new(move || time.load(Ordering::Relaxed));
            let second = SlotDuration::from_millis(1_000);
            let task =
                watch(pool.clone(), notices, arrivals.clone(), sender, clock, second).boxed_local();
            let mut watched = Self { pool, arrivals, blocks, incoming, now, task };
            assert!(!watched.ends());
            watched
        }

        /// Lets the task do all that it can do now. Returns whether it has ended.
        fn ends(&mut self) -> bool {
            (&mut self.task).now_or_never().is_some()
        }

        fn at(&mut self, now: Moment) -> &mut Self {
            self.now.store(now, Ordering::Relaxed);
            self
        }

        fn block(&self) {
            let header = MockChain::<()>::new(1).header_of(1);
            self.blocks.unbounded_send(notice(&header, BlockOrigin::File, 0)).unwrap();
        }

        fn was_ready(&self, hash: Hash, deadline: Moment) -> bool {
            self.arrivals.lock().was_ready(&hash, deadline)
        }
    }

    fn transaction(index: u8) -> UncheckedExtrinsic {
        UncheckedExtrinsic::from_blob(vec![index])
    }

    #[test]
    fn what_the_pool_tells_of_is_noted_with_the_time() {
        let mut watched = Watched::new(5_000, 1);
        let [offered, kept] = [transaction(1), transaction(2)];
        watched.pool.add(&offered, true);
        watched.pool.add(&kept, false);
        // One that is gone already.
        watched.pool.tell(hash(3));
        assert!(!watched.ends());
        for hash in [Hashing::hash_of(&offered), hash(3)] {
            assert!(!watched.was_ready(hash, 4_999));
            assert!(watched.was_ready(hash, 5_000));
        }
        assert!(!watched.was_ready(Hashing::hash_of(&kept), 9_000));
        assert_eq!(watched.arrivals.lock().flooded(), None);
    }

    #[test]
    fn stream_that_ends_at_a_burst_is_opened_again() {
        let mut watched = Watched::new(5_000, 1);
        let burst = BUFFER as u64 + 1;
        (0..burst).for_each(|index| watched.pool.tell(hash(index)));
        assert_eq!(watched.pool.listeners(), 1);
        watched.pool.tell(hash(burst));
        assert_eq!(watched.pool.listeners(), 0);

        assert!(!watched.at(7_999).ends());
        assert_eq!(watched.pool.listeners(), 1);
        assert_eq!(watched.arrivals.lock().flooded(), Some(7));
        assert!((0..burst).all(|index| watched.was_ready(hash(index), 7_999)));
        // Nobody has noticed the last one. What comes now is noticed.
        assert!(!watched.was_ready(hash(burst), 9_000));
        watched.pool.tell(hash(burst + 1));
        assert!(!watched.at(8_500).ends());
        assert!(watched.was_ready(hash(burst + 1), 8_500));
        assert_eq!(watched.arrivals.lock().flooded(), Some(7));
    }

    #[test]
    fn blocks_are_handed_on_with_the_time_at_which_they_came() {
        let mut watched = Watched::new(5_000, 2);
        watched.block();
        assert!(!watched.at(6_000).ends());
        watched.block();
        assert!(!watched.at(7_000).ends());
        // There is no room for this one.
        watched.block();
        assert!(!watched.at(8_000).ends());
        let came = |watched: &mut Watched| watched.incoming.try_recv().map(|block| block.came);
        assert_eq!(came(&mut watched).unwrap(), 6_000);
        assert_eq!(came(&mut watched).unwrap(), 7_000);
        came(&mut watched).unwrap_err();
        watched.block();
        assert!(!watched.at(9_000).ends());
        assert_eq!(came(&mut watched).unwrap(), 9_000);
    }

    #[test]
    fn watch_ends_with_the_chain_or_the_judge() {
        let mut watched = Watched::new(5_000, 1);
        watched.blocks.close_channel();
        assert!(watched.ends());

        let mut watched = Watched::new(5_000, 1);
        watched.incoming.close();
        watched.block();
        assert!(watched.ends());
    }

    #[test]
    fn memory_is_bounded() {
        let mut arrivals = Arrivals::default();
        for index in 0..100_000 {
            arrivals.note(hash(index), index, true);
        }
        assert_eq!(arrivals.known.len(), 65_536);
        assert!(arrivals.was_ready(&hash(0), 0));
        assert!(!arrivals.was_ready(&hash(65_536), 100_000));
        assert!(std::mem::size_of::<(Hash, Arrival)>() <= 96);
    }
}
