//! Why a question about the chain has no answer.

use super::{page, range::RangeFault};
use aitbc_primitives::{
    agents::registry::{MAX_TAGS, MAX_TAG_LEN},
    governance::proposals::ProposalId,
    market::{
        escrow::EscrowId,
        gpu::{GpuPoolId, PositionId},
    },
    reputation::pools::{PoolId, PostId},
    AccountId, BlockNumber, Hash,
};
use jsonrpsee::types::ErrorObjectOwned;
use std::fmt;

/// Why a question about the chain has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No block has this hash.
    UnknownBlock(Hash),
    /// The block should be in the chain, but is not in the database of this node.
    MissingBlock(BlockNumber),
    /// The database has the block, but not the state after it.
    NoState(Place),
    /// The runtime in the state after the block is too old for the question.
    NoApi {
        /// The runtime API it lacks.
        name: &'static str,
        /// The block.
        place: Place,
    },
    /// The runtime could not answer.
    Runtime {
        /// The block after which it was asked.
        place: Place,
        /// What it said.
        error: String,
    },
    /// The database could not be read.
    Database(String),
    /// The blocks asked about are not a range that can be answered.
    Range(RangeFault),
    /// The runtime does not know who produced the block.
    NoAuthor(Place),
    /// A list of so many is longer than one call may ask for.
    TooMany(u32),
    /// No pool that was opened by hand has this name.
    UnknownPool(PoolId),
    /// The block has no pool.
    NoBlockPool {
        /// The block.
        block: BlockNumber,
        /// The block after which the runtime was asked.
        place: Place,
    },
    /// The block had its pool too long ago.
    PoolForgotten {
        /// The block.
        block: BlockNumber,
        /// The block after which the runtime was asked.
        place: Place,
        /// The last block after which the runtime knows the pool.
        last: Place,
    },
    /// No post has this name.
    UnknownPost(PostId),
    /// No proposal has this number.
    UnknownProposal(ProposalId),
    /// The votes and calls of this proposal are gone.
    ArchivedProposal(ProposalId),
    /// No agent has this account.
    UnknownAgent(AccountId),
    /// No wallet has this account.
    UnknownWallet(AccountId),
    /// These are not the characters of a tag.
    BadTag(String),
    /// So many tags are none, or more than one search takes.
    TagCount(usize),
    /// No open escrow has this number.
    UnknownEscrow(EscrowId),
    /// No open stream has this number.
    UnknownStream(EscrowId),
    /// No pool of GPUs has this number.
    UnknownGpuPool(GpuPoolId),
    /// No position of GPUs has this number.
    UnknownPosition(PositionId),
    /// Proposals have no status or type of this name.
    UnknownName {
        /// What was asked for: a status or a type.
        what: &'static str,
        /// The name.
        name: String,
        /// Those that there are.
        names: Vec<&'static str>,
    },
}

/// A block, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its height.
    pub number: BlockNumber,
    /// Its hash.
    pub hash: Hash,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "block {} ({:?})", self.number, self.hash)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownBlock(hash) => write!(f, "no block has the hash {hash:?}"),
            Self::MissingBlock(number) => write!(
                f,
                "block {number} is not in the database of this node: it may still be syncing"
            ),
            Self::NoState(place) => write!(
                f,
                "this node does not have the state after {place}: ask an archive node, which runs \
                 with --state-pruning archive"
            ),
            Self::NoApi { name, place } => {
                write!(f, "the runtime after {place} is too old: it has no {name}")
            }
            Self::Runtime { place, .. } => {
                write!(f, "the runtime could not answer in the state after {place}")
            }
            Self::Database(_) => write!(f, "the database could not be read"),
            Self::Range(fault) => fault.fmt(f),
            Self::NoAuthor(place) => {
                write!(f, "the runtime does not know who produced {place}")
            }
            Self::TooMany(limit) => {
                write!(f, "{limit} are too many for one call: ask for at most {}", page::MAX)
            }
            Self::UnknownPool(pool) => write!(f, "there is no pool {pool}"),
            Self::NoBlockPool { block, place } => write!(
                f,
                "block {block} has no pool after {place}: pools are opened by the next block, from \
                 that of block 2 on, and not while a migration runs"
            ),
            Self::PoolForgotten { block, place, last } => write!(
                f,
                "the pool of block {block} is no longer kept after {place}: ask after {last}, the \
                 last to know it"
            ),
            Self::UnknownPost(post) => write!(f, "there is no post {post}"),
            Self::UnknownProposal(proposal) => write!(f, "there is no proposal {proposal}"),
            Self::ArchivedProposal(proposal) => {
                write!(f, "proposal {proposal} is archived: its votes and calls are gone")
            }
            Self::UnknownAgent(account) => write!(f, "{account} is not registered as an agent"),
            Self::UnknownWallet(account) => write!(f, "{account} is no wallet"),
            Self::BadTag(tag) => write!(
                f,
                "{tag:?} is no tag, which has 1 to {MAX_TAG_LEN} of a-z, 0-9, \"-\", \".\" and \":\""
            ),
            Self::TagCount(count) => {
                write!(f, "agents are found by 1 to {MAX_TAGS} tags, not by {count}")
            }
            Self::UnknownEscrow(escrow) => write!(f, "there is no open escrow {escrow}"),
            Self::UnknownStream(stream) => write!(f, "there is no open stream {stream}"),
            Self::UnknownGpuPool(pool) => write!(f, "there is no GPU pool {pool}"),
            Self::UnknownPosition(position) => write!(f, "there is no position {position}"),
            Self::UnknownName { what, name, names } => {
                write!(f, "there is no {what} {name:?}; there are: {}", names.join(", "))
            }
        }
    }
}

impl Failure {
    /// The error code, by which clients tell failures apart.
    pub fn code(&self) -> i32 {
        match self {
            Self::UnknownBlock(_) => 20_001,
            Self::MissingBlock(_) => 20_002,
            Self::NoState(_) => 20_003,
            Self::NoApi { .. } => 20_004,
            Self::Runtime { .. } => 20_005,
            Self::Database(_) => 20_006,
            Self::Range(_) => 20_007,
            Self::NoAuthor(_) => 20_008,
            Self::TooMany(_) => 20_009,
            // 20_101 to 20_103 are those of `dev_timeTravel`.
            Self::UnknownPool(_) | Self::NoBlockPool { .. } => 20_111,
            Self::UnknownPost(_) => 20_112,
            Self::PoolForgotten { .. } => 20_113,
            Self::UnknownProposal(_) | Self::ArchivedProposal(_) => 20_201,
            Self::UnknownName { .. } => 20_202,
            Self::UnknownAgent(_) => 20_301,
            Self::UnknownWallet(_) => 20_302,
            Self::BadTag(_) | Self::TagCount(_) => 20_303,
            Self::UnknownEscrow(_) => 20_401,
            Self::UnknownStream(_) => 20_402,
            Self::UnknownGpuPool(_) => 20_403,
            Self::UnknownPosition(_) => 20_404,
        }
    }

    fn details(&self) -> Option<&str> {
        match self {
            Self::Runtime { error, .. } | Self::Database(error) => Some(error),
            _ => None,
        }
    }
}

impl From<sp_blockchain::Error> for Failure {
    fn from(error: sp_blockchain::Error) -> Self {
        Self::Database(error.to_string())
    }
}

impl From<RangeFault> for Failure {
    fn from(fault: RangeFault) -> Self {
        Self::Range(fault)
    }
}

impl From<Failure> for ErrorObjectOwned {
    fn from(failure: Failure) -> Self {
        Self::owned(failure.code(), failure.to_string(), failure.details())
    }
}
