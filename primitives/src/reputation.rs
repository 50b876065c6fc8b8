//! Reputation (REP): what it is measured in, where it counts, how pallets move it, and what clients
//! ask the runtime about it.

pub mod pools;

use crate::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchResult;

/// An amount of reputation in its smallest unit, see [`REP`].
pub type Rep = u128;

/// One REP, displayed with twelve decimal places like the native token.
pub const REP: Rep = 1_000_000_000_000;

/// Where reputation was earned and where it counts. Nothing moves between domains.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Domain {
    /// Producing and policing blocks.
    #[codec(index = 0)]
    Block,
    /// Judging and legislating.
    #[codec(index = 1)]
    Governance,
    /// Selling compute.
    #[codec(index = 2)]
    Compute,
}

impl Domain {
    /// All domains.
    pub const ALL: [Self; 3] = [Self::Block, Self::Governance, Self::Compute];
}

/// Why reputation is held. Held reputation remains its holder's: it counts for issuance and salary.
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
pub enum HoldReason {
    /// Encumbered by a block producer.
    #[codec(index = 0)]
    Availability,
    /// At stake in validation pools.
    #[codec(index = 1)]
    Pool,
}

/// The reputation of an account in a domain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Reputation {
    /// All reputation of the account, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub balance: Rep,
    /// What nothing holds, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub free: Rep,
    /// Encumbered by block production, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub encumbered: Rep,
    /// At stake in validation pools, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub pooled: Rep,
    /// Salary that can be claimed, in the smallest unit of the native token.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub claimable: Balance,
    /// What it has earned in pools of blocks and was not credited with yet, in units. It is no part of the
    /// balance.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub earned: Rep,
}

/// The ledger of reputation, as other pallets use it. Amounts are in units of [`Rep`].
///
/// `free + all holds == balance` for each account, and the balances of a domain add up to its
/// issuance.
pub trait RepLedger<AccountId> {
    /// All reputation of a domain.
    fn issuance(domain: Domain) -> Rep;

    /// What `who` has, held or not.
    fn balance(domain: Domain, who: &AccountId) -> Rep;

    /// What `who` has and nothing holds.
    fn free(domain: Domain, who: &AccountId) -> Rep;

    /// What is held of `who` for `reason`.
    fn held(domain: Domain, reason: HoldReason, who: &AccountId) -> Rep;

    /// Moves `amount` from free to held. Fails, changing nothing, if less is free.
    fn hold(domain: Domain, reason: HoldReason, who: &AccountId, amount: Rep) -> DispatchResult;

    /// Moves `amount` from held to free. Fails, changing nothing, if less is held. A slash debt of
    /// `who` is paid out of what becomes free.
    fn release(domain: Domain, reason: HoldReason, who: &AccountId, amount: Rep) -> DispatchResult;

    /// Creates `amount` for `who`. A slash debt of `who` is paid out of it. Fails, changing
    /// nothing, if the issuance would overflow.
    fn mint(domain: Domain, who: &AccountId, amount: Rep) -> DispatchResult;

    /// Destroys `amount` of what `reason` holds of `who`, or all of it if it is less, and returns
    /// how much. What is at stake in pools cannot be destroyed now: it becomes a slash debt.
    fn slash_held(domain: Domain, reason: HoldReason, who: &AccountId, amount: Rep) -> Rep;

    /// What [`burn`](Self::burn) could destroy of `who` at once: what is free, then what is encumbered,
    /// not at stake and not forfeit already.
    fn slashable(domain: Domain, who: &AccountId) -> Rep;

    /// Destroys `amount` of what `who` has, whatever holds it, and returns how much was destroyed at once:
    /// at most what is [slashable](Self::slashable). The rest becomes a slash debt, which never exceeds
    /// what is held.
    fn burn(domain: Domain, who: &AccountId, amount: Rep) -> Rep;

    /// Destroys `amount` of what `reason` holds of `who`, or all of it if it is less, and returns how much.
    ///
    /// For pools, which destroy what lost in them: at stake or owed for a slash, it is destroyed now. A
    /// slash debt is cut to what is still held, as nothing is destroyed twice.
    fn forfeit(domain: Domain, reason: HoldReason, who: &AccountId, amount: Rep) -> Rep;

    /// Destroys as much of what is encumbered of `who`, and not at stake, as `who` owes for slashes. Pools
    /// ask for it when they let go of encumbered reputation, since nothing becomes free then.
    fn collect_debt(domain: Domain, who: &AccountId);
}

/// Hears that the balance of an account is another now.
pub trait RepChanged<AccountId> {
    /// Called after the change.
    fn changed(domain: Domain, who: &AccountId);
}

impl<AccountId> RepChanged<AccountId> for () {
    fn changed(_: Domain, _: &AccountId) {}
}

/// How much of the encumbered reputation of an account is at stake in pools that were opened by hand.
pub trait AtStake<AccountId> {
    /// Returns the amount in units, at most what the account has encumbered.
    fn at_stake(who: &AccountId) -> Rep;
}

/// Nothing is at stake.
impl<AccountId> AtStake<AccountId> for () {
    fn at_stake(_: &AccountId) -> Rep {
        0
    }
}

/// What accounts have earned in pools of blocks.
pub trait Earned<AccountId> {
    /// What `who` was not credited with yet, in units of Block reputation.
    fn earned(who: &AccountId) -> Rep;
}

/// Nobody earns anything.
impl<AccountId> Earned<AccountId> for () {
    fn earned(_: &AccountId) -> Rep {
        0
    }
}

sp_api::decl_runtime_apis! {
    /// Reputation.
    pub trait ReputationApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// The reputation of `account` in `domain`.
        fn reputation(domain: Domain, account: AccountId) -> Reputation;

        /// All reputation of `domain`, in units.
        fn reputation_issuance(domain: Domain) -> Rep;
    }
}

/// The session key with which a validator signs its verdicts in validation pools.
pub mod pool_vote {
    use sp_core::crypto::KeyTypeId;

    /// Under this name the keystore holds the key.
    pub const KEY_TYPE: KeyTypeId = KeyTypeId(*b"rvot");

    mod app {
        use sp_application_crypto::{app_crypto, sr25519};

        app_crypto!(sr25519, super::KEY_TYPE);
    }

    /// Public part of the pool vote key.
    pub type AuthorityId = app::Public;

    /// Signature made with the pool vote key.
    pub type AuthoritySignature = app::Signature;
}
