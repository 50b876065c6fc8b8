//! Who has reputation at genesis.

use crate::AccountId;
use aitbc_primitives::reputation::Domain;
use alloc::vec::Vec;
use pallet_reputation::Holder;

/// Block reputation at genesis, in whole REP: about what a quarter of a year of blocks will mint.
/// There is as much of Governance reputation.
pub const ISSUANCE: u64 = 5_000_000;

/// The genesis validators have all of it in even parts; what does not divide is the first one's.
/// Their Block reputation is encumbered, their Governance reputation free.
pub fn holders(validators: &[AccountId]) -> Vec<Holder<AccountId>> {
    let number = validators.len() as u64;
    let part = ISSUANCE.checked_div(number).unwrap_or_default();
    let rest = ISSUANCE.checked_rem(number).unwrap_or_default();
    validators
        .iter()
        .enumerate()
        .flat_map(|(position, account)| {
            let all = part.saturating_add(if position == 0 { rest } else { 0 });
            [(Domain::Block, 0, all), (Domain::Governance, all, 0)].map(
                |(domain, free, encumbered)| Holder {
                    domain,
                    account: account.clone(),
                    free,
                    encumbered,
                },
            )
        })
        .collect()
}
