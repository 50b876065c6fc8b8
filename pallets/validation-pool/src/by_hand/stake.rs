//! Staking in pools by hand, with one's own reputation or for a holder.

use crate::{
    math::millionths, types::Stake, AtStakeOf, Config, Delegated, Error, Event, Pallet, Pool,
    Pools, StakedFor, Stakes,
};
use aitbc_primitives::{
    clock::Clock,
    governance::Owners,
    reputation::{
        pools::{Delegations, PoolId, Side},
        AtStake, Domain, HoldReason, Rep, RepLedger,
    },
};
use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};

/// At most for so many holders a delegate stakes in a pool.
pub const MAX_HOLDERS: u32 = 8;

/// Where a stake comes from, in units.
struct Source<AccountId> {
    pooled: Rep,
    encumbered: Rep,
    delegate: Option<AccountId>,
}

impl<T: Config> Pallet<T> {
    /// Stakes the caller's own: what is free first, in domain `Block` then what is encumbered. Returns whether
    /// the smallest stake had to make room.
    pub(crate) fn do_stake(
        who: T::AccountId,
        id: PoolId,
        side: Side,
        amount: Rep,
    ) -> Result<bool, DispatchError> {
        let pool = Self::pool_for_stakes(id, amount, &[&who])?;
        let domain = pool.terms.domain;
        let pooled = T::Ledger::free(domain, &who).min(amount);
        let encumbered = amount.saturating_sub(pooled);
        let enough = match domain {
            Domain::Block => amount <= T::Ledger::slashable(domain, &who),
            Domain::Governance | Domain::Compute => encumbered == 0,
        };
        ensure!(enough, Error::<T>::NotEnoughReputation);
        Self::add_stake(who, id, pool, side, Source { pooled, encumbered, delegate: None })
    }

    /// Stakes what is free of `holder`, which has let `delegate` do so. Returns whether the smallest stake had
    /// to make room.
    pub(crate) fn do_stake_for(
        delegate: T::AccountId,
        holder: T::AccountId,
        id: PoolId,
        side: Side,
        amount: Rep,
    ) -> Result<bool, DispatchError> {
        let pool = Self::pool_for_stakes(id, amount, &[&delegate, &holder])?;
        let domain = pool.terms.domain;
        let (_, limit) = T::Delegations::delegation(domain, &holder)
            .filter(|(allowed, _)| *allowed == delegate)
            .ok_or(Error::<T>::NoDelegation)?;
        let delegated = Delegated::<T>::get(domain, &holder).saturating_add(amount);
        ensure!(delegated <= limit, Error::<T>::DelegationTooSmall);
        ensure!(amount <= T::Ledger::free(domain, &holder), Error::<T>::NotEnoughReputation);
        let source = Source { pooled: amount, encumbered: 0, delegate: Some(delegate) };
        Self::add_stake(holder, id, pool, side, source)
    }

    /// The pool, if it takes such a stake that has to do with these accounts.
    fn pool_for_stakes(
        id: PoolId,
        amount: Rep,
        accounts: &[&T::AccountId],
    ) -> Result<Pool<T::AccountId>, Error<T>> {
        ensure!(amount > 0, Error::<T>::ZeroAmount);
        let pool = Pools::<T>::get(id).ok_or(Error::<T>::NoSuchPool)?;
        ensure!(pool.takes_stakes(T::Clock::now()), Error::<T>::WindowClosed);
        let excluded = accounts
            .iter()
            .any(|who| pool.terms.excluded.contains(&T::Owners::owner(who, pool.opened)));
        ensure!(!excluded, Error::<T>::Excluded);
        Ok(pool)
    }

    fn add_stake(
        who: T::AccountId,
        id: PoolId,
        mut pool: Pool<T::AccountId>,
        side: Side,
        source: Source<T::AccountId>,
    ) -> Result<bool, DispatchError> {
        let Source { pooled, encumbered, delegate } = source;
        let amount = pooled.saturating_add(encumbered);
        let mut was_full = false;
        let mut stake = match Stakes::<T>::get(id, &who) {
            Some(stake) => {
                ensure!(stake.side == side, Error::<T>::OtherSide);
                stake
            }
            None => {
                was_full = pool.stakers >= T::MaxStakers::get();
                if was_full {
                    Self::displace(id, &mut pool, amount)?;
                }
                pool.stakers = pool.stakers.saturating_add(1);
                Stake { side, pooled: 0, encumbered: 0, delegated: 0, delegate: None }
            }
        };
        if let Some(delegate) = delegate {
            Self::note_delegate(id, &stake, &delegate)?;
            Delegated::<T>::mutate(pool.terms.domain, &who, |all| {
                *all = all.saturating_add(pooled);
            });
            stake.delegated = stake.delegated.saturating_add(pooled);
            stake.delegate = Some(delegate);
        }
        T::Ledger::hold(pool.terms.domain, HoldReason::Pool, &who, pooled)?;
        if encumbered > 0 {
            AtStakeOf::<T>::mutate(&who, |all| *all = all.saturating_add(encumbered));
        }

        let before = stake.total();
        stake.pooled = stake.pooled.saturating_add(pooled);
        stake.encumbered = stake.encumbered.saturating_add(encumbered);
        let binding = pool.terms.binding;
        let at_risk =
            millionths(stake.total(), binding).saturating_sub(millionths(before, binding));
        let staked = pool.side_mut(side);
        staked.stake = staked.stake.saturating_add(amount);
        staked.at_risk = staked.at_risk.saturating_add(at_risk);
        // What was minted since the opening may be staked too: all who could answer have to be in.
        if pool.staked() >= pool.issuance.max(T::Ledger::issuance(pool.terms.domain)) {
            Self::end_window(id, &mut pool)?;
        }

        Pools::<T>::insert(id, pool);
        Stakes::<T>::insert(id, &who, stake);
        Self::deposit_event(Event::Staked { pool: id, who, side, amount });
        Ok(was_full)
    }

    /// Puts the smallest stake out of a full pool, if it is smaller than `amount`: of several the first in the
    /// order in which they are stored. It is let go of without a loss.
    pub(crate) fn displace(
        id: PoolId,
        pool: &mut Pool<T::AccountId>,
        amount: Rep,
    ) -> Result<(), Error<T>> {
        let (who, stake) = Stakes::<T>::iter_prefix(id)
            .min_by_key(|(_, stake)| stake.total())
            .filter(|(_, stake)| stake.total() < amount)
            .ok_or(Error::<T>::TooManyStakers)?;
        let total = stake.total();
        let at_risk = millionths(total, pool.terms.binding);
        let staked = pool.side_mut(stake.side);
        staked.stake = staked.stake.saturating_sub(total);
        staked.at_risk = staked.at_risk.saturating_sub(at_risk);
        Self::end_stake(id, pool, &who, &stake, 0);
        Self::deposit_event(Event::Displaced { pool: id, who, amount: total });
        Ok(())
    }

    /// Counts a stake for `delegate`, and no more for the one before.
    fn note_delegate(
        id: PoolId,
        stake: &Stake<T::AccountId>,
        delegate: &T::AccountId,
    ) -> DispatchResult {
        if stake.delegate.as_ref() == Some(delegate) {
            return Ok(());
        }
        let holders = StakedFor::<T>::get(id, delegate);
        ensure!(holders < MAX_HOLDERS, Error::<T>::TooManyStakers);
        StakedFor::<T>::insert(id, delegate, holders.saturating_add(1));
        if let Some(before) = &stake.delegate {
            Self::drop_holder(id, before);
        }
        Ok(())
    }

    /// Counts one holder less for `delegate`.
    pub(crate) fn drop_holder(id: PoolId, delegate: &T::AccountId) {
        StakedFor::<T>::mutate_exists(id, delegate, |holders| {
            *holders = holders.and_then(|number| number.checked_sub(1)).filter(|left| *left > 0);
        });
    }
}

/// What is staked out of what is encumbered, in pools by hand and nowhere else.
impl<T: Config> AtStake<T::AccountId> for Pallet<T> {
    fn at_stake(who: &T::AccountId) -> Rep {
        AtStakeOf::<T>::get(who)
    }
}
