//! Collecting fees and sharing out revenue.

use crate::{revenue, BalanceOf, Config, CreditOf, Event, Pallet, Revenue, Shares};
use aitbc_primitives::{reputation::pools::BlockPools, BlockNumber};
use frame_support::{
    ensure,
    migrations::MultiStepMigrator,
    traits::{
        fungible::{Balanced, Inspect},
        tokens::{Fortitude, Precision, Preservation},
        Get, Imbalance, OnUnbalanced,
    },
    weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{Perbill, SaturatedConversion, TryRuntimeError};

/// What a block was paid for, in the smallest unit.
pub(crate) struct Paid<Balance> {
    /// The block share of its revenue.
    block: Balance,
    /// Its whole subsidy.
    subsidy: Balance,
}

impl<T: Config> Pallet<T> {
    /// The number of the block before `now`.
    pub(crate) fn parent(now: BlockNumberFor<T>) -> Option<BlockNumber> {
        now.saturated_into::<BlockNumber>().checked_sub(1)
    }

    /// Has block `parent` judged, and returns what that took.
    ///
    /// Not block 1, whose bench could not be drawn from its parent's VRF. Not while a migration of many blocks runs
    /// either: no vote would get into a block.
    pub(crate) fn have_judged(parent: BlockNumber, paid: Paid<BalanceOf<T>>) -> Weight {
        if parent < 2 || T::MultiBlockMigrator::ongoing() {
            return Weight::zero();
        }
        T::BlockPools::open(parent, paid.block, paid.subsidy)
    }

    /// Shares out the fees in the pot and a newly minted subsidy.
    pub(crate) fn distribute() -> Paid<BalanceOf<T>> {
        let fees = Self::take_fees();
        let subsidy = T::Currency::issue(Self::subsidy_now());
        let event = (fees.peek(), subsidy.peek());

        let revenue = fees.merge(subsidy);
        let Revenue { block, governance, treasury } = Revenue::of(revenue.peek(), T::Shares::get());
        let (for_block, rest) = revenue.split(block);
        let (for_governance, for_treasury) = rest.split(governance);
        T::BlockRecipient::on_unbalanced(for_block);
        T::GovernanceRecipient::on_unbalanced(for_governance);
        T::TreasuryRecipient::on_unbalanced(for_treasury);

        let (fees, subsidy) = event;
        Self::deposit_event(Event::Distributed { fees, subsidy, block, governance, treasury });
        Paid { block, subsidy }
    }

    /// What is minted for a block.
    pub(crate) fn subsidy_now() -> BalanceOf<T> {
        let issuance = T::Currency::total_issuance();
        revenue::subsidy(issuance, T::SubsidyRate::get(), T::SlotDuration::get())
    }

    /// Empties the pot down to the existential deposit.
    fn take_fees() -> CreditOf<T> {
        let pot = Self::pot();
        let fees = T::Currency::reducible_balance(&pot, Preservation::Preserve, Fortitude::Polite);
        T::Currency::withdraw(
            &pot,
            fees,
            Precision::BestEffort,
            Preservation::Preserve,
            Fortitude::Polite,
        )
        .unwrap_or_default()
    }

    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        // Invariant 1
        ensure!(
            T::Currency::total_balance(&Self::pot()) >= T::Currency::minimum_balance(),
            "the work pot is below the existential deposit"
        );
        // Invariant 2
        let Shares { block, governance } = T::Shares::get();
        ensure!(
            block.deconstruct().saturating_add(governance.deconstruct())
                <= Perbill::one().deconstruct(),
            "the shares exceed 100 %"
        );
        Ok(())
    }
}

/// Pays fees into the work pot. It is for use in the runtime's fee handling.
impl<T: Config> OnUnbalanced<CreditOf<T>> for Pallet<T> {
    fn on_nonzero_unbalanced(fees: CreditOf<T>) {
        if let Err(fees) = T::Currency::resolve(&Self::pot(), fees) {
            // The pot was never endowed and the fee alone is below the existential deposit.
            T::TreasuryRecipient::on_unbalanced(fees);
        }
    }
}
