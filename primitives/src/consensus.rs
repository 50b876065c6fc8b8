//! Consensus: who produces blocks, and what clients ask the runtime about it.

pub mod equivocation;
pub mod vrf;

use crate::{random::Seed, reputation::Rep};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use sp_core::{sr25519, H256};

/// Number of a slot since the Unix epoch.
pub type SlotNumber = u64;

/// Index of a session, counted from genesis.
pub type SessionIndex = u32;

/// Where the order of slots comes from.
pub trait ScheduleSeed {
    /// Begins `session`, which has the slots `start + 1 ..= start + length`, and returns the seed of
    /// their order. It decides the order of slots, never how many slots anybody has.
    ///
    /// Called once for each session, in the block of slot `start` that begins it; for session 0 at
    /// genesis, with slot 0.
    fn begin(session: SessionIndex, start: SlotNumber, length: u32) -> Seed;
}

/// The slots of a session that contribute to the seed of the next, the first two thirds, rounded up: in
/// a session of `length` slots that begins with the block of slot `start` they are
/// `start + 1 ..= start + contributing_slots(length)`.
pub fn contributing_slots(length: u32) -> u32 {
    length.saturating_sub(length / 3)
}

/// Who produces in which slot of the current session.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
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
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Producer<AccountId> {
    /// Its account.
    pub account: AccountId,
    /// The key that signs its blocks.
    #[cfg_attr(feature = "std", serde(with = "crate::json::key"))]
    pub key: sr25519::Public,
    /// Reputation that was encumbered when shares were computed, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub weight: Rep,
    /// Its places in `order`; the length of the session for a single producer.
    pub slots: u32,
}

/// How an account takes part in block production.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Availability {
    /// Encumbered reputation that counts in the next snapshot, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub encumbered: Rep,
    /// Encumbered reputation on its way out, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub leaving: Rep,
    /// Session from which `leaving` can be withdrawn, except for what is at stake in pools.
    pub withdrawable_from: SessionIndex,
    /// Whether reputation that it earns in pools of blocks is encumbered when it is credited.
    pub auto_encumber: bool,
    /// Its places in the schedule of this session. They change when somebody is disabled or suspended.
    pub scheduled: u32,
    /// Its slots of this session that have passed.
    pub elapsed: u32,
    /// Of the slots that have passed, those with a block.
    pub produced: u32,
    /// Periods in a row in which too few slots had a block.
    pub failures: u32,
    /// Whether it has no slots in this session for its conduct. It has slots again when it has applied as
    /// a validator again, is elected, and is not banned any more.
    pub suspended: bool,
    /// While it is banned for an equivocation, the first session in which it may produce again.
    pub banned_until: Option<SessionIndex>,
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
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Delivery<AccountId> {
    /// The producer.
    pub account: AccountId,
    /// Its slots that passed. They are more than its share if the session ended late.
    pub elapsed: u32,
    /// Of these, slots with a block.
    pub produced: u32,
}

/// The randomness of the current session and of the latest block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Randomness {
    /// Index of the session.
    pub session: SessionIndex,
    /// The randomness of the session: it orders the slots, and is an input of the VRFs of its blocks.
    #[cfg_attr(feature = "std", serde(rename = "randomness"))]
    pub rho: H256,
    /// The last slot whose output is mixed into the randomness of the next session. There is none before
    /// block 1.
    pub cut_off: Option<SlotNumber>,
    /// The output of the VRF of the latest block.
    pub output: H256,
    /// The output of the VRF of its parent.
    pub parent_output: H256,
}

sp_api::decl_runtime_apis! {
    /// Randomness.
    pub trait RandomnessApi {
        /// The randomness of the current session and of the latest block.
        fn randomness() -> Randomness;
    }

    /// Equivocations of block producers.
    pub trait EquivocationApi {
        /// The transaction that reports `proof`, ready to be submitted; none if the proof does not hold or
        /// its equivocation has been reported.
        fn report(proof: equivocation::EquivocationProof) -> Option<Block::Extrinsic>;

        /// Whether it has been reported that `offender` equivocated in `slot`.
        fn is_known(offender: sr25519::Public, slot: SlotNumber) -> bool;
    }

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
