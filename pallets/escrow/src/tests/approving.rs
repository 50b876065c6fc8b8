//! Signers and oracles.

use super::*;

#[test]
fn the_last_signer_that_is_needed_pays_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms_by(multisig(2, &[CYD, DEE, EVE]), &[AITBC, AITBC]));
        events();
        assert_ok!(Escrow::approve(signed(EVE), id, 0));
        assert_eq!(events(), [Event::Approved { id, milestone: 0, who: EVE }]);
        // Approvals of another milestone are others.
        assert_ok!(Escrow::approve(signed(CYD), id, 1));
        assert_eq!(state(id, 0), MilestoneState::Open);
        events();
        assert_ok!(Escrow::approve(signed(CYD), id, 0));
        let (fee, by) = (25 * MILLI, PaidBy::Rule);
        assert_eq!(
            events(),
            [
                Event::Approved { id, milestone: 0, who: CYD },
                Event::Paid { id, milestone: 0, to: BEN, amount: AITBC, fee, by },
            ]
        );
        assert_eq!(state(id, 1), MilestoneState::Open);
        assert_eq!(books()[1], int(AITBC));
    });
}

#[test]
fn oracles_pay_an_hour_after_the_last_that_is_needed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms_by(oracle(2, &[CYD, DEE, EVE]), &[AITBC]));
        assert_ok!(Escrow::approve(signed(CYD), id, 0));
        at(HOUR);
        events();
        assert_ok!(Escrow::approve(signed(DEE), id, 0));
        let payable_at = BEGIN + 2 * HOUR;
        let reached = Event::ThresholdReached { id, milestone: 0, payable_at };
        assert_eq!(events(), [Event::Approved { id, milestone: 0, who: DEE }, reached]);
        at(2 * HOUR - 1);
        work();
        assert_noop!(Escrow::settle(signed(ADA), id, Some(0)), Error::<Test>::TooEarly);
        at(2 * HOUR);
        work();
        assert_eq!(books()[1], int(AITBC));
    });
}

#[test]
fn parties_may_act_in_the_hour_of_the_oracles() {
    for release in [true, false] {
        ExtBuilder::default().build_and_execute(|| {
            let id = agree(terms_by(oracle(1, &[CYD]), &[AITBC]));
            assert_ok!(Escrow::approve(signed(CYD), id, 0));
            at(HOUR - 1);
            if release {
                assert_ok!(Escrow::release(signed(ADA), id, 0));
            } else {
                assert_ok!(Escrow::refund(signed(BEN), id, 0));
            }
            at(HOUR);
            work();
            assert_eq!(books()[1], if release { int(AITBC) } else { 0 });
        });
    }
}

#[test]
fn approvals_are_the_signers_own() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms_by(multisig(2, &[CYD, DEE]), &[AITBC]));
        for who in [ADA, BEN, EVE] {
            assert_noop!(Escrow::approve(signed(who), id, 0), Error::<Test>::NotSigner);
            let withdrawn = || Escrow::withdraw_approval(signed(who), id, 0);
            assert_noop!(withdrawn(), Error::<Test>::NotSigner);
        }
        let withdrawn = || Escrow::withdraw_approval(signed(CYD), id, 0);
        assert_noop!(withdrawn(), Error::<Test>::NotApproved);
        assert_ok!(Escrow::approve(signed(CYD), id, 0));
        assert_noop!(Escrow::approve(signed(CYD), id, 0), Error::<Test>::AlreadyApproved);
        assert_noop!(Escrow::withdraw_approval(signed(DEE), id, 0), Error::<Test>::NotApproved);
        events();
        assert_ok!(Escrow::withdraw_approval(signed(CYD), id, 0));
        assert_eq!(events(), [Event::ApprovalWithdrawn { id, milestone: 0, who: CYD }]);
        // It no longer counts.
        assert_ok!(Escrow::approve(signed(DEE), id, 0));
        assert_eq!(state(id, 0), MilestoneState::Open);
    });
}

#[test]
fn nothing_is_approved_or_withdrawn_after_the_threshold() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms_by(oracle(1, &[CYD, DEE]), &[AITBC]));
        assert_ok!(Escrow::approve(signed(CYD), id, 0));
        for who in [CYD, DEE] {
            let passed = Error::<Test>::ThresholdPassed;
            assert_noop!(Escrow::approve(signed(who), id, 0), passed);
            let withdrawn = || Escrow::withdraw_approval(signed(who), id, 0);
            assert_noop!(withdrawn(), Error::<Test>::ThresholdPassed);
        }
    });
}

#[test]
fn rules_without_signers_know_no_approvals() {
    ExtBuilder::default().build_and_execute(|| {
        for rule in [Rule::Manual, Rule::TimeBased(HOUR)] {
            let id = agree(terms_by(rule, &[AITBC]));
            assert_noop!(Escrow::approve(signed(CYD), id, 0), Error::<Test>::WrongRule);
            let withdrawn = || Escrow::withdraw_approval(signed(CYD), id, 0);
            assert_noop!(withdrawn(), Error::<Test>::WrongRule);
        }
    });
}

#[test]
fn approvals_have_to_come_before_the_deadline() {
    for rule in [multisig as fn(u32, &[u64]) -> Rule<u64>, oracle] {
        ExtBuilder::default().build_and_execute(|| {
            let id = agree(terms_by(rule(2, &[CYD, DEE]), &[AITBC]));
            at(DAY - 1);
            assert_ok!(Escrow::approve(signed(CYD), id, 0));
            at(DAY);
            assert_noop!(Escrow::approve(signed(DEE), id, 0), Error::<Test>::DeadlinePassed);
            let withdrawn = || Escrow::withdraw_approval(signed(CYD), id, 0);
            assert_noop!(withdrawn(), Error::<Test>::DeadlinePassed);
            work();
            assert_eq!(books(), [0, 0, 0]);
        });
    }
}

/// The hour of the oracles ends with the deadline, or a millisecond later.
#[test]
fn deadline_comes_before_an_hour_that_ends_later() {
    for (approved, paid) in [(DAY - HOUR, AITBC), (DAY - HOUR + 1, 0)] {
        // Whenever it is settled.
        for settled in [DAY, DAY + 1, 2 * DAY] {
            ExtBuilder::default().build_and_execute(|| {
                let id = agree(terms_by(oracle(1, &[CYD]), &[AITBC]));
                at(approved);
                assert_ok!(Escrow::approve(signed(CYD), id, 0));
                at(DAY - 1);
                work();
                at(settled);
                work();
                assert!(!Escrows::<Test>::contains_key(id));
                assert_eq!(books()[1], int(paid));
            });
        }
    }
}
