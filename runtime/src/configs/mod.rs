//! The configuration of each pallet, one file for each wing. They never import each
//! other: what two of them need is below, in [`limits`](crate::limits), [`clock`](crate::clock),
//! [`parameters`](crate::parameters) or [`adapters`](crate::adapters).

pub mod accounts;
mod agents;
mod compute;
pub mod consensus;
pub mod governance;
mod money;
mod reputation;
pub mod safety;
pub mod staking;
pub mod system;
