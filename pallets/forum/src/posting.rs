//! How posts come into being and go.

use crate::{
    ActiveContract, Config, EdgeBalance, Error, Event, NextPost, Pallet, Post, PostOf, Posts,
};
use aitbc_primitives::{
    reputation::{
        pools::{Citation, PostId, PPM},
        Domain,
    },
    Hash,
};
use alloc::vec::Vec;
use codec::{Encode, MaxEncodedLen};
use frame_support::{
    ensure,
    traits::{Consideration, Footprint},
    BoundedVec,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The bytes of the entry that the ledger makes of an author with the first credit: five numbers of 16 bytes,
/// under the domain, a byte with 8 of its hash, and the account, 32 with 16.
pub const LEDGER_ENTRY: usize = 5 * 16 + 9 + 48;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_post(
        caller: T::AccountId,
        content: Hash,
        authors: Vec<(T::AccountId, u32)>,
        refs: Vec<(Citation, i32)>,
        domain: Domain,
    ) -> DispatchResult {
        let mut post = Self::draft(content, authors, refs, domain)?;
        let is_author = post.authors.iter().any(|(author, _)| *author == caller);
        ensure!(is_author, Error::<T>::NotAnAuthor);
        let ticket = T::Consideration::new(&caller, Self::footprint(&post))?;
        post.deposit = Some((caller, ticket));
        Self::publish(post)?;
        Ok(())
    }

    pub(crate) fn do_remove(caller: &T::AccountId, id: PostId) -> DispatchResult {
        let mut post = Posts::<T>::get(id).ok_or(Error::<T>::UnknownPost)?;
        let (depositor, ticket) = post.deposit.take().ok_or(Error::<T>::NotDepositor)?;
        ensure!(depositor == *caller, Error::<T>::NotDepositor);
        ensure!(post.value == 0, Error::<T>::HasValue);
        let is_contract = ActiveContract::<T>::get() == Some(id);
        ensure!(post.cited == 0 && !is_contract, Error::<T>::StillCited);
        ensure!(post.pools == 0, Error::<T>::InPool);
        ticket.drop(&depositor)?;
        for target in post.cites() {
            EdgeBalance::<T>::remove(id, target);
            Posts::<T>::mutate_extant(target, |cited| cited.cited = cited.cited.saturating_sub(1));
        }
        Posts::<T>::remove(id);
        Self::deposit_event(Event::Removed { post: id });
        Ok(())
    }

    /// A post that may be published. It has no deposit yet.
    pub(crate) fn draft(
        content: Hash,
        authors: Vec<(T::AccountId, u32)>,
        refs: Vec<(Citation, i32)>,
        domain: Domain,
    ) -> Result<PostOf<T>, DispatchError> {
        let authors = BoundedVec::try_from(authors).map_err(|_| Error::<T>::TooManyAuthors)?;
        let refs = BoundedVec::try_from(refs).map_err(|_| Error::<T>::TooManyRefs)?;
        Self::check_authors(&authors)?;
        Self::check_refs(&refs)?;
        let post = Post {
            domain,
            authors,
            refs,
            value: 0,
            validated: false,
            content,
            cited: 0,
            pools: 0,
            deposit: None,
        };
        for target in post.cites() {
            let cited = Posts::<T>::get(target).ok_or(Error::<T>::UnknownPost)?;
            ensure!(cited.domain == domain, Error::<T>::OtherDomain);
        }
        Ok(post)
    }

    /// Whether each author has a part, and all together the whole.
    pub(crate) fn check_authors(authors: &[(T::AccountId, u32)]) -> Result<(), Error<T>> {
        let weights = || authors.iter().map(|(_, weight)| u64::from(*weight));
        ensure!(weights().all(|weight| weight > 0), Error::<T>::ZeroWeight);
        ensure!(weights().sum::<u64>() == u64::from(PPM), Error::<T>::WeightsNotWhole);
        Ok(())
    }

    /// Whether references are such that a post may have them, if what they cite exists.
    pub(crate) fn check_refs(refs: &[(Citation, i32)]) -> Result<(), Error<T>> {
        let (mut given, mut taken) = (0u64, 0u64);
        for (index, (target, weight)) in refs.iter().enumerate() {
            let is_twice = refs.iter().take(index).any(|(earlier, _)| earlier == target);
            ensure!(!is_twice, Error::<T>::DuplicateReference);
            ensure!(*weight != 0, Error::<T>::ZeroWeight);
            ensure!(*weight > 0 || *target != Citation::Incinerator, Error::<T>::IncineratorGives);
            let sum = if *weight > 0 { &mut given } else { &mut taken };
            *sum = sum.saturating_add(weight.unsigned_abs().into());
        }
        ensure!(given <= u64::from(PPM), Error::<T>::TooMuchCited);
        ensure!(taken <= u64::from(PPM), Error::<T>::TooMuchLeached);
        Ok(())
    }

    /// Stores a [draft](Self::draft), and returns its number.
    pub(crate) fn publish(post: PostOf<T>) -> Result<PostId, DispatchError> {
        let id = NextPost::<T>::get();
        NextPost::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
        for target in post.cites() {
            Posts::<T>::mutate_extant(target, |cited| cited.cited = cited.cited.saturating_add(1));
        }
        Posts::<T>::insert(id, &post);
        let depositor = post.deposit.map(|(depositor, _)| depositor);
        Self::deposit_event(Event::Posted { post: id, domain: post.domain, depositor });
        Ok(id)
    }

    /// What a post takes of the chain's state, with what it may have to note of each flow and what the ledger
    /// has to note of each author.
    pub(crate) fn footprint(post: &PostOf<T>) -> Footprint {
        let flow = <(PostId, PostId, i128)>::max_encoded_len();
        let ticket = <(T::AccountId, T::Consideration)>::max_encoded_len();
        let bytes = post
            .encoded_size()
            .saturating_add(ticket)
            .saturating_add(flow.saturating_mul(post.cites().count()))
            .saturating_add(LEDGER_ENTRY.saturating_mul(post.authors.len()));
        Footprint::from_parts(post.authors.len().saturating_add(1), bytes)
    }
}
