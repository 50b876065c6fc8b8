//! Positions: staking, adding, locking again and unstaking.

use crate::{
    lock::{MAX_LOCK, MIN_LOCK},
    types::{LockTask, Pool, PoolState, Position, MIN_COLLATERAL},
    Config, Error, Event, HoldReason, NextPosition, Pallet, Pools, Positions, PositionsOf,
    WeightInfo,
};
use aitbc_primitives::{
    agents::{Agents, Role},
    clock::Clock,
    market::{
        deadlines::{Agenda, DeadlineClock, OnDeadline},
        gpu::{CapacityChanged, GpuPoolId, PositionId},
        money::Unfrozen,
    },
    Balance, Hash, Moment,
};
use frame_support::{ensure, traits::fungible::MutateHold, weights::Weight};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// A position as it is stored.
pub type PositionOf<T> = Position<<T as frame_system::Config>::AccountId>;

/// The least collateral of so much power at so much a unit.
fn required(power: u32, per_unit: Balance) -> Balance {
    per_unit.saturating_mul(power.into()).max(MIN_COLLATERAL)
}

impl<AccountId> Position<AccountId> {
    /// How much of its power its collateral covers.
    pub fn usable(&self) -> u32 {
        let covered = self.collateral.checked_div(self.per_unit).unwrap_or_default();
        covered.try_into().map_or(self.power, |covered: u32| covered.min(self.power))
    }

    /// How much of its power could be used besides what is.
    pub fn free(&self) -> u32 {
        self.usable().saturating_sub(self.allocated)
    }

    /// What of its collateral stands for no bond.
    pub fn unearmarked(&self) -> Balance {
        self.collateral.saturating_sub(self.earmarked)
    }
}

impl PoolState {
    /// Has the pool hold what a position has become instead of what it was.
    fn exchange<AccountId>(
        &mut self,
        old: Option<&Position<AccountId>>,
        new: &Position<AccountId>,
    ) {
        let changed = |sum: u128, of: fn(&Position<AccountId>) -> u128| {
            sum.saturating_sub(old.map_or(0, of)).saturating_add(of(new))
        };
        self.collateral = changed(self.collateral, |position| position.collateral);
        self.total = changed(self.total.into(), |position| position.power.into()) as u64;
        self.allocated =
            changed(self.allocated.into(), |position| position.allocated.into()) as u64;
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_stake(
        provider: T::AccountId,
        pool_id: GpuPoolId,
        power: u32,
        collateral: Balance,
        lock: Moment,
        spec_hash: Hash,
    ) -> DispatchResult {
        let pool = Self::open_pool(pool_id)?;
        Self::ensure_provider(&provider)?;
        ensure!(power > 0, Error::<T>::PowerZero);
        Self::ensure_lock(lock)?;
        let per_unit = pool.spec.per_unit;
        ensure!(collateral >= required(power, per_unit), Error::<T>::CollateralTooLow);
        let id = NextPosition::<T>::get();
        PositionsOf::<T>::try_append(&provider, id).map_err(|()| Error::<T>::TooManyPositions)?;
        NextPosition::<T>::put(id.saturating_add(1));
        Self::hold(&provider, collateral)?;
        let mut position = Position {
            provider: provider.clone(),
            pool: pool_id,
            power,
            collateral,
            per_unit,
            lock,
            locked_until: T::Clock::now().saturating_add(lock),
            counted: 0,
            allocated: 0,
            earmarked: 0,
            spec_hash,
            scheduled: false,
        };
        Self::schedule(id, &mut position);
        let locked_until = position.locked_until;
        Self::deposit_event(Event::Staked {
            position: id,
            pool: pool_id,
            provider,
            power,
            collateral,
            locked_until,
        });
        Self::put(id, None, position, pool);
        Ok(())
    }

    pub(crate) fn do_add(
        who: T::AccountId,
        id: PositionId,
        power: u32,
        collateral: Balance,
    ) -> DispatchResult {
        ensure!(power > 0 || collateral > 0, Error::<T>::AmountZero);
        let old = Self::owned(&who, id)?;
        let pool = Self::open_pool(old.pool)?;
        Self::ensure_provider(&who)?;
        let mut new = old.clone();
        new.power = new.power.checked_add(power).ok_or(ArithmeticError::Overflow)?;
        new.collateral = new.collateral.checked_add(collateral).ok_or(ArithmeticError::Overflow)?;
        if power > 0 {
            // All of it is staked anew, or a year's lock that is nearly over would be lent to new power.
            new.per_unit = pool.spec.per_unit;
            let needed = required(new.power, new.per_unit);
            ensure!(new.collateral >= needed, Error::<T>::CollateralTooLow);
            new.lock_again(T::Clock::now());
            Self::schedule(id, &mut new);
        }
        Self::hold(&who, collateral)?;
        let locked_until = new.locked_until;
        Self::deposit_event(Event::Added { position: id, power, collateral, locked_until });
        Self::put(id, Some(&old), new, pool);
        Ok(())
    }

    pub(crate) fn do_relock(who: T::AccountId, id: PositionId, lock: Moment) -> DispatchResult {
        let old = Self::owned(&who, id)?;
        Self::ensure_lock(lock)?;
        let mut new = Position { lock, ..old.clone() };
        new.lock_again(T::Clock::now());
        ensure!(new.locked_until > old.locked_until, Error::<T>::LockShortened);
        Self::schedule(id, &mut new);
        Self::deposit_event(Event::Relocked { position: id, lock, locked_until: new.locked_until });
        Self::put(id, Some(&old), new, Self::pool_of(&old)?);
        Ok(())
    }

    pub(crate) fn do_unstake(
        who: T::AccountId,
        id: PositionId,
        power: u32,
        collateral: Balance,
    ) -> DispatchResult {
        ensure!(power > 0 || collateral > 0, Error::<T>::AmountZero);
        let old = Self::owned(&who, id)?;
        let pool = Self::pool_of(&old)?;
        let now = T::Clock::now();
        // Nothing is emitted in a closed pool for which anybody would stay.
        ensure!(pool.closed || !old.is_locked(now), Error::<T>::StillLocked);
        let mut new = old.clone();
        new.power = old.power.checked_sub(power).ok_or(Error::<T>::Allocated)?;
        ensure!(new.power >= old.allocated, Error::<T>::Allocated);
        new.collateral = old.collateral.checked_sub(collateral).ok_or(Error::<T>::Earmarked)?;
        ensure!(new.collateral >= old.earmarked, Error::<T>::Earmarked);
        if new.power == 0 {
            ensure!(new.collateral == 0, Error::<T>::PowerZero);
        } else if collateral > 0 {
            let needed = required(new.power, new.per_unit);
            ensure!(new.collateral >= needed, Error::<T>::CollateralTooLow);
        }
        let matures = Self::begin_unbonding(&who, id, collateral, now)?;
        Self::note_departure(id, &new);
        Self::deposit_event(Event::Unstaked { position: id, power, collateral, matures });
        Self::put(id, Some(&old), new, pool);
        Ok(())
    }

    /// Stores what a position has become, and counts its member and its pool anew. One without power goes.
    ///
    /// `old` is what it was, `pool` its pool as it is stored.
    pub(crate) fn put(
        id: PositionId,
        old: Option<&PositionOf<T>>,
        mut new: PositionOf<T>,
        mut pool: Pool,
    ) {
        Self::accrue(new.pool, &mut pool);
        new.counted = Self::count(id, &new, &pool.spec, T::Clock::now());
        pool.state.exchange(old, &new);
        Self::count_in_member(&mut pool.state, old, &new);
        Pools::<T>::insert(new.pool, pool);
        let capacity = |position: &PositionOf<T>| (position.usable(), position.free());
        let is_told = old.map(capacity).unwrap_or_default() != capacity(&new);
        if new.power == 0 {
            Self::remove(id, &new.provider);
        } else {
            Positions::<T>::insert(id, new);
        }
        if is_told {
            T::CapacityChanged::capacity_changed(id);
        }
    }

    /// Has the owner of a position count and weigh what it does now. The pool is counted until now.
    fn count_in_member(state: &mut PoolState, old: Option<&PositionOf<T>>, new: &PositionOf<T>) {
        let (enters, leaves) = (old.is_none(), new.power == 0);
        let counted = old.map_or(0, |old| old.counted);
        if !enters && !leaves && new.counted == counted {
            return;
        }
        Self::change_member(new.pool, state, &new.provider, |member| {
            member.positions = member.positions.saturating_add(enters.into());
            member.positions = member.positions.saturating_sub(leaves.into());
            member.base = member.base.saturating_sub(counted).saturating_add(new.counted);
        });
    }

    fn remove(id: PositionId, provider: &T::AccountId) {
        Positions::<T>::remove(id);
        PositionsOf::<T>::mutate_exists(provider, |ids| {
            let Some(others) = ids else { return };
            others.retain(|other| *other != id);
            if others.is_empty() {
                *ids = None;
            }
        });
    }

    /// Has the lock of a position ended when it does, unless its task waits already: that one goes on
    /// waiting.
    fn schedule(id: PositionId, position: &mut PositionOf<T>) {
        if !position.scheduled {
            position.scheduled = true;
            T::Agenda::schedule(DeadlineClock::Wall, position.locked_until, LockTask(id).into());
        }
    }

    /// The pool of a position, which exists as long as the position does.
    pub(crate) fn pool_of(position: &PositionOf<T>) -> Result<Pool, DispatchError> {
        Pools::<T>::get(position.pool).ok_or_else(|| Error::<T>::PoolNotFound.into())
    }

    fn open_pool(id: GpuPoolId) -> Result<Pool, DispatchError> {
        let pool = Pools::<T>::get(id).ok_or(Error::<T>::PoolNotFound)?;
        ensure!(!pool.closed, Error::<T>::PoolClosed);
        Ok(pool)
    }

    fn owned(who: &T::AccountId, id: PositionId) -> Result<PositionOf<T>, DispatchError> {
        let position = Positions::<T>::get(id).ok_or(Error::<T>::PositionNotFound)?;
        ensure!(position.provider == *who, Error::<T>::NotOwner);
        Ok(position)
    }

    fn ensure_provider(who: &T::AccountId) -> DispatchResult {
        let role = T::Agents::agent_of(who).and_then(|agent| T::Agents::role(&agent));
        ensure!(role == Some(Role::Provider), Error::<T>::NotProvider);
        Ok(())
    }

    fn ensure_lock(lock: Moment) -> DispatchResult {
        ensure!(lock >= MIN_LOCK, Error::<T>::LockTooShort);
        ensure!(lock <= MAX_LOCK, Error::<T>::LockTooLong);
        Ok(())
    }

    /// Holds collateral, out of which others may be paid: it must not count on tokens that are frozen.
    fn hold(who: &T::AccountId, amount: Balance) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        ensure!(T::Unfrozen::covers(who, amount), Error::<T>::Frozen);
        T::Currency::hold(&HoldReason::Collateral.into(), who, amount)?;
        T::Unfrozen::changed(who);
        Ok(())
    }
}

/// Ends locks. A lock that was lengthened meanwhile gets its task again.
impl<T: Config> OnDeadline<LockTask> for Pallet<T> {
    fn weight(_: &LockTask) -> Weight {
        T::WeightInfo::end_lock().max(T::WeightInfo::keep_lock())
    }

    fn act(LockTask(id): LockTask) -> Weight {
        let scheduled = Positions::<T>::get(id).filter(|position| position.scheduled);
        let Some(old) = scheduled else { return T::WeightInfo::stale_lock() };
        let Ok(pool) = Self::pool_of(&old) else { return T::WeightInfo::end_lock() };
        let mut new = Position { scheduled: false, ..old.clone() };
        if new.is_locked(T::Clock::now()) {
            Self::schedule(id, &mut new);
            Positions::<T>::insert(id, new);
            return T::WeightInfo::keep_lock();
        }
        Self::deposit_event(Event::LockEnded { position: id });
        Self::put(id, Some(&old), new, pool);
        T::WeightInfo::end_lock()
    }
}
