//! Weights of an empty block and of an empty transaction in this runtime, written by
//! `scripts/weights.sh` on 2026-11-27. Do not edit.

use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_NANOS, Weight};

/// A block without transactions: all hooks, the inherent and the root of the state.
pub const BLOCK_EXECUTION: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(748_904), 0);

/// What a signed transaction takes besides its call and what its extensions declare. One whose call does nothing
/// takes 154462 ns in a full block, and a tenth is added; the extensions declare 116184 ns of it.
pub const EXTRINSIC_BASE: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(53724), 0);
