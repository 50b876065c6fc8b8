//! Prometheus metrics of escrows and streams: how many are open, and what they hold.

use aitbc_primitives::{
    market::escrow::{views::EscrowApi, EscrowFigures},
    opaque::Block,
    token::AITBC,
    AccountId, Balance, Hash,
};
use sp_api::ApiError;
use substrate_prometheus_endpoint::{register, Gauge, PrometheusError, Registry, F64, U64};

/// The metrics, as Prometheus knows them.
pub struct EscrowMetrics {
    escrows: Gauge<U64>,
    escrows_held: Gauge<F64>,
    streams: Gauge<U64>,
    streams_held: Gauge<F64>,
}

impl EscrowMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let count = |name: &str, help: &str| register(Gauge::<U64>::new(name, help)?, registry);
        let amount = |name: &str, help: &str| register(Gauge::<F64>::new(name, help)?, registry);
        Ok(Self {
            escrows: count("aitbc_escrow_open", "Escrows that are not settled")?,
            escrows_held: amount("aitbc_escrow_held", "AITBC held for escrows, with fees")?,
            streams: count("aitbc_streams_open", "Streams that have not ended")?,
            streams_held: amount("aitbc_streams_held", "AITBC held for streams, with fees")?,
        })
    }

    /// Shows `figures` instead of those before.
    pub fn show(&self, figures: EscrowFigures) {
        let EscrowFigures { payment, stream, escrows, streams } = figures;
        self.escrows.set(escrows);
        self.escrows_held.set(aitbc(payment));
        self.streams.set(streams);
        self.streams_held.set(aitbc(stream));
    }
}

fn aitbc(amount: Balance) -> f64 {
    amount as f64 / AITBC as f64
}

/// Asks the runtime in the state after block `at`.
pub fn read(api: &impl EscrowApi<Block, AccountId>, at: Hash) -> Result<EscrowFigures, ApiError> {
    api.figures(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::metrics::samples::samples;

    #[test]
    fn figures_are_shown_in_whole_tokens() {
        let registry = Registry::new();
        let metrics = EscrowMetrics::register(&registry).unwrap();
        let (payment, stream) = (AITBC * 3 / 2, AITBC / 4);
        metrics.show(EscrowFigures { payment, stream, escrows: 3, streams: 2 });
        let samples = samples(&registry);
        for (name, value) in [
            ("aitbc_escrow_open", 3.0),
            ("aitbc_escrow_held", 1.5),
            ("aitbc_streams_open", 2.0),
            ("aitbc_streams_held", 0.25),
        ] {
            assert_eq!(samples[name], value, "{name}");
        }
        assert_eq!(samples.len(), 4);
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = EscrowMetrics::register(&registry).unwrap();
        assert!(EscrowMetrics::register(&registry).is_err());
    }
}
