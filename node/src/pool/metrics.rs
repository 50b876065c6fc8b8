//! What the waiting room did, in numbers.

use super::{
    examiner::Fault,
    room::{Refusal, Why},
};
use sp_runtime::transaction_validity::InvalidTransaction;
use std::time::Duration;
use substrate_prometheus_endpoint::{
    register, Counter, CounterVec, Gauge, Histogram, HistogramOpts, Opts, PrometheusError,
    Registry, U64,
};

/// Seconds that a transaction may wait: the bounds of what is counted together.
const SECONDS: [f64; 8] = [0.01, 0.1, 1.0, 3.0, 10.0, 30.0, 120.0, 600.0];
/// Why a transaction is not let in.
const REFUSALS: [&str; 11] = [
    "bad_signature",
    "cannot_pay",
    "full",
    "invalid",
    "known",
    "no_state",
    "not_by_pool",
    "stale",
    "too_far_ahead",
    "too_low_priority",
    "too_old",
];
/// Why one that was let in is in no block.
const ENDS: [&str; 8] =
    ["expired", "homeless", "invalid", "lost", "nonce_used", "pushed_out", "removed", "replaced"];

/// Counters and gauges, all at 0 to begin with.
pub struct Metrics {
    waiting: Gauge<U64>,
    inner: Gauge<U64>,
    admitted: Counter<U64>,
    refused: CounterVec<U64>,
    gone: CounterVec<U64>,
    seconds: Histogram,
    gossip_sent: Counter<U64>,
    gossip_received: Counter<U64>,
    gossip_duplicates: Counter<U64>,
}

impl Metrics {
    /// Makes them and adds them to `registry`, if there is one. Fails if that has them already.
    pub fn new(registry: Option<&Registry>) -> Result<Self, PrometheusError> {
        let metrics = Self {
            waiting: Gauge::new(
                "aitbc_pool_waiting",
                "Transactions that wait in front of the transaction pool",
            )?,
            inner: Gauge::new(
                "aitbc_pool_inner",
                "Transactions that the pool was given and no block is known to hold",
            )?,
            admitted: Counter::new(
                "aitbc_pool_admitted_total",
                "Transactions that were let in, to wait or straight into the pool",
            )?,
            refused: CounterVec::new(
                Opts::new(
                    "aitbc_pool_refused_total",
                    "Transactions that were not let in, by the reason",
                ),
                &["reason"],
            )?,
            gone: CounterVec::new(
                Opts::new(
                    "aitbc_pool_gone_total",
                    "Transactions that were let in and are gone without being in a block, by the reason",
                ),
                &["reason"],
            )?,
            seconds: Histogram::with_opts(
                HistogramOpts::new(
                    "aitbc_pool_seconds_waiting",
                    "Seconds that transactions waited in front of the pool",
                )
                .buckets(SECONDS.to_vec()),
            )?,
            gossip_sent: Counter::new(
                "aitbc_gossip_sent_total",
                "Transactions that were sent to peers, each counted for each peer",
            )?,
            gossip_received: Counter::new(
                "aitbc_gossip_received_total",
                "Transactions that came from peers",
            )?,
            gossip_duplicates: Counter::new(
                "aitbc_gossip_duplicates_total",
                "Transactions that came from peers and were here already",
            )?,
        };
        if let Some(registry) = registry {
            register(metrics.waiting.clone(), registry)?;
            register(metrics.inner.clone(), registry)?;
            register(metrics.admitted.clone(), registry)?;
            register(metrics.refused.clone(), registry)?;
            register(metrics.gone.clone(), registry)?;
            register(metrics.seconds.clone(), registry)?;
            register(metrics.gossip_sent.clone(), registry)?;
            register(metrics.gossip_received.clone(), registry)?;
            register(metrics.gossip_duplicates.clone(), registry)?;
        }
        for reason in REFUSALS {
            metrics.refused.with_label_values(&[reason]);
        }
        for reason in ENDS {
            metrics.gone.with_label_values(&[reason]);
        }
        Ok(metrics)
    }

    /// So many wait now, and so many are in the pool.
    pub fn set_counts(&self, waiting: usize, inner: usize) {
        self.waiting.set(waiting as u64);
        self.inner.set(inner as u64);
    }

    /// One was let in.
    pub fn admitted(&self) {
        self.admitted.inc();
    }

    /// One was refused by the room.
    pub fn refused(&self, refusal: Refusal) {
        self.refused_as(match refusal {
            Refusal::Known => "known",
            Refusal::Stale => "stale",
            Refusal::TooFarAhead => "too_far_ahead",
            Refusal::CannotPay => "cannot_pay",
            Refusal::TooLowPriority { .. } => "too_low_priority",
            Refusal::Full => "full",
        });
    }

    /// One was refused when it was looked at.
    pub fn faulty(&self, fault: &Fault) {
        self.refused_as(match fault {
            Fault::Unwelcome(refusal, _) => return self.refused(*refusal),
            Fault::Unreadable(_) => "no_state",
            Fault::Invalid(InvalidTransaction::Stale) => "stale",
            Fault::Invalid(InvalidTransaction::Payment) => "cannot_pay",
            Fault::Invalid(InvalidTransaction::BadProof) => "bad_signature",
            Fault::Invalid(InvalidTransaction::AncientBirthBlock) => "too_old",
            Fault::Invalid(_) => "invalid",
        });
    }

    /// The pool refused one while its sender still waited for the answer.
    pub fn refused_by_pool(&self) {
        self.refused_as("not_by_pool");
    }

    /// One that was let in is gone.
    pub fn gone(&self, why: Why) {
        self.gone_as(match why {
            Why::Replaced(_) => "replaced",
            Why::PushedOut => "pushed_out",
            Why::Used => "nonce_used",
            Why::Expired => "expired",
            Why::Lost => "lost",
        });
    }

    /// One that waited was refused by the pool.
    pub fn invalid(&self) {
        self.gone_as("invalid");
    }

    /// One has lost its block to a fork and was not let in again.
    pub fn homeless(&self) {
        self.gone_as("homeless");
    }

    /// One was taken out because somebody said so.
    pub fn removed(&self) {
        self.gone_as("removed");
    }

    /// One goes into the pool after it has waited so long.
    pub fn waited(&self, time: Duration) {
        self.seconds.observe(time.as_secs_f64());
    }

    /// So many were sent to peers.
    pub fn sent(&self, transactions: usize) {
        self.gossip_sent.inc_by(transactions as u64);
    }

    /// A peer has sent one, which was here already if `is_duplicate`.
    pub fn received(&self, is_duplicate: bool) {
        self.gossip_received.inc();
        if is_duplicate {
            self.gossip_duplicates.inc();
        }
    }

    fn refused_as(&self, reason: &str) {
        self.refused.with_label_values(&[reason]).inc();
    }

    fn gone_as(&self, reason: &str) {
        self.gone.with_label_values(&[reason]).inc();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aitbc_primitives::Hash;

    #[test]
    fn every_reason_is_there_from_the_start() {
        let registry = Registry::new();
        let metrics = Metrics::new(Some(&registry)).unwrap();
        let refusals = [
            Refusal::Known,
            Refusal::Stale,
            Refusal::TooFarAhead,
            Refusal::CannotPay,
            Refusal::TooLowPriority { old: 0 },
            Refusal::Full,
        ];
        refusals.into_iter().for_each(|refusal| metrics.refused(refusal));
        let faults = [
            Fault::Unreadable(String::new()),
            Fault::Invalid(InvalidTransaction::BadProof),
            Fault::Invalid(InvalidTransaction::AncientBirthBlock),
            Fault::Invalid(InvalidTransaction::Call),
        ];
        faults.iter().for_each(|fault| metrics.faulty(fault));
        metrics.refused_by_pool();
        let ends =
            [Why::Replaced(Hash::zero()), Why::PushedOut, Why::Used, Why::Expired, Why::Lost];
        ends.into_iter().for_each(|why| metrics.gone(why));
        metrics.homeless();
        metrics.invalid();
        metrics.removed();
        for (name, reasons) in
            [("aitbc_pool_refused_total", REFUSALS.len()), ("aitbc_pool_gone_total", ENDS.len())]
        {
            let family =
                registry.gather().into_iter().find(|family| family.get_name() == name).unwrap();
            let counts: Vec<_> =
                family.get_metric().iter().map(|metric| metric.get_counter().get_value()).collect();
            assert_eq!(counts, vec![1.0; reasons], "{name}");
        }
    }
}
