use super::*;
use crate::mock::{self, account, MockChain};
use frame_support::weights::Weight;
use pallet_transaction_payment_rpc_runtime_api::RuntimeDispatchInfo;
use std::sync::{Mutex, MutexGuard};

/// The block that is looked at, and its parent.
const NUMBER: BlockNumber = 5;
const PARENT: BlockNumber = NUMBER - 1;

/// Until when a transaction must have been ready.
const DEADLINE: Moment = 10_000;

/// Classes of transactions of the mock.
const NORMAL: u8 = 0;
const OPERATIONAL: u8 = 1;
const MANDATORY: u8 = 2;

/// What the runtime was asked.
#[derive(Default)]
struct Asked {
    /// In which calls for how many senders.
    senders: Vec<(BlockNumber, usize)>,
    /// For the validity of the transactions of which senders.
    validity: Vec<(BlockNumber, u8)>,
    /// For how many classes.
    classes: usize,
}

#[derive(Clone, Default)]
struct Runtime {
    used: u64,
    /// Transactions of these senders are invalid after these blocks.
    invalid: BTreeSet<(BlockNumber, u8)>,
    asked: Arc<Mutex<Asked>>,
}

impl Runtime {
    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap()
    }
}

/// A transaction of a sender, or of nobody if it is 0.
fn transaction(sender: u8, index: u8, class: u8) -> UncheckedExtrinsic {
    long_transaction(sender, index, class, 4)
}

/// It has as many bytes without the prefix with its length.
fn long_transaction(sender: u8, index: u8, class: u8, length: usize) -> UncheckedExtrinsic {
    let mut bytes = vec![sender, index, class];
    bytes.resize(length, 0);
    UncheckedExtrinsic::from_blob(bytes)
}

fn byte(transaction: &UncheckedExtrinsic, index: usize) -> u8 {
    transaction.inner()[index]
}

sp_api::mock_impl_runtime_apis! {
    impl PoolApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn senders(
            &self,
            at: Hash,
            transactions: Vec<UncheckedExtrinsic>,
        ) -> mock::Answer<Vec<Option<AccountId>>> {
            let number = self.ask(at)?;
            self.runtime.asked().senders.push((number, transactions.len()));
            Ok(transactions
                .iter()
                .map(|transaction| byte(transaction, 0))
                .map(|sender| (sender != 0).then(|| account(sender)))
                .collect())
        }

        #[advanced]
        fn are_valid(
            &self,
            at: Hash,
            transactions: Vec<UncheckedExtrinsic>,
            block: Hash,
        ) -> mock::Answer<Vec<bool>> {
            assert_eq!(at, block);
            let number = self.ask(at)?;
            let places = transactions.iter().map(|transaction| (number, byte(transaction, 0)));
            self.runtime.asked().validity.extend(places.clone());
            Ok(places.map(|place| !self.runtime.invalid.contains(&place)).collect())
        }

        fn fullness(&self) -> Fullness {
            Fullness {
                used: Weight::from_parts(self.runtime.used, 0),
                max_weight: Weight::from_parts(1_000, 1_000),
                max_length: 2_000,
            }
        }
    }

    impl TransactionPaymentApi<Block, Balance> for MockChain<Runtime> {
        fn query_info(&self, transaction: UncheckedExtrinsic, length: u32) -> RuntimeDispatchInfo<Balance> {
            assert_eq!(length as usize, transaction.encoded_size());
            self.runtime.asked().classes += 1;
            let class = match byte(&transaction, 2) {
                OPERATIONAL => DispatchClass::Operational,
                MANDATORY => DispatchClass::Mandatory,
                _ => DispatchClass::Normal,
            };
            RuntimeDispatchInfo { weight: Weight::zero(), class, partial_fee: 0 }
        }
    }
}

/// A block that is looked at.
struct Scene {
    chain: MockChain<Runtime>,
    arrivals: SharedArrivals,
    body: Vec<UncheckedExtrinsic>,
    waiting: Vec<UncheckedExtrinsic>,
}

impl Scene {
    fn new(body: Vec<UncheckedExtrinsic>, waiting: Vec<UncheckedExtrinsic>) -> Self {
        Self { chain: MockChain::new(NUMBER), arrivals: SharedArrivals::default(), body, waiting }
    }

    /// All that is included or waits was ready in time.
    fn in_time(self) -> Self {
        let early = self.body.iter().chain(&self.waiting).cloned().collect::<Vec<_>>();
        self.ready(&early, DEADLINE)
    }

    /// These were ready then.
    fn ready(self, transactions: &[UncheckedExtrinsic], since: Moment) -> Self {
        for transaction in transactions {
            self.arrivals.lock().note(Hashing::hash_of(transaction), since, true);
        }
        self
    }

    fn invalid(mut self, number: BlockNumber, sender: u8) -> Self {
        self.chain.runtime.invalid.insert((number, sender));
        self
    }

    fn used(mut self, weight: u64) -> Self {
        self.chain.runtime.used = weight;
        self
    }

    fn look_with<K: Ord>(
        &self,
        interest: impl Fn(&AccountId) -> K,
    ) -> Result<Vec<(AccountId, bool)>, ApiError> {
        let waiting = |transaction: &UncheckedExtrinsic| Waiting {
            hash: Hashing::hash_of(transaction),
            transaction: Arc::new(transaction.clone()),
        };
        let sight = Sight {
            number: NUMBER,
            hash: self.chain.hash_of(NUMBER),
            parent: self.chain.hash_of(PARENT),
            body: self.body.clone(),
            waiting: self.waiting.iter().map(waiting).collect(),
            now: DEADLINE + 500,
            deadline: DEADLINE,
        };
        eligible(&self.chain, &sight, &self.arrivals, interest)
    }

    fn eligible(&self) -> Vec<(AccountId, bool)> {
        self.look_with(|_| ()).unwrap()
    }
}

/// Senders, each with whether it is included.
fn senders<const N: usize>(senders: [(u8, bool); N]) -> Vec<(AccountId, bool)> {
    senders.map(|(sender, included)| (account(sender), included)).to_vec()
}

#[test]
fn senders_of_what_was_ready_in_time_are_eligible() {
    let scene = Scene::new(
        vec![transaction(0, 0, MANDATORY), transaction(1, 0, NORMAL)],
        vec![transaction(2, 0, NORMAL), transaction(0, 1, NORMAL)],
    )
    .in_time();
    assert_eq!(scene.eligible(), senders([(2, false), (1, true)]));
    // Bodies are read by the runtime that has executed them.
    assert_eq!(scene.chain.runtime.asked().senders, [(PARENT, 2), (NUMBER, 2)]);
}

#[test]
fn senders_of_what_came_late_or_unnoticed_are_not() {
    let late = [transaction(1, 0, NORMAL), transaction(2, 0, NORMAL)];
    let scene = Scene::new(
        vec![late[0].clone(), transaction(3, 0, NORMAL)],
        vec![late[1].clone(), transaction(4, 0, NORMAL)],
    )
    .ready(&late, DEADLINE + 1);
    assert_eq!(scene.eligible(), []);
    assert!(scene.chain.runtime.asked().validity.is_empty());
    // What waits is noticed now.
    let hash = Hashing::hash_of(&transaction(4, 0, NORMAL));
    assert!(scene.arrivals.lock().was_ready(&hash, DEADLINE + 500));
}

#[test]
fn any_included_transaction_of_the_sender_counts() {
    let waiting = transaction(1, 1, NORMAL);
    let scene = Scene::new(vec![transaction(1, 0, NORMAL)], vec![waiting.clone()])
        .ready(&[waiting], DEADLINE);
    assert_eq!(scene.eligible(), senders([(1, true)]));
}

#[test]
fn what_waits_must_be_valid_before_and_after() {
    let waiting = [1, 2, 3].map(|sender| transaction(sender, 0, NORMAL)).to_vec();
    let scene = Scene::new(vec![], waiting).in_time().invalid(PARENT, 1).invalid(NUMBER, 2);
    assert_eq!(scene.eligible(), senders([(3, false)]));
    let expected = [(PARENT, 1), (PARENT, 2), (PARENT, 3), (NUMBER, 2), (NUMBER, 3)];
    assert_eq!(scene.chain.runtime.asked().validity, expected);
}

#[test]
fn first_waiting_transaction_stands_for_its_sender() {
    let waiting = [(1, 0), (2, 0), (1, 1), (2, 1)]
        .map(|(sender, index)| transaction(sender, index, NORMAL))
        .to_vec();
    let scene = Scene::new(vec![], waiting).in_time();
    assert_eq!(scene.eligible(), senders([(1, false), (2, false)]));
    assert_eq!(scene.chain.runtime.asked().validity.len(), 4);
}

#[test]
fn sixteen_senders_are_asked_for_those_of_interest_first() {
    let waiting = (1..=40).map(|sender| transaction(sender, 0, NORMAL)).collect();
    let scene = Scene::new(vec![], waiting).in_time();
    let first: Vec<_> = (1..=16).map(|sender| (account(sender), false)).collect();
    assert_eq!(scene.eligible(), first);

    let last: Vec<_> = (25..=40).map(|sender| (account(sender), false)).collect();
    assert_eq!(scene.look_with(Clone::clone).unwrap(), last);
}

#[test]
fn senders_are_asked_for_once_and_in_batches() {
    let waiting: Vec<_> = (0..=u8::MAX)
        .flat_map(|index| (1..=5).map(move |sender| transaction(sender, index, NORMAL)))
        .collect();
    let scene = Scene::new(vec![], waiting).in_time();
    assert_eq!(scene.eligible().len(), 5);
    assert_eq!(scene.eligible().len(), 5);
    assert_eq!(
        scene.chain.runtime.asked().senders,
        [(PARENT, 0), (NUMBER, 1_024), (NUMBER, 256), (PARENT, 0)]
    );

    let waiting = (1..=3).map(|sender| long_transaction(sender, 0, NORMAL, 600_000)).collect();
    let scene = Scene::new(vec![], waiting).in_time();
    assert_eq!(scene.eligible().len(), 3);
    assert_eq!(scene.chain.runtime.asked().senders.len(), 4);
}

#[test]
fn full_block_leaves_operational_transactions_only() {
    let body = || {
        vec![
            transaction(0, 0, MANDATORY),
            transaction(1, 0, OPERATIONAL),
            transaction(2, 0, NORMAL),
        ]
    };
    let waiting = || vec![transaction(3, 0, OPERATIONAL), transaction(4, 0, NORMAL)];
    let all = senders([(3, false), (4, false), (1, true), (2, true)]);
    let operational = senders([(3, false), (1, true)]);

    let scene = Scene::new(body(), waiting()).in_time().used(499);
    assert_eq!(scene.eligible(), all);
    assert_eq!(scene.chain.runtime.asked().classes, 0);
    assert_eq!(Scene::new(body(), waiting()).in_time().used(500).eligible(), operational);
}

#[test]
fn length_of_normal_transactions_fills_a_block() {
    // With two bytes of prefix they have 999 bytes, and 1 000.
    let long = |class, length: usize| long_transaction(1, 0, class, length - 2);
    let scene = |first| Scene::new(vec![first], vec![transaction(2, 0, NORMAL)]).in_time();
    let both = senders([(2, false), (1, true)]);

    let shorter = scene(long(NORMAL, 999));
    assert_eq!(shorter.eligible(), both);
    assert_eq!(shorter.chain.runtime.asked().classes, 0);
    assert_eq!(scene(long(NORMAL, 1_000)).eligible(), []);
    assert_eq!(scene(long(OPERATIONAL, 1_000)).eligible(), both);
    assert_eq!(scene(long(MANDATORY, 5_000)).eligible(), both);
}

#[test]
fn classes_of_the_first_64_are_asked_for() {
    let operational = |sender, from: u8| {
        (from..from + 65).map(|index| transaction(sender + index, 0, OPERATIONAL)).collect()
    };
    let scene = Scene::new(operational(0, 1), operational(100, 1)).in_time().used(500);
    let eligible = scene.eligible();
    let included = eligible.iter().filter(|(_, included)| *included).count();
    assert_eq!((included, eligible.len()), (64, 64 + 16));
    assert_eq!(scene.chain.runtime.asked().classes, 128);
}

#[test]
fn what_is_not_there_any_more_is_forgotten() {
    let scene =
        Scene::new(vec![transaction(1, 0, NORMAL)], vec![transaction(2, 0, NORMAL)]).in_time();
    let gone = transaction(3, 0, NORMAL);
    let scene = scene.ready(std::slice::from_ref(&gone), DEADLINE);
    scene.eligible();
    scene.arrivals.lock().forget(NUMBER + 16);
    let known = [&scene.body[0], &scene.waiting[0], &gone].map(|transaction| {
        scene.arrivals.lock().was_ready(&Hashing::hash_of(transaction), DEADLINE)
    });
    assert_eq!(known, [true, true, false]);
}

#[test]
fn nothing_is_said_of_what_the_runtime_does_not_answer() {
    for broken in [PARENT, NUMBER] {
        let mut scene =
            Scene::new(vec![transaction(1, 0, NORMAL)], vec![transaction(2, 0, NORMAL)]).in_time();
        scene.chain.broken = Some(broken);
        assert!(scene.look_with(|_| ()).is_err(), "{broken}");
    }
}
