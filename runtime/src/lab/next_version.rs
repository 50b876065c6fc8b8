//! The rehearsal of an upgrade: what the feature `next-version` adds to the same sources.
//!
//! The result differs from the current runtime in its `spec_version`, in one constant that clients
//! see (`Multisig.MaxSignatories`) and in one migration over many blocks. Tests and operators upgrade
//! a running network to it with `scripts/upgrade.sh`.
//!
//! While an [`Obstacle`] lies in the state the migration fails. The feature `repaired-version` makes
//! the version after that, which removes it: the second upgrade that repairs what the first has left.

use crate::{limits::MigrationServiceWeight, AccountId, Runtime};
use frame_support::{
    ensure,
    migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
    pallet_prelude::{OptionQuery, ValueQuery},
    storage_alias,
    traits::Get,
    weights::{Weight, WeightMeter},
};

/// How many accounts the migration has seen.
#[storage_alias]
pub type CountedAccounts = StorageValue<Rehearsal, u32, ValueQuery>;

/// Something in the state that the migration does not expect. Root puts it there.
#[storage_alias]
pub type Obstacle = StorageValue<Rehearsal, bool, OptionQuery>;

/// Accounts that the migration counts in one block. So few that a small network needs many blocks.
const ACCOUNTS_PER_BLOCK: u64 = 4;

/// Counts all accounts, a few in each block.
pub struct CountAccounts;

impl CountAccounts {
    /// Weight of one account, such that [`ACCOUNTS_PER_BLOCK`] fit, and what runs them.
    fn weight_of_account() -> Weight {
        MigrationServiceWeight::get()
            .checked_div(ACCOUNTS_PER_BLOCK.saturating_add(1))
            .unwrap_or_default()
    }

    /// It may have failed before: what it did until then is still there.
    fn begin() {
        CountedAccounts::kill();
        if cfg!(feature = "repaired-version") {
            Obstacle::kill();
        }
    }
}

impl SteppedMigration for CountAccounts {
    /// The account that was counted last.
    type Cursor = AccountId;
    type Identifier = MigrationId<16>;

    fn id() -> Self::Identifier {
        MigrationId { pallet_id: *b"aitbc--rehearsal", version_from: 0, version_to: 1 }
    }

    fn step(
        mut cursor: Option<AccountId>,
        meter: &mut WeightMeter,
    ) -> Result<Option<AccountId>, SteppedMigrationError> {
        let required = Self::weight_of_account();
        if !meter.can_consume(required) {
            return Err(SteppedMigrationError::InsufficientWeight { required });
        }
        let mut accounts = match &cursor {
            None => {
                Self::begin();
                frame_system::Account::<Runtime>::iter_keys()
            }
            Some(last) => {
                // Not in its first block, so that it leaves something behind.
                ensure!(!Obstacle::exists(), SteppedMigrationError::Failed);
                let last = frame_system::Account::<Runtime>::hashed_key_for(last);
                frame_system::Account::<Runtime>::iter_keys_from(last)
            }
        };
        while meter.try_consume(required).is_ok() {
            let Some(account) = accounts.next() else {
                return Ok(None);
            };
            CountedAccounts::mutate(|counted| *counted = counted.saturating_add(1));
            cursor = Some(account);
        }
        Ok(cursor)
    }
}
