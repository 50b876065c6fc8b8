//! What a pool emits: at once out of its bootstrap, and as far as fees match it. Arithmetic only.
//!
//! Everything is rounded down. What use earns is rounded once for each span of time, and a matched fee once
//! for each fee: what is lost of a unit was never emitted and stays in the funds. What is distributed is
//! divided exactly: its parts are counted in 10^-18 units, and what does not divide is carried on.

use crate::types::{Member, PoolState};
use aitbc_primitives::{Balance, Moment};
use sp_core::U256;
use sp_runtime::Permill;

/// Rewards are counted in parts of a unit: so many are one.
pub const SCALE: u64 = 1_000_000_000_000_000_000;

impl PoolState {
    /// What is in the pot for the pool and belongs to nobody.
    pub fn unowed(&self) -> Balance {
        self.funds.saturating_sub(self.owed)
    }

    /// What use earns in `duration` milliseconds at so much a second: `rate x duration x allocated / (1000 x
    /// total)`. Nothing without power.
    pub fn demand(&self, rate: Balance, duration: Moment) -> Balance {
        // Below 2^40 x 2^64 x 2^64.
        let earned =
            U256::from(rate).saturating_mul(duration.into()).saturating_mul(self.allocated.into());
        let parts = U256::from(self.total).saturating_mul(1_000.into());
        floor(earned.checked_div(parts))
    }

    /// Counts emission until `now`, and distributes what the bootstrap pays of it. Returns how much.
    ///
    /// What use has earned beyond what is left for it is not paid later, neither by the bootstrap nor by
    /// fees.
    pub fn accrue(&mut self, rate: Balance, now: Moment) -> Balance {
        let demand = self.demand(rate, now.saturating_sub(self.updated));
        self.updated = self.updated.max(now);
        let paid = self.distribute(demand.min(self.bootstrap_left));
        self.bootstrap_left = self.bootstrap_left.saturating_sub(paid);
        let grown = self.allowance.saturating_add(demand.saturating_sub(paid));
        self.allowance = self.allowance.max(grown.min(self.unowed()));
        paid
    }

    /// Distributes what `fee` pays of what use has earned: `fee x ratio`, at most the allowance. Returns how
    /// much.
    pub fn match_fee(&mut self, ratio: Permill, fee: Balance) -> Balance {
        let paid = self.distribute(ratio.mul_floor(fee).min(self.allowance));
        self.allowance = self.allowance.saturating_sub(paid);
        paid
    }

    /// Gives members what there is of `amount`, each by its weight. Returns how much: nothing without
    /// members.
    fn distribute(&mut self, amount: Balance) -> Balance {
        let amount = amount.min(self.unowed());
        let parts =
            U256::from(amount).saturating_mul(SCALE.into()).saturating_add(self.carry.into());
        let weight = U256::from(self.weight);
        let (Some(each), Some(carry)) = (parts.checked_div(weight), parts.checked_rem(weight))
        else {
            return 0;
        };
        // At a token a second and the least weight it would take a million years to overflow.
        let grown = u128::try_from(each).ok().and_then(|each| self.accumulator.checked_add(each));
        let (Some(accumulator), Ok(carry)) = (grown, u128::try_from(carry)) else {
            return 0;
        };
        self.accumulator = accumulator;
        self.carry = carry;
        self.owed = self.owed.saturating_add(amount);
        amount
    }
}

impl Member {
    /// Computes its reward until now. Whatever changes its weight does this before, and so does a claim.
    pub fn settle(&mut self, accumulator: u128) {
        // Below 2^59 x 2^128.
        let grown = accumulator.saturating_sub(self.snapshot);
        let parts = U256::from(self.weight)
            .saturating_mul(grown.into())
            .saturating_add(self.fraction.into());
        self.snapshot = accumulator;
        self.owed = self.owed.saturating_add(floor(parts.checked_div(SCALE.into())));
        self.fraction = parts
            .checked_rem(SCALE.into())
            .and_then(|rest| rest.try_into().ok())
            .unwrap_or_default();
    }
}

/// The number, if there is one: as much of it as there can be.
fn floor(number: Option<U256>) -> Balance {
    number.map_or(0, |number| number.try_into().unwrap_or(Balance::MAX))
}
