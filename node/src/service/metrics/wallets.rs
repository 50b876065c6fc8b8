//! Prometheus metrics of the wallets of agents: how many there are, and the votes that they cast by themselves.

use aitbc_primitives::{
    agents::wallets::{WalletFigures, WalletsApi},
    opaque::Block,
    AccountId, Hash,
};
use sp_api::ApiError;
use substrate_prometheus_endpoint::{
    register, CounterVec, Gauge, Opts, PrometheusError, Registry, U64,
};

/// The metrics, as Prometheus knows them.
pub struct WalletMetrics {
    wallets: Gauge<U64>,
    stopped: Gauge<U64>,
    votes: CounterVec<U64>,
    pending: Gauge<U64>,
}

impl WalletMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let count = |name: &str, help: &str| register(Gauge::<U64>::new(name, help)?, registry);
        let votes = Opts::new("aitbc_auto_votes_total", "Votes by strategy since genesis");
        Ok(Self {
            wallets: count("aitbc_wallets", "Wallets, with those that are stopped")?,
            stopped: count("aitbc_wallets_stopped", "Wallets that are stopped")?,
            votes: register(CounterVec::new(votes, &["position"])?, registry)?,
            pending: count(
                "aitbc_auto_votes_pending",
                "Visits of wallets that are still to be made for the votes that go on now",
            )?,
        })
    }

    /// Shows `figures` instead of those before.
    pub fn show(&self, figures: WalletFigures) {
        let WalletFigures { wallets, stopped, votes_for, votes_against, votes_pending } = figures;
        self.wallets.set(wallets.into());
        self.stopped.set(stopped.into());
        for (position, count) in [("for", votes_for), ("against", votes_against)] {
            let counter = self.votes.with_label_values(&[position]);
            // Fewer than before are those of another fork.
            counter.inc_by(count.saturating_sub(counter.get()));
        }
        self.pending.set(votes_pending);
    }
}

/// Asks the runtime in the state after block `at`.
pub fn read(api: &impl WalletsApi<Block, AccountId>, at: Hash) -> Result<WalletFigures, ApiError> {
    api.wallet_figures(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::metrics::{mock::Chain, samples::samples};
    use sp_api::ProvideRuntimeApi;
    use std::collections::BTreeMap;

    const FIGURES: WalletFigures =
        WalletFigures { wallets: 5, stopped: 1, votes_for: 7, votes_against: 3, votes_pending: 9 };

    #[test]
    fn figures_are_shown() {
        let registry = Registry::new();
        let metrics = WalletMetrics::register(&registry).unwrap();
        metrics.show(FIGURES);
        let expected = [
            ("aitbc_wallets", 5.0),
            ("aitbc_wallets_stopped", 1.0),
            ("aitbc_auto_votes_total{for}", 7.0),
            ("aitbc_auto_votes_total{against}", 3.0),
            ("aitbc_auto_votes_pending", 9.0),
        ];
        assert_eq!(
            samples(&registry),
            BTreeMap::from(expected.map(|(name, value)| (name.to_string(), value)))
        );
    }

    #[test]
    fn votes_are_counted_once_and_never_fall() {
        let registry = Registry::new();
        let metrics = WalletMetrics::register(&registry).unwrap();
        for (now, counted) in [(1, 1.0), (3, 3.0), (3, 3.0), (2, 3.0), (4, 4.0)] {
            metrics.show(WalletFigures { votes_for: now, ..FIGURES });
            assert_eq!(samples(&registry)["aitbc_auto_votes_total{for}"], counted);
        }
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = WalletMetrics::register(&registry).unwrap();
        assert!(WalletMetrics::register(&registry).is_err());
    }

    #[test]
    fn reading_is_that_of_a_block() {
        let chain = Chain::new(2);
        let read = |number| read(&*chain.runtime_api(), chain.hash_of(number)).unwrap();
        assert_eq!((read(1).wallets, read(2).wallets), (1, 2));
    }

    #[test]
    fn failing_runtime_leaves_no_reading() {
        let mut chain = Chain::new(2);
        chain.broken = Some(2);
        assert!(read(&*chain.runtime_api(), chain.hash_of(2)).is_err());
    }
}
