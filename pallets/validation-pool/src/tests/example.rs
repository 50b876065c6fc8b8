//! The example of the crate documentation, step by step.

use super::*;
use aitbc_primitives::reputation::pools::{Initiator, Pools as _, Terms, PPM};
use aitbc_test_support::{wait, TestPosts};
use frame_support::assert_ok;

const PAM: AccountId = 50;
const POST: u64 = 9;

#[test]
fn example_of_the_readme() {
    ExtBuilder::default().contract(|contract| contract.bench_seats = 30).build_and_execute(|| {
        // 1
        let bench = [(ADA, 1_000), (BEN, 600), (CYD, 200), (DEE, 600), (EVE, 600)];
        set_producers(&[&bench[..], &[(PAM, 400)]].concat());
        let block = open(PAM, 200);
        assert_eq!(seats(block), [(ADA, 10), (BEN, 6), (CYD, 2), (DEE, 6), (EVE, 6)]);
        let pool = BlockPools::<Test>::get(block).unwrap();
        assert_eq!((pool.mint, pool.seat, pool.author_stake), (200, 100, 400));
        // 2
        cast(ADA, block, For);
        cast(BEN, block, For);
        cast(CYD, block, Against);
        // 3
        run_to(block + 11);
        assert_eq!(outcome(block), Accepted);
        assert_eq!(earned(PAM), (100, 20));
        assert_eq!([ADA, BEN].map(earned), [(0, 50), (0, 30)]);
        assert_eq!(encumbered(CYD), 198);
        assert_eq!(Ledger::issuance(BLOCK), 3_398);
        // 4
        begin_session();
        skip_block();
        assert_eq!((TestPosts::lineage(PAM), TestPosts::pending()), (110, 10));
        assert_eq!([PAM, ADA, BEN].map(encumbered), [510, 1_050, 630]);
        // 5
        TestPosts::write(POST, GOVERNANCE, PAM);
        for (who, amount) in [(ADA, 1_000), (BEN, 500), (CYD, 300), (REST, 1_200)] {
            give(GOVERNANCE, who, amount);
        }
        let pool = ValidationPool::initiate(Terms {
            post: Some(POST),
            domain: GOVERNANCE,
            payer: PAYER,
            fee: 1_000,
            mints: true,
            duration: 60_000,
            quorum: (1, 10),
            win: (1, 2),
            binding: PPM,
            redistribute: true,
            excluded: Default::default(),
            initiator: Initiator::Assembly,
        })
        .unwrap();
        // 6
        assert_ok!(ValidationPool::stake(signed(ADA), pool, For, 1_000));
        delegate(GOVERNANCE, BEN, DEE, 500);
        assert_ok!(ValidationPool::stake_for(signed(DEE), BEN, pool, For, 500));
        assert_ok!(ValidationPool::stake(signed(CYD), pool, Against, 300));
        // 7
        wait(60_000);
        assert_ok!(ValidationPool::resolve(signed(FAY), pool));
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
        let balances = [ADA, BEN, CYD].map(|who| Ledger::balance(GOVERNANCE, &who));
        assert_eq!(balances, [1_533, 766, 0]);
        assert_eq!((TestPosts::value(POST), salary(GOVERNANCE)), (501, 1_000));
        assert_eq!(Ledger::issuance(GOVERNANCE), 4_000);
    });
}
