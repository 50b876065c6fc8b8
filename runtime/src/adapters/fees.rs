//! What a transaction costs: `base + weight * multiplier + length`, plus a tip.
//!
//! The multiplier follows the fullness of blocks. It rises while transactions fill more than a quarter of
//! the room of normal ones, falls while they fill less, and never leaves its bounds.

use crate::{
    limits::{RuntimeBlockLength, RuntimeBlockWeights},
    weights, System,
};
use aitbc_primitives::{token::MICRO, Balance};
use core::marker::PhantomData;
use frame_support::{
    dispatch::DispatchClass,
    traits::{ConstU128, Get},
    weights::{constants::WEIGHT_REF_TIME_PER_MICROS, ConstantMultiplier, Weight},
};
use pallet_transaction_payment::{Multiplier, MultiplierUpdate};
use sp_runtime::{
    traits::{Bounded, Convert},
    FixedPointNumber, Perquintill, Saturating,
};

/// The fee for a microsecond of execution. What every transaction takes, whatever its call does, costs about two
/// thousandths of a token.
pub const FEE_PER_MICROSECOND: Balance = 10 * MICRO;

/// The fee for a byte.
pub const FEE_PER_BYTE: Balance = 10 * MICRO;

/// The fee for a picosecond, in which weights are given.
const FEE_PER_PICOSECOND: Balance = FEE_PER_MICROSECOND / WEIGHT_REF_TIME_PER_MICROS as Balance;

/// Execution time, at [`FEE_PER_MICROSECOND`].
pub type WeightToFee = ConstantMultiplier<Balance, ConstU128<FEE_PER_PICOSECOND>>;

/// Length in bytes, at [`FEE_PER_BYTE`] each.
pub type LengthToFee = ConstantMultiplier<Balance, ConstU128<FEE_PER_BYTE>>;

/// What it takes to charge a fee.
///
/// An account that was read and written before in the same block lies in memory, and costs nothing more. Both
/// that the measured weight has do: the payer's was, by the check of the nonce, which declares it; the pot's is
/// the same for all transactions, and the base of a block declares it once.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_transaction_payment::WeightInfo for WeightInfo<T> {
    fn charge_transaction_payment() -> Weight {
        weights::pallet_transaction_payment::WeightInfo::<T>::charge_transaction_payment()
            .saturating_sub(T::DbWeight::get().reads_writes(2, 2))
    }
}

/// How the multiplier moves from block to block: by the factor `e^(v * (s - t))`, as its Taylor series to
/// the second power has it. `s` is the part of the room of normal transactions that all transactions
/// filled, at most 1, `t` the target and `v` the variability.
///
/// Operational transactions count too, so that nobody fills blocks while fees fall. Hooks do not: the
/// rotation of a session declares a whole block. Of execution time and length the scarcer one counts;
/// there is no limit of proof size on this chain.
pub struct FeeMultiplierUpdate;

impl MultiplierUpdate for FeeMultiplierUpdate {
    /// The lowest multiplier: 0.1.
    fn min() -> Multiplier {
        Multiplier::saturating_from_rational(1, 10)
    }

    /// The highest multiplier: what the type can hold.
    fn max() -> Multiplier {
        Multiplier::max_value()
    }

    /// The fullness at which the multiplier rests: a quarter.
    fn target() -> Perquintill {
        Perquintill::from_percent(25)
    }

    /// How fast the multiplier moves. With full 2 s blocks it doubles in about an hour.
    fn variability() -> Multiplier {
        Multiplier::saturating_from_rational(50, 100_000)
    }
}

impl Convert<Multiplier, Multiplier> for FeeMultiplierUpdate {
    fn convert(previous: Multiplier) -> Multiplier {
        let fullness = fullness();
        let target = Multiplier::from(Self::target());
        let is_rising = fullness >= target;
        let distance = fullness.max(target).saturating_sub(fullness.min(target));
        let first = Self::variability().saturating_mul(distance);
        let half = Multiplier::saturating_from_rational(1, 2);
        let second = first.saturating_mul(first).saturating_mul(half);

        let previous = previous.max(Self::min());
        let next = if is_rising {
            previous.saturating_add(previous.saturating_mul(first.saturating_add(second)))
        } else {
            previous.saturating_sub(previous.saturating_mul(first.saturating_sub(second)))
        };
        next.clamp(Self::min(), Self::max())
    }
}

/// The part of the room of normal transactions that all transactions of this block filled, at most 1.
fn fullness() -> Multiplier {
    let limits = RuntimeBlockWeights::get();
    let room = limits.get(DispatchClass::Normal).max_total;
    let room = room.unwrap_or(limits.max_block).ref_time().max(1);
    let used = System::block_weight();
    let used = [DispatchClass::Normal, DispatchClass::Operational]
        .into_iter()
        .fold(0u64, |sum, class| sum.saturating_add(used.get(class).ref_time()));
    let time = Multiplier::saturating_from_rational(used.min(room), room);

    let room = *RuntimeBlockLength::get().max.get(DispatchClass::Normal);
    let used = System::block_size();
    time.max(Multiplier::saturating_from_rational(used.min(room), room.max(1)))
}
