//! The command line: what it may say, and which command does it.

use crate::{
    chain_spec,
    command::{chain_ops, node, ExportMetadataCmd, OwnershipProofCmd},
    service::{
        conduct::{Conduct, Usual},
        NodeOptions,
    },
};
use clap::{CommandFactory, FromArgMatches};
use sc_cli::{KeySubcommand, RunCmd, SubstrateCli};
use std::ffi::OsString;

/// Default of `--trie-cache-size` in bytes. Upstream's 1 GiB lets an otherwise idle node grow far
/// beyond the memory a validator of this network is meant to need.
const TRIE_CACHE_SIZE: &str = "67108864";

/// Default of `--pool-limit`: transactions for a full block or two. All others wait in front of the pool.
const POOL_LIMIT: &str = "4096";

/// Default of `--pool-type`, and the only one that is taken: the node has a pool of its own.
const POOL_TYPE: &str = "single-state";

/// Parses `arguments`, the first of which is the program, and does what they say.
pub fn run(arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> sc_cli::Result<()> {
    run_as(arguments, &Usual)
}

/// Like [`run`]; a node that runs acts towards others as `conduct` says.
pub fn run_as(
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    conduct: &dyn Conduct,
) -> sc_cli::Result<()> {
    let cli = Cli::parse_or_exit(arguments);

    match &cli.subcommand {
        None => node::run(&cli, &cli.run, &cli.options, conduct),
        Some(Subcommand::Key(KeyCommand::Upstream(command))) => command.run(&cli),
        Some(Subcommand::Key(KeyCommand::OwnershipProof(command))) => command.run(&cli),
        Some(Subcommand::BuildSpec(command)) => cli
            .create_runner(command)?
            .sync_run(|config| command.run(config.chain_spec, config.network)),
        Some(Subcommand::ExportChainSpec(command)) => command.run(cli.load_spec(&command.chain)?),
        Some(Subcommand::CheckBlock(command)) => chain_ops::check_block(&cli, command),
        Some(Subcommand::ImportBlocks(command)) => chain_ops::import_blocks(&cli, command),
        Some(Subcommand::ExportBlocks(command)) => chain_ops::export_blocks(&cli, command),
        Some(Subcommand::PurgeChain(command)) => {
            cli.create_runner(command)?.sync_run(|config| command.run(config.database))
        }
        Some(Subcommand::Revert(command)) => chain_ops::revert(&cli, command),
        Some(Subcommand::ChainInfo(command)) => chain_ops::chain_info(&cli, command),
        Some(Subcommand::ExportMetadata(command)) => command.run(&cli),
    }
}

/// Tells the user about an error, after whatever the log still holds.
pub fn report(error: &sc_cli::Error) {
    let message = describe(error);
    // The log is written by a thread of its own, and only through the log an error comes last.
    if log::log_enabled!(log::Level::Error) {
        log::error!("Error: {message}");
    } else {
        eprintln!("Error: {message}");
    }
}

/// An error in words, without the class names upstream puts in front of plain messages.
fn describe(error: &sc_cli::Error) -> String {
    match error {
        sc_cli::Error::Input(message)
        | sc_cli::Error::Service(sc_service::Error::Other(message)) => message.clone(),
        sc_cli::Error::Service(sc_service::Error::Application(error)) => error.to_string(),
        other => other.to_string(),
    }
}

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
    #[allow(missing_docs, reason = "a doc comment would be the help of all that is flattened")]
    #[command(flatten)]
    Upstream(KeySubcommand),

    /// Prove that the session keys in a keystore belong to an account.
    OwnershipProof(OwnershipProofCmd),
}

impl Cli {
    /// Parses `arguments`, the first of which is the program. Prints help, the version or an error
    /// and ends the process where that is asked for.
    fn parse_or_exit(arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> Self {
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
            .mut_arg("pool_limit", |arg| arg.default_value(POOL_LIMIT))
            .mut_arg("pool_type", |arg| arg.default_value(POOL_TYPE))
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
        .mut_arg("chain", |arg| arg.default_value("dev").hide_default_value(true))
        .mut_arg("base_path", |arg| arg.requires("chain"))
        .mut_arg("default_base_path", |arg| arg.requires("chain"))
}

/// Upstream prefers RocksDB as soon as it is compiled in; here it stays an option.
fn with_paritydb_as_default(command: clap::Command) -> clap::Command {
    let paritydb =
        |command: clap::Command| command.mut_arg("database", |arg| arg.default_value("paritydb"));

    ["check-block", "import-blocks", "export-blocks", "purge-chain", "revert", "chain-info"]
        .into_iter()
        .fold(paritydb(command), |command, subcommand| command.mut_subcommand(subcommand, paritydb))
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
    use crate::service::{policing::Policing, sealing::Sealing};
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

        assert_eq!(run.trie_cache_maximum_size().unwrap(), Some(64 * 1024 * 1024));
        assert!(!run.transaction_pool(true).unwrap().use_all_block_notifications(), "single-state");
        assert_eq!(run.pool_config.pool_limit, 4096);
    }

    #[test]
    fn sealing_is_parsed() {
        assert_eq!(parse(&["--dev"]).unwrap().options.sealing, None);
        assert_eq!(
            parse(&["--dev", "--sealing", "instant"]).unwrap().options.sealing,
            Some(Sealing::Instant)
        );

        let error = parse(&["--dev", "--sealing", "interval=0"]).unwrap_err().to_string();
        assert!(error.contains("the interval must be at least 1 millisecond"), "{error}");
    }

    #[test]
    fn policing_is_strict_or_lenient_but_never_off() {
        let policing = |arguments: &[&str]| parse(arguments).map(|cli| cli.options.policing);
        assert_eq!(policing(&[]).unwrap(), Policing::Strict);
        assert_eq!(policing(&["--policing", "strict"]).unwrap(), Policing::Strict);
        assert_eq!(policing(&["--policing", "lenient"]).unwrap(), Policing::Lenient);
        policing(&["--policing", "off"]).unwrap_err();
    }

    #[test]
    fn a_node_key_needs_a_chain_only_when_stored_in_a_base_path() {
        for arguments in [&[][..], &["--file", "key"], &["--chain", "local", "--base-path", "x"]] {
            parse(&[&["key", "generate-node-key"], arguments].concat()).unwrap();
        }
        for arguments in [&["--base-path", "x"][..], &["--default-base-path"]] {
            parse(&[&["key", "generate-node-key"], arguments].concat()).unwrap_err();
        }
    }
}
