//! Running a node: no subcommand at all.

use crate::{
    chain_spec,
    pool::{self, Capacity},
    preflight, rpc,
    service::{self, conduct::Conduct, NodeOptions},
};
use sc_cli::{CliConfiguration, RunCmd, SubstrateCli, TransactionPoolParams, TransactionPoolType};
use std::time::Duration;

/// Seconds for which the pool refuses what was wrong, but on development chains.
const BAN: u64 = 1_800;

/// Runs a node until a signal stops it. It acts towards others as `conduct` says.
pub fn run(
    cli: &impl SubstrateCli,
    command: &RunCmd,
    options: &NodeOptions,
    conduct: &dyn Conduct,
) -> sc_cli::Result<()> {
    chain_spec::ensure_startable(&command.chain_id(command.is_dev()?)?)?;

    let TransactionPoolParams { pool_limit, pool_kbytes, tx_ban_seconds, pool_type, .. } =
        command.pool_config;
    if matches!(pool_type, TransactionPoolType::ForkAware) {
        let why = "`--pool-type fork-aware` is not possible: this node has a pool of its own";
        return Err(sc_cli::Error::Input(why.into()));
    }
    let ban = if command.is_dev()? { 0 } else { BAN };
    let mut options = options.clone();
    options.pool = pool::Settings {
        given: Capacity { transactions: pool_limit, bytes: pool_kbytes.saturating_mul(1024) },
        ban: Duration::from_secs(tx_ban_seconds.unwrap_or(ban)),
    };

    let mut runner = cli.create_runner(command)?;
    preflight::ports::ensure_free(runner.config())?;
    preflight::ports::forbid_random_rpc_port(runner.config_mut());

    runner.run_node_until_exit(|config| async move {
        service::start(config, &options, rpc::module, conduct)
            .map(|node| node.task_manager)
            .map_err(sc_cli::Error::Service)
    })
}
