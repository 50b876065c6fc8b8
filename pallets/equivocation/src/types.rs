//! What the pallet stores, and the proof that a key was a validator's.

use crate::Config;
use aitbc_primitives::consensus::{SessionIndex, SlotNumber};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_session::{GetSessionNumber, GetValidatorCount, ValidatorCount};

/// The most keys that a validator may have.
pub const MAX_KEYS: u32 = 8;

/// A session of the log.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct LoggedSession {
    /// Slot of the block that began it and still belonged to the session before; zero for session 0.
    pub start: SlotNumber,
    /// The first session that had the same validators with the same keys, and under which they are stored.
    pub entry: SessionIndex,
}

/// The validators of a session, with their keys.
pub type KeyEntry<T> =
    BoundedVec<ValidatorKeys<<T as frame_system::Config>::AccountId>, <T as Config>::MaxValidators>;

/// A validator and its keys.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ValidatorKeys<AccountId> {
    /// The validator.
    pub account: AccountId,
    /// Its keys of all kinds.
    pub keys: BoundedVec<RawKey, ConstU32<MAX_KEYS>>,
}

/// A public key, whatever it signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct RawKey {
    /// The identifier of its type.
    pub id: [u8; 4],
    /// Its bytes.
    pub key: [u8; 32],
}

/// Where to find a key in the log. The log itself is the proof.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct KeyOwnerProof {
    /// The session in which the key was a validator's.
    pub session: SessionIndex,
    /// How many validators that session had.
    pub validator_count: ValidatorCount,
}

impl GetSessionNumber for KeyOwnerProof {
    fn session(&self) -> SessionIndex {
        self.session
    }
}

impl GetValidatorCount for KeyOwnerProof {
    fn validator_count(&self) -> ValidatorCount {
        self.validator_count
    }
}
