//! Emergency brakes: safe mode stops all calls but a few, tx-pause stops single calls. The council and proposals
//! use them through OpenClaw, which ends them, too.

use crate::{
    adapters::{
        filters::{NeverFiltered, PassesSafeMode},
        origins::EnterSafeMode,
    },
    parameters::live,
    weights, AccountId, Balance, Balances, BlockNumber, Runtime, RuntimeCall, RuntimeEvent,
    RuntimeHoldReason,
};
use frame_support::{parameter_types, traits::ConstU32};
use frame_system::EnsureRoot;

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
    type ForceExitOrigin = EnsureRoot<AccountId>;
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
    type PauseOrigin = EnsureRoot<AccountId>;
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type UnpauseOrigin = EnsureRoot<AccountId>;
    type WeightInfo = weights::pallet_tx_pause::WeightInfo<Runtime>;
    type WhitelistedCalls = NeverFiltered;
}
