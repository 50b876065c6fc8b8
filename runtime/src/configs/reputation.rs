//! Reputation, the pools in which it judges, the forum along which it flows, and the work that earns it.

use crate::{
    adapters::{court::PoolCourt, latest_block::LatestBlock, pots::ToTreasury},
    clock::WallClock,
    configs::governance::StoragePrice,
    limits::PercentOfBlock,
    parameters::live,
    AccountId, Agents, Availability, Balances, Forum, Reputation, Runtime, RuntimeHoldReason,
    Session, ValidationPool,
};
use aitbc_primitives::{
    reputation::{Domain, REP},
    time,
};
use frame_support::{
    parameter_types,
    traits::{fungible::HoldConsideration, ConstU128, ConstU32, ConstU64, Footprint},
};
use pallet_chain_settings::CurrentSlotDuration;
use pallet_reputation::SalaryOf;

impl pallet_reputation::Config for Runtime {
    type AtStake = ValidationPool;
    type Currency = Balances;
    type Earned = ValidationPool;
    type MinSalaryIssuance = ConstU128<REP>;
    type OnChanged = Agents;
    type Unshared = ToTreasury;
    type WeightInfo = pallet_reputation::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    pub const BlockDomain: Domain = Domain::Block;
    pub const GovernanceDomain: Domain = Domain::Governance;
    pub const PostHoldReason: RuntimeHoldReason =
        RuntimeHoldReason::Forum(pallet_forum::HoldReason::Post);
}

impl pallet_validation_pool::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::PoolHelper;
    type Candidates = Availability;
    type Clock = WallClock;
    type Contract = live::WorkContract;
    // The page of a pool that credits a post, as the first work of the hook.
    type CreditWeight = PercentOfBlock<10>;
    type Currency = Balances;
    type Delegations = Reputation;
    type Encumber = Availability;
    type HookWeight = PercentOfBlock<1>;
    type LatestBlock = LatestBlock;
    type Ledger = Reputation;
    type MaxComputePools = ConstU32<32>;
    type MaxOpenPools = ConstU32<64>;
    type MaxStakers = ConstU32<256>;
    type MinComputeIssuance = ConstU128<{ 1_000 * REP }>;
    type MinDomainIssuance = ConstU128<{ 1_000_000 * REP }>;
    // Only challenges of proposals are judged by hand before the market exists.
    type OnResolved = PoolCourt;
    type Owners = Agents;
    type Posts = Forum;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Salary = Reputation;
    type WeightInfo = pallet_validation_pool::weights::SubstrateWeight<Runtime>;
}

impl pallet_forum::Config for Runtime {
    type Clock = WallClock;
    // An account may have many posts, each with its own deposit.
    type Consideration =
        HoldConsideration<AccountId, Balances, PostHoldReason, StoragePrice, Footprint>;
    type ContractShare = live::ContractShare;
    type Ledger = Reputation;
    type LineagePeriod = ConstU64<{ 30 * time::DAY }>;
    type Session = CurrentSession;
    type WeightInfo = pallet_forum::weights::SubstrateWeight<Runtime>;
}

/// The number of the session.
pub struct CurrentSession;

impl frame_support::traits::Get<u32> for CurrentSession {
    fn get() -> u32 {
        Session::current_index()
    }
}

impl pallet_work::Config for Runtime {
    type BlockPools = ValidationPool;
    // Whatever becomes of its pool: a block's share is salary one block later.
    type BlockRecipient = SalaryOf<Runtime, BlockDomain>;
    type Currency = Balances;
    type GovernanceRecipient = SalaryOf<Runtime, GovernanceDomain>;
    type Shares = live::RevenueShares;
    type SlotDuration = CurrentSlotDuration<Runtime>;
    type SubsidyRate = live::SubsidyRate;
    type TreasuryRecipient = ToTreasury;
    type WeightInfo = pallet_work::weights::SubstrateWeight<Runtime>;
}
