//! Giving power to a delegate.

use super::*;
use crate::{Delegation, Delegations, Delegators};

fn remove(caller: u64, delegator: u64) -> DispatchResult {
    Power::remove_delegator(signed(caller), delegator)
}

/// Lets others that have at least `min` delegate to `who`, or nobody any more.
fn accept_from(who: u64, min: Option<Balance>) -> DispatchResult {
    Power::accept_delegations(signed(who), min)
}

/// How many have delegated to `who`.
fn delegators(who: u64) -> u32 {
    Power::delegator_count(&who)
}

/// What is held of `who`.
fn held(who: u64) -> Balance {
    Balances::balance_on_hold(&HOLD, &who)
}

/// Runs `test` with four accounts that have 10 each and accept delegations of anybody.
fn with_delegates(test: impl FnOnce()) {
    ExtBuilder::default()
        .balances(&[(ADA, 10), (BEN, 10), (CYD, 10), (DEE, 10)])
        .build_and_execute(|| {
            for who in [ADA, BEN, CYD, DEE] {
                accept(who).unwrap();
            }
            test();
        });
}

#[test]
fn delegation_is_remembered_with_its_time_and_limit() {
    with_delegates(|| {
        let max_power = Some(3 * AITBC);
        assert_ok!(Power::delegate(signed(ADA), BEN, max_power));
        System::assert_last_event(
            Event::Delegated { delegator: ADA, delegate: BEN, max_power }.into(),
        );
        assert_eq!(
            Delegations::<Test>::get(ADA),
            Some(Delegation { delegate: BEN, since: START, max_power })
        );
        assert_eq!(delegators(BEN), 1);
        assert!(Delegators::<Test>::contains_key(BEN, ADA));
        assert_ok!(undelegate(ADA));
        System::assert_last_event(Event::Undelegated { delegator: ADA, delegate: BEN }.into());
        assert_eq!(Delegations::<Test>::get(ADA), None);
        assert!(!Delegators::<Test>::contains_key(BEN, ADA));
        assert_eq!(delegators(BEN), 0);
        assert_noop!(undelegate(ADA), Error::<Test>::NotDelegated);
    });
}

#[test]
fn nobody_is_made_a_delegate_by_others() {
    ExtBuilder::default().balances(&[(ADA, 10), (BEN, 10), (CYD, 10)]).build_and_execute(|| {
        let to_ben = |who| Power::delegate(signed(who), BEN, None);
        let accept = |min| accept_from(BEN, min);
        assert_noop!(to_ben(ADA), Error::<Test>::NoDelegate);
        assert_ok!(accept(Some(AITBC)));
        System::assert_last_event(
            Event::DelegationsAccepted { delegate: BEN, min_balance: Some(AITBC) }.into(),
        );
        assert_ok!(to_ben(ADA));
        // Who takes no more keeps those that came.
        assert_ok!(accept(None));
        assert_noop!(to_ben(CYD), Error::<Test>::NoDelegate);
        assert_noop!(to_ben(ADA), Error::<Test>::NoDelegate);
        assert_eq!(delegators(BEN), 1);
    });
}

#[test]
fn delegate_has_its_deposit_back_when_its_record_goes() {
    with_delegates(|| {
        assert_eq!(held(BEN), DEPOSIT);
        // Once, however often it changes its mind.
        assert_ok!(accept_from(BEN, Some(AITBC)));
        assert_eq!(held(BEN), DEPOSIT);
        assert_ok!(delegate(ADA, BEN));
        assert_ok!(delegate(DEE, BEN));
        // Who delegates is no delegate any more.
        assert_eq!([ADA, DEE].map(held), [0, 0]);

        assert_ok!(accept_from(BEN, None));
        assert_eq!(held(BEN), DEPOSIT);
        assert_ok!(remove(BEN, ADA));
        assert_ok!(accept_from(BEN, None));
        assert_eq!(held(BEN), DEPOSIT);
        // Not even when the last one dies is money moved that somebody else has.
        assert_ok!(transfer(DEE, BEN, 10 * AITBC));
        assert_eq!((delegators(BEN), held(BEN)), (0, DEPOSIT));
        assert_ok!(accept_from(BEN, None));
        assert_eq!(held(BEN), 0);
        assert!(!Delegates::<Test>::contains_key(BEN));
        assert_eq!(Balances::free_balance(BEN), 20 * AITBC);
    });
}

#[test]
fn who_accepts_none_needs_no_deposit() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        assert_ok!(accept_from(ADA, None));
        assert_eq!(held(ADA), 0);
        assert!(!Delegates::<Test>::contains_key(ADA));
    });
}

#[test]
fn who_cannot_pay_the_deposit_is_no_delegate() {
    ExtBuilder::default().build_and_execute(|| {
        // Nobody is there to hold anything of.
        assert_noop!(accept(ADA), TokenError::FundsUnavailable);
        // The account has to stay alive with what is left.
        mint(ADA, DEPOSIT + EXISTENTIAL_DEPOSIT - 1);
        assert_noop!(accept(ADA), TokenError::FundsUnavailable);
        mint(ADA, 1);
        assert_ok!(accept(ADA));
        assert_eq!(held(ADA), DEPOSIT);
    });
}

#[test]
fn delegators_need_what_the_delegate_asks_for() {
    ExtBuilder::default().balances(&[(ADA, 10), (BEN, 1), (CYD, 1)]).build_and_execute(|| {
        let accept = |min| accept_from(CYD, Some(min));
        accept(10 * AITBC + 1).unwrap();
        assert_noop!(delegate(ADA, CYD), Error::<Test>::TooFewTokens);
        accept(10 * AITBC).unwrap();
        assert_ok!(delegate(ADA, CYD));
        // What is never counted does not help, whatever the delegate asks for.
        accept(0).unwrap();
        assert_noop!(delegate(BEN, CYD), Error::<Test>::TooFewTokens);
        mint(BEN, 1);
        assert_ok!(delegate(BEN, CYD));
    });
}

#[test]
fn delegate_removes_whom_it_wants_and_others_who_is_poor() {
    with_delegates(|| {
        assert_ok!(delegate(ADA, CYD));
        assert_ok!(delegate(BEN, CYD));
        assert_noop!(remove(DEE, ADA), Error::<Test>::MayDelegate);
        assert_noop!(remove(CYD, DEE), Error::<Test>::NotDelegated);
        assert_ok!(remove(CYD, ADA));
        System::assert_last_event(Event::Undelegated { delegator: ADA, delegate: CYD }.into());
        assert_ok!(transfer(BEN, DEE, 9 * AITBC - 1));
        assert_noop!(remove(DEE, BEN), Error::<Test>::MayDelegate);
        assert_ok!(transfer(BEN, DEE, 1));
        assert_ok!(remove(DEE, BEN));
        assert_eq!(delegators(CYD), 0);
    });
}

#[test]
fn delegation_to_oneself_fails() {
    with_delegates(|| {
        assert_noop!(delegate(ADA, ADA), Error::<Test>::SelfDelegation);
    });
}

#[test]
fn chains_fail_from_both_ends() {
    with_delegates(|| {
        assert_ok!(delegate(ADA, BEN));
        assert_noop!(delegate(BEN, CYD), Error::<Test>::HasDelegators);
        assert_noop!(delegate(CYD, ADA), Error::<Test>::DelegateDelegates);
        assert_noop!(accept(ADA), Error::<Test>::DelegateDelegates);
        // Nor back.
        assert_noop!(delegate(BEN, ADA), Error::<Test>::HasDelegators);
        assert_ok!(remove(BEN, ADA));
        assert_ok!(delegate(BEN, CYD));
        // Who delegates no longer accepts delegations.
        assert!(!Delegates::<Test>::contains_key(BEN));
    });
}

#[test]
fn new_delegation_replaces_the_old_one() {
    with_delegates(|| {
        assert_ok!(delegate(ADA, BEN));
        wait(DAY);
        assert_ok!(delegate(ADA, CYD));
        assert_eq!([BEN, CYD].map(delegators), [0, 1]);
        assert_eq!(Delegations::<Test>::get(ADA).unwrap().since, START + DAY);
        // Ben is free to delegate.
        assert_ok!(delegate(BEN, CYD));
        assert_eq!(delegators(CYD), 2);
    });
}

#[test]
fn delegate_has_at_most_1_000_delegators() {
    let holders: Vec<_> = (1_000..=2_000).map(|who| (who, 10)).collect();
    ExtBuilder::default().balances(&holders).build_and_execute(|| {
        for who in [BEN, CYD] {
            mint(who, AITBC);
        }
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
    with_delegates(|| {
        assert_ok!(delegate(ADA, BEN));
        assert_ok!(transfer(ADA, BEN, 5 * AITBC));
        assert!(Delegations::<Test>::contains_key(ADA));
        assert_ok!(transfer(ADA, BEN, 5 * AITBC));
        assert!(!Delegations::<Test>::contains_key(ADA));
        assert_eq!(delegators(BEN), 0);
    });
}

#[test]
fn delegate_cannot_die() {
    with_delegates(|| {
        assert_ok!(delegate(ADA, BEN));
        let all = 10 * AITBC - DEPOSIT;
        assert_noop!(transfer(BEN, ADA, all), TokenError::Frozen);
        let most = all - EXISTENTIAL_DEPOSIT;
        assert_noop!(transfer(BEN, ADA, most + 1), TokenError::Frozen);
        assert_ok!(transfer(BEN, ADA, most));
        assert_eq!(Delegations::<Test>::get(ADA).unwrap().delegate, BEN);
    });
}
