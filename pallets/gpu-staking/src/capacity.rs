//! Capacity, as the market uses it.

use crate::{Config, Error, Pallet, Pools, PositionOf, Positions};
use aitbc_primitives::{
    market::gpu::{Capacity, GpuPoolId, PositionId, PositionInfo, SlashReason},
    Balance,
};
use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
    /// Has a position changed, then stores it.
    fn change_position(
        id: PositionId,
        change: impl FnOnce(&mut PositionOf<T>) -> Result<(), DispatchError>,
    ) -> DispatchResult {
        let old = Positions::<T>::get(id).ok_or(Error::<T>::PositionNotFound)?;
        let mut new = old.clone();
        change(&mut new)?;
        Self::put(id, Some(&old), new, Self::pool_of(&old)?);
        Ok(())
    }
}

impl<T: Config> Capacity<T::AccountId> for Pallet<T> {
    fn position(id: PositionId) -> Option<PositionInfo<T::AccountId>> {
        let position = Positions::<T>::get(id)?;
        Some(PositionInfo {
            usable: position.usable(),
            free: position.free(),
            unearmarked: position.unearmarked(),
            pool: position.pool,
            provider: position.provider,
        })
    }

    fn allocate(id: PositionId, power: u32, earmark: Balance) -> DispatchResult {
        Self::change_position(id, |position| {
            ensure!(power <= position.free(), Error::<T>::Allocated);
            ensure!(earmark <= position.unearmarked(), Error::<T>::Earmarked);
            position.allocated = position.allocated.saturating_add(power);
            position.earmarked = position.earmarked.saturating_add(earmark);
            Ok(())
        })
    }

    fn release(id: PositionId, power: u32) -> DispatchResult {
        Self::change_position(id, |position| {
            let left = position.allocated.checked_sub(power).ok_or(Error::<T>::Allocated)?;
            position.allocated = left;
            Ok(())
        })
    }

    /// Where fraud has taken of what was earmarked, less than `amount` may be left: then that is free.
    fn unearmark(id: PositionId, amount: Balance) -> DispatchResult {
        Positions::<T>::try_mutate(id, |position| {
            let position = position.as_mut().ok_or(Error::<T>::PositionNotFound)?;
            position.earmarked = position.earmarked.saturating_sub(amount);
            Ok(())
        })
    }

    fn slash(
        id: PositionId,
        amount: Balance,
        injured: Option<&T::AccountId>,
        why: SlashReason,
    ) -> Balance {
        Self::slash_bond(id, amount, injured, why)
    }

    fn slash_fraud(id: PositionId, injured: Option<&T::AccountId>) -> Balance {
        Self::slash_share(id, T::FraudSlash::get(), true, injured, SlashReason::Fraud)
    }

    fn slash_audit(id: PositionId) -> Balance {
        Self::slash_share(id, T::AuditSlash::get(), false, None, SlashReason::Audit)
    }

    fn fee_paid(id: GpuPoolId, reached_treasury: Balance) {
        Pools::<T>::mutate_extant(id, |pool| {
            Self::accrue(id, pool);
            Self::emit(id, pool, |pool, _| {
                pool.state.match_fee(pool.spec.match_ratio, reached_treasury);
            });
        });
    }

    fn price_bounds(id: GpuPoolId) -> Option<(Balance, Balance)> {
        Pools::<T>::get(id).map(|pool| (pool.spec.price.min, pool.spec.price.max))
    }
}
