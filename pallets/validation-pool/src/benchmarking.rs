//! Benchmarks of the calls and hooks, with the largest benches.

use super::*;
use aitbc_primitives::{
    reputation::{
        pool_vote,
        pools::{BlockFacts, BlockVote, Forfeit, Initiator, Outcome, Pools as _, Side, Terms, PPM},
        Domain, HoldReason as RepHold, Rep, RepLedger, REP,
    },
    BlockNumber,
};
use alloc::vec::Vec;
use codec::Decode;
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{fungible::Balanced, Get, Hooks, OneSessionHandler},
    weights::WeightMeter,
    BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use sp_core::H256;
#[allow(deprecated, reason = "see the pallet")]
use sp_runtime::traits::ValidateUnsigned;
use sp_runtime::{traits::StaticLookup, transaction_validity::TransactionSource, RuntimeAppPublic};

/// The most producers there can be.
const PRODUCERS: u32 = 200;

/// What benchmarks have to set in other pallets.
pub trait BenchmarkHelper<AccountId> {
    /// Makes these the producers with a place in the running schedule, with their weights.
    fn set_producers(producers: Vec<(AccountId, Rep)>);

    /// Lets `delegate` stake for `holder`.
    fn set_delegate(domain: Domain, holder: &AccountId, delegate: &AccountId, limit: Rep);

    /// Gives each of `holders` as much free reputation, faster than by minting it.
    fn set_holders(domain: Domain, holders: impl Iterator<Item = AccountId>, each: Rep);
}

const DOMAIN: Domain = Domain::Block;

fn producer<T: Config>(index: u32) -> T::AccountId {
    account("producer", index, 0)
}

fn key(index: u32) -> pool_vote::AuthorityId {
    let bytes = sp_io::hashing::blake2_256(&index.to_le_bytes());
    pool_vote::AuthorityId::decode(&mut &bytes[..]).unwrap()
}

/// Gives an account free and encumbered reputation, enough for any domain.
fn endow<T: Config>(who: &T::AccountId) {
    let amount = T::MinDomainIssuance::get().max(1_000 * REP);
    T::Ledger::mint(DOMAIN, who, amount * 2).unwrap();
    T::Ledger::hold(DOMAIN, RepHold::Availability, who, amount).unwrap();
}

/// The pool of a block with so many members, the first of whom has `voter_key`.
fn insert_pool<T: Config>(
    block: BlockNumber,
    members: u32,
    voter_key: Option<pool_vote::AuthorityId>,
) {
    let author = producer::<T>(1_000);
    let contract = Contract { mint_ratio: sp_runtime::Perbill::one(), ..Default::default() };
    let members = (0..members).map(|index| Member {
        account: producer::<T>(index),
        key: voter_key.clone().filter(|_| index == 0).or_else(|| Some(key(index))),
        seats: 1,
        vote: None,
    });
    let closes = BlockNumber::MAX;
    let pool = BlockPool {
        author,
        author_stake: REP,
        author_weight: 1_000 * REP,
        mint: REP,
        seat: REP,
        members: BoundedVec::truncate_from(members.collect()),
        closes,
        contract,
    };
    BlockPools::<T>::insert(block, pool);
    OpenBlocks::<T>::mutate(|open| open.try_push(OpenBlock { block, closes })).unwrap();
    NewestPool::<T>::put(block);
}

/// Terms of a pool that can be opened: the domain has reputation, and the payer funds.
fn terms<T: Config>() -> Terms<T::AccountId> {
    endow::<T>(&producer::<T>(5_000));
    let payer: T::AccountId = account("payer", 0, 0);
    let funds = T::Currency::issue(1_000_000_000_000_000);
    assert!(T::Currency::resolve(&payer, funds).is_ok());
    Terms {
        post: None,
        domain: DOMAIN,
        payer,
        fee: 1_000_000_000,
        mints: false,
        duration: u64::MAX,
        quorum: (1, 10),
        win: (1, 2),
        binding: PPM / 2,
        redistribute: true,
        excluded: Default::default(),
        initiator: Initiator::Assembly,
    }
}

/// A pool by hand in which the first of so many accounts loses, and all others win. For each a delegate of
/// its own has staked too.
fn insert_stakes<T: Config>(stakes: u32) -> u64 {
    let id = Pallet::<T>::initiate(terms::<T>()).unwrap();
    for index in 0..stakes {
        let who = producer::<T>(index);
        endow::<T>(&who);
        let side = if index == 0 { Side::Against } else { Side::For };
        let delegate = producer::<T>(10_000 + index);
        T::BenchmarkHelper::set_delegate(DOMAIN, &who, &delegate, REP);
        let source = T::Lookup::unlookup(who.clone());
        Pallet::<T>::stake_for(RawOrigin::Signed(delegate).into(), source, id, side, REP).unwrap();
        let amount = T::Ledger::free(DOMAIN, &who) + REP;
        Pallet::<T>::stake(RawOrigin::Signed(who).into(), id, side, amount).unwrap();
    }
    id
}

/// Lets a pool be due now.
fn make_due<T: Config>(id: u64) {
    Pools::<T>::mutate_extant(id, |pool| pool.deadline = 0);
    Open::<T>::mutate(|open| {
        for pool in open.iter_mut().filter(|pool| pool.id == id) {
            pool.deadline = 0;
        }
    });
}

#[benchmarks]
mod benches {
    use super::*;

    /// How one ended is forgotten.
    #[benchmark]
    fn on_initialize() {
        insert_pool::<T>(1, 0, None);
        OpenBlocks::<T>::mutate(|open| open[0].closes = 0);
        Pallet::<T>::close_due(1);
        let now = BlockNumberFor::<T>::from(block_pool::CLOSED_KEPT + 1);
        frame_system::Pallet::<T>::set_block_number(now);
        insert_pool::<T>(2, MAX_SEATS, None);

        #[block]
        {
            Pallet::<T>::on_initialize(now);
            Pallet::<T>::on_finalize(now);
        }

        assert!(BlockPools::<T>::contains_key(2) && !Closed::<T>::contains_key(1));
    }

    #[benchmark]
    fn open_block_pool() {
        let producers = (0..PRODUCERS).map(|index| {
            let who = producer::<T>(index);
            VoteKeys::<T>::insert(&who, key(index));
            (who, REP * Rep::from(index + 1))
        });
        T::BenchmarkHelper::set_producers(producers.collect());
        let facts = BlockFacts {
            author: producer::<T>(1_000),
            output: H256::repeat_byte(1),
            parent_output: H256::repeat_byte(2),
        };
        Latest::<T>::put(types::LatestBlock { number: 5, facts });

        #[block]
        {
            <Pallet<T> as aitbc_primitives::reputation::pools::BlockPools>::open(5, REP, REP);
        }

        assert!(BlockPools::<T>::contains_key(5));
    }

    /// A tie, so half of the members lose. What they lose is at stake elsewhere and becomes a debt.
    #[benchmark]
    fn close_block_pool(m: Linear<0, MAX_SEATS>) {
        insert_pool::<T>(1, m, None);
        BlockPools::<T>::mutate_extant(1, |pool| {
            for (index, member) in pool.members.iter_mut().enumerate() {
                member.vote = Some(if index % 2 == 0 { Side::For } else { Side::Against });
                if index % 2 == 1 {
                    let (who, amount) = (&member.account, 1_000 * REP);
                    T::Ledger::mint(DOMAIN, who, amount).unwrap();
                    T::Ledger::hold(DOMAIN, RepHold::Availability, who, amount).unwrap();
                    AtStakeOf::<T>::insert(who, amount);
                }
            }
        });
        OpenBlocks::<T>::mutate(|open| open[0].closes = 0);

        #[block]
        {
            Pallet::<T>::close_due(1);
        }

        let closed = Closed::<T>::get(1).unwrap();
        assert_eq!((closed.outcome, closed.lost), (Outcome::Accepted, 0));
    }

    #[benchmark]
    fn credit() {
        let who = producer::<T>(0);
        Pallet::<T>::earn(&who, REP, REP);
        Pallet::<T>::make_creditors();

        #[block]
        {
            Pallet::<T>::credit_some();
        }

        assert!(!Earned::<T>::contains_key(&who));
    }

    /// The begin of a session of `v` validators who were none in the last. As many others were, and all of
    /// those have earned something: they get places in the queue, and their keys go. Session charges the
    /// whole block for it, so this is for information.
    #[benchmark(extra)]
    fn begin_session(v: Linear<1, PRODUCERS>) {
        for index in 0..v {
            let who = producer::<T>(index);
            VoteKeys::<T>::insert(&who, key(index));
            Pallet::<T>::earn(&who, REP, REP);
        }
        let new: Vec<_> =
            (PRODUCERS..PRODUCERS + v).map(|index| (producer::<T>(index), key(index))).collect();
        let validators = || new.iter().map(|(who, key)| (who, key.clone()));

        #[block]
        {
            Pallet::<T>::on_new_session(true, validators(), validators());
        }

        assert_eq!(CreditorQueue::<T>::get(), Queue { first: 0, next: v.into() });
        assert_eq!(VoteKeys::<T>::iter_keys().count() as u32, v);
        assert!(VoteKeys::<T>::contains_key(&new[0].0));
    }

    /// What a block does about pools when there are `n` producers, and `h` others hold reputation: the oldest
    /// pool closes, four accounts are credited, the next pool opens, and all of the largest bench that there
    /// can be vote. It is for information.
    #[benchmark(extra)]
    fn judged_block(n: Linear<5, PRODUCERS>, h: Linear<0, 1_000_000>) {
        let members = MAX_SEATS.min(n - 1);
        let holders = (0..h).map(|index| account("holder", index, 0));
        T::BenchmarkHelper::set_holders(DOMAIN, holders, REP);
        let own = pool_vote::AuthorityId::generate_pair(None);
        let producers = (0..n).map(|index| {
            let who = producer::<T>(index);
            VoteKeys::<T>::insert(&who, own.clone());
            (who, REP)
        });
        T::BenchmarkHelper::set_producers(producers.collect());
        insert_pool::<T>(1, members, Some(own.clone()));
        OpenBlocks::<T>::mutate(|open| open[0].closes = 0);
        BlockPools::<T>::mutate_extant(1, |pool| {
            for member in &mut pool.members {
                member.vote = Some(Side::For);
            }
        });
        for index in 0..block_pool::credit::MAX_CREDITED {
            Pallet::<T>::earn(&producer::<T>(index), REP, REP);
        }
        Pallet::<T>::make_creditors();
        let facts = BlockFacts {
            author: producer::<T>(n - 1),
            output: H256::repeat_byte(1),
            parent_output: H256::repeat_byte(2),
        };
        Latest::<T>::put(types::LatestBlock { number: 5, facts });
        insert_pool::<T>(4, members, None);
        BlockPools::<T>::mutate_extant(4, |pool| {
            pool.members.iter_mut().for_each(|member| member.key = Some(own.clone()));
        });
        let hash = H256::repeat_byte(3);
        frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::from(4u32), hash);
        let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(0u32));
        let votes: Vec<_> = (0..members)
            .map(|index| {
                let voter = producer::<T>(index);
                let ballot = BlockVote { voter, last: 4, hash, for_blocks: 1, against_blocks: 0 };
                let signature = own.sign(&ballot.payload(&genesis)).unwrap();
                (ballot, signature)
            })
            .collect();
        let now = frame_system::Pallet::<T>::block_number();

        #[block]
        {
            Pallet::<T>::on_initialize(now);
            <Pallet<T> as aitbc_primitives::reputation::pools::BlockPools>::open(5, REP, REP);
            for (ballot, signature) in votes {
                let call = Call::vote { vote: ballot.clone(), signature: signature.clone() };
                #[allow(deprecated, reason = "see the pallet")]
                Pallet::<T>::validate_unsigned(TransactionSource::InBlock, &call).unwrap();
                Pallet::<T>::vote(RawOrigin::None.into(), ballot, signature).unwrap();
            }
            Pallet::<T>::on_finalize(now);
        }

        assert!(Closed::<T>::contains_key(1) && BlockPools::<T>::contains_key(5));
        let judged = BlockPools::<T>::get(4).unwrap();
        assert!(judged.members.iter().all(|member| member.vote == Some(Side::For)));
    }

    /// The validation of the transaction included, with full benches.
    #[benchmark]
    fn vote(b: Linear<1, 16>) {
        let own = pool_vote::AuthorityId::generate_pair(None);
        for block in 0..16 {
            insert_pool::<T>(block, MAX_SEATS, Some(own.clone()));
        }
        let last = 15;
        let hash = H256::repeat_byte(3);
        frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::from(last), hash);
        let for_blocks = (((1u32 << b) - 1) & 0xffff) as u16;
        let ballot =
            BlockVote { voter: producer::<T>(0), last, hash, for_blocks, against_blocks: 0 };
        let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(0u32));
        let signature = own.sign(&ballot.payload(&genesis)).unwrap();

        #[block]
        {
            let call = Call::vote { vote: ballot.clone(), signature: signature.clone() };
            #[allow(deprecated, reason = "see the pallet")]
            Pallet::<T>::validate_unsigned(TransactionSource::InBlock, &call).unwrap();
            Pallet::<T>::vote(RawOrigin::None.into(), ballot, signature).unwrap();
        }

        let voted = BlockPools::<T>::get(last).unwrap().members[0].vote;
        assert_eq!(voted, Some(Side::For));
    }

    /// After as many others as can be.
    #[benchmark]
    fn initiate() {
        for _ in 1..T::MaxOpenPools::get() {
            insert_stakes::<T>(0);
        }
        let terms = terms::<T>();

        #[block]
        {
            Pallet::<T>::initiate(terms).unwrap();
        }

        assert_eq!(Open::<T>::get().len() as u32, T::MaxOpenPools::get());
    }

    /// Of both kinds, and the last that was missing.
    #[benchmark]
    fn stake() {
        let id = insert_stakes::<T>(0);
        Pools::<T>::mutate_extant(id, |pool| pool.against_side.stake = Rep::MAX / 2);
        let who = producer::<T>(0);
        endow::<T>(&who);
        let amount = T::Ledger::free(DOMAIN, &who) + REP;
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), id, Side::For, amount);

        assert_eq!(Stakes::<T>::get(id, who).unwrap().encumbered, REP);
    }

    #[benchmark]
    fn stake_for() {
        let id = insert_stakes::<T>(0);
        let (holder, delegate) = (producer::<T>(0), producer::<T>(1));
        endow::<T>(&holder);
        T::BenchmarkHelper::set_delegate(DOMAIN, &holder, &delegate, REP);
        Pools::<T>::mutate_extant(id, |pool| pool.against_side.stake = Rep::MAX / 2);
        let source = T::Lookup::unlookup(holder.clone());
        whitelist_account!(delegate);

        #[extrinsic_call]
        _(RawOrigin::Signed(delegate), source, id, Side::For, REP);

        assert_eq!(Stakes::<T>::get(id, holder).unwrap().delegated, REP);
    }

    /// The stake that is put out is of both kinds, partly a delegate's, and owed for a slash.
    #[benchmark]
    fn stake_in_full_pool() {
        let id = insert_stakes::<T>(T::MaxStakers::get());
        let smallest = producer::<T>(0);
        let mut pool = Pools::<T>::get(id).unwrap();
        let mut own = Stakes::<T>::get(id, &smallest).unwrap();
        own.encumbered -= 1;
        pool.side_mut(own.side).stake -= 1;
        Stakes::<T>::insert(id, &smallest, own);
        AtStakeOf::<T>::mutate(&smallest, |all| *all -= 1);
        let all = T::Ledger::balance(DOMAIN, &smallest);
        T::Ledger::burn(DOMAIN, &smallest, all);

        #[block]
        {
            assert!(Pallet::<T>::displace(id, &mut pool, Rep::MAX).is_ok());
        }

        assert!(!Stakes::<T>::contains_key(id, &smallest));
        assert_eq!(T::Ledger::balance(DOMAIN, &smallest), 0);
        Pools::<T>::insert(id, pool);
    }

    /// On the largest benches of as many blocks as can be open, with something that was earned.
    #[benchmark]
    fn forfeit() {
        for block in 0..MAX_OPEN_BLOCKS {
            insert_pool::<T>(block, MAX_SEATS, None);
        }
        let who = producer::<T>(MAX_SEATS - 1);
        Pallet::<T>::earn(&who, REP, REP);
        let forfeited;

        #[block]
        {
            forfeited = <Pallet<T> as Forfeit<T::AccountId>>::forfeit(&who);
        }

        assert_eq!(forfeited, 2 * REP);
        for pool in BlockPools::<T>::iter_values() {
            assert_eq!(pool.members.iter().filter(|own| own.key.is_none()).count(), 1);
        }
    }

    #[benchmark]
    fn poll() {
        insert_stakes::<T>(0);

        #[block]
        {
            Pallet::<T>::on_poll(
                frame_system::Pallet::<T>::block_number(),
                &mut WeightMeter::new(),
            );
        }

        assert_eq!(Open::<T>::get().len(), 1);
    }

    /// A page that is not the last.
    #[benchmark]
    fn settle(s: Linear<0, { by_hand::PAGE }>) {
        // One is settled later, so that the pool is not resolved.
        let id = insert_stakes::<T>(s + 1);
        make_due::<T>(id);
        let late = producer::<T>(s);
        let kept = Stakes::<T>::take(id, &late).unwrap();

        #[block]
        {
            Pallet::<T>::do_resolve(id).unwrap();
        }

        Stakes::<T>::insert(id, late, kept);
        assert_eq!(Stakes::<T>::iter_prefix(id).count(), 1);
    }

    /// The last step, of a pool without stakes.
    #[benchmark]
    fn finish() {
        let id = insert_stakes::<T>(0);
        make_due::<T>(id);

        #[block]
        {
            Pallet::<T>::do_resolve(id).unwrap();
        }

        assert_eq!(Pallet::<T>::outcome(id), Some(Outcome::NoQuorum));
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
