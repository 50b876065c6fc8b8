//! Whose a key was, whatever has become of it since.

use crate::{mock::*, KeyOwnerProof};
use aitbc_primitives::consensus::{equivocation::EquivocationProof, SessionIndex};
use frame_support::{assert_ok, traits::KeyOwnerProofSystem};
use frame_system::RawOrigin;
use sp_core::{
    crypto::{KeyTypeId, Pair as _},
    sr25519::Pair,
};

type Key = Vec<u8>;

fn prove(id: KeyTypeId, key: impl AsRef<[u8]>) -> Option<KeyOwnerProof> {
    Equivocation::prove((id, key))
}

/// Whom a proof names.
fn owner(id: KeyTypeId, key: impl AsRef<[u8]>, proof: &KeyOwnerProof) -> Option<AccountId> {
    Equivocation::check_proof((id, key), proof.clone()).map(|(account, ())| account)
}

fn in_session(session: SessionIndex, validator_count: u32) -> KeyOwnerProof {
    KeyOwnerProof { session, validator_count }
}

#[test]
fn key_of_each_kind_is_proven() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(3);
        let expected = in_session(3, 3);
        let (block, vote): (Key, Key) = (pair(BEN).public().to_vec(), voter(BEN).to_vec());
        for (id, key, other) in [(AURA, &block, GRANDPA), (GRANDPA, &vote, AURA)] {
            assert_eq!(prove(id, key), Some(expected.clone()));
            assert_eq!(owner(id, key, &expected), Some(BEN));
            assert_eq!(prove(other, key), None, "each type for itself");
            assert_eq!(owner(other, key, &expected), None);
        }
        assert_eq!(prove(GRANDPA, voter(DEE)), None, "no validator");
        assert_eq!(prove(GRANDPA, &vote[..31]), None);
    });
}

/// pallet-grandpa computes of it what is slashed, and what the report weighs.
#[test]
fn proof_must_tell_how_many_validators_there_were() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(1);
        Elected::put(vec![ADA, BEN]);
        run_to_session(4);
        for (session, validators) in [(1, 3), (2, 3), (3, 2), (4, 2)] {
            for count in 0..5 {
                let proven = owner(GRANDPA, voter(ADA), &in_session(session, count));
                assert_eq!(proven, (count == validators).then_some(ADA), "{session}: {count}");
            }
        }
    });
}

#[test]
fn proof_is_of_a_session_in_the_log() {
    ExtBuilder::default().log_length(2).build_and_execute(|| {
        run_to_session(5);
        for session in 0..8 {
            let known = (3..=5).contains(&session);
            let proof = Equivocation::prove_at(session, GRANDPA, voter(ADA).as_ref());
            assert_eq!(proof, known.then(|| in_session(session, 3)));
            let proven = owner(GRANDPA, voter(ADA), &in_session(session, 3));
            assert_eq!(proven, known.then_some(ADA));
        }
    });
}

/// As the reports of pallet-grandpa are: its set id leads to a session that has ended.
#[test]
fn voters_key_is_proven_for_a_session_that_has_ended() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(2);
        set_keys(ADA, 1);
        run_to_session(5);
        assert_eq!(prove(GRANDPA, voter(ADA)), None, "the new key is active");
        let proof = Equivocation::prove_at(3, GRANDPA, voter(ADA).as_ref()).unwrap();
        assert_eq!(owner(GRANDPA, voter(ADA), &proof), Some(ADA));
        assert_eq!(Equivocation::prove_at(4, GRANDPA, voter(ADA).as_ref()), None);
    });
}

/// What a cheat can do with its keys right after it has cheated, and others with theirs.
type Trick = fn();

const TRICKS: [(&str, Trick); 4] = [
    ("new keys", || set_keys(ADA, 1)),
    ("no keys", || purge_keys(ADA)),
    ("another has new keys", || set_keys(BEN, 1)),
    ("another has no keys", || purge_keys(CYD)),
];

#[test]
fn equivocate_then_set_or_purge_keys_in_the_same_block_leaves_reports_valid() {
    for (what, trick) in TRICKS {
        for later in [0, 1, 2, 3, 9] {
            ExtBuilder::default().build_and_execute(|| {
                run_to_session(3);
                let slot = start(3) + 5;
                let proof = proof_by(&pair(ADA), slot, 3);
                let mut vote = None;
                block_with(slot, || {
                    trick();
                    vote = prove(GRANDPA, voter(ADA));
                });
                run_to_session(3 + later);
                assert_eq!(owner(GRANDPA, voter(ADA), &vote.unwrap()), Some(ADA), "{what}");
                block_with(start(3 + later) + 6, || {
                    let proof: Box<EquivocationProof> = Box::new(proof);
                    let origin = RawOrigin::None.into();
                    assert_ok!(Equivocation::report_equivocation_unsigned(origin, proof));
                });
                let punished = Punished::get();
                assert_eq!((punished[0].0, punished[0].2), (ADA, 3), "{what}, {later} later");
            });
        }
    }
}

/// Old keys stay active for the session and the next, so blocks made with them are proven there too.
#[test]
fn old_keys_are_accused_as_long_as_they_make_blocks() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(3);
        set_keys(ADA, 1);
        run_to_session(8);
        let proven = |pair: &Pair, session| {
            Equivocation::check(&proof_by(pair, start(session) + 5, session)).is_ok()
        };
        // Session 5 has the new ones. A fork may have begun it one session earlier or later.
        let (old, new) = (pair(ADA), pair_of(ADA, 1));
        assert_eq!([3, 4, 5, 6].map(|session| proven(&old, session)), [true, true, true, false]);
        assert_eq!([3, 4, 5, 6].map(|session| proven(&new, session)), [false, true, true, true]);
    });
}

#[test]
fn whoever_takes_over_a_key_is_not_accused_of_what_was_done_with_it() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(3);
        let slot = start(3) + 5;
        block_with(slot, || {
            purge_keys(ADA);
            take_keys(DEE, ADA, 0);
            Elected::put(vec![BEN, CYD, DEE]);
        });
        run_to_session(5);
        let proof = Equivocation::prove_at(5, AURA, pair(ADA).public().as_ref()).unwrap();
        assert_eq!(owner(AURA, pair(ADA).public(), &proof), Some(DEE));
        let proven = Equivocation::check(&proof_by(&pair(ADA), slot, 3)).unwrap();
        assert_eq!(proven.offender.account, ADA);
    });
}
