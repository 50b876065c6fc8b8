//! What a transaction costs: `base + weight * multiplier + length`, plus a tip.
//!
//! The multiplier follows the fullness of blocks. It rises while normal transactions fill more than a
//! quarter of their room, falls while they fill less, and never leaves its bounds.

use crate::Runtime;
use aitbc_primitives::{
    token::{MICRO, MILLI},
    Balance,
};
use frame_support::{
    parameter_types,
    traits::ConstU128,
    weights::{
        constants::ExtrinsicBaseWeight, ConstantMultiplier, WeightToFeeCoefficient,
        WeightToFeeCoefficients, WeightToFeePolynomial,
    },
};
use pallet_transaction_payment::{Multiplier, TargetedFeeAdjustment};
use smallvec::smallvec;
use sp_runtime::{traits::Bounded, FixedPointNumber, Perbill, Perquintill};

/// The fee for the weight that every transaction has.
pub const BASE_FEE: Balance = MILLI;

/// The fee for a byte.
pub const FEE_PER_BYTE: Balance = 10 * MICRO;

/// Weight in terms of the base weight, which costs [`BASE_FEE`]. Rounds down.
pub struct WeightToFee;

impl WeightToFeePolynomial for WeightToFee {
    type Balance = Balance;

    fn polynomial() -> WeightToFeeCoefficients<Balance> {
        let base_weight = Balance::from(ExtrinsicBaseWeight::get().ref_time()).max(1);
        smallvec![WeightToFeeCoefficient {
            degree: 1,
            negative: false,
            coeff_integer: BASE_FEE.checked_div(base_weight).unwrap_or_default(),
            coeff_frac: Perbill::from_rational(
                BASE_FEE.checked_rem(base_weight).unwrap_or_default(),
                base_weight,
            ),
        }]
    }
}

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
