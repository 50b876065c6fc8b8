//! How much a vote weighs: the history of every balance.

use super::{money::deposit, system::RuntimeBlockWeights};
use crate::{
    parameters::live, AccountId, Balance, Balances, Moment, Runtime, RuntimeFreezeReason,
    RuntimeHoldReason,
};
use aitbc_primitives::{pots, time};
use alloc::vec::Vec;
use frame_support::{
    parameter_types,
    traits::{
        fungible::LoneHoldConsideration, ConstU32, ConstU64, Contains, Footprint,
        LinearStoragePrice,
    },
    weights::Weight,
};
use sp_runtime::Perbill;

parameter_types! {
    pub Pots: Vec<AccountId> = pots::ALL.map(pots::account).to_vec();
    /// Weight of pruning histories and of releasing what votes had frozen, in each block.
    pub UpkeepWeight: Weight = Perbill::from_percent(2) * RuntimeBlockWeights::get().max_block;
    pub const DelegateBaseDeposit: Balance = deposit(1, 0);
    pub const DelegateByteDeposit: Balance = deposit(0, 1);
    pub const DelegateHoldReason: RuntimeHoldReason =
        RuntimeHoldReason::VotingPower(pallet_voting_power::HoldReason::Delegate);
}

/// Whether an account is one of the pots.
pub struct IsPot;

impl Contains<AccountId> for IsPot {
    fn contains(who: &AccountId) -> bool {
        // Most accounts do not even look like a pot, and every change of a balance asks.
        pots::may_be(who) && pots::ALL.into_iter().any(|pot| pots::account(pot) == *who)
    }
}

/// The time of the block, or that of its parent before the inherent has set it; 0 at genesis.
pub struct Time;

impl frame_support::traits::Get<Moment> for Time {
    fn get() -> Moment {
        pallet_timestamp::Now::<Runtime>::get()
    }
}

impl pallet_voting_power::Config for Runtime {
    type MaxArchivedPoints = ConstU32<448>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = BenchmarkHelper;
    // There are neither classes nor agents yet.
    type Classes = ();
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
    type HookWeight = UpkeepWeight;
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
    type Time = Time;
    type WeightInfo = pallet_voting_power::weights::SubstrateWeight<Runtime>;
}

/// Sets what the benchmarks of the pallet need.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkHelper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_voting_power::BenchmarkHelper<u32> for BenchmarkHelper {
    fn set_time(now: Moment) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }

    fn poll(index: u32) -> u32 {
        index
    }
}
