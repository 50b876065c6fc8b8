//! What the pallet stores.

use crate::{contract::MAX_SEATS, Contract};
use aitbc_primitives::{
    reputation::{
        pool_vote,
        pools::{BlockFacts, Outcome, PoolId, Side, Terms},
        Domain, Rep,
    },
    BlockNumber, Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// The latest block whose execution has ended.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct LatestBlock<AccountId> {
    /// Its number.
    pub number: BlockNumber,
    /// What is known of it.
    pub facts: BlockFacts<AccountId>,
}

/// The pool of a block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BlockPool<AccountId> {
    /// Who produced the block.
    pub author: AccountId,
    /// What the author has in it, in units.
    pub author_stake: Rep,
    /// What the author had encumbered when its session began, in units; 0 if it has no place in the
    /// running schedule.
    pub author_weight: Rep,
    /// What it mints if it is accepted, in units; 0 if its author has equivocated since.
    pub mint: Rep,
    /// The stake of one seat, in units; 0 without a bench.
    pub seat: Rep,
    /// The bench.
    pub members: BoundedVec<Member<AccountId>, ConstU32<MAX_SEATS>>,
    /// The first block in which votes count no more.
    pub closes: BlockNumber,
    /// The parameters of its opening.
    pub contract: Contract,
}

/// A member of a bench.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Member<AccountId> {
    /// Its account.
    pub account: AccountId,
    /// The key that it votes with. None if it has forfeited its vote.
    pub key: Option<pool_vote::AuthorityId>,
    /// Its seats.
    pub seats: u32,
    /// Its vote.
    pub vote: Option<Side>,
}

impl<AccountId> BlockPool<AccountId> {
    /// The stake of a member, in units.
    pub fn stake(&self, member: &Member<AccountId>) -> Rep {
        self.seat.saturating_mul(member.seats.into())
    }
}

/// When an open pool of a block closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OpenBlock {
    /// The number of the block.
    pub block: BlockNumber,
    /// The first block in which votes count no more.
    pub closes: BlockNumber,
}

/// How the pool of a block ended. Amounts are in units.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ClosedBlock<AccountId> {
    /// Who produced the block.
    pub author: AccountId,
    /// What the author had in it.
    pub author_stake: Rep,
    /// What it would mint if it was accepted.
    pub mint: Rep,
    /// The stake of one seat.
    pub seat: Rep,
    /// The stake of all seats.
    pub stake: Rep,
    /// The block that closed it.
    pub closed: BlockNumber,
    /// How it ended.
    pub outcome: Outcome,
    /// What was staked for it.
    pub for_stake: Rep,
    /// What was staked against it.
    pub against_stake: Rep,
    /// What the post of the author gets.
    pub post: Rep,
    /// What the author and the bench get for their stakes.
    pub policed: Rep,
    /// What the bench lost.
    pub lost: Rep,
    /// What the author lost.
    pub author_lost: Rep,
}

/// What somebody has earned in pools of blocks, to be credited after the session. In units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Earnings {
    /// For blocks of its own.
    pub produced: Rep,
    /// For stakes in pools of blocks.
    pub policed: Rep,
    /// What it has lost in this session as an author of blocks that were rejected.
    pub author_loss: Rep,
    /// Whether it has a place in the queue of creditors.
    pub due: bool,
}

/// The places of a queue that are taken: from `first` to before `next`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Queue {
    /// The place that is served next.
    pub first: u64,
    /// The place behind the last.
    pub next: u64,
}

/// A pool that was opened by hand.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Pool<AccountId> {
    /// What it is about. Whom it excludes is forgotten when it is resolved.
    pub terms: Terms<AccountId>,
    /// What it mints if it is accepted, in units.
    pub mint: Rep,
    /// The part of it that stands for the post, in units.
    pub mint_for: Rep,
    /// All reputation of the domain when it was opened, in units.
    pub issuance: Rep,
    /// When it was opened, in milliseconds since 1970.
    pub opened: Moment,
    /// From when on nobody may stake, in milliseconds since 1970. It is brought forward if all reputation of
    /// the domain is staked.
    pub deadline: Moment,
    /// What members have staked for it.
    pub for_side: Staked,
    /// What members have staked against it.
    pub against_side: Staked,
    /// Stakes that are not settled.
    pub stakers: u32,
    /// What those who were settled have gained, in units.
    pub gained: Rep,
    /// How it ends, once that is decided.
    pub outcome: Option<Outcome>,
    /// Whether everything is settled.
    pub resolved: bool,
}

/// The stakes on one side of a pool by hand, in units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Staked {
    /// All of them.
    pub stake: Rep,
    /// What they lose if this side loses, each rounded down.
    pub at_risk: Rep,
}

impl<AccountId> Pool<AccountId> {
    /// The stakes on one side.
    pub fn side(&self, side: Side) -> &Staked {
        match side {
            Side::For => &self.for_side,
            Side::Against => &self.against_side,
        }
    }

    /// The same, to be changed.
    pub(crate) fn side_mut(&mut self, side: Side) -> &mut Staked {
        match side {
            Side::For => &mut self.for_side,
            Side::Against => &mut self.against_side,
        }
    }

    /// What members have staked on both sides, in units.
    pub fn staked(&self) -> Rep {
        self.for_side.stake.saturating_add(self.against_side.stake)
    }

    /// Whether members may stake at `now`. If not, it may be resolved.
    pub fn takes_stakes(&self, now: Moment) -> bool {
        self.outcome.is_none() && now < self.deadline
    }
}

/// The stake of one account in a pool by hand. Amounts are in units.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Stake<AccountId> {
    /// The side that it is on.
    pub side: Side,
    /// What was free, and is now held for the pool.
    pub pooled: Rep,
    /// What was encumbered, and still is.
    pub encumbered: Rep,
    /// How much of what was free a delegate has staked.
    pub delegated: Rep,
    /// The last delegate that has added to it.
    pub delegate: Option<AccountId>,
}

impl<AccountId> Stake<AccountId> {
    /// All of it.
    pub fn total(&self) -> Rep {
        self.pooled.saturating_add(self.encumbered)
    }
}

/// A pool by hand that is not resolved. They are kept in the order of their deadlines.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct OpenPool {
    /// From when on nobody may stake, in milliseconds since 1970.
    pub deadline: Moment,
    /// Its name.
    pub id: PoolId,
    /// Its domain.
    pub domain: Domain,
}
