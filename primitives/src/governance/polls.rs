//! Polls: what is counted of accounts when they are asked something.

use super::{PowerByClass, VoterClass};
use crate::{Balance, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// The rules by which power is measured. A poll keeps those of its snapshot.
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
pub struct Rules {
    /// The shorter window of averages, in milliseconds.
    pub short_window: Moment,
    /// The longer window of averages, in milliseconds.
    pub long_window: Moment,
    /// What is never counted of a balance, in the smallest unit.
    pub fee_allowance: Balance,
}

/// A poll: its time, and what ballots in it are measured by.
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
pub struct Poll {
    /// The snapshot: the moment at which power counts, `t0`.
    pub at: Moment,
    /// From this moment on nothing is counted any more, and what was can be unfrozen.
    pub ends: Moment,
    /// All tokens outside of pots at that moment, `B`.
    pub base: Balance,
    /// The most that is counted of one beneficial owner.
    pub owner_cap: Balance,
    /// The most that the vote of one delegate weighs, with all that is counted for it.
    pub delegate_cap: Balance,
    /// How power is measured, whatever the parameters become while it is open.
    pub rules: Rules,
}

/// What is counted of one account in one poll.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Ballot<AccountId> {
    /// The tokens that are counted, which are frozen.
    pub amount: Balance,
    /// The power that they have, with the bonus.
    pub power: Balance,
    /// The part of the power that is no tokens. A slash of these leaves it as it is.
    pub bonus: Balance,
    /// The agent whose reputation is the reason of the bonus, or `None` if there is no bonus.
    pub agent: Option<AccountId>,
    /// What the account is to the market.
    pub class: VoterClass,
    /// The beneficial owner, whose cap it uses.
    pub owner: AccountId,
    /// The delegate that votes with it, or `None` if the account voted itself.
    pub delegate: Option<AccountId>,
    /// The power of its delegators that is counted for it.
    pub delegated: PowerByClass,
}

impl<AccountId> Ballot<AccountId> {
    /// The account's own power.
    pub fn own(&self) -> PowerByClass {
        PowerByClass::of(self.class, self.power)
    }

    /// What its vote weighs: nothing if a delegate votes with it.
    pub fn vote(&self) -> PowerByClass {
        if self.delegate.is_some() {
            PowerByClass::default()
        } else {
            self.own().saturating_add(self.delegated)
        }
    }
}

/// What a ballot that an account cast changed in the tally.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TallyChange<AccountId> {
    /// What the account's last vote in this poll weighed.
    pub before: PowerByClass,
    /// What its vote weighs now, with the delegators that are counted for it.
    pub after: PowerByClass,
    /// What a delegate has lost, because it voted with this account before.
    pub withdrawn: Option<(AccountId, PowerByClass)>,
}

/// What a ballot that was cast for a delegator changed in the tally.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DelegatedChange<AccountId> {
    /// The account that votes with it.
    pub delegate: AccountId,
    /// What it added to the delegate's vote before.
    pub before: PowerByClass,
    /// What it adds to the delegate's vote now.
    pub after: PowerByClass,
}

/// Polls, as those use them who ask voters something.
///
/// A **ballot** is what is counted of an account in a poll. A vote, its position and its reason are the
/// business of whoever opened the poll. All amounts are in the smallest unit of the token, all moments in
/// milliseconds since 1970.
pub trait Polls<AccountId> {
    /// Names a poll. Whoever opens polls uses each once.
    type PollId;

    /// Opens a poll, whose snapshot is now, until `ends`. Fails if the id is in use, if `ends` is not
    /// later than now, or later than histories reach.
    fn open(poll: Self::PollId, ends: Moment) -> Result<Poll, DispatchError>;

    /// Moves the end of an open poll to `ends`. Fails if the poll is not open, if that is no later end, or
    /// later than [`latest_end`](Self::latest_end).
    fn extend(poll: Self::PollId, ends: Moment) -> DispatchResult;

    /// The latest end that the open `poll` can have, since histories go no further back.
    fn latest_end(poll: Self::PollId) -> Option<Moment>;

    /// Closes a poll, whether or not it has ended: nothing more is counted in it, what was is unfrozen, and
    /// then forgotten, see [`OnCleared`].
    fn close(poll: Self::PollId) -> DispatchResult;

    /// Casts the ballot of `voter` with at most `max_power` of its tokens, in place of the one before. If a
    /// delegate was voting with it, it no longer does.
    fn cast(
        poll: Self::PollId,
        voter: &AccountId,
        max_power: Option<Balance>,
    ) -> Result<TallyChange<AccountId>, DispatchError>;

    /// Casts a ballot for `delegator` that counts for its delegate, which has voted.
    fn cast_for_delegator(
        poll: Self::PollId,
        delegator: &AccountId,
    ) -> Result<DelegatedChange<AccountId>, DispatchError>;

    /// For how many polls something of `who` is frozen. A ballot of it looks at each of them.
    fn frozen_for(who: &AccountId) -> u32;

    /// What is counted of `who` in `poll`, until it is forgotten.
    fn ballot(poll: Self::PollId, who: &AccountId) -> Option<Ballot<AccountId>>;

    /// Up to `limit` of those who have delegated to `delegate`, in the order of storage, that come after
    /// `after`.
    fn delegators(delegate: &AccountId, after: Option<&AccountId>, limit: u32) -> Vec<AccountId>;

    /// The power of `who` now, as a snapshot of now would count it at most.
    fn power(who: &AccountId) -> Balance;

    /// All tokens outside of pots, now.
    fn base() -> Balance;
}

/// Hears of ballots that are forgotten.
pub trait OnCleared<PollId, AccountId> {
    /// The `ballot` of `who` in `poll`, which was closed, is forgotten. Called once for each.
    fn cleared(poll: PollId, who: &AccountId, ballot: &Ballot<AccountId>);

    /// The most that one call costs.
    fn weight() -> Weight;
}

/// Nobody wants to know.
impl<PollId, AccountId> OnCleared<PollId, AccountId> for () {
    fn cleared(_: PollId, _: &AccountId, _: &Ballot<AccountId>) {}

    fn weight() -> Weight {
        Weight::zero()
    }
}
