//! The check of the invariants of the crate documentation.

use crate::{
    index,
    types::{Funds, Milestone},
    Config, ControlledEscrows, EscrowOf, Escrows, EscrowsOf, HoldReason, NextId, Obliged, Pallet,
    Streams, StreamsOf, Totals,
};
use aitbc_primitives::{
    market::escrow::{EscrowFigures, EscrowId, MilestoneState, Party},
    Balance,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::fungible::InspectHold};
use sp_runtime::TryRuntimeError;

/// What an account has open.
#[derive(Default)]
struct Open {
    payment: Balance,
    stream: Balance,
    obliged: u32,
    deposits: u32,
}

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        for (id, escrow) in Escrows::<T>::iter() {
            Self::check_escrow(id, &escrow)?;
        }
        Self::check_others()?;
        let (of_accounts, figures) = Self::count();
        Self::check_holds(&of_accounts)?;
        // Invariant 2
        ensure!(Totals::<T>::get() == figures, "the totals do not add up");
        Self::check_index(&of_accounts)
    }

    /// Invariants 4, 5 and 6, of an escrow of two parties.
    fn check_escrow(id: EscrowId, escrow: &EscrowOf<T>) -> Result<(), TryRuntimeError> {
        // Invariant 4
        let is_open = !escrow.milestones.iter().all(Milestone::is_settled);
        ensure!(is_open, "an escrow stays after its last milestone");
        let is_new = |milestone: &Milestone| *milestone == Milestone::new(milestone.amount);
        ensure!(
            escrow.is_accepted || escrow.milestones.iter().all(is_new),
            "something was decided about a milestone of an escrow that is offered"
        );
        // Invariant 5
        let sum = |filter: fn(&Milestone) -> bool| {
            let milestones = escrow.milestones.iter().filter(|milestone| filter(milestone));
            milestones.fold(0, |sum: Balance, milestone| sum.saturating_add(milestone.amount))
        };
        let Funds { amount, paid, back, .. } = escrow.funds;
        let settled = paid.saturating_add(back);
        ensure!(
            sum(|_| true) == amount && sum(Milestone::is_settled) == settled,
            "what was settled of an escrow is not what has left it"
        );
        let is_paid = |milestone: &Milestone| milestone.state == MilestoneState::Paid;
        let is_refunded = |milestone: &Milestone| milestone.state == MilestoneState::Refunded;
        ensure!(
            sum(is_paid) <= paid && sum(is_refunded) <= back,
            "what was paid, or has gone back, is not what milestones say"
        );
        Self::check_funds(id, &escrow.funds)
    }

    /// Invariants 5 and 6, of other escrows and of streams.
    fn check_others() -> Result<(), TryRuntimeError> {
        for (id, escrow) in ControlledEscrows::<T>::iter() {
            ensure!(!Escrows::<T>::contains_key(id), "a number was given out twice");
            Self::check_funds(id, &escrow.funds)?;
        }
        for (id, stream) in Streams::<T>::iter() {
            let is_escrow =
                Escrows::<T>::contains_key(id) || ControlledEscrows::<T>::contains_key(id);
            ensure!(!is_escrow, "a number was given out twice");
            Self::check_funds(id, &stream.funds)?;
        }
        Ok(())
    }

    fn check_funds(id: EscrowId, funds: &Funds) -> Result<(), TryRuntimeError> {
        // Invariant 5
        ensure!(
            funds.paid.saturating_add(funds.back) <= funds.amount
                && funds.fee_paid.saturating_add(funds.fee_back) <= funds.fee(),
            "more has left than was held"
        );
        // Invariant 6
        ensure!(id < NextId::<T>::get(), "a number was not given out");
        Ok(())
    }

    /// What accounts have open, and all of it together.
    fn count() -> (BTreeMap<T::AccountId, Open>, EscrowFigures) {
        let mut of_accounts = BTreeMap::<T::AccountId, Open>::new();
        let mut figures = EscrowFigures::default();
        let mut escrow = |depositor, beneficiary: Option<T::AccountId>, held: Balance| {
            let open = of_accounts.entry(depositor).or_default();
            open.payment = open.payment.saturating_add(held);
            open.obliged = open.obliged.saturating_add(1);
            open.deposits = open.deposits.saturating_add(1);
            if let Some(beneficiary) = beneficiary {
                let open = of_accounts.entry(beneficiary).or_default();
                open.obliged = open.obliged.saturating_add(1);
            }
            figures.payment = figures.payment.saturating_add(held);
            figures.escrows = figures.escrows.saturating_add(1);
        };
        for other in Escrows::<T>::iter_values() {
            let beneficiary = other.is_accepted.then_some(other.beneficiary);
            escrow(other.depositor, beneficiary, other.funds.held());
        }
        for other in ControlledEscrows::<T>::iter_values() {
            escrow(other.depositor, other.beneficiary, other.funds.held());
        }
        for stream in Streams::<T>::iter_values() {
            let held = stream.funds.held();
            let open = of_accounts.entry(stream.payer).or_default();
            open.stream = open.stream.saturating_add(held);
            open.obliged = open.obliged.saturating_add(1);
            open.deposits = open.deposits.saturating_add(1);
            figures.stream = figures.stream.saturating_add(held);
            figures.streams = figures.streams.saturating_add(1);
        }
        (of_accounts, figures)
    }

    /// Invariants 1 and 7.
    fn check_holds(of_accounts: &BTreeMap<T::AccountId, Open>) -> Result<(), TryRuntimeError> {
        let nothing = Open::default();
        let mut depositors = of_accounts.iter().filter(|(_, open)| open.deposits > 0);
        ensure!(
            depositors.all(|(who, _)| frame_system::Account::<T>::contains_key(who)),
            "who has paid money in has no account"
        );
        for who in frame_system::Account::<T>::iter_keys() {
            let open = of_accounts.get(&who).unwrap_or(&nothing);
            let held = |reason: HoldReason| T::Currency::balance_on_hold(&reason.into(), &who);
            // Invariant 1
            ensure!(
                held(HoldReason::Payment) == open.payment,
                "what is held for escrows is not what they have"
            );
            ensure!(
                held(HoldReason::Stream) == open.stream,
                "what is held for streams is not what they have"
            );
            // Invariant 7
            ensure!(
                (held(HoldReason::Deposit) > 0) == (open.deposits > 0),
                "there is no deposit for what is stored, or one for nothing"
            );
        }
        Ok(())
    }

    /// Invariant 3.
    fn check_index(of_accounts: &BTreeMap<T::AccountId, Open>) -> Result<(), TryRuntimeError> {
        let mut places = 0usize;
        let is_in = |who: &T::AccountId, id, party| {
            EscrowsOf::<T>::contains_key((who, party, index::key(id)))
        };
        let missing = "an escrow is not in the index of its parties";
        for (id, escrow) in Escrows::<T>::iter() {
            ensure!(is_in(&escrow.depositor, id, Party::Depositor), missing);
            ensure!(is_in(&escrow.beneficiary, id, Party::Beneficiary), missing);
            places = places.saturating_add(2);
        }
        for (id, escrow) in ControlledEscrows::<T>::iter() {
            ensure!(is_in(&escrow.depositor, id, Party::Depositor), missing);
            places = places.saturating_add(1);
            if let Some(beneficiary) = escrow.beneficiary {
                ensure!(is_in(&beneficiary, id, Party::Beneficiary), missing);
                places = places.saturating_add(1);
            }
        }
        ensure!(EscrowsOf::<T>::iter_keys().count() == places, "the index has more escrows");

        places = 0;
        for (id, stream) in Streams::<T>::iter() {
            let is_in =
                |who: &T::AccountId, party| StreamsOf::<T>::get(who, index::key(id)) == Some(party);
            ensure!(
                is_in(&stream.payer, Party::Depositor)
                    && is_in(&stream.beneficiary, Party::Beneficiary),
                "a stream is not in the index of its parties"
            );
            places = places.saturating_add(2);
        }
        ensure!(StreamsOf::<T>::iter_keys().count() == places, "the index has more streams");

        let obliged = of_accounts.iter().filter(|(_, open)| open.obliged > 0);
        let obliged: BTreeMap<_, _> =
            obliged.map(|(who, open)| (who.clone(), open.obliged)).collect();
        ensure!(
            Obliged::<T>::iter().collect::<BTreeMap<_, _>>() == obliged,
            "what accounts have opened or accepted is miscounted"
        );
        Ok(())
    }
}
