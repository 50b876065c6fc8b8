//! What moves the end of voting: late changes of the outcome, and time in which nobody could vote.

use super::*;
use crate::Agenda;
use Position::*;
use ProposalKind::*;

const ENDS: Moment = START + 8 * DAY;

/// Begins a block in a slot that began then. Its parent has the time of now.
fn begin_block(slot: Moment) -> Weight {
    Slot::set(Some(slot));
    let weight = OpenClaw::on_initialize(2);
    Slot::set(None);
    set_now(slot);
    weight
}

fn extended(id: ProposalId, ends: Moment, why: Extension) -> Event<Test> {
    Event::Extended { proposal: id, ends, why }
}

#[test]
fn last_minute_flip_moves_the_end() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(ENDS - 1);
        events();
        vote(id, BEN, For).unwrap();
        let ends = ENDS - 1 + DAY;
        assert_eq!(events().last(), Some(&extended(id, ends, Extension::LateChange)));
        assert_eq!((stored(id).ends, stored(id).late), (ends, DAY - 1));
        assert_eq!(Agenda::<Test>::get().into_inner(), [(ends, id)]);
        // Until then others can answer.
        set_now(ends - 1);
        vote(id, CYD, Against).unwrap();
    });
}

#[test]
fn change_before_the_last_day_moves_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(ENDS - DAY);
        vote(id, BEN, For).unwrap();
        assert_eq!(stored(id).ends, ENDS);
    });
}

#[test]
fn late_vote_that_changes_no_outcome_moves_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(START + DAY);
        vote(id, BEN, For).unwrap();
        set_now(ENDS - 1);
        vote(id, CYD, For).unwrap();
        assert_eq!(stored(id).ends, ENDS);
    });
}

#[test]
fn end_moves_by_two_windows_in_all() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        let mut ends = ENDS;
        for position in [For, Against] {
            set_now(ends - 1);
            vote(id, BEN, position).unwrap();
            ends = ends - 1 + DAY;
            assert_eq!(stored(id).ends, ends);
        }
        // Two milliseconds are left of the two windows.
        set_now(ends - 1);
        vote(id, BEN, For).unwrap();
        assert_eq!((stored(id).ends, stored(id).late), (ENDS + 2 * DAY, 2 * DAY));
        set_now(ENDS + 2 * DAY - 1);
        vote(id, BEN, Against).unwrap();
        assert_eq!(stored(id).ends, ENDS + 2 * DAY);
    });
}

#[test]
fn window_of_an_emergency_is_6_hours() {
    ExtBuilder::default().build_and_execute(|| {
        let id = propose(Emergency, vec![claw(crate::Call::exit_safe_mode {})]);
        let ends = START + 3 * DAY;
        vote(id, BEN, For).unwrap();
        vote(id, CYD, For).unwrap();
        set_now(ends - 6 * HOUR);
        vote(id, DEE, For).unwrap();
        assert_eq!(stored(id).ends, ends);
        set_now(ends - 6 * HOUR + 1);
        // Without that nobody reaches the quorum any more.
        OpenClaw::vote(signed(DEE), id, For, Some(0), None).unwrap();
        assert_eq!(stored(id).ends, ends + 1);
    });
}

#[test]
fn delegated_power_moves_the_end_too() {
    ExtBuilder::default().build_and_execute(|| {
        TestPolls::set_power(BEN, AITBC);
        TestPolls::delegate(CYD, BEN);
        wait(1);
        let id = change();
        let ends = stored(id).ends;
        set_now(ends - 1);
        vote(id, BEN, For).unwrap();
        assert_eq!(stored(id).ends, ends);
        hook();
        assert_eq!(stored(id).ends, ends - 1 + DAY);
    });
}

#[test]
fn end_moves_as_far_as_histories_reach() {
    ExtBuilder::default().build_and_execute(|| {
        let mut draft = Draft::new(ParameterChange, vec![set(1)]);
        draft.wishes.period = Some(30 * DAY);
        let id = draft.propose(ADA);
        let latest = START + REACH;
        let ends = START + 31 * DAY;
        // Six days are lost, and a day more than histories reach.
        set_now(ends - 1);
        begin_block(ends - 1 + 6 * DAY);
        assert_eq!(stored(id).ends, ends + 6 * DAY);
        set_now(ends + 6 * DAY - 1);
        begin_block(latest + DAY);
        assert_eq!(stored(id).ends, latest);
        assert_eq!(stored(id).lost, 7 * DAY);
        hook();
        assert_eq!(stage(id), Stage::Rejected { outcome: Outcome::NoQuorum });
    });
}

#[test]
fn gap_of_more_than_6_hours_is_given_back() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(START + 2 * DAY);
        begin_block(START + 2 * DAY + 6 * HOUR);
        assert_eq!(stored(id).ends, ENDS);
        events();
        let gap = 6 * HOUR + 1;
        begin_block(now() + gap);
        assert_eq!(events(), [extended(id, ENDS + gap, Extension::LostTime)]);
        assert_eq!((stored(id).ends, stored(id).lost), (ENDS + gap, gap));
        assert_eq!(Agenda::<Test>::get().into_inner(), [(ENDS + gap, id)]);
    });
}

#[test]
fn vote_that_would_have_ended_in_a_gap_goes_on() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(ENDS - 1);
        begin_block(ENDS + 5 * DAY);
        // Nobody can end it in the first block after the gap, although the hook does not run there.
        assert_noop!(advance(id), Error::<Test>::NothingDue);
        assert_ok!(vote(id, BEN, For));
        // A vote that was over stays over.
        set_now(stored(id).ends);
        begin_block(now() + DAY);
        assert_eq!(stored(id).lost, 5 * DAY + 1);
        assert_ok!(advance(id));
    });
}

#[test]
fn gap_before_voting_begins_costs_no_voting_time() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        begin_block(START + DAY);
        assert_eq!(stored(id).ends, ENDS);
        OpenClaw::withdraw(signed(ADA), id).unwrap_err();
        let other = change();
        // Only the part of a gap in which one could have voted is lost.
        begin_block(START + 2 * DAY + 12 * HOUR);
        assert_eq!(stored(other).lost, 12 * HOUR);
        assert_eq!(stored(id).lost, DAY + 12 * HOUR);
    });
}

#[test]
fn gaps_do_not_count_where_time_travels() {
    ExtBuilder::default().build_and_execute(|| {
        PauseAfter::set(0);
        let id = change();
        set_now(START + 2 * DAY);
        begin_block(START + 7 * DAY);
        assert_eq!(stored(id).ends, ENDS);
    });
}

#[test]
fn length_of_a_migration_is_given_back() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(START + 2 * DAY);
        Migrating::set(true);
        for _ in 0..10 {
            begin_block(now() + 2 * SECOND);
        }
        Migrating::set(false);
        begin_block(now() + 2 * SECOND);
        assert_eq!(stored(id).ends, ENDS + 20 * SECOND);
    });
}

#[test]
fn vote_does_not_end_in_a_migration() {
    ExtBuilder::default().build_and_execute(|| {
        let id = change();
        set_now(ENDS - 1);
        Migrating::set(true);
        for _ in 0..10 {
            begin_block(now() + 2 * SECOND);
        }
        Migrating::set(false);
        assert_ok!(vote(id, BEN, Abstain));
    });
}

#[test]
fn block_without_a_gap_costs_little() {
    ExtBuilder::default().build_and_execute(|| {
        use crate::WeightInfo;
        change();
        let idle = <()>::count_down().saturating_add(<()>::make_up_for_lost_time(0));
        assert_eq!(begin_block(START + 2 * SECOND), idle);
        let busy = <()>::count_down().saturating_add(<()>::make_up_for_lost_time(1));
        assert_eq!(begin_block(START + DAY), busy);
    });
}
