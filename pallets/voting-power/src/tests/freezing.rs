//! What was counted stays where it was counted.

use super::*;
use crate::Freezes;

/// Runs `test` with Ada, who has 100, and enough others for her to count them all.
fn with_ada(test: impl FnOnce()) {
    ExtBuilder::default().balances(&[(ADA, 101), (99, 10_000)]).build_and_execute(test);
}

fn cast(poll: u32, amount: Balance) {
    Power::cast(poll, &ADA, Some(amount * AITBC)).unwrap();
}

fn unfreeze(who: u64) -> DispatchResult {
    Power::unfreeze(signed(99), who)
}

#[test]
fn freeze_is_the_maximum_over_open_polls() {
    with_ada(|| {
        for (poll, amount, most) in [(0, 30, 30), (1, 20, 30), (2, 60, 60)] {
            open(poll);
            assert_eq!(Power::frozen_for(&ADA), poll);
            cast(poll, amount);
            assert_eq!(Power::frozen_for(&ADA), poll + 1);
            assert_eq!(frozen(ADA), most * AITBC);
        }
        // Changing a vote changes what is frozen for it.
        cast(2, 10);
        assert_eq!(frozen(ADA), 30 * AITBC);
        cast(0, 5);
        assert_eq!(frozen(ADA), 20 * AITBC);
    });
}

#[test]
fn frozen_tokens_cannot_be_transferred() {
    with_ada(|| {
        open(0);
        cast(0, 100);
        assert!(transfer(ADA, BEN, AITBC + 1).is_err());
        assert_ok!(transfer(ADA, BEN, AITBC));
    });
}

#[test]
fn slashes_and_holds_ignore_the_freeze() {
    with_ada(|| {
        open(0);
        cast(0, 100);
        Balances::hold(&HOLD, &ADA, 100 * AITBC).unwrap();
        let (slashed, _) = <Balances as BalancedHold<u64>>::slash(&HOLD, &ADA, 50 * AITBC);
        drop(slashed);
        assert_eq!(Balances::total_balance(&ADA), 51 * AITBC);
        assert_eq!(frozen(ADA), 100 * AITBC);
        // The next vote counts what is left.
        assert_eq!(vote(0, ADA), Ok(50 * AITBC));
        assert_eq!(frozen(ADA), 50 * AITBC);
    });
}

#[test]
fn anybody_unfreezes_after_the_end_and_not_before() {
    with_ada(|| {
        open(0);
        open(1);
        cast(0, 100);
        cast(1, 40);
        assert_noop!(unfreeze(ADA), Error::<Test>::NothingToUnfreeze);
        assert_ok!(Power::close(0));
        events();
        assert_ok!(unfreeze(ADA));
        assert_eq!(events(), [Event::Unfrozen { who: ADA, frozen: 40 * AITBC }]);
        assert_eq!(frozen(ADA), 40 * AITBC);
        assert_noop!(unfreeze(ADA), Error::<Test>::NothingToUnfreeze);
        assert_ok!(Power::close(1));
        assert_ok!(unfreeze(ADA));
        assert_eq!(frozen(ADA), 0);
        assert!(!Freezes::<Test>::contains_key(ADA));
        assert_ok!(transfer(ADA, BEN, 101 * AITBC));
    });
}

#[test]
fn account_is_counted_in_a_bounded_number_of_open_polls() {
    with_ada(|| {
        for poll in 0..4 {
            open(poll);
            cast(poll, 10);
        }
        open(4);
        assert_noop!(vote(4, ADA), Error::<Test>::TooManyPolls);
        // Votes can change.
        cast(3, 20);
        // One that has ended makes room.
        assert_ok!(Power::close(2));
        cast(4, 5);
        let polls: Vec<_> = Freezes::<Test>::get(ADA).iter().map(|frozen| frozen.poll).collect();
        assert_eq!(polls, [0, 1, 3, 4]);
    });
}

#[test]
fn voter_whose_count_falls_to_nothing_is_not_frozen() {
    with_ada(|| {
        open(0);
        cast(0, 100);
        let change = Power::cast(0, &ADA, Some(0)).unwrap();
        assert_eq!([change.after, change.before], [0, 100 * AITBC].map(human));
        assert_eq!(frozen(ADA), 0);
    });
}

#[test]
fn slash_leaves_the_voter_what_fees_need() {
    with_ada(|| {
        open(0);
        open(1);
        cast(0, 100);
        cast(1, 40);
        Balances::hold(&HOLD, &ADA, 50 * AITBC).unwrap();
        let (slashed, _) = <Balances as BalancedHold<u64>>::slash(&HOLD, &ADA, 20 * AITBC);
        drop(slashed);
        // 81 are left, and 100 are frozen: nothing can be spent.
        let spend = || transfer(ADA, BEN, AITBC / 2);
        assert!(spend().is_err());
        assert_ok!(unfreeze(ADA));
        assert_eq!(frozen(ADA), 80 * AITBC);
        assert_ok!(spend());
        // The power stays counted.
        let ballot = Power::ballot(0, ADA).unwrap();
        assert_eq!([ballot.power, ballot.amount], [100 * AITBC, 80 * AITBC]);
        assert_eq!(Power::ballot(1, ADA).unwrap().amount, 40 * AITBC);
        // It helps once, so tokens cannot be freed bit by bit.
        assert_noop!(unfreeze(ADA), Error::<Test>::NothingToUnfreeze);
        assert_ok!(spend());
        assert_noop!(unfreeze(ADA), Error::<Test>::NothingToUnfreeze);
        assert!(spend().is_err());
    });
}
