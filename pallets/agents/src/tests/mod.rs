mod capabilities;
mod control;
mod example;
mod heartbeat;
mod invariants;
mod mailbox;
mod mailbox_contacts;
mod mailbox_example;
mod mailbox_expiry;
mod mailbox_invariants;
mod mailbox_model;
mod ownership;
mod reading;
mod registering;
mod retiring;
mod roles;
mod score;
mod updating;

use crate::{
    mock::*,
    types::{Consent, Profile, Span},
    AgentOf, Error, Event, RETENTION,
};
use aitbc_primitives::{
    agents::{registry::AgentStatus, Agents as _, Obligations as _, Ownership as _, Role},
    governance::{Classes as _, Owners as _, VoterClass},
    reputation::{Domain, Rep, RepChanged as _, RepLedger as _, REP},
    time::{DAY, MINUTE},
    token::AITBC,
    Balance, Moment,
};
use aitbc_test_support::{
    events as all_events, now, set_now, signed, wait, TestActiveClock, TestLedger, ADA, BEN, CYD,
    DEE,
};
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use sp_runtime::{testing::TestSignature, DispatchResult};

/// Registers an agent with this role and these capabilities.
fn try_register(controller: u64, agent: u64, role: Role, tags: &[&str]) -> DispatchResult {
    let consent = consent(agent, controller, role);
    Agents::register(signed(controller), agent, role, profile(tags), consent)
}

/// Ada registers a provider.
fn register(agent: u64, tags: &[&str]) {
    assert_ok!(try_register(ADA, agent, Role::Provider, tags));
}

/// Hands an agent over.
fn hand_over(from: u64, to: u64, agent: u64) {
    assert_ok!(Agents::offer_control(signed(from), agent, Some(to)));
    let role = stored(agent).role;
    assert_ok!(Agents::accept_control(signed(to), agent, consent(agent, to, role)));
}

fn stored(agent: u64) -> AgentOf<Test> {
    crate::Agents::<Test>::get(agent).unwrap()
}

fn give_rep(who: u64, rep: Rep) {
    assert_ok!(TestLedger::mint(Domain::Compute, &who, rep));
}

fn spans(account: u64) -> Vec<(Moment, u64)> {
    crate::Spans::<Test>::get(account).into_iter().map(|span| (span.since, span.owner)).collect()
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    all_events::<Test, _>()
}
