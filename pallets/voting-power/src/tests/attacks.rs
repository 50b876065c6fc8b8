//! What somebody might try for a vote that weighs more than it should, with a base of 10^9.

use super::*;
use crate::OwnerSums;

#[test]
fn delegate_of_45_million_with_a_delegator_of_10_weighs_50() {
    with_millions(&[(ADA, 10), (CYD, 45)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(DAY);
        open(0);
        assert_eq!(vote(0, CYD), Ok(45 * MILLION - AITBC));
        assert_eq!(count(0, ADA), Ok(5 * MILLION + AITBC));
        assert_eq!(weight(0, CYD), 50 * MILLION);
        assert_eq!(frozen(ADA), 5 * MILLION + AITBC);
    });
}

#[test]
fn delegate_of_40_million_with_delegators_of_40_and_10_weighs_50_and_not_90() {
    with_millions(&[(ADA, 40), (BEN, 10), (CYD, 40)], || {
        assert_ok!(delegate(ADA, CYD));
        assert_ok!(delegate(BEN, CYD));
        wait(DAY);
        open(0);
        assert_eq!(vote(0, CYD), Ok(40 * MILLION - AITBC));
        assert_eq!(count(0, ADA), Ok(10 * MILLION + AITBC));
        assert_noop!(count(0, BEN), Error::<Test>::DelegateFull);
        assert_eq!(weight(0, CYD), 50 * MILLION);
    });
}

/// The delegate votes with next to nothing, has others counted, and then votes with all.
#[test]
fn delegate_that_votes_last_with_what_it_has_weighs_no_more() {
    with_millions(&[(ADA, 45), (CYD, 45)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(DAY);
        open(0);
        assert_ok!(Power::cast(0, &CYD, Some(1)).map(drop));
        assert_eq!(count(0, ADA), Ok(45 * MILLION - AITBC));
        assert_eq!(vote(0, CYD), Ok(5 * MILLION + AITBC));
        assert_eq!(weight(0, CYD), 50 * MILLION);
        // The other way round, too.
        assert_ok!(Power::cast(0, &CYD, Some(0)).map(drop));
        assert_noop!(count(0, ADA), Error::<Test>::AlreadyCounted);
        assert_eq!(vote(0, CYD), Ok(5 * MILLION + AITBC));
    });
}

/// A large delegator has itself counted first, and votes otherwise at the last moment.
#[test]
fn delegator_that_filled_the_cap_and_leaves_keeps_nobody_out() {
    with_millions(&[(ADA, 60), (BEN, 20), (CYD, 2)], || {
        assert_ok!(delegate(ADA, CYD));
        assert_ok!(delegate(BEN, CYD));
        wait(DAY);
        open(0);
        assert_ok!(Power::cast(0, &CYD, Some(0)).map(drop));
        assert_eq!(count(0, ADA), Ok(50 * MILLION));
        assert_noop!(count(0, BEN), Error::<Test>::DelegateFull);
        wait(30 * DAY - 3 * SECOND);
        assert_eq!(vote(0, ADA), Ok(50 * MILLION));
        assert_eq!(count(0, BEN), Ok(20 * MILLION - AITBC));
        assert_eq!([ADA, CYD].map(|who| weight(0, who)), [50 * MILLION, 20 * MILLION - AITBC]);
    });
}

/// What did not fit is not frozen. Who gets it had nothing at the snapshot.
#[test]
fn tokens_that_did_not_fit_count_for_nobody_else() {
    with_millions(&[(ADA, 40), (CYD, 45)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_eq!(count(0, ADA), Ok(5 * MILLION + AITBC));
        assert_ok!(transfer(ADA, BEN, 35 * MILLION - AITBC));
        assert_noop!(vote(0, BEN), Error::<Test>::NoPower);
        assert!(transfer(ADA, BEN, 1).is_err());
    });
}

/// A wallet is given away in the block of the snapshot, to make room below the cap of its owner.
#[test]
fn owner_change_in_the_block_of_the_snapshot_uses_no_cap_twice() {
    with_millions(&[(BEN, 40), (CYD, 40)], || {
        TestOwners::set(BEN, ADA);
        TestOwners::set(CYD, ADA);
        wait(DAY);
        // Before the poll is opened, or after.
        TestOwners::set(BEN, DEE);
        open_now(0).unwrap();
        assert_eq!(vote(0, BEN), Ok(40 * MILLION - AITBC));
        TestOwners::set(BEN, EVE);
        // Counted again it does not leave the cap.
        assert_eq!(vote(0, BEN), Ok(40 * MILLION - AITBC));
        assert_eq!(vote(0, CYD), Ok(10 * MILLION + AITBC));
        wait(DAY);
        assert_eq!(vote(0, BEN), Ok(40 * MILLION - AITBC));
        assert_eq!(
            [ADA, DEE, EVE].map(|owner| OwnerSums::<Test>::get(0, owner) / MILLION),
            [50, 0, 0]
        );
        // In later blocks it counts.
        open(1);
        assert_eq!(vote(1, BEN), Ok(40 * MILLION - AITBC));
        assert_eq!(vote(1, CYD), Ok(40 * MILLION - AITBC));
        assert_eq!([ADA, EVE].map(|owner| OwnerSums::<Test>::get(1, owner) / MILLION), [39, 39]);
    });
}

/// A delegator is counted for one delegate and then, in the same block, gives its power to another.
#[test]
fn delegation_in_the_block_of_the_snapshot_counts_nothing_twice() {
    with_millions(&[(ADA, 10), (BEN, 10), (CYD, 10), (DEE, 10)], || {
        assert_ok!(delegate(ADA, BEN));
        assert_ok!(accept(CYD));
        wait(DAY);
        assert_ok!(delegate(DEE, CYD));
        open_now(0).unwrap();
        assert_ok!(vote(0, BEN).map(drop));
        assert_ok!(vote(0, CYD).map(drop));
        assert_ok!(count(0, ADA).map(drop));
        assert_ok!(delegate(ADA, CYD));
        for who in [ADA, DEE] {
            assert_noop!(count(0, who), Error::<Test>::DelegatedTooLate);
        }
        assert_eq!([BEN, CYD].map(|who| weight(0, who) / MILLION), [19, 9]);
        wait(2 * SECOND);
        for who in [ADA, DEE] {
            assert_noop!(count(0, who), Error::<Test>::DelegatedTooLate);
        }
        // In later blocks it counts.
        open(1);
        assert_ok!(vote(1, CYD).map(drop));
        assert_eq!([ADA, DEE].map(|who| count(1, who)), [Ok(10 * MILLION - AITBC); 2]);
    });
}

/// Tokens are unfrozen when the poll ends, sent on, and would be counted again if it went on.
#[test]
fn poll_that_has_ended_does_not_go_on() {
    with_millions(&[(ADA, 10), (BEN, 10)], || {
        let ends = now() + DAY;
        assert_ok!(Power::open(0, ends));
        assert_ok!(vote(0, ADA).map(drop));
        wait(DAY);
        assert_ok!(Power::unfreeze(signed(BEN), ADA));
        assert_ok!(transfer(ADA, BEN, 9 * MILLION));
        assert_noop!(Power::extend(0, ends + DAY), Error::<Test>::PollNotOpen);
        assert_noop!(vote(0, BEN), Error::<Test>::PollNotOpen);
    });
}
