//! Streams.

use super::*;
use crate::WeightInfo;
use sp_runtime::{DispatchError, TokenError};

fn owed(id: EscrowId) -> Balance {
    Escrow::stream(id).unwrap().owed
}

#[test]
fn stream_holds_what_is_prepaid_with_the_fee() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(MILLI, AITBC);
        assert_eq!(held(HoldReason::Stream, ADA), 1_025 * MILLI);
        // Three entries and a task.
        let deposit = held(HoldReason::Deposit, ADA);
        assert!(deposit > 4 * ENTRY && deposit < 8 * ENTRY, "{deposit}");
        let opened = Event::StreamOpened {
            id,
            controller: None,
            payer: ADA,
            beneficiary: BEN,
            rate: MILLI,
            prepaid: AITBC,
            fee: 25 * MILLI,
            ends: BEGIN + 1_000 * SECOND,
        };
        assert_eq!(events(), [opened]);
        assert_eq!(Escrow::figures().streams, 1);
        assert_eq!(Escrow::figures().stream, 1_025 * MILLI);
    });
}

#[test]
fn withdrawal_costs_less_while_the_stream_goes_on() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(MILLI, AITBC);
        let took = || Escrow::withdraw(signed(CYD), id).unwrap().actual_weight;
        at(400 * SECOND);
        assert_eq!(took(), Some(<() as WeightInfo>::withdraw()));
        at(1_000 * SECOND);
        assert_eq!(took(), Some(<() as WeightInfo>::withdraw_last()));
    });
}

#[test]
fn stream_flows_by_the_clock() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(MILLI, AITBC);
        assert_eq!(owed(id), 0);
        assert_noop!(Escrow::withdraw(signed(CYD), id), Error::<Test>::NothingOwed);
        at(1);
        assert_eq!(owed(id), MILLI / 1_000);
        at(400 * SECOND);
        assert_eq!(owed(id), 400 * MILLI);
        events();
        // By anybody.
        assert_ok!(Escrow::withdraw(signed(CYD), id));
        assert_eq!(events(), [Event::Withdrawn { id, paid: 400 * MILLI, fee: 10 * MILLI }]);
        assert_noop!(Escrow::withdraw(signed(BEN), id), Error::<Test>::NothingOwed);
        assert_eq!(held(HoldReason::Stream, ADA), 615 * MILLI);
        assert_eq!(books(), [-int(410 * MILLI), int(400 * MILLI), int(10 * MILLI)]);
        at(1_000 * SECOND - 1);
        work();
        assert_eq!(owed(id), 599_999_000_000);
        at(1_000 * SECOND);
        work();
        assert_eq!(
            events(),
            [
                Event::Withdrawn { id, paid: 600 * MILLI, fee: 15 * MILLI },
                Event::StreamClosed {
                    id,
                    by: ClosedBy::End,
                    paid: AITBC,
                    fee: 25 * MILLI,
                    back: 0
                },
            ]
        );
        nothing_held();
        assert_eq!(books(), [-int(1_025 * MILLI), int(AITBC), int(25 * MILLI)]);
    });
}

/// A rate that does not divide what is prepaid: the last millisecond is not full.
#[test]
fn stream_is_used_up_to_the_unit() {
    ExtBuilder::default().build_and_execute(|| {
        let (rate, prepaid) = (7_003, 7_003 * 60 + 1);
        let id = stream(rate, prepaid);
        let ends = Escrow::stream(id).unwrap().ends - BEGIN;
        assert_eq!(ends, 60_001);
        at(ends - 1);
        assert_eq!(owed(id), prepaid - 1);
        assert_ok!(Escrow::withdraw(signed(BEN), id));
        at(ends);
        assert_ok!(Escrow::withdraw(signed(BEN), id));
        let fee = prepaid / 40;
        assert_eq!(books(), [-int(prepaid + fee), int(prepaid), int(fee)]);
        nothing_held();
        assert_noop!(Escrow::withdraw(signed(BEN), id), Error::<Test>::NotFound);
    });
}

#[test]
fn stream_ends_when_it_was_told_to() {
    ExtBuilder::default().build_and_execute(|| {
        let id = 0;
        let ends = Some(BEGIN + 100 * SECOND);
        assert_ok!(Escrow::open_stream(signed(ADA), BEN, MILLI, AITBC, ends));
        assert_eq!(Escrow::stream(id).map(|stream| stream.ends), ends);
        events();
        at(HOUR);
        assert_eq!(owed(id), 100 * MILLI);
        work();
        let (paid, fee) = (100 * MILLI, 2_500_000_000);
        let back = 1_025 * MILLI - paid - fee;
        assert_eq!(
            events(),
            [
                Event::Withdrawn { id, paid, fee },
                Event::StreamClosed { id, by: ClosedBy::End, paid, fee, back },
            ]
        );
        assert_eq!(books(), [-int(paid + fee), int(paid), int(fee)]);
    });
}

#[test]
fn top_up_makes_it_end_later() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(MILLI, 100 * MILLI);
        at(100 * SECOND - 1);
        events();
        assert_ok!(Escrow::top_up(signed(ADA), id, 50 * MILLI));
        let ends = BEGIN + 150 * SECOND;
        let (amount, fee) = (50 * MILLI, 1_250_000_000);
        assert_eq!(events(), [Event::ToppedUp { id, amount, fee, ends }]);
        // The task that waited for the end before waits on.
        at(100 * SECOND);
        work();
        assert_eq!(owed(id), 100 * MILLI);
        at(150 * SECOND - 1);
        work();
        assert!(Streams::<Test>::contains_key(id));
        at(150 * SECOND);
        work();
        assert!(!Streams::<Test>::contains_key(id));
        let fee = 3_750_000_000;
        assert_eq!(books(), [-int(150 * MILLI + fee), int(150 * MILLI), int(fee)]);
        nothing_held();
    });
}

#[test]
fn top_up_is_the_payers_before_the_end() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(MILLI, 100 * MILLI);
        for who in [BEN, CYD] {
            assert_noop!(Escrow::top_up(signed(who), id, 1), Error::<Test>::NotDepositor);
        }
        assert_noop!(Escrow::top_up(signed(ADA), id, 0), Error::<Test>::AmountTooSmall);
        let too_large = Error::<Test>::AmountTooLarge;
        assert_noop!(Escrow::top_up(signed(ADA), id, Balance::MAX), too_large);
        let almost = Balance::MAX - AITBC;
        assert_noop!(Escrow::top_up(signed(ADA), id, almost), Error::<Test>::AmountTooLarge);
        let unavailable = DispatchError::Token(TokenError::FundsUnavailable);
        assert_noop!(Escrow::top_up(signed(ADA), id, BALANCE), unavailable);
        assert_noop!(Escrow::top_up(signed(ADA), id + 1, 1), Error::<Test>::NotFound);
        assert_ok!(Escrow::top_up(signed(ADA), id, 1));
    });
}

#[test]
fn either_party_may_close_at_any_time() {
    for (who, by) in [(ADA, ClosedBy::Payer), (BEN, ClosedBy::Beneficiary)] {
        ExtBuilder::default().build_and_execute(|| {
            let id = stream(MILLI, AITBC);
            at(250 * SECOND);
            assert_noop!(Escrow::close_stream(signed(CYD), id), Error::<Test>::NotParty);
            events();
            assert_ok!(Escrow::close_stream(signed(who), id));
            let (paid, fee) = (250 * MILLI, 6_250_000_000);
            let back = 1_025 * MILLI - paid - fee;
            assert_eq!(
                events(),
                [
                    Event::Withdrawn { id, paid, fee },
                    Event::StreamClosed { id, by, paid, fee, back },
                ]
            );
            nothing_held();
            assert_eq!(books(), [-int(paid + fee), int(paid), int(fee)]);
            assert_noop!(Escrow::close_stream(signed(who), id), Error::<Test>::NotFound);
        });
    }
}

#[test]
fn stream_that_is_closed_at_once_costs_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(MILLI, AITBC);
        events();
        assert_ok!(Escrow::close_stream(signed(ADA), id));
        let (by, back) = (ClosedBy::Payer, 1_025 * MILLI);
        assert_eq!(events(), [Event::StreamClosed { id, by, paid: 0, fee: 0, back }]);
        assert_eq!(books(), [0, 0, 0]);
        nothing_held();
    });
}

#[test]
fn streams_are_bounded() {
    ExtBuilder::default().build_and_execute(|| {
        let open = |to, rate, prepaid, ends: Option<Moment>| {
            Escrow::open_stream(signed(ADA), to, rate, prepaid, ends)
        };
        assert_noop!(open(ADA, 1, 60, None), Error::<Test>::SameParty);
        assert_noop!(open(BEN, 0, AITBC, None), Error::<Test>::RateZero);
        assert_noop!(open(BEN, MILLI, 60 * MILLI - 1, None), Error::<Test>::PrepaidTooSmall);
        assert_noop!(open(BEN, Balance::MAX, Balance::MAX, None), Error::<Test>::PrepaidTooSmall);
        assert_noop!(open(BEN, 1, Balance::MAX, None), Error::<Test>::AmountTooLarge);
        let short = Some(BEGIN + 60 * SECOND - 1);
        assert_noop!(open(BEN, MILLI, AITBC, short), Error::<Test>::PeriodOutOfRange);
        let unavailable = DispatchError::Token(TokenError::FundsUnavailable);
        assert_noop!(open(BEN, MILLI, BALANCE, None), unavailable);
        assert_noop!(
            Escrow::open_stream(RuntimeOrigin::none(), BEN, MILLI, AITBC, None),
            DispatchError::BadOrigin
        );
        assert_ok!(open(BEN, MILLI, 60 * MILLI, Some(BEGIN + 60 * SECOND)));
        assert_ok!(open(BEN, 1, 60, Some(Moment::MAX)));
    });
}

/// Closing it gives all back, so what it leaves on the agenda must go by itself.
#[test]
fn stream_that_lasts_for_ever_is_looked_at_once_a_year() {
    use aitbc_test_support::TestAgenda;

    let waiting = || TestAgenda::<Task>::waiting().iter().map(|task| task.1).collect::<Vec<_>>();
    let year = 365 * DAY;
    ExtBuilder::default().build_and_execute(|| {
        // A millisecond more than a year, just a year, and 31 700 years.
        let mut ids = vec![];
        for ends in [Some(BEGIN + year + 1), Some(BEGIN + year), None] {
            ids.push(NextId::<Test>::get());
            assert_ok!(Escrow::open_stream(signed(ADA), BEN, 1, AITBC, ends));
        }
        assert_eq!(waiting(), [BEGIN + year; 3]);
        at(year);
        work();
        assert!(!Streams::<Test>::contains_key(ids[1]));
        assert_eq!(waiting(), [BEGIN + year + 1, BEGIN + 2 * year]);
        at(year + 1);
        work();
        assert!(!Streams::<Test>::contains_key(ids[0]));
        assert_ok!(Escrow::close_stream(signed(ADA), ids[2]));
        nothing_held();
        assert_eq!(waiting(), [BEGIN + 2 * year]);
        at(2 * year);
        work();
        assert!(waiting().is_empty());
    });
}

#[test]
fn stream_that_lasts_for_ever_can_be_closed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(1, 1_000 * AITBC);
        TestActiveClock::set(Moment::MAX);
        assert_eq!(owed(id), 1_000 * AITBC);
        at(DAY);
        assert_eq!(owed(id), 86_400);
        assert_ok!(Escrow::close_stream(signed(BEN), id));
        assert_eq!(books(), [-int(86_400 + 2_160), 86_400, 2_160]);
    });
}

#[test]
fn what_is_withdrawn_in_parts_is_what_is_withdrawn_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(7, 7 * 60 + 3);
        for step in 1..61_000 {
            at(step);
            if let Err(error) = Escrow::withdraw(signed(CYD), id) {
                let done = !Streams::<Test>::contains_key(id);
                let expected = if done { Error::<Test>::NotFound } else { Error::NothingOwed };
                assert_eq!(error, expected.into());
            }
        }
        assert_eq!(books(), [-433, 423, 10]);
    });
}
