//! Blocks that come before their slot.
//!
//! Clocks differ, so Aura lets in blocks of the next slot. Whoever owns it could publish at the beginning of
//! this slot, on the block of the slot before, and win by being first: the owner of this slot would be
//! charged for a slot that it did not miss. So such a block does not become the best one by itself. The
//! block of this slot, when it comes, has the same height and does.
//!
//! A node whose clock is behind still follows the others. Blocks on that of the slot before are none of those
//! meant here; after a slot that was really missed one block is, and the next on top of it makes both best,
//! even if another slot was missed between them: only a block next to the best one is held back.
//!
//! What it does not stop: a block less than a quarter of a slot early, and two blocks in a row, of the
//! owner of the next two slots, which are the longer chain whenever they come.

use sc_consensus_aura::SlotDuration;
use sp_consensus_aura::Slot;
use sp_timestamp::Timestamp;

/// The part of a slot by which a block may come before it: one in four.
const TOLERANCE: u64 = 4;

/// Whether a block in `slot` that comes `now`, on one in the slot of `parent`, must not become best by
/// itself: it comes too soon, and leaves out the slot before its own. The parent is looked up only if it
/// matters; one that is not found leaves the block alone.
pub fn comes_early(
    slot: Slot,
    now: Timestamp,
    duration: SlotDuration,
    parent: impl FnOnce() -> Option<Slot>,
) -> bool {
    let latest = now.as_millis().saturating_add(duration.as_millis() / TOLERANCE);
    let too_soon = slot.timestamp(duration).is_none_or(|begins| begins.as_millis() > latest);
    too_soon && parent().is_some_and(|parent| parent.saturating_add(1_u64) < slot)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DURATION: SlotDuration = SlotDuration::from_millis(2_000);
    const SLOT: u64 = 900_000_000;

    /// Whether a block of slot `SLOT` is early `ahead` milliseconds before that begins, on a parent so many
    /// slots older.
    fn early(ahead: u64, age: u64) -> bool {
        let now = Timestamp::new(2_000 * SLOT - ahead);
        comes_early(SLOT.into(), now, DURATION, || Some((SLOT - age).into()))
    }

    #[test]
    fn block_on_the_grandparent_is_early_more_than_a_quarter_of_a_slot_before_its_own() {
        assert!(!early(0, 2));
        assert!(!early(500, 2));
        assert!(early(501, 2));
        assert!(early(2_000, 2));
        assert!(early(2_000, 40));
    }

    #[test]
    fn block_on_that_of_the_slot_before_is_never_early() {
        assert!(!early(501, 1));
        assert!(!early(2_000, 1));
    }

    #[test]
    fn block_in_its_slot_or_later_is_not_early() {
        let now = Timestamp::new(2_000 * SLOT + 1_999);
        for slot in [SLOT, SLOT - 7] {
            let asked = || unreachable!("the parent does not matter");
            assert!(!comes_early(slot.into(), now, DURATION, asked));
        }
    }

    #[test]
    fn block_without_a_known_parent_is_not_early() {
        let now = Timestamp::new(2_000 * (SLOT - 1));
        assert!(!comes_early(SLOT.into(), now, DURATION, || None));
    }

    #[test]
    fn slot_beyond_time_is_early() {
        assert!(comes_early(u64::MAX.into(), 0.into(), DURATION, || Some(0.into())));
    }
}
