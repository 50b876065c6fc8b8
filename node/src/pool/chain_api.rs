//! What the pool asks of the chain: above all whether a transaction is valid.
//!
//! The runtime's Wasm needs several times as long for that as the transfer itself takes, most of it to set up and to
//! clear an instance. So this asks the copy of the runtime that is built into the node, on the state of the same block, as
//! long as the chain runs that very version. Otherwise, and for whatever only the Wasm knows, it asks the Wasm. Blocks
//! are made and imported by the Wasm alone: a wrong answer here could only keep a transaction out, or let one in that
//! the author then leaves out.

use super::format::{Format, Signed};
use crate::{
    client::{FullBackend, FullClient},
    levers::Lever,
};
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    BlockNumber, Hash, Header,
};
use aitbc_runtime::{RuntimeOrigin, System, VERSION};
use async_trait::async_trait;
use codec::Encode;
use frame_support::dispatch::DispatchClass;
use sc_client_api::{Backend, TrieCacheContext};
use sc_executor::with_externalities_safe;
use sc_transaction_pool::{ChainApi, FullChainApi, ValidateTransactionPriority};
use sc_transaction_pool_api::TransactionSource;
use sp_blockchain::TreeRoute;
use sp_core::traits::SpawnEssentialNamed;
use sp_runtime::{
    generic::BlockId,
    traits::{DispatchTransaction, TransactionExtension},
    transaction_validity::{InvalidTransaction, TransactionValidity, ValidTransaction},
};
use sp_state_machine::{Ext, OverlayedChanges};
use std::{panic::AssertUnwindSafe, sync::Arc};
use substrate_prometheus_endpoint::Registry;
use tokio::{runtime::Handle, sync::Semaphore};

/// Transactions that are validated at a time, as by the SDK's.
const VALIDATIONS: usize = 2;
/// The version of the extensions of transactions that are signed.
const EXTENSION_VERSION: u8 = 0;

/// What is asked of the Wasm.
type WasmApi = FullChainApi<FullClient, Block>;
/// What goes wrong.
type Error = <WasmApi as ChainApi>::Error;

/// The chain as the pool sees it.
pub struct NativeApi {
    native: Arc<Native>,
    turns: Semaphore,
    /// Where it works: whoever asks need not be there.
    threads: Handle,
    wasm: WasmApi,
}

impl NativeApi {
    /// One for this chain, made where tasks can be spawned. Wasm runs in tasks of its own, which `spawner` spawns.
    pub fn new(
        client: Arc<FullClient>,
        backend: Arc<FullBackend>,
        registry: Option<&Registry>,
        spawner: &impl SpawnEssentialNamed,
    ) -> Self {
        let native = Native { format: Format::new(client.clone()), backend };
        Self {
            native: Arc::new(native),
            turns: Semaphore::new(VALIDATIONS),
            threads: Handle::current(),
            wasm: WasmApi::new(client, registry, spawner),
        }
    }
}

#[async_trait]
impl ChainApi for NativeApi {
    type Block = Block;
    type Error = Error;

    async fn validate_transaction(
        &self,
        at: Hash,
        source: TransactionSource,
        transaction: Arc<UncheckedExtrinsic>,
        priority: ValidateTransactionPriority,
    ) -> Result<TransactionValidity, Error> {
        if !Lever::BuiltInRuntime.is_on() {
            return self.wasm.validate_transaction(at, source, transaction, priority).await;
        }
        if source == TransactionSource::InBlock {
            if let Some(signed) = self.native.read(at, &transaction) {
                return Ok(Ok(included(&signed)));
            }
        }
        let turn = self.turns.acquire().await;
        let (native, copy) = (self.native.clone(), transaction.clone());
        let validity =
            self.threads.spawn_blocking(move || native.validate(at, source, &copy)).await;
        drop(turn);
        match validity.ok().flatten() {
            Some(validity) => Ok(validity),
            None => self.wasm.validate_transaction(at, source, transaction, priority).await,
        }
    }

    fn validate_transaction_blocking(
        &self,
        at: Hash,
        source: TransactionSource,
        transaction: Arc<UncheckedExtrinsic>,
    ) -> Result<TransactionValidity, Error> {
        self.wasm.validate_transaction_blocking(at, source, transaction)
    }

    fn block_id_to_number(&self, at: &BlockId<Block>) -> Result<Option<BlockNumber>, Error> {
        self.wasm.block_id_to_number(at)
    }

    fn block_id_to_hash(&self, at: &BlockId<Block>) -> Result<Option<Hash>, Error> {
        self.wasm.block_id_to_hash(at)
    }

    fn hash_and_length(&self, transaction: &UncheckedExtrinsic) -> (Hash, usize) {
        self.wasm.hash_and_length(transaction)
    }

    async fn block_body(&self, at: Hash) -> Result<Option<Vec<UncheckedExtrinsic>>, Error> {
        self.wasm.block_body(at).await
    }

    fn block_header(&self, at: Hash) -> Result<Option<Header>, Error> {
        self.wasm.block_header(at)
    }

    fn tree_route(&self, from: Hash, to: Hash) -> Result<TreeRoute<Block>, Error> {
        self.wasm.tree_route(from, to)
    }
}

/// What is asked about a transaction in a block: only what it provides.
fn included(signed: &Signed) -> ValidTransaction {
    ValidTransaction { provides: vec![(&signed.who, signed.nonce()).encode()], ..<_>::default() }
}

/// The runtime that is built into this node.
struct Native {
    format: Format,
    backend: Arc<FullBackend>,
}

impl Native {
    /// Reads a signed transaction, if the block has the runtime that is built in.
    fn read(&self, at: Hash, transaction: &UncheckedExtrinsic) -> Option<Signed> {
        let spec = self.format.spec_version(at).ok().flatten()?;
        (spec == VERSION.spec_version).then(|| Signed::read(&transaction.encode())).flatten()
    }

    /// Judges a transaction on the state of a block, if the Wasm need not be asked.
    fn validate(
        &self,
        at: Hash,
        source: TransactionSource,
        transaction: &UncheckedExtrinsic,
    ) -> Option<TransactionValidity> {
        let signed = self.read(at, transaction).filter(Signed::is_without_metadata_hash)?;
        let state = self.backend.state_at(at, TrieCacheContext::Untrusted).ok()?;
        let mut changes = OverlayedChanges::default();
        let mut state = Ext::new(&mut changes, &state, None);
        let judged = AssertUnwindSafe(|| validity(at, source, signed));
        with_externalities_safe(&mut state, judged)
            .inspect_err(|error| {
                log::error!("The built-in runtime gave up on a transaction: {error}")
            })
            .ok()
    }
}

/// What the runtime says of a transaction after block `at`, on whose state this runs. It does what `Executive` does, but
/// for signatures that are known to be right.
fn validity(at: Hash, source: TransactionSource, signed: Signed) -> TransactionValidity {
    System::initialize(&System::block_number().saturating_add(1), &at, &<_>::default());
    if !signed.is_signed(&signed.extension.implicit()?) {
        return Err(InvalidTransaction::BadProof.into());
    }
    let info = signed.dispatch_info();
    if info.class == DispatchClass::Mandatory {
        return Err(InvalidTransaction::MandatoryValidation.into());
    }
    let Signed { who, extension, call, bytes, .. } = signed;
    let origin = RuntimeOrigin::signed(who);
    extension
        .validate_only(origin, &call, &info, bytes, source, EXTENSION_VERSION)
        .map(|(valid, ..)| valid)
}

#[cfg(test)]
mod tests;
