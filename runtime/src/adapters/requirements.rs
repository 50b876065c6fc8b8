//! What proposals may call.
//!
//! [`ALLOWED`] is the whole list: a type of proposals makes the calls of its rows, and no others. No row names a
//! call that carries calls, or the hash of one, such as a batch.

use super::{origins::types_that_set, size};
use crate::{Runtime, RuntimeCall};
use aitbc_primitives::governance::proposals::ProposalKind::{
    self, AgentTrading, Emergency, ParameterChange, PolicyChange, ProtocolUpgrade,
    TreasuryAllocation,
};
use frame_support::traits::{dynamic_params::AggregatedKeyValue, GetCallMetadata};
use pallet_gpu_staking::types::PoolChange;
use pallet_openclaw::{Refusal, Requirement, Requirements};
use sp_runtime::Perbill;

/// With which origin a proposal makes a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// The origin of its type.
    Itself,
    /// Root: the call is the stock pallet's, which takes it from nobody else.
    Root,
}

/// Calls of a pallet that some types of proposals may make.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The types.
    pub kinds: &'static [ProposalKind],
    /// With which origin.
    pub maker: Maker,
    /// The pallet.
    pub pallet: &'static str,
    /// Its calls.
    pub calls: &'static [&'static str],
}

const fn row(
    kinds: &'static [ProposalKind],
    maker: Maker,
    pallet: &'static str,
    calls: &'static [&'static str],
) -> Row {
    Row { kinds, maker, pallet, calls }
}

/// The allow list. Which parameters and which policies a type sets, [`is_meant`] says.
///
/// What a type with a quorum of 4 % may do must be harmless even if one holder does it alone.
#[rustfmt::skip]
pub const ALLOWED: &[Row] = &[
    row(&[ParameterChange, AgentTrading],    Maker::Itself, "Parameters", &["set_parameter"]),
    row(&[ParameterChange, ProtocolUpgrade], Maker::Itself, "OpenClaw", &["set_council"]),

    row(&[ProtocolUpgrade], Maker::Root, "System", &["authorize_upgrade"]),
    row(&[ProtocolUpgrade], Maker::Root, "Parameters", &["set_parameter"]),
    row(&[ProtocolUpgrade], Maker::Root, "Staking", &[
        "set_validator_count", "increase_validator_count", "scale_validator_count", "set_staking_configs",
        "set_min_commission", "force_no_eras", "force_new_era_always",
    ]),
    row(&[ProtocolUpgrade], Maker::Root, "Grandpa", &["note_stalled"]),
    row(&[ProtocolUpgrade], Maker::Root, "MultiBlockMigrations", &[
        "force_set_cursor", "force_set_active_cursor", "force_onboard_mbms", "clear_historic",
    ]),

    row(&[Emergency, ProtocolUpgrade], Maker::Itself, "OpenClaw", &[
        "pause", "unpause", "enter_safe_mode", "exit_safe_mode", "cancel_proposal",
    ]),
    row(&[Emergency, ProtocolUpgrade], Maker::Root, "Staking", &["cancel_deferred_slash", "force_new_era"]),

    row(&[AgentTrading, PolicyChange], Maker::Itself, "OpenClaw", &["set_policy"]),
    row(&[PolicyChange],               Maker::Itself, "OpenClaw", &["remove_policy"]),

    row(&[ParameterChange, AgentTrading], Maker::Itself, "GpuStaking", &[
        "create_pool", "update_pool", "close_pool", "take_back",
    ]),
    row(&[TreasuryAllocation],            Maker::Itself, "GpuStaking", &["fund_from"]),
];

/// What is to vote when the council is replaced or it is decided who earns, whatever the track says.
const HIGH_QUORUM: Perbill = Perbill::from_percent(10);

/// The policies that an AgentTrading proposal sets begin with this.
const OF_MARKET: &[u8] = b"market/";

/// The allow list of this runtime.
pub struct AllowList;

impl Requirements<RuntimeCall> for AllowList {
    fn check(kind: ProposalKind, call: &RuntimeCall) -> Result<Requirement, Refusal> {
        let name = call.get_call_metadata();
        let row = ALLOWED
            .iter()
            .find(|row| {
                row.kinds.contains(&kind)
                    && row.pallet == name.pallet_name
                    && row.calls.contains(&name.function_name)
            })
            .filter(|_| is_meant(kind, call))
            .ok_or(Refusal)?;
        // The council has no say in who comes after it.
        let replaces_council =
            matches!(call, RuntimeCall::OpenClaw(pallet_openclaw::Call::set_council { .. }));
        let decides_rewards = decides_rewards(call);
        Ok(Requirement {
            as_root: row.maker == Maker::Root,
            min_quorum: (replaces_council || decides_rewards).then_some(HIGH_QUORUM),
            needs_council: decides_rewards,
            postponable: !replaces_council,
        })
    }

    fn are_large(calls: &[RuntimeCall]) -> bool {
        size::are_large(calls)
    }
}

/// Whether a call grants a pool of GPUs money, or says what it takes to earn in a pool that may have some:
/// one holder at the quorum of 4 % could have all of it.
fn decides_rewards(call: &RuntimeCall) -> bool {
    match call {
        RuntimeCall::GpuStaking(pallet_gpu_staking::Call::create_pool { spec }) => {
            spec.bootstrap > 0
        }
        RuntimeCall::GpuStaking(pallet_gpu_staking::Call::update_pool { change, .. }) => {
            changes_who_earns(change)
        }
        _ => false,
    }
}

/// Whether a change of a pool lets its funds go to others than those they were meant for.
///
/// - A bootstrap is paid to providers without any fees. What is left of the one before does not matter: it
///   will be less when the call is made. None at all stops payments, and moves nothing.
/// - Cheap units let their buyer have most of the pool's power, and dear ones keep everybody else out.
/// - Without an audit power is what anybody declares, and one that nobody passes costs all others their
///   weight and, day by day, a part of their collateral.
///
/// The others move money to nobody who would not get it before. A rate says how fast a bootstrap is paid that
/// was granted, to all by weight; beyond it, and at any ratio, nobody gets more than the fees that have
/// reached the treasury, so who pays them to be matched does not gain. Prices are asked of offers that come
/// later; bad ones stop trade until another proposal mends them.
fn changes_who_earns(change: &PoolChange) -> bool {
    match change {
        PoolChange::Bootstrap(bootstrap) => *bootstrap > 0,
        PoolChange::PerUnit(_) | PoolChange::Audit(_) => true,
        PoolChange::Rate(_) | PoolChange::MatchRatio(_) | PoolChange::Price(_) => false,
    }
}

/// Whether the allow list means a call that it names, by what the call is about.
fn is_meant(kind: ProposalKind, call: &RuntimeCall) -> bool {
    match call {
        RuntimeCall::Parameters(pallet_parameters::Call::<Runtime>::set_parameter {
            key_value,
        }) => {
            let (key, _) = key_value.clone().into_parts();
            types_that_set(&key).contains(&kind)
        }
        RuntimeCall::OpenClaw(pallet_openclaw::Call::set_policy { name, .. }) => {
            kind != AgentTrading || name.starts_with(OF_MARKET)
        }
        _ => true,
    }
}
