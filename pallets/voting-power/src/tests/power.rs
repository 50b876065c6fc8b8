//! Power of a balance, by its history.

use super::*;
use crate::VotingPower;

#[test]
fn genesis_balance_has_full_power_in_block_1() {
    ExtBuilder::default().balances(&[(ADA, 1_500)]).build_and_execute(|| {
        assert_eq!(bounds(ADA), [1_500 * AITBC; 3]);
        assert_eq!(power(ADA), 1_500 * AITBC);
        // Still in the first minute, after a first change: 500 sent 30 s after the first block.
        wait(30 * SECOND);
        assert_ok!(transfer(ADA, BEN, 500 * AITBC));
        assert_eq!(power(ADA), 1_000 * AITBC);
        assert_eq!(power(BEN), 0);
    });
}

#[test]
fn gate_of_1_000_is_met_exactly() {
    ExtBuilder::default().balances(&[(ADA, 1_500), (BEN, 1_000)]).build_and_execute(|| {
        wait(2 * SECOND);
        let burn = AITBC / 1_000;
        Balances::burn_from(
            &BEN,
            burn,
            Preservation::Expendable,
            Precision::Exact,
            Fortitude::Polite,
        )
        .unwrap();
        // A hold, like the bond of a proposal, changes nothing.
        Balances::hold(&HOLD, &ADA, 1_000 * AITBC).unwrap();
        assert_eq!(power(ADA), 1_500 * AITBC);
        // 999.999
        assert_eq!(power(BEN), 1_000 * AITBC - burn);
        assert!(power(BEN) < 1_000 * AITBC);
    });
}

#[test]
fn flash_loan_one_block_before_the_snapshot_has_no_power() {
    ExtBuilder::default().balances(&[(ADA, 1_000_000_000)]).build_and_execute(|| {
        assert_ok!(transfer(ADA, BEN, 60 * MILLION));
        assert_eq!(power(BEN), 0);
        wait(2 * SECOND);
        // Two seconds of seven days are a 302 400th.
        assert_eq!(power(BEN), 60 * MILLION / 302_400);
        assert!(power(BEN) < 1_000 * AITBC);
        // In the block of the snapshot: nothing at all.
        assert_ok!(transfer(ADA, CYD, 60 * MILLION));
        open(0);
        wait(10 * DAY);
        assert_eq!(vote(0, CYD), Err(Error::<Test>::NoPower.into()));
    });
}

#[test]
fn balance_of_12_hours_has_half_power_by_the_short_window() {
    ExtBuilder::default().build_and_execute(|| {
        LongWindow::set(&(24 * HOUR));
        mint(ADA, 1_200 * AITBC);
        wait(12 * HOUR);
        assert_eq!(power(ADA), 600 * AITBC);
        // A millisecond earlier it was less.
        assert!(Power::power_at(&ADA, now() - 1) < 600 * AITBC);
    });
}

#[test]
fn tokens_sent_before_the_snapshot_do_not_count() {
    ExtBuilder::default().build_and_execute(|| {
        LongWindow::set(&(24 * HOUR));
        mint(ADA, 1_200 * AITBC);
        wait(23 * HOUR);
        assert_ok!(transfer(ADA, BEN, 900 * AITBC));
        wait(HOUR);
        // (1 200 * 23 + 300 * 1) / 24 = 1 162.5
        let average = 1_162 * AITBC + AITBC / 2;
        assert_eq!(bounds(ADA), [300 * AITBC, average, average]);
        assert_eq!(power(ADA), 300 * AITBC);
    });
}

#[test]
fn balance_of_3_days_has_three_sevenths() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 700 * AITBC);
        wait(3 * DAY);
        assert_eq!(bounds(ADA), [700 * AITBC, 700 * AITBC, 300 * AITBC]);
        assert_eq!(power(ADA), 300 * AITBC);
    });
}

#[test]
fn power_is_full_after_the_long_window_and_not_before() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 700 * AITBC);
        wait(7 * DAY - 1);
        assert!(power(ADA) < 700 * AITBC);
        wait(1);
        assert_eq!(power(ADA), 700 * AITBC);
        wait(DAY);
        assert_eq!(power(ADA), 700 * AITBC);
    });
}

#[test]
fn power_of_the_past_does_not_change() {
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        let then = now();
        wait(DAY);
        assert_ok!(transfer(ADA, BEN, 1_000 * AITBC - EXISTENTIAL_DEPOSIT));
        wait(20 * DAY);
        assert_ok!(transfer(BEN, ADA, 10 * AITBC));
        assert_eq!(Power::power_at(&ADA, then), 1_000 * AITBC);
        assert_eq!(Power::power_at(&BEN, then), 0);
        // To the millisecond.
        assert_eq!(Power::power_at(&ADA, then + DAY - 1), 1_000 * AITBC);
        assert_eq!(Power::power_at(&ADA, then + DAY), EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn tokens_bought_after_the_snapshot_have_no_power_for_it() {
    ExtBuilder::default().balances(&[(ADA, 1_000), (BEN, 10)]).build_and_execute(|| {
        let then = now();
        wait(1);
        assert_ok!(transfer(ADA, BEN, 500 * AITBC));
        // Whatever else happens within the granularity of a point, and later.
        for _ in 0..30 {
            wait(MINUTE);
            assert_ok!(transfer(ADA, BEN, AITBC));
            assert_eq!(Power::power_at(&BEN, then), 10 * AITBC);
            assert_eq!(Power::power_at(&ADA, then), 1_000 * AITBC);
        }
    });
}

#[test]
fn averages_round_down() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, AITBC + 1);
        wait(HOUR);
        // (10^12 + 1) * 3 600 000 / 86 400 000
        assert_eq!(Power::balance_average(&ADA, now(), DAY), (AITBC + 1) / 24);
    });
}

#[test]
fn average_over_no_time_is_zero() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        assert_eq!(Power::balance_average(&ADA, now(), 0), 0);
        assert_eq!(Power::balance_average(&ADA, now(), 1), 10 * AITBC);
    });
}

#[test]
fn the_future_counts_as_now() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        mint(BEN, AITBC);
        wait(HOUR);
        let present = Power::voting_power(BEN, None);
        assert_eq!(Power::voting_power(BEN, Some(now() + DAY)), present);
        assert_eq!(Power::voting_power(BEN, Some(now())), present);
    });
}

#[test]
fn pot_has_no_power_and_is_not_part_of_the_base() {
    ExtBuilder::default().balances(&[(TREASURY, 400), (ADA, 600)]).build_and_execute(|| {
        assert_eq!(Power::voting_base(), 600 * AITBC);
        assert_eq!(power(TREASURY), 0);
        wait(DAY);
        assert_ok!(transfer(ADA, TREASURY, 100 * AITBC));
        wait(DAY);
        assert_ok!(transfer(ADA, TREASURY, 100 * AITBC));
        assert_eq!(power(TREASURY), 0);
        assert_eq!(points(TREASURY), 0);
        assert_eq!(Power::voting_base(), 400 * AITBC);
    });
}

#[test]
fn view_function_tells_everything() {
    ExtBuilder::default().balances(&[(ADA, 10), (BEN, 10)]).build_and_execute(|| {
        assert_ok!(delegate(ADA, BEN));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, ADA).map(drop));
        assert_eq!(
            Power::voting_power(ADA, None),
            VotingPower {
                balance: 10 * AITBC,
                short_average: 10 * AITBC,
                long_average: 10 * AITBC,
                power: 10 * AITBC,
                delegated_to: Some(BEN),
                // 5 % of all tokens.
                frozen: AITBC,
            }
        );
    });
}

#[test]
fn average_between_neighbours_is_at_least_the_floor() {
    ExtBuilder::default().balances(&[(ADA, 1_000), (BEN, 10)]).build_and_execute(|| {
        // Points so far apart that the window lies between two of them.
        limit_points(4, 1);
        for _ in 0..20 {
            wait(11 * MINUTE);
            mint(ADA, 1);
        }
        let hours = now() - 2 * HOUR;
        for at in (hours..now()).step_by(MINUTE as usize) {
            assert!(Power::balance_average(&ADA, at, 10 * MINUTE) >= 1_000 * AITBC, "{at}");
        }
    });
}
