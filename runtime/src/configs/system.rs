//! Blocks, time and migrations.

use crate::{
    failed_migration::RepairInSafeMode, parameters::GenesisParameters, weights, AccountId, Aura,
    Block, BlockNumber, Hash, Nonce, PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin,
    RuntimeTask, SafeMode, SingleBlockMigrations, TxPause, VERSION,
};
use aitbc_primitives::{token::SS58_PREFIX, Balance, Moment};
use frame_support::{
    derive_impl,
    dispatch::DispatchClass,
    parameter_types,
    traits::{ConstU32, InsideBoth},
    weights::{
        constants::{ParityDbWeight, WEIGHT_REF_TIME_PER_MILLIS},
        Weight,
    },
};
use frame_system::limits::{BlockLength, BlockWeights};
use pallet_chain_settings::{CurrentSlotDuration, MinimumPeriod};
use sp_runtime::{
    traits::{AccountIdLookup, BlockNumberProvider, SaturatedConversion},
    PerThing, Perbill,
};
use sp_version::RuntimeVersion;

/// The part of a block that normal transactions may fill; the rest is for operational ones.
const NORMAL_RATIO: Perbill = Perbill::from_percent(75);

/// The part of a block that one transaction may take. What a normal one makes the block do beyond its
/// weight, such as keeping points of histories, is charged while it runs, so it should not be large; and
/// one operational transaction must not take the room that is kept for the others.
const LARGEST_RATIO: Perbill = Perbill::from_percent(25);

/// Time to execute a block: two thirds of a 2 s slot, as much as an author takes to build it.
const MAXIMUM_BLOCK_WEIGHT: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(1_333), u64::MAX);

/// Of a block's weight, what is assumed to be taken by hooks when limits are derived.
const EXPECTED_HOOK_WEIGHT: Perbill = Perbill::from_percent(5);

/// Bytes of transactions in a block.
const MAXIMUM_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

/// Bytes of a header. Once a session it carries the authorities of Aura (32 bytes for each entry of
/// the schedule) and of GRANDPA (40 bytes for each validator).
const MAXIMUM_HEADER_SIZE: u32 = 80 * 1024;

parameter_types! {
    /// Blocks a transaction may name as the start of its life: 80 minutes of 2 s blocks.
    pub const BlockHashCount: BlockNumber = 2_400;
    pub const Version: RuntimeVersion = VERSION;
    pub const Ss58Prefix: u16 = SS58_PREFIX;

    pub RuntimeBlockLength: BlockLength = BlockLength::builder()
        .max_length(MAXIMUM_BLOCK_LENGTH)
        .modify_max_length_for_class(DispatchClass::Normal, |max| {
            *max = NORMAL_RATIO.mul_floor(MAXIMUM_BLOCK_LENGTH)
        })
        .max_header_size(MAXIMUM_HEADER_SIZE)
        .build();

    pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
        .base_block(weights::base::BLOCK_EXECUTION)
        .for_class(DispatchClass::all(), |weights| {
            weights.base_extrinsic = weights::base::EXTRINSIC_BASE;
        })
        .for_class(DispatchClass::Normal, |weights| {
            weights.max_total = Some(NORMAL_RATIO * MAXIMUM_BLOCK_WEIGHT);
            weights.max_extrinsic = Some(LARGEST_RATIO * MAXIMUM_BLOCK_WEIGHT);
        })
        .for_class(DispatchClass::Operational, |weights| {
            weights.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
            weights.max_extrinsic = Some(LARGEST_RATIO * MAXIMUM_BLOCK_WEIGHT);
            // Operational transactions have a room of their own that normal ones cannot fill.
            weights.reserved = Some(NORMAL_RATIO.left_from_one() * MAXIMUM_BLOCK_WEIGHT);
        })
        .avg_block_initialization(EXPECTED_HOOK_WEIGHT)
        .build_or_panic();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
    type AccountData = pallet_voting_power::AccountData<Balance>;
    type AccountId = AccountId;
    type BaseCallFilter = InsideBoth<SafeMode, TxPause>;
    type Block = Block;
    type BlockHashCount = BlockHashCount;
    type BlockLength = RuntimeBlockLength;
    type BlockWeights = RuntimeBlockWeights;
    type DbWeight = ParityDbWeight;
    type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
    type Hash = Hash;
    type Lookup = AccountIdLookup<AccountId, ()>;
    type MaxConsumers = ConstU32<64>;
    type MultiBlockMigrator = crate::MultiBlockMigrations;
    type Nonce = Nonce;
    type SingleBlockMigrations = SingleBlockMigrations;
    type SS58Prefix = Ss58Prefix;
    type SystemWeightInfo = weights::frame_system::WeightInfo<Runtime>;
    type Version = Version;
}

impl pallet_chain_settings::Config for Runtime {
    type Parameters = GenesisParameters;
}

impl pallet_timestamp::Config for Runtime {
    type MinimumPeriod = MinimumPeriod<Runtime>;
    type Moment = Moment;
    type OnTimestampSet = Aura;
    type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

/// The clock of stock pallets: the Aura slot, which moves with time even when blocks are missing.
/// In the hooks before Aura's it is the parent's; at genesis it is 0.
pub struct SlotClock;

impl BlockNumberProvider for SlotClock {
    type BlockNumber = BlockNumber;

    fn current_block_number() -> BlockNumber {
        // Slots of one second reach 2^32 in the year 2106.
        (*pallet_aura::CurrentSlot::<Runtime>::get()).saturated_into()
    }

    #[cfg(any(feature = "runtime-benchmarks", feature = "std"))]
    fn set_block_number(slot: BlockNumber) {
        pallet_aura::CurrentSlot::<Runtime>::put(sp_consensus_aura::Slot::from(u64::from(slot)));
    }
}

/// How many slots of this network make up `duration` milliseconds, rounded down, at least one.
pub fn slots(duration: Moment) -> BlockNumber {
    use frame_support::traits::Get;

    duration
        .checked_div(CurrentSlotDuration::<Runtime>::get())
        .unwrap_or_default()
        .max(1)
        .saturated_into()
}

/// Migrations that take many blocks.
#[cfg(not(any(feature = "runtime-benchmarks", feature = "next-version")))]
pub type MultiBlockMigrationList = ();

/// The migration of the rehearsed upgrade.
#[cfg(all(feature = "next-version", not(feature = "runtime-benchmarks")))]
pub type MultiBlockMigrationList = (crate::next_version::CountAccounts,);

/// Migrations that benchmarks run in place of real ones.
#[cfg(feature = "runtime-benchmarks")]
pub type MultiBlockMigrationList = pallet_migrations::mock_helpers::MockedMigrations;

parameter_types! {
    /// The part of a block that a migration may take.
    pub MigrationServiceWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
}

impl pallet_migrations::Config for Runtime {
    type CursorMaxLen = ConstU32<65_536>;
    type FailedMigrationHandler = RepairInSafeMode<SafeMode>;
    type IdentifierMaxLen = ConstU32<256>;
    type MaxServiceWeight = MigrationServiceWeight;
    type MigrationStatusHandler = ();
    type Migrations = MultiBlockMigrationList;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = weights::pallet_migrations::WeightInfo<Runtime>;
}
