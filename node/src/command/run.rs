//! Running a node: no subcommand at all.

use crate::{chain_spec, cli::Cli, preflight, service};
use sc_cli::{CliConfiguration, SubstrateCli};

/// Runs a node until a signal stops it.
pub fn run(cli: &Cli) -> sc_cli::Result<()> {
    let chain = cli.run.chain_id(cli.run.is_dev()?)?;
    if chain_spec::is_unlaunched_mainnet(&chain) {
        return Err(
            "mainnet is not launched: nobody holds the keys of the placeholder validators in its \
             built-in genesis. Run --dev or --chain testnet instead; `export-chain-spec --chain \
             mainnet` writes the spec that the launch ceremony completes"
                .into(),
        );
    }

    let mut runner = cli.create_runner(&cli.run)?;
    preflight::ports::ensure_free(runner.config())?;
    preflight::ports::forbid_random_rpc_port(runner.config_mut());

    let sealing = cli.sealing;
    runner.run_node_until_exit(|config| async move {
        service::start(config, sealing)
            .map(|node| node.task_manager)
            .map_err(sc_cli::Error::Service)
    })
}
