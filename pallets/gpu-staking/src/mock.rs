use crate as pallet_gpu_staking;
use crate::{
    types::{PoolSpec, PriceRange},
    LockTask,
};
use aitbc_primitives::{
    governance::VoterClass,
    market::{
        deadlines::DeadlineClock,
        gpu::{Audits, CapacityChanged, PositionId},
        money::Unfrozen,
    },
    pots::SpendingPot,
    token::{AITBC, EXISTENTIAL_DEPOSIT, MICRO, MILLI},
    Balance,
};
use aitbc_test_support::{
    block_1, now, TestAgenda, TestAgents, TestClock, TestExternalities, ADA, BEN, CYD, DEE, EVE,
    TREASURY,
};
use frame_support::{
    construct_runtime, derive_impl, parameter_types,
    traits::{
        fungible::{Balanced, Credit},
        ConstU128, OnUnbalanced,
    },
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_runtime::{traits::Convert, Perbill, Permill};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        GpuStaking: pallet_gpu_staking,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountData = pallet_balances::AccountData<Balance>;
    type Block = frame_system::mocking::MockBlock<Test>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
    type Balance = Balance;
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
    type FreezeIdentifier = u8;
    type MaxFreezes = frame_support::traits::ConstU32<1>;
    type RuntimeHoldReason = RuntimeHoldReason;
}

/// Who allocates money of pots.
pub const ALLOCATOR: u64 = 200;
/// The accounts of the pots that governance spends, besides the treasury.
pub const ECOSYSTEM: u64 = 101;
pub const DEVELOPMENT: u64 = 102;
/// What each account has that tests use.
pub const BALANCE: Balance = 100_000_000 * AITBC;
/// Who may provide.
pub const PROVIDERS: [u64; 4] = [ADA, BEN, CYD, DEE];
/// The reason of all holds.
pub const HOLD: RuntimeHoldReason =
    RuntimeHoldReason::GpuStaking(pallet_gpu_staking::HoldReason::Collateral);

parameter_types! {
    pub const Allocator: u64 = ALLOCATOR;
    pub storage FraudSlash: Perbill = Perbill::from_percent(10);
    pub storage AuditSlash: Perbill = Perbill::from_percent(1);
    /// The positions that have not passed their audit.
    pub storage Failed: Vec<PositionId> = vec![];
    /// The positions whose capacity has changed, in the order in which that was told.
    pub storage Told: Vec<PositionId> = vec![];
    /// Who was said to have more or less collateral on hold.
    pub storage Changed: Vec<u64> = vec![];
}

pub struct ToTreasury;
impl OnUnbalanced<Credit<u64, Balances>> for ToTreasury {
    fn on_nonzero_unbalanced(amount: Credit<u64, Balances>) {
        Balances::resolve(&TREASURY, amount).unwrap();
    }
}

/// As in the runtime: the collateral is the only payable hold there is.
pub struct TestUnfrozen;
impl Unfrozen<u64> for TestUnfrozen {
    fn covers(who: &u64, amount: Balance) -> bool {
        let account = System::account(who).data;
        let total = account.free + account.reserved;
        let outside = total.checked_sub(account.reserved + amount);
        account.frozen == 0 || outside.is_some_and(|outside| outside >= account.frozen)
    }

    fn changed(who: &u64) {
        let mut changed = Changed::get();
        changed.push(*who);
        Changed::set(&changed);
    }
}

pub struct TestAudits;
impl Audits for TestAudits {
    fn passed(position: PositionId) -> bool {
        !Failed::get().contains(&position)
    }
}

pub struct Market;
impl CapacityChanged for Market {
    fn capacity_changed(position: PositionId) {
        let mut told = Told::get();
        told.push(position);
        Told::set(&told);
    }
}

pub struct Pots;
impl Convert<SpendingPot, u64> for Pots {
    fn convert(pot: SpendingPot) -> u64 {
        match pot {
            SpendingPot::Treasury => TREASURY,
            SpendingPot::Ecosystem => ECOSYSTEM,
            SpendingPot::Development => DEVELOPMENT,
        }
    }
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_gpu_staking::BenchmarkHelper<u64> for Helper {
    fn set_time(now: aitbc_primitives::Moment) {
        aitbc_test_support::set_now(now);
    }

    fn provider(index: u32) -> u64 {
        let who = 1_000 + u64::from(index);
        TestAgents::set_class(who, VoterClass::Provider);
        use frame_support::traits::fungible::Mutate;
        Balances::set_balance(&who, 1_000_000 * AITBC);
        who
    }
}

impl pallet_gpu_staking::Config for Test {
    type Agenda = TestAgenda<LockTask>;
    type Agents = TestAgents;
    type AuditSlash = AuditSlash;
    type Audits = TestAudits;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
    type CapacityChanged = Market;
    type Clock = TestClock;
    type Currency = Balances;
    type FeeRecipient = ToTreasury;
    type FraudSlash = FraudSlash;
    type MarketOrigin = EnsureRoot<u64>;
    type PotAccount = Pots;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Task = LockTask;
    type TreasuryOrigin = EnsureSignedBy<AllocatorOnly, u64>;
    type Unfrozen = TestUnfrozen;
    type WeightInfo = ();
}

pub struct AllocatorOnly;
impl frame_support::traits::SortedMembers<u64> for AllocatorOnly {
    fn sorted_members() -> Vec<u64> {
        vec![ALLOCATOR]
    }
}

/// The pool of the design's scenarios: 0.001 a second, half of fees matched, no bootstrap, 10 a unit.
pub fn standard() -> PoolSpec {
    PoolSpec {
        name: b"standard".to_vec().try_into().unwrap(),
        unit: b"an H100 second".to_vec().try_into().unwrap(),
        rate: MILLI,
        match_ratio: Permill::from_percent(50),
        bootstrap: 0,
        price: PriceRange { min: MICRO, max: AITBC },
        per_unit: 10 * AITBC,
        audit: None,
    }
}

/// Works the agenda as far as its time has come.
pub fn work_agenda() {
    TestAgenda::<LockTask>::work::<GpuStaking>(DeadlineClock::Wall, now());
}

/// Makes a chain on which four may provide, and the pot has the existential deposit.
#[derive(Default)]
pub struct ExtBuilder {
    genesis: pallet_gpu_staking::GenesisConfig<Test>,
    funds: Balance,
}

impl ExtBuilder {
    /// The pools of genesis, with what the pot has for them.
    pub fn pools(mut self, pools: Vec<crate::types::GenesisPool>, funds: Balance) -> Self {
        self.genesis.pools = pools;
        self.funds = funds;
        self
    }

    /// The chain at block 1.
    pub fn build(self) -> TestExternalities {
        let people = [ADA, BEN, CYD, DEE, EVE, TREASURY, ECOSYSTEM, DEVELOPMENT];
        let pot = [(GpuStaking::pot(), EXISTENTIAL_DEPOSIT + self.funds)];
        let mut chain = block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: people.map(|who| (who, BALANCE)).into_iter().chain(pot).collect(),
                ..Default::default()
            },
            gpu_staking: self.genesis,
            ..Default::default()
        });
        chain.execute_with(|| {
            for who in PROVIDERS {
                TestAgents::set_class(who, VoterClass::Provider);
            }
        });
        chain
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            GpuStaking::do_try_state().unwrap();
        });
    }
}
