//! Opening, extending and closing polls, and what becomes of them.

use super::*;
use crate::{Ballots, Closed, OwnerSums, Poll, Polls, Rules, VotingFigures};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn snapshot_is_the_time_and_the_base() {
    MaxDelegateShare::set(Perbill::from_percent(2));
    ExtBuilder::default().balances(&[(TREASURY, 400), (ADA, 600)]).build_and_execute(|| {
        assert_ok!(Power::open(7, START + 3 * DAY));
        let snapshot = Poll {
            at: START,
            ends: START + 3 * DAY,
            base: 600 * AITBC,
            owner_cap: 30 * AITBC,
            delegate_cap: 12 * AITBC,
            rules: Rules { short_window: DAY, long_window: 7 * DAY, fee_allowance: AITBC },
        };
        assert_eq!(Power::poll(7), Some(snapshot));
        System::assert_last_event(
            Event::PollOpened { poll: 7, at: START, ends: START + 3 * DAY, base: 600 * AITBC }
                .into(),
        );
        // What happens later changes neither.
        wait(DAY);
        mint(ADA, 1_000 * AITBC);
        assert_eq!(Power::poll(7), Some(snapshot));
    });
}

#[test]
fn id_of_a_poll_is_used_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(open_now(7));
        assert_noop!(open_now(7), Error::<Test>::PollExists);
        assert_ok!(Power::close(7));
        System::assert_last_event(Event::PollClosed { poll: 7 }.into());
        assert_noop!(open_now(7), Error::<Test>::PollExists);
        assert_noop!(Power::close(7), Error::<Test>::PollNotOpen);
        assert_noop!(Power::close(8), Error::<Test>::PollNotOpen);
    });
}

#[test]
fn poll_runs_until_its_end_and_not_longer() {
    with_millions(&[(ADA, 10), (BEN, 10)], || {
        let at = now();
        assert_noop!(Power::open(0, at), Error::<Test>::PollTooShort);
        // The long window before it, and the poll, must fit into what is kept of histories.
        let longest = at + 38 * DAY;
        assert_noop!(Power::open(0, longest + 1), Error::<Test>::PollTooLong);
        assert_ok!(Power::open(0, longest));
        assert_ok!(Power::open(1, at + DAY));
        wait(DAY - 1);
        assert_eq!(Power::ballot_preview(1, ADA).unwrap().power, 10 * MILLION - AITBC);
        assert_ok!(vote(1, ADA).map(drop));
        wait(1);
        assert_eq!(Power::ballot_preview(1, BEN), None);
        assert_noop!(vote(1, BEN), Error::<Test>::PollNotOpen);
        assert_noop!(Power::cast_for_delegator(1, &BEN), Error::<Test>::PollNotOpen);
        // What was counted is known until the poll is closed, but not frozen for longer.
        assert_ok!(Power::unfreeze(signed(BEN), ADA));
        assert_eq!(frozen(ADA), 0);
        assert_eq!(Power::ballot(1, ADA).unwrap().power, 10 * MILLION - AITBC);
        Power::do_try_state().unwrap();
        assert_ok!(Power::close(1));
        poll_hook();
        assert_eq!(Power::ballot(1, ADA), None);
    });
}

#[test]
fn closed_poll_is_cleared_and_unfreezes_its_voters() {
    with_millions(&[(ADA, 10), (BEN, 20)], || {
        open(0);
        open(1);
        for poll in [0, 1] {
            assert_ok!(vote(poll, BEN).map(drop));
        }
        assert_ok!(vote(0, ADA).map(drop));
        poll_hook();
        assert_eq!(Ballots::<Test>::iter_prefix(0).count(), 2);
        assert_ok!(Power::close(0));
        assert_eq!(frozen(ADA), 10 * MILLION - AITBC);
        poll_hook();
        assert_eq!(frozen(ADA), 0);
        assert_eq!(frozen(BEN), 20 * MILLION - AITBC);
        assert_eq!(Ballots::<Test>::iter_prefix(0).count(), 0);
        assert_eq!(OwnerSums::<Test>::iter_prefix(0).count(), 0);
        assert_eq!(Closed::<Test>::iter().count(), 0);
        assert_eq!(Polls::<Test>::iter_keys().collect::<Vec<_>>(), [1]);
    });
}

#[test]
fn clearing_stops_at_its_weight_and_goes_on() {
    let holders: BTreeMap<_, _> = (1..=10).map(|who| (who, 10)).collect();
    let holders: Vec<_> = holders.into_iter().collect();
    ExtBuilder::default().balances(&[&holders[..], &[(REST, 10_000)]].concat()).build_and_execute(
        || {
            use crate::WeightInfo;
            open(0);
            for (who, _) in &holders {
                assert_ok!(vote(0, *who).map(drop));
            }
            assert_ok!(Power::close(0));
            HookWeight::set(<() as WeightInfo>::upkeep() + <() as WeightInfo>::clear_ballot() * 3);
            for left in [7, 4, 1, 0] {
                poll_hook();
                assert_eq!(Ballots::<Test>::iter_prefix(0).count(), left);
                Power::do_try_state().unwrap();
            }
            for _ in 0..5 {
                poll_hook();
            }
            assert_eq!(Closed::<Test>::iter().count(), 0);
            assert_eq!(OwnerSums::<Test>::iter().count(), 0);
        },
    );
}

#[test]
fn figures_count_polls_and_histories() {
    with_millions(&[(ADA, 10), (BEN, 10)], || {
        let base = 1_000 * MILLION;
        let figures = |open_polls, closed_polls, histories, overdue| VotingFigures {
            base,
            open_polls,
            closed_polls,
            histories,
            overdue,
        };
        assert_eq!(Power::voting_figures(), figures(0, 0, 0, 0));
        open(0);
        open(1);
        transfer(ADA, BEN, AITBC).unwrap();
        assert_eq!(Power::voting_figures(), figures(2, 0, 2, 0));
        Power::close(0).unwrap();
        assert_eq!(Power::voting_figures(), figures(1, 1, 2, 0));
        wait(5 * DAY);
        assert_eq!(Power::voting_figures(), figures(1, 1, 2, 0));
        wait(MINUTE);
        assert_eq!(Power::voting_figures(), figures(1, 1, 2, MINUTE));
        poll_hook();
        assert_eq!(Power::voting_figures(), figures(1, 0, 2, 0));
    });
}

#[test]
fn poll_is_extended_as_far_as_histories_reach() {
    with_millions(&[(ADA, 10)], || {
        let (at, ends) = (now(), now() + DAY);
        let latest = at + 38 * DAY;
        let before = Power::open(0, ends).unwrap();
        assert_eq!(Power::latest_end(0), Some(latest));
        wait(HOUR);
        for no_later in [0, at, ends - 1, ends] {
            assert_noop!(Power::extend(0, no_later), Error::<Test>::NoLaterEnd);
        }
        assert_ok!(Power::extend(0, ends + 1));
        System::assert_last_event(Event::PollExtended { poll: 0, ends: ends + 1 }.into());
        // All else stays as it is.
        assert_eq!(Power::poll(0), Some(Poll { ends: ends + 1, ..before }));
        assert_noop!(Power::extend(0, latest + 1), Error::<Test>::PollTooLong);
        assert_ok!(Power::extend(0, latest));
        assert_eq!(Power::latest_end(0), Some(latest));
        assert_noop!(Power::extend(0, latest + 1), Error::<Test>::PollTooLong);
        // The window is that of the poll.
        LongWindow::set(&(14 * DAY));
        assert_eq!(Power::latest_end(0), Some(latest));
        assert_ok!(open_now(1));
        assert_eq!(Power::latest_end(1), Some(now() + 31 * DAY));
    });
}

#[test]
fn only_a_poll_that_has_not_ended_is_extended() {
    with_millions(&[(ADA, 10)], || {
        let ends = now() + DAY;
        for poll in 0..3 {
            assert_ok!(Power::open(poll, ends));
        }
        assert_ok!(Power::close(1));
        wait(DAY - 1);
        assert_ok!(Power::extend(0, ends + DAY));
        wait(1);
        for poll in 1..4 {
            assert_noop!(Power::extend(poll, ends + DAY), Error::<Test>::PollNotOpen);
            assert_eq!(Power::latest_end(poll), None);
        }
        wait(DAY - 1);
        assert_ok!(vote(0, ADA).map(drop));
        wait(1);
        assert_noop!(vote(0, ADA), Error::<Test>::PollNotOpen);
        assert_noop!(Power::extend(0, ends + 2 * DAY), Error::<Test>::PollNotOpen);
    });
}

#[test]
fn freezes_last_as_long_as_the_poll() {
    with_millions(&[(ADA, 10), (BEN, 10)], || {
        let ends = now() + DAY;
        assert_ok!(Power::open(0, ends));
        assert_ok!(vote(0, ADA).map(drop));
        let unfreeze = || Power::unfreeze(signed(BEN), ADA);
        wait(DAY - 1);
        assert_ok!(Power::extend(0, ends + DAY));
        wait(DAY);
        assert_noop!(unfreeze(), Error::<Test>::NothingToUnfreeze);
        assert!(transfer(ADA, BEN, MILLION).is_err());
        wait(1);
        assert_ok!(unfreeze());
        assert_ok!(transfer(ADA, BEN, MILLION));
    });
}

/// Its only points are of the long window before the snapshot, and of later.
#[test]
fn power_is_the_same_at_the_latest_end() {
    with_millions(&[(ADA, 10)], || {
        assert_ok!(transfer(REST, BEN, 7 * MILLION));
        wait(6 * DAY);
        open(0);
        let first = Power::ballot_preview(0, BEN).unwrap().power;
        assert_eq!(first, 6 * MILLION);
        let latest = Power::latest_end(0).unwrap();
        assert_ok!(Power::extend(0, latest));
        assert_ok!(transfer(BEN, ADA, AITBC));
        wait(latest - now() - 1);
        poll_hook();
        assert_ok!(transfer(BEN, ADA, AITBC));
        assert_eq!(vote(0, BEN), Ok(first));
    });
}

#[test]
fn delegators_are_told_page_by_page() {
    let holders: Vec<_> = (100..107).map(|who| (who, 10)).collect();
    ExtBuilder::default().balances(&[&holders[..], &[(ADA, 10)]].concat()).build_and_execute(
        || {
            let page = |after: Option<u64>, limit| Power::delegators(&ADA, after.as_ref(), limit);
            assert!(page(None, 3).is_empty());
            for (who, _) in &holders {
                assert_ok!(delegate(*who, ADA));
            }
            let all = page(None, u32::MAX);
            assert_eq!(all.iter().copied().collect::<BTreeSet<_>>(), (100..107).collect());
            assert_eq!(all.len(), 7);
            assert!(page(None, 0).is_empty());
            assert_eq!(page(None, 3), all[..3]);
            assert_eq!(page(Some(all[2]), 3), all[3..6]);
            assert_eq!(page(Some(all[5]), 3), all[6..]);
            assert!(page(Some(all[6]), 3).is_empty());
            // Who has left in between still marks the place.
            assert_ok!(undelegate(all[2]));
            assert_eq!(page(Some(all[2]), 3), all[3..6]);
            assert_eq!(page(None, 3), [all[0], all[1], all[3]]);
            assert!(Power::delegators(&all[0], None, 3).is_empty());
        },
    );
}

#[test]
fn power_and_base_are_those_of_a_snapshot_of_now() {
    ExtBuilder::default().balances(&[(ADA, 700), (TREASURY, 300)]).build_and_execute(|| {
        assert_ok!(transfer(ADA, BEN, 70 * AITBC));
        wait(DAY);
        assert_eq!(
            [ADA, BEN, TREASURY].map(|who| Power::power(&who)),
            [630 * AITBC, 10 * AITBC, 0]
        );
        assert_eq!(Power::base(), 700 * AITBC);
        assert_eq!(open_now(0).unwrap().base, Power::base());
    });
}

#[test]
fn each_ballot_that_is_forgotten_is_told_once() {
    with_millions(&[(ADA, 10), (BEN, 20), (CYD, 20)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(DAY);
        open(0);
        open(1);
        for (poll, who) in [(0, BEN), (0, CYD), (1, BEN)] {
            assert_ok!(Power::cast(poll, &who, Some(MILLION)).map(drop));
        }
        assert_ok!(count(0, ADA).map(drop));
        // A ballot with nothing is one, too. Changing one forgets none.
        assert_ok!(Power::cast(0, &BEN, Some(0)).map(drop));
        wait(30 * DAY);
        assert_ok!(Power::unfreeze(signed(REST), ADA));
        poll_hook();
        assert!(Cleared::get().is_empty());
        assert_ok!(Power::close(0));
        assert!(Cleared::get().is_empty());
        for _ in 0..3 {
            poll_hook();
            let cleared: BTreeSet<_> = Cleared::get().into_iter().collect();
            let expected = [(0, ADA, 10 * MILLION - AITBC), (0, BEN, 0), (0, CYD, MILLION)];
            assert_eq!(cleared, BTreeSet::from(expected));
            assert_eq!(Cleared::get().len(), 3);
        }
    });
}

#[test]
fn who_hears_of_ballots_is_in_the_weight_of_clearing() {
    use crate::WeightInfo;
    let holders: Vec<_> = (1..=10).map(|who| (who, 10)).collect();
    ExtBuilder::default().balances(&[&holders[..], &[(REST, 10_000)]].concat()).build_and_execute(
        || {
            open(0);
            for (who, _) in &holders {
                assert_ok!(vote(0, *who).map(drop));
            }
            assert_ok!(Power::close(0));
            let (upkeep, clear) =
                (<() as WeightInfo>::upkeep(), <() as WeightInfo>::clear_ballot());
            // As much again for each ballot.
            ClearedWeight::set(clear);
            let mut cleared = 0;
            for (steps, more) in [(1, 0), (2, 1), (3, 1), (4, 2)] {
                HookWeight::set(upkeep + clear * steps);
                poll_hook();
                cleared += more;
                assert_eq!(Cleared::get().len(), cleared, "{steps}");
            }
            let mut meter = WeightMeter::with_limit(upkeep + clear * 5);
            HookWeight::set(Weight::MAX);
            Power::on_poll(1, &mut meter);
            assert!(meter.consumed().all_gte(upkeep + clear * 4));
            assert_eq!(Cleared::get().len(), cleared + 2);
        },
    );
}
