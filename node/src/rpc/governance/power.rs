//! What a vote weighs.

use aitbc_primitives::{governance::VotingPower, json::Amount, AccountId, Balance};
use serde::Serialize;

/// The power of an account and what it is measured against, in the smallest unit of the token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasuredPower {
    /// Whose it is.
    pub user_id: AccountId,
    /// How much it is: the `power` below, under its name in the governance API.
    pub voting_power: Amount,
    /// The power and where it comes from.
    #[serde(flatten)]
    pub power: VotingPower<AccountId>,
    /// All tokens outside of pots.
    pub base: Amount,
}

impl MeasuredPower {
    /// The power of `user_id`, measured against `base`.
    pub fn new(user_id: AccountId, power: VotingPower<AccountId>, base: Balance) -> Self {
        Self { user_id, voting_power: Amount(power.power), power, base: Amount(base) }
    }
}
