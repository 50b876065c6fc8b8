//! Prometheus metrics of block production: what each validator was to deliver in the current
//! session, and what it did.
//!
//! They start over in each session. What a whole session amounted to, `por_deliveries` tells in the
//! next one.

use aitbc_primitives::{
    consensus::{Availability, PorApi, SessionIndex, SessionSchedule},
    opaque::Block,
    reputation::{Rep, REP},
    AccountId, Hash,
};
use sp_api::ApiError;
use std::collections::BTreeMap;
use substrate_prometheus_endpoint::{
    register, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};

/// Label that names a validator by its address.
const LABEL: &str = "validator";

/// The metrics, as Prometheus knows them.
pub struct ProductionMetrics {
    scheduled: GaugeVec<U64>,
    elapsed: GaugeVec<U64>,
    produced: GaugeVec<U64>,
    missed: GaugeVec<U64>,
    encumbered: GaugeVec<F64>,
    session: Gauge<U64>,
    slots: Gauge<U64>,
    /// What they show.
    shown: Reading,
}

impl ProductionMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let slots =
            |name, help| register(GaugeVec::<U64>::new(Opts::new(name, help), &[LABEL])?, registry);
        Ok(Self {
            scheduled: slots(
                "aitbc_slots_scheduled",
                "Slots of the validator in the current session",
            )?,
            elapsed: slots(
                "aitbc_slots_elapsed",
                "Slots of the validator that have passed in the current session",
            )?,
            produced: slots(
                "aitbc_slots_produced",
                "Slots of the validator with a block in the current session",
            )?,
            missed: slots(
                "aitbc_slots_missed",
                "Slots of the validator that passed without a block in the current session",
            )?,
            encumbered: register(
                GaugeVec::<F64>::new(
                    Opts::new(
                        "aitbc_rep_encumbered",
                        "Encumbered reputation of the validator, in REP",
                    ),
                    &[LABEL],
                )?,
                registry,
            )?,
            session: register(
                Gauge::new("aitbc_session_index", "Index of the current session")?,
                registry,
            )?,
            slots: register(
                Gauge::new("aitbc_session_slots", "Slots of the current session")?,
                registry,
            )?,
            shown: Reading::default(),
        })
    }

    /// Shows `reading` instead of the one before. Validators that are in both are never gone in
    /// between: Prometheus would take a gap for their end.
    pub fn show(&mut self, reading: Reading) {
        for gone in self.shown.validators.keys() {
            if !reading.validators.contains_key(gone) {
                self.remove(gone);
            }
        }
        for (validator, record) in &reading.validators {
            let label = [validator.as_str()];
            let set = |metric: &GaugeVec<U64>, slots: u32| {
                metric.with_label_values(&label).set(slots.into());
            };
            set(&self.scheduled, record.scheduled);
            set(&self.elapsed, record.elapsed);
            set(&self.produced, record.produced);
            set(&self.missed, record.elapsed.saturating_sub(record.produced));
            self.encumbered.with_label_values(&label).set(whole(record.encumbered));
        }
        self.session.set(reading.session.into());
        self.slots.set(reading.slots.into());
        self.shown = reading;
    }

    fn remove(&self, validator: &str) {
        let label = [validator];
        for metric in [&self.scheduled, &self.elapsed, &self.produced, &self.missed] {
            // Fails if it is not there, which is what is wanted.
            let _ = metric.remove_label_values(&label);
        }
        let _ = self.encumbered.remove_label_values(&label);
    }
}

/// An amount in units as one in REP.
fn whole(units: Rep) -> f64 {
    units as f64 / REP as f64
}

/// What the runtime says about production.
#[derive(Default)]
pub struct Reading {
    session: SessionIndex,
    slots: u32,
    /// The record of each validator, by its address.
    validators: BTreeMap<String, Availability>,
}

impl Reading {
    /// Asks the runtime in the state after block `at`.
    pub fn take(api: &impl PorApi<Block, AccountId>, at: Hash) -> Result<Self, ApiError> {
        let SessionSchedule { session, length, producers, .. } = api.schedule(at)?;
        let validators = producers
            .into_iter()
            .map(|producer| {
                let address = producer.account.to_string();
                Ok((address, api.availability(at, producer.account)?))
            })
            .collect::<Result<_, ApiError>>()?;
        Ok(Self { session, slots: length, validators })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::account,
        service::metrics::{mock::Chain, samples::samples},
    };
    use sp_api::ProvideRuntimeApi;

    fn validator(scheduled: u32, elapsed: u32, produced: u32, encumbered: Rep) -> Availability {
        Availability { encumbered, scheduled, elapsed, produced, ..Default::default() }
    }

    fn reading(session: SessionIndex, validators: &[(&str, Availability)]) -> Reading {
        Reading {
            session,
            slots: 60,
            validators: validators
                .iter()
                .map(|(name, validator)| (name.to_string(), validator.clone()))
                .collect(),
        }
    }

    #[test]
    fn reading_is_shown() {
        let registry = Registry::new();
        let mut metrics = ProductionMetrics::register(&registry).unwrap();
        metrics.show(reading(4, &[("alice", validator(40, 30, 28, 2_500_000_000_000))]));

        let expected = [
            ("aitbc_rep_encumbered{alice}", 2.5),
            ("aitbc_session_index", 4.0),
            ("aitbc_session_slots", 60.0),
            ("aitbc_slots_elapsed{alice}", 30.0),
            ("aitbc_slots_missed{alice}", 2.0),
            ("aitbc_slots_produced{alice}", 28.0),
            ("aitbc_slots_scheduled{alice}", 40.0),
        ];
        assert_eq!(
            samples(&registry),
            BTreeMap::from(expected.map(|(name, value)| (name.to_string(), value)))
        );
    }

    #[test]
    fn validators_that_left_are_no_longer_shown() {
        let registry = Registry::new();
        let mut metrics = ProductionMetrics::register(&registry).unwrap();
        let both = [("alice", validator(4, 3, 3, 1)), ("bob", validator(4, 3, 3, 1))];
        metrics.show(reading(4, &both));
        metrics
            .show(reading(5, &[("bob", validator(8, 0, 0, 1)), ("carol", validator(4, 0, 0, 1))]));

        let samples = samples(&registry);
        let of = |name: &str| samples.keys().filter(|key| key.contains(name)).count();
        assert_eq!((of("alice"), of("bob"), of("carol")), (0, 5, 5));
        assert_eq!(samples["aitbc_slots_scheduled{bob}"], 8.0);
        assert_eq!(samples["aitbc_session_index"], 5.0);
    }

    #[test]
    fn more_blocks_than_slots_are_not_missed_slots() {
        let registry = Registry::new();
        let mut metrics = ProductionMetrics::register(&registry).unwrap();
        metrics.show(reading(0, &[("alice", validator(1, 0, 1, 0))]));
        assert_eq!(samples(&registry)["aitbc_slots_missed{alice}"], 0.0);
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = ProductionMetrics::register(&registry).unwrap();
        assert!(ProductionMetrics::register(&registry).is_err());
    }

    #[test]
    fn reading_covers_all_producers() {
        let chain = Chain::new(2);
        let reading = Reading::take(&*chain.runtime_api(), chain.hash_of(2)).unwrap();
        assert_eq!((reading.session, reading.slots), (3, 4));
        assert_eq!(
            reading.validators.keys().cloned().collect::<Vec<_>>(),
            [account(1), account(2)].map(|account| account.to_string())
        );
        assert_eq!(reading.validators[&account(1).to_string()].elapsed, 2);
    }

    #[test]
    fn failing_runtime_leaves_no_reading() {
        let mut chain = Chain::new(2);
        chain.broken = Some(2);
        assert!(Reading::take(&*chain.runtime_api(), chain.hash_of(2)).is_err());
    }
}
