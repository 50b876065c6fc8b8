use crate as pallet_escrow;
use aitbc_primitives::{
    market::{
        deadlines::{DeadlineClock, OnDeadline},
        escrow::EscrowTask,
        money::Unfrozen,
    },
    time::HOUR,
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance,
};
use aitbc_test_support::{
    block_1, TestActiveClock, TestAgenda, TestAgents, TestClock, TestExternalities, ADA, BEN, CYD,
    DEE, EVE, FAY, GIL, TREASURY,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    construct_runtime, derive_impl,
    pallet_prelude::{Twox64Concat, ValueQuery},
    parameter_types, storage_alias,
    traits::{
        fungible::{HoldConsideration, Inspect, InspectHold},
        tokens::imbalance::ResolveTo,
        ConstU128, ConstU32, Footprint,
    },
};
use scale_info::TypeInfo;
use sp_runtime::{traits::Convert, Perbill};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Escrow: pallet_escrow,
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
    type FreezeIdentifier = [u8; 1];
    type MaxFreezes = ConstU32<2>;
    type RuntimeHoldReason = RuntimeHoldReason;
}

/// What an entry costs, and each byte of it.
pub const ENTRY: Balance = AITBC / 10;
pub const BYTE: Balance = AITBC / 1_000;
/// What each of those has who have something.
pub const BALANCE: Balance = 10_000 * AITBC;
/// When tests begin, by the active clock.
pub const BEGIN: u64 = HOUR;

parameter_types! {
    pub const DepositHold: RuntimeHoldReason =
        RuntimeHoldReason::Escrow(pallet_escrow::HoldReason::Deposit);
    pub const Treasury: u64 = TREASURY;
    pub storage PlatformFee: Perbill = Perbill::from_perthousand(25);
}

pub struct StoragePrice;

impl Convert<Footprint, Balance> for StoragePrice {
    fn convert(of: Footprint) -> Balance {
        Balance::from(of.count) * ENTRY + Balance::from(of.size) * BYTE
    }
}

/// What of an account is held for others, as was told last. There is no entry for nothing.
#[storage_alias]
pub type Told = StorageMap<TestSupport, Twox64Concat, u64, Balance, ValueQuery>;

/// What of an account is held for others.
pub fn payable(who: u64) -> Balance {
    held(pallet_escrow::HoldReason::Payment, who) + held(pallet_escrow::HoldReason::Stream, who)
}

/// Reads the account, as the runtime does.
pub struct RealUnfrozen;

impl Unfrozen<u64> for RealUnfrozen {
    fn covers(who: &u64, amount: Balance) -> bool {
        let frozen = System::account(who).data.frozen;
        let outside = Balances::total_balance(who).checked_sub(payable(*who) + amount);
        frozen == 0 || outside.is_some_and(|outside| outside >= frozen)
    }

    fn changed(who: &u64) {
        match payable(*who) {
            0 => Told::remove(who),
            payable => Told::insert(who, payable),
        }
    }
}

/// The tasks of a runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Task {
    #[codec(index = 3)]
    Escrow(EscrowTask),
}

impl From<EscrowTask> for Task {
    fn from(task: EscrowTask) -> Self {
        Self::Escrow(task)
    }
}

/// Has this pallet do its tasks.
pub struct Worker;

impl OnDeadline<Task> for Worker {
    fn weight(Task::Escrow(task): &Task) -> frame_support::weights::Weight {
        <Escrow as OnDeadline<EscrowTask>>::weight(task)
    }

    fn act(Task::Escrow(task): Task) -> frame_support::weights::Weight {
        Escrow::act(task)
    }
}

/// The pallet that has escrows of its own.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Market;

impl pallet_escrow::Config for Test {
    type ActiveClock = TestActiveClock;
    type Agenda = TestAgenda<Task>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
    type Clock = TestClock;
    type Consideration = HoldConsideration<u64, Balances, DepositHold, StoragePrice>;
    type Controller = Market;
    type Currency = Balances;
    type FeeRecipient = ResolveTo<Treasury, Balances>;
    type Owners = TestAgents;
    type PlatformFee = PlatformFee;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Task = Task;
    type Unfrozen = RealUnfrozen;
    type WeightInfo = ();
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_escrow::BenchmarkHelper<u64> for Helper {
    fn set_active_clock(now: u64) {
        TestActiveClock::set(now);
    }

    fn work_off() -> frame_support::weights::Weight {
        work();
        Default::default()
    }

    fn waiting() -> u64 {
        TestAgenda::<Task>::waiting().len() as u64
    }
}

/// What of an account is held for a reason.
pub fn held(reason: pallet_escrow::HoldReason, who: u64) -> Balance {
    Balances::balance_on_hold(&reason.into(), &who)
}

/// Has the agenda do what is due.
pub fn work() {
    let now = <TestActiveClock as aitbc_primitives::market::deadlines::ActiveClock>::now();
    TestAgenda::<Task>::work::<Worker>(DeadlineClock::Active, now);
}

/// Makes a chain on which everybody has tokens.
pub struct ExtBuilder {
    balances: Vec<(u64, Balance)>,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        let everybody = [ADA, BEN, CYD, DEE, EVE, FAY, GIL];
        Self { balances: everybody.map(|who| (who, BALANCE)).to_vec() }
    }
}

impl ExtBuilder {
    /// What an account has.
    pub fn balance(mut self, who: u64, balance: Balance) -> Self {
        self.balances.retain(|(other, _)| *other != who);
        if balance > 0 {
            self.balances.push((who, balance));
        }
        self
    }

    /// The chain at block 1.
    pub fn build(mut self) -> TestExternalities {
        self.balances.push((TREASURY, EXISTENTIAL_DEPOSIT));
        let mut chain = block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: self.balances,
                ..Default::default()
            },
            ..Default::default()
        });
        chain.execute_with(|| TestActiveClock::set(BEGIN));
        chain
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            check_invariants();
        });
    }
}

/// Checks the invariants of the pallet, and what the pallet cannot see: that what is open has a task at or
/// before its next deadline and at most a year away, that whatever is held for others was told, and that no
/// unit is lost.
pub fn check_invariants() {
    Escrow::do_try_state().unwrap();
    let waiting = TestAgenda::<Task>::waiting();
    let waits = |wanted: EscrowTask, until: u64| {
        waiting.iter().any(|(clock, at, Task::Escrow(task))| {
            *clock == DeadlineClock::Active && *at <= until && *task == wanted
        })
    };
    for (id, escrow) in pallet_escrow::Escrows::<Test>::iter() {
        if !escrow.is_accepted {
            assert!(waits(EscrowTask::Escrow { id, milestone: None }, escrow.accept_by));
            continue;
        }
        for (place, milestone) in (0..).zip(&escrow.milestones) {
            let Some((at, _)) = escrow.falls_due(milestone) else { continue };
            let task = EscrowTask::Escrow { id, milestone: Some(place) };
            assert!(waits(task, at), "nothing waits for milestone {place} of {id}");
        }
    }
    for (id, stream) in pallet_escrow::Streams::<Test>::iter() {
        let waits = waits(EscrowTask::Stream(id), stream.ends());
        assert!(waits || stream.controller.is_some(), "nothing waits for the end of stream {id}");
    }
    let now = <TestActiveClock as aitbc_primitives::market::deadlines::ActiveClock>::now();
    assert!(waiting
        .iter()
        .all(|(_, at, _)| *at <= now.saturating_add(pallet_escrow::LONGEST_DEADLINE)));
    for who in frame_system::Account::<Test>::iter_keys() {
        assert_eq!(Told::get(who), payable(who), "what is held of {who} has changed untold");
    }
    let sum: Balance = frame_system::Account::<Test>::iter_values()
        .map(|account| account.data.free + account.data.reserved)
        .sum();
    assert_eq!(sum, Balances::total_issuance());
}
