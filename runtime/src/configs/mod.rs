//! The configuration of each pallet, one file for each group of pallets.

pub mod accounts;
pub mod consensus;
pub mod governance;
mod money;
pub mod safety;
pub mod staking;
pub mod system;
pub mod voting_power;
