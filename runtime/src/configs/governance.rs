//! The council, the treasury, and what proposals are made of.
//!
//! There is no sudo. Root exists only as the origin of later governance; the council can never be it.

use super::{
    money::{deposit, TreasuryAccount},
    system::{slots, RuntimeBlockWeights, SlotClock},
};
use crate::{
    motion_deposit::MotionDeposit,
    parameters::{live, ParameterOrigin, RuntimeParameters},
    weights, AccountId, Balance, Balances, OpenClaw, OriginCaller, Preimage, Runtime, RuntimeCall,
    RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, Timestamp,
};
use aitbc_primitives::{pots, time, BlockNumber};
use frame_support::{
    parameter_types,
    traits::{
        fungible::HoldConsideration,
        tokens::{pay::PayFromAccount, UnityAssetBalanceConversion},
        ConstU32, EitherOfDiverse, EnsureOrigin, EqualPrivilegeOnly, Get, LinearStoragePrice,
        OriginTrait,
    },
    weights::Weight,
    PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess};
use pallet_collective::Instance1 as CouncilInstance;
use sp_runtime::{traits::IdentityLookup, Perbill, Permill};

/// Seats of the council.
pub const COUNCIL_SEATS: u32 = 5;

/// The most members of the council. Its stock benchmarks need more than five to see what one costs.
const MAX_MEMBERS: u32 = if cfg!(feature = "runtime-benchmarks") {
    20
} else {
    COUNCIL_SEATS
};

/// Motions of all members that the chain keeps at a time.
pub const MAX_MOTIONS: u32 = 32;

/// Three of the five seats, whether or not all are taken. A majority of fewer members is not enough.
pub type ThreeOfCouncil = EnsureSeats<3>;

/// Four of the five seats.
pub type FourOfCouncil = EnsureSeats<4>;

/// Root, or three of the five council seats.
pub type RootOrCouncil = EitherOfDiverse<EnsureRoot<AccountId>, ThreeOfCouncil>;

parameter_types! {
    /// Closing a motion must fit into one transaction together with what it does.
    pub MaxCollectiveProposalWeight: Weight =
        Perbill::from_percent(20) * RuntimeBlockWeights::get().max_block;
}

impl pallet_collective::Config<CouncilInstance> for Runtime {
    type Consideration = MotionDeposit;
    type DefaultVote = SilenceIsNo;
    type DisapproveOrigin = EnsureRoot<AccountId>;
    type KillOrigin = EnsureRoot<AccountId>;
    type MaxMembers = ConstU32<MAX_MEMBERS>;
    type MaxProposals = ConstU32<MAX_MOTIONS>;
    type MaxProposalWeight = MaxCollectiveProposalWeight;
    type MotionDuration = live::CouncilMotionDuration;
    type Proposal = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeOrigin = RuntimeOrigin;
    type SetMembersOrigin = EnsureRoot<AccountId>;
    type WeightInfo = weights::pallet_collective::WeightInfo<Runtime>;
}

/// A member that did not vote said no.
///
/// pallet-collective adds the votes that this rule makes up to the yes votes of the motion's origin.
/// Its own rules say yes for the silent once a majority or the prime did, so that three votes would
/// pass for five after the motion's time, and three members for Root.
pub struct SilenceIsNo;

impl pallet_collective::DefaultVote for SilenceIsNo {
    fn default_vote(_prime: Option<bool>, _yes: u32, _no: u32, _seats: u32) -> bool {
        false
    }
}

impl pallet_openclaw::Config for Runtime {
    type BootstrapOrigin = FourOfCouncil;
    type RuntimeCall = RuntimeCall;
    type Time = Timestamp;
    type WeightInfo = pallet_openclaw::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    pub const TreasuryPalletId: PalletId = pots::TREASURY;
    pub const NoBurn: Permill = Permill::zero();
    pub const MaxSpend: Balance = Balance::MAX;
}

/// `DAYS` days as slots of this network.
pub struct Days<const DAYS: u64>;

impl<const DAYS: u64> Get<BlockNumber> for Days<DAYS> {
    fn get() -> BlockNumber {
        slots(time::DAY.saturating_mul(DAYS))
    }
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
    type RejectOrigin = RootOrCouncil;
    type RuntimeEvent = RuntimeEvent;
    type SpendFunds = ();
    type SpendOrigin = EnsureRootWithSuccess<AccountId, MaxSpend>;
    type SpendPeriod = Days<1>;
    type WeightInfo = weights::pallet_treasury::WeightInfo<Runtime>;
}

parameter_types! {
    pub const PreimageBaseDeposit: Balance = deposit(1, 0);
    pub const PreimageByteDeposit: Balance = deposit(0, 1);
    pub const PreimageHoldReason: RuntimeHoldReason =
        RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
    type Consideration = HoldConsideration<
        AccountId,
        Balances,
        PreimageHoldReason,
        LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, Balance>,
    >;
    type Currency = Balances;
    type ManagerOrigin = EnsureRoot<AccountId>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = weights::pallet_preimage::WeightInfo<Runtime>;
}

parameter_types! {
    pub MaxScheduledWeight: Weight = Perbill::from_percent(50) * RuntimeBlockWeights::get().max_block;
}

impl pallet_scheduler::Config for Runtime {
    type BlockNumberProvider = SlotClock;
    type MaximumWeight = MaxScheduledWeight;
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

/// Root, but not that of the bootstrap: what it scheduled would run as Root after its end.
pub struct RootAfterBootstrap;

impl EnsureOrigin<RuntimeOrigin> for RootAfterBootstrap {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
        // Benchmarks schedule in block 1.
        if OpenClaw::is_bootstrap() && !cfg!(feature = "runtime-benchmarks") {
            return Err(origin);
        }
        EnsureRoot::<AccountId>::try_origin(origin)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        EnsureRoot::<AccountId>::try_successful_origin()
    }
}

impl pallet_parameters::Config for Runtime {
    type AdminOrigin = ParameterOrigin;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeParameters = RuntimeParameters;
    type WeightInfo = weights::pallet_parameters::WeightInfo<Runtime>;
}

/// An origin that stands for at least `SEATS` council members who said yes.
pub struct EnsureSeats<const SEATS: u32>;

impl<const SEATS: u32> EnsureOrigin<RuntimeOrigin> for EnsureSeats<SEATS> {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
        match origin.caller() {
            OriginCaller::Council(pallet_collective::RawOrigin::Members(yes, _))
                if *yes >= SEATS =>
            {
                Ok(())
            }
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(pallet_collective::RawOrigin::Members(SEATS, COUNCIL_SEATS).into())
    }
}
