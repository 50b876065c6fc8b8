//! When votes are held back, and how long.

use codec::{Decode, Encode};
use sc_consensus_aura::SlotDuration;
use sp_consensus_aura::Slot;

/// What is kept of a hold over restarts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Record {
    /// The slot in which the database was begun.
    pub born: Slot,
    /// Whether this validator may have voted before that.
    pub voted: bool,
}

/// A round of GRANDPA. Each set of voters counts its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Round {
    /// Number of the set.
    pub set: u64,
    /// Number of the round in the set.
    pub number: u64,
}

/// Why a validator may have voted before its database was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// One of its keys has sealed a block.
    OwnBlock,
    /// Blocks are missing, so that nobody knows whether one of its keys has sealed some of them.
    MissingBlocks,
}

/// The hold on a validator with a new database.
///
/// - It begins without knowing the chain, and without votes.
/// - It is in sync once it has a block that is younger than the database. Then it votes, unless it
///   was there before: a key of it has sealed an older block, or it came by warp sync, which leaves
///   older blocks out.
/// - If it was, it votes when a block is final that is younger than the database, and it has reached
///   a later round than the one that did this. All that it may have voted for is older, and a
///   supermajority votes once in a round: so the rounds in which it has voted are over.
///
/// Until a younger block is final, older ones may still show up, from a longer chain.
#[derive(Debug)]
pub struct Hold {
    record: Record,
    in_sync: bool,
    /// The first round known to have finalised a block that is younger than the database.
    passed: Option<Round>,
}

impl Hold {
    /// Goes on with `record` in slot `now`.
    pub fn new(record: Record, now: Slot) -> Self {
        Self {
            record: Record {
                // The clock may have been wrong, but never is the past later than now.
                born: record.born.min(now),
                ..record
            },
            in_sync: false,
            passed: None,
        }
    }

    /// What to keep of it.
    pub fn record(&self) -> Record {
        self.record
    }

    /// Whether GRANDPA may begin, if only to follow the votes of others.
    pub fn may_start(&self) -> bool {
        self.in_sync || self.record.voted
    }

    /// Whether the votes of this validator are held back although it could vote.
    pub fn holds(&self) -> bool {
        self.record.voted
    }

    /// Takes note of a block in `slot`: whether its `parent` is there, and whether one of this
    /// validator's keys has sealed it, which is asked only if it matters. Returns what it gives away.
    pub fn see(
        &mut self,
        slot: Slot,
        parent: bool,
        is_ours: impl FnOnce() -> bool,
    ) -> Option<Suspicion> {
        self.in_sync |= slot > self.record.born;
        if self.record.voted {
            return None;
        }
        let suspicion = if !parent {
            Suspicion::MissingBlocks
        } else if slot < self.record.born && is_ours() {
            Suspicion::OwnBlock
        } else {
            return None;
        };
        self.record.voted = true;
        Some(suspicion)
    }

    /// Whether the hold is over, now that the round `finalised` has made a block in `slot` final
    /// while this node is in its `own` round.
    pub fn ends(&mut self, slot: Slot, finalised: Round, own: Option<Round>) -> bool {
        if slot <= self.record.born {
            return false;
        }
        let passed = *self.passed.get_or_insert(finalised);
        !self.record.voted || own.is_some_and(|own| own > passed)
    }

    /// When the database was begun, in milliseconds since 1970.
    pub fn born_at(&self, slot_duration: SlotDuration) -> u64 {
        let time = self.record.born.timestamp(slot_duration);
        time.map_or(u64::MAX, |time| time.as_millis())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BORN: u64 = 1_000;

    fn hold() -> Hold {
        record(false)
    }

    fn record(voted: bool) -> Hold {
        let born = BORN.into();
        Hold::new(Record { born, voted }, (BORN + 7).into())
    }

    fn round(set: u64, number: u64) -> Round {
        Round { set, number }
    }

    impl Hold {
        /// Sees a block of somebody else on top of one that is there.
        fn see_other(&mut self, slot: u64) {
            assert_eq!(self.see(slot.into(), true, || false), None);
        }

        fn see_own(&mut self, slot: u64) -> Option<Suspicion> {
            self.see(slot.into(), true, || true)
        }

        fn ends_by(&mut self, slot: u64, finalised: Round, own: Round) -> bool {
            self.ends(slot.into(), finalised, Some(own))
        }
    }

    #[test]
    fn new_database_waits_until_it_is_in_sync_and_then_votes() {
        let mut hold = hold();
        for slot in [1, BORN - 1, BORN] {
            hold.see_other(slot);
            assert!(!hold.may_start(), "{slot}");
        }
        hold.see_other(BORN + 1);
        assert!(hold.may_start());
        assert!(!hold.holds());
    }

    #[test]
    fn own_blocks_of_this_life_give_nothing_away() {
        let mut hold = hold();
        assert_eq!(hold.see_own(BORN), None);
        assert_eq!(hold.see_own(BORN + 1), None);
        assert!(!hold.holds());
    }

    #[test]
    fn own_block_of_another_life_holds_votes_back() {
        let mut hold = hold();
        hold.see_other(BORN - 2);
        assert_eq!(hold.see_own(BORN - 1), Some(Suspicion::OwnBlock));
        assert!(hold.holds());
        assert!(hold.may_start(), "it follows the votes of others");
        // Said once.
        assert_eq!(hold.see_own(BORN - 1), None);
        assert!(hold.record().voted);
    }

    #[test]
    fn own_block_that_shows_up_late_holds_votes_back() {
        let mut hold = hold();
        hold.see_other(BORN + 1);
        assert!(!hold.holds());
        assert_eq!(hold.see_own(BORN - 1), Some(Suspicion::OwnBlock));
        assert!(hold.holds());
    }

    #[test]
    fn missing_blocks_hold_votes_back() {
        let mut hold = hold();
        let seen = hold.see((BORN - 1).into(), false, || false);
        assert_eq!(seen, Some(Suspicion::MissingBlocks));
        assert!(hold.holds());
    }

    #[test]
    fn hold_ends_in_the_round_after_one_that_finalises_a_younger_block() {
        let mut hold = record(true);
        // Old blocks, whatever the round.
        assert!(!hold.ends_by(BORN - 1, round(3, 8), round(3, 9)));
        assert!(!hold.ends_by(BORN, round(3, 9), round(3, 10)));
        // In the round that did it this validator may have voted.
        assert!(!hold.ends_by(BORN + 1, round(3, 10), round(3, 10)));
        assert!(!hold.ends_by(BORN + 2, round(3, 11), round(3, 9)));
        // The first such round counts.
        assert!(hold.ends_by(BORN + 3, round(3, 12), round(3, 11)));
    }

    #[test]
    fn hold_does_not_end_before_the_own_round_is_known() {
        let mut hold = record(true);
        assert!(!hold.ends((BORN + 1).into(), round(3, 10), None));
        assert!(hold.ends_by(BORN + 2, round(3, 11), round(3, 11)));
    }

    #[test]
    fn another_set_of_voters_begins_anew() {
        let mut hold = record(true);
        assert!(!hold.ends_by(BORN + 1, round(3, 10), round(2, 500)));
        assert!(hold.ends_by(BORN + 2, round(4, 1), round(4, 1)));
    }

    #[test]
    fn validator_that_votes_is_watched_until_a_younger_block_is_final() {
        let mut hold = hold();
        hold.see_other(BORN + 1);
        assert!(!hold.ends_by(BORN, round(0, 1), round(0, 2)));
        assert!(hold.ends((BORN + 1).into(), round(0, 2), None));
    }

    #[test]
    fn hold_goes_on_after_a_restart() {
        let mut hold = record(true);
        assert!(hold.may_start());
        assert!(hold.holds());
        hold.see_other(BORN + 1);
        assert!(hold.holds());
        let kept = Record::decode(&mut &hold.record().encode()[..]).unwrap();
        assert_eq!(kept, hold.record());
    }

    #[test]
    fn clock_that_was_ahead_does_not_lengthen_the_hold() {
        let born = (2 * BORN).into();
        let mut hold = Hold::new(Record { born, voted: true }, BORN.into());
        assert!(!hold.ends_by(BORN, round(0, 1), round(0, 2)));
        assert!(hold.ends_by(BORN + 1, round(0, 2), round(0, 3)));
    }
}
