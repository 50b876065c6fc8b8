mod counting;
mod delegation;
mod example;
mod freezing;
mod history;
mod invariants;
mod migration;
mod model;
mod no_token_twice;
mod power;
mod pruning;
mod store;

use crate::{mock::*, Error, Event, Histories};
use aitbc_primitives::{
    time::{DAY, HOUR, MINUTE, SECOND},
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance, Moment,
};
use frame_support::{
    assert_noop, assert_ok,
    traits::{
        fungible::{BalancedHold, Inspect, Mutate, MutateHold},
        tokens::{Fortitude, Precision, Preservation},
        Hooks,
    },
    weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;

const MILLION: Balance = 1_000_000 * AITBC;

/// Lets time pass.
fn wait(time: Moment) {
    Now::set(&(Now::get() + time));
}

fn mint(who: u64, amount: Balance) {
    Balances::mint_into(&who, amount).unwrap();
}

/// Transfers what is not frozen.
fn transfer(from: u64, to: u64, amount: Balance) -> DispatchResult {
    Balances::transfer_allow_death(RuntimeOrigin::signed(from), to, amount)
}

fn delegate(delegator: u64, delegate: u64) -> DispatchResult {
    Power::delegate(RuntimeOrigin::signed(delegator), delegate)
}

fn undelegate(delegator: u64) -> DispatchResult {
    Power::undelegate(RuntimeOrigin::signed(delegator))
}

/// The power of `who` now.
fn power(who: u64) -> Balance {
    Power::power(&who, Now::get())
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
    Histories::<Test>::get(who).map_or(0, |history| history.points.len())
}

/// Opens a poll, and lets a block pass.
fn open(poll: u32) {
    Power::open_poll(poll).unwrap();
    wait(2 * SECOND);
}

/// Counts the vote of `who` and returns its own power.
fn vote(poll: u32, who: u64) -> Result<Balance, sp_runtime::DispatchError> {
    Power::count(poll, &who, None).map(|counted| counted.power)
}

/// Runs `on_poll` with room for everything.
fn poll_hook() {
    Power::on_poll(1, &mut WeightMeter::new());
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    let events = System::read_events_for_pallet();
    System::reset_events();
    events
}
