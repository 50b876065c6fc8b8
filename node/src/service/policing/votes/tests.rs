use super::*;
use crate::mock::{account, MockChain};
use codec::{Decode, Encode};
use sp_core::Pair;
use sp_keystore::{testing::MemoryKeystore, Keystore};
use std::{collections::BTreeMap, sync::Arc};

const VOTER: u8 = 1;

fn key(index: u8) -> Public {
    Public::from_raw([index; 32])
}

/// The hash of a block of the fork.
fn hash(fork: u64, number: BlockNumber) -> Hash {
    Hash::from_low_u64_be(fork * 1_000_000 + u64::from(number))
}

/// A chain in which a voter has seats.
struct Chain {
    best: BlockNumber,
    /// From which block on it is another fork.
    forked: BlockNumber,
    verdicts: BTreeMap<Hash, Side>,
    seats: Vec<Seats<AccountId>>,
    planner: Planner,
}

impl BestChain for Chain {
    fn best(&self) -> BlockNumber {
        self.best
    }

    fn hash(&self, number: BlockNumber) -> Option<Hash> {
        (number <= self.best).then(|| hash((number >= self.forked).into(), number))
    }

    fn verdict(&self, _: BlockNumber, hash: Hash) -> Option<Side> {
        self.verdicts.get(&hash).copied()
    }
}

impl Chain {
    fn new() -> Self {
        Self {
            best: 0,
            forked: BlockNumber::MAX,
            verdicts: BTreeMap::new(),
            seats: vec![],
            planner: Planner::default(),
        }
    }

    /// A seat of the voter, with what it says of the block.
    fn seat(&mut self, block: BlockNumber, verdict: Option<Side>) -> &mut Self {
        self.seats.push(Seats { block, account: account(VOTER), seats: 3, voted: false });
        self.verdicts.extend(verdict.map(|side| (hash(0, block), side)));
        self
    }

    fn good(&mut self, blocks: impl IntoIterator<Item = BlockNumber>) -> &mut Self {
        for block in blocks {
            self.seat(block, Some(Side::For));
        }
        self
    }

    /// A vote for these blocks is in a block.
    fn voted(&mut self, blocks: &[BlockNumber]) -> &mut Self {
        for seat in &mut self.seats {
            seat.voted |= blocks.contains(&seat.block);
        }
        self
    }

    /// The votes that are due after block `best`: with which key, and about which blocks, newest first.
    fn due(&mut self, best: BlockNumber) -> Vec<BlockVote<AccountId>> {
        self.best = best;
        let mut planner = std::mem::take(&mut self.planner);
        let votes = planner.plan(self, &[(key(1), self.seats.clone())]);
        self.planner = planner;
        assert!(votes.iter().all(|(by, vote)| *by == key(1) && vote.voter == account(VOTER)));
        votes.into_iter().map(|(_, vote)| vote).collect()
    }

    fn blocks(&mut self, best: BlockNumber) -> Vec<Vec<BlockNumber>> {
        self.due(best).iter().map(blocks).collect()
    }
}

fn blocks(vote: &BlockVote<AccountId>) -> Vec<BlockNumber> {
    vote.verdicts().map(|(block, _)| block).collect()
}

#[test]
fn vote_is_sent_when_the_oldest_block_is_four_blocks_old() {
    let mut chain = Chain::new();
    chain.good(10..=14);
    assert!(chain.due(13).is_empty());
    // The pool of block 12 was opened in block 13, and all that know of block 13 know of it.
    assert_eq!(chain.blocks(14), [[12, 11, 10]]);
    assert!(chain.due(14).is_empty());
    assert!(chain.due(16).is_empty());
}

#[test]
fn vote_says_what_the_verdicts_are() {
    let mut chain = Chain::new();
    chain
        .seat(10, Some(Side::Against))
        .seat(11, None)
        .seat(12, Some(Side::For))
        .seat(14, Some(Side::For));
    let expected = BlockVote {
        voter: account(VOTER),
        last: 12,
        hash: hash(0, 12),
        for_blocks: 0b1,
        against_blocks: 0b100,
    };
    assert_eq!(chain.due(15), [expected]);
}

#[test]
fn blocks_without_a_verdict_are_passed_over() {
    let mut chain = Chain::new();
    chain.seat(10, None).good([13]);
    assert!(chain.due(16).is_empty());
    assert_eq!(chain.blocks(17), [[13]]);
}

#[test]
fn blocks_of_another_fork_have_no_verdict() {
    let mut chain = Chain::new();
    chain.good(10..=12);
    chain.forked = 11;
    assert_eq!(chain.blocks(14), [[10]]);
}

#[test]
fn what_is_in_a_block_is_not_voted_on_again() {
    let mut chain = Chain::new();
    chain.good(10..=12).voted(&[11]);
    assert_eq!(chain.blocks(14), [[12, 10]]);
    chain.voted(&[10, 12]);
    assert!((15..30).all(|best| chain.due(best).is_empty()));
    assert!(chain.planner.sent.is_empty());
}

#[test]
fn vote_is_sent_again_after_three_blocks_with_the_same_blocks_and_no_others() {
    let mut chain = Chain::new();
    chain.good(10..=20);
    let first = chain.due(14);
    assert_eq!(blocks(&first[0]), [12, 11, 10]);
    assert!(chain.due(15).is_empty());
    assert!(chain.due(16).is_empty());
    // Others are voted on beside it.
    let again = chain.due(17);
    assert_eq!(again[0], first[0]);
    assert_eq!(blocks(&again[1]), [15, 14, 13]);
    assert_eq!(again.len(), 2);
    chain.voted(&[10, 11, 12]);
    assert_eq!(chain.blocks(20), [vec![15, 14, 13], vec![18, 17, 16]]);
}

#[test]
fn vote_is_sent_again_while_one_of_its_blocks_waits() {
    let mut chain = Chain::new();
    chain.good(10..=12);
    let first = chain.due(14);
    chain.voted(&[10, 12]);
    assert_eq!(chain.due(17), first);
    // Its pool has closed.
    chain.seats.clear();
    assert!(chain.due(20).is_empty());
}

#[test]
fn replaced_block_takes_its_vote_with_it() {
    let mut chain = Chain::new();
    chain.good(10..=12);
    assert_eq!(chain.blocks(14), [[12, 11, 10]]);
    chain.forked = 12;
    let anew = chain.due(14);
    assert_eq!(anew.iter().map(blocks).collect::<Vec<_>>(), [[11, 10]]);
    assert_eq!((anew[0].last, anew[0].hash), (11, hash(0, 11)));
    // Once there is a verdict about the block that replaced it, it is old enough by itself.
    chain.verdicts.insert(hash(1, 12), Side::Against);
    let other = chain.due(16);
    assert_eq!((other[0].hash, other[0].against_blocks), (hash(1, 12), 1));
}

#[test]
fn vote_speaks_of_16_blocks_at_most() {
    let mut chain = Chain::new();
    chain.good((10..=24).chain([26, 27, 41]));
    let first: Vec<_> = (10..=24).rev().collect();
    assert_eq!(chain.blocks(43), [first, vec![41, 27, 26]]);

    let mut chain = Chain::new();
    chain.good(10..=26);
    let votes = chain.due(28);
    // The other one is not four blocks old.
    assert_eq!(votes.len(), 1);
    assert_eq!((votes[0].last, votes[0].for_blocks), (25, u16::MAX));
}

#[test]
fn each_voter_and_key_has_its_own_votes() {
    let seat = |voter, block| Seats { block, account: account(voter), seats: 1, voted: false };
    let mut chain = Chain::new();
    chain.good([10, 11]);
    chain.best = 14;
    let keys = [(key(1), vec![seat(1, 10), seat(2, 10), seat(1, 11)]), (key(2), vec![seat(1, 10)])];
    let mut planner = Planner::default();
    let votes: Vec<_> = planner
        .plan(&chain, &keys)
        .into_iter()
        .map(|(key, vote)| (key, vote.voter.clone(), blocks(&vote)))
        .collect();
    let expected = [
        (key(1), account(1), vec![11, 10]),
        (key(1), account(2), vec![10]),
        (key(2), account(1), vec![10]),
    ];
    assert_eq!(votes, expected);
    assert!(planner.plan(&chain, &keys).is_empty());
}

#[derive(Clone, Default)]
struct Runtime {
    seats: BTreeMap<AuthorityId, Vec<Seats<AccountId>>>,
}

sp_api::mock_impl_runtime_apis! {
    impl PoolApi<Block, AccountId> for MockChain<Runtime> {
        fn seats(&self, key: AuthorityId) -> Vec<Seats<AccountId>> {
            self.runtime.seats.get(&key).cloned().unwrap_or_default()
        }

        fn block_vote(
            &self,
            vote: BlockVote<AccountId>,
            signature: AuthoritySignature,
        ) -> UncheckedExtrinsic {
            UncheckedExtrinsic::from_blob((vote, signature).encode())
        }
    }
}

#[test]
fn seats_are_those_of_the_keys_in_the_keystore() {
    let keystore = MemoryKeystore::new();
    let [one, other] = ["//One", "//Other"]
        .map(|seed| keystore.sr25519_generate_new(KEY_TYPE, Some(seed)).unwrap());
    let mut chain = MockChain::<Runtime>::new(3);
    let seat = Seats { block: 2, account: account(VOTER), seats: 3, voted: false };
    chain.runtime.seats.insert(other.into(), vec![seat.clone()]);
    chain.runtime.seats.insert(key(7).into(), vec![seat.clone()]);

    let keystore: KeystorePtr = Arc::new(keystore);
    let seats: BTreeMap<_, _> =
        seats(&chain, &keystore, chain.hash_of(3)).unwrap().into_iter().collect();
    assert_eq!(seats, BTreeMap::from([(one, vec![]), (other, vec![seat])]));
}

#[test]
fn transaction_is_signed_anew_each_time() {
    let chain = MockChain::<Runtime>::new(3);
    let genesis = chain.hash_of(0);
    let vote = BlockVote {
        voter: account(VOTER),
        last: 3,
        hash: chain.hash_of(3),
        for_blocks: 0b10,
        against_blocks: 0b1,
    };
    let keystore = MemoryKeystore::new();
    let key = keystore.sr25519_generate_new(KEY_TYPE, Some("//One")).unwrap();
    let keystore: KeystorePtr = Arc::new(keystore);
    let sign = |key: &Public| {
        transaction(&chain, &keystore, chain.hash_of(3), &genesis, key, vote.clone())
    };
    let transactions = [sign(&key).unwrap(), sign(&key).unwrap()];
    assert_ne!(transactions[0], transactions[1]);
    for transaction in transactions {
        let (signed, signature) =
            <(BlockVote<AccountId>, AuthoritySignature)>::decode(&mut transaction.inner()).unwrap();
        assert_eq!(signed, vote);
        assert!(sp_core::sr25519::Pair::verify(&signature.into(), vote.payload(&genesis), &key));
    }
    let error = sign(&Public::from_raw([7; 32])).unwrap_err();
    assert!(error.contains("the keystore has no secret"), "{error}");
}
