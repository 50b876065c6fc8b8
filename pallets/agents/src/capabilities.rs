//! What agents can do, and who can do what.

use crate::{
    types::{Tag, TagHash, Tags},
    AgentOf, Agents, ByCapability, Config, Error, Pallet, WithCapability,
};
use aitbc_primitives::agents::{
    registry::{is_tag, MAX_TAGS},
    Agents as _,
};
use alloc::{collections::BTreeSet, vec::Vec};
use core::cmp::Reverse;
use frame_support::ensure;
use sp_io::hashing::blake2_256;

/// At how many agents that have the rarest tag a search looks.
const MAX_WALKED: usize = 1_000;

/// The most agents in one answer.
pub(crate) const MAX_LISTED: u32 = 100;

/// What a search has found.
pub(crate) struct Found<T: Config> {
    /// The best, in their order.
    pub agents: Vec<(T::AccountId, AgentOf<T>)>,
    /// Whether there were more to look at or to name.
    pub is_cut_off: bool,
}

/// Under what a tag is found.
pub(crate) fn hash_of(tag: &[u8]) -> TagHash {
    blake2_256(tag)
}

/// A tag of these characters, if there can be one.
pub(crate) fn tag(characters: Vec<u8>) -> Option<Tag> {
    characters.try_into().ok().filter(|tag: &Tag| is_tag(tag))
}

impl<T: Config> Pallet<T> {
    /// These tags in order, if an agent can have them.
    pub(crate) fn checked_tags(tags: Vec<Vec<u8>>) -> Result<Tags, Error<T>> {
        ensure!(tags.len() <= MAX_TAGS as usize, Error::<T>::TooManyTags);
        let named = tags.len();
        let tags: BTreeSet<Tag> =
            tags.into_iter().map(tag).collect::<Option<_>>().ok_or(Error::<T>::BadTag)?;
        ensure!(tags.len() == named, Error::<T>::BadTag);
        let tags: Vec<_> = tags.into_iter().collect();
        tags.try_into().map_err(|_| Error::<T>::TooManyTags)
    }

    /// Has searches find an agent that is active from now on.
    pub(crate) fn enter_tags(agent: &T::AccountId, tags: &Tags) {
        for hash in tags.iter().map(|tag| hash_of(tag)) {
            ByCapability::<T>::insert(hash, agent, ());
            WithCapability::<T>::mutate(hash, |count| *count = count.saturating_add(1));
        }
    }

    /// Has searches find an agent no more that was active until now.
    pub(crate) fn leave_tags(agent: &T::AccountId, tags: &Tags) {
        for hash in tags.iter().map(|tag| hash_of(tag)) {
            ByCapability::<T>::remove(hash, agent);
            WithCapability::<T>::mutate_exists(hash, |count| {
                *count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
            });
        }
    }

    /// The available agents that have all of these tags, the best score first, then in the order of accounts.
    /// It walks those that have the rarest tag.
    pub(crate) fn matching(tags: &BTreeSet<Tag>, limit: u32) -> Found<T> {
        let counted = tags.iter().map(|tag| hash_of(tag));
        let counted = counted.map(|hash| (WithCapability::<T>::get(hash), hash));
        let (count, rarest) = counted.min().unwrap_or_default();
        let mut found: Vec<_> = Self::walk(rarest, count as usize)
            .filter_map(|account| Some((Agents::<T>::get(&account)?, account)))
            .filter(|(agent, _)| Self::is_available(agent))
            .filter(|(agent, _)| tags.iter().all(|tag| agent.capabilities.contains(tag)))
            .map(|(agent, account)| (Self::score(&account), account, agent))
            .collect();
        found.sort_by(|(score, account, _), (other_score, other, _)| {
            (Reverse(score), account).cmp(&(Reverse(other_score), other))
        });
        let limit = limit.min(MAX_LISTED) as usize;
        let is_cut_off = count as usize > MAX_WALKED || found.len() > limit;
        let best = found.into_iter().take(limit);
        let agents = best.map(|(_, account, agent)| (account, agent)).collect();
        Found { agents, is_cut_off }
    }

    /// At most 1 000 of the `count` agents that have a tag, each once, in the order of storage from another
    /// place in each block, round to its begin: so nobody can place others for ever before an agent.
    fn walk(tag: TagHash, count: usize) -> impl Iterator<Item = T::AccountId> {
        let all = ByCapability::<T>::iter_key_prefix(tag);
        let mut place = all.last_raw_key().to_vec();
        place.extend_from_slice(frame_system::Pallet::<T>::parent_hash().as_ref());
        let from_there = ByCapability::<T>::iter_key_prefix_from(tag, place);
        from_there.chain(all).take(count.min(MAX_WALKED))
    }
}
