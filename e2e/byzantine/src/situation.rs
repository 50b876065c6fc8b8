//! What a node knows of the slot it is in.

use aitbc_node::client::FullClient;
use aitbc_primitives::{
    consensus::{PorApi, RandomnessApi, SessionSchedule},
    opaque::Block,
    AccountId, Header,
};
use sc_consensus_aura::find_pre_digest;
use sc_network_sync::SyncingService;
use sp_api::ProvideRuntimeApi;
use sp_consensus_aura::{sr25519::AuthoritySignature, Slot};
use sp_core::sr25519::Public;

/// The most slots that may be withheld.
const LONGEST_TAIL: u64 = 16;

/// A slot, and the session in force after the best block.
#[derive(Debug)]
pub struct Situation {
    /// The slot.
    pub slot: Slot,
    /// That of the best block.
    pub parent: Slot,
    /// That of the block which began the session; zero before block 1.
    pub start: Slot,
    /// How many slots the session has.
    pub length: u32,
    /// How many producers share them.
    pub producers: usize,
    /// The last slot that is mixed into the randomness.
    pub cut_off: Option<Slot>,
}

impl Situation {
    /// That of a node in `slot` whose best block is `parent`.
    pub fn of(
        client: &FullClient,
        parent: &Header,
        slot: Slot,
        schedule: &SessionSchedule<AccountId>,
    ) -> Result<Self, String> {
        let randomness =
            client.runtime_api().randomness(parent.hash()).map_err(|error| error.to_string())?;
        Ok(Self {
            slot,
            parent: find_pre_digest::<Block, AuthoritySignature>(parent)
                .map_err(|error| error.to_string())?,
            start: schedule.start.into(),
            length: schedule.length,
            producers: schedule.producers.len(),
            cut_off: randomness.cut_off.map(Slot::from),
        })
    }

    /// Whether a block in the slot begins a session.
    pub fn begins_session(&self) -> bool {
        *self.start > 0 && self.start.saturating_add(self.length) <= self.slot
    }

    /// Whether the slot is one of the last that are mixed into the randomness.
    pub fn is_in_tail(&self) -> bool {
        let length = LONGEST_TAIL.min(self.producers as u64 / 2);
        self.cut_off
            .is_some_and(|last| self.slot <= last && last < self.slot.saturating_add(length))
    }
}

/// The schedule in force after `parent`.
pub fn schedule(
    client: &FullClient,
    parent: &Header,
) -> Result<SessionSchedule<AccountId>, String> {
    client.runtime_api().schedule(parent.hash()).map_err(|error| error.to_string())
}

/// Whether the node has as many peers as there are other producers, so that all of them see what it does.
pub fn all_look(sync: &SyncingService<Block>, schedule: &SessionSchedule<AccountId>) -> bool {
    sync.num_connected_peers() + 1 >= schedule.producers.len()
}

/// The key that owns `slot`.
pub fn owner(schedule: &SessionSchedule<AccountId>, slot: Slot) -> Option<Public> {
    let place = slot.checked_rem(schedule.order.len() as u64)?;
    let index = schedule.order.get(place as usize)?;
    Some(schedule.producers.get(usize::from(*index))?.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(slot: u64, producers: usize) -> Situation {
        Situation {
            slot: slot.into(),
            parent: (slot - 1).into(),
            start: 90.into(),
            length: 60,
            producers,
            cut_off: Some(130.into()),
        }
    }

    #[test]
    fn tail_is_the_last_slots_up_to_the_cut_off() {
        for (producers, first) in [(4, 129), (5, 129), (7, 128), (200, 115)] {
            assert!(!at(first - 1, producers).is_in_tail(), "{producers}");
            assert!(at(first, producers).is_in_tail(), "{producers}");
            assert!(at(130, producers).is_in_tail(), "{producers}");
            assert!(!at(131, producers).is_in_tail(), "{producers}");
        }
        assert!(!at(130, 1).is_in_tail(), "a sole producer has no tail");
        assert!(!Situation { cut_off: None, ..at(130, 4) }.is_in_tail());
    }

    #[test]
    fn session_begins_after_all_of_its_slots() {
        assert!(!at(149, 4).begins_session());
        assert!(at(150, 4).begins_session());
        assert!(at(177, 4).begins_session());
        assert!(!Situation { start: 0.into(), ..at(150, 4) }.begins_session(), "nor does block 1");
    }
}
