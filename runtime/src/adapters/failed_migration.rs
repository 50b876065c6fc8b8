//! What becomes of the chain when a migration fails.

use core::marker::PhantomData;
use frame_support::{
    migrations::{FailedMigrationHandler, FailedMigrationHandling},
    traits::SafeMode,
};
use sp_runtime::traits::Bounded;

/// Lets transactions in again, but in safe mode: the council, an authorised upgrade and exits. So the
/// state can be repaired, while nobody else works with it.
///
/// Safe mode lasts until it is ended, by the council or Root: time alone repairs nothing. Without it
/// blocks would hold inherents only, and there would be no transaction to end that with. That is left
/// for a chain that cannot enter safe mode.
pub struct RepairInSafeMode<Mode>(PhantomData<Mode>);

impl<Mode: SafeMode> FailedMigrationHandler for RepairInSafeMode<Mode>
where
    Mode::BlockNumber: Bounded,
{
    fn failed(_: Option<u32>) -> FailedMigrationHandling {
        let until_ended = Mode::BlockNumber::max_value();
        let entered =
            if Mode::is_entered() { Mode::extend(until_ended) } else { Mode::enter(until_ended) };
        match entered {
            Ok(()) => FailedMigrationHandling::ForceUnstuck,
            Err(_) => FailedMigrationHandling::KeepStuck,
        }
    }
}
