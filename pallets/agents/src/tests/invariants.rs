//! Each invariant is seen when it is broken.

use super::*;
use crate::capabilities::hash_of;

/// Breaks something in a chain with agents of all kinds and a wallet, and has that found.
fn is_found(message: &'static str, break_it: impl FnOnce()) {
    ExtBuilder.build().execute_with(|| {
        register(BOT, &["cpu", "gpu"]);
        assert_ok!(try_register(BEN, IDA, Role::Builder, &["gpu"]));
        register(JAN, &[]);
        assert_ok!(Agents::retire(signed(ADA), JAN));
        assert_ok!(Agents::give(&DEE, &CYD));
        Agents::do_try_state().unwrap();
        break_it();
        assert_eq!(Agents::do_try_state(), Err(message.into()));
    });
}

fn change(agent: u64, change: impl FnOnce(&mut AgentOf<Test>)) {
    crate::Agents::<Test>::mutate(agent, |agent| change(agent.as_mut().unwrap()));
}

fn change_spans(account: u64, change: impl FnOnce(&mut Vec<Span<u64>>)) {
    crate::Spans::<Test>::mutate(account, |spans| {
        let mut all = spans.to_vec();
        change(&mut all);
        *spans = all.try_into().unwrap();
    });
}

#[test]
fn broken_agents_are_found() {
    let no_owner = "an agent does not belong to its controller";
    is_found(no_owner, || change(BOT, |agent| agent.controller = BEN));
    is_found(no_owner, || change(JAN, |agent| agent.status = AgentStatus::Active));
    is_found(no_owner, || crate::Spans::<Test>::remove(BOT));
    is_found("an agent has not consented", || crate::Nonces::<Test>::remove(BOT));
    is_found("an agent will not be forgotten", || crate::Spans::<Test>::remove(JAN));
    is_found("a consent of no agent was counted", || crate::Nonces::<Test>::insert(ADA, 1));
}

#[test]
fn broken_texts_and_deposits_are_found() {
    is_found("an agent has no tags", || change(BOT, |agent| agent.capabilities.as_mut().reverse()));
    is_found("an agent has no tags", || {
        change(BOT, |agent| agent.capabilities[0] = Default::default())
    });
    is_found("an endpoint is no text", || change(BOT, |agent| agent.endpoint[0] = b' '));
    is_found("a deposit is missing or left", || change(BOT, |agent| agent.deposit = None));
    is_found("a deposit is missing or left", || {
        let deposit = stored(BOT).deposit;
        change(JAN, |agent| agent.deposit = deposit)
    });
    let too_much = "more is left of an agent than nobody pays for";
    is_found(too_much, || change(JAN, |agent| agent.offered_to = Some(ADA)));
    is_found(too_much, || change(JAN, |agent| agent.endpoint = b"a".to_vec().try_into().unwrap()));
}

#[test]
fn broken_indices_are_found() {
    let unlisted = "controllers are not listed with their agents";
    is_found(unlisted, || crate::ByController::<Test>::remove(ADA, BOT));
    is_found(unlisted, || crate::ByController::<Test>::insert(ADA, JAN, ()));
    let unlisted = "capabilities are not listed with their agents";
    is_found(unlisted, || crate::ByCapability::<Test>::remove(hash_of(b"gpu"), BOT));
    is_found(unlisted, || crate::ByCapability::<Test>::insert(hash_of(b"cpu"), IDA, ()));
    is_found(unlisted, || {
        assert_ok!(Agents::suspend(signed(BEN), IDA));
        crate::ByCapability::<Test>::insert(hash_of(b"gpu"), IDA, ());
    });
    let miscounted = "capabilities are miscounted";
    is_found(miscounted, || crate::WithCapability::<Test>::insert(hash_of(b"gpu"), 1));
    is_found(miscounted, || crate::WithCapability::<Test>::insert(hash_of(b"tpu"), 0));
}

#[test]
fn broken_census_is_found() {
    let miscounted = "agents are miscounted";
    let of = (Role::Provider, AgentStatus::Active);
    is_found(miscounted, || crate::Census::<Test>::insert(of, 2));
    is_found(miscounted, || crate::Census::<Test>::remove(of));
    is_found(miscounted, || {
        crate::Census::<Test>::insert((Role::Builder, AgentStatus::Suspended), 0)
    });
}

#[test]
fn broken_histories_are_found() {
    is_found("a history of owners is empty", || {
        crate::Spans::<Test>::insert(ADA, crate::types::SpansOf::default())
    });
    is_found("owners are out of order", || {
        change_spans(DEE, |spans| spans.push(Span { since: now() - 1, owner: CYD }))
    });
    is_found("an account has changed hands too often", || {
        change_spans(DEE, |spans| {
            spans.resize(5, Span { since: now(), owner: CYD });
        })
    });
}

#[test]
fn broken_owners_are_found() {
    is_found("an owner belongs to somebody", || {
        change_spans(DEE, |spans| spans[0].owner = BOT);
    });
    let miscounted = "what accounts own is miscounted";
    is_found(miscounted, || crate::Owned::<Test>::insert(CYD, 2));
    is_found(miscounted, || crate::Owned::<Test>::insert(DEE, 0));
    is_found(miscounted, || crate::Owned::<Test>::remove(ADA));
}
