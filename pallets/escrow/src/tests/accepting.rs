//! How an escrow is accepted, or goes without.

use super::*;

#[test]
fn accepted_escrow_waits_for_its_deadline() {
    ExtBuilder::default().build_and_execute(|| {
        let id = offer(terms(&[AITBC]));
        events();
        at(HOUR - 1);
        assert_ok!(Escrow::accept(signed(BEN), id));
        assert_eq!(events(), [Event::Accepted { id }]);
        assert_noop!(Escrow::accept(signed(BEN), id), Error::<Test>::NotOffered);
        // The hint about the offer is out of date.
        at(HOUR);
        work();
        assert_eq!(state(id, 0), MilestoneState::Open);
    });
}

#[test]
fn offer_is_for_its_beneficiary() {
    ExtBuilder::default().build_and_execute(|| {
        let id = offer(terms(&[AITBC]));
        for who in [ADA, CYD] {
            assert_noop!(Escrow::accept(signed(who), id), Error::<Test>::NotBeneficiary);
            assert_noop!(Escrow::decline(signed(who), id), Error::<Test>::NotBeneficiary);
        }
        for who in [BEN, CYD] {
            assert_noop!(Escrow::cancel(signed(who), id), Error::<Test>::NotDepositor);
        }
        for call in [Escrow::accept, Escrow::decline, Escrow::cancel] {
            assert_noop!(call(signed(BEN), id + 1), Error::<Test>::NotFound);
        }
    });
}

#[test]
fn all_goes_back_without_acceptance() {
    ExtBuilder::default().build_and_execute(|| {
        let back = 102_500 * MILLI;
        let gone = |event| {
            assert_eq!(events(), [event]);
            nothing_held();
            assert_eq!(books(), [0, 0, 0]);
            assert_eq!(Escrow::figures(), Default::default());
        };
        let offered = || {
            let id = offer(terms(&[100 * AITBC]));
            events();
            id
        };
        let id = offered();
        assert_ok!(Escrow::cancel(signed(ADA), id));
        gone(Event::Cancelled { id, back });

        let id = offered();
        assert_ok!(Escrow::decline(signed(BEN), id));
        gone(Event::Declined { id, back });

        let id = offered();
        at(HOUR);
        assert_ok!(Escrow::settle(signed(CYD), id, None));
        gone(Event::Expired { id, back });

        let id = offered();
        at(2 * HOUR);
        work();
        gone(Event::Expired { id, back });
    });
}

#[test]
fn accept_by_has_two_sides() {
    ExtBuilder::default().build_and_execute(|| {
        let id = offer(terms(&[AITBC]));
        at(HOUR - 1);
        for milestone in [None, Some(0)] {
            assert_noop!(Escrow::settle(signed(CYD), id, milestone), Error::<Test>::TooEarly);
        }
        work();
        assert!(Escrows::<Test>::contains_key(id));
        at(HOUR);
        assert_noop!(Escrow::accept(signed(BEN), id), Error::<Test>::DeadlinePassed);
        assert_noop!(Escrow::decline(signed(BEN), id), Error::<Test>::DeadlinePassed);
        // What is to go back may go back by the depositor's own call, too.
        assert_ok!(Escrow::cancel(signed(ADA), id));
    });
}

#[test]
fn nothing_is_done_about_milestones_of_an_offer() {
    ExtBuilder::default().build_and_execute(|| {
        let id = offer(terms_by(multisig(1, &[CYD]), &[AITBC]));
        let inactive = Error::<Test>::NotActive;
        assert_noop!(Escrow::deliver(signed(BEN), id, 0, EVIDENCE), inactive);
        assert_noop!(Escrow::release(signed(ADA), id, 0), Error::<Test>::NotActive);
        assert_noop!(Escrow::refund(signed(BEN), id, 0), Error::<Test>::NotActive);
        assert_noop!(Escrow::approve(signed(CYD), id, 0), Error::<Test>::NotActive);
        assert_noop!(Escrow::withdraw_approval(signed(CYD), id, 0), Error::<Test>::NotActive);
        let half = Permill::from_percent(50);
        assert_noop!(Escrow::split(signed(ADA), id, 0, half), Error::<Test>::NotActive);
    });
}
