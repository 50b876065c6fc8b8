mod accepting;
mod agenda;
mod approving;
mod attacks;
mod controlled;
mod creating;
mod example;
mod invariants;
mod model;
mod money;
mod reading;
mod scenarios;
mod settling;
mod streams;
mod table;

use crate::{
    mock::*,
    types::{ClosedBy, Funds, PaidBy, RefundedBy},
    Error, EscrowOf, Escrows, Event, HoldReason, NextId, StreamOf, Streams,
};
use aitbc_primitives::{
    market::escrow::{EscrowId, Fallback, MilestoneState, Party, Rule, Terms},
    time::{DAY, HOUR, MINUTE, SECOND},
    token::{AITBC, EXISTENTIAL_DEPOSIT, MILLI},
    Balance, Hash, Moment,
};
use aitbc_test_support::{
    signed, TestActiveClock, TestAgents, ADA, BEN, CYD, DEE, EVE, FAY, GIL, TREASURY,
};
use frame_support::{
    assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, traits::fungible::Inspect,
};
use sp_runtime::{DispatchResult, Perbill, Permill};

const EVIDENCE: Hash = Hash::repeat_byte(7);

/// Terms with the rule `Manual`: an hour to accept, a day to the deadline, an hour of review, and back at the
/// deadline.
fn terms(amounts: &[Balance]) -> Terms<u64> {
    Terms {
        amounts: amounts.to_vec().try_into().unwrap(),
        rule: Rule::Manual,
        default: Fallback::Refund,
        arbiter: None,
        accept_within: HOUR,
        deadline_in: DAY,
        review: HOUR,
        terms_hash: None,
    }
}

/// The same with another rule.
fn terms_by(rule: Rule<u64>, amounts: &[Balance]) -> Terms<u64> {
    Terms { rule, ..terms(amounts) }
}

fn multisig(threshold: u32, signers: &[u64]) -> Rule<u64> {
    Rule::MultiSig { threshold, signers: signers.to_vec().try_into().unwrap() }
}

fn oracle(threshold: u32, signers: &[u64]) -> Rule<u64> {
    Rule::Oracle { threshold, signers: signers.to_vec().try_into().unwrap() }
}

/// Ada offers an escrow to Ben.
fn offer(terms: Terms<u64>) -> EscrowId {
    let id = NextId::<Test>::get();
    assert_ok!(Escrow::create(signed(ADA), BEN, terms));
    id
}

/// And he accepts it.
fn agree(terms: Terms<u64>) -> EscrowId {
    let id = offer(terms);
    assert_ok!(Escrow::accept(signed(BEN), id));
    id
}

/// Ada streams to Ben.
fn stream(rate: Balance, prepaid: Balance) -> EscrowId {
    let id = NextId::<Test>::get();
    assert_ok!(Escrow::open_stream(signed(ADA), BEN, rate, prepaid, None));
    id
}

/// What has become of a call, without what that has cost.
fn outcome(result: DispatchResultWithPostInfo) -> DispatchResult {
    result.map(drop).map_err(|refused| refused.error)
}

fn settle(who: u64, id: EscrowId, place: Option<u32>) -> DispatchResult {
    outcome(Escrow::settle(signed(who), id, place))
}

/// Sets the active clock to a moment after the beginning.
fn at(after: Moment) {
    TestActiveClock::set(BEGIN + after);
}

/// The milestone of an escrow that has one.
fn state(id: EscrowId, place: usize) -> MilestoneState {
    Escrows::<Test>::get(id).unwrap().milestones[place].state
}

/// What Ada, Ben and the treasury have got since the beginning, deposits apart: nobody else gets anything.
fn books() -> [i128; 3] {
    [(ADA, BALANCE), (BEN, BALANCE), (TREASURY, EXISTENTIAL_DEPOSIT)]
        .map(|(who, before)| Balances::total_balance(&who) as i128 - before as i128)
}

/// That nothing is held of Ada any more.
fn nothing_held() {
    for reason in [HoldReason::Payment, HoldReason::Stream, HoldReason::Deposit] {
        assert_eq!(held(reason, ADA), 0, "{reason:?}");
    }
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}

/// An amount as a signed number.
fn int(amount: Balance) -> i128 {
    amount as i128
}
