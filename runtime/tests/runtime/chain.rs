//! A chain in memory that makes blocks as a node would.

use aitbc_primitives::consensus::{equivocation::ProvenHeader, vrf};
use aitbc_runtime::genesis::networks::Network as GenesisNetwork;
use aitbc_runtime::*;
use aitbc_test_support::{header, GENESIS_HASH, START};
use codec::Encode;
use frame_support::traits::{DisabledValidators, Get};
use pallet_availability::DisabledProducers;
use pallet_chain_settings::CurrentSlotDuration;
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_core::{
    crypto::{Pair as _, VrfSecret},
    sr25519::{Pair, Public},
    H256,
};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{ApplyExtrinsicResult, BuildStorage, DigestItem, DispatchError};
use std::collections::BTreeMap;

/// A chain of this runtime, at its latest block.
pub struct Chain {
    state: TestExternalities,
    parent: Hash,
    slot: u64,
    /// Validators that make no blocks.
    away: Vec<AccountId>,
    /// The keys with which blocks were made.
    keys: BTreeMap<Public, Pair>,
    /// The latest block and the key that has sealed it, if its header has a VRF.
    latest: Option<(Public, ProvenHeader)>,
    /// Whether blocks were made since the invariants have been checked.
    unchecked: bool,
}

/// What the producer of a slot signs its VRF and its block with.
struct Producer {
    key: Public,
    rho: H256,
    vrf: DigestItem,
}

impl Chain {
    /// Block 0 of a preset.
    pub fn of_preset(preset: &str) -> Self {
        Self::of_network(&GenesisNetwork::named(preset).unwrap())
    }

    /// Block 0 of a network.
    pub fn of_network(network: &GenesisNetwork) -> Self {
        Self::of_patch(genesis::patch(network))
    }

    /// Block 0 of a patch of the default genesis.
    pub fn of_patch(patch: serde_json::Value) -> Self {
        let mut genesis = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
        merge(&mut genesis, patch);
        let genesis: RuntimeGenesisConfig = serde_json::from_value(genesis).unwrap();
        let slot = START / genesis.chain_settings.slot_duration;
        Self {
            state: genesis.build_storage().unwrap().into(),
            parent: GENESIS_HASH,
            slot,
            away: vec![],
            keys: BTreeMap::new(),
            latest: None,
            unchecked: false,
        }
    }

    /// Another chain with the same blocks up to here.
    pub fn fork(&mut self) -> Self {
        let mut state = TestExternalities::default();
        state.backend = self.state.as_backend();
        Self {
            state,
            parent: self.parent,
            slot: self.slot,
            away: self.away.clone(),
            keys: self.keys.clone(),
            latest: self.latest.clone(),
            unchecked: self.unchecked,
        }
    }

    /// The development preset.
    pub fn development() -> Self {
        Self::of_preset(aitbc_primitives::presets::DEVELOPMENT)
    }

    /// Looks at the state, or changes it by the back door.
    pub fn inspect<R>(&mut self, look: impl FnOnce() -> R) -> R {
        self.state.execute_with(look)
    }

    /// Makes a block with these transactions in the next slot. All of them must be valid.
    pub fn block(
        &mut self,
        transactions: Vec<UncheckedExtrinsic>,
    ) -> Vec<Result<(), DispatchError>> {
        self.apply(transactions).into_iter().map(|result| result.unwrap()).collect()
    }

    /// Makes a block with these transactions in the next slot. With `try-runtime`, checks all
    /// invariants then, but of empty blocks in a row only after every eighth.
    pub fn apply(&mut self, transactions: Vec<UncheckedExtrinsic>) -> Vec<ApplyExtrinsicResult> {
        self.slot += 1;
        while self.slot_is_lost() {
            self.slot += 1;
        }
        let (slot, parent, producer) = (self.slot, self.parent, self.sign_vrf(self.slot));
        let empty = transactions.is_empty();
        let (results, header) = self.state.execute_with(|| {
            let mut header = header(System::block_number() + 1, parent, slot);
            header.digest.logs.extend(producer.as_ref().map(|producer| producer.vrf.clone()));
            let now = slot * CurrentSlotDuration::<Runtime>::get();

            Executive::initialize_block(&header);
            Executive::apply_extrinsic(transaction::timestamp(now)).unwrap().unwrap();
            let results = transactions.into_iter().map(Executive::apply_extrinsic).collect();
            let header = Executive::finalize_block();
            (results, header)
        });
        self.unchecked = empty && header.number % 8 != 0;
        if !self.unchecked {
            self.inspect(check_invariants);
        }
        self.latest = producer.map(|Producer { key, rho, .. }| {
            (key, ProvenHeader { header: seal(&self.keys[&key], header.clone()), rho })
        });
        self.parent = self.latest.as_ref().map_or(header.hash(), |(_, block)| block.header.hash());
        results
    }

    /// The VRF of the producer of `slot`, if one is required.
    fn sign_vrf(&mut self, slot: u64) -> Option<Producer> {
        if !self.inspect(pallet_vrf_beacon::Required::<Runtime>::get) {
            return None;
        }
        let producer = self.producer(slot).unwrap();
        let (key, rho) = self.inspect(|| {
            let authorities = pallet_aura::Authorities::<Runtime>::get();
            let key = Public::from(authorities[slot as usize % authorities.len()].clone());
            (key, VrfBeacon::randomness().rho)
        });
        let pair = self.keys.entry(key).or_insert_with(|| pair(&producer, key));
        let transcript = vrf::transcript(&GENESIS_HASH, slot, &rho);
        Some(Producer { key, rho, vrf: vrf::item(&pair.vrf_sign(&transcript.into())) })
    }

    /// The latest block as the network has it, and the key that has sealed it.
    pub fn latest(&self) -> (Public, ProvenHeader) {
        self.latest.clone().unwrap()
    }

    /// Whether the slot belongs to a disabled validator, whose blocks are invalid, or to somebody
    /// who is away.
    fn slot_is_lost(&mut self) -> bool {
        let slot = self.slot;
        let away = self.producer(slot).is_some_and(|who| self.away.contains(&who));
        away || self.inspect(|| {
            let places = pallet_aura::Authorities::<Runtime>::get().len() as u64;
            DisabledProducers::<Runtime>::is_disabled((slot % places) as u32)
        })
    }

    /// Who has to produce in `slot`, as far as the current schedule knows.
    pub fn producer(&mut self, slot: u64) -> Option<AccountId> {
        let schedule = self.inspect(Availability::schedule);
        let place = slot.checked_rem(schedule.order.len() as u64)?;
        let index = schedule.order.get(place as usize)?;
        Some(schedule.producers[usize::from(*index)].account.clone())
    }

    /// Lets the slots of `who` pass without a block from now on, or no more.
    pub fn set_away(&mut self, who: Sr25519Keyring, away: bool) {
        self.away.retain(|account| *account != who.to_account_id());
        if away {
            self.away.push(who.to_account_id());
        }
    }

    /// Makes empty blocks until the session with this index, in which the last of them is the first.
    pub fn run_to_session(&mut self, index: u32) {
        while self.inspect(pallet_session::CurrentIndex::<Runtime>::get) < index {
            self.blocks(1);
        }
    }

    /// The slot of the latest block, or the last one that has passed without one.
    pub fn slot(&self) -> u64 {
        self.slot
    }

    /// Makes empty blocks until the next one is somebody else's than `who`'s and not the first of a
    /// session.
    pub fn run_to_block_of_others(&mut self, who: Sr25519Keyring) {
        while self.next_begins_session() || self.next_producer() == Some(who.to_account_id()) {
            self.blocks(1);
        }
    }

    /// Makes empty blocks until the next one is `who`'s and not the first of a session.
    pub fn run_to_block_of(&mut self, who: Sr25519Keyring) {
        while self.next_begins_session() || self.next_producer() != Some(who.to_account_id()) {
            self.blocks(1);
        }
    }

    /// Makes empty blocks until the next one is the first of a session.
    pub fn run_to_rotation(&mut self) {
        while !self.next_begins_session() {
            self.blocks(1);
        }
    }

    /// Whether a block in the next slot begins a session, or is block 1.
    fn next_begins_session(&mut self) -> bool {
        let schedule = self.inspect(Availability::schedule);
        schedule.start == 0 || self.slot + 1 >= schedule.start + u64::from(schedule.length)
    }

    /// Who has to produce in the next slot.
    pub fn next_producer(&mut self) -> Option<AccountId> {
        self.producer(self.slot + 1)
    }

    /// Makes `number` empty blocks.
    pub fn blocks(&mut self, number: u32) {
        for _ in 0..number {
            self.block(vec![]);
        }
    }

    /// Lets `number` slots pass without a block.
    pub fn skip_slots(&mut self, number: u64) {
        self.slot += number;
    }

    /// Lets the state look as if the code before this one had been of `spec_version`.
    #[cfg(feature = "next-version")]
    pub fn pretend_upgrade_from(&mut self, spec_version: u32) {
        self.inspect(|| {
            frame_system::LastRuntimeUpgrade::<Runtime>::put(frame_system::LastRuntimeUpgradeInfo {
                spec_version: spec_version.into(),
                spec_name: VERSION.spec_name,
            })
        });
    }

    /// Makes a block with one call of `who` and returns how the call ended.
    pub fn call(
        &mut self,
        who: Sr25519Keyring,
        call: impl Into<RuntimeCall>,
    ) -> Result<(), DispatchError> {
        let transaction = self.sign(who, call);
        self.block(vec![transaction]).remove(0)
    }

    /// Signs a call with the account's next nonce.
    pub fn sign(
        &mut self,
        who: Sr25519Keyring,
        call: impl Into<RuntimeCall>,
    ) -> UncheckedExtrinsic {
        let call = call.into();
        self.inspect(|| {
            let account = who.to_account_id();
            let nonce = System::account_nonce(&account);
            signed(who, call, nonce)
        })
    }

    /// How many tokens an account has, in any form.
    pub fn balance(&mut self, who: &AccountId) -> Balance {
        use frame_support::traits::fungible::Inspect;
        self.inspect(|| Balances::total_balance(who))
    }

    /// All tokens there are.
    pub fn issuance(&mut self) -> Balance {
        self.inspect(pallet_balances::TotalIssuance::<Runtime>::get)
    }

    /// The events of the latest block.
    pub fn events(&mut self) -> Vec<RuntimeEvent> {
        self.inspect(|| System::read_events_no_consensus().map(|record| record.event).collect())
    }
}

/// A header with a seal of this key over what it was before.
pub fn seal(pair: &Pair, mut header: Header) -> Header {
    let signature = pair.sign(header.hash().as_bytes());
    header.digest.push(DigestItem::Seal(AURA_ENGINE_ID, signature.encode()));
    header
}

/// The key of `owner`'s with this public part: one that a preset has published, or one from the seed of
/// [`keys_of`](super::session::keys_of).
fn pair(owner: &AccountId, key: Public) -> Pair {
    let published = Sr25519Keyring::from_public(&key).map(|key| key.pair());
    let pair = published.unwrap_or_else(|| Pair::from_seed(owner.as_ref()));
    assert_eq!(pair.public(), key);
    pair
}

/// A signed transaction without a tip that is valid for ever.
pub fn signed(who: Sr25519Keyring, call: RuntimeCall, nonce: Nonce) -> UncheckedExtrinsic {
    let sign = |bytes: &[u8]| Signature::Sr25519(who.sign(bytes));
    transaction::signed(call, who.to_account_id(), nonce, 0, GENESIS_HASH, sign)
}

/// The last block of a test is checked, too.
impl Drop for Chain {
    fn drop(&mut self) {
        if self.unchecked && !std::thread::panicking() {
            self.inspect(check_invariants);
        }
    }
}

/// Checks the invariants of all pallets, ours and others'.
#[cfg(not(feature = "try-runtime"))]
fn check_invariants() {}

/// Checks the invariants of all pallets, ours and others'.
#[cfg(feature = "try-runtime")]
fn check_invariants() {
    use frame_support::traits::{TryState, TryStateSelect};
    AllPalletsWithSystem::try_state(System::block_number(), TryStateSelect::All).unwrap();
}

fn merge(into: &mut serde_json::Value, patch: serde_json::Value) {
    match (into, patch) {
        (serde_json::Value::Object(into), serde_json::Value::Object(patch)) => {
            for (key, value) in patch {
                merge(into.entry(key).or_insert(serde_json::Value::Null), value);
            }
        }
        (into, patch) => *into = patch,
    }
}
