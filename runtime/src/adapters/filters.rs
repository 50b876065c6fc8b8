//! Calls that emergency brakes let through.

use crate::{Runtime, RuntimeCall};
use frame_support::traits::{Contains, GetCallMetadata};
use pallet_tx_pause::RuntimeCallNameOf;

/// Calls that no brake can stop, by pallet and call; `*` is every call of the pallet.
///
/// They are what keeps the chain alive (inherents, finality, session keys, reports of those who cheat,
/// verdicts on blocks, the return of suspended validators), what ends an emergency (proposals and the
/// council, an authorised upgrade, the stop of a wallet) and what lets people leave (exits of staking and out of
/// wallets, claims, settlements). Root is never filtered.
pub const NEVER_FILTERED: &[(&str, &str)] = &[
    ("Timestamp", "*"),
    ("System", "apply_authorized_upgrade"),
    ("Agents", "acknowledge"),
    ("Agents", "reject"),
    ("Agents", "purge"),
    ("Agents", "retire"),
    ("AgentWallet", "cancel"),
    ("AgentWallet", "stop"),
    ("AgentWallet", "withdraw"),
    ("AgentWallet", "close"),
    ("Availability", "release"),
    ("Availability", "withdraw"),
    ("Equivocation", "*"),
    ("Grandpa", "*"),
    ("ValidationPool", "*"),
    ("Forum", "remove"),
    ("GpuStaking", "unstake"),
    ("GpuStaking", "withdraw_unbonded"),
    ("GpuStaking", "claim"),
    ("Escrow", "cancel"),
    ("Escrow", "decline"),
    ("Escrow", "release"),
    ("Escrow", "refund"),
    ("Escrow", "withdraw_approval"),
    ("Escrow", "split"),
    ("Escrow", "settle"),
    ("Escrow", "withdraw"),
    ("Escrow", "close_stream"),
    ("Session", "set_keys"),
    ("Session", "purge_keys"),
    ("Council", "*"),
    ("OpenClaw", "*"),
    ("Preimage", "*"),
    ("SafeMode", "*"),
    ("TxPause", "*"),
    ("MultiBlockMigrations", "*"),
    ("VotingPower", "undelegate"),
    ("VotingPower", "unfreeze"),
    ("Reputation", "claim_salary"),
    ("Reputation", "claim_salary_for"),
    ("Reputation", "undelegate"),
    ("Staking", "validate"),
    ("Staking", "chill"),
    ("Staking", "unbond"),
    ("Staking", "withdraw_unbonded"),
    ("Staking", "payout_stakers"),
    ("Staking", "payout_stakers_by_page"),
    ("Treasury", "payout"),
    ("Vesting", "vest"),
    ("Vesting", "vest_other"),
];

/// Calls by which somebody meets a deadline, by pallet and call, and those without which some accounts could not
/// make them: a multisig acts only through `Multisig`, a pure proxy through `Proxy`, a derivative account through
/// `Utility`, a wallet through `AgentWallet`. All may be paused, since they may have a fault; then the active clock stands still, and nobody
/// misses anything.
pub const DEADLINE_CALLS: &[(&str, &str)] = &[
    ("Escrow", "accept"),
    ("Escrow", "deliver"),
    ("Escrow", "approve"),
    ("Agents", "heartbeat"),
    ("AgentWallet", "execute"),
    ("AgentWallet", "execute_many"),
    ("AgentWallet", "confirm"),
    ("Utility", "as_derivative"),
    ("Multisig", "as_multi_threshold_1"),
    ("Multisig", "as_multi"),
    ("Multisig", "approve_as_multi"),
    ("Proxy", "proxy"),
    ("Proxy", "announce"),
    ("Proxy", "proxy_announced"),
];

/// The one list behind both brakes.
pub struct NeverFiltered;

impl NeverFiltered {
    /// Whether the call `name` of `pallet` is on the list.
    pub fn lists(pallet: &str, name: &str) -> bool {
        NEVER_FILTERED.iter().any(|(p, n)| *p == pallet && (*n == "*" || *n == name))
    }
}

/// Calls that safe mode lets through: those that are never filtered, and wrappers, since the calls that
/// they carry are filtered in their turn. Without wrappers an exit through a proxy, a multisig or a wallet would
/// be shut, and a council seat that is a multisig could not vote. Pausing can still stop wrappers.
pub struct PassesSafeMode;

impl Contains<RuntimeCall> for PassesSafeMode {
    fn contains(call: &RuntimeCall) -> bool {
        let is_wrapper = matches!(
            call,
            RuntimeCall::Utility(_)
                | RuntimeCall::Multisig(_)
                | RuntimeCall::AgentWallet(
                    pallet_agent_wallet::Call::execute { .. }
                        | pallet_agent_wallet::Call::execute_many { .. }
                        | pallet_agent_wallet::Call::confirm { .. }
                )
                | RuntimeCall::Proxy(
                    pallet_proxy::Call::proxy { .. } | pallet_proxy::Call::proxy_announced { .. }
                )
        );
        let call = call.get_call_metadata();
        is_wrapper || NeverFiltered::lists(call.pallet_name, call.function_name)
    }
}

impl Contains<RuntimeCallNameOf<Runtime>> for NeverFiltered {
    fn contains((pallet, name): &RuntimeCallNameOf<Runtime>) -> bool {
        match (core::str::from_utf8(pallet), core::str::from_utf8(name)) {
            (Ok(pallet), Ok(name)) => Self::lists(pallet, name),
            _ => false,
        }
    }
}
