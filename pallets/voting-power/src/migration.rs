//! Translates the accounts of a chain that had the stock `AccountData`.
//!
//! The runtime reads both layouts, see [`AccountData`](crate::AccountData): nothing is lost before,
//! during or without the translation. It is there for clients, which decode accounts by the metadata.
//!
//! Nothing else is translated, and the storage version stays 0. [`Poll`](crate::Poll) was without
//! `delegate_cap` once, but no pallet of that time could open a poll, so no chain has one in that layout.

use crate::{Config, WeightInfo};
use core::marker::PhantomData;
use frame_support::{
    migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
    weights::WeightMeter,
};

/// Writes all accounts in the new layout, some in each step. It is for `pallet_migrations`.
pub struct TranslateAccounts<T>(PhantomData<T>);

impl<T: Config> SteppedMigration for TranslateAccounts<T> {
    /// The account that was translated last.
    type Cursor = T::AccountId;
    type Identifier = MigrationId<12>;

    fn id() -> Self::Identifier {
        MigrationId { pallet_id: *b"voting-power", version_from: 0, version_to: 1 }
    }

    fn step(
        mut cursor: Option<Self::Cursor>,
        meter: &mut WeightMeter,
    ) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
        let required = T::WeightInfo::translate_account();
        if !meter.can_consume(required) {
            return Err(SteppedMigrationError::InsufficientWeight { required });
        }
        let mut accounts = match &cursor {
            Some(last) => {
                let last = frame_system::Account::<T>::hashed_key_for(last);
                frame_system::Account::<T>::iter_from(last)
            }
            None => frame_system::Account::<T>::iter(),
        };
        while meter.try_consume(required).is_ok() {
            let Some((who, account)) = accounts.next() else {
                return Ok(None);
            };
            frame_system::Account::<T>::insert(&who, account);
            cursor = Some(who);
        }
        Ok(cursor)
    }
}
