//! The services that make up a node, from the database to block production.
//!
//! [`start`] puts them together. Its parts are public, so that a test program can put together a
//! node that differs in one of them.

pub mod authority;
pub mod consensus;
pub mod equivocation;
pub mod hold;
pub mod network;
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
