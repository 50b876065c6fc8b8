//! `export-metadata`: the metadata of a chain's runtime for client generators, without a node.

use crate::{cli::Cli, HostFunctions};
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
    pub fn run(&self, cli: &Cli) -> sc_cli::Result<()> {
        let metadata = metadata(cli.load_spec(&self.chain)?.as_ref(), self.metadata_version)?;
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

/// The metadata of a chain's genesis runtime in the given version of the format. It starts with
/// the magic bytes `meta`.
pub fn metadata(chain_spec: &dyn ChainSpec, version: u32) -> Result<Vec<u8>, String> {
    let genesis = chain_spec.as_storage_builder().build_storage()?;
    let code = genesis
        .top
        .get(well_known_keys::CODE)
        .ok_or("the genesis of this chain holds no runtime")?;

    let call = |method: &str, argument: &[u8]| {
        let runtime = RuntimeCode {
            code_fetcher: &WrappedRuntimeCode(code.into()),
            heap_pages: None,
            hash: Hashing::hash(code).as_bytes().to_vec(),
        };
        WasmExecutor::<HostFunctions>::builder()
            .build()
            .call(
                &mut BasicExternalities::new_empty(),
                &runtime,
                method,
                argument,
                CallContext::Offchain,
            )
            .0
            .map_err(|error| format!("the runtime failed in {method}: {error}"))
    };

    let metadata = call("Metadata_metadata_at_version", &version.encode())?;
    match Option::<OpaqueMetadata>::decode(&mut &metadata[..]) {
        Ok(Some(metadata)) => Ok(metadata.to_vec()),
        Ok(None) => {
            let versions = call("Metadata_metadata_versions", &[])?;
            let versions = Vec::<u32>::decode(&mut &versions[..]).unwrap_or_default();
            Err(format!(
                "the runtime does not offer version {version} of the metadata format, only {}",
                versions
                    .iter()
                    .map(u32::to_string)
                    .collect::<Vec<_>>()
                    .join(", ")
            ))
        }
        Err(error) => Err(format!("the runtime returned no metadata: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain_spec;

    #[test]
    fn metadata_is_of_the_version_asked_for() {
        let spec = chain_spec::load("dev").unwrap();
        for version in [14, 15] {
            let metadata = metadata(&spec, version).unwrap();
            assert_eq!(metadata[..5], [b"meta", &[version as u8][..]].concat());
        }
    }

    #[test]
    fn an_unknown_version_names_the_known_ones() {
        let error = metadata(&chain_spec::load("dev").unwrap(), 3).unwrap_err();
        assert!(
            error.contains("version 3") && error.contains("14, 15"),
            "{error}"
        );
    }
}
