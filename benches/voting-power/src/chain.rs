//! A chain in memory that makes blocks as a node would.

use aitbc_bench_support::{
    producer::{Head, Producer},
    wasm::{Changes, Wasm},
    Result,
};
use aitbc_primitives::{consensus::SessionSchedule, time::SLOT_DURATION, AccountId, Moment};
use aitbc_runtime::{Block, UncheckedExtrinsic};
use aitbc_test_support::GENESIS_HASH;
use codec::{Decode, Encode};
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{Backend, InMemoryBackend, IterArgs, TrieBackendBuilder};
use sp_storage::{StateVersion, Storage};
use sp_trie::recorder::Recorder;
use std::time::{Duration, Instant};

/// Those of the runtime's `system_version`.
const STATE_VERSION: StateVersion = StateVersion::V1;

/// A key and its value.
pub type Entry = (Vec<u8>, Vec<u8>);

/// A chain at its latest block.
pub struct Chain<'a> {
    wasm: &'a Wasm,
    state: InMemoryBackend<BlakeTwo256>,
    head: Head,
    producer: Producer,
}

impl<'a> Chain<'a> {
    /// The chain after block 1, with which time begins.
    pub fn start(wasm: &'a Wasm, genesis: &Storage) -> Result<Self> {
        let mut chain = Self {
            wasm,
            state: (genesis.clone(), STATE_VERSION).into(),
            head: Head::genesis(GENESIS_HASH),
            producer: Producer::new(GENESIS_HASH)?,
        };
        chain.block(Vec::new())?;
        Ok(chain)
    }

    /// When the next block will be made, in milliseconds since 1970.
    pub fn next(&self) -> Moment {
        self.head.next
    }

    /// Lets `duration`, rounded up to whole slots, pass without a block.
    pub fn wait(&mut self, duration: Moment) {
        self.head.next += duration.next_multiple_of(SLOT_DURATION);
    }

    /// What is stored under `key`.
    pub fn get<T: Decode>(&self, key: &[u8]) -> Result<Option<T>> {
        let value = self.state.storage(key)?;
        Ok(value.map(|value| T::decode(&mut &value[..])).transpose()?)
    }

    /// Stores entries by the back door.
    pub fn put(&mut self, entries: impl IntoIterator<Item = Entry>) {
        let entries = entries.into_iter().map(|(key, value)| (key, Some(value))).collect();
        self.state.insert([(None, entries)], STATE_VERSION);
    }

    /// All entries whose keys begin with `prefix`.
    pub fn entries(&self, prefix: &[u8]) -> Result<impl Iterator<Item = Result<Entry>> + '_> {
        let mut arguments = IterArgs::default();
        arguments.prefix = Some(prefix);
        let pairs = self.state.pairs(arguments)?;
        Ok(pairs.map(|pair| pair.map_err(Into::into)))
    }

    /// Makes the next block, with these transactions. All of them must be valid and succeed.
    pub fn block(&mut self, transactions: Vec<UncheckedExtrinsic>) -> Result<()> {
        let (block, mut changes) = self.build(transactions)?;
        let changes = changes.drain_storage_changes(&self.state, STATE_VERSION)?;
        self.state.apply_transaction(changes.transaction_storage_root, changes.transaction);
        // Without it, the nodes of all states before would stay in memory.
        self.state.backend_storage_mut().purge();
        self.head.advance(&block);
        Ok(())
    }

    /// Makes an empty block if the next one begins a session, in which pallet-session leaves no room
    /// for transactions.
    pub fn pass_begin_of_session(&mut self) -> Result<()> {
        let schedule: SessionSchedule<AccountId> = self.ask("PorApi_schedule", &())?;
        let end = schedule.start + u64::from(schedule.length);
        if self.head.next / SLOT_DURATION >= end {
            self.block(Vec::new())?;
        }
        Ok(())
    }

    /// Builds the next block, with these transactions, which must fit, and leaves the chain as it is.
    pub fn build(&self, transactions: Vec<UncheckedExtrinsic>) -> Result<(Block, Changes)> {
        let expected = transactions.len() + 1;
        let (block, changes) =
            self.producer.build(self.wasm, &self.state, &self.head, transactions)?;
        if block.extrinsics.len() != expected {
            return Err("a block is too small for these transactions".into());
        }
        Ok((block, changes))
    }

    /// How long a node needs to execute `block`, which must be the next one: all of it, with the
    /// signatures and the root of the state.
    pub fn time_to_execute(&self, block: &Block) -> Result<Duration> {
        let mut changes = Changes::default();
        let begin = Instant::now();
        let () = self.call(&mut changes, "Core_execute_block", block)?;
        Ok(begin.elapsed())
    }

    /// Asks the runtime, which changes nothing.
    pub fn ask<R: Decode>(&self, function: &str, arguments: &impl Encode) -> Result<R> {
        self.call(&mut Changes::default(), function, arguments)
    }

    /// How many entries of the state the runtime reads to answer.
    pub fn reads(&self, function: &str, arguments: &impl Encode) -> Result<usize> {
        let recorder = Recorder::default();
        let state = TrieBackendBuilder::wrap(&self.state).with_recorder(recorder.clone()).build();
        let mut changes = Changes::default();
        self.wasm.call::<Ignored>(&state, &mut changes, function, arguments)?;
        Ok(recorder.recorded_keys().values().map(|keys| keys.len()).sum())
    }

    /// Calls the runtime on the state of the latest block.
    fn call<R: Decode>(
        &self,
        changes: &mut Changes,
        function: &str,
        arguments: &impl Encode,
    ) -> Result<R> {
        self.wasm.call(&self.state, changes, function, arguments)
    }
}

/// An answer that nobody looks at.
pub struct Ignored;

impl Decode for Ignored {
    fn decode<I: codec::Input>(_: &mut I) -> Result<Self, codec::Error> {
        Ok(Self)
    }
}
