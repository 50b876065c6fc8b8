//! Votes of bench members on blocks: what makes one valid, and counting it.

use crate::{BlockPools, Call, Config, Error, Event, NewestPool, Pallet};
use aitbc_primitives::{
    reputation::{
        pool_vote,
        pools::{BlockVote, Side},
    },
    BlockNumber,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
    traits::Zero,
    transaction_validity::{
        InvalidTransaction, TransactionPriority, TransactionValidity, TransactionValidityError,
        UnknownTransaction, ValidTransaction,
    },
    RuntimeAppPublic,
};

/// The priority of votes in the transaction pool: above that of transactions which pay fees, below that of
/// reports of equivocations.
pub const VOTE_PRIORITY: TransactionPriority = TransactionPriority::MAX / 2;

/// With this prefix and what follows no two votes in the transaction pool speak of the same seat.
pub const TAG: &str = "block-vote";

impl<T: Config> Pallet<T> {
    /// The bits of `vote` that count, newest block first: those about open pools in which the voter has a
    /// seat, has not voted, and votes with the key that signed. There is at least one, or an error.
    pub(crate) fn check_vote(
        vote: &BlockVote<T::AccountId>,
        signature: &pool_vote::AuthoritySignature,
    ) -> Result<Vec<(BlockNumber, Side)>, Error<T>> {
        let BlockVote { voter, last, hash, for_blocks, against_blocks } = vote;
        ensure!(for_blocks | against_blocks != 0, Error::<T>::EmptyVote);
        ensure!(for_blocks & against_blocks == 0, Error::<T>::Contradiction);
        let known = NewestPool::<T>::get().is_some_and(|newest| *last <= newest);
        ensure!(known, Error::<T>::UnknownBlock);
        let of_this_fork = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(*last));
        ensure!(*hash == of_this_fork, Error::<T>::OtherFork);

        let mut key = None;
        let counted: Vec<_> = vote
            .verdicts()
            .filter(|(block, _)| {
                Self::key_of_seat(*block, voter)
                    .is_some_and(|own| *key.get_or_insert_with(|| own.clone()) == own)
            })
            .collect();
        let key = key.ok_or(Error::<T>::NothingToVote)?;
        let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
        ensure!(key.verify(&vote.payload(&genesis), signature), Error::<T>::BadSignature);
        Ok(counted)
    }

    /// The key of an account that can vote on a block and has not.
    fn key_of_seat(block: BlockNumber, voter: &T::AccountId) -> Option<pool_vote::AuthorityId> {
        let pool = BlockPools::<T>::get(block)?;
        let takes_votes = Self::block_number() < pool.closes;
        pool.members
            .into_iter()
            .find(|member| takes_votes && member.account == *voter && member.vote.is_none())
            .and_then(|member| member.key)
    }

    /// Counts the bits that [`check_vote`](Self::check_vote) has found.
    pub(crate) fn count_vote(vote: BlockVote<T::AccountId>, counted: Vec<(BlockNumber, Side)>) {
        let (mut for_blocks, mut against_blocks) = (0, 0);
        for (block, side) in counted {
            let bit = 1u16.checked_shl(vote.last.saturating_sub(block)).unwrap_or_default();
            match side {
                Side::For => for_blocks |= bit,
                Side::Against => against_blocks |= bit,
            }
            BlockPools::<T>::mutate_extant(block, |pool| {
                for member in &mut pool.members {
                    if member.account == vote.voter {
                        member.vote = Some(side);
                    }
                }
            });
        }
        let BlockVote { voter, last, .. } = vote;
        Self::deposit_event(Event::Voted { voter, last, for_blocks, against_blocks });
    }

    /// Whether a call without a signer may be in a block, or wait for one.
    pub(crate) fn check_unsigned(call: &Call<T>) -> TransactionValidity {
        let Call::vote { vote, signature } = call else {
            return InvalidTransaction::Call.into();
        };
        let counted = Self::check_vote(vote, signature).map_err(refusal)?;
        let valid = ValidTransaction::with_tag_prefix(TAG)
            .priority(VOTE_PRIORITY)
            .longevity(T::Contract::get().clamped().window.into())
            .propagate(true);
        counted
            .into_iter()
            .fold(valid, |valid, (block, _)| valid.and_provides((&vote.voter, block)))
            .build()
    }
}

/// What the transaction pool is told. A block that is not known may come: nobody is to blame for it.
fn refusal<T: Config>(error: Error<T>) -> TransactionValidityError {
    match error {
        Error::EmptyVote => InvalidTransaction::Custom(1).into(),
        Error::Contradiction => InvalidTransaction::Custom(2).into(),
        Error::OtherFork => InvalidTransaction::Custom(3).into(),
        Error::UnknownBlock => UnknownTransaction::CannotLookup.into(),
        Error::BadSignature => InvalidTransaction::BadProof.into(),
        _ => InvalidTransaction::Stale.into(),
    }
}
