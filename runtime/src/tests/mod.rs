//! Tests of the whole runtime: real genesis, real blocks, real signatures.

mod chain;

mod blocks;
mod council;
mod elections;
mod fees;
mod format;
mod genesis;
mod offences;
mod operational;
mod parameters;
mod proxies;
mod safety;
mod session;
mod staking;
#[cfg(feature = "try-runtime")]
mod upgrade;
mod vesting;
mod weights;
