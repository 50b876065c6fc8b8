//! Blocks are judged by the benches that the beacon draws, and reputation comes of it.

use super::{
    chain::{signed, Chain},
    equivocation::equivocation_of,
    session::keys_of,
    state_price::remark,
};
use aitbc_primitives::{
    presets,
    reputation::{
        pool_vote,
        pools::{
            views::runtime_decl_for_pool_api::PoolApi, BlockPoolView, BlockPools, BlockVote,
            Candidates, Outcome, Side,
        },
        Domain, HoldReason, Rep, RepLedger, REP,
    },
};
use aitbc_runtime::{
    genesis::networks::{Network, Validator},
    parameters::{
        groups::{work_contract, RuntimeParameters},
        live,
    },
    *,
};
use aitbc_test_support::GENESIS_HASH;
use frame_support::{
    dispatch::DispatchClass,
    traits::{dynamic_params::AggregatedKeyValue, Get as _},
};
use pallet_validation_pool::{Error, Event};
use sp_core::{crypto::Pair as _, sr25519};
use sp_keyring::{
    Ed25519Keyring,
    Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie},
};
use sp_runtime::{
    transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
    ApplyExtrinsicResult, Perbill,
};

/// Block reputation at genesis.
const GENESIS: Rep = 5_000_000 * REP;

/// The local test network in session 1, with as many of its four validators.
fn network(validators: usize) -> Chain {
    let network = Network::named(presets::LOCAL_TESTNET).unwrap();
    let mut chain = Chain::of_network(&Network {
        validators: network.validators[..validators].to_vec(),
        ..network
    });
    chain.run_to_session(1);
    chain.blocks(1);
    chain
}

fn number(chain: &mut Chain) -> BlockNumber {
    chain.inspect(System::block_number)
}

fn pool(chain: &mut Chain, block: BlockNumber) -> BlockPoolView<AccountId> {
    chain.inspect(|| ValidationPool::block_pool(block)).unwrap()
}

/// The newest block whose pool is open: the last one but one.
fn newest(chain: &mut Chain) -> BlockNumber {
    number(chain) - 1
}

/// The pair of a published key, or of a key of [`keys_of`].
fn pair(chain: &mut Chain, block: BlockNumber, who: &AccountId) -> sr25519::Pair {
    let key = chain.inspect(|| {
        let pool = pallet_validation_pool::BlockPools::<Runtime>::get(block).unwrap();
        pool.members.into_iter().find(|member| member.account == *who).unwrap().key.unwrap()
    });
    Sr25519Keyring::from_public(&key.into())
        .map(|key| key.pair())
        .unwrap_or_else(|| sr25519::Pair::from_seed(who.as_ref()))
}

/// A vote on `last` and what was before, signed with `pair`.
fn vote_by(
    chain: &mut Chain,
    pair: &sr25519::Pair,
    voter: &AccountId,
    last: BlockNumber,
    bits: (u16, u16),
) -> UncheckedExtrinsic {
    let vote = BlockVote {
        voter: voter.clone(),
        last,
        hash: chain.inspect(|| System::block_hash(last)),
        for_blocks: bits.0,
        against_blocks: bits.1,
    };
    let signature: pool_vote::AuthoritySignature = pair.sign(&vote.payload(&GENESIS_HASH)).into();
    chain.inspect(|| Runtime::block_vote(vote, signature))
}

/// The vote of a member of the bench of `block`.
fn vote(chain: &mut Chain, who: &AccountId, block: BlockNumber, side: Side) -> UncheckedExtrinsic {
    let pair = pair(chain, block, who);
    let bits = if side == Side::For { (1, 0) } else { (0, 1) };
    vote_by(chain, &pair, who, block, bits)
}

/// Makes a block in which all members of the newest bench vote, each as `side` says. Returns the block
/// that was judged.
fn judge(chain: &mut Chain, side: impl Fn(&AccountId) -> Side) -> BlockNumber {
    let block = newest(chain);
    let members = pool(chain, block).members;
    let votes = members
        .iter()
        .map(|member| vote(chain, &member.account, block, side(&member.account)))
        .collect();
    assert!(chain.block(votes).into_iter().all(|result| result.is_ok()));
    block
}

/// Makes blocks until the pool of `block` has closed.
fn close(chain: &mut Chain, block: BlockNumber) -> BlockPoolView<AccountId> {
    loop {
        let pool = pool(chain, block);
        if pool.outcome.is_some() {
            return pool;
        }
        chain.blocks(1);
    }
}

fn issuance(chain: &mut Chain) -> Rep {
    chain.inspect(|| Reputation::issuance(Domain::Block))
}

fn encumbered(chain: &mut Chain, who: &AccountId) -> Rep {
    chain.inspect(|| Reputation::reputation(Domain::Block, who.clone()).encumbered)
}

fn earned(chain: &mut Chain, who: &AccountId) -> Rep {
    let earned = chain.inspect(|| ValidationPool::earned(who.clone()));
    earned.produced + earned.policed
}

/// What the pools of the latest block have said.
fn pool_events(chain: &mut Chain) -> Vec<Event<Runtime>> {
    chain
        .events()
        .into_iter()
        .filter_map(|event| match event {
            RuntimeEvent::ValidationPool(event) => Some(event),
            _ => None,
        })
        .collect()
}

fn refusal(chain: &mut Chain, transaction: UncheckedExtrinsic) -> TransactionValidityError {
    chain
        .inspect(|| {
            let source = TransactionSource::External;
            Executive::validate_transaction(source, transaction, Default::default())
        })
        .unwrap_err()
}

#[test]
fn every_block_from_block_2_on_is_judged_for_ten_blocks() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.blocks(2);
    assert!(chain.inspect(|| ValidationPool::block_pool(1)).is_none());
    chain.blocks(1);
    assert_eq!(pool(&mut chain, 2).closes, 13);
    chain.blocks(9);
    assert_eq!((number(&mut chain), pool(&mut chain, 2).outcome), (12, None));
    chain.blocks(1);
    assert_eq!(pool(&mut chain, 2).outcome, Some(Outcome::NoQuorum));
    let open = chain.inspect(|| pallet_validation_pool::OpenBlocks::<Runtime>::get().len());
    assert_eq!(open, 10);
}

#[test]
fn judged_blocks_earn_reputation_that_is_encumbered_after_the_session() {
    let mut chain = network(4);
    let before = issuance(&mut chain);
    assert_eq!(before, GENESIS);
    let mut minted = 0;
    let begin = number(&mut chain);
    while number(&mut chain) < begin + 15 {
        judge(&mut chain, |_| Side::For);
    }
    for block in begin..begin + 10 {
        let pool = close(&mut chain, block);
        if pool.for_stake > 0 {
            assert_eq!(pool.outcome, Some(Outcome::Accepted));
            assert_eq!(pool.post + pool.policed, pool.mint);
        }
    }
    for account in [Alice, Bob, Charlie, Dave].map(|who| who.to_account_id()) {
        assert!(earned(&mut chain, &account) > 0);
    }
    // Nothing is minted before the session ends; then all of it, but for the tenth that the contract gets.
    assert_eq!(issuance(&mut chain), before);
    let held = encumbered(&mut chain, &Alice.to_account_id());
    // Four accounts are credited in the block that begins the session.
    chain.run_to_session(2);
    for event in pool_events(&mut chain) {
        if let Event::Credited { produced, policed, .. } = event {
            minted += produced + policed;
        }
    }
    let pending = chain.inspect(pallet_forum::Pending::<Runtime>::get);
    assert!(minted > 10 * REP);
    let contract =
        chain.inspect(|| Reputation::reputation(Domain::Block, Ferdie.to_account_id()).balance);
    assert_eq!(issuance(&mut chain), before + minted - pending);
    assert!(contract + pending > 0);
    let now = encumbered(&mut chain, &Alice.to_account_id());
    assert!(now > held, "{now} of {held}");
    assert_eq!(
        chain.inspect(|| Reputation::reputation(Domain::Block, Alice.to_account_id()).free),
        0
    );
    // Once in the next session the authors of the contract have all of what was pending.
    chain.run_to_session(3);
    chain.blocks(3);
    let after =
        chain.inspect(|| Reputation::reputation(Domain::Block, Ferdie.to_account_id()).balance);
    assert!(after >= contract + pending && after > 0, "{after} of {contract} and {pending}");
}

#[test]
fn rejected_block_pays_its_judges_and_costs_its_author() {
    let mut chain = network(4);
    let block = judge(&mut chain, |_| Side::Against);
    let author = pool(&mut chain, block).author;
    let held = encumbered(&mut chain, &author);
    let pool = close(&mut chain, block);
    assert_eq!(pool.outcome, Some(Outcome::Rejected));
    let loss = live::AuthorLoss::get().mul_floor(held);
    assert_eq!((pool.author_lost, pool.post), (loss, 0));
    assert_eq!(encumbered(&mut chain, &author), held - loss);
    assert_eq!(issuance(&mut chain), GENESIS - loss);
    // Each judge gets its part of the half that stands against a block, and the author's part nobody.
    assert!(pool.policed > 0 && pool.policed <= pool.mint / 2);
}

#[test]
fn wrong_vote_is_paid_for_at_once() {
    let mut chain = network(4);
    let block = newest(&mut chain);
    let loser = pool(&mut chain, block).members[0].account.clone();
    let held = encumbered(&mut chain, &loser);
    let side = |who: &AccountId| if *who == loser { Side::Against } else { Side::For };
    assert_eq!(judge(&mut chain, side), block);
    let pool = close(&mut chain, block);
    assert_eq!(pool.outcome, Some(Outcome::Accepted));
    assert!(pool.lost > 0);
    assert_eq!(encumbered(&mut chain, &loser), held - pool.lost);
}

#[test]
fn one_validator_is_judged_by_nobody_and_accepted() {
    let mut chain = network(1);
    let block = newest(&mut chain);
    let pool = close(&mut chain, block);
    assert_eq!(pool.outcome, Some(Outcome::Accepted));
    assert_eq!((pool.members.len(), pool.stake, pool.policed), (0, 0, 0));
    assert_eq!(pool.post, pool.mint);
}

/// A chain whose validators, Eve with the four of the local test network, have so much reputation in all,
/// in units. It counts already, and benches have thirty seats.
fn weighing(weights: [(Sr25519Keyring, Rep); 5]) -> Chain {
    let network = Network::named(presets::LOCAL_TESTNET).unwrap();
    let eve = Validator {
        account: Eve.to_account_id(),
        keys: SessionKeys {
            aura: Eve.public().into(),
            grandpa: Ed25519Keyring::Eve.public().into(),
            authority_discovery: Eve.public().into(),
            pool_vote: Eve.public().into(),
        },
    };
    let validators = [network.validators.clone(), vec![eve]].concat();
    let mut chain = Chain::of_network(&Network { validators, ..network });
    let weights = weights.map(|(who, weight)| (who.to_account_id(), weight));
    chain.inspect(|| {
        let domain = Domain::Block;
        for (who, weight) in &weights {
            Reputation::burn(domain, who, Reputation::balance(domain, who));
            Reputation::mint(domain, who, *weight).unwrap();
            Reputation::hold(domain, HoldReason::Availability, who, *weight).unwrap();
        }
        let seats = work_contract::Parameters::BenchSeats(work_contract::BenchSeats, Some(30));
        let (key, value) = RuntimeParameters::WorkContract(seats).into_parts();
        pallet_parameters::Parameters::<Runtime>::set(key, value);
    });
    let count = |chain: &mut Chain| {
        let counted = chain.inspect(Availability::candidates);
        weights.iter().all(|own| counted.contains(own))
    };
    while !count(&mut chain) {
        chain.blocks(1);
        assert!(number(&mut chain) < 200, "the weights never count");
    }
    chain
}

/// With the ledger, the forum and the pools that the chain has. Two share what the vector has silent:
/// nobody may weigh more than a third of a bench.
#[test]
fn vector_v17_accepted() {
    let mut chain = weighing([(Dave, 400), (Alice, 1_000), (Bob, 600), (Charlie, 700), (Eve, 700)]);
    chain.run_to_block_of(Dave);
    chain.blocks(1);
    let block = number(&mut chain);
    // Of the subsidy there is enough. The work contract finds the pool open with the next block.
    chain.inspect(|| <ValidationPool as BlockPools>::open(block, 200, 1_000));
    chain.blocks(1);
    let open = pool(&mut chain, block);
    assert_eq!((&open.author, open.author_stake), (&Dave.to_account_id(), 400));
    assert_eq!((open.mint, open.stake, open.seat), (200, 3_000, 100));

    let votes =
        [Alice, Bob].map(|who| vote(&mut chain, &who.to_account_id(), block, Side::For)).to_vec();
    assert_eq!(chain.block(votes), [Ok(()), Ok(())]);
    let closed = close(&mut chain, block);
    assert_eq!(closed.outcome, Some(Outcome::Accepted));
    assert_eq!((closed.for_stake, closed.against_stake), (1_600, 0));
    assert_eq!((closed.post, closed.policed), (100, 100));

    // No other block had votes enough to mint anything.
    let session = chain.inspect(pallet_session::CurrentIndex::<Runtime>::get);
    chain.run_to_session(session + 1);
    chain.blocks(3);
    let expected =
        [(Dave, 400 + 90 + 20), (Alice, 1_000 + 50), (Bob, 600 + 30), (Charlie, 700), (Eve, 700)];
    for (who, amount) in expected {
        assert_eq!(encumbered(&mut chain, &who.to_account_id()), amount, "{who}");
    }
    // The author of the work contract has its part, and the post of the producer the rest.
    chain.inspect(|| {
        let of_contract = Reputation::reputation(Domain::Block, Ferdie.to_account_id());
        assert_eq!((of_contract.free, of_contract.balance), (10, 10));
        assert_eq!(pallet_forum::Pending::<Runtime>::get(), 0);
        let post = Forum::lineage(Dave.to_account_id()).unwrap().post;
        let contract = Forum::active_contract().unwrap();
        assert_eq!(Forum::view_post(post).unwrap().value, 90 + 20);
        assert_eq!(Forum::view_post(contract).unwrap().value, 10);
        assert_eq!(pallet_forum::EdgeBalance::<Runtime>::get(post, contract), 10);
    });
    assert_eq!(issuance(&mut chain), 3_400 + 200);
}

/// With two or three validators the bench has one or two members, who cannot reject.
#[test]
fn benches_of_one_and_of_two_cannot_reject() {
    for validators in [2, 3] {
        let mut chain = network(validators);
        let block = judge(&mut chain, |_| Side::Against);
        assert_eq!(pool(&mut chain, block).members.len(), validators - 1);
        let pool = close(&mut chain, block);
        assert_eq!(pool.outcome, Some(Outcome::Contested), "{validators} validators");
        assert_eq!((pool.lost, pool.author_lost, pool.post), (0, 0, 0));
        let block = judge(&mut chain, |_| Side::For);
        assert_eq!(close(&mut chain, block).outcome, Some(Outcome::Accepted));
    }
}

/// The bench of the last block of a session is drawn from the producers of the next, with their keys of
/// then. Whoever has changed its key votes on older blocks with the old one.
#[test]
fn bench_of_the_last_block_of_a_session_has_the_keys_of_the_next() {
    let mut chain = network(4);
    let bob = Bob.to_account_id();
    let (keys, proof) = keys_of(&bob);
    chain.call(Bob, pallet_session::Call::set_keys { keys, proof }).unwrap();
    chain.run_to_session(3);
    let last = newest(&mut chain);
    let (old, new) = (Bob.pair(), sr25519::Pair::from_seed(bob.as_ref()));

    let key_in = |chain: &mut Chain, block| {
        chain.inspect(|| {
            let pool = pallet_validation_pool::BlockPools::<Runtime>::get(block).unwrap();
            pool.members.into_iter().find(|member| member.account == bob).and_then(|own| own.key)
        })
    };
    // The newest pools in which he has seats, of this session and of the one before.
    let mut young = newest(&mut chain);
    while key_in(&mut chain, young).is_none() {
        chain.blocks(1);
        young = newest(&mut chain);
    }
    let aged = (last - 5..last).rev().find(|block| key_in(&mut chain, *block).is_some()).unwrap();
    assert_eq!(key_in(&mut chain, young), Some(new.public().into()));
    assert_eq!(key_in(&mut chain, aged), Some(old.public().into()));

    let with_old = vote_by(&mut chain, &old, &bob, young, (1, 0));
    assert_eq!(refusal(&mut chain, with_old), InvalidTransaction::BadProof.into());
    // One vote on both counts where the key of the newer one fits.
    let both = 1 | 1 << (young - aged);
    let with_new = vote_by(&mut chain, &new, &bob, young, (both, 0));
    assert_eq!(chain.block(vec![with_new]), [Ok(())]);
    let voted = |chain: &mut Chain, block| {
        let members = pool(chain, block).members;
        members.into_iter().find(|member| member.account == bob).unwrap().vote
    };
    assert_eq!(voted(&mut chain, young), Some(Side::For));
    assert_eq!(voted(&mut chain, aged), None);
    let with_old = vote_by(&mut chain, &old, &bob, aged, (0, 1));
    assert_eq!(chain.block(vec![with_old]), [Ok(())]);
    assert_eq!(voted(&mut chain, aged), Some(Side::Against));
}

/// What a validator has earned is credited when its session ends, whether or not it is one then.
#[test]
fn producer_that_left_is_credited() {
    let mut chain = network(4);
    let dave = Dave.to_account_id();
    chain.call(Dave, pallet_staking::Call::chill {}).unwrap();
    let is_producer = |chain: &mut Chain| {
        chain.inspect(|| {
            pallet_availability::Producers::<Runtime>::get().iter().any(|own| own.account == dave)
        })
    };
    // Until the last of its sessions.
    let mut sessions = 1;
    while is_producer(&mut chain) {
        judge(&mut chain, |_| Side::For);
        sessions += 1;
        assert!(sessions < 1_000, "it never leaves");
    }
    // The block before may be its own: it has no place in the schedule now, hence nothing at stake.
    let block = newest(&mut chain);
    if pool(&mut chain, block).author == dave {
        assert_eq!(pool(&mut chain, block).author_stake, 0);
    }
    close(&mut chain, block);
    assert!(earned(&mut chain, &dave) > 0);
    let before = encumbered(&mut chain, &dave);
    let session = chain.inspect(pallet_session::CurrentIndex::<Runtime>::get);
    chain.run_to_session(session + 1);
    chain.blocks(3);
    assert_eq!(earned(&mut chain, &dave), 0);
    assert!(encumbered(&mut chain, &dave) > before);
}

/// Of the blocks before its suspension it has seats, which no suspension takes away.
#[test]
fn suspended_producer_votes_with_the_seats_it_has() {
    let mut chain = network(4);
    let dave = Dave.to_account_id();
    chain.set_away(Dave, true);
    while !chain.inspect(|| pallet_availability::Suspensions::<Runtime>::contains_key(&dave)) {
        chain.blocks(1);
    }
    let has_seat = |chain: &mut Chain, block| {
        pool(chain, block).members.iter().any(|member| member.account == dave)
    };
    let now = number(&mut chain);
    let block = (now - 8..now).rev().find(|block| has_seat(&mut chain, *block)).unwrap();
    let vote = vote(&mut chain, &dave, block, Side::For);
    assert_eq!(chain.block(vec![vote]), [Ok(())]);
    let members = pool(&mut chain, block).members;
    let own = members.into_iter().find(|member| member.account == dave).unwrap();
    assert_eq!(own.vote, Some(Side::For));
}

#[test]
fn equivocator_forfeits_what_it_was_not_credited_with() {
    let mut chain = network(4);
    let dave = Dave.to_account_id();
    for _ in 0..14 {
        judge(&mut chain, |_| Side::For);
    }
    let proof = equivocation_of(&mut chain, Dave);
    let lost = earned(&mut chain, &dave);
    assert!(lost > 0);
    let report = pallet_equivocation::Call::report_equivocation { proof: Box::new(proof) };
    chain.call(Ferdie, report).unwrap();
    let forfeited = pool_events(&mut chain).into_iter().find_map(|event| match event {
        Event::Forfeited { who, amount } if who == dave => Some(amount),
        _ => None,
    });
    // The block of the report may have closed one more pool before.
    assert!(forfeited.unwrap() >= lost);
    assert_eq!(earned(&mut chain, &dave), 0);
    assert_eq!(encumbered(&mut chain, &dave), 0);
}

#[test]
fn no_pool_opens_while_a_migration_runs_and_open_ones_close() {
    let mut chain = network(4);
    let open = |chain: &mut Chain| {
        chain.inspect(|| pallet_validation_pool::OpenBlocks::<Runtime>::get().len())
    };
    assert_eq!(open(&mut chain), 10);
    chain.inspect(|| {
        pallet_migrations::Cursor::<Runtime>::put(pallet_migrations::MigrationCursor::Stuck)
    });
    chain.blocks(10);
    assert_eq!(open(&mut chain), 0);
    assert_eq!(issuance(&mut chain), GENESIS);
    chain.inspect(pallet_migrations::Cursor::<Runtime>::kill);
    chain.blocks(2);
    assert_eq!(open(&mut chain), 2);
}

#[test]
fn votes_land_in_safe_mode_and_in_full_blocks() {
    let mut chain = network(4);
    chain.inspect(|| SafeMode::force_enter(frame_system::RawOrigin::Root.into()).unwrap());
    let block = judge(&mut chain, |_| Side::For);
    assert_eq!(close(&mut chain, block).outcome, Some(Outcome::Accepted));
    chain.inspect(|| SafeMode::force_exit(frame_system::RawOrigin::Root.into()).unwrap());

    // More remarks than a block has room for, then votes.
    let block = newest(&mut chain);
    let members = pool(&mut chain, block).members;
    let nonce = chain.inspect(|| System::account_nonce(Alice.to_account_id()));
    let text = vec![7; 512 * 1024];
    let mut transactions: Vec<_> =
        (0..9).map(|index| signed(Alice, remark(&text), nonce + index)).collect();
    let normal = transactions.len();
    for member in &members {
        transactions.push(vote(&mut chain, &member.account, block, Side::For));
    }
    let results = chain.apply(transactions);
    let full: ApplyExtrinsicResult = Err(InvalidTransaction::ExhaustsResources.into());
    assert!(results[..normal].contains(&full), "the block is not full");
    assert!(results[normal..].iter().all(|result| *result == Ok(Ok(()))));
}

/// Nobody pays for votes, so only those in which a seat counts are carried.
#[test]
fn votes_are_refused_with_the_reason() {
    let mut chain = network(4);
    let block = newest(&mut chain);
    let member = pool(&mut chain, block).members[0].account.clone();
    let pair = pair(&mut chain, block, &member);
    let refused = |chain: &mut Chain, who: &AccountId, last, bits| {
        let vote = vote_by(chain, &pair, who, last, bits);
        refusal(chain, vote)
    };
    let custom = |code| TransactionValidityError::from(InvalidTransaction::Custom(code));
    assert_eq!(refused(&mut chain, &member, block, (0, 0)), custom(1));
    assert_eq!(refused(&mut chain, &member, block, (1, 1)), custom(2));
    let stranger = Ferdie.to_account_id();
    assert_eq!(refused(&mut chain, &stranger, block, (1, 0)), InvalidTransaction::Stale.into());
    assert!(matches!(
        refused(&mut chain, &member, block + 1, (1, 0)),
        TransactionValidityError::Unknown(_)
    ));
    // Signed by an account it is refused as well, like every operational call of somebody who may not
    // make it.
    let vote = BlockVote {
        voter: member,
        last: block,
        hash: chain.inspect(|| System::block_hash(block)),
        for_blocks: 1,
        against_blocks: 0,
    };
    let signature = Alice.sign(&vote.payload(&GENESIS_HASH)).into();
    let call = pallet_validation_pool::Call::vote { vote, signature };
    let transaction = chain.sign(Ferdie, call);
    assert_eq!(refusal(&mut chain, transaction), InvalidTransaction::Call.into());
}

#[test]
fn nobody_can_stake_before_somebody_opens_pools() {
    let mut chain = network(4);
    let stake = pallet_validation_pool::Call::stake { pool: 0, side: Side::For, amount: REP };
    assert_eq!(chain.call(Alice, stake), Err(Error::<Runtime>::NoSuchPool.into()));
    let resolve = pallet_validation_pool::Call::resolve { pool: 0 };
    assert_eq!(chain.call(Alice, resolve), Err(Error::<Runtime>::NoSuchPool.into()));
}

#[test]
fn clients_learn_who_sent_what_and_how_full_a_block_is() {
    let mut chain = network(4);
    let block = newest(&mut chain);
    let member = pool(&mut chain, block).members[0].account.clone();
    let transactions = vec![
        transaction::timestamp(1),
        chain.sign(Bob, frame_system::Call::remark { remark: vec![1] }),
        vote(&mut chain, &member, block, Side::For),
    ];
    let senders = chain.inspect(|| Runtime::senders(transactions.clone()));
    assert_eq!(senders, [None, Some(Bob.to_account_id()), Some(member)]);

    let empty = chain.inspect(Runtime::fullness);
    chain.block(transactions[1..].to_vec());
    let used = chain.inspect(Runtime::fullness);
    assert!(used.used.ref_time() > empty.used.ref_time());
    let limits = limits::RuntimeBlockWeights::get();
    assert_eq!(Some(used.max_weight), limits.get(DispatchClass::Normal).max_total);
    assert_eq!(used.max_length, 3 * 5 * 1024 * 1024 / 4);
}

/// Issuance is what was there at genesis, plus what was credited, minus what was destroyed.
#[test]
fn issuance_follows_from_events() {
    let mut chain = network(4);
    let (mut minted, mut burned): (Rep, Rep) = (0, 0);
    let mut dice = 1u64;
    while chain.inspect(pallet_session::CurrentIndex::<Runtime>::get) < 4 {
        // Most members are right, and some blocks are contested or rejected.
        let against = random(&mut dice, 10);
        judge(&mut chain, |who| {
            let bad = against == 0 || (against == 1 && *who == Alice.to_account_id());
            if bad {
                Side::Against
            } else {
                Side::For
            }
        });
        for event in chain.events() {
            match event {
                RuntimeEvent::Reputation(pallet_reputation::Event::Minted {
                    domain: Domain::Block,
                    amount,
                    ..
                }) => minted += amount,
                RuntimeEvent::Reputation(pallet_reputation::Event::Burned {
                    domain: Domain::Block,
                    amount,
                    ..
                }) => burned += amount,
                _ => (),
            }
        }
    }
    assert!(minted > 0 && burned > 0);
    assert_eq!(issuance(&mut chain), GENESIS + minted - burned);
}

/// The next number below `sides`.
fn random(state: &mut u64, sides: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    (*state >> 33) % sides
}

/// A block without transactions of mainnet mints about as many REP as its share has tokens.
#[test]
fn pool_mints_what_the_share_of_the_block_says() {
    let mut chain = network(4);
    let block = newest(&mut chain);
    let share = chain
        .events()
        .into_iter()
        .find_map(|event| match event {
            RuntimeEvent::Work(pallet_work::Event::Distributed { block, .. }) => Some(block),
            _ => None,
        })
        .unwrap();
    assert_eq!(pool(&mut chain, block).mint, share);
    // 2.5 % a year of a billion, 80 % of that, in slots of two seconds.
    let year = 31_557_600u128;
    let wanted = Perbill::from_percent(80) * (25_000_000 * REP * 2 / year);
    assert!(share.abs_diff(wanted) < wanted / 100, "{share} of {wanted}");
}
