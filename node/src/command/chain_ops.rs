//! Subcommands that work on a chain's database while no node runs.

use crate::{
    client::FullClient,
    preflight::database,
    service::{self, Components},
};
use aitbc_primitives::opaque::Block;
use sc_cli::{
    ChainInfoCmd, CheckBlockCmd, ExportBlocksCmd, ImportBlocksCmd, RevertCmd, SubstrateCli,
};
use std::sync::Arc;

/// Executes a stored block again.
pub fn check_block(cli: &impl SubstrateCli, command: &CheckBlockCmd) -> sc_cli::Result<()> {
    cli.create_runner(command)?.async_run(|config| {
        database::ensure_exists(&config)?;
        let Components { client, task_manager, import_queue, .. } =
            service::components(&config, None)?;
        Ok((command.run(client, import_queue), task_manager))
    })
}

/// Imports blocks from a file into a database, which is made if needed.
pub fn import_blocks(cli: &impl SubstrateCli, command: &ImportBlocksCmd) -> sc_cli::Result<()> {
    cli.create_runner(command)?.async_run(|config| {
        let Components { client, task_manager, import_queue, .. } =
            service::components(&config, None)?;
        Ok((command.run(client, import_queue), task_manager))
    })
}

/// Writes stored blocks to a file.
pub fn export_blocks(cli: &impl SubstrateCli, command: &ExportBlocksCmd) -> sc_cli::Result<()> {
    cli.create_runner(command)?.async_run(|config| {
        database::ensure_exists(&config)?;
        let Components { client, task_manager, .. } = service::components(&config, None)?;
        Ok((command.run(client, config.database), task_manager))
    })
}

/// Takes back blocks that are not final, and what GRANDPA remembers of them.
pub fn revert(cli: &impl SubstrateCli, command: &RevertCmd) -> sc_cli::Result<()> {
    cli.create_runner(command)?.async_run(|config| {
        database::ensure_exists(&config)?;
        let Components { client, task_manager, backend, .. } = service::components(&config, None)?;
        let revert_grandpa = Box::new(|client: Arc<FullClient>, _, blocks| {
            sc_consensus_grandpa::revert(client, blocks)?;
            Ok(())
        });
        Ok((command.run(client, backend, Some(revert_grandpa)), task_manager))
    })
}

/// Prints the best and the finalised block of the database.
pub fn chain_info(cli: &impl SubstrateCli, command: &ChainInfoCmd) -> sc_cli::Result<()> {
    cli.create_runner(command)?.sync_run(|config| {
        database::ensure_exists(&config)?;
        command.run::<Block>(&config)?;
        println!();
        Ok::<_, sc_cli::Error>(())
    })
}
