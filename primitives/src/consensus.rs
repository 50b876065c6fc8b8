//! Consensus: who produces blocks, and what clients ask the runtime about it.

use crate::reputation::Rep;
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::sr25519;

/// Number of a slot since the Unix epoch.
pub type SlotNumber = u64;

/// Index of a session, counted from genesis.
pub type SessionIndex = u32;

/// Who produces in which slot of the current session.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SessionSchedule<AccountId> {
    /// Index of the session.
    pub session: SessionIndex,
    /// Slot of the block that began the session and belonged to the schedule before this one. It
    /// is zero before block 1.
    pub start: SlotNumber,
    /// Slots of the session. It ends with the first block in slot `start + length` or later.
    pub length: u32,
    /// Slot of the latest block.
    pub slot: SlotNumber,
    /// The producers, with their shares.
    pub producers: Vec<Producer<AccountId>>,
    /// Index into `producers` of the producer of each slot `s`, at `s % order.len()`.
    pub order: Vec<u16>,
}

/// A producer of the current session.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Producer<AccountId> {
    /// Its account.
    pub account: AccountId,
    /// The key that signs its blocks.
    pub key: sr25519::Public,
    /// Reputation that was encumbered when shares were computed, in units.
    pub weight: Rep,
    /// Its places in `order`; the length of the session for a single producer.
    pub slots: u32,
}

/// How an account takes part in block production.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Availability {
    /// Encumbered reputation that counts in the next snapshot, in units.
    pub encumbered: Rep,
    /// Encumbered reputation on its way out, in units.
    pub leaving: Rep,
    /// Session from which `leaving` can be withdrawn.
    pub withdrawable_from: SessionIndex,
    /// Its places in the schedule of this session. They change when somebody is disabled or suspended.
    pub scheduled: u32,
    /// Its slots of this session that have passed.
    pub elapsed: u32,
    /// Of the slots that have passed, those with a block.
    pub produced: u32,
    /// Periods in a row in which too few slots had a block.
    pub failures: u32,
    /// Whether it is out of the schedule until it applies as a validator again.
    pub suspended: bool,
}

/// The account that produced a block, and when.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Author<AccountId> {
    /// The producer.
    pub account: AccountId,
    /// The slot of the block.
    pub slot: SlotNumber,
}

/// What a producer did in a session that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Delivery<AccountId> {
    /// The producer.
    pub account: AccountId,
    /// Its slots that passed. They are more than its share if the session ended late.
    pub elapsed: u32,
    /// Of these, slots with a block.
    pub produced: u32,
}

sp_api::decl_runtime_apis! {
    /// Block production.
    pub trait PorApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// Who produces in which slot of the current session.
        fn schedule() -> SessionSchedule<AccountId>;

        /// How `account` takes part in block production.
        fn availability(account: AccountId) -> Availability;

        /// Who produced the latest block; nobody before block 1.
        fn author() -> Option<Author<AccountId>>;

        /// What each producer did in the session before this one; empty in the first session.
        fn deliveries() -> Vec<Delivery<AccountId>>;
    }
}
