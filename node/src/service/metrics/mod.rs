//! Prometheus metrics of what the runtime knows: block production, the pools of blocks, voting power,
//! proposals, the clock of the market, staked GPUs, escrows and streams, agents and their wallets.

mod agents;
mod deadlines;
mod escrow;
mod gpu;
mod pools;
mod production;
mod proposals;
mod voting;
mod wallets;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod samples;

use super::session;
use crate::client::FullClient;
use agents::AgentMetrics;
use aitbc_primitives::{
    agents::{registry::AgentsApi, wallets::WalletsApi},
    consensus::PorApi,
    governance::GovernanceApi,
    market::{deadlines::DeadlinesApi, escrow::views::EscrowApi, gpu::GpuStakingApi},
    opaque::Block,
    reputation::{pools::views::PoolApi, ReputationApi},
    AccountId, BlockNumber, Hash,
};
use aitbc_runtime::RuntimeCall;
use deadlines::DeadlineMetrics;
use escrow::EscrowMetrics;
use futures::StreamExt;
use gpu::GpuMetrics;
use pools::PoolMetrics;
use production::ProductionMetrics;
use proposals::ProposalMetrics;
use sc_client_api::BlockchainEvents;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus::SyncOracle;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use substrate_prometheus_endpoint::{PrometheusError, Registry};
use voting::VotingMetrics;
use wallets::WalletMetrics;

/// Time between two readings, unless a session begins.
///
/// A reading asks the runtime once each for voting power, proposals, deadlines, GPUs, escrows, agents and wallets,
/// twice for the schedule, twice for each producer, once for each open pool of a block and twice for each that has
/// closed: about 430 calls with 200 validators, which after every block would mostly repeat what is known. That of
/// agents looks at up to 10 000 of them. What is at most 10 s old is new enough for Prometheus, which usually collects every 15 s to 60 s. Counting blocks instead would
/// make readings rare just when many slots are missed, and frequent where blocks are sealed on demand.
/// A new session is read at once, since it has other producers; to see whether one has begun costs one
/// read of the database per block.
const PAUSE: Duration = Duration::from_secs(10);

const LOG_TARGET: &str = "chain-metrics";

/// All metrics of the runtime.
pub struct Metrics {
    production: ProductionMetrics,
    pools: PoolMetrics,
    voting: VotingMetrics,
    proposals: ProposalMetrics,
    deadlines: DeadlineMetrics,
    gpu: GpuMetrics,
    escrow: EscrowMetrics,
    agents: AgentMetrics,
    wallets: WalletMetrics,
}

impl Metrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        Ok(Self {
            production: ProductionMetrics::register(registry)?,
            pools: PoolMetrics::register(registry)?,
            voting: VotingMetrics::register(registry)?,
            proposals: ProposalMetrics::register(registry)?,
            deadlines: DeadlineMetrics::register(registry)?,
            gpu: GpuMetrics::register(registry)?,
            escrow: EscrowMetrics::register(registry)?,
            agents: AgentMetrics::register(registry)?,
            wallets: WalletMetrics::register(registry)?,
        })
    }

    /// Keeps the metrics up to date until the node stops, except while it catches up with the chain.
    ///
    /// The calls into the runtime take their time, so this belongs on a thread that may block.
    pub async fn follow(mut self, client: Arc<FullClient>, sync: impl SyncOracle) {
        let mut last = None;
        let mut blocks = client.import_notification_stream();
        loop {
            // Not the block of the notification: several may wait, and the best one counts.
            let best = client.info();
            if !sync.is_major_syncing() {
                let now = Occasion {
                    time: Instant::now(),
                    session: session::index(&client, best.best_hash),
                };
                if now.is_due_after(last.as_ref()) {
                    self.refresh(&*client, best.best_hash, best.best_number);
                    last = Some(now);
                }
            }
            if blocks.next().await.is_none() {
                return;
            }
        }
    }

    /// Shows what the runtime says in the state after block `at`, the block `number`. A group of
    /// metrics that cannot be read, because the runtime does not know it yet, stays as it is.
    fn refresh<C>(&mut self, client: &C, at: Hash, number: BlockNumber)
    where
        C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
        C::Api: PorApi<Block, AccountId>
            + PoolApi<Block, AccountId>
            + ReputationApi<Block, AccountId>
            + GovernanceApi<Block, AccountId, RuntimeCall>
            + DeadlinesApi<Block>
            + GpuStakingApi<Block, AccountId>
            + EscrowApi<Block, AccountId>
            + AgentsApi<Block, AccountId>
            + WalletsApi<Block, AccountId>,
    {
        let report = |group, error: ApiError| {
            log::debug!(
                target: LOG_TARGET,
                "The runtime could not be asked for {group} after block {number}: {error}"
            );
        };
        let api = client.runtime_api();
        match production::Reading::take(&*api, at) {
            Ok(reading) => self.production.show(reading),
            Err(error) => report("block production", error),
        }
        match self.pools.read(client, at, number) {
            Ok(reading) => self.pools.show(reading),
            Err(error) => report("pools of blocks", error),
        }
        match voting::read(&*api, at) {
            Ok(figures) => self.voting.show(figures),
            Err(error) => report("voting power", error),
        }
        match proposals::read(&*api, at) {
            Ok(figures) => self.proposals.show(&figures),
            Err(error) => report("proposals", error),
        }
        match deadlines::read(&*api, at) {
            Ok(figures) => self.deadlines.show(figures),
            Err(error) => report("deadlines", error),
        }
        match gpu::read(&*api, at) {
            Ok(pools) => self.gpu.show(&pools),
            Err(error) => report("GPUs", error),
        }
        match escrow::read(&*api, at) {
            Ok(figures) => self.escrow.show(figures),
            Err(error) => report("escrows", error),
        }
        match agents::read(&*api, at) {
            Ok(figures) => self.agents.show(&figures),
            Err(error) => report("agents", error),
        }
        match wallets::read(&*api, at) {
            Ok(figures) => self.wallets.show(figures),
            Err(error) => report("wallets", error),
        }
    }
}

/// When a reading was taken.
struct Occasion {
    time: Instant,
    /// The session, encoded.
    session: Option<Vec<u8>>,
}

impl Occasion {
    /// Whether to take a reading now if the one before was taken at `last`.
    fn is_due_after(&self, last: Option<&Self>) -> bool {
        last.is_none_or(|last| {
            self.session != last.session || self.time.duration_since(last.time) >= PAUSE
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{mock::Chain, samples::samples, *};

    /// A metric of each group after a reading of block 3.
    fn after_reading(chain: &Chain) -> [f64; 9] {
        let registry = Registry::new();
        let mut metrics = Metrics::register(&registry).unwrap();
        metrics.refresh(chain, chain.hash_of(3), 3);
        let samples = samples(&registry);
        [
            "aitbc_session_slots",
            "aitbc_pools_open",
            "aitbc_polls_open",
            "aitbc_brakes_active",
            "aitbc_deadlines_waiting{wall}",
            "aitbc_gpu_power{standard}",
            "aitbc_escrow_open",
            "aitbc_agents_available",
            "aitbc_wallets",
        ]
        .map(|name| samples.get(name).copied().unwrap_or_default())
    }

    #[test]
    fn all_groups_are_shown() {
        assert_eq!(after_reading(&Chain::new(3)), [4.0, 1.0, 6.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0]);
    }

    #[test]
    fn group_that_the_runtime_does_not_know_leaves_the_others() {
        let mut chain = Chain::new(3);
        chain.runtime.without_figures = true;
        assert_eq!(after_reading(&chain), [4.0, 1.0, 0.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0]);
    }

    #[test]
    fn failing_runtime_shows_nothing() {
        let mut chain = Chain::new(3);
        chain.broken = Some(3);
        assert_eq!(after_reading(&chain), [0.0; 9]);
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = Metrics::register(&registry).unwrap();
        assert!(Metrics::register(&registry).is_err());
    }

    #[test]
    fn readings_are_taken_after_a_pause_and_in_new_sessions() {
        let start = Instant::now();
        let after = |seconds, session| Occasion {
            time: start + Duration::from_secs(seconds),
            session: Some(vec![session]),
        };
        let last = after(0, 7);
        assert!(last.is_due_after(None));
        for (seconds, session, due) in [(0, 7, false), (9, 7, false), (10, 7, true), (1, 8, true)] {
            assert_eq!(after(seconds, session).is_due_after(Some(&last)), due, "after {seconds} s");
        }
    }
}
