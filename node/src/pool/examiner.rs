//! Judges transactions without running the runtime's Wasm.
//!
//! It looks at what can be told by the format of transactions that this node was built with and one read of the
//! state: the nonce, whether its sender can pay the least fee, the era, the signature. What it lets through is still
//! validated by the runtime before it gets into the pool.

use super::room::{Sender, Ticket};
use crate::client::{FullBackend, FullClient};
use aitbc_primitives::{opaque, opaque::Block, AccountId, Balance, BlockNumber, Hash};
use aitbc_runtime::{
    adapters::fees::{LengthToFee, WeightToFee},
    configs::system::BlockHashCount,
    transaction, Address, Nonce, Runtime, RuntimeCall, SignedPayload, TxExtension,
    UncheckedExtrinsic, VERSION,
};
use codec::{Decode, DecodeAll, DecodeLimit, Encode};
use frame_support::{
    dispatch::{DispatchClass, DispatchInfo, GetDispatchInfo},
    weights::{Weight, WeightToFee as _},
};
use sc_client_api::StorageProvider;
use sp_api::CallApiAt;
use sp_blockchain::HeaderBackend;
use sp_core::{storage::StorageKey, traits::CallContext};
use sp_runtime::{
    generic::{Era, Preamble},
    traits::{Hash as _, TransactionExtension, Verify},
    transaction_validity::InvalidTransaction,
};
use sp_state_machine::BasicExternalities;
use std::sync::{Arc, Mutex, PoisonError};

/// Levels of containers within a transaction, at most: what has more is judged by the runtime, which has a stack of
/// its own.
const DEPTH: u32 = 32;
/// Blocks that a transaction waits at most.
const STAY: BlockNumber = 2_400;
/// Priorities are tips in this part of a unit for each picosecond.
const SCALE: u128 = 1 << 40;
/// How a transaction says that no hash of the metadata was signed.
const NO_METADATA_HASH: [u8; 1] = [0];

type BlockWeights = <Runtime as frame_system::Config>::BlockWeights;
type BlockLength = <Runtime as frame_system::Config>::BlockLength;
/// What the state says of an account.
type AccountInfo = frame_system::AccountInfo<Nonce, <Runtime as frame_system::Config>::AccountData>;

/// A transaction that may wait.
pub struct Case {
    /// Its place.
    pub ticket: Ticket,
    /// Who has sent it.
    pub sender: Sender,
    /// Whether the runtime has to validate it before, since its signature could not be checked.
    pub needs_runtime: bool,
}

/// Why a transaction is refused.
#[derive(Debug)]
pub enum Fault {
    /// It is wrong.
    Invalid(InvalidTransaction),
    /// The state could not be read.
    Unreadable(String),
}

impl From<InvalidTransaction> for Fault {
    fn from(invalid: InvalidTransaction) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<sp_blockchain::Error> for Fault {
    fn from(error: sp_blockchain::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// Judges transactions on the best block.
pub struct Examiner {
    client: Arc<FullClient>,
    genesis: Hash,
    /// The best block that was seen last, and the version of its runtime if that has the format of this node's.
    runtime: Mutex<Option<(Hash, Option<u32>)>>,
}

impl Examiner {
    /// One for this chain.
    pub fn new(client: Arc<FullClient>) -> Self {
        let genesis = client.info().genesis_hash;
        Self { client, genesis, runtime: Mutex::new(None) }
    }

    /// Judges a transaction that came from a client of this node if `is_local`, or from a peer. `None` is one that
    /// cannot wait: it is of another format, or nobody has signed it.
    pub fn examine(
        &self,
        transaction: &opaque::UncheckedExtrinsic,
        is_local: bool,
    ) -> Result<Option<Case>, Fault> {
        let info = self.client.info();
        let Some(spec) = self.spec_version(info.best_hash)? else { return Ok(None) };
        let encoded = transaction.encode();
        let Ok(decoded) = UncheckedExtrinsic::decode_with_depth_limit(DEPTH, &mut &encoded[..])
        else {
            return Ok(None);
        };
        let Preamble::Signed(Address::Id(who), signature, extension) = decoded.preamble else {
            return Ok(None);
        };
        let (_, _, _, _, _, mortality, nonce, _, payment, metadata_hash, _) = &extension;
        let is_without_hash = metadata_hash.encode() == NO_METADATA_HASH;
        let (nonce, tip, era) = (nonce.0, payment.tip(), mortality.0);
        let call = decoded.function;
        let Some(sender) = self.sender(info.best_hash, &who)? else { return Ok(None) };
        let is_stale = nonce < sender.nonce;
        // That it is signed must not be left out for peers, who could send anything with an old nonce.
        if is_stale && is_local {
            return Err(InvalidTransaction::Stale.into());
        }
        let cost = least_fee(encoded.len()).saturating_add(tip);
        if cost > sender.balance {
            return Err(InvalidTransaction::Payment.into());
        }
        let info_of_call = dispatch_info(&call, &extension);
        let is_normal = info_of_call.class == DispatchClass::Normal;
        if encoded.len() as u64 > u64::from(*BlockLength::get().max.get(info_of_call.class)) {
            return Err(InvalidTransaction::ExhaustsResources.into());
        }
        // What else was hashed, and who may send what is not normal, is only known to the runtime.
        let needs_runtime = !is_without_hash || !is_normal;
        let priority =
            if is_normal { priority(&info_of_call, encoded.len(), tip) } else { u128::MAX };
        let (birth, death) = self.era(era, info.best_number)?;
        let payload = self.payload(call, extension, spec, birth);
        if is_without_hash && !payload.using_encoded(|payload| signature.verify(payload, &who)) {
            return Err(InvalidTransaction::BadProof.into());
        }
        if is_stale {
            return Err(InvalidTransaction::Stale.into());
        }
        let ticket = Ticket {
            hash: aitbc_primitives::Hashing::hash(&encoded),
            sender: who,
            nonce,
            priority,
            cost,
            bytes: encoded.len(),
            death,
            is_local,
        };
        Ok(Some(Case { ticket, sender, needs_runtime }))
    }

    /// What the state of a block says of an account; `None` if it says it in another form than this node knows.
    pub fn sender(&self, at: Hash, who: &AccountId) -> Result<Option<Sender>, Fault> {
        let key = StorageKey(frame_system::Account::<Runtime>::hashed_key_for(who));
        let stored = StorageProvider::<Block, FullBackend>::storage(&*self.client, at, &key)?;
        let Some(stored) = stored else { return Ok(Some(Sender::default())) };
        let account = AccountInfo::decode_all(&mut &stored.0[..]).ok();
        Ok(account.map(|AccountInfo { nonce, data, .. }| Sender { nonce, balance: data.free }))
    }

    /// The version of the block's runtime, if its transactions have the format of this node's.
    fn spec_version(&self, at: Hash) -> Result<Option<u32>, Fault> {
        let mut runtime = self.runtime.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((seen, spec)) = *runtime {
            if seen == at {
                return Ok(spec);
            }
        }
        let version = self
            .client
            .runtime_version_at(at, CallContext::Offchain)
            .map_err(|error| Fault::Unreadable(error.to_string()))?;
        let is_known = version.transaction_version == VERSION.transaction_version;
        let spec = is_known.then_some(version.spec_version);
        *runtime = Some((at, spec));
        Ok(spec)
    }

    /// The hash of the block with which an era begins, which is signed, and the first block for which a transaction of it
    /// does not wait any more.
    fn era(&self, era: Era, best: BlockNumber) -> Result<(Hash, BlockNumber), Fault> {
        let latest = best.saturating_add(STAY);
        if era.is_immortal() {
            return Ok((self.genesis, latest));
        }
        let next = u64::from(best) + 1;
        let birth = era.birth(next);
        let is_known = birth + u64::from(BlockHashCount::get()) >= u64::from(best);
        let birth = BlockNumber::try_from(birth).ok().filter(|_| is_known);
        let birth = birth.ok_or(InvalidTransaction::AncientBirthBlock)?;
        let hash = self.client.hash(birth)?.ok_or(InvalidTransaction::AncientBirthBlock)?;
        let death = BlockNumber::try_from(era.death(next)).unwrap_or(BlockNumber::MAX);
        Ok((hash, death.min(latest)))
    }

    /// What the sender of a transaction has signed.
    fn payload(
        &self,
        call: RuntimeCall,
        extension: TxExtension,
        spec: u32,
        birth: Hash,
    ) -> SignedPayload {
        let format = VERSION.transaction_version;
        let implicit = ((), (), spec, format, self.genesis, birth, (), (), (), None, ());
        SignedPayload::from_raw(call, extension, implicit)
    }
}

/// The least that a transaction of so many bytes costs, whatever it does.
fn least_fee(bytes: usize) -> Balance {
    let length = Weight::from_parts(bytes as u64, 0);
    WeightToFee::weight_to_fee(&base_weight()).saturating_add(LengthToFee::weight_to_fee(&length))
}

/// The tip that gives a transfer of so many bytes this priority.
pub fn tip_for(priority: u128, bytes: usize) -> Balance {
    let dest = AccountId::new([0; 32]).into();
    let call: RuntimeCall = pallet_balances::Call::transfer_keep_alive { dest, value: 0 }.into();
    let info = dispatch_info(&call, &transaction::extension(0, 0));
    priority.saturating_mul(weight_of(&info, bytes)).div_ceil(SCALE)
}

/// The tip of a call for its weight.
fn priority(info: &DispatchInfo, bytes: usize, tip: Balance) -> u128 {
    tip.saturating_mul(SCALE) / weight_of(info, bytes)
}

/// The class and the weight of a transaction. Weights may depend on parameters, for which there is no state here: then
/// they are the default ones.
fn dispatch_info(call: &RuntimeCall, extension: &TxExtension) -> DispatchInfo {
    BasicExternalities::default().execute_with(|| DispatchInfo {
        extension_weight: extension.weight(call),
        ..call.get_dispatch_info()
    })
}

/// The weight of a transaction with this call, in picoseconds and at least 1. One that takes a larger part of a block's
/// length than of its time counts by that.
fn weight_of(info: &DispatchInfo, bytes: usize) -> u128 {
    let time = u128::from(base_weight().saturating_add(info.total_weight()).ref_time());
    let block_time = u128::from(BlockWeights::get().max_block.ref_time());
    let block_length = u128::from(*BlockLength::get().max.get(DispatchClass::Normal)).max(1);
    time.max((bytes as u128).saturating_mul(block_time) / block_length).max(1)
}

/// What every transaction weighs besides its call and its extensions.
fn base_weight() -> Weight {
    BlockWeights::get().get(DispatchClass::Normal).base_extrinsic
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
