//! What is remembered of blocks, so that a second one of a slot is noticed.

use aitbc_primitives::Hash;
use sp_consensus_aura::Slot;
use sp_core::sr25519::Public;
use std::{
    collections::BTreeMap,
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc,
    },
};

/// Slots that are remembered, up to the latest: more than two hours of slots of 2 s.
pub const SLOTS: u64 = 4_000;

/// Producers of one slot that are remembered. On one chain a slot has one; forks on both sides of the
/// beginning of a session, when the slots are shared out anew, have another.
const PER_SLOT: usize = 4;

/// The blocks of the latest slots, the first of each producer in each.
///
/// It keeps no headers, which may have 80 KB where a session begins: the blocks it is told of are in the
/// database. So it takes 104 bytes a block, and less than 2 MB in all, whatever is sent to this node.
#[derive(Default)]
pub struct Memory {
    slots: BTreeMap<Slot, Vec<First>>,
}

/// The first block of a producer in a slot.
#[derive(Debug)]
pub struct First {
    /// The key that sealed it.
    pub author: Public,
    /// The block.
    pub block: Hashes,
    /// The order to report it with another of them, once one was seen. Unless that is given back, no
    /// further one need be reported.
    pub ticket: Option<Ticket>,
}

/// The order to report a pair of blocks. Clones are one.
#[derive(Clone, Debug)]
pub struct Ticket(Arc<AtomicBool>);

impl Ticket {
    /// An order that is open.
    pub fn issue() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }

    /// Gives it back, since that pair cannot be reported: perhaps the next can.
    pub fn give_back(&self) {
        self.0.store(false, Ordering::SeqCst);
    }

    /// Whether it was not given back.
    pub fn is_open(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// The two hashes of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hashes {
    /// That of the block.
    pub sealed: Hash,
    /// That which was signed. One block can have several seals, as no two signatures are alike.
    pub unsealed: Hash,
}

impl Memory {
    /// Takes note of a block of `author` in `slot`, and returns the one before that is another, unless that
    /// is being reported, or was.
    pub fn note(&mut self, slot: Slot, author: Public, block: Hashes) -> Option<&mut First> {
        self.forget(slot);
        let latest = self.slots.last_key_value().map_or(slot, |(latest, _)| *latest);
        if slot.saturating_add(SLOTS) <= latest {
            return None;
        }
        let blocks = self.slots.entry(slot).or_default();
        match blocks.iter().position(|first| first.author == author) {
            Some(place) => blocks.get_mut(place).filter(|first| {
                first.block.unsealed != block.unsealed
                    && first.ticket.as_ref().is_none_or(|ticket| !ticket.is_open())
            }),
            None => {
                if blocks.len() < PER_SLOT {
                    blocks.push(First { author, block, ticket: None });
                }
                None
            }
        }
    }

    /// The first block of `author` in `slot`.
    pub fn first(&self, slot: Slot, author: &Public) -> Option<Hash> {
        let first = self.slots.get(&slot)?.iter().find(|first| first.author == *author)?;
        Some(first.block.sealed)
    }

    /// Forgets what is too old once there is a block in slot `latest`.
    fn forget(&mut self, latest: Slot) {
        let oldest = latest.saturating_sub(SLOTS - 1);
        if self.slots.first_key_value().is_some_and(|(slot, _)| *slot < oldest) {
            self.slots = self.slots.split_off(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: u8 = 1;
    const BOB: u8 = 2;

    fn key(author: u8) -> Public {
        Public::from_raw([author; 32])
    }

    /// Block `index`, in the first of its seals.
    fn block(index: u64) -> Hashes {
        sealed(index, 0)
    }

    fn sealed(index: u64, seal: u64) -> Hashes {
        Hashes {
            sealed: Hash::from_low_u64_be(1_000 * index + seal),
            unsealed: Hash::from_low_u64_be(index),
        }
    }

    impl Memory {
        /// The block that this one contradicts.
        fn contradicted(&mut self, slot: u64, author: u8, block: Hashes) -> Option<Hashes> {
            self.note(slot.into(), key(author), block).map(|first| first.block)
        }

        fn first_of(&self, slot: u64, author: u8) -> Option<Hash> {
            self.first(slot.into(), &key(author))
        }
    }

    #[test]
    fn second_block_of_a_producer_in_a_slot_is_noticed() {
        let mut memory = Memory::default();
        assert_eq!(memory.contradicted(7, ALICE, block(1)), None);
        assert_eq!(memory.contradicted(7, ALICE, block(2)), Some(block(1)));
        assert_eq!(memory.first_of(7, ALICE), Some(block(1).sealed));
    }

    #[test]
    fn blocks_of_other_slots_or_producers_are_none_of_its_business() {
        let mut memory = Memory::default();
        assert_eq!(memory.contradicted(7, ALICE, block(1)), None);
        assert_eq!(memory.contradicted(8, ALICE, block(2)), None);
        assert_eq!(memory.contradicted(7, BOB, block(3)), None);
        assert_eq!(memory.first_of(7, BOB), Some(block(3).sealed));
        assert_eq!(memory.first_of(8, BOB), None);
    }

    #[test]
    fn one_block_with_two_seals_is_one_block() {
        let mut memory = Memory::default();
        assert_eq!(memory.contradicted(7, ALICE, sealed(1, 1)), None);
        assert_eq!(memory.contradicted(7, ALICE, sealed(1, 2)), None);
        assert_eq!(memory.contradicted(7, ALICE, sealed(1, 1)), None);
    }

    #[test]
    fn further_blocks_are_noticed_unless_one_is_being_reported() {
        let mut memory = Memory::default();
        memory.contradicted(7, ALICE, block(1));
        assert_eq!(memory.contradicted(7, ALICE, block(2)), Some(block(1)));
        let ticket = Ticket::issue();
        memory.note(7.into(), key(ALICE), block(3)).unwrap().ticket = Some(ticket.clone());
        assert_eq!(memory.contradicted(7, ALICE, block(4)), None);
        assert_eq!(memory.contradicted(7, ALICE, block(2)), None);
        ticket.give_back();
        assert_eq!(memory.contradicted(7, ALICE, block(1)), None);
        assert_eq!(memory.contradicted(7, ALICE, block(4)), Some(block(1)));
    }

    #[test]
    fn last_4_000_slots_are_remembered() {
        let mut memory = Memory::default();
        memory.contradicted(7, ALICE, block(1));
        memory.contradicted(4_006, ALICE, block(2));
        assert_eq!(memory.contradicted(7, ALICE, block(3)), Some(block(1)));
        memory.contradicted(4_007, ALICE, block(4));
        assert_eq!(memory.first_of(7, ALICE), None);
        // A block that comes too late is no first one either.
        memory.contradicted(7, ALICE, block(5));
        assert_eq!(memory.first_of(7, ALICE), None);
        assert_eq!(memory.slots.len(), 2);
    }

    #[test]
    fn memory_is_bounded() {
        let mut memory = Memory::default();
        for slot in 0..2 * SLOTS {
            for author in 0..=u8::MAX {
                memory.note(slot.into(), key(author), block(slot));
            }
        }
        assert_eq!(memory.slots.len(), 4_000);
        assert_eq!(memory.slots.values().map(Vec::len).sum::<usize>(), 16_000);
        assert!(std::mem::size_of::<First>() <= 104);
    }
}
