//! GPUs that are staked: who has which capacity, and what stands behind it.

use crate::{Balance, Hash, Moment};
use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchResult, Permill};

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

    /// Takes the share that a failed audit costs out of the collateral, for the treasury. Returns how much.
    fn slash_audit(id: PositionId) -> Balance;

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

/// How the power that positions of a pool declare is audited.
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSpec {
    /// The rows of the square matrices that a unit of power multiplies in time.
    pub rows: u32,
}

/// A pool, as clients read it: with all that it has emitted until now. Amounts are in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct GpuPoolView {
    /// Its number.
    pub id: GpuPoolId,
    /// Its name.
    pub name: String,
    /// What a unit of power is.
    pub unit: String,
    /// Whether nobody can stake in it any more and nothing is emitted.
    pub closed: bool,
    /// What is emitted in a second when all power is used.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub rate: Balance,
    /// The part of fees that is matched, in parts per million.
    pub match_ratio: Permill,
    /// The least price of a unit for a second.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub min_price: Balance,
    /// The highest price of a unit for a second.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub max_price: Balance,
    /// The collateral of a unit that is staked now.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub per_unit: Balance,
    /// How it is audited, if it is.
    pub audit: Option<AuditSpec>,
    /// The power of all positions.
    pub power: u64,
    /// How much of it is in use.
    pub allocated: u64,
    /// The part of it that is in use, in parts per million, rounded down.
    pub utilisation: Permill,
    /// What all members weigh together.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub weight: u128,
    /// How many accounts have positions in it.
    pub providers: u32,
    /// The collateral of all positions, without what is unbonding.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub collateral: Balance,
    /// What is in the pot for it.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub funds: Balance,
    /// How much of that belongs to members.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub owed: Balance,
    /// What is left of the bootstrap: it may still be emitted without fees.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub bootstrap_left: Balance,
    /// What use has earned and fees have not matched yet.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub allowance: Balance,
    /// What use earns in a second now, rounded down: at once while there is bootstrap, then as far as fees
    /// match it. Nothing in a pool that is closed or dry.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub emission: Balance,
    /// For how many whole days the funds that nobody owns last at that emission. `None` if there is none.
    pub days_left: Option<u64>,
}

/// A position, as clients read it. Amounts are in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct GpuPositionView<AccountId> {
    /// Its number.
    pub id: PositionId,
    /// Whose it is.
    pub provider: AccountId,
    /// In which pool.
    pub pool: GpuPoolId,
    /// The power that it declares.
    pub power: u32,
    /// How much of it its collateral covers.
    pub usable: u32,
    /// How much is in use.
    pub allocated: u32,
    /// How much could be used besides.
    pub free: u32,
    /// Its collateral.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub collateral: Balance,
    /// What of it stands for bonds.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub earmarked: Balance,
    /// The collateral of a unit when its power was staked.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub per_unit: Balance,
    /// For how long it was locked, in milliseconds.
    pub lock: Moment,
    /// When the lock ends, in milliseconds since 1970.
    pub locked_until: Moment,
    /// How often a unit counts now, in thousandths. 0 if it has to pass an audit first.
    pub multiplier: u32,
    /// The hash of what the provider says of its hardware.
    pub spec_hash: Hash,
}

/// Collateral on its way out.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Unbonding {
    /// The position that it was in.
    pub position: PositionId,
    /// How much, in the smallest unit.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub amount: Balance,
    /// From when on it can be withdrawn, in milliseconds since 1970. Until then it can be slashed.
    pub matures: Moment,
}

sp_api::decl_runtime_apis! {
    /// GPUs that are staked.
    pub trait GpuStakingApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// The pools, newest first: all that are open, of which there are at most 64, and those of the newest
        /// 64 that are closed.
        fn gpu_pools() -> Vec<GpuPoolView>;

        /// A pool. `None` if there is none with this number.
        fn gpu_pool(id: GpuPoolId) -> Option<GpuPoolView>;

        /// A position. `None` if there is none with this number.
        fn gpu_position(id: PositionId) -> Option<GpuPositionView<AccountId>>;

        /// The positions of an account, newest first. There are at most 16.
        fn gpu_positions(provider: AccountId) -> Vec<GpuPositionView<AccountId>>;

        /// The collateral of an account that is on its way out, the oldest first. There are at most 16 parts.
        fn gpu_unbondings(provider: AccountId) -> Vec<Unbonding>;

        /// What an account could claim in a pool now, in the smallest unit. `None` if there is no such pool.
        fn gpu_claimable(pool: GpuPoolId, provider: AccountId) -> Option<Balance>;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each field by its name, amounts as strings.
    #[test]
    fn views_know_their_json() {
        let position = GpuPositionView {
            id: 3,
            provider: 7u64,
            pool: 1,
            power: 10,
            usable: 9,
            allocated: 4,
            free: 5,
            collateral: u128::MAX,
            earmarked: 2,
            per_unit: 1,
            lock: 8,
            locked_until: 9,
            multiplier: 1_250,
            spec_hash: Hash::zero(),
        };
        let json = format!(
            r#"{{"id":3,"provider":7,"pool":1,"power":10,"usable":9,"allocated":4,"free":5,"collateral":"{}","earmarked":"2","perUnit":"1","lock":8,"lockedUntil":9,"multiplier":1250,"specHash":"0x{}"}}"#,
            u128::MAX,
            "00".repeat(32)
        );
        assert_eq!(serde_json::to_string(&position).unwrap(), json);
        assert_eq!(serde_json::from_str::<GpuPositionView<u64>>(&json).unwrap(), position);

        let pool = GpuPoolView {
            id: 1,
            name: "standard".into(),
            unit: "an hour".into(),
            closed: false,
            rate: 1,
            match_ratio: Permill::from_percent(50),
            min_price: 2,
            max_price: 3,
            per_unit: 4,
            audit: Some(AuditSpec { rows: 4_096 }),
            power: 5,
            allocated: 6,
            utilisation: Permill::from_percent(1),
            weight: 7,
            providers: 8,
            collateral: 9,
            funds: 10,
            owed: 11,
            bootstrap_left: 12,
            allowance: 13,
            emission: 14,
            days_left: None,
        };
        let json = concat!(
            r#"{"id":1,"name":"standard","unit":"an hour","closed":false,"rate":"1","matchRatio":500000,"#,
            r#""minPrice":"2","maxPrice":"3","perUnit":"4","audit":{"rows":4096},"power":5,"allocated":6,"#,
            r#""utilisation":10000,"weight":"7","providers":8,"collateral":"9","funds":"10","owed":"11","#,
            r#""bootstrapLeft":"12","allowance":"13","emission":"14","daysLeft":null}"#
        );
        assert_eq!(serde_json::to_string(&pool).unwrap(), json);
        assert_eq!(serde_json::from_str::<GpuPoolView>(json).unwrap(), pool);

        let unbonding = Unbonding { position: 1, amount: 2, matures: 3 };
        let json = r#"{"position":1,"amount":"2","matures":3}"#;
        assert_eq!(serde_json::to_string(&unbonding).unwrap(), json);
        assert_eq!(serde_json::from_str::<Unbonding>(json).unwrap(), unbonding);
    }
}
