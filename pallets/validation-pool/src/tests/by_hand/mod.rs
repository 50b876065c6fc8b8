//! Pools that are opened by hand, by rule.

mod deadline;
mod debts;
mod delegates;
mod full_pools;
mod hook;
mod opening;
mod outcome;
mod reading;
mod staking;
mod statements;

use super::*;
use crate::{Open, Pools, Stakes, WeightInfo};
use aitbc_primitives::reputation::{
    pools::{Initiator, PoolId, Pools as _, Terms, PPM},
    AtStake,
};
use aitbc_test_support::{now, wait, TestPosts};
use frame_support::{
    assert_noop, assert_ok, assert_storage_noop,
    traits::{fungible::Inspect, Hooks},
    weights::{Weight, WeightMeter},
};

const DURATION: u64 = 60_000;
const POST: u64 = 9;

/// Terms of a pool without a post, a fee, or a quorum above the least.
fn terms(domain: Domain) -> Terms<AccountId> {
    Terms {
        post: None,
        domain,
        payer: PAYER,
        fee: 0,
        mints: false,
        duration: DURATION,
        quorum: (1, 10),
        win: (1, 2),
        binding: PPM,
        redistribute: true,
        excluded: Default::default(),
        initiator: Initiator::Assembly,
    }
}

fn excluding(owners: &[AccountId]) -> Terms<AccountId> {
    Terms { excluded: owners.to_vec().try_into().unwrap(), ..terms(GOVERNANCE) }
}

fn initiate(terms: Terms<AccountId>) -> PoolId {
    ValidationPool::initiate(terms).unwrap()
}

fn stake(who: AccountId, pool: PoolId, side: Side, amount: Rep) -> sp_runtime::DispatchResult {
    ValidationPool::stake(signed(who), pool, side, amount).map(|_| ()).map_err(|error| error.error)
}

fn stake_for(
    delegate: AccountId,
    holder: AccountId,
    pool: PoolId,
    amount: Rep,
) -> sp_runtime::DispatchResult {
    let result = ValidationPool::stake_for(signed(delegate), holder, pool, For, amount);
    result.map(|_| ()).map_err(|error| error.error)
}

fn resolve(pool: PoolId) -> sp_runtime::DispatchResult {
    ValidationPool::resolve(signed(REST), pool).map(|_| ()).map_err(|error| error.error)
}

/// What of an account is free, encumbered and pooled.
fn parts(domain: Domain, who: AccountId) -> [Rep; 3] {
    [
        Ledger::free(domain, &who),
        Ledger::held(domain, AVAILABILITY, &who),
        Ledger::held(domain, POOL, &who),
    ]
}

/// Calls the hook with so much weight left in the block.
fn poll(weight: Weight) -> Weight {
    let mut meter = WeightMeter::with_limit(weight);
    ValidationPool::on_poll(System::block_number(), &mut meter);
    meter.consumed()
}

/// Runs `test` with a thousand of Governance reputation at Ada's and Ben's.
fn with_holders(test: impl FnOnce()) {
    ExtBuilder::default().build_and_execute(|| {
        give(GOVERNANCE, ADA, 1_000);
        give(GOVERNANCE, BEN, 1_000);
        test();
    });
}

/// Opens a pool in a domain of so many accounts from 1 000 on, which have 100 each.
fn initiate_among(number: u64) -> PoolId {
    (1_000..1_000 + number).for_each(|who| give(GOVERNANCE, who, 100));
    initiate(terms(GOVERNANCE))
}
