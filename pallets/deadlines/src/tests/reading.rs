//! What clients read.

use super::*;
use aitbc_primitives::market::deadlines::{ByClock, ClockFigures};

#[test]
fn nothing_waits_in_block_1() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!(Deadlines::clock(), ClockFigures::default());
    });
}

#[test]
fn figures_are_told() {
    ExtBuilder.build_and_execute(|| {
        note(ACTIVE, 40_000, 1);
        note(ACTIVE, DAY, 2);
        note(WALL, START + 2 * MINUTE, 3);
        blocks(30 * SECOND);
        poll();
        halt(Some(Why::Paused));
        next_block(SECOND);
        assert_eq!(
            Deadlines::clock(),
            ClockFigures {
                active: 30_000,
                stopped: Some(Why::Paused),
                waiting: ByClock { active: 2, wall: 1 },
                ..Default::default()
            }
        );
    });
}

#[test]
fn agenda_is_overdue_from_the_begin_of_the_bucket_at_the_cursor() {
    ExtBuilder.build_and_execute(|| {
        let figures = || (Deadlines::clock().overdue, Deadlines::clock().overdue_since);
        note(ACTIVE, 60_000, 1);
        note(WALL, START + MINUTE, 2);
        blocks(59 * SECOND);
        poll();
        assert_eq!(figures(), (ByClock::default(), None));
        next_block(SECOND);
        assert_eq!(figures(), (ByClock::default(), None), "they are due, and not late");
        next_block(1);
        assert_eq!(figures(), (ByClock { active: 1, wall: 1 }, Some(START + MINUTE)));
        // The active clock goes on by 30 s only.
        next_block(40 * SECOND);
        let overdue = ByClock { active: 30_001, wall: 40_001 };
        assert_eq!(figures(), (overdue, Some(START + MINUTE)));
        poll();
        assert_eq!(figures(), (ByClock::default(), None));
    });
}
