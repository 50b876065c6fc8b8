//! Posts that are credited without a pool.

use super::*;

#[test]
fn a_statement_gets_what_an_accepted_pool_would_give() {
    ExtBuilder::default()
        .contract(|contract| contract.mint_ratio = sp_runtime::Perbill::from_percent(50))
        .build_and_execute(|| {
            TestPosts::write(POST, COMPUTE, CYD);
            assert_eq!(ValidationPool::mint_statement(POST, 101), Ok(50));
            assert_eq!(Ledger::balance(COMPUTE, &CYD), 50);
            assert!(TestPosts::is_validated(POST) && TestPosts::pools(POST) == 0);
            assert_storage_noop!(assert!(ValidationPool::mint_statement(POST + 1, 101).is_err()));
            // No other domain gets anything by the market.
            for (post, domain) in [(1, BLOCK), (2, GOVERNANCE)] {
                TestPosts::write(post, domain, CYD);
                assert_storage_noop!(assert!(ValidationPool::mint_statement(post, 101).is_err()));
            }
        });
}
