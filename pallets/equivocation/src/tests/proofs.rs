//! What proves an equivocation, and what does not.

use crate::{
    mock::*,
    Error::{self, *},
};
use aitbc_primitives::{
    consensus::{
        equivocation::{EquivocationProof, MAX_PROOF_LENGTH},
        vrf,
    },
    Header,
};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_core::{Pair as _, H256};
use sp_runtime::{transaction_validity::InvalidTransaction, DigestItem};

type Outcome = Result<(), Error<Test>>;

fn check(proof: &EquivocationProof) -> Outcome {
    Equivocation::check(proof).map(|_| ())
}

/// A chain in session 5, in which everybody has had the same keys from the beginning.
fn in_session_5(test: impl FnOnce()) {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(5);
        test();
    });
}

/// A proof against Ada whose first header is `change`d before Ada seals it.
fn with_first(change: impl FnOnce(&mut Vec<DigestItem>)) -> EquivocationProof {
    let mut proof = proof(ADA, 4);
    let mut header = unsealed(&pair(ADA), proof.slot, RHO, 1);
    change(&mut header.digest.logs);
    proof.first.header = seal(header, &pair(ADA));
    proof
}

/// As [`with_first`], but of what is sealed already.
fn with_sealed(change: impl FnOnce(&mut Header)) -> EquivocationProof {
    let mut proof = proof(ADA, 4);
    change(&mut proof.first.header);
    proof
}

#[test]
fn two_blocks_in_one_slot_are_proven() {
    in_session_5(|| {
        let proven = Equivocation::check(&proof(ADA, 4)).unwrap();
        assert_eq!((proven.era, proven.offender.account), (2, ADA));
        assert_eq!((proven.offender.session, proven.offender.validators), (4, 3));
    });
}

/// As for two blocks that begin a session, or of forks that have mixed other outputs.
#[test]
fn headers_with_different_rho_and_session_are_proven() {
    in_session_5(|| {
        let slot = start(4);
        for session in 2..=4 {
            let mut proof = proof_by(&pair(ADA), slot, session);
            proof.second = proven(&pair(ADA), slot, H256([9; 32]), 2);
            assert_eq!(check(&proof), Ok(()), "{session}");
        }
    });
}

#[test]
fn proof_of_more_than_161_kib_is_too_large() {
    in_session_5(|| {
        let pad = |length| with_first(|logs| logs.push(DigestItem::Other(vec![0; length])));
        let length = 150 * 1024;
        let length = length + MAX_PROOF_LENGTH as usize - pad(length).encoded_size();
        let largest = pad(length);
        assert_eq!(largest.encoded_size() as u32, 161 * 1024);
        assert_eq!(check(&largest), Ok(()));
        assert_eq!(check(&pad(length + 1)), Err(ProofTooLarge));
    });
}

#[test]
fn session_in_the_future_or_pruned_is_unknown() {
    ExtBuilder::default().log_length(4).build_and_execute(|| {
        run_to_session(8);
        let known = |session| check(&proof(ADA, session));
        assert_eq!(known(3), Err(SessionUnknown));
        assert_eq!(known(4), Ok(()));
        assert_eq!(known(8), Ok(()));
        assert_eq!(known(9), Err(SessionUnknown));
    });
}

#[test]
fn slot_belongs_to_the_session_or_its_neighbours() {
    in_session_5(|| {
        let check = |slot| check(&proof_by(&pair(ADA), slot, 3));
        assert_eq!(check(start(2)), Err(SlotOutsideSession));
        assert_eq!(check(start(2) + 1), Ok(()));
        assert_eq!(check(start(5)), Ok(()));
        assert_eq!(check(start(5) + 1), Err(SlotOutsideSession));
    });
}

#[test]
fn slots_of_the_log_alone_are_judged() {
    in_session_5(|| {
        // The chain need not have come as far as the fork, so there is no last slot.
        assert_eq!(check(&proof_by(&pair(ADA), start(5) + 1_000, 5)), Ok(()));
        assert_eq!(check(&proof_by(&pair(ADA), 0, 0)), Err(SlotOutsideSession));
        assert_eq!(check(&proof_by(&pair(ADA), 1, 0)), Ok(()));
    });
    ExtBuilder::default().log_length(4).build_and_execute(|| {
        run_to_session(8);
        assert_eq!(check(&proof_by(&pair(ADA), start(4), 4)), Err(SlotOutsideSession));
        assert_eq!(check(&proof_by(&pair(ADA), start(4) + 1, 4)), Ok(()));
    });
}

#[test]
fn header_has_just_slot_vrf_and_seal() {
    in_session_5(|| {
        let item = |logs: &[DigestItem], index: usize| logs[index].clone();
        let foreign = || DigestItem::PreRuntime(*b"else", vec![]);
        let other_seal = || DigestItem::Seal(*b"else", vec![0; 64]);
        let malformed = [
            ("no vrf", with_first(|logs| logs.truncate(1))),
            ("no slot", with_first(|logs| drop(logs.remove(0)))),
            ("two slots", with_first(|logs| logs.insert(1, item(logs, 0)))),
            ("two vrfs", with_first(|logs| logs.push(item(logs, 1)))),
            ("the vrf first", with_first(|logs| logs.swap(0, 1))),
            ("more before execution", with_first(|logs| logs.push(foreign()))),
            ("a seal before", with_first(|logs| logs.push(other_seal()))),
            ("no seal", with_sealed(|header| drop(header.digest.pop()))),
            ("nothing", with_sealed(|header| header.digest.logs.clear())),
            (
                "two seals",
                with_sealed(|header| {
                    let seal = item(&header.digest.logs, 2);
                    header.digest.push(seal);
                }),
            ),
            ("the seal not last", with_sealed(|header| header.digest.logs.swap(1, 2))),
            ("another seal after", with_sealed(|header| header.digest.push(other_seal()))),
            (
                "an item after",
                with_sealed(|header| header.digest.push(DigestItem::RuntimeEnvironmentUpdated)),
            ),
            (
                "a seal of another engine",
                with_sealed(|header| {
                    let seal = header.digest.pop().unwrap();
                    let data = seal.as_seal().unwrap().1.to_vec();
                    header.digest.push(DigestItem::Seal(*b"else", data));
                }),
            ),
            (
                "a seal of 63 bytes",
                with_sealed(|header| {
                    header.digest.pop();
                    header.digest.push(DigestItem::Seal(AURA_ENGINE_ID, vec![0; 63]));
                }),
            ),
            (
                "a seal of 65 bytes",
                with_sealed(|header| {
                    let data = [header.digest.pop().unwrap().as_seal().unwrap().1, &[0]].concat();
                    header.digest.push(DigestItem::Seal(AURA_ENGINE_ID, data));
                }),
            ),
        ];
        for (what, mut proof) in malformed {
            assert_eq!(check(&proof), Err(MalformedHeader), "{what}");
            core::mem::swap(&mut proof.first, &mut proof.second);
            assert_eq!(check(&proof), Err(MalformedHeader), "{what}, in the second");
        }
        let more = DigestItem::Consensus(AURA_ENGINE_ID, vec![1]);
        assert_eq!(check(&with_first(|logs| logs.push(more))), Ok(()), "what the runtime adds");
    });
}

#[test]
fn headers_are_of_the_slot_of_the_proof() {
    in_session_5(|| {
        let of_another = |slot: u64| {
            let mut proof = proof(ADA, 4);
            proof.second = proven(&pair(ADA), slot, RHO, 2);
            proof
        };
        let slot = proof(ADA, 4).slot;
        assert_eq!(check(&of_another(slot + 1)), Err(MalformedHeader));
        assert_eq!(check(&of_another(slot)), Ok(()));
        let mut moved = proof(ADA, 4);
        moved.slot += 1;
        assert_eq!(check(&moved), Err(MalformedHeader));
    });
}

#[test]
fn one_block_is_no_equivocation_however_often_it_is_sealed() {
    in_session_5(|| {
        let mut proof = proof(ADA, 4);
        proof.second = proof.first.clone();
        assert_eq!(check(&proof), Err(SameBlock));
        let header = unsealed(&pair(ADA), proof.slot, RHO, 1);
        [proof.first.header, proof.second.header] =
            [(); 2].map(|()| seal(header.clone(), &pair(ADA)));
        assert_ne!(proof.first, proof.second, "signatures are random");
        assert_eq!(check(&proof), Err(SameBlock));
    });
}

#[test]
fn key_must_have_been_a_validators_then() {
    ExtBuilder::default().build_and_execute(|| {
        // Dee is a validator in session 6 alone.
        run_to_session(4);
        Elected::put(vec![ADA, BEN, CYD, DEE]);
        run_to_session(5);
        Elected::put(vec![ADA, BEN, CYD]);
        run_to_session(9);
        let by_dee = |slot_of| check(&proof(DEE, slot_of));
        assert_eq!(by_dee(4), Err(NotAValidator));
        // On another fork these slots may have been of session 6.
        assert_eq!(by_dee(5), Ok(()));
        assert_eq!(by_dee(6), Ok(()));
        assert_eq!(by_dee(7), Ok(()));
        assert_eq!(by_dee(8), Err(NotAValidator));

        let nobody = sp_core::sr25519::Pair::from_seed(&[99; 32]);
        assert_eq!(check(&proof_by(&nobody, start(6) + 1, 6)), Err(NotAValidator));
    });
}

/// Otherwise the offender would report itself for the session in which it had the least at stake.
#[test]
fn session_that_is_slashed_is_that_of_the_slot_whatever_the_proof_says() {
    in_session_5(|| {
        for session in 2..=4 {
            let proof = proof_by(&pair(ADA), start(3) + 5, session);
            assert_eq!(Equivocation::check(&proof).unwrap().offender.session, 3);
        }
    });
}

#[test]
fn seal_is_one_of_the_offender() {
    in_session_5(|| {
        let mut by_ben = proof(ADA, 4);
        by_ben.second.header = seal(unsealed(&pair(ADA), by_ben.slot, RHO, 2), &pair(BEN));
        assert_eq!(check(&by_ben), Err(BadSeal));
        core::mem::swap(&mut by_ben.first, &mut by_ben.second);
        assert_eq!(check(&by_ben), Err(BadSeal));

        let mut accused = proof(ADA, 4);
        accused.offender = pair(BEN).public();
        assert_eq!(check(&accused), Err(BadSeal));
        let changed = with_sealed(|header| header.state_root = H256([1; 32]));
        assert_eq!(check(&changed), Err(BadSeal));
    });
}

#[test]
fn headers_of_another_genesis_or_another_rho_prove_nothing() {
    in_session_5(|| {
        let slot = proof(ADA, 4).slot;
        let foreign = |genesis: H256, rho: H256| {
            let mut header = unsealed(&pair(ADA), slot, RHO, 1);
            header.digest.pop();
            let transcript = vrf::transcript(&genesis, slot, &rho);
            use sp_core::crypto::VrfSecret;
            header.digest.push(vrf::item(&pair(ADA).vrf_sign(&transcript.into())));
            let mut proof = proof(ADA, 4);
            proof.first.header = seal(header, &pair(ADA));
            proof
        };
        let genesis = aitbc_test_support::GENESIS_HASH;
        assert_eq!(check(&foreign(H256([1; 32]), RHO)), Err(ForeignChain));
        assert_eq!(check(&foreign(genesis, H256([1; 32]))), Err(ForeignChain));
        assert_eq!(check(&foreign(genesis, RHO)), Ok(()));

        for bit in [0, 100, 255] {
            let mut proof = proof(ADA, 4);
            proof.second.rho.0[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(check(&proof), Err(ForeignChain), "{bit}");
        }
    });
}

/// The VRF of one block cannot be put into a block of another key.
#[test]
fn vrf_of_another_key_proves_nothing() {
    in_session_5(|| {
        let of_ben = unsealed(&pair(BEN), proof(ADA, 4).slot, RHO, 1).digest.logs[1].clone();
        assert_eq!(check(&with_first(|logs| logs[1] = of_ben)), Err(ForeignChain));
    });
}

/// Whoever sends something wrong in several ways learns of the first.
#[test]
fn errors_come_in_the_order_of_their_numbers() {
    in_session_5(|| {
        let refused = |proof: &EquivocationProof, number, error: Error<Test>| {
            assert_eq!(error.encode(), [number]);
            assert_eq!(check(proof), Err(error));
            let expected = match number {
                4 => InvalidTransaction::Stale,
                number => InvalidTransaction::Custom(number),
            };
            assert_eq!(Equivocation::validate_report(proof), Err(expected.into()));
        };
        let mut proof = proof(ADA, 4);
        assert_eq!(check(&proof), Ok(()));
        proof.second.rho = H256([9; 32]);
        refused(&proof, 9, ForeignChain);
        proof.second.header.state_root = H256([1; 32]);
        refused(&proof, 8, BadSeal);
        proof.offender = pair(DEE).public();
        refused(&proof, 7, NotAValidator);
        proof.second = proof.first.clone();
        refused(&proof, 6, SameBlock);
        proof.first.header.digest.pop();
        refused(&proof, 5, MalformedHeader);
        assert_ok!(Equivocation::do_report(&self::proof(ADA, 4)));
        proof.offender = pair(ADA).public();
        refused(&proof, 4, AlreadyReported);
        proof.session = 2;
        refused(&proof, 3, SlotOutsideSession);
        proof.session = 6;
        refused(&proof, 2, SessionUnknown);
        let filling = vec![0; MAX_PROOF_LENGTH as usize];
        proof.first.header.digest.push(DigestItem::Other(filling));
        refused(&proof, 1, ProofTooLarge);
    });
}

/// A check changes nothing, whatever comes of it.
#[test]
fn wrong_proof_changes_nothing() {
    in_session_5(|| {
        let mut wrong = proof(ADA, 4);
        wrong.second.rho = H256([9; 32]);
        let report = |proof| {
            Equivocation::report_equivocation(aitbc_test_support::signed(DEE), Box::new(proof))
        };
        assert_noop!(report(wrong), Error::<Test>::ForeignChain);
        assert_ok!(report(proof(ADA, 4)));
    });
}
