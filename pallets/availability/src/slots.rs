//! What happened in each slot.

use crate::{consensus::SlotNumber, Config, Duties, Order, Pallet, Producers, SessionProgress};
use alloc::collections::BTreeMap;

impl<T: Config> Pallet<T> {
    /// The slot of this block, or before it of the latest one.
    pub(crate) fn current_slot() -> SlotNumber {
        pallet_aura::CurrentSlot::<T>::get().into()
    }

    /// Begins the block of `slot`: charges the slots since the parent block to their producers,
    /// under the schedule that is still in force. Returns how many producers missed slots.
    ///
    /// At most the slots of one session are charged. Block 1 only starts the clock: nobody could
    /// have produced before it.
    pub(crate) fn enter_slot(slot: SlotNumber) -> u32 {
        let mut progress = SessionProgress::<T>::get();
        let mut missed_by = 0;
        if progress.has_begun() {
            let last = progress.latest.saturating_add(progress.length.into());
            missed_by =
                Self::charge(progress.latest.saturating_add(1)..=last.min(slot.saturating_sub(1)));
        } else {
            progress.start = slot;
        }
        progress.latest = slot;
        SessionProgress::<T>::put(progress);
        missed_by
    }

    /// Charges empty slots to their producers and returns how many those are.
    fn charge(empty: core::ops::RangeInclusive<SlotNumber>) -> u32 {
        if empty.is_empty() {
            return 0;
        }
        let schedule = Order::<T>::get();
        let mut missed = BTreeMap::<u16, u32>::new();
        for slot in empty {
            let place = slot.checked_rem(schedule.len() as u64).unwrap_or_default();
            if let Some(producer) = schedule.get(place as usize) {
                let slots = missed.entry(*producer).or_default();
                *slots = slots.saturating_add(1);
            }
        }
        let producers = Producers::<T>::get();
        for (index, slots) in &missed {
            if let Some(producer) = producers.get(usize::from(*index)) {
                Duties::<T>::mutate(&producer.account, |duty| duty.miss(*slots));
            }
        }
        missed.len() as u32
    }

    /// Whether a block in `slot` counts as its producer's duty. The one that starts the clock does
    /// not.
    pub(crate) fn is_accountable(slot: SlotNumber) -> bool {
        SessionProgress::<T>::get().start < slot
    }
}
