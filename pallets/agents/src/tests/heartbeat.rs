//! Signs of life, by the active clock.

use super::*;

/// Whether a heartbeat was free.
fn beat(agent: u64) -> bool {
    Agents::heartbeat(signed(agent)).unwrap().pays_fee == Pays::No
}

fn is_available(agent: u64) -> bool {
    Agents::agent(agent).unwrap().available
}

#[test]
fn heartbeat_is_free_once_in_10_minutes() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        events();
        assert!(beat(BOT), "the first one");
        assert_eq!(events(), [Event::Heartbeat { agent: BOT }]);
        assert_eq!(Agents::seen(&BOT), Some(BEGIN));
        TestActiveClock::wait(10 * MINUTE - 1);
        assert!(!beat(BOT));
        // It counts all the same, and so the next one is free later.
        assert_eq!(Agents::seen(&BOT), Some(BEGIN + 10 * MINUTE - 1));
        TestActiveClock::wait(1);
        assert!(!beat(BOT));
        TestActiveClock::wait(10 * MINUTE);
        assert!(beat(BOT));
    });
}

#[test]
fn agent_is_available_for_15_minutes() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert!(!is_available(BOT));
        beat(BOT);
        assert!(is_available(BOT));
        TestActiveClock::wait(15 * MINUTE);
        assert!(is_available(BOT));
        TestActiveClock::wait(1);
        assert!(!is_available(BOT));
        // That takes nothing else.
        assert_eq!(Agents::role(&BOT), Some(Role::Provider));
        assert_eq!(stored(BOT).status, AgentStatus::Active);
        beat(BOT);
        assert!(is_available(BOT));
    });
}

#[test]
fn a_chain_that_stands_still_makes_nobody_miss_one() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        beat(BOT);
        wait(DAY);
        assert!(is_available(BOT));
    });
}

#[test]
fn only_active_agents_give_signs_of_life() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        for nobody in [ADA, IDA] {
            assert_noop!(Agents::heartbeat(signed(nobody)), Error::<Test>::NotFound);
        }
        beat(BOT);
        assert_ok!(Agents::suspend(signed(ADA), BOT));
        assert!(!is_available(BOT));
        assert_noop!(Agents::heartbeat(signed(BOT)), Error::<Test>::NotActive);
        assert_ok!(Agents::resume(signed(ADA), BOT));
        assert!(is_available(BOT));
    });
}
