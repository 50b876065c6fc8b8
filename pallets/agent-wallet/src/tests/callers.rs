//! Who may act for a wallet: within permissions, recipients and time.

use crate::{
    mock::*,
    types::{Caller, MAX_CALLERS, MAX_RECIPIENTS},
    Callers, Error, Event, HoldReason,
};
use aitbc_primitives::{
    agents::wallets::Permission::{self, Any, Market, Message, Propose, Stake, Transfer, Vote},
    token::AITBC,
};
use aitbc_test_support::{events, now, signed, wait, ADA, BEN, CYD, DEE, EVE};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use sp_runtime::TokenError;

const ALL: [Permission; 6] = [Transfer, Vote, Propose, Market, Stake, Message];

/// Lets somebody act for a wallet of [`wallet`].
fn set(id: u64, who: u64, permissions: &[Permission]) {
    assert_ok!(AgentWallet::set_caller(signed(ADA), id, who, caller(permissions)));
}

#[test]
fn stranger_and_guardian_are_no_callers() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        for who in [CYD, DEE, id] {
            assert_noop!(execute(who, id, refund(1)), Error::<Test>::NotCaller);
        }
        assert_noop!(execute(BEN, DEE, refund(1)), Error::<Test>::NotFound);
    });
}

#[test]
fn each_call_needs_its_permissions() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let calls: [(RuntimeCall, &[Permission]); 7] = [
            (transfer(DEE, AITBC), &[Transfer]),
            (pay(1), &[Market]),
            (shop::Call::hold { amount: 1 }.into(), &[Stake]),
            (shop::Call::freeze { amount: 1 }.into(), &[Vote]),
            (shop::Call::write { bytes: vec![], amount: 1 }.into(), &[Message]),
            (shop::Call::open { to: DEE, amount: 1 }.into(), &[Market, Transfer]),
            (shop::Call::fund { amount: 1 }.into(), &[Stake, Transfer]),
        ];
        for (call, needed) in calls {
            // With all but one of those that it needs.
            for missing in needed {
                let others: Vec<_> = ALL.into_iter().filter(|one| one != missing).collect();
                set(id, EVE, &others);
                assert_noop!(execute(EVE, id, call.clone()), Error::<Test>::NotPermitted);
            }
            set(id, EVE, needed);
            assert_ok!(execute(EVE, id, call.clone()));
            set(id, EVE, &[Any]);
            assert_ok!(execute(EVE, id, call));
        }
    });
}

#[test]
fn what_is_on_no_list_is_the_owners_alone() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let inner = Box::new(refund(1));
        let calls: [RuntimeCall; 6] = [
            frame_system::Call::remark { remark: vec![] }.into(),
            pallet_balances::Call::burn { value: 1, keep_alive: true }.into(),
            crate::Call::execute { wallet: id, call: inner }.into(),
            crate::Call::withdraw { wallet: id, to: BEN, amount: 1 }.into(),
            crate::Call::set_caller { wallet: id, caller: BEN, rules: caller(&[Any]) }.into(),
            crate::Call::confirm { wallet: id, pending: 0, max_weight: Default::default() }.into(),
        ];
        for call in calls {
            assert_noop!(execute(BEN, id, call.clone()), Error::<Test>::NotPermitted);
            assert_noop!(execute_many(BEN, id, vec![refund(1), call]), Error::<Test>::NotPermitted);
        }
        let remark = frame_system::Call::remark_with_event { remark: vec![] };
        assert_ok!(execute(ADA, id, remark.into()));
    });
}

#[test]
fn recipients_restrict_transfers() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let recipients = Some(vec![DEE].try_into().unwrap());
        let rules = Caller { recipients, ..caller(&[Any]) };
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules));
        let to = |dest| -> [RuntimeCall; 4] {
            [
                transfer(dest, AITBC),
                pallet_balances::Call::transfer_keep_alive { dest, value: AITBC }.into(),
                shop::Call::open { to: dest, amount: 1 }.into(),
                pallet_balances::Call::transfer_all { dest, keep_alive: true }.into(),
            ]
        };
        for call in to(EVE) {
            assert_noop!(execute(BEN, id, call), Error::<Test>::WrongRecipient);
        }
        // Whom it pays is not known.
        let fund = shop::Call::fund { amount: 1 };
        assert_noop!(execute(BEN, id, fund.into()), Error::<Test>::WrongRecipient);
        // One of several is enough.
        assert_noop!(
            execute_many(BEN, id, vec![transfer(DEE, AITBC), transfer(EVE, AITBC)]),
            Error::<Test>::WrongRecipient
        );
        for call in to(DEE) {
            assert_ok!(execute(BEN, id, call));
        }
    });
}

#[test]
fn nobody_is_a_recipient_of_an_empty_list() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let rules = Caller { recipients: Some(BoundedVec::new()), ..caller(&[Any]) };
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules));
        assert_noop!(execute(BEN, id, transfer(BEN, AITBC)), Error::<Test>::WrongRecipient);
        assert_ok!(execute(BEN, id, pay(1)));
        let most = vec![DEE; MAX_RECIPIENTS as usize];
        assert!(BoundedVec::<u64, frame_support::traits::ConstU32<8>>::try_from(most).is_ok());
    });
}

#[test]
fn caller_expires_to_the_millisecond() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let rules = |expires| Caller { expires: Some(expires), ..caller(&[Any]) };
        assert_noop!(
            AgentWallet::set_caller(signed(ADA), id, BEN, rules(now())),
            Error::<Test>::ExpiryPassed
        );
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules(now() + 100)));
        wait(99);
        assert_ok!(execute(BEN, id, refund(1)));
        wait(1);
        assert_noop!(execute(BEN, id, refund(1)), Error::<Test>::CallerExpired);
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules(now() + 1)));
        assert_ok!(execute(BEN, id, refund(1)));
    });
}

#[test]
fn only_the_owner_sets_and_removes_callers() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        for who in [BEN, CYD, DEE] {
            assert_noop!(
                AgentWallet::set_caller(signed(who), id, who, caller(&[Any])),
                Error::<Test>::NotOwner
            );
            assert_noop!(AgentWallet::remove_caller(signed(who), id, BEN), Error::<Test>::NotOwner);
        }
        assert_noop!(
            AgentWallet::set_caller(signed(ADA), id, DEE, caller(&[])),
            Error::<Test>::NoPermissions
        );
        assert_noop!(AgentWallet::remove_caller(signed(ADA), id, DEE), Error::<Test>::NotCaller);
    });
}

#[test]
fn nobody_is_guardian_and_caller() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_noop!(
            AgentWallet::set_caller(signed(ADA), id, CYD, caller(&[Vote])),
            Error::<Test>::GuardianIsCaller
        );
        assert_noop!(
            AgentWallet::set_guardian(signed(ADA), id, Some(BEN)),
            Error::<Test>::GuardianIsCaller
        );
        // One after the other it can be both.
        assert_ok!(AgentWallet::remove_caller(signed(ADA), id, BEN));
        assert_ok!(AgentWallet::set_guardian(signed(ADA), id, Some(BEN)));
        set(id, CYD, &[Vote]);
    });
}

#[test]
fn each_caller_costs_a_deposit_until_it_is_removed() {
    ExtBuilder.build_and_execute(|| {
        let id = create(ADA, 0);
        for (number, who) in (1..).zip([BEN, CYD, DEE]) {
            set(id, who, &[Vote]);
            assert_eq!(held(HoldReason::Wallet, ADA), (1 + number) * AITBC);
        }
        // Other rules cost nothing.
        System::reset_events();
        set(id, BEN, &[Market]);
        let rules = caller(&[Market]);
        assert_eq!(
            events::<Test, Event<Test>>(),
            [Event::CallerSet { wallet: id, caller: BEN, rules }]
        );
        assert_eq!(held(HoldReason::Wallet, ADA), 4 * AITBC);
        System::reset_events();
        assert_ok!(AgentWallet::remove_caller(signed(ADA), id, CYD));
        let removed = Event::CallerRemoved { wallet: id, caller: CYD };
        assert_eq!(events::<Test, Event<Test>>(), [removed]);
        assert_eq!(held(HoldReason::Wallet, ADA), 3 * AITBC);
        assert_noop!(execute(CYD, id, pay(1)), Error::<Test>::NotCaller);
        assert_ok!(AgentWallet::withdraw(signed(ADA), id, ADA, FUNDS));
        // Nothing is left for another one.
        let left = Balances::free_balance(ADA) - AITBC;
        assert_ok!(Balances::transfer_keep_alive(signed(ADA), EVE, left));
        assert_noop!(
            AgentWallet::set_caller(signed(ADA), id, CYD, caller(&[Vote])),
            TokenError::FundsUnavailable
        );
    });
}

#[test]
fn seventeenth_caller_is_refused() {
    ExtBuilder.build_and_execute(|| {
        let id = create(ADA, 0);
        for who in 0..u64::from(MAX_CALLERS) {
            set(id, 1_000 + who, &[Vote]);
        }
        assert_noop!(
            AgentWallet::set_caller(signed(ADA), id, BEN, caller(&[Vote])),
            Error::<Test>::TooManyCallers
        );
        // The rules of those that are there can still be changed.
        set(id, 1_000, &[Market]);
        assert_ok!(AgentWallet::remove_caller(signed(ADA), id, 1_001));
        set(id, BEN, &[Vote]);
        assert_eq!(Callers::<Test>::iter_prefix(id).count(), 16);
    });
}
