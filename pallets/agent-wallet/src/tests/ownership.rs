//! Ownership moves in two steps, and takes nothing of the former owner's along.

use super::voters::{freeze, hold, release};
use crate::{mock::*, Error, Event, HoldReason, WalletsOf};
use aitbc_primitives::{
    agents::{
        wallets::{Limits, TimeLock},
        Ownership,
    },
    token::AITBC,
};
use aitbc_test_support::{events, signed, ADA, BEN, CYD, DEE, EVE};
use frame_support::{assert_noop, assert_ok, traits::ReservableCurrency};

#[test]
fn wallet_moves_in_two_steps_with_its_deposit() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        // Until it is accepted it is as it was.
        assert_eq!(AgentWallet::wallet(id).unwrap().owner, ADA);
        assert_eq!(AgentWallet::wallet(id).unwrap().offered_to, Some(DEE));
        assert_eq!(Book::owner_of(&id), Some(ADA));
        System::reset_events();
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
        let changed = Event::OwnershipChanged { wallet: id, from: ADA, to: DEE };
        assert_eq!(events::<Test, Event<Test>>(), [changed]);
        assert_eq!(Book::owner_of(&id), Some(DEE));
        assert_eq!(held(HoldReason::Wallet, ADA), 0);
        assert_eq!(held(HoldReason::Wallet, DEE), AITBC);
        assert!(!WalletsOf::<Test>::contains_key(ADA, id));
        assert!(WalletsOf::<Test>::contains_key(DEE, id));
        assert_noop!(AgentWallet::withdraw(signed(ADA), id, ADA, 1), Error::<Test>::NotOwner);
        assert_ok!(AgentWallet::withdraw(signed(DEE), id, DEE, 1));
        // The address is still that of the first owner, who has no other one there.
        assert_noop!(AgentWallet::create(signed(ADA), 0, None, None), Error::<Test>::AlreadyExists);
    });
}

#[test]
fn what_the_former_owner_has_set_up_ends() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let lock = TimeLock { above: 0, delay: 1 };
        assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, Some(lock)));
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
        let wallet = AgentWallet::wallet(id).unwrap();
        assert_eq!((wallet.callers, wallet.guardian, wallet.time_lock), (vec![], None, None));
        assert_eq!(wallet.limits, Limits::default());
        assert_eq!(wallet.offered_to, None);
        assert_noop!(execute(BEN, id, refund(1)), Error::<Test>::NotCaller);
        assert_noop!(AgentWallet::stop(signed(CYD), id), Error::<Test>::NotGuardian);
    });
}

#[test]
fn only_whom_it_is_offered_to_accepts() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), Error::<Test>::NotOffered);
        assert_noop!(
            AgentWallet::offer_ownership(signed(BEN), id, Some(BEN)),
            Error::<Test>::NotOwner
        );
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        assert_noop!(AgentWallet::accept_ownership(signed(EVE), id), Error::<Test>::NotOffered);
        // Another offer replaces the one before, and none takes it back.
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(EVE)));
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), Error::<Test>::NotOffered);
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, None));
        assert_noop!(AgentWallet::accept_ownership(signed(EVE), id), Error::<Test>::NotOffered);
    });
}

#[test]
fn linked_wallet_does_not_change_hands() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        register(EVE, ADA);
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        assert_ok!(AgentWallet::link(signed(ADA), id, EVE));
        // The offer is gone with it.
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), Error::<Test>::NotOffered);
        assert_noop!(
            AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)),
            Error::<Test>::HasObligations
        );
        assert_ok!(AgentWallet::unlink(signed(ADA), id));
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
    });
}

#[test]
fn wallet_with_calls_that_wait_does_not_change_hands() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let lock = TimeLock { above: 0, delay: 1 };
        assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, Some(lock)));
        assert_ok!(execute(BEN, id, pay(AITBC)));
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), Error::<Test>::HasPending);
        assert_ok!(AgentWallet::cancel(signed(CYD), id, 0));
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
    });
}

/// Whatever stands for a wallet beyond this pallet has a deposit, a bond or an obligation.
#[test]
fn wallet_with_something_on_hold_or_reserved_does_not_change_hands() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        hold(id, 1);
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), Error::<Test>::HasObligations);
        release(id, 1);
        // As deposits of proxies are.
        assert_ok!(<Balances as ReservableCurrency<_>>::reserve(&id, 1));
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), Error::<Test>::HasObligations);
        <Balances as ReservableCurrency<_>>::unreserve(&id, 1);
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
    });
}

#[test]
fn wallet_with_obligations_does_not_change_hands() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        Obliged::set(&vec![id]);
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), Error::<Test>::HasObligations);
        Obliged::set(&vec![]);
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
    });
}

#[test]
fn wallet_with_open_votes_does_not_change_hands() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        freeze(id, 1);
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), Error::<Test>::Frozen);
        freeze(id, 0);
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
    });
}

#[test]
fn what_is_no_ordinary_account_cannot_become_the_owner() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let other = create(DEE, 0);
        register(EVE, DEE);
        for who in [other, EVE] {
            assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(who)));
            assert_noop!(AgentWallet::accept_ownership(signed(who), id), NOT_ORDINARY);
        }
    });
}

#[test]
fn ownership_that_changed_too_often_stays() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        ChangedTooOften::set(&true);
        assert_noop!(AgentWallet::accept_ownership(signed(DEE), id), TOO_OFTEN);
        ChangedTooOften::set(&false);
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
    });
}

#[test]
fn stopped_wallet_stays_stopped() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_ok!(AgentWallet::stop(signed(CYD), id));
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), id, Some(DEE)));
        assert_ok!(AgentWallet::accept_ownership(signed(DEE), id));
        assert_eq!(AgentWallet::figures().stopped, 1);
        assert_noop!(AgentWallet::reactivate(signed(ADA), id), Error::<Test>::NotOwner);
        assert_ok!(AgentWallet::reactivate(signed(DEE), id));
    });
}
