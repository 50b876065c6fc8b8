//! GPUs that are staked: who has which capacity, and what stands behind it.

use crate::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// The number of a pool: a class of GPU.
pub type GpuPoolId = u32;

/// The number of a position.
pub type PositionId = u64;

/// What the market knows of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionInfo<AccountId> {
    /// Whose it is.
    pub provider: AccountId,
    /// In which pool.
    pub pool: GpuPoolId,
    /// Units of power that its collateral covers.
    pub usable: u32,
    /// How many of them nobody uses.
    pub free: u32,
    /// What of its collateral no bond has earmarked, in the smallest unit.
    pub unearmarked: Balance,
}

/// Why collateral is slashed.
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
pub enum SlashReason {
    /// A bond was lost.
    #[codec(index = 0)]
    Bond,
    /// A wrong result was proven.
    #[codec(index = 1)]
    Fraud,
    /// The capacity was not proven.
    #[codec(index = 2)]
    Audit,
}

/// Capacity, as the market uses it. Amounts are in the smallest unit. What fails changes nothing.
pub trait Capacity<AccountId> {
    /// A position, if there is one.
    fn position(id: PositionId) -> Option<PositionInfo<AccountId>>;

    /// Takes `power` of what is free, and earmarks `earmark` of the collateral as a bond.
    fn allocate(id: PositionId, power: u32, earmark: Balance) -> DispatchResult;

    /// Power is free again. The bond stays.
    fn release(id: PositionId, power: u32) -> DispatchResult;

    /// A bond of `amount` has done its service.
    fn unearmark(id: PositionId, amount: Balance) -> DispatchResult;

    /// Takes `amount`, or what is there of it, out of what was earmarked: half of it, rounded down, goes to
    /// `injured` if there is somebody, the rest to the treasury. Returns how much was taken.
    fn slash(
        id: PositionId,
        amount: Balance,
        injured: Option<&AccountId>,
        why: SlashReason,
    ) -> Balance;

    /// Takes the share that fraud costs out of the collateral, with what is unbonding. Returns how much.
    fn slash_fraud(id: PositionId, injured: Option<&AccountId>) -> Balance;

    /// Tells that `reached_treasury` of a fee that was paid for capacity of `pool` has reached the treasury.
    fn fee_paid(pool: GpuPoolId, reached_treasury: Balance);

    /// The least and the highest price of a unit for a second in `pool`.
    fn price_bounds(pool: GpuPoolId) -> Option<(Balance, Balance)>;
}

/// Hears that the usable or the free power of a position is another now.
pub trait CapacityChanged {
    /// Called after the change.
    fn capacity_changed(position: PositionId);
}

impl CapacityChanged for () {
    fn capacity_changed(_: PositionId) {}
}

/// Whether positions have proven the power that they declare.
pub trait Audits {
    /// Whether `position` passed its last audit.
    fn passed(position: PositionId) -> bool;
}

/// Nobody is audited.
impl Audits for () {
    fn passed(_: PositionId) -> bool {
        true
    }
}
