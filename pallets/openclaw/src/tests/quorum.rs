//! Quorums that adapt. The vectors are those of the design.

use super::*;
use crate::{mock::polls::millionths, ParticipationOf};
use ProposalKind::*;

fn effective() -> Perbill {
    OpenClaw::adapted(Perbill::from_percent(10))
}

/// Periods begin at multiples of 14 days since 1970.
const PERIOD: Moment = 14 * DAY;

fn next_period() {
    set_now((now() / PERIOD + 1) * PERIOD);
}

/// A vote with this turnout ends in each period until a quorum of 10 % comes down to it. How many there were?
fn periods_until_reached(turnout: Perbill, most: usize) -> Option<usize> {
    (0..=most).find(|_| {
        let reached = effective() <= turnout;
        OpenClaw::note_turnout(turnout * BASE, BASE);
        next_period();
        reached
    })
}

#[test]
fn quorum_of_10_percent_is_one_at_first() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(effective(), Perbill::from_percent(10));
        assert_eq!(OpenClaw::adapted(Perbill::from_percent(4)), Perbill::from_percent(4));
    });
}

#[test]
fn turnout_of_7_63_percent_is_enough_after_4_periods() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(periods_until_reached(millionths(76_300), 20), Some(4));
    });
}

#[test]
fn turnout_of_5_percent_is_enough_after_7_periods() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(periods_until_reached(millionths(50_000), 20), Some(7));
    });
}

#[test]
fn turnout_of_4_5_percent_is_never_enough() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(periods_until_reached(millionths(45_000), 200), None);
        assert_eq!(effective(), Perbill::from_percent(5));
    });
}

#[test]
fn spam_that_nobody_votes_on_brings_the_quorum_down_after_7_periods() {
    ExtBuilder::default().build_and_execute(|| {
        let quorums: Vec<_> = (0..7)
            .map(|_| {
                OpenClaw::note_turnout(0, BASE);
                next_period();
                effective()
            })
            .collect();
        let least = Perbill::from_percent(5);
        assert!(quorums[..6].iter().all(|quorum| *quorum > least), "{quorums:?}");
        assert_eq!(quorums[6], least);
        // Nor does it bring the mean below that from which the quorum is 5 %.
        (0..200).for_each(|_| {
            OpenClaw::note_turnout(0, BASE);
            next_period();
        });
        OpenClaw::note_turnout(0, BASE);
        assert!(ParticipationOf::<Test>::get().average >= millionths(49_999));
    });
}

#[test]
fn high_turnout_brings_the_quorum_back_up_to_the_track() {
    ExtBuilder::default().build_and_execute(|| {
        periods_until_reached(millionths(50_000), 20);
        for _ in 0..20 {
            OpenClaw::note_turnout(BASE / 2, BASE);
            next_period();
        }
        assert_eq!(effective(), Perbill::from_percent(10));
    });
}

#[test]
fn highest_turnout_of_a_period_counts() {
    ExtBuilder::default().build_and_execute(|| {
        next_period();
        events();
        for turnout in [0, 7, 3, 0] {
            OpenClaw::note_turnout(BASE / 100 * turnout, BASE);
        }
        // Nothing adapts before the period is over.
        set_now(now() + PERIOD - 1);
        assert_eq!(effective(), Perbill::from_percent(10));
        set_now(now() + 1);
        // Three quarters of 12.5 % and one of 7 % are 11.125 %, of which 8.9 % are eight tenths.
        assert_eq!(effective(), Perbill::from_rational(89u32, 1_000));
        assert_eq!(events(), []);
        OpenClaw::note_turnout(BASE, BASE);
        assert_eq!(
            events(),
            [Event::QuorumAdapted {
                average: Perbill::from_rational(11_125u32, 100_000),
                quorum: Perbill::from_rational(89u32, 1_000)
            }]
        );
    });
}

#[test]
fn periods_without_a_vote_change_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        OpenClaw::note_turnout(BASE / 20, BASE);
        next_period();
        let after_one = effective();
        (0..20).for_each(|_| next_period());
        assert_eq!(effective(), after_one);
    });
}

#[test]
fn quorums_can_be_kept_from_adapting() {
    ExtBuilder::default().build_and_execute(|| {
        OpenClaw::note_turnout(0, BASE);
        next_period();
        assert!(effective() < Perbill::from_percent(10));
        Adaptive::set(false);
        assert_eq!(effective(), Perbill::from_percent(10));
    });
}

#[test]
fn quorum_is_that_of_the_creation() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        let early = propose(ProtocolUpgrade, vec![rule(1)]);
        let ends = stored(early).ends;
        set_now(ends);
        hook();
        assert_eq!(ParticipationOf::<Test>::get().highest, Some(LEAST_ADAPTED_QUORUM));
        next_period();
        // Three quarters of 12.5 % and one of 5 % are 10.625 %, of which eight tenths are 8.5 %.
        let late = propose(ProtocolUpgrade, vec![rule(1)]);
        let council = claw(crate::Call::set_council { members: [1, 2, 3, 4, 5] });
        let replacement = propose(ParameterChange, vec![council]);
        assert_eq!(stored(early).quorum, Perbill::from_percent(10));
        assert_eq!(stored(late).quorum, Perbill::from_rational(85u32, 1_000));
        assert_eq!(stored(replacement).quorum, Perbill::from_rational(85u32, 1_000));
        // What a proposer asks for does not adapt.
        let mut draft = Draft::new(ParameterChange, vec![set(1)]);
        draft.wishes.quorum = Some(Perbill::from_percent(10));
        assert_eq!(stored(draft.propose(BEN)).quorum, Perbill::from_percent(10));
        // What was asked for is told as well, whoever did.
        for id in [early, late, replacement, replacement + 1] {
            assert_eq!(stored(id).asked_quorum, Perbill::from_percent(10));
        }
        assert_eq!(stored(change()).asked_quorum, Perbill::from_percent(4));
    });
}
