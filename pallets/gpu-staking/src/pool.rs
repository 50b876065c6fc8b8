//! Pools: their rules, their funds, and the counting of what they emit.

use crate::{
    types::{
        GenesisPool, Pool, PoolChange, PoolSpec, PoolState, MAX_OPEN_POOLS, MAX_PER_UNIT, MAX_RATE,
        MIN_NAME, MIN_PER_UNIT,
    },
    Config, Error, Event, NextPool, OpenPools, Pallet, Pools,
};
use aitbc_primitives::{
    clock::Clock,
    market::gpu::GpuPoolId,
    pots::{SpendingPot, GPU_REWARDS},
    Balance, Moment,
};
use frame_support::{
    ensure,
    traits::{
        fungible::{Balanced, Inspect, Mutate},
        tokens::{Fortitude, Precision, Preservation},
        OnUnbalanced,
    },
};
use sp_runtime::{
    traits::{AccountIdConversion, Convert},
    BoundedVec, DispatchError, DispatchResult,
};

impl PoolSpec {
    /// Whether a pool can have these rules.
    pub(crate) fn is_valid(&self) -> bool {
        let allowed =
            |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
        self.name.len() >= MIN_NAME
            && self.name.iter().all(allowed)
            && core::str::from_utf8(&self.unit).is_ok()
            && self.rate <= MAX_RATE
            && self.price.min > 0
            && self.price.min <= self.price.max
            && (MIN_PER_UNIT..=MAX_PER_UNIT).contains(&self.per_unit)
            && self.audit.is_none_or(|audit| audit.rows > 0)
    }
}

impl<T: Config> Pallet<T> {
    /// The pot: the keyless account that holds the rewards of all pools.
    pub fn pot() -> T::AccountId {
        GPU_REWARDS.into_account_truncating()
    }

    /// Counts what a pool has emitted until now. It comes before every change of the pool and of what it has.
    pub(crate) fn accrue(id: GpuPoolId, pool: &mut Pool) {
        Self::emit(id, pool, |pool, now| {
            pool.state.accrue(pool.spec.rate, now);
        });
    }

    /// Has a pool emit something, and tells what it has used up. A closed one emits nothing.
    pub(crate) fn emit(id: GpuPoolId, pool: &mut Pool, emission: impl FnOnce(&mut Pool, Moment)) {
        if pool.closed {
            return;
        }
        let before = (pool.state.unowed(), pool.state.bootstrap_left);
        emission(pool, T::Clock::now());
        Self::tell_if_dry(id, before.0, pool);
        if before.1 > 0 && pool.state.bootstrap_left == 0 {
            Self::deposit_event(Event::BootstrapUsed { pool: id });
        }
    }

    /// Tells that a pool has run dry, which had `unowed` for nobody before. A closed one emits nothing
    /// anyway.
    fn tell_if_dry(id: GpuPoolId, unowed: Balance, pool: &Pool) {
        if unowed > 0 && pool.state.unowed() == 0 && !pool.closed {
            Self::deposit_event(Event::RanDry { pool: id });
        }
    }

    /// Reads a pool, has it counted until now and changed, and stores it.
    fn change_pool<R>(
        id: GpuPoolId,
        change: impl FnOnce(&mut Pool) -> Result<R, DispatchError>,
    ) -> Result<R, DispatchError> {
        let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::PoolNotFound)?;
        Self::accrue(id, &mut pool);
        let result = change(&mut pool)?;
        Pools::<T>::insert(id, pool);
        Ok(result)
    }

    pub(crate) fn do_create_pool(spec: PoolSpec) -> Result<GpuPoolId, DispatchError> {
        ensure!(spec.is_valid(), Error::<T>::BadSpec);
        ensure!(!OpenPools::<T>::contains_key(&spec.name), Error::<T>::BadSpec);
        ensure!(OpenPools::<T>::count() < MAX_OPEN_POOLS, Error::<T>::TooManyPools);
        let id = NextPool::<T>::get();
        NextPool::<T>::put(id.saturating_add(1));
        OpenPools::<T>::insert(&spec.name, id);
        let state = PoolState {
            bootstrap_left: spec.bootstrap,
            updated: T::Clock::now(),
            ..Default::default()
        };
        Pools::<T>::insert(id, Pool { spec: spec.clone(), state, closed: false });
        Self::deposit_event(Event::PoolCreated { pool: id, spec });
        Ok(id)
    }

    pub(crate) fn do_update_pool(id: GpuPoolId, change: PoolChange) -> DispatchResult {
        Self::change_pool(id, |pool| {
            ensure!(!pool.closed, Error::<T>::PoolClosed);
            let spec = &mut pool.spec;
            match change {
                PoolChange::Rate(rate) => spec.rate = rate,
                PoolChange::MatchRatio(ratio) => spec.match_ratio = ratio,
                PoolChange::Bootstrap(bootstrap) => {
                    spec.bootstrap = bootstrap;
                    pool.state.bootstrap_left = bootstrap;
                }
                PoolChange::Price(price) => spec.price = price,
                PoolChange::PerUnit(per_unit) => spec.per_unit = per_unit,
                PoolChange::Audit(audit) => spec.audit = audit,
            }
            ensure!(pool.spec.is_valid(), Error::<T>::BadSpec);
            Ok(())
        })?;
        Self::deposit_event(Event::PoolUpdated { pool: id, change });
        Ok(())
    }

    pub(crate) fn do_close_pool(id: GpuPoolId) -> DispatchResult {
        Self::change_pool(id, |pool| {
            ensure!(!pool.closed, Error::<T>::PoolClosed);
            pool.closed = true;
            OpenPools::<T>::remove(&pool.spec.name);
            Ok(())
        })?;
        Self::deposit_event(Event::PoolClosed { pool: id });
        Ok(())
    }

    pub(crate) fn do_fund(by: T::AccountId, id: GpuPoolId, amount: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::AmountZero);
        Self::change_pool(id, |pool| {
            ensure!(!pool.closed, Error::<T>::PoolClosed);
            pool.state.funds = pool.state.funds.saturating_add(amount);
            Ok(())
        })?;
        T::Currency::transfer(&by, &Self::pot(), amount, Preservation::Preserve)?;
        Self::deposit_event(Event::Funded { pool: id, by, amount });
        Ok(())
    }

    /// Funds a pool out of a pot that governance spends.
    pub(crate) fn do_fund_from(pot: SpendingPot, id: GpuPoolId, amount: Balance) -> DispatchResult {
        Self::do_fund(T::PotAccount::convert(pot), id, amount)
    }

    pub(crate) fn do_take_back(id: GpuPoolId, amount: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::AmountZero);
        Self::change_pool(id, |pool| {
            let unowed = pool.state.unowed();
            ensure!(amount <= unowed, Error::<T>::FundsOwed);
            pool.state.funds = pool.state.funds.saturating_sub(amount);
            Self::tell_if_dry(id, unowed, pool);
            Ok(())
        })?;
        let taken = T::Currency::withdraw(
            &Self::pot(),
            amount,
            Precision::Exact,
            Preservation::Preserve,
            Fortitude::Polite,
        )?;
        T::FeeRecipient::on_unbalanced(taken);
        Self::deposit_event(Event::TakenBack { pool: id, amount });
        Ok(())
    }

    /// Creates the pools of genesis. Their funds are in the pot, above the existential deposit.
    pub(crate) fn create_genesis_pools(pools: &[GenesisPool]) -> DispatchResult {
        let mut funds: Balance = 0;
        for pool in pools {
            let id = Self::do_create_pool(PoolSpec {
                name: bounded::<T, _>(pool.name.as_bytes())?,
                unit: bounded::<T, _>(pool.unit.as_bytes())?,
                rate: pool.rate,
                match_ratio: pool.match_ratio,
                bootstrap: pool.bootstrap,
                price: pool.price,
                per_unit: pool.per_unit,
                audit: pool.audit,
            })?;
            Pools::<T>::mutate_extant(id, |stored| stored.state.funds = pool.funds);
            funds = funds.saturating_add(pool.funds);
        }
        let needed = funds.saturating_add(T::Currency::minimum_balance());
        ensure!(
            pools.is_empty() || T::Currency::total_balance(&Self::pot()) >= needed,
            "funds are missing"
        );
        Ok(())
    }
}

/// The bytes, if there are not too many.
fn bounded<T: Config, S: sp_runtime::traits::Get<u32>>(
    bytes: &[u8],
) -> Result<BoundedVec<u8, S>, DispatchError> {
    BoundedVec::try_from(bytes.to_vec()).map_err(|_| Error::<T>::BadSpec.into())
}
