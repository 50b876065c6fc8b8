//! Cheating voters lose stake, once, and governance has time to look at it.

use super::chain::Chain;
use crate::*;
use aitbc_primitives::{presets, reputation::Rep};
use frame_support::traits::fungible::InspectHold;
use sp_consensus_grandpa::{
    localized_payload, runtime_decl_for_grandpa_api::GrandpaApi, Equivocation, EquivocationProof,
    SetId,
};
use sp_keyring::{
    Ed25519Keyring,
    Sr25519Keyring::{self, Alice, Bob, Charlie, Dave},
};

/// Blocks in a session of the local test network.
const SESSION: u32 = 30;

/// Dave's two votes for different blocks in round 1 of the set `signed`, shown as votes of `shown`.
fn equivocation(signed: u64, shown: u64) -> EquivocationProof<Hash, BlockNumber> {
    let round_number = 1;
    let vote = |target_hash| {
        let prevote = finality_grandpa::Prevote { target_hash, target_number: 1 };
        let message = finality_grandpa::Message::Prevote(prevote.clone());
        let payload = localized_payload(round_number, signed, &message);
        (prevote, Ed25519Keyring::Dave.sign(&payload).into())
    };
    EquivocationProof::new(
        shown,
        Equivocation::Prevote(finality_grandpa::Equivocation {
            round_number,
            identity: Ed25519Keyring::Dave.public().into(),
            first: vote(Hash::repeat_byte(1)),
            second: vote(Hash::repeat_byte(2)),
        }),
    )
}

/// The report that a node which has seen this puts into its pool.
fn report(
    chain: &mut Chain,
    proof: EquivocationProof<Hash, BlockNumber>,
) -> pallet_grandpa::Call<Runtime> {
    let set_id = proof.set_id();
    let voter = Ed25519Keyring::Dave.public().into();
    let key_owner_proof = chain
        .inspect(|| <Runtime as GrandpaApi<Block>>::generate_key_ownership_proof(set_id, voter))
        .unwrap();
    pallet_grandpa::Call::report_equivocation_unsigned {
        equivocation_proof: Box::new(proof),
        key_owner_proof: key_owner_proof.decode().unwrap(),
    }
}

fn current_set(chain: &mut Chain) -> SetId {
    chain.inspect(pallet_grandpa::CurrentSetId::<Runtime>::get)
}

/// Dave's slots in the schedule.
fn places(chain: &mut Chain) -> usize {
    let schedule = chain.inspect(Availability::schedule);
    let place = |index: &u16| &schedule.producers[usize::from(*index)].account;
    schedule.order.iter().filter(|index| *place(index) == Dave.to_account_id()).count()
}

fn encumbered(chain: &mut Chain, who: Sr25519Keyring) -> Rep {
    chain.inspect(|| Availability::availability(who.to_account_id()).encumbered)
}

fn is_suspended(chain: &mut Chain, who: Sr25519Keyring) -> bool {
    chain.inspect(|| Availability::availability(who.to_account_id()).suspended)
}

fn bonded(chain: &mut Chain) -> Balance {
    chain.inspect(|| {
        let reason = pallet_staking::HoldReason::Staking.into();
        Balances::balance_on_hold(&reason, &Dave.to_account_id())
    })
}

#[test]
fn equivocating_voter_is_disabled_and_slashed_after_the_deferral() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    // In a block of Dave's own he would have been disabled when it began, in hindsight.
    chain.run_to_block_of_others(Dave);
    let set_id = chain.inspect(pallet_grandpa::CurrentSetId::<Runtime>::get);
    let call = report(&mut chain, equivocation(set_id, set_id));
    let before = bonded(&mut chain);

    chain.block(vec![UncheckedExtrinsic::new_bare(call.into())]).remove(0).unwrap();
    let disabled = chain.inspect(pallet_session::DisabledValidators::<Runtime>::get);
    assert_eq!(disabled.len(), 1);
    assert_eq!(bonded(&mut chain), before);
    // His reputation does not wait.
    assert_eq!(encumbered(&mut chain, Dave), 0);
    assert!(is_suspended(&mut chain, Dave));
    assert_eq!(places(&mut chain), 0);

    // The deferral of this preset is one era.
    chain.blocks(3 * 6 * SESSION);
    assert!(bonded(&mut chain) < before);
}

#[test]
fn equivocator_that_applies_again_has_no_slots_until_its_ban_is_over_and_then_the_equal_part() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    assert_eq!(places(&mut chain), 7);
    chain.run_to_block_of_others(Dave);
    let set_id = chain.inspect(pallet_grandpa::CurrentSetId::<Runtime>::get);
    let call = report(&mut chain, equivocation(set_id, set_id));
    chain.block(vec![UncheckedExtrinsic::new_bare(call.into())]).remove(0).unwrap();
    // Three eras of six sessions, as long as stake unbonds.
    let session = chain.inspect(pallet_session::CurrentIndex::<Runtime>::get);
    let until = session + 18;
    let banned_until = |chain: &mut Chain| {
        chain.inspect(|| Availability::availability(Dave.to_account_id()).banned_until)
    };
    assert_eq!(banned_until(&mut chain), Some(until));

    let prefs = Default::default();
    chain.call(Dave, pallet_staking::Call::validate { prefs }).unwrap();
    for session in session + 1..until {
        chain.run_to_session(session);
        assert!(is_suspended(&mut chain, Dave));
        assert_eq!(places(&mut chain), 0, "session {session}");
    }
    chain.run_to_session(until);
    assert_eq!(banned_until(&mut chain), None);
    // Half of a quarter of the 30 slots, rounded up.
    assert_eq!(places(&mut chain), 4);
}

#[test]
fn same_equivocation_is_not_reported_twice() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    // In a block of Dave's own he would have been disabled when it began, in hindsight.
    chain.run_to_block_of_others(Dave);
    let set_id = chain.inspect(pallet_grandpa::CurrentSetId::<Runtime>::get);
    let call = report(&mut chain, equivocation(set_id, set_id));
    chain.block(vec![UncheckedExtrinsic::new_bare(call.clone().into())]).remove(0).unwrap();

    let again = UncheckedExtrinsic::new_bare(call.into());
    assert!(chain.apply(vec![again]).remove(0).is_err());
}

/// Dave votes twice, and then he or somebody else changes or purges keys.
#[test]
fn change_of_keys_leaves_the_report_of_a_voter_valid() {
    for (who, escape) in super::equivocation::escapes() {
        // In the same block, and with the sessions in which the keys change and after it.
        for later in 0..=3 {
            let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
            chain.run_to_session(1);
            chain.run_to_block_of_others(Dave);
            let set_id = current_set(&mut chain);
            let escape = chain.sign(who, escape.clone());
            let report = |chain: &mut Chain| {
                UncheckedExtrinsic::new_bare(report(chain, equivocation(set_id, set_id)).into())
            };
            if later == 0 {
                let report = report(&mut chain);
                assert_eq!(chain.block(vec![escape, report]), [Ok(()), Ok(())], "{who:?}");
            } else {
                chain.block(vec![escape]).remove(0).unwrap();
                chain.run_to_session(1 + later);
                // The keys change with the second session after the call.
                assert_eq!(current_set(&mut chain) > set_id, later > 1, "{who:?}");
                chain.run_to_block_of_others(Dave);
                let report = report(&mut chain);
                assert_eq!(chain.block(vec![report]), [Ok(())], "{who:?}, {later} sessions later");
            }
            assert_eq!(encumbered(&mut chain, Dave), 0);
            assert!(super::equivocation::is_slashed(&mut chain, Dave));
        }
    }
}

#[test]
fn votes_of_another_set_prove_nothing() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    // In a block of Dave's own he would have been disabled when it began, in hindsight.
    chain.run_to_block_of_others(Dave);
    let set_id = chain.inspect(pallet_grandpa::CurrentSetId::<Runtime>::get);
    let call = report(&mut chain, equivocation(set_id + 1, set_id));
    let transaction = UncheckedExtrinsic::new_bare(call.into());
    let invalid = pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof.into();
    assert_eq!(chain.block(vec![transaction]), [Err(invalid)]);
    assert!(chain.inspect(pallet_session::DisabledValidators::<Runtime>::get).is_empty());
}

#[test]
fn absence_costs_reputation_then_candidacy_then_stake() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    let (bond, rep) = (bonded(&mut chain), encumbered(&mut chain, Dave));

    // Seven slots a session: after two sessions the last eight are empty.
    chain.set_away(Dave, true);
    chain.run_to_session(2);
    assert_eq!(encumbered(&mut chain, Dave), rep / 100 * 99);
    chain.run_to_session(3);
    assert!(is_suspended(&mut chain, Dave));
    assert!(!chain
        .inspect(|| { pallet_staking::Validators::<Runtime>::contains_key(Dave.to_account_id()) }));
    assert_eq!(places(&mut chain), 0);
    assert_eq!(bonded(&mut chain), bond);

    let prefs = Default::default();
    chain.call(Dave, pallet_staking::Call::validate { prefs }).unwrap();
    chain.set_away(Dave, false);
    // It is decided when session 4 begins, for the one after it.
    chain.run_to_session(4);
    assert!(is_suspended(&mut chain, Dave));
    chain.run_to_session(5);
    assert!(!is_suspended(&mut chain, Dave));
    assert!(places(&mut chain) > 0);

    chain.set_away(Dave, true);
    chain.run_to_session(7);
    assert!(is_suspended(&mut chain, Dave));
    // A tenth, after the deferral.
    chain.run_to_session(7 + 4 * 6);
    let left = bonded(&mut chain);
    assert!(left.abs_diff(bond / 10 * 9) < 10, "{left} of {bond}");
}

#[test]
fn more_than_a_third_are_not_immune_for_ever() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    let rep = encumbered(&mut chain, Dave);
    // In the order of the validators.
    let away = [Dave, Charlie];
    for who in away {
        chain.set_away(who, true);
    }

    // For five sessions it may have been an outage of the network.
    chain.run_to_session(6);
    for who in away {
        assert_eq!(encumbered(&mut chain, who), rep);
        assert!(!is_suspended(&mut chain, who));
    }
    // After the sixth one of them is out, as many as may be of four, and both pay.
    chain.run_to_session(7);
    assert_eq!(
        away.map(|who| is_suspended(&mut chain, who)),
        [true, false],
        "of those who were silent equally long, the first"
    );
    assert_eq!(away.map(|who| encumbered(&mut chain, who)), [rep / 100 * 99; 2]);

    // 30 sessions after they left: who was suspended is no validator any more, the other pays on.
    chain.run_to_session(31);
    assert_eq!(away.map(|who| is_suspended(&mut chain, who)), [true, false]);
    let validators = super::session::validators(&mut chain);
    assert!(!validators.contains(&Dave.to_account_id()));
    assert_eq!(encumbered(&mut chain, Dave), rep / 100 * 99);
    let left = encumbered(&mut chain, Charlie);
    assert!(left < rep / 100 * 80, "{left} of {rep}");
    for who in [Alice, Bob] {
        assert_eq!(encumbered(&mut chain, who), rep);
        assert!(!is_suspended(&mut chain, who));
    }
}

#[test]
fn outage_of_all_but_one_for_five_sessions_punishes_nobody() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    let rep = encumbered(&mut chain, Dave);
    let all = [Alice, Bob, Charlie, Dave];
    for who in [Bob, Charlie, Dave] {
        chain.set_away(who, true);
    }
    chain.run_to_session(6);
    for who in [Bob, Charlie, Dave] {
        chain.set_away(who, false);
    }
    chain.run_to_session(9);
    for who in all {
        assert_eq!(encumbered(&mut chain, who), rep);
        assert!(!is_suspended(&mut chain, who));
    }
    let bond = bonded(&mut chain);
    chain.run_to_session(20);
    assert!(bonded(&mut chain) >= bond);
}
