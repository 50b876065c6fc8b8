//! Casting ballots: what is counted of accounts in polls.

use crate::{
    Ballot, Ballots, Config, DelegatedChange, Delegations, Error, Event, OwnerSums, Pallet, Poll,
    TallyChange,
};
use aitbc_primitives::{
    governance::{Classes, Owners, PowerByClass},
    Balance,
};
use frame_support::{
    ensure,
    traits::{fungible::Inspect, Defensive, DefensiveSaturating, Get},
};
use sp_runtime::DispatchError;

/// The score of a new agent, which gives no bonus.
const FIRST_SCORE: u32 = 100;

/// The most points of score above the first that give a bonus.
const MAX_BONUS_POINTS: u32 = 200;

/// A point of score is worth one part of these.
const BONUS_PARTS: Balance = 1_000;

/// `amount` with the bonus of an agent of this score, rounded down.
pub(crate) fn with_bonus(amount: Balance, score: Option<u32>) -> Balance {
    let points = score.unwrap_or_default().saturating_sub(FIRST_SCORE).min(MAX_BONUS_POINTS);
    amount.saturating_add(amount.saturating_mul(points.into()) / BONUS_PARTS)
}

impl<T: Config> Pallet<T> {
    /// Casts the ballot of `voter` with at most `max_power` of its tokens, in place of the one before.
    /// If a delegate was voting with its power it no longer does.
    ///
    /// An account without power can vote if others have delegated to it, and take back with
    /// `Some(0)` what was counted of it.
    ///
    /// Errors: [`Error::PollNotOpen`], [`Error::NoPower`], [`Error::TooManyPolls`], and those of
    /// freezing.
    pub fn cast(
        poll: T::PollId,
        voter: &T::AccountId,
        max_power: Option<Balance>,
    ) -> Result<TallyChange<T::AccountId>, DispatchError> {
        let old = Ballots::<T>::get(poll, voter);
        let mut new = Self::weigh(poll, voter, max_power, old.as_ref())?;
        ensure!(new.power > 0 || old.is_some() || Self::delegators(voter) > 0, Error::<T>::NoPower);
        Self::freeze(poll, voter, new.amount, T::MaxPolls::get())?;

        let mut change = TallyChange {
            before: PowerByClass::default(),
            after: PowerByClass::default(),
            withdrawn: None,
        };
        if let Some(old) = &old {
            change.before = old.vote();
            new.delegated = old.delegated;
            if let Some(delegate) = &old.delegate {
                Self::change_delegated(poll, delegate, old.own(), PowerByClass::default());
                change.withdrawn = Some((delegate.clone(), old.own()));
            }
        }
        change.after = new.vote();
        Self::store_ballot(poll, voter, old, new);
        Ok(change)
    }

    /// Casts a ballot for `delegator` that counts for its delegate, which has voted. The cost does not
    /// depend on how many others there are. It replaces one before only if there is more to count.
    ///
    /// Errors: [`Error::PollNotOpen`], [`Error::AlreadyCounted`], [`Error::NotDelegated`],
    /// [`Error::DelegatedTooLate`], [`Error::DelegateNotCounted`], [`Error::NoPower`],
    /// [`Error::TooManyPolls`], and those of freezing.
    pub fn cast_for_delegator(
        poll: T::PollId,
        delegator: &T::AccountId,
    ) -> Result<DelegatedChange<T::AccountId>, DispatchError> {
        let snapshot = Self::running_poll(poll).ok_or(Error::<T>::PollNotOpen)?;
        let old = Ballots::<T>::get(poll, delegator);
        ensure!(old.as_ref().is_none_or(|old| old.delegate.is_some()), Error::<T>::AlreadyCounted);
        let delegation = Delegations::<T>::get(delegator).ok_or(Error::<T>::NotDelegated)?;
        ensure!(delegation.since < snapshot.at, Error::<T>::DelegatedTooLate);
        let delegate = delegation.delegate;
        ensure!(
            Ballots::<T>::get(poll, &delegate).is_some_and(|ballot| ballot.delegate.is_none()),
            Error::<T>::DelegateNotCounted
        );
        let mut new = Self::weigh(poll, delegator, delegation.max_power, old.as_ref())?;
        ensure!(new.power > 0, Error::<T>::NoPower);
        ensure!(old.as_ref().is_none_or(|old| new.power > old.power), Error::<T>::AlreadyCounted);
        // Half of the places are left to votes of the account itself.
        Self::freeze(poll, delegator, new.amount, T::MaxPolls::get() / 2)?;

        new.delegate = Some(delegate.clone());
        let before = old.as_ref().map(Ballot::own).unwrap_or_default();
        let after = new.own();
        Self::change_delegated(poll, &delegate, before, after);
        Self::store_ballot(poll, delegator, old, new);
        Ok(DelegatedChange { delegate, before, after })
    }

    /// The ballot that `who` would cast if it voted in `poll` now with all that it has.
    ///
    /// Errors: [`Error::PollNotOpen`].
    pub fn countable(
        poll: T::PollId,
        who: &T::AccountId,
    ) -> Result<Ballot<T::AccountId>, DispatchError> {
        let old = Ballots::<T>::get(poll, who);
        Self::weigh(poll, who, None, old.as_ref())
    }

    /// The ballot of `who`, to be cast in place of `old`.
    fn weigh(
        poll: T::PollId,
        who: &T::AccountId,
        max_power: Option<Balance>,
        old: Option<&Ballot<T::AccountId>>,
    ) -> Result<Ballot<T::AccountId>, DispatchError> {
        let Poll { at, rules, owner_cap, .. } =
            Self::running_poll(poll).ok_or(Error::<T>::PollNotOpen)?;
        let available = T::Currency::total_balance(who).saturating_sub(rules.fee_allowance);
        let amount =
            Self::power_by(&rules, who, at).min(available).min(max_power.unwrap_or(Balance::MAX));
        let owner = T::Owners::owner(who, at);
        let replaced = old.filter(|old| old.owner == owner).map_or(0, |old| old.power);
        let used = OwnerSums::<T>::get(poll, &owner).saturating_sub(replaced);
        let power = with_bonus(amount, T::Classes::score(who)).min(owner_cap.saturating_sub(used));
        Ok(Ballot {
            amount: amount.min(power),
            power,
            class: T::Classes::class(who),
            owner,
            delegate: None,
            delegated: PowerByClass::default(),
        })
    }

    /// Changes what one delegator adds to the vote of `delegate`.
    fn change_delegated(
        poll: T::PollId,
        delegate: &T::AccountId,
        before: PowerByClass,
        after: PowerByClass,
    ) {
        if let Some(mut ballot) = Ballots::<T>::get(poll, delegate).defensive() {
            ballot.delegated = ballot.delegated.saturating_sub(before).saturating_add(after);
            Ballots::<T>::insert(poll, delegate, ballot);
        }
    }

    /// Stores the ballot of `who`, in place of `old`.
    fn store_ballot(
        poll: T::PollId,
        who: &T::AccountId,
        old: Option<Ballot<T::AccountId>>,
        new: Ballot<T::AccountId>,
    ) {
        if let Some(old) = old {
            OwnerSums::<T>::mutate(poll, &old.owner, |sum| {
                *sum = sum.defensive_saturating_sub(old.power);
            });
        }
        OwnerSums::<T>::mutate(poll, &new.owner, |sum| *sum = sum.saturating_add(new.power));
        Self::deposit_event(Event::BallotCast {
            poll,
            who: who.clone(),
            amount: new.amount,
            power: new.power,
            class: new.class,
            delegate: new.delegate.clone(),
        });
        Ballots::<T>::insert(poll, who, new);
    }
}
