//! What clients that judge blocks ask about transactions, so that nothing native knows their format.

use crate::{
    limits::{RuntimeBlockLength, RuntimeBlockWeights},
    AccountId, Address, Runtime, RuntimeCall, UncheckedExtrinsic,
};
use aitbc_primitives::reputation::{
    pool_vote,
    pools::{BlockVote, Fullness},
};
use frame_support::dispatch::DispatchClass;
use sp_runtime::generic::Preamble;

/// The transaction that brings a vote into a block.
pub fn block_vote(
    vote: BlockVote<AccountId>,
    signature: pool_vote::AuthoritySignature,
) -> UncheckedExtrinsic {
    let vote = pallet_validation_pool::Call::vote { vote, signature };
    UncheckedExtrinsic::new_bare(vote.into())
}

/// Who has sent a transaction: its signer, or the voter of a vote about blocks. Nobody else is anybody.
///
/// The signature is not checked: whoever asks has it from a block or from its transaction pool.
pub fn sender(transaction: &UncheckedExtrinsic) -> Option<AccountId> {
    match (&transaction.preamble, &transaction.function) {
        (Preamble::Signed(Address::Id(signer), ..), _) => Some(signer.clone()),
        (
            Preamble::Bare(_),
            RuntimeCall::ValidationPool(pallet_validation_pool::Call::vote { vote, .. }),
        ) => Some(vote.voter.clone()),
        _ => None,
    }
}

/// How much of the latest block normal transactions have used, and how much they may.
pub fn fullness() -> Fullness {
    let normal = DispatchClass::Normal;
    let weights = RuntimeBlockWeights::get();
    Fullness {
        used: *frame_system::BlockWeight::<Runtime>::get().get(normal),
        max_weight: weights.get(normal).max_total.unwrap_or(weights.max_block),
        max_length: *RuntimeBlockLength::get().max.get(normal),
    }
}
