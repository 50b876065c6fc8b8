//! What clients read.

use super::*;
use crate::mock::Escrow as Pallet;
use aitbc_primitives::{
    agents::Obligations,
    market::escrow::{self, EscrowCheck, EscrowDraft, EscrowStatus, Escrows as _},
};
use frame_support::assert_storage_noop;

fn listed(who: u64, role: Option<Party>, limit: u32, after: Option<EscrowId>) -> Vec<EscrowId> {
    Pallet::escrows(who, role, limit, after).into_iter().map(|escrow| escrow.id).collect()
}

#[test]
fn escrow_is_read_with_all_that_it_says() {
    ExtBuilder::default().build_and_execute(|| {
        let rule = multisig(2, &[CYD, DEE]);
        let id = offer(Terms {
            arbiter: Some(EVE),
            terms_hash: Some(EVIDENCE),
            default: Fallback::Pay,
            ..terms_by(rule.clone(), &[60 * AITBC, 40 * AITBC])
        });
        let view = Pallet::escrow(id).unwrap();
        assert_eq!((view.status, view.controlled), (EscrowStatus::Offered, false));
        assert!(view.milestones.iter().all(|milestone| milestone.due.is_none()));
        assert_ok!(Pallet::accept(signed(BEN), id));
        assert_ok!(Pallet::release(signed(ADA), id, 1));
        assert_ok!(Pallet::approve(signed(DEE), id, 0));
        let half = Permill::from_percent(50);
        assert_ok!(Pallet::split(signed(BEN), id, 0, half));
        let view = Pallet::escrow(id).unwrap();
        assert_eq!((view.id, view.status), (id, EscrowStatus::Active));
        assert_eq!((view.depositor, view.beneficiary), (ADA, Some(BEN)));
        assert_eq!((view.amount, view.fee), (100 * AITBC, 2_500 * MILLI));
        assert_eq!((view.paid, view.fee_paid, view.back), (40 * AITBC, AITBC, 0));
        assert_eq!(view.held, 61_500 * MILLI);
        assert_eq!((view.rule, view.default), (Some(rule), Some(Fallback::Pay)));
        assert_eq!((view.arbiter, view.terms_hash), (Some(EVE), Some(EVIDENCE)));
        let moments = [view.created, view.accept_by, view.deadline, view.review];
        assert_eq!(moments, [BEGIN, BEGIN + HOUR, BEGIN + DAY, HOUR].map(Some));
        let [open, paid] = [0, 1].map(|place| view.milestones[place].clone());
        assert_eq!((open.amount, open.state), (60 * AITBC, MilestoneState::Open));
        assert_eq!((open.approvals, open.due), (vec![DEE], Some(BEGIN + DAY)));
        assert_eq!((open.offer_of_depositor, open.offer_of_beneficiary), (None, Some(half)));
        assert_eq!((paid.state, paid.due), (MilestoneState::Paid, None));
        assert_eq!(Pallet::escrow(id + 1), None);
    });
}

#[test]
fn lists_are_newest_first() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..3 {
            offer(terms(&[AITBC]));
        }
        assert_ok!(Pallet::create(signed(BEN), ADA, terms(&[AITBC])));
        let open = <Pallet as escrow::Escrows<u64>>::open;
        let controlled = open(Market, &ADA, AITBC, Perbill::zero()).unwrap();
        assert_eq!(controlled, 4);
        assert_eq!(listed(ADA, None, 20, None), [4, 3, 2, 1, 0]);
        assert_eq!(listed(ADA, Some(Party::Depositor), 20, None), [4, 2, 1, 0]);
        assert_eq!(listed(ADA, Some(Party::Beneficiary), 20, None), [3]);
        assert_eq!(listed(BEN, None, 20, None), [3, 2, 1, 0]);
        assert!(listed(CYD, None, 20, None).is_empty());
        // Page by page, also if what was the last is gone.
        assert_eq!(listed(ADA, None, 2, None), [4, 3]);
        assert_ok!(Pallet::cancel(signed(BEN), 3));
        assert_eq!(listed(ADA, None, 2, Some(3)), [2, 1]);
        assert_eq!(listed(ADA, Some(Party::Depositor), 2, Some(1)), [0]);
        assert!(listed(ADA, None, 2, Some(0)).is_empty());
        assert_eq!(listed(ADA, None, 1, Some(EscrowId::MAX)), [4]);
        assert_ok!(Pallet::assign(controlled, &BEN));
        assert_eq!(listed(BEN, None, 1, None), [controlled]);
    });
}

/// Whoever is offered more than anybody could look through still finds its own, and the other way round.
#[test]
fn attack_offers_hide_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let create = |from, to| {
            let id = NextId::<Test>::get();
            assert_ok!(Pallet::create(signed(from), to, terms(&[MILLI])));
            id
        };
        let (own, offered) = (create(BEN, CYD), create(CYD, BEN));
        for _ in 0..200 {
            create(ADA, BEN);
        }
        assert_eq!(listed(BEN, Some(Party::Depositor), 1, None), [own]);
        assert_eq!(listed(BEN, Some(Party::Depositor), 100, None), [own]);
        assert_eq!(listed(BEN, Some(Party::Beneficiary), 1, Some(offered + 1)), [offered]);
        assert_eq!(listed(BEN, None, 2, Some(offered + 1)), [offered, own]);
        assert_eq!(listed(BEN, None, 1, Some(offered + 1)), [offered]);
    });
}

#[test]
fn at_most_a_hundred_are_listed() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..101 {
            offer(terms(&[MILLI]));
        }
        for _ in 0..101 {
            stream(1, 60);
        }
        assert_eq!(listed(ADA, None, u32::MAX, None).len(), 100);
        assert_eq!(listed(ADA, None, u32::MAX, Some(1)), [0]);
        assert!(listed(ADA, None, 0, None).is_empty());
        let streams = |limit, after| Pallet::streams(BEN, limit, after);
        assert_eq!(streams(u32::MAX, None).len(), 100);
        assert_eq!(streams(1, None)[0].id, 201);
        assert_eq!(streams(5, Some(102)).len(), 1);
        assert_eq!(Pallet::streams(ADA, 3, Some(201))[2].id, 198);
    });
}

#[test]
fn stream_is_read_with_all_that_it_says() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(MILLI, AITBC);
        at(400 * SECOND);
        assert_ok!(Pallet::withdraw(signed(CYD), id));
        at(500 * SECOND);
        let view = Pallet::stream(id).unwrap();
        assert_eq!((view.id, view.controlled, view.payer, view.beneficiary), (id, false, ADA, BEN));
        assert_eq!((view.rate, view.prepaid, view.fee), (MILLI, AITBC, 25 * MILLI));
        assert_eq!((view.paid, view.fee_paid, view.owed), (400 * MILLI, 10 * MILLI, 100 * MILLI));
        assert_eq!(view.held, 615 * MILLI);
        assert_eq!((view.started, view.ends), (BEGIN, BEGIN + 1_000 * SECOND));
        assert_eq!(Pallet::stream(id + 1), None);
    });
}

#[test]
fn check_says_what_create_would() {
    ExtBuilder::default().build_and_execute(|| {
        let check =
            |beneficiary, terms| Pallet::check(EscrowDraft { depositor: ADA, beneficiary, terms });
        offer(terms(&[AITBC]));
        events();
        let refused = |name: &str| EscrowCheck::Refused(name.into());
        assert_storage_noop!({
            assert_eq!(check(ADA, terms(&[AITBC])), refused("SameParty"));
            assert_eq!(check(BEN, terms(&[])), refused("NoMilestones"));
            assert_eq!(check(BEN, terms(&[MILLI - 1])), refused("AmountTooSmall"));
            assert_eq!(check(BEN, terms(&[BALANCE])), refused("Funds are unavailable"));
            assert!(matches!(check(BEN, terms(&[AITBC])), EscrowCheck::Held { .. }));
        });
        assert!(events().is_empty());
        let good = check(BEN, terms(&[60 * AITBC, 40 * AITBC]));
        let deposits = held(HoldReason::Deposit, ADA);
        offer(terms(&[60 * AITBC, 40 * AITBC]));
        let deposit = held(HoldReason::Deposit, ADA) - deposits;
        assert_eq!(good, EscrowCheck::Held { amount: 100 * AITBC, fee: 2_500 * MILLI, deposit });
    });
}

#[test]
fn who_has_opened_or_accepted_something_is_obliged() {
    ExtBuilder::default().build_and_execute(|| {
        let obliged = || [ADA, BEN].map(|who| <Pallet as Obligations<u64>>::open(&who));
        assert_eq!(obliged(), [false, false]);
        let id = offer(terms(&[AITBC]));
        assert_eq!(obliged(), [true, false]);
        assert_ok!(Pallet::accept(signed(BEN), id));
        assert_eq!(obliged(), [true, true]);
        let flow = stream(MILLI, AITBC);
        assert_ok!(Pallet::release(signed(ADA), id, 0));
        assert_eq!(obliged(), [true, false]);
        assert_ok!(Pallet::close_stream(signed(BEN), flow));
        assert_eq!(obliged(), [false, false]);
    });
}

/// What clients of the RPC get.
#[test]
fn views_have_their_json() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agree(terms(&[AITBC]));
        assert_ok!(Pallet::deliver(signed(BEN), id, 0, EVIDENCE));
        let json = serde_json::to_value(Pallet::escrow(id).unwrap()).unwrap();
        assert_eq!(json["amount"], "1000000000000");
        assert_eq!(json["feePaid"], "0");
        assert_eq!(json["status"], "active");
        assert_eq!(json["rule"], "manual");
        assert_eq!(json["acceptBy"], BEGIN + HOUR);
        let milestone = &json["milestones"][0];
        assert_eq!(milestone["state"]["kind"], "delivered");
        assert_eq!(milestone["state"]["reviewUntil"], BEGIN + HOUR);
        assert_eq!(milestone["offerOfDepositor"], serde_json::Value::Null);
        let json = serde_json::to_value(Pallet::stream(stream(MILLI, AITBC)).unwrap()).unwrap();
        assert_eq!((json["rate"].clone(), json["owed"].clone()), ("1000000000".into(), "0".into()));
        let draft = EscrowDraft { depositor: ADA, beneficiary: BEN, terms: terms(&[AITBC]) };
        let json = serde_json::to_value(Pallet::check(draft)).unwrap();
        assert_eq!(json["held"]["fee"], "25000000000");
        let draft = EscrowDraft { depositor: ADA, beneficiary: BEN, terms: terms(&[]) };
        let json = serde_json::to_value(Pallet::check(draft)).unwrap();
        assert_eq!(json["refused"], "NoMilestones");
    });
}
