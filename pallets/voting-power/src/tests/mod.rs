mod attacks;
mod ballots;
mod bonus;
mod delegate_cap;
mod delegation;
mod example;
mod freezing;
mod history;
mod invariants;
mod migration;
mod model;
mod no_token_twice;
mod polls;
mod power;
mod pruning;
mod store;

use crate::{mock::*, ArchivedPoints, Delegates, Error, Event, Poll, RecentPoints};
use aitbc_primitives::{
    governance::{polls::Polls as _, PowerByClass, VoterClass},
    time::{DAY, HOUR, MINUTE, SECOND},
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance, Moment,
};
use aitbc_test_support::{
    now, signed, wait, TestAgents, ADA, BEN, CYD, DEE, EVE, FAY, GIL, START, TREASURY,
};
use frame_support::{
    assert_noop, assert_ok,
    traits::{
        fungible::{BalancedHold, Inspect, InspectHold, Mutate, MutateHold},
        tokens::{Fortitude, Precision, Preservation},
        Hooks,
    },
    weights::{Weight, WeightMeter},
};
use sp_runtime::{DispatchError, DispatchResult, Perbill, TokenError};

const MILLION: Balance = 1_000_000 * AITBC;

/// The rest of the tokens, which does not vote.
const REST: u64 = 99;

/// Runs `test` with these holders, in millions, and a base of 10^9 AITBC.
fn with_millions(holders: &[(u64, Balance)], test: impl FnOnce()) {
    let used: Balance = holders.iter().map(|(_, millions)| millions).sum();
    let balances: Vec<_> = holders
        .iter()
        .copied()
        .chain([(REST, 1_000 - used)])
        .map(|(who, millions)| (who, millions * 1_000_000))
        .collect();
    ExtBuilder::default().balances(&balances).build_and_execute(|| {
        assert_eq!(Power::voting_base(), 1_000 * MILLION);
        test();
    });
}

fn mint(who: u64, amount: Balance) {
    Balances::mint_into(&who, amount).unwrap();
}

/// Transfers what is not frozen.
fn transfer(from: u64, to: u64, amount: Balance) -> DispatchResult {
    Balances::transfer_allow_death(signed(from), to, amount)
}

/// Lets others delegate to `who`, however little they have.
fn accept(who: u64) -> DispatchResult {
    Power::accept_delegations(signed(who), Some(0))
}

/// Delegates to somebody who accepts it, if possible.
fn delegate(delegator: u64, delegate: u64) -> DispatchResult {
    let record = Delegates::<Test>::get(delegate);
    if record.is_none_or(|record| record.min_balance.is_none()) {
        let _ = accept(delegate);
    }
    Power::delegate(signed(delegator), delegate, None)
}

fn undelegate(delegator: u64) -> DispatchResult {
    Power::undelegate(signed(delegator))
}

/// The power of `who` now.
fn power(who: u64) -> Balance {
    Power::power_at(&who, now())
}

/// The balance of `who` now, and its averages.
fn bounds(who: u64) -> [Balance; 3] {
    let power = Power::voting_power(who, None);
    [power.balance, power.short_average, power.long_average]
}

/// What is frozen of `who`.
fn frozen(who: u64) -> Balance {
    Power::voting_power(who, None).frozen
}

/// How many points are kept of `who`, beside the newest.
fn points(who: u64) -> usize {
    Power::points(&who).len()
}

/// Limits the points of all histories.
fn limit_points(archived: u32, recent: u32) {
    MaxArchivedPoints::set(archived);
    MaxRecentPoints::set(recent);
}

/// Opens a poll of 30 days, and lets a block pass.
fn open(poll: u32) {
    open_now(poll).unwrap();
    wait(2 * SECOND);
}

/// Opens a poll of 30 days.
fn open_now(poll: u32) -> Result<Poll, DispatchError> {
    Power::open(poll, now() + 30 * DAY)
}

/// The vote of a human.
fn human(power: Balance) -> PowerByClass {
    PowerByClass::of(VoterClass::Human, power)
}

/// Casts the ballot of `who` and returns its own power.
fn vote(poll: u32, who: u64) -> Result<Balance, DispatchError> {
    Power::cast(poll, &who, None)?;
    Ok(Power::ballot(poll, who).unwrap().power)
}

/// Counts `who` for its delegate and returns the power that it adds now.
fn count(poll: u32, who: u64) -> Result<Balance, DispatchError> {
    Power::cast_for_delegator(poll, &who).map(|change| change.after.total())
}

/// What the vote of `who` weighs, with all that is counted for it.
fn weight(poll: u32, who: u64) -> Balance {
    Power::ballot(poll, who).unwrap().vote().total()
}

/// Runs `on_poll` with room for everything.
fn poll_hook() {
    Power::on_poll(1, &mut WeightMeter::new());
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}
