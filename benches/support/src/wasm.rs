//! A runtime compiled to Wasm, executed as a node executes it.

use crate::Result;
use codec::{Decode, Encode};
use sc_chain_spec::GenesisConfigBuilderRuntimeCaller;
use sc_executor::WasmExecutor;
use sp_core::traits::{CallContext, RuntimeCode, WrappedRuntimeCode};
use sp_io::hashing::blake2_256;
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{Backend, OverlayedChanges, StateMachine};
use sp_storage::Storage;
use std::path::Path;

/// What calls have changed and the state does not have yet.
pub type Changes = OverlayedChanges<BlakeTwo256>;

/// The code of a runtime, with what executes it.
pub struct Wasm {
    code: WrappedRuntimeCode<'static>,
    hash: Vec<u8>,
    executor: WasmExecutor,
}

impl Wasm {
    /// Code as it is in the state of a chain, or uncompressed.
    pub fn new(code: Vec<u8>) -> Self {
        Self {
            hash: blake2_256(&code).to_vec(),
            code: WrappedRuntimeCode(code.into()),
            executor: WasmExecutor::default(),
        }
    }

    /// Reads code from a file.
    pub fn load(path: &Path) -> Result<Self> {
        let code = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self::new(code))
    }

    /// The state of block 0 of a preset.
    pub fn genesis(&self, preset: &str) -> Result<Storage> {
        let builder = GenesisConfigBuilderRuntimeCaller::<()>::new(&self.code.0);
        Ok(builder.get_storage_for_named_preset(Some(&preset.to_owned()))?)
    }

    /// Calls a function of the runtime API and decodes what it returns.
    pub fn call<R: Decode>(
        &self,
        state: &impl Backend<BlakeTwo256>,
        changes: &mut Changes,
        function: &str,
        arguments: &impl Encode,
    ) -> Result<R> {
        let code =
            RuntimeCode { code_fetcher: &self.code, heap_pages: None, hash: self.hash.clone() };
        let result = StateMachine::new(
            state,
            changes,
            &self.executor,
            function,
            &arguments.encode(),
            &mut Default::default(),
            &code,
            CallContext::Onchain { import: true },
        )
        .execute()
        .map_err(|error| format!("{function}: {error}"))?;
        Ok(R::decode(&mut &result[..])?)
    }
}
