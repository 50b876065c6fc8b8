//! A double of those who know agents and their owners.

use crate::AccountId;
use aitbc_primitives::{
    agents::{Agents, Role, LEAST_SCORE},
    governance::{Bonus, Classes, Owners, VoterClass},
    Balance, Moment,
};
use frame_support::{
    pallet_prelude::{OptionQuery, ValueQuery},
    storage_alias, Twox64Concat,
};

#[storage_alias]
type ClassOf = StorageMap<TestSupport, Twox64Concat, AccountId, VoterClass, ValueQuery>;
#[storage_alias]
type ScoreOf = StorageMap<TestSupport, Twox64Concat, AccountId, u32, OptionQuery>;
#[storage_alias]
type LimitOf = StorageMap<TestSupport, Twox64Concat, AccountId, Balance, OptionQuery>;
#[storage_alias]
type OwnerOf = StorageMap<TestSupport, Twox64Concat, AccountId, AccountId, OptionQuery>;

/// Knows what it was told. What it says of owners, it says of all times.
pub struct TestAgents;

impl TestAgents {
    /// Tells the class of an account, which is human otherwise.
    pub fn set_class(who: AccountId, class: VoterClass) {
        ClassOf::insert(who, class);
    }

    /// Tells the score of an account, which is no agent otherwise.
    pub fn set_score(who: AccountId, score: u32) {
        ScoreOf::insert(who, score);
    }

    /// Tells the most that the score of an agent adds to its votes, which is anything otherwise.
    pub fn set_bonus_limit(agent: AccountId, limit: Balance) {
        LimitOf::insert(agent, limit);
    }

    /// Tells the owner of a wallet, which belongs to itself otherwise.
    pub fn set_owner(wallet: AccountId, owner: AccountId) {
        OwnerOf::insert(wallet, owner);
    }
}

impl Classes<AccountId> for TestAgents {
    fn class(who: &AccountId) -> VoterClass {
        ClassOf::get(who)
    }

    fn bonus(who: &AccountId) -> Option<Bonus<AccountId>> {
        let agent = OwnerOf::get(who).unwrap_or(*who);
        let score = ScoreOf::get(agent)?;
        Some(Bonus { agent, score, limit: LimitOf::get(agent).unwrap_or(Balance::MAX) })
    }
}

impl Owners<AccountId> for TestAgents {
    fn owner(who: &AccountId, _: Moment) -> AccountId {
        OwnerOf::get(who).unwrap_or(*who)
    }
}

/// Whoever was told to be a provider is an agent; wallets are their owners' agents.
impl Agents<AccountId> for TestAgents {
    fn agent_of(who: &AccountId) -> Option<AccountId> {
        let agent = OwnerOf::get(who).unwrap_or(*who);
        (ClassOf::get(agent) != VoterClass::Human).then_some(agent)
    }

    fn role(agent: &AccountId) -> Option<Role> {
        match ClassOf::get(agent) {
            VoterClass::Human => None,
            VoterClass::Provider => Some(Role::Provider),
            VoterClass::Consumer => Some(Role::Consumer),
            VoterClass::Builder => Some(Role::Builder),
            VoterClass::Coordinator => Some(Role::Coordinator),
        }
    }

    fn score(agent: &AccountId) -> u32 {
        ScoreOf::get(agent).unwrap_or(LEAST_SCORE)
    }

    fn seen(_: &AccountId) -> Option<Moment> {
        None
    }
}
