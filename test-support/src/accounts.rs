//! Accounts with names.

use frame_system::RawOrigin;

/// Names an account.
pub type AccountId = u64;

/// An account.
pub const ADA: AccountId = 1;
/// An account.
pub const BEN: AccountId = 2;
/// An account.
pub const CYD: AccountId = 3;
/// An account.
pub const DEE: AccountId = 4;
/// An account.
pub const EVE: AccountId = 5;
/// An account.
pub const FAY: AccountId = 6;
/// An account.
pub const GIL: AccountId = 7;
/// The account of a pot.
pub const TREASURY: AccountId = 100;

/// The origin of a call that `who` has signed.
pub fn signed<Origin: From<RawOrigin<AccountId>>>(who: AccountId) -> Origin {
    RawOrigin::Signed(who).into()
}
