//! Bonds, nominations and elections.

use crate::{
    adapters::{
        elections::{KeyedElection, OnChainElection},
        inflation::StakingInflation,
        nothing_to_bond::NothingToBond,
        pots::ToTreasury,
    },
    limits::{HISTORY_DEPTH, MAX_NOMINATIONS, MAX_NOMINATORS_OF_WEIGHT, MAX_VALIDATORS},
    parameters::live,
    weights, AccountId, Balance, Balances, Runtime, RuntimeEvent, RuntimeHoldReason, Session,
    Staking, Timestamp, VoterList,
};
use frame_election_provider_support::{onchain, VoteWeight};
use frame_support::{parameter_types, traits::ConstU32};
use frame_system::EnsureRoot;
use pallet_bags_list::Instance1 as VoterListInstance;
use pallet_staking::UseValidatorsMap;

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
    type Filter = NothingToBond;
    // Benchmarks of the pallet elect validators without keys by it.
    type GenesisElectionProvider = onchain::OnChainExecution<OnChainElection>;
    type HistoryDepth = ConstU32<HISTORY_DEPTH>;
    type MaxControllersInDeprecationBatch = ConstU32<10>;
    type MaxExposurePageSize = ConstU32<MAX_NOMINATORS_OF_WEIGHT>;
    type MaxUnlockingChunks = ConstU32<32>;
    type MaxValidatorSet = ConstU32<MAX_VALIDATORS>;
    type NextNewSession = Session;
    type NominationsQuota = pallet_staking::FixedNominationsQuota<MAX_NOMINATIONS>;
    type OldCurrency = Balances;
    // Rewards are minted; `StakingInflation` leaves no remainder.
    type Reward = ();
    type RewardRemainder = ToTreasury;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeHoldReason = RuntimeHoldReason;
    type SessionInterface = Self;
    type SessionsPerEra = live::SessionsPerEra;
    type Slash = ToTreasury;
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
