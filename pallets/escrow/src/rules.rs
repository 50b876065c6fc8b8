//! What terms may say, and what pays a milestone without the depositor.

use crate::{
    milestone::Outcome,
    types::{Escrow, Milestone, PaidBy},
    Config, Error, EscrowOf, Event, Pallet,
};
use aitbc_primitives::{
    clock::Clock,
    governance::Owners,
    market::{
        deadlines::ActiveClock,
        escrow::{EscrowId, EscrowTask, MilestoneState, Rule, Terms},
    },
    time::{DAY, HOUR, MINUTE},
    token::{AITBC, MILLI},
    Balance, Moment,
};
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};

/// The least amount of a milestone.
pub const MIN_AMOUNT: Balance = MILLI;

/// The most that all milestones of an escrow are together.
pub const MAX_AMOUNT: Balance = 1_000_000 * AITBC;

/// The shortest time to accept an escrow, in milliseconds.
pub const SHORTEST_ACCEPTANCE: Moment = MINUTE;

/// The longest time to accept an escrow, in milliseconds.
pub const LONGEST_ACCEPTANCE: Moment = 30 * DAY;

/// The longest time from the creation of an escrow to its deadline, in milliseconds.
pub const LONGEST_DEADLINE: Moment = 365 * DAY;

/// The shortest review, in milliseconds.
pub const SHORTEST_REVIEW: Moment = 10 * MINUTE;

/// The longest review, in milliseconds.
pub const LONGEST_REVIEW: Moment = 30 * DAY;

/// How long after enough oracles have approved a milestone it is paid, in milliseconds.
pub const ORACLE_DELAY: Moment = HOUR;

/// Why a milestone is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// By its rule.
    Rule,
    /// The review is over.
    Review,
    /// It is open at the deadline.
    Default,
}

impl<AccountId, Ticket> Escrow<AccountId, Ticket> {
    /// When and why a milestone is due, if nobody does anything before. `None` if it is settled.
    pub(crate) fn falls_due(&self, milestone: &Milestone) -> Option<(Moment, Due)> {
        match milestone.state {
            MilestoneState::Open => {
                let by_rule = match self.rule {
                    Rule::TimeBased(after) => Some(self.created.saturating_add(after)),
                    Rule::Oracle { .. } => milestone.payable_at,
                    Rule::Manual | Rule::MultiSig { .. } => None,
                };
                let by_rule = by_rule.filter(|at| *at <= self.deadline);
                Some(by_rule.map_or((self.deadline, Due::Default), |at| (at, Due::Rule)))
            }
            MilestoneState::Delivered { review_until, .. } => Some((review_until, Due::Review)),
            MilestoneState::Paid | MilestoneState::Refunded | MilestoneState::Split => None,
        }
    }

    /// How many have to approve a milestone.
    fn threshold(&self) -> Option<u32> {
        match self.rule {
            Rule::MultiSig { threshold, .. } | Rule::Oracle { threshold, .. } => Some(threshold),
            Rule::Manual | Rule::TimeBased(_) => None,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Whether an escrow may have these terms.
    pub(crate) fn check_terms(
        depositor: &T::AccountId,
        beneficiary: &T::AccountId,
        terms: &Terms<T::AccountId>,
    ) -> DispatchResult {
        ensure!(depositor != beneficiary, Error::<T>::SameParty);
        ensure!(!terms.amounts.is_empty(), Error::<T>::NoMilestones);
        ensure!(terms.amounts.iter().all(|part| *part >= MIN_AMOUNT), Error::<T>::AmountTooSmall);
        let amount = terms.amounts.iter().fold(0, |sum: Balance, part| sum.saturating_add(*part));
        ensure!(amount <= MAX_AMOUNT, Error::<T>::AmountTooLarge);
        let in_range = (SHORTEST_ACCEPTANCE..=LONGEST_ACCEPTANCE).contains(&terms.accept_within)
            && (terms.accept_within..=LONGEST_DEADLINE).contains(&terms.deadline_in)
            && (SHORTEST_REVIEW..=LONGEST_REVIEW).contains(&terms.review)
            && !matches!(terms.rule, Rule::TimeBased(after) if after > terms.deadline_in);
        ensure!(in_range, Error::<T>::PeriodOutOfRange);
        Self::check_signers(depositor, beneficiary, terms)
    }

    /// Whether the signers, the oracles and the arbiter are others than the parties.
    fn check_signers(
        depositor: &T::AccountId,
        beneficiary: &T::AccountId,
        terms: &Terms<T::AccountId>,
    ) -> DispatchResult {
        let signers = terms.rule.signers();
        if let Rule::MultiSig { threshold, .. } | Rule::Oracle { threshold, .. } = terms.rule {
            let is_possible = threshold > 0 && threshold as usize <= signers.len();
            ensure!(is_possible, Error::<T>::ThresholdOutOfRange);
        }
        for (place, signer) in signers.iter().enumerate() {
            let is_twice = signers.iter().take(place).any(|earlier| earlier == signer);
            ensure!(!is_twice, Error::<T>::DuplicateSigner);
        }
        if signers.is_empty() && terms.arbiter.is_none() {
            return Ok(());
        }
        let now = T::Clock::now();
        let owner = |who: &T::AccountId| T::Owners::owner(who, now);
        let owners = [owner(depositor), owner(beneficiary)];
        for other in signers.iter().chain(&terms.arbiter) {
            let is_party = other == depositor || other == beneficiary;
            ensure!(!is_party && !owners.contains(&owner(other)), Error::<T>::SignerIsParty);
        }
        Ok(())
    }

    pub(crate) fn do_approve(who: T::AccountId, id: EscrowId, place: u32) -> DispatchResult {
        let mut escrow = Self::find(id)?;
        let (signer, threshold) = Self::approval(&escrow, &who)?;
        let pays_at_once = matches!(escrow.rule, Rule::MultiSig { .. });
        let deadline = escrow.deadline;
        let milestone = Self::undecided(&mut escrow, place)?;
        ensure!(milestone.payable_at.is_none(), Error::<T>::ThresholdPassed);
        ensure!(!milestone.is_approved_by(signer), Error::<T>::AlreadyApproved);
        milestone.set_approved_by(signer, true);
        Self::deposit_event(Event::Approved { id, milestone: place, who });
        if milestone.approvals.count_ones() >= threshold {
            if pays_at_once {
                Self::conclude(id, &mut escrow, place, Outcome::Paid(PaidBy::Rule))?;
            } else {
                let payable_at = T::ActiveClock::now().saturating_add(ORACLE_DELAY);
                milestone.payable_at = Some(payable_at);
                if payable_at < deadline {
                    Self::wait(payable_at, EscrowTask::Escrow { id, milestone: Some(place) });
                }
                let event = Event::ThresholdReached { id, milestone: place, payable_at };
                Self::deposit_event(event);
            }
        }
        Self::store(id, escrow);
        Ok(())
    }

    pub(crate) fn do_withdraw_approval(
        who: T::AccountId,
        id: EscrowId,
        place: u32,
    ) -> DispatchResult {
        let mut escrow = Self::find(id)?;
        let (signer, _) = Self::approval(&escrow, &who)?;
        let milestone = Self::undecided(&mut escrow, place)?;
        ensure!(milestone.payable_at.is_none(), Error::<T>::ThresholdPassed);
        ensure!(milestone.is_approved_by(signer), Error::<T>::NotApproved);
        milestone.set_approved_by(signer, false);
        Self::store(id, escrow);
        Self::deposit_event(Event::ApprovalWithdrawn { id, milestone: place, who });
        Ok(())
    }

    /// The place of a signer among all, and how many have to approve.
    fn approval(escrow: &EscrowOf<T>, who: &T::AccountId) -> Result<(usize, u32), DispatchError> {
        let threshold = escrow.threshold().ok_or(Error::<T>::WrongRule)?;
        let place = escrow.rule.signers().iter().position(|signer| signer == who);
        Ok((place.ok_or(Error::<T>::NotSigner)?, threshold))
    }
}
