//! Accounts that belong to everybody.

use crate::{AccountId, Balances};
use aitbc_primitives::pots::{self, SpendingPot};
use alloc::vec::Vec;
use frame_support::{
    parameter_types,
    traits::{tokens::imbalance::ResolveTo, Contains},
};
use sp_runtime::traits::Convert;

parameter_types! {
    pub TreasuryAccount: AccountId = pots::account(pots::TREASURY);
    pub Pots: Vec<AccountId> = pots::ALL.map(pots::account).to_vec();
}

/// Everything that belongs to everybody goes here.
pub type ToTreasury = ResolveTo<TreasuryAccount, Balances>;

/// The accounts of the pots that governance spends from.
pub struct PotAccount;

impl Convert<SpendingPot, AccountId> for PotAccount {
    fn convert(pot: SpendingPot) -> AccountId {
        pots::account(pot.pot())
    }
}

/// Whether an account is one of the pots.
pub struct IsPot;

impl Contains<AccountId> for IsPot {
    fn contains(who: &AccountId) -> bool {
        // Most accounts do not even look like a pot, and every change of a balance asks.
        pots::may_be(who) && pots::ALL.into_iter().any(|pot| pots::account(pot) == *who)
    }
}
