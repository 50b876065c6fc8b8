//! What the pallet stores.

use aitbc_primitives::consensus::{contributing_slots, SessionIndex, SlotNumber};
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_io::hashing::blake2_256;

/// The randomness of a session, and what its blocks have added for the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct SessionRandomness {
    /// Index of the session.
    pub session: SessionIndex,
    /// Slot of the block that began the session; before block 1 it is zero, and then the slot of block 1.
    pub start: SlotNumber,
    /// Slots of the session.
    pub length: u32,
    /// The randomness of the session.
    pub rho: H256,
    /// The outputs of its blocks up to the cut-off, mixed; zero if there were none.
    pub acc: H256,
}

impl SessionRandomness {
    /// Mixes in the output of the block of `slot`, unless the cut-off is over. Block 1 only now starts the
    /// clock of session 0, so it is never too late.
    pub fn add(&mut self, slot: SlotNumber, output: H256) {
        if self.start == 0 {
            self.start = slot;
        }
        if self.cut_off().is_none_or(|last| slot <= last) {
            self.acc = (self.acc, output).using_encoded(blake2_256).into();
        }
    }

    /// The last slot whose output is mixed in. There is none before block 1.
    pub fn cut_off(&self) -> Option<SlotNumber> {
        (self.start != 0).then(|| self.start.saturating_add(contributing_slots(self.length).into()))
    }

    /// Goes on to `session`, which has `length` slots and begins with the block of slot `start`.
    pub fn begin(&mut self, session: SessionIndex, start: SlotNumber, length: u32) {
        let rho = (self.rho, session, self.acc).using_encoded(blake2_256).into();
        *self = Self { session, start, length, rho, acc: H256::zero() };
    }
}

/// The outputs of the latest two blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BlockOutputs {
    /// Of the latest block; before block 1 it is zero.
    pub block: H256,
    /// Of its parent.
    pub parent: H256,
}
