//! The example of the README.

use crate::{mock::*, types::Caller, Error};
use aitbc_primitives::{
    agents::wallets::{Permission::Transfer, TimeLock},
    time::{HOUR, MINUTE},
    token::AITBC,
};
use aitbc_test_support::{signed, wait, ADA, BEN, CYD, DEE};
use frame_support::{assert_noop, assert_ok};

#[test]
fn example_of_the_readme() {
    ExtBuilder.build_and_execute(|| {
        // 1
        assert_ok!(AgentWallet::create(signed(ADA), 0, None, Some(CYD)));
        let wallet = AgentWallet::address(ADA, 0);
        assert_eq!(held(crate::HoldReason::Wallet, ADA), AITBC);
        assert_ok!(Balances::transfer_keep_alive(signed(ADA), wallet, 100 * AITBC));
        // 2
        assert_ok!(AgentWallet::set_limits(signed(ADA), wallet, limits(10, 20, 50)));
        let recipients = Some(vec![DEE].try_into().unwrap());
        let rules = Caller { recipients, ..caller(&[Transfer]) };
        assert_ok!(AgentWallet::set_caller(signed(ADA), wallet, BEN, rules));
        // 3
        let to = |who, tokens| transfer(who, tokens * AITBC);
        assert_noop!(execute(BEN, wallet, to(BEN, 1)), Error::<Test>::WrongRecipient);
        assert_noop!(execute(BEN, wallet, to(DEE, 11)), Error::<Test>::OverCallLimit);
        assert_ok!(execute(BEN, wallet, to(DEE, 10)));
        assert_ok!(execute(BEN, wallet, to(DEE, 10)));
        assert_noop!(execute(BEN, wallet, to(DEE, 1)), Error::<Test>::OverDayLimit);
        // 4
        wait(25 * HOUR);
        let lock = TimeLock { above: 5 * AITBC, delay: HOUR };
        assert_ok!(AgentWallet::set_time_lock(signed(ADA), wallet, Some(lock)));
        assert_ok!(execute(BEN, wallet, to(DEE, 8)));
        assert_eq!(Balances::free_balance(wallet), 80 * AITBC);
        wait(HOUR - MINUTE);
        assert_noop!(confirm(BEN, wallet, 0), Error::<Test>::NotReady);
        wait(MINUTE);
        assert_ok!(confirm(BEN, wallet, 0));
        assert_eq!(Balances::free_balance(wallet), 72 * AITBC);
        // 5
        assert_ok!(AgentWallet::stop(signed(CYD), wallet));
        assert_noop!(execute(BEN, wallet, to(DEE, 1)), Error::<Test>::WalletStopped);
        assert_ok!(execute(ADA, wallet, to(BEN, 60)));
        // 6
        assert_ok!(AgentWallet::close(signed(ADA), wallet));
        assert_eq!(held(crate::HoldReason::Wallet, ADA), 0);
        assert_eq!(Balances::free_balance(ADA), BALANCE - 88 * AITBC);
    });
}
