mod archive;
mod attacks;
mod bootstrap;
mod brakes;
mod challenge;
mod council;
mod enactment;
mod evaluation;
mod example;
mod figures;
mod invariants;
mod late;
mod model;
mod page;
mod policies;
mod proposing;
mod quorum;
mod reading;
mod result;
mod strategies;
mod voting;

use crate::{
    mock::{target::Values, *},
    types::*,
    voting::{MOST_POLLS, PAGE},
    Council, Error, Event, Proposals, Settings,
};
use aitbc_primitives::{
    governance::{
        court::{NoCourt, OnVerdict, Verdict},
        polls::Polls,
        proposals::*,
        PowerByClass, VoterClass,
    },
    time::{DAY, HOUR, MINUTE, SECOND},
    token::{AITBC, EXISTENTIAL_DEPOSIT, MILLI},
    Balance, Moment,
};
use aitbc_test_support::{
    now, set_now, signed, wait, TestAgents, ADA, BEN, CYD, DEE, EVE, FAY, GIL, START, TREASURY,
};
use codec::Encode;
use frame_support::{
    assert_err, assert_noop, assert_ok,
    storage::with_storage_layer,
    traits::{
        fungible::{Inspect, InspectHold, Mutate, MutateFreeze, MutateHold},
        Hooks,
    },
    weights::{Weight, WeightMeter},
};
use sp_runtime::{DispatchError, DispatchResult, Perbill, TokenError, TransactionalError};

const MILLION: Balance = 1_000_000 * AITBC;

/// What a proposer says, unless a test says something else.
#[derive(Clone)]
struct Draft {
    kind: ProposalKind,
    title: Vec<u8>,
    description: Vec<u8>,
    link: Vec<u8>,
    calls: Vec<RuntimeCall>,
    wishes: Wishes,
}

impl Draft {
    fn new(kind: ProposalKind, calls: Vec<RuntimeCall>) -> Self {
        Self {
            kind,
            title: vec![b't'; MIN_TITLE],
            description: vec![b'd'; MIN_DESCRIPTION],
            link: vec![],
            calls,
            wishes: Wishes::default(),
        }
    }

    fn try_propose(self, who: u64) -> DispatchResult {
        OpenClaw::propose(
            signed(who),
            self.kind,
            self.title,
            self.description,
            self.link,
            Category::Other,
            self.calls,
            self.wishes,
        )
    }

    fn propose(self, who: u64) -> ProposalId {
        let id = crate::NextProposal::<Test>::get();
        self.try_propose(who).unwrap();
        id
    }
}

/// A call that any of several types may make.
fn set(value: u32) -> RuntimeCall {
    target::Call::set { value }.into()
}

/// A call that a ProtocolUpgrade makes as Root.
fn rule(value: u32) -> RuntimeCall {
    target::Call::rule { value }.into()
}

/// A call of this pallet.
fn claw(call: crate::Call<Test>) -> RuntimeCall {
    call.into()
}

/// A proposal of Ada's.
fn propose(kind: ProposalKind, calls: Vec<RuntimeCall>) -> ProposalId {
    Draft::new(kind, calls).propose(ADA)
}

/// A ParameterChange of Ada's.
fn change() -> ProposalId {
    propose(ProposalKind::ParameterChange, vec![set(7)])
}

fn stored(id: ProposalId) -> Proposal<u64> {
    Proposals::<Test>::get(id).unwrap()
}

fn stage(id: ProposalId) -> Stage {
    stored(id).stage
}

fn status(id: ProposalId) -> Status {
    OpenClaw::read_proposal(id).unwrap().status
}

/// The most that a page of delegators can take.
fn largest_page() -> Weight {
    OpenClaw::weight_of_page(PAGE, MOST_POLLS)
}

fn vote(id: ProposalId, who: u64, position: Position) -> DispatchResult {
    OpenClaw::vote(signed(who), id, position, None, None).map(drop).map_err(|refused| refused.error)
}

/// Everybody but Ada votes for a proposal, and its voting ends, if anything else was not said.
fn pass(id: ProposalId) {
    set_now(now().max(stored(id).voting_from));
    for who in [BEN, CYD, DEE] {
        vote(id, who, Position::For).unwrap();
    }
    set_now(stored(id).ends);
    hook();
}

/// A proposal that has passed, and what it had to wait for if it was approved.
fn passed(kind: ProposalKind, calls: Vec<RuntimeCall>) -> ProposalId {
    let id = propose(kind, calls);
    pass(id);
    assert_eq!(stage(id), Stage::Passed);
    id
}

/// Three members approve a proposal.
fn approve(id: ProposalId) {
    for who in &MEMBERS[..3] {
        OpenClaw::approve(signed(*who), id).unwrap();
    }
}

/// Makes these calls by a proposal, and returns it.
fn enact(kind: ProposalKind, calls: Vec<RuntimeCall>) -> ProposalId {
    let id = passed(kind, calls);
    if stored(id).needs_council {
        approve(id);
    }
    set_now(stored(id).eta);
    hook();
    id
}

/// Runs `on_poll` with room for everything that is not the share's.
fn hook() {
    OpenClaw::on_poll(1, &mut WeightMeter::new());
}

/// Lets time pass, then runs the hook.
fn later(duration: Moment) {
    wait(duration);
    hook();
}

fn advance(id: ProposalId) -> DispatchResult {
    OpenClaw::advance(signed(GIL), id, Weight::MAX).map(drop).map_err(|failure| failure.error)
}

/// The hash of calls that are encoded so.
fn hash_of(encoded: &[u8]) -> aitbc_primitives::Hash {
    use sp_runtime::traits::{BlakeTwo256, Hash};
    BlakeTwo256::hash(encoded)
}

/// The values that were set by proposals.
fn values() -> Vec<(u32, Option<Origin>)> {
    Values::<Test>::get().into_inner()
}

fn held(reason: crate::HoldReason, who: u64) -> Balance {
    Balances::balance_on_hold(&reason.into(), &who)
}

fn bond_of(who: u64) -> Balance {
    held(crate::HoldReason::Bond, who)
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}

fn human(power: Balance) -> PowerByClass {
    PowerByClass::of(VoterClass::Human, power)
}

fn text(length: usize) -> Vec<u8> {
    vec![b'x'; length]
}

/// Does something inside of so many storage layers, of which 255 are the most.
fn at_depth(layers: u32, what: &mut dyn FnMut() -> DispatchResult) -> DispatchResult {
    match layers.checked_sub(1) {
        Some(rest) => with_storage_layer(|| at_depth(rest, what)),
        None => what(),
    }
}

/// What calls that are nested too deeply fail with.
const TOO_DEEP: DispatchError = DispatchError::Transactional(TransactionalError::LimitReached);
