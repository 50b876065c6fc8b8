//! What time it is, for each who asks: in milliseconds or in slots.

use crate::{BlockNumber, Moment, Runtime};
use aitbc_primitives::{clock::Clock, time};
use frame_support::traits::Get;
use pallet_chain_settings::{CurrentSlotDuration, CurrentTempo};
use sp_runtime::{traits::BlockNumberProvider, SaturatedConversion};

/// The clock of our own pallets: what the inherent says.
pub struct WallClock;

impl Clock for WallClock {
    fn now() -> Moment {
        pallet_timestamp::Now::<Runtime>::get()
    }
}

/// The clock of stock pallets: the Aura slot, which moves with time even when blocks are missing.
/// In the hooks before Aura's it is the parent's; at genesis it is 0.
pub struct SlotClock;

impl BlockNumberProvider for SlotClock {
    type BlockNumber = BlockNumber;

    fn current_block_number() -> BlockNumber {
        // Slots of one second, the shortest there are, reach 2^32 in the year 2106.
        (*pallet_aura::CurrentSlot::<Runtime>::get()).saturated_into()
    }

    #[cfg(any(feature = "runtime-benchmarks", feature = "std"))]
    fn set_block_number(slot: BlockNumber) {
        pallet_aura::CurrentSlot::<Runtime>::put(sp_consensus_aura::Slot::from(u64::from(slot)));
    }
}

/// A duration of governance of `duration` milliseconds in the days of this network, which may be minutes.
pub fn at_tempo(duration: Moment) -> Moment {
    duration.checked_div(CurrentTempo::<Runtime>::get().into()).unwrap_or(duration)
}

/// `MILLISECONDS` in the days of this network.
pub struct AtTempo<const MILLISECONDS: Moment>;

impl<const MILLISECONDS: Moment> Get<Moment> for AtTempo<MILLISECONDS> {
    fn get() -> Moment {
        at_tempo(MILLISECONDS)
    }
}

/// When the slot of this block began: in the hooks before Aura's, that of its parent. It is known before the block
/// has stated its time, which is then the parent's.
pub struct SlotTime;

impl Get<Moment> for SlotTime {
    fn get() -> Moment {
        (*pallet_aura::CurrentSlot::<Runtime>::get())
            .saturating_mul(CurrentSlotDuration::<Runtime>::get())
    }
}

/// How many slots of this network make up `duration` milliseconds, rounded down, at least one.
pub fn slots(duration: Moment) -> BlockNumber {
    duration
        .checked_div(CurrentSlotDuration::<Runtime>::get())
        .unwrap_or_default()
        .max(1)
        .saturated_into()
}

/// `DAYS` days as slots of this network.
pub struct Days<const DAYS: u64>;

impl<const DAYS: u64> Get<BlockNumber> for Days<DAYS> {
    fn get() -> BlockNumber {
        slots(time::DAY.saturating_mul(DAYS))
    }
}
