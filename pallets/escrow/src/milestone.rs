//! How milestones are settled.

use crate::{
    rules::Due,
    types::{Milestone, PaidBy, Purse, RefundedBy},
    Config, Error, EscrowOf, Escrows, Event, Pallet, WeightInfo,
};
use aitbc_primitives::{
    market::{
        deadlines::ActiveClock,
        escrow::{EscrowId, EscrowTask, Fallback, MilestoneState, Party, Rule},
    },
    Hash, Moment,
};
use frame_support::{ensure, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult, Permill};

/// Who gets a milestone.
pub(crate) enum Outcome {
    /// The beneficiary.
    Paid(PaidBy),
    /// The depositor.
    Refunded(RefundedBy),
    /// Both: this part of it, rounded down, the beneficiary.
    Split(Permill),
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_deliver(
        who: &T::AccountId,
        id: EscrowId,
        place: u32,
        evidence: Hash,
    ) -> DispatchResult {
        let mut escrow = Self::find(id)?;
        ensure!(escrow.beneficiary == *who, Error::<T>::NotBeneficiary);
        let review = escrow.review;
        let is_manual = matches!(escrow.rule, Rule::Manual);
        let deadline = escrow.deadline;
        let milestone = Self::unsettled(&mut escrow, place)?;
        ensure!(milestone.state == MilestoneState::Open, Error::<T>::AlreadyDelivered);
        ensure!(is_manual, Error::<T>::WrongRule);
        let now = T::ActiveClock::now();
        ensure!(now < deadline, Error::<T>::DeadlinePassed);
        let review_until = now.saturating_add(review);
        milestone.state = MilestoneState::Delivered { review_until, evidence };
        // After the deadline, the task that waits for it goes on to the end of the review.
        if review_until < deadline {
            Self::wait(review_until, EscrowTask::Escrow { id, milestone: Some(place) });
        }
        Escrows::<T>::insert(id, escrow);
        Self::deposit_event(Event::Delivered { id, milestone: place, evidence, review_until });
        Ok(())
    }

    pub(crate) fn do_release(who: &T::AccountId, id: EscrowId, place: u32) -> DispatchResult {
        let mut escrow = Self::find(id)?;
        ensure!(escrow.depositor == *who, Error::<T>::NotDepositor);
        Self::undecided(&mut escrow, place)?;
        Self::conclude(id, &mut escrow, place, Outcome::Paid(PaidBy::Release))?;
        Self::store(id, escrow);
        Ok(())
    }

    pub(crate) fn do_refund(who: &T::AccountId, id: EscrowId, place: u32) -> DispatchResult {
        let mut escrow = Self::find(id)?;
        ensure!(escrow.beneficiary == *who, Error::<T>::NotBeneficiary);
        Self::undecided(&mut escrow, place)?;
        Self::conclude(id, &mut escrow, place, Outcome::Refunded(RefundedBy::Beneficiary))?;
        Self::store(id, escrow);
        Ok(())
    }

    pub(crate) fn do_split(
        who: &T::AccountId,
        id: EscrowId,
        place: u32,
        share: Permill,
    ) -> DispatchResult {
        let mut escrow = Self::find(id)?;
        let (party, other) = match who {
            who if *who == escrow.depositor => (Party::Depositor, Party::Beneficiary),
            who if *who == escrow.beneficiary => (Party::Beneficiary, Party::Depositor),
            _ => return Err(Error::<T>::NotParty.into()),
        };
        let milestone = Self::undecided(&mut escrow, place)?;
        let offer = milestone.offer_mut(party);
        ensure!(*offer != Some(share), Error::<T>::ShareUnchanged);
        *offer = Some(share);
        let is_agreed = *milestone.offer_mut(other) == Some(share);
        Self::deposit_event(Event::SplitOffered { id, milestone: place, by: party, share });
        if is_agreed {
            Self::conclude(id, &mut escrow, place, Outcome::Split(share))?;
        }
        Self::store(id, escrow);
        Ok(())
    }

    /// Does what is due, and says what that has cost.
    pub(crate) fn do_settle(id: EscrowId, place: Option<u32>) -> Result<Weight, DispatchError> {
        let mut escrow = Self::find(id)?;
        if !escrow.is_accepted {
            Self::expire(id, escrow)?;
            return Ok(T::WeightInfo::cancel());
        }
        let now = T::ActiveClock::now();
        let mut settled = 0u32;
        if let Some(place) = place {
            let is_manual = matches!(escrow.rule, Rule::Manual);
            let milestone = Self::unsettled(&mut escrow, place)?;
            let waits_for_delivery = is_manual && milestone.state == MilestoneState::Open;
            let early = match waits_for_delivery {
                true => Error::<T>::NotDelivered,
                false => Error::<T>::TooEarly,
            };
            ensure!(Self::settle_if_due(id, &mut escrow, place, now)?, early);
            settled = 1;
        } else {
            for place in 0..escrow.milestones.len() as u32 {
                let is_settled = Self::settle_if_due(id, &mut escrow, place, now)?;
                settled = settled.saturating_add(is_settled.into());
            }
            ensure!(settled > 0, Error::<T>::TooEarly);
        }
        Self::store(id, escrow);
        Ok(T::WeightInfo::settle(settled))
    }

    /// Settles a milestone if it is due at `now`, and says whether it did.
    pub(crate) fn settle_if_due(
        id: EscrowId,
        escrow: &mut EscrowOf<T>,
        place: u32,
        now: Moment,
    ) -> Result<bool, DispatchError> {
        let milestone = escrow.milestones.get(place as usize);
        let due = milestone.and_then(|milestone| escrow.falls_due(milestone));
        let Some((_, due)) = due.filter(|(at, _)| *at <= now) else {
            return Ok(false);
        };
        let outcome = match (due, escrow.default) {
            (Due::Rule, _) => Outcome::Paid(PaidBy::Rule),
            (Due::Review, _) => Outcome::Paid(PaidBy::Review),
            (Due::Default, Fallback::Pay) => Outcome::Paid(PaidBy::Default),
            (Due::Default, Fallback::Refund) => Outcome::Refunded(RefundedBy::Default),
            (Due::Default, Fallback::Split(share)) => Outcome::Split(share),
        };
        Self::conclude(id, escrow, place, outcome)?;
        Ok(true)
    }

    /// Moves the money of a milestone.
    pub(crate) fn conclude(
        id: EscrowId,
        escrow: &mut EscrowOf<T>,
        place: u32,
        outcome: Outcome,
    ) -> DispatchResult {
        let EscrowOf::<T> { depositor, beneficiary, funds, milestones, .. } = escrow;
        let milestone = milestones.get_mut(place as usize).ok_or(Error::<T>::MilestoneNotFound)?;
        let whole = milestone.amount;
        let paid = match outcome {
            Outcome::Paid(_) => whole,
            Outcome::Refunded(_) => 0,
            Outcome::Split(share) => share.mul_floor(whole),
        };
        let back = whole.saturating_sub(paid);
        let parts = Self::pay_out(Purse::Payment, funds, depositor, beneficiary, paid, back)?;
        let (state, event) = match outcome {
            Outcome::Paid(by) => {
                let to = beneficiary.clone();
                let (amount, fee) = (parts.paid, parts.fee);
                let event = Event::Paid { id, milestone: place, to, amount, fee, by };
                (MilestoneState::Paid, event)
            }
            Outcome::Refunded(by) => {
                let (amount, fee) = (parts.back, parts.fee_back);
                let event = Event::Refunded { id, milestone: place, amount, fee, by };
                (MilestoneState::Refunded, event)
            }
            Outcome::Split(_) => {
                let (to_beneficiary, fee) = (parts.paid, parts.fee);
                let back = parts.back.saturating_add(parts.fee_back);
                let event = Event::Split { id, milestone: place, to_beneficiary, fee, back };
                (MilestoneState::Split, event)
            }
        };
        milestone.state = state;
        Self::deposit_event(event);
        Ok(())
    }

    /// A milestone of an accepted escrow that was not settled.
    pub(crate) fn unsettled(
        escrow: &mut EscrowOf<T>,
        place: u32,
    ) -> Result<&mut Milestone, DispatchError> {
        ensure!(escrow.is_accepted, Error::<T>::NotActive);
        let milestone =
            escrow.milestones.get_mut(place as usize).ok_or(Error::<T>::MilestoneNotFound)?;
        ensure!(!milestone.is_settled(), Error::<T>::MilestoneSettled);
        Ok(milestone)
    }

    /// One that is not due either. What is due is decided, whether or not its task was done.
    pub(crate) fn undecided(
        escrow: &mut EscrowOf<T>,
        place: u32,
    ) -> Result<&mut Milestone, DispatchError> {
        Self::unsettled(escrow, place)?;
        let milestone = escrow.milestones.get(place as usize);
        let due = milestone.and_then(|milestone| escrow.falls_due(milestone));
        match due.filter(|(at, _)| *at <= T::ActiveClock::now()) {
            Some((_, Due::Review)) => Err(Error::<T>::ReviewOver.into()),
            Some((_, Due::Rule | Due::Default)) => Err(Error::<T>::DeadlinePassed.into()),
            None => Self::unsettled(escrow, place),
        }
    }
}
