//! A double of voting power: it knows powers that it is told, caps of owners and delegates, and delegation.

use super::now;
use aitbc_primitives::{
    governance::{
        polls::{Ballot, DelegatedChange, Poll, Polls, Rules, TallyChange},
        Classes, Owners, PowerByClass,
    },
    time::DAY,
    token::AITBC,
    Balance, Moment,
};
use aitbc_test_support::TestAgents;
use frame_support::{
    ensure,
    pallet_prelude::{OptionQuery, ValueQuery},
    storage_alias, Blake2_128Concat, Twox64Concat,
};
use sp_runtime::{DispatchError, DispatchResult, Perbill};

/// All tokens outside of pots.
pub const BASE: Balance = 1_000_000_000 * AITBC;

/// How long a poll can be at most.
pub const REACH: Moment = 38 * DAY;

/// What the largest owner and the largest delegate can have counted.
pub const CAP: Balance = 50_000_000 * AITBC;

#[storage_alias]
type PowerOf = StorageMap<TestPolls, Twox64Concat, u64, Balance, ValueQuery>;
#[storage_alias]
type Snapshot =
    StorageDoubleMap<TestPolls, Twox64Concat, u32, Twox64Concat, u64, Balance, ValueQuery>;
#[storage_alias]
type Open = StorageMap<TestPolls, Twox64Concat, u32, Poll, OptionQuery>;
#[storage_alias]
type Known = StorageMap<TestPolls, Twox64Concat, u32, (), OptionQuery>;
#[storage_alias]
type Ballots =
    StorageDoubleMap<TestPolls, Twox64Concat, u32, Twox64Concat, u64, Ballot<u64>, OptionQuery>;
#[storage_alias]
type OwnerSums =
    StorageDoubleMap<TestPolls, Twox64Concat, u32, Twox64Concat, u64, Balance, ValueQuery>;
#[storage_alias]
type Delegation = StorageMap<TestPolls, Twox64Concat, u64, (u64, Moment), OptionQuery>;
#[storage_alias]
type Delegators =
    StorageDoubleMap<TestPolls, Twox64Concat, u64, Blake2_128Concat, u64, (), OptionQuery>;
/// For how many polls something is frozen of each account.
#[storage_alias]
type FrozenFor = StorageMap<TestPolls, Twox64Concat, u64, u32, ValueQuery>;

pub const NO_POWER: DispatchError = DispatchError::Other("NoPower");
pub const NOT_OPEN: DispatchError = DispatchError::Other("PollNotOpen");
pub const TOO_LONG: DispatchError = DispatchError::Other("PollTooLong");
pub const COUNTED: DispatchError = DispatchError::Other("AlreadyCounted");
pub const NOT_DELEGATED: DispatchError = DispatchError::Other("NotDelegated");
pub const TOO_LATE: DispatchError = DispatchError::Other("DelegatedTooLate");
pub const DELEGATE_NOT_COUNTED: DispatchError = DispatchError::Other("DelegateNotCounted");
pub const DELEGATE_FULL: DispatchError = DispatchError::Other("DelegateFull");

pub struct TestPolls;

impl TestPolls {
    /// Tells the power of an account, in the smallest unit. It counts for polls that are opened later.
    pub fn set_power(who: u64, power: Balance) {
        PowerOf::insert(who, power);
    }

    /// Makes an account delegate to another, from now on.
    pub fn delegate(delegator: u64, delegate: u64) {
        Self::undelegate(delegator);
        Delegation::insert(delegator, (delegate, now()));
        Delegators::insert(delegate, delegator, ());
    }

    /// Makes an account delegate to nobody.
    pub fn undelegate(delegator: u64) {
        if let Some((before, _)) = Delegation::take(delegator) {
            Delegators::remove(before, delegator);
        }
    }

    /// Says for how many polls something of an account is frozen.
    pub fn set_frozen_for(who: u64, polls: u32) {
        FrozenFor::insert(who, polls);
    }

    /// All ballots that are known of a poll.
    pub fn ballots(poll: u32) -> Vec<(u64, Ballot<u64>)> {
        Ballots::iter_prefix(poll).collect()
    }

    fn running(poll: u32) -> Result<Poll, DispatchError> {
        Open::get(poll).filter(|open| now() < open.ends).ok_or(NOT_OPEN)
    }

    /// The ballot of `who`, in place of `old`.
    fn weigh(poll: u32, who: u64, most: Balance, old: Option<&Ballot<u64>>) -> Ballot<u64> {
        let amount = Snapshot::get(poll, who).min(most);
        let owner = TestAgents::owner(&who, now());
        let used = OwnerSums::get(poll, owner) - old.map_or(0, |old| old.power);
        let power = amount.min(CAP - used);
        Ballot {
            amount: power,
            power,
            bonus: 0,
            agent: None,
            class: old.map_or_else(|| TestAgents::class(&who), |old| old.class),
            owner,
            delegate: None,
            delegated: PowerByClass::default(),
        }
    }

    fn store(poll: u32, who: u64, old: Option<&Ballot<u64>>, new: Ballot<u64>) {
        let before = old.map_or(0, |old| old.power);
        OwnerSums::mutate(poll, new.owner, |sum| *sum = *sum - before + new.power);
        Ballots::insert(poll, who, new);
    }
}

impl Polls<u64> for TestPolls {
    type PollId = u32;

    fn open(poll: u32, ends: Moment) -> Result<Poll, DispatchError> {
        assert!(!Known::contains_key(poll), "an id is used once");
        ensure!(ends <= now() + REACH, TOO_LONG);
        for (who, power) in PowerOf::iter() {
            Snapshot::insert(poll, who, power);
        }
        let opened = Poll {
            at: now(),
            ends,
            base: BASE,
            owner_cap: CAP,
            delegate_cap: CAP,
            rules: Rules { short_window: DAY, long_window: 7 * DAY, fee_allowance: AITBC },
        };
        Open::insert(poll, opened);
        Known::insert(poll, ());
        Ok(opened)
    }

    fn extend(poll: u32, ends: Moment) -> DispatchResult {
        let mut open = Self::running(poll)?;
        assert!(open.ends < ends, "an end moves later only");
        ensure!(ends <= open.at + REACH, TOO_LONG);
        open.ends = ends;
        Open::insert(poll, open);
        Ok(())
    }

    fn latest_end(poll: u32) -> Option<Moment> {
        Self::running(poll).ok().map(|open| open.at + REACH)
    }

    fn close(poll: u32) -> DispatchResult {
        Open::take(poll).map(drop).ok_or(NOT_OPEN)
    }

    fn cast(
        poll: u32,
        voter: &u64,
        max_power: Option<Balance>,
    ) -> Result<TallyChange<u64>, DispatchError> {
        Self::running(poll)?;
        let old = Ballots::get(poll, voter);
        let mut new = Self::weigh(poll, *voter, max_power.unwrap_or(Balance::MAX), old.as_ref());
        let has_delegators = !Self::delegators(voter, None, 1).is_empty();
        ensure!(new.power > 0 || old.is_some() || has_delegators, NO_POWER);
        let mut change = TallyChange {
            before: PowerByClass::default(),
            after: PowerByClass::default(),
            withdrawn: None,
        };
        if let Some(old) = &old {
            change.before = old.vote();
            new.delegated = old.delegated;
            if let Some(delegate) = old.delegate {
                let mut ballot = Ballots::get(poll, delegate).unwrap();
                ballot.delegated = ballot.delegated.saturating_sub(old.own());
                Ballots::insert(poll, delegate, ballot);
                change.withdrawn = Some((delegate, old.own()));
            }
        }
        let room = CAP - new.delegated.total();
        new.power = new.power.min(room);
        new.amount = new.power;
        change.after = new.vote();
        Self::store(poll, *voter, old.as_ref(), new);
        Ok(change)
    }

    fn cast_for_delegator(
        poll: u32,
        delegator: &u64,
    ) -> Result<DelegatedChange<u64>, DispatchError> {
        let open = Self::running(poll)?;
        let old = Ballots::get(poll, delegator);
        ensure!(old.as_ref().is_none_or(|old| old.delegate.is_some()), COUNTED);
        let (delegate, since) = Delegation::get(delegator).ok_or(NOT_DELEGATED)?;
        ensure!(since < open.at, TOO_LATE);
        let mut ballot = Ballots::get(poll, delegate)
            .filter(|ballot| ballot.delegate.is_none())
            .ok_or(DELEGATE_NOT_COUNTED)?;
        let before = old.as_ref().map(Ballot::own).unwrap_or_default();
        ballot.delegated = ballot.delegated.saturating_sub(before);
        let room = CAP - ballot.vote().total();
        let mut new = Self::weigh(poll, *delegator, room, old.as_ref());
        ensure!(room > 0, DELEGATE_FULL);
        ensure!(new.power > 0, NO_POWER);
        ensure!(old.as_ref().is_none_or(|old| new.power > old.power), COUNTED);
        new.delegate = Some(delegate);
        let after = new.own();
        ballot.delegated = ballot.delegated.saturating_add(after);
        Ballots::insert(poll, delegate, ballot);
        Self::store(poll, *delegator, old.as_ref(), new);
        Ok(DelegatedChange { delegate, before, after })
    }

    fn frozen_for(who: &u64) -> u32 {
        FrozenFor::get(who)
    }

    fn ballot(poll: u32, who: &u64) -> Option<Ballot<u64>> {
        Ballots::get(poll, who)
    }

    fn delegators(delegate: &u64, after: Option<&u64>, limit: u32) -> Vec<u64> {
        let start = after.map(|after| Delegators::hashed_key_for(delegate, after));
        let of = match start {
            Some(start) => Delegators::iter_key_prefix_from(delegate, start),
            None => Delegators::iter_key_prefix(delegate),
        };
        of.take(limit as usize).collect()
    }

    fn power(who: &u64) -> Balance {
        PowerOf::get(who)
    }

    fn base() -> Balance {
        BASE
    }
}

/// The part of [`BASE`] that is so many millionths of it.
pub fn millionths(of: u32) -> Perbill {
    Perbill::from_parts(of * 1_000)
}
