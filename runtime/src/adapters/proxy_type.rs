//! What deputies of an account may do.

use crate::{Runtime, RuntimeCall};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::InstanceFilter;
use scale_info::TypeInfo;

/// What a proxy may do for the account it stands for.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    Decode,
    DecodeWithMemTracking,
    Encode,
    Eq,
    MaxEncodedLen,
    Ord,
    PartialEq,
    PartialOrd,
    TypeInfo,
)]
pub enum ProxyType {
    /// Everything.
    #[default]
    #[codec(index = 0)]
    Any,
    /// What cannot move tokens to somebody else, whatever account they are on: no transfers, no payee of
    /// staking but the account itself, no session keys, and nothing in the name of a third account.
    #[codec(index = 1)]
    NonTransfer,
    /// Proposals, votes, delegating and the council.
    #[codec(index = 2)]
    Governance,
    /// Bonding, nominating, validating and session keys.
    #[codec(index = 3)]
    Staking,
    /// Rejecting announced proxy calls.
    #[codec(index = 4)]
    CancelProxy,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
    fn filter(&self, call: &RuntimeCall) -> bool {
        match self {
            Self::Any => true,
            // A list of what is allowed: a pallet added later is denied until somebody decides.
            Self::NonTransfer => {
                matches!(
                    call,
                    RuntimeCall::System(_)
                        | RuntimeCall::Timestamp(_)
                        | RuntimeCall::VoterList(_)
                        | RuntimeCall::Session(pallet_session::Call::purge_keys {})
                        | RuntimeCall::Equivocation(_)
                        | RuntimeCall::Grandpa(_)
                        | RuntimeCall::VotingPower(_)
                        | RuntimeCall::Council(_)
                        | RuntimeCall::Treasury(_)
                        | RuntimeCall::Preimage(_)
                        | RuntimeCall::Utility(_)
                        | RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. })
                        | RuntimeCall::Agents(
                            pallet_agents::Call::heartbeat {}
                                | pallet_agents::Call::acknowledge { .. }
                                | pallet_agents::Call::reject { .. }
                                | pallet_agents::Call::purge { .. }
                        )
                        | RuntimeCall::AgentWallet(
                            pallet_agent_wallet::Call::stop { .. }
                                | pallet_agent_wallet::Call::cancel { .. }
                        )
                        | RuntimeCall::Vesting(
                            pallet_vesting::Call::vest {} | pallet_vesting::Call::vest_other { .. }
                        )
                ) || matches!(call, RuntimeCall::Staking(staking) if keeps_rewards(staking))
                    || matches!(call, RuntimeCall::OpenClaw(call) if bonds_nothing(call))
                    || matches!(call, RuntimeCall::GpuStaking(call) if keeps_tokens(call))
            }
            Self::Governance => matches!(
                call,
                RuntimeCall::VotingPower(_)
                    | RuntimeCall::OpenClaw(_)
                    | RuntimeCall::Council(_)
                    | RuntimeCall::Preimage(_)
                    | RuntimeCall::Utility(_)
            ),
            Self::Staking => matches!(
                call,
                RuntimeCall::Staking(_)
                    | RuntimeCall::VoterList(_)
                    | RuntimeCall::Session(_)
                    | RuntimeCall::Utility(_)
            ),
            Self::CancelProxy => {
                matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
            }
        }
    }

    fn is_superset(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _) => true,
            (a, b) if a == b => true,
            // Staking is not among them: it may name another payee. Nor is Governance: it may lose bonds.
            (Self::NonTransfer, Self::CancelProxy) => true,
            _ => false,
        }
    }
}

/// Whether a call of proposals sets no bond aside, of which an accomplice could win half: by challenging what
/// was proposed, or having been challenged for nothing.
fn bonds_nothing(call: &pallet_openclaw::Call<Runtime>) -> bool {
    use pallet_openclaw::Call;

    !matches!(call, Call::propose { .. } | Call::challenge { .. })
}

/// Whether a call of GPU staking leaves tokens with the account.
///
/// `stake` and `add` do: collateral stays on it, votes, and comes back after lock and unbonding, at most 372
/// days. It is lost to others by slashes only, and nothing that this proxy may call brings one about. That
/// ends with the first call of this type by which the account makes a bond or a fault of its own, such as
/// taking a job and missing it: calls of the market stay outside, or `stake` and `add` do.
fn keeps_tokens(call: &pallet_gpu_staking::Call<Runtime>) -> bool {
    !matches!(call, pallet_gpu_staking::Call::fund { .. })
}

/// Whether a call of staking leaves rewards with the account that earns them.
fn keeps_rewards(call: &pallet_staking::Call<Runtime>) -> bool {
    use pallet_staking::{Call, RewardDestination};

    match call {
        Call::bond { payee, .. } => {
            matches!(payee, RewardDestination::Staked | RewardDestination::Stash)
        }
        Call::set_payee { .. } => false,
        _ => true,
    }
}
