//! Calls that are made as a wallet.

use crate::{mock::*, Error, Event, Pallet, WeightInfo};
use aitbc_primitives::{
    agents::wallets::{Limits, Permission::Any},
    token::AITBC,
};
use aitbc_test_support::{events, signed, ADA, BEN, DEE};
use frame_support::{
    assert_noop, assert_ok,
    dispatch::{DispatchClass, GetDispatchInfo},
    weights::Weight,
};
use sp_runtime::{DispatchError, TokenError};

type Own = <Test as crate::Config>::WeightInfo;

#[test]
fn call_is_made_as_the_wallet() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let before = Balances::free_balance(BEN);
        System::reset_events();
        assert_ok!(execute(BEN, id, transfer(DEE, AITBC)));
        assert_eq!(Balances::free_balance(id), FUNDS - AITBC);
        assert_eq!(Balances::free_balance(BEN), before);
        let executed = Event::Executed { wallet: id, by: BEN, outflow: AITBC };
        assert_eq!(events::<Test, Event<Test>>(), [executed]);
    });
}

#[test]
fn owner_acts_without_limits_and_nothing_is_counted() {
    ExtBuilder.build_and_execute(|| {
        let id = create(ADA, 0);
        assert_eq!(AgentWallet::wallet(id).unwrap().limits, Limits::default());
        System::reset_events();
        assert_ok!(execute(ADA, id, pay(500 * AITBC)));
        let executed = Event::Executed { wallet: id, by: ADA, outflow: 500 * AITBC };
        assert_eq!(events::<Test, Event<Test>>(), [executed]);
        assert_eq!(crate::Spent::<Test>::iter().count(), 0);
        // Nor does it use up what callers may spend.
        assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits(10, 10, 10)));
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, caller(&[Any])));
        assert_ok!(execute(BEN, id, pay(10 * AITBC)));
    });
}

#[test]
fn new_wallet_lets_nothing_out_by_callers() {
    ExtBuilder.build_and_execute(|| {
        let id = create(ADA, 0);
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, caller(&[Any])));
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, refund(1)));
    });
}

#[test]
fn failing_call_fails_with_its_error_and_changes_nothing() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let work = shop::Call::work { weight: Weight::zero(), fails: true };
        assert_noop!(execute(BEN, id, work.clone().into()), shop::Error::<Test>::Failed);
        assert_noop!(execute(ADA, id, work.into()), shop::Error::<Test>::Failed);
        assert_noop!(execute(BEN, id, pay(FUNDS + 1)), TokenError::FundsUnavailable);
    });
}

#[test]
fn calls_pass_the_base_filter() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        Paused::set(&true);
        for who in [ADA, BEN] {
            assert_noop!(execute(who, id, pay(1)), frame_system::Error::<Test>::CallFiltered);
        }
        assert_ok!(execute(BEN, id, transfer(DEE, AITBC)));
    });
}

#[test]
fn unsigned_origins_are_refused() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let call = || Box::new(refund(1));
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(AgentWallet::execute(origin, id, call()), DispatchError::BadOrigin);
        }
    });
}

#[test]
fn many_calls_are_made_or_none() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(execute_many(BEN, id, vec![pay(AITBC), transfer(DEE, AITBC)]));
        assert_eq!(Balances::free_balance(id), FUNDS - 2 * AITBC);
        let fails = shop::Call::work { weight: Weight::zero(), fails: true };
        assert_noop!(
            execute_many(BEN, id, vec![pay(AITBC), fails.into()]),
            shop::Error::<Test>::Failed
        );
    });
}

#[test]
fn one_to_sixteen_calls_are_made_at_once() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        for who in [ADA, BEN] {
            assert_noop!(execute_many(who, id, vec![]), Error::<Test>::NoCalls);
            assert_noop!(execute_many(who, id, vec![refund(1); 17]), Error::<Test>::TooManyCalls);
            assert_ok!(execute_many(who, id, vec![refund(1); 16]));
            assert_ok!(execute_many(who, id, vec![refund(1)]));
        }
        assert_eq!(Balances::free_balance(id), FUNDS + 34);
    });
}

#[test]
fn outflow_of_a_batch_is_the_sum_of_those_of_its_calls() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        System::reset_events();
        assert_ok!(execute_many(BEN, id, vec![pay(8), refund(5), pay(1), refund(4)]));
        // Together nothing has left the wallet. By single calls 8 and 1 have.
        assert_eq!(Balances::free_balance(id), FUNDS);
        let executed = Event::Executed { wallet: id, by: BEN, outflow: 9 };
        assert_eq!(events::<Test, Event<Test>>(), [executed]);
    });
}

/// What a call declares.
fn declared(call: crate::Call<Test>) -> Weight {
    let info = RuntimeCall::from(call).get_dispatch_info();
    assert_eq!(info.class, DispatchClass::Normal);
    info.call_weight
}

#[test]
fn execution_weighs_itself_and_what_it_calls() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let heavy = Weight::from_parts(1_000_000_000, 100);
        let work = |fails| RuntimeCall::from(shop::Call::work { weight: heavy, fails });
        let own = |calls| Own::execute(calls);
        let one = crate::Call::execute { wallet: id, call: Box::new(work(false)) };
        assert_eq!(declared(one), own(1) + Own::delay() + heavy);
        let three = crate::Call::execute_many { wallet: id, calls: vec![work(false); 3] };
        assert_eq!(declared(three), own(3) + Own::delay() + heavy * 3);
        let confirm = crate::Call::confirm { wallet: id, pending: 0, max_weight: heavy };
        assert_eq!(declared(confirm), Own::confirm() + heavy);

        // What was not used is given back, whether or not it succeeds.
        let used = |who, calls| match Pallet::<Test>::execute_many(signed(who), id, calls) {
            Ok(post) => post.actual_weight,
            Err(failure) => failure.post_info.actual_weight,
        };
        assert_eq!(used(BEN, vec![work(false); 3]), Some(own(3) + heavy / 2 * 3));
        assert_eq!(used(BEN, vec![work(false), work(true)]), Some(own(2) + heavy / 2 * 2));
        assert_eq!(used(DEE, vec![work(false); 3]), Some(own(3)));
        // The owner's needs no rules.
        let owners = Own::execute_as_owner(2);
        assert_eq!(used(ADA, vec![work(false); 2]), Some(owners + heavy / 2 * 2));
        assert_eq!(used(ADA, vec![work(false), work(true)]), Some(owners + heavy / 2 * 2));
    });
}

#[test]
fn even_operational_calls_are_normal_when_wallets_make_them() {
    ExtBuilder.build_and_execute(|| {
        let remark: RuntimeCall = frame_system::Call::set_heap_pages { pages: 1 }.into();
        assert_eq!(remark.get_dispatch_info().class, DispatchClass::Operational);
        declared(crate::Call::execute { wallet: 1, call: Box::new(remark.clone()) });
        declared(crate::Call::execute_many { wallet: 1, calls: vec![remark] });
    });
}
