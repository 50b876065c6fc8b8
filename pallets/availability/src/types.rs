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

/// Why and since when an account is, or was, kept out of the schedule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Suspension {
    /// The session that led to it.
    pub since: SessionIndex,
    /// After an equivocation, which is a ban, the first session in which the account may produce again,
    /// whatever it applies for.
    pub banned_until: Option<SessionIndex>,
    /// The session from which the account may have slots again, once that is decided. If it was banned and
    /// would have been one too many to be out, that is the session of the ban. The record stays for a
    /// while, because a relapse is punished more severely.
    pub back_from: Option<SessionIndex>,
}

impl Suspension {
    /// Whether the account has no slots in `session`.
    pub fn keeps_out(&self, session: SessionIndex) -> bool {
        self.back_from.is_none_or(|from| session < from)
    }

    /// The first session after the ban, if there is a ban in `session`.
    pub fn ban(&self, session: SessionIndex) -> Option<SessionIndex> {
        self.banned_until.filter(|until| session < *until)
    }
}
