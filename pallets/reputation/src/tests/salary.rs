use super::*;
use crate::{Accounts, Domains, Error, SalaryOf, SALARY_SCALE};
use aitbc_primitives::reputation::{pools::Salary, REP};
use frame_support::{
    assert_err, assert_noop, assert_ok,
    traits::{
        fungible::Mutate,
        tokens::{Fortitude, Precision, Preservation},
        OnUnbalanced,
    },
};
use sp_runtime::{traits::BadOrigin, TokenError};

/// What the pot holds beside its existential deposit.
fn in_pot() -> Balance {
    received(Reputation::pot())
}

fn carry() -> u128 {
    Domains::<Test>::get(BLOCK).carry
}

fn accumulator() -> u128 {
    Domains::<Test>::get(BLOCK).accumulator
}

/// 100, 200 and 300 units for Ada, Ben and Cyd.
fn mint_100_200_300() {
    mint(ADA, 100);
    mint(BEN, 200);
    mint(CYD, 300);
}

fn empty_the_pot() {
    let all = Balances::total_balance(&Reputation::pot());
    Balances::burn_from(
        &Reputation::pot(),
        all,
        Preservation::Expendable,
        Precision::Exact,
        Fortitude::Polite,
    )
    .unwrap();
}

fn endow_the_pot() {
    Balances::mint_into(&Reputation::pot(), EXISTENTIAL_DEPOSIT).unwrap();
}

#[test]
fn vector_s1() {
    ExtBuilder::default().build_and_execute(|| {
        mint_100_200_300();
        pay(1_000);
        assert_eq!([ADA, BEN, CYD].map(claimable), [166, 333, 499]);
        pay(999);
        assert_eq!([ADA, BEN, CYD].map(claimable), [333, 666, 999]);
        assert_eq!(carry(), 400);
        for who in [ADA, BEN, CYD] {
            assert_ok!(claim(who));
        }
        assert_eq!([ADA, BEN, CYD].map(received), [333, 666, 999]);
        assert_eq!(in_pot(), 1);
    });
}

#[test]
fn vector_s1b() {
    ExtBuilder::default().build_and_execute(|| {
        mint_100_200_300();
        for (salary, left) in [(1_000, 2), (999, 3)] {
            let before = [ADA, BEN, CYD].map(received);
            pay(salary);
            for who in [ADA, BEN, CYD] {
                assert_ok!(claim(who));
            }
            let after = [ADA, BEN, CYD].map(received);
            assert_eq!(after[0] - before[0], 166);
            assert_eq!(after[1] - before[1], 333);
            assert_eq!(after[2] - before[2], 499);
            assert_eq!(in_pot(), left);
        }
    });
}

#[test]
fn vector_s4() {
    ExtBuilder::default().build_and_execute(|| {
        mint_100_200_300();
        pay(1_000);
        assert_eq!((accumulator(), carry()), (1_666_666_666_666, 400));
        pay(200);
        assert_eq!(accumulator(), 1_666_666_666_666 + 333_333_333_334);
        assert_eq!(carry(), 0);
        assert_eq!([ADA, BEN, CYD].map(claimable), [200, 400, 600]);
        assert_eq!(in_pot(), 1_200);
    });
}

#[test]
fn claim_pays_once() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        pay(1_000);
        assert_ok!(claim(ADA));
        System::assert_last_event(
            Event::SalaryClaimed { domain: BLOCK, who: ADA, amount: 1_000 }.into(),
        );
        assert_eq!((received(ADA), in_pot(), claimable(ADA)), (1_000, 0, 0));
        assert_noop!(claim(ADA), Error::<Test>::NothingToClaim);
    });
}

#[test]
fn claim_without_salary_fails() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(claim(ADA), Error::<Test>::NothingToClaim);
        mint(ADA, 100);
        assert_noop!(claim(ADA), Error::<Test>::NothingToClaim);
    });
}

#[test]
fn anybody_claims_for_a_holder_who_is_paid() {
    ExtBuilder::default().build_and_execute(|| {
        // Nobody has the key of this account.
        mint(TREASURY, 300);
        mint(ADA, 100);
        pay(1_000);
        assert_ok!(claim_for(BEN, TREASURY));
        System::assert_last_event(
            Event::SalaryClaimed { domain: BLOCK, who: TREASURY, amount: 750 }.into(),
        );
        assert_eq!([TREASURY, BEN, ADA].map(received), [750, 0, 0]);
        assert_eq!([TREASURY, ADA].map(claimable), [0, 250]);
        assert_ok!(claim_for(ADA, ADA));
        assert_eq!(received(ADA), 250);
    });
}

#[test]
fn claim_for_somebody_without_salary_fails() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(claim_for(BEN, ADA), Error::<Test>::NothingToClaim);
        mint(ADA, 100);
        mint(BEN, 100);
        assert_noop!(claim_for(BEN, ADA), Error::<Test>::NothingToClaim);
        pay(1_000);
        assert_ok!(claim_for(BEN, ADA));
        // Its own salary is none of Ada's.
        assert_noop!(claim_for(BEN, ADA), Error::<Test>::NothingToClaim);
        let elsewhere = Reputation::claim_salary_for(signed(ADA), BEN, COMPUTE);
        assert_eq!(elsewhere, Err(Error::<Test>::NothingToClaim.into()));
        assert_eq!(claimable(BEN), 500);
    });
}

#[test]
fn claim_for_an_account_that_does_not_exist_needs_the_existential_deposit() {
    ExtBuilder::default().build_and_execute(|| {
        mint(DEE, 100);
        pay(EXISTENTIAL_DEPOSIT - 1);
        assert_noop!(claim_for(ADA, DEE), TokenError::BelowMinimum);
        pay(1);
        assert_ok!(claim_for(ADA, DEE));
        assert_eq!(Balances::total_balance(&DEE), EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn claims_need_a_signature() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        pay(1_000);
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(Reputation::claim_salary(origin.clone(), BLOCK), BadOrigin);
            assert_noop!(Reputation::claim_salary_for(origin, ADA, BLOCK), BadOrigin);
        }
    });
}

#[test]
fn claim_of_less_than_one_unit_fails_and_loses_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 1);
        mint(BEN, 1);
        pay(1);
        assert_noop!(claim(ADA), Error::<Test>::NothingToClaim);
        pay(1);
        assert_ok!(claim(ADA));
        assert_eq!(received(ADA), 1);
    });
}

#[test]
fn salary_comes_before_new_reputation() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        mint(BEN, 100);
        pay(1_000);
        mint(ADA, 200);
        assert_eq!((claimable(ADA), claimable(BEN)), (500, 500));
        pay(1_000);
        assert_eq!((claimable(ADA), claimable(BEN)), (1_250, 750));
    });
}

#[test]
fn holder_who_comes_late_gets_no_earlier_salary() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        pay(1_000);
        mint(BEN, 100);
        assert_eq!((claimable(ADA), claimable(BEN)), (1_000, 0));
    });
}

#[test]
fn salary_outlives_the_reputation_that_earned_it() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 100);
        pay(1_000);
        Reputation::slash_held(BLOCK, AVAILABILITY, &ADA, 100);
        assert_eq!(claimable(ADA), 1_000);
        // Back after a pause in which others earned.
        mint(BEN, 100);
        pay(1_000);
        mint(ADA, 100);
        assert_eq!((claimable(ADA), claimable(BEN)), (1_000, 1_000));
        hold(AVAILABILITY, ADA, 100);
        Reputation::slash_held(BLOCK, AVAILABILITY, &ADA, 100);
        assert_ok!(claim(ADA));
        assert!(!Accounts::<Test>::contains_key(BLOCK, ADA));
    });
}

#[test]
fn held_reputation_earns_like_free() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        mint(BEN, 100);
        hold(AVAILABILITY, ADA, 50);
        hold(POOL, ADA, 50);
        pay(1_000);
        assert_eq!((claimable(ADA), claimable(BEN)), (500, 500));
    });
}

#[test]
fn domains_share_the_pot_but_not_the_salary() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        Reputation::mint(COMPUTE, &ADA, 100).unwrap();
        Reputation::mint(COMPUTE, &BEN, 100).unwrap();
        Reputation::pay(COMPUTE, Balances::issue(1_000));
        assert_noop!(claim(ADA), Error::<Test>::NothingToClaim);
        pay(70);
        assert_ok!(claim(ADA));
        assert_eq!(received(ADA), 70);
        assert_ok!(Reputation::claim_salary(signed(ADA), COMPUTE));
        assert_eq!(received(ADA), 570);
    });
}

#[test]
fn salary_below_the_minimum_issuance_is_unshared() {
    ExtBuilder::default().build_and_execute(|| {
        MinSalaryIssuance::set(&REP);
        mint(ADA, REP - 1);
        pay(1_000);
        assert_eq!((claimable(ADA), received(TREASURY)), (0, 1_000));
        assert_eq!((accumulator(), carry()), (0, 0));
        mint(ADA, 1);
        pay(1_000);
        assert_eq!((claimable(ADA), received(TREASURY)), (1_000, 1_000));
    });
}

#[test]
fn salary_of_nobody_is_unshared_without_a_minimum_too() {
    ExtBuilder::default().build_and_execute(|| {
        MinSalaryIssuance::set(&0);
        pay(1_000);
        assert_eq!((in_pot(), received(TREASURY)), (0, 1_000));
    });
}

#[test]
fn salary_that_would_overflow_the_accumulator_is_unshared() {
    ExtBuilder::default().build_and_execute(|| {
        Domains::<Test>::mutate(BLOCK, |state| state.accumulator = u128::MAX - 10 * SALARY_SCALE);
        mint(ADA, 100);
        pay(1_001);
        assert_eq!(accumulator(), u128::MAX - 10 * SALARY_SCALE);
        assert_eq!((claimable(ADA), received(TREASURY)), (0, 1_001));
        pay(1_000);
        assert_eq!(accumulator(), u128::MAX);
        assert_eq!((claimable(ADA), received(TREASURY)), (1_000, 1_001));
    });
}

#[test]
fn increase_above_128_bits_is_unshared() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 1);
        // The accumulator counts up to 340 282 366 920 938 463 463 374 607 units per unit of REP.
        let most = u128::MAX / SALARY_SCALE;
        pay(most + 1);
        assert_eq!((claimable(ADA), received(TREASURY)), (0, most + 1));
        pay(most);
        assert_eq!((claimable(ADA), received(TREASURY)), (most, most + 1));
    });
}

#[test]
fn salary_for_a_pot_without_endowment_is_unshared() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        empty_the_pot();
        // As much as the account needs to exist, but it could never be paid out.
        pay(EXISTENTIAL_DEPOSIT);
        assert_eq!(Balances::total_balance(&Reputation::pot()), 0);
        assert_eq!(received(TREASURY), EXISTENTIAL_DEPOSIT);
        assert_eq!((accumulator(), claimable(ADA)), (0, 0));
        endow_the_pot();
        pay(1);
        assert_eq!((in_pot(), claimable(ADA)), (1, 1));
    });
}

#[test]
fn claim_below_the_existential_deposit_needs_an_account() {
    ExtBuilder::default().build_and_execute(|| {
        mint(DEE, 100);
        pay(EXISTENTIAL_DEPOSIT - 1);
        assert_noop!(claim(DEE), TokenError::BelowMinimum);
        assert_eq!(claimable(DEE), EXISTENTIAL_DEPOSIT - 1);
        pay(1);
        assert_ok!(claim(DEE));
        assert_eq!(Balances::total_balance(&DEE), EXISTENTIAL_DEPOSIT);
        // An account that exists takes any amount.
        pay(1);
        assert_ok!(claim(DEE));
    });
}

#[test]
fn pot_survives_the_last_claim() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        pay(1_000);
        assert_ok!(claim(ADA));
        assert_eq!(Balances::total_balance(&Reputation::pot()), EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn salary_without_amount_changes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        pay(0);
        assert_eq!((accumulator(), carry(), in_pot()), (0, 0, 0));
    });
}

#[test]
fn runtime_hands_salary_over_as_an_imbalance() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        SalaryOf::<Test, crate::mock::Block>::on_unbalanced(Balances::issue(1_000));
        assert_eq!(claimable(ADA), 1_000);
    });
}

#[test]
fn pools_pay_salary_to_the_holders_of_a_domain() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        Reputation::mint(COMPUTE, &BEN, 100).unwrap();
        <Reputation as Salary<_>>::pay(COMPUTE, Balances::issue(1_000));
        assert_eq!(Reputation::reputation(COMPUTE, BEN).claimable, 1_000);
        assert_eq!((claimable(ADA), in_pot()), (0, 1_000));
    });
}

#[test]
fn large_amounts_do_not_overflow() {
    ExtBuilder::default().build_and_execute(|| {
        // A billion tokens a thousand times, to two holders of a trillion REP each.
        let (balance, salary) = (10u128.pow(12) * REP, 10u128.pow(21));
        mint(ADA, balance);
        mint(BEN, balance);
        for _ in 0..1_000 {
            pay(salary);
        }
        assert_eq!(claimable(ADA), 500 * salary);
    });
}

#[test]
fn invariant_3_notices_a_pot_that_is_short() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        pay(1_000);
        let burn = |amount| {
            Balances::burn_from(
                &Reputation::pot(),
                amount,
                Preservation::Preserve,
                Precision::Exact,
                Fortitude::Polite,
            )
            .unwrap();
        };
        burn(1);
        assert_err!(
            Reputation::do_try_state(),
            "the salary pot holds less than it owes and its existential deposit"
        );
        Balances::mint_into(&Reputation::pot(), 1).unwrap();
    });
}

#[test]
fn invariant_5_notices_salary_settled_ahead() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        Accounts::<Test>::mutate(BLOCK, ADA, |account| account.settled_at = 1);
        assert_err!(Reputation::do_try_state(), "salary was settled that has not been paid yet");
        Accounts::<Test>::mutate(BLOCK, ADA, |account| account.settled_at = 0);
    });
}
