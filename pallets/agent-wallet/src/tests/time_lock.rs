//! Calls that wait.

use crate::{
    mock::*,
    types::{Caller, MAX_DELAY, MAX_PENDING_BYTES, PENDING_LIFETIME},
    Error, Event, HoldReason, Pallet, Pending, WeightInfo,
};
use aitbc_primitives::{
    agents::wallets::{
        Permission::{Any, Market, Vote},
        TimeLock,
    },
    time::{DAY, HOUR},
    token::AITBC,
};
use aitbc_test_support::{events, now, set_now, signed, wait, ADA, BEN, CYD, DEE, EVE};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, weights::Weight};
use sp_runtime::TokenError;

/// A wallet of which more than 10 wait for an hour, with limits of 50, 60 and 1 000.
fn locked() -> u64 {
    let id = wallet();
    let lock = TimeLock { above: 10 * AITBC, delay: HOUR };
    assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, Some(lock)));
    assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits(50, 60, 1_000)));
    id
}

/// Has a call of 20 wait.
fn delayed(id: u64) -> u32 {
    let pending = AgentWallet::wallet(id).unwrap().pending.len();
    let next = crate::Wallets::<Test>::get(id).unwrap().next_pending;
    assert_ok!(execute(BEN, id, pay(20 * AITBC)));
    assert_eq!(AgentWallet::wallet(id).unwrap().pending.len(), pending + 1);
    next
}

#[test]
fn outflow_above_the_threshold_waits() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        assert_ok!(execute(BEN, id, pay(10 * AITBC)));
        assert_eq!(Balances::free_balance(id), FUNDS - 10 * AITBC);
        assert_eq!(Pending::<Test>::iter().count(), 0);

        System::reset_events();
        assert_ok!(execute(BEN, id, pay(10 * AITBC + 1)));
        assert_eq!(Balances::free_balance(id), FUNDS - 10 * AITBC);
        let (outflow, ready) = (10 * AITBC + 1, now() + HOUR);
        let delayed = Event::Delayed { wallet: id, pending: 0, by: BEN, outflow, ready };
        assert_eq!(events::<Test, Event<Test>>(), [delayed]);
        let waiting = &AgentWallet::wallet(id).unwrap().pending[0];
        assert_eq!(waiting.calls, vec![pay(10 * AITBC + 1)].encode());
        assert_eq!((waiting.id, waiting.caller, waiting.outflow), (0, BEN, outflow));
        assert_eq!((waiting.ready, waiting.expires), (ready, ready + PENDING_LIFETIME));
        // It is not spent yet.
        assert_eq!(AgentWallet::wallet(id).unwrap().left.today, 50 * AITBC);
    });
}

#[test]
fn batch_waits_as_one() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        assert_ok!(execute_many(BEN, id, vec![pay(6 * AITBC), refund(6 * AITBC), pay(5 * AITBC)]));
        assert_eq!(Balances::free_balance(id), FUNDS);
        wait(HOUR);
        System::reset_events();
        assert_ok!(confirm(BEN, id, 0));
        assert_eq!(Balances::free_balance(id), FUNDS - 5 * AITBC);
        let confirmed = Event::Confirmed { wallet: id, pending: 0, by: BEN, outflow: 11 * AITBC };
        assert_eq!(events::<Test, Event<Test>>(), [confirmed]);
    });
}

#[test]
fn owner_never_waits() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        assert_ok!(execute(ADA, id, pay(500 * AITBC)));
        assert_eq!(Balances::free_balance(id), FUNDS - 500 * AITBC);
    });
}

#[test]
fn limits_come_before_the_time_lock() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        assert_noop!(execute(BEN, id, pay(50 * AITBC + 1)), Error::<Test>::OverCallLimit);
        assert_eq!(Pending::<Test>::iter().count(), 0);
        assert_ok!(execute(BEN, id, pay(50 * AITBC)));
        assert_eq!(Pending::<Test>::iter().count(), 1);
    });
}

#[test]
fn confirmation_waits_for_its_time_and_expires() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let (first, second) = (delayed(id), delayed(id));
        let begin = now();
        assert_noop!(confirm(BEN, id, first), Error::<Test>::NotReady);
        assert_noop!(confirm(ADA, id, first), Error::<Test>::NotReady);
        wait(HOUR - 1);
        assert_noop!(confirm(BEN, id, first), Error::<Test>::NotReady);
        wait(1);
        assert_ok!(confirm(BEN, id, first));
        set_now(begin + HOUR + 7 * DAY - 1);
        System::reset_events();
        let before = crate::Wallets::<Test>::get(id).unwrap();
        assert_ok!(confirm(BEN, id, second));
        assert_eq!(before.pending, 1);
        assert_noop!(confirm(BEN, id, second), Error::<Test>::PendingNotFound);
    });
}

#[test]
fn expired_calls_can_only_be_cancelled() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let pending = delayed(id);
        wait(HOUR + 7 * DAY);
        for who in [ADA, BEN] {
            assert_noop!(confirm(who, id, pending), Error::<Test>::PendingExpired);
        }
        assert_ok!(AgentWallet::cancel(signed(BEN), id, pending));
        assert_eq!(held(HoldReason::Pending, BEN), 0);
    });
}

#[test]
fn call_is_confirmed_once() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let pending = delayed(id);
        wait(HOUR);
        assert_ok!(confirm(BEN, id, pending));
        assert_noop!(confirm(BEN, id, pending), Error::<Test>::PendingNotFound);
        assert_noop!(confirm(ADA, id, pending), Error::<Test>::PendingNotFound);
        assert_eq!(Balances::free_balance(id), FUNDS - 20 * AITBC);
    });
}

#[test]
fn confirmed_calls_count_as_spent_then() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let pending: Vec<_> = (0..4).map(|_| delayed(id)).collect();
        wait(HOUR);
        for id_of_calls in &pending[..3] {
            assert_ok!(confirm(BEN, id, *id_of_calls));
        }
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverDayLimit);
        assert_noop!(confirm(BEN, id, pending[3]), Error::<Test>::OverDayLimit);
        // It is the owner's act if the owner confirms it.
        assert_ok!(confirm(ADA, id, pending[3]));
        wait(24 * HOUR);
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverDayLimit);
        wait(HOUR);
        assert_ok!(execute(BEN, id, pay(10 * AITBC)));
    });
}

#[test]
fn only_the_caller_who_made_it_and_the_owner_confirm() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, DEE, caller(&[Any])));
        let pending = delayed(id);
        wait(HOUR);
        for who in [CYD, DEE, EVE, id] {
            assert_noop!(confirm(who, id, pending), Error::<Test>::NotCaller);
        }
        assert_noop!(confirm(BEN, EVE, pending), Error::<Test>::NotFound);
        assert_ok!(confirm(ADA, id, pending));
    });
}

#[test]
fn permissions_are_looked_at_again() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let pending = delayed(id);
        let rules = |expires| Caller { expires, ..caller(&[Market]) };
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules(Some(now() + HOUR))));
        wait(HOUR);
        assert_noop!(confirm(BEN, id, pending), Error::<Test>::CallerExpired);
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, caller(&[Vote])));
        assert_noop!(confirm(BEN, id, pending), Error::<Test>::NotPermitted);
        assert_ok!(AgentWallet::remove_caller(signed(ADA), id, BEN));
        assert_noop!(confirm(BEN, id, pending), Error::<Test>::NotCaller);
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules(None)));
        assert_ok!(confirm(BEN, id, pending));
    });
}

#[test]
fn recipients_are_looked_at_again() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        assert_ok!(execute(BEN, id, transfer(DEE, 20 * AITBC)));
        wait(HOUR);
        let recipients = Some(vec![EVE].try_into().unwrap());
        let rules = Caller { recipients, ..caller(&[Any]) };
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules));
        assert_noop!(confirm(BEN, id, 0), Error::<Test>::WrongRecipient);
    });
}

#[test]
fn no_more_leaves_than_when_it_was_made() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let price = |amount| shop::Price::<Test>::put(amount);
        price(20 * AITBC);
        assert_ok!(execute(BEN, id, shop::Call::buy {}.into()));
        wait(HOUR);
        price(20 * AITBC + 1);
        for who in [ADA, BEN] {
            assert_noop!(confirm(who, id, 0), Error::<Test>::OverPending);
        }
        price(19 * AITBC);
        System::reset_events();
        assert_ok!(confirm(BEN, id, 0));
        let confirmed = Event::Confirmed { wallet: id, pending: 0, by: BEN, outflow: 19 * AITBC };
        assert_eq!(events::<Test, Event<Test>>(), [confirmed]);
    });
}

#[test]
fn call_that_fails_goes_on_waiting() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let pending = delayed(id);
        wait(HOUR);
        assert_ok!(AgentWallet::withdraw(signed(ADA), id, ADA, FUNDS - 10 * AITBC));
        assert_noop!(confirm(BEN, id, pending), TokenError::FundsUnavailable);
        assert_ok!(Balances::transfer_keep_alive(signed(ADA), id, 10 * AITBC));
        assert_ok!(confirm(BEN, id, pending));
    });
}

#[test]
fn calls_pass_the_base_filter_when_they_are_confirmed() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let pending = delayed(id);
        wait(HOUR);
        Paused::set(&true);
        assert_noop!(confirm(BEN, id, pending), frame_system::Error::<Test>::CallFiltered);
    });
}

#[test]
fn weight_has_to_be_allowed_for() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let heavy = Weight::from_parts(1_000_000, 10);
        let work = shop::Call::work { weight: heavy, fails: false };
        assert_ok!(execute_many(BEN, id, vec![pay(20 * AITBC), work.into()]));
        wait(HOUR);
        let calls = vec![pay(0), shop::Call::work { weight: heavy, fails: false }.into()];
        let needed = calls.into_iter().fold(Weight::zero(), |sum, call: RuntimeCall| {
            sum + frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call).call_weight
        });
        let confirm =
            |max_weight| try_call(BEN, crate::Call::confirm { wallet: id, pending: 0, max_weight });
        let too_low = needed - Weight::from_parts(1, 0);
        assert_noop!(confirm(too_low), Error::<Test>::WeightTooLow);
        assert_noop!(confirm(needed - Weight::from_parts(0, 1)), Error::<Test>::WeightTooLow);
        let post = Pallet::<Test>::confirm(signed(BEN), id, 0, needed).unwrap();
        let own = <Test as crate::Config>::WeightInfo::confirm();
        let own = own.saturating_add(AgentWallet::weight_of_account());
        assert_eq!(post.actual_weight, Some(own + needed - heavy / 2));
    });
}

#[test]
fn calls_of_another_runtime_are_not_made() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let pending = delayed(id);
        wait(HOUR);
        Pending::<Test>::mutate(id, pending, |waiting| {
            waiting.as_mut().unwrap().transaction_version += 1;
        });
        assert_noop!(confirm(BEN, id, pending), Error::<Test>::PendingOutdated);
        assert_noop!(confirm(ADA, id, pending), Error::<Test>::PendingOutdated);
        assert_ok!(AgentWallet::cancel(signed(BEN), id, pending));
    });
}

#[test]
fn owner_guardian_and_caller_cancel() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, DEE, caller(&[Any])));
        for who in [ADA, BEN, CYD] {
            let pending = delayed(id);
            for stranger in [DEE, EVE, id] {
                assert_noop!(
                    AgentWallet::cancel(signed(stranger), id, pending),
                    Error::<Test>::NotGuardian
                );
            }
            System::reset_events();
            assert_ok!(AgentWallet::cancel(signed(who), id, pending));
            assert_eq!(
                events::<Test, Event<Test>>(),
                [Event::Cancelled { wallet: id, pending, by: who }]
            );
            assert_noop!(
                AgentWallet::cancel(signed(who), id, pending),
                Error::<Test>::PendingNotFound
            );
            assert_eq!(held(HoldReason::Pending, BEN), 0);
        }
        assert_eq!(Balances::free_balance(BEN), BALANCE);
    });
}

#[test]
fn caller_deposits_by_size_and_has_it_back() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let call = RuntimeCall::from(shop::Call::write { bytes: vec![0; 100], amount: 20 * AITBC });
        let size = vec![call.clone()].encode().len() as u128;
        assert_ok!(execute(BEN, id, call));
        assert_eq!(held(HoldReason::Pending, BEN), ENTRY + size * BYTE);
        wait(HOUR);
        // The owner confirms, and the caller has it back.
        assert_ok!(confirm(ADA, id, 0));
        assert_eq!(Balances::free_balance(BEN), BALANCE);
    });
}

#[test]
fn caller_without_the_deposit_fails() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, 77, caller(&[Any])));
        assert_ok!(Balances::transfer_keep_alive(signed(ADA), 77, ENTRY));
        assert_noop!(execute(77, id, pay(20 * AITBC)), TokenError::FundsUnavailable);
        assert_ok!(execute(77, id, pay(10 * AITBC)));
    });
}

#[test]
fn sixteen_calls_wait_at_most() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        for _ in 0..16 {
            delayed(id);
        }
        assert_noop!(execute(BEN, id, pay(20 * AITBC)), Error::<Test>::TooManyPending);
        assert_ok!(execute(BEN, id, pay(10 * AITBC)));
        assert_ok!(AgentWallet::cancel(signed(CYD), id, 3));
        assert_eq!(delayed(id), 16);
    });
}

#[test]
fn long_calls_do_not_wait() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let write = |bytes: usize| {
            RuntimeCall::from(shop::Call::write { bytes: vec![0; bytes], amount: 20 * AITBC })
        };
        let most = MAX_PENDING_BYTES as usize;
        let rest = vec![write(most)].encode().len() - most;
        assert_noop!(execute(BEN, id, write(most - rest + 1)), Error::<Test>::CallTooLong);
        assert_ok!(execute(BEN, id, write(most - rest)));
    });
}

#[test]
fn time_lock_of_what_waits_stays_as_it_was() {
    ExtBuilder.build_and_execute(|| {
        let id = locked();
        let pending = delayed(id);
        let lock = Some(TimeLock { above: 0, delay: DAY });
        assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, lock));
        wait(HOUR);
        assert_ok!(confirm(BEN, id, pending));
    });
}

#[test]
fn owner_sets_the_time_lock_within_30_days() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let set = |who, delay| {
            AgentWallet::set_time_lock(signed(who), id, Some(TimeLock { above: 0, delay }))
        };
        for who in [BEN, CYD, id] {
            assert_noop!(set(who, 1), Error::<Test>::NotOwner);
        }
        assert_noop!(set(ADA, 0), Error::<Test>::DelayOutOfRange);
        assert_noop!(set(ADA, MAX_DELAY + 1), Error::<Test>::DelayOutOfRange);
        assert_ok!(set(ADA, MAX_DELAY));
        assert_ok!(set(ADA, 1));
        System::reset_events();
        assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, None));
        assert_eq!(
            events::<Test, Event<Test>>(),
            [Event::TimeLockSet { wallet: id, time_lock: None }]
        );
        assert_ok!(execute(BEN, id, pay(AITBC)));
        assert_eq!(Balances::free_balance(id), FUNDS - AITBC);
    });
}
