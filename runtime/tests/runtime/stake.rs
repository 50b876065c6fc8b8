//! What is at stake in a chain in memory, and what slashes make of it.

use super::chain::Chain;
use aitbc_primitives::{consensus::SessionIndex, token::GENESIS_ISSUANCE};
use aitbc_runtime::*;
use frame_support::traits::fungible::InspectHold;
use sp_keyring::Sr25519Keyring;

pub fn session(chain: &mut Chain) -> SessionIndex {
    chain.inspect(pallet_session::CurrentIndex::<Runtime>::get)
}

pub fn run_for_sessions(chain: &mut Chain, number: SessionIndex) {
    let session = session(chain);
    chain.run_to_session(session + number);
}

pub fn bonded(chain: &mut Chain, who: Sr25519Keyring) -> Balance {
    let reason = pallet_staking::HoldReason::Staking.into();
    chain.inspect(|| Balances::balance_on_hold(&reason, &who.to_account_id()))
}

/// What of the own stake of `who` will be taken when one of the eras to come begins.
pub fn slash_to_come(chain: &mut Chain, who: Sr25519Keyring) -> Balance {
    let who = who.to_account_id();
    chain.inspect(|| {
        let active = pallet_staking::ActiveEra::<Runtime>::get().unwrap().index;
        pallet_staking::UnappliedSlashes::<Runtime>::iter()
            .filter(|(due, _)| *due > active)
            .flat_map(|(_, slashes)| slashes)
            .filter(|slash| slash.validator == who)
            .map(|slash| slash.own)
            .sum()
    })
}

/// What is at stake of `who`: all that its ledger has, unbonding or not, which is what it has on hold.
pub fn staked(chain: &mut Chain, who: Sr25519Keyring) -> Balance {
    let total = chain.inspect(|| {
        let ledger = pallet_staking::Ledger::<Runtime>::get(who.to_account_id()).unwrap();
        ledger.total
    });
    assert_eq!(bonded(chain, who), total);
    total
}

pub fn active_era(chain: &mut Chain) -> u32 {
    chain.inspect(|| pallet_staking::ActiveEra::<Runtime>::get().unwrap().index)
}

/// Makes blocks until the next era begins.
pub fn run_to_next_era(chain: &mut Chain) {
    let era = active_era(chain);
    while active_era(chain) == era {
        run_for_sessions(chain, 1);
    }
}

/// Compares what is or will be slashed, or left. pallet-staking slashes what the election has seen of a bond, and
/// votes are whole multiples of the issuance / 2^64.
pub fn assert_seen(amount: Balance, expected: Balance) {
    let unseen = GENESIS_ISSUANCE >> 64;
    assert!(amount.abs_diff(expected) <= unseen, "{amount}, not {expected}");
}
