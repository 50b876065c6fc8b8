//! The account store, and what becomes of the history of an account.

use super::*;
use crate::{AccountData, Record, WeightInfo};
use codec::{Decode, Encode};
use frame_support::{
    dispatch::DispatchClass,
    traits::{fungible::Balanced, Get, StoredMap},
    weights::RuntimeDbWeight,
};
use sp_runtime::{traits::Zero, DispatchError};

fn record(who: u64) -> Record {
    System::account(who).data.record
}

#[test]
fn account_data_begins_with_the_stock_fields() {
    let stock = pallet_balances::AccountData::<Balance> {
        free: 1,
        reserved: 2,
        frozen: 3,
        flags: Default::default(),
    };
    let ours = AccountData::join(stock.clone(), Record::default());
    assert!(ours.encode().starts_with(&stock.encode()));
    // 48 bytes are ours.
    assert_eq!(ours.encoded_size(), stock.encoded_size() + 48);
}

#[test]
fn stock_account_data_decodes_as_held_since_genesis() {
    let stock = pallet_balances::AccountData::<Balance> {
        free: 1,
        reserved: 2,
        frozen: 3,
        flags: Default::default(),
    };
    let decoded = AccountData::<Balance>::decode(&mut &stock.encode()[..]).unwrap();
    assert_eq!(decoded, AccountData::join(stock, Record::default()));
    let encoded = decoded.encode();
    assert_eq!(AccountData::decode(&mut &encoded[..]), Ok(decoded));
    // A record that is cut is an error.
    assert!(AccountData::<Balance>::decode(&mut &encoded[..encoded.len() - 1]).is_err());
}

#[test]
fn genesis_is_recorded_at_time_0() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        assert_eq!(record(ADA), Record::default());
    });
}

#[test]
fn new_account_has_no_balance_before() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, AITBC);
        let expected = Record { integral: 0, since: START, kept: START, floor: 0 };
        assert_eq!(record(ADA), expected);
        assert_eq!(Power::voting_power(ADA, Some(START - 1)).balance, 0);
        assert_eq!(Power::voting_power(ADA, Some(START)).balance, AITBC);
    });
}

#[test]
fn freezes_and_locks_are_no_change() {
    use frame_support::traits::{LockableCurrency, WithdrawReasons};
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        open(0);
        wait(HOUR);
        assert_ok!(vote(0, ADA).map(drop));
        Balances::set_lock(*b"vesting_", &ADA, AITBC, WithdrawReasons::all());
        assert_eq!(record(ADA), Record::default());
        assert_eq!(points(ADA), 0);
    });
}

#[test]
fn holds_change_no_balance() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        // Pallet-balances takes from `free` first and adds to `reserved` then. Both happen at one
        // time, so no moment has another balance.
        for _ in 0..3 {
            wait(HOUR);
            Balances::hold(&HOLD, &ADA, 9 * AITBC).unwrap();
            wait(MINUTE);
            Balances::release(&HOLD, &ADA, 8 * AITBC, Precision::Exact).unwrap();
            wait(MINUTE);
            Balances::release(&HOLD, &ADA, AITBC, Precision::Exact).unwrap();
        }
        for minutes in 0..200 {
            let at = Some(now() - minutes * MINUTE);
            assert_eq!(Power::voting_power(ADA, at).power, 10 * AITBC);
        }
        // A slash of what is held is a change.
        Balances::hold(&HOLD, &ADA, AITBC).unwrap();
        drop(<Balances as BalancedHold<u64>>::slash(&HOLD, &ADA, AITBC));
        assert_eq!(power(ADA), 9 * AITBC);
    });
}

#[test]
fn transfers_to_oneself_and_of_nothing_are_no_change() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        assert_ok!(transfer(ADA, ADA, AITBC));
        assert_ok!(transfer(ADA, BEN, 0));
        assert_eq!(record(ADA), Record::default());
    });
}

#[test]
fn failed_change_changes_nothing() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        let result: Result<(), DispatchError> =
            <Power as StoredMap<_, _>>::try_mutate_exists(&ADA, |stock| {
                stock.as_mut().unwrap().free = 1;
                Err(DispatchError::Other("no"))
            });
        assert_eq!(result, Err(DispatchError::Other("no")));
        assert_eq!(record(ADA), Record::default());
        assert_eq!(Balances::free_balance(ADA), 10 * AITBC);
    });
}

#[test]
fn two_changes_at_one_time_are_one() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        assert_ok!(transfer(ADA, BEN, AITBC));
        let once = record(ADA);
        assert_ok!(transfer(ADA, BEN, AITBC));
        assert_eq!(record(ADA), once);
        wait(DAY);
        assert_eq!(bounds(ADA)[..2], [8 * AITBC; 2]);
    });
}

#[test]
fn dead_account_loses_its_history_and_starts_anew() {
    ExtBuilder::default().balances(&[(ADA, 10), (BEN, 10)]).build_and_execute(|| {
        let then = now();
        wait(HOUR);
        assert_ok!(transfer(ADA, BEN, AITBC));
        wait(HOUR);
        assert_eq!(points(ADA), 1);
        assert_ok!(transfer(ADA, BEN, 9 * AITBC));
        assert!(!System::account_exists(&ADA));
        assert_eq!(points(ADA), 0);
        assert_eq!(Power::power_at(&ADA, then), 0);
        // In the same block.
        assert_ok!(transfer(BEN, ADA, 5 * AITBC));
        assert_eq!(record(ADA), Record::starting(now()));
        assert_eq!(Power::power_at(&ADA, then), 0);
        wait(7 * DAY);
        assert_eq!(power(ADA), 5 * AITBC);
        assert_eq!(Power::power_at(&ADA, then), 0);
    });
}

#[test]
fn account_that_others_provide_for_starts_anew_as_well() {
    ExtBuilder::default().balances(&[(ADA, 10), (BEN, 10)]).build_and_execute(|| {
        System::inc_providers(&ADA);
        wait(HOUR);
        assert_ok!(transfer(ADA, BEN, AITBC));
        wait(HOUR);
        assert_ok!(transfer(ADA, BEN, 9 * AITBC));
        assert!(System::account_exists(&ADA));
        assert_eq!(System::account(ADA).data, AccountData::default());
        assert_eq!(power(ADA), 0);
        mint(ADA, AITBC);
        assert_eq!(record(ADA), Record::starting(now()));
    });
}

#[test]
fn dust_dies_with_its_account() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        wait(HOUR);
        assert_ok!(transfer(ADA, BEN, 10 * AITBC - EXISTENTIAL_DEPOSIT + 1));
        assert_eq!(System::account(ADA).data, AccountData::default());
        assert_eq!(power(ADA), 0);
        assert_eq!(points(ADA), 0);
    });
}

#[test]
fn credit_is_recorded_like_any_change() {
    ExtBuilder::default().balances(&[(ADA, 10)]).build_and_execute(|| {
        wait(DAY);
        Balances::resolve(&ADA, Balances::issue(AITBC)).unwrap();
        assert_eq!(record(ADA).since, now());
        assert_eq!(record(ADA).integral, 10 * AITBC * u128::from(now()));
    });
}

#[test]
fn nothing_overflows_in_a_hundred_years() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 10u128.pow(21));
        wait(36_525 * DAY);
        mint(ADA, 1);
        assert_eq!(bounds(ADA)[2], 10u128.pow(21));
        wait(36_525 * DAY);
        assert_eq!(bounds(ADA)[2], 10u128.pow(21) + 1);
    });
}

/// What the block is charged for while `change` runs.
fn charged(change: impl FnOnce()) -> Weight {
    let charged = || *System::block_weight().get(DispatchClass::Normal);
    let before = charged();
    change();
    charged() - before
}

#[test]
fn block_is_charged_for_points() {
    type Weights = ();
    let more = |cost: Weight| cost.saturating_sub(Weights::change_balance());
    let first = more(Weights::change_balance_with_first_point());
    let later = more(Weights::change_balance_with_point());
    assert!(first.ref_time() > 0 && later.ref_time() > 0);
    ExtBuilder::default().balances(&[(ADA, 10), (BEN, 10), (TREASURY, 10)]).build_and_execute(
        || {
            let between = || charged(|| transfer(ADA, BEN, AITBC).unwrap());
            // The balances of genesis are kept, and those after the first change.
            assert_eq!(between(), first * 2);
            assert!(between().is_zero());
            wait(MINUTE);
            assert_eq!(between(), later * 2);
            // Then nothing for ten minutes.
            wait(8 * MINUTE);
            assert!(between().is_zero());
            wait(MINUTE);
            // A pot has no history.
            assert_eq!(charged(|| transfer(ADA, TREASURY, AITBC).unwrap()), later);
        },
    );
}

#[test]
fn block_is_charged_more_when_points_are_archived() {
    type Weights = ();
    let more = |cost: Weight| cost.saturating_sub(Weights::change_balance());
    limit_points(10, 3);
    ExtBuilder::default().balances(&[(ADA, 10), (TREASURY, 10)]).build_and_execute(|| {
        let change = || {
            wait(HOUR);
            charged(|| transfer(ADA, TREASURY, 1).unwrap())
        };
        assert_eq!(change(), more(Weights::change_balance_with_first_point()));
        for _ in 0..3 {
            for _ in 0..2 {
                assert_eq!(change(), more(Weights::change_balance_with_point()));
            }
            assert_eq!(change(), more(Weights::change_balance_with_archived_points()));
        }
        assert_eq!(ArchivedPoints::<Test>::get(ADA).len(), 9);
        assert_eq!(RecentPoints::<Test>::get(ADA).unwrap().points.len(), 1);
    });
}

#[test]
fn block_is_charged_for_what_dies_with_an_account() {
    let holders = [ADA, BEN, CYD, DEE, TREASURY].map(|who| (who, 10));
    ExtBuilder::default().balances(&holders).build_and_execute(|| {
        let all = 10 * AITBC;
        // No history, no delegation: nothing dies that weights do not know of.
        assert!(charged(|| transfer(DEE, TREASURY, all).unwrap()).is_zero());

        delegate(BEN, CYD).unwrap();
        let delegation = charged(|| transfer(BEN, TREASURY, all).unwrap());
        assert_eq!(delegation, <() as WeightInfo>::undelegate());

        transfer(ADA, TREASURY, AITBC).unwrap();
        let history = charged(|| transfer(ADA, TREASURY, all - AITBC).unwrap());
        let db: RuntimeDbWeight = <Test as frame_system::Config>::DbWeight::get();
        assert_eq!(history, db.writes(2));
    });
}
