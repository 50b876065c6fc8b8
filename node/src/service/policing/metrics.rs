//! Counters of verdicts and votes.

use super::{JudgedBlock, Reason};
use aitbc_primitives::reputation::pools::Side;
use substrate_prometheus_endpoint::{
    register, Counter, CounterVec, Opts, PrometheusError, Registry, U64,
};

/// What a verdict is called.
fn name(verdict: Option<Side>) -> &'static str {
    match verdict {
        Some(Side::For) => "for",
        Some(Side::Against) => "against",
        None => "none",
    }
}

/// The counters.
pub struct Metrics {
    votes: Counter<U64>,
    verdicts: CounterVec<U64>,
    abstentions: CounterVec<U64>,
}

impl Metrics {
    /// Makes the counters, all at 0, and adds them to `registry`, if there is one. Fails if that has them
    /// already.
    pub fn new(registry: Option<&Registry>) -> Result<Self, PrometheusError> {
        let votes = Counter::new(
            "aitbc_block_votes_sent_total",
            "Votes on blocks that this node has handed to its transaction pool, again or for the first time",
        )?;
        let verdicts = CounterVec::new(
            Opts::new(
                "aitbc_verdicts_total",
                "Blocks of others that this node has found good or bad, or says nothing of",
            ),
            &["verdict"],
        )?;
        let abstentions = CounterVec::new(
            Opts::new(
                "aitbc_verdict_abstentions_total",
                "Blocks of others that this node says nothing of, by the reason",
            ),
            &["reason"],
        )?;
        if let Some(registry) = registry {
            register(votes.clone(), registry)?;
            register(verdicts.clone(), registry)?;
            register(abstentions.clone(), registry)?;
        }
        for verdict in [Some(Side::For), Some(Side::Against), None] {
            verdicts.with_label_values(&[name(verdict)]);
        }
        for reason in Reason::ALL.into_iter().filter(|reason| *reason != Reason::Omission) {
            abstentions.with_label_values(&[reason.name()]);
        }
        Ok(Self { votes, verdicts, abstentions })
    }

    /// Counts a verdict.
    pub fn count(&self, judged: &JudgedBlock) {
        self.verdicts.with_label_values(&[name(judged.verdict)]).inc();
        if let (None, Some(reason)) = (judged.verdict, judged.reason) {
            self.abstentions.with_label_values(&[reason.name()]).inc();
        }
    }

    /// Counts a vote that the transaction pool has taken.
    pub fn count_vote(&self) {
        self.votes.inc();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aitbc_primitives::Hash;

    fn judged(verdict: Option<Side>, reason: Option<Reason>) -> JudgedBlock {
        JudgedBlock { block: 1, hash: Hash::zero(), author: None, verdict, reason, left_out: None }
    }

    #[test]
    fn verdicts_and_abstentions_are_counted() {
        let metrics = Metrics::new(None).unwrap();
        metrics.count(&judged(Some(Side::For), None));
        metrics.count(&judged(Some(Side::Against), Some(Reason::Omission)));
        metrics.count(&judged(None, Some(Reason::Late)));
        metrics.count(&judged(None, Some(Reason::Late)));
        let verdicts = ["for", "against", "none"]
            .map(|verdict| metrics.verdicts.with_label_values(&[verdict]).get());
        assert_eq!(verdicts, [1, 1, 2]);
        let abstentions = ["late", "network", "omission"]
            .map(|reason| metrics.abstentions.with_label_values(&[reason]).get());
        assert_eq!(abstentions, [2, 0, 0]);
    }

    #[test]
    fn counters_are_there_from_the_start_and_once() {
        let registry = Registry::new();
        let metrics = Metrics::new(Some(&registry)).unwrap();
        metrics.count_vote();
        let samples: Vec<_> = registry
            .gather()
            .iter()
            .map(|family| (family.get_name().to_string(), family.get_metric().len()))
            .collect();
        let expected = [
            ("aitbc_block_votes_sent_total", 1),
            ("aitbc_verdict_abstentions_total", 9),
            ("aitbc_verdicts_total", 3),
        ];
        assert_eq!(samples, expected.map(|(name, count)| (name.to_string(), count)));
        assert!(Metrics::new(Some(&registry)).is_err());
    }
}
