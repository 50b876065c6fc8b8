//! For how long positions are locked, and how much that counts.

use crate::types::Position;
use aitbc_primitives::{time::DAY, Moment};

/// The shortest lock, in milliseconds.
pub const MIN_LOCK: Moment = 7 * DAY;

/// The longest lock, in milliseconds.
pub const MAX_LOCK: Moment = 365 * DAY;

/// How often a unit counts without a lock, in thousandths.
pub const UNLOCKED: u32 = 1_000;

/// How often a unit counts while a lock of so many milliseconds runs, in thousandths.
pub fn multiplier(lock: Moment) -> u32 {
    const STEPS: [(Moment, u32); 4] =
        [(MAX_LOCK, 2_000), (180 * DAY, 1_500), (90 * DAY, 1_250), (30 * DAY, 1_100)];
    STEPS
        .into_iter()
        .find(|(from, _)| lock >= *from)
        .map_or(UNLOCKED, |(_, thousandths)| thousandths)
}

impl<AccountId> Position<AccountId> {
    /// Whether the lock still runs.
    pub(crate) fn is_locked(&self, now: Moment) -> bool {
        now < self.locked_until
    }

    /// How often a unit of its power counts now, in thousandths.
    pub(crate) fn multiplier(&self, now: Moment) -> u32 {
        if self.is_locked(now) {
            multiplier(self.lock)
        } else {
            UNLOCKED
        }
    }

    /// Locks it anew for `lock`, or for longer if it is locked longer already.
    pub(crate) fn lock_again(&mut self, now: Moment) {
        self.locked_until = self.locked_until.max(now.saturating_add(self.lock));
    }
}
