//! A chain of Aura and this pallet, whose three producers take turns.

use crate as pallet_vrf_beacon;
use aitbc_primitives::consensus::{
    vrf::{self, Fault},
    ScheduleSeed, SlotNumber,
};
use aitbc_test_support::{digest, TestExternalities, GENESIS_HASH};
use frame_support::{
    construct_runtime, derive_impl,
    traits::{ConstBool, ConstU32, ConstU64, OnInitialize},
};
use sp_consensus_aura::sr25519::AuthorityId;
use sp_core::{
    crypto::{Pair as _, VrfSecret},
    sr25519::Pair,
    H256,
};
use sp_runtime::{BuildStorage, Digest, DigestItem};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Timestamp: pallet_timestamp,
        Aura: pallet_aura,
        VrfBeacon: pallet_vrf_beacon,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

impl pallet_timestamp::Config for Test {
    type MinimumPeriod = ConstU64<1>;
    type Moment = u64;
    type OnTimestampSet = ();
    type WeightInfo = ();
}

impl pallet_aura::Config for Test {
    type AllowMultipleBlocksPerSlot = ConstBool<false>;
    type AuthorityId = AuthorityId;
    type DisabledValidators = ();
    type MaxAuthorities = ConstU32<2_000>;
    type SlotDuration = ConstU64<2_000>;
}

impl pallet_vrf_beacon::Config for Test {
    type WeightInfo = ();
}

/// Slots of a session.
pub const LENGTH: u32 = 20;
/// The slot of the first block of most tests.
pub const FIRST: SlotNumber = 1_000;
/// What genesis begins with.
pub const GENESIS_RANDOMNESS: H256 = H256([3; 32]);

/// One of the producers.
pub fn pair(index: u64) -> Pair {
    Pair::from_seed(&[index as u8; 32])
}

/// Who has to produce in `slot`.
pub fn producer(slot: SlotNumber) -> Pair {
    pair(slot % 3)
}

/// A chain before block 1, after session 0 has begun, for the tests of benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_chain() -> TestExternalities {
    chain(true)
}

fn chain(required: bool) -> TestExternalities {
    let genesis = RuntimeGenesisConfig {
        aura: pallet_aura::GenesisConfig {
            authorities: (0..3).map(|index| pair(index).public().into()).collect(),
        },
        vrf_beacon: pallet_vrf_beacon::GenesisConfig {
            randomness: GENESIS_RANDOMNESS,
            required,
            ..Default::default()
        },
        ..Default::default()
    };
    let mut chain: TestExternalities = genesis.build_storage().unwrap().into();
    chain.execute_with(|| VrfBeacon::begin(0, 0, LENGTH));
    chain
}

/// Makes a chain whose blocks need a VRF.
pub struct ExtBuilder {
    required: bool,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self { required: true }
    }
}

impl ExtBuilder {
    /// No block needs a VRF.
    pub fn nothing_required() -> Self {
        Self { required: false }
    }

    /// Runs `test` at genesis, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        chain(self.required).execute_with(|| {
            test();
            VrfBeacon::do_try_state().unwrap();
        });
    }
}

/// The randomness of this session.
pub fn rho() -> H256 {
    VrfBeacon::randomness().rho
}

/// The item of `author` over what is given.
pub fn item_of(author: &Pair, genesis: H256, slot: SlotNumber, rho: H256) -> DigestItem {
    vrf::item(&author.vrf_sign(&vrf::transcript(&genesis, slot, &rho).into()))
}

/// The item of the producer of `slot`.
pub fn item(slot: SlotNumber) -> DigestItem {
    item_of(&producer(slot), GENESIS_HASH, slot, rho())
}

/// The output of the producer of `slot`.
pub fn output(slot: SlotNumber) -> H256 {
    H256(
        producer(slot)
            .make_bytes(b"aitbc-vrf-output", &vrf::transcript(&GENESIS_HASH, slot, &rho())),
    )
}

/// What a header begins with: that of Aura, and `items`.
fn after_slot(slot: SlotNumber, items: Vec<DigestItem>) -> Vec<DigestItem> {
    [digest(slot).logs, items].concat()
}

/// Begins a block whose header begins with `logs`, up to where this pallet comes.
fn begin(logs: Vec<DigestItem>) {
    System::initialize(&(System::block_number() + 1), &System::parent_hash(), &Digest { logs });
    Aura::on_initialize(System::block_number());
}

/// What the pallet makes of a block of `slot` with these items, which leaves nothing behind.
pub fn attempt(slot: SlotNumber, items: Vec<DigestItem>) -> Result<H256, Fault> {
    attempt_with(after_slot(slot, items))
}

/// What the pallet makes of a block whose header begins with `logs`, which leaves nothing behind.
pub fn attempt_with(logs: Vec<DigestItem>) -> Result<H256, Fault> {
    frame_support::storage::with_transaction(|| {
        begin(logs);
        sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(
            VrfBeacon::output(),
        ))
    })
    .unwrap()
}

/// Makes the block of `slot` with these items, and checks the invariants.
pub fn block_with(slot: SlotNumber, items: Vec<DigestItem>) {
    begin(after_slot(slot, items));
    VrfBeacon::on_initialize(System::block_number());
    System::finalize();
    VrfBeacon::do_try_state().unwrap();
}

/// Makes the block of `slot`.
pub fn block(slot: SlotNumber) {
    block_with(slot, vec![item(slot)]);
}
