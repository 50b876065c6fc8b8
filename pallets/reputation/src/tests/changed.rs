//! Who listens hears of each balance that changed, and of nothing else.

use super::*;
use crate::SlashDebts;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::ArithmeticError;

/// The last balance that was told of `who` in the domain `Block`, and how often one was.
fn told(who: u64) -> (Rep, u32) {
    Told::get(BLOCK, who)
}

#[test]
fn what_creates_and_destroys_is_told() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_eq!(told(ADA), (100, 1));
        assert_eq!(Reputation::burn(BLOCK, &ADA, 10), 10);
        assert_eq!(told(ADA), (90, 2));
        hold(AVAILABILITY, ADA, 50);
        assert_eq!(Reputation::slash_held(BLOCK, AVAILABILITY, &ADA, 20), 20);
        assert_eq!(told(ADA), (70, 3));
        hold(POOL, ADA, 30);
        assert_eq!(Reputation::forfeit(BLOCK, POOL, &ADA, 5), 5);
        assert_eq!(told(ADA), (65, 4));
        // The last of it.
        assert_eq!(Reputation::forfeit(BLOCK, POOL, &ADA, 25), 25);
        assert_eq!(Reputation::slash_held(BLOCK, AVAILABILITY, &ADA, 30), 30);
        assert_eq!(Reputation::burn(BLOCK, &ADA, 10), 10);
        assert_eq!(told(ADA), (0, 7));
    });
}

#[test]
fn other_domains_and_accounts_are_told_apart() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Reputation::mint(COMPUTE, &ADA, 100));
        assert_eq!(Told::get(COMPUTE, ADA), (100, 1));
        assert_eq!([told(ADA), Told::get(COMPUTE, BEN)], [(0, 0); 2]);
    });
}

#[test]
fn balance_that_stays_is_not_told() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 60);
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 10));
        pay(1_000);
        assert_ok!(claim(ADA));
        mint(ADA, 0);
        assert_eq!(Reputation::burn(BLOCK, &BEN, 10), 0);
        assert_noop!(Reputation::mint(BLOCK, &ADA, Rep::MAX), ArithmeticError::Overflow);
        assert_eq!([told(ADA), told(BEN)], [(100, 1), (0, 0)]);
    });
}

/// A debt changes no balance. What pays it does, and what is minted and pays it at once does not.
#[test]
fn debt_is_told_when_it_is_collected() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 100);
        assert_eq!(Reputation::slash_held(BLOCK, POOL, &ADA, 40), 0);
        assert_eq!(SlashDebts::<Test>::get(BLOCK, ADA), 40);
        assert_eq!(told(ADA), (100, 1));
        mint(ADA, 15);
        assert_eq!(told(ADA), (100, 1));
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 10));
        assert_eq!(told(ADA), (90, 2));
        mint(ADA, 16);
        assert_eq!(told(ADA), (91, 3));
    });
}

#[test]
fn encumbered_debt_that_is_collected_is_told() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 100);
        set_at_stake(ADA, 70);
        assert_eq!(Reputation::slash_held(BLOCK, AVAILABILITY, &ADA, 50), 30);
        assert_eq!(told(ADA), (70, 2));
        Reputation::collect_debt(BLOCK, &ADA);
        assert_eq!(told(ADA), (70, 2));
        set_at_stake(ADA, 65);
        Reputation::collect_debt(BLOCK, &ADA);
        assert_eq!(told(ADA), (65, 3));
    });
}

#[test]
fn genesis_is_told() {
    let holder = crate::Holder { domain: BLOCK, account: ADA, free: 1, encumbered: 2 };
    ExtBuilder::default().holders(&[holder]).build_and_execute(|| {
        assert_eq!(told(ADA), (Reputation::balance(BLOCK, &ADA), 1));
    });
}
