//! Pools that are opened by hand: by other pallets, for claims that members of a domain judge.

mod resolve;
pub mod settle;
mod stake;

pub use resolve::PAGE;

use crate::{
    Config, Error, Event, HoldReason, NextPool, Open, OpenPool, Pallet, Pool, Pools, WeightInfo,
};
use aitbc_primitives::{
    clock::Clock,
    reputation::{
        pools::{self, Outcome, PoolId, PostId, Posts, Ratio, Terms, PPM},
        Domain, Rep, RepLedger,
    },
    Balance,
};
use frame_support::{
    ensure,
    storage::with_storage_layer,
    traits::{
        fungible::{Inspect, MutateHold},
        tokens::{Fortitude, Preservation},
        Get,
    },
    weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

impl<T: Config> pools::Pools<T::AccountId> for Pallet<T> {
    fn initiate(terms: Terms<T::AccountId>) -> Result<PoolId, DispatchError> {
        with_storage_layer(|| Self::do_initiate(terms))
    }

    fn initiate_weight() -> Weight {
        // The post is told.
        T::WeightInfo::initiate().saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    fn outcome(pool: PoolId) -> Option<Outcome> {
        Pools::<T>::get(pool).filter(|pool| pool.resolved)?.outcome
    }

    fn mint_statement(post: PostId, base: Balance) -> Result<Rep, DispatchError> {
        let amount = T::Contract::get().clamped().mint(base);
        with_storage_layer(|| {
            T::Posts::enter_pool(post, Domain::Compute)?;
            T::Posts::credit(post, amount)?;
            T::Posts::leave_pool(post, true);
            Ok(amount)
        })
    }

    fn mint_statement_weight() -> Weight {
        // The post is told twice, and the parameters are read.
        T::Posts::credit_weight().saturating_add(T::DbWeight::get().reads_writes(3, 2))
    }
}

impl<T: Config> Pallet<T> {
    fn do_initiate(terms: Terms<T::AccountId>) -> Result<PoolId, DispatchError> {
        let domain = terms.domain;
        ensure!(are_in_bounds(&terms), Error::<T>::BadTerms);
        let issuance = T::Ledger::issuance(domain);
        ensure!(issuance >= Self::min_issuance(domain), Error::<T>::DomainTooSmall);

        let opened = T::Clock::now();
        let deadline = opened.saturating_add(terms.duration);
        let id = NextPool::<T>::get();
        Self::add_open(OpenPool { deadline, id, domain })?;
        NextPool::<T>::put(id.saturating_add(1));
        if let Some(post) = terms.post {
            T::Posts::enter_pool(post, domain)?;
        }
        Self::hold_fee(&terms.payer, terms.fee)?;

        let contract = T::Contract::get().clamped();
        let mint = if terms.mints { contract.mint(terms.fee) } else { 0 };
        let post = terms.post;
        let pool = Pool {
            terms,
            mint,
            mint_for: contract.mint_for(mint),
            issuance,
            opened,
            deadline,
            for_side: Default::default(),
            against_side: Default::default(),
            stakers: 0,
            gained: 0,
            outcome: None,
            resolved: false,
        };
        Pools::<T>::insert(id, pool);
        Self::deposit_event(Event::PoolOpened { pool: id, post, domain, mint, deadline });
        Ok(id)
    }

    /// The reputation that a domain needs for pools to be opened, in units. None is too little always:
    /// what nobody can judge nobody can accept.
    fn min_issuance(domain: Domain) -> Rep {
        let least = match domain {
            Domain::Block | Domain::Governance => T::MinDomainIssuance::get(),
            Domain::Compute => T::MinComputeIssuance::get(),
        };
        least.max(1)
    }

    /// Puts a pool into its place by deadline.
    pub(crate) fn add_open(pool: OpenPool) -> DispatchResult {
        Open::<T>::try_mutate(|open| {
            let of_compute = open.iter().filter(|other| other.domain == Domain::Compute).count();
            let full =
                pool.domain == Domain::Compute && of_compute >= T::MaxComputePools::get() as usize;
            ensure!(!full, Error::<T>::TooManyPools);
            let place = open.partition_point(|other| *other < pool);
            open.try_insert(place, pool).map_err(|_| Error::<T>::TooManyPools)?;
            Ok(())
        })
    }

    /// Holds the fee of a pool. It will be paid to others, so what is frozen does not do.
    fn hold_fee(payer: &T::AccountId, fee: Balance) -> DispatchResult {
        if fee == 0 {
            return Ok(());
        }
        let (preservation, fortitude) = (Preservation::Preserve, Fortitude::Polite);
        let usable = T::Currency::reducible_balance(payer, preservation, fortitude);
        ensure!(fee <= usable, TokenError::FundsUnavailable);
        T::Currency::hold(&HoldReason::Fee.into(), payer, fee)
    }
}

/// Whether pools can go by these terms.
fn are_in_bounds<AccountId>(terms: &Terms<AccountId>) -> bool {
    let between = |ratio: Ratio, least: Ratio| {
        let [(part, whole), (least_part, least_whole)] =
            [ratio, least].map(|(part, whole)| (u64::from(part), u64::from(whole)));
        part <= whole
            && whole > 0
            && part.saturating_mul(least_whole) >= least_part.saturating_mul(whole)
    };
    between(terms.quorum, (1, 10))
        && between(terms.win, (1, 2))
        && terms.binding <= PPM
        && terms.duration > 0
        && !(terms.mints && terms.domain == Domain::Block)
}
