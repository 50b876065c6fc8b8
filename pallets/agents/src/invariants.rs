//! The check of the invariants of the crate documentation.

use crate::{
    capabilities::hash_of,
    ownership::{is_recent, MAX_CHANGES},
    types::MAX_SPANS,
    Agents, ByCapability, ByController, Census, Config, Contacts, FromSender, HoldReason, Inboxes,
    Messages, MessagesStored, Nonces, Owned, Pallet, SentBy, Spans, WithCapability, LONGEST_TTL,
    MAX_OF_SENDER, MAX_POSTAGE, MAX_STORED, SHORTEST_TTL,
};
use aitbc_primitives::agents::{
    registry::{is_tag, AgentStatus},
    Ownership, Role,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::fungible::InspectHold};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        Self::check_agents()?;
        Self::check_controllers()?;
        Self::check_capabilities()?;
        Self::check_census()?;
        Self::check_spans()?;
        Self::check_owners()?;
        Self::check_inboxes()?;
        Self::check_messages()?;
        Self::check_mail_deposits()
    }

    /// Invariants 1 and 2.
    fn check_agents() -> Result<(), TryRuntimeError> {
        for (account, agent) in Agents::<T>::iter() {
            // Invariant 1
            let owner = Self::owner_of(&account);
            let belongs_to = agent.is_registered().then_some(agent.controller);
            ensure!(owner == belongs_to, "an agent does not belong to its controller");
            ensure!(Nonces::<T>::get(&account) > 0, "an agent has not consented");
            ensure!(Spans::<T>::contains_key(&account), "an agent will not be forgotten");
            // Invariant 2
            let tags = &agent.capabilities;
            let in_order = tags.iter().zip(tags.iter().skip(1)).all(|(a, b)| a < b);
            ensure!(in_order && tags.iter().all(|tag| is_tag(tag)), "an agent has no tags");
            ensure!(agent.endpoint.iter().all(u8::is_ascii_graphic), "an endpoint is no text");
            let is_paid = agent.deposit.is_some();
            ensure!(
                is_paid == (agent.status != AgentStatus::Retired),
                "a deposit is missing or left"
            );
            let is_empty = tags.is_empty() && agent.endpoint.is_empty();
            ensure!(
                is_paid || (is_empty && agent.offered_to.is_none()),
                "more is left of an agent than nobody pays for"
            );
        }
        ensure!(
            Nonces::<T>::iter_keys().all(Agents::<T>::contains_key),
            "a consent of no agent was counted"
        );
        Ok(())
    }

    /// Invariant 3.
    fn check_controllers() -> Result<(), TryRuntimeError> {
        let agents = Agents::<T>::iter().filter(|(_, agent)| agent.is_registered());
        let agents: BTreeSet<_> =
            agents.map(|(account, agent)| (agent.controller, account)).collect();
        let listed: BTreeSet<_> = ByController::<T>::iter_keys().collect();
        ensure!(agents == listed, "controllers are not listed with their agents");
        Ok(())
    }

    /// Invariant 4.
    fn check_capabilities() -> Result<(), TryRuntimeError> {
        let mut places = BTreeSet::new();
        let mut counts = BTreeMap::<_, u32>::new();
        let active = Agents::<T>::iter().filter(|(_, agent)| agent.status == AgentStatus::Active);
        for (account, agent) in active {
            for hash in agent.capabilities.iter().map(|tag| hash_of(tag)) {
                places.insert((hash, account.clone()));
                let count = counts.entry(hash).or_default();
                *count = count.saturating_add(1);
            }
        }
        let listed: BTreeSet<_> = ByCapability::<T>::iter_keys().collect();
        ensure!(places == listed, "capabilities are not listed with their agents");
        let counted: BTreeMap<_, _> = WithCapability::<T>::iter().collect();
        ensure!(counts == counted, "capabilities are miscounted");
        Ok(())
    }

    /// Invariant 5.
    fn check_census() -> Result<(), TryRuntimeError> {
        // Neither roles nor statuses have an order.
        let number = |(role, status): (Role, AgentStatus)| (role as u8, status as u8);
        let mut counts = BTreeMap::<_, u32>::new();
        for agent in Agents::<T>::iter_values() {
            let count = counts.entry(number((agent.role, agent.status))).or_default();
            *count = count.saturating_add(1);
        }
        let counted: BTreeMap<_, _> =
            Census::<T>::iter().map(|(of, count)| (number(of), count)).collect();
        ensure!(counts == counted, "agents are miscounted");
        Ok(())
    }

    /// Invariant 6.
    fn check_spans() -> Result<(), TryRuntimeError> {
        for spans in Spans::<T>::iter_values() {
            ensure!(!spans.is_empty(), "a history of owners is empty");
            ensure!(spans.len() <= MAX_SPANS as usize, "a history of owners is too long");
            let mut pairs = spans.iter().zip(spans.iter().skip(1));
            ensure!(pairs.all(|(a, b)| a.since <= b.since), "owners are out of order");
            let Some(last) = spans.last() else { continue };
            let lately = spans.iter().filter(|span| is_recent(span.since, last.since));
            ensure!(lately.count() <= MAX_CHANGES, "an account has changed hands too often");
        }
        Ok(())
    }

    /// Invariant 7.
    fn check_owners() -> Result<(), TryRuntimeError> {
        let mut counts = BTreeMap::<T::AccountId, u32>::new();
        for account in Spans::<T>::iter_keys() {
            if let Some(owner) = Self::owner_of(&account) {
                let count = counts.entry(owner).or_default();
                *count = count.saturating_add(1);
            }
        }
        for owner in counts.keys() {
            ensure!(Self::owner_of(owner).is_none(), "an owner belongs to somebody");
        }
        let counted: BTreeMap<_, _> = Owned::<T>::iter().collect();
        ensure!(counts == counted, "what accounts own is miscounted");
        Ok(())
    }

    /// Invariant 8.
    fn check_inboxes() -> Result<(), TryRuntimeError> {
        let with_mail = Inboxes::<T>::iter_keys()
            .chain(Contacts::<T>::iter_keys())
            .chain(Messages::<T>::iter_keys().map(|(to, _)| to));
        for account in with_mail {
            ensure!(Self::registered(&account).is_ok(), "an account that is no agent has an inbox");
        }
        for message in Messages::<T>::iter_values() {
            let ttl = message.expires.saturating_sub(message.sent_at);
            ensure!(
                (SHORTEST_TTL..=LONGEST_TTL).contains(&ttl),
                "a message does not stay for 1 minute to 7 days"
            );
        }
        ensure!(
            Inboxes::<T>::iter_values().all(|inbox| inbox.postage <= MAX_POSTAGE),
            "postage is too high"
        );
        ensure!(
            Contacts::<T>::iter_values().all(|contacts| !contacts.accounts.is_empty()),
            "contacts are empty"
        );
        Ok(())
    }

    /// Invariant 9.
    fn check_messages() -> Result<(), TryRuntimeError> {
        let one_more = |count: &mut u32| *count = count.saturating_add(1);
        let mut stored = BTreeMap::<T::AccountId, u32>::new();
        let mut of_senders = BTreeMap::<(T::AccountId, T::AccountId), u32>::new();
        let mut sent = BTreeMap::<T::AccountId, u32>::new();
        let mut all = 0u64;
        for (to, _, message) in Messages::<T>::iter() {
            one_more(stored.entry(to.clone()).or_default());
            one_more(of_senders.entry((to, message.from.clone())).or_default());
            one_more(sent.entry(message.from).or_default());
            all = all.saturating_add(1);
        }
        ensure!(stored.values().all(|count| *count <= MAX_STORED), "an inbox is too full");
        ensure!(
            of_senders.values().all(|count| *count <= MAX_OF_SENDER),
            "a sender has too many messages in an inbox"
        );
        let inboxes = Inboxes::<T>::iter().filter(|(_, inbox)| inbox.stored > 0);
        let counted: BTreeMap<_, _> = inboxes.map(|(who, inbox)| (who, inbox.stored)).collect();
        ensure!(stored == counted, "messages in inboxes are miscounted");
        let counted: BTreeMap<_, _> =
            FromSender::<T>::iter().map(|(to, from, count)| ((to, from), count)).collect();
        ensure!(of_senders == counted, "messages of senders in inboxes are miscounted");
        let counted: BTreeMap<_, _> = SentBy::<T>::iter().collect();
        ensure!(sent == counted, "messages of senders are miscounted");
        ensure!(all == MessagesStored::<T>::get(), "messages are miscounted");
        Ok(())
    }

    /// Invariant 10.
    fn check_mail_deposits() -> Result<(), TryRuntimeError> {
        for who in frame_system::Account::<T>::iter_keys() {
            let has_mail = SentBy::<T>::contains_key(&who) || Contacts::<T>::contains_key(&who);
            let deposit = T::Currency::balance_on_hold(&HoldReason::Mailbox.into(), &who);
            ensure!(
                has_mail == (deposit > 0),
                "there is no deposit for messages or contacts, or one for none"
            );
        }
        Ok(())
    }
}
