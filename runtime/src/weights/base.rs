//! Weights of an empty block and of an empty transaction in this runtime, written by
//! `scripts/weights.sh` on 2026-11-27. Do not edit.

use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_NANOS, Weight};

/// A block without transactions: all hooks, the inherent and the root of the state.
pub const BLOCK_EXECUTION: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(748_904), 0);

/// How many nanoseconds a signed transaction whose call does nothing took in a full block, where this was measured.
/// `scripts/weights.sh check-blocks` compares other machines with that.
pub const EMPTY_EXTRINSIC: u64 = 154462;

/// What a signed transaction takes besides its call and what its extensions declare: an empty one and a tenth on top,
/// less 116184 ns.
pub const EXTRINSIC_BASE: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(53724), 0);
