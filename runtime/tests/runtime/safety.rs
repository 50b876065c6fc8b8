use super::chain::Chain;
use aitbc_primitives::token::AITBC;
use aitbc_runtime::{adapters::filters::*, *};
use frame_support::{
    assert_noop,
    traits::{Contains, GetCallMetadata},
};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob};
use sp_runtime::DispatchError;

fn transfer() -> RuntimeCall {
    pallet_balances::Call::transfer_keep_alive { dest: Bob.to_account_id().into(), value: AITBC }
        .into()
}

pub fn full_name(pallet: &str, call: &str) -> pallet_tx_pause::RuntimeCallNameOf<Runtime> {
    let bounded = |name: &str| name.as_bytes().to_vec().try_into().unwrap();
    (bounded(pallet), bounded(call))
}

#[test]
fn every_name_on_the_lists_is_a_real_call() {
    for (pallet, name) in NEVER_FILTERED.iter().chain(DEADLINE_CALLS) {
        assert!(RuntimeCall::get_module_names().contains(pallet), "no pallet {pallet}");
        let calls = RuntimeCall::get_call_names(pallet);
        assert!(*name == "*" || calls.contains(name), "{pallet} has no call {name}");
    }
}

#[test]
fn calls_that_meet_a_deadline_can_be_paused() {
    for (pallet, name) in DEADLINE_CALLS {
        assert!(!NeverFiltered::lists(pallet, name), "{pallet} {name} is on both lists");
    }
}

#[test]
fn chain_lives_through_safe_mode_and_leaves_it_by_itself() {
    let mut chain = Chain::development();
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());

    let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
    assert_eq!(chain.call(Alice, transfer()), Err(filtered));
    chain.call(Alice, pallet_staking::Call::chill {}).unwrap();

    chain.blocks(100);
    assert_eq!(chain.call(Alice, transfer()), Err(filtered));
    chain.blocks(50);
    chain.call(Alice, transfer()).unwrap();
}

/// A call of Bob's in each wrapper that he can use alone.
fn wrapped(call: &RuntimeCall) -> Vec<RuntimeCall> {
    let boxed = || Box::new(call.clone());
    let calls = || vec![call.clone()];
    vec![
        pallet_utility::Call::batch { calls: calls() }.into(),
        pallet_utility::Call::batch_all { calls: calls() }.into(),
        pallet_utility::Call::force_batch { calls: calls() }.into(),
        pallet_utility::Call::if_else { main: boxed(), fallback: boxed() }.into(),
        pallet_utility::Call::as_derivative { index: 0, call: boxed() }.into(),
        pallet_multisig::Call::as_multi_threshold_1 {
            other_signatories: vec![Alice.to_account_id()],
            call: boxed(),
        }
        .into(),
        pallet_proxy::Call::proxy {
            real: Alice.to_account_id().into(),
            force_proxy_type: None,
            call: boxed(),
        }
        .into(),
    ]
}

/// The first error that the latest block reports, wherever a wrapper puts it.
fn inner_error(chain: &mut Chain, outcome: Result<(), DispatchError>) -> Option<DispatchError> {
    outcome.err().or_else(|| {
        chain.events().into_iter().find_map(|event| match event {
            RuntimeEvent::Utility(
                pallet_utility::Event::BatchInterrupted { error, .. }
                | pallet_utility::Event::ItemFailed { error },
            ) => Some(error),
            RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result })
            | RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. }) => {
                result.err()
            }
            _ => None,
        })
    })
}

#[test]
fn wrappers_pass_safe_mode_and_what_they_carry_is_filtered() {
    let mut chain = Chain::development();
    let add_proxy = pallet_proxy::Call::add_proxy {
        delegate: Bob.to_account_id().into(),
        proxy_type: Default::default(),
        delay: 0,
    };
    chain.call(Alice, add_proxy).unwrap();
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());

    // What the staking pallet says once the call has reached it.
    let exit = RuntimeCall::from(pallet_staking::Call::chill {});
    let reached = pallet_staking::Error::<Runtime>::NotController.into();
    for call in wrapped(&exit) {
        let outcome = chain.call(Bob, call.clone());
        let error = inner_error(&mut chain, outcome);
        let is_alices = matches!(call, RuntimeCall::Proxy(_));
        // Alice is a validator and really leaves; the others have nothing bonded.
        assert_eq!(error, (!is_alices).then_some(reached), "{call:?}");
    }
    let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
    for call in wrapped(&transfer()) {
        let outcome = chain.call(Bob, call.clone());
        assert_eq!(inner_error(&mut chain, outcome), Some(filtered), "{call:?}");
    }
}

#[test]
fn announced_proxy_passes_safe_mode() {
    let mut chain = Chain::development();
    let add_proxy = pallet_proxy::Call::add_proxy {
        delegate: Bob.to_account_id().into(),
        proxy_type: Default::default(),
        delay: 1,
    };
    chain.call(Alice, add_proxy).unwrap();
    let announced = |call: RuntimeCall| pallet_proxy::Call::proxy_announced {
        delegate: Bob.to_account_id().into(),
        real: Alice.to_account_id().into(),
        force_proxy_type: None,
        call: Box::new(call),
    };
    let exit = RuntimeCall::from(pallet_staking::Call::chill {});
    for call in [&exit, &transfer()] {
        let announce = pallet_proxy::Call::announce {
            real: Alice.to_account_id().into(),
            call_hash: <Hashing as sp_runtime::traits::Hash>::hash_of(call),
        };
        chain.call(Bob, announce).unwrap();
    }
    chain.blocks(2);
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());

    let outcome = chain.call(Bob, announced(exit));
    assert_eq!(inner_error(&mut chain, outcome), None);
    let outcome = chain.call(Bob, announced(transfer()));
    let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
    assert_eq!(inner_error(&mut chain, outcome), Some(filtered));
}

#[test]
fn multisig_of_two_leaves_in_safe_mode() {
    let mut chain = Chain::development();
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());
    let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
    let exit = RuntimeCall::from(pallet_staking::Call::chill {});
    let reached = pallet_staking::Error::<Runtime>::NotController.into();
    for (call, wanted) in [(exit, reached), (transfer(), filtered)] {
        let as_multi = |other: Sr25519Keyring, maybe_timepoint| pallet_multisig::Call::as_multi {
            threshold: 2,
            other_signatories: vec![other.to_account_id()],
            maybe_timepoint,
            call: Box::new(call.clone()),
            max_weight: frame_support::weights::Weight::from_parts(10_000_000_000, 1 << 20),
        };
        chain.call(Alice, as_multi(Bob, None)).unwrap();
        // The inherent is the first extrinsic of its block, this the second.
        let timepoint = chain.inspect(Multisig::timepoint);
        let timepoint = pallet_multisig::Timepoint { height: timepoint.height, index: 1 };
        let outcome = chain.call(Bob, as_multi(Alice, Some(timepoint)));
        assert_eq!(inner_error(&mut chain, outcome), Some(wanted));
    }
}

#[test]
fn wrappers_can_be_paused() {
    let mut chain = Chain::development();
    let name = full_name("Utility", "batch");
    chain.inspect(|| TxPause::pause(RuntimeOrigin::root(), name).unwrap());
    let batch = pallet_utility::Call::batch { calls: vec![] };
    assert_eq!(chain.call(Alice, batch), Err(frame_system::Error::<Runtime>::CallFiltered.into()));
}

#[test]
fn paused_call_is_refused_until_it_is_unpaused() {
    let mut chain = Chain::development();
    let name = full_name("Balances", "transfer_keep_alive");
    chain.inspect(|| TxPause::pause(RuntimeOrigin::root(), name.clone()).unwrap());
    assert_eq!(
        chain.call(Alice, transfer()),
        Err(frame_system::Error::<Runtime>::CallFiltered.into())
    );
    chain.inspect(|| TxPause::unpause(RuntimeOrigin::root(), name).unwrap());
    chain.call(Alice, transfer()).unwrap();
}

#[test]
fn brakes_cannot_stop_what_keeps_the_chain_alive() {
    Chain::development().inspect(|| {
        for (pallet, call) in [("Timestamp", "set"), ("Council", "vote"), ("Staking", "unbond")] {
            assert_noop!(
                TxPause::pause(RuntimeOrigin::root(), full_name(pallet, call)),
                pallet_tx_pause::Error::<Runtime>::Unpausable
            );
        }
        assert!(!PassesSafeMode::contains(&transfer()));
    });
}

/// Brakes have one owner, which ends them: OpenClaw. Its tests are in [`super::openclaw`].
#[test]
fn council_cannot_go_round_openclaw() {
    Chain::development().inspect(|| {
        let council = || pallet_collective::RawOrigin::<AccountId, _>::Members(5, 5).into();
        let name = || full_name("Balances", "transfer_keep_alive");
        assert_noop!(SafeMode::force_enter(council()), DispatchError::BadOrigin);
        assert_noop!(TxPause::pause(council(), name()), DispatchError::BadOrigin);
        SafeMode::force_enter(RuntimeOrigin::root()).unwrap();
        TxPause::pause(RuntimeOrigin::root(), name()).unwrap();
        assert_noop!(SafeMode::force_extend(council()), DispatchError::BadOrigin);
        assert_noop!(SafeMode::force_exit(council()), DispatchError::BadOrigin);
        assert_noop!(TxPause::unpause(council(), name()), DispatchError::BadOrigin);
        assert_noop!(Treasury::void_spend(council(), 0), DispatchError::BadOrigin);
    });
}

/// What can be paused, and so is not named in [`NEVER_FILTERED`]: `cargo nextest run ... --no-capture` shows it.
#[test]
fn calls_that_can_be_paused() {
    let (calls, missing) = super::operational::all_calls();
    assert!(missing.is_empty(), "{missing:?}");
    Chain::development().inspect(|| {
        for call in calls {
            let name = call.get_call_metadata();
            let full = full_name(name.pallet_name, name.function_name);
            let may_pause = TxPause::ensure_can_pause(&full).is_ok();
            assert_eq!(may_pause, !NeverFiltered::lists(name.pallet_name, name.function_name));
            if may_pause {
                println!("{}.{}", name.pallet_name, name.function_name);
            }
        }
        for pallet in ["OpenClaw", "Council"] {
            for call in RuntimeCall::get_call_names(pallet) {
                assert!(NeverFiltered::lists(pallet, call), "{pallet}.{call}");
            }
        }
    });
}

#[test]
fn nobody_buys_safe_mode() {
    let mut chain = Chain::development();
    assert_eq!(
        chain.call(Alice, pallet_safe_mode::Call::enter {}),
        Err(pallet_safe_mode::Error::<Runtime>::NotConfigured.into())
    );
}
