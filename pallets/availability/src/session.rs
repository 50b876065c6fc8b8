//! When sessions end, and what begins with the next.

use crate::{
    consensus::{ScheduleSeed, SessionIndex},
    types::Producer,
    Config, Pallet, ProducerOf, ReplacementDue, SessionProgress, Snapshot, LOG_TARGET,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{
    traits::{EstimateNextSessionRotation, Get, OneSessionHandler},
    weights::Weight,
    BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_session::{CurrentIndex, ShouldEndSession};
use sp_runtime::{BoundToRuntimeAppPublic, Permill};

/// A session lasts a number of slots, whether they have blocks or not.
impl<T: Config> ShouldEndSession<BlockNumberFor<T>> for Pallet<T> {
    fn should_end_session(_: BlockNumberFor<T>) -> bool {
        SessionProgress::<T>::get().is_over(Self::current_slot())
    }
}

impl<T: Config> EstimateNextSessionRotation<BlockNumberFor<T>> for Pallet<T> {
    fn average_session_length() -> BlockNumberFor<T> {
        SessionProgress::<T>::get().length.into()
    }

    fn estimate_current_session_progress(_: BlockNumberFor<T>) -> (Option<Permill>, Weight) {
        let progress = SessionProgress::<T>::get();
        let elapsed = Self::current_slot().saturating_sub(progress.start);
        let part = progress.has_begun().then(|| {
            Permill::from_rational(elapsed.min(progress.length.into()), progress.length.into())
        });
        (part, T::DbWeight::get().reads(2))
    }

    /// Assumes that each remaining slot will have a block.
    fn estimate_next_session_rotation(
        now: BlockNumberFor<T>,
    ) -> (Option<BlockNumberFor<T>>, Weight) {
        use sp_runtime::{traits::Saturating, SaturatedConversion};

        let progress = SessionProgress::<T>::get();
        let end = progress.start.saturating_add(progress.length.into());
        let remaining = if progress.has_begun() {
            end.saturating_sub(Self::current_slot()).saturated_into()
        } else {
            progress.length
        };
        (Some(now.saturating_add(remaining.into())), T::DbWeight::get().reads(2))
    }
}

impl<T: Config> BoundToRuntimeAppPublic for Pallet<T> {
    type Public = T::AuthorityId;
}

/// Takes the place of pallet-aura as the owner of Aura's session keys.
impl<T: Config> OneSessionHandler<T::AccountId> for Pallet<T> {
    type Key = T::AuthorityId;

    fn on_genesis_session<'a, I>(validators: I)
    where
        I: Iterator<Item = (&'a T::AccountId, Self::Key)> + 'a,
    {
        let producers: Vec<_> = validators
            .map(|(account, key)| Producer {
                account: account.clone(),
                key,
                weight: Self::encumbered(account),
            })
            .take(Self::max_producers())
            .collect();
        if producers.is_empty() {
            return;
        }
        // The first two sessions have the same validators.
        Self::take_snapshot(producers.iter().map(|producer| &producer.account));
        let authorities = Self::share_out(producers, 0, 0);
        pallet_aura::Pallet::<T>::initialize_authorities(&authorities);
    }

    /// Ignores `changed`: shares change with reputation, of which pallet-session knows nothing.
    fn on_new_session<'a, I>(_: bool, validators: I, queued: I)
    where
        I: Iterator<Item = (&'a T::AccountId, Self::Key)> + 'a,
    {
        let session = CurrentIndex::<T>::get();
        let slot = Self::current_slot();
        let producers = Self::producers_of(validators);
        if producers.is_empty() {
            log::error!(target: LOG_TARGET, "no validator has session keys: the old schedule stays");
            let length = SessionProgress::<T>::mutate(|progress| {
                progress.start = slot;
                progress.length
            });
            T::Seed::begin(session, slot, length);
        } else {
            let authorities = Self::share_out(producers, session, slot);
            Self::install(authorities);
            ReplacementDue::<T>::kill();
        }
        Self::take_snapshot(queued.map(|(account, _)| account));
        Self::reinstate_queued();
        Self::forget_suspensions();
    }

    fn on_before_session_ending() {
        Self::judge_session(CurrentIndex::<T>::get());
    }

    /// Runs while pallet-session holds its list of disabled validators, which must not be read here.
    fn on_disabled(_: u32) {
        Self::request_replacement();
    }
}

impl<T: Config> Pallet<T> {
    /// The validators that may produce, with what counts for each: what it had encumbered at the
    /// snapshot, but not more than is left of it. If all are suspended or disabled, those who are
    /// only suspended may; if all are disabled, all.
    fn producers_of<'a>(
        validators: impl Iterator<Item = (&'a T::AccountId, T::AuthorityId)>,
    ) -> Vec<ProducerOf<T>>
    where
        T::AccountId: 'a,
    {
        let snapshot: BTreeMap<_, _> = Snapshot::<T>::get().into_iter().collect();
        let all: Vec<_> = validators
            .map(|(account, key)| {
                let now = Self::held(account);
                Producer {
                    account: account.clone(),
                    key,
                    weight: snapshot.get(account).map_or(now, |then| now.min(*then)),
                }
            })
            .take(Self::max_producers())
            .collect();
        Self::enforce_bans();
        let disabled = Self::disabled();
        let among = |allowed: &dyn Fn(&T::AccountId) -> bool| -> Vec<_> {
            all.iter().filter(|producer| allowed(&producer.account)).cloned().collect()
        };
        let good = among(&|who| !Self::is_excluded(who, &disabled));
        let enabled = among(&|who| !disabled.contains(who));
        [good, enabled].into_iter().find(|producers| !producers.is_empty()).unwrap_or(all)
    }

    fn max_producers() -> usize {
        T::MaxProducers::get() as usize
    }

    /// Notes what the validators of the next session have encumbered. So keys and shares are fixed
    /// before any randomness of this session exists.
    fn take_snapshot<'a>(validators: impl Iterator<Item = &'a T::AccountId>)
    where
        T::AccountId: 'a,
    {
        let snapshot =
            validators.map(|account| (account.clone(), Self::encumbered(account))).collect();
        Snapshot::<T>::put(BoundedVec::truncate_from(snapshot));
    }

    /// The first session in which nothing counts that is not encumbered any more, if something of
    /// `who` counts now.
    pub(crate) fn counted_until(who: &T::AccountId) -> Option<SessionIndex> {
        let session = CurrentIndex::<T>::get();
        if Snapshot::<T>::get().iter().any(|(account, _)| account == who) {
            Some(session.saturating_add(2))
        } else if crate::Producers::<T>::get().iter().any(|producer| producer.account == *who) {
            Some(session.saturating_add(1))
        } else {
            None
        }
    }
}
