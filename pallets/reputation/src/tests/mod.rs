mod changed;
mod delegation;
mod example;
mod genesis;
mod ledger;
mod model;
mod salary;
mod slashing;

use crate::{mock::*, Event};
use aitbc_primitives::{
    reputation::{Domain, HoldReason, Rep, RepLedger},
    Balance,
};
use aitbc_test_support::{set_at_stake, signed, ADA, BEN, CYD, DEE, TREASURY};
use frame_support::traits::fungible::{Balanced, Inspect};

use Domain::{Block as BLOCK, Compute as COMPUTE, Governance as GOVERNANCE};
use HoldReason::{Availability as AVAILABILITY, Pool as POOL};

/// Mints to `who` in the domain `Block`.
fn mint(who: u64, amount: Rep) {
    Reputation::mint(BLOCK, &who, amount).unwrap();
}

/// Holds reputation of `who` in the domain `Block`.
fn hold(reason: HoldReason, who: u64, amount: Rep) {
    Reputation::hold(BLOCK, reason, &who, amount).unwrap();
}

/// Pays salary to the holders of the domain `Block`.
fn pay(amount: Balance) {
    Reputation::pay(BLOCK, Balances::issue(amount));
}

/// Claims the salary of `who` in the domain `Block`.
fn claim(who: u64) -> sp_runtime::DispatchResult {
    Reputation::claim_salary(signed(who), BLOCK)
}

/// Has `caller` claim the salary of `who` in the domain `Block`.
fn claim_for(caller: u64, who: u64) -> sp_runtime::DispatchResult {
    Reputation::claim_salary_for(signed(caller), who, BLOCK)
}

/// What `who` can claim in the domain `Block`.
fn claimable(who: u64) -> Balance {
    Reputation::reputation(BLOCK, who).claimable
}

/// Native tokens above the endowment at genesis.
fn received(who: u64) -> Balance {
    Balances::total_balance(&who) - EXISTENTIAL_DEPOSIT
}

/// Free, encumbered and pooled reputation of `who` in the domain `Block`.
fn parts(who: u64) -> [Rep; 3] {
    let reputation = Reputation::reputation(BLOCK, who);
    [reputation.free, reputation.encumbered, reputation.pooled]
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}
