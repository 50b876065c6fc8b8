//! When proposals are looked at, what is due for them then, and how their life ends.

use crate::{
    enact::Enactment,
    types::{Proposal, Stage, MAX_CALLS_BYTES},
    Agenda, Calls, Config, Ended, Error, Event, Finished, HoldReason, LiveBy, LiveOf, Pallet,
    Proposals, Pruning, Settings, WeightInfo,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        court::Verdict,
        proposals::{Outcome, ProposalId},
    },
    Moment,
};
use alloc::vec::Vec;
use frame_support::{
    dispatch::{DispatchResultWithPostInfo, PostDispatchInfo},
    ensure,
    traits::{fungible::MutateHold, tokens::Precision, Defensive, Get},
    weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;

/// What can be due for a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// No verdict has come in time.
    Verdict,
    /// Its votes are to be counted.
    Result,
    /// Its calls are to be made.
    Enactment,
    /// Its calls were not made in time.
    Expiry,
}

/// The room that the hook has in a block.
pub(crate) struct Room<'a> {
    /// That of all hooks.
    pub meter: &'a mut WeightMeter,
    /// What is left of the share of this one.
    pub left: Weight,
    /// Whether it has done something already.
    pub has_worked: bool,
}

impl Room<'_> {
    /// Whether there is so much room.
    pub fn has(&self, weight: Weight) -> bool {
        weight.all_lte(self.left) && self.meter.can_consume(weight)
    }

    /// Takes room, if there is some.
    pub fn try_consume(&mut self, weight: Weight) -> bool {
        let fits = weight.all_lte(self.left) && self.meter.try_consume(weight).is_ok();
        if fits {
            self.left = self.left.saturating_sub(weight);
        }
        fits
    }

    /// Takes room for something, if there is some.
    fn try_work(&mut self, weight: Weight) -> bool {
        let fits = self.try_consume(weight);
        self.has_worked |= fits;
        fits
    }

    /// What an enactment that costs `base` beside its calls may take for these: if it is the first in the
    /// block, more than the share.
    fn for_calls(&self, base: Weight, most: Weight) -> Option<Weight> {
        let share = if self.has_worked { self.left } else { base.saturating_add(most) };
        share.min(self.meter.remaining()).checked_sub(&base).map(|room| room.min(most))
    }

    /// Takes room that there is, even if it is more than the share.
    pub fn consume(&mut self, weight: Weight) {
        self.meter.consume(weight.min(self.meter.remaining()));
        self.left = self.left.saturating_sub(weight);
        self.has_worked = true;
    }
}

impl<T: Config> Pallet<T> {
    /// Does what is due, within the room of the hook.
    pub(crate) fn work(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::poll()).is_err() {
            return;
        }
        Self::end_brakes(meter);
        let left = T::HookWeight::get();
        let mut room = Room { meter, left, has_worked: false };
        Self::work_off_agenda(&mut room);
        // Delegators without end do not keep others from their deposits.
        Self::archive(&mut room, 1);
        Self::work_off_delegators(&mut room);
        Self::archive(&mut room, u32::MAX);
    }

    /// Sets when a proposal is looked at next.
    pub(crate) fn schedule(id: ProposalId, at: Moment) -> DispatchResult {
        Agenda::<T>::try_mutate(|agenda| {
            agenda.retain(|(_, other)| *other != id);
            let place = agenda.partition_point(|entry| *entry < (at, id));
            agenda.try_insert(place, (at, id)).map_err(|_| Error::<T>::TooManyLive)?;
            Ok(())
        })
    }

    /// Sets when a live proposal is looked at next, after it has changed.
    pub(crate) fn reschedule(id: ProposalId, proposal: &Proposal<T::AccountId>) {
        // It has a place already.
        let _ = Self::schedule(id, Self::next_moment(id, proposal)).defensive();
    }

    /// When something can be due for a live proposal.
    fn next_moment(id: ProposalId, proposal: &Proposal<T::AccountId>) -> Moment {
        let of_stage = match proposal.stage {
            Stage::Voting => proposal.ends,
            Stage::Passed => proposal.eta,
            // Nothing but a verdict.
            _ => Moment::MAX,
        };
        Self::undecided(id).map_or(of_stage, |challenge| of_stage.min(challenge.gives_up))
    }

    /// What is due for a live proposal now.
    pub(crate) fn due(id: ProposalId, proposal: &Proposal<T::AccountId>) -> Option<Due> {
        if proposal.finished.is_some() {
            return None;
        }
        let now = T::Clock::now();
        let undecided = Self::undecided(id);
        if undecided.as_ref().is_some_and(|challenge| challenge.gives_up <= now) {
            return Some(Due::Verdict);
        }
        match proposal.stage {
            Stage::Voting if proposal.ends <= now => Some(Due::Result),
            Stage::Passed if Self::expires(proposal) <= now => Some(Due::Expiry),
            Stage::Passed
                if proposal.eta <= now
                    && undecided.is_none()
                    && Self::is_approved(id, proposal) =>
            {
                Some(Due::Enactment)
            }
            _ => None,
        }
    }

    /// From when on a proposal that has passed can no longer be enacted.
    pub(crate) fn expires(proposal: &Proposal<T::AccountId>) -> Moment {
        proposal.eta.saturating_add(T::Settings::expiry())
    }

    /// Does what is due for the proposals whose moment has come, each once.
    fn work_off_agenda(room: &mut Room) {
        let now = T::Clock::now();
        let due: Vec<_> = Agenda::<T>::get()
            .into_iter()
            .take_while(|(at, _)| *at <= now)
            .map(|(_, id)| id)
            .collect();
        for id in due {
            if !room.try_consume(T::WeightInfo::attend()) {
                return;
            }
            // One that was cancelled a moment ago is no longer live.
            let Some(proposal) =
                Proposals::<T>::get(id).filter(|proposal| proposal.finished.is_none())
            else {
                continue;
            };
            Self::attend(id, proposal, room);
        }
    }

    /// Does what is due for a proposal, if there is room for it.
    pub(crate) fn attend(id: ProposalId, proposal: Proposal<T::AccountId>, room: &mut Room) {
        match Self::due(id, &proposal) {
            Some(Due::Verdict) if room.try_work(T::WeightInfo::verdict()) => {
                Self::conclude(id, Verdict::Undecided);
            }
            Some(Due::Result) if room.try_work(T::WeightInfo::decide()) => {
                Self::decide(id, proposal);
            }
            Some(Due::Expiry) if room.try_work(T::WeightInfo::decide()) => {
                Self::expire(id, proposal);
            }
            Some(Due::Enactment) => Self::enact_in_hook(id, proposal, room),
            Some(_) => {}
            None => {
                let next = Self::next_moment(id, &proposal);
                // If its time has come it waits for approvals, or for a verdict.
                let wait = if next > T::Clock::now() { next } else { Self::expires(&proposal) };
                let gives_up = Self::undecided(id).map_or(wait, |challenge| challenge.gives_up);
                let _ = Self::schedule(id, wait.min(gives_up)).defensive();
            }
        }
    }

    /// Enacts a proposal if there is room for its calls. One that has become heavier than the hook may take is
    /// left to others.
    fn enact_in_hook(id: ProposalId, proposal: Proposal<T::AccountId>, room: &mut Room) {
        let base = T::WeightInfo::enact(Self::bytes_of_calls(id));
        let most = T::MaxEnactment::get();
        let Some(limit) = room.for_calls(base, most) else {
            return;
        };
        room.consume(base);
        match Self::enact(id, proposal, limit) {
            Enactment::Done(weight) => room.consume(weight),
            // The first of the next blocks has room for it.
            Enactment::NeedsMore(weight) if weight.all_lte(most) => {}
            Enactment::NotAttempted(_, weight) => {
                room.consume(weight);
                Self::hold_up(id);
            }
            Enactment::NeedsMore(_) | Enactment::HeldUp => Self::hold_up(id),
        }
    }

    /// Tries to enact a proposal again in a while.
    fn hold_up(id: ProposalId) {
        let until = T::Clock::now().saturating_add(T::Settings::retry());
        Self::deposit_event(Event::EnactmentHeldUp { proposal: id, until });
        let _ = Self::schedule(id, until).defensive();
    }

    pub(crate) fn do_advance(id: ProposalId, max_weight: Weight) -> DispatchResultWithPostInfo {
        let executed = Self::known(id)?.stage == Stage::Executed;
        ensure!(!executed, Error::<T>::AlreadyExecuted);
        let mut spent = Weight::zero();
        let mut has_worked = false;
        loop {
            let proposal = Self::known(id)?;
            let weight = match Self::due(id, &proposal) {
                Some(Due::Verdict) => {
                    Self::conclude(id, Verdict::Undecided);
                    T::WeightInfo::verdict()
                }
                Some(Due::Result) => {
                    Self::decide(id, proposal);
                    T::WeightInfo::decide()
                }
                Some(Due::Expiry) => {
                    Self::expire(id, proposal);
                    T::WeightInfo::decide()
                }
                Some(Due::Enactment) => {
                    let base = T::WeightInfo::enact(Self::bytes_of_calls(id));
                    match Self::enact(id, proposal, max_weight) {
                        Enactment::Done(weight) => base.saturating_add(weight),
                        Enactment::NeedsMore(_) => return Err(Error::<T>::TooHeavy.into()),
                        Enactment::NotAttempted(error, _) => return Err(error.into()),
                        Enactment::HeldUp => break,
                    }
                }
                None => break,
            };
            has_worked = true;
            spent = spent.saturating_add(weight);
        }
        ensure!(has_worked, Error::<T>::NothingDue);
        let weight = T::WeightInfo::attend().saturating_add(spent);
        Ok(PostDispatchInfo { actual_weight: Some(weight), ..Default::default() })
    }

    /// The most that advancing a proposal costs, beside its calls: its vote ends, then it is enacted.
    pub(crate) fn advance_weight() -> Weight {
        T::WeightInfo::attend()
            .saturating_add(T::WeightInfo::verdict())
            .saturating_add(T::WeightInfo::decide())
            .saturating_add(T::WeightInfo::enact(MAX_CALLS_BYTES))
    }

    fn bytes_of_calls(id: ProposalId) -> u32 {
        let bytes = Calls::<T>::decode_len(id).unwrap_or_default();
        u32::try_from(bytes).unwrap_or(u32::MAX)
    }

    /// Ends the vote on a proposal.
    pub(crate) fn decide(id: ProposalId, mut proposal: Proposal<T::AccountId>) {
        let count = Self::count(id, &proposal);
        let outcome = count.outcome;
        Self::note_turnout(count.turnout, proposal.base);
        let eta = proposal.ends.saturating_add(proposal.enactment_delay);
        Self::deposit_event(Event::Decided {
            proposal: id,
            outcome,
            turnout: count.turnout,
            approving: count.approving,
            opposing: count.opposing,
            eta: (outcome == Outcome::Passed).then_some(eta),
        });
        if outcome != Outcome::Passed {
            Self::end(id, proposal, Stage::Rejected { outcome });
            return;
        }
        Self::close_vote(id);
        proposal.stage = Stage::Passed;
        proposal.eta = eta;
        if Self::undecided(id).is_none() {
            Self::return_bond(id, &mut proposal);
        }
        Self::reschedule(id, &proposal);
        Proposals::<T>::insert(id, proposal);
    }

    fn expire(id: ProposalId, proposal: Proposal<T::AccountId>) {
        Self::deposit_event(Event::Expired { proposal: id });
        Self::end(id, proposal, Stage::Expired);
    }

    /// Brings a proposal to its last stage. It stays live until the verdict if it was challenged.
    pub(crate) fn end(id: ProposalId, mut proposal: Proposal<T::AccountId>, stage: Stage) {
        if proposal.stage == Stage::Voting {
            Self::close_vote(id);
        }
        proposal.stage = stage;
        if Self::undecided(id).is_some() {
            Self::reschedule(id, &proposal);
            Proposals::<T>::insert(id, proposal);
        } else {
            Self::finish(id, proposal);
        }
    }

    /// Ends the life of a proposal.
    pub(crate) fn finish(id: ProposalId, mut proposal: Proposal<T::AccountId>) {
        Self::return_bond(id, &mut proposal);
        proposal.finished = Some(T::Clock::now());
        Agenda::<T>::mutate(|agenda| agenda.retain(|(_, other)| *other != id));
        LiveOf::<T>::mutate(proposal.kind, |live| *live = live.saturating_sub(1));
        LiveBy::<T>::mutate_exists(&proposal.proposer, |live| {
            *live = live.and_then(|live| live.checked_sub(1)).filter(|live| *live > 0);
        });
        Self::record(id, &proposal);
        Ended::<T>::mutate(proposal.stage.status(), |count| *count = count.saturating_add(1));
        Pruning::<T>::mutate(|queue| {
            Finished::<T>::insert(queue.next, id);
            queue.next = queue.next.saturating_add(1);
        });
        Proposals::<T>::insert(id, proposal);
    }

    /// Gives a proposer its bond back, unless that was done or the bond is lost.
    pub(crate) fn return_bond(id: ProposalId, proposal: &mut Proposal<T::AccountId>) {
        if core::mem::replace(&mut proposal.bond_is_settled, true) {
            return;
        }
        let (proposer, bond) = (proposal.proposer.clone(), proposal.bond);
        let _ =
            T::Currency::release(&HoldReason::Bond.into(), &proposer, bond, Precision::BestEffort)
                .defensive();
        Self::deposit_event(Event::BondReturned { proposal: id, proposer, bond });
    }
}
