//! Votes about blocks that are wrong, each in one of the ways in which a vote can be.

use crate::situation;
use aitbc_node::client::FullClient;
use aitbc_primitives::{
    opaque::UncheckedExtrinsic, reputation::pools::BlockVote, AccountId, BlockNumber, Hash, Header,
};
use codec::Encode;
use sp_blockchain::HeaderBackend;
use sp_core::{sr25519::Pair, Pair as _};

/// The byte with which bare transactions begin: format 5, without a signature or extensions.
const BARE: u8 = 5;

/// `ValidationPool::vote`: the index of the pallet and that of the call.
const CALL: [u8; 2] = [70, 0];

/// How much older a block is whose pool is closed, and how much newer one that is not there.
const FAR: BlockNumber = 100;

/// What is wrong with a vote. All before it is right, in the order in which votes are checked, but for the
/// signature, which is that of nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    NoBits,
    Contradiction,
    UnknownBlock,
    OtherFork,
    /// The voter is no member of any bench.
    Nobody,
    /// The pool is closed.
    Closed,
    /// A member who may vote did not sign it: all checks are made.
    BadSignature,
}

const FAULTS: [Fault; 7] = [
    Fault::NoBits,
    Fault::Contradiction,
    Fault::UnknownBlock,
    Fault::OtherFork,
    Fault::Nobody,
    Fault::Closed,
    Fault::BadSignature,
];

/// Makes votes in the name of others.
pub struct Forger {
    genesis: Hash,
    /// A block whose pool is open, and one whose pool is closed, if there is one.
    open: (BlockNumber, Hash),
    closed: (BlockNumber, Hash),
    /// Those who have seats.
    members: Vec<AccountId>,
    /// A key of nobody.
    nobody: Pair,
}

impl Forger {
    /// For votes on what is judged after the block `best`.
    pub fn new(client: &FullClient, best: &Header) -> Result<Self, String> {
        let named = |number| {
            client
                .hash(number)
                .map_err(|error| error.to_string())?
                .map(|hash| (number, hash))
                .ok_or_else(|| format!("there is no block {number}"))
        };
        let schedule = situation::schedule(client, best)?;
        Ok(Self {
            genesis: client.info().genesis_hash,
            open: named(best.number.saturating_sub(1))?,
            closed: named(best.number.saturating_sub(FAR))?,
            members: schedule.producers.into_iter().map(|producer| producer.account).collect(),
            nobody: Pair::generate().0,
        })
    }

    /// Vote number `index`: no two are alike, since no two signatures are.
    pub fn vote(&self, index: usize) -> UncheckedExtrinsic {
        let vote = self.content(FAULTS[index % FAULTS.len()], index);
        let signature = self.nobody.sign(&vote.payload(&self.genesis));
        let call = [&[BARE], &CALL[..], &(vote, signature).encode()].concat();
        UncheckedExtrinsic::from_blob(call)
    }

    fn content(&self, fault: Fault, index: usize) -> BlockVote<AccountId> {
        let (last, hash) = if fault == Fault::Closed { self.closed } else { self.open };
        let member = self.members.get((index / FAULTS.len()) % self.members.len().max(1)).cloned();
        let stranger = || AccountId::from(self.nobody.public());
        BlockVote {
            voter: member.filter(|_| fault != Fault::Nobody).unwrap_or_else(stranger),
            last: if fault == Fault::UnknownBlock { last.saturating_add(FAR) } else { last },
            hash: if fault == Fault::OtherFork { Hash::repeat_byte(1) } else { hash },
            for_blocks: u16::from(fault != Fault::NoBits),
            against_blocks: u16::from(fault == Fault::Contradiction),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codec::DecodeAll;
    use sp_core::sr25519::Signature;
    use std::collections::BTreeSet;

    const MEMBERS: [AccountId; 2] = [AccountId::new([1; 32]), AccountId::new([2; 32])];

    fn forger() -> Forger {
        Forger {
            genesis: Hash::zero(),
            open: (200, Hash::repeat_byte(2)),
            closed: (100, Hash::repeat_byte(3)),
            members: MEMBERS.to_vec(),
            nobody: Pair::generate().0,
        }
    }

    #[test]
    fn votes_are_bare_calls_and_all_different() {
        let forger = forger();
        let votes: BTreeSet<_> = (0..70).map(|index| forger.vote(index).inner().to_vec()).collect();
        assert_eq!(votes.len(), 70);
        for vote in votes {
            assert_eq!(vote[..3], [5, 70, 0]);
            assert!(<(BlockVote<AccountId>, Signature)>::decode_all(&mut &vote[3..]).is_ok());
        }
    }

    #[test]
    fn each_vote_has_its_fault_and_no_other() {
        let forger = forger();
        for (index, fault) in FAULTS.into_iter().enumerate() {
            let vote = forger.content(fault, index);
            assert_eq!(vote.for_blocks | vote.against_blocks == 0, fault == Fault::NoBits);
            assert_eq!(vote.for_blocks & vote.against_blocks != 0, fault == Fault::Contradiction);
            assert_eq!(vote.last > 200, fault == Fault::UnknownBlock);
            assert_eq!(vote.last < 200, fault == Fault::Closed);
            let hash = if fault == Fault::Closed { forger.closed.1 } else { forger.open.1 };
            assert_eq!(vote.hash != hash, fault == Fault::OtherFork);
            assert_eq!(!MEMBERS.contains(&vote.voter), fault == Fault::Nobody);
        }
    }

    #[test]
    fn votes_are_in_the_name_of_all_members() {
        let forger = forger();
        let voters: BTreeSet<_> = (0..20).map(|n| forger.content(Fault::Closed, n).voter).collect();
        assert_eq!(voters, MEMBERS.into_iter().collect());
    }
}
