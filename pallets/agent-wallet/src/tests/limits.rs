//! Limits, by what really leaves a wallet.

use crate::{
    limits::Exceeded,
    mock::*,
    types::{Caller, Spending, HOURS, SIX_HOURS},
    Error, SpentByCaller,
};
use aitbc_primitives::{
    agents::wallets::{Limits, Permission::Any},
    time::{DAY, HOUR, MINUTE},
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance,
};
use aitbc_test_support::{now, set_now, signed, wait, ADA, BEN, DEE, EVE, START};
use frame_support::{assert_noop, assert_ok};

/// A wallet for which BEN and DEE may do everything within these limits.
fn limited(limits: Limits) -> u64 {
    let id = wallet();
    assert_ok!(AgentWallet::set_caller(signed(ADA), id, DEE, caller(&[Any])));
    assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits));
    id
}

/// Pays so many tokens.
fn tokens(amount: Balance) -> RuntimeCall {
    pay(amount * AITBC)
}

/// 05 section 6: limits of 10 per call and 20 per day. 11 fails, 10 and 10 pass, 1 fails, 25 h later it passes.
#[test]
fn scenario_of_the_design() {
    ExtBuilder.build_and_execute(|| {
        // An hour begins.
        assert_eq!(START % HOUR, 0);
        let id = limited(limits(10, 20, 1_000));
        assert_noop!(execute(BEN, id, tokens(11)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, tokens(10)));
        assert_ok!(execute(BEN, id, tokens(10)));
        assert_noop!(execute(BEN, id, tokens(1)), Error::<Test>::OverDayLimit);
        wait(24 * HOUR + 59 * MINUTE);
        assert_noop!(execute(BEN, id, tokens(1)), Error::<Test>::OverDayLimit);
        wait(MINUTE - 1);
        assert_noop!(execute(BEN, id, tokens(1)), Error::<Test>::OverDayLimit);
        wait(1);
        assert_ok!(execute(BEN, id, tokens(1)));
    });
}

#[test]
fn what_was_spent_at_the_end_of_an_hour_is_free_after_24_hours() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 10, 1_000));
        wait(HOUR - 1);
        assert_ok!(execute(BEN, id, tokens(10)));
        wait(24 * HOUR);
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverDayLimit);
        wait(1);
        assert_ok!(execute(BEN, id, tokens(10)));
    });
}

#[test]
fn what_was_spent_in_a_week_is_free_after_7_days_to_6_hours_more() {
    ExtBuilder.build_and_execute(|| {
        // At the start of six hours.
        let id = limited(limits(10, 10, 10));
        assert_ok!(execute(BEN, id, tokens(10)));
        wait(7 * DAY + 6 * HOUR - 1);
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverWeekLimit);
        wait(1);
        assert_ok!(execute(BEN, id, tokens(10)));
        // And at their end.
        wait(8 * DAY);
        set_now(now() / (6 * HOUR) * (6 * HOUR) + 6 * HOUR - 1);
        assert_ok!(execute(BEN, id, tokens(10)));
        wait(7 * DAY);
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverWeekLimit);
        wait(1);
        assert_ok!(execute(BEN, id, tokens(10)));
    });
}

#[test]
fn limits_bind_exactly() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 15, 25));
        assert_noop!(execute(BEN, id, pay(10 * AITBC + 1)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, tokens(10)));
        assert_noop!(execute(BEN, id, pay(5 * AITBC + 1)), Error::<Test>::OverDayLimit);
        assert_ok!(execute(BEN, id, tokens(5)));
        wait(25 * HOUR);
        assert_noop!(execute(BEN, id, pay(10 * AITBC + 1)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, tokens(10)));
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverWeekLimit);
    });
}

#[test]
fn two_callers_in_one_block_share_the_limits_of_the_wallet() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 15, 1_000));
        assert_ok!(execute(BEN, id, tokens(10)));
        assert_noop!(execute(DEE, id, pay(5 * AITBC + 1)), Error::<Test>::OverDayLimit);
        assert_ok!(execute(DEE, id, tokens(5)));
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverDayLimit);
    });
}

#[test]
fn limits_of_a_caller_bind_beside_those_of_the_wallet() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 20, 1_000));
        let rules = |limits| Caller { limits, ..caller(&[Any]) };
        let own = Some(limits(8, 12, 14));
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules(own)));
        assert_noop!(execute(BEN, id, pay(8 * AITBC + 1)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, tokens(8)));
        assert_noop!(execute(BEN, id, pay(4 * AITBC + 1)), Error::<Test>::OverDayLimit);
        assert_ok!(execute(BEN, id, tokens(4)));
        // The other caller has what the wallet still lets through.
        assert_noop!(execute(DEE, id, pay(8 * AITBC + 1)), Error::<Test>::OverDayLimit);
        assert_ok!(execute(DEE, id, tokens(8)));
        wait(25 * HOUR);
        assert_noop!(execute(BEN, id, pay(2 * AITBC + 1)), Error::<Test>::OverWeekLimit);
        assert_ok!(execute(BEN, id, tokens(2)));
        // Other limits of its own take into account what it has spent; none forget it.
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules(Some(limits(10, 3, 20)))));
        assert_noop!(execute(BEN, id, pay(AITBC + 1)), Error::<Test>::OverDayLimit);
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, BEN, rules(None)));
        assert_eq!(SpentByCaller::<Test>::iter().count(), 0);
        assert_ok!(execute(BEN, id, tokens(10)));
    });
}

#[test]
fn many_small_calls_add_up() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(1, 10, 30));
        for _ in 0..10 {
            assert_ok!(execute(BEN, id, tokens(1)));
        }
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverDayLimit);
    });
}

#[test]
fn batch_is_one_call_and_a_refund_in_it_hides_nothing() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 20, 1_000));
        // Each is below the limit of a call, both are not.
        assert_noop!(
            execute_many(BEN, id, vec![tokens(6), tokens(5)]),
            Error::<Test>::OverCallLimit
        );
        assert_noop!(
            execute_many(BEN, id, vec![tokens(10), refund(10 * AITBC), pay(1)]),
            Error::<Test>::OverCallLimit
        );
        assert_noop!(
            execute_many(BEN, id, vec![refund(100 * AITBC), tokens(11)]),
            Error::<Test>::OverCallLimit
        );
        assert_ok!(execute_many(BEN, id, vec![tokens(5), refund(5 * AITBC), tokens(5)]));
        assert_ok!(execute(BEN, id, tokens(10)));
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverDayLimit);
    });
}

#[test]
fn call_that_refunds_counts_as_what_it_takes_in_all() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 20, 1_000));
        let exchange = |amount, back| {
            shop::Call::exchange { amount: amount * AITBC, back: back * AITBC }.into()
        };
        assert_noop!(execute(BEN, id, exchange(100, 89)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, exchange(100, 90)));
        // What comes in does not make room.
        assert_ok!(execute(BEN, id, exchange(1, 100)));
        assert_ok!(execute(BEN, id, refund(100 * AITBC)));
        assert_ok!(execute(BEN, id, tokens(10)));
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverDayLimit);
    });
}

#[test]
fn holds_count_and_their_release_does_not_make_room() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 20, 1_000));
        let hold = |amount| shop::Call::hold { amount: amount * AITBC }.into();
        let release = |amount| shop::Call::release { amount: amount * AITBC }.into();
        assert_noop!(execute(BEN, id, hold(11)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, hold(10)));
        assert_ok!(execute(BEN, id, release(10)));
        assert_ok!(execute(BEN, id, hold(10)));
        assert_noop!(execute(BEN, id, hold(1)), Error::<Test>::OverDayLimit);
        assert_ok!(execute(BEN, id, release(10)));
        assert_noop!(execute(BEN, id, hold(1)), Error::<Test>::OverDayLimit);
    });
}

/// As an escrow: what is paid out of a hold has counted when it was held.
#[test]
fn what_is_paid_out_of_a_hold_has_counted_before() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 10, 1_000));
        let open = |amount| shop::Call::open { to: EVE, amount }.into();
        let pay_out = |amount| shop::Call::pay_out { to: EVE, amount }.into();
        assert_ok!(execute(BEN, id, open(10 * AITBC)));
        assert_ok!(execute(BEN, id, pay_out(10 * AITBC)));
        assert_eq!(Balances::free_balance(EVE), BALANCE + 10 * AITBC);
        assert_noop!(execute(BEN, id, open(1)), Error::<Test>::OverDayLimit);
    });
}

#[test]
fn freezes_do_not_count() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(0, 0, 0));
        assert_ok!(execute(BEN, id, shop::Call::freeze { amount: FUNDS }.into()));
        assert_ok!(execute(BEN, id, shop::Call::freeze { amount: 0 }.into()));
    });
}

#[test]
fn transfer_of_all_counts_all() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(999, 999, 999));
        let all = |keep_alive| {
            RuntimeCall::from(pallet_balances::Call::transfer_all { dest: DEE, keep_alive })
        };
        assert_noop!(execute(BEN, id, all(false)), Error::<Test>::OverCallLimit);
        assert_noop!(execute(BEN, id, all(true)), Error::<Test>::OverCallLimit);
        let rest = EXISTENTIAL_DEPOSIT;
        let limits = |amount| Limits { per_call: amount, per_day: amount, per_week: amount };
        assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits(FUNDS - rest)));
        assert_noop!(execute(BEN, id, all(false)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, all(true)));
        assert_eq!(Balances::free_balance(id), rest);
        // The dust of an account that dies counts.
        assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits(FUNDS)));
        assert_ok!(execute(BEN, id, all(false)));
        assert_eq!(Balances::free_balance(id), 0);
    });
}

#[test]
fn limit_below_what_is_spent_blocks_until_it_fits() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(100, 100, 1_000));
        assert_ok!(execute(BEN, id, tokens(20)));
        wait(HOUR);
        assert_ok!(execute(BEN, id, tokens(4)));
        assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits(10, 5, 1_000)));
        assert_noop!(execute(BEN, id, pay(1)), Error::<Test>::OverDayLimit);
        // What lets nothing out is still possible.
        assert_ok!(execute(BEN, id, refund(1)));
        wait(24 * HOUR);
        // The 20 are free, the 4 are not.
        assert_noop!(execute(BEN, id, pay(AITBC + 1)), Error::<Test>::OverDayLimit);
        assert_ok!(execute(BEN, id, tokens(1)));
        wait(HOUR);
        assert_ok!(execute(BEN, id, tokens(4)));
    });
}

#[test]
fn rolled_back_calls_are_not_counted() {
    ExtBuilder.build_and_execute(|| {
        let id = limited(limits(10, 10, 10));
        let fails = shop::Call::work { weight: Default::default(), fails: true };
        assert_noop!(
            execute_many(BEN, id, vec![tokens(10), fails.into()]),
            shop::Error::<Test>::Failed
        );
        assert_noop!(execute(BEN, id, tokens(11)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, id, tokens(10)));
    });
}

#[test]
fn only_the_owner_sets_limits() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        for who in [BEN, DEE, id] {
            assert_noop!(
                AgentWallet::set_limits(signed(who), id, Limits::NONE),
                Error::<Test>::NotOwner
            );
        }
    });
}

/// Around each border of an hour and of six hours, a window of 24 h (7 d) that begins anywhere never has more than the
/// limit, and what is older than 25 h (7 d 6 h) never counts.
#[test]
fn windows_hold_at_each_border() {
    let limits = Limits { per_call: 1, per_day: 1, per_week: 1 };
    let day = Limits { per_week: Balance::MAX, ..limits };
    for (limits, window, length, error) in
        [(day, DAY, HOUR, Exceeded::Day), (limits, 7 * DAY, 6 * HOUR, Exceeded::Week)]
    {
        for first in [START, START + 1, START + length / 2, START + length - 1] {
            let mut spent = Spending::default();
            assert_eq!(spent.add(1, &limits, first), Ok(()));
            // To the millisecond both ends of a window belong to it.
            for later in [first, first + 1, first + DAY - 1, first + window - 1, first + window] {
                let exceeded = spent.clone().add(1, &limits, later).unwrap_err();
                assert!(exceeded == error || exceeded == Exceeded::Day, "{first} {later}");
            }
            assert_eq!(spent.clone().add(1, &limits, first + window + length), Ok(()));
            let free = (first / length + 1) * length + window;
            assert_eq!(spent.clone().add(1, &limits, free - 1).unwrap_err(), error);
            assert_eq!(spent.add(1, &limits, free), Ok(()));
        }
    }
}

#[test]
fn there_are_at_most_25_and_29_buckets() {
    let mut spent = Spending::default();
    for hour in 0..1_000 {
        assert_eq!(spent.add(1, &Limits::NONE, START + hour * HOUR), Ok(()));
        assert!(spent.hours.len() <= HOURS as usize);
        assert!(spent.six_hours.len() <= SIX_HOURS as usize);
    }
    assert_eq!((spent.hours.len(), spent.six_hours.len()), (25, 29));
    let left = spent.left(&limits(1, 1, 1), START + 999 * HOUR);
    assert_eq!(left.today, AITBC - (28 * 6 + 4));
    assert_eq!(left.this_week, AITBC - (28 * 6 + 4));
}

#[test]
fn amounts_of_all_tokens_do_not_overflow() {
    let mut spent = Spending::default();
    assert_eq!(spent.add(Balance::MAX, &Limits::NONE, START), Ok(()));
    assert_eq!(spent.add(Balance::MAX, &Limits::NONE, START), Ok(()));
    let limits = Limits { per_day: Balance::MAX - 1, ..Limits::NONE };
    assert_eq!(spent.add(1, &limits, START), Err(Exceeded::Day));
    assert_eq!(spent.left(&Limits::NONE, u64::MAX).today, Balance::MAX);
}
