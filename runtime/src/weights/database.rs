//! What the state costs in a state of a million accounts in ParityDB, with nothing of it in memory when the block
//! begins, written by `scripts/weights.sh` on 2026-11-27. Do not edit.

use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_NANOS, RuntimeDbWeight};

/// A read of an entry, and a write.
pub const DATABASE: RuntimeDbWeight = RuntimeDbWeight {
    read: WEIGHT_REF_TIME_PER_NANOS.saturating_mul(9_245),
    write: WEIGHT_REF_TIME_PER_NANOS.saturating_mul(34_992),
};
