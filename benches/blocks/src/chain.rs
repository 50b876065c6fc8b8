//! A chain in a database, which is as nodes have it.

use aitbc_bench_support::{
    producer::{Head, Producer},
    wasm::{Changes, Wasm},
    Result,
};
use aitbc_primitives::{consensus::SessionSchedule, time::SLOT_DURATION, AccountId};
use aitbc_runtime::{Block, Hash, Header, Runtime, UncheckedExtrinsic};
use codec::Decode;
use frame_support::weights::Weight;
use frame_system::{BlockWeight, ConsumedWeight};
use sc_client_api::{Backend as _, BlockImportOperation, NewBlockState, TrieCacheContext};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use sp_runtime::traits::{BlakeTwo256, Header as _};
use sp_state_machine::{Backend as _, BackendTransaction, StorageCollection};
use sp_storage::{StateVersion, Storage};
use std::{
    thread::sleep,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Those of the runtime's `system_version`.
const STATE_VERSION: StateVersion = StateVersion::V1;

/// Of how many blocks the state is kept: few, so that what a node does to forget older ones is measured too.
const KEPT_STATES: u32 = 4;

/// How many bytes of the trie a node keeps in memory.
const TRIE_CACHE: usize = 64 * 1024 * 1024;

/// After how many blocks the database takes for final what nobody has finalised: all of these are final at once.
const CANONICALIZATION_DELAY: u64 = 4_096;

/// What was stored of a block.
pub type State = <Backend<Block> as sc_client_api::Backend<Block>>::State;

/// Between two blocks: what the database does later is done then.
const REST: Duration = Duration::from_secs(1);

/// What a block takes.
pub struct Cost {
    /// The author, from the first transaction to the root of the state.
    pub built: Duration,
    /// Everybody else, from the first look at its header until it is in the database.
    pub imported: Duration,
    /// What its transactions and hooks have declared.
    pub declared: Weight,
}

/// A chain at its latest block.
pub struct Chain<'a> {
    wasm: &'a Wasm,
    producer: Producer,
    head: Head,
    backend: Backend<Block>,
    /// Where the database is, until the chain is dropped.
    _directory: TempDir,
}

impl<'a> Chain<'a> {
    /// Stores the state of block 0, and makes block 1, with which time begins.
    pub fn start(wasm: &'a Wasm, genesis: Storage) -> Result<Self> {
        let directory = tempfile::tempdir()?;
        let backend = open(&directory)?;
        let hash = store_genesis(&backend, genesis)?;
        let mut chain = Self {
            wasm,
            producer: Producer::new(hash)?,
            head: Head::genesis(hash),
            backend,
            _directory: directory,
        };
        chain.advance()?;
        Ok(chain)
    }

    /// The hash of block 0.
    pub fn genesis(&self) -> Hash {
        self.producer.genesis()
    }

    /// What is stored under `key`.
    pub fn get<T: Decode>(&self, key: &[u8]) -> Result<Option<T>> {
        let value = self.state()?.storage(key)?;
        Ok(value.map(|value| T::decode(&mut &value[..])).transpose()?)
    }

    /// Makes the next block, with as many of these transactions as fit, and says how many those are.
    ///
    /// Fails if one of them fails.
    pub fn block(
        &mut self,
        transactions: impl IntoIterator<Item = UncheckedExtrinsic>,
    ) -> Result<(usize, Cost)> {
        let transactions: Vec<_> = transactions.into_iter().collect();
        let state = self.state()?;
        let begin = Instant::now();
        let (block, _) = self.producer.build(self.wasm, &state, &self.head, transactions)?;
        let built = begin.elapsed();
        drop(state);
        sleep(REST);
        let imported = self.import(&block)?;
        self.head.advance(&block);
        let weight: Option<ConsumedWeight> = self.get(&BlockWeight::<Runtime>::hashed_key())?;
        let declared = weight.unwrap_or_default().total();
        // The first transaction is that of the time.
        Ok((block.extrinsics.len().saturating_sub(1), Cost { built, imported, declared }))
    }

    /// Makes empty blocks until the next one does not begin a session: that leaves no room for transactions.
    pub fn advance(&mut self) -> Result<()> {
        loop {
            self.block([])?;
            let state = self.state()?;
            let schedule: SessionSchedule<AccountId> =
                self.wasm.call(&state, &mut Changes::default(), "PorApi_schedule", &())?;
            let end = schedule.start + u64::from(schedule.length);
            if self.head.next / SLOT_DURATION < end {
                return Ok(());
            }
        }
    }

    /// The state after the latest block. Nothing of it is in memory yet.
    pub fn state(&self) -> Result<State> {
        self.backend.reset_trie_cache();
        Ok(self.backend.state_at(self.head.hash, TrieCacheContext::Trusted)?)
    }

    /// Stores entries by the back door, in a block of their own, and says how long that took.
    pub fn write(&mut self, entries: &[(Vec<u8>, Vec<u8>)]) -> Result<Duration> {
        let state = self.state()?;
        let begin = Instant::now();
        let delta = entries.iter().map(|(key, value)| (&key[..], Some(&value[..])));
        let (root, transaction) = state.storage_root(delta, STATE_VERSION);
        let header = Header::new(
            self.head.number + 1,
            Default::default(),
            root,
            self.head.hash,
            Default::default(),
        );
        let block = Block { header, extrinsics: Vec::new() };
        let changed = entries.iter().map(|(key, value)| (key.clone(), Some(value.clone())));
        self.store(&block, transaction, changed.collect())?;
        let time = begin.elapsed();
        self.head.advance(&block);
        Ok(time)
    }

    /// Executes `block` and stores it, as a node does with a block of others, and says how long that took.
    fn import(&self, block: &Block) -> Result<Duration> {
        let state = self.state()?;
        let begin = Instant::now();
        let mut changes = Changes::default();
        let () = self.wasm.call(&state, &mut changes, "Core_execute_block", block)?;
        let changes = changes.drain_storage_changes(&state, STATE_VERSION)?;
        self.store(block, changes.transaction, changes.main_storage_changes)?;
        Ok(begin.elapsed())
    }

    fn store(
        &self,
        block: &Block,
        transaction: BackendTransaction<BlakeTwo256>,
        changes: StorageCollection,
    ) -> Result<()> {
        let mut operation = self.backend.begin_operation()?;
        self.backend.begin_state_operation(&mut operation, self.head.hash)?;
        operation.set_block_data(
            block.header.clone(),
            Some(block.extrinsics.clone()),
            None,
            None,
            NewBlockState::Final,
            true,
        )?;
        operation.update_db_storage(transaction)?;
        operation.update_storage(changes, Vec::new())?;
        self.backend.commit_operation(operation)?;
        Ok(())
    }
}

/// A new database with the settings of a validator.
fn open(directory: &TempDir) -> Result<Backend<Block>> {
    let settings = DatabaseSettings {
        trie_cache_maximum_size: Some(TRIE_CACHE),
        state_pruning: Some(PruningMode::blocks_pruning(KEPT_STATES)),
        source: DatabaseSource::ParityDb { path: directory.path().to_owned() },
        blocks_pruning: BlocksPruning::KeepFinalized,
        pruning_filters: Vec::new(),
        metrics_registry: None,
    };
    Ok(Backend::new(settings, CANONICALIZATION_DELAY)?)
}

/// Stores block 0, and returns its hash.
fn store_genesis(backend: &Backend<Block>, genesis: Storage) -> Result<Hash> {
    let mut operation = backend.begin_operation()?;
    let root = operation.set_genesis_state(genesis, true, STATE_VERSION)?;
    let header = Header::new(0, Default::default(), root, Default::default(), Default::default());
    let hash = header.hash();
    operation.set_block_data(header, Some(Vec::new()), None, None, NewBlockState::Final, true)?;
    backend.commit_operation(operation)?;
    Ok(hash)
}
