//! A chain of Aura, sessions and offences, whose validators and sessions the tests set.

use crate as pallet_equivocation;
use aitbc_primitives::{
    consensus::{
        equivocation::{EquivocationProof, ProvenHeader},
        vrf, SessionIndex, SlotNumber,
    },
    Header,
};
use aitbc_test_support::{digest, header, signed, TestExternalities, GENESIS_HASH};
pub use aitbc_test_support::{AccountId, ADA, BEN, CYD, DEE};
use codec::Encode;
use frame_support::{
    assert_ok, construct_runtime, derive_impl,
    pallet_prelude::ValueQuery,
    parameter_types, storage_alias,
    traits::{
        BuildGenesisConfig, ConstBool, ConstU32, ConstU64, OnFinalize, OnInitialize,
        OneSessionHandler,
    },
    weights::Weight,
};
use frame_system::{
    offchain::{CreateBare, CreateTransactionBase},
    pallet_prelude::BlockNumberFor,
};
use pallet_session::{SessionManager, ShouldEndSession};
use sp_consensus_aura::{sr25519::AuthorityId, AURA_ENGINE_ID};
use sp_core::{
    crypto::{key_types, KeyTypeId, Pair as _, VrfSecret},
    ed25519,
    sr25519::Pair,
    H256,
};
use sp_runtime::{
    app_crypto::app_crypto,
    impl_opaque_keys,
    traits::{Convert, ConvertInto, OpaqueKeys},
    BoundToRuntimeAppPublic, BuildStorage, DigestItem, Perbill,
};
use sp_staking::{
    offence::{OffenceDetails, OnOffenceHandler},
    EraIndex,
};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Timestamp: pallet_timestamp,
        Aura: pallet_aura,
        Balances: pallet_balances,
        Offences: pallet_offences,
        Equivocation: pallet_equivocation,
        Session: pallet_session,
    }
}

/// Milliseconds of a slot.
const SLOT: u64 = 2_000;

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
    type DisabledValidators = ();
    type MaxAuthorities = ConstU32<100>;
    type SlotDuration = ConstU64<SLOT>;
}

impl pallet_offences::Config for Test {
    type IdentificationTuple = (AccountId, ());
    type OnOffenceHandler = Judge;
    type RuntimeEvent = RuntimeEvent;
}

mod voter {
    use super::*;
    app_crypto!(ed25519, key_types::GRANDPA);
}

impl_opaque_keys! {
    /// The keys of a validator.
    pub struct Keys {
        pub aura: Producers,
        pub grandpa: Voters,
    }
}

impl pallet_session::Config for Test {
    type Currency = Balances;
    type DisablingStrategy = ();
    type KeyDeposit = ConstU64<0>;
    type Keys = Keys;
    type NextSessionRotation = Rotations;
    type RuntimeEvent = RuntimeEvent;
    type SessionHandler =
        pallet_equivocation::KeyLog<Test, <Keys as OpaqueKeys>::KeyTypeIdProviders>;
    type SessionManager = Elections;
    type ShouldEndSession = Rotations;
    type ValidatorId = AccountId;
    type ValidatorIdOf = ConvertInto;
    type WeightInfo = ();
}

parameter_types! {
    pub storage LogLength: SessionIndex = 10;
    /// Stake of the eras before is slashable no more.
    pub storage FirstEra: EraIndex = 0;
    pub const OffenceWeight: Weight = Weight::from_parts(1_000_000_000_000, 0);
}

impl pallet_equivocation::Config for Test {
    type EraOf = EraOf;
    type LogLength = LogLength;
    type MaxValidators = ConstU32<8>;
    type OffenceWeight = OffenceWeight;
    type Offences = Offences;
    type WeightInfo = ();
}

impl<LocalCall> CreateTransactionBase<LocalCall> for Test
where
    RuntimeCall: From<LocalCall>,
{
    type Extrinsic = UncheckedExtrinsic;
    type RuntimeCall = RuntimeCall;
}

impl<LocalCall> CreateBare<LocalCall> for Test
where
    RuntimeCall: From<LocalCall>,
{
    fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
        UncheckedExtrinsic::new_bare(call)
    }
}

/// A transaction of this chain.
pub type UncheckedExtrinsic = frame_system::mocking::MockUncheckedExtrinsic<Test>;

/// Who is elected from the next session on.
#[storage_alias]
pub type Elected = StorageValue<Mock, Vec<AccountId>, ValueQuery>;
/// Whether the next block ends the session.
#[storage_alias]
type EndsSession = StorageValue<Mock, bool, ValueQuery>;
/// What the session handlers were told, and whether the log had the session then.
#[storage_alias]
pub type Told = StorageValue<Mock, Vec<(Notice, bool)>, ValueQuery>;
/// Who was punished: account, fraction, session and reporters.
#[storage_alias]
pub type Punished =
    StorageValue<Mock, Vec<(AccountId, Perbill, SessionIndex, Vec<AccountId>)>, ValueQuery>;

/// What a session handler can be told.
#[derive(Clone, Debug, PartialEq, Eq, codec::Encode, codec::Decode)]
pub enum Notice {
    Genesis(Vec<AccountId>),
    New { changed: bool, validators: Vec<AccountId>, queued: Vec<AccountId> },
    Ending,
    Disabled(u32),
}

/// Ends a session when [`end_session`] says so.
pub struct Rotations;

impl ShouldEndSession<BlockNumberFor<Test>> for Rotations {
    fn should_end_session(_: BlockNumberFor<Test>) -> bool {
        EndsSession::get()
    }
}

impl frame_support::traits::EstimateNextSessionRotation<u64> for Rotations {
    fn average_session_length() -> u64 {
        10
    }
    fn estimate_current_session_progress(_: u64) -> (Option<sp_runtime::Permill>, Weight) {
        (None, Weight::zero())
    }
    fn estimate_next_session_rotation(_: u64) -> (Option<u64>, Weight) {
        (None, Weight::zero())
    }
}

/// Elects [`Elected`] each session; an unchanged list is no news.
pub struct Elections;

impl SessionManager<AccountId> for Elections {
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

fn tell(notice: Notice) {
    let is_logged = pallet_equivocation::Sessions::<Test>::contains_key(Session::current_index());
    Told::mutate(|told| told.push((notice, is_logged)));
}

/// The owner of the keys of producers.
pub struct Producers;

impl BoundToRuntimeAppPublic for Producers {
    type Public = AuthorityId;
}

impl OneSessionHandler<AccountId> for Producers {
    type Key = AuthorityId;

    fn on_genesis_session<'a, I>(validators: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
        tell(Notice::Genesis(validators.map(|(account, _)| *account).collect()));
    }

    fn on_new_session<'a, I>(changed: bool, validators: I, queued: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
        let accounts = |list: I| list.map(|(account, _)| *account).collect();
        tell(Notice::New { changed, validators: accounts(validators), queued: accounts(queued) });
    }

    fn on_before_session_ending() {
        tell(Notice::Ending);
    }

    fn on_disabled(index: u32) {
        tell(Notice::Disabled(index));
    }
}

/// The owner of the keys of voters.
pub struct Voters;

impl BoundToRuntimeAppPublic for Voters {
    type Public = voter::Public;
}

impl OneSessionHandler<AccountId> for Voters {
    type Key = voter::Public;

    fn on_genesis_session<'a, I>(_: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
    }

    fn on_new_session<'a, I>(_: bool, _: I, _: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
    }

    fn on_disabled(_: u32) {}
}

/// Notes who is punished.
pub struct Judge;

impl OnOffenceHandler<AccountId, (AccountId, ()), Weight> for Judge {
    fn on_offence(
        offenders: &[OffenceDetails<AccountId, (AccountId, ())>],
        fractions: &[Perbill],
        session: SessionIndex,
    ) -> Weight {
        for (details, fraction) in offenders.iter().zip(fractions) {
            let row = (details.offender.0, *fraction, session, details.reporters.clone());
            Punished::mutate(|punished| punished.push(row));
        }
        Weight::zero()
    }
}

/// Eras of two sessions: sessions 4 and 5 are era 2.
pub struct EraOf;

impl Convert<SessionIndex, Option<EraIndex>> for EraOf {
    fn convert(session: SessionIndex) -> Option<EraIndex> {
        let era = session / 2;
        (era >= FirstEra::get()).then_some(era)
    }
}

/// The key with which an account makes blocks: a new one with each generation.
pub fn pair_of(who: AccountId, generation: u8) -> Pair {
    let mut seed = [generation; 32];
    seed[0] = who as u8;
    Pair::from_seed(&seed)
}

/// The key with which an account makes blocks at genesis.
pub fn pair(who: AccountId) -> Pair {
    pair_of(who, 0)
}

fn voter_of(who: AccountId, generation: u8) -> ed25519::Pair {
    ed25519::Pair::from_seed(&pair_of(who, generation).public().0)
}

/// The key with which an account votes at genesis.
pub fn voter(who: AccountId) -> ed25519::Public {
    voter_of(who, 0).public()
}

/// All keys of an account.
pub fn keys(who: AccountId, generation: u8) -> Keys {
    Keys {
        aura: pair_of(who, generation).public().into(),
        grandpa: voter_of(who, generation).public().into(),
    }
}

/// The identifier of the keys of producers.
pub const AURA: KeyTypeId = key_types::AURA;
/// The identifier of the keys of voters.
pub const GRANDPA: KeyTypeId = key_types::GRANDPA;

/// Gives an account new keys, of a generation.
pub fn set_keys(who: AccountId, generation: u8) {
    take_keys(who, who, generation);
}

/// Takes the keys of an account from it.
pub fn purge_keys(who: AccountId) {
    assert_ok!(Session::purge_keys(signed(who)));
}

/// Gives an account the keys that were made for another.
pub fn take_keys(who: AccountId, from: AccountId, generation: u8) {
    let statement = [&b"POP_"[..], &who.encode()].concat();
    let producer = pair_of(from, generation).sign(&statement);
    let voter = voter_of(from, generation).sign(&statement);
    assert_ok!(Session::set_keys(signed(who), keys(from, generation), (producer, voter).encode()));
}

/// A chain without validators, with a keystore, for the tests of benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_chain() -> TestExternalities {
    let mut chain = empty_chain();
    chain.register_extension(sp_keystore::KeystoreExt::new(
        sp_keystore::testing::MemoryKeystore::new(),
    ));
    chain
}

/// A chain without validators.
pub fn empty_chain() -> TestExternalities {
    frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into()
}

/// Makes a chain whose validators are Ada, Ben and Cyd.
pub struct ExtBuilder {
    validators: Vec<AccountId>,
    log_length: SessionIndex,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self { validators: vec![ADA, BEN, CYD], log_length: 10 }
    }
}

impl ExtBuilder {
    /// How many sessions beside the current one the log holds: ten otherwise.
    pub fn log_length(self, log_length: SessionIndex) -> Self {
        Self { log_length, ..self }
    }

    /// The validators of the first two sessions.
    pub fn validators(self, validators: &[AccountId]) -> Self {
        Self { validators: validators.to_vec(), ..self }
    }

    /// Runs `test` at genesis, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        empty_chain().execute_with(|| {
            LogLength::set(&self.log_length);
            Elected::put(&self.validators);
            let known = [ADA, BEN, CYD, DEE];
            let genesis = pallet_session::GenesisConfig::<Test> {
                keys: known.map(|who| (who, who, keys(who, 0))).to_vec(),
                ..Default::default()
            };
            genesis.build();
            test();
            Equivocation::do_try_state().unwrap();
        });
    }
}

/// Makes the block of `slot` around `calls`, and checks the invariants.
pub fn block_with(slot: SlotNumber, calls: impl FnOnce()) {
    let number = System::block_number() + 1;
    System::reset_events();
    System::initialize(&number, &System::parent_hash(), &digest(slot));
    AllPalletsWithSystem::on_initialize(number);
    Timestamp::set_timestamp(slot * SLOT);
    calls();
    AllPalletsWithSystem::on_finalize(number);
    System::finalize();
    Equivocation::do_try_state().unwrap();
}

/// Makes an empty block in `slot`.
pub fn block(slot: SlotNumber) {
    block_with(slot, || {});
}

/// Makes the block of `slot`, which begins the next session.
pub fn end_session(slot: SlotNumber) {
    EndsSession::put(true);
    block(slot);
    EndsSession::kill();
}

/// Ends sessions, each of ten slots, until the current one is `session`: session 1 begins with the block of
/// slot 1 010, session 2 with that of slot 1 020 and so on.
pub fn run_to_session(session: SessionIndex) {
    for next in Session::current_index() + 1..=session {
        end_session(start(next));
    }
}

/// The slot of the block with which [`run_to_session`] begins a session.
pub fn start(session: SessionIndex) -> SlotNumber {
    1_000 + 10 * SlotNumber::from(session)
}

/// The randomness that headers of tests are made with.
pub const RHO: H256 = H256([7; 32]);

/// What of a header is signed. Two of different variants are of different blocks.
pub fn unsealed(author: &Pair, slot: SlotNumber, rho: H256, variant: u8) -> Header {
    let mut header = header(1, H256::repeat_byte(variant), slot);
    let transcript = vrf::transcript(&GENESIS_HASH, slot, &rho);
    header.digest.push(vrf::item(&author.vrf_sign(&transcript.into())));
    header
}

/// A header with its seal.
pub fn seal(mut header: Header, author: &Pair) -> Header {
    let seal = author.sign(header.hash().as_bytes());
    header.digest.push(DigestItem::Seal(AURA_ENGINE_ID, seal.encode()));
    header
}

/// A header as it stands in a proof.
pub fn proven(author: &Pair, slot: SlotNumber, rho: H256, variant: u8) -> ProvenHeader {
    ProvenHeader { header: seal(unsealed(author, slot, rho, variant), author), rho }
}

/// That `author` made two blocks in `slot`, said to be of `session`.
pub fn proof_by(author: &Pair, slot: SlotNumber, session: SessionIndex) -> EquivocationProof {
    EquivocationProof {
        offender: author.public(),
        slot,
        session,
        first: proven(author, slot, RHO, 1),
        second: proven(author, slot, RHO, 2),
    }
}

/// That `who` made two blocks in a slot of `session`, with its key of genesis.
pub fn proof(who: AccountId, session: SessionIndex) -> EquivocationProof {
    proof_by(&pair(who), start(session) + 5, session)
}
