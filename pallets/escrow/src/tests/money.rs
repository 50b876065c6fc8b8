//! What becomes of tokens that cannot go where they should, and how fees are divided.

use super::*;
use frame_support::traits::{
    fungible::{Mutate, MutateFreeze},
    tokens::{Fortitude, Precision, Preservation},
    LockableCurrency, WithdrawReasons,
};
use proptest::prelude::*;

const QUARTER_OF_TEN: Perbill = Perbill::from_perthousand(25);

/// Takes so much of what Ada has free.
fn lose(amount: Balance) {
    let (force, exact) = (Fortitude::Force, Precision::Exact);
    assert_ok!(Balances::burn_from(&ADA, amount, Preservation::Expendable, exact, force));
}

#[test]
fn fees_on_parts_are_cumulative() {
    // 2.5 % of 100 units are 2; a unit of the fee is due with every 50.
    let mut funds = Funds::new(100, QUARTER_OF_TEN);
    assert_eq!((funds.fee(), funds.total()), (2, Some(102)));
    let parts = [49, 1, 1, 48, 1].map(|part| {
        let parts = funds.take(part, 0);
        (parts.paid, parts.fee)
    });
    assert_eq!(parts, [(49, 0), (1, 1), (1, 0), (48, 0), (1, 1)]);
    assert_eq!(funds.held(), 0);
}

#[test]
fn fee_goes_back_with_what_goes_back() {
    let mut funds = Funds::new(100, QUARTER_OF_TEN);
    let parts = funds.take(0, 50);
    assert_eq!((parts.back, parts.fee_back), (50, 1));
    let parts = funds.take(30, 0);
    assert_eq!((parts.paid, parts.fee), (30, 0));
    // The last takes the rest: for the platform if all of it is paid, for the depositor otherwise.
    let mut paid = funds;
    assert_eq!(paid.take(20, 0).fee, 1);
    let mut divided = funds;
    let parts = divided.take(19, 1);
    assert_eq!((parts.fee, parts.fee_back), (0, 1));
    assert_eq!((paid.held(), divided.held()), (0, 0));
}

#[test]
fn no_more_is_taken_than_is_there() {
    let mut funds = Funds::new(100, QUARTER_OF_TEN);
    let parts = funds.take(80, 80);
    assert_eq!((parts.paid, parts.back), (80, 20));
    assert_eq!(funds.take(1, 1), Default::default());
    let large = Funds::new(Balance::MAX, Perbill::from_percent(10));
    assert_eq!(large.total(), None);
}

proptest! {
    #![proptest_config(aitbc_test_support::cases())]

    /// Whatever leaves in whatever parts: no unit is lost, and the platform has what the formula says.
    #[test]
    fn fee_of_what_was_paid_is_exact(
        amount in 1..10u128.pow(19),
        rate in 0..100_000_000u32,
        parts in prop::collection::vec((0..1_000u128, 0..1_000u128), 1..20),
    ) {
        let mut funds = Funds::new(amount, Perbill::from_parts(rate));
        let fee = funds.fee();
        prop_assert_eq!(fee, amount * u128::from(rate) / 1_000_000_000);
        let (mut paid, mut fees, mut back, mut fees_back) = (0, 0, 0, 0);
        for (to_ben, to_ada) in parts {
            let taken = funds.take(amount * to_ben / 10_000, amount * to_ada / 10_000);
            paid += taken.paid;
            fees += taken.fee;
            back += taken.back;
            fees_back += taken.fee_back;
            let held = amount + fee - paid - fees - back - fees_back;
            prop_assert_eq!(funds.held(), held);
            if funds.left() > 0 {
                prop_assert_eq!(fees, fee * paid / amount);
                prop_assert_eq!(fees_back, fee * back / amount);
            }
        }
        let left = funds.left();
        let taken = funds.take(left, 0);
        fees += taken.fee;
        prop_assert_eq!(funds.held(), 0);
        prop_assert!(fees + fees_back == fee && fees >= fee * (paid + left) / amount);
        prop_assert!(fees <= fee * (paid + left) / amount + 1);
    }
}

#[test]
fn dead_payee_loses_what_it_cannot_receive() {
    ExtBuilder::default().balance(BEN, 0).build_and_execute(|| {
        let id = agree(terms(&[EXISTENTIAL_DEPOSIT - 1, EXISTENTIAL_DEPOSIT, MILLI]));
        let books = || {
            let of = |who| Balances::total_balance(&who);
            [of(BEN), of(TREASURY) - EXISTENTIAL_DEPOSIT]
        };
        events();
        assert_ok!(Escrow::release(signed(ADA), id, 0));
        let unpayable = Event::Unpayable { to: BEN, amount: EXISTENTIAL_DEPOSIT - 1 };
        assert_eq!(events()[0], unpayable);
        let fee = (EXISTENTIAL_DEPOSIT - 1) / 40;
        assert_eq!(books(), [0, EXISTENTIAL_DEPOSIT - 1 + fee]);
        // Enough to live, and then more.
        assert_ok!(Escrow::release(signed(ADA), id, 1));
        assert_ok!(Escrow::release(signed(ADA), id, 2));
        assert_eq!(books()[0], EXISTENTIAL_DEPOSIT + MILLI);
        assert!(!events().contains(&unpayable));
    });
}

#[test]
fn payer_that_is_frozen_to_the_last_unit_pays() {
    ExtBuilder::default().balance(ADA, 110 * AITBC).build_and_execute(|| {
        let id = agree(terms(&[100 * AITBC]));
        assert_ok!(Balances::set_freeze(&[1], &ADA, Balance::MAX));
        Balances::set_lock(*b"vesting ", &ADA, Balance::MAX, WithdrawReasons::all());
        assert_ok!(Escrow::release(signed(ADA), id, 0));
        assert_eq!(Balances::total_balance(&BEN), BALANCE + 100 * AITBC);
        assert_eq!(Balances::total_balance(&ADA), 7_500 * MILLI);
    });
}

/// All that Ada has is held: she may have so little free as other pallets keep her account alive.
#[test]
fn payer_pays_with_its_last_unit() {
    ExtBuilder::default().balance(ADA, 110 * AITBC).build_and_execute(|| {
        System::inc_providers(&ADA);
        let id = agree(terms(&[100 * AITBC]));
        let free = Balances::balance(&ADA);
        // Nothing stays but what is held.
        lose(free);
        assert_eq!(Balances::balance(&ADA), 0);
        assert_ok!(Escrow::release(signed(ADA), id, 0));
        assert_eq!(Balances::total_balance(&BEN), BALANCE + 100 * AITBC);
        nothing_held();
    });
}

/// As before, but what goes back is less than an account needs to live.
#[test]
fn what_a_dead_depositor_cannot_receive_stops_nothing() {
    for free in [0, EXISTENTIAL_DEPOSIT / 2] {
        ExtBuilder::default().balance(ADA, 110 * AITBC).build_and_execute(|| {
            System::inc_providers(&ADA);
            let id = agree(terms(&[9 * MILLI, 100 * AITBC]));
            let rest = Balances::balance(&ADA) - free;
            lose(rest);
            assert_eq!(Balances::balance(&ADA), free);
            events();
            assert_ok!(Escrow::refund(signed(BEN), id, 0));
            let amount = 9 * MILLI + 9 * MILLI / 40;
            assert_eq!(events()[0], Event::Unpayable { to: ADA, amount });
            assert_eq!(Balances::total_balance(&TREASURY), EXISTENTIAL_DEPOSIT + amount);
            assert_ok!(Escrow::refund(signed(BEN), id, 1));
            nothing_held();
            assert!(Balances::balance(&ADA) > 102 * AITBC);
        });
    }
}

#[test]
fn fee_is_that_of_the_creation() {
    ExtBuilder::default().build_and_execute(|| {
        PlatformFee::set(&Perbill::zero());
        let id = agree(terms(&[AITBC]));
        assert_eq!(held(HoldReason::Payment, ADA), AITBC);
        let flow = stream(MILLI, 100 * MILLI);
        PlatformFee::set(&Perbill::from_percent(10));
        assert_ok!(Escrow::top_up(signed(ADA), flow, 100 * MILLI));
        at(DAY);
        assert_ok!(Escrow::withdraw(signed(ADA), flow));
        assert_ok!(Escrow::settle(signed(ADA), id, None));
        assert_eq!(books(), [-int(200 * MILLI), int(200 * MILLI), 0]);
        let id = agree(Terms { accept_within: HOUR, ..terms(&[AITBC]) });
        assert_eq!(held(HoldReason::Payment, ADA), 1_100 * MILLI);
        assert_ok!(Escrow::release(signed(ADA), id, 0));
        assert_eq!(books()[2], int(100 * MILLI));
    });
}
