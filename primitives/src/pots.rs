//! Accounts that no key controls. The runtime alone moves what they hold.

use crate::AccountId;
use frame_support::PalletId;
use sp_runtime::{traits::AccountIdConversion, TypeId};

/// The community treasury, spent by governance. Fees, subsidies and slashes flow into it.
pub const TREASURY: PalletId = PalletId(*b"aitbc/tr");

/// Funds the growth of the agent ecosystem.
pub const ECOSYSTEM: PalletId = PalletId(*b"aitbc/ec");

/// Funds the development of the protocol.
pub const DEVELOPMENT: PalletId = PalletId(*b"aitbc/dv");

/// Holds the fees of one block until the next block splits them.
pub const WORK: PalletId = PalletId(*b"aitbc/wk");

/// Holds the salary that holders of reputation have not claimed yet.
pub const SALARY: PalletId = PalletId(*b"aitbc/sl");

/// All pots.
pub const ALL: [PalletId; 5] = [TREASURY, ECOSYSTEM, DEVELOPMENT, WORK, SALARY];

/// The account of a pot.
pub fn account(pot: PalletId) -> AccountId {
    pot.into_account_truncating()
}

/// Whether `who` could be a pot. It costs next to nothing to see that most accounts are none.
pub fn may_be(who: &AccountId) -> bool {
    AsRef::<[u8]>::as_ref(who).starts_with(&PalletId::TYPE_ID)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pots_look_like_pots_and_others_do_not() {
        assert!(ALL.map(account).iter().all(may_be));
        assert!(!may_be(&AccountId::new([1; 32])));
    }
}
