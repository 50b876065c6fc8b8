//! Blocks with a key of this node that it did not make.
//!
//! Then another node uses the same keys, and sooner or later both make a block in one slot, which costs half
//! of the stake. So this one stops. It does so for blocks in slots after that in which it was started: it
//! has made none of these before, so they are not its own that a crash has lost, and no node that this one
//! has replaced can have made them either, unless it still runs. When it was started, the clock tells only
//! as the block comes: it may have been wrong at the start, and corrected since.

use sc_consensus_aura::SlotDuration;
use sp_consensus_aura::Slot;
use sp_core::{crypto::key_types, sr25519::Public};
use sp_keystore::KeystorePtr;
use sp_timestamp::Timestamp;
use std::{
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc,
    },
    time::Duration,
};

/// Whether this node must make no more blocks, and begin no round of votes, until it is started again. Clones
/// are one.
#[derive(Clone, Debug, Default)]
pub struct Halt(Arc<AtomicBool>);

impl Halt {
    /// Whether it is so.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// Makes it so, and returns whether it was not.
    pub fn set(&self) -> bool {
        !self.0.swap(true, Ordering::SeqCst)
    }
}

/// A moment, in two measures.
#[derive(Clone, Copy)]
pub struct Moment {
    /// What the clock of this machine says.
    pub time: Timestamp,
    /// Time since this node was started, whatever the clock has said meanwhile.
    pub uptime: Duration,
}

impl Moment {
    /// When this node was started, by the clock as it is now.
    fn start(self) -> Timestamp {
        self.time.checked_sub(self.uptime.into()).unwrap_or_default()
    }
}

/// Tells foreign blocks from others.
pub struct OwnKeys {
    keystore: Option<KeystorePtr>,
    slot_duration: SlotDuration,
}

impl OwnKeys {
    /// Goes by the keys in `keystore`, if this node makes blocks.
    pub fn new(keystore: Option<KeystorePtr>, slot_duration: SlotDuration) -> Self {
        Self { keystore, slot_duration }
    }

    /// Whether a block of `author` in `slot` that somebody else has sent `now` is of a key of this node, and
    /// cannot be of its own making.
    pub fn are_used_by(&self, now: Moment, slot: Slot, author: &Public) -> bool {
        slot > Slot::from_timestamp(now.start(), self.slot_duration)
            && self
                .keystore
                .as_ref()
                .is_some_and(|keystore| keystore.has_keys(&[(author.0.to_vec(), key_types::AURA)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sp_keystore::{testing::MemoryKeystore, Keystore};

    const DURATION: SlotDuration = SlotDuration::from_millis(2_000);
    const STARTED: u64 = 900_000_000;

    /// So many seconds after the start of the node in slot `STARTED`, on a clock that is so many behind.
    fn after(uptime: u64, behind: u64) -> Moment {
        Moment {
            time: Timestamp::new(2_000 * STARTED + 1_000 * uptime - 1_000 * behind),
            uptime: Duration::from_secs(uptime),
        }
    }

    #[test]
    fn blocks_of_own_keys_since_the_start_are_foreign() {
        let keystore = MemoryKeystore::new();
        let key = || keystore.sr25519_generate_new(key_types::AURA, None).unwrap();
        let [first, second] = [key(), key()];
        let grandpa = keystore.sr25519_generate_new(key_types::GRANDPA, None).unwrap();
        let own = OwnKeys::new(Some(keystore.into()), DURATION);
        for now in [after(0, 0), after(2, 0), after(86_400, 0)] {
            for key in [&first, &second] {
                assert!(own.are_used_by(now, (STARTED + 1).into(), key));
                // Perhaps this node has made it before it was started.
                assert!(!own.are_used_by(now, STARTED.into(), key));
                assert!(!own.are_used_by(now, (STARTED - 1).into(), key));
            }
            for other in [grandpa, Public::from_raw([7; 32])] {
                assert!(!own.are_used_by(now, (STARTED + 1).into(), &other));
            }
        }
    }

    #[test]
    fn clock_that_was_wrong_at_the_start_makes_no_own_block_a_foreign_one() {
        let keystore = MemoryKeystore::new();
        let key = keystore.sr25519_generate_new(key_types::AURA, None).unwrap();
        let own = OwnKeys::new(Some(keystore.into()), DURATION);
        let is_foreign = |now, slot: u64| own.are_used_by(now, slot.into(), &key);
        // The clock is a minute behind, and the node has made a block just before the start: Aura lets that
        // wait for a minute.
        assert!(is_foreign(after(0, 60), STARTED - 1));
        // Then it is corrected.
        assert!(!is_foreign(after(10, 0), STARTED - 1));
        assert!(!is_foreign(after(10, 0), STARTED));
        assert!(is_foreign(after(10, 0), STARTED + 1));
    }

    #[test]
    fn clock_that_begins_in_1970_is_no_fault() {
        let now = Moment { time: Timestamp::new(5), uptime: Duration::from_secs(1) };
        assert_eq!(now.start(), Timestamp::new(0));
    }

    #[test]
    fn node_that_makes_no_blocks_has_no_own_keys() {
        let own = OwnKeys::new(None, DURATION);
        assert!(!own.are_used_by(after(9, 0), (STARTED + 1).into(), &Public::from_raw([7; 32])));
    }

    #[test]
    fn halt_is_for_all_and_for_good() {
        let halt = Halt::default();
        let asked = halt.clone();
        assert!(!asked.is_set());
        assert!(halt.set());
        assert!(asked.is_set());
        assert!(!asked.set(), "it was set before");
        assert!(halt.is_set());
    }
}
