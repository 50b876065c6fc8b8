//! The AITBC node as a library: chain specs, command line, and the services that make up a
//! validator or a full node.
//!
//! The binary is a thin `main` around [`cli::run`]. Test programs that need a node with a
//! different temper (one that signs two blocks in a slot, say) build it from the parts in
//! [`service`] instead.

pub mod chain_spec;
pub mod cli;
pub mod client;
pub mod command;
pub mod date;
pub mod preflight;
pub mod rpc;
pub mod service;

#[cfg(test)]
mod mock;
