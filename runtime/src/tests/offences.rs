//! Cheating voters lose stake, once, and governance has time to look at it.

use super::chain::Chain;
use crate::*;
use aitbc_primitives::presets;
use frame_support::traits::{fungible::InspectHold, KeyOwnerProofSystem};
use sp_consensus_grandpa::{
    localized_payload, AuthorityId, Equivocation, EquivocationProof, KEY_TYPE,
};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring::Dave};

/// Blocks in a session of the local test network.
const SESSION: u32 = 30;

/// Dave's two votes for different blocks in round 1 of the set `signed`, shown as votes of `shown`.
fn equivocation(signed: u64, shown: u64) -> EquivocationProof<Hash, BlockNumber> {
    let round_number = 1;
    let vote = |target_hash| {
        let prevote = finality_grandpa::Prevote {
            target_hash,
            target_number: 1,
        };
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
    let key_owner_proof = chain.inspect(|| {
        Historical::prove((KEY_TYPE, AuthorityId::from(Ed25519Keyring::Dave.public()))).unwrap()
    });
    pallet_grandpa::Call::report_equivocation_unsigned {
        equivocation_proof: Box::new(proof),
        key_owner_proof,
    }
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
    // The block of the report must not be Dave's own: it would be the last of a disabled author.
    chain.blocks(SESSION + 6);
    let set_id = chain.inspect(pallet_grandpa::CurrentSetId::<Runtime>::get);
    let call = report(&mut chain, equivocation(set_id, set_id));
    let before = bonded(&mut chain);

    chain
        .block(vec![UncheckedExtrinsic::new_bare(call.into())])
        .remove(0)
        .unwrap();
    let disabled = chain.inspect(pallet_session::DisabledValidators::<Runtime>::get);
    assert_eq!(disabled.len(), 1);
    assert_eq!(bonded(&mut chain), before);

    // The deferral of this preset is one era.
    chain.blocks(3 * 6 * SESSION);
    assert!(bonded(&mut chain) < before);
}

#[test]
fn same_equivocation_is_not_reported_twice() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    // The block of the report must not be Dave's own: it would be the last of a disabled author.
    chain.blocks(SESSION + 6);
    let set_id = chain.inspect(pallet_grandpa::CurrentSetId::<Runtime>::get);
    let call = report(&mut chain, equivocation(set_id, set_id));
    chain
        .block(vec![UncheckedExtrinsic::new_bare(call.clone().into())])
        .remove(0)
        .unwrap();

    let again = UncheckedExtrinsic::new_bare(call.into());
    assert!(chain.apply(vec![again]).remove(0).is_err());
}

#[test]
fn votes_of_another_set_prove_nothing() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    // The block of the report must not be Dave's own: it would be the last of a disabled author.
    chain.blocks(SESSION + 6);
    let set_id = chain.inspect(pallet_grandpa::CurrentSetId::<Runtime>::get);
    let call = report(&mut chain, equivocation(set_id + 1, set_id));
    let transaction = UncheckedExtrinsic::new_bare(call.into());
    let invalid = pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof.into();
    assert_eq!(chain.block(vec![transaction]), [Err(invalid)]);
    assert!(chain
        .inspect(pallet_session::DisabledValidators::<Runtime>::get)
        .is_empty());
}
