//! Accounts of a chain that had the stock account data.

use super::*;
use crate::{migration::TranslateAccounts, WeightInfo};
use codec::{Decode, Encode};
use frame_support::{
    migrations::{SteppedMigration, SteppedMigrationError},
    storage::unhashed,
};
use frame_system::{Account, AccountInfo};

type Stock = AccountInfo<u32, pallet_balances::AccountData<Balance>>;

fn key(who: u64) -> Vec<u8> {
    Account::<Test>::hashed_key_for(who)
}

/// Writes the account of `who` in the stock layout.
fn make_stock(who: u64) -> Stock {
    let bytes = unhashed::get_raw(&key(who)).unwrap();
    let stock = Stock::decode(&mut &bytes[..]).unwrap();
    unhashed::put(&key(who), &stock);
    RecentPoints::<Test>::remove(who);
    stock
}

#[test]
fn stock_accounts_work_before_they_are_translated() {
    ExtBuilder::default().balances(&[(ADA, 1_000)]).build_and_execute(|| {
        make_stock(ADA);
        assert_eq!(power(ADA), 1_000 * AITBC);
        assert_ok!(transfer(ADA, BEN, AITBC));
        assert_eq!(Balances::free_balance(ADA), 999 * AITBC);
        assert_eq!(Power::power_at(&ADA, now() - 1), 1_000 * AITBC);
    });
}

#[test]
fn all_accounts_are_translated_step_by_step() {
    let holders: Vec<_> = (1..=10).map(|who| (who, Balance::from(who))).collect();
    ExtBuilder::default().balances(&holders).build_and_execute(|| {
        Balances::hold(&HOLD, &3, AITBC).unwrap();
        let stock: Vec<_> = (1..=10).map(make_stock).collect();
        let one = <() as WeightInfo>::translate_account();
        let mut cursor = None;
        let mut steps = 0;
        loop {
            steps += 1;
            let mut meter = WeightMeter::with_limit(one * 3);
            cursor = TranslateAccounts::<Test>::step(cursor, &mut meter).unwrap();
            assert!(meter.consumed().all_lte(one * 3));
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(steps, 4);
        for (who, old) in (1..=10).zip(stock) {
            let new = Account::<Test>::get(who);
            assert_eq!(unhashed::get_raw(&key(who)), Some(new.encode()));
            assert_eq!(new.encoded_size(), old.encoded_size() + 48);
            assert!(new.encode().starts_with(&old.encode()));
            assert_eq!(power(who), Balance::from(who) * AITBC);
        }
    });
}

#[test]
fn step_without_weight_fails() {
    ExtBuilder::default().build_and_execute(|| {
        let required = <() as WeightInfo>::translate_account();
        let mut meter = WeightMeter::with_limit(required - Weight::from_parts(1, 0));
        assert_eq!(
            TranslateAccounts::<Test>::step(None, &mut meter),
            Err(SteppedMigrationError::InsufficientWeight { required })
        );
        let mut meter = WeightMeter::with_limit(required);
        assert_eq!(TranslateAccounts::<Test>::step(None, &mut meter), Ok(None));
    });
}
