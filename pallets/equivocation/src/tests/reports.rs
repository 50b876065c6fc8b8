//! What becomes of reports.

use crate::{mock::*, Call, EquivocationOffence, Error, Event};
use aitbc_primitives::consensus::equivocation::EquivocationProof;
use aitbc_test_support::{events, signed};
use codec::{Decode, Encode};
use frame_support::{
    assert_noop, assert_ok,
    dispatch::{DispatchClass, DispatchResultWithPostInfo, GetDispatchInfo, Pays},
    weights::Weight,
};
use frame_system::RawOrigin;
use sp_core::Pair as _;
#[allow(deprecated, reason = "as long as the pallet has it")]
use sp_runtime::traits::ValidateUnsigned;
use sp_runtime::{
    traits::{BadOrigin, ExtrinsicLike},
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
    },
    DigestItem, Perbill,
};
use sp_staking::offence::Offence;

fn signed_report(proof: EquivocationProof) -> DispatchResultWithPostInfo {
    Equivocation::report_equivocation(signed(CYD), Box::new(proof))
}

fn bare_report(proof: EquivocationProof) -> DispatchResultWithPostInfo {
    Equivocation::report_equivocation_unsigned(RawOrigin::None.into(), Box::new(proof))
}

fn bare_call(proof: EquivocationProof) -> Call<Test> {
    Call::report_equivocation_unsigned { proof: Box::new(proof) }
}

fn signed_call(proof: EquivocationProof) -> Call<Test> {
    Call::report_equivocation { proof: Box::new(proof) }
}

#[allow(deprecated, reason = "as long as the pallet has it")]
fn validate(source: TransactionSource, call: &Call<Test>) -> TransactionValidity {
    Equivocation::validate_unsigned(source, call)
}

#[allow(deprecated, reason = "as long as the pallet has it")]
fn pre_dispatch(call: &Call<Test>) -> Result<(), TransactionValidityError> {
    Equivocation::pre_dispatch(call)
}

fn swapped(mut proof: EquivocationProof) -> EquivocationProof {
    core::mem::swap(&mut proof.first, &mut proof.second);
    proof
}

/// A chain in session 5, in which nobody has been reported.
fn in_session_5(test: impl FnOnce()) {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(5);
        System::reset_events();
        test();
    });
}

#[test]
fn signed_report_is_free_and_has_no_reward() {
    in_session_5(|| {
        let proof = proof(ADA, 4);
        let slot = proof.slot;
        assert_eq!(signed_report(proof).unwrap().pays_fee, Pays::No);
        assert_eq!(Punished::get(), [(ADA, Perbill::from_percent(50), 4, vec![])]);
        let expected = Event::EquivocationReported { offender: ADA, slot, session: 4 };
        assert_eq!(events::<Test, Event<Test>>(), [expected]);
    });
}

#[test]
fn wrong_signed_report_pays_the_fee() {
    in_session_5(|| {
        let mut wrong = proof(ADA, 4);
        wrong.first.header.digest.pop();
        let refused = signed_report(wrong).unwrap_err();
        assert_eq!(refused.error, Error::<Test>::MalformedHeader.into());
        assert_eq!(refused.post_info, ().into());
        assert_eq!(refused.post_info.pays_fee, Pays::Yes);
        assert_ok!(signed_report(proof(ADA, 4)));
        assert_eq!(signed_report(proof(ADA, 4)).unwrap_err().post_info.pays_fee, Pays::Yes);
    });
}

#[test]
fn bare_report_has_no_reward() {
    in_session_5(|| {
        assert_ok!(bare_report(proof(ADA, 4)));
        assert_eq!(Punished::get(), [(ADA, Perbill::from_percent(50), 4, vec![])]);
    });
}

#[test]
fn each_call_has_its_origin() {
    in_session_5(|| {
        let proof = || Box::new(proof(ADA, 4));
        for origin in [RawOrigin::None, RawOrigin::Root] {
            assert_noop!(Equivocation::report_equivocation(origin.into(), proof()), BadOrigin);
        }
        for origin in [RawOrigin::Signed(CYD), RawOrigin::Root] {
            assert_noop!(
                Equivocation::report_equivocation_unsigned(origin.into(), proof()),
                BadOrigin
            );
        }
    });
}

/// Root can dispatch as nobody, past the checks of transactions.
#[test]
fn bare_report_is_checked_when_it_is_executed() {
    in_session_5(|| {
        let mut wrong = proof(ADA, 4);
        wrong.second.header = seal(unsealed(&pair(ADA), wrong.slot, RHO, 2), &pair(BEN));
        assert_noop!(bare_report(wrong), Error::<Test>::BadSeal);
    });
}

#[test]
fn pool_takes_a_bare_report_from_anywhere() {
    in_session_5(|| {
        let call = bare_call(proof(ADA, 4));
        for source in
            [TransactionSource::Local, TransactionSource::External, TransactionSource::InBlock]
        {
            let valid = validate(source, &call).unwrap();
            assert_eq!(valid.priority, u64::MAX);
            assert_eq!(valid.longevity, 64);
            assert!(valid.propagate);
            assert!(valid.requires.is_empty());
            assert_eq!(valid.provides, [("AitbcEquivocation", (ADA, 2_u32)).encode()]);
        }
        assert_ok!(pre_dispatch(&call));
    });
}

/// So a validator that has signed a hundred thousand slots twice fills neither pool nor blocks.
#[test]
fn pool_has_one_report_of_a_validator_and_era() {
    in_session_5(|| {
        let tag = |proof| {
            let validity = validate(TransactionSource::External, &bare_call(proof));
            validity.unwrap().provides.remove(0)
        };
        let in_slot = |slot, session| proof_by(&pair(ADA), slot, session);
        let first = tag(in_slot(start(4) + 1, 4));
        assert_eq!(tag(in_slot(start(4) + 2, 4)), first);
        assert_eq!(tag(in_slot(start(5) + 1, 5)), first);
        assert_ne!(tag(in_slot(start(4), 4)), first);
        assert_ne!(tag(proof(BEN, 4)), first);
    });
}

#[test]
fn neither_pool_nor_block_takes_a_wrong_report() {
    in_session_5(|| {
        let mut wrong = proof(ADA, 4);
        wrong.first.rho.0[0] ^= 1;
        let refused = Err(InvalidTransaction::Custom(9).into());
        assert_eq!(validate(TransactionSource::External, &bare_call(wrong.clone())), refused);
        assert_eq!(pre_dispatch(&bare_call(wrong)), refused.map(|_| ()));
        // A signed report is no bare transaction.
        let refused = Err(InvalidTransaction::Call.into());
        assert_eq!(validate(TransactionSource::Local, &signed_call(proof(ADA, 4))), refused);
    });
}

#[test]
fn same_equivocation_is_punished_once() {
    in_session_5(|| {
        let slot = start(4);
        let original = proof_by(&pair(ADA), slot, 3);
        assert_ok!(bare_report(original.clone()));
        let third = || proven(&pair(ADA), slot, RHO, 3);
        let again = [
            original.clone(),
            swapped(original.clone()),
            EquivocationProof { session: 2, ..original.clone() },
            EquivocationProof { session: 4, ..original.clone() },
            // A third block in the slot.
            EquivocationProof { second: third(), ..original.clone() },
            EquivocationProof { first: third(), ..original },
        ];
        for proof in again {
            assert_noop!(signed_report(proof.clone()), Error::<Test>::AlreadyReported);
            assert_noop!(bare_report(proof.clone()), Error::<Test>::AlreadyReported);
            let stale = Err(InvalidTransaction::Stale.into());
            assert_eq!(validate(TransactionSource::External, &bare_call(proof.clone())), stale);
            assert_eq!(pre_dispatch(&bare_call(proof)), stale.map(|_| ()));
        }
        assert_eq!(Punished::get().len(), 1);
    });
}

/// A day of two nodes with one key is one offence, not one for each slot or session.
#[test]
fn validator_is_punished_once_an_era() {
    in_session_5(|| {
        assert_ok!(bare_report(proof_by(&pair(ADA), start(4) + 1, 4)));
        for (slot, session) in [(start(4) + 2, 4), (start(5), 4), (start(5) + 1, 5)] {
            let proof = proof_by(&pair(ADA), slot, session);
            assert_noop!(bare_report(proof.clone()), Error::<Test>::AlreadyReported);
            assert!(Equivocation::report(proof).is_none());
        }
        // The slot of the block that begins the era is of the era before.
        assert_ok!(bare_report(proof_by(&pair(ADA), start(4), 4)));
        assert_noop!(
            bare_report(proof_by(&pair(ADA), start(2) + 1, 2)),
            Error::<Test>::AlreadyReported
        );
        assert_ok!(bare_report(proof_by(&pair(ADA), start(2), 2)));
        let sessions: Vec<_> = Punished::get().iter().map(|row| row.2).collect();
        assert_eq!(sessions, [4, 3, 1]);
    });
}

/// A chain may have eras so short that the log is longer than stake is slashable.
#[test]
fn era_whose_stake_is_slashable_no_more_is_unknown() {
    in_session_5(|| {
        FirstEra::set(&2);
        assert_noop!(bare_report(proof(ADA, 3)), Error::<Test>::SessionUnknown);
        let refused = Err(InvalidTransaction::Custom(2).into());
        assert_eq!(validate(TransactionSource::External, &bare_call(proof(ADA, 3))), refused);
        assert!(!Equivocation::is_known(pair(ADA).public(), start(3) + 5));
        assert_ok!(bare_report(proof(ADA, 4)));
    });
}

#[test]
fn one_offender_protects_no_other_and_is_not_punished_with_it() {
    in_session_5(|| {
        assert_ok!(bare_report(proof(ADA, 4)));
        assert_ok!(bare_report(proof(BEN, 4)));
        let who: Vec<_> = Punished::get().iter().map(|row| row.0).collect();
        assert_eq!(who, [ADA, BEN]);
    });
}

/// Nobody makes such blocks by accident: it is punished for the era in which it is reported, and for that
/// of the slot.
#[test]
fn slot_to_come_counts_for_the_current_era_and_later_for_its_own() {
    in_session_5(|| {
        let slot = start(7) + 5;
        let report = |session| bare_report(proof_by(&pair(ADA), slot, session));
        assert_ok!(report(5));
        let known = || Equivocation::is_known(pair(ADA).public(), slot);
        assert!(known());
        assert_noop!(report(5), Error::<Test>::AlreadyReported);
        run_to_session(8);
        assert!(!known());
        assert_ok!(report(7));
        assert!(known());
        assert_noop!(report(7), Error::<Test>::AlreadyReported);
        let sessions: Vec<_> = Punished::get().iter().map(|row| row.2).collect();
        assert_eq!(sessions, [5, 7]);
    });
}

#[test]
fn report_is_known_by_offender_and_era_of_the_slot() {
    in_session_5(|| {
        let known = |who, slot| Equivocation::is_known(pair(who).public(), slot);
        let slot = start(4) + 5;
        assert!(!known(ADA, slot));
        assert_ok!(bare_report(proof_by(&pair(ADA), slot, 4)));
        assert!(known(ADA, slot));
        assert!(known(ADA, slot + 1));
        assert!(!known(ADA, start(4)));
        assert!(known(ADA, start(5) + 1));
        assert!(known(ADA, u64::MAX), "it counts for the current session");
        assert!(!known(BEN, slot));
        assert!(!known(DEE, slot), "no validator");
        assert!(!known(ADA, 0), "before the log");
        // New keys change nothing for the old.
        set_keys(ADA, 1);
        run_to_session(9);
        assert!(known(ADA, slot));
        assert!(!known(ADA, start(6) + 1));
    });
}

/// Equivocators that were validators only around the session of the slot are known too.
#[test]
fn offender_of_a_neighbouring_session_is_known() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(4);
        Elected::put(vec![ADA, BEN, CYD, DEE]);
        run_to_session(5);
        Elected::put(vec![ADA, BEN, CYD]);
        run_to_session(9);
        let slot = start(5) + 5;
        assert_ok!(bare_report(proof_by(&pair(DEE), slot, 5)));
        assert_eq!(Punished::get(), [(DEE, Perbill::from_percent(50), 6, vec![])]);
        assert!(Equivocation::is_known(pair(DEE).public(), slot));
        for session in [4, 6] {
            let again = proof_by(&pair(DEE), slot, session);
            assert_noop!(bare_report(again), Error::<Test>::AlreadyReported);
        }
    });
}

#[test]
fn session_that_left_the_log_is_unknown() {
    ExtBuilder::default().log_length(2).build_and_execute(|| {
        run_to_session(6);
        assert!(validate(TransactionSource::Local, &bare_call(proof(ADA, 4))).is_ok());
        run_to_session(7);
        assert_noop!(bare_report(proof(ADA, 4)), Error::<Test>::SessionUnknown);
        assert!(!Equivocation::is_known(pair(ADA).public(), start(4) + 5));
    });
}

#[test]
fn node_gets_the_bare_transaction_of_a_proof_that_holds() {
    in_session_5(|| {
        let proof = proof(ADA, 4);
        let transaction = Equivocation::report(proof.clone()).unwrap();
        let expected = UncheckedExtrinsic::new_bare(bare_call(proof.clone()).into());
        assert_eq!(transaction.encode(), expected.encode());
        assert!(UncheckedExtrinsic::decode(&mut &transaction.encode()[..]).unwrap().is_bare());

        let mut wrong = proof.clone();
        wrong.slot += 1;
        assert!(Equivocation::report(wrong).is_none());
        assert_ok!(bare_report(proof.clone()));
        assert!(Equivocation::report(proof).is_none());
    });
}

#[test]
fn offence_costs_half_of_the_stake_however_many_commit_it() {
    let offence = EquivocationOffence { offender: ADA, era: 7, session: 3, validators: 9 };
    assert_eq!(<EquivocationOffence<u64> as Offence<u64>>::ID, *b"aitbc:equivocate");
    assert_eq!(offence.offenders(), [ADA]);
    assert_eq!(
        (offence.slot(), offence.session_index(), offence.validator_set_count()),
        ((7, ADA), 3, 9)
    );
    for offenders in [1, 2, 9] {
        assert_eq!(offence.slash_fraction(offenders), Perbill::from_percent(50));
    }
}

#[test]
fn report_costs_what_its_length_and_the_offence_cost() {
    in_session_5(|| {
        let small = proof(ADA, 4);
        let mut large = small.clone();
        large.first.header.digest.push(DigestItem::Other(vec![0; 100 * 1024]));
        let [signed_small, signed_large] = [&small, &large].map(|proof| {
            let info = signed_call(proof.clone()).get_dispatch_info();
            assert_eq!((info.class, info.pays_fee), (DispatchClass::Normal, Pays::Yes));
            info.call_weight
        });
        assert!(signed_small.all_gt(OffenceWeight::get()));
        assert!(signed_large.ref_time() > signed_small.ref_time());
        let [bare_small, bare_large] = [small, large].map(|proof| {
            let info = bare_call(proof).get_dispatch_info();
            assert_eq!(info.class, DispatchClass::Operational);
            info.call_weight
        });
        let check: Weight = <() as crate::WeightInfo>::check_proof(1);
        assert_eq!(bare_small, signed_small + check, "checked twice");
        assert!(bare_large.ref_time() > bare_small.ref_time());
    });
}
