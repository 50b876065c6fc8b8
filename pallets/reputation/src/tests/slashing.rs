use super::*;
use crate::{Accounts, SlashDebts};
use frame_support::{assert_err, assert_ok};

/// Slashes reputation of `who` in the domain `Block`.
fn slash(reason: HoldReason, who: u64, amount: Rep) -> Rep {
    Reputation::slash_held(BLOCK, reason, &who, amount)
}

fn debt(who: u64) -> Rep {
    SlashDebts::<Test>::get(BLOCK, who)
}

fn burned(amount: Rep) -> Event<Test> {
    Event::Burned { domain: BLOCK, who: ADA, amount }
}

fn debt_incurred(amount: Rep) -> Event<Test> {
    Event::DebtIncurred { domain: BLOCK, who: ADA, amount }
}

fn debt_collected(amount: Rep) -> Event<Test> {
    Event::DebtCollected { domain: BLOCK, who: ADA, amount }
}

#[test]
fn what_is_not_at_stake_is_destroyed_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 60);
        events();
        assert_eq!(slash(AVAILABILITY, ADA, 25), 25);
        assert_eq!(parts(ADA), [40, 35, 0]);
        assert_eq!(Reputation::issuance(BLOCK), 75);
        assert_eq!(debt(ADA), 0);
        assert_eq!(events(), [burned(25)]);
    });
}

#[test]
fn slash_takes_no_more_than_the_reason_holds() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 60);
        assert_eq!(slash(AVAILABILITY, ADA, 61), 60);
        assert_eq!(slash(AVAILABILITY, ADA, 1), 0);
        assert_eq!(slash(AVAILABILITY, BEN, 1), 0);
        assert_eq!(parts(ADA), [40, 0, 0]);
        assert_eq!(debt(ADA), 0);
    });
}

#[test]
fn slash_of_everything_removes_the_account() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 100);
        assert_eq!(slash(AVAILABILITY, ADA, Rep::MAX), 100);
        assert!(!Accounts::<Test>::contains_key(BLOCK, ADA));
        assert_eq!(Reputation::issuance(BLOCK), 0);
    });
}

#[test]
fn what_is_at_stake_becomes_a_debt() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 100);
        set_at_stake(ADA, 60);
        events();
        // 40 are not at stake.
        assert_eq!(slash(AVAILABILITY, ADA, 40), 40);
        assert_eq!(debt(ADA), 0);
        assert_eq!(slash(AVAILABILITY, ADA, 1), 0);
        assert_eq!(debt(ADA), 1);
        assert_eq!(parts(ADA), [0, 60, 0]);
        assert_eq!(events(), [burned(40), debt_incurred(1)]);
    });
}

#[test]
fn slash_is_part_destroyed_and_part_debt() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 100);
        set_at_stake(ADA, 60);
        events();
        assert_eq!(slash(AVAILABILITY, ADA, 100), 40);
        assert_eq!(debt(ADA), 60);
        assert_eq!(parts(ADA), [0, 60, 0]);
        assert_eq!(Reputation::issuance(BLOCK), 60);
        assert_eq!(events(), [burned(40), debt_incurred(60)]);
    });
}

#[test]
fn all_that_pools_hold_is_at_stake() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 100);
        assert_eq!(slash(POOL, ADA, 30), 0);
        assert_eq!(debt(ADA), 30);
        assert_eq!(parts(ADA), [0, 0, 100]);
    });
}

#[test]
fn only_pools_of_blocks_take_encumbered_reputation() {
    ExtBuilder::default().build_and_execute(|| {
        set_at_stake(ADA, 100);
        Reputation::mint(COMPUTE, &ADA, 100).unwrap();
        Reputation::hold(COMPUTE, AVAILABILITY, &ADA, 100).unwrap();
        assert_eq!(Reputation::slash_held(COMPUTE, AVAILABILITY, &ADA, 100), 100);
    });
}

#[test]
fn debt_is_collected_from_what_is_released() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 100);
        slash(POOL, ADA, 30);
        events();
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 20));
        assert_eq!(parts(ADA), [0, 0, 80]);
        assert_eq!(debt(ADA), 10);
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 80));
        assert_eq!(parts(ADA), [70, 0, 0]);
        assert_eq!(debt(ADA), 0);
        assert_eq!(Reputation::issuance(BLOCK), 70);
        let released = |amount| Event::Released { domain: BLOCK, reason: POOL, who: ADA, amount };
        assert_eq!(events(), [released(20), debt_collected(20), released(80), debt_collected(10)]);
    });
}

#[test]
fn debt_is_collected_from_what_is_minted() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 100);
        slash(POOL, ADA, 30);
        mint(ADA, 20);
        assert_eq!(parts(ADA), [0, 0, 100]);
        assert_eq!(debt(ADA), 10);
        mint(ADA, 10);
        assert_eq!(debt(ADA), 0);
        mint(ADA, 10);
        assert_eq!(parts(ADA), [10, 0, 100]);
        assert_eq!(Reputation::issuance(BLOCK), 110);
    });
}

#[test]
fn debt_takes_free_reputation_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 110);
        hold(POOL, ADA, 100);
        events();
        assert_eq!(slash(POOL, ADA, 30), 0);
        assert_eq!(parts(ADA), [0, 0, 100]);
        assert_eq!(debt(ADA), 20);
        assert_eq!(events(), [debt_incurred(30), debt_collected(10)]);
    });
}

#[test]
fn what_is_forfeit_is_not_slashed_again() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 100);
        slash(POOL, ADA, 60);
        slash(POOL, ADA, 60);
        assert_eq!(debt(ADA), 100);
        slash(POOL, ADA, 1);
        assert_eq!(debt(ADA), 100);
        // Two slashes of 60 destroyed all, and new reputation owes nothing.
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 100));
        assert_eq!(debt(ADA), 0);
        mint(ADA, 5);
        assert_eq!(parts(ADA), [5, 0, 0]);
    });
}

#[test]
fn debt_for_encumbered_reputation_outlives_its_stake() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 100);
        set_at_stake(ADA, 60);
        assert_eq!(slash(AVAILABILITY, ADA, 50), 40);
        // The pools are resolved: the next slash destroys all but what is forfeit already.
        set_at_stake(ADA, 0);
        assert_eq!(slash(AVAILABILITY, ADA, 60), 50);
        assert_eq!((parts(ADA), debt(ADA)), ([0, 10, 0], 10));
        assert_ok!(Reputation::release(BLOCK, AVAILABILITY, &ADA, 10));
        assert_eq!(Reputation::issuance(BLOCK), 0);
    });
}

#[test]
fn forfeit_reputation_earns_salary_until_it_is_destroyed() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        mint(BEN, 100);
        hold(POOL, ADA, 100);
        slash(POOL, ADA, 100);
        pay(1_000);
        assert_eq!(claimable(ADA), 500);
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 100));
        pay(1_000);
        assert_eq!((claimable(ADA), claimable(BEN)), (500, 1_500));
    });
}

#[test]
fn burn_tells_what_was_destroyed_and_what_is_owed() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 30);
        hold(AVAILABILITY, ADA, 60);
        events();
        assert_eq!(Reputation::burn(BLOCK, &ADA, 95), 70);
        assert_eq!((parts(ADA), debt(ADA)), ([0, 0, 30], 25));
        assert_eq!(events(), [burned(10), burned(60), debt_incurred(25)]);
        assert_eq!(Reputation::issuance(BLOCK), 30);
    });
}

#[test]
fn collecting_a_debt_settles_salary_first_and_says_how_much_it_was() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        mint(BEN, 100);
        hold(AVAILABILITY, ADA, 100);
        set_at_stake(ADA, 100);
        assert_eq!(Reputation::burn(BLOCK, &ADA, 100), 0);
        pay(1_000);
        set_at_stake(ADA, 40);
        events();
        Reputation::collect_debt(BLOCK, &ADA);
        assert_eq!((parts(ADA), debt(ADA)), ([0, 40, 0], 40));
        assert_eq!(events(), [debt_collected(60)]);
        assert_eq!(Reputation::issuance(BLOCK), 140);
        assert_eq!(claimable(ADA), 500);
        set_at_stake(ADA, 0);
        Reputation::collect_debt(BLOCK, &ADA);
        assert_eq!((parts(ADA), debt(ADA)), ([0, 0, 0], 0));
    });
}

#[test]
fn forfeit_tells_what_was_destroyed_and_by_how_much_a_debt_was_cut() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 100);
        slash(POOL, ADA, 60);
        events();
        assert_eq!(Reputation::forfeit(BLOCK, POOL, &ADA, 70), 70);
        assert_eq!((parts(ADA), debt(ADA)), ([0, 0, 30], 30));
        let cut = Event::DebtCut { domain: BLOCK, who: ADA, amount: 30 };
        assert_eq!(events(), [burned(70), cut]);
        assert_eq!(Reputation::issuance(BLOCK), 30);
    });
}

#[test]
fn burn_and_forfeit_settle_salary_first() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        mint(BEN, 100);
        pay(1_000);
        assert_eq!(Reputation::burn(BLOCK, &ADA, 100), 100);
        hold(POOL, BEN, 100);
        pay(1_000);
        assert_eq!(Reputation::forfeit(BLOCK, POOL, &BEN, 100), 100);
        assert_eq!((claimable(ADA), claimable(BEN)), (500, 1_500));
    });
}

#[test]
fn invariant_2_notices_debt_beside_free_reputation() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        SlashDebts::<Test>::insert(BLOCK, ADA, 1);
        assert_err!(Reputation::do_try_state(), "an account has a slash debt and free reputation");
        hold(POOL, ADA, 100);
        assert_ok!(Reputation::do_try_state());
    });
}

#[test]
fn invariant_2_notices_debt_above_what_is_held() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 100);
        for wrong in [0, 101] {
            SlashDebts::<Test>::insert(BLOCK, ADA, wrong);
            assert_err!(Reputation::do_try_state(), "a slash debt is zero or exceeds what is held");
        }
        SlashDebts::<Test>::insert(BLOCK, ADA, 100);
    });
}
