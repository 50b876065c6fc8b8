//! Bonds, nominations and elections.

use crate::{
    elections::KeyedElection, inflation::StakingInflation, parameters::live, weights, AccountId,
    Balance, Balances, Runtime, RuntimeEvent, RuntimeHoldReason, Session, Staking, Timestamp,
    VoterList,
};
use frame_election_provider_support::{
    bounds::{ElectionBounds, ElectionBoundsBuilder},
    onchain, SequentialPhragmen, VoteWeight,
};
use frame_support::{parameter_types, traits::ConstU32};
use frame_system::EnsureRoot;
use pallet_bags_list::Instance1 as VoterListInstance;
use pallet_staking::UseValidatorsMap;
use sp_runtime::Perbill;

/// The most validators one nominator may name.
pub const MAX_NOMINATIONS: u32 = 16;

/// Eras for which rewards can be claimed and stake can be slashed.
pub const HISTORY_DEPTH: u32 = 84;

/// Nominators that the weight of a slash accounts for.
pub const MAX_NOMINATORS_OF_WEIGHT: u32 = 512;

/// Nominators and validators that an election looks at, by stake.
///
/// It runs in the block that begins a session, which has to do more than that, so it may take half of
/// a block: 666 ms. For 200 seats and 500 candidates, with 16 votes of each nominator, the computation
/// was measured in Wasm on an AMD EPYC: 2 500 voters take 890 to 960 ms, 1 500 take 350 to 430 ms. A
/// whole block with the election of 1 500 took 430 to 530 ms to execute, without the database.
pub const MAX_ELECTING_VOTERS: u32 = 1_500;

/// Candidates that an election looks at.
pub const MAX_ELECTABLE_TARGETS: u32 = 500;

parameter_types! {
    pub ElectionLimits: ElectionBounds = ElectionBoundsBuilder::default()
        .voters_count(MAX_ELECTING_VOTERS.into())
        .targets_count(MAX_ELECTABLE_TARGETS.into())
        .build();
}

/// Elections computed on chain with sequential Phragmén, in the block in which an era is planned.
pub struct OnChainElection;

impl onchain::Config for OnChainElection {
    type Bounds = ElectionLimits;
    type DataProvider = Staking;
    type MaxBackersPerWinner = ConstU32<MAX_ELECTING_VOTERS>;
    type MaxWinnersPerPage = ConstU32<{ super::consensus::MAX_VALIDATORS }>;
    type Solver = SequentialPhragmen<AccountId, Perbill>;
    type Sort = frame_support::traits::ConstBool<true>;
    type System = Runtime;
    type WeightInfo = weights::elections::WeightInfo<Runtime>;
}

impl pallet_staking::Config for Runtime {
    type AdminOrigin = EnsureRoot<AccountId>;
    type BenchmarkingConfig = BenchmarkingConfig;
    type BondingDuration = live::BondingDuration;
    type Currency = Balances;
    type CurrencyBalance = Balance;
    type CurrencyToVote = sp_staking::currency_to_vote::U128CurrencyToVote;
    type ElectionProvider = KeyedElection;
    type EraPayout = StakingInflation;
    type EventListeners = ();
    type Filter = crate::nothing_to_bond::NothingToBond;
    // Benchmarks of the pallet elect validators without keys by it.
    type GenesisElectionProvider = onchain::OnChainExecution<OnChainElection>;
    type HistoryDepth = ConstU32<HISTORY_DEPTH>;
    type MaxControllersInDeprecationBatch = ConstU32<10>;
    type MaxExposurePageSize = ConstU32<MAX_NOMINATORS_OF_WEIGHT>;
    type MaxUnlockingChunks = ConstU32<32>;
    type MaxValidatorSet = ConstU32<{ super::consensus::MAX_VALIDATORS }>;
    type NextNewSession = Session;
    type NominationsQuota = pallet_staking::FixedNominationsQuota<MAX_NOMINATIONS>;
    type OldCurrency = Balances;
    // Rewards are minted; `StakingInflation` leaves no remainder.
    type Reward = ();
    type RewardRemainder = super::money::ToTreasury;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeHoldReason = RuntimeHoldReason;
    type SessionInterface = Self;
    type SessionsPerEra = live::SessionsPerEra;
    type Slash = super::money::ToTreasury;
    type SlashDeferDuration = live::SlashDeferDuration;
    type TargetList = UseValidatorsMap<Runtime>;
    type UnixTime = Timestamp;
    type VoterList = VoterList;
    type WeightInfo = weights::pallet_staking::WeightInfo<Runtime>;
}

/// Sizes for the benchmarks of pallet-staking.
pub struct BenchmarkingConfig;

impl pallet_staking::BenchmarkingConfig for BenchmarkingConfig {
    type MaxNominators = ConstU32<1_000>;
    type MaxValidators = ConstU32<200>;
}

/// Voters that a block may move to another bag on its own account, when it has room.
const MAX_AUTO_REBAG: u32 = 5;

/// Number of bags that sort voters by stake.
const BAGS: usize = 200;

parameter_types! {
    pub const BagThresholds: &'static [VoteWeight] = &BAG_THRESHOLDS;
}

/// Upper ends of the bags: from 10^7 (below the weight of the existential deposit) each is 15 %
/// above the one before, and the last takes all that weigh more.
static BAG_THRESHOLDS: [VoteWeight; BAGS] = bag_thresholds();

#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "evaluated by the compiler"
)]
const fn bag_thresholds() -> [VoteWeight; BAGS] {
    let mut thresholds = [VoteWeight::MAX; BAGS];
    let mut threshold: u128 = 10_000_000;
    let mut bag = 0;
    while bag < BAGS - 1 {
        thresholds[bag] = threshold as VoteWeight;
        threshold = threshold * 115 / 100;
        bag += 1;
    }
    assert!(threshold < VoteWeight::MAX as u128);
    thresholds
}

impl pallet_bags_list::Config<VoterListInstance> for Runtime {
    type BagThresholds = BagThresholds;
    type MaxAutoRebagPerBlock = ConstU32<MAX_AUTO_REBAG>;
    type RuntimeEvent = RuntimeEvent;
    type Score = VoteWeight;
    type ScoreProvider = Staking;
    type WeightInfo = weights::pallet_bags_list::WeightInfo<Runtime>;
}
