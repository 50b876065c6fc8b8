//! Each invariant is noticed when it is broken.

use super::*;
use crate::{
    AtStakeOf, CreditorQueue, Creditors, Delegated, Earned, Earnings, NewestPool, NextPool, Open,
    OpenBlocks, Pools, Queue, StakedFor, Stakes,
};
use aitbc_primitives::reputation::pools::{Initiator, PoolId, Pools as _, Terms, PPM};
use frame_support::{assert_ok, storage::with_transaction};
use sp_runtime::{DispatchError, TransactionOutcome};

/// A chain with a pool of a block, somebody to credit, and a pool by hand with stakes of all kinds.
fn run(test: impl FnOnce(u32, PoolId)) {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 3_200), (BEN, 3_200), (CYD, 3_200), (EVE, 3_200)]);
        let closed = open(EVE, 1_000);
        cast(ADA, closed, For);
        close_all();
        begin_session();
        let block = open_without_credit();
        give(BLOCK, ADA, 100);
        give(BLOCK, BEN, 100);
        delegate(BLOCK, BEN, CYD, 50);
        let pool = ValidationPool::initiate(Terms {
            post: None,
            domain: BLOCK,
            payer: PAYER,
            fee: 100,
            mints: false,
            duration: 60_000,
            quorum: (1, 10),
            win: (1, 2),
            binding: PPM,
            redistribute: true,
            excluded: Default::default(),
            initiator: Initiator::Assembly,
        })
        .unwrap();
        assert_ok!(ValidationPool::stake(signed(ADA), pool, For, 150));
        assert_ok!(ValidationPool::stake_for(signed(CYD), BEN, pool, Against, 50));
        test(block, pool);
    });
}

/// Opens the pool of a block while somebody still waits to be credited.
fn open_without_credit() -> u32 {
    let waiting = CreditorQueue::<Test>::get();
    CreditorQueue::<Test>::put(Queue::default());
    let block = open(EVE, 1_000);
    CreditorQueue::<Test>::put(waiting);
    block
}

/// Breaks something and undoes it again.
fn assert_notices(expected: &'static str, breaks: impl FnOnce()) {
    assert_ok!(ValidationPool::do_try_state());
    let undone = with_transaction(|| {
        breaks();
        assert_eq!(ValidationPool::do_try_state(), Err(expected.into()));
        TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
    });
    assert_ok!(undone);
}

#[test]
fn invariant_1_notices_pools_of_blocks_that_are_listed_wrongly() {
    run(|block, _| {
        assert_notices("not all pools of blocks are listed as open", OpenBlocks::<Test>::kill);
        assert_notices("an open pool is missing", || {
            let pool = BlockPools::<Test>::take(block).unwrap();
            BlockPools::<Test>::insert(block + 1, pool);
        });
        assert_notices("open pools of blocks are not in order", || {
            OpenBlocks::<Test>::mutate(|open| open.try_push(open[0]).unwrap());
        });
        assert_notices("a pool closes at another time than listed", || {
            BlockPools::<Test>::mutate_extant(block, |pool| pool.closes += 1);
        });
        assert_notices("a pool is newer than the newest", || NewestPool::<Test>::put(block - 1));
    });
}

#[test]
fn invariant_2_notices_benches_that_cannot_be() {
    run(|block, _| {
        let change = |change: fn(&mut crate::BlockPool<AccountId>)| {
            move || BlockPools::<Test>::mutate_extant(block, change)
        };
        let twice = "a member is on a bench twice, or judges itself";
        assert_notices(twice, change(|pool| pool.author = ADA));
        assert_notices(twice, change(|pool| pool.members[1].account = pool.members[0].account));
        let seats = "a bench has more seats than it may";
        assert_notices(seats, change(|pool| pool.members[0].seats += 1));
        assert_notices(seats, change(|pool| pool.members[0].seats = 0));
        let nobody = "something is at stake where nobody judges";
        assert_notices(nobody, change(|pool| pool.seat = 0));
    });
}

#[test]
fn invariant_3_notices_what_should_be_forgotten() {
    run(|block, _| {
        let expected = "a closed pool was not forgotten, or is open";
        let closed = Closed::<Test>::iter_values().next().unwrap();
        assert_notices(expected, || Closed::<Test>::insert(block, closed.clone()));
        assert_notices(expected, || System::set_block_number(1_000));
    });
}

#[test]
fn invariant_4_notices_creditors_that_are_queued_wrongly() {
    run(|_, _| {
        let Queue { first, next } = CreditorQueue::<Test>::get();
        assert_eq!((first, next), (0, 2));
        assert_notices("the queue of creditors has gaps", || Creditors::<Test>::remove(first));
        assert_notices("a creditor is queued twice", || {
            Creditors::<Test>::insert(first, Creditors::<Test>::get(first + 1).unwrap());
        });
        assert_notices("earnings without content are stored", || {
            Earned::<Test>::insert(DEE, Earnings::default());
        });
        assert_notices("a creditor is not queued as it says", || {
            Earned::<Test>::insert(DEE, Earnings { due: true, ..Default::default() });
        });
        assert_notices("a creditor has no earnings", || {
            Earned::<Test>::remove(Creditors::<Test>::get(first).unwrap());
        });
    });
}

#[test]
fn invariant_5_notices_pools_that_are_listed_wrongly() {
    run(|_, pool| {
        assert_notices("a pool is not listed as it says", Open::<Test>::kill);
        assert_notices("a pool is not listed as it says", || {
            Pools::<Test>::mutate_extant(pool, |pool| pool.resolved = true);
        });
        assert_notices("a resolved pool is not settled", || {
            Open::<Test>::kill();
            Pools::<Test>::mutate_extant(pool, |pool| pool.resolved = true);
        });
        assert_notices("a pool has a name that was not given yet", NextPool::<Test>::kill);
        let entry = Open::<Test>::get()[0];
        assert_notices("open pools are not in the order of their deadlines", || {
            Open::<Test>::mutate(|open| open.try_push(entry).unwrap());
        });
        assert_notices("an open pool is missing", || {
            let other = crate::OpenPool { id: pool + 1, ..entry };
            Open::<Test>::mutate(|open| open.try_push(other).unwrap());
        });
        assert_notices("too many pools of domain Compute are open", || {
            let entry = |id| crate::OpenPool { id, domain: COMPUTE, ..entry };
            let many: Vec<_> = (1..34).map(entry).collect();
            Open::<Test>::put(frame_support::BoundedVec::truncate_from(many));
        });
    });
}

#[test]
fn invariant_6_notices_totals_that_are_wrong() {
    run(|_, id| {
        let change = |change: fn(&mut crate::Pool<AccountId>)| {
            move || Pools::<Test>::mutate_extant(id, change)
        };
        let wrong = "the stakes of a side do not add up";
        assert_notices(wrong, change(|pool| pool.for_side.stake += 1));
        assert_notices(wrong, change(|pool| pool.against_side.at_risk -= 1));
        assert_notices("stakes are not as many as counted", change(|pool| pool.stakers += 1));
        assert_notices("a part is more than the whole", change(|pool| pool.mint_for += 1));
    });
}

#[test]
fn invariant_7_notices_stakes_that_nothing_holds() {
    run(|_, id| {
        assert_notices("what is held for pools is not what is staked", || {
            Ledger::release(BLOCK, POOL, &ADA, 1).unwrap();
        });
        assert_notices("more is at stake than is encumbered", || {
            Ledger::release(BLOCK, AVAILABILITY, &ADA, 3_151).unwrap();
        });
        let at_stake = "what is at stake of the encumbered is not what is staked";
        assert_notices(at_stake, || AtStakeOf::<Test>::remove(ADA));
        assert_notices(at_stake, || AtStakeOf::<Test>::insert(BEN, 1));
        assert_notices("what delegates have at stake is not what they staked", || {
            Delegated::<Test>::remove(BLOCK, BEN);
        });
        assert_notices("a delegate has staked for others than counted", || {
            StakedFor::<Test>::insert(id, CYD, 2);
        });
        assert_notices("a stake has parts that it cannot have", || {
            Stakes::<Test>::mutate(id, BEN, |stake| stake.as_mut().unwrap().delegate = None);
        });
    });
}

#[test]
fn invariant_8_notices_fees_that_are_not_held() {
    run(|_, id| {
        assert_notices("what is held of a payer is not the fees of its open pools", || {
            Pools::<Test>::mutate_extant(id, |pool| pool.terms.fee += 1);
        });
    });
}
