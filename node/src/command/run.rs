//! Running a node: no subcommand at all.

use crate::{chain_spec, cli::Cli, preflight, service};
use sc_cli::{CliConfiguration, SubstrateCli, TransactionPoolType};

/// Runs a node until a signal stops it.
pub fn run(cli: &Cli) -> sc_cli::Result<()> {
    chain_spec::ensure_startable(&cli.run.chain_id(cli.run.is_dev()?)?)?;

    let mut command = cli.run.clone();
    if cli.options.sealing.is_some() {
        // Blocks become final while the fork-aware pool still builds its view of them, and it would
        // lose transactions that arrive meanwhile. A sealed chain has no forks anyway.
        command.pool_config.pool_type = TransactionPoolType::SingleState;
    }

    let mut runner = cli.create_runner(&command)?;
    preflight::ports::ensure_free(runner.config())?;
    preflight::ports::forbid_random_rpc_port(runner.config_mut());

    let options = cli.options.clone();
    runner.run_node_until_exit(|config| async move {
        service::start(config, &options)
            .map(|node| node.task_manager)
            .map_err(sc_cli::Error::Service)
    })
}
