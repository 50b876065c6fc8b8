//! The most that the vote of a delegate weighs: 50 million of a base of 10^9.

use super::*;
use crate::OwnerSums;

/// These have delegated to Cyd long before the polls, with so much at most.
fn to_cyd(delegators: &[(u64, Balance)]) {
    assert_ok!(accept(CYD));
    for (who, max_power) in delegators {
        assert_ok!(Power::delegate(signed(*who), CYD, Some(*max_power)));
    }
    wait(DAY);
}

/// Casts the ballot of Cyd with at most `max` and returns Cyd's own power.
fn cyd_votes(poll: u32, max: Balance) -> Balance {
    assert_ok!(Power::cast(poll, &CYD, Some(max)).map(drop));
    Power::ballot(poll, CYD).unwrap().power
}

#[test]
fn delegator_that_no_longer_fits_counts_for_what_fits() {
    with_millions(&[(ADA, 41), (BEN, 20), (CYD, 11)], || {
        to_cyd(&[(ADA, MILLION * 41), (BEN, MILLION)]);
        open(0);
        cyd_votes(0, 10 * MILLION);
        let counted = Power::cast_for_delegator(0, &ADA).unwrap();
        assert_eq!([counted.before, counted.after], [0, 40 * MILLION].map(human));
        System::assert_last_event(
            Event::BallotCast {
                poll: 0,
                who: ADA,
                amount: 40 * MILLION,
                power: 40 * MILLION,
                class: VoterClass::Human,
                delegate: Some(CYD),
            }
            .into(),
        );
        assert_eq!(weight(0, CYD), 50 * MILLION);
        // Only what is counted is frozen, and used of the cap of the owner.
        assert_eq!(frozen(ADA), 40 * MILLION);
        assert_eq!(OwnerSums::<Test>::get(0, ADA), 40 * MILLION);
        // There is no more to count of who fits in part, and nothing of who does not.
        assert_noop!(count(0, ADA), Error::<Test>::AlreadyCounted);
        assert_noop!(count(0, BEN), Error::<Test>::DelegateFull);
        assert_eq!(frozen(BEN), 0);
        // It can still vote itself, and so can who was counted.
        assert_eq!(vote(0, BEN), Ok(20 * MILLION - AITBC));
        assert_eq!(vote(0, ADA), Ok(41 * MILLION - AITBC));
        assert_eq!(weight(0, CYD), 10 * MILLION);
    });
}

#[test]
fn last_unit_of_room_is_used_and_no_more() {
    let full = Err(Error::<Test>::DelegateFull.into());
    let room = 10 * MILLION;
    for (power, counted, next) in
        [(room - 1, room - 1, Ok(1)), (room, room, full), (room + 1, room, full)]
    {
        with_millions(&[(ADA, 20), (BEN, 20), (CYD, 45)], || {
            to_cyd(&[(ADA, power), (BEN, MILLION)]);
            open(0);
            cyd_votes(0, 50 * MILLION - room);
            assert_eq!(count(0, ADA), Ok(counted));
            assert_eq!(count(0, BEN), next);
            assert_eq!([ADA, BEN].map(frozen), [counted, next.unwrap_or(0)]);
            assert_eq!(weight(0, CYD), 50 * MILLION);
        });
    }
}

#[test]
fn delegate_that_votes_with_more_later_has_the_room_that_is_left() {
    with_millions(&[(ADA, 40), (CYD, 40)], || {
        to_cyd(&[(ADA, 30 * MILLION)]);
        open(0);
        cyd_votes(0, 5 * MILLION);
        assert_eq!(count(0, ADA), Ok(30 * MILLION));
        assert_eq!(Power::ballot_preview(0, CYD).unwrap().power, 20 * MILLION);
        let change = Power::cast(0, &CYD, None).unwrap();
        assert_eq!([change.before, change.after], [35 * MILLION, 50 * MILLION].map(human));
        assert_eq!(frozen(CYD), 20 * MILLION);
        assert_eq!(OwnerSums::<Test>::get(0, CYD), 20 * MILLION);
        // At the last unit, too.
        assert_eq!(cyd_votes(0, 20 * MILLION - 1), 20 * MILLION - 1);
        assert_eq!(cyd_votes(0, 20 * MILLION), 20 * MILLION);
        assert_eq!(cyd_votes(0, 20 * MILLION + 1), 20 * MILLION);
    });
}

#[test]
fn delegate_that_votes_again_loses_nothing() {
    with_millions(&[(ADA, 20), (CYD, 45)], || {
        to_cyd(&[(ADA, 20 * MILLION)]);
        open(0);
        assert_eq!(vote(0, CYD), Ok(45 * MILLION - AITBC));
        assert_eq!(count(0, ADA), Ok(5 * MILLION + AITBC));
        let change = Power::cast(0, &CYD, None).unwrap();
        assert_eq!([change.before, change.after], [human(50 * MILLION); 2]);
        assert_eq!(frozen(CYD), 45 * MILLION - AITBC);
    });
}

#[test]
fn delegator_that_leaves_makes_room_for_others() {
    with_millions(&[(ADA, 31), (BEN, 31), (CYD, 11)], || {
        to_cyd(&[(ADA, 30 * MILLION), (BEN, 30 * MILLION)]);
        open(0);
        cyd_votes(0, 10 * MILLION);
        assert_eq!(count(0, ADA), Ok(30 * MILLION));
        assert_eq!(count(0, BEN), Ok(10 * MILLION));
        let change = Power::cast(0, &ADA, Some(3 * MILLION)).unwrap();
        assert_eq!(change.withdrawn, Some((CYD, human(30 * MILLION))));
        assert_eq!(weight(0, CYD), 20 * MILLION);
        let change = Power::cast_for_delegator(0, &BEN).unwrap();
        assert_eq!([change.before, change.after], [10 * MILLION, 30 * MILLION].map(human));
        assert_eq!(frozen(BEN), 30 * MILLION);
        assert_eq!(weight(0, CYD), 40 * MILLION);
    });
}

#[test]
fn delegate_that_counts_less_makes_room_for_its_delegators() {
    with_millions(&[(ADA, 31), (CYD, 41)], || {
        to_cyd(&[(ADA, 30 * MILLION)]);
        open(0);
        cyd_votes(0, 40 * MILLION);
        assert_eq!(count(0, ADA), Ok(10 * MILLION));
        assert_eq!(cyd_votes(0, 0), 0);
        assert_eq!(count(0, ADA), Ok(30 * MILLION));
        assert_eq!(cyd_votes(0, 40 * MILLION), 20 * MILLION);
    });
}

#[test]
fn bonus_is_limited_with_the_rest() {
    with_millions(&[(ADA, 21), (CYD, 41)], || {
        TestAgents::set_score(ADA, 400);
        to_cyd(&[(ADA, 20 * MILLION)]);
        // 24 million with the bonus.
        let counted = |poll, own| {
            open(poll);
            cyd_votes(poll, own);
            count(poll, ADA).unwrap();
            let ballot = Power::ballot(poll, ADA).unwrap();
            [ballot.power, ballot.amount].map(|amount| amount / MILLION)
        };
        assert_eq!(counted(0, 26 * MILLION), [24, 20]);
        assert_eq!(counted(1, 28 * MILLION), [22, 20]);
        assert_eq!(frozen(ADA), 20 * MILLION);
        // The delegate's own bonus does not lift the cap either.
        TestAgents::set_score(CYD, 400);
        assert_eq!(cyd_votes(1, 28 * MILLION), 28 * MILLION);
        assert_eq!(cyd_votes(0, 20 * MILLION), 24 * MILLION);
        assert_eq!(cyd_votes(0, 26 * MILLION), 26 * MILLION);
        Power::do_try_state().unwrap();
        assert_ok!(Power::close(0));
        assert_ok!(Power::close(1));
        assert_eq!(counted(2, 40 * MILLION), [2, 2]);
        assert_eq!(weight(2, CYD), 50 * MILLION);
    });
}

#[test]
fn classes_share_one_cap() {
    with_millions(&[(ADA, 31), (BEN, 31), (CYD, 11)], || {
        TestAgents::set_class(ADA, VoterClass::Provider);
        TestAgents::set_class(BEN, VoterClass::Consumer);
        to_cyd(&[(ADA, 30 * MILLION), (BEN, 30 * MILLION)]);
        open(0);
        cyd_votes(0, 10 * MILLION);
        assert_eq!(count(0, ADA), Ok(30 * MILLION));
        assert_eq!(count(0, BEN), Ok(10 * MILLION));
        let vote = Power::ballot(0, CYD).unwrap().vote();
        let expected = PowerByClass {
            human: 10 * MILLION,
            provider: 30 * MILLION,
            consumer: 10 * MILLION,
            ..Default::default()
        };
        assert_eq!(vote, expected);
        // Another class by now makes no room.
        TestAgents::set_class(BEN, VoterClass::Builder);
        assert_noop!(count(0, BEN), Error::<Test>::AlreadyCounted);
    });
}

#[test]
fn both_caps_hold_at_once() {
    MaxDelegateShare::set(Perbill::from_percent(8));
    with_millions(&[(ADA, 41), (BEN, 41), (CYD, 41)], || {
        TestOwners::set(ADA, CYD);
        to_cyd(&[(ADA, 40 * MILLION), (BEN, 40 * MILLION)]);
        open(0);
        assert_eq!(cyd_votes(0, 30 * MILLION), 30 * MILLION);
        // Of Cyd, who owns Ada, 20 million are left; of Cyd's vote 30 million then.
        assert_eq!(count(0, ADA), Ok(20 * MILLION));
        assert_eq!(count(0, BEN), Ok(30 * MILLION));
        assert_eq!(weight(0, CYD), 80 * MILLION);
        assert_eq!(OwnerSums::<Test>::get(0, CYD), 50 * MILLION);
        assert_eq!([ADA, BEN].map(frozen), [20 * MILLION, 30 * MILLION]);
    });
}

#[test]
fn who_votes_for_nobody_else_has_the_cap_of_an_owner() {
    MaxDelegateShare::set(Perbill::from_percent(1));
    with_millions(&[(ADA, 21), (CYD, 41)], || {
        to_cyd(&[(ADA, 20 * MILLION)]);
        open(0);
        for own in [40, 10] {
            assert_eq!(cyd_votes(0, own * MILLION), own * MILLION);
            assert_noop!(count(0, ADA), Error::<Test>::DelegateFull);
        }
        assert_eq!(cyd_votes(0, 4 * MILLION), 4 * MILLION);
        assert_eq!(count(0, ADA), Ok(6 * MILLION));
        assert_eq!(cyd_votes(0, 40 * MILLION), 4 * MILLION);
        assert_ok!(Power::cast(0, &ADA, Some(0)).map(drop));
        assert_eq!(cyd_votes(0, 40 * MILLION), 40 * MILLION);
    });
}

#[test]
fn cap_is_that_of_the_snapshot() {
    with_millions(&[(ADA, 41), (CYD, 11)], || {
        to_cyd(&[(ADA, 40 * MILLION)]);
        open(0);
        MaxDelegateShare::set(Perbill::from_percent(2));
        open(1);
        for poll in 0..2 {
            assert_eq!(cyd_votes(poll, 10 * MILLION), 10 * MILLION);
        }
        assert_eq!(count(0, ADA), Ok(40 * MILLION));
        assert_eq!(count(1, ADA), Ok(10 * MILLION));
    });
}

#[test]
fn delegator_that_was_slashed_stays_within_the_cap() {
    with_millions(&[(ADA, 41), (BEN, 41), (CYD, 11)], || {
        to_cyd(&[(ADA, 40 * MILLION), (BEN, 40 * MILLION)]);
        open(0);
        cyd_votes(0, 10 * MILLION);
        assert_eq!(count(0, ADA), Ok(40 * MILLION));
        Balances::hold(&HOLD, &ADA, 40 * MILLION).unwrap();
        drop(<Balances as BalancedHold<u64>>::slash(&HOLD, &ADA, 31 * MILLION));
        assert_ok!(Power::unfreeze(signed(REST), ADA));
        // What was counted stays counted, so it makes no room.
        assert_eq!(weight(0, CYD), 50 * MILLION);
        assert_noop!(count(0, BEN), Error::<Test>::DelegateFull);
    });
}
