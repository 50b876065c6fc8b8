//! What it takes to open a pool.

use super::*;
use crate::HoldReason as TokenHold;
use frame_support::traits::fungible::{InspectHold, MutateFreeze};
use sp_runtime::TokenError;

#[test]
fn opening_a_pool_fixes_what_it_goes_by() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        events();
        let terms = Terms { post: Some(POST), fee: 101, mints: true, ..excluding(&[DEE]) };
        assert_eq!(ValidationPool::initiate(terms.clone()), Ok(0));
        let pool = Pools::<Test>::get(0).unwrap();
        assert_eq!(pool.terms, terms);
        assert_eq!((pool.mint, pool.mint_for, pool.issuance), (101, 51, 2_000));
        assert_eq!((pool.opened, pool.deadline), (now(), now() + DURATION));
        assert_eq!(TestPosts::pools(POST), 1);
        assert_eq!(Balances::balance_on_hold(&TokenHold::Fee.into(), &PAYER), 101);
        let opened = Event::PoolOpened {
            pool: 0,
            post: Some(POST),
            domain: GOVERNANCE,
            mint: 101,
            deadline: now() + DURATION,
        };
        assert_eq!(events(), [opened]);
        assert_eq!(initiate(self::terms(GOVERNANCE)), 1);
        assert_eq!(ValidationPool::outcome(0), None);
    });
}

#[test]
fn terms_out_of_bounds_fail() {
    with_holders(|| {
        give(BLOCK, ADA, 1_000);
        let good = || terms(GOVERNANCE);
        let bad = [
            Terms { quorum: (9, 100), ..good() },
            Terms { quorum: (101, 100), ..good() },
            Terms { quorum: (1, 0), ..good() },
            Terms { quorum: (0, 0), ..good() },
            Terms { win: (49, 100), ..good() },
            Terms { win: (101, 100), ..good() },
            Terms { win: (0, 0), ..good() },
            Terms { binding: PPM + 1, ..good() },
            Terms { duration: 0, ..good() },
            Terms { mints: true, ..terms(BLOCK) },
        ];
        for terms in bad {
            assert_storage_noop!(assert_eq!(
                ValidationPool::initiate(terms.clone()),
                Err(Error::<Test>::BadTerms.into()),
                "{terms:?}",
            ));
        }
        let large = (u32::MAX, u32::MAX);
        initiate(Terms { quorum: (10, 100), win: (50, 100), ..good() });
        initiate(Terms { quorum: large, win: large, binding: 0, duration: u64::MAX, ..good() });
    });
}

#[test]
fn a_domain_needs_reputation_for_pools() {
    ExtBuilder::default().build_and_execute(|| {
        MinDomainIssuance::set(&100);
        MinComputeIssuance::set(&10);
        let too_small = || Err(Error::<Test>::DomainTooSmall.into());
        for (domain, least) in [(BLOCK, 100), (GOVERNANCE, 100), (COMPUTE, 10)] {
            give(domain, ADA, least - 1);
            assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(domain)), too_small()));
            give(domain, ADA, 1);
            initiate(terms(domain));
        }
        MinDomainIssuance::set(&0);
        Ledger::burn(GOVERNANCE, &ADA, 100);
        assert_eq!(ValidationPool::initiate(terms(GOVERNANCE)), too_small());
    });
}

#[test]
fn at_most_64_pools_are_open_half_of_them_of_compute() {
    with_holders(|| {
        give(COMPUTE, ADA, 1_000);
        let too_many = || Err(Error::<Test>::TooManyPools.into());
        for _ in 0..32 {
            initiate(terms(COMPUTE));
        }
        assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(COMPUTE)), too_many()));
        for _ in 0..32 {
            initiate(terms(GOVERNANCE));
        }
        assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(GOVERNANCE)), too_many()));
        wait(DURATION);
        assert_ok!(resolve(40));
        initiate(terms(GOVERNANCE));
        assert_eq!(ValidationPool::initiate(terms(COMPUTE)), too_many());
    });
}

#[test]
fn a_post_that_is_not_there_or_of_another_domain_is_not_judged() {
    with_holders(|| {
        give(COMPUTE, ADA, 1_000);
        TestPosts::write(POST, GOVERNANCE, CYD);
        for terms in [
            Terms { post: Some(POST + 1), ..terms(GOVERNANCE) },
            Terms { post: Some(POST), ..terms(COMPUTE) },
        ] {
            assert_storage_noop!(assert!(ValidationPool::initiate(terms).is_err()));
        }
    });
}

#[test]
fn who_cannot_pay_the_fee_opens_no_pool() {
    with_holders(|| {
        let all = FUNDS - EXISTENTIAL_DEPOSIT;
        let terms = |fee| Terms { fee, ..terms(GOVERNANCE) };
        let no_funds = || Err(TokenError::FundsUnavailable.into());
        assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(all + 1)), no_funds()));
        assert_ok!(Balances::set_freeze(&1, &PAYER, FUNDS - 50));
        assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(51)), no_funds()));
        initiate(terms(50));
        assert_ok!(Balances::thaw(&1, &PAYER));
        initiate(terms(all - 50));
    });
}
