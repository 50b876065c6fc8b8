//! Chain specs: the built-in ones, made from the runtime's genesis presets, and spec files.

use crate::client::ExtraHostFunctions;
use aitbc_primitives::{presets, token};
use sc_service::{ChainType, NoExtension, Properties};
use std::path::Path;

/// A chain spec of this network, with the host functions its runtime may need at genesis.
pub type ChainSpec = sc_service::GenericChainSpec<NoExtension, ExtraHostFunctions>;

/// A chain whose spec is built into the node.
struct BuiltIn {
    /// What `--chain` accepts; the first one is also the name of the runtime's genesis preset.
    names: &'static [&'static str],
    /// Shown to people, in logs, wallets and telemetry.
    title: &'static str,
    /// Names the directory of the chain's database and keys.
    id: &'static str,
    /// Prefix of the network protocol names, so that nodes of different chains do not talk.
    protocol_id: &'static str,
    chain_type: ChainType,
}

const BUILT_IN: &[BuiltIn] = &[
    BuiltIn {
        names: &[presets::DEVELOPMENT, "dev"],
        title: "AITBC Development",
        id: "aitbc_dev",
        protocol_id: "aitbc-dev",
        chain_type: ChainType::Development,
    },
    BuiltIn {
        names: &[presets::E2E],
        title: "AITBC End-to-End Tests",
        id: "aitbc_e2e",
        protocol_id: "aitbc-e2e",
        chain_type: ChainType::Local,
    },
    BuiltIn {
        names: &[presets::LOCAL_TESTNET, "local"],
        title: "AITBC Local Testnet",
        id: "aitbc_local",
        protocol_id: "aitbc-local",
        chain_type: ChainType::Local,
    },
    BuiltIn {
        names: &[presets::TESTNET],
        title: "AITBC Testnet",
        id: "aitbc_testnet",
        protocol_id: "aitbc-testnet",
        chain_type: ChainType::Live,
    },
    BuiltIn {
        names: &[presets::MAINNET],
        title: "AITBC",
        id: "aitbc",
        protocol_id: "aitbc",
        chain_type: ChainType::Live,
    },
];

impl BuiltIn {
    fn find(name: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|chain| chain.names.contains(&name))
    }

    fn spec(&self) -> Result<ChainSpec, String> {
        let code = aitbc_runtime::WASM_BINARY.ok_or(
            "this node was built without a runtime (SKIP_WASM_BUILD), so only chain spec files work",
        )?;

        Ok(ChainSpec::builder(code, NoExtension::default())
            .with_name(self.title)
            .with_id(self.id)
            .with_protocol_id(self.protocol_id)
            .with_chain_type(self.chain_type.clone())
            .with_properties(properties())
            .with_genesis_config_patch(self.genesis_patch()?)
            .build())
    }

    /// The preset, from the runtime as compiled natively: to ask the Wasm for it, it would have to
    /// be compiled, which takes seconds.
    fn genesis_patch(&self) -> Result<serde_json::Value, String> {
        let preset = aitbc_runtime::genesis::preset(&self.names[0].into())
            .ok_or_else(|| format!("the runtime has no genesis preset '{}'", self.names[0]))?;

        serde_json::from_slice(&preset)
            .map_err(|error| format!("the preset '{}' is not JSON: {error}", self.names[0]))
    }
}

/// How clients display amounts and addresses.
pub fn properties() -> Properties {
    Properties::from_iter([
        ("tokenSymbol".into(), token::SYMBOL.into()),
        ("tokenDecimals".into(), token::DECIMALS.into()),
        ("ss58Format".into(), token::SS58_PREFIX.into()),
    ])
}

/// The chain spec that `--chain` names: a built-in chain, or else a spec file.
///
/// There is no default chain. Upstream nodes join their live network when told nothing; this
/// network has none yet, and starting a wrong chain by accident helps nobody. Some chains can be
/// loaded but not run, see [`ensure_startable`].
pub fn load(name: &str) -> Result<ChainSpec, String> {
    if name.is_empty() {
        return Err(format!(
            "no chain chosen: pass --dev for a development chain of your own, or --chain with one \
             of {} or the path of a chain spec file",
            startable_names()
        ));
    }

    match BuiltIn::find(name) {
        Some(chain) => chain.spec(),
        None => from_file(Path::new(name)),
    }
}

/// Fails if `--chain NAME` means the built-in form of a public network. Its genesis waits for a launch
/// ceremony: nobody has the secrets of its validators and its council.
pub fn ensure_startable(name: &str) -> Result<(), String> {
    match BuiltIn::find(name) {
        Some(chain) if chain.chain_type == ChainType::Live => Err(format!(
            "{name} cannot be started, only exported: its built-in genesis has placeholders for \
             validators and council, whose secrets nobody has. Run --dev or --chain {} instead; \
             `export-chain-spec --chain {name}` writes the spec that a launch ceremony completes",
            presets::LOCAL_TESTNET
        )),
        _ => Ok(()),
    }
}

fn from_file(path: &Path) -> Result<ChainSpec, String> {
    if !path.exists() {
        return Err(format!(
            "unknown chain '{}': neither a built-in chain ({}; to export only: {}) nor an existing \
             chain spec file",
            path.display(),
            startable_names(),
            names(|chain| chain.chain_type == ChainType::Live),
        ));
    }
    if !path.is_file() {
        return Err(format!(
            "'{}' is not a chain spec file but a directory or device",
            path.display()
        ));
    }

    ChainSpec::from_json_file(path.into())
        .map_err(|error| format!("'{}' is not a chain spec: {error}", path.display()))
}

/// The names of built-in chains that a node can run.
fn startable_names() -> String {
    names(|chain| chain.chain_type != ChainType::Live)
}

/// The names of those built-in chains for which `wanted` holds.
fn names(wanted: impl Fn(&BuiltIn) -> bool) -> String {
    BUILT_IN
        .iter()
        .filter(|chain| wanted(chain))
        .flat_map(|chain| chain.names)
        .copied()
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sc_chain_spec::GenesisConfigBuilderRuntimeCaller;

    #[test]
    fn every_preset_of_the_runtime_is_a_built_in_chain() {
        let mut built_in: Vec<_> = BUILT_IN.iter().map(|chain| chain.names[0]).collect();
        let mut presets = presets::ALL.to_vec();
        built_in.sort_unstable();
        presets.sort_unstable();

        assert_eq!(built_in, presets);
    }

    #[test]
    fn names_ids_and_protocols_are_unique() {
        fn assert_unique(mut values: Vec<&str>) {
            let count = values.len();
            values.sort_unstable();
            values.dedup();
            assert_eq!(values.len(), count);
        }

        assert_unique(BUILT_IN.iter().flat_map(|c| c.names).copied().collect());
        assert_unique(BUILT_IN.iter().map(|c| c.id).collect());
        assert_unique(BUILT_IN.iter().map(|c| c.protocol_id).collect());
    }

    #[test]
    fn every_name_loads_its_chain() {
        for chain in BUILT_IN {
            for name in chain.names {
                let spec = load(name).unwrap();
                assert_eq!(spec.id(), chain.id);
                assert_eq!(spec.name(), chain.title);
                assert_eq!(spec.protocol_id(), Some(chain.protocol_id));
                assert_eq!(spec.properties(), properties());
            }
        }
    }

    #[test]
    fn built_in_genesis_is_that_of_the_wasm_runtime() {
        let code = aitbc_runtime::WASM_BINARY.unwrap();
        let runtime = GenesisConfigBuilderRuntimeCaller::<ExtraHostFunctions>::new(code);
        for chain in BUILT_IN {
            let patch = chain.genesis_patch().unwrap();
            let name = chain.names[0].to_string();
            assert_eq!(patch, runtime.get_named_preset(Some(&name)).unwrap());
            runtime.get_storage_for_patch(patch).unwrap();
        }
    }

    #[test]
    fn clients_see_the_token_as_the_primitives_define_it() {
        assert_eq!(
            serde_json::Value::Object(properties()),
            serde_json::json!({ "tokenSymbol": "AITBC", "tokenDecimals": 12, "ss58Format": 42 })
        );
    }

    #[test]
    fn wrong_names_and_files_say_what_is_wrong() {
        let error_of = |name: &str| load(name).err().unwrap();

        assert_eq!(
            error_of(""),
            "no chain chosen: pass --dev for a development chain of your own, or --chain with one of \
             development, dev, e2e, local_testnet, local or the path of a chain spec file"
        );
        assert_eq!(
            error_of("nonsense"),
            "unknown chain 'nonsense': neither a built-in chain (development, dev, e2e, \
             local_testnet, local; to export only: testnet, mainnet) nor an existing chain spec file"
        );

        let directory = tempfile::tempdir().unwrap();
        assert!(error_of(directory.path().to_str().unwrap()).contains("directory"));

        for (name, content) in
            [("text.json", "hello"), ("list.json", "[1, 2]"), ("other.json", "{\"a\": 1}")]
        {
            let file = directory.path().join(name);
            std::fs::write(&file, content).unwrap();
            let error = error_of(file.to_str().unwrap());
            assert!(error.contains(name) && error.contains("is not a chain spec"), "{error}");
        }
    }

    #[test]
    fn public_networks_cannot_be_started_as_built_in() {
        for name in ["testnet", "mainnet"] {
            assert_eq!(
                ensure_startable(name),
                Err(format!(
                    "{name} cannot be started, only exported: its built-in genesis has placeholders \
                     for validators and council, whose secrets nobody has. Run --dev or --chain \
                     local_testnet instead; `export-chain-spec --chain {name}` writes the spec that \
                     a launch ceremony completes"
                ))
            );
        }
        for name in ["development", "dev", "e2e", "local_testnet", "local", "spec.json"] {
            assert_eq!(ensure_startable(name), Ok(()));
        }
    }

    #[test]
    fn a_written_spec_loads_again() {
        let directory = tempfile::tempdir().unwrap();
        for raw in [false, true] {
            let file = directory.path().join(format!("raw-{raw}.json"));
            std::fs::write(&file, load("dev").unwrap().as_json(raw).unwrap()).unwrap();

            let spec = load(file.to_str().unwrap()).unwrap();
            assert_eq!(spec.id(), "aitbc_dev");
            assert_eq!(spec.properties(), properties());
        }
    }
}
