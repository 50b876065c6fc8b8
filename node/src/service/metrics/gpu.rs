//! Prometheus metrics of GPUs that are staked: their power and how much of it is in use, the collateral
//! behind it, and the rewards of each pool.

use aitbc_primitives::{
    market::gpu::{GpuPoolView, GpuStakingApi},
    opaque::Block,
    token::AITBC,
    AccountId, Balance, Hash,
};
use sp_api::ApiError;
use substrate_prometheus_endpoint::{
    register, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};

/// The metrics, as Prometheus knows them.
pub struct GpuMetrics {
    power: GaugeVec<U64>,
    allocated: GaugeVec<U64>,
    providers: GaugeVec<U64>,
    funds: GaugeVec<F64>,
    owed: GaugeVec<F64>,
    collateral: Gauge<F64>,
}

impl GpuMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let count = |name: &str, help: &str| {
            register(GaugeVec::<U64>::new(Opts::new(name, help), &["pool"])?, registry)
        };
        let amount = |name: &str, help: &str| {
            register(GaugeVec::<F64>::new(Opts::new(name, help), &["pool"])?, registry)
        };
        Ok(Self {
            power: count("aitbc_gpu_power", "Units of power that are staked, by pool")?,
            allocated: count("aitbc_gpu_allocated", "Units of power that are in use, by pool")?,
            providers: count("aitbc_gpu_providers", "Accounts that have staked power, by pool")?,
            funds: amount(
                "aitbc_gpu_reward_funds",
                "AITBC in the pot of rewards, by pool, with what is owed of it",
            )?,
            owed: amount(
                "aitbc_gpu_reward_owed",
                "AITBC in the pot of rewards that providers have earned and not claimed, by pool",
            )?,
            collateral: register(
                Gauge::new(
                    "aitbc_gpu_collateral",
                    "AITBC that stand behind staked power, without what is on its way out",
                )?,
                registry,
            )?,
        })
    }

    /// Shows `pools`, the newest first, instead of those before. They are called by their names, which no two
    /// have that are open: of two with one name the newer is shown.
    pub fn show(&self, pools: &[GpuPoolView]) {
        for counts in [&self.power, &self.allocated, &self.providers] {
            counts.reset();
        }
        for amounts in [&self.funds, &self.owed] {
            amounts.reset();
        }
        for pool in pools.iter().rev() {
            let label = [pool.name.as_str()];
            self.power.with_label_values(&label).set(pool.power);
            self.allocated.with_label_values(&label).set(pool.allocated);
            self.providers.with_label_values(&label).set(pool.providers.into());
            self.funds.with_label_values(&label).set(tokens(pool.funds));
            self.owed.with_label_values(&label).set(tokens(pool.owed));
        }
        let collateral = pools.iter().map(|pool| pool.collateral);
        self.collateral.set(tokens(collateral.fold(0, Balance::saturating_add)));
    }
}

fn tokens(amount: Balance) -> f64 {
    amount as f64 / AITBC as f64
}

/// Asks the runtime in the state after block `at`.
pub fn read(
    api: &impl GpuStakingApi<Block, AccountId>,
    at: Hash,
) -> Result<Vec<GpuPoolView>, ApiError> {
    api.gpu_pools(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::metrics::samples::samples;
    use sp_runtime::Permill;
    use std::collections::BTreeMap;

    fn pool(id: u32, name: &str) -> GpuPoolView {
        GpuPoolView {
            id,
            name: name.into(),
            unit: String::new(),
            closed: false,
            rate: 0,
            match_ratio: Permill::zero(),
            min_price: 1,
            max_price: 1,
            per_unit: 1,
            audit: None,
            power: 400,
            allocated: 200,
            utilisation: Permill::from_percent(50),
            weight: 1,
            providers: 2,
            collateral: 3 * AITBC / 2,
            funds: 10 * AITBC,
            owed: AITBC / 4,
            bootstrap_left: 0,
            allowance: 0,
            emission: 0,
            days_left: None,
        }
    }

    #[test]
    fn pools_are_shown_by_name_in_whole_tokens() {
        let registry = Registry::new();
        let metrics = GpuMetrics::register(&registry).unwrap();
        metrics.show(&[GpuPoolView { power: 7, ..pool(1, "small") }, pool(0, "standard")]);
        let mut expected = BTreeMap::from([("aitbc_gpu_collateral".to_string(), 3.0)]);
        for (name, power) in [("small", 7.0), ("standard", 400.0)] {
            for (metric, value) in [
                ("power", power),
                ("allocated", 200.0),
                ("providers", 2.0),
                ("reward_funds", 10.0),
                ("reward_owed", 0.25),
            ] {
                expected.insert(format!("aitbc_gpu_{metric}{{{name}}}"), value);
            }
        }
        assert_eq!(samples(&registry), expected);
    }

    #[test]
    fn newer_of_two_pools_with_one_name_is_shown() {
        let registry = Registry::new();
        let metrics = GpuMetrics::register(&registry).unwrap();
        metrics.show(&[GpuPoolView { power: 7, ..pool(1, "one") }, pool(0, "one")]);
        let samples = samples(&registry);
        assert_eq!((samples["aitbc_gpu_power{one}"], samples["aitbc_gpu_collateral"]), (7.0, 3.0));
    }

    /// Closed pools are listed no more when there are many newer ones.
    #[test]
    fn pool_that_is_not_listed_any_more_is_not_shown() {
        let registry = Registry::new();
        let metrics = GpuMetrics::register(&registry).unwrap();
        metrics.show(&[pool(1, "new"), pool(0, "old")]);
        metrics.show(&[pool(1, "new")]);
        let samples = samples(&registry);
        assert!(samples.keys().all(|name| !name.contains("old")), "{samples:?}");
        assert_eq!(
            (samples["aitbc_gpu_power{new}"], samples["aitbc_gpu_collateral"]),
            (400.0, 1.5)
        );
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = GpuMetrics::register(&registry).unwrap();
        assert!(GpuMetrics::register(&registry).is_err());
    }
}
