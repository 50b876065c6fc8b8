//! The check of the invariants of the crate documentation.

use crate::{
    ActiveContract, Config, EdgeBalance, Lineage, NextPost, Pallet, Pending, PostOf, Posts,
    MAX_CONTRACT_AUTHORS,
};
use aitbc_primitives::reputation::{
    pools::{Citation, PostId, PPM},
    Domain,
};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let mut citations = BTreeMap::<PostId, u32>::new();
        for (id, post) in Posts::<T>::iter() {
            Self::check_post(id, &post)?;
            for target in post.cites() {
                let count = citations.entry(target).or_default();
                *count = count.saturating_add(1);
            }
        }
        // Invariant 3
        for (id, post) in Posts::<T>::iter() {
            ensure!(
                citations.get(&id).copied().unwrap_or_default() == post.cited,
                "a post does not know how many posts cite it"
            );
        }
        Self::check_flows()?;
        Self::check_contract()?;
        Self::check_lineages()
    }

    /// Invariants 1 and 2.
    fn check_post(id: PostId, post: &PostOf<T>) -> Result<(), TryRuntimeError> {
        // Invariant 1
        Self::check_authors(&post.authors)
            .map_err(|_| "the authors of a post have not the whole")?;
        Self::check_refs(&post.refs).map_err(|_| "a post has references that none may have")?;
        ensure!(id < NextPost::<T>::get(), "a post has a number that was not given out");
        // Invariant 2
        for target in post.cites() {
            let cited = Posts::<T>::get(target).ok_or("a post is cited that is not there")?;
            ensure!(target < id, "a post cites one that is not older");
            ensure!(cited.domain == post.domain, "a post cites one of another domain");
        }
        Ok(())
    }

    /// Invariant 4.
    fn check_flows() -> Result<(), TryRuntimeError> {
        for (from, to, flowed) in EdgeBalance::<T>::iter() {
            let post = Posts::<T>::get(from).ok_or("something has flowed from no post")?;
            let weight = post.refs.iter().find(|(target, _)| *target == Citation::Post(to));
            let (_, weight) = weight.ok_or("something has flowed along no reference")?;
            ensure!(
                flowed != 0 && (flowed > 0) == (*weight > 0),
                "nothing, or the opposite of what it says, has flowed along a reference"
            );
        }
        Ok(())
    }

    /// Invariant 5.
    fn check_contract() -> Result<(), TryRuntimeError> {
        let Some(contract) = ActiveContract::<T>::get() else {
            ensure!(Pending::<T>::get() == 0, "something waits for no work contract");
            return Ok(());
        };
        let contract = Posts::<T>::get(contract).ok_or("the active work contract is no post")?;
        ensure!(
            contract.domain == Domain::Block
                && contract.authors.len() <= MAX_CONTRACT_AUTHORS as usize
                && contract.leaches().next().is_none(),
            "the active work contract cannot be one"
        );
        Ok(())
    }

    /// Invariant 6.
    fn check_lineages() -> Result<(), TryRuntimeError> {
        for (producer, lineage) in Lineage::<T>::iter() {
            let post = Posts::<T>::get(lineage.post).ok_or("a lineage post is not there")?;
            ensure!(
                post.domain == Domain::Block
                    && post.deposit.is_none()
                    && post.authors.as_slice() == [(producer, PPM)]
                    && post.cites().all(|cited| Some(cited) == lineage.contract),
                "a lineage post is not what its producer earns with"
            );
        }
        Ok(())
    }
}
