use crate as pallet_voting_power;
use aitbc_primitives::{
    governance::{
        polls::{Ballot, OnCleared},
        Owners,
    },
    time::{DAY, HOUR, MINUTE},
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance, Moment,
};
use aitbc_test_support::{block_1, now, TestAgents, TestClock, TestExternalities, TREASURY};
use frame_support::{
    construct_runtime, derive_impl, parameter_types,
    traits::{
        fungible::LoneHoldConsideration, ConstU128, ConstU32, ConstantStoragePrice, Contains,
        Footprint, VariantCountOf,
    },
    weights::Weight,
};
use sp_runtime::Perbill;

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Power: pallet_voting_power,
    }
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

parameter_types! {
    pub storage LongWindow: Moment = 7 * DAY;
    pub const ShortWindow: Moment = 24 * HOUR;
    pub const Granularity: Moment = 10 * MINUTE;
    pub const HistoryPeriod: Moment = 45 * DAY;
    pub static MaxRecentPoints: u32 = 64;
    pub static MaxArchivedPoints: u32 = 448;
    pub static MaxDelegators: u32 = 1_000;
    pub static HookWeight: Weight = Weight::MAX;
    pub const MaxOwnerShare: Perbill = Perbill::from_percent(5);
    pub static MaxDelegateShare: Perbill = Perbill::from_percent(5);
    /// What a call of `OnCleared` costs.
    pub static ClearedWeight: Weight = Weight::zero();
    /// The polls and voters whose ballots were forgotten, with their power.
    pub storage Cleared: Vec<(u32, u64, Balance)> = Vec::new();
    /// Who got which owner, and when.
    pub storage OwnerChanges: Vec<(u64, u64, Moment)> = Vec::new();
    pub Pots: Vec<u64> = vec![TREASURY];
    pub const Deposit: Balance = DEPOSIT;
    pub const DelegateHold: RuntimeHoldReason = HOLD;
}

pub struct IsPot;
impl Contains<u64> for IsPot {
    fn contains(who: &u64) -> bool {
        *who == TREASURY
    }
}

/// Knows who owned what when.
pub struct TestOwners;

impl TestOwners {
    /// From now on, and so in the next block, `wallet` belongs to `owner`.
    pub fn set(wallet: u64, owner: u64) {
        let mut changes = OwnerChanges::get();
        changes.push((wallet, owner, now()));
        OwnerChanges::set(&changes);
    }
}

impl Owners<u64> for TestOwners {
    fn owner(who: &u64, at: Moment) -> u64 {
        let changes = OwnerChanges::get().into_iter().rev();
        let mut before = changes.filter(|(wallet, _, since)| wallet == who && *since < at);
        before.next().map_or(*who, |(_, owner, _)| owner)
    }
}

/// Notes what it hears.
pub struct Listener;

impl OnCleared<u32, u64> for Listener {
    fn cleared(poll: u32, who: &u64, ballot: &Ballot<u64>) {
        let mut cleared = Cleared::get();
        cleared.push((poll, *who, ballot.power));
        Cleared::set(&cleared);
    }

    fn weight() -> Weight {
        ClearedWeight::get()
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<u32, u64> for TestAgents {
    fn set_time(now: Moment) {
        aitbc_test_support::set_now(now);
    }
    fn poll(index: u32) -> u32 {
        index
    }
    fn make_agents_wallet(who: &u64) {
        TestAgents::set_owner(*who, 1_000_000);
        TestAgents::set_score(1_000_000, 300);
    }
}

impl pallet_voting_power::Config for Test {
    type MaxArchivedPoints = MaxArchivedPoints;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = TestAgents;
    type Classes = TestAgents;
    type Clock = TestClock;
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
    type MaxDelegateShare = MaxDelegateShare;
    type MaxDelegators = MaxDelegators;
    type MaxOwnerShare = MaxOwnerShare;
    type MaxPolls = ConstU32<4>;
    type OnCleared = Listener;
    type Owners = TestOwners;
    type PollId = u32;
    type Pots = Pots;
    type MaxRecentPoints = MaxRecentPoints;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type ShortWindow = ShortWindow;
    type WeightInfo = ();
}

/// Makes a chain.
#[derive(Default)]
pub struct ExtBuilder {
    balances: Vec<(u64, Balance)>,
}

impl ExtBuilder {
    /// The balances at genesis, in whole AITBC.
    pub fn balances(self, balances: &[(u64, Balance)]) -> Self {
        Self { balances: balances.to_vec() }
    }

    /// The chain at block 1.
    pub fn build(self) -> TestExternalities {
        let units = |(who, whole)| (who, whole * AITBC);
        block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: self.balances.into_iter().map(units).collect(),
                ..Default::default()
            },
            ..Default::default()
        })
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Power::do_try_state().unwrap();
        });
    }
}
