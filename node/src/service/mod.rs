//! The services that make up a node, from the database to block production.
//!
//! [`start`] puts them together. Its parts are public, so that a test program can put together a
//! node that differs in one of them.

pub mod authority;
pub mod clock;
pub mod consensus;
pub mod hold;
pub mod network;
pub mod sealing;
pub mod travel;

mod components;
mod keyless;
mod metrics;
mod node;
mod pace;
mod peers;
mod session;
mod tasks;
mod wall_clock;

pub use components::{components, Components};
pub use node::{start, Node};
pub use tasks::GracefulSpawner;

use crate::HostFunctions;
use aitbc_primitives::opaque::Block;
use aitbc_runtime::RuntimeApi;

/// Runs the Wasm runtime.
pub type WasmExecutor = sc_executor::WasmExecutor<HostFunctions>;

/// Database of headers, bodies and state.
pub type FullBackend = sc_service::TFullBackend<Block>;

/// Access to the chain and its runtime.
pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, WasmExecutor>;

/// Takes the longest chain for the best one.
pub type SelectChain = sc_consensus::LongestChain<FullBackend, Block>;

/// Transactions waiting for a block.
pub type TransactionPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;
