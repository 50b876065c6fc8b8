//! What clients read.

use crate::{Config, NextPost, Pallet, PostOf, Posts};
use aitbc_primitives::reputation::pools::{PostFilter, PostId, PostView};
use alloc::vec::Vec;

/// The most posts in one answer.
const MAX_LISTED: u32 = 100;

/// So many numbers of posts are looked at for one answer, however few the filter lets pass.
const MAX_LOOKED_AT: usize = 10_000;

impl<T: Config> Pallet<T> {
    pub(crate) fn read_post(id: PostId) -> Option<PostView<T::AccountId>> {
        Posts::<T>::get(id).map(|post| Self::view(id, post))
    }

    /// Goes through the posts from the newest on.
    pub(crate) fn read_posts(
        filter: &PostFilter<T::AccountId>,
        offset: u32,
        limit: u32,
    ) -> Vec<PostView<T::AccountId>> {
        let newest_first = (0..NextPost::<T>::get()).rev();
        newest_first
            .take(MAX_LOOKED_AT)
            .filter_map(|id| Some((id, Posts::<T>::get(id)?)))
            .filter(|(_, post)| Self::passes(filter, post))
            .skip(offset as usize)
            .take(limit.min(MAX_LISTED) as usize)
            .map(|(id, post)| Self::view(id, post))
            .collect()
    }

    fn passes(filter: &PostFilter<T::AccountId>, post: &PostOf<T>) -> bool {
        let PostFilter { author, domain } = filter;
        let is_by = |who| post.authors.iter().any(|(author, _)| author == who);
        author.as_ref().is_none_or(is_by) && domain.is_none_or(|domain| domain == post.domain)
    }

    fn view(id: PostId, post: PostOf<T>) -> PostView<T::AccountId> {
        PostView {
            id,
            domain: post.domain,
            authors: post.authors.into_inner(),
            refs: post.refs.into_inner(),
            value: post.value,
            validated: post.validated,
            content: post.content,
        }
    }
}
