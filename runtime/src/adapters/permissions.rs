//! What callers of wallets may do.
//!
//! This is a list of what is allowed, over calls that carry no others, and their arguments. Whatever leaves
//! standing authority over tokens or redirects income is the owner's alone, such as a proxy, a multisig, a scheduled
//! call, another payee of staking or session keys: no limit could hold afterwards. So is a longer lock of what is
//! staked, which takes tokens of the owner from it for a year. And so is what nobody has thought about, such as the
//! calls of a pallet that is added later.

use crate::{AccountId, LookupSource, Runtime, RuntimeCall};
use aitbc_primitives::{
    agents::wallets::Permission::{self, Market, Message, Propose, Stake, Transfer, Vote},
    pots,
};
use alloc::vec::Vec;
use pallet_agent_wallet::{CallClass, LeafCalls};
use sp_runtime::traits::StaticLookup;

type Class = CallClass<AccountId>;

/// The allow list of this runtime.
pub struct Permitted;

impl LeafCalls<AccountId, RuntimeCall> for Permitted {
    fn classify(call: &RuntimeCall) -> Class {
        match call {
            RuntimeCall::Balances(call) => of_balances(call),
            RuntimeCall::Staking(call) => of_staking(call),
            RuntimeCall::VotingPower(call) => of_voting_power(call),
            RuntimeCall::OpenClaw(call) => of_proposals(call),
            RuntimeCall::Agents(call) => of_agents(call),
            RuntimeCall::GpuStaking(call) => of_gpu_staking(call),
            RuntimeCall::Escrow(call) => of_escrow(call),
            _ => Class::OwnerOnly,
        }
    }
}

/// A call for those with all of these permissions, which pays nobody whom its caller names.
const fn leaf(permissions: &'static [Permission]) -> Class {
    Class::Leaf { permissions, recipients: Vec::new() }
}

/// A call for those with all of these permissions, which pays somebody.
fn paying(permissions: &'static [Permission], recipient: AccountId) -> Class {
    Class::Leaf { permissions, recipients: [recipient].into() }
}

fn of_balances(call: &pallet_balances::Call<Runtime>) -> Class {
    use pallet_balances::Call;

    match call {
        Call::transfer_keep_alive { dest, .. }
        | Call::transfer_allow_death { dest, .. }
        | Call::transfer_all { dest, .. } => transfer(dest),
        _ => Class::OwnerOnly,
    }
}

/// A transfer to an account. One that is named in a way that this chain does not know has no account.
fn transfer(to: &LookupSource) -> Class {
    <Runtime as frame_system::Config>::Lookup::lookup(to.clone())
        .map_or(Class::OwnerOnly, |to| paying(&[Transfer], to))
}

/// Staking for blocks. Rewards stay with the wallet.
fn of_staking(call: &pallet_staking::Call<Runtime>) -> Class {
    use pallet_staking::{Call, RewardDestination};

    match call {
        Call::bond { payee: RewardDestination::Staked | RewardDestination::Stash, .. }
        | Call::bond_extra { .. }
        | Call::unbond { .. }
        | Call::rebond { .. }
        | Call::withdraw_unbonded { .. }
        | Call::nominate { .. }
        | Call::chill {} => leaf(&[Stake]),
        _ => Class::OwnerOnly,
    }
}

fn of_voting_power(call: &pallet_voting_power::Call<Runtime>) -> Class {
    use pallet_voting_power::Call;

    match call {
        Call::delegate { .. }
        | Call::undelegate {}
        | Call::accept_delegations { .. }
        | Call::remove_delegator { .. }
        | Call::unfreeze { .. } => leaf(&[Vote]),
        _ => Class::OwnerOnly,
    }
}

fn of_proposals(call: &pallet_openclaw::Call<Runtime>) -> Class {
    use pallet_openclaw::Call;

    match call {
        Call::vote { .. } | Call::cast_for_delegator { .. } => leaf(&[Vote]),
        // A part of a bond that is lost goes to the other party, whom the caller may know: limits bind it, and
        // recipients cannot, since who will challenge is not named.
        Call::propose { .. } | Call::withdraw { .. } | Call::challenge { .. } => leaf(&[Propose]),
        _ => Class::OwnerOnly,
    }
}

/// Messages. Who pays postage for one pays whom it is written to, who sets the price.
fn of_agents(call: &pallet_agents::Call<Runtime>) -> Class {
    use pallet_agents::Call;

    match call {
        Call::send { to, max_postage, .. } if *max_postage > 0 => {
            paying(&[Message, Transfer], to.clone())
        }
        Call::send { .. } | Call::acknowledge { .. } | Call::reject { .. } => leaf(&[Message]),
        _ => Class::OwnerOnly,
    }
}

/// Pools of GPUs. Who gives to one pays the account that all of them are paid out of. How long something that is
/// staked stays locked its owner alone makes longer.
fn of_gpu_staking(call: &pallet_gpu_staking::Call<Runtime>) -> Class {
    use pallet_gpu_staking::Call;

    match call {
        Call::fund { .. } => paying(&[Stake, Transfer], pots::account(pots::GPU_REWARDS)),
        Call::stake { .. }
        | Call::add { .. }
        | Call::unstake { .. }
        | Call::withdraw_unbonded {}
        | Call::claim { .. }
        | Call::refresh { .. } => leaf(&[Stake]),
        _ => Class::OwnerOnly,
    }
}

/// Escrows and streams. Who begins one says whom it pays; all that follows pays the same two.
fn of_escrow(call: &pallet_escrow::Call<Runtime>) -> Class {
    use pallet_escrow::Call;

    match call {
        Call::create { beneficiary, .. } | Call::open_stream { beneficiary, .. } => {
            paying(&[Market, Transfer], beneficiary.clone())
        }
        Call::cancel { .. }
        | Call::accept { .. }
        | Call::decline { .. }
        | Call::deliver { .. }
        | Call::release { .. }
        | Call::refund { .. }
        | Call::approve { .. }
        | Call::withdraw_approval { .. }
        | Call::split { .. }
        | Call::settle { .. }
        | Call::top_up { .. }
        | Call::withdraw { .. }
        | Call::close_stream { .. } => leaf(&[Market]),
        _ => Class::OwnerOnly,
    }
}
