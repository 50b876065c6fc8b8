//! `export-metadata`: the metadata of a chain's runtime for client generators, without a node.

use crate::client::HostFunctions;
use aitbc_primitives::Hashing;
use codec::{Decode, Encode};
use sc_cli::SubstrateCli;
use sc_executor::WasmExecutor;
use sc_service::ChainSpec;
use sp_core::{
    storage::well_known_keys,
    traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
    OpaqueMetadata,
};
use sp_runtime::traits::Hash;
use sp_state_machine::BasicExternalities;
use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

/// Arguments of `export-metadata`.
#[derive(Debug, clap::Parser)]
pub struct ExportMetadataCmd {
    /// File to write to. Standard output if left out.
    pub file: Option<PathBuf>,

    /// Built-in chain or chain spec file whose genesis runtime is described.
    #[arg(long, value_name = "CHAIN_SPEC", default_value = "dev")]
    pub chain: String,

    /// How to write the SCALE-encoded metadata.
    #[arg(long, value_enum, default_value_t = Format::Raw)]
    pub format: Format,

    /// Version of the metadata format. Which ones exist depends on the runtime.
    #[arg(long, value_name = "VERSION", default_value_t = 15)]
    pub metadata_version: u32,
}

/// How binary output is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// The bytes themselves.
    Raw,
    /// Hexadecimal digits after 0x.
    Hex,
}

impl ExportMetadataCmd {
    /// Runs the command.
    pub fn run(&self, cli: &impl SubstrateCli) -> sc_cli::Result<()> {
        let chain_spec = cli.load_spec(&self.chain)?;
        let metadata =
            DetachedRuntime::of_genesis(chain_spec.as_ref())?.metadata(self.metadata_version)?;
        let output = match self.format {
            Format::Raw => metadata,
            Format::Hex => sp_core::bytes::to_hex(&metadata, false).into_bytes(),
        };

        match &self.file {
            Some(file) => fs::write(file, output)
                .map_err(|error| format!("cannot write '{}': {error}", file.display()))?,
            None => io::stdout().write_all(&output)?,
        }
        Ok(())
    }
}

/// A runtime that can be asked about itself, without any state.
struct DetachedRuntime {
    code: Vec<u8>,
    executor: WasmExecutor<HostFunctions>,
}

impl DetachedRuntime {
    fn new(code: Vec<u8>) -> Self {
        Self { code, executor: WasmExecutor::builder().build() }
    }

    /// The runtime in the genesis of a chain.
    fn of_genesis(chain_spec: &dyn ChainSpec) -> Result<Self, String> {
        let mut genesis = chain_spec.as_storage_builder().build_storage()?;
        let code = genesis
            .top
            .remove(well_known_keys::CODE)
            .ok_or("the genesis of this chain holds no runtime")?;

        Ok(Self::new(code))
    }

    /// Metadata in the given version of its format. It starts with the magic bytes `meta`.
    fn metadata(&self, version: u32) -> Result<Vec<u8>, String> {
        let metadata: Option<OpaqueMetadata> =
            self.call("Metadata_metadata_at_version", version)?;
        if let Some(metadata) = metadata {
            return Ok(metadata.to_vec());
        }

        let versions: Vec<u32> = self.call("Metadata_metadata_versions", ())?;
        let versions: Vec<_> = versions.iter().map(u32::to_string).collect();
        Err(format!(
            "the runtime does not offer version {version} of the metadata format, only {}",
            versions.join(", ")
        ))
    }

    fn call<T: Decode>(&self, method: &str, argument: impl Encode) -> Result<T, String> {
        let code = RuntimeCode {
            code_fetcher: &WrappedRuntimeCode(self.code.as_slice().into()),
            heap_pages: None,
            hash: Hashing::hash(&self.code).as_bytes().to_vec(),
        };
        let (result, _) = self.executor.call(
            &mut BasicExternalities::new_empty(),
            &code,
            method,
            &argument.encode(),
            CallContext::Offchain,
        );
        let result = result.map_err(|error| format!("the runtime failed in {method}: {error}"))?;

        T::decode(&mut result.as_slice())
            .map_err(|error| format!("the runtime gave an unexpected answer to {method}: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_of_the_version_asked_for() {
        let runtime = DetachedRuntime::new(aitbc_runtime::WASM_BINARY.unwrap().into());

        for version in [14, 15] {
            let metadata = runtime.metadata(version).unwrap();
            assert_eq!(metadata[..5], [b"meta", &[version as u8][..]].concat());
        }

        let error = runtime.metadata(3).unwrap_err();
        assert!(error.contains("version 3") && error.contains("only 14, 15"), "{error}");
    }
}
