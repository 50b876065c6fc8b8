//! Limits against the calls that really move tokens.

use super::*;
use aitbc_primitives::{
    agents::wallets::TimeLock,
    market::escrow::{Fallback, Rule, Terms},
};
use pallet_staking::RewardDestination;
use Permission::*;

/// A wallet of Alice's with 1 000 AITBC, for which Bob may do everything with 10 a call, 20 a day and 50 a week.
fn with_wallet(test: impl FnOnce(&mut Chain, AccountId)) {
    let mut chain = Chain::development();
    chain.blocks(2);
    let wallet = chain.inspect(|| {
        let wallet = wallet_of_alice(0, 1_000 * AITBC);
        allow(&wallet, Bob, &[Any]);
        limit(&wallet, [10, 20, 50].map(|whole| whole * AITBC));
        wallet
    });
    test(&mut chain, wallet);
    chain.blocks(1);
}

/// How a call ends that Bob has the wallet make.
fn bob(wallet: &AccountId, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
    execute(&Bob.to_account_id(), wallet, call)
}

fn bob_pays(wallet: &AccountId, whole: Balance) -> Result<(), DispatchError> {
    bob(wallet, transfer_to(&Charlie.to_account_id(), whole * AITBC))
}

fn over(error: WalletError<Runtime>) -> DispatchError {
    error.into()
}

/// What the wallet may still spend today.
fn today(wallet: &AccountId) -> Balance {
    AgentWallet::wallet(wallet.clone()).unwrap().left.today
}

/// An escrow of one part for Charlie.
fn create_escrow(amount: Balance) -> RuntimeCall {
    let terms = Terms {
        amounts: vec![amount].try_into().unwrap(),
        rule: Rule::Manual,
        default: Fallback::Refund,
        arbiter: None,
        accept_within: HOUR,
        deadline_in: DAY,
        review: HOUR,
        terms_hash: None,
    };
    pallet_escrow::Call::create { beneficiary: Charlie.to_account_id(), terms }.into()
}

/// The scenario of the page of agents.
#[test]
fn ten_a_call_and_twenty_a_day() {
    with_wallet(|chain, wallet| {
        // At the beginning of an hour.
        let hour = now(chain) / HOUR * HOUR + HOUR;
        to(chain, hour);
        chain.inspect(|| {
            assert_noop!(bob_pays(&wallet, 11), over(WalletError::OverCallLimit));
            assert_ok!(bob_pays(&wallet, 10));
            assert_ok!(bob_pays(&wallet, 10));
            assert_noop!(bob_pays(&wallet, 1), over(WalletError::OverDayLimit));
        });
        to(chain, hour + 25 * HOUR - 60 * SECOND);
        chain.inspect(|| {
            assert_noop!(bob_pays(&wallet, 1), over(WalletError::OverDayLimit));
        });
        to(chain, hour + 25 * HOUR);
        chain.inspect(|| {
            assert_ok!(bob_pays(&wallet, 1));
        });
    });
}

/// What an escrow sets aside has left the wallet; when it is paid out nothing leaves it any more.
#[test]
fn escrow_counts_when_it_is_created() {
    with_wallet(|chain, wallet| {
        chain.inspect(|| {
            let charlie = Charlie.to_account_id();
            assert_noop!(bob(&wallet, create_escrow(10 * AITBC)), over(WalletError::OverCallLimit));
            let before = Balances::balance(&wallet);
            assert_ok!(bob(&wallet, create_escrow(5 * AITBC)));
            let outflow = before - Balances::balance(&wallet);
            // The fee on it, and a deposit that comes back.
            assert!(outflow > 5_125 * MILLI && outflow < 7 * AITBC, "{outflow}");
            assert_eq!(today(&wallet), 20 * AITBC - outflow);

            assert_ok!(Escrow::accept(signed_by(&charlie), 0));
            let had = Balances::balance(&charlie);
            let release = pallet_escrow::Call::release { id: 0, milestone: 0 };
            assert_ok!(bob(&wallet, release));
            assert_eq!(Balances::balance(&charlie), had + 5 * AITBC);
            assert_eq!(today(&wallet), 20 * AITBC - outflow);
            assert_eq!(Balances::total_balance(&wallet), 1_000 * AITBC - 5_125 * MILLI);
        });
    });
}

/// A hold counts, also if it is released by the next call: else each would lend room to one that really pays.
#[test]
fn hold_and_its_release_count() {
    with_wallet(|chain, wallet| {
        chain.inspect(|| {
            let many = |amount| WalletCall::execute_many {
                wallet: wallet.clone(),
                calls: vec![create_escrow(amount), pallet_escrow::Call::cancel { id: 0 }.into()],
            };
            let bob = Bob.to_account_id();
            assert_noop!(dispatch(&bob, many(10 * AITBC)), over(WalletError::OverCallLimit));
            assert_ok!(dispatch(&bob, many(5 * AITBC)));
            assert_eq!(Balances::balance(&wallet), 1_000 * AITBC);
            assert!(today(&wallet) < 15 * AITBC);
        });
    });
}

#[test]
fn bond_counts_and_what_comes_back_frees_nothing() {
    with_wallet(|chain, wallet| {
        chain.inspect(|| {
            let bond = |whole: Balance| {
                let (value, payee) = (whole * AITBC, RewardDestination::Staked);
                pallet_staking::Call::bond { value, payee }
            };
            assert_noop!(bob(&wallet, bond(11)), over(WalletError::OverCallLimit));
            assert_ok!(bob(&wallet, bond(10)));
            assert_eq!(today(&wallet), 10 * AITBC);
            let unbond = pallet_staking::Call::unbond { value: 5 * AITBC };
            assert_ok!(bob(&wallet, unbond));
            assert_eq!(today(&wallet), 10 * AITBC);
        });
    });
}

/// Votes freeze, and a freeze takes nothing away.
#[test]
fn delegation_does_not_count_and_its_deposit_does() {
    with_wallet(|chain, wallet| {
        chain.inspect(|| {
            let charlie = Charlie.to_account_id();
            VotingPower::accept_delegations(signed_by(&charlie), Some(0)).unwrap();
            let delegate =
                pallet_voting_power::Call::delegate { delegate: charlie.into(), max_power: None };
            assert_ok!(bob(&wallet, delegate));
            assert_eq!(today(&wallet), 20 * AITBC);
            assert_ok!(bob(&wallet, pallet_voting_power::Call::undelegate {}));
            let accept = pallet_voting_power::Call::accept_delegations { min_balance: Some(0) };
            assert_ok!(bob(&wallet, accept));
            assert!(today(&wallet) < 20 * AITBC);
        });
    });
}

#[test]
fn transfer_of_everything_is_over_the_limit() {
    with_wallet(|chain, wallet| {
        chain.inspect(|| {
            let dest = || Bob.to_account_id().into();
            for keep_alive in [true, false] {
                let all = pallet_balances::Call::transfer_all { dest: dest(), keep_alive };
                assert_noop!(bob(&wallet, all), over(WalletError::OverCallLimit));
            }
        });
    });
}

#[test]
fn many_small_calls_are_added_up() {
    with_wallet(|chain, wallet| {
        chain.inspect(|| {
            for _ in 0..20 {
                assert_ok!(bob_pays(&wallet, 1));
            }
            assert_noop!(bob_pays(&wallet, 1), over(WalletError::OverDayLimit));
            let unit = transfer_to(&Charlie.to_account_id(), 1);
            assert_noop!(bob(&wallet, unit), over(WalletError::OverDayLimit));
        });
    });
}

#[test]
fn calls_at_once_count_together() {
    with_wallet(|chain, wallet| {
        chain.inspect(|| {
            let charlie = Charlie.to_account_id();
            let many = |number: usize| WalletCall::execute_many {
                wallet: wallet.clone(),
                calls: vec![transfer_to(&charlie, AITBC); number],
            };
            let bob = Bob.to_account_id();
            assert_noop!(dispatch(&bob, many(11)), over(WalletError::OverCallLimit));
            assert_ok!(dispatch(&bob, many(10)));
            assert_eq!(today(&wallet), 10 * AITBC);
            // All of them or none.
            let calls =
                vec![transfer_to(&charlie, AITBC), pallet_escrow::Call::accept { id: 77 }.into()];
            let many = WalletCall::execute_many { wallet: wallet.clone(), calls };
            let not_found = pallet_escrow::Error::<Runtime>::NotFound;
            assert_noop!(dispatch(&bob, many), not_found);
        });
    });
}

#[test]
fn two_callers_of_one_block_share_the_limits() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let wallet = chain.inspect(|| {
        let wallet = wallet_of_alice(0, 1_000 * AITBC);
        for caller in [Bob, Charlie] {
            allow(&wallet, caller, &[Transfer]);
        }
        limit(&wallet, [10, 15, 50].map(|whole| whole * AITBC));
        wallet
    });
    let pay = |chain: &mut Chain, who| {
        let call = Box::new(transfer_to(&Dave.to_account_id(), 10 * AITBC));
        chain.sign(who, WalletCall::execute { wallet: wallet.clone(), call })
    };
    let transactions = [Bob, Charlie].map(|who| pay(&mut chain, who)).to_vec();
    let results = chain.block(transactions);
    assert_eq!(results, [Ok(()), Err(over(WalletError::OverDayLimit))]);
    assert_eq!(chain.balance(&wallet), 990 * AITBC);
}

/// Fees are the caller's own: a wallet pays none.
#[test]
fn fees_are_paid_by_the_caller() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let wallet = chain.inspect(|| {
        let wallet = wallet_of_alice(0, 1_000 * AITBC);
        allow(&wallet, Bob, &[Transfer]);
        limit(&wallet, [Balance::MAX; 3]);
        wallet
    });
    let before = chain.balance(&Bob.to_account_id());
    let call = Box::new(transfer_to(&Dave.to_account_id(), 10 * AITBC));
    chain.call(Bob, WalletCall::execute { wallet: wallet.clone(), call }).unwrap();
    assert_eq!(chain.balance(&wallet), 990 * AITBC);
    assert!(chain.balance(&Bob.to_account_id()) < before);
}

#[test]
fn limit_below_what_was_spent_blocks() {
    with_wallet(|chain, wallet| {
        chain.inspect(|| {
            assert_ok!(bob_pays(&wallet, 10));
            limit(&wallet, [10, 5, 50].map(|whole| whole * AITBC));
            assert_noop!(bob_pays(&wallet, 1), over(WalletError::OverDayLimit));
            limit(&wallet, [10, 11, 50].map(|whole| whole * AITBC));
            assert_ok!(bob_pays(&wallet, 1));
        });
    });
}

/// A stolen key gets what the limits allow, until somebody notices.
#[test]
fn stolen_caller_takes_no_more_than_a_week_allows() {
    with_wallet(|chain, wallet| {
        let begin = now(chain);
        for hour in 0..7 * 24 {
            to(chain, begin + (hour + 1) * HOUR);
            chain.inspect(|| while bob_pays(&wallet, 1).is_ok() {});
        }
        let lost = 1_000 * AITBC - chain.balance(&wallet);
        assert_eq!(lost, 50 * AITBC);
        chain.inspect(|| {
            let alice = signed_by(&Alice.to_account_id());
            AgentWallet::stop(alice, wallet.clone()).unwrap();
            assert_noop!(bob_pays(&wallet, 1), over(WalletError::WalletStopped));
        });
    });
}

/// The lock of what vests goes before, as it does for everybody.
#[test]
fn time_lock_has_payments_wait() {
    with_wallet(|chain, wallet| {
        let lock = TimeLock { above: AITBC, delay: DAY };
        let charlie = Charlie.to_account_id();
        let before = chain.balance(&charlie);
        chain.inspect(|| {
            let alice = signed_by(&Alice.to_account_id());
            AgentWallet::set_time_lock(alice, wallet.clone(), Some(lock)).unwrap();
            assert_ok!(bob_pays(&wallet, 1));
            assert_ok!(bob_pays(&wallet, 5));
            assert_eq!(Balances::balance(&wallet), 999 * AITBC);
        });
        let confirm = || WalletCall::confirm {
            wallet: wallet.clone(),
            pending: 0,
            max_weight: frame_support::weights::Weight::from_parts(10_000_000_000, 1 << 20),
        };
        let bob = Bob.to_account_id();
        chain.inspect(|| {
            assert_noop!(dispatch(&bob, confirm()), over(WalletError::NotReady));
        });
        let ready = now(chain) + DAY;
        to(chain, ready);
        chain.inspect(|| {
            assert_ok!(dispatch(&bob, confirm()));
            assert_noop!(dispatch(&bob, confirm()), over(WalletError::PendingNotFound));
        });
        assert_eq!(chain.balance(&charlie), before + 6 * AITBC);
    });
}
