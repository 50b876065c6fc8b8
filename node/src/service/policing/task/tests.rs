use super::*;
use crate::{
    mock::{account, Answer, MockChain, GENESIS_SLOT},
    service::policing::{
        arrivals::watch,
        mock::{notice, MockPool, BUFFER},
    },
};
use aitbc_primitives::{
    consensus::Author,
    reputation::{
        pool_vote::{AuthorityId, AuthoritySignature, KEY_TYPE},
        pools::{BlockVote, Fullness, Seats},
    },
    Hashing,
};
use codec::{Decode, Encode};
use frame_support::{dispatch::DispatchClass, weights::Weight};
use futures::FutureExt;
use pallet_transaction_payment_rpc_runtime_api::RuntimeDispatchInfo;
use sp_core::{sr25519::Pair, Pair as _};
use sp_keystore::{testing::MemoryKeystore, Keystore};
use sp_runtime::traits::Hash as _;
use std::{
    collections::BTreeSet,
    sync::{
        atomic::{AtomicBool, AtomicU64, Ordering},
        Mutex, MutexGuard,
    },
    time::Duration,
};

/// The duration of a slot: half of it is what tests wait at most.
const SLOT: Moment = 1_000;

/// The first block that a node judges which was started long before.
const FIRST: BlockNumber = 20;

/// Blocks for which a pool is open.
const WINDOW: BlockNumber = 10;

const VOTER: u8 = 1;
const CENSOR: u8 = 2;
const SENDER: u8 = 9;

/// What the runtime goes by.
#[derive(Default)]
struct Facts {
    /// Authors of blocks; those of all others take turns.
    authors: BTreeMap<BlockNumber, Option<u8>>,
    bodies: BTreeMap<BlockNumber, Vec<UncheckedExtrinsic>>,
    /// Blocks that are not in the database.
    gone: BTreeSet<BlockNumber>,
    /// Blocks that begin a session.
    sessions: BTreeSet<BlockNumber>,
    /// Blocks about which there is a vote in a block.
    voted: BTreeSet<BlockNumber>,
    /// How often the runtime was asked for seats.
    asked: usize,
}

#[derive(Clone, Default)]
struct Runtime(Arc<Mutex<Facts>>);

type TestChain = MockChain<Runtime>;

impl Runtime {
    fn facts(&self) -> MutexGuard<'_, Facts> {
        self.0.lock().unwrap()
    }
}

impl Blocks for TestChain {
    fn body(&self, block: Hash) -> Option<Vec<UncheckedExtrinsic>> {
        let number = self.number(block).unwrap().unwrap();
        let facts = self.runtime.facts();
        (!facts.gone.contains(&number))
            .then(|| facts.bodies.get(&number).cloned().unwrap_or_default())
    }

    fn session(&self, block: Hash) -> Option<Vec<u8>> {
        let number = self.number(block).unwrap().unwrap();
        let begun = self.runtime.facts().sessions.range(..=number).count() as u32;
        Some(begun.encode())
    }
}

sp_api::mock_impl_runtime_apis! {
    impl PorApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn author(&self, at: Hash) -> Answer<Option<Author<AccountId>>> {
            let number = self.ask(at)?;
            let slot = GENESIS_SLOT + u64::from(number);
            let in_turn = 3 + (number % 3) as u8;
            let author = self.runtime.facts().authors.get(&number).copied().unwrap_or(Some(in_turn));
            Ok(author.map(|author| Author { account: account(author), slot }))
        }
    }

    impl PoolApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn seats(&self, at: Hash, _: AuthorityId) -> Answer<Vec<Seats<AccountId>>> {
            let now = self.ask(at)?;
            let mut facts = self.runtime.facts();
            facts.asked += 1;
            Ok((now.saturating_sub(WINDOW)..now)
                .map(|block| Seats {
                    block,
                    account: account(VOTER),
                    seats: 3,
                    voted: facts.voted.contains(&block),
                })
                .collect())
        }

        fn block_vote(
            &self,
            vote: BlockVote<AccountId>,
            signature: AuthoritySignature,
        ) -> UncheckedExtrinsic {
            UncheckedExtrinsic::from_blob((vote, signature).encode())
        }

        fn senders(&self, transactions: Vec<UncheckedExtrinsic>) -> Vec<Option<AccountId>> {
            transactions.iter().map(|transaction| Some(account(transaction.inner()[0]))).collect()
        }

        fn are_valid(&self, transactions: Vec<UncheckedExtrinsic>, _: Hash) -> Vec<bool> {
            vec![true; transactions.len()]
        }

        #[advanced]
        fn fullness(&self, at: Hash) -> Answer<Fullness> {
            self.ask(at)?;
            Ok(Fullness {
                used: Weight::zero(),
                max_weight: Weight::from_parts(1_000, 1_000),
                max_length: 1_000,
            })
        }
    }

    impl TransactionPaymentApi<Block, Balance> for MockChain<Runtime> {
        fn query_info(&self, _: UncheckedExtrinsic, _: u32) -> RuntimeDispatchInfo<Balance> {
            let class = DispatchClass::Normal;
            RuntimeDispatchInfo { weight: Weight::zero(), class, partial_fee: 0 }
        }
    }
}

/// Whether a node catches up with the chain.
#[derive(Default)]
struct Syncing(AtomicBool);

impl SyncOracle for Syncing {
    fn is_major_syncing(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn is_offline(&self) -> bool {
        false
    }
}

/// A validator. Each block comes as its slot begins.
struct Node {
    judge: Judge<TestChain, MockPool>,
    memory: Memory,
    syncing: Arc<Syncing>,
    now: Arc<AtomicU64>,
}

impl Node {
    /// It was started long before the first block.
    fn new() -> Self {
        let keystore = MemoryKeystore::new();
        keystore.sr25519_generate_new(KEY_TYPE, Some("//Voter")).unwrap();
        let syncing = Arc::<Syncing>::default();
        let now = Arc::new(AtomicU64::new((GENESIS_SLOT - 100) * SLOT));
        let time = now.clone();
        let judge = Judge {
            client: Arc::new(MockChain::new(100)),
            transaction_pool: Default::default(),
            keystore: Arc::new(keystore),
            sync: syncing.clone(),
            clock: Arc::new(move || time.load(Ordering::Relaxed)),
            slot_duration: SlotDuration::from_millis(SLOT),
            policing: Policing::Strict,
            verdicts: |verdict| verdict,
            arrivals: SharedArrivals::default(),
            log: VerdictLog::default(),
            metrics: Metrics::new(None).unwrap(),
        };
        let memory = judge.begin();
        Self { judge, memory, syncing, now }
    }

    fn facts(&self) -> MutexGuard<'_, Facts> {
        self.judge.client.runtime.facts()
    }

    fn pool(&self) -> &MockPool {
        &self.judge.transaction_pool
    }

    fn sync(&self, syncing: bool) {
        self.syncing.0.store(syncing, Ordering::Relaxed);
    }

    /// Forgets all but what is in the keystore and on the chain, at the time of the latest block.
    fn restart(&mut self) {
        self.judge.transaction_pool = Default::default();
        self.judge.arrivals = SharedArrivals::default();
        self.judge.log = VerdictLog::default();
        self.memory = self.judge.begin();
    }

    /// When the slot of a block begins.
    fn begin_of(&self, block: BlockNumber) -> Moment {
        (GENESIS_SLOT + SlotNumber::from(block)) * SLOT
    }

    /// A block becomes the best one, so late, and replaces so many.
    async fn import(
        &mut self,
        block: BlockNumber,
        origin: BlockOrigin,
        late: Moment,
        replaced: u32,
    ) {
        let came = self.begin_of(block) + late;
        self.now.store(came, Ordering::Relaxed);
        Arc::get_mut(&mut self.judge.client).unwrap().best = block;
        let block = notice(&self.judge.client.header_of(block), origin, replaced);
        self.judge.take(&mut self.memory, Incoming { block, came }).await;
    }

    /// A block of somebody else comes in time. Returns what this node says of it, and why.
    async fn block(&mut self, block: BlockNumber) -> (Option<Side>, Option<Reason>) {
        self.import(block, BlockOrigin::NetworkBroadcast, 0, 0).await;
        self.latest(block)
    }

    fn latest(&self, block: BlockNumber) -> (Option<Side>, Option<Reason>) {
        let judged = self.judge.log.latest(1).remove(0);
        assert_eq!(judged.block, block);
        (judged.verdict, judged.reason)
    }

    /// Good blocks come in time. Returns the votes that were sent after the last of them.
    async fn good(
        &mut self,
        blocks: impl IntoIterator<Item = BlockNumber>,
    ) -> Vec<Vec<BlockNumber>> {
        for block in blocks {
            self.pool().submitted();
            assert_eq!(self.block(block).await, GOOD, "{block}");
        }
        self.votes()
    }

    /// The votes that were sent since this was asked last, signed with the key of the voter.
    fn sent(&self) -> Vec<BlockVote<AccountId>> {
        let key = self.judge.keystore.sr25519_public_keys(KEY_TYPE)[0];
        let genesis = self.judge.client.hash_of(0);
        let sent = self.pool().submitted();
        sent.iter()
            .map(|transaction| {
                let (vote, signature) =
                    <(BlockVote<AccountId>, AuthoritySignature)>::decode(&mut transaction.inner())
                        .unwrap();
                assert_eq!(vote.voter, account(VOTER));
                assert_eq!(vote.hash, self.judge.client.hash_of(vote.last));
                let payload = vote.payload(&genesis);
                assert!(Pair::verify(&signature.into(), payload, &key));
                vote
            })
            .collect()
    }

    /// About which blocks they are, newest first. All are good.
    fn votes(&self) -> Vec<Vec<BlockNumber>> {
        let blocks = |vote: &BlockVote<AccountId>| {
            assert_eq!(vote.against_blocks, 0);
            vote.verdicts().map(|(block, _)| block).collect()
        };
        self.sent().iter().map(blocks).collect()
    }
}

const GOOD: (Option<Side>, Option<Reason>) = (Some(Side::For), None);

fn silent(reason: Reason) -> (Option<Side>, Option<Reason>) {
    (None, Some(reason))
}

fn transaction(sender: u8, index: u8) -> UncheckedExtrinsic {
    UncheckedExtrinsic::from_blob(vec![sender, index])
}

#[tokio::test]
async fn blocks_are_judged_and_voted_on_when_the_oldest_is_four_blocks_old() {
    let mut node = Node::new();
    assert!(node.good(FIRST..FIRST + 4).await.is_empty());
    // Of older ones it has seen nothing.
    assert_eq!(node.good([FIRST + 4]).await, [[FIRST + 2, FIRST + 1, FIRST]]);
    let judged = node.judge.log.latest(2);
    let authors: Vec<_> = judged.into_iter().map(|judged| (judged.block, judged.author)).collect();
    assert_eq!(authors, [(24, Some(account(3))), (23, Some(account(5)))]);
}

#[tokio::test]
async fn author_that_leaves_out_what_others_include_is_voted_against() {
    let mut node = Node::new();
    let early = node.begin_of(FIRST - 10);
    let ready = |node: &Node, transaction: &UncheckedExtrinsic| {
        node.judge.arrivals.lock().note(Hashing::hash_of(transaction), early, true)
    };
    for block in FIRST..FIRST + 8 {
        let sent = transaction(SENDER, block as u8);
        ready(&node, &sent);
        node.facts().bodies.insert(block, vec![sent]);
        node.good([block]).await;
    }
    node.facts().voted.extend(FIRST..FIRST + 8);

    let waiting = transaction(SENDER, 0);
    ready(&node, &waiting);
    node.pool().add(&waiting, true);
    let first = FIRST + 8;
    node.facts().authors.extend((first..first + 4).map(|block| (block, Some(CENSOR))));
    node.good(first..first + 3).await;
    node.facts().voted.extend(first..first + 3);
    let bad = first + 3;
    assert_eq!(node.block(bad).await, (Some(Side::Against), Some(Reason::Omission)));
    assert_eq!(node.judge.log.latest(1)[0].left_out, Some(account(SENDER)));
    node.sent();

    node.pool().clear();
    node.good(bad + 1..bad + 4).await;
    assert_eq!(node.block(bad + 4).await, GOOD);
    let votes = node.sent();
    assert_eq!(votes.len(), 1);
    assert_eq!(
        (votes[0].last, votes[0].for_blocks, votes[0].against_blocks),
        (bad + 2, 0b11, 0b100)
    );
}

#[tokio::test]
async fn what_the_pool_does_not_offer_to_peers_is_nobodys_duty() {
    let mut node = Node::new();
    node.pool().add(&transaction(SENDER, 0), false);
    node.good([FIRST]).await;
    // It was not even noticed.
    let early = node.begin_of(FIRST + 50);
    let hash = Hashing::hash_of(&transaction(SENDER, 0));
    assert!(!node.judge.arrivals.lock().was_ready(&hash, early));
    node.pool().add(&transaction(SENDER, 1), true);
    node.good([FIRST + 1]).await;
    let hash = Hashing::hash_of(&transaction(SENDER, 1));
    assert!(node.judge.arrivals.lock().was_ready(&hash, node.begin_of(FIRST + 1)));
    assert!(!node.judge.arrivals.lock().was_ready(&hash, node.begin_of(FIRST + 1) - 1));
}

#[tokio::test]
async fn nothing_is_said_or_voted_while_syncing() {
    let mut node = Node::new();
    node.good(FIRST..FIRST + 4).await;
    node.sync(true);
    for block in FIRST + 4..FIRST + 6 {
        assert_eq!(node.block(block).await, silent(Reason::Syncing));
    }
    node.import(FIRST + 6, BlockOrigin::Own, 0, 0).await;
    assert!(node.sent().is_empty());
    node.sync(false);
    // What was judged before is voted on now; of the others there is no verdict.
    let all = [FIRST + 3, FIRST + 2, FIRST + 1, FIRST];
    assert_eq!(node.good([FIRST + 7]).await, [all]);
}

#[tokio::test]
async fn pool_that_never_answers_costs_half_a_slot() {
    let mut node = Node::new();
    node.good(FIRST..FIRST + 4).await;
    node.pool().silent.store(true, Ordering::Relaxed);
    let begun = Instant::now();
    let slot = Duration::from_millis(SLOT);
    let judged = tokio::time::timeout(slot, node.block(FIRST + 4)).await;
    assert_eq!(judged.unwrap(), silent(Reason::PoolSilent));
    assert!(begun.elapsed() >= slot / 2);
    // Votes are sent all the same, and the next block is judged.
    assert_eq!(node.votes(), [[FIRST + 2, FIRST + 1, FIRST]]);
    node.pool().silent.store(false, Ordering::Relaxed);
    node.good([FIRST + 5]).await;
}

#[tokio::test]
async fn burst_of_transactions_silences_a_node_for_eight_slots() {
    let mut node = Node::new();
    let (_blocks, notices) = mpsc::unbounded();
    let (sender, _incoming) = mpsc::channel(0);
    let Judge { transaction_pool, arrivals, clock, slot_duration, .. } = &node.judge;
    let (pool, arrivals, clock) = (transaction_pool.clone(), arrivals.clone(), clock.clone());
    let mut watch = watch(pool, notices, arrivals, sender, clock, *slot_duration).boxed();
    assert!((&mut watch).now_or_never().is_none());
    node.good([FIRST]).await;
    for index in 0..BUFFER as u64 + 2 {
        node.pool().tell(Hash::from_low_u64_be(index));
    }
    // The pool has ended the stream in the slot of this block.
    assert!((&mut watch).now_or_never().is_none());
    assert_eq!(node.pool().listeners(), 1);
    for block in FIRST + 1..=FIRST + 8 {
        assert_eq!(node.block(block).await, silent(Reason::Flooded), "{block}");
    }
    node.good(FIRST + 9..FIRST + 12).await;
}

#[tokio::test]
async fn burst_while_the_pool_is_asked_silences_a_node_at_once() {
    let mut node = Node::new();
    let (_blocks, notices) = mpsc::unbounded();
    let (sender, _incoming) = mpsc::channel(0);
    let Judge { transaction_pool, arrivals, clock, slot_duration, .. } = &node.judge;
    let (pool, arrivals, clock) = (transaction_pool.clone(), arrivals.clone(), clock.clone());
    let watch = watch(pool.clone(), notices, arrivals, sender, clock, *slot_duration);
    let mut watch = watch.boxed();
    assert!((&mut watch).now_or_never().is_none());
    node.pool().aside(move || {
        for index in 0..BUFFER as u64 + 2 {
            pool.tell(Hash::from_low_u64_be(index));
        }
        assert!((&mut watch).now_or_never().is_none());
    });
    assert_eq!(node.block(FIRST).await, silent(Reason::Flooded));
    assert_eq!(node.block(FIRST + 8).await, silent(Reason::Flooded));
    node.good([FIRST + 9]).await;
}

#[tokio::test]
async fn restarted_node_judges_after_eight_slots_and_votes_again() {
    let mut node = Node::new();
    node.good(FIRST..FIRST + 4).await;
    let last = FIRST + 3;
    node.restart();
    for block in last + 1..=last + 8 {
        assert_eq!(node.block(block).await, silent(Reason::Started), "{block}");
    }
    // The verdicts of before are gone, and none is made up.
    assert!(node.sent().is_empty());
    assert!(node.good(last + 9..last + 13).await.is_empty());
    let expected = [[last + 11, last + 10, last + 9]];
    assert_eq!(node.good([last + 13]).await, expected);
}

#[tokio::test]
async fn vote_that_is_in_no_block_is_sent_again() {
    let mut node = Node::new();
    node.good(FIRST..FIRST + 4).await;
    node.block(FIRST + 4).await;
    let first = node.pool().submitted();
    assert!(node.good(FIRST + 5..FIRST + 7).await.is_empty());
    node.block(FIRST + 7).await;
    let again = node.pool().submitted();
    // The same vote in another transaction; others have votes of their own.
    let vote = |transaction: &UncheckedExtrinsic| {
        BlockVote::<AccountId>::decode(&mut transaction.inner()).unwrap()
    };
    assert_eq!((first.len(), again.len()), (1, 2));
    assert_eq!(vote(&again[0]), vote(&first[0]));
    assert_ne!(again[0], first[0]);
    let blocks: Vec<_> = vote(&again[1]).verdicts().map(|(block, _)| block).collect();
    assert_eq!(blocks, [FIRST + 5, FIRST + 4, FIRST + 3]);
    // Now it is in a block.
    node.facts().voted.extend(FIRST..FIRST + 3);
    let expected = [vec![FIRST + 5, FIRST + 4, FIRST + 3], vec![FIRST + 8, FIRST + 7, FIRST + 6]];
    assert_eq!(node.good(FIRST + 8..FIRST + 11).await, expected);
}

#[tokio::test]
async fn vote_that_the_pool_refuses_is_sent_again() {
    let mut node = Node::new();
    node.good(FIRST..FIRST + 4).await;
    node.pool().full.store(true, Ordering::Relaxed);
    let vote = [FIRST + 2, FIRST + 1, FIRST];
    assert_eq!(node.good([FIRST + 4]).await, [vote]);
    node.pool().full.store(false, Ordering::Relaxed);
    assert!(node.good([FIRST + 5]).await.is_empty());
    assert!(node.good([FIRST + 6]).await.is_empty());
    assert_eq!(node.good([FIRST + 7]).await[0], vote);
}

#[tokio::test]
async fn seats_are_looked_for_once_after_a_best_block() {
    let mut node = Node::new();
    node.good(FIRST..FIRST + 5).await;
    assert_eq!(node.facts().asked, 5);
    // A block comes that does not become the best one.
    let header = node.judge.client.header_of(FIRST + 1);
    let block = notice(&header, BlockOrigin::NetworkBroadcast, 0);
    let incoming = Incoming { block, came: node.begin_of(FIRST + 1) };
    node.judge.take(&mut node.memory, incoming).await;
    assert_eq!(node.latest(FIRST + 1), GOOD);
    assert_eq!(node.facts().asked, 5);
}

#[tokio::test]
async fn own_blocks_are_not_judged_but_voted_after() {
    let mut node = Node::new();
    node.good(FIRST..FIRST + 4).await;
    node.import(FIRST + 4, BlockOrigin::Own, 0, 0).await;
    assert_eq!(node.latest(FIRST + 3), GOOD);
    assert_eq!(node.votes(), [[FIRST + 2, FIRST + 1, FIRST]]);
}

#[tokio::test]
async fn node_without_a_key_has_no_votes() {
    let mut node = Node::new();
    node.judge.keystore = Arc::new(MemoryKeystore::new());
    for block in FIRST..FIRST + 12 {
        assert_eq!(node.block(block).await, GOOD);
        assert!(node.pool().submitted().is_empty());
    }
}

#[tokio::test]
async fn late_blocks_are_not_judged() {
    for (late, expected) in [(2 * SLOT, GOOD), (2 * SLOT + 1, silent(Reason::Late))] {
        let mut node = Node::new();
        node.import(FIRST, BlockOrigin::NetworkBroadcast, late, 0).await;
        assert_eq!(node.latest(FIRST), expected);
    }
}

#[tokio::test]
async fn block_that_begins_a_session_is_not_judged() {
    let mut node = Node::new();
    node.facts().sessions.insert(FIRST + 1);
    node.good([FIRST]).await;
    assert_eq!(node.block(FIRST + 1).await, silent(Reason::SessionBegins));
    node.good([FIRST + 2]).await;
}

#[tokio::test]
async fn reorganisation_of_more_than_one_block_silences_a_node_for_eight_slots() {
    for replaced in [1, 2] {
        let mut node = Node::new();
        node.import(FIRST, BlockOrigin::NetworkBroadcast, 0, replaced).await;
        let expected = if replaced == 1 { GOOD } else { silent(Reason::Reorganised) };
        assert_eq!(node.latest(FIRST), expected);
        assert_eq!(node.block(FIRST + 8).await, expected);
        node.good([FIRST + 9]).await;
    }
}

#[tokio::test]
async fn nothing_is_said_of_what_cannot_be_read() {
    let mut node = Node::new();
    node.facts().authors.insert(FIRST, None);
    node.facts().gone.insert(FIRST + 1);
    assert_eq!(node.block(FIRST).await, silent(Reason::Unknown));
    assert_eq!(node.judge.log.latest(1)[0].author, None);
    assert_eq!(node.block(FIRST + 1).await, silent(Reason::Unknown));
    assert_eq!(node.judge.log.latest(1)[0].author, Some(account(3)));
    Arc::get_mut(&mut node.judge.client).unwrap().broken = Some(FIRST + 2);
    assert_eq!(node.block(FIRST + 2).await, silent(Reason::Unknown));
    node.good([FIRST + 3]).await;
}

#[tokio::test]
async fn judge_goes_on_until_the_node_stops() {
    let mut node = Node::new();
    let (mut blocks, incoming) = mpsc::channel(8);
    for number in FIRST..FIRST + 5 {
        let header = node.judge.client.header_of(number);
        let block = notice(&header, BlockOrigin::NetworkBroadcast, 0);
        blocks.try_send(Incoming { block, came: node.begin_of(number) }).unwrap();
    }
    drop(blocks);
    Arc::get_mut(&mut node.judge.client).unwrap().best = FIRST + 4;
    let (log, pool) = (node.judge.log.clone(), node.judge.transaction_pool.clone());
    node.judge.run(incoming).await;
    assert_eq!(log.latest(usize::MAX).len(), 5);
    // The one that was due after the best block.
    assert_eq!(pool.submitted().len(), 1);
}
