//! What the agenda has the pallet do.

use super::*;
use crate::WeightInfo;
use aitbc_primitives::market::{
    deadlines::{DeadlineClock, OnDeadline, Why},
    escrow::EscrowTask,
};
use aitbc_test_support::TestAgenda;
use frame_support::assert_storage_noop;

fn waiting() -> Vec<(Moment, EscrowTask)> {
    let waiting = TestAgenda::<Task>::waiting().into_iter();
    waiting
        .map(|(clock, at, Task::Escrow(task))| {
            assert_eq!(clock, DeadlineClock::Active);
            (at - BEGIN, task)
        })
        .collect()
}

fn task(id: EscrowId, place: u32) -> EscrowTask {
    EscrowTask::Escrow { id, milestone: Some(place) }
}

#[test]
fn each_deadline_has_its_task() {
    ExtBuilder::default().build_and_execute(|| {
        let id = offer(terms(&[AITBC, AITBC]));
        let offered = (HOUR, EscrowTask::Escrow { id, milestone: None });
        assert_eq!(waiting(), [offered]);
        assert_ok!(Escrow::accept(signed(BEN), id));
        assert_eq!(waiting(), [offered, (DAY, task(id, 0)), (DAY, task(id, 1))]);
        at(MINUTE);
        assert_ok!(Escrow::deliver(signed(BEN), id, 1, EVIDENCE));
        let review = (HOUR + MINUTE, task(id, 1));
        assert_eq!(waiting(), [offered, review, (DAY, task(id, 0)), (DAY, task(id, 1))]);
        // The other is delivered so late that the task of the deadline sees to its review.
        at(DAY - MINUTE);
        work();
        assert_ok!(Escrow::deliver(signed(BEN), id, 0, EVIDENCE));
        assert_eq!(waiting(), [(DAY, task(id, 0)), (DAY, task(id, 1))]);
        at(DAY);
        work();
        assert_eq!(waiting(), [(DAY + HOUR - MINUTE, task(id, 0))]);
        at(DAY + HOUR);
        work();
        assert!(waiting().is_empty() && !Escrows::<Test>::contains_key(id));
    });
}

#[test]
fn streams_have_one_task() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stream(MILLI, 100 * MILLI);
        for _ in 0..5 {
            assert_ok!(Escrow::top_up(signed(ADA), id, 100 * MILLI));
        }
        assert_eq!(waiting(), [(100 * SECOND, EscrowTask::Stream(id))]);
        at(100 * SECOND);
        work();
        assert_eq!(waiting(), [(600 * SECOND, EscrowTask::Stream(id))]);
    });
}

#[test]
fn tasks_that_are_out_of_date_do_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let (offered, active) = (offer(terms(&[AITBC])), agree(terms(&[AITBC])));
        let flow = stream(MILLI, AITBC);
        events();
        let stale = (<() as WeightInfo>::stale_escrow(), <() as WeightInfo>::stale_stream());
        assert_storage_noop!({
            for id in [offered, active, flow, 9] {
                for milestone in [None, Some(9)] {
                    assert_eq!(Escrow::act(EscrowTask::Escrow { id, milestone }), stale.0);
                }
            }
            assert_eq!(Escrow::act(EscrowTask::Stream(active)), stale.1);
        });
        // One of a milestone that was settled.
        let half = agree(terms(&[AITBC, AITBC]));
        assert_ok!(Escrow::release(signed(ADA), half, 0));
        events();
        assert_storage_noop!(assert_eq!(Escrow::act(task(half, 0)), stale.0));
        assert!(events().is_empty());
    });
}

#[test]
fn tasks_cost_what_they_do() {
    let weight = |task: EscrowTask| <Escrow as OnDeadline<EscrowTask>>::weight(&task);
    let of_offer = EscrowTask::Escrow { id: 1, milestone: None };
    assert_eq!(weight(of_offer), <() as WeightInfo>::on_offer());
    assert_eq!(weight(task(1, 2)), <() as WeightInfo>::on_milestone());
    assert_eq!(weight(EscrowTask::Stream(1)), <() as WeightInfo>::on_stream());
    ExtBuilder::default().build_and_execute(|| {
        let (offered, active) = (offer(terms(&[AITBC])), agree(terms(&[AITBC])));
        let flow = stream(MILLI, AITBC);
        let offered = EscrowTask::Escrow { id: offered, milestone: None };
        // Those that wait on, and those that do something.
        for moment in [0, DAY] {
            at(moment);
            for task in [task(active, 0), EscrowTask::Stream(flow)] {
                assert_eq!(Escrow::act(task), weight(task), "{task:?} at {moment}");
            }
        }
        assert_eq!(Escrow::act(offered), weight(offered));
        assert_eq!(Escrow::figures(), Default::default());
    });
}

/// A halt of a day: the clock stands still, and nobody loses anything by it.
#[test]
fn halt_punishes_nobody() {
    ExtBuilder::default().build_and_execute(|| {
        let (offered, active) = (offer(terms(&[AITBC])), agree(terms(&[AITBC])));
        let flow = stream(MILLI, AITBC);
        at(MINUTE);
        TestActiveClock::stop(Some(Why::SafeMode));
        aitbc_test_support::wait(DAY);
        work();
        assert_eq!(Escrow::stream(flow).unwrap().owed, 60 * MILLI);
        // Exits work all the same.
        assert_ok!(Escrow::close_stream(signed(ADA), flow));
        assert_ok!(Escrow::release(signed(ADA), active, 0));
        TestActiveClock::stop(None);
        assert_ok!(Escrow::accept(signed(BEN), offered));
    });
}
