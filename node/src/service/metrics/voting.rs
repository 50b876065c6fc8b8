//! Prometheus metrics of voting power: what votes are measured against, and whether the upkeep of
//! polls and histories keeps pace.

use aitbc_primitives::{
    governance::{GovernanceApi, VotingFigures},
    opaque::Block,
    time::SECOND,
    token::AITBC,
    AccountId, Hash,
};
use aitbc_runtime::RuntimeCall;
use sp_api::ApiError;
use substrate_prometheus_endpoint::{register, Gauge, PrometheusError, Registry, F64, U64};

/// The metrics, as Prometheus knows them.
pub struct VotingMetrics {
    base: Gauge<F64>,
    open: Gauge<U64>,
    clearing: Gauge<U64>,
    histories: Gauge<U64>,
    overdue: Gauge<F64>,
}

impl VotingMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let count = |name: &str, help: &str| register(Gauge::<U64>::new(name, help)?, registry);
        let amount = |name: &str, help: &str| register(Gauge::<F64>::new(name, help)?, registry);
        Ok(Self {
            base: amount(
                "aitbc_voting_base",
                "All tokens outside of pots, which votes are measured against, in AITBC",
            )?,
            open: count("aitbc_polls_open", "Polls that are open")?,
            clearing: count(
                "aitbc_polls_clearing",
                "Polls that have ended and are still being cleared",
            )?,
            histories: count(
                "aitbc_voting_histories",
                "Histories of balances in the queue of pruning",
            )?,
            overdue: amount(
                "aitbc_voting_histories_overdue_seconds",
                "For how long the first history in the queue has been due to be pruned",
            )?,
        })
    }

    /// Shows `figures` instead of those before.
    pub fn show(&self, figures: VotingFigures) {
        let VotingFigures { base, open_polls, closed_polls, histories, overdue } = figures;
        self.base.set(base as f64 / AITBC as f64);
        self.open.set(open_polls.into());
        self.clearing.set(closed_polls.into());
        self.histories.set(histories);
        self.overdue.set(overdue as f64 / SECOND as f64);
    }
}

/// Asks the runtime in the state after block `at`.
pub fn read(
    api: &impl GovernanceApi<Block, AccountId, RuntimeCall>,
    at: Hash,
) -> Result<VotingFigures, ApiError> {
    api.voting_figures(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::metrics::{mock::Chain, samples::samples};
    use sp_api::ProvideRuntimeApi;
    use std::collections::BTreeMap;

    #[test]
    fn figures_are_shown_in_whole_units() {
        let registry = Registry::new();
        let metrics = VotingMetrics::register(&registry).unwrap();
        metrics.show(VotingFigures::default());
        metrics.show(VotingFigures {
            base: 2_500_000_000_000,
            open_polls: 3,
            closed_polls: 2,
            histories: u64::from(u32::MAX) + 1,
            overdue: 1_500,
        });

        let expected = [
            ("aitbc_voting_base", 2.5),
            ("aitbc_polls_open", 3.0),
            ("aitbc_polls_clearing", 2.0),
            ("aitbc_voting_histories", 4_294_967_296.0),
            ("aitbc_voting_histories_overdue_seconds", 1.5),
        ];
        assert_eq!(
            samples(&registry),
            BTreeMap::from(expected.map(|(name, value)| (name.to_string(), value)))
        );
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = VotingMetrics::register(&registry).unwrap();
        assert!(VotingMetrics::register(&registry).is_err());
    }

    #[test]
    fn reading_is_that_of_a_block() {
        let chain = Chain::new(2);
        let read = |number| read(&*chain.runtime_api(), chain.hash_of(number)).unwrap();
        assert_eq!((read(1).histories, read(2).histories), (1, 2));
    }

    #[test]
    fn failing_runtime_leaves_no_reading() {
        let mut chain = Chain::new(2);
        chain.broken = Some(2);
        assert!(read(&*chain.runtime_api(), chain.hash_of(2)).is_err());
    }
}
