//! Holds out of which others may be paid, and tokens that must not leave through them.

use crate::{AccountId, Balance, Balances, Runtime, RuntimeHoldReason, System};
use aitbc_primitives::market::money::Unfrozen;
use frame_support::traits::fungible::Inspect;

/// Why tokens are on hold out of which others than their owner and the treasury may be paid. Whoever places such a
/// hold asks [`Payable`] before.
pub const PAYABLE_HOLDS: &[RuntimeHoldReason] = &[
    RuntimeHoldReason::GpuStaking(pallet_gpu_staking::HoldReason::Collateral),
    RuntimeHoldReason::Escrow(pallet_escrow::HoldReason::Payment),
    RuntimeHoldReason::Escrow(pallet_escrow::HoldReason::Stream),
];

/// Keeps what is frozen or locked out of those holds.
pub struct Payable;

impl Unfrozen<AccountId> for Payable {
    fn covers(who: &AccountId, amount: Balance) -> bool {
        let payable = pallet_balances::Holds::<Runtime>::get(who)
            .iter()
            .filter(|hold| PAYABLE_HOLDS.contains(&hold.id))
            .fold(amount, |sum, hold| sum.saturating_add(hold.amount));
        // Freezes and locks alike.
        let frozen = System::account(who).data.frozen;
        let outside = Balances::total_balance(who).checked_sub(payable);
        outside.is_some_and(|outside| outside >= frozen)
    }
}
