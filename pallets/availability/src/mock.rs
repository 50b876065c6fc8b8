//! A chain of Aura, sessions and this pallet, whose validators and reputation the tests set.

use crate as pallet_availability;
use crate::Discipline;
use aitbc_primitives::{
    consensus::{ScheduleSeed, SessionIndex, SlotNumber},
    random::Seed,
    reputation::{
        pools::{Encumber, Forfeit},
        Domain::Block as BLOCK,
        HoldReason, Rep, RepLedger, REP,
    },
};
pub use aitbc_test_support::AccountId;
use aitbc_test_support::{digest, TestExternalities, TestLedger, TestStakes};
use codec::{Decode, Encode};
use frame_support::{
    construct_runtime, derive_impl,
    pallet_prelude::ValueQuery,
    parameter_types, storage_alias,
    traits::{BuildGenesisConfig, ConstBool, ConstU32, ConstU64, OnFinalize, OnInitialize},
    weights::{constants::ParityDbWeight, Weight},
    Twox64Concat,
};
use pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
use sp_consensus_aura::{sr25519::AuthorityId, ConsensusLog, AURA_ENGINE_ID};
use sp_core::sr25519;
use sp_runtime::{impl_opaque_keys, traits::ConvertInto, BuildStorage, Perbill};
use std::collections::BTreeMap;

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Timestamp: pallet_timestamp,
        Aura: pallet_aura,
        Availability: pallet_availability,
        Authorship: pallet_authorship,
        Balances: pallet_balances,
        Session: pallet_session,
    }
}

/// Milliseconds of a slot.
const SLOT: u64 = 2_000;
/// The most places of a schedule.
const MAX_SCHEDULE: u32 = 1_000;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountData = pallet_balances::AccountData<u64>;
    type Block = frame_system::mocking::MockBlock<Test>;
    type DbWeight = ParityDbWeight;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
}

impl pallet_timestamp::Config for Test {
    type MinimumPeriod = ConstU64<1>;
    type Moment = u64;
    type OnTimestampSet = Aura;
    type WeightInfo = ();
}

impl pallet_aura::Config for Test {
    type AllowMultipleBlocksPerSlot = ConstBool<false>;
    type AuthorityId = AuthorityId;
    type DisabledValidators = pallet_availability::DisabledProducers<Test>;
    type MaxAuthorities = ConstU32<MAX_SCHEDULE>;
    type SlotDuration = ConstU64<SLOT>;
}

impl pallet_authorship::Config for Test {
    type EventHandler = Availability;
    type FindAuthor = Availability;
}

impl_opaque_keys! {
    pub struct Keys {
        pub aura: Availability,
    }
}

impl pallet_session::Config for Test {
    type Currency = Balances;
    type DisablingStrategy = UpToLimitWithReEnablingDisablingStrategy;
    type KeyDeposit = ConstU64<0>;
    type Keys = Keys;
    type NextSessionRotation = Availability;
    type RuntimeEvent = RuntimeEvent;
    type SessionHandler = (Availability,);
    type SessionManager = Elections;
    type ShouldEndSession = Availability;
    type ValidatorId = AccountId;
    type ValidatorIdOf = ConvertInto;
    type WeightInfo = ();
}

parameter_types! {
    pub storage SessionLength: u32 = 20;
    pub storage EqualShare: Perbill = Perbill::zero();
    pub const MaxShare: Perbill = Perbill::from_parts(333_333_333);
    pub const MinDelivery: Perbill = Perbill::from_percent(50);
    pub const MissedSlotsPenalty: Perbill = Perbill::from_percent(1);
    pub storage RelapsePeriod: SessionIndex = 100;
}

/// Who is elected from the next session on.
#[storage_alias]
pub type Elected = StorageValue<Mock, Vec<AccountId>, ValueQuery>;
/// Accounts that were chilled.
#[storage_alias]
pub type Chilled = StorageValue<Mock, Vec<AccountId>, ValueQuery>;
/// Accounts whose relapse was reported.
#[storage_alias]
pub type Relapsed = StorageValue<Mock, Vec<AccountId>, ValueQuery>;
/// What accounts have earned and were not credited with, and how often that was taken from them.
#[storage_alias]
pub type Earned = StorageMap<Mock, Twox64Concat, AccountId, (Rep, u32), ValueQuery>;

impl pallet_availability::Config for Test {
    type AtStake = TestStakes;
    type Discipline = TestDiscipline;
    type EqualShare = EqualShare;
    type Forfeit = TestForfeit;
    type Ledger = TestLedger;
    type MaxOutage = ConstU32<6>;
    type MaxProducers = ConstU32<200>;
    type MaxShare = MaxShare;
    type MinDelivery = MinDelivery;
    type MissedSlotsPenalty = MissedSlotsPenalty;
    type RelapsePeriod = RelapsePeriod;
    type Seed = SessionSeed;
    type SessionLength = SessionLength;
    type WeightInfo = ();
}

/// Elects [`Elected`] each session; an unchanged list is no news.
pub struct Elections;

impl pallet_session::SessionManager<AccountId> for Elections {
    fn new_session(_: SessionIndex) -> Option<Vec<AccountId>> {
        let elected = Elected::get();
        (elected != Session::validators()).then_some(elected)
    }
    fn new_session_genesis(_: SessionIndex) -> Option<Vec<AccountId>> {
        Some(Elected::get())
    }
    fn start_session(_: SessionIndex) {}
    fn end_session(_: SessionIndex) {}
}

/// A seed that a test can predict.
pub struct SessionSeed;

impl ScheduleSeed for SessionSeed {
    fn begin(session: SessionIndex, _: SlotNumber, _: u32) -> Seed {
        sp_io::hashing::blake2_256(&session.encode())
    }
}

/// Notes what is asked of it.
pub struct TestDiscipline;

impl Discipline<AccountId> for TestDiscipline {
    fn chill(who: &AccountId) {
        Chilled::mutate(|chilled| chilled.push(*who));
    }
    fn is_candidate(who: &AccountId) -> bool {
        !Chilled::get().contains(who)
    }
    fn report_relapses(who: Vec<AccountId>, _: SessionIndex) {
        Relapsed::mutate(|relapsed| relapsed.extend(who));
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn make_candidate(_: &AccountId) {}
}

/// Takes what [`Earned`] says.
pub struct TestForfeit;

impl Forfeit<AccountId> for TestForfeit {
    fn forfeit(who: &AccountId) -> Rep {
        Earned::mutate(who, |(earned, times)| {
            *times += 1;
            core::mem::take(earned)
        })
    }

    fn weight() -> Weight {
        Weight::from_parts(1_000, 0)
    }
}

/// Lets a chilled account apply as a validator again.
pub fn validate(who: AccountId) {
    Chilled::mutate(|chilled| chilled.retain(|chilled| *chilled != who));
}

/// The Aura key of an account at genesis.
pub fn key(who: AccountId) -> AuthorityId {
    let mut raw = [0; 32];
    raw[..8].copy_from_slice(&who.to_le_bytes());
    sr25519::Public::from_raw(raw).into()
}

/// A chain without validators.
pub fn new_chain() -> TestExternalities {
    frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into()
}

/// Makes a chain whose validators are 1, 2, 3 and so on.
pub struct ExtBuilder {
    encumbered: Vec<Rep>,
    keyed: Option<Vec<AccountId>>,
    session_length: u32,
    equal_share: Perbill,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self {
            encumbered: vec![REP; 4],
            keyed: None,
            session_length: 20,
            equal_share: Perbill::zero(),
        }
    }
}

impl ExtBuilder {
    /// What each validator has encumbered: 1 REP each of four otherwise.
    pub fn encumbered(self, encumbered: &[Rep]) -> Self {
        Self { encumbered: encumbered.to_vec(), ..self }
    }

    /// The validators that have keys: all otherwise.
    pub fn keyed(self, keyed: &[AccountId]) -> Self {
        Self { keyed: Some(keyed.to_vec()), ..self }
    }

    /// Slots of a session: 20 otherwise.
    pub fn session_length(self, session_length: u32) -> Self {
        Self { session_length, ..self }
    }

    /// The part of the slots that is shared out evenly, in percent: none otherwise, so that slots are
    /// what reputation gives.
    pub fn equal_share(self, percent: u32) -> Self {
        Self { equal_share: Perbill::from_percent(percent), ..self }
    }

    /// Runs `test` at genesis, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        new_chain().execute_with(|| {
            SessionLength::set(&self.session_length);
            EqualShare::set(&self.equal_share);
            let elected: Vec<_> = (1..=self.encumbered.len() as AccountId).collect();
            Elected::put(&elected);
            for (who, amount) in elected.iter().zip(self.encumbered) {
                TestLedger::mint(BLOCK, who, amount).unwrap();
                TestLedger::hold(BLOCK, HoldReason::Availability, who, amount).unwrap();
            }
            let keyed = self.keyed.unwrap_or(elected);
            let keys = keyed.into_iter().map(|who| (who, who, Keys { aura: key(who) }));
            let genesis = pallet_session::GenesisConfig::<Test> {
                keys: keys.collect(),
                ..Default::default()
            };
            genesis.build();
            test();
            Availability::do_try_state().unwrap();
        });
    }
}

/// Makes the block of `slot` around `calls`, checks the invariants, and returns the lists of Aura
/// authorities that its header announces.
pub fn block_with(slot: u64, calls: impl FnOnce()) -> Vec<Vec<AuthorityId>> {
    let number = System::block_number() + 1;
    System::reset_events();
    System::initialize(&number, &System::parent_hash(), &digest(slot));
    AllPalletsWithSystem::on_initialize(number);
    Timestamp::set_timestamp(slot * SLOT);
    calls();
    AllPalletsWithSystem::on_finalize(number);
    let header = System::finalize();
    Availability::do_try_state().unwrap();
    header
        .digest
        .logs
        .iter()
        .filter_map(|log| {
            let (engine, mut data) = log.as_consensus()?;
            assert_eq!(engine, AURA_ENGINE_ID);
            match ConsensusLog::decode(&mut data).unwrap() {
                ConsensusLog::AuthoritiesChange(list) => Some(list),
                ConsensusLog::OnDisabled(_) => None,
            }
        })
        .collect()
}

/// Makes an empty block in `slot`.
pub fn block(slot: u64) -> Vec<Vec<AuthorityId>> {
    block_with(slot, || {})
}

/// Makes blocks in these slots.
pub fn blocks(slots: impl IntoIterator<Item = u64>) {
    slots.into_iter().for_each(|slot| {
        block(slot);
    });
}

/// The slot of the first block of most tests.
pub const FIRST: u64 = 1_000;

/// Who has to produce in `slot`.
pub fn producer(slot: u64) -> AccountId {
    let schedule = Availability::schedule();
    let index = schedule.order[(slot % schedule.order.len() as u64) as usize];
    schedule.producers[index as usize].account
}

/// Slots of each account in the schedule, by counting its places.
pub fn counts() -> BTreeMap<AccountId, u32> {
    let schedule = Availability::schedule();
    schedule.order.iter().fold(BTreeMap::new(), |mut counts, index| {
        *counts.entry(schedule.producers[*index as usize].account).or_default() += 1;
        counts
    })
}

/// Where the session stands: its index and the slot after which it began.
pub fn session() -> (SessionIndex, u64) {
    let schedule = Availability::schedule();
    (schedule.session, schedule.start)
}

/// Makes a block in each slot up to the end of the current session, except in those of `absent`.
pub fn session_without(absent: &[AccountId]) {
    let (index, start) = session();
    let from = Availability::schedule().slot + 1;
    for slot in from.max(start + 1).. {
        if !absent.contains(&producer(slot)) {
            block(slot);
        }
        if session().0 > index {
            return;
        }
    }
}

/// Credits `who` with what it has earned.
pub fn credit(who: AccountId, amount: Rep) {
    mint(who, amount);
    <Availability as Encumber<AccountId>>::encumber(&who, amount);
}

/// What `who` has free, in units.
pub fn free(who: AccountId) -> Rep {
    TestLedger::free(BLOCK, &who)
}

/// Gives `who` free reputation.
pub fn mint(who: AccountId, amount: Rep) {
    TestLedger::mint(BLOCK, &who, amount).unwrap();
}

/// Burns what `who` has encumbered.
pub fn burn(who: AccountId, amount: Rep) {
    assert_eq!(TestLedger::slash_held(BLOCK, HoldReason::Availability, &who, amount), amount);
}

/// What `who` has encumbered, in units.
pub fn held(who: AccountId) -> Rep {
    TestLedger::held(BLOCK, HoldReason::Availability, &who)
}
