//! Casting ballots: what is counted of accounts in polls.

use crate::{
    Ballot, Ballots, BonusSums, Config, DelegatedChange, Delegations, Error, Event, OwnerSums,
    Pallet, Poll, TallyChange,
};
use aitbc_primitives::{
    governance::{Bonus, Classes, Owners, PowerByClass},
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

/// What the score of an agent adds to `amount`, rounded down.
pub(crate) fn bonus(amount: Balance, score: u32) -> Balance {
    let points = score.saturating_sub(FIRST_SCORE).min(MAX_BONUS_POINTS);
    amount.saturating_mul(points.into()) / BONUS_PARTS
}

impl<T: Config> Pallet<T> {
    /// Casts the ballot of `voter` itself, see [`Polls::cast`](aitbc_primitives::governance::polls::Polls).
    pub(crate) fn do_cast(
        poll: T::PollId,
        voter: &T::AccountId,
        max_power: Option<Balance>,
    ) -> Result<TallyChange<T::AccountId>, DispatchError> {
        let old = Ballots::<T>::get(poll, voter);
        let new = Self::weigh_own(poll, voter, max_power, old.as_ref())?;
        ensure!(
            new.power > 0 || old.is_some() || Self::delegator_count(voter) > 0,
            Error::<T>::NoPower
        );
        Self::freeze(poll, voter, new.amount, T::MaxPolls::get())?;

        let before = old.as_ref().map(Ballot::vote).unwrap_or_default();
        let withdrawn = old.as_ref().and_then(|old| Some((old.delegate.clone()?, old.own())));
        if let Some((delegate, power)) = &withdrawn {
            Self::change_delegated(poll, delegate, *power, PowerByClass::default());
        }
        let after = new.vote();
        Self::store_ballot(poll, voter, old, new);
        Ok(TallyChange { before, after, withdrawn })
    }

    /// Casts the ballot of `delegator` for its delegate, see
    /// [`Polls::cast_for_delegator`](aitbc_primitives::governance::polls::Polls).
    pub(crate) fn do_cast_for_delegator(
        poll: T::PollId,
        delegator: &T::AccountId,
    ) -> Result<DelegatedChange<T::AccountId>, DispatchError> {
        let snapshot = Self::running_poll(poll).ok_or(Error::<T>::PollNotOpen)?;
        let old = Ballots::<T>::get(poll, delegator);
        ensure!(old.as_ref().is_none_or(|old| old.delegate.is_some()), Error::<T>::AlreadyCounted);
        let delegation = Delegations::<T>::get(delegator).ok_or(Error::<T>::NotDelegated)?;
        ensure!(delegation.since < snapshot.at, Error::<T>::DelegatedTooLate);
        let delegate = delegation.delegate;
        let voted = Ballots::<T>::get(poll, &delegate)
            .filter(|ballot| ballot.delegate.is_none())
            .ok_or(Error::<T>::DelegateNotCounted)?;

        let before = old.as_ref().map(Ballot::own).unwrap_or_default();
        let others = voted.vote().total().saturating_sub(before.total());
        let room = snapshot.delegate_cap.saturating_sub(others);
        ensure!(room > 0, Error::<T>::DelegateFull);
        let max_power = delegation.max_power;
        let mut new = Self::weigh(poll, &snapshot, delegator, max_power, room, old.as_ref());
        ensure!(new.power > 0, Error::<T>::NoPower);
        ensure!(old.as_ref().is_none_or(|old| new.power > old.power), Error::<T>::AlreadyCounted);
        // Half of the places are left to votes of the account itself.
        Self::freeze(poll, delegator, new.amount, T::MaxPolls::get() / 2)?;

        new.delegate = Some(delegate.clone());
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
        Self::weigh_own(poll, who, None, old.as_ref())
    }

    /// The ballot that `who` casts itself, in place of `old`. What was counted for it stays.
    fn weigh_own(
        poll: T::PollId,
        who: &T::AccountId,
        max_power: Option<Balance>,
        old: Option<&Ballot<T::AccountId>>,
    ) -> Result<Ballot<T::AccountId>, DispatchError> {
        let snapshot = Self::running_poll(poll).ok_or(Error::<T>::PollNotOpen)?;
        let room = match old.map_or(0, |old| old.delegated.total()) {
            // Who votes for nobody else has the cap of its owner alone.
            0 => Balance::MAX,
            delegated => snapshot.delegate_cap.saturating_sub(delegated),
        };
        Ok(Self::weigh(poll, &snapshot, who, max_power, room, old))
    }

    /// The ballot of `who`, to be cast in place of `old` for a vote that has `room` for so much power.
    ///
    /// First the tokens, then the bonus of the score, its limit, and at last the cap of the owner and the room.
    /// What these two cut off is the bonus first, which then uses up less of its limit.
    fn weigh(
        poll: T::PollId,
        snapshot: &Poll,
        who: &T::AccountId,
        max_power: Option<Balance>,
        room: Balance,
        old: Option<&Ballot<T::AccountId>>,
    ) -> Ballot<T::AccountId> {
        let Poll { at, rules, owner_cap, .. } = snapshot;
        let available = T::Currency::total_balance(who).saturating_sub(rules.fee_allowance);
        let amount =
            Self::power_by(rules, who, *at).min(available).min(max_power.unwrap_or(Balance::MAX));
        let owner = T::Owners::owner(who, *at);
        let replaced = old.filter(|old| old.owner == owner).map_or(0, |old| old.power);
        let used = OwnerSums::<T>::get(poll, &owner).saturating_sub(replaced);
        let (agent, bonus) = Self::bonus_left(poll, who, amount, old).unzip();
        let power = amount
            .saturating_add(bonus.unwrap_or_default())
            .min(owner_cap.saturating_sub(used))
            .min(room);
        Ballot {
            amount: amount.min(power),
            power,
            bonus: power.saturating_sub(amount),
            agent: agent.filter(|_| power > amount),
            // Who was counted once stays what it was then.
            class: old.map_or_else(|| T::Classes::class(who), |old| old.class),
            owner,
            delegate: None,
            delegated: old.map(|old| old.delegated).unwrap_or_default(),
        }
    }

    /// The agent that `who` is or belongs to, and what its reputation can add to `amount` in `poll` if `old` is
    /// replaced: what is left of the limit of its bonus.
    fn bonus_left(
        poll: T::PollId,
        who: &T::AccountId,
        amount: Balance,
        old: Option<&Ballot<T::AccountId>>,
    ) -> Option<(T::AccountId, Balance)> {
        let Bonus { agent, score, limit } = T::Classes::bonus(who)?;
        let replaced =
            old.filter(|old| old.agent.as_ref() == Some(&agent)).map_or(0, |old| old.bonus);
        let used = BonusSums::<T>::get(poll, &agent).saturating_sub(replaced);
        let bonus = bonus(amount, score).min(limit.saturating_sub(used));
        Some((agent, bonus))
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
            if let Some(agent) = &old.agent {
                BonusSums::<T>::mutate(poll, agent, |sum| {
                    *sum = sum.defensive_saturating_sub(old.bonus);
                });
            }
        }
        OwnerSums::<T>::mutate(poll, &new.owner, |sum| *sum = sum.saturating_add(new.power));
        if let Some(agent) = &new.agent {
            BonusSums::<T>::mutate(poll, agent, |sum| *sum = sum.saturating_add(new.bonus));
        }
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
