//! Resolving pools by hand: their totals first, then page by page all who have staked.

use super::settle::{self, Payout};
use crate::{
    AtStakeOf, Config, Delegated, Error, Event, HoldReason, Open, OpenPool, Pallet, Pool, Pools,
    Stake, Stakes, WeightInfo, LOG_TARGET,
};
use aitbc_primitives::{
    clock::Clock,
    reputation::{
        pools::{OnResolved, Outcome, PoolId, Posts, Salary},
        Domain, HoldReason as RepHold, Rep, RepLedger,
    },
};
use alloc::vec::Vec;
use frame_support::{
    ensure,
    storage::with_storage_layer,
    traits::{
        fungible::{BalancedHold, MutateHold},
        tokens::Precision,
        Defensive, Get,
    },
    weights::{Weight, WeightMeter},
};
use sp_runtime::{DispatchError, DispatchResult};

/// So many stakes are settled at a time.
pub const PAGE: u32 = 16;

impl<T: Config> Pallet<T> {
    /// What the next step of resolving a pool takes at most, by itself and for the post it may credit.
    fn cost_of_step(pool: &Pool<T::AccountId>) -> (Weight, Weight) {
        let stakes = pool.stakers.min(PAGE);
        let page = T::WeightInfo::settle(stakes);
        if pool.stakers > stakes {
            return (page, Weight::zero());
        }
        let credit = match pool.terms.post {
            Some(_) => T::Posts::credit_weight(),
            None => Weight::zero(),
        };
        // Without a credit the post still hears that the pool has ended.
        let last = T::WeightInfo::finish()
            .saturating_add(T::DbWeight::get().reads_writes(1, 1))
            .saturating_add(T::OnResolved::weight());
        (page.saturating_add(last), credit)
    }

    /// The most that a step of resolving any pool takes.
    pub(crate) fn cost_of_any_step() -> Weight {
        T::WeightInfo::settle(PAGE)
            .saturating_add(T::WeightInfo::finish())
            .saturating_add(T::DbWeight::get().reads_writes(1, 1))
            .saturating_add(T::OnResolved::weight())
            .saturating_add(T::Posts::credit_weight())
    }

    /// Resolves pools that are due, within what the hook may use.
    pub(crate) fn resolve_due(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::poll()).is_err() {
            return;
        }
        let now = T::Clock::now();
        let mut used = Weight::zero();
        while let Some(due) = Open::<T>::get().first().copied().filter(|pool| pool.deadline <= now)
        {
            let id = due.id;
            let Some(pool) = Pools::<T>::get(id).defensive() else { return };
            let (step, credit) = Self::cost_of_step(&pool);
            let cost = step.saturating_add(credit);
            // One post may be credited beyond the usual, before all else.
            let limit = if used == Weight::zero() && credit != Weight::zero() {
                T::CreditWeight::get()
            } else {
                T::HookWeight::get()
            };
            if used.saturating_add(cost).any_gt(limit) || !meter.can_consume(cost) {
                return;
            }
            let step = with_storage_layer(|| Self::do_resolve(id));
            let Ok(taken) = step.defensive() else { return };
            used.saturating_accrue(taken);
            meter.consume(taken);
        }
    }

    /// Does one step of resolving a pool, and returns what it took.
    pub(crate) fn do_resolve(id: PoolId) -> Result<Weight, DispatchError> {
        let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::NoSuchPool)?;
        ensure!(!pool.resolved, Error::<T>::AlreadyResolved);
        ensure!(!pool.takes_stakes(T::Clock::now()), Error::<T>::WindowOpen);
        let (step, credit) = Self::cost_of_step(&pool);

        let outcome = pool.outcome.unwrap_or_else(|| Self::begin(&mut pool));
        let payout = Payout::new(&pool, outcome);
        let page: Vec<_> = Stakes::<T>::iter_prefix(id).take(PAGE as usize).collect();
        for (who, stake) in page {
            Self::settle_stake(id, &mut pool, &payout, who, stake);
        }
        let credited =
            if pool.stakers == 0 { Self::finish(id, &mut pool, &payout, outcome) } else { false };
        Pools::<T>::insert(id, pool);
        Ok(if credited { step.saturating_add(credit) } else { step })
    }

    /// Decides how the pool ends, and what becomes of its fee. Salary is paid before anything is minted.
    fn begin(pool: &mut Pool<T::AccountId>) -> Outcome {
        let outcome = settle::outcome(pool);
        pool.outcome = Some(outcome);
        Self::settle_fee(pool, outcome);
        outcome
    }

    fn settle_fee(pool: &Pool<T::AccountId>, outcome: Outcome) {
        let (payer, fee) = (&pool.terms.payer, pool.terms.fee);
        if fee == 0 {
            return;
        }
        let reason = HoldReason::Fee.into();
        if outcome == Outcome::NoQuorum {
            let released = T::Currency::release(&reason, payer, fee, Precision::BestEffort);
            if let Err(error) = released {
                log::error!(target: LOG_TARGET, "{fee} of a fee is not given back: {error:?}");
            }
        } else {
            let (salary, missing) = T::Currency::slash(&reason, payer, fee);
            if missing > 0 {
                log::error!(target: LOG_TARGET, "{missing} of the fee of a pool is missing");
            }
            T::Salary::pay(pool.terms.domain, salary);
        }
    }

    fn settle_stake(
        id: PoolId,
        pool: &mut Pool<T::AccountId>,
        payout: &Payout,
        who: T::AccountId,
        stake: Stake<T::AccountId>,
    ) {
        let domain = pool.terms.domain;
        let (gained, lost) = payout.change(stake.side, stake.total());
        Self::end_stake(id, pool, &who, &stake, lost);
        pool.gained = pool.gained.saturating_add(gained);
        let gained = match T::Ledger::mint(domain, &who, gained) {
            Ok(()) => gained,
            Err(error) => {
                log::error!(target: LOG_TARGET, "{gained} units cannot be minted: {error:?}");
                0
            }
        };
        Self::deposit_event(Event::Settled { pool: id, who, gained, lost });
    }

    /// Forgets a stake, of which so much is lost. The totals of the sides are left as they are.
    pub(crate) fn end_stake(
        id: PoolId,
        pool: &mut Pool<T::AccountId>,
        who: &T::AccountId,
        stake: &Stake<T::AccountId>,
        lost: Rep,
    ) {
        let domain = pool.terms.domain;
        Self::unlock(domain, who, stake, lost);
        if let Some(delegate) = &stake.delegate {
            Self::drop_holder(id, delegate);
            Self::give_back_delegated(domain, who, stake.delegated);
        }
        Stakes::<T>::remove(id, who);
        pool.stakers = pool.stakers.saturating_sub(1);
    }

    /// Destroys what a stake has lost, what was free first, and lets go of the rest.
    fn unlock(domain: Domain, who: &T::AccountId, stake: &Stake<T::AccountId>, lost: Rep) {
        let of_pooled = lost.min(stake.pooled);
        let of_encumbered = lost.saturating_sub(of_pooled).min(stake.encumbered);
        T::Ledger::forfeit(domain, RepHold::Pool, who, of_pooled);
        T::Ledger::forfeit(domain, RepHold::Availability, who, of_encumbered);
        if stake.encumbered > 0 {
            AtStakeOf::<T>::mutate_exists(who, |all| {
                *all = all.and_then(|all| all.checked_sub(stake.encumbered)).filter(|all| *all > 0);
            });
        }
        let rest = stake.pooled.saturating_sub(of_pooled);
        if let Err(error) = T::Ledger::release(domain, RepHold::Pool, who, rest) {
            log::error!(target: LOG_TARGET, "{rest} units are not held for a pool: {error:?}");
        }
        if stake.encumbered > 0 {
            T::Ledger::collect_debt(domain, who);
        }
    }

    fn give_back_delegated(domain: Domain, holder: &T::AccountId, amount: Rep) {
        Delegated::<T>::mutate_exists(domain, holder, |all| {
            *all = all.and_then(|all| all.checked_sub(amount)).filter(|all| *all > 0);
        });
    }

    /// Gives the post its part and tells who opened the pool. Returns whether the post got something.
    fn finish(
        id: PoolId,
        pool: &mut Pool<T::AccountId>,
        payout: &Payout,
        outcome: Outcome,
    ) -> bool {
        let mut of_post = 0;
        if let Some(post) = pool.terms.post {
            of_post = payout.of_post(pool.gained);
            if of_post > 0 {
                let credited = with_storage_layer(|| T::Posts::credit(post, of_post));
                if let Err(error) = credited {
                    log::error!(target: LOG_TARGET, "post {post} cannot be credited: {error:?}");
                    of_post = 0;
                }
            }
            T::Posts::leave_pool(post, outcome == Outcome::Accepted);
        }
        pool.resolved = true;
        pool.terms.excluded = Default::default();
        Self::remove_open(id);
        Self::deposit_event(Event::PoolResolved {
            pool: id,
            outcome,
            for_stake: pool.for_side.stake,
            against_stake: pool.against_side.stake,
            post: of_post,
        });
        let initiator = pool.terms.initiator;
        // It may ask for the outcome.
        Pools::<T>::insert(id, &*pool);
        let told = with_storage_layer(|| T::OnResolved::on_resolved(initiator, id, outcome));
        if let Err(error) = told {
            Self::deposit_event(Event::CallbackFailed { pool: id, error });
        }
        of_post > 0
    }

    /// Brings the deadline of a pool forward, to now.
    pub(crate) fn end_window(id: PoolId, pool: &mut Pool<T::AccountId>) -> DispatchResult {
        Self::remove_open(id);
        pool.deadline = T::Clock::now();
        Self::add_open(OpenPool { deadline: pool.deadline, id, domain: pool.terms.domain })
    }

    fn remove_open(id: PoolId) {
        Open::<T>::mutate(|open| open.retain(|pool| pool.id != id));
    }
}
