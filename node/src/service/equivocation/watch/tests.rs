//! What the watch sees, on a chain of five blocks.

use super::*;
use crate::mock::{header_on, Answer, MockChain, GENESIS_SLOT};
use aitbc_primitives::Header;
use futures::{executor::block_on, FutureExt, StreamExt};
use sc_consensus::{ImportedState, StateAction, StorageChanges};
use sp_consensus::Error;
use sp_consensus_aura::digests::CompatibleDigestItem;
use sp_core::crypto::key_types;
use sp_keystore::{testing::MemoryKeystore, Keystore};
use sp_runtime::DigestItem;
use sp_state_machine::KeyValueStates;

const DURATION: SlotDuration = SlotDuration::from_millis(2_000);

/// The key of odd slots, which is this node's, and that of even ones.
#[derive(Clone, Default)]
struct Runtime {
    keys: Vec<AuthorityId>,
}

type Chain = MockChain<Runtime>;

sp_api::mock_impl_runtime_apis! {
    impl AuraApi<Block, AuthorityId> for MockChain<Runtime> {
        fn slot_duration(&self) -> SlotDuration {
            DURATION
        }

        #[advanced]
        fn authorities(&self, at: Hash) -> Answer<Vec<AuthorityId>> {
            self.ask(at)?;
            Ok(self.runtime.keys.clone())
        }
    }
}

/// Imports blocks by height, as the client does, unless it is told to answer otherwise.
#[derive(Default)]
struct Imports {
    log: Mutex<Vec<Import>>,
    refusal: Option<fn() -> Result<ImportResult, Error>>,
}

struct Import {
    header: Header,
    post_hash: Option<Hash>,
    is_best: bool,
}

impl Imports {
    fn best(&self) -> Option<Header> {
        let log = self.log.lock().unwrap();
        log.iter().rev().find(|import| import.is_best).map(|import| import.header.clone())
    }
}

#[async_trait::async_trait]
impl BlockImport<Block> for Imports {
    type Error = Error;

    async fn check_block(&self, _: BlockCheckParams<Block>) -> Result<ImportResult, Error> {
        Ok(ImportResult::KnownBad)
    }

    async fn import_block(&self, block: BlockImportParams<Block>) -> Result<ImportResult, Error> {
        if let Some(refusal) = self.refusal {
            return refusal();
        }
        let is_best = match block.fork_choice.unwrap() {
            ForkChoiceStrategy::LongestChain => {
                self.best().is_none_or(|best| block.header.number > best.number)
            }
            ForkChoiceStrategy::Custom(is_best) => is_best,
        };
        self.log.lock().unwrap().push(Import {
            header: block.header,
            post_hash: block.post_hash,
            is_best,
        });
        Ok(ImportResult::imported(is_best))
    }
}

/// A validator on a chain of five blocks, started in the slot of the last.
struct Node {
    chain: Chain,
    watch: EquivocationWatch<Imports, Chain>,
    pairs: Pairs,
}

/// The slot in which the node was started.
const STARTED: u64 = GENESIS_SLOT + 5;

impl Node {
    fn new() -> Self {
        Self::with(Imports::default())
    }

    fn with(imports: Imports) -> Self {
        let keystore = MemoryKeystore::new();
        let own = keystore.sr25519_generate_new(key_types::AURA, None).unwrap();
        let mut chain = Chain::new(5);
        chain.runtime.keys = vec![Public::from_raw([7; 32]).into(), own.into()];
        let parts = WatchParts {
            client: Arc::new(chain.clone()),
            slot_duration: DURATION,
            keystore: Some(keystore.into()),
            metrics: Metrics::new(None).unwrap(),
        };
        let (watch, pairs) = EquivocationWatch::new(imports, parts);
        Self { chain, watch, pairs }
    }

    fn header(&self, number: u32) -> Header {
        self.chain.header(self.chain.hash_of(number)).unwrap().unwrap()
    }

    /// A block on the last of the chain, one of many in its slot.
    fn block(&self, slot: u64, index: u64) -> BlockImportParams<Block> {
        let mut header = header_on(&self.header(5), slot);
        header.state_root = Hash::from_low_u64_be(index);
        sealed(header, 0)
    }

    /// Imports a block at the beginning of its slot.
    fn import(&self, block: BlockImportParams<Block>) -> Result<ImportResult, Error> {
        let slot = slot_of(&block.header).unwrap();
        block_on(self.watch.import_at(moment(begin(*slot)), block))
    }

    /// Makes a node of it that makes no blocks.
    fn forget_keys(&mut self) {
        let eyes = Arc::get_mut(&mut self.watch.eyes).unwrap();
        eyes.own = OwnKeys::new(None, DURATION);
    }

    fn pair(&mut self) -> Option<Pair> {
        self.ordered().map(|(pair, _)| pair)
    }

    /// The next pair, and the order to report it.
    fn ordered(&mut self) -> Option<(Pair, Ticket)> {
        self.pairs.next().now_or_never().flatten()
    }

    /// Pairs seen, early blocks and foreign blocks.
    fn counts(&self) -> [u64; 3] {
        let Metrics { seen, early, foreign, .. } = &self.watch.eyes.metrics;
        [seen.get(), early.get(), foreign.get()]
    }
}

/// When a slot begins.
fn begin(slot: u64) -> Timestamp {
    Timestamp::new(2_000 * slot)
}

/// A moment by a clock that was right all the time.
fn moment(time: Timestamp) -> Moment {
    let start = begin(STARTED);
    Moment { time, uptime: time.checked_sub(start).unwrap_or_default().as_duration() }
}

/// A block from the network as the verifier leaves it, with one of its seals.
fn sealed(header: Header, seal: u8) -> BlockImportParams<Block> {
    let mut block = BlockImportParams::new(BlockOrigin::NetworkBroadcast, header);
    let seal = AuthoritySignature::from(sp_core::sr25519::Signature::from_raw([seal; 64]));
    block.post_digests.push(DigestItem::aura_seal(seal));
    block.fork_choice = Some(ForkChoiceStrategy::LongestChain);
    block
}

fn of(origin: BlockOrigin, mut block: BlockImportParams<Block>) -> BlockImportParams<Block> {
    block.origin = origin;
    block
}

/// A slot of the other producer, after the start.
const SLOT: u64 = STARTED + 1;

/// A slot of this node, after the start.
const OWN_SLOT: u64 = STARTED + 2;

#[test]
fn two_blocks_of_a_producer_in_a_slot_come_out_as_a_pair() {
    let mut node = Node::new();
    let [first, second] = [1, 2].map(|index| node.block(SLOT, index).post_hash());
    node.import(node.block(SLOT, 1)).unwrap();
    assert_eq!(node.pair(), None);
    node.import(node.block(SLOT, 2)).unwrap();
    let author = Public::from_raw([7; 32]);
    assert_eq!(node.pair(), Some(Pair { slot: SLOT.into(), author, first, second }));
    assert_eq!(node.counts(), [1, 0, 0]);

    // One pair of a slot is enough.
    node.import(node.block(SLOT, 3)).unwrap();
    assert_eq!(node.pair(), None);
    assert_eq!(node.counts(), [1, 0, 0]);
}

#[test]
fn next_block_of_a_slot_makes_a_pair_if_the_first_could_not_be_reported() {
    let mut node = Node::new();
    for index in [1, 2] {
        node.import(node.block(SLOT, index)).unwrap();
    }
    let (pair, ticket) = node.ordered().unwrap();
    ticket.give_back();
    node.import(node.block(SLOT, 3)).unwrap();
    let (next, _) = node.ordered().unwrap();
    assert_eq!(next, Pair { second: node.block(SLOT, 3).post_hash(), ..pair });
    node.import(node.block(SLOT, 4)).unwrap();
    assert_eq!(node.pair(), None);
    assert_eq!(node.counts(), [1, 0, 0], "of one slot");
}

#[test]
fn one_block_with_two_seals_is_no_pair() {
    let mut node = Node::new();
    let header = header_on(&node.header(5), SLOT);
    node.import(sealed(header.clone(), 1)).unwrap();
    node.import(sealed(header, 2)).unwrap();
    assert_eq!(node.pair(), None);
    assert_eq!(node.counts(), [0; 3]);
}

#[test]
fn own_blocks_are_seen_too() {
    let mut node = Node::new();
    node.import(of(BlockOrigin::Own, node.block(OWN_SLOT, 1))).unwrap();
    assert!(!node.watch.halt().is_set());
    node.import(of(BlockOrigin::Own, node.block(OWN_SLOT, 2))).unwrap();
    assert!(node.pair().is_some());
    assert!(!node.watch.halt().is_set(), "this node has made both");
}

#[test]
fn blocks_that_are_not_new_pass_unseen() {
    for origin in [BlockOrigin::WarpSync, BlockOrigin::GapSync, BlockOrigin::File] {
        let mut node = Node::new();
        for index in [1, 2] {
            let early = moment(begin(OWN_SLOT - 1));
            let block = of(origin, node.block(OWN_SLOT, index));
            block_on(node.watch.import_at(early, block)).unwrap();
        }
        assert_eq!(node.pair(), None, "{origin:?}");
        assert_eq!(node.counts(), [0; 3], "{origin:?}");
        assert!(!node.watch.halt().is_set(), "{origin:?}");
        assert_eq!(node.watch.inner.log.lock().unwrap()[0].post_hash, None, "{origin:?}");
    }
}

#[test]
fn longer_fork_that_is_published_at_once_is_looked_at() {
    let mut node = Node::new();
    let sync = |index| of(BlockOrigin::NetworkInitialSync, node.block(SLOT, index));
    let import = |at, index| block_on(node.watch.import_at(moment(begin(at)), sync(index)));
    // Of a slot that nobody remembers.
    import(SLOT + 4_000, 1).unwrap();
    import(SLOT + 3_999, 2).unwrap();
    assert_eq!(node.counts(), [0; 3]);
    import(SLOT + 3_999, 3).unwrap();
    assert!(node.pair().is_some());
    assert_eq!(node.counts(), [1, 0, 0]);
}

#[test]
fn own_block_that_comes_back_by_sync_does_not_stop_this_node() {
    let node = Node::new();
    node.import(of(BlockOrigin::NetworkInitialSync, node.block(OWN_SLOT, 1))).unwrap();
    assert!(!node.watch.halt().is_set());
    assert_eq!(node.counts(), [0; 3]);
}

#[test]
fn blocks_that_are_not_executed_pass_unseen() {
    let state = ImportedState { block: Hash::zero(), state: KeyValueStates(vec![]) };
    for action in [StateAction::Skip, StateAction::ApplyChanges(StorageChanges::Import(state))] {
        let node = Node::new();
        let mut block = node.block(OWN_SLOT, 1);
        block.state_action = action;
        node.import(block).unwrap();
        assert_eq!(node.counts(), [0; 3]);
    }
}

#[test]
fn refused_blocks_leave_no_trace() {
    let mut node = Node::new();
    node.watch.inner.refusal = Some(|| Ok(ImportResult::KnownBad));
    assert_eq!(node.import(node.block(SLOT, 1)).unwrap(), ImportResult::KnownBad);
    node.watch.inner.refusal = None;
    node.import(node.block(SLOT, 2)).unwrap();
    assert_eq!(node.pair(), None);
}

#[test]
fn answers_and_errors_of_the_import_pass_through() {
    let mut node = Node::new();
    node.watch.inner.refusal = Some(|| Err(Error::InvalidAuthoritiesSet));
    assert!(matches!(node.import(node.block(SLOT, 1)), Err(Error::InvalidAuthoritiesSet)));
    for answer in [ImportResult::AlreadyInChain, ImportResult::MissingState] {
        node.watch.inner.refusal = Some(match answer {
            ImportResult::MissingState => || Ok(ImportResult::MissingState),
            _ => || Ok(ImportResult::AlreadyInChain),
        });
        assert_eq!(node.import(node.block(SLOT, 1)).unwrap(), answer);
    }
    let check = BlockCheckParams {
        hash: Hash::zero(),
        number: 1,
        parent_hash: Hash::zero(),
        allow_missing_state: false,
        allow_missing_parent: false,
        import_existing: false,
    };
    let checked = block_on(node.watch.check_block(check)).unwrap();
    assert_eq!(checked, ImportResult::KnownBad);
}

#[test]
fn import_goes_on_when_nothing_can_be_seen() {
    // Nobody knows whose slot it is.
    let mut node = Node::new();
    let mut chain = node.chain.clone();
    chain.broken = Some(5);
    Arc::get_mut(&mut node.watch.eyes).unwrap().client = Arc::new(chain);
    for index in [1, 2] {
        assert!(node.import(node.block(SLOT, index)).is_ok());
    }
    assert_eq!(node.pair(), None);

    // Nobody takes the pairs.
    let mut node = Node::new();
    node.pairs.close();
    for index in [1, 2] {
        assert!(node.import(node.block(SLOT, index)).is_ok());
    }
    assert_eq!(node.counts(), [0; 3]);

    // A block says no slot.
    let mut header = header_on(&node.header(5), SLOT);
    header.digest.logs.clear();
    assert!(block_on(node.watch.import_at(moment(begin(SLOT)), sealed(header, 0))).is_ok());
}

#[test]
fn pair_without_room_comes_out_later() {
    let mut node = Node::new();
    // Each sender has room for one more.
    let waiting = PAIRS_WAITING as u64 + 1;
    for slot in (0..=waiting).map(|place| SLOT + 2 * place) {
        for index in [1, 2] {
            node.import(node.block(slot, index)).unwrap();
        }
    }
    assert_eq!(node.counts()[0], waiting);
    let out: Vec<_> = std::iter::from_fn(|| node.pair()).collect();
    assert_eq!(out.len() as u64, waiting);

    let slot = SLOT + 2 * waiting;
    node.import(node.block(slot, 3)).unwrap();
    assert_eq!(node.pair().unwrap().slot, slot);
    assert_eq!(node.counts()[0], waiting + 1);
}

#[test]
fn hash_of_a_block_is_computed_once() {
    let node = Node::new();
    let block = node.block(SLOT, 1);
    let hash = block.post_header().hash();
    assert_eq!(block.post_hash, None);
    node.import(block).unwrap();
    assert_eq!(node.watch.inner.log.lock().unwrap()[0].post_hash, Some(hash));
}

#[test]
fn early_block_on_the_grandparent_does_not_become_best() {
    let mut node = Node::new();
    node.forget_keys();
    let parent = node.header(5);
    let import = |header: &Header, now| {
        block_on(node.watch.import_at(moment(now), sealed(header.clone(), 0))).unwrap()
    };
    assert_eq!(import(&parent, begin(STARTED)), ImportResult::imported(true));
    // The owner of the slot after next is a slot early, and leaves out the next.
    let early = header_on(&parent, STARTED + 2);
    assert_eq!(import(&early, begin(STARTED + 1)), ImportResult::imported(false));
    assert_eq!(node.counts(), [0, 1, 0]);
    // The block of the slot in between comes later, has the same height, and wins.
    let between = header_on(&parent, STARTED + 1);
    assert_eq!(import(&between, begin(STARTED + 1) + 900), ImportResult::imported(true));
    assert_eq!(node.counts(), [0, 1, 0]);
}

/// Has a node import blocks of these slots after its start, each half a slot before its clock says that
/// it begins. Returns how many were held back; never is the best one more than one block behind.
fn held_back(slots: &[u64]) -> u64 {
    let mut node = Node::new();
    node.forget_keys();
    let mut headers: Vec<_> = (0..=5).map(|number| node.header(number)).collect();
    for slot in slots {
        headers.push(header_on(headers.last().unwrap(), STARTED + slot));
    }
    let mut chain = Chain::of(headers.clone());
    chain.runtime = node.chain.runtime.clone();

    let mut behind = 0;
    for header in headers.iter().skip(6) {
        chain.best = node.watch.inner.best().map_or(5, |best| best.number);
        Arc::get_mut(&mut node.watch.eyes).unwrap().client = Arc::new(chain.clone());
        let slot = *slot_of(header).unwrap();
        let now = moment(Timestamp::new(2_000 * slot - 1_000));
        block_on(node.watch.import_at(now, sealed(header.clone(), 0))).unwrap();
        let best = node.watch.inner.best();
        behind = if best.as_ref() == Some(header) { 0 } else { behind + 1 };
        assert!(behind <= 1, "the best block is {best:?} in slot {slot}");
    }
    assert_eq!(behind, 0);
    let [_, early, _] = node.counts();
    early
}

#[test]
fn node_whose_clock_lags_by_half_a_slot_follows_the_others() {
    assert_eq!(held_back(&[1, 2, 3, 4]), 0);
    // After each of two missed slots, and after two in a row.
    assert_eq!(held_back(&[1, 2, 4, 5, 6, 8, 9, 10]), 2);
    assert_eq!(held_back(&[1, 2, 5, 6]), 1);
}

#[test]
fn block_on_one_that_is_held_back_is_not_held_back() {
    // Every second slot is missed: the first block is held back, and the second makes both best.
    assert_eq!(held_back(&[2, 4]), 1);
    assert_eq!(held_back(&[1, 3, 5, 6, 8, 10, 12, 14]), 3);
}

#[test]
fn block_of_an_own_key_from_elsewhere_stops_this_node() {
    let node = Node::new();
    let halt = node.watch.halt();
    node.import(node.block(SLOT, 1)).unwrap();
    assert!(!halt.is_set());
    node.import(node.block(OWN_SLOT, 1)).unwrap();
    assert!(halt.is_set());
    node.import(node.block(OWN_SLOT + 2, 1)).unwrap();
    assert_eq!(node.counts(), [0, 0, 2]);
}

#[test]
fn second_block_in_an_own_slot_stops_this_node_and_is_a_pair() {
    let mut node = Node::new();
    node.import(of(BlockOrigin::Own, node.block(OWN_SLOT, 1))).unwrap();
    node.import(node.block(OWN_SLOT, 2)).unwrap();
    assert!(node.watch.halt().is_set());
    assert!(node.pair().is_some());
    assert_eq!(node.counts(), [1, 0, 1]);
}

#[test]
fn foreign_block_that_is_refused_stops_this_node_too() {
    let imports = Imports { refusal: Some(|| Ok(ImportResult::KnownBad)), ..Default::default() };
    let node = Node::with(imports);
    node.import(node.block(OWN_SLOT, 1)).unwrap();
    assert!(node.watch.halt().is_set());
}

#[test]
fn own_block_that_a_crash_has_lost_does_not_stop_this_node() {
    let node = Node::new();
    node.import(node.block(STARTED, 1)).unwrap();
    assert!(!node.watch.halt().is_set());
}

#[test]
fn operator_is_told_both_blocks_and_what_to_do() {
    let author = Public::from_raw([7; 32]);
    let told = |own| advice(7.into(), &author, Hash::repeat_byte(1), own);
    assert_eq!(
        told(Some(Hash::repeat_byte(2))),
        format!(
            "Block 0x{} of slot 7 is sealed with the key {author} of this node, which did not make it: its \
             own block there is 0x{}. So another node uses the same keys, and two blocks in one slot \
             cost half of the stake. This node makes no more blocks, and casts no more votes on \
             finality from the next round on. Turn off one of the two for good, then restart the other",
            "01".repeat(32),
            "02".repeat(32)
        )
    );
    assert!(told(None).contains("did not make it: it has made none there."));
}
