//! Governance: what clients ask the runtime about it.

use crate::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// The power of an account and where it comes from, in the smallest unit of the token.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct VotingPower<AccountId> {
    /// The total balance.
    pub balance: Balance,
    /// Its average over the short window before.
    pub short_average: Balance,
    /// Its average over the long window before.
    pub long_average: Balance,
    /// The least of the three.
    pub power: Balance,
    /// Who votes with it now, if it does not vote itself.
    pub delegated_to: Option<AccountId>,
    /// What is frozen now, because it was counted in polls.
    pub frozen: Balance,
}

sp_api::decl_runtime_apis! {
    /// Governance.
    pub trait GovernanceApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// The power of `account` at a moment in milliseconds since 1970, or now.
        fn voting_power(account: AccountId, at: Option<Moment>) -> VotingPower<AccountId>;

        /// All tokens outside of pots, now: what power is measured against.
        fn voting_base() -> Balance;
    }
}
