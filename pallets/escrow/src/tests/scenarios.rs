//! Scenario S8 of the design: money that is frozen.

use super::*;
use frame_support::traits::{
    fungible::{Mutate, MutateFreeze},
    tokens::Preservation,
    LockableCurrency, WithdrawReasons,
};

const AMOUNT: Balance = 97 * AITBC;

/// Ada has 200, of which 100 are vesting.
fn vesting() -> ExtBuilder {
    ExtBuilder::default().balance(ADA, 200 * AITBC)
}

fn lock() {
    let reasons = WithdrawReasons::except(WithdrawReasons::RESERVE);
    Balances::set_lock(*b"vesting ", &ADA, 100 * AITBC, reasons);
}

#[test]
fn scenario_s8_freeze_cannot_stop_a_payment() {
    vesting().build_and_execute(|| {
        lock();
        let id = agree(terms(&[AMOUNT]));
        assert_eq!(held(HoldReason::Payment, ADA), 99_425 * MILLI);
        assert_noop!(Escrow::create(signed(ADA), BEN, terms(&[AMOUNT])), Error::<Test>::Frozen);
        // A vote with everything.
        assert_ok!(Balances::set_freeze(&[1], &ADA, Balances::total_balance(&ADA)));
        let transferred = <Balances as Mutate<u64>>::transfer;
        let sent = transferred(&ADA, &CYD, AITBC * 2, Preservation::Preserve);
        assert!(sent.is_err(), "what is frozen cannot be transferred");
        assert_ok!(Escrow::release(signed(ADA), id, 0));
        assert_eq!(Balances::total_balance(&BEN), BALANCE + AMOUNT);
        assert_eq!(Balances::total_balance(&ADA), 100_575 * MILLI);
    });
    // The same with a stream, which ends by itself.
    vesting().build_and_execute(|| {
        lock();
        let id = stream(AITBC, AMOUNT);
        assert_ok!(Balances::set_freeze(&[1], &ADA, Balances::total_balance(&ADA)));
        at(DAY);
        work();
        assert!(!Streams::<Test>::contains_key(id));
        assert_eq!(Balances::total_balance(&BEN), BALANCE + AMOUNT);
    });
}

#[test]
fn scenario_s8_vesting_cannot_leave_through_escrows() {
    vesting().build_and_execute(|| {
        lock();
        // By whatever way what is held was placed: 100 are held at most.
        let limit = 100 * AITBC;
        let largest = limit * 1_000 / 1_025;
        let frozen = Error::<Test>::Frozen;
        assert_noop!(Escrow::create(signed(ADA), BEN, terms(&[largest + 2])), frozen);
        let id = agree(terms(&[50 * AITBC]));
        let flow = stream(MILLI, 40 * AITBC);
        for amount in [10 * AITBC, AITBC * 76 / 10] {
            let failed = Escrow::create(signed(ADA), BEN, terms(&[amount]));
            assert_eq!(failed, Err(Error::<Test>::Frozen.into()), "{amount}");
            let failed = Escrow::open_stream(signed(ADA), BEN, MILLI, amount, None);
            assert_eq!(failed, Err(Error::<Test>::Frozen.into()), "{amount}");
        }
        assert_noop!(Escrow::top_up(signed(ADA), flow, 10 * AITBC), Error::<Test>::Frozen);
        assert_ok!(Escrow::top_up(signed(ADA), flow, 7 * AITBC));
        // All of it is paid to the accomplice; what vests stays.
        assert_ok!(Escrow::release(signed(ADA), id, 0));
        TestActiveClock::set(BEGIN + 365 * DAY);
        work();
        assert_eq!(Balances::total_balance(&BEN), BALANCE + 97 * AITBC);
        assert_eq!(Balances::total_balance(&ADA), 200 * AITBC - 99_425 * MILLI);
        // What has come free is not free again.
        assert_noop!(Escrow::create(signed(ADA), BEN, terms(&[AITBC])), Error::<Test>::Frozen);
        assert!(Balances::total_balance(&ADA) >= 100 * AITBC);
    });
}

/// On both sides of what is not frozen.
#[test]
fn what_is_not_frozen_can_be_held_to_the_unit() {
    for (frozen, works) in
        [(99_999 * MILLI, true), (100_000 * MILLI, true), (100_001 * MILLI, false)]
    {
        ExtBuilder::default().balance(ADA, 202_500 * MILLI).build_and_execute(|| {
            assert_ok!(Balances::set_freeze(&[1], &ADA, frozen));
            let created = Escrow::create(signed(ADA), BEN, terms(&[100 * AITBC]));
            assert_eq!(created.is_ok(), works, "{frozen}");
        });
    }
    for (frozen, works) in [(100 * AITBC, true), (100 * AITBC + 1, false)] {
        ExtBuilder::default().balance(ADA, 202_500 * MILLI).build_and_execute(|| {
            assert_ok!(Balances::set_freeze(&[1], &ADA, frozen));
            let opened = Escrow::open_stream(signed(ADA), BEN, MILLI, 100 * AITBC, None);
            assert_eq!(opened.is_ok(), works, "{frozen}");
        });
    }
}
