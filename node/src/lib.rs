//! The AITBC node as a library: chain specs, command line, and the services that make up a
//! validator or a full node.
//!
//! The binary is a thin `main` around [`cli::run`]. Test programs that need a node which acts towards
//! others in another way call [`cli::run_as`] with a [`Conduct`](service::conduct::Conduct) of their own.

pub mod chain_spec;
pub mod cli;
pub mod client;
pub mod command;
pub mod date;
pub mod levers;
pub mod pool;
pub mod preflight;
pub mod rpc;
pub mod service;
pub mod signatures;

#[cfg(test)]
mod mock;
