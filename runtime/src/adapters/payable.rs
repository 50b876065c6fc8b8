//! Holds out of which others may be paid, and tokens that must not leave through them.

use crate::{
    AccountId, Balance, Balances, Runtime, RuntimeHoldReason, RuntimeOrigin, System, Vesting,
};
use aitbc_primitives::market::money::Unfrozen;
use frame_support::{
    dispatch::DispatchClass,
    traits::{fungible::Inspect, Get, LockIdentifier},
    weights::Weight,
};
use pallet_balances::{Freezes, Holds, Locks};
use pallet_vesting::{Vesting as Schedules, WeightInfo};

/// Why tokens are on hold out of which others than their owner and the treasury may be paid. Whoever places
/// such a hold asks [`Payable`] before, and tells it of every change.
///
/// The bonds of pallet-openclaw are not among them. Half of one goes to somebody else, too, but only after
/// the verdict of a court that neither party belongs to: two who agree cannot move tokens by it.
pub const PAYABLE_HOLDS: &[RuntimeHoldReason] = &[
    RuntimeHoldReason::GpuStaking(pallet_gpu_staking::HoldReason::Collateral),
    RuntimeHoldReason::Escrow(pallet_escrow::HoldReason::Payment),
    RuntimeHoldReason::Escrow(pallet_escrow::HoldReason::Stream),
];

/// The lock of pallet-vesting, which writes it through [`VestingLock`](super::vesting_lock::VestingLock).
pub const VESTING_ID: LockIdentifier = *b"vesting ";

/// What of `who`'s tokens is on those holds.
pub fn payable(who: &AccountId) -> Balance {
    let holds = Holds::<Runtime>::get(who);
    let holds = holds.iter().filter(|hold| PAYABLE_HOLDS.contains(&hold.id));
    holds.fold(0, |sum: Balance, hold| sum.saturating_add(hold.amount))
}

/// The most that the block is charged when what is on those holds of an account changes.
pub fn most_charged() -> Weight {
    vest(<Runtime as pallet_vesting::Config>::MAX_VESTING_SCHEDULES)
}

/// What it costs to write the lock of so many schedules.
fn vest(schedules: u32) -> Weight {
    type Weights = <Runtime as pallet_vesting::Config>::WeightInfo;

    let locks = <Runtime as pallet_balances::Config>::MaxLocks::get();
    Weights::vest_locked(locks, schedules).max(Weights::vest_unlocked(locks, schedules))
}

/// Keeps what is frozen or locked out of those holds.
pub struct Payable;

impl Unfrozen<AccountId> for Payable {
    fn covers(who: &AccountId, amount: Balance) -> bool {
        let payable = payable(who);
        // The lock of what vests has what is payable on top.
        let without_payable = |id| if id == VESTING_ID { payable } else { 0 };
        let locks = Locks::<Runtime>::get(who);
        let locks = locks.iter().map(|lock| lock.amount.saturating_sub(without_payable(lock.id)));
        let freezes = Freezes::<Runtime>::get(who);
        let freezes = freezes.iter().map(|freeze| freeze.amount);
        let needed = locks.chain(freezes).max().unwrap_or_default();
        let outside = Balances::total_balance(who).checked_sub(payable);
        let outside = outside.and_then(|outside| outside.checked_sub(amount));
        // Without any of them it is a matter of funds.
        needed == 0 || outside.is_some_and(|outside| outside >= needed)
    }

    /// Has the lock of what vests written anew. Most accounts have none, so that is no part of the weight of calls:
    /// the block is charged when it happens.
    fn changed(who: &AccountId) {
        let Some(schedules) = Schedules::<Runtime>::decode_len(who) else { return };
        let _ = Vesting::vest(RuntimeOrigin::signed(who.clone()));
        System::register_extra_weight_unchecked(vest(schedules as u32), DispatchClass::Normal);
    }
}
