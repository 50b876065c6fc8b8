//! How escrows are created, accepted, and end.

use crate::{
    types::{Escrow, Funds, Milestone, Purse},
    Config, Error, EscrowOf, Escrows, Event, Pallet,
};
use aitbc_primitives::{
    market::{
        deadlines::{ActiveClock, Agenda, DeadlineClock},
        escrow::{EscrowId, EscrowTask, Terms, MAX_MILESTONES, MAX_SIGNERS},
    },
    Balance, Moment,
};
use alloc::vec::Vec;
use codec::MaxEncodedLen;
use frame_support::{
    ensure,
    traits::{Consideration, Defensive, Footprint, Get},
};
use sp_runtime::{BoundedVec, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_create(
        depositor: T::AccountId,
        beneficiary: T::AccountId,
        terms: Terms<T::AccountId>,
    ) -> DispatchResult {
        Self::check_terms(&depositor, &beneficiary, &terms)?;
        let amount = terms.amounts.iter().fold(0, |sum: Balance, part| sum.saturating_add(*part));
        let funds = Funds::new(amount, T::PlatformFee::get());
        let total = funds.total().ok_or(Error::<T>::AmountTooLarge)?;
        Self::hold(Purse::Payment, &depositor, total)?;
        let ticket = T::Consideration::new(&depositor, Self::escrow_footprint(&terms))?;

        let id = Self::next_id()?;
        let created = T::ActiveClock::now();
        let milestones: Vec<_> = terms.amounts.iter().copied().map(Milestone::new).collect();
        let escrow = Escrow {
            depositor,
            beneficiary,
            is_accepted: false,
            created,
            accept_by: created.saturating_add(terms.accept_within),
            deadline: created.saturating_add(terms.deadline_in),
            review: terms.review,
            rule: terms.rule,
            default: terms.default,
            arbiter: terms.arbiter,
            terms_hash: terms.terms_hash,
            funds,
            milestones: BoundedVec::truncate_from(milestones),
            ticket,
        };
        Self::enter_escrow(id, &escrow.depositor, Some(&escrow.beneficiary));
        Self::wait(escrow.accept_by, EscrowTask::Escrow { id, milestone: None });
        Self::deposit_event(Event::Created {
            id,
            depositor: escrow.depositor.clone(),
            beneficiary: escrow.beneficiary.clone(),
            amount,
            fee: funds.fee(),
            accept_by: escrow.accept_by,
            deadline: escrow.deadline,
        });
        Escrows::<T>::insert(id, escrow);
        Ok(())
    }

    pub(crate) fn do_cancel(who: &T::AccountId, id: EscrowId) -> DispatchResult {
        let escrow = Self::find(id)?;
        ensure!(escrow.depositor == *who, Error::<T>::NotDepositor);
        ensure!(!escrow.is_accepted, Error::<T>::NotOffered);
        let back = Self::take_off_offer(id, escrow)?;
        Self::deposit_event(Event::Cancelled { id, back });
        Ok(())
    }

    pub(crate) fn do_accept(who: &T::AccountId, id: EscrowId) -> DispatchResult {
        let mut escrow = Self::find_offered_to(who, id)?;
        escrow.is_accepted = true;
        Self::oblige(who);
        for (place, milestone) in (0..).zip(&escrow.milestones) {
            if let Some((at, _)) = escrow.falls_due(milestone) {
                Self::wait(at, EscrowTask::Escrow { id, milestone: Some(place) });
            }
        }
        Escrows::<T>::insert(id, escrow);
        Self::deposit_event(Event::Accepted { id });
        Ok(())
    }

    pub(crate) fn do_decline(who: &T::AccountId, id: EscrowId) -> DispatchResult {
        let escrow = Self::find_offered_to(who, id)?;
        let back = Self::take_off_offer(id, escrow)?;
        Self::deposit_event(Event::Declined { id, back });
        Ok(())
    }

    /// Removes an escrow that was not accepted in time.
    pub(crate) fn expire(id: EscrowId, escrow: EscrowOf<T>) -> DispatchResult {
        ensure!(T::ActiveClock::now() >= escrow.accept_by, Error::<T>::TooEarly);
        let back = Self::take_off_offer(id, escrow)?;
        Self::deposit_event(Event::Expired { id, back });
        Ok(())
    }

    /// An escrow of two parties.
    pub(crate) fn find(id: EscrowId) -> Result<EscrowOf<T>, DispatchError> {
        Escrows::<T>::get(id).ok_or_else(|| Self::unknown(id))
    }

    /// Stores an escrow that has changed, or removes it if all of it is settled.
    pub(crate) fn store(id: EscrowId, escrow: EscrowOf<T>) {
        if !escrow.milestones.iter().all(Milestone::is_settled) {
            Escrows::<T>::insert(id, escrow);
            return;
        }
        let Funds { paid, fee_paid, back, fee_back, .. } = escrow.funds;
        Self::remove(id, escrow);
        let back = back.saturating_add(fee_back);
        Self::deposit_event(Event::Closed { id, paid, fee: fee_paid, back });
    }

    /// Has a task done when the active clock has reached `at`.
    pub(crate) fn wait(at: Moment, task: EscrowTask) {
        T::Agenda::schedule(DeadlineClock::Active, at, task.into());
    }

    /// What an escrow with these terms takes of the chain's state at most, with the tasks that it can have on
    /// the agenda at a time: one of the offer, and of each milestone one of the deadline and one of what
    /// comes before.
    pub(crate) fn escrow_footprint(terms: &Terms<T::AccountId>) -> Footprint {
        let unused = |most: u32, used: usize, bytes: usize| {
            (most as usize).saturating_sub(used).saturating_mul(bytes)
        };
        let (milestones, signers) = (terms.amounts.len(), terms.rule.signers().len());
        let largest = EscrowOf::<T>::max_encoded_len();
        let entry = largest
            .saturating_sub(unused(MAX_MILESTONES, milestones, Milestone::max_encoded_len()))
            .saturating_sub(unused(MAX_SIGNERS, signers, T::AccountId::max_encoded_len()));
        Self::footprint(entry, milestones.saturating_mul(2).saturating_add(1))
    }

    /// An escrow that `who` may accept or decline.
    fn find_offered_to(who: &T::AccountId, id: EscrowId) -> Result<EscrowOf<T>, DispatchError> {
        let escrow = Self::find(id)?;
        ensure!(escrow.beneficiary == *who, Error::<T>::NotBeneficiary);
        ensure!(!escrow.is_accepted, Error::<T>::NotOffered);
        ensure!(T::ActiveClock::now() < escrow.accept_by, Error::<T>::DeadlinePassed);
        Ok(escrow)
    }

    /// Gives all back and removes the escrow.
    fn take_off_offer(id: EscrowId, mut escrow: EscrowOf<T>) -> Result<Balance, DispatchError> {
        let back = Self::give_all_back(Purse::Payment, &mut escrow.funds, &escrow.depositor)?;
        Self::remove(id, escrow);
        Ok(back)
    }

    fn remove(id: EscrowId, escrow: EscrowOf<T>) {
        Escrows::<T>::remove(id);
        let Escrow { depositor, beneficiary, is_accepted, ticket, .. } = escrow;
        Self::leave_escrow(id, &depositor, Some(&beneficiary), is_accepted);
        // A deposit that cannot be given back is no reason not to pay others.
        let _ = ticket.drop(&depositor).defensive();
    }
}
