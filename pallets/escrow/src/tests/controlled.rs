//! Escrows and streams of other pallets.

use super::*;
use crate::mock::Escrow as Pallet;
use aitbc_primitives::{
    agents::Obligations,
    market::escrow::{self, EscrowStatus, Escrows as _, Payout, Streams as _},
};
use frame_support::traits::fungible::MutateFreeze;
use sp_runtime::{DispatchError, TokenError};

const RATE: Perbill = Perbill::from_perthousand(25);

/// The market holds 100 of Ada's.
fn opened() -> EscrowId {
    <Pallet as escrow::Escrows<u64>>::open(Market, &ADA, 100 * AITBC, RATE).unwrap()
}

/// And Ben is to get it.
fn assigned() -> EscrowId {
    let id = opened();
    assert_ok!(Pallet::assign(id, &BEN));
    id
}

fn flowing() -> EscrowId {
    <Pallet as escrow::Streams<u64>>::open(Market, &ADA, &BEN, MILLI, AITBC, RATE).unwrap()
}

fn status(id: EscrowId) -> EscrowStatus {
    Pallet::escrow(id).unwrap().status
}

#[test]
fn controller_pays_all() {
    ExtBuilder::default().build_and_execute(|| {
        let id = opened();
        let (amount, fee) = (100 * AITBC, 2_500 * MILLI);
        let opened = Event::Opened { id, controller: Market, depositor: ADA, amount, fee };
        assert_eq!(events(), [opened]);
        assert_eq!(held(HoldReason::Payment, ADA), amount + fee);
        assert_eq!(status(id), EscrowStatus::Offered);
        assert_ok!(Pallet::assign(id, &BEN));
        assert_eq!(events(), [Event::Assigned { id, beneficiary: BEN }]);
        assert_eq!(status(id), EscrowStatus::Active);
        let payout = Pallet::pay(id, Perbill::one()).unwrap();
        assert_eq!(payout, Payout { paid: amount, fee, back: 0 });
        let by = PaidBy::Controller;
        assert_eq!(
            events(),
            [
                Event::Paid { id, milestone: 0, to: BEN, amount, fee, by },
                Event::Closed { id, paid: amount, fee, back: 0 },
            ]
        );
        nothing_held();
        assert_eq!(books(), [-int(amount + fee), int(amount), int(fee)]);
    });
}

/// S5: three quarters of 100 for a result that came late.
#[test]
fn controller_pays_a_share() {
    ExtBuilder::default().build_and_execute(|| {
        let id = assigned();
        let payout = Pallet::pay(id, Perbill::from_percent(75)).unwrap();
        let (paid, fee, back) = (75 * AITBC, 1_875 * MILLI, 25_625 * MILLI);
        assert_eq!(payout, Payout { paid, fee, back });
        assert_eq!(books(), [-int(paid + fee), int(paid), int(fee)]);
        nothing_held();
    });
}

#[test]
fn controller_refunds() {
    ExtBuilder::default().build_and_execute(|| {
        for id in [opened(), assigned()] {
            events();
            let back = 102_500 * MILLI;
            assert_eq!(
                <Pallet as escrow::Escrows<u64>>::refund(id).unwrap(),
                Payout { paid: 0, fee: 0, back }
            );
            let (amount, fee, by) = (100 * AITBC, 2_500 * MILLI, RefundedBy::Controller);
            assert_eq!(
                events(),
                [
                    Event::Refunded { id, milestone: 0, amount, fee, by },
                    Event::Closed { id, paid: 0, fee: 0, back },
                ]
            );
        }
        nothing_held();
        assert_eq!(books(), [0, 0, 0]);
    });
}

#[test]
fn controller_reduces() {
    ExtBuilder::default().build_and_execute(|| {
        let id = opened();
        events();
        assert_ok!(Pallet::reduce(id, 60 * AITBC));
        let back = 41 * AITBC;
        assert_eq!(events(), [Event::Reduced { id, amount: 60 * AITBC, back }]);
        assert_eq!(held(HoldReason::Payment, ADA), 61_500 * MILLI);
        let too_large = Error::<Test>::AmountTooLarge;
        assert_noop!(Pallet::reduce(id, 60 * AITBC + 1), too_large);
        assert_noop!(Pallet::reduce(id, 0), Error::<Test>::AmountTooSmall);
        assert_ok!(Pallet::reduce(id, 60 * AITBC));
        assert_ok!(Pallet::assign(id, &BEN));
        assert_ok!(Pallet::reduce(id, 40 * AITBC));
        assert_ok!(Pallet::pay(id, Perbill::one()));
        assert_eq!(books(), [-int(41 * AITBC), int(40 * AITBC), int(AITBC)]);
    });
}

#[test]
fn suspended_escrow_waits_for_a_verdict() {
    ExtBuilder::default().build_and_execute(|| {
        let id = opened();
        assert_noop!(Pallet::freeze(id), Error::<Test>::NotActive);
        assert_ok!(Pallet::assign(id, &BEN));
        events();
        assert_ok!(Pallet::freeze(id));
        assert_eq!(events(), [Event::Suspended { id }]);
        assert_eq!(status(id), EscrowStatus::Suspended);
        assert_noop!(Pallet::freeze(id), Error::<Test>::NotActive);
        assert_noop!(Pallet::reduce(id, AITBC), Error::<Test>::NotActive);
        assert_noop!(Pallet::assign(id, &CYD), Error::<Test>::NotActive);
        assert_ok!(Pallet::pay(id, Perbill::from_percent(40)));
        assert_eq!(books(), [-int(41 * AITBC), int(40 * AITBC), int(AITBC)]);
        let id = assigned();
        assert_ok!(Pallet::freeze(id));
        assert_ok!(<Pallet as escrow::Escrows<u64>>::refund(id));
    });
}

#[test]
fn beneficiary_is_assigned_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = opened();
        assert_noop!(Pallet::pay(id, Perbill::one()), Error::<Test>::NotActive);
        assert_noop!(Pallet::assign(id, &ADA), Error::<Test>::SameParty);
        assert!(!<Pallet as Obligations<u64>>::open(&BEN));
        assert_ok!(Pallet::assign(id, &BEN));
        assert!(<Pallet as Obligations<u64>>::open(&BEN));
        assert_noop!(Pallet::assign(id, &CYD), Error::<Test>::NotOffered);
    });
}

#[test]
fn only_what_is_controlled_is() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[AITBC]));
        let flow = stream(MILLI, AITBC);
        for id in [id, flow, 9] {
            assert_noop!(Pallet::reduce(id, 1), Error::<Test>::NotFound);
            assert_noop!(Pallet::assign(id, &CYD), Error::<Test>::NotFound);
            assert_noop!(Pallet::freeze(id), Error::<Test>::NotFound);
            assert_noop!(<Pallet as escrow::Escrows<u64>>::refund(id), Error::<Test>::NotFound);
            assert_noop!(Pallet::pay(id, Perbill::one()), Error::<Test>::NotFound);
            assert_noop!(<Pallet as escrow::Streams<u64>>::top_up(id, 1), Error::<Test>::NotFound);
            assert_noop!(Pallet::close(id, BEGIN), Error::<Test>::NotFound);
        }
    });
}

#[test]
fn users_calls_fail_on_what_is_controlled() {
    ExtBuilder::default().build_and_execute(|| {
        let (id, flow) = (assigned(), flowing());
        let half = Permill::from_percent(50);
        for who in [ADA, BEN, CYD] {
            for failed in [
                Pallet::cancel(signed(who), id),
                Pallet::accept(signed(who), id),
                Pallet::decline(signed(who), id),
                Pallet::deliver(signed(who), id, 0, EVIDENCE),
                Pallet::release(signed(who), id, 0),
                Pallet::refund(signed(who), id, 0),
                Pallet::approve(signed(who), id, 0),
                Pallet::withdraw_approval(signed(who), id, 0),
                Pallet::split(signed(who), id, 0, half),
                settle(who, id, None),
                settle(who, id, Some(0)),
                Pallet::top_up(signed(who), flow, 1),
                outcome(Pallet::withdraw(signed(who), flow)),
                Pallet::close_stream(signed(who), flow),
            ] {
                assert_eq!(failed, Err(Error::<Test>::Controlled.into()));
            }
        }
    });
}

/// They have no task, and pay for none.
#[test]
fn what_is_controlled_costs_three_entries() {
    ExtBuilder::default().build_and_execute(|| {
        let deposit = || held(HoldReason::Deposit, ADA);
        assert_ok!(<Pallet as escrow::Escrows<u64>>::open(Market, &ADA, AITBC, RATE));
        let one = deposit();
        assert!(one > 3 * ENTRY && one < 6 * ENTRY, "{one}");
        let open = <Pallet as escrow::Streams<u64>>::open;
        assert_ok!(open(Market, &ADA, &BEN, MILLI, AITBC, RATE));
        let two = deposit() - one;
        stream(MILLI, AITBC);
        let of_task = ENTRY + crate::index::task_bytes() as u128 * BYTE;
        assert_eq!(deposit() - one - two, two + of_task);
    });
}

#[test]
fn controlled_escrow_needs_its_money() {
    ExtBuilder::default().balance(ADA, 200 * AITBC).build_and_execute(|| {
        let open = |amount| <Pallet as escrow::Escrows<u64>>::open(Market, &ADA, amount, RATE);
        let unavailable = DispatchError::Token(TokenError::FundsUnavailable);
        assert_noop!(open(200 * AITBC), unavailable);
        assert_noop!(open(0), Error::<Test>::AmountTooSmall);
        assert_noop!(open(Balance::MAX), Error::<Test>::AmountTooLarge);
        assert_ok!(Balances::set_freeze(&[1], &ADA, 100 * AITBC));
        assert_noop!(open(100 * AITBC), Error::<Test>::Frozen);
        assert_ok!(open(97 * AITBC));
    });
}

/// S7: billed until the last heartbeat, and never beyond now or the end.
#[test]
fn controlled_stream_is_billed_until_a_moment() {
    ExtBuilder::default().build_and_execute(|| {
        for (closed, paid) in [
            (0, 0),
            (100 * SECOND, 100 * MILLI),
            (300 * SECOND, 300 * MILLI),
            (301 * SECOND, 300 * MILLI),
            (DAY, 300 * MILLI),
        ] {
            at(0);
            let id = flowing();
            at(300 * SECOND);
            assert_eq!(Pallet::owed(id), Some(300 * MILLI));
            let fee = paid / 40;
            let payout = Pallet::close(id, BEGIN + closed).unwrap();
            assert_eq!(payout, Payout { paid, fee, back: 1_025 * MILLI - paid - fee });
            assert_eq!(Pallet::owed(id), None);
        }
        at(0);
        let id = flowing();
        // Its pallet ends it, nobody else does.
        at(DAY);
        work();
        assert_eq!(Pallet::owed(id), Some(AITBC));
        assert_noop!(<Pallet as escrow::Streams<u64>>::top_up(id, 1), Error::<Test>::StreamEnded);
        assert_eq!(Pallet::close(id, BEGIN + DAY).unwrap().paid, AITBC);
        nothing_held();
    });
}

#[test]
fn controlled_stream_is_topped_up() {
    ExtBuilder::default().build_and_execute(|| {
        let id = flowing();
        assert_ok!(<Pallet as escrow::Streams<u64>>::top_up(id, AITBC));
        assert_eq!(held(HoldReason::Stream, ADA), 2_050 * MILLI);
        at(1_500 * SECOND);
        assert_eq!(Pallet::close(id, BEGIN + DAY).unwrap().paid, 1_500 * MILLI);
    });
}

#[test]
fn clock_before_the_beginning_owes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        at(HOUR);
        let id = flowing();
        at(2 * HOUR);
        let payout = Pallet::close(id, BEGIN).unwrap();
        assert_eq!((payout.paid, payout.back), (0, 1_025 * MILLI));
    });
}
