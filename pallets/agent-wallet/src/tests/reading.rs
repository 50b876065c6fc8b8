//! What clients read.

use crate::{mock::*, types::Caller};
use aitbc_primitives::{
    agents::wallets::{
        Limits,
        Permission::{Any, Market, Vote},
        TimeLock,
    },
    time::{DAY, HOUR},
    token::AITBC,
};
use aitbc_test_support::{now, signed, wait, ADA, BEN, CYD, DEE, EVE, START};
use frame_support::assert_ok;

#[test]
fn wallet_tells_what_it_has_and_what_is_left() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        assert_eq!(AgentWallet::wallet(DEE), None);
        assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits(10, 20, 25)));
        assert_ok!(execute(BEN, id, shop::Call::hold { amount: 3 * AITBC }.into()));
        assert_ok!(execute(BEN, id, shop::Call::freeze { amount: 5 * AITBC }.into()));
        let view = AgentWallet::wallet(id).unwrap();
        assert_eq!((view.free, view.held), (FUNDS - 3 * AITBC, 3 * AITBC));
        // What is held covers 3 of the 5 that are frozen.
        assert_eq!(view.withdrawable, FUNDS - 5 * AITBC);
        assert_eq!(view.limits, limits(10, 20, 25));
        assert_eq!((view.left.today, view.left.this_week), (17 * AITBC, 22 * AITBC));
        assert_eq!(view.left.next_free, Some(START + 25 * HOUR));
        assert_eq!(view.left.next_free_of_week, Some(START + 7 * DAY + 6 * HOUR));
        wait(25 * HOUR);
        let left = AgentWallet::wallet(id).unwrap().left;
        assert_eq!((left.today, left.next_free), (20 * AITBC, None));
        // What is left of the week binds the day too.
        assert_ok!(execute(BEN, id, pay(10 * AITBC)));
        assert_ok!(execute(BEN, id, pay(9 * AITBC)));
        let left = AgentWallet::wallet(id).unwrap().left;
        assert_eq!((left.today, left.this_week), (AITBC, 3 * AITBC));
        wait(25 * HOUR);
        let left = AgentWallet::wallet(id).unwrap().left;
        assert_eq!((left.today, left.this_week), (3 * AITBC, 3 * AITBC));
    });
}

#[test]
fn callers_tell_their_rules_and_what_is_left_of_their_limits() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let recipients = Some(vec![EVE].try_into().unwrap());
        let (expires, own) = (Some(now() + DAY), Some(limits(1, 2, 3)));
        let rules = Caller { expires, limits: own, recipients, ..caller(&[Vote, Market]) };
        assert_ok!(AgentWallet::set_caller(signed(ADA), id, DEE, rules));
        assert_ok!(execute(DEE, id, pay(AITBC)));
        let callers = AgentWallet::wallet(id).unwrap().callers;
        let of = |who| callers.iter().find(|one| one.caller == who).unwrap();
        assert_eq!(callers.len(), 2);
        assert_eq!(of(BEN).permissions, [Any]);
        assert_eq!((of(BEN).limits, &of(BEN).left), (None, &None));
        assert_eq!(of(DEE).permissions, [Vote, Market]);
        assert_eq!((of(DEE).expires, of(DEE).limits), (expires, own));
        assert_eq!(of(DEE).recipients, Some(vec![EVE]));
        let left = of(DEE).left.clone().unwrap();
        assert_eq!((left.today, left.this_week), (AITBC, 2 * AITBC));
    });
}

#[test]
fn what_waits_is_told_in_the_order_in_which_it_is_ready() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        for delay in [3, 1, 2] {
            let lock = TimeLock { above: 0, delay };
            assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, Some(lock)));
            assert_ok!(execute(BEN, id, pay(AITBC)));
        }
        let pending = AgentWallet::wallet(id).unwrap().pending;
        let order: Vec<_> = pending.iter().map(|waiting| (waiting.id, waiting.ready)).collect();
        assert_eq!(order, [(1, START + 1), (2, START + 2), (0, START + 3)]);
    });
}

#[test]
fn wallets_of_an_owner_are_paged() {
    ExtBuilder.build_and_execute(|| {
        for index in 0..130 {
            assert_ok!(AgentWallet::create(signed(ADA), index, None, Some(CYD)));
        }
        assert_ok!(AgentWallet::create(signed(BEN), 0, None, None));
        let page = |limit, offset| {
            let wallets = AgentWallet::wallets_of(ADA, limit, offset);
            wallets.into_iter().map(|wallet| wallet.wallet).collect::<Vec<_>>()
        };
        assert_eq!(page(1_000, 0).len(), 100);
        assert_eq!(page(100, 100).len(), 30);
        assert_eq!(page(20, 200), [0u64; 0]);
        let mut all = [page(100, 0), page(100, 100)].concat();
        assert_eq!(all[5..15], page(10, 5));
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 130);
        assert_eq!(AgentWallet::wallets_of(BEN, 20, 0).len(), 1);
        assert_eq!(AgentWallet::wallets_of(DEE, 20, 0), []);
    });
}

#[test]
fn figures_count_wallets() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        create(BEN, 0);
        assert_ok!(AgentWallet::stop(signed(CYD), id));
        let figures = AgentWallet::figures();
        assert_eq!((figures.wallets, figures.stopped), (2, 1));
        assert_ok!(AgentWallet::close(signed(ADA), id));
        let figures = AgentWallet::figures();
        assert_eq!((figures.wallets, figures.stopped), (1, 0));
    });
}

#[test]
fn limits_of_none_leave_everything() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        let left = AgentWallet::wallet(id).unwrap().left;
        assert_eq!((left.today, left.next_free), (Limits::NONE.per_day, None));
    });
}
