//! Who produces a slot, for the pallets that ask.
//!
//! pallet-aura answers with an index into its list of authorities. Here that list is the schedule,
//! so the index is neither that of a producer nor that of a validator, and the adapters which the
//! pallets bring along would name the wrong account.

use crate::{
    consensus::Author, Config, Duties, Event, LatestAuthor, Order, Pallet, ProducerOf, Producers,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::traits::{DisabledValidators, FindAuthor};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_session::DisabledValidators as Disabled;
use sp_runtime::ConsensusEngineId;

impl<T: Config> Pallet<T> {
    /// The producer at a place of the schedule.
    pub(crate) fn producer_at(place: u32) -> Option<ProducerOf<T>> {
        let index = Order::<T>::get().get(place as usize).copied()?;
        Producers::<T>::get().get(usize::from(index)).cloned()
    }
}

/// The author of a block, by the slot in its digest.
impl<T: Config> FindAuthor<T::AccountId> for Pallet<T> {
    fn find_author<'a, I>(digests: I) -> Option<T::AccountId>
    where
        I: 'a + IntoIterator<Item = (ConsensusEngineId, &'a [u8])>,
    {
        let place = pallet_aura::Pallet::<T>::find_author(digests)?;
        Self::producer_at(place).map(|producer| producer.account)
    }
}

/// Credits a block to its author. pallet-authorship calls it before a session can rotate, so the
/// schedule is the one of the block.
impl<T: Config> pallet_authorship::EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
    fn note_author(account: T::AccountId) {
        let slot = Self::current_slot();
        if Self::is_accountable(slot) {
            Duties::<T>::mutate(&account, |duty| duty.produce());
        }
        Self::deposit_event(Event::Authored { author: account.clone(), slot });
        LatestAuthor::<T>::put(Author { account, slot });
    }
}

/// Tells pallet-aura whose blocks are invalid because the validator is disabled.
///
/// If only disabled validators are left in the schedule, none of them counts as disabled: without a
/// block the chain could never get another schedule.
pub struct DisabledProducers<T>(PhantomData<T>);

impl<T: Config> DisabledValidators for DisabledProducers<T> {
    fn is_disabled(place: u32) -> bool {
        // In nearly all blocks nobody is.
        Disabled::<T>::decode_len().unwrap_or_default() > 0
            && Self::disabled_validators().contains(&place)
    }

    fn disabled_validators() -> Vec<u32> {
        let disabled = Pallet::<T>::disabled();
        let producers = Producers::<T>::get();
        let schedule = Order::<T>::get();
        let places: Vec<u32> = (0u32..)
            .zip(&schedule)
            .filter(|(_, index)| {
                producers
                    .get(usize::from(**index))
                    .is_some_and(|producer| disabled.contains(&producer.account))
            })
            .map(|(place, _)| place)
            .collect();
        if places.len() == schedule.len() {
            Vec::new()
        } else {
            places
        }
    }
}
