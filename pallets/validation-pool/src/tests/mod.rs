//! Tests by topic. The vectors of the design are in `vectors_of_blocks` (V11, V17 to V23, B1 to B3) and
//! `vectors_by_hand` (V1 to V8, V10, V12 to V15).

mod benches;
mod block_pools;
mod by_hand;
mod credit;
mod economics;
mod example;
mod incentives;
mod invariants;
mod model;
mod properties;
mod vectors_by_hand;
mod vectors_of_blocks;
mod votes;

use crate::{mock::*, BlockPools, Closed, Error, Event};
use aitbc_primitives::reputation::{
    pools::{Outcome, Side},
    Domain, HoldReason, Rep, RepLedger,
};
use aitbc_test_support::{cases, signed, ADA, BEN, CYD, DEE, EVE, FAY};

use Domain::{Block as BLOCK, Compute as COMPUTE, Governance as GOVERNANCE};
use HoldReason::{Availability as AVAILABILITY, Pool as POOL};
use Outcome::{Accepted, Contested, NoQuorum, Rejected};
use Side::{Against, For};

/// The seats of each member of an open pool of a block.
fn seats(block: u32) -> Vec<(AccountId, u32)> {
    let members = BlockPools::<Test>::get(block).unwrap().members;
    members.into_iter().map(|member| (member.account, member.seats)).collect()
}

/// How the pool of a block ended.
fn outcome(block: u32) -> Outcome {
    Closed::<Test>::get(block).unwrap().outcome
}

/// What waits to be credited: for blocks and for stakes.
fn earned(who: AccountId) -> (Rep, Rep) {
    let earned = ValidationPool::earned(who);
    (earned.produced, earned.policed)
}

/// What is encumbered.
fn encumbered(who: AccountId) -> Rep {
    Ledger::held(BLOCK, AVAILABILITY, &who)
}
