//! Running a node: no subcommand at all.

use crate::{
    chain_spec,
    pool::Capacity,
    preflight, rpc,
    service::{self, conduct::Conduct, NodeOptions},
};
use sc_cli::{CliConfiguration, RunCmd, SubstrateCli, TransactionPoolType};

/// How many times what it is given the pool has room for, so that it never pushes anything out: it keeps what blocks
/// hold until they are final, 128 blocks at most, and transactions of other formats do not wait in front of it.
const POOL_ROOM: usize = 40;
/// The same for their bytes.
const POOL_ROOM_IN_BYTES: usize = 8;

/// Runs a node until a signal stops it. It acts towards others as `conduct` says.
pub fn run(
    cli: &impl SubstrateCli,
    command: &RunCmd,
    options: &NodeOptions,
    conduct: &dyn Conduct,
) -> sc_cli::Result<()> {
    chain_spec::ensure_startable(&command.chain_id(command.is_dev()?)?)?;

    let mut command = command.clone();
    let mut options = options.clone();
    let pool = &mut command.pool_config;
    options.given_to_pool =
        Capacity { transactions: pool.pool_limit, bytes: pool.pool_kbytes.saturating_mul(1024) };
    pool.pool_limit = pool.pool_limit.saturating_mul(POOL_ROOM);
    pool.pool_kbytes = pool.pool_kbytes.saturating_mul(POOL_ROOM_IN_BYTES);
    if options.sealing.is_some() {
        // Blocks become final while the fork-aware pool still builds its view of them, and it would
        // lose transactions that arrive meanwhile. A sealed chain has no forks anyway. Once the
        // configuration is made of the command, the type of the pool can no longer be changed alone.
        pool.pool_type = TransactionPoolType::SingleState;
    }

    let mut runner = cli.create_runner(&command)?;
    preflight::ports::ensure_free(runner.config())?;
    preflight::ports::forbid_random_rpc_port(runner.config_mut());

    runner.run_node_until_exit(|config| async move {
        service::start(config, &options, rpc::module, conduct)
            .map(|node| node.task_manager)
            .map_err(sc_cli::Error::Service)
    })
}
