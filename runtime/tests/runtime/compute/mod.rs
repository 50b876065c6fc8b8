//! The market for compute on the whole runtime: its clock, staked GPUs, and the money that waits.

mod agenda;
mod brakes;
mod clock;
mod freezes;
mod herd;
mod payable;
mod staking;
mod staking_goes_on;
mod vesting;

use super::{
    agents::{account, key, make_agent, make_provider},
    chain::Chain,
};
use aitbc_primitives::{
    agents::Role,
    market::escrow::{EscrowId, Fallback, Rule, Terms},
    pots,
    time::{DAY, HOUR, MINUTE, SECOND, SLOT_DURATION},
    token::{AITBC, EXISTENTIAL_DEPOSIT, MILLI},
};
use aitbc_runtime::*;
use frame_support::{assert_noop, traits::fungible::Inspect};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_runtime::{traits::Dispatchable, DispatchError};

fn signed_by(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
    signed_by(&who.to_account_id())
}

/// How a call ends that `who` signs, brakes and all. If it fails nothing has changed.
fn made_by(who: &AccountId, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
    let result = call.into().dispatch(signed_by(who));
    result.map(drop).map_err(|failure| failure.error)
}

/// What the block said of the time.
fn now(chain: &mut Chain) -> Moment {
    chain.inspect(pallet_timestamp::Now::<Runtime>::get)
}

/// Makes one block at the first slot from `moment` on.
fn to(chain: &mut Chain, moment: Moment) {
    let slot = moment.div_ceil(SLOT_DURATION);
    chain.skip_slots(slot - chain.slot() - 1);
    chain.blocks(1);
}

/// The terms of an escrow that its beneficiary accepts within an hour: one part, due by nothing but a default
/// in a day.
fn terms(amount: Balance) -> Terms<AccountId> {
    Terms {
        amounts: vec![amount].try_into().unwrap(),
        rule: Rule::Manual,
        default: Fallback::Refund,
        arbiter: None,
        accept_within: HOUR,
        deadline_in: DAY,
        review: HOUR,
        terms_hash: None,
    }
}

/// An escrow that was accepted.
fn agree(from: &AccountId, with: &AccountId, amount: Balance) -> EscrowId {
    let id = pallet_escrow::NextId::<Runtime>::get();
    Escrow::create(signed_by(from), with.clone(), terms(amount)).unwrap();
    Escrow::accept(signed_by(with), id).unwrap();
    id
}
