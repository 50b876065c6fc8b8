//! Judges transactions without running the runtime's Wasm.
//!
//! It looks at what can be told by the format of transactions that this node was built with and one read of the
//! state: the nonce, whether its sender can pay the least fee, the era, the signature. What it lets through is still
//! validated by the runtime before it gets into the pool.

use super::{
    format::{dispatch_info_of_transfer, Format, Signed},
    room::{Refusal, Sender, Ticket},
};
use crate::client::{FullBackend, FullClient};
use aitbc_primitives::{opaque, opaque::Block, AccountId, Balance, BlockNumber, Hash};
use aitbc_runtime::{
    adapters::fees::{LengthToFee, WeightToFee},
    configs::system::BlockHashCount,
    Nonce, Runtime,
};
use codec::{DecodeAll, Encode};
use frame_support::{
    dispatch::{DispatchClass, DispatchInfo},
    weights::{Weight, WeightToFee as _},
};
use sc_client_api::StorageProvider;
use sp_blockchain::HeaderBackend;
use sp_core::storage::StorageKey;
use sp_runtime::{generic::Era, traits::Hash as _, transaction_validity::InvalidTransaction};
use sp_state_machine::BasicExternalities;
use std::sync::Arc;

/// Blocks that a transaction waits at most.
const STAY: BlockNumber = 2_400;
/// Priorities are tips in this part of a unit for each picosecond.
const SCALE: u128 = 1 << 40;
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
    /// The room would not take it, which offers so much.
    Unwelcome(Refusal, u128),
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

/// Bytes of a block that are kept for what validators say: inherents and votes.
const BESIDES: u32 = 64 * 1024;

/// Judges transactions on the best block.
pub struct Examiner {
    client: Arc<FullClient>,
    genesis: Hash,
    format: Format,
}

impl Examiner {
    /// One for this chain.
    pub fn new(client: Arc<FullClient>) -> Self {
        let genesis = client.info().genesis_hash;
        Self { format: Format::new(client.clone()), client, genesis }
    }

    /// Judges a transaction that came from a client of this node if `is_local`, or from a peer. `None` is one that
    /// cannot wait: it is of another format, or nobody has signed it. None may be longer than a block can hold.
    /// `refusal` says why the room would not take it:
    /// then a client's signature need not be looked at. A peer's is, as a wrong one is the peer's fault.
    pub fn examine(
        &self,
        transaction: &opaque::UncheckedExtrinsic,
        is_local: bool,
        refusal: impl FnOnce(&Ticket, Sender) -> Option<Refusal>,
    ) -> Result<Option<Case>, Fault> {
        let info = self.client.info();
        let spec = self.format.spec_version(info.best_hash).map_err(Fault::Unreadable)?;
        let encoded = transaction.encode();
        if encoded.len() > longest() {
            return Err(InvalidTransaction::ExhaustsResources.into());
        }
        let (Some(spec), Some(signed)) = (spec, Signed::read(&encoded)) else { return Ok(None) };
        let Some(sender) = self.sender(info.best_hash, &signed.who)? else { return Ok(None) };
        let is_stale = signed.nonce() < sender.nonce;
        // That it is signed must not be left out for peers, who could send anything with an old nonce.
        if is_stale && is_local {
            return Err(InvalidTransaction::Stale.into());
        }
        let (bytes, tip) = (signed.bytes, signed.tip());
        let cost = least_fee(bytes).saturating_add(tip);
        if cost > sender.balance {
            return Err(InvalidTransaction::Payment.into());
        }
        let info_of_call = without_state(|| signed.dispatch_info());
        let is_normal = info_of_call.class == DispatchClass::Normal;
        let priority = if is_normal { priority(&info_of_call, bytes, tip) } else { u128::MAX };
        let (birth, death) = self.era(signed.era(), info.best_number)?;
        let ticket = Ticket {
            hash: aitbc_primitives::Hashing::hash(&encoded),
            sender: signed.who.clone(),
            nonce: signed.nonce(),
            priority,
            cost,
            bytes,
            death,
            is_local,
        };
        if is_local {
            if let Some(refusal) = refusal(&ticket, sender) {
                return Err(Fault::Unwelcome(refusal, priority));
            }
        }
        // What else was hashed, and who may send what is not normal, is only known to the runtime.
        let is_checkable = signed.is_without_metadata_hash();
        let needs_runtime = !is_checkable || !is_normal;
        if is_checkable && !signed.is_signed(&Signed::implicit(self.genesis, birth, spec)) {
            return Err(InvalidTransaction::BadProof.into());
        }
        if is_stale {
            return Err(InvalidTransaction::Stale.into());
        }
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
}

/// The most bytes that a block has room for in a transaction, whatever else it must hold. Longer ones, to which the runtime
/// has no objection, would wait for ever, and all others behind them.
fn longest() -> usize {
    let length = BlockLength::get();
    let normal = *length.max.get(DispatchClass::Normal);
    normal.saturating_sub(length.max_header_size()).saturating_sub(BESIDES) as usize
}

/// The least that a transaction of so many bytes costs, whatever it does.
fn least_fee(bytes: usize) -> Balance {
    let length = Weight::from_parts(bytes as u64, 0);
    WeightToFee::weight_to_fee(&base_weight()).saturating_add(LengthToFee::weight_to_fee(&length))
}

/// The tip that gives a transfer of so many bytes this priority.
pub fn tip_for(priority: u128, bytes: usize) -> Balance {
    let info = without_state(dispatch_info_of_transfer);
    priority.saturating_mul(weight_of(&info, bytes)).div_ceil(SCALE)
}

/// The tip of a call for its weight.
fn priority(info: &DispatchInfo, bytes: usize, tip: Balance) -> u128 {
    tip.saturating_mul(SCALE) / weight_of(info, bytes)
}

/// Weights may depend on parameters, for which there is no state here: then they are the default ones.
fn without_state(info: impl FnOnce() -> DispatchInfo) -> DispatchInfo {
    BasicExternalities::default().execute_with(info)
}

/// The weight of a transaction with this call, in picoseconds and at least 1. One that takes a larger part of a block's
/// length than of its time counts by that.
fn weight_of(info: &DispatchInfo, bytes: usize) -> u128 {
    let time = u128::from(base_weight().saturating_add(info.total_weight()).ref_time());
    let block_time = u128::from(normal_time());
    let block_length = u128::from(*BlockLength::get().max.get(DispatchClass::Normal)).max(1);
    time.max((bytes as u128).saturating_mul(block_time) / block_length).max(1)
}

/// The time that normal transactions have in a block.
fn normal_time() -> u64 {
    let weights = BlockWeights::get();
    let most = weights.get(DispatchClass::Normal).max_total;
    most.unwrap_or(weights.max_block).ref_time()
}

/// What every transaction weighs besides its call and its extensions.
fn base_weight() -> Weight {
    BlockWeights::get().get(DispatchClass::Normal).base_extrinsic
}
