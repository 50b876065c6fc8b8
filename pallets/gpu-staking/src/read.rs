//! What clients read.

use crate::{
    types::{Pool, CLOSED_LISTED},
    Config, Members, NextPool, OpenPools, Pallet, Pools, PositionOf, Positions, PositionsOf,
    Unbondings,
};
use aitbc_primitives::{
    clock::Clock,
    market::gpu::{GpuPoolId, GpuPoolView, GpuPositionView, PositionId, Unbonding},
    time::{DAY, SECOND},
    Balance,
};
use alloc::{collections::BTreeSet, string::String, vec::Vec};
use sp_runtime::Permill;

impl<T: Config> Pallet<T> {
    /// A pool as it is now, without storing it.
    fn pool_now(id: GpuPoolId) -> Option<Pool> {
        let mut pool = Pools::<T>::get(id)?;
        if !pool.closed {
            pool.state.accrue(pool.spec.rate, T::Clock::now());
        }
        Some(pool)
    }

    pub(crate) fn read_pools() -> Vec<GpuPoolView> {
        let next = NextPool::<T>::get();
        let mut ids: BTreeSet<_> = OpenPools::<T>::iter_values().collect();
        ids.extend(next.saturating_sub(CLOSED_LISTED)..next);
        ids.into_iter().rev().filter_map(Self::read_pool).collect()
    }

    pub(crate) fn read_pool(id: GpuPoolId) -> Option<GpuPoolView> {
        let Pool { spec, state, closed } = Self::pool_now(id)?;
        let emits = !closed && state.unowed() > 0;
        let emission = if emits { state.demand(spec.rate, SECOND) } else { 0 };
        let daily = if emits { state.demand(spec.rate, DAY) } else { 0 };
        let days = state.unowed().checked_div(daily);
        Some(GpuPoolView {
            id,
            name: text(&spec.name),
            unit: text(&spec.unit),
            closed,
            rate: spec.rate,
            match_ratio: spec.match_ratio,
            min_price: spec.price.min,
            max_price: spec.price.max,
            per_unit: spec.per_unit,
            audit: spec.audit,
            power: state.total,
            allocated: state.allocated,
            utilisation: match state.total {
                0 => Permill::zero(),
                total => Permill::from_rational(state.allocated, total),
            },
            weight: state.weight,
            providers: state.providers,
            collateral: state.collateral,
            funds: state.funds,
            owed: state.owed,
            bootstrap_left: state.bootstrap_left,
            allowance: state.allowance,
            emission,
            days_left: days.map(|days| days.try_into().unwrap_or(u64::MAX)),
        })
    }

    pub(crate) fn read_position(id: PositionId) -> Option<GpuPositionView<T::AccountId>> {
        Positions::<T>::get(id).map(|position| Self::view(id, position))
    }

    pub(crate) fn read_positions(provider: &T::AccountId) -> Vec<GpuPositionView<T::AccountId>> {
        let ids = PositionsOf::<T>::get(provider).into_iter().rev();
        ids.filter_map(Self::read_position).collect()
    }

    pub(crate) fn read_unbondings(provider: &T::AccountId) -> Vec<Unbonding> {
        Unbondings::<T>::get(provider).into_inner()
    }

    pub(crate) fn read_claimable(id: GpuPoolId, provider: &T::AccountId) -> Option<Balance> {
        let pool = Self::pool_now(id)?;
        let mut member = Members::<T>::get(id, provider).unwrap_or_default();
        member.settle(pool.state.accumulator);
        Some(member.owed)
    }

    fn view(id: PositionId, position: PositionOf<T>) -> GpuPositionView<T::AccountId> {
        let spec = Pools::<T>::get(position.pool).map(|pool| pool.spec);
        let now = T::Clock::now();
        GpuPositionView {
            id,
            pool: position.pool,
            power: position.power,
            usable: position.usable(),
            allocated: position.allocated,
            free: position.free(),
            collateral: position.collateral,
            earmarked: position.earmarked,
            per_unit: position.per_unit,
            lock: position.lock,
            locked_until: position.locked_until,
            multiplier: spec.map_or(0, |spec| Self::multiplier(id, &position, &spec, now)),
            spec_hash: position.spec_hash,
            provider: position.provider,
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
