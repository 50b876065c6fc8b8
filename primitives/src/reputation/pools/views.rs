//! What clients ask the runtime about pools and the forum.

use super::{BlockVote, Initiator, Outcome, PoolId, PostId, Ratio, Side};
use crate::{
    reputation::{pool_vote, Domain, Rep},
    Balance, BlockNumber, Hash, Moment,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use sp_runtime::traits::Block as BlockT;

/// The pool of a block, open or closed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct BlockPoolView<AccountId> {
    /// The number of the block.
    pub block: BlockNumber,
    /// Who produced it.
    pub author: AccountId,
    /// What the author has in it, always for it and in no tally, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub author_stake: Rep,
    /// What it mints if it is accepted, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub mint: Rep,
    /// The stake of one seat of the bench, in units; 0 without a bench.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub seat: Rep,
    /// The stake of all seats, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub stake: Rep,
    /// The first block in which votes count no more.
    pub closes: BlockNumber,
    /// What was staked for it, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub for_stake: Rep,
    /// What was staked against it, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub against_stake: Rep,
    /// The bench, while the pool is open.
    pub members: Vec<BenchMember<AccountId>>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What the post of the author got, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub post: Rep,
    /// What the author and the bench got for their stakes, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub policed: Rep,
    /// What the bench lost, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub lost: Rep,
    /// What the author lost, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub author_lost: Rep,
}

/// A member of a bench.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct BenchMember<AccountId> {
    /// Its account.
    pub account: AccountId,
    /// Its seats.
    pub seats: u32,
    /// Its vote, if it has voted.
    pub vote: Option<Side>,
}

/// The seats of one key in the pool of a block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Seats<AccountId> {
    /// The number of the block.
    pub block: BlockNumber,
    /// The account that votes.
    pub account: AccountId,
    /// How many there are.
    pub seats: u32,
    /// Whether the vote is in a block.
    pub voted: bool,
}

/// What an account has earned in pools of blocks and was not credited with yet, in units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Uncredited {
    /// For blocks of its own.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub produced: Rep,
    /// For stakes in pools of blocks.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub policed: Rep,
}

/// How full the normal transactions have made a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Fullness {
    /// The weight that they used.
    pub used: Weight,
    /// The largest weight that they may use.
    pub max_weight: Weight,
    /// The largest length that they may have, in bytes.
    pub max_length: u32,
}

/// A pool by hand.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct PoolView<AccountId> {
    /// Its name.
    pub id: PoolId,
    /// What is judged.
    pub post: Option<PostId>,
    /// Whose members may stake.
    pub domain: Domain,
    /// Who opened it.
    pub initiator: Initiator,
    /// Who pays the fee.
    pub payer: AccountId,
    /// The fee, in the smallest unit of the native token.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub fee: Balance,
    /// What it mints if it is accepted, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub mint: Rep,
    /// All reputation of the domain when it was opened, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub issuance: Rep,
    /// When it was opened, in milliseconds since 1970.
    pub opened: Moment,
    /// From when on nobody may stake, in milliseconds since 1970.
    pub deadline: Moment,
    /// The part of `issuance` that has to be staked.
    pub quorum: Ratio,
    /// The part of all stakes that has to be for it.
    pub win: Ratio,
    /// The part of a losing stake that is lost, in parts per million.
    pub binding: u32,
    /// Whether those who win get what the others lose.
    pub redistribute: bool,
    /// Beneficial owners that may not stake, while it is open.
    pub excluded: Vec<AccountId>,
    /// What members have staked for it, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub for_stake: Rep,
    /// What members have staked against it, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub against_stake: Rep,
    /// Stakes that are not settled yet.
    pub stakers: u32,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

/// Which pools by hand to list.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo,
)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase", default, deny_unknown_fields))]
pub struct PoolFilter {
    /// Those of one domain.
    pub domain: Option<Domain>,
    /// Those that are open, or those that are resolved.
    pub open: Option<bool>,
}

/// What a post cites.
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
pub enum Citation {
    /// An older post.
    #[codec(index = 0)]
    Post(PostId),
    /// The Incinerator, which destroys what it gets.
    #[codec(index = 1)]
    Incinerator,
}

/// A post of the forum.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct PostView<AccountId> {
    /// Its name.
    pub id: PostId,
    /// The domain whose reputation it earns.
    pub domain: Domain,
    /// Its authors, each with a part of its income in parts per million.
    pub authors: Vec<(AccountId, u32)>,
    /// What it cites, each with a weight in parts per million: negative takes, positive gives.
    pub refs: Vec<(Citation, i32)>,
    /// What it has earned and kept, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub value: Rep,
    /// Whether a pool has accepted it.
    pub validated: bool,
    /// The hash of its content.
    pub content: Hash,
}

/// Which posts to list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase", deny_unknown_fields))]
pub struct PostFilter<AccountId> {
    /// Those of one author.
    pub author: Option<AccountId>,
    /// Those of one domain.
    pub domain: Option<Domain>,
}

/// The post that stands for what a producer earns.
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
pub struct Lineage {
    /// The post.
    pub post: PostId,
    /// The work contract that was active when the post was made.
    pub contract: Option<PostId>,
    /// Until when it is used, in milliseconds since 1970.
    pub until: Moment,
}

sp_api::decl_runtime_apis! {
    /// Validation pools.
    pub trait PoolApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// The pool of a block: one that is open, or closed within the last 600 blocks.
        fn block_pool(block: BlockNumber) -> Option<BlockPoolView<AccountId>>;

        /// The seats of a pool vote key in the open pools of blocks, oldest first.
        fn seats(key: pool_vote::AuthorityId) -> Vec<Seats<AccountId>>;

        /// The transaction that brings a vote into a block.
        fn block_vote(
            vote: BlockVote<AccountId>,
            signature: pool_vote::AuthoritySignature,
        ) -> <Block as BlockT>::Extrinsic;

        /// Who sent each of these transactions: its signer, or the voter of a vote about blocks. Nobody
        /// sends others.
        fn senders(transactions: Vec<<Block as BlockT>::Extrinsic>) -> Vec<Option<AccountId>>;

        /// Which of these transactions are valid after the block with hash `block`, at which this is asked.
        fn are_valid(
            transactions: Vec<<Block as BlockT>::Extrinsic>,
            block: <Block as BlockT>::Hash,
        ) -> Vec<bool>;

        /// How full normal transactions have made the latest block.
        fn fullness() -> Fullness;

        /// A pool by hand.
        fn pool(id: PoolId) -> Option<PoolView<AccountId>>;

        /// At most 100 pools by hand, newest first, after the first `offset` that the filter lets pass.
        /// Looks at the newest 10 000 only.
        fn pools(filter: PoolFilter, offset: u32, limit: u32) -> Vec<PoolView<AccountId>>;
    }

    /// The forum.
    pub trait ForumApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// A post.
        fn post(id: PostId) -> Option<PostView<AccountId>>;

        /// At most 100 posts, newest first, after the first `offset` that the filter lets pass.
        /// Looks at the newest 10 000 only.
        fn posts(
            filter: PostFilter<AccountId>,
            offset: u32,
            limit: u32,
        ) -> Vec<PostView<AccountId>>;

        /// The post of the work contract in use.
        fn active_contract() -> Option<PostId>;

        /// The post that stands for what a producer earns, if it has one.
        fn lineage(account: AccountId) -> Option<Lineage>;
    }
}
