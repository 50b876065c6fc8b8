//! The rehearsal of an upgrade: what the feature `next-version` adds to the same sources.
//!
//! The result differs from the current runtime in its `spec_version`, in one constant that clients
//! see (`Multisig.MaxSignatories`) and in one migration over many blocks. Tests and operators upgrade
//! a running network to it with `scripts/upgrade.sh`. It is never released: build.rs refuses the
//! feature in the `production` profile.

use crate::{configs::system::MigrationServiceWeight, AccountId, Runtime};
use frame_support::{
    migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
    storage_alias,
    weights::WeightMeter,
};

/// How many accounts the migration has seen.
#[storage_alias]
pub type CountedAccounts = StorageValue<Rehearsal, u32, frame_support::pallet_prelude::ValueQuery>;

/// Accounts that the migration counts in one block. So few that a small network needs many blocks.
const ACCOUNTS_PER_BLOCK: u64 = 4;

/// Counts all accounts, a few in each block.
pub struct CountAccounts;

impl SteppedMigration for CountAccounts {
    type Cursor = AccountId;
    type Identifier = MigrationId<16>;

    fn id() -> Self::Identifier {
        MigrationId {
            pallet_id: *b"aitbc--rehearsal",
            version_from: 0,
            version_to: 1,
        }
    }

    /// Counts one account. The cursor is the last one counted.
    fn step(
        cursor: Option<AccountId>,
        meter: &mut WeightMeter,
    ) -> Result<Option<AccountId>, SteppedMigrationError> {
        let required = MigrationServiceWeight::get()
            .checked_div(ACCOUNTS_PER_BLOCK)
            .unwrap_or_default();
        if meter.try_consume(required).is_err() {
            return Err(SteppedMigrationError::InsufficientWeight { required });
        }
        let mut accounts = match cursor {
            None => frame_system::Account::<Runtime>::iter_keys(),
            Some(last) => frame_system::Account::<Runtime>::iter_keys_from(
                frame_system::Account::<Runtime>::hashed_key_for(last),
            ),
        };
        let next = accounts.next();
        if next.is_some() {
            CountedAccounts::mutate(|counted| *counted = counted.saturating_add(1));
        }
        Ok(next)
    }
}
