//! The command line.

use crate::{
    chain_spec,
    command::{ExportMetadataCmd, OwnershipProofCmd},
    sealing::Sealing,
};
use clap::{CommandFactory, FromArgMatches};
use sc_cli::{KeySubcommand, RunCmd, SubstrateCli};
use std::{ffi::OsString, path::PathBuf};

/// Default of `--trie-cache-size` in bytes. Upstream's 1 GiB lets an otherwise idle node grow far
/// beyond the memory a validator of this network is meant to need.
const TRIE_CACHE_SIZE: &str = "67108864";

/// All arguments of `aitbc-node`.
#[derive(Debug, clap::Parser)]
pub struct Cli {
    /// What to do instead of running a node.
    #[command(subcommand)]
    pub subcommand: Option<Subcommand>,

    /// How to run a node.
    #[clap(flatten)]
    pub run: RunCmd,

    /// What is special about nodes of this chain.
    #[clap(flatten)]
    pub options: NodeOptions,
}

/// Options of a running node that upstream does not have.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct NodeOptions {
    /// Make blocks on demand instead of slot by slot, for tests.
    ///
    /// manual: when engine_createBlock asks for one. instant: when a transaction is ready.
    /// interval=MS: every MS milliseconds, empty or not. Blocks of the last two are final at once.
    ///
    /// Needs an authority (--dev, say) and a chain with exactly one validator. Such a node keeps
    /// to itself: it has no peers and casts no GRANDPA votes.
    #[arg(long, value_name = "MODE")]
    pub sealing: Option<Sealing>,

    /// Vote on finality at once although the database is new.
    ///
    /// A validator whose database was deleted does not remember its votes. It casts no new ones until
    /// finality has passed all blocks that it can have voted for, since voting twice in a round is
    /// slashed. That needs the others: if so many have lost their databases that finality stands still,
    /// some must vote with this option. Choose those that were away the longest, as few as will do: they
    /// have voted in the open round with the least probability.
    #[arg(long)]
    pub vote_on_fresh_database: bool,

    /// Directory in which to keep the runtime as compiled to machine code.
    ///
    /// Saves seconds at the next start, also of other nodes that share the directory. The node
    /// trusts what it finds there, so use it for tests and not for validators.
    #[arg(long, value_name = "PATH")]
    pub runtime_cache: Option<PathBuf>,
}

/// Everything the node does apart from running.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
    /// Make, inspect and store keys.
    #[command(subcommand)]
    Key(KeyCommand),

    /// Write a chain spec to the standard output. Superseded by export-chain-spec.
    BuildSpec(sc_cli::BuildSpecCmd),

    /// Write the spec of a built-in chain, or the raw form of a spec file.
    ExportChainSpec(sc_cli::ExportChainSpecCmd),

    /// Execute a stored block again.
    CheckBlock(sc_cli::CheckBlockCmd),

    /// Import blocks that export-blocks wrote.
    ImportBlocks(sc_cli::ImportBlocksCmd),

    /// Write stored blocks to a file.
    ExportBlocks(sc_cli::ExportBlocksCmd),

    /// Delete the database of a chain. Keys stay.
    ///
    /// A validator forgets how it has voted on finality, and holds its votes back until none of the
    /// rounds it may have voted in is open: purge one at a time, and none while finality stands still.
    PurgeChain(sc_cli::PurgeChainCmd),

    /// Take back blocks that are not final.
    Revert(sc_cli::RevertCmd),

    /// Print the best and the finalised block of the database.
    ChainInfo(sc_cli::ChainInfoCmd),

    /// Write the metadata of a chain's genesis runtime.
    ExportMetadata(ExportMetadataCmd),
}

/// Upstream's key commands and our own.
#[derive(Debug, clap::Subcommand)]
pub enum KeyCommand {
    #[allow(missing_docs)]
    #[command(flatten)]
    Upstream(KeySubcommand),

    /// Prove that the session keys in a keystore belong to an account.
    OwnershipProof(OwnershipProofCmd),
}

impl Cli {
    /// Parses `arguments`, the first of which is the program. Prints help, the version or an error
    /// and ends the process where that is asked for.
    pub fn parse_or_exit(arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> Self {
        Self::try_parse(arguments).unwrap_or_else(|error| error.exit())
    }

    fn try_parse(
        arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    ) -> Result<Self, clap::Error> {
        Self::from_arg_matches(&Self::command_line().try_get_matches_from(arguments)?)
    }

    /// The command line with this node's own defaults in place of upstream's.
    fn command_line() -> clap::Command {
        let command = Self::setup_command(Self::command())
            .mut_arg("trie_cache_size", |arg| arg.default_value(TRIE_CACHE_SIZE))
            .mut_subcommand("key", |key| {
                key.mut_subcommand("generate-node-key", node_key_without_chain)
            });

        if cfg!(feature = "rocksdb") {
            with_paritydb_as_default(command)
        } else {
            command
        }
    }
}

/// Upstream's `generate-node-key` loads a chain spec even where the key goes to the screen or a
/// file and no chain matters. Only a key stored in a node's own directory needs one.
fn node_key_without_chain(command: clap::Command) -> clap::Command {
    command
        .mut_arg("chain", |arg| {
            arg.default_value("dev").hide_default_value(true)
        })
        .mut_arg("base_path", |arg| arg.requires("chain"))
        .mut_arg("default_base_path", |arg| arg.requires("chain"))
}

/// Upstream prefers RocksDB as soon as it is compiled in; here it stays an option.
fn with_paritydb_as_default(command: clap::Command) -> clap::Command {
    let paritydb =
        |command: clap::Command| command.mut_arg("database", |arg| arg.default_value("paritydb"));

    [
        "check-block",
        "import-blocks",
        "export-blocks",
        "purge-chain",
        "revert",
        "chain-info",
    ]
    .into_iter()
    .fold(paritydb(command), |command, subcommand| {
        command.mut_subcommand(subcommand, paritydb)
    })
}

impl SubstrateCli for Cli {
    fn impl_name() -> String {
        "AITBC Node".into()
    }

    fn impl_version() -> String {
        env!("SUBSTRATE_CLI_IMPL_VERSION").into()
    }

    fn description() -> String {
        "Validator and full node of the AITBC chain".into()
    }

    fn author() -> String {
        "the AITBC developers".into()
    }

    fn support_url() -> String {
        "see CONTRIBUTING.md in the source repository".into()
    }

    fn copyright_start_year() -> i32 {
        2026
    }

    fn load_spec(&self, name: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
        Ok(Box::new(chain_spec::load(name)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sc_cli::CliConfiguration;

    fn parse(arguments: &[&str]) -> Result<Cli, clap::Error> {
        Cli::try_parse([&["aitbc-node"], arguments].concat())
    }

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command_line().debug_assert();
        with_paritydb_as_default(Cli::command_line()).debug_assert();
    }

    #[test]
    fn defaults_are_ours() {
        let run = parse(&["--dev"]).unwrap().run;

        assert_eq!(
            run.trie_cache_maximum_size().unwrap(),
            Some(64 * 1024 * 1024)
        );
        assert!(
            run.transaction_pool(true)
                .unwrap()
                .use_all_block_notifications(),
            "fork-aware"
        );
    }

    #[test]
    fn sealing_is_parsed() {
        assert_eq!(parse(&["--dev"]).unwrap().options.sealing, None);
        assert_eq!(
            parse(&["--dev", "--sealing", "instant"])
                .unwrap()
                .options
                .sealing,
            Some(Sealing::Instant)
        );

        let error = parse(&["--dev", "--sealing", "interval=0"])
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("the interval must be at least 1 millisecond"),
            "{error}"
        );
    }

    #[test]
    fn a_node_key_needs_a_chain_only_when_stored_in_a_base_path() {
        for arguments in [
            &[][..],
            &["--file", "key"],
            &["--chain", "local", "--base-path", "x"],
        ] {
            parse(&[&["key", "generate-node-key"], arguments].concat()).unwrap();
        }
        for arguments in [&["--base-path", "x"][..], &["--default-base-path"]] {
            parse(&[&["key", "generate-node-key"], arguments].concat()).unwrap_err();
        }
    }
}
