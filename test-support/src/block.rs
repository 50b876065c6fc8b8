//! What a block begins with.

use aitbc_primitives::{BlockNumber, Hash, Header};
use codec::Encode;
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_runtime::{generic::Digest, traits::Header as _, DigestItem};

/// The hash of block 0. Any would do; pallet-system takes this one before it knows better.
pub const GENESIS_HASH: Hash = Hash::repeat_byte(69);

/// What the author of `slot` writes into its header before the block is executed.
pub fn digest(slot: u64) -> Digest {
    let aura = DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode());
    Digest { logs: vec![aura] }
}

/// The header with which the execution of a block begins.
pub fn header(number: BlockNumber, parent: Hash, slot: u64) -> Header {
    Header::new(number, Default::default(), Default::default(), parent, digest(slot))
}
