//! Prometheus metrics of block production: what each validator was to deliver in the current
//! session, and what it did.
//!
//! They start over in each session. What a whole session amounted to, `por_deliveries` tells in the
//! next one.

use super::{session, FullClient};
use aitbc_primitives::{
    opaque::Block,
    por::{Availability, PorApi, Schedule, SessionIndex},
    reputation::{Rep, REP},
    AccountId, Hash,
};
use futures::StreamExt;
use sc_client_api::BlockchainEvents;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus::SyncOracle;
use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};
use substrate_prometheus_endpoint::{
    register, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};

/// Time between two readings, unless a session begins.
///
/// A reading asks the runtime once for the schedule and once for each producer: 201 calls with 200
/// validators, which after every block would mostly repeat what is known. What is at most 10 s old
/// is new enough for Prometheus, which usually collects every 15 s to 60 s. Counting blocks instead
/// would make readings rare just when many slots are missed, and frequent where blocks are sealed
/// on demand. A new session is read at once, since it has other producers; to see whether one has
/// begun costs one read of the database per block.
const PAUSE: Duration = Duration::from_secs(10);

/// Label that names a validator by its address.
const LABEL: &str = "validator";

const LOG_TARGET: &str = "production-metrics";

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
        let slots = |name, help| {
            register(
                GaugeVec::<U64>::new(Opts::new(name, help), &[LABEL])?,
                registry,
            )
        };
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
                    match Reading::take(&*client.runtime_api(), best.best_hash) {
                        Ok(reading) => self.show(reading),
                        Err(error) => log::debug!(
                            target: LOG_TARGET,
                            "The runtime could not be asked after block {}: {error}",
                            best.best_number
                        ),
                    }
                    last = Some(now);
                }
            }
            if blocks.next().await.is_none() {
                return;
            }
        }
    }

    /// Shows `reading` instead of the one before. Validators that are in both are never gone in
    /// between: Prometheus would take a gap for their end.
    fn show(&mut self, reading: Reading) {
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
            self.encumbered
                .with_label_values(&label)
                .set(whole(record.encumbered));
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

/// What the runtime says about production.
#[derive(Default)]
struct Reading {
    session: SessionIndex,
    slots: u32,
    /// By address.
    validators: BTreeMap<String, Availability>,
}

impl Reading {
    /// Asks the runtime in the state after block `at`.
    fn take(api: &impl PorApi<Block, AccountId>, at: Hash) -> Result<Self, ApiError> {
        let Schedule {
            session,
            length,
            producers,
            ..
        } = api.schedule(at)?;
        let validators = producers
            .into_iter()
            .map(|producer| {
                let address = producer.account.to_string();
                Ok((address, api.availability(at, producer.account)?))
            })
            .collect::<Result<_, ApiError>>()?;
        Ok(Self {
            session,
            slots: length,
            validators,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::{account, MockChain};

    /// The samples of the metrics: `name{validator}` or `name`, and the value.
    fn samples(registry: &Registry) -> BTreeMap<String, f64> {
        registry
            .gather()
            .iter()
            .flat_map(|family| {
                family.get_metric().iter().map(|metric| {
                    let name = match metric.get_label() {
                        [] => family.get_name().to_string(),
                        [label] => format!("{}{{{}}}", family.get_name(), label.get_value()),
                        labels => panic!("unexpected labels: {labels:?}"),
                    };
                    (name, metric.get_gauge().get_value())
                })
            })
            .collect()
    }

    fn validator(scheduled: u32, elapsed: u32, produced: u32, encumbered: Rep) -> Availability {
        Availability {
            encumbered,
            scheduled,
            elapsed,
            produced,
            ..Default::default()
        }
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
        metrics.show(reading(
            4,
            &[("alice", validator(40, 30, 28, 2_500_000_000_000))],
        ));

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
        let both = [
            ("alice", validator(4, 3, 3, 1)),
            ("bob", validator(4, 3, 3, 1)),
        ];
        metrics.show(reading(4, &both));
        metrics.show(reading(
            5,
            &[
                ("bob", validator(8, 0, 0, 1)),
                ("carol", validator(4, 0, 0, 1)),
            ],
        ));

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
        let chain = MockChain::new(2);
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
        let mut chain = MockChain::new(2);
        chain.broken = Some(2);
        assert!(Reading::take(&*chain.runtime_api(), chain.hash_of(2)).is_err());
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
            assert_eq!(
                after(seconds, session).is_due_after(Some(&last)),
                due,
                "after {seconds} s"
            );
        }
    }
}
