//! What somebody might try, and what it costs. Each ends with the books of Ada, Ben and the treasury.

use super::*;
use crate::mock::Escrow as Pallet;
use aitbc_primitives::{agents::Obligations, market::deadlines::Why};
use frame_support::traits::fungible::MutateFreeze;

/// Ada has paid Ben 100.
const PAID: [i128; 3] = [-102_500_000_000_000, 100_000_000_000_000, 2_500_000_000_000];
/// Nobody has paid anybody.
const NOTHING: [i128; 3] = [0, 0, 0];

const HUNDRED: Balance = 100 * AITBC;

#[test]
fn attack_refund_then_release() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[HUNDRED, AITBC]));
        assert_ok!(Pallet::refund(signed(BEN), id, 0));
        assert_noop!(Pallet::release(signed(ADA), id, 0), Error::<Test>::MilestoneSettled);
        assert_noop!(Pallet::refund(signed(BEN), id, 0), Error::<Test>::MilestoneSettled);
        at(2 * DAY);
        work();
        assert_eq!(books(), NOTHING);
    });
}

#[test]
fn attack_release_then_refund() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[HUNDRED, AITBC]));
        assert_ok!(Pallet::release(signed(ADA), id, 0));
        assert_noop!(Pallet::refund(signed(BEN), id, 0), Error::<Test>::MilestoneSettled);
        assert_noop!(Pallet::release(signed(ADA), id, 0), Error::<Test>::MilestoneSettled);
        assert_ok!(Pallet::refund(signed(BEN), id, 1));
        assert_noop!(Pallet::refund(signed(BEN), id, 0), Error::<Test>::NotFound);
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_settle_twice() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(Terms { default: Fallback::Pay, ..terms(&[HUNDRED, AITBC]) });
        assert_ok!(Pallet::refund(signed(BEN), id, 1));
        at(DAY);
        assert_ok!(Pallet::settle(signed(BEN), id, Some(0)));
        assert_noop!(Pallet::settle(signed(BEN), id, Some(0)), Error::<Test>::NotFound);
        assert_noop!(Pallet::settle(signed(BEN), id, None), Error::<Test>::NotFound);
        work();
        assert_eq!(books(), PAID);
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[HUNDRED, AITBC]));
        assert_ok!(Pallet::deliver(signed(BEN), id, 0, EVIDENCE));
        at(HOUR);
        assert_ok!(Pallet::settle(signed(BEN), id, Some(0)));
        let again = || Pallet::settle(signed(BEN), id, Some(0));
        assert_noop!(again(), Error::<Test>::MilestoneSettled);
        assert_noop!(Pallet::settle(signed(BEN), id, None), Error::<Test>::TooEarly);
        work();
        at(DAY);
        work();
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_split_offered_then_released() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[HUNDRED, AITBC]));
        let half = Permill::from_percent(50);
        assert_ok!(Pallet::split(signed(ADA), id, 0, half));
        assert_ok!(Pallet::release(signed(ADA), id, 0));
        assert_noop!(Pallet::split(signed(BEN), id, 0, half), Error::<Test>::MilestoneSettled);
        // The offer was for this milestone only.
        assert_ok!(Pallet::split(signed(BEN), id, 1, half));
        assert_eq!(state(id, 1), MilestoneState::Open);
        assert_ok!(Pallet::refund(signed(BEN), id, 1));
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_offer_that_was_replaced() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[HUNDRED]));
        assert_ok!(Pallet::split(signed(ADA), id, 0, Permill::one()));
        assert_ok!(Pallet::split(signed(ADA), id, 0, Permill::zero()));
        assert_ok!(Pallet::split(signed(BEN), id, 0, Permill::one()));
        assert_eq!(state(id, 0), MilestoneState::Open);
        assert_ok!(Pallet::split(signed(BEN), id, 0, Permill::zero()));
        assert_eq!(books(), NOTHING);
    });
}

#[test]
fn attack_time_release_a_millisecond_early() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms_by(Rule::TimeBased(HOUR), &[HUNDRED]));
        at(HOUR - 1);
        for milestone in [None, Some(0)] {
            assert_noop!(Pallet::settle(signed(BEN), id, milestone), Error::<Test>::TooEarly);
        }
        work();
        assert_eq!(held(HoldReason::Payment, ADA), HUNDRED + HUNDRED / 40);
        at(HOUR);
        assert_ok!(Pallet::settle(signed(BEN), id, None));
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_unassigned_repeated_and_withdrawn_oracle() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms_by(oracle(2, &[CYD, DEE]), &[HUNDRED]));
        assert_noop!(Pallet::approve(signed(EVE), id, 0), Error::<Test>::NotSigner);
        assert_ok!(Pallet::approve(signed(CYD), id, 0));
        assert_noop!(Pallet::approve(signed(CYD), id, 0), Error::<Test>::AlreadyApproved);
        assert_ok!(Pallet::withdraw_approval(signed(CYD), id, 0));
        assert_ok!(Pallet::approve(signed(DEE), id, 0));
        at(2 * HOUR);
        assert_noop!(Pallet::settle(signed(BEN), id, Some(0)), Error::<Test>::TooEarly);
        at(DAY);
        work();
        assert_eq!(books(), NOTHING);
    });
}

#[test]
fn attack_signer_under_a_partys_owner() {
    ExtBuilder::default().build_and_execute(|| {
        // Dee is Ben's wallet; Eve and Ada are Gil's.
        TestAgents::set_owner(DEE, BEN);
        TestAgents::set_owner(EVE, GIL);
        TestAgents::set_owner(ADA, GIL);
        for rule in [multisig as fn(u32, &[u64]) -> Rule<u64>, oracle] {
            for signer in [DEE, EVE, GIL] {
                let bad = terms_by(rule(1, &[CYD, signer]), &[HUNDRED]);
                let created = || Pallet::create(signed(ADA), BEN, bad);
                assert_noop!(created(), Error::<Test>::SignerIsParty);
            }
        }
        let bad = Terms { arbiter: Some(DEE), ..terms(&[HUNDRED]) };
        assert_noop!(Pallet::create(signed(ADA), BEN, bad), Error::<Test>::SignerIsParty);
        // Neither Fay nor Cyd is a party's.
        TestAgents::set_owner(FAY, CYD);
        let id = agree(terms_by(multisig(1, &[CYD, FAY]), &[HUNDRED]));
        assert_ok!(Pallet::approve(signed(FAY), id, 0));
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_cancel_after_acceptance() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(Terms { default: Fallback::Pay, ..terms(&[HUNDRED]) });
        assert_noop!(Pallet::cancel(signed(ADA), id), Error::<Test>::NotOffered);
        assert_noop!(Pallet::decline(signed(BEN), id), Error::<Test>::NotOffered);
        at(DAY);
        assert_noop!(Pallet::cancel(signed(ADA), id), Error::<Test>::NotOffered);
        work();
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_fee_raised_afterwards() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[HUNDRED]));
        PlatformFee::set(&Perbill::from_percent(10));
        assert_ok!(Pallet::release(signed(ADA), id, 0));
        assert_eq!(books(), PAID);
    });
}

/// Without the signers' word, by the way of a delivery and a review that nobody objects to.
#[test]
fn attack_deliver_around_the_signers() {
    ExtBuilder::default().build_and_execute(|| {
        for rule in [multisig(2, &[CYD, DEE]), oracle(1, &[CYD]), Rule::TimeBased(DAY)] {
            let id = agree(terms_by(rule, &[HUNDRED]));
            let delivered = || Pallet::deliver(signed(BEN), id, 0, EVIDENCE);
            assert_noop!(delivered(), Error::<Test>::WrongRule);
            assert_ok!(Pallet::refund(signed(BEN), id, 0));
        }
        assert_eq!(books(), NOTHING);
    });
}

/// Whose call comes after the moment that decides, before the agenda has come to it.
#[test]
fn attack_be_faster_than_the_agenda() {
    ExtBuilder::default().build_and_execute(|| {
        let paid = agree(terms(&[HUNDRED]));
        assert_ok!(Pallet::deliver(signed(BEN), paid, 0, EVIDENCE));
        let open = agree(terms(&[HUNDRED]));
        let signed_off = agree(terms_by(multisig(1, &[CYD]), &[HUNDRED]));
        TestActiveClock::set(BEGIN + 10 * DAY);
        let whole = Permill::one();
        for (id, error) in [
            (paid, Error::<Test>::ReviewOver.into()),
            (open, Error::<Test>::DeadlinePassed.into()),
            (signed_off, Error::<Test>::DeadlinePassed.into()),
        ] {
            for failed in [
                Pallet::release(signed(ADA), id, 0),
                Pallet::refund(signed(BEN), id, 0),
                Pallet::split(signed(ADA), id, 0, whole),
                Pallet::split(signed(BEN), id, 0, whole),
            ] {
                assert_eq!(failed, Err(error));
            }
        }
        let late = || Pallet::deliver(signed(BEN), open, 0, EVIDENCE);
        assert_noop!(late(), Error::<Test>::DeadlinePassed);
        let late = || Pallet::approve(signed(CYD), signed_off, 0);
        assert_noop!(late(), Error::<Test>::DeadlinePassed);
        work();
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_stop_the_clock_to_trap_an_exit() {
    ExtBuilder::default().build_and_execute(|| {
        let (offered, active) = (offer(terms(&[HUNDRED])), agree(terms(&[HUNDRED])));
        let flow = stream(MILLI, AITBC);
        TestActiveClock::stop(Some(Why::Paused));
        assert_ok!(Pallet::cancel(signed(ADA), offered));
        assert_ok!(Pallet::close_stream(signed(ADA), flow));
        assert_ok!(Pallet::refund(signed(BEN), active, 0));
        nothing_held();
        assert_eq!(books(), NOTHING);
    });
}

#[test]
fn attack_payee_that_is_dead() {
    ExtBuilder::default().balance(BEN, 0).build_and_execute(|| {
        let id = agree(Terms { default: Fallback::Pay, ..terms(&[MILLI]) });
        at(DAY);
        work();
        assert!(!Escrows::<Test>::contains_key(id));
        nothing_held();
        let all = MILLI + MILLI / 40;
        let of = |who, before| int(Balances::total_balance(&who)) - int(before);
        assert_eq!(of(ADA, BALANCE), -int(all));
        assert_eq!(of(TREASURY, EXISTENTIAL_DEPOSIT), int(all));
        assert_eq!(of(BEN, 0), 0);
    });
}

/// Anybody may withdraw for a beneficiary whose account is not there yet, so often that each part is too
/// small.
#[test]
fn attack_withdrawals_of_dust_cannot_starve_a_new_account() {
    ExtBuilder::default().balance(BEN, 0).build_and_execute(|| {
        let id = stream(MILLI, 100 * MILLI);
        for second in 1..10 {
            at(second * SECOND);
            assert_noop!(Pallet::withdraw(signed(EVE), id), Error::<Test>::NothingOwed);
        }
        at(10 * SECOND);
        assert_ok!(Pallet::withdraw(signed(EVE), id));
        at(11 * SECOND);
        assert_ok!(Pallet::withdraw(signed(EVE), id));
        at(DAY);
        work();
        assert_eq!(Balances::total_balance(&BEN), 100 * MILLI);
    });
}

/// An agent that has something open cannot retire: others cannot see to it that it has.
#[test]
fn attack_offers_and_streams_keep_nobody_from_retiring() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..3 {
            offer(terms(&[MILLI]));
            stream(1, AITBC);
        }
        assert!(!<Pallet as Obligations<u64>>::open(&BEN));
        assert_ok!(Pallet::accept(signed(BEN), 0));
        assert!(<Pallet as Obligations<u64>>::open(&BEN));
    });
}

#[test]
fn attack_stream_closed_twice() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(AITBC, 2 * HUNDRED);
        at(100 * SECOND);
        assert_ok!(Pallet::close_stream(signed(BEN), id));
        for who in [ADA, BEN] {
            assert_noop!(Pallet::close_stream(signed(who), id), Error::<Test>::NotFound);
        }
        assert_noop!(Pallet::withdraw(signed(BEN), id), Error::<Test>::NotFound);
        at(DAY);
        work();
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_stream_topped_up_after_the_end() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(AITBC, HUNDRED);
        at(100 * SECOND - 1);
        assert_noop!(Pallet::top_up(signed(BEN), id, 1), Error::<Test>::NotDepositor);
        at(100 * SECOND);
        let late = || Pallet::top_up(signed(ADA), id, HUNDRED);
        assert_noop!(late(), Error::<Test>::StreamEnded);
        assert_ok!(Pallet::withdraw(signed(CYD), id));
        assert_noop!(Pallet::top_up(signed(ADA), id, HUNDRED), Error::<Test>::NotFound);
        assert_eq!(books(), PAID);
    });
}

#[test]
fn attack_stream_drained_by_a_clock_that_ran_on() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(AITBC, HUNDRED);
        // Other streams and escrows of Ada's are not for Ben's stream.
        let other = offer(terms(&[AITBC]));
        let flow = stream(1, AITBC);
        assert_ok!(Pallet::close_stream(signed(ADA), flow));
        TestActiveClock::set(Moment::MAX);
        assert_ok!(Pallet::withdraw(signed(BEN), id));
        assert_noop!(Pallet::withdraw(signed(BEN), id), Error::<Test>::NotFound);
        assert_ok!(Pallet::cancel(signed(ADA), other));
        assert_eq!(books(), PAID);
    });
}

/// A stream pays no fee if it is topped up unit by unit, or withdrawn so: fees are cumulative.
#[test]
fn attack_many_small_parts_without_a_fee() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(100, 6_000);
        for second in 1..60 {
            assert_ok!(Pallet::top_up(signed(ADA), id, 20));
            at(second * SECOND / 10);
            assert_ok!(Pallet::withdraw(signed(CYD), id));
        }
        at(DAY);
        work();
        let prepaid = int(6_000 + 59 * 20);
        assert_eq!(books(), [-prepaid - prepaid / 40, prepaid, prepaid / 40]);
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[MILLI + 39; 10]));
        for place in 0..10 {
            assert_ok!(Pallet::release(signed(ADA), id, place));
        }
        let all = int(10 * (MILLI + 39));
        assert_eq!(books(), [-all - all / 40, all, all / 40]);
    });
}

/// Ada votes with all she has, between the creation and each way of paying.
#[test]
fn attack_vote_instead_of_paying() {
    ExtBuilder::default().balance(ADA, 104_500 * MILLI).build_and_execute(|| {
        let id = agree(Terms { default: Fallback::Pay, ..terms(&[HUNDRED]) });
        assert_ok!(Balances::set_freeze(&[1], &ADA, Balances::total_balance(&ADA)));
        at(DAY);
        work();
        assert!(!Escrows::<Test>::contains_key(id));
        assert_eq!(books()[1..], PAID[1..]);
    });
}
