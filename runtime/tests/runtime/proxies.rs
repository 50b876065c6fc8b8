use aitbc_primitives::{time::DAY, token::AITBC};
use aitbc_runtime::{adapters::proxy_type::ProxyType, *};
use frame_support::traits::InstanceFilter;
use pallet_staking::RewardDestination::{self, Account, Staked, Stash};
use sp_keyring::Sr25519Keyring::{Alice, Bob};

fn transfer() -> RuntimeCall {
    pallet_balances::Call::transfer_all { dest: Bob.to_account_id().into(), keep_alive: false }
        .into()
}

fn bond(payee: RewardDestination<AccountId>) -> RuntimeCall {
    pallet_staking::Call::bond { value: AITBC, payee }.into()
}

fn boxed(call: RuntimeCall) -> Box<RuntimeCall> {
    Box::new(call)
}

/// Ways to move tokens, or what earns them, to somebody else.
fn ways_out() -> Vec<RuntimeCall> {
    let bob = || Bob.to_account_id();
    let keys = genesis::networks::Network::named("development").unwrap().validators[0].keys.clone();
    vec![
        transfer(),
        pallet_staking::Call::set_payee { payee: Account(bob()) }.into(),
        bond(Account(bob())),
        bond(RewardDestination::None),
        // Whoever has the keys makes the account a cheat.
        pallet_session::Call::set_keys { keys, proof: vec![] }.into(),
        // In the name of an account that the account is a proxy or a signatory of.
        pallet_proxy::Call::proxy {
            real: bob().into(),
            force_proxy_type: None,
            call: boxed(transfer()),
        }
        .into(),
        pallet_proxy::Call::announce { real: bob().into(), call_hash: Hash::zero() }.into(),
        pallet_proxy::Call::proxy_announced {
            delegate: bob().into(),
            real: bob().into(),
            force_proxy_type: None,
            call: boxed(transfer()),
        }
        .into(),
        pallet_proxy::Call::add_proxy {
            delegate: bob().into(),
            proxy_type: ProxyType::NonTransfer,
            delay: 0,
        }
        .into(),
        pallet_multisig::Call::as_multi_threshold_1 {
            other_signatories: vec![bob()],
            call: boxed(transfer()),
        }
        .into(),
        pallet_multisig::Call::approve_as_multi {
            threshold: 2,
            other_signatories: vec![bob()],
            maybe_timepoint: None,
            call_hash: [0; 32],
            max_weight: Default::default(),
        }
        .into(),
        pallet_gpu_staking::Call::fund { pool: 0, amount: AITBC }.into(),
        pallet_escrow::Call::open_stream {
            beneficiary: bob(),
            rate: AITBC,
            prepaid: 60 * AITBC,
            ends: None,
        }
        .into(),
        // The other party would be somebody else's accomplice.
        pallet_escrow::Call::release { id: 0, milestone: 0 }.into(),
        // A wallet would pay, or belong to somebody else; postage is somebody's.
        pallet_agent_wallet::Call::execute { wallet: bob(), call: boxed(transfer()) }.into(),
        pallet_agent_wallet::Call::execute_many { wallet: bob(), calls: vec![transfer()] }.into(),
        pallet_agent_wallet::Call::withdraw { wallet: bob(), to: bob(), amount: AITBC }.into(),
        pallet_agent_wallet::Call::offer_ownership { wallet: bob(), to: Some(bob()) }.into(),
        pallet_agents::Call::offer_control { agent: bob(), to: Some(bob()) }.into(),
        pallet_agents::Call::send {
            to: bob(),
            kind: 0,
            envelope: vec![],
            ttl: DAY,
            max_postage: AITBC,
            salt: [0; 16],
        }
        .into(),
        pallet_vesting::Call::vested_transfer {
            target: bob().into(),
            schedule: pallet_vesting::VestingInfo::new(AITBC, 1, 1),
        }
        .into(),
    ]
}

#[test]
fn non_transfer_proxy_moves_nothing_to_somebody_else() {
    for call in ways_out() {
        assert!(!ProxyType::NonTransfer.filter(&call), "{call:?}");
        assert!(ProxyType::Any.filter(&call));
    }
}

#[test]
fn non_transfer_proxy_serves_staking_and_governance() {
    let allowed: Vec<RuntimeCall> = vec![
        bond(Staked),
        bond(Stash),
        pallet_staking::Call::unbond { value: AITBC }.into(),
        pallet_staking::Call::validate { prefs: Default::default() }.into(),
        pallet_session::Call::purge_keys {}.into(),
        pallet_voting_power::Call::undelegate {}.into(),
        pallet_gpu_staking::Call::stake {
            pool: 0,
            power: 10,
            collateral: 100 * AITBC,
            lock: 7 * DAY,
            spec_hash: Hash::zero(),
        }
        .into(),
        pallet_gpu_staking::Call::unstake { position: 0, power: 1, collateral: 0 }.into(),
        pallet_gpu_staking::Call::withdraw_unbonded {}.into(),
        pallet_gpu_staking::Call::claim { pool: 0 }.into(),
        pallet_agents::Call::heartbeat {}.into(),
        pallet_agents::Call::reject { ids: Default::default() }.into(),
        pallet_agent_wallet::Call::stop { wallet: Bob.to_account_id() }.into(),
        pallet_agent_wallet::Call::cancel { wallet: Bob.to_account_id(), pending: 0 }.into(),
        pallet_proxy::Call::reject_announcement {
            delegate: Alice.to_account_id().into(),
            call_hash: Hash::zero(),
        }
        .into(),
    ];
    for call in allowed {
        assert!(ProxyType::NonTransfer.filter(&call), "{call:?}");
    }
}

/// One type is above another only if it may do all that the other may.
#[test]
fn types_above_others_may_do_all_that_those_may() {
    use ProxyType::{Any, CancelProxy, Governance, NonTransfer, Staking};

    let types = [Any, NonTransfer, Governance, Staking, CancelProxy];
    let reject = pallet_proxy::Call::reject_announcement {
        delegate: Alice.to_account_id().into(),
        call_hash: Hash::zero(),
    };
    let calls = [ways_out(), vec![bond(Staked), reject.into()]].concat();
    for above in types {
        for below in types.into_iter().filter(|below| above.is_superset(below)) {
            for call in &calls {
                assert!(
                    above.filter(call) || !below.filter(call),
                    "{below:?} may, {above:?} not: {call:?}"
                );
            }
        }
    }
    assert!(!NonTransfer.is_superset(&Staking) && !NonTransfer.is_superset(&Governance));
    assert!(NonTransfer.is_superset(&CancelProxy));
}
