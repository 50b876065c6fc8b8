//! What reputation is worth: the score of agents, and what they add to votes.

use crate::{Agents as Registry, Config, Pallet, WeightInfo};
use aitbc_primitives::{
    agents::{
        registry::AgentStatus, Agents, Role, ScoreChanged, Wallets, HIGHEST_SCORE, LEAST_SCORE,
    },
    governance::{Bonus, Classes, VoterClass},
    reputation::{Domain, Rep, RepChanged, RepLedger, REP},
    token::AITBC,
    Balance, Moment,
};
use frame_support::{dispatch::DispatchClass, traits::Get, weights::Weight};
use sp_core::U256;

/// The most that a whole REP adds to votes, in the smallest unit.
const BONUS_PER_REP: Balance = 100 * AITBC;

/// `value * by / of`, rounded down, or the most there is. Nothing if `of` is 0.
fn proportion(value: u128, by: u128, of: u128) -> u128 {
    let product = U256::from(value).saturating_mul(by.into());
    let quotient = product.checked_div(of.into()).unwrap_or_default();
    quotient.try_into().unwrap_or(u128::MAX)
}

/// The score of an agent with so much Compute reputation: 100 + 900 * rep / (rep + scale), rounded down.
pub(crate) fn score_of(rep: Rep, scale: Rep) -> u32 {
    if rep == 0 {
        return LEAST_SCORE;
    }
    let most = U256::from(HIGHEST_SCORE.saturating_sub(LEAST_SCORE));
    let whole = U256::from(rep).saturating_add(scale.into());
    let above = most.saturating_mul(rep.into()).checked_div(whole).unwrap_or_default();
    LEAST_SCORE.saturating_add(above.low_u32()).min(HIGHEST_SCORE)
}

/// The most that so much Compute reputation adds to votes: 100 AITBC for each REP, rounded down to the smallest
/// unit.
pub(crate) fn bonus_limit(rep: Rep) -> Balance {
    proportion(rep, BONUS_PER_REP, REP)
}

impl<T: Config> Pallet<T> {
    /// The Compute reputation of an account.
    pub(crate) fn rep(who: &T::AccountId) -> Rep {
        T::Reputation::balance(Domain::Compute, who)
    }
}

impl<T: Config> Agents<T::AccountId> for Pallet<T> {
    fn agent_of(who: &T::AccountId) -> Option<T::AccountId> {
        if Self::registered(who).is_ok() {
            return Some(who.clone());
        }
        T::Wallets::agent(who).filter(|agent| Self::registered(agent).is_ok())
    }

    fn role(agent: &T::AccountId) -> Option<Role> {
        let agent = Registry::<T>::get(agent)?;
        (agent.status == AgentStatus::Active).then_some(agent.role)
    }

    fn score(agent: &T::AccountId) -> u32 {
        score_of(Self::rep(agent), T::ScoreScale::get())
    }

    fn seen(agent: &T::AccountId) -> Option<Moment> {
        Self::registered(agent).ok()?.last_heartbeat
    }
}

impl<T: Config> Classes<T::AccountId> for Pallet<T> {
    fn class(who: &T::AccountId) -> VoterClass {
        // Not by the trait: else a suspended agent would be a human.
        let agent = Self::registered(who).ok();
        let agent = agent.or_else(|| Self::registered(&T::Wallets::agent(who)?).ok());
        match agent.map(|agent| agent.role) {
            None => VoterClass::Human,
            Some(Role::Provider) => VoterClass::Provider,
            Some(Role::Consumer) => VoterClass::Consumer,
            Some(Role::Builder) => VoterClass::Builder,
            Some(Role::Coordinator) => VoterClass::Coordinator,
        }
    }

    fn bonus(who: &T::AccountId) -> Option<Bonus<T::AccountId>> {
        let agent = Self::agent_of(who)?;
        let rep = Self::rep(&agent);
        let score = score_of(rep, T::ScoreScale::get());
        Some(Bonus { agent, score, limit: bonus_limit(rep) })
    }
}

/// Tells that the score of an agent is another now, and charges the block for it.
impl<T: Config> RepChanged<T::AccountId> for Pallet<T> {
    fn changed(domain: Domain, who: &T::AccountId) {
        if domain != Domain::Compute {
            return;
        }
        let mut cost: Weight = T::WeightInfo::rep_changed();
        if Self::registered(who).is_ok() {
            T::ScoreChanged::score_changed(who);
            cost = cost.saturating_add(T::ScoreChanged::weight());
        }
        frame_system::Pallet::<T>::register_extra_weight_unchecked(cost, DispatchClass::Normal);
    }
}
