//! Tests of the whole runtime: real genesis, real blocks, real signatures.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod chain;
mod stake;

mod agents;
mod blocks;
mod compute;
mod council;
mod elections;
mod equivocation;
mod failed_migration;
mod fees;
mod format;
mod genesis;
mod motion_deposit;
mod nesting;
mod offences;
mod openclaw;
mod operational;
mod parameters;
mod pools;
mod proxies;
mod randomness;
mod safety;
mod session;
mod staking;
mod state_price;
#[cfg(feature = "try-runtime")]
mod upgrade;
mod vesting;
mod weights;
mod wrong_input;
