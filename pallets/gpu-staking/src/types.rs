//! What the pallet stores.

use aitbc_primitives::{
    market::gpu::{AuditSpec, GpuPoolId, PositionId, Unbonding},
    token::AITBC,
    Balance, Hash, Moment,
};
use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The most pools that are open at a time.
pub const MAX_OPEN_POOLS: u32 = 64;

/// How many of the newest pools are listed that are closed.
pub const CLOSED_LISTED: u32 = 64;

/// The most positions of an account.
pub const MAX_POSITIONS: u32 = 16;

/// The most parts of an account's collateral that are on their way out.
pub const MAX_UNBONDINGS: u32 = 16;

/// The fewest bytes of the name of a pool.
pub const MIN_NAME: usize = 3;

/// The most bytes of the name of a pool.
pub const MAX_NAME: u32 = 32;

/// The most bytes that say what a unit of power is.
pub const MAX_UNIT: u32 = 64;

/// The most that a pool emits in a second, in the smallest unit.
pub const MAX_RATE: Balance = AITBC;

/// The least collateral of a unit, in the smallest unit. For next to nothing the power of a whole pool could
/// be declared, and nearly all of its rewards earned.
pub const MIN_PER_UNIT: Balance = AITBC;

/// The highest collateral of a unit, in the smallest unit. For more than anybody has nobody could stake
/// besides those who have.
pub const MAX_PER_UNIT: Balance = 100_000 * AITBC;

/// The least collateral of a position, in the smallest unit.
pub const MIN_COLLATERAL: Balance = 100 * AITBC;

/// Derives what everything has that is stored and is an argument or part of an event.
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
    /// What a unit of power may cost for a second, in the smallest unit.
    #[derive(Copy, serde::Serialize, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct PriceRange {
        /// The least.
        pub min: Balance,
        /// The most.
        pub max: Balance,
    }

    /// The rules of a pool: a class of GPU. Amounts are in the smallest unit.
    pub struct PoolSpec {
        /// Its name: 3 to 32 small letters of ASCII, digits and hyphens. No two pools that are open share
        /// one.
        pub name: PoolName,
        /// What a unit of power is, in words.
        pub unit: BoundedVec<u8, ConstU32<MAX_UNIT>>,
        /// What is emitted in a second when all power is used.
        pub rate: Balance,
        /// The part of fees that is matched.
        pub match_ratio: Permill,
        /// What was granted for emission without fees.
        pub bootstrap: Balance,
        /// What a unit may cost.
        pub price: PriceRange,
        /// The collateral of a unit: 1 to 100 000 AITBC.
        pub per_unit: Balance,
        /// How declared power is audited, if it is.
        pub audit: Option<AuditSpec>,
    }

    /// A change of the rules of a pool. What a unit is does not change: others have staked units of it.
    #[derive(Copy)]
    pub enum PoolChange {
        /// What is emitted in a second when all power is used.
        #[codec(index = 0)]
        Rate(Balance),
        /// The part of fees that is matched.
        #[codec(index = 1)]
        MatchRatio(Permill),
        /// What is granted for emission without fees from now on, in place of what is left.
        #[codec(index = 2)]
        Bootstrap(Balance),
        /// What a unit may cost.
        #[codec(index = 3)]
        Price(PriceRange),
        /// The collateral of a unit that is staked from now on.
        #[codec(index = 4)]
        PerUnit(Balance),
        /// How declared power is audited, if it is.
        #[codec(index = 5)]
        Audit(Option<AuditSpec>),
    }

    /// Where a pool stands. Amounts are in the smallest unit.
    #[derive(Copy, Default)]
    pub struct PoolState {
        /// The power of all positions.
        pub total: u64,
        /// How much of it is in use.
        pub allocated: u64,
        /// The collateral of all positions.
        pub collateral: Balance,
        /// The accounts that have positions.
        pub providers: u32,
        /// What all members weigh.
        pub weight: u128,
        /// What has been distributed for one of weight since the beginning, times 10^18.
        pub accumulator: u128,
        /// What has been distributed and is in no member's part yet, times 10^18.
        pub carry: u128,
        /// What use has earned and neither bootstrap nor fees have paid.
        pub allowance: Balance,
        /// What is left of the bootstrap: it may still be emitted without fees.
        pub bootstrap_left: Balance,
        /// What is in the pot for the pool.
        pub funds: Balance,
        /// What of that was distributed and not claimed.
        pub owed: Balance,
        /// Until when emission is counted, in milliseconds since 1970.
        pub updated: Moment,
    }

    /// A pool.
    pub struct Pool {
        /// Its rules.
        pub spec: PoolSpec,
        /// Where it stands.
        pub state: PoolState,
        /// Whether nobody can stake in it any more and nothing is emitted.
        pub closed: bool,
    }

    /// Capacity of one provider in one pool, and the collateral behind it.
    pub struct Position<AccountId> {
        /// Whose it is.
        pub provider: AccountId,
        /// In which pool.
        pub pool: GpuPoolId,
        /// The power that it declares, in units of the pool.
        pub power: u32,
        /// Its collateral, in the smallest unit.
        pub collateral: Balance,
        /// The collateral of a unit when power was staked last, in the smallest unit.
        pub per_unit: Balance,
        /// For how long it was locked, in milliseconds.
        pub lock: Moment,
        /// When the lock ends, in milliseconds since 1970.
        pub locked_until: Moment,
        /// What it adds to the base of its member: usable power, in thousandths.
        pub counted: u64,
        /// How much of its power is in use.
        pub allocated: u32,
        /// What of its collateral stands for bonds, in the smallest unit.
        pub earmarked: Balance,
        /// The hash of what the provider says of its hardware.
        pub spec_hash: Hash,
        /// Whether its task is on the agenda. It never is there twice.
        pub scheduled: bool,
    }

    /// An account in a pool.
    #[derive(Copy, Default)]
    pub struct Member {
        /// How many positions it has there.
        pub positions: u32,
        /// What they count: usable power times the multipliers of locks, in thousandths.
        pub base: u64,
        /// What it weighs: the base times 1000 + score.
        pub weight: u128,
        /// The accumulator at which its reward was computed last.
        pub snapshot: u128,
        /// Its reward until then, in the smallest unit.
        pub owed: Balance,
        /// And parts of a unit besides, times 10^18.
        pub fraction: u64,
    }

    /// The task of a position: its lock ends.
    #[derive(Copy)]
    pub struct LockTask(pub PositionId);
}

/// What a pool is called.
pub type PoolName = BoundedVec<u8, ConstU32<MAX_NAME>>;

/// The parts of an account's collateral that are on their way out, the oldest first.
pub type UnbondingsOf = BoundedVec<Unbonding, ConstU32<MAX_UNBONDINGS>>;

/// A pool that exists from the start, with funds that the pot holds. Amounts are in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisPool {
    /// See [`PoolSpec::name`].
    pub name: String,
    /// See [`PoolSpec::unit`].
    pub unit: String,
    /// See [`PoolSpec::rate`].
    pub rate: Balance,
    /// See [`PoolSpec::match_ratio`], in parts per million.
    pub match_ratio: Permill,
    /// See [`PoolSpec::bootstrap`].
    pub bootstrap: Balance,
    /// See [`PoolSpec::price`].
    pub price: PriceRange,
    /// See [`PoolSpec::per_unit`].
    pub per_unit: Balance,
    /// See [`PoolSpec::audit`].
    pub audit: Option<AuditSpec>,
    /// What is in the pot for it.
    pub funds: Balance,
}
