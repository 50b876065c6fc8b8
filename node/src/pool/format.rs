//! Transactions of the format that this node was built with, which it can judge without the runtime's Wasm.

use crate::{client::FullClient, signatures};
use aitbc_primitives::{opaque, AccountId, Balance, Hash};
use aitbc_runtime::{
    transaction, Address, Nonce, RuntimeCall, Signature, TxExtension, UncheckedExtrinsic, VERSION,
};
use codec::{Decode, DecodeLimit, Encode};
use frame_support::dispatch::{DispatchInfo, GetDispatchInfo};
use sp_api::CallApiAt;
use sp_core::traits::CallContext;
use sp_io::hashing::blake2_256;
use sp_runtime::{
    generic::{Era, Preamble},
    traits::TransactionExtension,
};
use std::sync::{Arc, Mutex, PoisonError};

/// Levels of containers within a transaction, at most: what has more is judged by the runtime, which has a stack of
/// its own.
const DEPTH: u32 = 32;
/// How a transaction says that no hash of the metadata was signed.
const NO_METADATA_HASH: [u8; 1] = [0];

/// Bytes above which not what is signed, but its hash is.
const PAYLOAD: usize = 256;

/// What is signed beside what a transaction carries.
type Implicit = <TxExtension as TransactionExtension<RuntimeCall>>::Implicit;

/// A transaction that says that an account has signed it.
pub struct Signed {
    /// The account.
    pub who: AccountId,
    signature: Signature,
    /// What it carries beside its call.
    pub extension: TxExtension,
    /// What it does.
    pub call: RuntimeCall,
    raw_call: Vec<u8>,
    /// Its length.
    pub bytes: usize,
}

impl Signed {
    /// Reads one; `None` if it is of another format.
    pub fn read(encoded: &[u8]) -> Option<Self> {
        let read = UncheckedExtrinsic::decode_with_depth_limit(DEPTH, &mut &encoded[..]).ok()?;
        let Preamble::Signed(Address::Id(who), signature, extension) = read.preamble else {
            return None;
        };
        let (call, raw_call, bytes) = (read.function, read.encoded_call?, encoded.len());
        Some(Self { who, signature, extension, call, raw_call, bytes })
    }

    /// Which of the transactions of its account it is.
    pub fn nonce(&self) -> Nonce {
        self.extension.6 .0
    }

    /// What it pays beside its fee.
    pub fn tip(&self) -> Balance {
        self.extension.8.tip()
    }

    /// How long it is valid.
    pub fn era(&self) -> Era {
        self.extension.5 .0
    }

    /// Whether no hash of the metadata was signed with it. Such a hash is only known to the runtime's Wasm.
    pub fn is_without_metadata_hash(&self) -> bool {
        self.extension.9.encode() == NO_METADATA_HASH
    }

    /// The class and the weight of it.
    pub fn dispatch_info(&self) -> DispatchInfo {
        dispatch_info(&self.call, &self.extension)
    }

    /// What it must be signed with on the chain with this genesis, if `birth` is the block with which its era begins and
    /// `spec_version` that of the runtime.
    pub fn implicit(genesis: Hash, birth: Hash, spec_version: u32) -> Implicit {
        let format = VERSION.transaction_version;
        ((), (), spec_version, format, genesis, birth, (), (), (), None, ())
    }

    /// Whether its account has signed it, as it was sent: there are calls that can be written in several ways.
    pub fn is_signed(&self, implicit: &Implicit) -> bool {
        let mut payload = self.raw_call.clone();
        self.extension.encode_to(&mut payload);
        implicit.encode_to(&mut payload);
        if payload.len() > PAYLOAD {
            payload = blake2_256(&payload).to_vec();
        }
        signatures::verify(&self.signature, &payload, &self.who)
    }
}

/// The class and the weight of a transaction.
pub fn dispatch_info(call: &RuntimeCall, extension: &TxExtension) -> DispatchInfo {
    DispatchInfo { extension_weight: extension.weight(call), ..call.get_dispatch_info() }
}

/// The class and the weight of the smallest transfer.
pub fn dispatch_info_of_transfer() -> DispatchInfo {
    let dest = AccountId::new([0; 32]).into();
    let call: RuntimeCall = pallet_balances::Call::transfer_keep_alive { dest, value: 0 }.into();
    dispatch_info(&call, &transaction::extension(0, 0))
}

/// Who has signed a transaction of the format that this node was built with, if anybody has.
pub fn signer(transaction: &opaque::UncheckedExtrinsic) -> Option<AccountId> {
    /// How a transaction of version 4 with a signature begins.
    const SIGNED: u8 = 0b1000_0100;
    let (first, mut rest) = transaction.inner().split_first()?;
    if *first != SIGNED {
        return None;
    }
    match Address::decode(&mut rest) {
        Ok(Address::Id(who)) => Some(who),
        _ => None,
    }
}

/// Tells whether the runtime of a block has the format that this node was built with.
pub struct Format {
    client: Arc<FullClient>,
    /// The block that was asked for last, and the version of its runtime if that has the format.
    seen: Mutex<Option<(Hash, Option<u32>)>>,
}

impl Format {
    /// That of the runtimes of this chain.
    pub fn new(client: Arc<FullClient>) -> Self {
        Self { client, seen: Mutex::new(None) }
    }

    /// The version of the block's runtime, if its transactions have the format of this node's.
    pub fn spec_version(&self, at: Hash) -> Result<Option<u32>, String> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((block, spec)) = *seen {
            if block == at {
                return Ok(spec);
            }
        }
        let version = self.client.runtime_version_at(at, CallContext::Offchain);
        let version = version.map_err(|error| error.to_string())?;
        let is_known = version.transaction_version == VERSION.transaction_version;
        let spec = is_known.then_some(version.spec_version);
        *seen = Some((at, spec));
        Ok(spec)
    }
}
