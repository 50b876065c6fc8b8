//! Accounts in pools: what they weigh, and the rewards that they claim.

use crate::{
    types::{Member, PoolSpec, PoolState, Position},
    Config, Error, Event, Members, Pallet, Pools, Positions, PositionsOf, WeightInfo,
};
use aitbc_primitives::{
    agents::{Agents, ScoreChanged, HIGHEST_SCORE, LEAST_SCORE},
    clock::Clock,
    market::gpu::{Audits, GpuPoolId, PositionId},
    Moment,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{
    ensure,
    traits::{fungible::Mutate, tokens::Preservation},
    weights::Weight,
};
use sp_runtime::DispatchResult;

impl Member {
    /// Makes it weigh what its base and its score say.
    fn weigh(&mut self, state: &mut PoolState, score: u32) {
        self.settle(state.accumulator);
        let others = state.weight.saturating_sub(self.weight);
        let score = u128::from(score.min(HIGHEST_SCORE)).saturating_add(1_000);
        self.weight = u128::from(self.base).saturating_mul(score);
        state.weight = others.saturating_add(self.weight);
    }

    /// Whether there is nothing left of it but parts of a unit.
    fn is_gone(&self) -> bool {
        self.positions == 0 && self.owed == 0
    }
}

impl<T: Config> Pallet<T> {
    /// What a position counts now: its usable power in thousandths, or nothing if it has to pass an audit.
    pub(crate) fn count(
        id: PositionId,
        position: &Position<T::AccountId>,
        spec: &PoolSpec,
        now: Moment,
    ) -> u64 {
        u64::from(position.usable())
            .saturating_mul(Self::multiplier(id, position, spec, now).into())
    }

    /// How often a unit of the power of a position counts now, in thousandths.
    pub(crate) fn multiplier(
        id: PositionId,
        position: &Position<T::AccountId>,
        spec: &PoolSpec,
        now: Moment,
    ) -> u32 {
        if spec.audit.is_some() && !T::Audits::passed(id) {
            0
        } else {
            position.multiplier(now)
        }
    }

    /// The score of the agent that `provider` is or belongs to.
    fn score(provider: &T::AccountId) -> u32 {
        T::Agents::agent_of(provider).map_or(LEAST_SCORE, |agent| T::Agents::score(&agent))
    }

    /// Has a member changed, then weighs it. The pool is counted until now.
    pub(crate) fn change_member(
        id: GpuPoolId,
        state: &mut PoolState,
        provider: &T::AccountId,
        change: impl FnOnce(&mut Member),
    ) {
        Members::<T>::mutate_exists(id, provider, |stored| {
            let mut member = stored.take().unwrap_or_default();
            let before = (member.weight, member.positions > 0);
            change(&mut member);
            member.weigh(state, Self::score(provider));
            match (before.1, member.positions > 0) {
                (false, true) => state.providers = state.providers.saturating_add(1),
                (true, false) => state.providers = state.providers.saturating_sub(1),
                _ => {}
            }
            if member.weight != before.0 {
                let (provider, weight) = (provider.clone(), member.weight);
                Self::deposit_event(Event::Weighed { pool: id, provider, weight });
            }
            *stored = Self::kept(state, member);
        });
    }

    /// The member, if it stays. Parts of a unit of one that goes are carried on: others get them.
    fn kept(state: &mut PoolState, member: Member) -> Option<Member> {
        if !member.is_gone() {
            return Some(member);
        }
        state.carry = state.carry.saturating_add(member.fraction.into());
        None
    }

    pub(crate) fn do_refresh(id: GpuPoolId, provider: &T::AccountId) -> DispatchResult {
        let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::PoolNotFound)?;
        let has_positions =
            Members::<T>::get(id, provider).is_some_and(|member| member.positions > 0);
        ensure!(has_positions, Error::<T>::PositionNotFound);
        Self::accrue(id, &mut pool);
        let now = T::Clock::now();
        let mut base = 0u64;
        for position_id in PositionsOf::<T>::get(provider) {
            Positions::<T>::mutate_extant(position_id, |position| {
                if position.pool == id {
                    position.counted = Self::count(position_id, position, &pool.spec, now);
                    base = base.saturating_add(position.counted);
                }
            });
        }
        Self::change_member(id, &mut pool.state, provider, |member| member.base = base);
        Pools::<T>::insert(id, pool);
        Ok(())
    }

    pub(crate) fn do_claim(who: T::AccountId, id: GpuPoolId) -> DispatchResult {
        let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::PoolNotFound)?;
        Self::accrue(id, &mut pool);
        let mut member = Members::<T>::get(id, &who).ok_or(Error::<T>::NothingToClaim)?;
        member.settle(pool.state.accumulator);
        let amount = core::mem::take(&mut member.owed);
        ensure!(amount > 0, Error::<T>::NothingToClaim);
        Members::<T>::set(id, &who, Self::kept(&mut pool.state, member));
        pool.state.owed = pool.state.owed.saturating_sub(amount);
        pool.state.funds = pool.state.funds.saturating_sub(amount);
        Pools::<T>::insert(id, pool);
        T::Currency::transfer(&Self::pot(), &who, amount, Preservation::Preserve)?;
        Self::deposit_event(Event::Claimed { pool: id, provider: who, amount });
        Ok(())
    }

    /// The pools in which `provider` has positions.
    fn pools_of(provider: &T::AccountId) -> Vec<GpuPoolId> {
        let positions = PositionsOf::<T>::get(provider).into_iter().filter_map(Positions::<T>::get);
        let pools: BTreeSet<_> = positions.map(|position| position.pool).collect();
        pools.into_iter().collect()
    }
}

/// Weighs the positions of `who` itself. Those of its wallets are weighed by [`Pallet::refresh`].
impl<T: Config> ScoreChanged<T::AccountId> for Pallet<T> {
    fn score_changed(who: &T::AccountId) {
        for id in Self::pools_of(who) {
            Pools::<T>::mutate_extant(id, |pool| {
                Self::accrue(id, pool);
                Self::change_member(id, &mut pool.state, who, |_| {});
            });
        }
    }

    fn weight() -> Weight {
        T::WeightInfo::score_changed()
    }
}
