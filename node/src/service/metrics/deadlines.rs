//! Prometheus metrics of the clock of the market: whether it runs, and whether the agenda of deadlines keeps
//! pace.

use aitbc_primitives::{
    market::deadlines::{ClockFigures, DeadlinesApi},
    opaque::Block,
    time::SECOND,
    Hash,
};
use sp_api::ApiError;
use substrate_prometheus_endpoint::{
    register, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};

/// The metrics, as Prometheus knows them.
pub struct DeadlineMetrics {
    waiting: GaugeVec<U64>,
    overdue: GaugeVec<F64>,
    stopped: Gauge<U64>,
}

impl DeadlineMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let waiting = Opts::new("aitbc_deadlines_waiting", "Tasks on the agenda of deadlines");
        let overdue = Opts::new(
            "aitbc_deadlines_overdue_seconds",
            "For how long the agenda of deadlines should have been further, by each clock",
        );
        Ok(Self {
            waiting: register(GaugeVec::new(waiting, &["clock"])?, registry)?,
            overdue: register(GaugeVec::new(overdue, &["clock"])?, registry)?,
            stopped: register(
                Gauge::new(
                    "aitbc_clock_stopped",
                    "1 while the active clock stands still: in a migration, in safe mode, or while a \
                     call that meets a deadline is paused",
                )?,
                registry,
            )?,
        })
    }

    /// Shows `figures` instead of those before.
    pub fn show(&self, figures: ClockFigures) {
        let ClockFigures { stopped, waiting, overdue, .. } = figures;
        for (clock, waiting, overdue) in
            [("active", waiting.active, overdue.active), ("wall", waiting.wall, overdue.wall)]
        {
            self.waiting.with_label_values(&[clock]).set(waiting);
            self.overdue.with_label_values(&[clock]).set(overdue as f64 / SECOND as f64);
        }
        self.stopped.set(stopped.is_some().into());
    }
}

/// Asks the runtime in the state after block `at`.
pub fn read(api: &impl DeadlinesApi<Block>, at: Hash) -> Result<ClockFigures, ApiError> {
    api.clock(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::metrics::{mock::Chain, samples::samples};
    use aitbc_primitives::market::deadlines::{ByClock, Why};
    use sp_api::ProvideRuntimeApi;
    use std::collections::BTreeMap;

    #[test]
    fn figures_are_shown_in_whole_units() {
        let registry = Registry::new();
        let metrics = DeadlineMetrics::register(&registry).unwrap();
        let figures = ClockFigures {
            active: 60_000,
            stopped: Some(Why::SafeMode),
            waiting: ByClock { active: 3, wall: 2 },
            overdue: ByClock { active: 1_500, wall: 0 },
            overdue_since: Some(1),
        };
        for (stopped, value) in [(figures.stopped, 1.0), (None, 0.0)] {
            metrics.show(ClockFigures { stopped, ..figures });
            let expected = [
                ("aitbc_deadlines_waiting{active}", 3.0),
                ("aitbc_deadlines_waiting{wall}", 2.0),
                ("aitbc_deadlines_overdue_seconds{active}", 1.5),
                ("aitbc_deadlines_overdue_seconds{wall}", 0.0),
                ("aitbc_clock_stopped", value),
            ];
            assert_eq!(
                samples(&registry),
                BTreeMap::from(expected.map(|(name, value)| (name.to_string(), value)))
            );
        }
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = DeadlineMetrics::register(&registry).unwrap();
        assert!(DeadlineMetrics::register(&registry).is_err());
    }

    #[test]
    fn reading_is_that_of_a_block() {
        let chain = Chain::new(2);
        let read = |number| read(&*chain.runtime_api(), chain.hash_of(number)).unwrap();
        assert_eq!((read(1).waiting.wall, read(2).waiting.wall), (1, 2));
    }

    #[test]
    fn failing_runtime_leaves_no_reading() {
        let mut chain = Chain::new(2);
        chain.broken = Some(2);
        assert!(read(&*chain.runtime_api(), chain.hash_of(2)).is_err());
    }
}
