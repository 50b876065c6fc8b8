//! What a producer had to do, and what it did.

use crate::consensus::SessionIndex;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::Perbill;

/// Slots in a period before it is judged.
pub const PERIOD: u32 = 4;

/// Failed periods in a row that lead to a suspension.
pub const MAX_FAILURES: u8 = 3;

/// The record of one producer.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Duty {
    /// Its places in the schedule of this session.
    pub scheduled: u32,
    /// Its slots of this session that have passed.
    pub elapsed: u32,
    /// Its blocks of this session.
    pub produced: u32,
    /// Its slots in earlier sessions of the period that is not judged yet.
    pub period_elapsed: u32,
    /// Its blocks in earlier sessions of that period.
    pub period_produced: u32,
    /// Its last eight slots, the latest in the lowest bit; 1 means a block. Slots before its first
    /// session count as produced.
    pub recent: u8,
    /// Periods in a row with too few blocks.
    pub failures: u8,
    /// Sessions in a row in which it had slots and made no block, though others did. Outages of the
    /// network count: they excuse absence for a while, not for ever.
    pub silence: SessionIndex,
    /// What rounding owes it, see [`crate::shares`].
    pub credit: i64,
}

impl Default for Duty {
    fn default() -> Self {
        Self {
            scheduled: 0,
            elapsed: 0,
            produced: 0,
            period_elapsed: 0,
            period_produced: 0,
            recent: u8::MAX,
            failures: 0,
            silence: 0,
            credit: 0,
        }
    }
}

/// How a session ended for a producer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It delivered, or it is too early to tell, or there was an outage.
    Fine,
    /// The period that ended had too few blocks.
    Failed,
    /// Too many periods failed in a row, or its last eight slots and all of this session are empty,
    /// or it has been silent for so long that not even an outage excuses it.
    Absent {
        /// Whether the period that ended had too few blocks.
        failed: bool,
    },
}

impl Duty {
    /// A slot of the producer has a block.
    pub fn produce(&mut self) {
        self.elapsed = self.elapsed.saturating_add(1);
        self.produced = self.produced.saturating_add(1);
        self.recent = (self.recent << 1) | 1;
        self.silence = 0;
    }

    /// `slots` slots of the producer have no block.
    pub fn miss(&mut self, slots: u32) {
        self.elapsed = self.elapsed.saturating_add(slots);
        self.recent = self.recent.checked_shl(slots).unwrap_or_default();
    }

    /// Slots of this session without a block.
    pub fn missed(&self) -> u32 {
        self.elapsed.saturating_sub(self.produced)
    }

    /// Ends a session in which all producers together did `totals`. In an outage of the network
    /// nobody can be blamed: it is as if the session had not been. But whoever has been silent for
    /// `max_outage` sessions in a row is blamed all the same, since it may be the cause.
    pub fn close(
        &mut self,
        totals: &SessionTotals,
        min_delivery: Perbill,
        max_outage: SessionIndex,
    ) -> Verdict {
        let outage = totals.outage_for(self);
        let (elapsed, produced) = (self.elapsed, self.produced);
        (self.elapsed, self.produced) = (0, 0);
        if elapsed > 0 && produced == 0 && totals.produced() > 0 {
            self.silence = self.silence.saturating_add(1);
        }
        let gone = self.silence >= max_outage;
        if outage && !gone {
            self.recent = u8::MAX;
            return Verdict::Fine;
        }
        self.period_elapsed = self.period_elapsed.saturating_add(elapsed);
        self.period_produced = self.period_produced.saturating_add(produced);

        let failed = self.judge_period(min_delivery);
        // Where a producer has many slots, eight of them are too short a time to tell.
        let silent = self.recent == 0 && produced == 0;
        if silent || gone || self.failures >= MAX_FAILURES {
            Verdict::Absent { failed }
        } else if failed {
            Verdict::Failed
        } else {
            Verdict::Fine
        }
    }

    /// Judges the period if it is long enough, and begins the next. Returns whether it failed: it
    /// had fewer blocks than `min_delivery` of its slots, rounded up.
    fn judge_period(&mut self, min_delivery: Perbill) -> bool {
        if self.period_elapsed < PERIOD {
            return false;
        }
        let failed = self.period_produced < min_delivery.mul_ceil(self.period_elapsed);
        self.failures = if failed { self.failures.saturating_add(1) } else { 0 };
        (self.period_elapsed, self.period_produced) = (0, 0);
        failed
    }
}

/// What all producers did in a session, from which outages show. It counts slots, not producers: they
/// are what reputation and stake buy, while many producers with a slot each cost little.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionTotals {
    /// Slots that have passed.
    pub elapsed: u32,
    /// Of these, slots without a block.
    pub missed: u32,
    /// Of all that have passed, slots of producers with blocks in fewer than half of theirs.
    pub silent: u32,
}

impl SessionTotals {
    /// Adds up what all producers did.
    pub fn of<'a>(duties: impl Iterator<Item = &'a Duty>) -> Self {
        duties.fold(Self::default(), |sum, duty| {
            let silent = if duty.missed() > duty.produced { duty.elapsed } else { 0 };
            Self {
                elapsed: sum.elapsed.saturating_add(duty.elapsed),
                missed: sum.missed.saturating_add(duty.missed()),
                silent: sum.silent.saturating_add(silent),
            }
        })
    }

    /// Slots with a block.
    pub fn produced(&self) -> u32 {
        self.elapsed.saturating_sub(self.missed)
    }

    /// Whether the network failed, as seen by one producer: the others together missed more than a
    /// third of their slots; or those who made less than half of their blocks have more than a third
    /// of all slots, as in a partition, when finality stops; or there are no others to show that it
    /// worked.
    ///
    /// The third of all slots is rounded up, as the largest share of a producer is: one alone that is
    /// silent is no outage.
    pub fn outage_for(&self, duty: &Duty) -> bool {
        let elapsed = self.elapsed.saturating_sub(duty.elapsed);
        let missed = self.missed.saturating_sub(duty.missed());
        elapsed == 0
            || u64::from(missed).saturating_mul(3) > elapsed.into()
            || self.silent > self.elapsed.div_ceil(3)
    }
}
