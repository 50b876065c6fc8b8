//! The formulas: how much a block mints and how its revenue is shared.

use aitbc_primitives::{time, Balance, Moment};
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Perbill, Rounding};

/// The subsidy of one block: `issuance * rate * slot / year`, rounded down.
///
/// `rate` is per year of 365.25 days, `slot` in milliseconds. The rate and the slot are applied one
/// after the other and both round down: at most one unit less than the exact quotient rounded down.
/// What rounding takes away is never minted.
pub fn subsidy(issuance: Balance, rate: Perbill, slot: Moment) -> Balance {
    let per_year = rate.mul_floor(issuance);
    // `None` would need a slot of more than a year.
    multiply_by_rational_with_rounding(per_year, slot.into(), time::YEAR.into(), Rounding::Down)
        .unwrap_or(per_year)
}

/// Parts of the revenue that do not go to the treasury.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// The part for those who police blocks.
    pub block: Perbill,
    /// The part for those who govern.
    pub governance: Perbill,
}

/// The revenue of one block, shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revenue {
    /// The block share, rounded down.
    pub block: Balance,
    /// The governance share, rounded down and never more than the block share leaves.
    pub governance: Balance,
    /// What is left, for the treasury.
    pub treasury: Balance,
}

impl Revenue {
    /// Shares out `total`. Nothing is lost: the three parts add up to it.
    pub fn of(total: Balance, shares: Shares) -> Self {
        let block = shares.block.mul_floor(total);
        let after_block = total.saturating_sub(block);
        let governance = shares.governance.mul_floor(total).min(after_block);
        Self { block, governance, treasury: after_block.saturating_sub(governance) }
    }
}
