//! Wallets come and go, with their deposits.

use crate::{mock::*, Error, Event, HoldReason, WalletsOf};
use aitbc_primitives::{
    agents::wallets::{Limits, Permission},
    token::AITBC,
};
use aitbc_test_support::{events, signed, ADA, BEN, CYD, DEE};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};
use sp_io::hashing::blake2_256;
use sp_runtime::TokenError;

#[test]
fn address_is_a_hash_of_owner_and_index() {
    ExtBuilder.build_and_execute(|| {
        let preimage = [b"aitbc/wallet".to_vec(), ADA.encode(), 7u32.encode()].concat();
        let hash = blake2_256(&preimage);
        let expected = u64::from_le_bytes(hash[..8].try_into().unwrap());
        assert_eq!(AgentWallet::address(ADA, 7), expected);
        assert_ne!(AgentWallet::address(ADA, 8), expected);
        assert_ne!(AgentWallet::address(BEN, 7), expected);
    });
}

#[test]
fn created_wallet_is_the_owners_and_lets_nothing_out() {
    ExtBuilder.build_and_execute(|| {
        let id = AgentWallet::address(ADA, 0);
        System::reset_events();
        assert_ok!(AgentWallet::create(signed(ADA), 0, None, Some(CYD)));
        let created = Event::Created { wallet: id, owner: ADA, index: 0 };
        assert_eq!(events::<Test, Event<Test>>(), [created]);
        let wallet = AgentWallet::wallet(id).unwrap();
        assert_eq!((wallet.owner, wallet.guardian, wallet.agent), (ADA, Some(CYD), None));
        assert_eq!(wallet.limits, Limits { per_call: 0, per_day: 0, per_week: 0 });
        assert_eq!((wallet.stopped, wallet.time_lock, wallet.strategy), (None, None, None));
        assert_eq!(held(HoldReason::Wallet, ADA), AITBC);
        assert!(WalletsOf::<Test>::contains_key(ADA, id));
    });
}

#[test]
fn second_wallet_of_the_same_index_fails() {
    ExtBuilder.build_and_execute(|| {
        create(ADA, 0);
        assert_noop!(AgentWallet::create(signed(ADA), 0, None, None), Error::<Test>::AlreadyExists);
        create(ADA, 1);
        create(BEN, 0);
    });
}

#[test]
fn wallet_cannot_own_a_wallet() {
    ExtBuilder.build_and_execute(|| {
        let wallet = create(ADA, 0);
        assert_noop!(AgentWallet::create(signed(wallet), 0, None, None), NOT_ORDINARY);
        let creates = crate::Call::create { index: 0, agent: None, guardian: None };
        assert_noop!(execute(ADA, wallet, creates.into()), NOT_ORDINARY);
    });
}

#[test]
fn creation_without_the_deposit_fails() {
    ExtBuilder.build_and_execute(|| {
        let poor = 77;
        assert_ok!(Balances::force_set_balance(frame_system::RawOrigin::Root.into(), poor, AITBC));
        // A unit has to stay free for the account to live.
        assert_noop!(
            try_call(poor, crate::Call::create { index: 0, agent: None, guardian: None }),
            TokenError::FundsUnavailable
        );
    });
}

#[test]
fn close_gives_everything_and_the_deposits_back() {
    ExtBuilder.build_and_execute(|| {
        let before = Balances::free_balance(ADA);
        let id = wallet();
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, DEE, caller(&[Permission::Vote])));
        assert_ok!(execute(BEN, id, pay(AITBC)));
        assert_eq!(held(HoldReason::Wallet, ADA), 3 * AITBC);
        System::reset_events();
        assert_ok!(AgentWallet::close(signed(ADA), id));
        let closed = Event::Closed { wallet: id, owner: ADA, amount: FUNDS - AITBC };
        assert_eq!(events::<Test, Event<Test>>(), [closed]);
        assert_eq!(Balances::free_balance(ADA), before + FUNDS - AITBC);
        assert_eq!(held(HoldReason::Wallet, ADA), 0);
        assert_eq!(AgentWallet::wallet(id), None);
        assert_eq!(crate::Callers::<Test>::iter().count(), 0);
        assert_eq!(crate::Spent::<Test>::iter().count(), 0);
        assert_noop!(AgentWallet::close(signed(ADA), id), Error::<Test>::NotFound);
        // It can be created again, and has nothing of what it had.
        let again = create(ADA, 0);
        assert_eq!(again, id);
        assert_eq!(AgentWallet::wallet(id).unwrap().callers, []);
    });
}

#[test]
fn empty_wallet_can_be_closed() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(AgentWallet::create(signed(ADA), 0, None, None));
        assert_ok!(AgentWallet::close(signed(ADA), AgentWallet::address(ADA, 0)));
        assert_eq!(Balances::free_balance(ADA), BALANCE);
    });
}

#[test]
fn stopped_wallet_can_be_closed() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::stop(signed(CYD), id));
        assert_eq!(AgentWallet::figures().stopped, 1);
        assert_ok!(AgentWallet::close(signed(ADA), id));
        assert_eq!(AgentWallet::figures().stopped, 0);
    });
}

#[test]
fn only_the_owner_closes() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        for who in [BEN, CYD, DEE, id] {
            assert_noop!(AgentWallet::close(signed(who), id), Error::<Test>::NotOwner);
        }
    });
}

#[test]
fn wallet_with_obligations_cannot_be_closed() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        Obliged::set(&vec![id]);
        assert_noop!(AgentWallet::close(signed(ADA), id), Error::<Test>::HasObligations);
        Obliged::set(&vec![]);
        assert_ok!(AgentWallet::close(signed(ADA), id));
    });
}

#[test]
fn wallet_with_something_on_hold_cannot_be_closed() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(execute(BEN, id, shop::Call::hold { amount: 1 }.into()));
        assert_noop!(AgentWallet::close(signed(ADA), id), Error::<Test>::HasObligations);
        assert_ok!(execute(BEN, id, shop::Call::release { amount: 1 }.into()));
        assert_ok!(AgentWallet::close(signed(ADA), id));
    });
}

#[test]
fn wallet_with_open_votes_cannot_be_closed() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(execute(BEN, id, shop::Call::freeze { amount: 1 }.into()));
        assert_noop!(AgentWallet::close(signed(ADA), id), Error::<Test>::Frozen);
        assert_ok!(execute(BEN, id, shop::Call::freeze { amount: 0 }.into()));
        assert_ok!(AgentWallet::close(signed(ADA), id));
    });
}

#[test]
fn wallet_with_calls_that_wait_cannot_be_closed() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let lock = aitbc_primitives::agents::wallets::TimeLock { above: 0, delay: 1 };
        assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, Some(lock)));
        assert_ok!(execute(BEN, id, pay(AITBC)));
        assert_noop!(AgentWallet::close(signed(ADA), id), Error::<Test>::HasPending);
        assert_ok!(AgentWallet::cancel(signed(ADA), id, 0));
        assert_ok!(AgentWallet::close(signed(ADA), id));
    });
}

#[test]
fn close_fails_if_ownership_changed_too_often() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        ChangedTooOften::set(&true);
        assert_noop!(AgentWallet::close(signed(ADA), id), TOO_OFTEN);
    });
}

#[test]
fn anybody_may_deposit_and_only_the_owner_withdraws() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(Balances::transfer_keep_alive(signed(DEE), id, 5 * AITBC));
        for who in [BEN, CYD, DEE, id] {
            assert_noop!(
                AgentWallet::withdraw(signed(who), id, who, AITBC),
                Error::<Test>::NotOwner
            );
        }
        System::reset_events();
        assert_ok!(AgentWallet::withdraw(signed(ADA), id, ADA, FUNDS + 5 * AITBC));
        let withdrawn = Event::Withdrawn { wallet: id, to: ADA, amount: FUNDS + 5 * AITBC };
        assert_eq!(events::<Test, Event<Test>>(), [withdrawn]);
        assert_eq!(Balances::total_balance(&ADA), BALANCE + FUNDS + 5 * AITBC);
        assert_noop!(AgentWallet::withdraw(signed(ADA), id, ADA, 1), TokenError::FundsUnavailable);
    });
}

/// Brakes let it through, and would stop transfers to others.
#[test]
fn withdrawal_pays_nobody_but_the_owner() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        for to in [BEN, CYD, DEE, id] {
            let error = Error::<Test>::WrongRecipient;
            assert_noop!(AgentWallet::withdraw(signed(ADA), id, to, AITBC), error);
        }
        assert_ok!(AgentWallet::withdraw(signed(ADA), id, ADA, AITBC));
        assert_ok!(execute(ADA, id, transfer(DEE, AITBC)));
    });
}

#[test]
fn withdrawal_respects_open_votes() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(execute(BEN, id, shop::Call::freeze { amount: FUNDS - AITBC }.into()));
        assert_noop!(AgentWallet::withdraw(signed(ADA), id, ADA, AITBC + 1), TokenError::Frozen);
        assert_ok!(AgentWallet::withdraw(signed(ADA), id, ADA, AITBC));
    });
}
