//! The forum that pools and the assembly use.

use crate::{ActiveContract, Config, Error, Pallet, Posts, WeightInfo};
use aitbc_primitives::reputation::{
    pools::{self, PostId},
    Domain, Rep,
};
use frame_support::{ensure, storage::with_storage_layer, traits::Get, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> pools::Posts<T::AccountId> for Pallet<T> {
    fn enter_pool(post: PostId, domain: Domain) -> DispatchResult {
        Posts::<T>::try_mutate(post, |post| {
            let post = post.as_mut().ok_or(Error::<T>::UnknownPost)?;
            ensure!(post.domain == domain, Error::<T>::OtherDomain);
            post.pools = post.pools.saturating_add(1);
            Ok::<_, DispatchError>(())
        })
    }

    fn leave_pool(post: PostId, validated: bool) {
        Posts::<T>::mutate_extant(post, |post| {
            post.pools = post.pools.saturating_sub(1);
            post.validated = validated;
        });
    }

    fn credit(post: PostId, amount: Rep) -> DispatchResult {
        Self::propagate(post, amount, 0)
    }

    fn credit_weight() -> Weight {
        T::WeightInfo::propagate(crate::propagation::MAX_VISITS)
    }

    fn lineage_income(
        producer: &T::AccountId,
        produced: Rep,
        policed: Rep,
    ) -> Result<Rep, DispatchError> {
        with_storage_layer(|| Self::earn(producer, produced, policed))
    }

    fn judge(post: PostId, force: Rep) -> DispatchResult {
        Self::do_judge(post, force)
    }

    /// It goes as far as a credit: to what is cited, and to what that cites.
    fn judge_weight() -> Weight {
        Self::credit_weight()
    }

    fn active_contract() -> Option<PostId> {
        ActiveContract::<T>::get()
    }

    fn set_active_contract(post: PostId) -> DispatchResult {
        Self::do_set_active_contract(post)
    }

    /// The one before is paid.
    fn set_active_contract_weight() -> Weight {
        T::WeightInfo::pay_contract().saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }
}
