//! How much a vote weighs: the history of every balance.

use crate::{
    adapters::pots::{IsPot, Pots},
    clock::WallClock,
    limits::{deposit, PercentOfBlock},
    parameters::live,
    AccountId, Balance, Balances, Runtime, RuntimeFreezeReason, RuntimeHoldReason,
};
use aitbc_primitives::time;
use frame_support::{
    parameter_types,
    traits::{fungible::LoneHoldConsideration, ConstU32, ConstU64, Footprint, LinearStoragePrice},
};

parameter_types! {
    pub const DelegateBaseDeposit: Balance = deposit(1, 0);
    pub const DelegateByteDeposit: Balance = deposit(0, 1);
    pub const DelegateHoldReason: RuntimeHoldReason =
        RuntimeHoldReason::VotingPower(pallet_voting_power::HoldReason::Delegate);
}

impl pallet_voting_power::Config for Runtime {
    type MaxArchivedPoints = ConstU32<448>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = BenchmarkHelper;
    // There are neither classes nor agents yet.
    type Classes = ();
    type Clock = WallClock;
    type Consideration = LoneHoldConsideration<
        AccountId,
        Balances,
        DelegateHoldReason,
        LinearStoragePrice<DelegateBaseDeposit, DelegateByteDeposit, Balance>,
        Footprint,
    >;
    type Currency = Balances;
    type FeeAllowance = live::FeeAllowance;
    type Granularity = ConstU64<{ 10 * time::MINUTE }>;
    type HistoryPeriod = ConstU64<{ 45 * time::DAY }>;
    // Prunes histories, and releases what votes had frozen.
    type HookWeight = PercentOfBlock<2>;
    type IsPot = IsPot;
    type LongWindow = live::LongWindow;
    type MaxDelegators = ConstU32<1_000>;
    type MaxOwnerShare = live::MaxOwnerShare;
    type MaxPolls = ConstU32<64>;
    type Owners = ();
    type PollId = u32;
    type Pots = Pots;
    type MaxRecentPoints = ConstU32<64>;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type ShortWindow = live::ShortWindow;
    type WeightInfo = pallet_voting_power::weights::SubstrateWeight<Runtime>;
}

/// Sets what the benchmarks of the pallet need.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkHelper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_voting_power::BenchmarkHelper<u32> for BenchmarkHelper {
    fn set_time(now: crate::Moment) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }

    fn poll(index: u32) -> u32 {
        index
    }
}
