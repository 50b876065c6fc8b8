//! What the brakes stop of the market, and what they do not.

use super::*;
use crate::safety::full_name;
use frame_support::traits::{fungible::InspectHold, GetCallMetadata};

fn by(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
    made_by(&who.to_account_id(), call)
}

fn filtered() -> Result<(), DispatchError> {
    Err(frame_system::Error::<Runtime>::CallFiltered.into())
}

/// A chain in safe mode, in which Alice has escrows with Bob: 0 is offered, 1 was accepted; and a stream to
/// him, 2. Charlie has staked, and what he had staked before has unbonded.
fn in_safe_mode() -> Chain {
    let mut chain = Chain::development();
    chain.blocks(2);
    let stake = || {
        GpuStaking::stake(signed(Charlie), 0, 10, 100 * AITBC, 7 * DAY, Hash::zero()).unwrap();
    };
    chain.inspect(|| {
        make_provider(Charlie);
        stake();
    });
    let week = now(&mut chain) + 7 * DAY;
    to(&mut chain, week);
    chain.inspect(|| GpuStaking::unstake(signed(Charlie), 0, 10, 100 * AITBC).unwrap());
    let another = now(&mut chain) + 7 * DAY;
    to(&mut chain, another);
    chain.inspect(|| {
        let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
        Escrow::create(signed(Alice), bob.clone(), terms(AITBC)).unwrap();
        assert_eq!(agree(&alice, &bob, AITBC), 1);
        Escrow::open_stream(signed(Alice), bob, AITBC, 100 * AITBC, None).unwrap();
        stake();
    });
    chain.blocks(2);
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());
    chain
}

#[test]
fn exits_work_in_safe_mode() {
    use pallet_escrow::Call;

    in_safe_mode().inspect(|| {
        assert_eq!(by(Alice, Call::cancel { id: 0 }), Ok(()));
        assert_eq!(by(Bob, Call::withdraw { stream: 2 }), Ok(()));
        assert_eq!(by(Bob, Call::close_stream { stream: 2 }), Ok(()));
        let share = sp_runtime::Permill::from_percent(50);
        assert_eq!(by(Bob, Call::split { id: 1, milestone: 0, share }), Ok(()));
        assert_eq!(by(Alice, Call::release { id: 1, milestone: 0 }), Ok(()));
        let locked = pallet_gpu_staking::Error::<Runtime>::StillLocked.into();
        let unstake =
            pallet_gpu_staking::Call::unstake { position: 1, power: 10, collateral: 100 * AITBC };
        assert_eq!(by(Charlie, unstake), Err(locked));
        let nothing = pallet_gpu_staking::Error::<Runtime>::NothingToClaim.into();
        assert_eq!(by(Charlie, pallet_gpu_staking::Call::claim { pool: 0 }), Err(nothing));
        let withdraw = pallet_gpu_staking::Call::withdraw_unbonded {};
        let (charlie, hold) =
            (Charlie.to_account_id(), pallet_gpu_staking::HoldReason::Collateral.into());
        assert_eq!(Balances::balance_on_hold(&hold, &charlie), 200 * AITBC);
        assert_eq!(by(Charlie, withdraw), Ok(()));
        assert_eq!(Balances::balance_on_hold(&hold, &charlie), 100 * AITBC);
    });
}

/// Those of escrows that were made for it, since safe mode lets none be made.
#[test]
fn who_is_offered_owed_or_asked_something_gets_out_in_safe_mode() {
    use pallet_escrow::Call;

    in_safe_mode().inspect(|| {
        let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
        assert_eq!(by(Bob, Call::decline { id: 0 }), Ok(()));
        assert_eq!(by(Bob, Call::refund { id: 1, milestone: 0 }), Ok(()));
        let agree_by = |rule| {
            let id = pallet_escrow::NextId::<Runtime>::get();
            let terms = Terms { rule, ..terms(AITBC) };
            Escrow::create(signed_by(&alice), bob.clone(), terms).unwrap();
            Escrow::accept(signed_by(&bob), id).unwrap();
            id
        };
        let due = agree_by(Rule::TimeBased(0));
        assert_eq!(by(Dave, Call::settle { id: due, milestone: None }), Ok(()));
        assert_eq!(Escrow::escrow(due), None);
        let signers = [Charlie, Dave].map(|who| who.to_account_id()).to_vec().try_into().unwrap();
        let id = agree_by(Rule::MultiSig { threshold: 2, signers });
        Escrow::approve(signed(Charlie), id, 0).unwrap();
        assert_eq!(by(Charlie, Call::withdraw_approval { id, milestone: 0 }), Ok(()));
        assert!(Escrow::escrow(id).unwrap().milestones[0].approvals.is_empty());
    });
}

#[test]
fn nothing_is_begun_in_safe_mode() {
    in_safe_mode().inspect(|| {
        let bob = Bob.to_account_id();
        let calls: Vec<RuntimeCall> = vec![
            pallet_escrow::Call::create { beneficiary: bob.clone(), terms: terms(AITBC) }.into(),
            pallet_escrow::Call::open_stream {
                beneficiary: bob,
                rate: 1,
                prepaid: AITBC,
                ends: None,
            }
            .into(),
            pallet_escrow::Call::top_up { stream: 2, amount: AITBC }.into(),
            pallet_gpu_staking::Call::add { position: 1, power: 0, collateral: 1 }.into(),
            pallet_gpu_staking::Call::fund { pool: 0, amount: 1 }.into(),
        ];
        for call in calls {
            let name = call.get_call_metadata().function_name;
            assert_eq!(by(Alice, call), filtered(), "{name}");
        }
        // Nobody can meet a deadline, so the clock stands still.
        assert_eq!(by(Bob, pallet_escrow::Call::accept { id: 0 }), filtered());
    });
}

/// A pause cannot trap anybody.
#[test]
fn attack_pause_of_an_exit_is_refused() {
    Chain::development().inspect(|| {
        let exits = [
            ("Escrow", "cancel"),
            ("Escrow", "decline"),
            ("Escrow", "release"),
            ("Escrow", "refund"),
            ("Escrow", "withdraw_approval"),
            ("Escrow", "split"),
            ("Escrow", "settle"),
            ("Escrow", "withdraw"),
            ("Escrow", "close_stream"),
            ("GpuStaking", "unstake"),
            ("GpuStaking", "withdraw_unbonded"),
            ("GpuStaking", "claim"),
        ];
        let mut paused = vec![];
        for pallet in ["Escrow", "GpuStaking"] {
            for &call in RuntimeCall::get_call_names(pallet) {
                let pause = TxPause::pause(RuntimeOrigin::root(), full_name(pallet, call));
                if exits.contains(&(pallet, call)) {
                    let unpausable = pallet_tx_pause::Error::<Runtime>::Unpausable.into();
                    assert_eq!(pause, Err(unpausable), "{pallet}.{call}");
                } else {
                    assert_eq!(pause, Ok(()), "{pallet}.{call}");
                    paused.push((pallet, call));
                }
            }
        }
        assert_eq!(paused.len() + exits.len(), 15 + 13);
    });
}
