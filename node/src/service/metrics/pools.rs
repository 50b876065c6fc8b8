//! Prometheus metrics of the pools of blocks: how they end, and whether validators vote in them.
//!
//! A bench is known while its pool is open, and votes may come until it closes. So the bench of a closed
//! pool is read in the state before the block that closed it.

use aitbc_primitives::{
    consensus::{PorApi, SessionIndex, SessionSchedule},
    opaque::Block,
    reputation::{
        pools::{views::PoolApi, BenchMember, Outcome},
        Domain, Rep, ReputationApi, REP,
    },
    AccountId, BlockNumber, Hash,
};
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use std::collections::BTreeMap;
use substrate_prometheus_endpoint::{
    register, CounterVec, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};

/// Label that names a validator by its address.
const LABEL: &str = "validator";

/// So many blocks are looked back on at most, also when the node has caught up with the chain: states
/// further back may be gone.
const LOOK_BACK: BlockNumber = 100;

/// How pools end.
const OUTCOMES: [Outcome; 4] =
    [Outcome::Accepted, Outcome::Rejected, Outcome::Contested, Outcome::NoQuorum];

/// The metrics, as Prometheus knows them.
pub struct PoolMetrics {
    open: Gauge<U64>,
    closed: CounterVec<U64>,
    seats: GaugeVec<U64>,
    voted: GaugeVec<U64>,
    earned: GaugeVec<F64>,
    /// What they show.
    shown: Reading,
}

impl PoolMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let seats =
            |name, help| register(GaugeVec::<U64>::new(Opts::new(name, help), &[LABEL])?, registry);
        let help = "Pools of blocks that have closed since the node was started, by outcome";
        let closed = register(
            CounterVec::new(Opts::new("aitbc_pools_closed_total", help), &["outcome"])?,
            registry,
        )?;
        for outcome in OUTCOMES {
            closed.with_label_values(&[name(outcome)]).reset();
        }
        Ok(Self {
            open: register(
                Gauge::new("aitbc_pools_open", "Pools of blocks that are open")?,
                registry,
            )?,
            closed,
            seats: seats(
                "aitbc_bench_seats",
                "Seats of the validator in the pools of blocks that have closed in the current session",
            )?,
            voted: seats(
                "aitbc_bench_voted",
                "Seats with which the validator has voted in the pools of blocks that have closed in \
                 the current session",
            )?,
            earned: register(
                GaugeVec::<F64>::new(
                    Opts::new(
                        "aitbc_rep_earned",
                        "What the validator has earned in pools of blocks and was not credited with \
                         yet, in REP",
                    ),
                    &[LABEL],
                )?,
                registry,
            )?,
            shown: Reading::default(),
        })
    }

    /// Asks the runtime in the state after block `at`, the block `number`, for what has changed.
    pub fn read<C>(&self, client: &C, at: Hash, number: BlockNumber) -> Result<Reading, ApiError>
    where
        C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
        C::Api:
            PorApi<Block, AccountId> + PoolApi<Block, AccountId> + ReputationApi<Block, AccountId>,
    {
        Reading::take(client, at, number, &self.shown)
    }

    /// Shows `reading` instead of the one before. Validators that are in both are never gone in between.
    pub fn show(&mut self, reading: Reading) {
        for gone in self.shown.validators.keys() {
            if !reading.validators.contains_key(gone) {
                self.remove(gone);
            }
        }
        for (validator, record) in &reading.validators {
            let label = validator.to_string();
            let label = [label.as_str()];
            self.seats.with_label_values(&label).set(record.seats);
            self.voted.with_label_values(&label).set(record.voted);
            self.earned.with_label_values(&label).set(record.earned as f64 / REP as f64);
        }
        for outcome in &reading.closed {
            self.closed.with_label_values(&[name(*outcome)]).inc();
        }
        self.open.set(reading.open);
        self.shown = reading;
    }

    fn remove(&self, validator: &AccountId) {
        let label = validator.to_string();
        let label = [label.as_str()];
        for metric in [&self.seats, &self.voted] {
            // Fails if it is not there, which is what is wanted.
            let _ = metric.remove_label_values(&label);
        }
        let _ = self.earned.remove_label_values(&label);
    }
}

/// An outcome, as metrics name it.
fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted => "accepted",
        Outcome::Rejected => "rejected",
        Outcome::Contested => "contested",
        Outcome::NoQuorum => "no_quorum",
    }
}

/// What the runtime says about the pools of blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// All blocks before this one that have a pool were looked at after it had closed. `None` before the
    /// first reading.
    next: Option<BlockNumber>,
    session: SessionIndex,
    open: u64,
    /// How those ended that have closed since the reading before; none in the first one.
    closed: Vec<Outcome>,
    /// The producers of the session, and who else had seats in it.
    validators: BTreeMap<AccountId, Record>,
}

/// A validator in the current session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Record {
    seats: u64,
    voted: u64,
    earned: Rep,
}

impl Reading {
    /// Asks the runtime in the state after block `at`, the block `number`, and in states before for
    /// benches. `before` is the reading before.
    fn take<C>(client: &C, at: Hash, number: BlockNumber, before: &Self) -> Result<Self, ApiError>
    where
        C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
        C::Api:
            PorApi<Block, AccountId> + PoolApi<Block, AccountId> + ReputationApi<Block, AccountId>,
    {
        let api = client.runtime_api();
        let SessionSchedule { session, producers, .. } = api.schedule(at)?;
        let mut reading = Self { session, ..Default::default() };
        if session == before.session {
            reading.validators.clone_from(&before.validators);
        }
        for producer in producers {
            reading.validators.entry(producer.account).or_default();
        }

        let oldest = number.saturating_sub(LOOK_BACK);
        let mut next = None;
        for block in before.next.unwrap_or(oldest).max(oldest)..number {
            let Some(pool) = api.block_pool(at, block)? else { continue };
            match pool.outcome {
                None => {
                    reading.open += 1;
                    next.get_or_insert(block);
                }
                // Those behind an open one are counted when that has closed.
                Some(outcome) if before.next.is_some() && next.is_none() => {
                    reading.closed.push(outcome);
                    for member in bench(client, block, pool.closes).unwrap_or_default() {
                        reading.count(member);
                    }
                }
                Some(_) => {}
            }
        }
        // After a fork the best block may be lower than before.
        reading.next = Some(next.unwrap_or(number).max(before.next.unwrap_or_default()));

        for (validator, record) in &mut reading.validators {
            let reputation = api.reputation(at, Domain::Block, validator.clone())?;
            record.earned = reputation.earned;
        }
        Ok(reading)
    }

    fn count(&mut self, member: BenchMember<AccountId>) {
        let record = self.validators.entry(member.account).or_default();
        let seats = u64::from(member.seats);
        record.seats += seats;
        if member.vote.is_some() {
            record.voted += seats;
        }
    }
}

/// The bench of the pool of `block` when it was about to be closed by the block `closes`. `None` if the
/// state is gone.
fn bench<C>(
    client: &C,
    block: BlockNumber,
    closes: BlockNumber,
) -> Option<Vec<BenchMember<AccountId>>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
    C::Api: PoolApi<Block, AccountId>,
{
    let last = client.hash(closes.checked_sub(1)?).ok()??;
    let pool = client.runtime_api().block_pool(last, block).ok()??;
    Some(pool.members)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::account,
        service::metrics::{mock::Chain, samples::samples},
    };

    fn record(seats: u64, voted: u64, earned: Rep) -> Record {
        Record { seats, voted, earned }
    }

    fn reading(session: SessionIndex, validators: &[(u8, Record)]) -> Reading {
        Reading {
            session,
            validators: validators
                .iter()
                .map(|(index, record)| (account(*index), record.clone()))
                .collect(),
            ..Default::default()
        }
    }

    /// What is read after block `number` if `before` was read before.
    fn take(chain: &Chain, number: BlockNumber, before: &Reading) -> Result<Reading, ApiError> {
        Reading::take(chain, chain.hash_of(number), number, before)
    }

    #[test]
    fn reading_is_shown() {
        let registry = Registry::new();
        let mut metrics = PoolMetrics::register(&registry).unwrap();
        let first = Reading {
            open: 9,
            closed: vec![Outcome::Accepted, Outcome::NoQuorum, Outcome::Accepted],
            ..reading(4, &[(1, record(40, 30, 2_500_000_000_000))])
        };
        metrics.show(first.clone());
        metrics.show(Reading { open: 10, closed: vec![Outcome::Accepted], ..first });

        let alice = account(1);
        let expected = [
            (format!("aitbc_bench_seats{{{alice}}}"), 40.0),
            (format!("aitbc_bench_voted{{{alice}}}"), 30.0),
            (format!("aitbc_rep_earned{{{alice}}}"), 2.5),
            ("aitbc_pools_open".into(), 10.0),
            ("aitbc_pools_closed_total{accepted}".into(), 3.0),
            ("aitbc_pools_closed_total{rejected}".into(), 0.0),
            ("aitbc_pools_closed_total{contested}".into(), 0.0),
            ("aitbc_pools_closed_total{no_quorum}".into(), 1.0),
        ];
        assert_eq!(samples(&registry), BTreeMap::from(expected));
    }

    #[test]
    fn validators_that_left_are_no_longer_shown() {
        let registry = Registry::new();
        let mut metrics = PoolMetrics::register(&registry).unwrap();
        metrics.show(reading(4, &[(1, record(4, 3, 1)), (2, record(4, 3, 1))]));
        metrics.show(reading(5, &[(2, record(8, 0, 1)), (3, record(4, 0, 1))]));

        let samples = samples(&registry);
        let of = |index| {
            let address = account(index).to_string();
            samples.keys().filter(|key| key.contains(&address)).count()
        };
        assert_eq!((of(1), of(2), of(3)), (0, 3, 3));
        assert_eq!(samples[&format!("aitbc_bench_seats{{{}}}", account(2))], 8.0);
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = PoolMetrics::register(&registry).unwrap();
        assert!(PoolMetrics::register(&registry).is_err());
    }

    #[test]
    fn pools_that_closed_before_the_first_reading_are_not_counted() {
        let chain = Chain::new(20);
        let first = take(&chain, 12, &Reading::default()).unwrap();
        assert_eq!((first.next, first.open), (Some(10), 2));
        assert_eq!(first.closed, []);
        assert_eq!(first.validators[&account(1)], record(0, 0, 12));
        assert_eq!(first.validators[&account(2)], record(0, 0, 12));
    }

    #[test]
    fn pools_that_closed_since_are_counted_once_with_all_their_votes() {
        let chain = Chain::new(20);
        let first = take(&chain, 12, &Reading::default()).unwrap();
        assert_eq!(take(&chain, 12, &first).unwrap().closed, []);
        let second = take(&chain, 15, &first).unwrap();
        assert_eq!((second.next, second.open), (Some(13), 2));
        assert_eq!(second.closed, [Outcome::Rejected, Outcome::Accepted, Outcome::Accepted]);
        // Account 1 votes in the last block in which it can, account 2 never.
        assert_eq!(second.validators[&account(1)], record(60, 60, 15));
        assert_eq!(second.validators[&account(2)], record(36, 0, 15));

        let third = take(&chain, 16, &second).unwrap();
        assert_eq!(third.closed, [Outcome::Accepted]);
        assert_eq!(third.validators[&account(1)], record(80, 80, 16));
    }

    #[test]
    fn seats_are_counted_anew_in_each_session() {
        let chain = Chain::new(20);
        let first = take(&chain, 12, &Reading::default()).unwrap();
        let before = Reading { session: 2, ..take(&chain, 15, &first).unwrap() };
        let after = take(&chain, 16, &before).unwrap();
        assert_eq!(after.validators[&account(1)], record(20, 20, 16));
        assert_eq!(after.validators[&account(2)], record(12, 0, 16));
    }

    #[test]
    fn bench_whose_state_is_gone_is_left_out() {
        let mut chain = Chain::new(20);
        let first = take(&chain, 12, &Reading::default()).unwrap();
        chain.first_with_state = 14;
        let second = take(&chain, 15, &first).unwrap();
        assert_eq!(second.closed.len(), 3);
        assert_eq!(second.validators[&account(1)], record(20, 20, 15));
    }

    #[test]
    fn pools_of_long_ago_are_passed_over() {
        let chain = Chain::new(300);
        let first = take(&chain, 12, &Reading::default()).unwrap();
        let second = take(&chain, 300, &first).unwrap();
        assert_eq!(second.closed.len(), 98);
        assert_eq!((second.next, second.open), (Some(298), 2));
    }

    #[test]
    fn nothing_is_counted_twice_when_the_best_block_is_lower_than_before() {
        let chain = Chain::new(20);
        let first = take(&chain, 12, &Reading::default()).unwrap();
        let second = take(&chain, 15, &first).unwrap();
        let lower = take(&chain, 11, &second).unwrap();
        assert_eq!((lower.next, lower.closed.len()), (Some(13), 0));
        assert_eq!(take(&chain, 16, &lower).unwrap().closed.len(), 1);
    }

    #[test]
    fn failing_runtime_leaves_no_reading() {
        let mut chain = Chain::new(2);
        chain.broken = Some(2);
        assert!(take(&chain, 2, &Reading::default()).is_err());
    }
}
