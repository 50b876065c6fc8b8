use crate as pallet_agent_wallet;
use crate::{
    types::{Caller, Permissions},
    CallClass, CallerOf, LeafCalls,
};
use aitbc_primitives::{
    agents::{
        wallets::{
            Limits,
            Permission::{self, Market, Message, Stake, Transfer, Vote},
        },
        Obligations, Ownership, ScoreChanged,
    },
    governance::VoterClass,
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance,
};
use aitbc_test_support::{
    block_1, signed, TestAgents, TestClock, TestExternalities, TestProposals, ADA, BEN, CYD, DEE,
    EVE, FAY, GIL, TREASURY,
};
use frame_support::{
    assert_ok, construct_runtime, derive_impl, ensure,
    pallet_prelude::{OptionQuery, Twox64Concat, ValueQuery},
    parameter_types, storage_alias,
    traits::{
        fungible::{HoldConsideration, InspectHold},
        tokens::imbalance::ResolveTo,
        ConstU128, ConstU32, Contains, Footprint,
    },
    weights::Weight,
};
use sp_runtime::{
    traits::{Convert, Dispatchable},
    DispatchError, DispatchResult,
};
use std::collections::BTreeMap;

pub mod shop;

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        AgentWallet: pallet_agent_wallet,
        Shop: shop,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountData = pallet_balances::AccountData<Balance>;
    type BaseCallFilter = NotPaused;
    type Block = frame_system::mocking::MockBlock<Test>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
    type Balance = Balance;
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
    type FreezeIdentifier = u8;
    type MaxFreezes = ConstU32<2>;
    type RuntimeHoldReason = RuntimeHoldReason;
}

impl shop::Config for Test {}

/// Whom the shop pays, and who pays it.
pub const SHOP: u64 = 101;
/// What each of those has who have something.
pub const BALANCE: Balance = 10_000 * AITBC;
/// What a wallet has in the tests.
pub const FUNDS: Balance = 1_000 * AITBC;
/// What calls that wait cost, and each byte of them.
pub const ENTRY: Balance = AITBC / 10;
pub const BYTE: Balance = AITBC / 1_000;
/// What is refused by the double of owners.
pub const NOT_ORDINARY: DispatchError = DispatchError::Other("no ordinary account");
pub const TOO_OFTEN: DispatchError = DispatchError::Other("changed too often");

parameter_types! {
    pub const WalletHold: RuntimeHoldReason =
        RuntimeHoldReason::AgentWallet(pallet_agent_wallet::HoldReason::Wallet);
    pub const PendingHold: RuntimeHoldReason =
        RuntimeHoldReason::AgentWallet(pallet_agent_wallet::HoldReason::Pending);
    pub const Treasury: u64 = TREASURY;
    /// Whether the calls of the shop are paused.
    pub storage Paused: bool = false;
    /// Whether ownership has changed too often.
    pub storage ChangedTooOften: bool = false;
    /// Who has open obligations.
    pub storage Obliged: Vec<u64> = vec![];
    /// The wallets of which was said that they were linked, or no longer.
    pub storage Told: Vec<u64> = vec![];
    pub storage AutoVoteFee: Balance = AITBC / 50;
    pub storage HookWeight: Weight = Weight::from_parts(40_000_000_000, 1_000_000);
    pub storage HistoryWeight: Weight = Weight::from_parts(1_000, 0);
}

pub struct NotPaused;
impl Contains<RuntimeCall> for NotPaused {
    fn contains(call: &RuntimeCall) -> bool {
        !Paused::get() || !matches!(call, RuntimeCall::Shop(_))
    }
}

/// A token for each wallet and each caller.
pub struct AitbcEach;
impl Convert<Footprint, Balance> for AitbcEach {
    fn convert(of: Footprint) -> Balance {
        Balance::from(of.count) * AITBC
    }
}

pub struct StoragePrice;
impl Convert<Footprint, Balance> for StoragePrice {
    fn convert(of: Footprint) -> Balance {
        Balance::from(of.count) * ENTRY + Balance::from(of.size) * BYTE
    }
}

#[storage_alias]
pub type Belongs = StorageMap<TestSupport, Twox64Concat, u64, u64, OptionQuery>;
#[storage_alias]
pub type Owned = StorageMap<TestSupport, Twox64Concat, u64, u32, ValueQuery>;

/// Knows who owns what now.
pub struct Book;
impl Ownership<u64> for Book {
    fn owner_of(account: &u64) -> Option<u64> {
        Belongs::get(account)
    }

    fn owned_by(owner: &u64) -> u32 {
        Owned::get(owner)
    }

    fn give(account: &u64, owner: &u64) -> DispatchResult {
        ensure!(!Belongs::contains_key(owner), NOT_ORDINARY);
        ensure!(Owned::get(account) == 0, NOT_ORDINARY);
        Self::end(account)?;
        Belongs::insert(account, owner);
        Owned::mutate(owner, |owned| *owned += 1);
        Ok(())
    }

    fn end(account: &u64) -> DispatchResult {
        ensure!(!ChangedTooOften::get(), TOO_OFTEN);
        if let Some(owner) = Belongs::take(account) {
            Owned::mutate(owner, |owned| *owned -= 1);
        }
        Ok(())
    }
}

pub struct Debts;
impl Obligations<u64> for Debts {
    fn open(who: &u64) -> bool {
        Obliged::get().contains(who)
    }
}

pub struct Scores;
impl ScoreChanged<u64> for Scores {
    fn score_changed(who: &u64) {
        let mut told = Told::get();
        told.push(*who);
        Told::set(&told);
    }

    fn weight() -> Weight {
        Weight::from_parts(1_000, 0)
    }
}

/// What the calls of the mock are to a wallet.
pub struct Leaves;
impl LeafCalls<u64, RuntimeCall> for Leaves {
    fn classify(call: &RuntimeCall) -> CallClass<u64> {
        let leaf = |permissions| CallClass::Leaf { permissions, recipients: vec![] };
        let pays = |permissions, to: u64| CallClass::Leaf { permissions, recipients: vec![to] };
        match call {
            RuntimeCall::Balances(
                pallet_balances::Call::transfer_allow_death { dest, .. }
                | pallet_balances::Call::transfer_keep_alive { dest, .. }
                | pallet_balances::Call::transfer_all { dest, .. },
            ) => pays(&[Transfer], *dest),
            RuntimeCall::Shop(call) => match call {
                shop::Call::open { to, .. } => pays(&[Market, Transfer], *to),
                shop::Call::fund { .. } => leaf(&[Stake, Transfer]),
                shop::Call::hold { .. } | shop::Call::release { .. } => leaf(&[Stake]),
                shop::Call::freeze { .. } => leaf(&[Vote]),
                shop::Call::write { .. } => leaf(&[Message]),
                _ => leaf(&[Market]),
            },
            _ => CallClass::OwnerOnly,
        }
    }
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_agent_wallet::BenchmarkHelper<u64, RuntimeCall> for Helper {
    fn set_time(now: aitbc_primitives::Moment) {
        aitbc_test_support::set_now(now);
    }

    fn agent(controller: &u64) -> u64 {
        let agent = 1_000_000 + *controller % 1_000_000;
        register(agent, *controller);
        agent
    }

    fn transfer(to: &u64) -> RuntimeCall {
        transfer(*to, AITBC)
    }

    fn proposals(count: u32) -> Vec<aitbc_primitives::governance::proposals::ProposalId> {
        use aitbc_primitives::{governance::proposals::ProposalKind, time::DAY};

        (0..count).for_each(|id| TestProposals::open(id, ProposalKind::ParameterChange, DAY));
        aitbc_test_support::wait(DAY);
        (0..count).collect()
    }

    fn endow(who: &u64, amount: Balance) {
        use frame_support::traits::fungible::Mutate;

        Balances::set_balance(who, amount);
    }
}

impl pallet_agent_wallet::Config for Test {
    type Agents = TestAgents;
    type AutoVoteFee = AutoVoteFee;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
    type Clock = TestClock;
    type Currency = Balances;
    type FeeRecipient = ResolveTo<Treasury, Balances>;
    type HistoryWeight = HistoryWeight;
    type HookWeight = HookWeight;
    type LeafCalls = Leaves;
    type Obligations = Debts;
    type Ownership = Book;
    type PendingDeposit = HoldConsideration<u64, Balances, PendingHold, StoragePrice>;
    type RuntimeCall = RuntimeCall;
    type ScoreChanged = Scores;
    type StrategyVotes = TestProposals;
    type WalletDeposit = HoldConsideration<u64, Balances, WalletHold, AitbcEach>;
    type WeightInfo = ();
}

/// Registers an agent.
pub fn register(agent: u64, controller: u64) {
    TestAgents::set_class(agent, VoterClass::Provider);
    Belongs::insert(agent, controller);
    Owned::mutate(controller, |owned| *owned += 1);
}

/// A transfer that may kill its sender.
pub fn transfer(dest: u64, value: Balance) -> RuntimeCall {
    pallet_balances::Call::transfer_allow_death { dest, value }.into()
}

/// What is paid to the shop.
pub fn pay(amount: Balance) -> RuntimeCall {
    shop::Call::pay { amount }.into()
}

/// What the shop gives.
pub fn refund(amount: Balance) -> RuntimeCall {
    shop::Call::refund { amount }.into()
}

/// A caller that has these permissions, and is restricted in no other way.
pub fn caller(permissions: &[Permission]) -> CallerOf<Test> {
    let mut set = Permissions::new();
    for permission in permissions {
        set.try_insert(*permission).unwrap();
    }
    Caller { permissions: set, expires: None, limits: None, recipients: None }
}

/// Limits in tokens.
pub fn limits(per_call: Balance, per_day: Balance, per_week: Balance) -> Limits {
    Limits { per_call: per_call * AITBC, per_day: per_day * AITBC, per_week: per_week * AITBC }
}

/// Creates a wallet of ADA's that has [`FUNDS`] and lets callers do what they may. BEN may do everything, and CYD is
/// its guardian.
pub fn wallet() -> u64 {
    let wallet = create(ADA, 0);
    assert_ok!(AgentWallet::set_guardian(signed(ADA), wallet, Some(CYD)));
    assert_ok!(AgentWallet::set_limits(signed(ADA), wallet, Limits::NONE));
    assert_ok!(AgentWallet::set_caller(signed(ADA), wallet, BEN, caller(&[Permission::Any])));
    wallet
}

/// Creates a wallet that has [`FUNDS`].
pub fn create(owner: u64, index: u32) -> u64 {
    assert_ok!(AgentWallet::create(signed(owner), index, None, None));
    let wallet = AgentWallet::address(owner, index);
    assert_ok!(Balances::force_set_balance(frame_system::RawOrigin::Root.into(), wallet, FUNDS));
    wallet
}

/// Dispatches a call, with a storage layer as in a block.
pub fn try_call(who: u64, call: impl Into<RuntimeCall>) -> DispatchResult {
    let result = call.into().dispatch(signed(who));
    result.map(|_| ()).map_err(|failure| failure.error)
}

/// Has somebody act for a wallet.
pub fn execute(who: u64, wallet: u64, call: RuntimeCall) -> DispatchResult {
    let call = Box::new(call);
    try_call(who, pallet_agent_wallet::Call::execute { wallet, call })
}

/// Has somebody act for a wallet by many calls.
pub fn execute_many(who: u64, wallet: u64, calls: Vec<RuntimeCall>) -> DispatchResult {
    try_call(who, pallet_agent_wallet::Call::execute_many { wallet, calls })
}

/// Confirms calls that wait.
pub fn confirm(who: u64, wallet: u64, pending: u32) -> DispatchResult {
    let max_weight = Weight::MAX;
    try_call(who, pallet_agent_wallet::Call::confirm { wallet, pending, max_weight })
}

/// What of an account is held for a reason of the pallet.
pub fn held(reason: pallet_agent_wallet::HoldReason, who: u64) -> Balance {
    Balances::balance_on_hold(&reason.into(), &who)
}

/// Makes a chain on which everybody has tokens.
pub struct ExtBuilder;

impl ExtBuilder {
    /// The chain at block 1.
    pub fn build(self) -> TestExternalities {
        let everybody = [ADA, BEN, CYD, DEE, EVE, FAY, GIL].map(|who| (who, BALANCE));
        let pots = [(TREASURY, EXISTENTIAL_DEPOSIT), (SHOP, 1_000_000 * AITBC)];
        block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: everybody.into_iter().chain(pots).collect(),
                ..Default::default()
            },
            ..Default::default()
        })
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            check_invariants();
        });
    }
}

/// Checks the invariants of the pallet, and what the pallet cannot see: that each has on hold what it has deposited,
/// and no unit is lost.
pub fn check_invariants() {
    AgentWallet::do_try_state().unwrap();
    let mut deposits = BTreeMap::<u64, Balance>::new();
    for wallet in pallet_agent_wallet::Wallets::<Test>::iter_values() {
        *deposits.entry(wallet.owner).or_default() += Balance::from(1 + wallet.callers) * AITBC;
    }
    let mut waiting = BTreeMap::<u64, Balance>::new();
    for (_, _, pending) in pallet_agent_wallet::Pending::<Test>::iter() {
        let price = ENTRY + pending.calls.len() as Balance * BYTE;
        *waiting.entry(pending.caller).or_default() += price;
    }
    for who in frame_system::Account::<Test>::iter_keys() {
        let deposit = deposits.remove(&who).unwrap_or_default();
        assert_eq!(held(pallet_agent_wallet::HoldReason::Wallet, who), deposit, "of {who}");
        let deposit = waiting.remove(&who).unwrap_or_default();
        assert_eq!(held(pallet_agent_wallet::HoldReason::Pending, who), deposit, "of {who}");
    }
    assert!(deposits.is_empty() && waiting.is_empty());
    let sum: Balance = frame_system::Account::<Test>::iter_values()
        .map(|account| account.data.free + account.data.reserved)
        .sum();
    assert_eq!(sum, Balances::total_issuance());
}
