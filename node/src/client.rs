//! What every part of the node knows the chain by: its client, its database and its runtime.

use crate::signatures;
use aitbc_primitives::opaque::Block;
use aitbc_runtime::RuntimeApi;
use sc_executor::sp_wasm_interface::ExtendedHostFunctions;

/// Host functions the runtime may import beyond the standard set.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type ExtraHostFunctions = ();

/// Host functions the runtime may import beyond the standard set.
#[cfg(feature = "runtime-benchmarks")]
pub type ExtraHostFunctions = frame_benchmarking::benchmarking::HostFunctions;

/// Every host function this node offers to the runtime.
pub type HostFunctions = ExtendedHostFunctions<
    (sp_io::SubstrateHostFunctions, ExtraHostFunctions),
    signatures::crypto::HostFunctions,
>;

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
