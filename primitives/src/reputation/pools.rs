//! Validation pools and the forum: what pallets say to each other about them.
//!
//! A pool judges a block or a claim. Members of its domain stake reputation for or against it; what the
//! pool mints and what they win and lose follows from the tallies alone. What is earned belongs to posts of
//! the forum, which cite each other, and flows along the citations to the authors.

pub mod views;

pub use views::{
    BenchMember, BlockPoolView, Citation, Fullness, Lineage, PoolFilter, PoolView, PostFilter,
    PostView, Seats, Uncredited,
};

use super::{Domain, Rep};
use crate::{Balance, BlockNumber, Hash, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, weights::Weight, BoundedVec};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// Names a pool that was opened by hand. The pool of a block has the number of the block.
pub type PoolId = u64;

/// Names a post of the forum. Posts cite older ones only, those with a lower number.
pub type PostId = u64;

/// One whole in parts per million, the unit of weights and of what a pool binds.
pub const PPM: u32 = 1_000_000;

/// The most beneficial owners that can be kept out of a pool.
pub const MAX_EXCLUDED: u32 = 4;

/// On which side of a pool somebody is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub enum Side {
    /// The block or the claim is good.
    #[codec(index = 0)]
    For,
    /// It is not.
    #[codec(index = 1)]
    Against,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::For => Self::Against,
            Self::Against => Self::For,
        }
    }
}

/// How a pool ended.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub enum Outcome {
    /// Enough was staked for it.
    #[codec(index = 0)]
    Accepted,
    /// Enough was staked against it.
    #[codec(index = 1)]
    Rejected,
    /// More was staked against it, but not enough to reject it. Pools of blocks only.
    #[codec(index = 2)]
    Contested,
    /// Too little was staked in all.
    #[codec(index = 3)]
    NoQuorum,
}

/// The verdict of a bench member about up to 16 blocks in a row.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BlockVote<AccountId> {
    /// The member of the benches.
    pub voter: AccountId,
    /// The newest block it speaks of.
    pub last: BlockNumber,
    /// The hash of that block, so that the vote counts on one fork only.
    pub hash: Hash,
    /// Bit `i` says that block `last - i` is good.
    pub for_blocks: u16,
    /// Bit `i` says that block `last - i` is not.
    pub against_blocks: u16,
}

impl<AccountId: Encode> BlockVote<AccountId> {
    /// What the pool vote key signs, on the chain with this genesis.
    pub fn payload(&self, genesis: &Hash) -> Vec<u8> {
        (b"aitbc-block-vote", genesis, self).encode()
    }
}

impl<AccountId> BlockVote<AccountId> {
    /// The blocks it speaks of, newest first, each with the side that it takes. A block both ways comes
    /// twice.
    pub fn verdicts(&self) -> impl Iterator<Item = (BlockNumber, Side)> + '_ {
        (0..u16::BITS).flat_map(move |bit| {
            [(self.for_blocks, Side::For), (self.against_blocks, Side::Against)]
                .into_iter()
                .filter(move |(blocks, _)| blocks.checked_shr(bit).unwrap_or_default() & 1 == 1)
                .filter_map(move |(_, side)| Some((self.last.checked_sub(bit)?, side)))
        })
    }
}

/// Who opened a pool by hand, and is called back when it is resolved.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub enum Initiator {
    /// The assembly of reputation holders.
    #[codec(index = 0)]
    Assembly,
    /// A case of the compute market.
    #[codec(index = 1)]
    Case,
    /// An objection to a receipt of the compute market.
    #[codec(index = 2)]
    Objection,
    /// The challenge of the governance proposal with this number.
    #[codec(index = 3)]
    Challenge(u32),
}

/// A part, as numerator and denominator.
pub type Ratio = (u32, u32);

/// What a pool by hand is about and by which rules it is resolved.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Terms<AccountId> {
    /// The post that is judged. What would go to it is destroyed if there is none.
    pub post: Option<PostId>,
    /// Whose members may stake.
    pub domain: Domain,
    /// Who pays the fee. It is held on this account until the pool is resolved.
    pub payer: AccountId,
    /// The fee, in the smallest unit of the native token. It becomes salary of the domain, or the payer
    /// gets it back if there is no quorum.
    pub fee: Balance,
    /// Whether reputation is minted for the fee. Not in domain `Block`, whose reputation comes from
    /// blocks only.
    pub mints: bool,
    /// For how long members may stake, in milliseconds.
    pub duration: Moment,
    /// The part of the domain's reputation that has to be staked, at least a tenth.
    pub quorum: Ratio,
    /// The part of all stakes that has to be for it, at least a half.
    pub win: Ratio,
    /// The part of a losing stake that is lost, in parts per million.
    pub binding: u32,
    /// Whether those who win get what the others lose. Otherwise it is destroyed.
    pub redistribute: bool,
    /// Beneficial owners none of whose accounts may stake, nor be staked for.
    pub excluded: BoundedVec<AccountId, ConstU32<MAX_EXCLUDED>>,
    /// Who is called back.
    pub initiator: Initiator,
}

/// Opens the pool of each block, as the work contract asks for it.
pub trait BlockPools {
    /// Opens the pool of block `parent`, the block before this one, and returns what that took.
    ///
    /// `share` is what the block pays as salary of domain `Block`, `subsidy` its whole subsidy, both in
    /// the smallest unit of the native token. Does nothing if `parent` is not the latest block that has
    /// an author, or has a pool.
    fn open(parent: BlockNumber, share: Balance, subsidy: Balance) -> Weight;
}

/// Blocks are not judged.
impl BlockPools for () {
    fn open(_: BlockNumber, _: Balance, _: Balance) -> Weight {
        Weight::zero()
    }
}

/// Opens pools by hand.
pub trait Pools<AccountId> {
    /// Opens a pool, holds its fee, and returns its name.
    ///
    /// Fails, changing nothing, if the terms are out of bounds, the domain has too little reputation, too
    /// many pools are open, the post does not exist or is of another domain, or the payer has not got
    /// the fee.
    fn initiate(terms: Terms<AccountId>) -> Result<PoolId, DispatchError>;

    /// The most that [`initiate`](Self::initiate) takes.
    fn initiate_weight() -> Weight;

    /// How the pool ended, once it is resolved. The answer never changes then.
    fn outcome(pool: PoolId) -> Option<Outcome>;

    /// Gives `post`, of domain `Compute`, what an accepted pool would mint for a fee of `base`, in the
    /// smallest unit of the native token, without a pool and without stakes; the post is valid by it. For
    /// statements of the market that nobody objected to. Returns the amount, in units.
    ///
    /// Fails, changing nothing, if the post does not exist or is of another domain.
    fn mint_statement(post: PostId, base: Balance) -> Result<Rep, DispatchError>;

    /// The most that [`mint_statement`](Self::mint_statement) takes.
    fn mint_statement_weight() -> Weight;
}

/// Is called back when a pool by hand is resolved.
pub trait OnResolved {
    /// `pool`, which `initiator` opened, ended with `outcome`. If this fails, what it has changed is undone
    /// and the failure recorded; the resolution stands.
    fn on_resolved(initiator: Initiator, pool: PoolId, outcome: Outcome) -> DispatchResult;

    /// The most that [`on_resolved`](Self::on_resolved) takes.
    fn weight() -> Weight;
}

/// Nobody wants to know.
impl OnResolved for () {
    fn on_resolved(_: Initiator, _: PoolId, _: Outcome) -> DispatchResult {
        Ok(())
    }

    fn weight() -> Weight {
        Weight::zero()
    }
}

/// The forum, as pools and the assembly use it. Amounts are in units of the domain of the post.
pub trait Posts<AccountId> {
    /// Notes that a pool about `post` was opened. Fails, changing nothing, if there is no such post or it
    /// is of another domain.
    fn enter_pool(post: PostId, domain: Domain) -> DispatchResult;

    /// Notes that a pool about `post` was resolved, and whether the post is valid by it.
    fn leave_pool(post: PostId, validated: bool);

    /// Creates `amount` for `post`: it flows to what the post cites and to the authors, to whom it is
    /// minted. Fails, changing nothing, if there is no such post.
    fn credit(post: PostId, amount: Rep) -> DispatchResult;

    /// The most that [`credit`](Self::credit) takes.
    fn credit_weight() -> Weight;

    /// Creates `produced` for the lineage post of `producer`, which is made first if there is none for
    /// this month and contract, and adds `policed`, which the caller mints, to the value of the post.
    /// Returns what was minted to `producer` itself, in units: the contract gets its part later. Fails,
    /// changing nothing, if there would be too much reputation.
    fn lineage_income(
        producer: &AccountId,
        produced: Rep,
        policed: Rep,
    ) -> Result<Rep, DispatchError>;

    /// Takes from what `post` cites negatively with the force of an income of `force`, gives that to what
    /// it cites positively, and destroys the rest. Fails, changing nothing, if there is no such post.
    fn judge(post: PostId, force: Rep) -> DispatchResult;

    /// The most that [`judge`](Self::judge) takes.
    fn judge_weight() -> Weight;

    /// The post of the work contract in use.
    fn active_contract() -> Option<PostId>;

    /// Makes `post` the work contract in use. Fails, changing nothing, if there is no such post or it
    /// cannot be a contract.
    fn set_active_contract(post: PostId) -> DispatchResult;

    /// The most that [`set_active_contract`](Self::set_active_contract) takes.
    fn set_active_contract_weight() -> Weight;
}

/// What is known of a block once it is executed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BlockFacts<AccountId> {
    /// Its author.
    pub author: AccountId,
    /// The output of the VRF in its header.
    pub output: H256,
    /// The output of the VRF in its parent's header.
    pub parent_output: H256,
}

/// Knows the latest block.
pub trait LatestBlock<AccountId> {
    /// The block that is executed, asked in its last hook. `None` if it has no author.
    fn latest() -> Option<BlockFacts<AccountId>>;
}

/// Knows from whom the benches of blocks are drawn.
pub trait Candidates<AccountId> {
    /// The producers with a place in the running schedule, in the order of the validators, each with the
    /// encumbered reputation that counts in this session, in units.
    fn candidates() -> Vec<(AccountId, Rep)>;
}

/// Encumbers what producers earn.
pub trait Encumber<AccountId> {
    /// Encumbers `amount` units of free Block reputation of `who`, or all that is free if it is less,
    /// unless `who` has switched that off.
    fn encumber(who: &AccountId, amount: Rep);
}

/// What is earned stays free.
impl<AccountId> Encumber<AccountId> for () {
    fn encumber(_: &AccountId, _: Rep) {}
}

/// Takes from equivocators what they would gain in pools of blocks.
pub trait Forfeit<AccountId> {
    /// `who` loses what it has earned in pools of blocks and has not been credited with, and gains nothing in
    /// those that are open. Returns how much the first was, in units.
    fn forfeit(who: &AccountId) -> Rep;

    /// The most that [`forfeit`](Self::forfeit) takes.
    fn weight() -> Weight;
}

/// Nothing waits to be credited.
impl<AccountId> Forfeit<AccountId> for () {
    fn forfeit(_: &AccountId) -> Rep {
        0
    }

    fn weight() -> Weight {
        Weight::zero()
    }
}

/// Knows who may stake for whom in pools by hand.
pub trait Delegations<AccountId> {
    /// The delegate of `holder` in `domain`, and the most that it may have at stake at a time, in units.
    fn delegation(domain: Domain, holder: &AccountId) -> Option<(AccountId, Rep)>;
}

/// Pays salary. `Credit` is native tokens on their way.
pub trait Salary<Credit> {
    /// Pays `salary` to all holders of `domain`, each in proportion to what it has now.
    fn pay(domain: Domain, salary: Credit);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(last: BlockNumber, for_blocks: u16, against_blocks: u16) -> BlockVote<u64> {
        BlockVote { voter: 7, last, hash: Hash::repeat_byte(1), for_blocks, against_blocks }
    }

    #[test]
    fn payload_of_a_vote_begins_with_its_purpose_and_the_genesis() {
        let vote = vote(258, 0b101, 0b10);
        let expected = [
            &b"aitbc-block-vote"[..],
            &[9; 32],
            &7u64.to_le_bytes(),
            &258u32.to_le_bytes(),
            &[1; 32],
            &[0b101, 0, 0b10, 0],
        ]
        .concat();
        assert_eq!(vote.payload(&Hash::repeat_byte(9)), expected);
    }

    #[test]
    fn bit_i_speaks_of_the_block_i_before_the_last() {
        let verdicts: Vec<_> = vote(100, 0b1000_0000_0000_0001, 0b110).verdicts().collect();
        let expected =
            [(100, Side::For), (99, Side::Against), (98, Side::Against), (85, Side::For)];
        assert_eq!(verdicts, expected);
    }

    #[test]
    fn no_bit_speaks_of_what_was_before_genesis() {
        let verdicts: Vec<_> = vote(1, u16::MAX, 0).verdicts().collect();
        assert_eq!(verdicts, [(1, Side::For), (0, Side::For)]);
    }
}
