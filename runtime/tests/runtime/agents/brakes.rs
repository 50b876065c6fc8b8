//! What the brakes stop of agents and wallets, and what they do not.

use super::*;
use crate::safety::full_name;
use aitbc_primitives::{
    agents::{registry::InboxPolicy, wallets::TimeLock},
    market::deadlines::{ActiveClock, Why},
};
use aitbc_runtime::adapters::filters::PassesSafeMode;
use frame_support::traits::{Contains, GetCallMetadata};
use Permission::*;

fn filtered() -> DispatchError {
    frame_system::Error::<Runtime>::CallFiltered.into()
}

/// A chain in safe mode. A wallet of Alice's has 100 AITBC and a payment of Bob's that waits; two agents of hers have
/// a message between them, from the first to the second.
fn in_safe_mode() -> (Chain, AccountId, [AccountId; 2]) {
    let mut chain = Chain::development();
    chain.blocks(2);
    let (wallet, agents) = chain.inspect(|| {
        let alice = Alice.to_account_id();
        let wallet = wallet_of_alice(0, 100 * AITBC);
        allow(&wallet, Bob, &[Any]);
        limit(&wallet, [Balance::MAX; 3]);
        let lock = TimeLock { above: AITBC, delay: HOUR };
        AgentWallet::set_time_lock(signed_by(&alice), wallet.clone(), Some(lock)).unwrap();
        let bob = Bob.to_account_id();
        execute(&bob, &wallet, transfer_to(&bob, 10 * AITBC)).unwrap();
        let agents = [1, 2].map(|number| make_agent(&key(number), &alice, Role::Consumer));
        let [from, to] = &agents;
        Balances::mint_into(from, 10 * AITBC).unwrap();
        let anyone = InboxPolicy::Anyone;
        Agents::set_inbox(signed_by(to), to.clone(), anyone, 0).unwrap();
        Agents::send(signed_by(from), to.clone(), 1, vec![1; 100], DAY, 0, [0; 16]).unwrap();
        (wallet, agents)
    });
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());
    (chain, wallet, agents)
}

#[test]
fn owner_and_guardian_act_in_safe_mode() {
    let (mut chain, wallet, [from, to]) = in_safe_mode();
    chain.inspect(|| {
        let alice = Alice.to_account_id();
        let wallet = || wallet.clone();
        assert_ok!(dispatch(&alice, WalletCall::stop { wallet: wallet() }));
        assert_ok!(dispatch(&alice, WalletCall::cancel { wallet: wallet(), pending: 0 }));
        let amount = 50 * AITBC;
        assert_ok!(dispatch(
            &alice,
            WalletCall::withdraw { wallet: wallet(), to: alice.clone(), amount }
        ));
        assert_ok!(dispatch(&alice, WalletCall::close { wallet: wallet() }));
        assert_eq!(Balances::balance(&wallet()), 0);

        let id = Agents::message_id(from.clone(), to.clone(), [0; 16]);
        let ids = || vec![id].try_into().unwrap();
        let purge = pallet_agents::Call::purge { to: to.clone(), id };
        let not_expired = pallet_agents::Error::<Runtime>::NotExpired.into();
        assert_eq!(dispatch(&alice, purge), Err(not_expired));
        assert_ok!(dispatch(&to, pallet_agents::Call::reject { ids: ids() }));
        let gone = pallet_agents::Error::<Runtime>::MessageNotFound.into();
        let acknowledge = pallet_agents::Call::acknowledge { ids: ids() };
        assert_eq!(dispatch(&to, acknowledge), Err(gone));
        assert_ok!(dispatch(&alice, pallet_agents::Call::retire { agent: to }));
    });
    chain.blocks(1);
}

#[test]
fn nothing_else_of_agents_passes_safe_mode() {
    let (mut chain, wallet, [from, _]) = in_safe_mode();
    chain.inspect(|| {
        let alice = Alice.to_account_id();
        let calls: Vec<RuntimeCall> = vec![
            pallet_agents::Call::suspend { agent: from.clone() }.into(),
            pallet_agents::Call::heartbeat {}.into(),
            register(&key(3), &alice, Role::Builder),
            WalletCall::create { index: 7, agent: None, guardian: None }.into(),
            WalletCall::link { wallet: wallet.clone(), agent: from }.into(),
            WalletCall::set_strategy { wallet, strategy: None }.into(),
        ];
        for call in calls {
            assert!(!PassesSafeMode::contains(&call));
            assert_noop!(dispatch(&alice, call), filtered());
        }
    });
}

/// What wallets call is filtered in its turn: exits pass, and payments do not.
#[test]
fn wallets_pass_safe_mode_and_what_they_call_is_filtered() {
    let (mut chain, wallet, _) = in_safe_mode();
    let ready = now(&mut chain) + HOUR;
    to(&mut chain, ready);
    chain.inspect(|| {
        let exit = || RuntimeCall::from(pallet_staking::Call::chill {});
        // What the staking pallet says once the call has reached it.
        let reached = DispatchError::from(pallet_staking::Error::<Runtime>::NotController);
        let [alice, bob] = [Alice, Bob].map(|who| who.to_account_id());
        let many = |call| WalletCall::execute_many { wallet: wallet.clone(), calls: vec![call] };
        for who in [&alice, &bob] {
            assert_eq!(execute(who, &wallet, exit()), Err(reached));
            assert_eq!(dispatch(who, many(exit())), Err(reached));
            let pay = || transfer_to(who, MILLI);
            assert_noop!(execute(who, &wallet, pay()), filtered());
            assert_noop!(dispatch(who, many(pay())), filtered());
        }
        let max_weight = frame_support::weights::Weight::from_parts(10_000_000_000, 1 << 20);
        let confirm = WalletCall::confirm { wallet: wallet.clone(), pending: 0, max_weight };
        assert_noop!(dispatch(&bob, confirm), filtered());
    });
}

/// Without these a wallet could not deliver in time, or an agent say that it is there.
#[test]
fn active_clock_stands_while_wallets_or_heartbeats_are_paused() {
    for (pallet, call) in [
        ("Agents", "heartbeat"),
        ("AgentWallet", "execute"),
        ("AgentWallet", "execute_many"),
        ("AgentWallet", "confirm"),
    ] {
        let mut chain = Chain::development();
        chain.blocks(2);
        chain.inspect(|| TxPause::pause(RuntimeOrigin::root(), full_name(pallet, call)).unwrap());
        chain.blocks(1);
        assert_eq!(chain.inspect(Deadlines::stopped), Some(Why::Paused), "{pallet}.{call}");
    }
}

/// A pause can neither trap tokens in a wallet nor keep a stolen key at work.
#[test]
fn attack_pause_of_an_exit_from_a_wallet_is_refused() {
    let exits = [
        ("Agents", "acknowledge"),
        ("Agents", "reject"),
        ("Agents", "purge"),
        ("Agents", "retire"),
        ("AgentWallet", "cancel"),
        ("AgentWallet", "stop"),
        ("AgentWallet", "withdraw"),
        ("AgentWallet", "close"),
    ];
    Chain::development().inspect(|| {
        for pallet in ["Agents", "AgentWallet"] {
            for &call in RuntimeCall::get_call_names(pallet) {
                let pause = TxPause::pause(RuntimeOrigin::root(), full_name(pallet, call));
                let unpausable = pallet_tx_pause::Error::<Runtime>::Unpausable.into();
                let wanted = if exits.contains(&(pallet, call)) { Err(unpausable) } else { Ok(()) };
                assert_eq!(pause, wanted, "{pallet}.{call}");
            }
        }
    });
}
