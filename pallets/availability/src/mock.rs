//! A chain of Aura, sessions and this pallet, whose validators and reputation the tests set.

use crate as pallet_availability;
use crate::{consensus::SessionIndex, order::Seed, Discipline, ScheduleSeed};
use aitbc_primitives::reputation::{Domain, HoldReason, Rep, RepLedger};
use codec::{Decode, Encode};
use frame_support::{
    derive_impl,
    pallet_prelude::ValueQuery,
    parameter_types, storage_alias,
    traits::{BuildGenesisConfig, ConstBool, ConstU32, ConstU64, OnFinalize, OnInitialize},
};
use pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
use sp_consensus_aura::{sr25519::AuthorityId, ConsensusLog, Slot, AURA_ENGINE_ID};
use sp_core::sr25519;
use sp_runtime::{
    generic::{Digest, DigestItem},
    impl_opaque_keys,
    traits::ConvertInto,
    BuildStorage, DispatchError, DispatchResult, Perbill, TokenError,
};
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

    #[runtime::pallet_index(5)]
    pub type Timestamp = pallet_timestamp::Pallet<Test>;

    #[runtime::pallet_index(10)]
    pub type Aura = pallet_aura::Pallet<Test>;

    #[runtime::pallet_index(20)]
    pub type Availability = pallet_availability::Pallet<Test>;

    #[runtime::pallet_index(25)]
    pub type Authorship = pallet_authorship::Pallet<Test>;

    #[runtime::pallet_index(30)]
    pub type Balances = pallet_balances::Pallet<Test>;

    #[runtime::pallet_index(60)]
    pub type Session = pallet_session::Pallet<Test>;
}

/// Names an account.
pub type AccountId = u64;

/// Milliseconds of a slot.
const SLOT: u64 = 2_000;
/// The most places of a schedule.
const MAX_SCHEDULE: u32 = 1_000;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountData = pallet_balances::AccountData<u64>;
    type Block = frame_system::mocking::MockBlock<Test>;
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
    pub const MaxShare: Perbill = Perbill::from_parts(333_333_333);
    pub const MinDelivery: Perbill = Perbill::from_percent(50);
    pub const MissedSlotsPenalty: Perbill = Perbill::from_percent(1);
}

/// Who is elected from the next session on.
#[storage_alias]
pub type Elected = StorageValue<Mock, Vec<AccountId>, ValueQuery>;
/// Reputation that nothing holds.
#[storage_alias]
pub type Free = StorageValue<Mock, BTreeMap<AccountId, Rep>, ValueQuery>;
/// Reputation that is held.
#[storage_alias]
pub type Held = StorageValue<Mock, BTreeMap<AccountId, Rep>, ValueQuery>;
/// Accounts that were chilled.
#[storage_alias]
pub type Chilled = StorageValue<Mock, Vec<AccountId>, ValueQuery>;
/// Accounts whose relapse was reported.
#[storage_alias]
pub type Relapsed = StorageValue<Mock, Vec<AccountId>, ValueQuery>;

impl pallet_availability::Config for Test {
    type Discipline = TestDiscipline;
    type Ledger = TestLedger;
    type MaxOutage = ConstU32<6>;
    type MaxProducers = ConstU32<200>;
    type MaxShare = MaxShare;
    type MinDelivery = MinDelivery;
    type MissedSlotsPenalty = MissedSlotsPenalty;
    type RelapsePeriod = ConstU32<100>;
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
    fn seed(session: SessionIndex) -> Seed {
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

/// Lets a chilled account apply as a validator again.
pub fn validate(who: AccountId) {
    Chilled::mutate(|chilled| chilled.retain(|chilled| *chilled != who));
}

/// Block reputation in two maps. Nothing is ever at stake.
pub struct TestLedger;

impl TestLedger {
    fn shift(from: &mut Rep, to: &mut Rep, amount: Rep) -> DispatchResult {
        *from = from
            .checked_sub(amount)
            .ok_or(DispatchError::Token(TokenError::FundsUnavailable))?;
        *to += amount;
        Ok(())
    }
}

impl RepLedger<AccountId> for TestLedger {
    fn issuance(_: Domain) -> Rep {
        Free::get().values().chain(Held::get().values()).sum()
    }
    fn balance(domain: Domain, who: &AccountId) -> Rep {
        Self::free(domain, who) + Self::held(domain, HoldReason::Availability, who)
    }
    fn free(_: Domain, who: &AccountId) -> Rep {
        Free::get().get(who).copied().unwrap_or_default()
    }
    fn held(_: Domain, _: HoldReason, who: &AccountId) -> Rep {
        Held::get().get(who).copied().unwrap_or_default()
    }
    fn hold(_: Domain, _: HoldReason, who: &AccountId, amount: Rep) -> DispatchResult {
        Free::mutate(|free| {
            Held::mutate(|held| {
                Self::shift(
                    free.entry(*who).or_default(),
                    held.entry(*who).or_default(),
                    amount,
                )
            })
        })
    }
    fn release(_: Domain, _: HoldReason, who: &AccountId, amount: Rep) -> DispatchResult {
        Free::mutate(|free| {
            Held::mutate(|held| {
                Self::shift(
                    held.entry(*who).or_default(),
                    free.entry(*who).or_default(),
                    amount,
                )
            })
        })
    }
    fn mint(_: Domain, who: &AccountId, amount: Rep) -> DispatchResult {
        Free::mutate(|free| *free.entry(*who).or_default() += amount);
        Ok(())
    }
    fn slash_held(_: Domain, _: HoldReason, who: &AccountId, amount: Rep) -> Rep {
        Held::mutate(|held| {
            let held = held.entry(*who).or_default();
            let slashed = amount.min(*held);
            *held -= slashed;
            slashed
        })
    }
}

/// The Aura key of an account at genesis.
pub fn key(who: AccountId) -> AuthorityId {
    let mut raw = [0; 32];
    raw[..8].copy_from_slice(&who.to_le_bytes());
    sr25519::Public::from_raw(raw).into()
}

/// A chain before block 1.
pub struct Genesis {
    /// The elected validators.
    pub elected: Vec<AccountId>,
    /// Those of them that have keys.
    pub keyed: Vec<AccountId>,
    /// What the elected have encumbered, in the same order.
    pub encumbered: Vec<Rep>,
    /// Slots of a session.
    pub session_length: u32,
}

/// A chain of one validator at genesis.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_chain() -> sp_io::TestExternalities {
    frame_system::GenesisConfig::<Test>::default()
        .build_storage()
        .unwrap()
        .into()
}

impl Genesis {
    /// Validators 1, 2, 3 ... with so much encumbered, and sessions of 20 slots.
    pub fn of(encumbered: &[Rep]) -> Self {
        let elected: Vec<_> = (1..=encumbered.len() as AccountId).collect();
        Self {
            keyed: elected.clone(),
            elected,
            encumbered: encumbered.to_vec(),
            session_length: 20,
        }
    }

    /// Runs `test` at genesis.
    pub fn execute(self, test: impl FnOnce()) {
        let mut chain: sp_io::TestExternalities = frame_system::GenesisConfig::<Test>::default()
            .build_storage()
            .unwrap()
            .into();
        chain.execute_with(|| {
            SessionLength::set(&self.session_length);
            Elected::put(&self.elected);
            let held = self.elected.iter().copied().zip(self.encumbered);
            Held::put(held.collect::<BTreeMap<_, _>>());
            let keys = self
                .keyed
                .iter()
                .map(|who| (*who, *who, Keys { aura: key(*who) }));
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
    let digest = Digest {
        logs: vec![DigestItem::PreRuntime(
            AURA_ENGINE_ID,
            Slot::from(slot).encode(),
        )],
    };
    System::reset_events();
    System::initialize(&number, &System::parent_hash(), &digest);
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
    schedule
        .order
        .iter()
        .fold(BTreeMap::new(), |mut counts, index| {
            *counts
                .entry(schedule.producers[*index as usize].account)
                .or_default() += 1;
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

/// What `who` has encumbered, in units.
pub fn held(who: AccountId) -> Rep {
    Held::get()[&who]
}
