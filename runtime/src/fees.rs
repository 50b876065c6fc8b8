//! What a transaction costs: `base + weight * multiplier + length`, plus a tip.
//!
//! The multiplier follows the fullness of blocks. It rises while normal transactions fill more than a
//! quarter of their room, falls while they fill less, and never leaves its bounds.

use crate::Runtime;
use aitbc_primitives::{token::MICRO, Balance};
use frame_support::{
    parameter_types,
    traits::ConstU128,
    weights::{constants::WEIGHT_REF_TIME_PER_MICROS, ConstantMultiplier},
};
use pallet_transaction_payment::{Multiplier, TargetedFeeAdjustment};
use sp_runtime::{traits::Bounded, FixedPointNumber, Perquintill};

/// The fee for a microsecond of execution. The weight that every transaction has costs about a
/// thousandth of a token.
pub const FEE_PER_MICROSECOND: Balance = 10 * MICRO;

/// The fee for a byte.
pub const FEE_PER_BYTE: Balance = 10 * MICRO;

/// The fee for a picosecond, in which weights are given.
const FEE_PER_PICOSECOND: Balance = FEE_PER_MICROSECOND / WEIGHT_REF_TIME_PER_MICROS as Balance;

/// Execution time, at [`FEE_PER_MICROSECOND`].
pub type WeightToFee = ConstantMultiplier<Balance, ConstU128<FEE_PER_PICOSECOND>>;

/// Length in bytes, at [`FEE_PER_BYTE`] each.
pub type LengthToFee = ConstantMultiplier<Balance, ConstU128<FEE_PER_BYTE>>;

parameter_types! {
    /// The fullness of normal transactions at which the multiplier rests.
    pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
    /// How fast the multiplier moves. With full 2 s blocks it doubles in about an hour.
    pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(50, 100_000);
    /// The lowest multiplier.
    pub MinimumMultiplier: Multiplier = Multiplier::saturating_from_rational(1, 10);
    /// The highest multiplier.
    pub MaximumMultiplier: Multiplier = Bounded::max_value();
}

/// How the multiplier moves from block to block.
pub type FeeMultiplierUpdate = TargetedFeeAdjustment<
    Runtime,
    TargetBlockFullness,
    AdjustmentVariable,
    MinimumMultiplier,
    MaximumMultiplier,
>;
