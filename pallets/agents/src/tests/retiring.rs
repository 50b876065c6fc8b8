//! An agent that owes nothing retires, and is forgotten.

use super::*;
use aitbc_primitives::{agents::registry::AgentTask, market::deadlines::DeadlineClock};
use aitbc_test_support::TestAgenda;

#[test]
fn retired_agent_gets_its_deposit_back_and_leaves_nothing_in_the_indices() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["gpu", "cpu"]);
        assert!(held(ADA) > 0);
        events();
        assert_ok!(Agents::retire(signed(ADA), BOT));
        let expected =
            [Event::OwnerChanged { account: BOT, owner: BOT }, Event::Retired { agent: BOT }];
        assert_eq!(events(), expected);
        assert_eq!(held(ADA), 0);
        assert_eq!(Balances::free_balance(ADA), BALANCE);
        assert_eq!(stored(BOT).status, AgentStatus::Retired);
        assert_eq!(Agents::owned_by(&ADA), 0);
        assert_eq!(crate::ByCapability::<Test>::iter().count(), 0);
        assert_eq!(crate::WithCapability::<Test>::iter().count(), 0);
        assert_eq!(crate::ByController::<Test>::iter().count(), 0);
        // Nothing can be done with it.
        assert_noop!(Agents::retire(signed(ADA), BOT), Error::<Test>::NotFound);
        assert_noop!(Agents::update(signed(BOT), BOT, profile(&[])), Error::<Test>::NotFound);
        assert_noop!(Agents::suspend(signed(ADA), BOT), Error::<Test>::NotFound);
        assert_noop!(Agents::heartbeat(signed(BOT)), Error::<Test>::NotFound);
    });
}

#[test]
fn only_the_controller_retires() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        for who in [BOT, BEN] {
            assert_noop!(Agents::retire(signed(who), BOT), Error::<Test>::NotController);
        }
        assert_noop!(Agents::retire(signed(ADA), IDA), Error::<Test>::NotFound);
        // One that is suspended can retire too.
        assert_ok!(Agents::suspend(signed(ADA), BOT));
        assert_ok!(Agents::retire(signed(ADA), BOT));
    });
}

#[test]
fn whoever_owes_something_does_not_retire() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        Obliged::set(&vec![BOT]);
        assert_noop!(Agents::retire(signed(ADA), BOT), Error::<Test>::HasObligations);
        assert!(!Agents::open(&BOT), "that is elsewhere");
        Obliged::set(&vec![]);
        Linked::set(&vec![(CYD, BOT)]);
        assert!(Agents::open(&BOT));
        assert_noop!(Agents::retire(signed(ADA), BOT), Error::<Test>::HasObligations);
        Linked::set(&vec![]);
        assert!(!Agents::open(&BOT));
        assert_ok!(Agents::retire(signed(ADA), BOT));
    });
}

#[test]
fn retired_agent_is_forgotten_45_days_later() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        wait(DAY);
        let retired_at = now();
        assert_ok!(Agents::retire(signed(ADA), BOT));
        let task = (DeadlineClock::Wall, retired_at + RETENTION + 1, AgentTask::Forget(BOT));
        assert_eq!(TestAgenda::<AgentTask<u64>>::waiting(), [task]);
        wait(RETENTION);
        assert!(!Agents::forget(&BOT), "somebody may still ask for that moment");
        work();
        assert_eq!(Agents::owner(&BOT, retired_at), ADA);
        assert_eq!(Agents::agent_nonce(BOT), 1);
        events();
        wait(1);
        work();
        assert_eq!(events(), [Event::Forgotten { account: BOT }]);
        assert_eq!(Agents::agent_nonce(BOT), 0);
        assert!(spans(BOT).is_empty());
        assert_eq!(Agents::agent(BOT), None);
        assert_eq!(crate::Census::<Test>::iter().count(), 0);
    });
}

#[test]
fn agent_that_is_registered_again_is_not_forgotten() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_ok!(Agents::retire(signed(ADA), BOT));
        wait(10 * DAY);
        assert_ok!(try_register(BEN, BOT, Role::Provider, &["gpu"]));
        wait(RETENTION);
        work();
        assert_eq!((stored(BOT).controller, Agents::agent_nonce(BOT)), (BEN, 2));
        assert_eq!(Agents::owner_of(&BOT), Some(BEN));
        // Nor when it has retired again, until its own time comes.
        assert_ok!(Agents::retire(signed(BEN), BOT));
        assert!(!Agents::forget(&BOT));
        wait(RETENTION + 1);
        work();
        assert!(spans(BOT).is_empty());
    });
}

#[test]
fn consent_that_was_used_is_over_before_its_number_is_forgotten() {
    const { assert!(crate::LONGEST_CONSENT < RETENTION) };
    ExtBuilder.build_and_execute(|| {
        let used = consent(BOT, ADA, Role::Provider);
        let register =
            |consent| Agents::register(signed(ADA), BOT, Role::Provider, profile(&[]), consent);
        assert_ok!(register(used.clone()));
        assert_ok!(Agents::retire(signed(ADA), BOT));
        assert_noop!(register(used.clone()), Error::<Test>::ConsentUsed);
        wait(RETENTION + 1);
        work();
        assert_noop!(register(used), Error::<Test>::ConsentExpired);
        assert_ok!(register(consent(BOT, ADA, Role::Provider)));
    });
}

#[test]
fn closed_wallet_is_forgotten_too() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(Agents::give(&DEE, &ADA));
        assert_ok!(Agents::end(&DEE));
        // To end what has ended is nothing.
        assert_ok!(Agents::end(&DEE));
        assert_ok!(Agents::end(&CYD));
        assert_eq!(TestAgenda::<AgentTask<u64>>::waiting().len(), 1);
        wait(RETENTION + 1);
        work();
        assert!(spans(DEE).is_empty());
    });
}
