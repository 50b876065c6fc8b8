use crate as pallet_agents;
use crate::types::{Consent, Profile};
use aitbc_primitives::{
    agents::{registry::AgentTask, Obligations, Role, ScoreChanged, Wallets},
    market::deadlines::DeadlineClock,
    reputation::{Rep, REP},
    time::{DAY, HOUR},
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance, Moment,
};
use aitbc_test_support::{
    block_1, now, TestActiveClock, TestAgenda, TestClock, TestExternalities, TestLedger, ADA, BEN,
    CYD, DEE, EVE, FAY, GIL,
};
use frame_support::{
    construct_runtime, derive_impl, parameter_types,
    traits::{
        fungible::{HoldConsideration, InspectHold},
        ConstU128, ConstU32, Footprint,
    },
    weights::Weight,
};
use sp_runtime::{testing::TestSignature, traits::Convert};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Agents: pallet_agents,
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
    type MaxFreezes = ConstU32<1>;
    type RuntimeHoldReason = RuntimeHoldReason;
}

/// What the entry of an agent costs, and each byte.
pub const ENTRY: Balance = 10 * AITBC;
pub const BYTE: Balance = AITBC / 1_000;
/// What each of those has who have something.
pub const BALANCE: Balance = 1_000 * AITBC;
/// When tests begin, by the active clock.
pub const BEGIN: Moment = HOUR;

/// The keys of agents.
pub const BOT: u64 = 11;
pub const IDA: u64 = 12;
pub const JAN: u64 = 13;

parameter_types! {
    pub const AgentHold: RuntimeHoldReason =
        RuntimeHoldReason::Agents(pallet_agents::HoldReason::Agent);
    pub const MailHold: RuntimeHoldReason =
        RuntimeHoldReason::Agents(pallet_agents::HoldReason::Mailbox);
    pub storage ScoreScale: Rep = 10_000 * REP;
    /// Wallets, and the agents that they are linked to.
    pub storage Linked: Vec<(u64, u64)> = vec![];
    /// Who has something open elsewhere.
    pub storage Obliged: Vec<u64> = vec![];
    /// Whose score was said to be another, in that order.
    pub storage Told: Vec<u64> = vec![];
}

pub struct StoragePrice;

impl Convert<Footprint, Balance> for StoragePrice {
    fn convert(of: Footprint) -> Balance {
        Balance::from(of.count) * ENTRY + Balance::from(of.size) * BYTE
    }
}

/// A tenth for an entry of the mailbox.
pub struct MailPrice;

impl Convert<Footprint, Balance> for MailPrice {
    fn convert(of: Footprint) -> Balance {
        Balance::from(of.count) * AITBC / 10 + Balance::from(of.size) * BYTE
    }
}

/// Knows what was told.
pub struct TestWallets;

impl Wallets<u64> for TestWallets {
    fn agent(wallet: &u64) -> Option<u64> {
        Linked::get().into_iter().find(|(other, _)| other == wallet).map(|(_, agent)| agent)
    }

    fn linked(agent: &u64) -> u32 {
        Linked::get().iter().filter(|(_, other)| other == agent).count() as u32
    }
}

/// What is open elsewhere.
pub struct Elsewhere;

impl Obligations<u64> for Elsewhere {
    fn open(who: &u64) -> bool {
        Obliged::get().contains(who)
    }
}

/// Those who weigh by scores.
pub struct Weighers;

impl ScoreChanged<u64> for Weighers {
    fn score_changed(who: &u64) {
        let mut told = Told::get();
        told.push(*who);
        Told::set(&told);
    }

    fn weight() -> Weight {
        Weight::from_parts(1_000_000, 0)
    }
}

impl pallet_agents::Config for Test {
    type ActiveClock = TestActiveClock;
    type Agenda = TestAgenda<AgentTask<u64>>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
    type Clock = TestClock;
    type Consideration = HoldConsideration<u64, Balances, AgentHold, StoragePrice>;
    type Currency = Balances;
    type MailConsideration = HoldConsideration<u64, Balances, MailHold, MailPrice>;
    type Obligations = Elsewhere;
    type Reputation = TestLedger;
    type RuntimeHoldReason = RuntimeHoldReason;
    type ScoreChanged = Weighers;
    type ScoreScale = ScoreScale;
    type Signature = TestSignature;
    type Task = AgentTask<u64>;
    type Wallets = TestWallets;
    type WeightInfo = ();
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_agents::BenchmarkHelper<u64, TestSignature> for Helper {
    fn set_time(now: Moment) {
        aitbc_test_support::set_now(now);
    }

    fn set_active_time(now: Moment) {
        TestActiveClock::set(now);
    }

    fn key(index: u32) -> u64 {
        1_000 + u64::from(index)
    }

    fn sign(key: &u64, message: &[u8]) -> TestSignature {
        TestSignature(*key, message.to_vec())
    }

    fn set_reputation(who: &u64, rep: Rep) {
        use aitbc_primitives::reputation::{Domain, RepLedger};
        TestLedger::mint(Domain::Compute, who, rep).unwrap();
    }
}

/// What an agent of tests tells of itself.
pub fn profile(tags: &[&str]) -> Profile {
    Profile {
        spec_hash: Default::default(),
        endpoint: b"https://agent.example".to_vec(),
        x25519: [7; 32],
        capabilities: tags.iter().map(|tag| tag.as_bytes().to_vec()).collect(),
    }
}

/// The next consent of an agent, valid for a day.
pub fn consent(agent: u64, controller: u64, role: Role) -> Consent<TestSignature> {
    let nonce = pallet_agents::Nonces::<Test>::get(agent);
    consent_with(agent, controller, role, nonce, now() + DAY)
}

/// A consent with this number that is valid until then.
pub fn consent_with(
    agent: u64,
    controller: u64,
    role: Role,
    nonce: u32,
    valid_until: Moment,
) -> Consent<TestSignature> {
    let message = Agents::consent_message(&agent, &controller, role, nonce, valid_until);
    Consent { nonce, valid_until, signature: TestSignature(agent, message) }
}

/// What is held of an account for its agents.
pub fn held(who: u64) -> Balance {
    Balances::balance_on_hold(&AgentHold::get(), &who)
}

/// What is held of an account for its messages and its contacts.
pub fn mail_deposit(who: u64) -> Balance {
    Balances::balance_on_hold(&MailHold::get(), &who)
}

/// Has the agenda do what is due.
pub fn work() {
    TestAgenda::<AgentTask<u64>>::work::<Agents>(DeadlineClock::Wall, now());
}

/// Makes a chain on which people have tokens, and agents little.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
    /// The chain at block 1.
    pub fn build(self) -> TestExternalities {
        let people = [ADA, BEN, CYD, DEE, EVE, FAY, GIL].map(|who| (who, BALANCE));
        let agents = [BOT, IDA, JAN].map(|who| (who, AITBC));
        let mut chain = block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: people.into_iter().chain(agents).collect(),
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

/// Checks the invariants of the pallet, and what the pallet cannot see: that each controller has on hold what its
/// agents cost, and that a task waits to forget each account that belongs to itself again.
pub fn check_invariants() {
    Agents::do_try_state().unwrap();
    let mut due = std::collections::BTreeMap::<u64, Balance>::new();
    for agent in pallet_agents::Agents::<Test>::iter_values().filter(|agent| agent.is_registered())
    {
        let footprint = Agents::footprint(&agent.endpoint, &agent.capabilities);
        *due.entry(agent.controller).or_default() += StoragePrice::convert(footprint);
    }
    for who in frame_system::Account::<Test>::iter_keys() {
        assert_eq!(held(who), due.remove(&who).unwrap_or(0), "the deposits of {who}");
    }
    assert!(due.is_empty(), "an account without tokens has agents");
    check_mailbox();
    let waiting = TestAgenda::<AgentTask<u64>>::waiting();
    for (account, spans) in pallet_agents::Spans::<Test>::iter() {
        let last = spans.last().unwrap();
        let waits = waiting.iter().any(|(clock, at, task)| {
            let until = last.since + pallet_agents::RETENTION + 1;
            *clock == DeadlineClock::Wall && *at >= until && *task == AgentTask::Forget(account)
        });
        assert!(last.owner != account || waits, "{account} will not be forgotten");
    }
}

/// Checks what the pallet cannot see of the mailbox: that each account has on hold what its messages and contacts
/// cost, and that a task waits for the end of each message.
fn check_mailbox() {
    let mut due = std::collections::BTreeMap::<u64, Balance>::new();
    let waiting = TestAgenda::<AgentTask<u64>>::waiting();
    for (to, id, message) in pallet_agents::Messages::<Test>::iter() {
        let bytes = message.envelope.len() as Balance;
        *due.entry(message.from).or_default() += AITBC / 10 + bytes * BYTE;
        let task = (DeadlineClock::Wall, message.expires, AgentTask::Message { to, id });
        assert!(waiting.contains(&task) || message.expires <= now(), "{id} will not expire");
    }
    for (agent, contacts) in pallet_agents::Contacts::<Test>::iter() {
        let bytes = 8 * contacts.accounts.len() as Balance;
        *due.entry(agent).or_default() += AITBC / 10 + bytes * BYTE;
    }
    for who in frame_system::Account::<Test>::iter_keys() {
        let due = due.remove(&who).unwrap_or(0);
        assert_eq!(mail_deposit(who), due, "the deposits of {who} for messages");
    }
    assert!(due.is_empty(), "an account without tokens has messages");
}
