//! The emergency stop.

use crate::{mock::*, types::Status, Error, Event, Wallets};
use aitbc_primitives::{
    agents::wallets::{Permission::Any, Stop, TimeLock},
    token::AITBC,
};
use aitbc_test_support::{events, now, signed, wait, ADA, BEN, CYD, DEE};
use frame_support::{assert_noop, assert_ok};

#[test]
fn owner_and_guardian_stop_at_once() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        for who in [BEN, DEE, id] {
            assert_noop!(AgentWallet::stop(signed(who), id), Error::<Test>::NotGuardian);
        }
        for who in [ADA, CYD] {
            System::reset_events();
            assert_ok!(AgentWallet::stop(signed(who), id));
            assert_eq!(events::<Test, Event<Test>>(), [Event::Stopped { wallet: id, by: who }]);
            let status = Wallets::<Test>::get(id).unwrap().status;
            assert_eq!(status, Status::Stopped { by: who, at: now() });
            let view = AgentWallet::wallet(id).unwrap();
            assert_eq!(view.stopped, Some(Stop { by: who, at: now() }));
            assert_noop!(AgentWallet::stop(signed(ADA), id), Error::<Test>::WalletStopped);
            assert_ok!(AgentWallet::reactivate(signed(ADA), id));
        }
    });
}

#[test]
fn callers_are_refused_and_the_owner_works() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::stop(signed(CYD), id));
        assert_noop!(execute(BEN, id, refund(1)), Error::<Test>::WalletStopped);
        assert_noop!(execute_many(BEN, id, vec![refund(1)]), Error::<Test>::WalletStopped);
        assert_noop!(execute(DEE, id, refund(1)), Error::<Test>::NotCaller);
        assert_ok!(execute(ADA, id, pay(AITBC)));
        assert_ok!(AgentWallet::withdraw(signed(ADA), id, ADA, AITBC));
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, DEE, caller(&[Any])));
        assert_noop!(execute(DEE, id, refund(1)), Error::<Test>::WalletStopped);
        assert_ok!(AgentWallet::reactivate(signed(ADA), id));
        assert_ok!(execute(BEN, id, refund(1)));
    });
}

#[test]
fn what_waits_is_frozen() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let lock = TimeLock { above: 0, delay: 1 };
        assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, Some(lock)));
        assert_ok!(execute(BEN, id, pay(AITBC)));
        assert_ok!(execute(BEN, id, pay(AITBC)));
        wait(1);
        assert_ok!(AgentWallet::stop(signed(CYD), id));
        for who in [ADA, BEN] {
            assert_noop!(confirm(who, id, 0), Error::<Test>::WalletStopped);
        }
        assert_ok!(AgentWallet::cancel(signed(CYD), id, 0));
        assert_ok!(AgentWallet::reactivate(signed(ADA), id));
        assert_ok!(confirm(BEN, id, 1));
    });
}

#[test]
fn only_the_owner_reactivates() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_noop!(AgentWallet::reactivate(signed(ADA), id), Error::<Test>::NotStopped);
        assert_ok!(AgentWallet::stop(signed(CYD), id));
        for who in [BEN, CYD, DEE, id] {
            assert_noop!(AgentWallet::reactivate(signed(who), id), Error::<Test>::NotOwner);
        }
        System::reset_events();
        assert_ok!(AgentWallet::reactivate(signed(ADA), id));
        assert_eq!(events::<Test, Event<Test>>(), [Event::Reactivated { wallet: id }]);
    });
}

/// A stolen guardian key loses nothing.
#[test]
fn guardian_can_do_nothing_else() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let calls: [crate::Call<Test>; 12] = [
            crate::Call::close { wallet: id },
            crate::Call::set_caller { wallet: id, caller: CYD, rules: caller(&[Any]) },
            crate::Call::remove_caller { wallet: id, caller: BEN },
            crate::Call::set_limits { wallet: id, limits: limits(1, 1, 1) },
            crate::Call::set_guardian { wallet: id, guardian: None },
            crate::Call::set_time_lock { wallet: id, time_lock: None },
            crate::Call::link { wallet: id, agent: DEE },
            crate::Call::unlink { wallet: id },
            crate::Call::withdraw { wallet: id, to: CYD, amount: 1 },
            crate::Call::offer_ownership { wallet: id, to: Some(CYD) },
            crate::Call::reactivate { wallet: id },
            crate::Call::set_strategy { wallet: id, strategy: None },
        ];
        for call in calls {
            assert_noop!(try_call(CYD, call), Error::<Test>::NotOwner);
        }
        assert_noop!(execute(CYD, id, pay(1)), Error::<Test>::NotCaller);
        assert_noop!(AgentWallet::accept_ownership(signed(CYD), id), Error::<Test>::NotOffered);
    });
}

#[test]
fn guardian_is_set_by_the_owner() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        System::reset_events();
        assert_ok!(AgentWallet::set_guardian(signed(ADA), id, Some(DEE)));
        let set = Event::GuardianSet { wallet: id, guardian: Some(DEE) };
        assert_eq!(events::<Test, Event<Test>>(), [set]);
        assert_noop!(AgentWallet::stop(signed(CYD), id), Error::<Test>::NotGuardian);
        assert_ok!(AgentWallet::stop(signed(DEE), id));
        assert_ok!(AgentWallet::set_guardian(signed(ADA), id, None));
        assert_ok!(AgentWallet::reactivate(signed(ADA), id));
        assert_noop!(AgentWallet::stop(signed(DEE), id), Error::<Test>::NotGuardian);
    });
}

/// A stolen caller key loses at most what the limits allow, until the guardian stops the wallet.
#[test]
fn thief_of_a_callers_key_gets_what_the_limits_allow() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits(10, 20, 50)));
        for _ in 0..100 {
            let _ = execute(BEN, id, transfer(BEN, 10 * AITBC));
        }
        assert_eq!(Balances::free_balance(id), FUNDS - 20 * AITBC);
        assert_ok!(AgentWallet::stop(signed(CYD), id));
        wait(30 * aitbc_primitives::time::DAY);
        assert_noop!(execute(BEN, id, transfer(BEN, 1)), Error::<Test>::WalletStopped);
    });
}
