//! How milestones are settled.

use super::*;

#[test]
fn release_pays_a_milestone_with_its_part_of_the_fee() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[60 * AITBC, 40 * AITBC]));
        events();
        assert_ok!(Escrow::release(signed(ADA), id, 0));
        let (fee, by) = (1_500 * MILLI, PaidBy::Release);
        let paid = Event::Paid { id, milestone: 0, to: BEN, amount: 60 * AITBC, fee, by };
        assert_eq!(events(), [paid]);
        assert_eq!(held(HoldReason::Payment, ADA), 41 * AITBC);
        assert_eq!(state(id, 0), MilestoneState::Paid);
        assert_ok!(Escrow::release(signed(ADA), id, 1));
        let paid = Event::Paid { id, milestone: 1, to: BEN, amount: 40 * AITBC, fee: AITBC, by };
        let (all, fee) = (100 * AITBC, 2_500 * MILLI);
        assert_eq!(events(), [paid, Event::Closed { id, paid: all, fee, back: 0 }]);
        nothing_held();
        assert_eq!(books(), [-int(all + fee), int(all), int(fee)]);
        assert!(!Escrows::<Test>::contains_key(id));
    });
}

#[test]
fn refund_gives_a_milestone_back_with_its_part_of_the_fee() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[60 * AITBC, 40 * AITBC]));
        events();
        assert_ok!(Escrow::refund(signed(BEN), id, 0));
        let (fee, by) = (1_500 * MILLI, RefundedBy::Beneficiary);
        let refunded = Event::Refunded { id, milestone: 0, amount: 60 * AITBC, fee, by };
        assert_eq!(events(), [refunded]);
        assert_eq!(held(HoldReason::Payment, ADA), 41 * AITBC);
        assert_ok!(Escrow::deliver(signed(BEN), id, 1, EVIDENCE));
        assert_ok!(Escrow::refund(signed(BEN), id, 1));
        nothing_held();
        assert_eq!(books(), [0, 0, 0]);
    });
}

#[test]
fn delivered_milestone_is_paid_after_its_review() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[AITBC]));
        events();
        at(HOUR);
        assert_ok!(Escrow::deliver(signed(BEN), id, 0, EVIDENCE));
        let review_until = BEGIN + 2 * HOUR;
        let delivered = Event::Delivered { id, milestone: 0, evidence: EVIDENCE, review_until };
        assert_eq!(events(), [delivered]);
        assert_eq!(state(id, 0), MilestoneState::Delivered { review_until, evidence: EVIDENCE });
        let again = || Escrow::deliver(signed(BEN), id, 0, Hash::zero());
        assert_noop!(again(), Error::<Test>::AlreadyDelivered);
        at(2 * HOUR - 1);
        assert_noop!(Escrow::settle(signed(CYD), id, Some(0)), Error::<Test>::TooEarly);
        assert_noop!(Escrow::settle(signed(CYD), id, None), Error::<Test>::TooEarly);
        at(2 * HOUR);
        assert_ok!(Escrow::settle(signed(CYD), id, Some(0)));
        let by = PaidBy::Review;
        let paid = Event::Paid { id, milestone: 0, to: BEN, amount: AITBC, fee: 25 * MILLI, by };
        assert_eq!(events()[0], paid);
        assert_eq!(books()[1], int(AITBC));
    });
}

#[test]
fn review_has_two_sides_for_the_parties() {
    let delivered = |test: fn(EscrowId)| {
        ExtBuilder::default().build_and_execute(|| {
            let id = agree(terms(&[AITBC]));
            assert_ok!(Escrow::deliver(signed(BEN), id, 0, EVIDENCE));
            at(HOUR - 1);
            test(id);
        });
    };
    delivered(|id| {
        assert_ok!(Escrow::release(signed(ADA), id, 0));
    });
    delivered(|id| {
        assert_ok!(Escrow::refund(signed(BEN), id, 0));
    });
    delivered(|id| {
        assert_ok!(Escrow::split(signed(ADA), id, 0, Permill::zero()));
    });
    delivered(|id| {
        at(HOUR);
        let over = Error::<Test>::ReviewOver;
        assert_noop!(Escrow::release(signed(ADA), id, 0), over);
        assert_noop!(Escrow::refund(signed(BEN), id, 0), Error::<Test>::ReviewOver);
        for who in [ADA, BEN] {
            let split = || Escrow::split(signed(who), id, 0, Permill::zero());
            assert_noop!(split(), Error::<Test>::ReviewOver);
        }
    });
}

#[test]
fn delivery_has_to_be_before_the_deadline() {
    ExtBuilder::default().build_and_execute(|| {
        let (early, late) = (agree(terms(&[AITBC])), agree(terms(&[AITBC])));
        at(DAY - 1);
        assert_ok!(Escrow::deliver(signed(BEN), early, 0, EVIDENCE));
        at(DAY);
        let failed = || Escrow::deliver(signed(BEN), late, 0, EVIDENCE);
        assert_noop!(failed(), Error::<Test>::DeadlinePassed);
        // The late one goes back; the review of the other runs to its end, after the deadline.
        work();
        assert!(!Escrows::<Test>::contains_key(late));
        assert_ok!(Escrow::release(signed(ADA), early, 0));
        assert_eq!(books()[1], int(AITBC));
    });
}

#[test]
fn delivered_milestone_is_paid_though_the_deadline_has_passed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[AITBC]));
        at(DAY - 1);
        assert_ok!(Escrow::deliver(signed(BEN), id, 0, EVIDENCE));
        at(DAY + HOUR - 2);
        work();
        assert_noop!(Escrow::settle(signed(CYD), id, Some(0)), Error::<Test>::TooEarly);
        at(DAY + HOUR - 1);
        work();
        assert_eq!(books()[1], int(AITBC));
    });
}

#[test]
fn each_default_at_the_deadline() {
    for (default, to_ben) in [
        (Fallback::Refund, 0),
        (Fallback::Pay, 100 * AITBC),
        (Fallback::Split(Permill::from_percent(30)), 30 * AITBC),
        (Fallback::Split(Permill::zero()), 0),
        (Fallback::Split(Permill::one()), 100 * AITBC),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let id = agree(Terms { default, ..terms(&[100 * AITBC]) });
            events();
            at(DAY - 1);
            let early = || Escrow::settle(signed(CYD), id, Some(0));
            assert_noop!(early(), Error::<Test>::NotDelivered);
            assert_noop!(Escrow::settle(signed(CYD), id, None), Error::<Test>::TooEarly);
            work();
            assert_eq!(state(id, 0), MilestoneState::Open);
            at(DAY);
            for failed in [
                Escrow::release(signed(ADA), id, 0),
                Escrow::refund(signed(BEN), id, 0),
                Escrow::split(signed(ADA), id, 0, Permill::one()),
            ] {
                assert_eq!(failed, Err(Error::<Test>::DeadlinePassed.into()));
            }
            work();
            let fee = to_ben / 40;
            let first = events().remove(0);
            match default {
                Fallback::Refund => assert_eq!(
                    first,
                    Event::Refunded {
                        id,
                        milestone: 0,
                        amount: 100 * AITBC,
                        fee: 2_500 * MILLI,
                        by: RefundedBy::Default
                    }
                ),
                Fallback::Pay => assert_eq!(
                    first,
                    Event::Paid {
                        id,
                        milestone: 0,
                        to: BEN,
                        amount: to_ben,
                        fee,
                        by: PaidBy::Default
                    }
                ),
                Fallback::Split(_) => assert_eq!(
                    first,
                    Event::Split {
                        id,
                        milestone: 0,
                        to_beneficiary: to_ben,
                        fee,
                        back: 102_500 * MILLI - to_ben - fee
                    }
                ),
            }
            nothing_held();
            assert_eq!(books(), [-int(to_ben + fee), int(to_ben), int(fee)]);
        });
    }
}

#[test]
fn time_pays_without_anybody() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms_by(Rule::TimeBased(2 * HOUR), &[AITBC, AITBC]));
        events();
        at(2 * HOUR - 1);
        assert_noop!(Escrow::settle(signed(CYD), id, Some(0)), Error::<Test>::TooEarly);
        work();
        at(2 * HOUR);
        assert_noop!(Escrow::refund(signed(BEN), id, 0), Error::<Test>::DeadlinePassed);
        assert_ok!(Escrow::settle(signed(CYD), id, Some(0)));
        let (fee, by) = (25 * MILLI, PaidBy::Rule);
        let paid = Event::Paid { id, milestone: 0, to: BEN, amount: AITBC, fee, by };
        assert_eq!(events(), [paid]);
        work();
        assert_eq!(books()[1], int(2 * AITBC));
    });
}

#[test]
fn time_that_ends_with_the_deadline_pays() {
    ExtBuilder::default().build_and_execute(|| {
        agree(terms_by(Rule::TimeBased(DAY), &[AITBC]));
        at(DAY);
        work();
        assert_eq!(books()[1], int(AITBC));
    });
}

#[test]
fn time_before_acceptance_pays_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = offer(terms_by(Rule::TimeBased(0), &[AITBC]));
        at(HOUR - 1);
        assert_noop!(Escrow::settle(signed(CYD), id, Some(0)), Error::<Test>::TooEarly);
        assert_ok!(Escrow::accept(signed(BEN), id));
        work();
        assert_eq!(books()[1], int(AITBC));
    });
}

#[test]
fn only_manual_escrows_are_delivered() {
    ExtBuilder::default().build_and_execute(|| {
        for rule in [Rule::TimeBased(HOUR), multisig(1, &[CYD]), oracle(1, &[CYD])] {
            let id = agree(terms_by(rule, &[AITBC]));
            let delivered = || Escrow::deliver(signed(BEN), id, 0, EVIDENCE);
            assert_noop!(delivered(), Error::<Test>::WrongRule);
        }
        let id = agree(terms(&[AITBC]));
        for who in [ADA, CYD] {
            let delivered = || Escrow::deliver(signed(who), id, 0, EVIDENCE);
            assert_noop!(delivered(), Error::<Test>::NotBeneficiary);
        }
    });
}

#[test]
fn split_is_what_both_offer() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[100 * AITBC]));
        events();
        let [third, half] = [333_333, 500_000].map(Permill::from_parts);
        let offered = |by, share| Event::SplitOffered { id, milestone: 0, by, share };
        assert_ok!(Escrow::split(signed(ADA), id, 0, third));
        assert_ok!(Escrow::split(signed(BEN), id, 0, half));
        let expected = [offered(Party::Depositor, third), offered(Party::Beneficiary, half)];
        assert_eq!(events(), expected);
        assert_noop!(Escrow::split(signed(ADA), id, 0, third), Error::<Test>::ShareUnchanged);
        assert_noop!(Escrow::split(signed(CYD), id, 0, half), Error::<Test>::NotParty);
        assert_eq!(state(id, 0), MilestoneState::Open);
        assert_ok!(Escrow::split(signed(BEN), id, 0, third));
        // Rounded down for Ben, with the fee on it rounded down; the rest is Ada's.
        let to_beneficiary = 33_333_300_000_000;
        let fee = 833_332_500_000;
        let back = 102_500 * MILLI - to_beneficiary - fee;
        let split = Event::Split { id, milestone: 0, to_beneficiary, fee, back };
        assert_eq!(events()[..2], [offered(Party::Beneficiary, third), split]);
        nothing_held();
        assert_eq!(books(), [-int(to_beneficiary + fee), int(to_beneficiary), int(fee)]);
    });
}

#[test]
fn offer_outlives_the_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[AITBC]));
        let half = Permill::from_percent(50);
        assert_ok!(Escrow::split(signed(ADA), id, 0, half));
        assert_ok!(Escrow::deliver(signed(BEN), id, 0, EVIDENCE));
        assert_ok!(Escrow::split(signed(BEN), id, 0, half));
        assert_eq!(books()[1], int(AITBC / 2));
    });
}

#[test]
fn settling_costs_what_it_settles() {
    use crate::WeightInfo;

    let used = |id| Escrow::settle(signed(CYD), id, None).unwrap().actual_weight;
    let most = <() as WeightInfo>::settle(10);
    ExtBuilder::default().build_and_execute(|| {
        let (offered, id) = (offer(terms(&[AITBC; 10])), agree(terms(&[AITBC; 3])));
        assert_ok!(Escrow::deliver(signed(BEN), id, 1, EVIDENCE));
        at(HOUR);
        let expired = <() as WeightInfo>::cancel();
        assert_eq!(used(offered), Some(expired));
        assert!(expired.all_lt(most));
        assert_eq!(used(id), Some(<() as WeightInfo>::settle(1)));
        at(DAY);
        assert_eq!(used(id), Some(<() as WeightInfo>::settle(2)));
    });
}

#[test]
fn all_that_is_due_is_settled_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[10 * AITBC, 20 * AITBC, 30 * AITBC]));
        assert_ok!(Escrow::deliver(signed(BEN), id, 1, EVIDENCE));
        at(HOUR);
        assert_ok!(Escrow::settle(signed(CYD), id, None));
        assert_eq!(
            [0, 1, 2].map(|place| state(id, place)),
            [MilestoneState::Open, MilestoneState::Paid, MilestoneState::Open]
        );
        at(DAY);
        assert_ok!(Escrow::settle(signed(CYD), id, None));
        assert_eq!(books(), [-int(20_500 * MILLI), int(20 * AITBC), int(500 * MILLI)]);
        assert_noop!(Escrow::settle(signed(CYD), id, None), Error::<Test>::NotFound);
    });
}

#[test]
fn places_and_settled_milestones_are_checked() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms_by(multisig(1, &[CYD]), &[AITBC, AITBC]));
        assert_ok!(Escrow::release(signed(ADA), id, 0));
        let half = Permill::from_percent(50);
        let calls = |place| {
            [
                Escrow::deliver(signed(BEN), id, place, EVIDENCE),
                Escrow::release(signed(ADA), id, place),
                Escrow::refund(signed(BEN), id, place),
                Escrow::approve(signed(CYD), id, place),
                Escrow::withdraw_approval(signed(CYD), id, place),
                Escrow::split(signed(ADA), id, place, half),
                settle(ADA, id, Some(place)),
            ]
        };
        for failed in calls(0) {
            assert_eq!(failed, Err(Error::<Test>::MilestoneSettled.into()));
        }
        for failed in calls(2).into_iter().chain(calls(u32::MAX)) {
            assert_eq!(failed, Err(Error::<Test>::MilestoneNotFound.into()));
        }
        for who in [BEN, CYD] {
            assert_noop!(Escrow::release(signed(who), id, 1), Error::<Test>::NotDepositor);
        }
        for who in [ADA, CYD] {
            assert_noop!(Escrow::refund(signed(who), id, 1), Error::<Test>::NotBeneficiary);
        }
    });
}
