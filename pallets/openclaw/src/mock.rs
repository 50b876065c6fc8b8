use crate as pallet_openclaw;
use crate::{
    types::{CallName, Name},
    Brake, Council, Refusal, Requirement, Requirements, Settings,
};
use aitbc_primitives::{
    governance::{
        court::{Court, NoCourt},
        proposals::{ClassShares, Majority, ProposalKind, Track},
    },
    time::{DAY, HOUR, MINUTE},
    token::{AITBC, EXISTENTIAL_DEPOSIT, MILLI},
    Balance, Hash, Moment,
};
use aitbc_test_support::{
    block_1, now, TestClock, TestExternalities, ADA, BEN, CYD, DEE, EVE, FAY, GIL, TREASURY,
};
use frame_support::{
    construct_runtime, derive_impl,
    migrations::MultiStepMigrator,
    ord_parameter_types,
    pallet_prelude::OptionQuery,
    parameter_types, storage_alias,
    traits::{
        fungible::{Balanced, Credit, HoldConsideration},
        ConstU128, ConstU32, Contains, Footprint, GetCallMetadata, OnUnbalanced,
    },
    weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
    Twox64Concat,
};
use frame_system::EnsureSignedBy;
use sp_runtime::{
    traits::{BlakeTwo256, Convert, IdentityLookup},
    DispatchError, DispatchResult, Perbill,
};
use sp_version::RuntimeVersion;

pub mod polls;

pub use polls::{TestPolls, BASE, CAP, REACH};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Target: target,
        OpenClaw: pallet_openclaw,
    }
}

/// What proposals call in tests.
#[frame_support::pallet]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::unreachable, reason = "a test may panic")]
pub mod target {
    use crate::Origin;
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;

    #[pallet::config]
    pub trait Config:
        frame_system::Config<
        RuntimeOrigin: Into<Result<Origin, <Self as frame_system::Config>::RuntimeOrigin>>,
    >
    {
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// The values that were set, and by whom.
    #[pallet::storage]
    pub type Values<T> =
        StorageValue<_, BoundedVec<(u32, Option<Origin>), ConstU32<64>>, ValueQuery>;

    #[pallet::error]
    pub enum Error<T> {
        /// It always fails.
        Failed,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        #[pallet::call_index(0)]
        #[pallet::weight(Weight::from_parts(1_000_000, 0))]
        pub fn set(origin: OriginFor<T>, value: u32) -> DispatchResult {
            let origin: Result<Origin, _> = origin.into();
            let by = origin.map_err(|_| DispatchError::BadOrigin)?;
            Values::<T>::mutate(|values| values.try_push((value, Some(by))).unwrap());
            Ok(())
        }

        #[pallet::call_index(1)]
        #[pallet::weight(Weight::from_parts(1_000_000, 0))]
        pub fn fail(_: OriginFor<T>) -> DispatchResult {
            Err(Error::<T>::Failed.into())
        }

        /// Takes so much, and gives half of it back.
        #[pallet::call_index(2)]
        #[pallet::weight(weight.saturating_mul(crate::mock::Heavier::get()))]
        pub fn work(_: OriginFor<T>, weight: Weight) -> DispatchResultWithPostInfo {
            Ok(Some(weight / 2).into())
        }

        #[pallet::call_index(3)]
        #[pallet::weight(Weight::from_parts(1_000_000, 0))]
        pub fn rule(origin: OriginFor<T>, value: u32) -> DispatchResult {
            ensure_root(origin)?;
            Values::<T>::mutate(|values| values.try_push((value, None)).unwrap());
            Ok(())
        }

        /// Asks for 10 % and the council.
        #[pallet::call_index(4)]
        #[pallet::weight(Weight::from_parts(1_000_000, 0))]
        pub fn spend(_: OriginFor<T>) -> DispatchResult {
            Ok(())
        }

        /// Named by no list.
        #[pallet::call_index(5)]
        #[pallet::weight(Weight::from_parts(1_000_000, 0))]
        pub fn other(
            _: OriginFor<T>,
            call: alloc::boxed::Box<crate::mock::RuntimeCall>,
        ) -> DispatchResult {
            drop(call);
            Ok(())
        }

        /// Carries bytes.
        #[pallet::call_index(6)]
        #[pallet::weight(Weight::from_parts(1_000_000, 0))]
        pub fn carry(_: OriginFor<T>, bytes: alloc::vec::Vec<u8>) -> DispatchResult {
            drop(bytes);
            Ok(())
        }
    }
}

impl target::Config for Test {}

parameter_types! {
    pub static Version: RuntimeVersion = RuntimeVersion::default();
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountData = pallet_balances::AccountData<Balance>;
    type AccountId = u64;
    type BaseCallFilter = TestBrake;
    type Block = frame_system::mocking::MockBlock<Test>;
    type Hash = Hash;
    type Hashing = BlakeTwo256;
    type Lookup = IdentityLookup<u64>;
    type MultiBlockMigrator = TestMigrator;
    type Version = Version;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
    type Balance = Balance;
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
    type MaxFreezes = ConstU32<1>;
    type RuntimeHoldReason = RuntimeHoldReason;
}

/// Stands for four of five council members.
pub const FOUR: u64 = 4_000;
/// Stands for three of five council members.
pub const THREE: u64 = 3_000;
/// The members of the council at genesis.
pub const MEMBERS: [u64; 5] = [31, 32, 33, 34, 35];

ord_parameter_types! {
    pub const FourOfCouncil: u64 = FOUR;
    pub const ThreeOfCouncil: u64 = THREE;
}

const fn millis(count: u64) -> Weight {
    Weight::from_parts(count * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX / 1_000 * count)
}

parameter_types! {
    /// The share of the hook, of a block of a second.
    pub static HookWeight: Weight = millis(20);
    pub static MaxEnactment: Weight = millis(100);
    pub static MaxAdvance: Weight = millis(200);
    /// How many times heavier calls have become.
    pub static Heavier: u64 = 1;
    pub static Shares: Option<ClassShares> = Some(CLASS_SHARES);
    pub static Adaptive: bool = true;
    pub static Evaluates: bool = true;
    pub static MinTurnout: Balance = 1_000 * AITBC;
    pub static PauseAfter: Moment = 6 * HOUR;
    pub static ChallengeWindow: Moment = 48 * HOUR;
    /// Why the court takes no case, if so.
    pub static Closed: Option<NoCourt> = None;
    pub static Migrating: bool = false;
    pub static Slot: Option<Moment> = None;
    pub const TextReason: RuntimeHoldReason =
        RuntimeHoldReason::OpenClaw(pallet_openclaw::HoldReason::Text);
}

/// The shares of classes by default.
pub const CLASS_SHARES: ClassShares = ClassShares {
    human: Perbill::from_percent(60),
    provider: Perbill::from_percent(20),
    consumer: Perbill::from_percent(10),
    builder: Perbill::from_percent(7),
    coordinator: Perbill::from_percent(3),
};

/// When the slot of the block began: what a test says, or the time of the block.
pub struct SlotTime;
impl frame_support::traits::Get<Moment> for SlotTime {
    fn get() -> Moment {
        Slot::get().unwrap_or_else(now)
    }
}

pub struct TestMigrator;
impl MultiStepMigrator for TestMigrator {
    fn ongoing() -> bool {
        Migrating::get()
    }
    fn step() -> Weight {
        Weight::zero()
    }
}

/// A tenth of a token for an entry and a thousandth for a byte.
pub struct Price;
impl Convert<Footprint, Balance> for Price {
    fn convert(of: Footprint) -> Balance {
        Balance::from(of.count) * 100 * MILLI + Balance::from(of.size) * MILLI
    }
}

pub struct ToTreasury;
impl OnUnbalanced<Credit<u64, Balances>> for ToTreasury {
    fn on_nonzero_unbalanced(amount: Credit<u64, Balances>) {
        Balances::resolve(&TREASURY, amount).unwrap();
    }
}

#[storage_alias]
type Seats = StorageValue<TestCouncil, Vec<u64>, OptionQuery>;

/// Five members.
pub struct TestCouncil;
impl Council<u64> for TestCouncil {
    fn members() -> Vec<u64> {
        Seats::get().unwrap_or(MEMBERS.to_vec())
    }
    fn contains(who: &u64) -> bool {
        Self::members().contains(who)
    }
    fn set(members: &[u64]) {
        assert!(members.is_sorted());
        Seats::put(members.to_vec());
    }
    fn set_weight() -> Weight {
        Weight::zero()
    }
}

#[storage_alias]
type Cases = StorageMap<TestCourt, Twox64Concat, u32, (u64, u64, Moment), OptionQuery>;

/// Takes all cases, or none.
pub struct TestCourt;
impl TestCourt {
    /// The parties of a case, and until when it is decided.
    pub fn case(case: u32) -> Option<(u64, u64, Moment)> {
        Cases::get(case)
    }
}
impl Court<u32, u64> for TestCourt {
    fn open(case: u32, challenger: &u64, defendant: &u64, duration: Moment) -> Result<(), NoCourt> {
        // Whoever opens it undoes this.
        Cases::insert(case, (*challenger, *defendant, now() + duration));
        Closed::get().map_or(Ok(()), Err)
    }
    fn weight() -> Weight {
        Weight::zero()
    }
}

#[storage_alias]
type PausedCalls = StorageMap<TestBrake, Twox64Concat, CallName, (), OptionQuery>;
#[storage_alias]
type SafeModeUntil = StorageValue<TestBrake, Moment, OptionQuery>;

/// What can be paused is `Target`.
pub struct TestBrake;
impl TestBrake {
    pub fn is_safe_mode() -> bool {
        SafeModeUntil::exists()
    }
    pub fn is_paused(call: &CallName) -> bool {
        PausedCalls::contains_key(call)
    }
    /// Pauses a call without the brakes knowing.
    pub fn pause_behind(call: &CallName) {
        PausedCalls::insert(call, ());
    }
}
pub const UNPAUSABLE: DispatchError = DispatchError::Other("Unpausable");
pub const IS_PAUSED: DispatchError = DispatchError::Other("IsPaused");
pub const IS_UNPAUSED: DispatchError = DispatchError::Other("IsUnpaused");
pub const EXITED: DispatchError = DispatchError::Other("Exited");
impl Brake for TestBrake {
    fn pause(call: &CallName) -> DispatchResult {
        frame_support::ensure!(call.0.as_slice() == b"Target", UNPAUSABLE);
        frame_support::ensure!(!Self::is_paused(call), IS_PAUSED);
        PausedCalls::insert(call, ());
        Ok(())
    }
    fn unpause(call: &CallName) -> DispatchResult {
        PausedCalls::take(call).ok_or(IS_UNPAUSED)
    }
    fn enter_safe_mode(duration: Moment) -> DispatchResult {
        let until = now() + duration;
        SafeModeUntil::put(SafeModeUntil::get().map_or(until, |before| before.max(until)));
        Ok(())
    }
    fn exit_safe_mode() -> DispatchResult {
        SafeModeUntil::take().map(drop).ok_or(EXITED)
    }
}
impl Contains<RuntimeCall> for TestBrake {
    fn contains(call: &RuntimeCall) -> bool {
        let names = call.get_call_metadata();
        let paused = Self::is_paused(&name(names.pallet_name, names.function_name));
        let passes = matches!(call, RuntimeCall::OpenClaw(_));
        passes || (!paused && !Self::is_safe_mode())
    }
}

/// The name of a call.
pub fn name(pallet: &str, call: &str) -> CallName {
    let name = |name: &str| Name::try_from(name.as_bytes().to_vec()).unwrap();
    (name(pallet), name(call))
}

pub struct TestRequirements;
impl Requirements<RuntimeCall> for TestRequirements {
    fn check(kind: ProposalKind, call: &RuntimeCall) -> Result<Requirement, Refusal> {
        use pallet_openclaw::Call as OpenClaw;
        use target::Call as Target;
        use ProposalKind::*;
        let of = |kinds: &[ProposalKind], requirement: Requirement| {
            kinds.contains(&kind).then_some(requirement).ok_or(Refusal)
        };
        let postponable = Requirement { postponable: true, ..Default::default() };
        let root = Requirement { as_root: true, ..Default::default() };
        let ten = Some(Perbill::from_percent(10));
        match call {
            RuntimeCall::Target(call) => match call {
                Target::set { .. } => {
                    of(&[ParameterChange, ProtocolUpgrade, AgentTrading, PolicyChange], postponable)
                }
                Target::fail { .. } | Target::work { .. } | Target::carry { .. } => {
                    of(&[ParameterChange], postponable)
                }
                Target::rule { .. } => of(&[ProtocolUpgrade], root),
                Target::spend { .. } => of(
                    &[ParameterChange],
                    Requirement { min_quorum: ten, needs_council: true, ..postponable },
                ),
                _ => Err(Refusal),
            },
            RuntimeCall::OpenClaw(call) => match call {
                OpenClaw::set_council { .. } => of(
                    &[ParameterChange, ProtocolUpgrade],
                    Requirement { min_quorum: ten, ..Default::default() },
                ),
                OpenClaw::pause { .. }
                | OpenClaw::unpause { .. }
                | OpenClaw::enter_safe_mode { .. }
                | OpenClaw::exit_safe_mode { .. }
                | OpenClaw::cancel_proposal { .. } => {
                    of(&[Emergency, ProtocolUpgrade], Requirement::default())
                }
                OpenClaw::set_policy { name, .. } if name.starts_with(b"market/") => {
                    of(&[PolicyChange, AgentTrading], postponable)
                }
                OpenClaw::set_policy { .. } | OpenClaw::remove_policy { .. } => {
                    of(&[PolicyChange], postponable)
                }
                _ => Err(Refusal),
            },
            _ => Err(Refusal),
        }
    }

    fn are_large(calls: &[RuntimeCall]) -> bool {
        calls.iter().any(|call| matches!(call, RuntimeCall::Target(target::Call::spend { .. })))
    }
}

/// The rules by default.
pub struct TestSettings;
impl Settings for TestSettings {
    fn track(kind: ProposalKind) -> Track {
        let usual = Track {
            quorum: Perbill::from_percent(4),
            majority: Majority::Simple,
            needs_council: false,
            delay: DAY,
            period: 7 * DAY,
            enactment_delay: 24 * HOUR,
            most_live: 8,
        };
        let council = Track { quorum: Perbill::from_percent(10), needs_council: true, ..usual };
        match kind {
            ProposalKind::ParameterChange | ProposalKind::DaoGrant | ProposalKind::PolicyChange => {
                Track { most_live: 12, ..usual }
            }
            ProposalKind::AgentTrading => usual,
            ProposalKind::ProtocolUpgrade | ProposalKind::TreasuryAllocation => council,
            ProposalKind::Emergency => Track {
                majority: Majority::TwoThirds,
                delay: 0,
                period: 3 * DAY,
                enactment_delay: 4 * HOUR,
                most_live: 4,
                ..council
            },
        }
    }
    fn min_proposal_power() -> Balance {
        1_000 * AITBC
    }
    fn proposal_bond() -> Balance {
        1_000 * AITBC
    }
    fn challenge_bond() -> Balance {
        1_000 * AITBC
    }
    fn challenge_window() -> Moment {
        ChallengeWindow::get()
    }
    fn challenge_duration(kind: ProposalKind) -> Moment {
        if kind == ProposalKind::Emergency {
            12 * HOUR
        } else {
            48 * HOUR
        }
    }
    fn verdict_grace() -> Moment {
        10 * MINUTE
    }
    fn min_period() -> Moment {
        DAY
    }
    fn max_period() -> Moment {
        30 * DAY
    }
    fn max_enactment_delay() -> Moment {
        30 * DAY
    }
    fn min_turnout() -> Balance {
        MinTurnout::get()
    }
    fn late_window(kind: ProposalKind) -> Moment {
        if kind == ProposalKind::Emergency {
            6 * HOUR
        } else {
            24 * HOUR
        }
    }
    fn vote_pause_after() -> Moment {
        PauseAfter::get()
    }
    fn expiry() -> Moment {
        14 * DAY
    }
    fn postponement() -> Moment {
        96 * HOUR
    }
    fn retry() -> Moment {
        HOUR
    }
    fn brake_duration() -> Moment {
        24 * HOUR
    }
    fn brake_interval() -> Moment {
        7 * DAY
    }
    fn emergency_pause() -> Moment {
        30 * DAY
    }
    fn emergency_safe_mode() -> Moment {
        7 * DAY
    }
    fn repair_safe_mode() -> Moment {
        14 * DAY
    }
    fn retention() -> Moment {
        90 * DAY
    }
    fn class_shares() -> Option<ClassShares> {
        Shares::get()
    }
    fn adaptive_quorum() -> bool {
        Adaptive::get()
    }
    fn participation_period() -> Moment {
        14 * DAY
    }
    fn evaluates() -> bool {
        Evaluates::get()
    }
}

impl pallet_openclaw::Config for Test {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = TestSettings;
    type BootstrapOrigin = EnsureSignedBy<FourOfCouncil, u64>;
    type Brake = TestBrake;
    type Clock = TestClock;
    type Council = TestCouncil;
    type CouncilOrigin = EnsureSignedBy<ThreeOfCouncil, u64>;
    type Court = TestCourt;
    type Currency = Balances;
    type HookWeight = HookWeight;
    type MaxAdvance = MaxAdvance;
    type MaxEnactment = MaxEnactment;
    type Polls = TestPolls;
    type Requirements = TestRequirements;
    type RuntimeCall = RuntimeCall;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Settings = TestSettings;
    type SlotTime = SlotTime;
    type TextDeposit = HoldConsideration<u64, Balances, TextReason, Price>;
    type Treasury = ToTreasury;
    type WeightInfo = ();
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<u64, RuntimeCall> for TestSettings {
    fn set_time(now: Moment) {
        aitbc_test_support::set_now(now);
    }
    fn voter(index: u32) -> u64 {
        use frame_support::traits::fungible::Mutate;
        let who = 10_000 + u64::from(index);
        Balances::set_balance(&who, 1_000_000 * AITBC);
        TestPolls::set_power(who, 1_000_000 * AITBC);
        who
    }
    fn make_agents_wallet(who: &u64) {
        use aitbc_primitives::governance::VoterClass;
        use aitbc_test_support::TestAgents;
        TestAgents::set_owner(*who, 1_000_000 + who);
        TestAgents::set_class(*who, VoterClass::Provider);
    }
    fn delegate(delegator: &u64, delegate: &u64) {
        let present = now();
        aitbc_test_support::set_now(present - 1);
        TestPolls::undelegate(*delegate);
        TestPolls::delegate(*delegator, *delegate);
        aitbc_test_support::set_now(present);
    }
    fn give_history(_: &u64) {}
    fn occupy(who: &u64, polls: u32) {
        TestPolls::set_frozen_for(*who, polls);
    }
    fn calls(bytes: u32) -> (ProposalKind, Vec<RuntimeCall>) {
        let bytes = vec![0; (bytes as usize).saturating_sub(10)];
        (ProposalKind::ParameterChange, vec![target::Call::carry { bytes }.into()])
    }
    fn small_calls(count: u32) -> Vec<RuntimeCall> {
        (0..count).map(|value| target::Call::set { value }.into()).collect()
    }
    fn pausable(index: u32) -> CallName {
        name("Target", &format!("call_{index}"))
    }
}

/// Everybody who has a name.
pub const PEOPLE: [u64; 7] = [ADA, BEN, CYD, DEE, EVE, FAY, GIL];

/// The power of each of them: more than 4 % of all, three of them more than 10 %.
pub const POWER: Balance = 45_000_000 * AITBC;

/// Makes a chain.
pub struct ExtBuilder {
    bootstrap: bool,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self { bootstrap: true }
    }
}

impl ExtBuilder {
    /// Whether the chain begins with a bootstrap.
    pub fn bootstrap(self, bootstrap: bool) -> Self {
        Self { bootstrap }
    }

    /// The chain at block 1. Everybody who has a name has 10 000 tokens and [`POWER`].
    pub fn build(self) -> TestExternalities {
        let balances = PEOPLE.into_iter().map(|who| (who, 10_000 * AITBC));
        let mut chain = block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: balances.chain([(TREASURY, EXISTENTIAL_DEPOSIT)]).collect(),
                ..Default::default()
            },
            open_claw: pallet_openclaw::GenesisConfig {
                bootstrap: self.bootstrap,
                ..Default::default()
            },
            ..Default::default()
        });
        chain.execute_with(|| PEOPLE.into_iter().for_each(|who| TestPolls::set_power(who, POWER)));
        chain
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            OpenClaw::do_try_state().unwrap();
            check_deposits();
        });
    }
}

/// What is held for texts is what they cost. The pallet cannot know the price.
fn check_deposits() {
    let mut deposits = std::collections::BTreeMap::<u64, Balance>::new();
    let price = |count, size: usize| Price::convert(Footprint { count, size: size as u64 });
    for (id, text) in pallet_openclaw::Texts::<Test>::iter() {
        let proposer = pallet_openclaw::Proposals::<Test>::get(id).unwrap().proposer;
        let calls = pallet_openclaw::Calls::<Test>::get(id).unwrap();
        let size = text.title.len() + text.description.len() + text.link.len() + calls.len();
        *deposits.entry(proposer).or_default() += price(2, size);
    }
    for (_, voter, vote) in pallet_openclaw::Votes::<Test>::iter() {
        if let Some(crate::types::Reason::Text { text, .. }) = vote.reason {
            *deposits.entry(voter).or_default() += price(0, text.len());
        }
    }
    for (_, challenge) in pallet_openclaw::Challenges::<Test>::iter() {
        *deposits.entry(challenge.challenger).or_default() += price(0, challenge.text.len());
    }
    for who in frame_system::Account::<Test>::iter_keys() {
        let held = <Balances as frame_support::traits::fungible::InspectHold<u64>>::balance_on_hold(
            &TextReason::get(),
            &who,
        );
        assert_eq!(held, deposits.remove(&who).unwrap_or_default(), "the deposits of {who}");
    }
    assert!(deposits.is_empty());
}
