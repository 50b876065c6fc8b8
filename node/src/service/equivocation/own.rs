//! Blocks with a key of this node that it did not make.
//!
//! Then another node uses the same keys, and sooner or later both make a block in one slot, which costs half
//! of the stake. So this one stops. It does so for blocks in slots after that in which it was started: it
//! has made none of these before, so they are not its own that a crash has lost, and no node that this one
//! has replaced can have made them either, unless it still runs.

use sp_consensus_aura::Slot;
use sp_core::{crypto::key_types, sr25519::Public};
use sp_keystore::KeystorePtr;
use std::sync::{
    atomic::{AtomicBool, Ordering},
    Arc,
};

/// Whether this node must make no more blocks, until it is started again. Clones are one.
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

/// Tells foreign blocks from others.
pub struct OwnKeys {
    keystore: Option<KeystorePtr>,
    started: Slot,
}

impl OwnKeys {
    /// Goes by the keys in `keystore`, if this node makes blocks, since slot `started`.
    pub fn new(keystore: Option<KeystorePtr>, started: Slot) -> Self {
        Self { keystore, started }
    }

    /// Whether a block of `author` in `slot` that somebody else has sent is of a key of this node.
    pub fn are_used_by(&self, slot: Slot, author: &Public) -> bool {
        slot > self.started
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

    const STARTED: u64 = 900_000_000;

    #[test]
    fn blocks_of_own_keys_since_the_start_are_foreign() {
        let keystore = MemoryKeystore::new();
        let key = || keystore.sr25519_generate_new(key_types::AURA, None).unwrap();
        let [first, second] = [key(), key()];
        let grandpa = keystore.sr25519_generate_new(key_types::GRANDPA, None).unwrap();
        let own = OwnKeys::new(Some(keystore.into()), STARTED.into());
        for key in [&first, &second] {
            assert!(own.are_used_by((STARTED + 1).into(), key));
            // Perhaps this node has made it before it was started.
            assert!(!own.are_used_by(STARTED.into(), key));
            assert!(!own.are_used_by((STARTED - 1).into(), key));
        }
        for other in [grandpa, Public::from_raw([7; 32])] {
            assert!(!own.are_used_by((STARTED + 1).into(), &other));
        }
    }

    #[test]
    fn node_that_makes_no_blocks_has_no_own_keys() {
        let own = OwnKeys::new(None, STARTED.into());
        assert!(!own.are_used_by((STARTED + 1).into(), &Public::from_raw([7; 32])));
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
