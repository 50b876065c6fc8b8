//! A chain whose clock, agents and owners the tests set.

use crate as pallet_voting_power;
use aitbc_primitives::{
    clock::Clock,
    governance::{Classes, Owners, VoterClass},
    time::{DAY, HOUR, MINUTE},
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance, Moment,
};
use frame_support::{
    derive_impl, parameter_types,
    traits::{
        fungible::LoneHoldConsideration, ConstU128, ConstU32, ConstantStoragePrice, Contains,
        Footprint, VariantCountOf,
    },
    weights::Weight,
};
use sp_runtime::{BuildStorage, Perbill};
use std::collections::BTreeMap;

#[frame_support::runtime]
mod runtime {
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask,
        RuntimeViewFunction
    )]
    pub struct Test;

    #[runtime::pallet_index(0)]
    pub type System = frame_system::Pallet<Test>;

    #[runtime::pallet_index(30)]
    pub type Balances = pallet_balances::Pallet<Test>;

    #[runtime::pallet_index(40)]
    pub type Power = pallet_voting_power::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountData = pallet_voting_power::AccountData<Balance>;
    type Block = frame_system::mocking::MockBlock<Test>;
}

/// The one reason for holds, of delegates and of the tests.
pub const HOLD: RuntimeHoldReason =
    RuntimeHoldReason::Power(pallet_voting_power::HoldReason::Delegate);

/// What a delegate deposits.
pub const DEPOSIT: Balance = AITBC / 10;

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = Power;
    type Balance = Balance;
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
    type FreezeIdentifier = RuntimeFreezeReason;
    type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type RuntimeHoldReason = RuntimeHoldReason;
}

pub const ADA: u64 = 1;
pub const BEN: u64 = 2;
pub const CYD: u64 = 3;
pub const DEE: u64 = 4;
/// A pot.
pub const TREASURY: u64 = 100;

parameter_types! {
    pub storage Now: Moment = 0;
    pub storage Scores: BTreeMap<u64, u32> = BTreeMap::new();
    pub storage ClassOf: BTreeMap<u64, VoterClass> = BTreeMap::new();
    pub storage Wallets: BTreeMap<u64, u64> = BTreeMap::new();
    pub storage LongWindow: Moment = 7 * DAY;
    pub const ShortWindow: Moment = 24 * HOUR;
    pub const Granularity: Moment = 10 * MINUTE;
    pub const HistoryPeriod: Moment = 45 * DAY;
    pub static MaxRecentPoints: u32 = 64;
    pub static MaxArchivedPoints: u32 = 448;
    pub static MaxDelegators: u32 = 1_000;
    pub static HookWeight: Weight = Weight::MAX;
    pub const MaxOwnerShare: Perbill = Perbill::from_percent(5);
    pub Pots: Vec<u64> = vec![TREASURY];
    pub const Deposit: Balance = DEPOSIT;
    pub const DelegateHold: RuntimeHoldReason = HOLD;
}

impl Clock for Now {
    fn now() -> Moment {
        Self::get()
    }
}

pub struct IsPot;
impl Contains<u64> for IsPot {
    fn contains(who: &u64) -> bool {
        *who == TREASURY
    }
}

pub struct Agents;
impl Classes<u64> for Agents {
    fn class(who: &u64) -> VoterClass {
        ClassOf::get().get(who).copied().unwrap_or_default()
    }

    fn score(who: &u64) -> Option<u32> {
        Scores::get().get(who).copied()
    }
}
impl Owners<u64> for Agents {
    fn owner(who: &u64, _: Moment) -> u64 {
        Wallets::get().get(who).copied().unwrap_or(*who)
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<u32> for Agents {
    fn set_time(now: Moment) {
        Now::set(&now);
    }
    fn poll(index: u32) -> u32 {
        index
    }
}

impl pallet_voting_power::Config for Test {
    type MaxArchivedPoints = MaxArchivedPoints;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Agents;
    type Classes = Agents;
    type Clock = Now;
    type Consideration = LoneHoldConsideration<
        u64,
        Balances,
        DelegateHold,
        ConstantStoragePrice<Deposit, Balance>,
        Footprint,
    >;
    type Currency = Balances;
    type FeeAllowance = ConstU128<AITBC>;
    type Granularity = Granularity;
    type HistoryPeriod = HistoryPeriod;
    type HookWeight = HookWeight;
    type IsPot = IsPot;
    type LongWindow = LongWindow;
    type MaxDelegators = MaxDelegators;
    type MaxOwnerShare = MaxOwnerShare;
    type MaxPolls = ConstU32<4>;
    type Owners = Agents;
    type PollId = u32;
    type Pots = Pots;
    type MaxRecentPoints = MaxRecentPoints;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type ShortWindow = ShortWindow;
    type WeightInfo = ();
}

/// The time of block 1.
pub const START: Moment = 1_790_000_000_000;

/// Block 1 of a chain whose genesis gave these balances.
pub fn new_chain(balances: Vec<(u64, Balance)>) -> sp_io::TestExternalities {
    let genesis = RuntimeGenesisConfig {
        balances: pallet_balances::GenesisConfig {
            balances,
            ..Default::default()
        },
        ..Default::default()
    };
    let mut chain: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
    chain.execute_with(|| {
        System::set_block_number(1);
        Now::set(&START);
    });
    chain
}

/// Runs `test` in block 1 of a chain whose genesis gave these balances in whole AITBC, then checks
/// the invariants.
pub fn with_balances(balances: &[(u64, Balance)], test: impl FnOnce()) {
    let balances = balances
        .iter()
        .map(|(who, whole)| (*who, *whole * AITBC))
        .collect();
    new_chain(balances).execute_with(|| {
        test();
        Power::do_try_state().unwrap();
    });
}

/// Runs `test` in block 1 of a chain without tokens, then checks the invariants.
pub fn build_and_execute(test: impl FnOnce()) {
    with_balances(&[], test);
}
