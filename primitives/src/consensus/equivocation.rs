//! Two blocks of one key in one slot, and how they are proven.

use super::{SessionIndex, SlotNumber};
use crate::Header;
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use sp_core::{sr25519, H256};

/// The largest proof, in bytes: two headers as large as a block may have, and what else there is.
pub const MAX_PROOF_LENGTH: u32 = 2 * 80 * 1024 + 1024;

/// That a block producer has signed two blocks in one slot.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct EquivocationProof {
    /// The key that signed both.
    pub offender: sr25519::Public,
    /// The slot of both.
    pub slot: SlotNumber,
    /// The session in which the first was made: that of the state after its parent.
    pub session: SessionIndex,
    /// The one block.
    pub first: ProvenHeader,
    /// The other block, perhaps of another fork and session.
    pub second: ProvenHeader,
}

/// A header with what its VRF was made over.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ProvenHeader {
    /// The header, with its seal.
    pub header: Header,
    /// The randomness of the session it was made in: that of the state after its parent.
    pub rho: H256,
}
