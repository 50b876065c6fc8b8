//! What the pallet stores.

use aitbc_primitives::{
    consensus::SessionIndex,
    reputation::{
        pools::{Citation, PostId},
        Domain, Rep,
    },
    Hash,
};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// The most authors of a post.
pub const MAX_AUTHORS: u32 = 8;

/// The most authors of a work contract. Every session pays them.
pub const MAX_CONTRACT_AUTHORS: u32 = 4;

/// The most references of a post.
pub const MAX_REFS: u32 = 8;

/// A post.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Post<AccountId, Ticket> {
    /// The domain whose reputation flows through it.
    pub domain: Domain,
    /// Its authors, each with a part of its income in parts per million. They add up to the whole.
    pub authors: BoundedVec<(AccountId, u32), ConstU32<MAX_AUTHORS>>,
    /// What it cites, each with a weight in parts per million: negative takes, positive gives.
    pub refs: BoundedVec<(Citation, i32), ConstU32<MAX_REFS>>,
    /// What it has earned and kept, in units.
    pub value: Rep,
    /// Whether the latest pool about it has accepted it.
    pub validated: bool,
    /// The hash of its content.
    pub content: Hash,
    /// How many posts cite it.
    pub cited: u32,
    /// How many open pools are about it.
    pub pools: u32,
    /// Who has paid its deposit. Nobody has for posts of the chain itself.
    pub deposit: Option<(AccountId, Ticket)>,
}

impl<AccountId, Ticket> Post<AccountId, Ticket> {
    /// The references that take, in order.
    pub(crate) fn leaches(&self) -> impl Iterator<Item = (PostId, i32)> + '_ {
        self.refs.iter().filter_map(|reference| match reference {
            (Citation::Post(target), weight) if *weight < 0 => Some((*target, *weight)),
            _ => None,
        })
    }

    /// The references that give, in order.
    pub(crate) fn donations(&self) -> impl Iterator<Item = (Citation, i32)> + '_ {
        self.refs.iter().filter(|(_, weight)| *weight > 0).copied()
    }

    /// The posts that it cites, in order.
    pub(crate) fn cites(&self) -> impl Iterator<Item = PostId> + '_ {
        self.refs.iter().filter_map(|(target, _)| match target {
            Citation::Post(post) => Some(*post),
            Citation::Incinerator => None,
        })
    }
}

/// When the authors of the active work contract are paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Payday {
    /// The latest session that was noticed.
    pub session: SessionIndex,
    /// Whether they were not paid in it yet.
    pub is_due: bool,
}

/// A post that exists from the start. It cites nothing, and nobody pays a deposit for it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisPost<AccountId> {
    /// The domain whose reputation flows through it.
    pub domain: Domain,
    /// Its authors, each with a part of its income in parts per million.
    pub authors: Vec<(AccountId, u32)>,
    /// The hash of its content.
    pub content: Hash,
}
