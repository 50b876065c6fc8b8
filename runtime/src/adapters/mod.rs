//! What fits pallets to each other and to this chain, one file for each noun. Pallets get it by their
//! configuration.

pub mod async_backing;
pub mod brakes;
pub mod controller;
pub mod council;
pub mod court;
pub mod discipline;
pub mod elections;
pub mod equivocation;
pub mod failed_migration;
pub mod fees;
pub mod filters;
pub mod grandpa;
pub mod halted;
pub mod inflation;
pub mod latest_block;
pub mod nesting;
pub mod nothing_to_bond;
pub mod obligations;
pub mod offences;
pub mod origins;
pub mod payable;
pub mod permissions;
pub mod pots;
pub mod proxy_type;
pub mod requirements;
pub mod sender;
pub mod size;
pub mod tasks;
pub mod validators;
pub mod vesting_lock;
