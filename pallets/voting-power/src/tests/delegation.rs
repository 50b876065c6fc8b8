//! Giving power to a delegate.

use super::*;
use crate::{Delegation, Delegations, DelegatorCount};

#[test]
fn delegation_is_remembered_with_its_time() {
    with_balances(&[(ADA, 10)], || {
        assert_ok!(delegate(ADA, BEN));
        System::assert_last_event(
            Event::Delegated {
                delegator: ADA,
                delegate: BEN,
            }
            .into(),
        );
        assert_eq!(
            Delegations::<Test>::get(ADA),
            Some(Delegation {
                delegate: BEN,
                since: START
            })
        );
        assert_eq!(DelegatorCount::<Test>::get(BEN), 1);
        assert_ok!(undelegate(ADA));
        System::assert_last_event(
            Event::Undelegated {
                delegator: ADA,
                delegate: BEN,
            }
            .into(),
        );
        assert_eq!(Delegations::<Test>::get(ADA), None);
        assert!(!DelegatorCount::<Test>::contains_key(BEN));
        assert_noop!(undelegate(ADA), Error::<Test>::NotDelegated);
    });
}

#[test]
fn delegation_to_oneself_fails() {
    build_and_execute(|| {
        assert_noop!(delegate(ADA, ADA), Error::<Test>::SelfDelegation);
    });
}

#[test]
fn chains_fail_from_both_ends() {
    build_and_execute(|| {
        assert_ok!(delegate(ADA, BEN));
        assert_noop!(delegate(BEN, CYD), Error::<Test>::HasDelegators);
        assert_noop!(delegate(CYD, ADA), Error::<Test>::DelegateDelegates);
        // Nor back.
        assert_noop!(delegate(BEN, ADA), Error::<Test>::HasDelegators);
        assert_ok!(undelegate(ADA));
        assert_ok!(delegate(BEN, CYD));
    });
}

#[test]
fn new_delegation_replaces_the_old_one() {
    build_and_execute(|| {
        assert_ok!(delegate(ADA, BEN));
        wait(DAY);
        assert_ok!(delegate(ADA, CYD));
        assert_eq!(
            DelegatorCount::<Test>::iter().collect::<Vec<_>>(),
            [(CYD, 1)]
        );
        assert_eq!(Delegations::<Test>::get(ADA).unwrap().since, START + DAY);
        // Ben is free to delegate.
        assert_ok!(delegate(BEN, CYD));
        assert_eq!(DelegatorCount::<Test>::get(CYD), 2);
    });
}

#[test]
fn delegate_has_at_most_1_000_delegators() {
    build_and_execute(|| {
        for delegator in 1_000..2_000 {
            assert_ok!(delegate(delegator, BEN));
        }
        assert_noop!(delegate(2_000, BEN), Error::<Test>::TooManyDelegators);
        assert_ok!(delegate(2_000, CYD));
        assert_noop!(delegate(2_000, BEN), Error::<Test>::TooManyDelegators);
        // Who is one of them can delegate again, and leave a place.
        assert_ok!(delegate(1_999, BEN));
        assert_ok!(undelegate(1_999));
        assert_ok!(delegate(2_000, BEN));
    });
}

#[test]
fn delegation_ends_with_the_last_token() {
    with_balances(&[(ADA, 10), (BEN, 10)], || {
        assert_ok!(delegate(ADA, BEN));
        assert_ok!(transfer(ADA, BEN, 5 * AITBC));
        assert!(Delegations::<Test>::contains_key(ADA));
        assert_ok!(transfer(ADA, BEN, 5 * AITBC));
        assert!(!Delegations::<Test>::contains_key(ADA));
        assert!(!DelegatorCount::<Test>::contains_key(BEN));
    });
}

#[test]
fn delegate_survives_without_tokens() {
    with_balances(&[(ADA, 10), (BEN, 10)], || {
        assert_ok!(delegate(ADA, BEN));
        assert_ok!(transfer(BEN, ADA, 10 * AITBC));
        assert_eq!(Delegations::<Test>::get(ADA).unwrap().delegate, BEN);
    });
}
