//! Wallets that vote by strategy, and proposals for them.

use crate::{mock::*, strategy::default_strategy, types::Strategy};
use aitbc_primitives::{
    agents::Role,
    governance::{
        proposals::{ProposalId, ProposalKind},
        VoterClass,
    },
    time::DAY,
    Balance, Moment,
};
use aitbc_test_support::{signed, wait, TestAgents, TestProposals, ADA, TREASURY};
use frame_support::{
    assert_ok,
    traits::{
        fungible::{Inspect, MutateFreeze, MutateHold},
        tokens::Precision,
        Hooks,
    },
    weights::{Weight, WeightMeter},
};

/// The first of ADA's agents.
pub const AGENT: u64 = 2_000;

/// Half of a vote.
pub const HALF: Moment = 4 * DAY;

/// What a vote by strategy costs.
pub const FEE: Balance = aitbc_primitives::token::AITBC / 50;

/// The defaults of a role, switched on.
pub fn on(role: Role) -> Strategy {
    Strategy { auto_vote: true, ..default_strategy(role) }
}

/// A wallet of ADA's that is linked to no agent.
pub fn unlinked(index: u32) -> u64 {
    create(ADA, index)
}

/// A wallet of ADA's that is linked to an agent of its own of this role.
pub fn linked(index: u32, role: Role) -> u64 {
    let agent = AGENT + u64::from(index);
    register(agent, ADA);
    let class = match role {
        Role::Provider => VoterClass::Provider,
        Role::Consumer => VoterClass::Consumer,
        Role::Builder => VoterClass::Builder,
        Role::Coordinator => VoterClass::Coordinator,
    };
    TestAgents::set_class(agent, class);
    let wallet = create(ADA, index);
    assert_ok!(AgentWallet::link(signed(ADA), wallet, agent));
    wallet
}

/// Makes an agent one without a role.
pub fn deactivate(agent: u64) {
    TestAgents::set_class(agent, VoterClass::Human);
}

/// Such a wallet that votes by the defaults of the role.
pub fn voter(index: u32, role: Role) -> u64 {
    let wallet = linked(index, role);
    assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(on(role))));
    wallet
}

/// So many of them that all vote on AgentTrading.
pub fn voters(number: u32) -> Vec<u64> {
    (0..number).map(|index| voter(index, Role::Provider)).collect()
}

/// Makes a proposal whose vote takes twice [`HALF`].
pub fn open(id: ProposalId, kind: ProposalKind) {
    TestProposals::open(id, kind, HALF);
}

/// Lets half of a vote pass.
pub fn begin_second_half() {
    wait(HALF);
}

/// Runs the hook in a block that has nothing else to do. Returns what it took.
pub fn poll() -> Weight {
    poll_within(Weight::MAX)
}

/// Runs the hook in a block that has so much left. Returns what it took.
pub fn poll_within(left: Weight) -> Weight {
    let mut meter = WeightMeter::with_limit(left);
    AgentWallet::on_poll(System::block_number(), &mut meter);
    meter.consumed()
}

/// What the fees of votes have come to.
pub fn received() -> Balance {
    Balances::total_balance(&TREASURY)
}

/// Freezes so much of an account.
pub fn freeze(who: u64, amount: Balance) {
    assert_ok!(Balances::set_freeze(&1, &who, amount));
}

/// Why something is on hold.
const BOND: RuntimeHoldReason = RuntimeHoldReason::Shop(shop::HoldReason::Bond);

/// Holds so much of an account.
pub fn hold(who: u64, amount: Balance) {
    assert_ok!(Balances::hold(&BOND, &who, amount));
}

/// Holds so much of it no longer.
pub fn release(who: u64, amount: Balance) {
    assert_ok!(Balances::release(&BOND, &who, amount, Precision::Exact));
}
