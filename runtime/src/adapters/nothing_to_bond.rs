//! Who cannot begin to stake.

use crate::{AccountId, Balances, Runtime};
use aitbc_primitives::token::EXISTENTIAL_DEPOSIT;
use frame_support::traits::{
    fungible::Inspect,
    tokens::{Fortitude, Preservation},
    Contains,
};

/// Accounts that have no stake and less than the existential deposit to bond.
///
/// The stock pallet bonds what there is, be it nothing: it would store a ledger for an account that
/// does not exist. With this each ledger has tokens on hold, and so an account that cannot die.
pub struct NothingToBond;

impl Contains<AccountId> for NothingToBond {
    fn contains(who: &AccountId) -> bool {
        !pallet_staking::Bonded::<Runtime>::contains_key(who)
            && Balances::reducible_balance(who, Preservation::Preserve, Fortitude::Force)
                < EXISTENTIAL_DEPOSIT
    }
}
