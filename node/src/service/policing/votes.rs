//! Which votes to send, and when.

use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    reputation::{
        pool_vote::{AuthorityId, AuthoritySignature, KEY_TYPE},
        pools::{views::PoolApi, BlockVote, Seats, Side},
    },
    AccountId, BlockNumber, Hash,
};
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_core::sr25519::Public;
use sp_keystore::KeystorePtr;
use std::collections::BTreeSet;

/// How old the oldest block without a vote is when one is sent.
const AGE: BlockNumber = 4;

/// How old the newest block in a vote is at least: its pool was opened in the block before the best one, so that
/// nodes that lag by one block know of it too.
const YOUNGEST: BlockNumber = 2;

/// After how many blocks without inclusion a vote is sent again.
const PATIENCE: BlockNumber = 3;

/// The seats of a key.
pub type KeySeats = (Public, Vec<Seats<AccountId>>);

/// What is known of the best chain.
pub trait BestChain {
    /// The number of its last block.
    fn best(&self) -> BlockNumber;

    /// The hash of a block of it.
    fn hash(&self, number: BlockNumber) -> Option<Hash>;

    /// What this node says of a block.
    fn verdict(&self, number: BlockNumber, hash: Hash) -> Option<Side>;
}

/// Decides which votes to send.
#[derive(Default)]
pub struct Planner {
    /// Votes that were sent and are not in a block.
    sent: Vec<Sent>,
}

#[derive(Debug)]
struct Sent {
    key: Public,
    vote: BlockVote<AccountId>,
    /// The best block when it was sent.
    at: BlockNumber,
}

impl Planner {
    /// The votes to sign and send now, each with its key.
    ///
    /// A vote that was sent before is sent again as it is, since the transaction pool refuses a vote that shares a
    /// block with one that waits. Once its last block is replaced it can be in no block, and what it spoke
    /// of is voted on anew.
    pub fn plan(
        &mut self,
        chain: &impl BestChain,
        keys: &[KeySeats],
    ) -> Vec<(Public, BlockVote<AccountId>)> {
        let best = chain.best();
        self.sent.retain(|sent| {
            chain.hash(sent.vote.last) == Some(sent.vote.hash) && sent.is_pending(keys)
        });
        let mut due = vec![];
        for sent in &mut self.sent {
            if best >= sent.at.saturating_add(PATIENCE) {
                sent.at = best;
                due.push((sent.key, sent.vote.clone()));
            }
        }
        for (key, seats) in keys {
            let voters: BTreeSet<_> = seats.iter().map(|seats| &seats.account).collect();
            for voter in voters {
                let open = self.open(chain, *key, voter, seats);
                for vote in votes(chain, voter, &open) {
                    self.sent.push(Sent { key: *key, vote: vote.clone(), at: best });
                    due.push((*key, vote));
                }
            }
        }
        due
    }

    /// The blocks, oldest first, that a voter has to vote on and has sent no vote about, with what to say.
    fn open(
        &self,
        chain: &impl BestChain,
        key: Public,
        voter: &AccountId,
        seats: &[Seats<AccountId>],
    ) -> Vec<(BlockNumber, Side)> {
        let sent: BTreeSet<_> = self
            .sent
            .iter()
            .filter(|sent| sent.key == key && sent.vote.voter == *voter)
            .flat_map(|sent| sent.vote.verdicts().map(|(block, _)| block))
            .collect();
        seats
            .iter()
            .filter(|seats| seats.account == *voter && !seats.voted && !sent.contains(&seats.block))
            .filter(|seats| seats.block.saturating_add(YOUNGEST) <= chain.best())
            .filter_map(|seats| {
                let hash = chain.hash(seats.block)?;
                Some((seats.block, chain.verdict(seats.block, hash)?))
            })
            .collect()
    }
}

impl Sent {
    /// Whether one of its blocks waits for the vote.
    fn is_pending(&self, keys: &[KeySeats]) -> bool {
        keys.iter().filter(|(key, _)| *key == self.key).flat_map(|(_, seats)| seats).any(|seats| {
            seats.account == self.vote.voter
                && !seats.voted
                && self.vote.verdicts().any(|(block, _)| block == seats.block)
        })
    }
}

/// The votes about blocks, oldest first, that are due: as few as can be, each about 16 blocks in a row at most.
fn votes(
    chain: &impl BestChain,
    voter: &AccountId,
    mut open: &[(BlockNumber, Side)],
) -> Vec<BlockVote<AccountId>> {
    let mut votes = vec![];
    while let Some((oldest, _)) = open.first() {
        if oldest.saturating_add(AGE) > chain.best() {
            break;
        }
        let count = open.partition_point(|(block, _)| block.saturating_sub(*oldest) < u16::BITS);
        let (these, rest) = open.split_at(count);
        open = rest;
        let Some((last, _)) = these.last() else { break };
        let Some(hash) = chain.hash(*last) else { break };
        let bits = |wanted| {
            these
                .iter()
                .filter(|(_, side)| *side == wanted)
                .map(|(block, _)| 1u16.checked_shl(last.saturating_sub(*block)).unwrap_or_default())
                .fold(0, |bits, bit| bits | bit)
        };
        votes.push(BlockVote {
            voter: voter.clone(),
            last: *last,
            hash,
            for_blocks: bits(Side::For),
            against_blocks: bits(Side::Against),
        });
    }
    votes
}

/// The seats of all pool vote keys in the keystore, in the state after block `at`.
pub fn seats<C>(client: &C, keystore: &KeystorePtr, at: Hash) -> Result<Vec<KeySeats>, ApiError>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: PoolApi<Block, AccountId>,
{
    let api = client.runtime_api();
    keystore
        .sr25519_public_keys(KEY_TYPE)
        .into_iter()
        .map(|key| Ok((key, api.seats(at, AuthorityId::from(key))?)))
        .collect()
}

/// The transaction for a vote, signed with a key of the keystore. No two signatures are alike, so a vote that is
/// sent again is another transaction.
pub fn transaction<C>(
    client: &C,
    keystore: &KeystorePtr,
    at: Hash,
    genesis: &Hash,
    key: &Public,
    vote: BlockVote<AccountId>,
) -> Result<UncheckedExtrinsic, String>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: PoolApi<Block, AccountId>,
{
    let signature = keystore
        .sr25519_sign(KEY_TYPE, key, &vote.payload(genesis))
        .map_err(|error| error.to_string())?
        .ok_or_else(|| format!("the keystore has no secret of the key {key}"))?;
    client
        .runtime_api()
        .block_vote(at, vote, AuthoritySignature::from(signature))
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests;
