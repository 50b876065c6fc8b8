//! What the pallet stores.

use aitbc_primitives::{
    reputation::{Domain, HoldReason, Rep},
    Balance,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::Defensive;
use scale_info::TypeInfo;
use sp_core::U256;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// The accumulator counts in parts of this size of the smallest unit of the native token.
pub const SALARY_SCALE: u128 = 1_000_000_000_000;

/// What one account has in one domain.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Account {
    /// Reputation that nothing holds, in units.
    pub free: Rep,
    /// Reputation that something holds.
    pub holds: Holds,
    /// Salary of earlier balances that was not claimed, in the smallest unit of the native token.
    pub owed: Balance,
    /// The accumulator of the domain up to which `owed` includes the salary of this balance.
    pub settled_at: u128,
}

impl Account {
    /// All reputation, held or not.
    pub fn balance(&self) -> Rep {
        self.free.saturating_add(self.holds.total())
    }

    /// Whether nothing is left to remember.
    pub fn is_empty(&self) -> bool {
        self.balance() == 0 && self.owed == 0
    }

    /// What can be claimed when the accumulator of the domain is `accumulator`.
    pub fn claimable(&self, accumulator: u128) -> Balance {
        let increase = accumulator.saturating_sub(self.settled_at);
        // The product over the scale is a share of tokens that exist, see the invariant of the pot.
        let unsettled = multiply_by_rational_with_rounding(
            self.balance(),
            increase,
            SALARY_SCALE,
            Rounding::Down,
        )
        .defensive_unwrap_or_default();
        self.owed.saturating_add(unsettled)
    }

    /// Credits the salary of the present balance. To be called before the balance changes.
    pub(crate) fn settle(&mut self, accumulator: u128) {
        self.owed = self.claimable(accumulator);
        self.settled_at = accumulator;
    }
}

/// Held reputation by reason, in units.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Holds {
    /// Encumbered by a block producer.
    pub availability: Rep,
    /// At stake in validation pools.
    pub pool: Rep,
}

impl Holds {
    /// What is held for all reasons.
    pub fn total(&self) -> Rep {
        self.availability.saturating_add(self.pool)
    }

    /// What is held for `reason`.
    pub fn get(&self, reason: HoldReason) -> Rep {
        match reason {
            HoldReason::Availability => self.availability,
            HoldReason::Pool => self.pool,
        }
    }

    /// What is held for `reason`, to be changed.
    pub(crate) fn get_mut(&mut self, reason: HoldReason) -> &mut Rep {
        match reason {
            HoldReason::Availability => &mut self.availability,
            HoldReason::Pool => &mut self.pool,
        }
    }
}

/// What a domain has in all.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct DomainState {
    /// All reputation, in units.
    pub issuance: Rep,
    /// Salary since genesis of one unit of reputation, in parts of [`SALARY_SCALE`] of the smallest
    /// unit of the native token.
    pub accumulator: u128,
    /// Salary, in the same parts, that was too little to raise the accumulator.
    pub carry: u128,
}

impl DomainState {
    /// The state after `salary` was shared out. It is `None` if there is nobody to share it, or if
    /// the accumulator would overflow.
    pub(crate) fn share(&self, salary: Balance) -> Option<Self> {
        let parts =
            U256::from(salary).checked_mul(SALARY_SCALE.into())?.checked_add(self.carry.into())?;
        let increase = parts.checked_div(self.issuance.into())?;
        let carry = parts.checked_rem(self.issuance.into())?;
        Some(Self {
            issuance: self.issuance,
            accumulator: self.accumulator.checked_add(increase.try_into().ok()?)?,
            carry: carry.try_into().ok()?,
        })
    }
}

/// A holder's leave to stake for it.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Delegation<AccountId> {
    /// The account that may stake.
    pub delegate: AccountId,
    /// The most that it may stake at a time, in units.
    pub limit: Rep,
}

/// Reputation that an account has at genesis.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Holder<AccountId> {
    /// The domain in which it counts.
    pub domain: Domain,
    /// Its holder.
    pub account: AccountId,
    /// What it has free, in whole REP.
    pub free: u64,
    /// What it has encumbered for block production, in whole REP.
    pub encumbered: u64,
}
