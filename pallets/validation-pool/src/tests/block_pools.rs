//! How pools of blocks are opened and closed.

use super::*;
use crate::{block_pool::CLOSED_KEPT, Contract, NewestPool, OpenBlocks};
use aitbc_primitives::reputation::pools::BlockPools as _;
use frame_support::{assert_ok, assert_storage_noop};
use sp_core::H256;
use sp_runtime::Perbill;

/// Four who weigh the same, and have eight seats each if none of them is the author.
const FOUR: [(AccountId, Rep); 4] = [(ADA, 3_200), (BEN, 3_200), (CYD, 3_200), (DEE, 3_200)];

fn four_and_eve() -> Vec<(AccountId, Rep)> {
    [&FOUR[..], &[(EVE, 3_200)]].concat()
}

#[test]
fn pool_of_a_block_opens_with_its_author_bench_and_mint() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        events();
        let block = open(EVE, 1_000);
        assert_eq!(seats(block), [(ADA, 8), (BEN, 8), (CYD, 8), (DEE, 8)]);
        let pool = BlockPools::<Test>::get(block).unwrap();
        assert_eq!((pool.author, pool.author_stake, pool.author_weight), (EVE, 3_200, 3_200));
        assert_eq!((pool.mint, pool.seat, pool.closes), (1_000, 400, block + 11));
        assert_eq!(pool.members[0].key, Some(key(ADA)));
        let opened = Event::BlockPoolOpened { block, author: EVE, mint: 1_000, members: 4 };
        assert_eq!(events(), [opened]);
    });
}

#[test]
fn an_author_that_left_has_no_stake() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&FOUR);
        let block = open(EVE, 1_000);
        let pool = BlockPools::<Test>::get(block).unwrap();
        assert_eq!((pool.author_stake, pool.author_weight), (0, 0));
        cast(ADA, block, For);
        close_all();
        assert_eq!(earned(EVE), (500, 0));
        assert_eq!(earned(ADA), (0, 500));
    });
}

#[test]
fn the_stake_of_an_author_is_at_most_half_of_the_bench() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 320), (EVE, 10_000)]);
        let block = open(EVE, 1_000);
        assert_eq!(BlockPools::<Test>::get(block).unwrap().author_stake, 160);
    });
}

#[test]
fn a_block_is_judged_once_and_right_after_it() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        let block = open(EVE, 1_000);
        assert_storage_noop!(ValidationPool::open(block, 1_000, 1_000));
        assert_storage_noop!(ValidationPool::open(block - 1, 1_000, 1_000));
        assert_storage_noop!(ValidationPool::open(block + 1, 1_000, 1_000));
        end_block(EVE, H256::zero(), H256::zero());
        skip_block();
        assert_storage_noop!(ValidationPool::open(block + 1, 1_000, 1_000));
        assert_eq!(NewestPool::<Test>::get(), Some(block));
    });
}

#[test]
fn block_1_is_not_judged() {
    ExtBuilder::default().build_and_execute(|| {
        System::set_block_number(1);
        end_block(EVE, H256::zero(), H256::zero());
        assert_storage_noop!(ValidationPool::open(1, 1_000, 1_000));
    });
}

#[test]
fn a_block_without_an_author_has_no_pool() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        skip_block();
        assert_storage_noop!(ValidationPool::open(height() - 1, 1_000, 1_000));
    });
}

#[test]
fn a_block_mints_at_most_so_many_times_what_its_subsidy_would() {
    let contract = Contract::default();
    // Of the subsidy 80 units are the block's share, and twice as much is minted.
    assert_eq!(contract.mint_of_block(159, 100), 159);
    assert_eq!(contract.mint_of_block(160, 100), 160);
    assert_eq!(contract.mint_of_block(161, 100), 160);
    // 80 % of 101 are 80.8.
    assert_eq!(contract.mint_of_block(200, 101), 160);
    let half = Contract { mint_ratio: Perbill::from_percent(50), mint_cap: 3, ..contract };
    assert_eq!(half.mint_of_block(201, 1_000), 100);
    // Half of 80 % of 1 001 are 400.4.
    assert_eq!(half.mint_of_block(100_000, 1_001), 1_200);
    let none = Contract { mint_ratio: Perbill::zero(), ..contract };
    assert_eq!(none.mint_of_block(100_000, 100_000), 0);
}

#[test]
fn parameters_are_kept_within_their_bounds() {
    let percent = Perbill::from_percent;
    let least = Contract {
        block_share: percent(80),
        mint_ratio: percent(0),
        mint_cap: 0,
        author_share: percent(0),
        bench_seats: 0,
        window: 0,
        quorum: percent(0),
        vote_loss: 0,
        author_loss: percent(0),
        author_loss_cap: percent(0),
    };
    let bounded = Contract { mint_cap: 1, bench_seats: 3, window: 8, quorum: percent(5), ..least };
    assert_eq!(least.clamped(), bounded);
    let most = Contract {
        block_share: percent(80),
        mint_ratio: percent(100),
        mint_cap: u32::MAX,
        author_share: percent(100),
        bench_seats: u32::MAX,
        window: u32::MAX,
        quorum: percent(100),
        vote_loss: u32::MAX,
        author_loss: percent(100),
        author_loss_cap: percent(100),
    };
    let bounded = Contract {
        mint_cap: 10,
        author_share: percent(50),
        bench_seats: 32,
        window: 16,
        quorum: percent(50),
        vote_loss: 100,
        author_loss: percent(1),
        author_loss_cap: percent(10),
        ..most
    };
    assert_eq!(most.clamped(), bounded);
    assert_eq!(Contract::default().clamped(), Contract::default());
}

#[test]
fn a_pool_keeps_the_parameters_of_its_opening() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        let block = open(EVE, 1_000);
        CurrentContract::put(Contract {
            author_share: Perbill::zero(),
            window: 8,
            ..Default::default()
        });
        cast(ADA, block, For);
        run_to(block + 10);
        assert!(BlockPools::<Test>::contains_key(block));
        skip_block();
        assert_eq!(Closed::<Test>::get(block).unwrap().post, 500);
    });
}

#[test]
fn a_pool_closes_when_its_window_is_over() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        let block = open(EVE, 1_000);
        cast(ADA, block, For);
        // It was opened in the block after, and takes votes in ten blocks.
        run_to(block + 10);
        cast(BEN, block, For);
        events();
        skip_block();
        // Stakes of 3 200 for it: a third of the other 500 each.
        let closed = Event::BlockPoolClosed {
            block,
            outcome: Accepted,
            for_stake: 6_400,
            against_stake: 0,
            post: 502,
            policed: 498,
            lost: 0,
            author_lost: 0,
        };
        assert_eq!(events(), [closed]);
        assert!(!BlockPools::<Test>::contains_key(block));
    });
}

#[test]
fn two_pools_close_in_a_block_the_oldest_first() {
    ExtBuilder::default().contract(|contract| contract.window = 16).build_and_execute(|| {
        set_producers(&four_and_eve());
        let first = open(EVE, 100);
        let others = [open(EVE, 100), open(EVE, 100), open(EVE, 100)];
        CurrentContract::put(Contract { window: 8, ..Default::default() });
        // The last is due long before the first. Others come meanwhile.
        let last = open(EVE, 100);
        run_to(last + 9);
        let open_blocks =
            || -> Vec<_> { OpenBlocks::<Test>::get().into_iter().map(|pool| pool.block).collect() };
        assert_eq!(open_blocks(), [&[first][..], &others].concat());
        run_to(first + 17);
        assert_eq!(open_blocks(), others);
        // Three more were due if time was not: let them be.
        OpenBlocks::<Test>::mutate(|open| open.iter_mut().for_each(|pool| pool.closes = 0));
        for block in others {
            BlockPools::<Test>::mutate_extant(block, |pool| pool.closes = 0);
        }
        skip_block();
        assert_eq!(open_blocks(), others[2..]);
        skip_block();
        assert_eq!(open_blocks(), [0; 0]);
    });
}

#[test]
fn how_a_pool_ended_is_remembered_for_600_blocks() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        let block = open(EVE, 100);
        run_to(block + CLOSED_KEPT - 1);
        let view = ValidationPool::block_pool(block).unwrap();
        assert_eq!((view.outcome, view.mint, view.stake), (Some(NoQuorum), 100, 12_800));
        skip_block();
        assert_eq!(ValidationPool::block_pool(block), None);
    });
}

#[test]
fn view_of_an_open_pool_tells_who_has_voted() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        let block = open(EVE, 100);
        cast(ADA, block, For);
        cast(BEN, block, Against);
        let view = ValidationPool::block_pool(block).unwrap();
        assert_eq!((view.for_stake, view.against_stake, view.stake), (3_200, 3_200, 12_800));
        assert_eq!(view.outcome, None);
        let votes: Vec<_> = view.members.iter().map(|m| (m.account, m.seats, m.vote)).collect();
        let expected =
            [(ADA, 8, Some(For)), (BEN, 8, Some(Against)), (CYD, 8, None), (DEE, 8, None)];
        assert_eq!(votes, expected);
        let seats = ValidationPool::seats(key(BEN));
        assert_eq!(seats.len(), 1);
        assert_eq!((seats[0].block, seats[0].account, seats[0].seats), (block, BEN, 8));
        assert!(seats[0].voted && !ValidationPool::seats(key(CYD))[0].voted);
        assert_eq!(ValidationPool::seats(key(EVE)), []);
    });
}

#[test]
fn two_thirds_and_three_members_reject() {
    ExtBuilder::default().contract(|contract| contract.bench_seats = 30).build_and_execute(|| {
        // Seats of 100: 20 of 30 are two thirds.
        let bench = [(ADA, 700), (BEN, 700), (CYD, 600), (DEE, 1_000)];
        set_producers(&[&bench[..], &[(EVE, 0)]].concat());
        let blocks = [open(EVE, 100), open(EVE, 100), open(EVE, 100)];
        for (block, against) in
            blocks.into_iter().zip([&[ADA, BEN, CYD][..], &[ADA, BEN], &[ADA, DEE]])
        {
            against.iter().for_each(|who| cast(*who, block, Against));
        }
        close_all();
        assert_eq!(blocks.map(outcome), [Rejected, Contested, Contested]);
    });
}

#[test]
fn a_tie_is_accepted() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        let block = open(EVE, 100);
        cast(ADA, block, For);
        cast(BEN, block, Against);
        close_all();
        assert_eq!(outcome(block), Accepted);
    });
}

#[test]
fn quorum_is_a_tenth_of_the_bench() {
    ExtBuilder::default().contract(|contract| contract.bench_seats = 30).build_and_execute(|| {
        let bench = [(ADA, 300), (BEN, 200), (CYD, 800), (DEE, 800), (FAY, 900)];
        set_producers(&[&bench[..], &[(EVE, 0)]].concat());
        let blocks = [open(EVE, 100), open(EVE, 100)];
        cast(ADA, blocks[0], For);
        cast(BEN, blocks[1], For);
        close_all();
        assert_eq!(blocks.map(outcome), [Accepted, NoQuorum]);
    });
}

#[test]
fn who_does_not_vote_neither_gains_nor_loses() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        let block = open(EVE, 1_000);
        for who in [ADA, BEN, CYD] {
            cast(who, block, Against);
        }
        close_all();
        assert_eq!(outcome(block), Rejected);
        assert_eq!((earned(DEE), encumbered(DEE)), ((0, 0), 3_200));
        assert_eq!(earned(EVE), (0, 0));
    });
}

#[test]
fn an_author_loses_so_much_in_a_session_and_no_more() {
    ExtBuilder::default()
        .contract(|contract| {
            contract.author_loss = Perbill::from_percent(1);
            contract.author_loss_cap = Perbill::from_parts(25_000_000);
        })
        .build_and_execute(|| {
            set_producers(&[&FOUR[..], &[(EVE, 10_000)]].concat());
            let lose = || {
                let before = encumbered(EVE);
                let block = open(EVE, 0);
                for who in [ADA, BEN, CYD] {
                    cast(who, block, Against);
                }
                close_all();
                let lost = before - encumbered(EVE);
                assert_eq!(Closed::<Test>::get(block).unwrap().author_lost, lost);
                lost
            };
            // 250 in all: 1 % of 10 000, of 9 900, and what is left.
            assert_eq!([lose(), lose(), lose(), lose()], [100, 99, 51, 0]);
            begin_session();
            assert_eq!(lose(), 97);
        });
}

#[test]
fn a_loss_takes_what_is_there_and_owes_what_is_at_stake_elsewhere() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[&FOUR[..], &[(EVE, 10_000)]].concat());
        let block = open(EVE, 100_000);
        cast(ADA, block, Against);
        for who in [BEN, CYD, DEE] {
            cast(who, block, For);
        }
        // Ada would lose 32, and has 20 left.
        assert_eq!(Ledger::burn(BLOCK, &ADA, 3_180), 3_180);
        close_all();
        assert_eq!(Ledger::balance(BLOCK, &ADA), 0);
        assert_eq!(Closed::<Test>::get(block).unwrap().lost, 20);
    });
}

#[test]
fn benches_come_from_the_new_producers_after_a_rotation() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&four_and_eve());
        let old = open(EVE, 100);
        let block = height();
        end_block(EVE, H256::zero(), H256::zero());
        Producers::put(vec![(BEN, 3_200), (FAY, 3_200), (EVE, 3_200)]);
        begin_session();
        ValidationPool::open(block, 100, 100);
        let mut members = seats(block);
        members.sort_unstable();
        assert_eq!(members, [(BEN, 16), (FAY, 16)]);
        // Who is gone still votes on what it was chosen for.
        assert_ok!(send(vote_on(ADA, old, For)));
        assert!(send(vote_on(ADA, block, For)).is_err());
    });
}

#[test]
fn nobody_alone_is_judged_and_two_judge_each_other() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 3_200)]);
        let alone = open(ADA, 100);
        Producers::put(vec![(ADA, 3_200), (BEN, 3_200)]);
        begin_session();
        let two = open(ADA, 100);
        assert_eq!((seats(alone), seats(two)), (vec![], vec![(BEN, 32)]));
        cast(BEN, two, Against);
        close_all();
        assert_eq!([alone, two].map(outcome), [Accepted, Contested]);
    });
}
