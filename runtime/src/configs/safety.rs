//! Emergency brakes: safe mode stops all calls but a few, tx-pause stops single calls.

use super::governance::RootOrCouncil;
use crate::{
    parameters::live, weights, AccountId, Balance, Balances, BlockNumber, Runtime, RuntimeCall,
    RuntimeEvent, RuntimeHoldReason, RuntimeOrigin,
};
use frame_support::{
    parameter_types,
    traits::{ConstU32, Contains, EnsureOrigin, Get, GetCallMetadata},
};
use frame_system::EnsureRoot;
use pallet_tx_pause::RuntimeCallNameOf;

/// Calls that no brake can stop, by pallet and call; `*` is every call of the pallet.
///
/// They are what keeps the chain alive (inherents, finality, session keys,
/// the return of suspended validators), what ends an emergency
/// (the council, the brakes themselves, an authorised upgrade) and what lets people leave (exits of
/// staking, claims). Root is never filtered.
pub const NEVER_FILTERED: &[(&str, &str)] = &[
    ("Timestamp", "*"),
    ("System", "apply_authorized_upgrade"),
    ("Availability", "release"),
    ("Availability", "withdraw"),
    ("Grandpa", "*"),
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

/// The one list behind both brakes.
pub struct NeverFiltered;

impl NeverFiltered {
    /// Whether the call `name` of `pallet` is on the list.
    pub fn lists(pallet: &str, name: &str) -> bool {
        NEVER_FILTERED
            .iter()
            .any(|(p, n)| *p == pallet && (*n == "*" || *n == name))
    }
}

/// Calls that safe mode lets through: those that are never filtered, and wrappers, since the calls that
/// they carry are filtered in their turn. Without wrappers an exit through a proxy or a multisig would be
/// shut, and a council seat that is a multisig could not vote. Pausing can still stop wrappers.
pub struct PassesSafeMode;

impl Contains<RuntimeCall> for PassesSafeMode {
    fn contains(call: &RuntimeCall) -> bool {
        let is_wrapper = matches!(
            call,
            RuntimeCall::Utility(_)
                | RuntimeCall::Multisig(_)
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

/// Root or the council may start or extend safe mode, for the time the parameter says.
pub struct EnterSafeMode;

impl EnsureOrigin<RuntimeOrigin> for EnterSafeMode {
    type Success = BlockNumber;

    fn try_origin(origin: RuntimeOrigin) -> Result<BlockNumber, RuntimeOrigin> {
        RootOrCouncil::try_origin(origin).map(|_| live::SafeModeDuration::get())
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        RootOrCouncil::try_successful_origin()
    }
}

parameter_types! {
    /// Nobody can buy safe mode with a deposit.
    pub const NotForSale: Option<Balance> = None;
    pub const NoReleaseDelay: Option<BlockNumber> = None;
}

impl pallet_safe_mode::Config for Runtime {
    type Currency = Balances;
    type EnterDepositAmount = NotForSale;
    type EnterDuration = live::SafeModeDuration;
    type ExtendDepositAmount = NotForSale;
    type ExtendDuration = live::SafeModeDuration;
    type ForceDepositOrigin = EnsureRoot<AccountId>;
    type ForceEnterOrigin = EnterSafeMode;
    type ForceExitOrigin = RootOrCouncil;
    type ForceExtendOrigin = EnterSafeMode;
    type Notify = ();
    type ReleaseDelay = NoReleaseDelay;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeHoldReason = RuntimeHoldReason;
    type WeightInfo = weights::pallet_safe_mode::WeightInfo<Runtime>;
    type WhitelistedCalls = PassesSafeMode;
}

impl pallet_tx_pause::Config for Runtime {
    type MaxNameLen = ConstU32<256>;
    type PauseOrigin = RootOrCouncil;
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type UnpauseOrigin = RootOrCouncil;
    type WeightInfo = weights::pallet_tx_pause::WeightInfo<Runtime>;
    type WhitelistedCalls = NeverFiltered;
}
