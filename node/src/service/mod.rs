//! The services that make up a node, from the database to block production.
//!
//! [`start`] puts them together. What a test program may have a node do in another way is its
//! [`Conduct`](conduct::Conduct).

pub mod authority;
pub mod conduct;
pub mod consensus;
pub mod equivocation;
pub mod hold;
pub mod network;
pub mod policing;
pub mod sealing;
pub mod vrf;

mod components;
mod keyless;
mod metrics;
mod node;
mod offchain;
mod options;
mod pace;
mod peers;
mod session;
mod tasks;
mod wall_clock;

pub use components::{components, Components};
pub use node::{start, Finality, Methods, Node, RpcParts};
pub use options::NodeOptions;
pub use tasks::GracefulSpawner;
