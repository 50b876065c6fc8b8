//! Reports of pairs of blocks, from the proof until the chain knows.

use super::watch::{Pair, Pairs};
use aitbc_primitives::{
    consensus::{
        equivocation::{EquivocationProof, ProvenHeader},
        EquivocationApi, Randomness, RandomnessApi,
    },
    opaque::{Block, UncheckedExtrinsic},
    Hash, Header,
};
use futures::{future::BoxFuture, select_biased, stream::FusedStream, StreamExt};
use sp_api::{ApiError, ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::Slot;
use sp_core::sr25519::Public;
use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};
use substrate_prometheus_endpoint::{Counter, U64};

/// How long a report is submitted again before this node gives it up.
const PATIENCE: Duration = Duration::from_secs(24 * 60 * 60);

/// Blocks in a row after which the runtime may refuse a proof before this node gives it up. A block of
/// another fork may not know its session.
const REFUSALS: u32 = 30;

/// Reports that are under way at a time, one for each producer and slot. They take 10 MB at most. Producers
/// are out of the schedule after the first, so more do not come unless the chain takes none; and then the
/// rest would change nothing for them: each costs what the first did, and they are slashed once an era.
const REPORTS: usize = 64;

/// Hands a transaction to the pool, to be checked in the state after a block.
pub type Submit =
    Box<dyn Fn(Hash, UncheckedExtrinsic) -> BoxFuture<'static, Result<(), String>> + Send>;

/// Proves pairs of blocks to the runtime, and submits the reports.
pub struct Reporter<C> {
    client: Arc<C>,
    submit: Submit,
    reported: Counter<U64>,
    reports: BTreeMap<(Slot, Public), Report>,
    /// Whether somebody was told that the runtime takes no reports.
    told: bool,
}

/// A report under way.
struct Report {
    proof: EquivocationProof,
    since: Instant,
    /// How often in a row the runtime has refused the proof.
    refusals: u32,
}

/// What the runtime says of a report.
enum Answer {
    Known,
    Submit(UncheckedExtrinsic),
    Refused,
}

impl<C> Reporter<C>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: RandomnessApi<Block> + EquivocationApi<Block>,
{
    /// Submits reports by `submit`, and counts in `reported` those that the chain knows of.
    pub fn new(client: Arc<C>, submit: Submit, reported: Counter<U64>) -> Self {
        Self { client, submit, reported, reports: BTreeMap::new(), told: false }
    }

    /// Reports `pairs` with each new block, until the node stops. The calls into the runtime take their time,
    /// so this belongs on a thread that may block.
    pub async fn run<B>(mut self, mut pairs: Pairs, mut blocks: B)
    where
        B: FusedStream + Unpin,
    {
        let mut asked = None;
        loop {
            select_biased! {
                pair = pairs.next() => match pair {
                    Some((pair, ticket)) => {
                        if !self.take(&pair, Instant::now()) {
                            ticket.give_back();
                        }
                        asked = None;
                    }
                    None => return,
                },
                block = blocks.next() => if block.is_none() {
                    return;
                },
            }
            // Not the block of the notification: several may wait, and the best one counts.
            let best = self.client.info().best_hash;
            if !self.reports.is_empty() && asked.replace(best) != Some(best) {
                self.report(best, Instant::now()).await;
            }
        }
    }

    /// Begins the report of a pair, and returns whether there is one.
    fn take(&mut self, pair: &Pair, now: Instant) -> bool {
        let place = (pair.slot, pair.author);
        if self.reports.contains_key(&place) {
            return true;
        }
        let name = name(&place);
        if self.reports.len() >= REPORTS {
            log::warn!("No room to report {name}: {REPORTS} reports are under way");
            return false;
        }
        match self.prove(pair) {
            Ok(proof) => {
                self.reports.insert(place, Report { proof, since: now, refusals: 0 });
                true
            }
            Err(error) => {
                log::warn!("Cannot report {name}: {error}");
                false
            }
        }
    }

    /// The proof of a pair. Its session is the later one: a fork that others have left long ago stays behind
    /// in sessions, and the chain goes by the slot, give or take one.
    fn prove(&self, pair: &Pair) -> Result<EquivocationProof, String> {
        let (one, first) = self.prove_header(pair.first)?;
        let (other, second) = self.prove_header(pair.second)?;
        let session = one.max(other);
        Ok(EquivocationProof { offender: pair.author, slot: *pair.slot, session, first, second })
    }

    /// A header with the randomness it was made with, and the session of that.
    fn prove_header(&self, hash: Hash) -> Result<(u32, ProvenHeader), String> {
        let header: Header = self
            .client
            .header(hash)
            .map_err(|error| error.to_string())?
            .ok_or_else(|| format!("block {hash:?} is gone"))?;
        let Randomness { session, rho, .. } =
            self.client.runtime_api().randomness(header.parent_hash).map_err(|error| {
                format!("the parent of block {hash:?} says no randomness: {error}")
            })?;
        Ok((session, ProvenHeader { header, rho }))
    }

    /// Goes on with all reports in the state after block `at`.
    async fn report(&mut self, at: Hash, now: Instant) {
        for transaction in self.due(at, now) {
            // The pool has most of them from the block before, and says so.
            if let Err(error) = (self.submit)(at, transaction).await {
                log::debug!("A report of two blocks in a slot was not taken: {error}");
            }
        }
    }

    /// The transactions to submit in the state after block `at`. Reports that are over are forgotten.
    fn due(&mut self, at: Hash, now: Instant) -> Vec<UncheckedExtrinsic> {
        let Self { client, reported, reports, told, .. } = self;
        reports.retain(|place, report| {
            let patient = now.duration_since(report.since) < PATIENCE;
            if !patient {
                log::warn!("Gave up the report of {}: the chain took none for a day", name(place));
            }
            patient
        });
        match client.runtime_api().has_api::<dyn EquivocationApi<Block>>(at) {
            Ok(true) => {}
            Ok(false) => {
                if !std::mem::replace(told, true) {
                    log::warn!("The runtime is too old to be told of two blocks in one slot");
                }
                return vec![];
            }
            Err(error) => {
                log::debug!("The runtime could not be asked what it can be told: {error}");
                return vec![];
            }
        }

        let mut due = vec![];
        reports.retain(|place, report| match ask(client.as_ref(), at, &report.proof) {
            Ok(Answer::Known) => {
                reported.inc();
                log::info!("⚖️  The chain knows of {}", name(place));
                false
            }
            Ok(Answer::Submit(transaction)) => {
                report.refusals = 0;
                due.push(transaction);
                true
            }
            Ok(Answer::Refused) => {
                report.refusals += 1;
                let goes_on = report.refusals < REFUSALS;
                if !goes_on {
                    log::warn!("Gave up the report of {}: the chain refuses it", name(place));
                }
                goes_on
            }
            Err(error) => {
                log::debug!("The runtime could not be asked about {}: {error}", name(place));
                true
            }
        });
        due
    }
}

/// Asks the runtime in the state after block `at` about a report.
fn ask<C>(client: &C, at: Hash, proof: &EquivocationProof) -> Result<Answer, ApiError>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: EquivocationApi<Block>,
{
    let api = client.runtime_api();
    if api.is_known(at, proof.offender, proof.slot)? {
        return Ok(Answer::Known);
    }
    Ok(api.report(at, proof.clone())?.map_or(Answer::Refused, Answer::Submit))
}

fn name((slot, offender): &(Slot, Public)) -> String {
    format!("two blocks of {offender} in slot {slot}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{self, MockChain},
        service::equivocation::memory::Ticket,
    };
    use aitbc_primitives::consensus::SlotNumber;
    use codec::Encode;
    use futures::{channel::mpsc, executor::block_on, FutureExt};
    use sp_core::H256;
    use std::{
        collections::BTreeSet,
        sync::{Mutex, MutexGuard},
    };

    const SECOND: Duration = Duration::from_secs(1);

    #[derive(Clone, Default)]
    struct Runtime {
        known: Arc<Mutex<BTreeSet<(Public, SlotNumber)>>>,
        /// It refuses all proofs in the state after this block.
        strict: Option<u32>,
    }

    type Chain = MockChain<Runtime>;

    fn offender() -> Public {
        Public::from_raw([1; 32])
    }

    /// The randomness after block `number`.
    fn rho(number: u32) -> H256 {
        H256::from_low_u64_be(number.into())
    }

    sp_api::mock_impl_runtime_apis! {
        impl RandomnessApi<Block> for MockChain<Runtime> {
            #[advanced]
            fn randomness(&self, at: Hash) -> mock::Answer<Randomness> {
                let number = self.ask(at)?;
                Ok(Randomness { session: number, rho: rho(number), ..Default::default() })
            }
        }

        impl EquivocationApi<Block> for MockChain<Runtime> {
            #[advanced]
            fn report(
                &self,
                at: Hash,
                proof: EquivocationProof,
            ) -> mock::Answer<Option<UncheckedExtrinsic>> {
                let refused = self.runtime.strict == Some(self.ask(at)?);
                Ok((!refused).then(|| UncheckedExtrinsic::from_blob(proof.encode())))
            }

            fn is_known(&self, offender: Public, slot: SlotNumber) -> bool {
                self.runtime.known.lock().unwrap().contains(&(offender, slot))
            }
        }
    }

    type Submitted = Arc<Mutex<Vec<(Hash, UncheckedExtrinsic)>>>;

    /// A reporter on a chain of five blocks.
    struct Node {
        chain: Chain,
        reporter: Reporter<Chain>,
        submitted: Submitted,
        start: Instant,
    }

    impl Node {
        fn new() -> Self {
            Self::on(Chain::new(5))
        }

        fn on(chain: Chain) -> Self {
            let submitted = Submitted::default();
            let pool = submitted.clone();
            let submit: Submit = Box::new(move |at, transaction| {
                pool.lock().unwrap().push((at, transaction));
                // Whatever the pool says, the chain has the last word.
                futures::future::ready(Err("already there".into())).boxed()
            });
            let reported = Counter::new("reported", "reported").unwrap();
            let reporter = Reporter::new(Arc::new(chain.clone()), submit, reported);
            Self { chain, reporter, submitted, start: Instant::now() }
        }

        /// Blocks 2 and 4 stand for two of one slot: the first is of a fork two sessions behind.
        fn pair(&self, slot: u64) -> Pair {
            let [first, second] = [2, 4].map(|number| self.chain.hash_of(number));
            Pair { slot: slot.into(), author: offender(), first, second }
        }

        fn take(&mut self, slot: u64) -> bool {
            self.reporter.take(&self.pair(slot), self.start)
        }

        /// What the chain is to be told of the pair.
        fn transaction(&self, slot: u64) -> UncheckedExtrinsic {
            let proven = |number| ProvenHeader {
                header: self.chain.header(self.chain.hash_of(number)).unwrap().unwrap(),
                rho: rho(number - 1),
            };
            let proof = EquivocationProof {
                offender: offender(),
                slot,
                session: 3,
                first: proven(2),
                second: proven(4),
            };
            UncheckedExtrinsic::from_blob(proof.encode())
        }

        /// What is submitted when block `number` is best, so long after the start.
        fn submit(&mut self, number: u32, after: Duration) -> Vec<UncheckedExtrinsic> {
            let at = self.chain.hash_of(number);
            block_on(self.reporter.report(at, self.start + after));
            let submitted = std::mem::take(&mut *self.submitted());
            submitted
                .into_iter()
                .map(|(checked_at, transaction)| {
                    assert_eq!(checked_at, at);
                    transaction
                })
                .collect()
        }

        fn submitted(&self) -> MutexGuard<'_, Vec<(Hash, UncheckedExtrinsic)>> {
            self.submitted.lock().unwrap()
        }

        fn learn(&self, slot: u64) {
            self.chain.runtime.known.lock().unwrap().insert((offender(), slot));
        }
    }

    #[test]
    fn report_is_submitted_with_each_block_until_it_is_known() {
        let mut node = Node::new();
        node.take(7);
        for number in [4, 5, 5] {
            assert_eq!(node.submit(number, SECOND), [node.transaction(7)]);
        }
        node.learn(7);
        for _ in 0..2 {
            assert_eq!(node.submit(5, 2 * SECOND), []);
        }
        assert_eq!(node.reporter.reported.get(), 1);
        assert!(node.reporter.reports.is_empty());
    }

    #[test]
    fn proof_is_of_the_later_session_whichever_block_came_first() {
        let node = Node::new();
        let Pair { first, second, .. } = node.pair(7);
        for (first, second) in [(first, second), (second, first)] {
            let proof = node.reporter.prove(&Pair { first, second, ..node.pair(7) }).unwrap();
            assert_eq!(proof.session, 3);
            assert_eq!(proof.first.header.hash(), first);
            assert_eq!(proof.second.header.hash(), second);
        }
    }

    #[test]
    fn equivocation_that_is_known_already_is_not_submitted() {
        let mut node = Node::new();
        node.learn(7);
        node.take(7);
        assert_eq!(node.submit(5, SECOND), []);
        assert_eq!(node.reporter.reported.get(), 1);
    }

    #[test]
    fn report_is_given_up_after_a_day() {
        let mut node = Node::new();
        node.take(7);
        assert_eq!(node.submit(5, PATIENCE - SECOND).len(), 1);
        assert_eq!(node.submit(5, PATIENCE), []);
        assert!(node.reporter.reports.is_empty());
        assert_eq!(node.reporter.reported.get(), 0);
    }

    #[test]
    fn refused_proof_is_given_up_after_30_blocks_in_a_row() {
        let mut chain = Chain::new(5);
        chain.runtime.strict = Some(5);
        let mut node = Node::on(chain);
        node.take(7);
        let refuse = |node: &mut Node, blocks| {
            for _ in 0..blocks {
                assert_eq!(node.submit(5, SECOND), []);
            }
        };
        refuse(&mut node, 29);
        // A block of another fork takes it.
        assert_eq!(node.submit(4, SECOND).len(), 1);
        refuse(&mut node, 29);
        assert_eq!(node.reporter.reports.len(), 1);
        refuse(&mut node, 1);
        assert!(node.reporter.reports.is_empty());
    }

    #[test]
    fn failing_runtime_is_asked_again() {
        let mut chain = Chain::new(5);
        chain.broken = Some(5);
        let mut node = Node::on(chain);
        node.take(7);
        for _ in 0..REFUSALS + 1 {
            assert_eq!(node.submit(5, SECOND), []);
        }
        assert_eq!(node.submit(4, SECOND).len(), 1);
    }

    #[test]
    fn each_producer_has_one_report_for_a_slot() {
        let mut node = Node::new();
        node.take(7);
        node.take(8);
        let other = Pair { author: Public::from_raw([2; 32]), ..node.pair(7) };
        node.reporter.take(&other, node.start);
        let again = Pair { second: node.chain.hash_of(5), ..node.pair(7) };
        node.reporter.take(&again, node.start);
        let submitted = node.submit(5, SECOND);
        assert_eq!(submitted.len(), 3);
        assert!(submitted.contains(&node.transaction(7)));
    }

    #[test]
    fn reports_are_bounded() {
        let mut node = Node::new();
        for slot in 0..200 {
            assert_eq!(node.take(slot), slot < 64);
        }
        assert!(node.take(63), "it is under way");
        assert_eq!(node.submit(5, SECOND).len(), 64);
        for slot in 0..64 {
            node.learn(slot);
        }
        assert_eq!(node.submit(5, SECOND), []);
        assert!(node.take(100));
        assert_eq!(node.submit(5, SECOND), [node.transaction(100)]);
    }

    #[test]
    fn pair_without_a_header_or_the_state_of_a_parent_is_dropped() {
        let mut chain = Chain::new(5);
        chain.first_with_header = 3;
        let mut node = Node::on(chain);
        assert!(!node.take(7), "block 2 has no header");
        assert!(node.reporter.reports.is_empty());

        let mut chain = Chain::new(5);
        chain.first_with_state = 2;
        let mut node = Node::on(chain);
        assert!(!node.take(7), "block 1 has no state");
        assert!(node.reporter.reports.is_empty());
    }

    #[test]
    fn ticket_of_a_pair_that_cannot_be_reported_is_given_back() {
        for (first_with_state, open) in [(0, true), (2, false)] {
            let mut chain = Chain::new(5);
            chain.first_with_state = first_with_state;
            let node = Node::on(chain);
            let (mut pairs, incoming) = mpsc::channel(4);
            let ticket = Ticket::issue();
            pairs.try_send((node.pair(7), ticket.clone())).unwrap();
            drop(pairs);
            let (_blocks, notifications) = mpsc::unbounded::<()>();
            block_on(node.reporter.run(incoming, notifications));
            assert_eq!(ticket.is_open(), open);
        }
    }

    #[test]
    fn best_block_is_asked_once_and_again_for_each_pair() {
        let node = Node::new();
        let [first, second] = [7, 8].map(|slot| (node.chain.hash_of(5), node.transaction(slot)));
        let (mut pairs, incoming) = mpsc::channel(4);
        let (blocks, notifications) = mpsc::unbounded();
        for slot in [7, 8] {
            pairs.try_send((node.pair(slot), Ticket::issue())).unwrap();
        }
        for _ in 0..5 {
            blocks.unbounded_send(()).unwrap();
        }
        drop(blocks);
        let submitted = node.submitted.clone();
        block_on(node.reporter.run(incoming, notifications));
        assert_eq!(*submitted.lock().unwrap(), [first.clone(), first, second]);
    }

    #[test]
    fn reporter_ends_with_the_watch() {
        let node = Node::new();
        let (pairs, incoming) = mpsc::channel(4);
        let (_blocks, notifications) = mpsc::unbounded::<()>();
        drop(pairs);
        block_on(node.reporter.run(incoming, notifications));
    }
}
