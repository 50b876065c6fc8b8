//! Accounts that no key controls. The runtime alone moves what they hold.

use crate::AccountId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::PalletId;
use scale_info::TypeInfo;
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

/// Holds the rewards of those who stake GPUs, until they claim them.
pub const GPU_REWARDS: PalletId = PalletId(*b"aitbc/gr");

/// All pots.
pub const ALL: [PalletId; 6] = [TREASURY, ECOSYSTEM, DEVELOPMENT, WORK, SALARY, GPU_REWARDS];

/// A pot that governance spends from.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum SpendingPot {
    /// [`TREASURY`].
    #[codec(index = 0)]
    Treasury,
    /// [`ECOSYSTEM`].
    #[codec(index = 1)]
    Ecosystem,
    /// [`DEVELOPMENT`].
    #[codec(index = 2)]
    Development,
}

impl SpendingPot {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Treasury, Self::Ecosystem, Self::Development];

    /// The pot.
    pub fn pot(self) -> PalletId {
        match self {
            Self::Treasury => TREASURY,
            Self::Ecosystem => ECOSYSTEM,
            Self::Development => DEVELOPMENT,
        }
    }
}

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

    #[test]
    fn each_pot_has_an_account_of_its_own() {
        let accounts: std::collections::BTreeSet<_> = ALL.map(account).into_iter().collect();
        assert_eq!(accounts.len(), ALL.len());
        assert!(SpendingPot::ALL.into_iter().all(|pot| ALL.contains(&pot.pot())));
    }
}
