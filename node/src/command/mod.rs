//! What each subcommand does.

mod chain_ops;
mod export_metadata;
mod ownership_proof;
mod run;

pub use export_metadata::ExportMetadataCmd;
pub use ownership_proof::OwnershipProofCmd;

use crate::cli::{Cli, KeyCommand, Subcommand};
use sc_cli::SubstrateCli;
use std::ffi::OsString;

/// Parses `arguments`, the first of which is the program, and does what they say.
pub fn run(arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> sc_cli::Result<()> {
    let cli = Cli::parse_or_exit(arguments);

    match &cli.subcommand {
        None => run::run(&cli),
        Some(Subcommand::Key(KeyCommand::Upstream(command))) => command.run(&cli),
        Some(Subcommand::Key(KeyCommand::OwnershipProof(command))) => command.run(&cli),
        Some(Subcommand::BuildSpec(command)) => cli
            .create_runner(command)?
            .sync_run(|config| command.run(config.chain_spec, config.network)),
        Some(Subcommand::ExportChainSpec(command)) => command.run(cli.load_spec(&command.chain)?),
        Some(Subcommand::CheckBlock(command)) => chain_ops::check_block(&cli, command),
        Some(Subcommand::ImportBlocks(command)) => chain_ops::import_blocks(&cli, command),
        Some(Subcommand::ExportBlocks(command)) => chain_ops::export_blocks(&cli, command),
        Some(Subcommand::PurgeChain(command)) => cli
            .create_runner(command)?
            .sync_run(|config| command.run(config.database)),
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
