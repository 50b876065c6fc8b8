//! Each numbered invariant notices what breaks it.

use super::*;
use crate::{
    Ballots, BonusSums, Closed, Delegate, Delegation, Delegations, Delegators, Freezes, Frozen,
    OwnerSums, Polls, PruneQueue, Record, Visits,
};
use frame_support::{assert_err, assert_storage_noop, BoundedVec};

/// Ada, Ben and Cyd are counted in an open poll, Ben for Cyd. Ada has three points.
fn with_everything(test: impl Fn()) {
    let genesis = [(ADA, 100), (BEN, 100), (CYD, 100), (99, 10_000), (TREASURY, 1)];
    ExtBuilder::default().balances(&genesis).build_and_execute(|| {
        assert_ok!(delegate(BEN, CYD));
        for _ in 0..3 {
            wait(HOUR);
            assert_ok!(transfer(ADA, 99, AITBC));
        }
        open(0);
        for who in [ADA, CYD] {
            assert_ok!(vote(0, who).map(drop));
        }
        assert_ok!(Power::cast_for_delegator(0, &BEN).map(drop));
        test();
    });
}

/// What the check says after `broken`, which is undone.
fn notices(broken: impl FnOnce(), what: &'static str) {
    assert_storage_noop!({
        let result: Result<(), sp_runtime::DispatchError> =
            frame_support::storage::with_transaction(|| {
                broken();
                assert_err!(Power::do_try_state(), what);
                sp_runtime::TransactionOutcome::Rollback(Ok(()))
            });
        assert_ok!(result);
    });
}

fn change_record(who: u64, change: impl FnOnce(&mut Record)) {
    frame_system::Account::<Test>::mutate(who, |account| change(&mut account.data.record));
}

fn change_ballot(who: u64, change: impl FnOnce(&mut crate::Ballot<u64>)) {
    Ballots::<Test>::mutate(0, who, |ballot| change(ballot.as_mut().unwrap()));
}

fn change_history(change: impl FnOnce(&mut Vec<crate::Point>)) {
    RecentPoints::<Test>::mutate(ADA, |history| {
        let history = history.as_mut().unwrap();
        let mut points = history.points.to_vec();
        change(&mut points);
        history.points = BoundedVec::truncate_from(points);
    });
}

#[test]
fn invariant_1_notices_the_future() {
    with_everything(|| {
        let what = "a record is from the future";
        notices(|| change_record(BEN, |record| record.since = now() + 1), what);
        notices(|| change_record(BEN, |record| record.kept = record.since + 1), what);
    });
}

#[test]
fn invariant_2_notices_a_history_of_the_dead_and_of_pots() {
    with_everything(|| {
        let history = RecentPoints::<Test>::get(ADA).unwrap();
        for who in [1_000, TREASURY] {
            notices(
                || RecentPoints::<Test>::insert(who, history.clone()),
                "a dead account or a pot has a history",
            );
        }
    });
}

#[test]
fn invariant_3_notices_points_that_cannot_be() {
    with_everything(|| {
        notices(|| change_history(|points| points.clear()), "a history is empty");
        notices(
            || change_history(|points| points.truncate(2)),
            "the record does not know the last point that was kept",
        );
        let contradiction = "the points of a history contradict each other";
        notices(|| change_history(|points| points.swap(0, 1)), contradiction);
        notices(|| change_history(|points| points[1].integral += 1), contradiction);
        notices(|| change_history(|points| points[1].floor += 1), contradiction);
        notices(|| change_record(ADA, |record| record.floor += 1), contradiction);
        let close = || {
            change_history(|points| {
                let last = points[2];
                points[0] = last;
                points[0].time = last.time - 2;
                points[0].integral = last.integral - 2 * last.floor;
                points[1] = last;
                points[1].time = last.time - 1;
                points[1].integral = last.integral - last.floor;
            })
        };
        notices(close, "the points of a history are too close");
    });
}

#[test]
fn invariant_4_notices_a_queue_with_gaps() {
    with_everything(|| {
        let place = RecentPoints::<Test>::get(ADA).unwrap().visit;
        notices(
            || Visits::<Test>::mutate_extant(place, |visit| visit.who = BEN),
            "a history has no place in the queue of pruning",
        );
        notices(
            || PruneQueue::<Test>::mutate(|queue| queue.next += 1),
            "the queue of pruning has a gap",
        );
        notices(
            || PruneQueue::<Test>::mutate(|queue| queue.first += 1),
            "a visit is outside of the queue of pruning",
        );
        notices(
            || Visits::<Test>::mutate_extant(place, |visit| visit.due += DAY),
            "the queue of pruning is out of order",
        );
    });
}

#[test]
fn invariant_3_notices_wrong_archives() {
    with_everything(|| {
        notices(
            || ArchivedPoints::<Test>::insert(ADA, BoundedVec::default()),
            "an archive is empty",
        );
        let old = BoundedVec::truncate_from(vec![crate::Point::default()]);
        notices(|| ArchivedPoints::<Test>::insert(BEN, old), "an archive is of no history");
    });
}

#[test]
fn invariant_5_notices_wrong_delegations() {
    with_everything(|| {
        let insert = |delegator, delegate, since| {
            let max_power = None;
            let delegation = Delegation { delegate, since, max_power };
            Delegations::<Test>::insert(delegator, delegation);
        };
        notices(|| insert(ADA, ADA, 0), "an account delegates to itself");
        notices(|| insert(ADA, BEN, 0), "a delegate delegates");
        notices(|| insert(ADA, CYD, now() + 1), "a delegation is from the future");
        notices(|| insert(ADA, CYD, 0), "a delegate does not know its delegator");
        let wrong = "delegators are counted wrong";
        let add = |delegate| {
            insert(ADA, delegate, 0);
            Delegators::<Test>::insert(delegate, ADA, ());
        };
        notices(|| add(CYD), wrong);
        notices(|| add(DEE), "a delegate has no record");
        let nobody = 1_000;
        let one_more = Delegate { delegators: 1, ..Delegates::<Test>::get(CYD).unwrap() };
        notices(|| Delegates::<Test>::insert(ADA, &one_more), wrong);
        notices(|| Delegates::<Test>::insert(nobody, &one_more), "a delegate does not exist");
        notices(
            || Delegators::<Test>::insert(CYD, ADA, ()),
            "a delegate knows somebody who did not delegate",
        );
    });
}

#[test]
fn invariants_6_and_7_notice_wrong_freezes() {
    with_everything(|| {
        let freeze = |poll, amount| {
            let freezes = BoundedVec::truncate_from(vec![Frozen { poll, amount }]);
            Freezes::<Test>::insert(ADA, freezes);
        };
        let right = frozen(ADA);
        notices(|| freeze(0, right - 1), "an account is not frozen for its polls");
        notices(|| Freezes::<Test>::remove(ADA), "an account is frozen for no poll");
        notices(|| freeze(1, right), "something is counted that is not frozen");
        let count_less = || {
            change_ballot(ADA, |ballot| ballot.amount -= 1);
        };
        notices(count_less, "something is frozen that was not counted");
    });
}

#[test]
fn invariants_8_and_9_notice_wrong_sums() {
    with_everything(|| {
        let wrong = "the sum of an owner is wrong";
        notices(|| OwnerSums::<Test>::mutate(0, ADA, |sum| *sum += 1), wrong);
        notices(|| OwnerSums::<Test>::insert(0, DEE, 1), wrong);
        notices(|| OwnerSums::<Test>::remove(0, ADA), "an owner has no sum");
        notices(
            || {
                Polls::<Test>::mutate(0, |poll| {
                    poll.as_mut().unwrap().owner_cap = AITBC;
                })
            },
            "too much of an owner is counted",
        );
        notices(
            || change_ballot(CYD, |ballot| ballot.delegated.provider += 1),
            "the sum of a delegate is wrong",
        );
        notices(
            || {
                change_ballot(CYD, |ballot| ballot.delegated = Default::default());
                change_ballot(BEN, |ballot| {
                    ballot.delegate = Some(DEE);
                });
            },
            "a delegate has not voted",
        );
    });
}

#[test]
fn invariant_11_notices_a_vote_above_its_cap() {
    with_everything(|| {
        let cap_at = |cap| {
            Polls::<Test>::mutate(0, |poll| {
                poll.as_mut().unwrap().delegate_cap = cap;
            })
        };
        let weight = weight(0, CYD);
        notices(|| cap_at(weight - 1), "too much is counted for a delegate");
        cap_at(weight);
        assert_ok!(Power::do_try_state());
        // Ada votes for nobody else.
        assert_ok!(Power::cast(0, &BEN, Some(0)).map(drop));
        cap_at(0);
        assert_ok!(Power::do_try_state());
    });
}

#[test]
fn invariant_12_notices_a_poll_that_outlasts_histories() {
    with_everything(|| {
        let end_at = |end| {
            Polls::<Test>::mutate(0, |poll| {
                poll.as_mut().unwrap().ends = end;
            })
        };
        let latest = Power::latest_end(0).unwrap();
        notices(|| end_at(latest + 1), "a poll outlasts its histories");
        end_at(latest);
        assert_ok!(Power::do_try_state());
    });
}

#[test]
fn invariant_13_notices_wrong_bonuses() {
    with_everything(|| {
        TestAgents::set_score(ADA, 300);
        assert_ok!(vote(0, ADA).map(drop));
        let sum = BonusSums::<Test>::get(0, ADA);
        assert_eq!(sum, Power::ballot(0, ADA).unwrap().bonus);
        assert!(sum > 0);
        let of_no_agent = "a bonus is of no agent";
        notices(|| change_ballot(ADA, |ballot| ballot.agent = None), of_no_agent);
        notices(|| change_ballot(BEN, |ballot| ballot.agent = Some(ADA)), of_no_agent);
        let wrong = "the sum of an agent is wrong";
        notices(|| BonusSums::<Test>::mutate(0, ADA, |sum| *sum += 1), wrong);
        notices(|| BonusSums::<Test>::insert(0, DEE, 1), wrong);
        notices(|| BonusSums::<Test>::remove(0, ADA), "an agent has no sum");
        let more = || {
            change_ballot(ADA, |ballot| {
                ballot.power += 1;
                ballot.bonus += 1;
            });
            BonusSums::<Test>::mutate(0, ADA, |sum| *sum += 1);
            OwnerSums::<Test>::mutate(0, ADA, |sum| *sum += 1);
        };
        notices(more, "a bonus is too high");
        let one = || {
            change_ballot(ADA, |ballot| ballot.bonus += 1);
            BonusSums::<Test>::mutate(0, ADA, |sum| *sum += 1);
        };
        notices(one, "a bonus is too high");
    });
}

#[test]
fn invariant_10_notices_ballots_of_no_poll() {
    with_everything(|| {
        let of_no_poll = "a ballot is of no poll";
        notices(|| Polls::<Test>::remove(0), of_no_poll);
        notices(|| Closed::<Test>::insert(0, ()), of_no_poll);
        notices(
            || {
                assert_ok!(open_now(1));
                Closed::<Test>::insert(1, ());
            },
            "an open poll is closed",
        );
    });
}
