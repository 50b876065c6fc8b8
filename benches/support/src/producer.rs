//! Makes blocks as the one validator of the development chain does.

use crate::{
    wasm::{Changes, Wasm},
    Result,
};
use aitbc_primitives::{
    consensus::{vrf, Randomness},
    time::SLOT_DURATION,
    Moment,
};
use aitbc_runtime::{transaction, Block, BlockNumber, Hash, UncheckedExtrinsic};
use aitbc_test_support::{header, START};
use sp_core::{
    crypto::{Pair as _, VrfSecret},
    sr25519::Pair,
};
use sp_runtime::{
    traits::BlakeTwo256,
    transaction_validity::{InvalidTransaction, TransactionValidityError},
    ApplyExtrinsicResult, ExtrinsicInclusionMode,
};
use sp_state_machine::Backend;

/// What a block is refused with when it does not fit any more.
const FULL: TransactionValidityError =
    TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources);

/// The latest block of a chain, and when the next one will be made.
#[derive(Clone)]
pub struct Head {
    /// Its hash.
    pub hash: Hash,
    /// Its number.
    pub number: BlockNumber,
    /// When the next block will be made, in milliseconds since 1970.
    pub next: Moment,
}

impl Head {
    /// That of a chain which has only its genesis.
    pub fn genesis(hash: Hash) -> Self {
        Self { hash, number: 0, next: START }
    }

    /// Moves on to `block`, the next one.
    pub fn advance(&mut self, block: &Block) {
        self.hash = block.header.hash();
        self.number = block.header.number;
        self.next += SLOT_DURATION;
    }
}

/// The one validator of a chain.
pub struct Producer {
    keys: Pair,
    genesis: Hash,
}

impl Producer {
    /// Alice, on the chain with this genesis.
    pub fn new(genesis: Hash) -> Result<Self> {
        Ok(Self { keys: Pair::from_string("//Alice", None)?, genesis })
    }

    /// The genesis of its chain.
    pub fn genesis(&self) -> Hash {
        self.genesis
    }

    /// Builds the block after `head`, whose state is given, of as many of these transactions as fit. All
    /// of them must be valid and succeed.
    pub fn build(
        &self,
        wasm: &Wasm,
        state: &impl Backend<BlakeTwo256>,
        head: &Head,
        transactions: impl IntoIterator<Item = UncheckedExtrinsic>,
    ) -> Result<(Block, Changes)> {
        let mut changes = Changes::default();
        let slot = head.next / SLOT_DURATION;
        let randomness: Randomness =
            wasm.call(state, &mut Changes::default(), "RandomnessApi_randomness", &())?;
        let transcript = vrf::transcript(&self.genesis, slot, &randomness.rho);
        let mut header = header(head.number + 1, head.hash, slot);
        header.digest.push(vrf::item(&self.keys.vrf_sign(&transcript.into())));
        let _: ExtrinsicInclusionMode =
            wasm.call(state, &mut changes, "Core_initialize_block", &header)?;
        let mut extrinsics = Vec::new();
        let timestamp = transaction::timestamp(head.next);
        for extrinsic in core::iter::once(timestamp).chain(transactions) {
            // What a transaction that does not fit has changed before that showed must go.
            changes.start_transaction();
            let result: ApplyExtrinsicResult =
                wasm.call(state, &mut changes, "BlockBuilder_apply_extrinsic", &extrinsic)?;
            match result {
                Ok(Ok(())) => {
                    changes.commit_transaction().map_err(|error| format!("{error:?}"))?;
                    extrinsics.push(extrinsic);
                }
                Err(FULL) => {
                    changes.rollback_transaction().map_err(|error| format!("{error:?}"))?;
                    break;
                }
                _ => {
                    return Err(
                        format!("transaction of block {}: {result:?}", head.number + 1).into()
                    )
                }
            }
        }
        let header = wasm.call(state, &mut changes, "BlockBuilder_finalize_block", &())?;
        Ok((Block { header, extrinsics }, changes))
    }
}
