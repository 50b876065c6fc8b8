//! Every call in every state by every role: what succeeds, and that nothing else does.

use super::*;
use crate::mock::Escrow as Pallet;
use frame_support::storage::{with_transaction, TransactionOutcome};
use std::collections::BTreeSet;

/// Who calls, by the account.
const ROLES: [(&str, u64); 4] =
    [("depositor", ADA), ("beneficiary", BEN), ("signer", CYD), ("stranger", GIL)];

/// What the depositor has offered in all states in which that is possible, and the beneficiary.
const OF_DEPOSITOR: Permill = Permill::from_percent(40);
const OF_BENEFICIARY: Permill = Permill::from_percent(60);

/// A call by `who` about the escrow 0 and its milestone 0.
type Call = fn(u64) -> DispatchResult;

const CALLS: [(&str, Call); 14] = [
    ("cancel", |who| Pallet::cancel(signed(who), 0)),
    ("accept", |who| Pallet::accept(signed(who), 0)),
    ("decline", |who| Pallet::decline(signed(who), 0)),
    ("deliver", |who| Pallet::deliver(signed(who), 0, 0, EVIDENCE)),
    ("release", |who| Pallet::release(signed(who), 0, 0)),
    ("refund", |who| Pallet::refund(signed(who), 0, 0)),
    ("approve", |who| Pallet::approve(signed(who), 0, 0)),
    ("withdraw_approval", |who| Pallet::withdraw_approval(signed(who), 0, 0)),
    ("split 40", |who| Pallet::split(signed(who), 0, 0, OF_DEPOSITOR)),
    ("split 50", |who| Pallet::split(signed(who), 0, 0, Permill::from_percent(50))),
    ("split 60", |who| Pallet::split(signed(who), 0, 0, OF_BENEFICIARY)),
    ("settle", |who| settle(who, 0, None)),
    ("settle 0", |who| settle(who, 0, Some(0))),
    ("settle 1", |who| settle(who, 0, Some(1))),
];

/// An escrow of two milestones under this rule, with offers of both parties to divide the first one.
fn active(rule: Rule<u64>) {
    agree(terms_by(rule, &[AITBC, AITBC]));
    assert_ok!(Pallet::split(signed(ADA), 0, 0, OF_DEPOSITOR));
    assert_ok!(Pallet::split(signed(BEN), 0, 0, OF_BENEFICIARY));
}

fn approved(rule: Rule<u64>) {
    active(rule);
    assert_ok!(Pallet::approve(signed(CYD), 0, 0));
}

fn delivered() {
    active(Rule::Manual);
    assert_ok!(Pallet::deliver(signed(BEN), 0, 0, EVIDENCE));
}

/// Before the first milestone is due, the parties may do this, whatever the rule.
const UNDECIDED: [(&str, &str, &str); 6] = [
    ("depositor", "release", "paid"),
    ("beneficiary", "refund", "refunded"),
    ("depositor", "split 50", "offered"),
    ("beneficiary", "split 50", "offered"),
    ("depositor", "split 60", "offered split"),
    ("beneficiary", "split 40", "offered split"),
];

/// Whoever calls it.
fn by_all(
    call: &'static str,
    outcome: &'static str,
) -> Vec<(&'static str, &'static str, &'static str)> {
    ROLES.map(|(role, _)| (role, call, outcome)).to_vec()
}

/// A state, how to come to it, and all that is possible in it.
type State = (&'static str, fn(), Vec<(&'static str, &'static str, &'static str)>);

fn states() -> Vec<State> {
    let with = |rows: &[(&'static str, &'static str, &'static str)]| {
        [rows.to_vec(), UNDECIDED.to_vec()].concat()
    };
    let all = |rows: &[(&'static str, &'static str)]| {
        rows.iter().flat_map(|(call, outcome)| by_all(call, outcome)).collect::<Vec<_>>()
    };
    vec![
        (
            "offered",
            || {
                offer(terms_by(multisig(2, &[CYD, DEE]), &[AITBC, AITBC]));
            },
            vec![
                ("depositor", "cancel", "cancelled"),
                ("beneficiary", "accept", "accepted"),
                ("beneficiary", "decline", "declined"),
            ],
        ),
        (
            "offered for too long",
            || {
                offer(terms_by(multisig(2, &[CYD, DEE]), &[AITBC, AITBC]));
                at(HOUR);
            },
            [
                vec![("depositor", "cancel", "cancelled")],
                all(&[("settle", "expired"), ("settle 0", "expired"), ("settle 1", "expired")]),
            ]
            .concat(),
        ),
        ("open, manual", || active(Rule::Manual), with(&[("beneficiary", "deliver", "delivered")])),
        ("delivered", delivered, UNDECIDED.to_vec()),
        (
            "delivered, the review over",
            || {
                delivered();
                at(HOUR);
            },
            all(&[("settle", "paid"), ("settle 0", "paid")]),
        ),
        (
            "delivered, in review at the deadline",
            || {
                active(Rule::Manual);
                at(DAY - 1);
                assert_ok!(Pallet::deliver(signed(BEN), 0, 0, EVIDENCE));
                at(DAY);
            },
            with(&all(&[("settle", "refunded"), ("settle 1", "refunded")])),
        ),
        (
            "delivered, the review and the deadline over",
            || {
                delivered();
                at(DAY);
            },
            all(&[
                ("settle", "paid refunded closed"),
                ("settle 0", "paid"),
                ("settle 1", "refunded"),
            ]),
        ),
        (
            "open at the deadline",
            || {
                active(Rule::Manual);
                at(DAY);
            },
            all(&[
                ("settle", "refunded refunded closed"),
                ("settle 0", "refunded"),
                ("settle 1", "refunded"),
            ]),
        ),
        ("open, by time", || active(Rule::TimeBased(HOUR)), UNDECIDED.to_vec()),
        (
            "its time has come",
            || {
                active(Rule::TimeBased(HOUR));
                at(HOUR);
            },
            all(&[("settle", "paid paid closed"), ("settle 0", "paid"), ("settle 1", "paid")]),
        ),
        (
            "open, by signers",
            || active(multisig(2, &[CYD, DEE])),
            with(&[("signer", "approve", "approved")]),
        ),
        (
            "one signer of two has approved",
            || approved(multisig(2, &[CYD, DEE])),
            with(&[("signer", "withdraw_approval", "withdrawn")]),
        ),
        (
            "another one has",
            || {
                active(multisig(2, &[CYD, DEE]));
                assert_ok!(Pallet::approve(signed(DEE), 0, 0));
            },
            with(&[("signer", "approve", "approved paid")]),
        ),
        (
            "signers, at the deadline",
            || {
                approved(multisig(2, &[CYD, DEE]));
                at(DAY);
            },
            all(&[
                ("settle", "refunded refunded closed"),
                ("settle 0", "refunded"),
                ("settle 1", "refunded"),
            ]),
        ),
        (
            "open, by oracles",
            || active(oracle(1, &[CYD, DEE])),
            with(&[("signer", "approve", "approved reached")]),
        ),
        ("in the hour of the oracles", || approved(oracle(1, &[CYD, DEE])), UNDECIDED.to_vec()),
        (
            "the hour of the oracles is over",
            || {
                approved(oracle(1, &[CYD, DEE]));
                at(HOUR);
            },
            all(&[("settle", "paid"), ("settle 0", "paid")]),
        ),
        (
            "oracles, at the deadline",
            || {
                active(oracle(1, &[CYD, DEE]));
                at(DAY);
            },
            all(&[
                ("settle", "refunded refunded closed"),
                ("settle 0", "refunded"),
                ("settle 1", "refunded"),
            ]),
        ),
        (
            "paid",
            || {
                active(Rule::Manual);
                assert_ok!(Pallet::release(signed(ADA), 0, 0));
            },
            vec![],
        ),
        (
            "refunded",
            || {
                active(oracle(1, &[CYD]));
                assert_ok!(Pallet::refund(signed(BEN), 0, 0));
            },
            vec![],
        ),
        (
            "split",
            || {
                active(multisig(1, &[CYD]));
                assert_ok!(Pallet::split(signed(BEN), 0, 0, OF_DEPOSITOR));
            },
            vec![],
        ),
        (
            "removed",
            || {
                active(multisig(1, &[CYD]));
                for place in [0, 1] {
                    assert_ok!(Pallet::release(signed(ADA), 0, place));
                }
            },
            vec![],
        ),
    ]
}

fn label(event: &Event<Test>) -> &'static str {
    match event {
        Event::Accepted { .. } => "accepted",
        Event::Cancelled { .. } => "cancelled",
        Event::Declined { .. } => "declined",
        Event::Expired { .. } => "expired",
        Event::Delivered { .. } => "delivered",
        Event::Paid { .. } => "paid",
        Event::Refunded { .. } => "refunded",
        Event::Split { .. } => "split",
        Event::SplitOffered { .. } => "offered",
        Event::Approved { .. } => "approved",
        Event::ApprovalWithdrawn { .. } => "withdrawn",
        Event::ThresholdReached { .. } => "reached",
        Event::Closed { .. } => "closed",
        _ => "something else",
    }
}

/// Calls it, and says whether it works: if not, it changes nothing.
fn works(call: Call, who: u64) -> bool {
    let would = with_transaction(|| TransactionOutcome::Rollback(call(who)));
    if let Err(error) = would {
        assert_noop!(call(who), error);
    } else {
        assert_ok!(call(who));
    }
    would.is_ok()
}

#[test]
fn every_call_in_every_state_by_every_role() {
    for (state, reach, possible) in states() {
        let expected: BTreeSet<_> = possible
            .into_iter()
            .map(|(role, call, outcome)| (role, call, outcome.to_string()))
            .collect();
        let mut found = BTreeSet::new();
        for (call_name, call) in CALLS {
            for (role, who) in ROLES {
                ExtBuilder::default().build_and_execute(|| {
                    reach();
                    events();
                    if works(call, who) {
                        let labels: Vec<_> = events().iter().map(label).collect();
                        found.insert((role, call_name, labels.join(" ")));
                    }
                });
            }
        }
        assert_eq!(found, expected, "{state}");
    }
}

/// The same for streams: those that flow, and those whose end has come.
#[test]
fn every_call_on_streams_by_every_role() {
    let calls: [(&str, Call); 3] = [
        ("top up", |who| Pallet::top_up(signed(who), 0, AITBC)),
        ("withdraw", |who| outcome(Pallet::withdraw(signed(who), 0))),
        ("close", |who| Pallet::close_stream(signed(who), 0)),
    ];
    let all = ["depositor", "beneficiary", "signer", "stranger"];
    let close = vec![("close", "depositor"), ("close", "beneficiary")];
    let withdraw = all.map(|role| ("withdraw", role)).to_vec();
    let states = [
        (0, [vec![("top up", "depositor")], close.clone()].concat()),
        (1, [vec![("top up", "depositor")], close.clone(), withdraw.clone()].concat()),
        (999_999, [vec![("top up", "depositor")], close.clone(), withdraw.clone()].concat()),
        (1_000_000, [close, withdraw].concat()),
    ];
    for (after, possible) in states {
        for (name, call) in calls {
            for (role, who) in ROLES {
                ExtBuilder::default().build_and_execute(|| {
                    stream(MILLI, AITBC);
                    at(after);
                    let possible = possible.contains(&(name, role));
                    assert_eq!(works(call, who), possible, "{after} {name} {role}");
                });
            }
        }
    }
}
