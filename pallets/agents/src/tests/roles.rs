//! Roles, and agents that are suspended.

use super::*;
use aitbc_primitives::agents::registry::InboxPolicy;

#[test]
fn suspended_agent_has_no_role_but_keeps_its_class() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_eq!(Agents::role(&BOT), Some(Role::Provider));
        events();
        assert_ok!(Agents::suspend(signed(ADA), BOT));
        assert_eq!(Agents::role(&BOT), None);
        // It is no way to vote as a human.
        assert_eq!(Agents::class(&BOT), VoterClass::Provider);
        assert_eq!(Agents::agent_of(&BOT), Some(BOT));
        assert_noop!(Agents::suspend(signed(ADA), BOT), Error::<Test>::NotActive);
        assert_ok!(Agents::resume(signed(ADA), BOT));
        assert_eq!(Agents::role(&BOT), Some(Role::Provider));
        assert_noop!(Agents::resume(signed(ADA), BOT), Error::<Test>::NotSuspended);
        assert_eq!(events(), [Event::Suspended { agent: BOT }, Event::Resumed { agent: BOT }]);
    });
}

/// The key of the agent is stolen. What its controller sets now stays.
#[test]
fn suspended_agent_is_changed_by_its_controller_alone() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_ok!(Agents::suspend(signed(ADA), BOT));
        let update = |who| Agents::update(signed(who), BOT, profile(&["gpu"]));
        let open = |who| Agents::set_inbox(signed(who), BOT, InboxPolicy::Anyone, 0);
        assert_noop!(update(BOT), Error::<Test>::NotActive);
        assert_noop!(open(BOT), Error::<Test>::NotActive);
        assert_noop!(update(BEN), Error::<Test>::NotController);
        assert_noop!(open(BEN), Error::<Test>::NotController);
        assert_ok!(update(ADA));
        assert_ok!(open(ADA));
        assert_ok!(Agents::resume(signed(ADA), BOT));
        assert_ok!(update(BOT));
        assert_ok!(open(BOT));
    });
}

#[test]
fn only_the_controller_suspends_resumes_and_sets_the_role() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        for who in [BOT, BEN] {
            let error = Error::<Test>::NotController;
            assert_noop!(Agents::suspend(signed(who), BOT), error);
            let error = Error::<Test>::NotController;
            assert_noop!(Agents::resume(signed(who), BOT), error);
            let error = Error::<Test>::NotController;
            assert_noop!(Agents::set_role(signed(who), BOT, Role::Builder), error);
        }
        assert_noop!(Agents::suspend(signed(ADA), IDA), Error::<Test>::NotFound);
        assert_noop!(Agents::resume(signed(ADA), IDA), Error::<Test>::NotFound);
        assert_noop!(Agents::set_role(signed(ADA), IDA, Role::Builder), Error::<Test>::NotFound);
    });
}

#[test]
fn role_changes_once_in_45_days() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        let set = |role| Agents::set_role(signed(ADA), BOT, role);
        assert_noop!(set(Role::Provider), Error::<Test>::SameRole);
        events();
        assert_ok!(set(Role::Builder));
        assert_eq!(events(), [Event::RoleSet { agent: BOT, role: Role::Builder }]);
        assert_eq!(Agents::class(&BOT), VoterClass::Builder);
        wait(45 * DAY - 1);
        assert_noop!(set(Role::Provider), Error::<Test>::RoleChangedTooSoon);
        wait(1);
        assert_ok!(set(Role::Provider));
        assert_noop!(set(Role::Builder), Error::<Test>::RoleChangedTooSoon);
    });
}

/// Else a role could be taken for what only it may do, and left afterwards.
#[test]
fn role_stays_while_something_is_open() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        let set = |role| Agents::set_role(signed(ADA), BOT, role);
        Obliged::set(&vec![BOT]);
        assert_noop!(set(Role::Builder), Error::<Test>::HasObligations);
        assert_noop!(set(Role::Provider), Error::<Test>::SameRole);
        Obliged::set(&vec![]);
        // What wallets have open keeps them linked.
        Linked::set(&vec![(CYD, BOT)]);
        assert_noop!(set(Role::Builder), Error::<Test>::HasObligations);
        Linked::set(&vec![(CYD, IDA)]);
        // Messages of others do not matter.
        assert_ok!(Agents::set_inbox(signed(BOT), BOT, InboxPolicy::Anyone, 0));
        assert_ok!(Agents::send(signed(BEN), BOT, 1, vec![], DAY, 0, [0; 16]));
        assert_ok!(set(Role::Builder));
    });
}

#[test]
fn registering_anew_is_no_way_around_that() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_ok!(Agents::retire(signed(ADA), BOT));
        // Another role than before: that was the change.
        assert_ok!(try_register(ADA, BOT, Role::Consumer, &[]));
        assert_noop!(
            Agents::set_role(signed(ADA), BOT, Role::Provider),
            Error::<Test>::RoleChangedTooSoon
        );
        assert_ok!(Agents::retire(signed(ADA), BOT));
        wait(45 * DAY - 1);
        assert_noop!(
            try_register(BEN, BOT, Role::Provider, &[]),
            Error::<Test>::RoleChangedTooSoon
        );
        wait(2);
        assert_ok!(try_register(BEN, BOT, Role::Provider, &[]));
    });
}

#[test]
fn in_the_same_role_an_agent_is_back_at_any_time() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_ok!(Agents::set_role(signed(ADA), BOT, Role::Builder));
        assert_ok!(Agents::retire(signed(ADA), BOT));
        assert_ok!(try_register(BEN, BOT, Role::Builder, &[]));
        // The period goes on.
        wait(45 * DAY - 1);
        assert_noop!(
            Agents::set_role(signed(BEN), BOT, Role::Provider),
            Error::<Test>::RoleChangedTooSoon
        );
        wait(1);
        assert_ok!(Agents::set_role(signed(BEN), BOT, Role::Provider));
    });
}

#[test]
fn each_role_has_its_class() {
    ExtBuilder.build_and_execute(|| {
        let pairs = [
            (Role::Provider, VoterClass::Provider),
            (Role::Consumer, VoterClass::Consumer),
            (Role::Builder, VoterClass::Builder),
            (Role::Coordinator, VoterClass::Coordinator),
        ];
        for ((role, class), agent) in pairs.into_iter().zip(20..) {
            assert_eq!(Agents::class(&agent), VoterClass::Human);
            assert_ok!(try_register(ADA, agent, role, &[]));
            assert_eq!(Agents::class(&agent), class);
            // So is that of its wallets.
            let wallet = agent + 100;
            assert_eq!(Agents::class(&wallet), VoterClass::Human);
            let mut linked = Linked::get();
            linked.push((wallet, agent));
            Linked::set(&linked);
            assert_eq!(Agents::class(&wallet), class);
            assert_eq!(Agents::agent_of(&wallet), Some(agent));
        }
        assert_eq!(Agents::class(&ADA), VoterClass::Human);
        assert_eq!(Agents::agent_of(&ADA), None);
        Linked::set(&vec![]);
        // One that has retired is none.
        assert_ok!(Agents::retire(signed(ADA), 20));
        assert_eq!(Agents::class(&20), VoterClass::Human);
        assert_eq!(Agents::role(&20), None);
        assert_eq!(Agents::agent_of(&20), None);
        assert_eq!(Agents::seen(&20), None);
    });
}
