//! The pallet against the model, with random pools.

use super::{
    model::{HandPool, ModelBlock},
    *,
};
use aitbc_primitives::reputation::pools::{Initiator, Pools as _, Terms};
use aitbc_test_support::{wait, TestPosts};
use frame_support::assert_ok;
use proptest::{
    collection::{btree_map, vec},
    prelude::*,
};
use std::collections::BTreeMap;

const POST: u64 = 9;

fn amount() -> impl Strategy<Value = u128> {
    prop_oneof![1..10u128, 1..1_000u128, 1..10u128.pow(15)]
}

fn ratio(least: u32) -> impl Strategy<Value = (u32, u32)> {
    (1..50u32, 1..50u32).prop_filter_map("out of bounds", move |(part, whole)| {
        (part <= whole && part * 100 >= whole * least).then_some((part, whole))
    })
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(For), Just(Against)]
}

prop_compose! {
    fn hand_pool()(
        fee in prop_oneof![0..20u128, 0..100_000u128],
        mints in any::<bool>(),
        silent in prop_oneof![Just(0), amount()],
        quorum in ratio(10),
        win in ratio(50),
        binding in prop_oneof![Just(0), Just(1_000_000), 0..=1_000_000u32],
        redistribute in any::<bool>(),
        stakes in btree_map(1..60u64, (side(), amount()), 1..45),
    ) -> HandPool {
        let staked: u128 = stakes.values().map(|(_, amount)| amount).sum();
        let wide = |(part, whole): (u32, u32)| (u128::from(part), u128::from(whole));
        HandPool {
            fee,
            mints,
            issuance: staked + silent,
            quorum: wide(quorum),
            win: wide(win),
            binding: binding.into(),
            redistribute,
            stakes,
        }
    }
}

/// Runs a pool by hand through the calls. Everybody stakes in two steps.
fn run_by_hand(model: &HandPool) {
    TestPosts::write(POST, GOVERNANCE, 1_000);
    let staked: u128 = model.stakes.values().map(|(_, amount)| amount).sum();
    for (who, (_, amount)) in &model.stakes {
        give(GOVERNANCE, *who, *amount);
    }
    give(GOVERNANCE, REST, model.issuance - staked);
    let narrow = |(part, whole): (u128, u128)| (part as u32, whole as u32);
    let terms = Terms {
        post: Some(POST),
        domain: GOVERNANCE,
        payer: PAYER,
        fee: model.fee,
        mints: model.mints,
        duration: 1_000,
        quorum: narrow(model.quorum),
        win: narrow(model.win),
        binding: model.binding as u32,
        redistribute: model.redistribute,
        excluded: Default::default(),
        initiator: Initiator::Assembly,
    };
    let pool = ValidationPool::initiate(terms).unwrap();
    for (who, (side, amount)) in &model.stakes {
        for part in [amount / 3, amount - amount / 3].into_iter().filter(|part| *part > 0) {
            assert_ok!(ValidationPool::stake(signed(*who), pool, *side, part));
        }
    }
    ValidationPool::do_try_state().unwrap();
    wait(1_000);
    let mut pages = 0;
    while ValidationPool::outcome(pool).is_none() {
        assert_ok!(ValidationPool::resolve(signed(REST), pool));
        ValidationPool::do_try_state().unwrap();
        pages += 1;
    }
    assert_eq!(pages, model.stakes.len().div_ceil(16));

    let result = model.result();
    assert_eq!(ValidationPool::outcome(pool), Some(result.outcome));
    for (who, (_, amount)) in &model.stakes {
        let of = |map: &BTreeMap<u64, u128>| map.get(who).copied().unwrap_or(0);
        let expected = amount + of(&result.gains) - of(&result.losses);
        assert_eq!(Ledger::free(GOVERNANCE, who), expected);
        assert_eq!(Ledger::balance(GOVERNANCE, who), expected);
    }
    assert_eq!(TestPosts::value(POST), result.post);
    // What was gained less what was lost, and what the post got, is what was minted less what was burned.
    let minted = result.minted as i128 - result.burned as i128;
    let sum = |map: &BTreeMap<u64, u128>| map.values().sum::<u128>() as i128;
    assert_eq!(sum(&result.gains) - sum(&result.losses) + result.post as i128, minted);
    assert_eq!(Ledger::issuance(GOVERNANCE) as i128 - model.issuance as i128, minted);
    let becomes_salary = result.outcome != NoQuorum;
    assert_eq!(salary(GOVERNANCE), if becomes_salary { model.fee } else { 0 });
}

/// Runs a pool of domain `Block` whose stakers have parts, in per cent of their stakes, free and encumbered
/// beside what they stake, and burn parts of all they have before the pool is resolved. The first of these
/// parts says how much of the stake was free.
fn run_with_debts(model: &HandPool, parts: &[(u128, u128, u128)]) {
    let mut holders = vec![];
    for ((who, (side, stake)), (free, beside, burned)) in model.stakes.iter().zip(parts) {
        let free = stake * free / 100;
        let beside = stake * beside / 100;
        give_encumbered(BLOCK, *who, stake - free + beside);
        give(BLOCK, *who, free);
        let all = stake + beside;
        holders.push((*who, *side, *stake, all, all * burned / 100));
    }
    // Some have more than they stake, so the rest is what is missing of the issuance of the model.
    let given: u128 = holders.iter().map(|(.., all, _)| all).sum();
    let model = HandPool { issuance: given + model.issuance, ..model.clone() };
    give(BLOCK, REST, model.issuance - given);
    let terms = Terms {
        post: None,
        domain: BLOCK,
        payer: PAYER,
        fee: model.fee,
        mints: false,
        duration: 1_000,
        quorum: (model.quorum.0 as u32, model.quorum.1 as u32),
        win: (model.win.0 as u32, model.win.1 as u32),
        binding: model.binding as u32,
        redistribute: model.redistribute,
        excluded: Default::default(),
        initiator: Initiator::Assembly,
    };
    let pool = ValidationPool::initiate(terms).unwrap();
    let mut debts = BTreeMap::new();
    for (who, side, stake, all, burned) in &holders {
        assert_ok!(ValidationPool::stake(signed(*who), pool, *side, *stake));
        // What is at stake stays.
        let destroyed = Ledger::burn(BLOCK, who, *burned);
        assert_eq!(destroyed, (*burned).min(all - stake));
        debts.insert(*who, (*burned - destroyed).min(*stake));
    }
    ValidationPool::do_try_state().unwrap();
    wait(1_000);
    while ValidationPool::outcome(pool).is_none() {
        assert_ok!(ValidationPool::resolve(signed(REST), pool));
        ValidationPool::do_try_state().unwrap();
    }
    let result = model.result();
    assert_eq!(ValidationPool::outcome(pool), Some(result.outcome));
    for (who, _, stake, all, burned) in &holders {
        let of = |map: &BTreeMap<u64, u128>| map.get(who).copied().unwrap_or(0);
        let left = all - (*burned).min(all - stake) - of(&result.losses);
        // What was lost is not owed any more, and what is owed is not left.
        let expected = left.saturating_sub(of(&debts)) + of(&result.gains);
        assert_eq!(Ledger::balance(BLOCK, who), expected);
        give(BLOCK, *who, 1);
        assert_eq!(Ledger::balance(BLOCK, who), expected + 1);
    }
}

/// What somebody stakes in a pool by hand, by itself or through its delegate.
#[derive(Clone, Debug)]
struct Attempt {
    who: AccountId,
    side: Side,
    amount: u128,
    by_delegate: bool,
}

prop_compose! {
    fn attempt()(
        who in 1..20u64,
        side in side(),
        amount in 1..12u128,
        by_delegate in any::<bool>(),
    ) -> Attempt {
        Attempt { who, side, amount, by_delegate }
    }
}

/// Fills a pool of domain `Block` that has little room. Everybody has 10 free and as much as it can stake
/// encumbered. The model knows who has staked what, and that the smallest of a full pool goes.
fn run_full(room: u32, binding: u32, attempts: &[Attempt]) {
    const FREE: u128 = 10;
    const ENCUMBERED: u128 = 1_000;
    MaxStakers::set(&room);
    for who in 1..20 {
        give_encumbered(BLOCK, who, ENCUMBERED);
        give(BLOCK, who, FREE);
        delegate(BLOCK, who, who + 100, FREE);
    }
    let pool = ValidationPool::initiate(Terms {
        post: None,
        domain: BLOCK,
        payer: PAYER,
        fee: 0,
        mints: false,
        duration: 1_000,
        quorum: (1, 10),
        win: (1, 2),
        binding,
        redistribute: true,
        excluded: Default::default(),
        initiator: Initiator::Assembly,
    })
    .unwrap();
    let mut model: BTreeMap<AccountId, (Side, u128)> = BTreeMap::new();
    for Attempt { who, side, amount, by_delegate } in attempts.iter().cloned() {
        let free = Ledger::free(BLOCK, &who);
        events();
        let result = if by_delegate {
            ValidationPool::stake_for(signed(who + 100), who, pool, side, amount)
        } else {
            ValidationPool::stake(signed(who), pool, side, amount)
        };
        let smallest = model.values().map(|(_, amount)| *amount).min().unwrap_or(0);
        let enters = model.len() < room as usize || smallest < amount;
        let expected = match model.get(&who) {
            _ if by_delegate && amount > free => false,
            Some((own, _)) => *own == side,
            None => enters,
        };
        assert_eq!(result.is_ok(), expected);
        if expected {
            let displaced = events().into_iter().find_map(|event| match event {
                Event::Displaced { who, amount, .. } => Some((who, amount)),
                _ => None,
            });
            let makes_room = model.len() == room as usize && !model.contains_key(&who);
            assert_eq!(displaced.is_some(), makes_room);
            if let Some((who, amount)) = displaced {
                assert_eq!(model.remove(&who).unwrap().1, amount);
                assert_eq!(amount, smallest);
            }
            model.entry(who).or_insert((side, 0)).1 += amount;
        }
        ValidationPool::do_try_state().unwrap();
    }
    let view = ValidationPool::pool(pool).unwrap();
    let staked = |side| -> u128 {
        model.values().filter(|(own, _)| *own == side).map(|(_, amount)| amount).sum()
    };
    assert_eq!((view.for_stake, view.against_stake), (staked(For), staked(Against)));
    assert_eq!(view.stakers as usize, model.len());
    for who in 1..20 {
        let staked = model.get(&who).map_or(0, |(_, amount)| *amount);
        let at_stake = Ledger::held(BLOCK, POOL, &who) + crate::AtStakeOf::<Test>::get(who);
        assert_eq!(at_stake, staked);
        assert_eq!(Ledger::balance(BLOCK, &who), FREE + ENCUMBERED);
    }
}

/// What happens in a block.
#[derive(Clone, Debug)]
struct Block {
    author: AccountId,
    outputs: [u8; 2],
    revenue: u128,
    /// What the producers say of it, in turn, if they say something.
    votes: Vec<Option<Side>>,
    /// After how many blocks.
    patience: u32,
    begins_session: bool,
}

prop_compose! {
    fn block()(
        author in 1..8u64,
        outputs in any::<[u8; 2]>(),
        revenue in prop_oneof![Just(0), 0..100u128, 0..10u128.pow(12)],
        votes in prop_oneof![
            vec(Just(Some(For)), 6),
            vec(Just(Some(Against)), 6),
            vec(proptest::option::of(side()), 6),
        ],
        patience in 0..9u32,
        begins_session in prop::bool::weighted(0.1),
    ) -> Block {
        Block { author, outputs, revenue, votes, patience, begins_session }
    }
}

/// All that the model knows of a chain.
#[derive(Default)]
struct Chain {
    weights: BTreeMap<AccountId, u128>,
    blocks: BTreeMap<u32, ModelBlock>,
    balances: BTreeMap<AccountId, u128>,
    /// What was earned for blocks and for stakes, and is not credited.
    earned: BTreeMap<AccountId, (u128, u128)>,
    author_losses: BTreeMap<AccountId, u128>,
    of_contract: u128,
    /// Votes to be sent: when, on which block, by whom.
    ballots: Vec<(u32, u32, AccountId, Side)>,
}

impl Chain {
    fn new(weights: &[u128]) -> Self {
        let weights: BTreeMap<_, _> = (1..).zip(weights.iter().copied()).collect();
        let producers: Vec<_> = weights.iter().map(|(who, weight)| (*who, *weight)).collect();
        set_producers(&producers);
        events();
        Self { balances: weights.clone(), weights, ..Default::default() }
    }

    fn begin_session(&mut self) {
        begin_session();
        self.author_losses.clear();
    }

    /// Opens the pool of a block, whose seats the tests of benches know.
    fn open(&mut self, block: &Block) {
        let [parent, own] = block.outputs.map(sp_core::H256::repeat_byte);
        let number = open_with(block.author, parent, own, block.revenue);
        let candidates: Vec<u128> =
            self.weights.iter().filter(|(who, _)| **who != block.author).map(|(_, w)| *w).collect();
        let cap = candidates.iter().sum::<u128>() / 3;
        let total = candidates.iter().map(|weight| cap.min(*weight)).sum();
        let model = ModelBlock {
            author: block.author,
            author_weight: self.weights.get(&block.author).copied().unwrap_or(0),
            mint: block.revenue,
            bench: seats(number).into_iter().map(|(who, seats)| (who, seats.into())).collect(),
            seat: total / 32,
            total,
            votes: BTreeMap::new(),
        };
        let seats = if total < 32 { 0 } else { 32 };
        assert_eq!(model.bench.values().sum::<u128>(), seats);
        self.blocks.insert(number, model);
        for (who, side) in (1..).zip(&block.votes) {
            if let Some(side) = side {
                self.ballots.push((number + 1 + block.patience, number, who, *side));
            }
        }
    }

    /// Sends the votes whose time has come. Only those on the bench can vote.
    fn vote(&mut self) {
        let due: Vec<_> = self.ballots.extract_if(.., |(when, ..)| *when <= height()).collect();
        for (_, number, who, side) in due {
            let block = self.blocks.get_mut(&number).unwrap();
            let has_seat = block.bench.contains_key(&who);
            assert_eq!(send(vote_on(who, number, side)).is_ok(), has_seat);
            if has_seat {
                block.votes.insert(who, side);
            }
        }
    }

    /// Takes from what somebody has, and says how much.
    fn burn(&mut self, who: AccountId, amount: u128) -> u128 {
        let balance = self.balances.entry(who).or_default();
        let burned = amount.min(*balance);
        *balance -= burned;
        burned
    }

    /// Does what the pallet says it has done, and compares.
    fn follow(&mut self) {
        for event in events() {
            match event {
                Event::BlockPoolClosed { block, .. } => assert_eq!(event, self.close(block)),
                Event::Credited { who, .. } => assert_eq!(event, self.credit(who)),
                _ => {}
            }
        }
        for (who, balance) in &self.balances {
            assert_eq!(encumbered(*who), *balance);
            assert_eq!(Ledger::free(BLOCK, who), 0);
        }
        assert_eq!(Ledger::issuance(BLOCK), self.balances.values().sum::<u128>());
        assert_eq!(TestPosts::pending(), self.of_contract);
        ValidationPool::do_try_state().unwrap();
    }

    fn close(&mut self, block: u32) -> Event<Test> {
        let model = self.blocks[&block].clone();
        let result = model.result();
        let policed = result.policed.values().sum::<u128>();
        if result.outcome == Accepted {
            assert_eq!(result.post + policed, model.mint);
        }
        self.earned.entry(model.author).or_default().0 += result.post;
        for (who, amount) in result.policed {
            self.earned.entry(who).or_default().1 += amount;
        }
        let losses: Vec<_> = result.losses.into_iter().collect();
        let lost = losses.into_iter().map(|(who, loss)| self.burn(who, loss)).sum();
        let mut author_lost = 0;
        if result.outcome == Rejected {
            // A thousandth, of a hundredth of the weight in a session.
            let balance = self.balances.get(&model.author).copied().unwrap_or(0);
            let so_far = self.author_losses.entry(model.author).or_default();
            let loss = (balance / 1_000).min(model.author_weight / 100 - *so_far);
            *so_far += loss;
            author_lost = self.burn(model.author, loss);
        }
        let voted = |side| -> u128 {
            let votes = model.votes.iter().filter(|(_, own)| **own == side);
            votes.map(|(who, _)| model.bench[who] * model.seat).sum()
        };
        Event::BlockPoolClosed {
            block,
            outcome: result.outcome,
            for_stake: voted(For),
            against_stake: voted(Against),
            post: result.post,
            policed,
            lost,
            author_lost,
        }
    }

    fn credit(&mut self, who: AccountId) -> Event<Test> {
        let (produced, policed) = self.earned.remove(&who).unwrap();
        self.of_contract += produced / 10;
        *self.balances.entry(who).or_default() += produced - produced / 10 + policed;
        Event::Credited { who, produced, policed }
    }

    /// Nothing is left to be credited.
    fn is_settled(&self) -> bool {
        self.earned.values().all(|earned| *earned == (0, 0))
    }
}

/// Runs blocks of six producers and one who is none, and lets the model follow.
fn run_blocks(weights: &[u128], blocks: &[Block]) {
    let mut chain = Chain::new(weights);
    for block in blocks {
        if block.begins_session {
            chain.begin_session();
        }
        chain.open(block);
        chain.vote();
        chain.follow();
    }
    for _ in 0..20 {
        skip_block();
        chain.vote();
        chain.follow();
    }
    chain.begin_session();
    for _ in 0..3 {
        skip_block();
        chain.follow();
    }
    assert!(chain.is_settled());
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn pools_by_hand_do_what_the_model_does(pool in hand_pool()) {
        ExtBuilder::default().build_and_execute(|| run_by_hand(&pool));
    }

    #[test]
    fn pools_by_hand_of_domain_block_take_what_is_encumbered_and_collect_debts(
        pool in hand_pool().prop_map(|pool| HandPool { mints: false, ..pool }),
        parts in vec((0..=100u128, 0..=100u128, 0..=150u128), 45),
    ) {
        ExtBuilder::default().build_and_execute(|| run_with_debts(&pool, &parts));
    }

    #[test]
    fn full_pools_keep_the_largest_stakes(
        room in 1..6u32,
        binding in 0..=1_000_000u32,
        attempts in vec(attempt(), 1..40),
    ) {
        ExtBuilder::default().build_and_execute(|| run_full(room, binding, &attempts));
    }

    #[test]
    fn pools_of_blocks_do_what_the_model_does(
        weights in vec(prop_oneof![Just(0), 0..100u128, 1..10u128.pow(15)], 6),
        blocks in vec(block(), 1..24),
    ) {
        ExtBuilder::default().build_and_execute(|| run_blocks(&weights, &blocks));
    }
}

/// What the pallet says of the vectors the model says too.
#[test]
fn the_model_knows_the_first_vector() {
    let stakes = [(ADA, (For, 1_000)), (BEN, (For, 500)), (CYD, (Against, 300))];
    let pool = HandPool {
        fee: 1_000,
        mints: true,
        issuance: 3_000,
        quorum: (1, 10),
        win: (1, 2),
        binding: 1_000_000,
        redistribute: true,
        stakes: stakes.into(),
    };
    let result = pool.result();
    assert_eq!((result.outcome, result.post), (Accepted, 501));
    assert_eq!(result.gains, [(ADA, 533), (BEN, 266)].into());
    assert_eq!(result.losses, [(CYD, 300)].into());
}
