//! Which holds others may be paid out of, and how much of them there can be.

use super::*;
use aitbc_primitives::market::money::Unfrozen;
use aitbc_runtime::adapters::payable::{Payable, PAYABLE_HOLDS};
use frame_support::traits::{
    fungible::{MutateFreeze, MutateHold},
    LockableCurrency, WithdrawReasons,
};
use pallet_escrow::HoldReason;

/// Somebody with 200 AITBC.
fn someone() -> AccountId {
    let who = AccountId::new([7; 32]);
    use frame_support::traits::fungible::Mutate;
    Balances::mint_into(&who, 200 * AITBC).unwrap();
    who
}

/// Every hold of the market is payable, but deposits.
#[test]
fn all_holds_of_the_market_but_deposits_are_payable() {
    let holds: [(RuntimeHoldReason, bool); 4] = [
        (pallet_gpu_staking::HoldReason::Collateral.into(), true),
        (HoldReason::Payment.into(), true),
        (HoldReason::Stream.into(), true),
        (HoldReason::Deposit.into(), false),
    ];
    for (reason, payable) in holds {
        assert_eq!(PAYABLE_HOLDS.contains(&reason), payable, "{reason:?}");
    }
    assert_eq!(PAYABLE_HOLDS.len(), 3);
}

#[test]
fn every_payable_hold_leaves_less_room_and_others_do_not() {
    Chain::development().inspect(|| {
        let who = someone();
        let freeze = pallet_voting_power::FreezeReason::Ballot.into();
        Balances::set_freeze(&freeze, &who, 100 * AITBC).unwrap();
        let mut room = 100 * AITBC;
        assert!(Payable::covers(&who, room) && !Payable::covers(&who, room + 1));
        for reason in PAYABLE_HOLDS {
            Balances::hold(reason, &who, 10 * AITBC).unwrap();
            room -= 10 * AITBC;
            assert!(Payable::covers(&who, room) && !Payable::covers(&who, room + 1), "{reason:?}");
        }
        // The tokens of a deposit are still its own.
        Balances::hold(&HoldReason::Deposit.into(), &who, 10 * AITBC).unwrap();
        assert!(Payable::covers(&who, room) && !Payable::covers(&who, room + 1));
    });
}

/// The larger of freezes and locks counts, not their sum.
#[test]
fn locks_count_as_freezes_do() {
    Chain::development().inspect(|| {
        let who = someone();
        Balances::set_lock(*b"a lock  ", &who, 60 * AITBC, WithdrawReasons::all());
        assert!(Payable::covers(&who, 140 * AITBC) && !Payable::covers(&who, 140 * AITBC + 1));
        let freeze = pallet_voting_power::FreezeReason::Ballot.into();
        Balances::set_freeze(&freeze, &who, 80 * AITBC).unwrap();
        assert!(Payable::covers(&who, 120 * AITBC) && !Payable::covers(&who, 120 * AITBC + 1));
    });
}

/// What vests, without what was put on top of its lock.
#[test]
fn what_is_payable_counts_once_in_the_lock_of_what_vests() {
    use aitbc_runtime::adapters::{payable::VESTING_ID, vesting_lock::VestingLock};

    Chain::development().inspect(|| {
        let who = someone();
        Balances::hold(&HoldReason::Payment.into(), &who, 10 * AITBC).unwrap();
        VestingLock::set_lock(VESTING_ID, &who, 60 * AITBC, WithdrawReasons::all());
        assert_eq!(Balances::locks(&who)[0].amount, 70 * AITBC);
        assert!(Payable::covers(&who, 130 * AITBC) && !Payable::covers(&who, 130 * AITBC + 1));
        VestingLock::extend_lock(VESTING_ID, &who, 80 * AITBC, WithdrawReasons::all());
        assert_eq!(Balances::locks(&who)[0].amount, 90 * AITBC);
        assert!(Payable::covers(&who, 110 * AITBC) && !Payable::covers(&who, 110 * AITBC + 1));
        VestingLock::set_lock(VESTING_ID, &who, 0, WithdrawReasons::all());
        assert!(Balances::locks(&who).is_empty());
        assert!(Payable::covers(&who, Balance::MAX));
    });
}

#[test]
fn without_a_freeze_it_is_a_matter_of_funds() {
    Chain::development().inspect(|| {
        let who = someone();
        assert!(Payable::covers(&who, Balance::MAX));
        assert!(Payable::covers(&AccountId::new([8; 32]), 1));
        let freeze = pallet_voting_power::FreezeReason::Ballot.into();
        Balances::set_freeze(&freeze, &who, 1).unwrap();
        assert!(Payable::covers(&who, 200 * AITBC - 1) && !Payable::covers(&who, 200 * AITBC));
        assert!(!Payable::covers(&who, Balance::MAX));
    });
}
