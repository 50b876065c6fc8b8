//! What the pallet stores.

use aitbc_primitives::{
    consensus::{SessionIndex, SlotNumber},
    reputation::Rep,
};
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A producer of the current session.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Producer<AccountId, Key> {
    /// Its account.
    pub account: AccountId,
    /// The key that signs its blocks in this session.
    pub key: Key,
    /// Its encumbered reputation when shares were computed, in units.
    pub weight: Rep,
}

/// Where the current session stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Progress {
    /// Slot of the block that began the session. That block was still produced under the schedule
    /// before. It is zero before block 1.
    pub start: SlotNumber,
    /// Slots of the session.
    pub length: u32,
    /// Slot of the latest block.
    pub latest: SlotNumber,
}

impl Progress {
    /// Whether a block in `slot` is the last of the session.
    pub fn is_over(&self, slot: SlotNumber) -> bool {
        self.has_begun() && slot.saturating_sub(self.start) >= self.length.into()
    }

    /// Whether there was a block after genesis.
    pub fn has_begun(&self) -> bool {
        self.start != 0
    }
}

/// Encumbered reputation on its way out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Leaving {
    /// The amount, in units.
    pub amount: Rep,
    /// The first session in which it counts no more.
    pub from: SessionIndex,
}

/// Why and since when an account is kept out of the schedule.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Suspension {
    /// The session that led to it.
    pub since: SessionIndex,
    /// Whether the account has applied as a validator again. The record stays for a while, because
    /// a relapse is punished more severely.
    pub lifted: bool,
}
