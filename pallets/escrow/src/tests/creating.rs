//! What may be agreed on.

use super::*;
use codec::MaxEncodedLen;
use frame_support::traits::fungible::MutateFreeze;
use sp_runtime::{DispatchError, TokenError};

/// Creating it fails with `error` and changes nothing.
fn refused(terms: Terms<u64>, error: Error<Test>) {
    assert_noop!(Escrow::create(signed(ADA), BEN, terms), error);
}

#[test]
fn amount_fee_and_deposit_are_held() {
    ExtBuilder::default().build_and_execute(|| {
        let id = offer(Terms { terms_hash: Some(EVIDENCE), ..terms(&[60 * AITBC, 40 * AITBC]) });
        assert_eq!(held(HoldReason::Payment, ADA), 102 * AITBC + AITBC / 2);
        // Three entries, the task of the offer, and two of each milestone.
        let deposit = held(HoldReason::Deposit, ADA);
        assert!(deposit > 8 * ENTRY && deposit < 16 * ENTRY, "{deposit}");
        assert_eq!(Balances::total_balance(&ADA), BALANCE);
        let created = Event::Created {
            id,
            depositor: ADA,
            beneficiary: BEN,
            amount: 100 * AITBC,
            fee: 5 * AITBC / 2,
            accept_by: BEGIN + HOUR,
            deadline: BEGIN + DAY,
        };
        assert_eq!(events(), [created]);
        let escrow = Escrows::<Test>::get(id).unwrap();
        assert_eq!((escrow.created, escrow.is_accepted), (BEGIN, false));
        assert_eq!(escrow.terms_hash, Some(EVIDENCE));
        assert_eq!(Escrow::figures().escrows, 1);
        assert_eq!(Escrow::figures().payment, 205 * AITBC / 2);
    });
}

#[test]
fn deposit_grows_with_milestones_and_signers() {
    ExtBuilder::default().build_and_execute(|| {
        let deposit = || held(HoldReason::Deposit, ADA);
        offer(terms(&[AITBC]));
        let one = deposit();
        offer(terms(&[AITBC; 3]));
        let bytes = |number: usize| number as u128 * BYTE;
        let of_milestone = bytes(crate::types::Milestone::max_encoded_len());
        let of_task = ENTRY + bytes(crate::index::task_bytes());
        assert_eq!(deposit() - one, one + 2 * (of_milestone + 2 * of_task));
        let before = deposit();
        offer(terms_by(multisig(1, &[CYD, DEE]), &[AITBC]));
        assert_eq!(deposit() - before, one + 2 * 8 * BYTE);
    });
}

#[test]
fn nobody_has_an_escrow_with_itself() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(Escrow::create(signed(ADA), ADA, terms(&[AITBC])), Error::<Test>::SameParty);
        assert_noop!(
            Escrow::create(RuntimeOrigin::none(), BEN, terms(&[AITBC])),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn escrow_has_one_to_ten_milestones() {
    ExtBuilder::default().build_and_execute(|| {
        refused(terms(&[]), Error::NoMilestones);
        assert_eq!(offer(terms(&[AITBC; 10])), 0);
        // The eleventh cannot be said.
        let eleven = vec![AITBC; 11];
        let amounts: Result<sp_runtime::BoundedVec<_, frame_support::traits::ConstU32<10>>, _> =
            eleven.try_into();
        assert!(amounts.is_err());
    });
}

#[test]
fn amounts_are_bounded() {
    ExtBuilder::default().balance(ADA, 2_000_000 * AITBC).build_and_execute(|| {
        refused(terms(&[AITBC, MILLI - 1]), Error::AmountTooSmall);
        refused(terms(&[9 * MILLI / 10]), Error::AmountTooSmall);
        offer(terms(&[MILLI]));
        let all = 1_000_000 * AITBC;
        refused(terms(&[all + 1]), Error::AmountTooLarge);
        refused(terms(&[all, MILLI]), Error::AmountTooLarge);
        refused(terms(&[Balance::MAX, Balance::MAX]), Error::AmountTooLarge);
        offer(terms(&[all - MILLI, MILLI]));
    });
}

#[test]
fn periods_are_bounded() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |accept_within, deadline_in, review| Terms {
            accept_within,
            deadline_in,
            review,
            ..terms(&[AITBC])
        };
        for bad in [
            with(MINUTE - 1, DAY, HOUR),
            with(30 * DAY + 1, 365 * DAY, HOUR),
            with(HOUR, HOUR - 1, HOUR),
            with(HOUR, 365 * DAY + 1, HOUR),
            with(HOUR, Moment::MAX, HOUR),
            with(HOUR, DAY, 10 * MINUTE - 1),
            with(HOUR, DAY, 30 * DAY + 1),
        ] {
            refused(bad, Error::PeriodOutOfRange);
        }
        for good in [
            with(MINUTE, MINUTE, 10 * MINUTE),
            with(30 * DAY, 30 * DAY, 30 * DAY),
            with(HOUR, 365 * DAY, HOUR),
        ] {
            offer(good);
        }
        refused(terms_by(Rule::TimeBased(DAY + 1), &[AITBC]), Error::PeriodOutOfRange);
        offer(terms_by(Rule::TimeBased(DAY), &[AITBC]));
        offer(terms_by(Rule::TimeBased(0), &[AITBC]));
    });
}

#[test]
fn thresholds_are_from_one_to_all() {
    ExtBuilder::default().build_and_execute(|| {
        for rule in [multisig as fn(u32, &[u64]) -> Rule<u64>, oracle] {
            for threshold in [0, 3] {
                let bad = terms_by(rule(threshold, &[CYD, DEE]), &[AITBC]);
                refused(bad, Error::ThresholdOutOfRange);
            }
            refused(terms_by(rule(0, &[]), &[AITBC]), Error::ThresholdOutOfRange);
            for threshold in [1, 2] {
                offer(terms_by(rule(threshold, &[CYD, DEE]), &[AITBC]));
            }
            let ten: Vec<_> = (10..20).collect();
            offer(terms_by(rule(10, &ten), &[AITBC]));
        }
    });
}

#[test]
fn signers_are_distinct_and_no_parties() {
    ExtBuilder::default().build_and_execute(|| {
        for rule in [multisig as fn(u32, &[u64]) -> Rule<u64>, oracle] {
            refused(terms_by(rule(1, &[CYD, DEE, CYD]), &[AITBC]), Error::DuplicateSigner);
            for party in [ADA, BEN] {
                refused(terms_by(rule(1, &[CYD, party]), &[AITBC]), Error::SignerIsParty);
            }
        }
        for arbiter in [ADA, BEN] {
            let bad = Terms { arbiter: Some(arbiter), ..terms(&[AITBC]) };
            refused(bad, Error::SignerIsParty);
        }
        offer(Terms { arbiter: Some(CYD), ..terms(&[AITBC]) });
    });
}

#[test]
fn escrow_needs_its_money() {
    ExtBuilder::default().balance(ADA, 100 * AITBC).build_and_execute(|| {
        let unavailable = DispatchError::Token(TokenError::FundsUnavailable);
        // All but the existential deposit, and the fee.
        let most = (100 * AITBC - EXISTENTIAL_DEPOSIT) * 1_000 / 1_025;
        assert_noop!(Escrow::create(signed(ADA), BEN, terms(&[most + 1])), unavailable);
        // The deposit is missing.
        assert_noop!(Escrow::create(signed(ADA), BEN, terms(&[most])), unavailable);
        offer(terms(&[most - 2 * AITBC]));
    });
}

#[test]
fn what_is_frozen_cannot_be_paid_in() {
    ExtBuilder::default().balance(ADA, 200 * AITBC).build_and_execute(|| {
        assert_ok!(Balances::set_freeze(&[1], &ADA, 97_500 * MILLI));
        refused(terms(&[100 * AITBC + 1_000]), Error::Frozen);
        offer(terms(&[100 * AITBC]));
        refused(terms(&[MILLI]), Error::Frozen);
        assert_noop!(Escrow::open_stream(signed(ADA), BEN, 1, 60, None), Error::<Test>::Frozen);
    });
}
