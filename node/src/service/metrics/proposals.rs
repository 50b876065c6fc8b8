//! Prometheus metrics of governance: proposals by status, how many take part, whether what is due is done,
//! the brakes and the bootstrap.

use aitbc_primitives::{
    governance::{figures::ProposalFigures, proposals::Status, GovernanceApi},
    opaque::Block,
    time::SECOND,
    AccountId, Hash, Moment,
};
use aitbc_runtime::RuntimeCall;
use sp_api::ApiError;
use sp_runtime::Perbill;
use substrate_prometheus_endpoint::{
    register, CounterVec, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};

/// How enactments end, and the status of a proposal that ended so.
const RESULTS: [(&str, Status); 2] = [("ok", Status::Executed), ("error", Status::Failed)];

/// The metrics, as Prometheus knows them.
pub struct ProposalMetrics {
    proposals: GaugeVec<U64>,
    turnout: Gauge<F64>,
    quorum: Gauge<F64>,
    overdue: Gauge<F64>,
    enactments: CounterVec<U64>,
    brakes: Gauge<U64>,
    bootstrap: Gauge<F64>,
}

impl ProposalMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let amount = |name: &str, help: &str| register(Gauge::<F64>::new(name, help)?, registry);
        let proposals = Opts::new(
            "aitbc_proposals",
            "Proposals: those that are pending, active, passed or queued, and all that ever ended \
             otherwise",
        );
        let enactments = Opts::new(
            "aitbc_enactments_total",
            "Proposals whose calls were made, and those whose calls failed",
        );
        Ok(Self {
            proposals: register(GaugeVec::new(proposals, &["status"])?, registry)?,
            turnout: amount(
                "aitbc_proposal_turnout_ratio",
                "Best turnout of the votes that are open, as a part of all tokens outside of pots",
            )?,
            quorum: amount(
                "aitbc_effective_quorum_ratio",
                "What quorums of more than 5 % come down to, as a part of all tokens outside of pots",
            )?,
            overdue: amount(
                "aitbc_governance_overdue_seconds",
                "For how long something has been due for a proposal and was not done",
            )?,
            enactments: register(CounterVec::new(enactments, &["result"])?, registry)?,
            brakes: register(
                Gauge::new("aitbc_brakes_active", "Calls that are paused, and safe mode")?,
                registry,
            )?,
            bootstrap: amount(
                "aitbc_bootstrap_ends_seconds",
                "Time in which blocks are made until the council is no longer Root; 0 after that",
            )?,
        })
    }

    /// Shows `figures` instead of those before.
    pub fn show(&self, figures: &ProposalFigures) {
        for status in Status::ALL {
            let count = figures.count(status).into();
            self.proposals.with_label_values(&[status.name()]).set(count);
        }
        for (result, status) in RESULTS {
            let counter = self.enactments.with_label_values(&[result]);
            let count = u64::from(figures.count(status));
            // Fewer than before are those of another fork.
            counter.inc_by(count.saturating_sub(counter.get()));
        }
        self.turnout.set(ratio(figures.turnout));
        self.quorum.set(ratio(figures.effective_quorum));
        self.overdue.set(seconds(figures.overdue));
        self.brakes.set(figures.brakes.into());
        self.bootstrap.set(seconds(figures.bootstrap_left.unwrap_or_default()));
    }
}

fn ratio(part: Perbill) -> f64 {
    f64::from(part.deconstruct()) / f64::from(Perbill::one().deconstruct())
}

fn seconds(duration: Moment) -> f64 {
    duration as f64 / SECOND as f64
}

/// Asks the runtime in the state after block `at`.
pub fn read(
    api: &impl GovernanceApi<Block, AccountId, RuntimeCall>,
    at: Hash,
) -> Result<ProposalFigures, ApiError> {
    api.proposal_figures(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::metrics::{mock::Chain, samples::samples};
    use sp_api::ProvideRuntimeApi;

    fn figures(proposals: &[(Status, u32)]) -> ProposalFigures {
        ProposalFigures {
            proposals: proposals.to_vec(),
            turnout: Perbill::from_percent(3),
            effective_quorum: Perbill::from_parts(76_300_000),
            overdue: 1_500,
            brakes: 2,
            bootstrap_left: Some(60_000),
        }
    }

    #[test]
    fn figures_are_shown_in_whole_units() {
        let registry = Registry::new();
        let metrics = ProposalMetrics::register(&registry).unwrap();
        metrics.show(&figures(&[(Status::Active, 2), (Status::Executed, 4), (Status::Failed, 1)]));

        let samples = samples(&registry);
        for (name, value) in [
            ("aitbc_proposals{active}", 2.0),
            ("aitbc_proposals{executed}", 4.0),
            ("aitbc_proposals{failed}", 1.0),
            ("aitbc_proposals{pending}", 0.0),
            ("aitbc_proposal_turnout_ratio", 0.03),
            ("aitbc_effective_quorum_ratio", 0.0763),
            ("aitbc_governance_overdue_seconds", 1.5),
            ("aitbc_enactments_total{ok}", 4.0),
            ("aitbc_enactments_total{error}", 1.0),
            ("aitbc_brakes_active", 2.0),
            ("aitbc_bootstrap_ends_seconds", 60.0),
        ] {
            assert_eq!(samples[name], value, "{name}");
        }
        assert_eq!(samples.len(), Status::ALL.len() + RESULTS.len() + 5);
    }

    #[test]
    fn enactments_are_counted_once_and_never_fall() {
        let registry = Registry::new();
        let metrics = ProposalMetrics::register(&registry).unwrap();
        for (now, counted) in [(1, 1.0), (3, 3.0), (3, 3.0), (2, 3.0), (4, 4.0)] {
            metrics.show(&figures(&[(Status::Executed, now)]));
            assert_eq!(samples(&registry)["aitbc_enactments_total{ok}"], counted);
        }
    }

    #[test]
    fn bootstrap_that_is_over_ends_in_no_time() {
        let registry = Registry::new();
        let metrics = ProposalMetrics::register(&registry).unwrap();
        metrics.show(&ProposalFigures { bootstrap_left: None, ..figures(&[]) });
        assert_eq!(samples(&registry)["aitbc_bootstrap_ends_seconds"], 0.0);
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = ProposalMetrics::register(&registry).unwrap();
        assert!(ProposalMetrics::register(&registry).is_err());
    }

    #[test]
    fn reading_is_that_of_a_block() {
        let chain = Chain::new(2);
        let read = |number| read(&*chain.runtime_api(), chain.hash_of(number)).unwrap();
        assert_eq!((read(1).brakes, read(2).brakes), (1, 2));
    }

    #[test]
    fn failing_runtime_leaves_no_reading() {
        let mut chain = Chain::new(2);
        chain.broken = Some(2);
        assert!(read(&*chain.runtime_api(), chain.hash_of(2)).is_err());
    }
}
