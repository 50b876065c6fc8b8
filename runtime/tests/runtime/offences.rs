//! Cheating voters lose stake, once, and governance has time to look at it.

use super::{
    chain::Chain,
    stake::{active_era, assert_seen, run_to_next_era, slash_to_come, staked},
};
use aitbc_primitives::{presets, reputation::Rep};
use aitbc_runtime::*;
use frame_support::traits::fungible::InspectHold;
use sp_consensus_grandpa::{
    localized_payload, runtime_decl_for_grandpa_api::GrandpaApi, Equivocation, EquivocationProof,
    SetId,
};
use sp_keyring::{
    Ed25519Keyring,
    Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Ferdie},
};
use sp_runtime::{
    transaction_validity::{InvalidTransaction, TransactionValidityError},
    DispatchError,
};

/// Blocks in a session of the local test network.
const SESSION: u32 = 30;

/// Dave's two votes for different blocks in round 1 of the set `signed`, shown as votes of `shown`.
fn equivocation(signed: u64, shown: u64) -> EquivocationProof<Hash, BlockNumber> {
    equivocation_of(Ed25519Keyring::Dave, 1, signed, shown)
}

/// Two votes for different blocks in this round of the set `signed`, shown as votes of `shown`.
fn equivocation_of(
    voter: Ed25519Keyring,
    round_number: u64,
    signed: u64,
    shown: u64,
) -> EquivocationProof<Hash, BlockNumber> {
    let vote = |target_hash| {
        let prevote = finality_grandpa::Prevote { target_hash, target_number: 1 };
        let message = finality_grandpa::Message::Prevote(prevote.clone());
        let payload = localized_payload(round_number, signed, &message);
        (prevote, voter.sign(&payload).into())
    };
    EquivocationProof::new(
        shown,
        Equivocation::Prevote(finality_grandpa::Equivocation {
            round_number,
            identity: voter.public().into(),
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
    let key_owner_proof = owner_of_key(chain, &proof);
    pallet_grandpa::Call::report_equivocation_unsigned {
        equivocation_proof: Box::new(proof),
        key_owner_proof,
    }
}

fn owner_of_key(
    chain: &mut Chain,
    proof: &EquivocationProof<Hash, BlockNumber>,
) -> pallet_equivocation::KeyOwnerProof {
    let (set_id, voter) = (proof.set_id(), proof.offender().clone());
    chain
        .inspect(|| <Runtime as GrandpaApi<Block>>::generate_key_ownership_proof(set_id, voter))
        .unwrap()
        .decode()
        .unwrap()
}

/// Has Ferdie report it, in a block that begins no session and is neither Dave's nor Charlie's.
fn sign_report(
    chain: &mut Chain,
    proof: EquivocationProof<Hash, BlockNumber>,
) -> Result<(), DispatchError> {
    let key_owner_proof = owner_of_key(chain, &proof);
    run_to_block_of_alice_or_bob(chain);
    let equivocation_proof = Box::new(proof);
    chain.call(
        Ferdie,
        pallet_grandpa::Call::report_equivocation { equivocation_proof, key_owner_proof },
    )
}

fn run_to_block_of_alice_or_bob(chain: &mut Chain) {
    loop {
        chain.run_to_block_of_others(Dave);
        if chain.next_producer() != Some(Charlie.to_account_id()) {
            return;
        }
        chain.blocks(1);
    }
}

/// What one voter of four loses: `(3 * 1 / 4)^2` of its stake.
fn fraction_of_one(stake: Balance) -> Balance {
    stake / 16 * 9
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
    assert_seen(staked(&mut chain, Dave), before - fraction_of_one(before));
}

/// The round is any number that the voter likes.
#[test]
fn endless_rounds_are_refused_and_pay_their_fee_after_the_first() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    chain.blocks(1);
    let before = staked(&mut chain, Dave);
    let set_id = current_set(&mut chain);
    let in_round = |round| equivocation_of(Ed25519Keyring::Dave, round, set_id, set_id);
    let balance = chain.balance(&Ferdie.to_account_id());
    sign_report(&mut chain, in_round(1)).unwrap();
    let mut left = chain.balance(&Ferdie.to_account_id());
    assert_eq!(left, balance);
    for round in [1, 2, 3, u64::MAX] {
        let error = pallet_grandpa::Error::<Runtime>::DuplicateOffenceReport.into();
        assert_eq!(sign_report(&mut chain, in_round(round)), Err(error));
        let balance = chain.balance(&Ferdie.to_account_id());
        assert!(balance < left);
        left = balance;
        let call = report(&mut chain, in_round(round));
        run_to_block_of_alice_or_bob(&mut chain);
        let stale = TransactionValidityError::from(InvalidTransaction::Stale);
        let bare = UncheckedExtrinsic::new_bare(call.into());
        assert_eq!(chain.apply(vec![bare]), [Err(stale)]);
    }
    assert_seen(slash_to_come(&mut chain, Dave), fraction_of_one(before));
}

/// Whoever was punished for blocks has not paid for votes, which can cost more.
#[test]
fn larger_fraction_after_a_smaller_one_passes() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    chain.blocks(1);
    let before = staked(&mut chain, Dave);
    let blocks = super::equivocation::equivocation_of(&mut chain, Dave);
    let call = pallet_equivocation::Call::report_equivocation { proof: Box::new(blocks) };
    chain.call(Ferdie, call).unwrap();
    assert_seen(slash_to_come(&mut chain, Dave), before / 2);
    let set_id = current_set(&mut chain);
    sign_report(&mut chain, equivocation(set_id, set_id)).unwrap();
    assert_seen(slash_to_come(&mut chain, Dave), fraction_of_one(before));
}

/// Accomplices that have themselves reported in a round each, cheaply, do not escape what they pay together.
#[test]
fn voters_who_cheat_in_one_era_pay_together_whatever_their_rounds() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    chain.blocks(1);
    let set_id = current_set(&mut chain);
    let stakes = [Dave, Charlie].map(|who| staked(&mut chain, who));
    for (voter, round) in [(Ed25519Keyring::Dave, 1), (Ed25519Keyring::Charlie, 9)] {
        let proof = equivocation_of(voter, round, set_id, set_id);
        sign_report(&mut chain, proof).unwrap();
    }
    // Of four, two are more than a third: all of it.
    for (who, stake) in [Dave, Charlie].into_iter().zip(stakes) {
        assert_seen(slash_to_come(&mut chain, who), stake);
    }
}

#[test]
fn report_of_a_voter_two_eras_late_takes_stake_when_the_next_era_begins() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    let before = staked(&mut chain, Dave);
    let set_id = current_set(&mut chain);
    run_to_next_era(&mut chain);
    run_to_next_era(&mut chain);
    assert_eq!(active_era(&mut chain), 2);
    sign_report(&mut chain, equivocation(set_id, set_id)).unwrap();
    assert_eq!(staked(&mut chain, Dave), before);
    assert_seen(slash_to_come(&mut chain, Dave), fraction_of_one(before));
    run_to_next_era(&mut chain);
    assert_seen(staked(&mut chain, Dave), before - fraction_of_one(before));
}

/// One set of voters never spans two eras: what is known of a round goes by the era of its set.
#[test]
fn each_era_has_sets_of_voters_of_its_own() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    let mut eras = std::collections::BTreeMap::new();
    for session in 1..20 {
        chain.run_to_session(session);
        let (set, era) = (current_set(&mut chain), active_era(&mut chain));
        assert_eq!(*eras.entry(set).or_insert(era), era, "set {set} in session {session}");
    }
    assert!(active_era(&mut chain) > 2);
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
    // Half of a quarter of the 30 slots. The rest of 0.75 goes to those who have reputation.
    assert_eq!(places(&mut chain), 3);
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
            let stake = staked(&mut chain, Dave);
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
            assert_seen(slash_to_come(&mut chain, Dave), fraction_of_one(stake));
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

    // 30 sessions after they left: who was suspended is no validator any more, and 18 sessions after that its
    // suspension is forgotten. The other pays on.
    chain.run_to_session(31);
    assert_eq!(away.map(|who| is_suspended(&mut chain, who)), [false, false]);
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
