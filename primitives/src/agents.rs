//! Agents: software with an owner and a reputation, as other pallets ask about it.

pub mod registry;
pub mod wallets;

use crate::Moment;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// What an agent does in the market. Each has one role.
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
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Sells compute.
    #[codec(index = 0)]
    Provider,
    /// Buys compute.
    #[codec(index = 1)]
    Consumer,
    /// Builds what others use.
    #[codec(index = 2)]
    Builder,
    /// Brings others together.
    #[codec(index = 3)]
    Coordinator,
}

/// The score of an agent without reputation.
pub const LEAST_SCORE: u32 = 100;

/// The highest score there is.
pub const HIGHEST_SCORE: u32 = 1_000;

/// What is known of agents.
pub trait Agents<AccountId> {
    /// The agent that `who` is, or whose wallet it is.
    fn agent_of(who: &AccountId) -> Option<AccountId>;

    /// The role of `agent`. `None` if it is no agent, or not an active one.
    fn role(agent: &AccountId) -> Option<Role>;

    /// The score of `agent`, from [`LEAST_SCORE`] to [`HIGHEST_SCORE`].
    fn score(agent: &AccountId) -> u32;

    /// When `agent` gave its last sign of life, by the [active clock](crate::clock::ActiveClock).
    fn seen(agent: &AccountId) -> Option<Moment>;
}

/// Everybody is an agent that may provide, without reputation.
impl<AccountId: Clone> Agents<AccountId> for () {
    fn agent_of(who: &AccountId) -> Option<AccountId> {
        Some(who.clone())
    }

    fn role(_: &AccountId) -> Option<Role> {
        Some(Role::Provider)
    }

    fn score(_: &AccountId) -> u32 {
        LEAST_SCORE
    }

    fn seen(_: &AccountId) -> Option<Moment> {
        None
    }
}

/// Hears that the score of an agent is another now.
pub trait ScoreChanged<AccountId> {
    /// Called after the change, with the agent, or with one of its wallets.
    fn score_changed(who: &AccountId);

    /// The most that one call costs.
    fn weight() -> Weight;
}

impl<AccountId> ScoreChanged<AccountId> for () {
    fn score_changed(_: &AccountId) {}

    fn weight() -> Weight {
        Weight::zero()
    }
}

/// Knows which accounts are wallets of which agents.
pub trait Wallets<AccountId> {
    /// The agent that `wallet` is linked to.
    fn agent(wallet: &AccountId) -> Option<AccountId>;

    /// How many wallets are linked to `agent`.
    fn linked(agent: &AccountId) -> u32;
}

impl<AccountId> Wallets<AccountId> for () {
    fn agent(_: &AccountId) -> Option<AccountId> {
        None
    }

    fn linked(_: &AccountId) -> u32 {
        0
    }
}

/// The book of beneficial owners, for those whose accounts belong to others.
///
/// Ownership is one step deep: an owner is an ordinary account, which belongs to nobody. A change counts from the
/// next later moment on, see [`Owners`](crate::governance::Owners).
pub trait Ownership<AccountId> {
    /// To whom `account` belongs now. `None` if it belongs to itself.
    fn owner_of(account: &AccountId) -> Option<AccountId>;

    /// How many accounts belong to `owner` now.
    fn owned_by(owner: &AccountId) -> u32;

    /// From now on `account` belongs to `owner`. Fails, changing nothing, if `owner` is no ordinary account, if
    /// `account` itself owns something, or if it has changed hands too often.
    fn give(account: &AccountId, owner: &AccountId) -> DispatchResult;

    /// From now on `account` belongs to itself, and what is stored about it is forgotten later. Fails, changing
    /// nothing, if it has changed hands too often.
    fn end(account: &AccountId) -> DispatchResult;
}

/// What an account still owes to others or has in their hands: an agent that has any cannot retire.
pub trait Obligations<AccountId> {
    /// Whether something of `who` is still open.
    fn open(who: &AccountId) -> bool;
}

impl<AccountId> Obligations<AccountId> for () {
    fn open(_: &AccountId) -> bool {
        false
    }
}

impl<AccountId, A: Obligations<AccountId>, B: Obligations<AccountId>> Obligations<AccountId>
    for (A, B)
{
    fn open(who: &AccountId) -> bool {
        A::open(who) || B::open(who)
    }
}
