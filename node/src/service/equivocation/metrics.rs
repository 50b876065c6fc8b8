//! Counters of what the watch sees.

use substrate_prometheus_endpoint::{register, Counter, PrometheusError, Registry, U64};

/// The counters. Clones count together.
#[derive(Clone)]
pub struct Metrics {
    /// Pairs of blocks of one producer in one slot.
    pub seen: Counter<U64>,
    /// Those of which the chain knows.
    pub reported: Counter<U64>,
    /// Blocks that came too early to become best.
    pub early: Counter<U64>,
    /// Blocks with a key of this node that it did not make.
    pub foreign: Counter<U64>,
}

impl Metrics {
    /// Makes the counters and adds them to `registry`, if there is one. Fails if that has them already.
    pub fn new(registry: Option<&Registry>) -> Result<Self, PrometheusError> {
        let counter = |name: &str, help: &str| {
            let counter = Counter::new(name, help)?;
            match registry {
                Some(registry) => register(counter, registry),
                None => Ok(counter),
            }
        };
        Ok(Self {
            seen: counter(
                "aitbc_equivocations_seen_total",
                "Slots in which this node has seen two blocks of one producer",
            )?,
            reported: counter(
                "aitbc_equivocations_reported_total",
                "Slots with two blocks of one producer, seen by this node, that the chain knows of",
            )?,
            early: counter(
                "aitbc_early_blocks_total",
                "Blocks that came before their slot and left out the one before, and so did not \
                 become best",
            )?,
            foreign: counter(
                "aitbc_foreign_blocks_total",
                "Blocks made elsewhere with a key of this node",
            )?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_registered_once() {
        let registry = Registry::new();
        let metrics = Metrics::new(Some(&registry)).unwrap();
        metrics.clone().foreign.inc();
        let counts: Vec<_> = registry
            .gather()
            .iter()
            .map(|family| {
                let value =
                    family.get_metric().iter().map(|metric| metric.get_counter().get_value());
                (family.get_name().to_string(), value.sum::<f64>())
            })
            .collect();
        assert_eq!(
            counts,
            [
                ("aitbc_early_blocks_total".into(), 0.0),
                ("aitbc_equivocations_reported_total".into(), 0.0),
                ("aitbc_equivocations_seen_total".into(), 0.0),
                ("aitbc_foreign_blocks_total".into(), 1.0),
            ]
        );
        assert!(Metrics::new(Some(&registry)).is_err());
    }
}
