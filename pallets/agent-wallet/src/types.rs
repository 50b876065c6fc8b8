//! What the pallet stores.

use aitbc_primitives::{
    agents::wallets::{Limits, Permission, Stop, StrategyView, TimeLock},
    time::{DAY, HOUR},
    Balance, Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedBTreeSet, BoundedVec};
use scale_info::TypeInfo;

/// The most callers of a wallet.
pub const MAX_CALLERS: u32 = 16;

/// The most accounts that a caller is restricted to pay.
pub const MAX_RECIPIENTS: u32 = 8;

/// How many permissions there are.
pub const PERMISSIONS: u32 = 7;

/// The most calls at once.
pub const MAX_CALLS: u32 = 16;

/// The most calls of a wallet that wait.
pub const MAX_PENDING: u32 = 16;

/// The most bytes of what waits.
pub const MAX_PENDING_BYTES: u32 = 10_240;

/// For how long a call that waits can be confirmed once it is ready, in milliseconds.
pub const PENDING_LIFETIME: Moment = 7 * DAY;

/// The longest time that a call can be made to wait, in milliseconds.
pub const MAX_DELAY: Moment = 30 * DAY;

/// How long each part of a day is that is counted, in milliseconds.
pub const HOURLY: Moment = HOUR;

/// How many of them are counted: a window of 24 h touches so many.
pub const HOURS: u32 = 25;

/// How long each part of a week is that is counted, in milliseconds.
pub const SIX_HOURLY: Moment = 6 * HOUR;

/// How many of them are counted: a window of 7 d touches so many.
pub const SIX_HOURS: u32 = 29;

/// How a wallet votes by itself.
pub type Strategy = StrategyView;

/// What a caller may do.
pub type Permissions = BoundedBTreeSet<Permission, ConstU32<PERMISSIONS>>;

/// Derives what everything has that is stored.
macro_rules! stored {
    ($($item:item)*) => {
        $(
            #[derive(
                Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
                TypeInfo,
            )]
            $item
        )*
    };
}

stored! {
    /// Whether callers and the strategy may act for a wallet.
    pub enum Status<AccountId> {
        /// They may.
        #[codec(index = 0)]
        Active,
        /// They may not, nor is what waits confirmed.
        #[codec(index = 1)]
        Stopped {
            /// The owner or the guardian.
            by: AccountId,
            /// When, in milliseconds since 1970.
            at: Moment,
        },
    }

    /// A wallet.
    pub struct Wallet<AccountId, Deposit> {
        /// Whose it is.
        pub owner: AccountId,
        /// To whom the owner has offered it.
        pub offered_to: Option<AccountId>,
        /// The agent that it is linked to, which its owner controls.
        pub agent: Option<AccountId>,
        /// Who may stop it and cancel what waits, besides the owner.
        pub guardian: Option<AccountId>,
        /// Whether callers and the strategy may act for it.
        pub status: Status<AccountId>,
        /// What callers may have leave it, all together.
        pub limits: Limits,
        /// When a call of a caller has to wait.
        pub time_lock: Option<TimeLock>,
        /// How it votes by itself.
        pub strategy: Option<Strategy>,
        /// How many callers it has.
        pub callers: u32,
        /// How many calls wait.
        pub pending: u32,
        /// The number of the next call that waits.
        pub next_pending: u32,
        /// What its owner has deposited for it and its callers.
        pub deposit: Deposit,
    }

    /// Who may act for a wallet besides its owner, and how far.
    pub struct Caller<AccountId> {
        /// What it may do: at least something.
        pub permissions: Permissions,
        /// From when on it may do nothing any more, in milliseconds since 1970.
        pub expires: Option<Moment>,
        /// Limits of its own, which bind beside those of the wallet.
        pub limits: Option<Limits>,
        /// Whom it may pay. `None` if anybody.
        pub recipients: Option<BoundedVec<AccountId, ConstU32<MAX_RECIPIENTS>>>,
    }

    /// Calls that wait for their time.
    pub struct PendingCalls<AccountId, Deposit> {
        /// Who made them.
        pub caller: AccountId,
        /// The calls, one after the other behind their number, SCALE-encoded.
        pub calls: BoundedVec<u8, ConstU32<MAX_PENDING_BYTES>>,
        /// How much left the wallet when they were tried, in the smallest unit.
        pub outflow: Balance,
        /// From when on they can be confirmed, in milliseconds since 1970.
        pub ready: Moment,
        /// From when on they no longer can, in milliseconds since 1970.
        pub expires: Moment,
        /// The version of calls in which they are encoded.
        pub transaction_version: u32,
        /// What the caller has deposited for them.
        pub deposit: Deposit,
    }

    /// What was spent in a part of a day or a week.
    #[derive(Copy)]
    pub struct Bucket {
        /// Its number: time since 1970 divided by its length, rounded down.
        pub number: u64,
        /// How much, in the smallest unit.
        pub amount: Balance,
    }

    /// What was spent lately. Both lists have the oldest first, and nothing that was spent in no bucket.
    #[derive(Default)]
    pub struct Spending {
        /// By the hour.
        pub hours: BoundedVec<Bucket, ConstU32<HOURS>>,
        /// By six hours.
        pub six_hours: BoundedVec<Bucket, ConstU32<SIX_HOURS>>,
    }
}

impl<AccountId, Deposit> Wallet<AccountId, Deposit> {
    /// Whether callers and the strategy may not act for it.
    pub const fn is_stopped(&self) -> bool {
        matches!(self.status, Status::Stopped { .. })
    }
}

impl<AccountId> Status<AccountId> {
    /// Who stopped the wallet, and when.
    pub fn stop(self) -> Option<Stop<AccountId>> {
        match self {
            Self::Active => None,
            Self::Stopped { by, at } => Some(Stop { by, at }),
        }
    }
}
