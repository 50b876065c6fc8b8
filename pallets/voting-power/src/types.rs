//! What the pallet stores. Polls and ballots are in primitives, since others read them.

use aitbc_primitives::{Balance, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use frame_support::{
    traits::Get, BoundedVec, CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound,
    PartialEqNoBound,
};
use pallet_balances::ExtraFlags;
use scale_info::TypeInfo;

/// What `frame_system` stores of each account: the fields of [`pallet_balances::AccountData`], in
/// that order and with these names, so that clients find them, and then ours.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Encode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AccountData<Balance> {
    /// Tokens that nothing holds.
    pub free: Balance,
    /// Tokens on hold.
    pub reserved: Balance,
    /// What `free + reserved` may not drop below.
    pub frozen: Balance,
    /// The logic that pallet-balances applies.
    pub flags: ExtraFlags,
    /// The newest part of the balance's history.
    pub record: Record,
}

/// An account that was stored before this pallet existed ends with the flags. Its balance counts as
/// held since time 0, like one of genesis. So no block can find an account that it cannot read while
/// [`migration`](crate::migration) translates them.
impl<Balance: Decode> Decode for AccountData<Balance> {
    fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
        Ok(Self {
            free: Decode::decode(input)?,
            reserved: Decode::decode(input)?,
            frozen: Decode::decode(input)?,
            flags: Decode::decode(input)?,
            record: match input.remaining_len()? {
                Some(0) => Record::default(),
                _ => Decode::decode(input)?,
            },
        })
    }
}

impl<Balance> AccountData<Balance> {
    /// What pallet-balances knows of the account, and its record.
    pub fn split(self) -> (pallet_balances::AccountData<Balance>, Record) {
        let Self { free, reserved, frozen, flags, record } = self;
        let stock = pallet_balances::AccountData { free, reserved, frozen, flags };
        (stock, record)
    }

    /// Puts both together.
    pub fn join(stock: pallet_balances::AccountData<Balance>, record: Record) -> Self {
        let pallet_balances::AccountData { free, reserved, frozen, flags } = stock;
        Self { free, reserved, frozen, flags, record }
    }
}

/// The newest part of a balance's history. The default is a balance held since time 0.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Record {
    /// The area under the total balance until `since`, in units of the token times milliseconds.
    /// 10^21 units for 200 years are less than a 50 000th of what 128 bits hold.
    pub integral: u128,
    /// When the total balance changed last. It is the same until now.
    pub since: Moment,
    /// The time of the newest point that was kept, or when the history began.
    pub kept: Moment,
    /// The least balance between `kept` and `since`; no meaning if these are equal.
    pub floor: Balance,
}

/// A moment at which the area under a balance is known exactly.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Point {
    /// The moment, in milliseconds since 1970.
    pub time: Moment,
    /// The area until then, in units of the token times milliseconds.
    pub integral: u128,
    /// The least balance since the point before. No meaning in the oldest point.
    pub floor: Balance,
}

/// The recent part of a balance's history, but for the newest: points in the order of time.
#[derive(
    CloneNoBound,
    DebugNoBound,
    DefaultNoBound,
    PartialEqNoBound,
    EqNoBound,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
#[scale_info(skip_type_params(MaxRecentPoints))]
pub struct History<MaxRecentPoints: Get<u32>> {
    /// Its place in the queue of pruning.
    pub visit: u64,
    /// The points, oldest first.
    pub points: BoundedVec<Point, MaxRecentPoints>,
}

/// A place in the queue of pruning.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Visit<AccountId> {
    /// The account whose history is to be pruned.
    pub who: AccountId,
    /// The time before which it is not pruned.
    pub due: Moment,
}

/// The places of the queue of pruning that are taken.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Queue {
    /// The place to be visited next.
    pub first: u64,
    /// The place that is given away next.
    pub next: u64,
}

/// To whom an account has given its power.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Delegation<AccountId> {
    /// The account that votes with it.
    pub delegate: AccountId,
    /// When it was made. It counts in polls that were opened later.
    pub since: Moment,
    /// The most tokens that are counted and frozen for the delegate, in the smallest unit.
    pub max_power: Option<Balance>,
}

/// An account that votes for others.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Delegate<Ticket> {
    /// What an account must have to delegate to it, in the smallest unit. It is `None` if it
    /// takes no more.
    pub min_balance: Option<Balance>,
    /// The number of accounts that have delegated to it.
    pub delegators: u32,
    /// Its deposit for this record.
    pub ticket: Ticket,
}

/// Tokens that are frozen for one poll.
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
pub struct Frozen<PollId> {
    /// The poll.
    pub poll: PollId,
    /// The amount, in the smallest unit.
    pub amount: Balance,
}

/// A list that is not bounded by its type.
pub(crate) type Points = Vec<Point>;
