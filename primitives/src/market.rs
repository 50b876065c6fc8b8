//! The market for compute: what its pallets ask of each other, and what clients ask the runtime about it.

pub mod deadlines;
pub mod escrow;
pub mod gpu;
pub mod money;
