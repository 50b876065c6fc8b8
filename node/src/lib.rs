//! The AITBC node as a library: chain specs, command line, and the services that make up a
//! validator or a full node.
//!
//! The binary is a thin `main` around [`command::run`]. Test programs that need a node with a
//! different temper (one that signs two blocks in a slot, say) build it from the parts in
//! [`service`] instead.

pub mod chain_spec;
pub mod cli;
pub mod command;
pub mod date;
pub mod preflight;
pub mod rpc;
pub mod sealing;
pub mod service;

#[cfg(test)]
mod mock;

/// Host functions the runtime may import beyond the standard set.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type ExtraHostFunctions = ();

/// Host functions the runtime may import beyond the standard set.
#[cfg(feature = "runtime-benchmarks")]
pub type ExtraHostFunctions = frame_benchmarking::benchmarking::HostFunctions;

/// Every host function this node offers to the runtime.
pub type HostFunctions = (sp_io::SubstrateHostFunctions, ExtraHostFunctions);
