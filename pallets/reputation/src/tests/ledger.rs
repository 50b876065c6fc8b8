use super::*;
use crate::{Accounts, Domains, Error};
use aitbc_primitives::reputation;
use aitbc_test_support::conformance;
use frame_support::{assert_err, assert_noop, assert_ok};
use sp_runtime::ArithmeticError;

#[test]
fn pallet_keeps_the_rules_of_ledgers() {
    for rule in conformance::rep_ledger::<Reputation>() {
        ExtBuilder::default().build_and_execute(rule);
    }
}

#[test]
fn mint_creates_free_reputation() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        System::assert_last_event(Event::Minted { domain: BLOCK, who: ADA, amount: 100 }.into());
        mint(BEN, 50);
        assert_eq!(parts(ADA), [100, 0, 0]);
        assert_eq!(parts(BEN), [50, 0, 0]);
        assert_eq!(Reputation::issuance(BLOCK), 150);
    });
}

#[test]
fn nothing_moves_between_domains() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        for domain in [GOVERNANCE, COMPUTE] {
            assert_eq!(<Reputation as RepLedger<u64>>::issuance(domain), 0);
            assert_eq!(Reputation::balance(domain, &ADA), 0);
            assert_noop!(Reputation::hold(domain, POOL, &ADA, 1), Error::<Test>::FreeTooLow);
        }
    });
}

#[test]
fn mint_above_128_bits_fails() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, Rep::MAX - 5);
        assert_noop!(Reputation::mint(BLOCK, &BEN, 6), ArithmeticError::Overflow);
        assert_ok!(Reputation::mint(BLOCK, &BEN, 5));
        assert_eq!(Reputation::issuance(BLOCK), Rep::MAX);
    });
}

#[test]
fn hold_and_release_keep_the_balance() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        events();
        assert_ok!(Reputation::hold(BLOCK, AVAILABILITY, &ADA, 60));
        assert_ok!(Reputation::hold(BLOCK, POOL, &ADA, 40));
        assert_eq!(parts(ADA), [0, 60, 40]);
        assert_ok!(Reputation::release(BLOCK, AVAILABILITY, &ADA, 10));
        assert_eq!(parts(ADA), [10, 50, 40]);
        assert_eq!(Reputation::balance(BLOCK, &ADA), 100);
        assert_eq!(Reputation::free(BLOCK, &ADA), 10);
        assert_eq!(Reputation::held(BLOCK, AVAILABILITY, &ADA), 50);
        assert_eq!(Reputation::held(BLOCK, POOL, &ADA), 40);
        assert_eq!(Reputation::issuance(BLOCK), 100);
        let held = |reason, amount| Event::Held { domain: BLOCK, reason, who: ADA, amount };
        let released =
            Event::Released { domain: BLOCK, reason: AVAILABILITY, who: ADA, amount: 10 };
        assert_eq!(events(), [held(AVAILABILITY, 60), held(POOL, 40), released]);
    });
}

#[test]
fn hold_takes_all_that_is_free_and_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_noop!(Reputation::hold(BLOCK, POOL, &ADA, 101), Error::<Test>::FreeTooLow);
        assert_ok!(Reputation::hold(BLOCK, POOL, &ADA, 100));
        assert_noop!(Reputation::hold(BLOCK, AVAILABILITY, &ADA, 1), Error::<Test>::FreeTooLow);
    });
}

#[test]
fn release_returns_all_that_the_reason_holds_and_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 60);
        hold(AVAILABILITY, ADA, 40);
        assert_noop!(Reputation::release(BLOCK, POOL, &ADA, 61), Error::<Test>::HeldTooLow);
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 60));
        assert_noop!(Reputation::release(BLOCK, POOL, &ADA, 1), Error::<Test>::HeldTooLow);
        assert_eq!(parts(ADA), [60, 40, 0]);
    });
}

#[test]
fn nothing_happens_with_an_amount_of_zero() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Reputation::mint(BLOCK, &ADA, 0));
        assert_ok!(Reputation::hold(BLOCK, POOL, &ADA, 0));
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 0));
        assert_eq!(Reputation::slash_held(BLOCK, POOL, &ADA, 0), 0);
        assert_eq!(events(), []);
        assert_eq!(Accounts::<Test>::iter().count(), 0);
    });
}

#[test]
fn view_functions_tell_all_of_an_account() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        mint(BEN, 300);
        hold(AVAILABILITY, ADA, 20);
        hold(POOL, ADA, 30);
        pay(1_000);
        assert_eq!(
            Reputation::reputation(BLOCK, ADA),
            reputation::Reputation {
                balance: 100,
                free: 50,
                encumbered: 20,
                pooled: 30,
                claimable: 250,
                earned: 7,
            }
        );
        assert_eq!(Reputation::issuance(BLOCK), 400);
        assert_eq!(Reputation::reputation(COMPUTE, ADA), reputation::Reputation::default());
    });
}

#[test]
fn invariant_1_notices_a_wrong_issuance() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        Domains::<Test>::mutate(BLOCK, |state| state.issuance = 99);
        assert_err!(
            Reputation::do_try_state(),
            "the balances of a domain do not add up to its issuance"
        );
        Domains::<Test>::mutate(BLOCK, |state| state.issuance = 100);
    });
}

#[test]
fn invariant_4_notices_an_account_without_content() {
    ExtBuilder::default().build_and_execute(|| {
        Accounts::<Test>::insert(BLOCK, ADA, crate::Account::default());
        assert_err!(Reputation::do_try_state(), "an account without content is stored");
        Accounts::<Test>::remove(BLOCK, ADA);
    });
}
