//! Who gets which slots: the schedule of a session, and its repair while it runs.

use crate::{
    consensus::{ScheduleSeed, SessionIndex, SlotNumber},
    order,
    shares::{self, Claim, Share},
    Config, Duties, Event, Order, Pallet, ProducerOf, Producers, ReplacementDue, SessionProgress,
    WeightInfo as _,
};
use aitbc_primitives::reputation::{pools::Candidates, Rep};
use alloc::{collections::BTreeSet, vec, vec::Vec};
use frame_support::{traits::Get, BoundedVec};
use pallet_aura::Authorities;

/// A session has at least this many slots for each producer, so that the floor of one slot is a small
/// part of what is shared out.
pub const MIN_SLOTS_PER_PRODUCER: u32 = 4;

/// The list of Aura's authorities.
pub(crate) type AuthoritiesOf<T> =
    BoundedVec<<T as pallet_aura::Config>::AuthorityId, <T as pallet_aura::Config>::MaxAuthorities>;

impl<T: Config> Pallet<T> {
    /// Shares out the slots of `session`, which begins after slot `start`, and stores everything but
    /// the list of Aura's authorities, which it returns.
    pub(crate) fn share_out(
        producers: Vec<ProducerOf<T>>,
        session: SessionIndex,
        start: SlotNumber,
    ) -> AuthoritiesOf<T> {
        let length = Self::session_length(producers.len() as u32);
        let shares = Self::shares(&producers, length);
        let slots: Vec<u32> = shares.iter().map(|share| share.slots).collect();
        let seed = T::Seed::begin(session, start, length);
        // A node refuses to produce while it has no peers, unless it is the only authority in a list
        // of one.
        let order = if producers.len() == 1 { vec![0] } else { order::order(&slots, seed, start) };

        Self::replace_duties(&producers, &shares);
        let number = producers.len() as u32;
        Producers::<T>::put(BoundedVec::truncate_from(producers));
        Order::<T>::put(BoundedVec::truncate_from(order));
        SessionProgress::<T>::mutate(|progress| {
            progress.start = start;
            progress.length = length;
        });
        Self::deposit_event(Event::Scheduled { session, slots: length, producers: number });
        Self::authorities()
    }

    /// Slots of a session of so many producers.
    fn session_length(producers: u32) -> u32 {
        T::SessionLength::get()
            .max(producers.saturating_mul(MIN_SLOTS_PER_PRODUCER))
            .min(<T as pallet_aura::Config>::MaxAuthorities::get())
    }

    fn shares(producers: &[ProducerOf<T>], length: u32) -> Vec<Share> {
        let weights: Vec<_> = producers.iter().map(|producer| producer.weight).collect();
        let claims: Vec<Claim> = producers
            .iter()
            .zip(shares::mix(&weights, T::EqualShare::get()))
            .map(|(producer, weight)| Claim {
                weight,
                credit: Duties::<T>::get(&producer.account).credit,
            })
            .collect();
        let cap = shares::cap(length, claims.len() as u32, T::MaxShare::get());
        shares::apportion(&claims, length, cap)
    }

    /// Drops the records of those who left and opens the session in those of the others.
    fn replace_duties(producers: &[ProducerOf<T>], shares: &[Share]) {
        let staying: BTreeSet<_> = producers.iter().map(|producer| &producer.account).collect();
        for old in Producers::<T>::get() {
            if !staying.contains(&old.account) {
                Duties::<T>::remove(&old.account);
            }
        }
        for (producer, share) in producers.iter().zip(shares) {
            Duties::<T>::mutate(&producer.account, |duty| {
                (duty.scheduled, duty.credit) = (share.slots, share.credit);
            });
        }
    }

    /// The keys of the schedule, place by place.
    pub(crate) fn authorities() -> AuthoritiesOf<T> {
        let producers = Producers::<T>::get();
        let keys = Order::<T>::get()
            .into_iter()
            .filter_map(|index| producers.get(usize::from(index)))
            .map(|producer| producer.key.clone())
            .collect();
        BoundedVec::truncate_from(keys)
    }

    /// Gives the list to Aura, and so to all clients, unless it is the one they have.
    pub(crate) fn install(authorities: AuthoritiesOf<T>) {
        if authorities != Authorities::<T>::get() {
            pallet_aura::Pallet::<T>::change_authorities(authorities);
        }
    }

    /// At the end of a block: gives the slots of those who were disabled or suspended to the others.
    ///
    /// Light clients take only one change of authorities in a block, so in the block that begins a
    /// session it waits for the next one. Nothing changes when nobody would be left.
    pub(crate) fn replace_if_due() {
        if !ReplacementDue::<T>::get() || SessionProgress::<T>::get().start == Self::current_slot()
        {
            return;
        }
        ReplacementDue::<T>::kill();
        Self::replace_excluded();
    }

    /// Gives the slots of those who must not produce to the others.
    pub(crate) fn replace_excluded() {
        let producers = Producers::<T>::get();
        let disabled = Self::disabled();
        let out: BTreeSet<u16> = (0u16..)
            .zip(&producers)
            .filter(|(_, producer)| Self::is_excluded(&producer.account, &disabled))
            .map(|(index, _)| index)
            .collect();

        let before = Order::<T>::get();
        let mut after = before.clone().into_inner();
        order::replace(&mut after, |producer| out.contains(&producer));
        let slots = before.iter().zip(&after).filter(|(a, b)| a != b).count() as u32;
        if slots == 0 {
            return;
        }
        let mut counts = vec![0u32; producers.len()];
        for index in &after {
            if let Some(count) = counts.get_mut(usize::from(*index)) {
                *count = count.saturating_add(1);
            }
        }
        for (producer, places) in producers.iter().zip(counts) {
            Duties::<T>::mutate(&producer.account, |duty| duty.scheduled = places);
        }
        Order::<T>::put(BoundedVec::truncate_from(after));
        Self::install(Self::authorities());
        Self::deposit_event(Event::Replaced { slots });
    }

    /// Lets the schedule be repaired at the end of the block, and charges the block for it.
    pub(crate) fn request_replacement() {
        if !ReplacementDue::<T>::get() {
            ReplacementDue::<T>::put(true);
            frame_system::Pallet::<T>::register_extra_weight_unchecked(
                <T as Config>::WeightInfo::replace_excluded(),
                frame_support::dispatch::DispatchClass::Mandatory,
            );
        }
    }
}

/// Who judges blocks is drawn from those who make them.
impl<T: Config> Candidates<T::AccountId> for Pallet<T> {
    fn candidates() -> Vec<(T::AccountId, Rep)> {
        let producers = Producers::<T>::get();
        let mut has_place = vec![false; producers.len()];
        for index in Order::<T>::get() {
            if let Some(place) = has_place.get_mut(usize::from(index)) {
                *place = true;
            }
        }
        producers
            .into_iter()
            .zip(has_place)
            .filter(|(_, has_place)| *has_place)
            .map(|(producer, _)| (producer.account, producer.weight))
            .collect()
    }
}
