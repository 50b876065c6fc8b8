//! Making proposals, and withdrawing them.

use super::*;
use crate::{Agenda, HoldReason, LiveBy, LiveOf, Texts};
use ProposalKind::*;

fn draft() -> Draft {
    Draft::new(ParameterChange, vec![set(1)])
}

fn refused(draft: Draft, error: impl Into<DispatchError>) {
    let error: DispatchError = error.into();
    assert_noop!(draft.try_propose(ADA), error);
}

#[test]
fn gate_asks_for_power_and_free_tokens() {
    ExtBuilder::default().build_and_execute(|| {
        // Power 1 500, and 2 000 free beside the deposit and the existential deposit.
        TestPolls::set_power(ADA, 1_500 * AITBC);
        Balances::set_balance(&ADA, 2_000 * AITBC);
        draft().propose(ADA);
        assert_eq!(bond_of(ADA), 1_000 * AITBC);

        TestPolls::set_power(BEN, 1_000 * AITBC - AITBC / 1_000);
        assert_noop!(draft().try_propose(BEN), Error::<Test>::PowerTooLow);
        TestPolls::set_power(BEN, 1_000 * AITBC);
        draft().propose(BEN);

        TestPolls::set_power(CYD, 1_500 * AITBC);
        Balances::set_balance(&CYD, 999 * AITBC);
        assert_noop!(draft().try_propose(CYD), TokenError::FundsUnavailable);
    });
}

#[test]
fn bond_is_not_taken_from_frozen_tokens() {
    ExtBuilder::default().build_and_execute(|| {
        let free = 1_000 * AITBC + AITBC;
        Balances::set_freeze(&(), &ADA, 10_000 * AITBC - free).unwrap();
        draft().propose(ADA);
        Balances::set_freeze(&(), &BEN, 9_000 * AITBC + 1).unwrap();
        assert_noop!(draft().try_propose(BEN), TokenError::FundsUnavailable);
    });
}

#[test]
fn proposal_is_stored_with_the_rules_of_its_track() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        let calls = vec![set(7)];
        let call_hash = hash_of(&calls.encode());
        let proposal = stored(id);
        assert_eq!(proposal.created, START);
        assert_eq!(proposal.voting_from, START + DAY);
        assert_eq!(proposal.ends, START + 8 * DAY);
        assert_eq!(proposal.base, BASE);
        assert_eq!(proposal.quorum, Perbill::from_percent(4));
        assert_eq!(proposal.enactment_delay, 24 * HOUR);
        assert!(!proposal.needs_council && proposal.is_postponable);
        assert_eq!(proposal.call_hash, call_hash);
        assert_eq!(Agenda::<Test>::get().into_inner(), [(START + 8 * DAY, id)]);
        assert_eq!((LiveOf::<Test>::get(ParameterChange), LiveBy::<Test>::get(ADA)), (1, 1));
        System::assert_last_event(
            Event::Proposed {
                proposal: id,
                proposer: ADA,
                kind: ParameterChange,
                call_hash,
                at: START,
                voting_from: START + DAY,
                ends: START + 8 * DAY,
                base: BASE,
                quorum: Perbill::from_percent(4),
                bond: 1_000 * AITBC,
            }
            .into(),
        );
        let id = propose(Emergency, vec![claw(crate::Call::exit_safe_mode {})]);
        let proposal = stored(id);
        assert_eq!((proposal.voting_from, proposal.ends), (START, START + 3 * DAY));
        assert_eq!(proposal.majority, Majority::TwoThirds);
        assert!(proposal.needs_council && !proposal.is_postponable);
    });
}

#[test]
fn text_costs_a_deposit_by_its_bytes() {
    ExtBuilder::default().build_and_execute(|| {
        let mut draft = draft();
        draft.link = b"https://aitbc".to_vec();
        let bytes = 10 + 50 + 13 + vec![set(1)].encode().len();
        let id = draft.propose(ADA);
        let deposit = 200 * MILLI + bytes as Balance * MILLI;
        assert_eq!(held(HoldReason::Text, ADA), deposit);
        assert_eq!(Texts::<Test>::get(id).unwrap().link.as_slice(), b"https://aitbc");
    });
}

#[test]
fn title_has_10_to_200_characters() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |title: String| Draft { title: title.into_bytes(), ..draft() };
        for title in ["é".repeat(9), "é".repeat(201), "ten\nlines!".into(), "t".repeat(900)] {
            refused(with(title), Error::<Test>::TitleLength);
        }
        with("é".repeat(10)).propose(ADA);
        with("𝕏".repeat(200)).propose(ADA);
    });
}

#[test]
fn description_has_50_to_5_000_characters() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |description: String| Draft { description: description.into(), ..draft() };
        for description in ["é".repeat(49), "é".repeat(5_001), "d".repeat(20_001)] {
            refused(with(description), Error::<Test>::TextLength);
        }
        with("line\n".repeat(10)).propose(ADA);
        with("𝕏".repeat(5_000)).propose(ADA);
    });
}

#[test]
fn texts_are_utf_8() {
    ExtBuilder::default().build_and_execute(|| {
        let bad = vec![0xff; 60];
        refused(Draft { title: bad.clone(), ..draft() }, Error::<Test>::NotUtf8);
        refused(Draft { description: bad, ..draft() }, Error::<Test>::NotUtf8);
    });
}

#[test]
fn link_is_empty_or_https_or_ipfs() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |link: String| Draft { link: link.into_bytes(), ..draft() };
        let long = |length: usize| format!("https://{}", "x".repeat(length - 8));
        for link in ["http://a".into(), "javascript:x".into(), "https://é".into(), long(257)] {
            refused(with(link), Error::<Test>::BadLink);
        }
        with(long(256)).propose(ADA);
        with("ipfs://Qm".into()).propose(ADA);
    });
}

#[test]
fn period_of_1_to_30_days_can_be_asked_for() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |period| Draft {
            wishes: Wishes { period: Some(period), ..Default::default() },
            ..draft()
        };
        for period in [0, DAY - 1, 30 * DAY + 1, 31 * DAY] {
            refused(with(period), Error::<Test>::PeriodOutOfRange);
        }
        // The longer one holds.
        assert_eq!(stored(with(DAY).propose(ADA)).ends, START + 8 * DAY);
        assert_eq!(stored(with(30 * DAY).propose(ADA)).ends, START + 31 * DAY);
    });
}

#[test]
fn enactment_delay_of_up_to_30_days_can_be_asked_for() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |delay| Draft {
            wishes: Wishes { enactment_delay: Some(delay), ..Default::default() },
            ..draft()
        };
        refused(with(30 * DAY + 1), Error::<Test>::PeriodOutOfRange);
        assert_eq!(stored(with(0).propose(ADA)).enactment_delay, DAY);
        assert_eq!(stored(with(30 * DAY).propose(ADA)).enactment_delay, 30 * DAY);
    });
}

#[test]
fn thresholds_from_1_percent_can_be_asked_for() {
    ExtBuilder::default().build_and_execute(|| {
        let quorum = |quorum| Draft {
            wishes: Wishes { quorum: Some(quorum), ..Default::default() },
            ..draft()
        };
        let approval = |approval| Draft {
            wishes: Wishes { approval: Some(approval), ..Default::default() },
            ..draft()
        };
        let too_low = Perbill::from_parts(9_999_999);
        refused(quorum(too_low), Error::<Test>::ThresholdOutOfRange);
        refused(approval(too_low), Error::<Test>::ThresholdOutOfRange);
        // The higher one holds.
        let one = Perbill::from_percent(1);
        assert_eq!(stored(quorum(one).propose(ADA)).quorum, Perbill::from_percent(4));
        assert_eq!(stored(quorum(Perbill::one()).propose(ADA)).quorum, Perbill::one());
        assert_eq!(stored(approval(one).propose(ADA)).approval, Some(one));
    });
}

#[test]
fn type_has_so_many_places() {
    ExtBuilder::default().build_and_execute(|| {
        let rich = 100_000 * AITBC;
        for who in PEOPLE {
            Balances::set_balance(&who, rich);
        }
        let pause = vec![claw(crate::Call::exit_safe_mode {})];
        let emergency = || Draft::new(Emergency, pause.clone());
        for who in &PEOPLE[..4] {
            emergency().propose(*who);
        }
        refused(emergency(), Error::<Test>::TooManyLive);
        // One that ends makes room.
        set_now(START + 3 * DAY);
        hook();
        emergency().propose(ADA);
    });
}

#[test]
fn account_has_three_live_proposals() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..3 {
            change();
        }
        refused(Draft::new(PolicyChange, vec![]), Error::<Test>::TooManyLive);
        OpenClaw::withdraw(signed(ADA), 0).unwrap();
        change();
    });
}

/// Fills all places of a type, and returns the bonds in AITBC.
fn bonds_of_all_places(draft: Draft) -> Vec<Balance> {
    let places = TestSettings::track(draft.kind).most_live;
    (0..places)
        .map(|place| {
            let who = 1_000 + 100 * draft.kind as u64 + u64::from(place) / 3;
            Balances::set_balance(&who, 1_000_000 * AITBC);
            TestPolls::set_power(who, MILLION);
            stored(draft.clone().propose(who)).bond / AITBC
        })
        .collect()
}

#[test]
fn bond_doubles_with_every_third_of_the_places_of_the_type() {
    ExtBuilder::default().build_and_execute(|| {
        // Another type does not count.
        Draft::new(PolicyChange, vec![]).propose(GIL);
        let bonds = bonds_of_all_places(draft());
        assert_eq!(bonds, [[1_000; 4], [2_000; 4], [4_000; 4]].concat());
        assert_eq!(bonds.iter().sum::<Balance>(), 28_000);
        assert_noop!(draft().try_propose(GIL), Error::<Test>::TooManyLive);
        let bonds = bonds_of_all_places(Draft::new(ProtocolUpgrade, vec![rule(1)]));
        assert_eq!(bonds, [[1_000; 2], [2_000; 2], [4_000; 2], [8_000; 2]].concat());
        let bonds = bonds_of_all_places(emergency());
        assert_eq!(bonds, [1_000, 2_000, 4_000, 8_000]);
        assert_eq!(bonds.iter().sum::<Balance>(), 15_000);
    });
}

fn emergency() -> Draft {
    Draft::new(Emergency, vec![claw(crate::Call::exit_safe_mode {})])
}

#[test]
fn emergency_track_filled_for_30_days_is_10_times_as_dear() {
    ExtBuilder::default().build_and_execute(|| {
        let mut draft = emergency();
        draft.wishes.period = Some(30 * DAY);
        assert_eq!(bonds_of_all_places(draft), [10_000, 20_000, 40_000, 80_000]);
    });
}

#[test]
fn bond_grows_with_the_period_that_is_asked_for_rounded_up() {
    ExtBuilder::default().build_and_execute(|| {
        let bond = |period| {
            let mut draft = draft();
            draft.wishes.period = Some(period);
            let id = draft.propose(ADA);
            OpenClaw::withdraw(signed(ADA), id).unwrap();
            stored(id).bond
        };
        let usual = 1_000 * AITBC;
        // A shorter period is not had, and no cheaper.
        assert_eq!(bond(DAY), usual);
        assert_eq!(bond(7 * DAY), usual);
        let week = Balance::from(7 * DAY);
        assert_eq!(bond(7 * DAY + 1), usual + usual.div_ceil(week));
        assert_eq!(bond(14 * DAY), 2 * usual);
        assert_eq!(bond(30 * DAY), (usual * 30).div_ceil(7));
    });
}

#[test]
fn sixty_four_live_proposals_fill_the_agenda() {
    ExtBuilder::default().build_and_execute(|| {
        let mut proposed = 0;
        for kind in ProposalKind::ALL {
            let calls = match kind {
                ProtocolUpgrade => vec![rule(1)],
                TreasuryAllocation | DaoGrant => continue,
                Emergency => vec![claw(crate::Call::exit_safe_mode {})],
                _ => vec![set(1)],
            };
            for _ in 0..TestSettings::track(kind).most_live {
                let who = 1_000 + proposed / 3;
                Balances::set_balance(&who, 100_000 * AITBC);
                TestPolls::set_power(who, MILLION);
                Draft::new(kind, calls.clone()).propose(who);
                proposed += 1;
            }
        }
        assert_eq!(proposed, 44);
        let most: u32 =
            ProposalKind::ALL.iter().map(|kind| TestSettings::track(*kind).most_live).sum();
        assert_eq!(most, MAX_LIVE);
    });
}

#[test]
fn every_type_but_policy_change_needs_a_call() {
    ExtBuilder::default().build_and_execute(|| {
        for kind in ProposalKind::ALL.into_iter().filter(|kind| *kind != PolicyChange) {
            refused(Draft::new(kind, vec![]), Error::<Test>::NoCalls);
        }
        propose(PolicyChange, vec![]);
    });
}

#[test]
fn proposal_has_at_most_16_calls() {
    ExtBuilder::default().build_and_execute(|| {
        refused(Draft::new(ParameterChange, vec![set(1); 17]), Error::<Test>::TooManyCalls);
        propose(ParameterChange, vec![set(1); 16]);
    });
}

#[test]
fn calls_have_at_most_50_kib() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |length| {
            let call = target::Call::carry { bytes: vec![0; length] }.into();
            Draft::new(ParameterChange, vec![call])
        };
        // One byte for the length of the list, two for the call, four for the length of its bytes.
        let most = 50 * 1024 - 1 - 2 - 4;
        refused(with(most + 1), Error::<Test>::CallsTooLong);
        with(most).propose(ADA);
    });
}

#[test]
fn calls_cost_at_most_a_tenth_of_a_block() {
    ExtBuilder::default().build_and_execute(|| {
        let most = MaxEnactment::get();
        let work = |weight| target::Call::work { weight }.into();
        let one = Weight::from_parts(1, 0);
        refused(Draft::new(ParameterChange, vec![work(most), work(one)]), Error::<Test>::TooHeavy);
        propose(ParameterChange, vec![work(most)]);
    });
}

#[test]
fn what_the_list_does_not_name_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let nested: RuntimeCall = target::Call::other { call: Box::new(set(1)) }.into();
        let dispatch = claw(crate::Call::bootstrap_dispatch { call: Box::new(rule(1)) });
        let remark: RuntimeCall = frame_system::Call::remark { remark: vec![] }.into();
        for kind in ProposalKind::ALL {
            for call in [&nested, &dispatch, &remark] {
                refused(Draft::new(kind, vec![call.clone()]), Error::<Test>::CallNotAllowed);
            }
        }
        // Also after one that is named; the first to blame is told.
        let calls = vec![set(1), remark.clone(), nested];
        refused(Draft::new(ParameterChange, calls.clone()), Error::<Test>::CallNotAllowed);
        assert_eq!(
            OpenClaw::check(ParameterChange, calls),
            Err(Refused { index: Some(1), error: Error::<Test>::CallNotAllowed.into() })
        );
        // And what another type may call.
        refused(Draft::new(ParameterChange, vec![rule(1)]), Error::<Test>::CallNotAllowed);
        refused(Draft::new(TreasuryAllocation, vec![set(1)]), Error::<Test>::CallNotAllowed);
    });
}

#[test]
fn council_is_replaced_alone() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        let council = |members| claw(crate::Call::set_council { members });
        let other = council([1, 2, 3, 4, 5]);
        for calls in [vec![other.clone(), set(1)], vec![set(1), other.clone()]] {
            refused(Draft::new(ParameterChange, calls), Error::<Test>::MustBeAlone);
        }
        let twice = council([1, 2, 3, 4, 1]);
        refused(Draft::new(ParameterChange, vec![twice]), Error::<Test>::DuplicateMember);
        for kind in [ParameterChange, ProtocolUpgrade] {
            let proposal = stored(propose(kind, vec![other.clone()]));
            assert_eq!(proposal.quorum, Perbill::from_percent(10));
            assert!(!proposal.needs_council && !proposal.is_postponable);
        }
    });
}

#[test]
fn call_may_ask_for_more_than_the_track() {
    ExtBuilder::default().build_and_execute(|| {
        let calls = vec![set(1), target::Call::spend {}.into()];
        let proposal = stored(propose(ParameterChange, calls));
        assert_eq!(proposal.quorum, Perbill::from_percent(10));
        assert!(proposal.needs_council && !proposal.is_postponable);
    });
}

#[test]
fn proposer_withdraws_before_voting_begins() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        assert_noop!(OpenClaw::withdraw(signed(ADA), 9), Error::<Test>::Unknown);
        assert_noop!(OpenClaw::withdraw(signed(BEN), id), Error::<Test>::NotProposer);
        set_now(START + DAY - 1);
        events();
        assert_ok!(OpenClaw::withdraw(signed(ADA), id));
        assert_eq!(
            events(),
            [
                Event::Withdrawn { proposal: id },
                Event::BondReturned { proposal: id, proposer: ADA, bond: 1_000 * AITBC }
            ]
        );
        assert_eq!(status(id), Status::Cancelled);
        assert_eq!((bond_of(ADA), LiveBy::<Test>::get(ADA)), (0, 0));
        assert_eq!(TestPolls::latest_end(id), None);
        assert_noop!(OpenClaw::withdraw(signed(ADA), id), Error::<Test>::NotPending);
    });
}

#[test]
fn proposer_cannot_withdraw_once_voting_begins() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(START + DAY);
        assert_noop!(OpenClaw::withdraw(signed(ADA), id), Error::<Test>::NotPending);
    });
}

#[test]
fn proposer_cannot_withdraw_what_was_challenged() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        OpenClaw::challenge(signed(BEN), id, Grounds::Spam, vec![]).unwrap();
        assert_noop!(OpenClaw::withdraw(signed(ADA), id), Error::<Test>::AlreadyChallenged);
    });
}

#[test]
fn equal_proposals_do_not_share_their_calls() {
    ExtBuilder::default().build_and_execute(|| {
        let [first, second] = [change(), change()];
        OpenClaw::withdraw(signed(ADA), first).unwrap();
        pass(second);
        set_now(stored(second).eta);
        hook();
        assert_eq!(stage(second), Stage::Executed);
        assert_eq!(values(), [(7, Some(Origin::ParameterChange))]);
    });
}
