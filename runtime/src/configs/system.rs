//! Blocks, the time of blocks and migrations.

use crate::{
    adapters::failed_migration::RepairInSafeMode,
    limits::{MigrationServiceWeight, RuntimeBlockLength, RuntimeBlockWeights},
    parameters::GenesisParameters,
    weights, AccountId, Aura, Block, BlockNumber, Deadlines, Hash, Nonce, PalletInfo, Runtime,
    RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, SafeMode, SingleBlockMigrations,
    TxPause, VERSION,
};
use aitbc_primitives::{token::SS58_PREFIX, Balance, Moment};
use frame_support::{
    derive_impl, parameter_types,
    traits::{ConstU32, InsideBoth},
    weights::RuntimeDbWeight,
};
use pallet_chain_settings::MinimumPeriod;
use sp_runtime::traits::AccountIdLookup;
use sp_version::RuntimeVersion;

parameter_types! {
    /// Blocks a transaction may name as the start of its life: 80 minutes of 2 s blocks.
    pub const BlockHashCount: BlockNumber = 2_400;
    pub const DatabaseWeight: RuntimeDbWeight = weights::database::DATABASE;
    pub const Version: RuntimeVersion = VERSION;
    pub const Ss58Prefix: u16 = SS58_PREFIX;
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
    type DbWeight = DatabaseWeight;
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
    type OnTimestampSet = (Aura, Deadlines);
    type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

/// Migrations that take many blocks.
#[cfg(not(any(feature = "runtime-benchmarks", feature = "next-version")))]
pub type MultiBlockMigrationList = ();

/// The migration of the rehearsed upgrade.
#[cfg(all(feature = "next-version", not(feature = "runtime-benchmarks")))]
pub type MultiBlockMigrationList = (crate::lab::next_version::CountAccounts,);

/// Migrations that benchmarks run in place of real ones.
#[cfg(feature = "runtime-benchmarks")]
pub type MultiBlockMigrationList = pallet_migrations::mock_helpers::MockedMigrations;

impl pallet_migrations::Config for Runtime {
    type CursorMaxLen = ConstU32<65_536>;
    type FailedMigrationHandler = RepairInSafeMode;
    type IdentifierMaxLen = ConstU32<256>;
    type MaxServiceWeight = MigrationServiceWeight;
    // OpenClaw sees by itself that voters lose time.
    type MigrationStatusHandler = ();
    type Migrations = MultiBlockMigrationList;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = weights::pallet_migrations::WeightInfo<Runtime>;
}
