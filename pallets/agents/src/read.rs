//! What clients read.

use crate::{
    capabilities::{hash_of, tag, Found, MAX_LISTED},
    types::Tag,
    AgentOf, Agents, ByCapability, ByController, Census, Config, HoldReason, Nonces, Pallet,
};
use aitbc_primitives::{
    agents::{
        registry::{
            AgentCount, AgentFigures, AgentFilter, AgentStatus, AgentView, MatchView, MAX_TAGS,
        },
        Agents as _, Role, Wallets,
    },
    Balance, Hash,
};
use alloc::{boxed::Box, collections::BTreeSet, string::String, vec::Vec};
use frame_support::{
    storage::{with_transaction, TransactionOutcome},
    traits::{fungible::InspectHold, Consideration},
};

/// At how many agents a list or a count looks.
const MAX_LOOKED_AT: usize = 10_000;

/// All roles.
const ROLES: [Role; 4] = [Role::Provider, Role::Consumer, Role::Builder, Role::Coordinator];

/// Characters that are all of ASCII.
fn text(characters: &[u8]) -> String {
    String::from_utf8_lossy(characters).into_owned()
}

impl<T: Config> Pallet<T> {
    pub(crate) fn read_agent(account: &T::AccountId) -> Option<AgentView<T::AccountId>> {
        Agents::<T>::get(account).map(|agent| Self::view(account.clone(), agent))
    }

    pub(crate) fn read_agents(
        filter: AgentFilter<T::AccountId>,
        limit: u32,
        offset: u32,
    ) -> Vec<AgentView<T::AccountId>> {
        let AgentFilter { role, status, tag: named, controller } = filter;
        let accounts: Box<dyn Iterator<Item = T::AccountId>> = match (&controller, &named) {
            (Some(controller), _) => Box::new(ByController::<T>::iter_key_prefix(controller)),
            (None, Some(named)) => {
                Box::new(ByCapability::<T>::iter_key_prefix(hash_of(named.as_bytes())))
            }
            (None, None) => Box::new(Agents::<T>::iter_keys()),
        };
        let has_tag = |agent: &AgentOf<T>| {
            let named = named.as_ref().map(String::as_bytes);
            // Those that are not active are on no index, so no list by a tag names them.
            named.is_none_or(|named| {
                let is_active = agent.status == AgentStatus::Active;
                is_active && agent.capabilities.iter().any(|tag| tag[..] == *named)
            })
        };
        accounts
            .take(MAX_LOOKED_AT)
            .filter_map(|account| Some((Agents::<T>::get(&account)?, account)))
            .filter(|(agent, _)| role.is_none_or(|role| role == agent.role))
            .filter(|(agent, _)| status.is_none_or(|status| status == agent.status))
            .filter(|(agent, _)| has_tag(agent))
            .skip(offset as usize)
            .take(limit.min(MAX_LISTED) as usize)
            .map(|(agent, account)| Self::view(account, agent))
            .collect()
    }

    pub(crate) fn read_match(tags: Vec<String>, limit: u32) -> Option<MatchView<T::AccountId>> {
        if tags.is_empty() || tags.len() > MAX_TAGS as usize {
            return None;
        }
        let tags = tags.into_iter().map(|characters| tag(characters.into_bytes()));
        let tags: BTreeSet<Tag> = tags.collect::<Option<_>>()?;
        let Found { agents, is_cut_off } = Self::matching(&tags, limit);
        let agents = agents.into_iter().map(|(account, agent)| Self::view(account, agent));
        Some(MatchView { agents: agents.collect(), cut_off: is_cut_off })
    }

    pub(crate) fn read_figures() -> AgentFigures {
        let pairs =
            ROLES.into_iter().flat_map(|role| AgentStatus::ALL.map(|status| (role, status)));
        let agents = pairs.map(|(role, status)| AgentCount {
            role,
            status,
            count: Census::<T>::get((role, status)),
        });
        let looked_at = Agents::<T>::iter_values().take(MAX_LOOKED_AT);
        let available = looked_at.filter(Self::is_available).count();
        AgentFigures {
            agents: agents.collect(),
            available: available as u32,
            messages: Self::stored_messages(),
        }
    }

    fn view(account: T::AccountId, agent: AgentOf<T>) -> AgentView<T::AccountId> {
        AgentView {
            available: Self::is_available(&agent),
            score: Self::score(&account),
            reputation: Self::rep(&account),
            wallets: T::Wallets::linked(&account),
            nonce: Nonces::<T>::get(&account),
            deposit: Self::deposit_of(&agent),
            role: agent.role,
            status: agent.status,
            spec_hash: agent.spec_hash,
            endpoint: text(&agent.endpoint),
            x25519: Hash::from(agent.x25519),
            capabilities: agent.capabilities.iter().map(|tag| text(tag)).collect(),
            registered_at: agent.registered_at,
            last_heartbeat: agent.last_heartbeat,
            controller: agent.controller,
            offered_to: agent.offered_to,
            account,
        }
    }

    /// What the controller would have back if the agent retired. Then all is as before.
    fn deposit_of(agent: &AgentOf<T>) -> Balance {
        let Some(ticket) = agent.deposit.clone() else { return 0 };
        let held = || T::Currency::balance_on_hold(&HoldReason::Agent.into(), &agent.controller);
        let before = held();
        let freed = with_transaction(|| {
            let freed = ticket.drop(&agent.controller).map(|()| before.saturating_sub(held()));
            TransactionOutcome::Rollback(freed)
        });
        freed.unwrap_or(0)
    }
}
