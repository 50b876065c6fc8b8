//! The example of the crate documentation, step by step.

use super::*;

#[test]
fn example_of_the_readme() {
    ExtBuilder::default().build_and_execute(|| {
        // 1
        let id = offer(terms(&[60 * AITBC, 40 * AITBC]));
        assert_eq!(id, 0);
        assert_eq!(held(HoldReason::Payment, ADA), 102_500 * MILLI);
        // 2
        assert_ok!(Escrow::accept(signed(BEN), 0));
        assert_noop!(Escrow::cancel(signed(ADA), 0), Error::<Test>::NotOffered);
        // 3
        assert_ok!(Escrow::deliver(signed(BEN), 0, 0, EVIDENCE));
        at(HOUR);
        work();
        assert_eq!(books(), [-int(61_500 * MILLI), int(60 * AITBC), int(1_500 * MILLI)]);
        // 4
        let half = Permill::from_percent(50);
        assert_ok!(Escrow::split(signed(ADA), 0, 1, half));
        assert_ok!(Escrow::split(signed(BEN), 0, 1, half));
        assert_eq!(books(), [-int(82 * AITBC), int(80 * AITBC), int(2 * AITBC)]);
        nothing_held();
        // 5
        let id = stream(AITBC / 10, 12 * AITBC);
        assert_eq!(id, 1);
        assert_eq!(held(HoldReason::Stream, ADA), 12_300 * MILLI);
        // 6
        at(HOUR + 30 * SECOND);
        assert_ok!(Escrow::withdraw(signed(CYD), 1));
        assert_eq!(books(), [-int(85_075 * MILLI), int(83 * AITBC), int(2_075 * MILLI)]);
        // 7
        at(HOUR + 60 * SECOND);
        assert_ok!(Escrow::close_stream(signed(ADA), 1));
        assert_eq!(books(), [-int(88_150 * MILLI), int(86 * AITBC), int(2_150 * MILLI)]);
        nothing_held();
    });
}
