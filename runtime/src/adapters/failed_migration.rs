//! What becomes of the chain when a migration fails.

use crate::OpenClaw;
use frame_support::migrations::{FailedMigrationHandler, FailedMigrationHandling};

/// Lets transactions in again, but in safe mode: governance, an authorised upgrade and exits. So the state can
/// be repaired, while nobody else works with it.
///
/// It is the safe mode of an Emergency: the council alone cannot end it, and proposals can prolong it. Without it
/// blocks would hold inherents only, and there would be no transaction to end that with. That is left for a
/// chain that cannot enter safe mode.
pub struct RepairInSafeMode;

impl FailedMigrationHandler for RepairInSafeMode {
    fn failed(_: Option<u32>) -> FailedMigrationHandling {
        match OpenClaw::enter_safe_mode_for_repair() {
            Ok(()) => FailedMigrationHandling::ForceUnstuck,
            Err(_) => FailedMigrationHandling::KeepStuck,
        }
    }
}
