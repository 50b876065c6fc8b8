//! Each invariant is noticed when it does not hold.

use super::*;
use crate::{mock::Escrow as Pallet, EscrowsOf, Obliged, StreamsOf, Totals};
use aitbc_primitives::market::escrow::Escrows as _;
use frame_support::{
    assert_err,
    traits::{fungible::MutateHold, tokens::Precision},
};

/// A chain with an escrow 0 of two milestones, one of which was paid, one 1 of the market and a stream 2, all
/// of Ada and Ben; `break_it` breaks an invariant.
fn noticed(break_it: impl FnOnce(), complaint: &'static str) {
    ExtBuilder::default().build().execute_with(|| {
        let id = agree(terms(&[AITBC, AITBC]));
        assert_ok!(Pallet::release(signed(ADA), id, 0));
        let open = <Pallet as aitbc_primitives::market::escrow::Escrows<u64>>::open;
        let controlled = open(Market, &ADA, AITBC, Perbill::zero()).unwrap();
        assert_ok!(Pallet::assign(controlled, &BEN));
        stream(MILLI, AITBC);
        assert_ok!(Pallet::do_try_state());
        break_it();
        assert_err!(Pallet::do_try_state(), complaint);
    });
}

fn change(f: impl FnOnce(&mut EscrowOf<Test>)) {
    Escrows::<Test>::mutate(0, |escrow| f(escrow.as_mut().unwrap()));
}

fn change_stream(f: impl FnOnce(&mut StreamOf<Test>)) {
    Streams::<Test>::mutate(2, |stream| f(stream.as_mut().unwrap()));
}

#[test]
fn invariant_1_what_is_held_is_what_is_open() {
    let more = |reason: HoldReason| {
        move || {
            assert_ok!(Balances::hold(&reason.into(), &CYD, 1));
        }
    };
    noticed(more(HoldReason::Payment), "what is held for escrows is not what they have");
    noticed(more(HoldReason::Stream), "what is held for streams is not what they have");
    let less = |reason: HoldReason| {
        move || {
            assert_ok!(Balances::release(&reason.into(), &ADA, 1, Precision::Exact));
        }
    };
    noticed(less(HoldReason::Payment), "what is held for escrows is not what they have");
    noticed(less(HoldReason::Stream), "what is held for streams is not what they have");
}

#[test]
fn invariant_2_totals_add_up() {
    let complaint = "the totals do not add up";
    noticed(|| Totals::<Test>::mutate(|totals| totals.payment += 1), complaint);
    noticed(|| Totals::<Test>::mutate(|totals| totals.stream -= 1), complaint);
    noticed(|| Totals::<Test>::mutate(|totals| totals.escrows -= 1), complaint);
    noticed(|| Totals::<Test>::mutate(|totals| totals.streams += 1), complaint);
}

#[test]
fn invariant_3_everything_is_in_the_index() {
    let key = crate::index::key;
    let missing = "an escrow is not in the index of its parties";
    let [payer, payee] = [Party::Depositor, Party::Beneficiary];
    noticed(|| EscrowsOf::<Test>::remove((ADA, payer, key(0))), missing);
    let in_the_other_role = || {
        EscrowsOf::<Test>::remove((BEN, payee, key(0)));
        EscrowsOf::<Test>::insert((BEN, payer, key(0)), ());
    };
    noticed(in_the_other_role, missing);
    noticed(|| EscrowsOf::<Test>::remove((BEN, payee, key(1))), missing);
    let more = "the index has more escrows";
    noticed(|| EscrowsOf::<Test>::insert((CYD, payer, key(0)), ()), more);
    noticed(|| EscrowsOf::<Test>::insert((BEN, payer, key(0)), ()), more);
    noticed(
        || StreamsOf::<Test>::remove(BEN, key(2)),
        "a stream is not in the index of its parties",
    );
    noticed(
        || StreamsOf::<Test>::insert(CYD, key(2), Party::Depositor),
        "the index has more streams",
    );
    let miscounted = "what accounts have opened or accepted is miscounted";
    noticed(|| Obliged::<Test>::insert(ADA, 2), miscounted);
    noticed(|| Obliged::<Test>::remove(BEN), miscounted);
    noticed(|| Obliged::<Test>::insert(CYD, 1), miscounted);
}

#[test]
fn invariant_4_escrow_has_something_to_settle() {
    noticed(
        || change(|escrow| escrow.milestones[1].state = MilestoneState::Refunded),
        "an escrow stays after its last milestone",
    );
    noticed(
        || change(|escrow| escrow.is_accepted = false),
        "something was decided about a milestone of an escrow that is offered",
    );
}

#[test]
fn invariant_5_what_was_settled_has_left() {
    let complaint = "what was settled of an escrow is not what has left it";
    noticed(|| change(|escrow| escrow.milestones[0].amount += 1), complaint);
    noticed(|| change(|escrow| escrow.milestones[0].state = MilestoneState::Open), complaint);
    noticed(
        || change(|escrow| escrow.milestones[0].state = MilestoneState::Refunded),
        "what was paid, or has gone back, is not what milestones say",
    );
    let more = "more has left than was held";
    noticed(|| change_stream(|stream| stream.funds.paid = AITBC + 1), more);
    noticed(|| change_stream(|stream| stream.funds.fee_paid = 25 * MILLI + 1), more);
    noticed(|| change(|escrow| escrow.funds.fee_back = AITBC), more);
}

#[test]
fn invariant_6_numbers_are_given_out_once() {
    noticed(|| NextId::<Test>::put(2), "a number was not given out");
    let twice = "a number was given out twice";
    noticed(|| Streams::<Test>::insert(0, Streams::<Test>::get(2).unwrap()), twice);
    noticed(|| Escrows::<Test>::insert(1, Escrows::<Test>::get(0).unwrap()), twice);
}

#[test]
fn invariant_7_what_is_stored_has_a_deposit() {
    let complaint = "there is no deposit for what is stored, or one for nothing";
    let deposit = HoldReason::Deposit;
    noticed(
        || {
            assert_ok!(Balances::release_all(&deposit.into(), &ADA, Precision::Exact));
        },
        complaint,
    );
    noticed(
        || {
            assert_ok!(Balances::hold(&deposit.into(), &CYD, 1));
        },
        complaint,
    );
}
