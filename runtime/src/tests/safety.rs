use super::chain::Chain;
use crate::{configs::safety::*, *};
use aitbc_primitives::token::AITBC;
use frame_support::{
    assert_noop,
    traits::{Contains, GetCallMetadata},
};
use sp_keyring::Sr25519Keyring::{Alice, Bob};

fn transfer() -> RuntimeCall {
    pallet_balances::Call::transfer_keep_alive {
        dest: Bob.to_account_id().into(),
        value: AITBC,
    }
    .into()
}

fn full_name(pallet: &str, call: &str) -> pallet_tx_pause::RuntimeCallNameOf<Runtime> {
    let bounded = |name: &str| name.as_bytes().to_vec().try_into().unwrap();
    (bounded(pallet), bounded(call))
}

#[test]
fn every_name_on_the_list_is_a_real_call() {
    for (pallet, name) in NEVER_FILTERED {
        assert!(
            RuntimeCall::get_module_names().contains(pallet),
            "no pallet {pallet}"
        );
        let calls = RuntimeCall::get_call_names(pallet);
        assert!(
            *name == "*" || calls.contains(name),
            "{pallet} has no call {name}"
        );
    }
}

#[test]
fn chain_lives_through_safe_mode_and_leaves_it_by_itself() {
    let mut chain = Chain::development();
    chain.inspect(|| SafeMode::force_enter(root_or_council()).unwrap());

    let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
    assert_eq!(chain.call(Alice, transfer()), Err(filtered));
    chain.call(Alice, pallet_staking::Call::chill {}).unwrap();

    chain.blocks(100);
    assert_eq!(chain.call(Alice, transfer()), Err(filtered));
    chain.blocks(50);
    chain.call(Alice, transfer()).unwrap();
}

#[test]
fn batch_does_not_get_around_safe_mode() {
    let mut chain = Chain::development();
    chain.inspect(|| SafeMode::force_enter(root_or_council()).unwrap());
    let batch = pallet_utility::Call::batch_all {
        calls: vec![transfer()],
    };
    assert_eq!(
        chain.call(Alice, batch),
        Err(frame_system::Error::<Runtime>::CallFiltered.into())
    );
}

#[test]
fn paused_call_is_refused_until_it_is_unpaused() {
    let mut chain = Chain::development();
    let name = full_name("Balances", "transfer_keep_alive");
    chain.inspect(|| TxPause::pause(root_or_council(), name.clone()).unwrap());
    assert_eq!(
        chain.call(Alice, transfer()),
        Err(frame_system::Error::<Runtime>::CallFiltered.into())
    );
    chain.inspect(|| TxPause::unpause(root_or_council(), name).unwrap());
    chain.call(Alice, transfer()).unwrap();
}

#[test]
fn brakes_cannot_stop_what_keeps_the_chain_alive() {
    Chain::development().inspect(|| {
        for (pallet, call) in [
            ("Timestamp", "set"),
            ("Council", "vote"),
            ("Staking", "unbond"),
        ] {
            assert_noop!(
                TxPause::pause(root_or_council(), full_name(pallet, call)),
                pallet_tx_pause::Error::<Runtime>::Unpausable
            );
        }
        assert!(!NeverFiltered::contains(&transfer()));
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

fn root_or_council() -> RuntimeOrigin {
    pallet_collective::RawOrigin::<AccountId, pallet_collective::Instance1>::Members(3, 5).into()
}
