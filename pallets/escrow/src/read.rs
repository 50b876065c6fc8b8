//! What clients read.

use crate::{
    index,
    types::{Funds, Milestone},
    Config, ControlledEscrowOf, ControlledEscrows, EscrowOf, Escrows, HoldReason, Pallet, Streams,
    StreamsOf,
};
use aitbc_primitives::{
    market::{
        deadlines::ActiveClock,
        escrow::{
            EscrowCheck, EscrowDraft, EscrowId, EscrowStatus, EscrowView, MilestoneView, Party,
            StreamView,
        },
    },
    Balance,
};
use alloc::vec::Vec;
use core::cmp::Reverse;
use frame_support::{
    storage::{with_transaction, TransactionOutcome},
    traits::{fungible::InspectHold, Get},
};
use sp_runtime::DispatchError;

/// The most escrows or streams in one answer.
const MAX_LISTED: u32 = 100;

impl<T: Config> Pallet<T> {
    pub(crate) fn read_escrow(id: EscrowId) -> Option<EscrowView<T::AccountId>> {
        let agreed = Escrows::<T>::get(id).map(|escrow| Self::view_escrow(id, escrow));
        agreed.or_else(|| Some(Self::view_controlled(id, ControlledEscrows::<T>::get(id)?)))
    }

    pub(crate) fn read_escrows(
        who: &T::AccountId,
        role: Option<Party>,
        limit: u32,
        after: Option<EscrowId>,
    ) -> Vec<EscrowView<T::AccountId>> {
        let limit = limit.min(MAX_LISTED) as usize;
        let roles = [Party::Depositor, Party::Beneficiary].into_iter();
        let roles = roles.filter(|party| role.is_none_or(|role| role == *party));
        let mut ids: Vec<_> =
            roles.flat_map(|role| Self::escrows_of(who, role, after).take(limit)).collect();
        // Newest first, of both roles.
        ids.sort_unstable_by_key(|id| Reverse(*id));
        ids.into_iter().take(limit).filter_map(Self::read_escrow).collect()
    }

    pub(crate) fn read_stream(id: EscrowId) -> Option<StreamView<T::AccountId>> {
        let stream = Streams::<T>::get(id)?;
        let Funds { amount, paid, fee_paid, .. } = stream.funds;
        Some(StreamView {
            id,
            controlled: stream.controller.is_some(),
            rate: stream.rate,
            prepaid: amount,
            fee: stream.funds.fee(),
            paid,
            fee_paid,
            owed: stream.owed(T::ActiveClock::now()),
            held: stream.funds.held(),
            started: stream.started,
            ends: stream.ends(),
            payer: stream.payer,
            beneficiary: stream.beneficiary,
        })
    }

    pub(crate) fn read_streams(
        who: &T::AccountId,
        limit: u32,
        after: Option<EscrowId>,
    ) -> Vec<StreamView<T::AccountId>> {
        let newest_first = match after.map(index::key) {
            Some(key) => {
                StreamsOf::<T>::iter_prefix_from(who, StreamsOf::<T>::hashed_key_for(who, key))
            }
            None => StreamsOf::<T>::iter_prefix(who),
        };
        newest_first
            .take(limit.min(MAX_LISTED) as usize)
            .filter_map(|(key, _)| Self::read_stream(index::id(key)))
            .collect()
    }

    /// Creates an escrow and looks at what that holds; then all is as before. It does so as the pallet: no
    /// brake stops it, and no fee of a transaction is taken.
    pub(crate) fn try_to_create(draft: EscrowDraft<T::AccountId>) -> EscrowCheck {
        let EscrowDraft { depositor, beneficiary, terms } = draft;
        let amount = terms.amounts.iter().fold(0, |sum: Balance, part| sum.saturating_add(*part));
        let fee = Funds::new(amount, T::PlatformFee::get()).fee();
        let deposits = || T::Currency::balance_on_hold(&HoldReason::Deposit.into(), &depositor);
        let before = deposits();
        let deposit = with_transaction(|| {
            let created = Self::do_create(depositor.clone(), beneficiary, terms);
            let deposit = created.map(|()| deposits().saturating_sub(before));
            TransactionOutcome::Rollback(deposit)
        });
        match deposit {
            Ok(deposit) => EscrowCheck::Held { amount, fee, deposit },
            Err(error) => EscrowCheck::Refused(Self::name_of(error).into()),
        }
    }

    fn name_of(error: DispatchError) -> &'static str {
        error.into()
    }

    fn view_escrow(id: EscrowId, escrow: EscrowOf<T>) -> EscrowView<T::AccountId> {
        let milestones = escrow.milestones.iter();
        let milestones = milestones.map(|milestone| Self::view_milestone(&escrow, milestone));
        EscrowView {
            milestones: milestones.collect(),
            status: match escrow.is_accepted {
                true => EscrowStatus::Active,
                false => EscrowStatus::Offered,
            },
            controlled: false,
            beneficiary: Some(escrow.beneficiary),
            rule: Some(escrow.rule),
            default: Some(escrow.default),
            arbiter: escrow.arbiter,
            created: Some(escrow.created),
            accept_by: Some(escrow.accept_by),
            deadline: Some(escrow.deadline),
            review: Some(escrow.review),
            terms_hash: escrow.terms_hash,
            ..Self::view_money(id, escrow.depositor, escrow.funds)
        }
    }

    fn view_controlled(id: EscrowId, escrow: ControlledEscrowOf<T>) -> EscrowView<T::AccountId> {
        EscrowView {
            status: match (escrow.is_suspended, &escrow.beneficiary) {
                (true, _) => EscrowStatus::Suspended,
                (false, Some(_)) => EscrowStatus::Active,
                (false, None) => EscrowStatus::Offered,
            },
            beneficiary: escrow.beneficiary,
            ..Self::view_money(id, escrow.depositor, escrow.funds)
        }
    }

    /// What escrows of all kinds have, with the rest as in those of other pallets.
    fn view_money(id: EscrowId, depositor: T::AccountId, funds: Funds) -> EscrowView<T::AccountId> {
        EscrowView {
            id,
            status: EscrowStatus::Offered,
            controlled: true,
            depositor,
            beneficiary: None,
            amount: funds.amount,
            fee: funds.fee(),
            paid: funds.paid,
            fee_paid: funds.fee_paid,
            back: funds.back.saturating_add(funds.fee_back),
            held: funds.held(),
            milestones: Vec::new(),
            rule: None,
            default: None,
            arbiter: None,
            created: None,
            accept_by: None,
            deadline: None,
            review: None,
            terms_hash: None,
        }
    }

    fn view_milestone(escrow: &EscrowOf<T>, milestone: &Milestone) -> MilestoneView<T::AccountId> {
        let signers = escrow.rule.signers().iter().enumerate();
        let approvals = signers.filter(|(place, _)| milestone.is_approved_by(*place));
        let due = escrow.falls_due(milestone).filter(|_| escrow.is_accepted);
        MilestoneView {
            amount: milestone.amount,
            state: milestone.state,
            approvals: approvals.map(|(_, signer)| signer.clone()).collect(),
            due: due.map(|(at, _)| at),
            offer_of_depositor: milestone.offer_of_depositor,
            offer_of_beneficiary: milestone.offer_of_beneficiary,
        }
    }
}
