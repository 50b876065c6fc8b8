//! Votes, and those that delegates cast for others.

use crate::{
    agenda::Room,
    types::{FullTally, Proposal, Reason, ShortText, Stage, Vote, MAX_LIVE, MAX_REASON},
    Config, DelegatorCursors, Error, Event, LastServed, Pallet, Proposals, Settings, Tallies,
    VoteOrder, Votes, WeightInfo,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        polls::Polls,
        proposals::{Extension, Outcome, Position, ProposalId},
        strategies::StrategyReason,
        PowerByClass,
    },
    Balance, Moment,
};
use alloc::vec::Vec;
use frame_support::{
    ensure,
    storage::with_storage_layer,
    traits::{Consideration, Defensive, DefensiveOption, Footprint},
    weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult};

/// So many delegators are read at a time.
pub(crate) const PAGE: u32 = 4;

/// For how many polls something can be frozen of all delegators of a page together.
pub(crate) const MOST_POLLS: u32 = PAGE * MAX_LIVE;

/// What a voter says of its vote, before a deposit is taken for it.
pub(crate) enum Said {
    /// Words, or nothing.
    Words(Option<Vec<u8>>),
    /// What its strategy made of the proposal.
    Strategy(StrategyReason),
}

impl<T: Config> Pallet<T> {
    /// Takes a vote by hand, in place of one by hand or by strategy. Returns what it took.
    pub(crate) fn do_vote(
        who: T::AccountId,
        id: ProposalId,
        position: Position,
        max_power: Option<Balance>,
        reason: Option<Vec<u8>>,
    ) -> Result<Weight, DispatchError> {
        Self::cast_vote(who, id, position, max_power, Said::Words(reason))
    }

    /// Takes a vote, in place of the one before. Returns what it took.
    pub(crate) fn cast_vote(
        who: T::AccountId,
        id: ProposalId,
        position: Position,
        max_power: Option<Balance>,
        said: Said,
    ) -> Result<Weight, DispatchError> {
        let mut proposal = Self::voted_on(id)?;
        let ends = proposal.ends;
        let old = Votes::<T>::get(id, &who);
        let polls = T::Polls::frozen_for(&who);
        let change = T::Polls::cast(id, &who, max_power)?;
        let ballot = T::Polls::ballot(id, &who).defensive_ok_or(DispatchError::Corruption)?;

        let before = Tallies::<T>::get(id);
        let mut tally = before;
        if let Some((delegate, power)) = &change.withdrawn {
            Self::change_delegated(id, &mut tally, delegate, *power, PowerByClass::default())?;
            Self::walk_delegators_of(id, delegate);
        }
        let is_first = old.is_none();
        let index = match &old {
            Some(old) => {
                tally.remove(old.position, change.before, old.is_by_hand());
                old.index
            }
            None => {
                let index = proposal.votes;
                proposal.votes = index.saturating_add(1);
                VoteOrder::<T>::insert(id, index, &who);
                index
            }
        };
        let is_delegate = Self::walk_delegators_of(id, &who);
        let vote = Vote {
            position,
            class: ballot.class,
            own: ballot.power,
            delegated: ballot.delegated,
            reason: Self::replace_reason(&who, old.and_then(|old| old.reason), said)?,
            at: T::Clock::now(),
            index,
        };
        tally.add(position, change.after, vote.is_by_hand());
        Tallies::<T>::insert(id, tally);
        let said = match &vote.reason {
            Some(Reason::Text { text, .. }) => Self::len(text),
            _ => 0,
        };
        Votes::<T>::insert(id, &who, vote);
        Self::deposit_event(Event::Voted {
            proposal: id,
            who,
            position,
            before: change.before,
            after: change.after,
        });
        Self::note_late_change(id, &mut proposal, &before, &tally);
        let is_late = proposal.ends != ends;
        Proposals::<T>::insert(id, proposal);
        let is_plain =
            is_first && !is_delegate && !is_late && said == 0 && change.withdrawn.is_none();
        Ok(if is_plain {
            T::WeightInfo::plain_vote(polls)
        } else {
            T::WeightInfo::vote(said, polls)
        })
    }

    /// Counts what `delegator` has for the vote of its delegate. Returns what that took.
    pub(crate) fn do_cast_for_delegator(
        id: ProposalId,
        delegator: T::AccountId,
    ) -> Result<Weight, DispatchError> {
        let mut proposal = Self::voted_on(id)?;
        let ends = proposal.ends;
        let polls = T::Polls::frozen_for(&delegator);
        Self::cast_delegated(id, &mut proposal, delegator)?;
        if proposal.ends != ends {
            Proposals::<T>::insert(id, proposal);
        }
        Ok(Self::weight_of_cast(polls))
    }

    /// What it costs to count a delegator of whom something is frozen for so many polls.
    pub(crate) fn weight_of_cast(polls: u32) -> Weight {
        T::WeightInfo::cast_for_delegator().saturating_add(Self::weight_of_looking_at(polls))
    }

    /// What it costs to count a page of delegators of whom something is frozen for so many polls together.
    pub(crate) fn weight_of_page(delegators: u32, polls: u32) -> Weight {
        let own = T::WeightInfo::cast_delegators(delegators);
        own.saturating_add(Self::weight_of_looking_at(polls))
    }

    /// What it costs to look at so many polls, as ballots do.
    fn weight_of_looking_at(polls: u32) -> Weight {
        T::WeightInfo::vote(0, polls).saturating_sub(T::WeightInfo::vote(0, 0))
    }

    /// Counts what `delegator` has for the vote of its delegate.
    fn cast_delegated(
        id: ProposalId,
        proposal: &mut Proposal<T::AccountId>,
        delegator: T::AccountId,
    ) -> DispatchResult {
        let change = T::Polls::cast_for_delegator(id, &delegator)?;
        let before = Tallies::<T>::get(id);
        let mut tally = before;
        Self::change_delegated(id, &mut tally, &change.delegate, change.before, change.after)?;
        Tallies::<T>::insert(id, tally);
        Self::deposit_event(Event::DelegatorCast {
            proposal: id,
            delegator,
            delegate: change.delegate,
            before: change.before,
            after: change.after,
        });
        Self::note_late_change(id, proposal, &before, &tally);
        Ok(())
    }

    /// Changes what one delegator adds to the vote of `delegate`.
    fn change_delegated(
        id: ProposalId,
        tally: &mut FullTally,
        delegate: &T::AccountId,
        before: PowerByClass,
        after: PowerByClass,
    ) -> DispatchResult {
        let mut vote = Votes::<T>::get(id, delegate).defensive_ok_or(DispatchError::Corruption)?;
        vote.delegated = vote.delegated.saturating_sub(before).saturating_add(after);
        tally.remove(vote.position, before, vote.is_by_hand());
        tally.add(vote.position, after, vote.is_by_hand());
        Votes::<T>::insert(id, delegate, vote);
        Ok(())
    }

    /// A proposal that is voted on now.
    fn voted_on(id: ProposalId) -> Result<Proposal<T::AccountId>, DispatchError> {
        let proposal = Self::known(id)?;
        ensure!(proposal.stage == Stage::Voting, Error::<T>::NotActive);
        let now = T::Clock::now();
        ensure!(now >= proposal.voting_from, Error::<T>::VotingNotBegun);
        ensure!(now < proposal.ends, Error::<T>::VotingEnded);
        Ok(proposal)
    }

    /// Takes a reason in place of another, with its deposit.
    fn replace_reason(
        who: &T::AccountId,
        old: Option<Reason<T::TextDeposit>>,
        new: Said,
    ) -> Result<Option<Reason<T::TextDeposit>>, DispatchError> {
        if let Some(Reason::Text { ticket, .. }) = old {
            ticket.drop(who)?;
        }
        let text = match new {
            Said::Strategy(reason) => return Ok(Some(Reason::Strategy(reason))),
            Said::Words(text) => text.unwrap_or_default(),
        };
        if text.is_empty() {
            return Ok(None);
        }
        let (text, ticket) = Self::take_short_text(who, text)?;
        Ok(Some(Reason::Text { text, ticket }))
    }

    /// Takes a text of at most 500 characters with a deposit.
    pub(crate) fn take_short_text(
        who: &T::AccountId,
        text: Vec<u8>,
    ) -> Result<(ShortText, T::TextDeposit), DispatchError> {
        Self::check_length(&text, 0, MAX_REASON, Error::ReasonTooLong)?;
        let ticket = T::TextDeposit::new(who, Footprint { count: 0, size: text.len() as u64 })?;
        let text = ShortText::try_from(text).map_err(|_| Error::<T>::ReasonTooLong)?;
        Ok((text, ticket))
    }

    /// Moves the end of voting if a change of the tally has changed the outcome late: to one window from now,
    /// by two windows in all, and as far as histories reach.
    fn note_late_change(
        id: ProposalId,
        proposal: &mut Proposal<T::AccountId>,
        before: &FullTally,
        after: &FullTally,
    ) {
        let window = T::Settings::late_window(proposal.kind);
        let ends = T::Clock::now().saturating_add(window);
        if ends <= proposal.ends {
            return;
        }
        let terms = proposal.terms();
        let passes = |tally: &FullTally| terms.count(&tally.all).outcome == Outcome::Passed;
        if passes(before) == passes(after) {
            return;
        }
        let most = proposal
            .ends
            .saturating_sub(proposal.late)
            .saturating_add(window)
            .saturating_add(window);
        let moved = Self::extend(id, proposal, ends.min(most), Extension::LateChange);
        proposal.late = proposal.late.saturating_add(moved);
    }

    /// Moves the end of voting to `ends`, as far as histories reach. Returns by how much. Leaves storing the
    /// proposal to the caller.
    pub(crate) fn extend(
        id: ProposalId,
        proposal: &mut Proposal<T::AccountId>,
        ends: Moment,
        why: Extension,
    ) -> Moment {
        let ends = T::Polls::latest_end(id).map_or(0, |latest| latest.min(ends));
        let moved = ends.saturating_sub(proposal.ends);
        if moved == 0 || T::Polls::extend(id, ends).defensive().is_err() {
            return 0;
        }
        proposal.ends = ends;
        Self::move_vote(id, ends, why);
        Self::reschedule(id, proposal);
        Self::deposit_event(Event::Extended { proposal: id, ends, why });
        moved
    }

    /// Makes the hook walk the delegators of an account that votes, unless it does: there may be room under the
    /// cap of the delegate that was not there before. Returns whether there are any.
    fn walk_delegators_of(id: ProposalId, delegate: &T::AccountId) -> bool {
        if DelegatorCursors::<T>::contains_key(id, delegate) {
            return true;
        }
        let has_delegators = !T::Polls::delegators(delegate, None, 1).is_empty();
        if has_delegators {
            DelegatorCursors::<T>::insert(id, delegate, None::<T::AccountId>);
        }
        has_delegators
    }

    /// Casts ballots for delegators whose delegates have voted, page by page. All these delegates take turns.
    pub(crate) fn work_off_delegators(room: &mut Room) {
        while let Some((id, delegate, after)) = Self::next_walked() {
            // What the page holds is known once it is read.
            if !room.has(Self::weight_of_page(PAGE, MOST_POLLS)) {
                return;
            }
            let took = Self::cast_page(id, &delegate, after);
            room.consume(took);
        }
    }

    /// The delegate behind the one that was served last, and its cursor.
    fn next_walked() -> Option<(ProposalId, T::AccountId, Option<T::AccountId>)> {
        LastServed::<T>::get()
            .map(|(id, delegate)| DelegatorCursors::<T>::hashed_key_for(id, delegate))
            .and_then(|last| DelegatorCursors::<T>::iter_from(last).next())
            .or_else(|| DelegatorCursors::<T>::iter().next())
    }

    /// Casts ballots for the next delegators of a delegate. Returns what that took.
    pub(crate) fn cast_page(
        id: ProposalId,
        delegate: &T::AccountId,
        after: Option<T::AccountId>,
    ) -> Weight {
        LastServed::<T>::put((id, delegate));
        let Ok(mut proposal) = Self::voted_on(id) else {
            DelegatorCursors::<T>::remove(id, delegate);
            return Self::weight_of_page(0, 0);
        };
        let ends = proposal.ends;
        let page = T::Polls::delegators(delegate, after.as_ref(), PAGE);
        let last = page.last().cloned();
        let read = Self::len(&page);
        let mut polls: u32 = 0;
        for delegator in page {
            polls = polls.saturating_add(T::Polls::frozen_for(&delegator));
            // One that cannot be counted now, anybody can try again.
            let _ = with_storage_layer(|| Self::cast_delegated(id, &mut proposal, delegator));
        }
        if read < PAGE {
            DelegatorCursors::<T>::remove(id, delegate);
        } else {
            DelegatorCursors::<T>::insert(id, delegate, last);
        }
        if proposal.ends != ends {
            Proposals::<T>::insert(id, proposal);
        }
        Self::weight_of_page(read, polls)
    }
}
