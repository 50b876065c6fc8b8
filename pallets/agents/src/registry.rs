//! The life of an agent, from its registration to its retirement.

use crate::{
    types::{Agent, Endpoint, Profile, Tag, TagHash, MAX_ENDPOINT},
    AgentOf, Agents, ByController, Census, Config, ConsentOf, Error, Event, Pallet,
};
use aitbc_primitives::{
    agents::{
        registry::{AgentStatus, MAX_TAGS},
        Obligations, Ownership, Role, Wallets,
    },
    clock::Clock,
    time::DAY,
    Moment,
};
use alloc::vec::Vec;
use codec::MaxEncodedLen;
use core::mem;
use frame_support::{
    ensure,
    traits::{Consideration, Footprint},
};
use sp_runtime::DispatchResult;

/// How often the role of an agent may change.
pub const ROLE_PERIOD: Moment = 45 * DAY;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_register(
        controller: T::AccountId,
        agent: T::AccountId,
        role: Role,
        profile: Profile,
        consent: ConsentOf<T>,
    ) -> DispatchResult {
        let before = Agents::<T>::get(&agent);
        if let Some(before) = &before {
            ensure!(!before.is_registered(), Error::<T>::AlreadyRegistered);
        }
        // To register anew is no way around the period of roles.
        let role_changed_at = match &before {
            Some(before) if before.role != role => Some(Self::change_role(before)?),
            Some(before) => before.role_changed_at,
            None => None,
        };
        let capabilities = Self::checked_tags(profile.capabilities)?;
        let endpoint = Self::checked_endpoint(profile.endpoint)?;
        Self::use_consent(&agent, &controller, role, consent)?;
        Self::give(&agent, &controller)?;
        let footprint = Self::footprint(&endpoint, &capabilities);
        let deposit = T::Consideration::new(&controller, footprint)?;

        Self::enter_tags(&agent, &capabilities);
        ByController::<T>::insert(&controller, &agent, ());
        Self::count(
            Some((role, AgentStatus::Active)),
            before.map(|before| (before.role, before.status)),
        );
        let registered = Agent {
            controller: controller.clone(),
            role,
            status: AgentStatus::Active,
            spec_hash: profile.spec_hash,
            endpoint,
            x25519: profile.x25519,
            capabilities,
            registered_at: T::Clock::now(),
            last_heartbeat: None,
            role_changed_at,
            offered_to: None,
            deposit: Some(deposit),
        };
        Agents::<T>::insert(&agent, registered);
        Self::deposit_event(Event::Registered { agent, controller, role });
        Ok(())
    }

    pub(crate) fn do_update(
        who: T::AccountId,
        account: T::AccountId,
        profile: Profile,
    ) -> DispatchResult {
        let mut agent = Self::changeable(&who, &account)?;
        let capabilities = Self::checked_tags(profile.capabilities)?;
        let endpoint = Self::checked_endpoint(profile.endpoint)?;
        let footprint = Self::footprint(&endpoint, &capabilities);
        agent.deposit = match agent.deposit {
            Some(ticket) => Some(ticket.update(&agent.controller, footprint)?),
            None => None,
        };

        if agent.status == AgentStatus::Active && capabilities != agent.capabilities {
            Self::leave_tags(&account, &agent.capabilities);
            Self::enter_tags(&account, &capabilities);
        }
        agent.capabilities = capabilities;
        agent.endpoint = endpoint;
        agent.spec_hash = profile.spec_hash;
        agent.x25519 = profile.x25519;
        Agents::<T>::insert(&account, agent);
        Self::deposit_event(Event::Updated { agent: account });
        Ok(())
    }

    pub(crate) fn do_suspend(who: T::AccountId, account: T::AccountId) -> DispatchResult {
        let agent = Self::controlled(&who, &account)?;
        ensure!(agent.status == AgentStatus::Active, Error::<T>::NotActive);
        Self::leave_tags(&account, &agent.capabilities);
        Self::set_status(&account, agent, AgentStatus::Suspended);
        Self::deposit_event(Event::Suspended { agent: account });
        Ok(())
    }

    pub(crate) fn do_resume(who: T::AccountId, account: T::AccountId) -> DispatchResult {
        let agent = Self::controlled(&who, &account)?;
        ensure!(agent.status == AgentStatus::Suspended, Error::<T>::NotSuspended);
        Self::enter_tags(&account, &agent.capabilities);
        Self::set_status(&account, agent, AgentStatus::Active);
        Self::deposit_event(Event::Resumed { agent: account });
        Ok(())
    }

    pub(crate) fn do_set_role(
        who: T::AccountId,
        account: T::AccountId,
        role: Role,
    ) -> DispatchResult {
        let mut agent = Self::controlled(&who, &account)?;
        ensure!(role != agent.role, Error::<T>::SameRole);
        // What a provider has staked is a provider's. No wallet leaves an agent before it has taken back its own.
        let is_open = T::Wallets::linked(&account) > 0 || T::Obligations::open(&account);
        ensure!(!is_open, Error::<T>::HasObligations);
        agent.role_changed_at = Some(Self::change_role(&agent)?);
        Self::count(Some((role, agent.status)), Some((agent.role, agent.status)));
        agent.role = role;
        Agents::<T>::insert(&account, agent);
        Self::deposit_event(Event::RoleSet { agent: account, role });
        Ok(())
    }

    pub(crate) fn do_offer_control(
        who: T::AccountId,
        account: T::AccountId,
        to: Option<T::AccountId>,
    ) -> DispatchResult {
        let mut agent = Self::controlled(&who, &account)?;
        match &to {
            // An agent is its controller's, so this is no offer to itself.
            Some(to) => {
                ensure!(Self::owner_of(to).is_none(), Error::<T>::NotAnOrdinaryAccount)
            }
            None => ensure!(agent.offered_to.is_some(), Error::<T>::NotOffered),
        }
        agent.offered_to = to.clone();
        Agents::<T>::insert(&account, agent);
        Self::deposit_event(Event::ControlOffered { agent: account, to });
        Ok(())
    }

    pub(crate) fn do_accept_control(
        who: T::AccountId,
        account: T::AccountId,
        consent: ConsentOf<T>,
    ) -> DispatchResult {
        let mut agent = Self::registered(&account)?;
        ensure!(agent.offered_to.as_ref() == Some(&who), Error::<T>::NotOffered);
        // They are of agents that their owners control.
        ensure!(T::Wallets::linked(&account) == 0, Error::<T>::HasObligations);
        Self::use_consent(&account, &who, agent.role, consent)?;
        Self::give(&account, &who)?;
        let footprint = Self::footprint(&agent.endpoint, &agent.capabilities);
        let deposit = T::Consideration::new(&who, footprint)?;
        if let Some(ticket) = agent.deposit.replace(deposit) {
            ticket.drop(&agent.controller)?;
        }

        agent.offered_to = None;
        let from = mem::replace(&mut agent.controller, who.clone());
        ByController::<T>::remove(&from, &account);
        ByController::<T>::insert(&who, &account, ());
        Agents::<T>::insert(&account, agent);
        Self::deposit_event(Event::ControlChanged { agent: account, from, to: who });
        Ok(())
    }

    pub(crate) fn do_retire(who: T::AccountId, account: T::AccountId) -> DispatchResult {
        let mut agent = Self::controlled(&who, &account)?;
        let is_open = Self::open(&account) || T::Obligations::open(&account);
        ensure!(!is_open, Error::<T>::HasObligations);
        Self::end(&account)?;
        if let Some(ticket) = agent.deposit.take() {
            ticket.drop(&agent.controller)?;
        }

        Self::remove_inbox(&account);
        if agent.status == AgentStatus::Active {
            Self::leave_tags(&account, &agent.capabilities);
        }
        ByController::<T>::remove(&agent.controller, &account);
        // What is left is as small as can be, since nobody pays for it.
        agent.capabilities = Default::default();
        agent.endpoint = Default::default();
        agent.offered_to = None;
        Self::set_status(&account, agent, AgentStatus::Retired);
        Self::deposit_event(Event::Retired { agent: account });
        Ok(())
    }

    /// An agent that has not retired.
    pub(crate) fn registered(account: &T::AccountId) -> Result<AgentOf<T>, Error<T>> {
        Agents::<T>::get(account).filter(Agent::is_registered).ok_or(Error::<T>::NotFound)
    }

    /// An agent that `who` controls.
    fn controlled(who: &T::AccountId, account: &T::AccountId) -> Result<AgentOf<T>, Error<T>> {
        let agent = Self::registered(account)?;
        ensure!(agent.controller == *who, Error::<T>::NotController);
        Ok(agent)
    }

    /// An agent that `who` may change: its controller, or while it is active the agent itself. What the
    /// controller changes after having suspended it stays, whoever has its key.
    pub(crate) fn changeable(
        who: &T::AccountId,
        account: &T::AccountId,
    ) -> Result<AgentOf<T>, Error<T>> {
        let agent = Self::registered(account)?;
        if agent.controller != *who {
            ensure!(who == account, Error::<T>::NotController);
            ensure!(agent.status == AgentStatus::Active, Error::<T>::NotActive);
        }
        Ok(agent)
    }

    fn set_status(account: &T::AccountId, mut agent: AgentOf<T>, status: AgentStatus) {
        Self::count(Some((agent.role, status)), Some((agent.role, agent.status)));
        agent.status = status;
        Agents::<T>::insert(account, agent);
    }

    /// When a role is changed that may be: now.
    fn change_role(agent: &AgentOf<T>) -> Result<Moment, Error<T>> {
        let now = T::Clock::now();
        let is_due = |last: Moment| now >= last.saturating_add(ROLE_PERIOD);
        ensure!(agent.role_changed_at.is_none_or(is_due), Error::<T>::RoleChangedTooSoon);
        Ok(now)
    }

    fn checked_endpoint(endpoint: Vec<u8>) -> Result<Endpoint, Error<T>> {
        let endpoint: Endpoint = endpoint.try_into().map_err(|_| Error::<T>::BadEndpoint)?;
        ensure!(endpoint.iter().all(u8::is_ascii_graphic), Error::<T>::BadEndpoint);
        Ok(endpoint)
    }

    /// Counts an agent where it is now and no more where it was.
    pub(crate) fn count(now: Option<(Role, AgentStatus)>, before: Option<(Role, AgentStatus)>) {
        if let Some(before) = before {
            Census::<T>::mutate_exists(before, |count| {
                *count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
            });
        }
        if let Some(now) = now {
            Census::<T>::mutate(now, |count| *count = count.saturating_add(1));
        }
    }

    /// What an agent takes of the chain's state: its entry, and a place in the index for each capability. What
    /// else is stored of it has a fixed size, and is paid for with the entry.
    pub(crate) fn footprint(endpoint: &Endpoint, tags: &[Tag]) -> Footprint {
        let largest = <(T::AccountId, AgentOf<T>)>::max_encoded_len();
        let unused_endpoint = (MAX_ENDPOINT as usize).saturating_sub(endpoint.len());
        let room_for_tags = Tag::max_encoded_len().saturating_mul(MAX_TAGS as usize);
        let named: usize =
            tags.iter().fold(0, |sum, tag| sum.saturating_add(tag.len()).saturating_add(1));
        let place = <(TagHash, T::AccountId)>::max_encoded_len();
        let bytes = largest
            .saturating_sub(unused_endpoint)
            .saturating_sub(room_for_tags)
            .saturating_add(named)
            .saturating_add(place.saturating_mul(tags.len()));
        Footprint::from_parts(1, bytes)
    }
}

/// What keeps an agent from retiring, as far as this pallet knows: wallets, and messages from and to it.
impl<T: Config> Obligations<T::AccountId> for Pallet<T> {
    fn open(who: &T::AccountId) -> bool {
        T::Wallets::linked(who) > 0 || Self::has_messages(who)
    }
}
