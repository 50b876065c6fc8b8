//! Escrows and streams of other pallets.

use crate::{
    types::{ClosedBy, ControlledEscrow, Funds, PaidBy, Parts, Purse, RefundedBy},
    Config, ControlledEscrowOf, ControlledEscrows, Error, Event, Pallet, StreamOf, Streams,
};
use aitbc_primitives::{
    market::{
        deadlines::ActiveClock,
        escrow::{self, EscrowId, Payout},
    },
    Balance, Moment,
};
use codec::MaxEncodedLen;
use frame_support::{
    ensure,
    storage::with_storage_layer,
    traits::{Consideration, Defensive},
};
use sp_runtime::{DispatchError, DispatchResult, Perbill};

impl<T: Config> escrow::Escrows<T::AccountId> for Pallet<T> {
    type Controller = T::Controller;

    fn open(
        controller: T::Controller,
        depositor: &T::AccountId,
        amount: Balance,
        fee_rate: Perbill,
    ) -> Result<EscrowId, DispatchError> {
        with_storage_layer(|| Self::open_controlled(controller, depositor, amount, fee_rate))
    }

    fn reduce(id: EscrowId, amount: Balance) -> DispatchResult {
        with_storage_layer(|| {
            let mut escrow = Self::find_movable(id)?;
            ensure!(amount > 0, Error::<T>::AmountTooSmall);
            ensure!(amount <= escrow.funds.amount, Error::<T>::AmountTooLarge);
            let before = escrow.funds.held();
            escrow.funds.amount = amount;
            let back = before.saturating_sub(escrow.funds.held());
            Self::give_back(Purse::Payment, &escrow.depositor, back)?;
            ControlledEscrows::<T>::insert(id, escrow);
            Self::deposit_event(Event::Reduced { id, amount, back });
            Ok(())
        })
    }

    fn assign(id: EscrowId, beneficiary: &T::AccountId) -> DispatchResult {
        let mut escrow = Self::find_movable(id)?;
        ensure!(escrow.beneficiary.is_none(), Error::<T>::NotOffered);
        ensure!(escrow.depositor != *beneficiary, Error::<T>::SameParty);
        escrow.beneficiary = Some(beneficiary.clone());
        Self::enter_beneficiary(id, beneficiary);
        Self::oblige(beneficiary);
        ControlledEscrows::<T>::insert(id, escrow);
        Self::deposit_event(Event::Assigned { id, beneficiary: beneficiary.clone() });
        Ok(())
    }

    fn pay(id: EscrowId, share: Perbill) -> Result<Payout, DispatchError> {
        with_storage_layer(|| {
            let escrow = Self::find_controlled(id)?;
            let beneficiary = escrow.beneficiary.clone().ok_or(Error::<T>::NotActive)?;
            Self::end_controlled(id, escrow, &beneficiary, share)
        })
    }

    fn refund(id: EscrowId) -> Result<Payout, DispatchError> {
        with_storage_layer(|| {
            let escrow = Self::find_controlled(id)?;
            let nobody = escrow.depositor.clone();
            Self::end_controlled(id, escrow, &nobody, Perbill::zero())
        })
    }

    fn freeze(id: EscrowId) -> DispatchResult {
        let mut escrow = Self::find_movable(id)?;
        ensure!(escrow.beneficiary.is_some(), Error::<T>::NotActive);
        escrow.is_suspended = true;
        ControlledEscrows::<T>::insert(id, escrow);
        Self::deposit_event(Event::Suspended { id });
        Ok(())
    }
}

/// They have no task on the agenda: their pallet ends them.
impl<T: Config> escrow::Streams<T::AccountId> for Pallet<T> {
    type Controller = T::Controller;

    fn open(
        controller: T::Controller,
        payer: &T::AccountId,
        beneficiary: &T::AccountId,
        rate: Balance,
        prepaid: Balance,
        fee_rate: Perbill,
    ) -> Result<EscrowId, DispatchError> {
        let funds = Funds::new(prepaid, fee_rate);
        let (payer, beneficiary) = (payer.clone(), beneficiary.clone());
        with_storage_layer(|| {
            let (id, _) = Self::begin(Some(controller), payer, beneficiary, rate, funds, None)?;
            Ok(id)
        })
    }

    fn owed(id: EscrowId) -> Option<Balance> {
        Streams::<T>::get(id).map(|stream| stream.owed(T::ActiveClock::now()))
    }

    fn top_up(id: EscrowId, amount: Balance) -> DispatchResult {
        with_storage_layer(|| Self::prepay(id, Self::find_controlled_stream(id)?, amount))
    }

    fn close(id: EscrowId, at: Moment) -> Result<Payout, DispatchError> {
        let at = at.min(T::ActiveClock::now());
        with_storage_layer(|| {
            Self::end(id, Self::find_controlled_stream(id)?, at, ClosedBy::Controller)
        })
    }
}

impl<T: Config> Pallet<T> {
    /// Why there is no escrow of two parties with this number.
    pub(crate) fn unknown(id: EscrowId) -> DispatchError {
        match ControlledEscrows::<T>::contains_key(id) {
            true => Error::<T>::Controlled.into(),
            false => Error::<T>::NotFound.into(),
        }
    }

    fn open_controlled(
        controller: T::Controller,
        depositor: &T::AccountId,
        amount: Balance,
        fee_rate: Perbill,
    ) -> Result<EscrowId, DispatchError> {
        ensure!(amount > 0, Error::<T>::AmountTooSmall);
        let funds = Funds::new(amount, fee_rate);
        let total = funds.total().ok_or(Error::<T>::AmountTooLarge)?;
        Self::hold(Purse::Payment, depositor, total)?;
        let footprint = Self::footprint(ControlledEscrowOf::<T>::max_encoded_len(), 0);
        let ticket = T::Consideration::new(depositor, footprint)?;
        let id = Self::next_id()?;
        Self::enter_escrow(id, depositor, None);
        Self::deposit_event(Event::Opened {
            id,
            controller: controller.clone(),
            depositor: depositor.clone(),
            amount,
            fee: funds.fee(),
        });
        let escrow = ControlledEscrow {
            controller,
            depositor: depositor.clone(),
            beneficiary: None,
            is_suspended: false,
            funds,
            ticket,
        };
        ControlledEscrows::<T>::insert(id, escrow);
        Ok(id)
    }

    /// Pays `share`, gives the rest back, and removes the escrow.
    fn end_controlled(
        id: EscrowId,
        mut escrow: ControlledEscrowOf<T>,
        to: &T::AccountId,
        share: Perbill,
    ) -> Result<Payout, DispatchError> {
        let paid = share.mul_floor(escrow.funds.amount);
        let back = escrow.funds.amount.saturating_sub(paid);
        let depositor = &escrow.depositor;
        let parts = Self::pay_out(Purse::Payment, &mut escrow.funds, depositor, to, paid, back)?;
        ControlledEscrows::<T>::remove(id);
        Self::leave_escrow(id, depositor, escrow.beneficiary.as_ref(), true);
        // A deposit that cannot be given back is no reason not to pay others.
        let _ = escrow.ticket.drop(depositor).defensive();
        if parts.paid > 0 {
            let (amount, fee, by) = (parts.paid, parts.fee, PaidBy::Controller);
            Self::deposit_event(Event::Paid { id, milestone: 0, to: to.clone(), amount, fee, by });
        }
        if parts.back > 0 {
            let (amount, fee, by) = (parts.back, parts.fee_back, RefundedBy::Controller);
            Self::deposit_event(Event::Refunded { id, milestone: 0, amount, fee, by });
        }
        let Parts { paid, fee, back, fee_back } = parts;
        let back = back.saturating_add(fee_back);
        Self::deposit_event(Event::Closed { id, paid, fee, back });
        Ok(Payout { paid, fee, back })
    }

    fn find_controlled(id: EscrowId) -> Result<ControlledEscrowOf<T>, DispatchError> {
        ControlledEscrows::<T>::get(id).ok_or_else(|| Error::<T>::NotFound.into())
    }

    /// One that waits for no verdict.
    fn find_movable(id: EscrowId) -> Result<ControlledEscrowOf<T>, DispatchError> {
        let escrow = Self::find_controlled(id)?;
        ensure!(!escrow.is_suspended, Error::<T>::NotActive);
        Ok(escrow)
    }

    fn find_controlled_stream(id: EscrowId) -> Result<StreamOf<T>, DispatchError> {
        let stream = Streams::<T>::get(id).ok_or(Error::<T>::NotFound)?;
        ensure!(stream.controller.is_some(), Error::<T>::NotFound);
        Ok(stream)
    }
}
