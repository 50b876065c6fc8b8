//! How much a vote weighs, proposals, the council, the treasury, and parameters.

use crate::{
    adapters::{
        brakes::StockBrakes,
        council::{CouncilMembers, MotionDeposit, SilenceIsNo},
        court::PoolCourt,
        origins::{FourOfCouncil, ParameterOrigin, RootAfterBootstrap, SetMembers, ThreeOfCouncil},
        pots::{IsPot, Pots, ToTreasury, TreasuryAccount},
        requirements::AllowList,
    },
    clock::{Days, SlotClock, SlotTime, WallClock},
    limits::{deposit, PercentOfBlock, MAX_MEMBERS, MAX_MOTIONS},
    parameters::{groups::RuntimeParameters, live},
    weights, AccountId, Agents, Balance, Balances, OriginCaller, Preimage, Runtime, RuntimeCall,
    RuntimeEvent, RuntimeFreezeReason, RuntimeHoldReason, RuntimeOrigin, VotingPower,
};
use aitbc_primitives::{pots, time};
use frame_support::{
    parameter_types,
    traits::{
        fungible::{HoldConsideration, LoneHoldConsideration},
        tokens::{pay::PayFromAccount, UnityAssetBalanceConversion},
        ConstU32, ConstU64, EqualPrivilegeOnly, Footprint,
    },
    PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess};
use pallet_collective::Instance1 as CouncilInstance;
use pallet_openclaw::types::MAX_LIVE;
use sp_runtime::{
    traits::{Convert, IdentityLookup},
    Permill, SaturatedConversion,
};

parameter_types! {
    pub const DelegateHoldReason: RuntimeHoldReason =
        RuntimeHoldReason::VotingPower(pallet_voting_power::HoldReason::Delegate);
}

/// What entries cost while they are stored. The size is that of all of them.
pub struct StoragePrice;

impl Convert<Footprint, Balance> for StoragePrice {
    fn convert(of: Footprint) -> Balance {
        deposit(of.count.saturated_into(), of.size.saturated_into())
    }
}

impl pallet_voting_power::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::VotingPowerHelper;
    type Classes = Agents;
    type Clock = WallClock;
    type Consideration =
        LoneHoldConsideration<AccountId, Balances, DelegateHoldReason, StoragePrice, Footprint>;
    type Currency = Balances;
    type FeeAllowance = live::FeeAllowance;
    type Granularity = ConstU64<{ 10 * time::MINUTE }>;
    type HistoryPeriod = ConstU64<{ 45 * time::DAY }>;
    // Prunes histories, and releases what polls had frozen.
    type HookWeight = PercentOfBlock<2>;
    type IsPot = IsPot;
    type LongWindow = live::LongWindow;
    type MaxArchivedPoints = ConstU32<448>;
    type MaxDelegateShare = live::MaxDelegateShare;
    type MaxDelegators = ConstU32<1_000>;
    type MaxOwnerShare = live::MaxOwnerShare;
    // As many as proposals can be voted on at a time.
    type MaxPolls = ConstU32<MAX_LIVE>;
    type MaxRecentPoints = ConstU32<64>;
    // Nobody is rewarded for votes yet.
    type OnCleared = ();
    type Owners = Agents;
    type PollId = u32;
    type Pots = Pots;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type ShortWindow = live::ShortWindow;
    type WeightInfo = pallet_voting_power::weights::SubstrateWeight<Runtime>;
}

impl pallet_collective::Config<CouncilInstance> for Runtime {
    type Consideration = MotionDeposit;
    type DefaultVote = SilenceIsNo;
    type DisapproveOrigin = EnsureRoot<AccountId>;
    type KillOrigin = EnsureRoot<AccountId>;
    type MaxMembers = ConstU32<MAX_MEMBERS>;
    type MaxProposals = ConstU32<MAX_MOTIONS>;
    /// Closing a motion must fit into one transaction together with what it does.
    type MaxProposalWeight = PercentOfBlock<20>;
    type MotionDuration = live::CouncilMotionDuration;
    type Proposal = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeOrigin = RuntimeOrigin;
    type SetMembersOrigin = SetMembers;
    type WeightInfo = weights::pallet_collective::WeightInfo<Runtime>;
}

parameter_types! {
    pub const TextHoldReason: RuntimeHoldReason =
        RuntimeHoldReason::OpenClaw(pallet_openclaw::HoldReason::Text);
}

impl pallet_openclaw::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::ProposalHelper;
    type BootstrapOrigin = FourOfCouncil;
    type Brake = StockBrakes;
    type Clock = WallClock;
    type Council = CouncilMembers;
    type CouncilOrigin = ThreeOfCouncil;
    type Court = PoolCourt;
    type Currency = Balances;
    type HookWeight = live::HookWeight;
    // A transaction may take a quarter of a block, with what `advance` itself costs.
    type MaxAdvance = PercentOfBlock<24>;
    type MaxEnactment = PercentOfBlock<10>;
    type Polls = VotingPower;
    type Requirements = AllowList;
    type RuntimeCall = RuntimeCall;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Settings = live::ProposalRules;
    type SlotTime = SlotTime;
    type TextDeposit =
        HoldConsideration<AccountId, Balances, TextHoldReason, StoragePrice, Footprint>;
    type Treasury = ToTreasury;
    type WeightInfo = pallet_openclaw::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    pub const TreasuryPalletId: PalletId = pots::TREASURY;
    pub const NoBurn: Permill = Permill::zero();
    pub const MaxSpend: Balance = Balance::MAX;
}

impl pallet_treasury::Config for Runtime {
    type AssetKind = ();
    type BalanceConverter = UnityAssetBalanceConversion;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::TreasuryArguments;
    type Beneficiary = AccountId;
    type BeneficiaryLookup = IdentityLookup<AccountId>;
    type BlockNumberProvider = SlotClock;
    type Burn = NoBurn;
    type BurnDestination = ();
    type Currency = Balances;
    type MaxApprovals = ConstU32<100>;
    type PalletId = TreasuryPalletId;
    type Paymaster = PayFromAccount<Balances, TreasuryAccount>;
    /// An approved spend must be claimed within this time.
    type PayoutPeriod = Days<30>;
    type RejectOrigin = EnsureRoot<AccountId>;
    type RuntimeEvent = RuntimeEvent;
    type SpendFunds = ();
    type SpendOrigin = EnsureRootWithSuccess<AccountId, MaxSpend>;
    type SpendPeriod = Days<1>;
    type WeightInfo = weights::pallet_treasury::WeightInfo<Runtime>;
}

parameter_types! {
    pub const PreimageHoldReason: RuntimeHoldReason =
        RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
    type Consideration = HoldConsideration<AccountId, Balances, PreimageHoldReason, StoragePrice>;
    type Currency = Balances;
    type ManagerOrigin = EnsureRoot<AccountId>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = weights::pallet_preimage::WeightInfo<Runtime>;
}

impl pallet_scheduler::Config for Runtime {
    type BlockNumberProvider = SlotClock;
    type MaximumWeight = PercentOfBlock<50>;
    type MaxScheduledPerBlock = ConstU32<50>;
    type OriginPrivilegeCmp = EqualPrivilegeOnly;
    type PalletsOrigin = OriginCaller;
    type Preimages = Preimage;
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeOrigin = RuntimeOrigin;
    type ScheduleOrigin = RootAfterBootstrap;
    type WeightInfo = weights::pallet_scheduler::WeightInfo<Runtime>;
}

impl pallet_parameters::Config for Runtime {
    type AdminOrigin = ParameterOrigin;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeParameters = RuntimeParameters;
    type WeightInfo = weights::pallet_parameters::WeightInfo<Runtime>;
}
