//! Signs of life. Who is available is computed of them, and never stored.

use crate::{AgentOf, Agents, Config, Error, Event, Pallet};
use aitbc_primitives::{
    agents::registry::AgentStatus, market::deadlines::ActiveClock, time::MINUTE, Moment,
};
use frame_support::{
    dispatch::{DispatchResultWithPostInfo, Pays},
    ensure,
};

/// How often an agent gives a sign of life, by the active clock. More often it pays for it.
pub const HEARTBEAT_PERIOD: Moment = 10 * MINUTE;

/// For how much longer it is still available.
pub const GRACE: Moment = 5 * MINUTE;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_heartbeat(who: T::AccountId) -> DispatchResultWithPostInfo {
        let mut agent = Self::registered(&who)?;
        ensure!(agent.status == AgentStatus::Active, Error::<T>::NotActive);
        let now = T::ActiveClock::now();
        let is_due = |last: Moment| now >= last.saturating_add(HEARTBEAT_PERIOD);
        let is_free = agent.last_heartbeat.is_none_or(is_due);
        agent.last_heartbeat = Some(now);
        Agents::<T>::insert(&who, agent);
        Self::deposit_event(Event::Heartbeat { agent: who });
        Ok(if is_free { Pays::No } else { Pays::Yes }.into())
    }

    /// Whether an agent is active and gave its last sign of life at most 15 minutes ago.
    pub(crate) fn is_available(agent: &AgentOf<T>) -> bool {
        let longest = HEARTBEAT_PERIOD.saturating_add(GRACE);
        let is_recent = |last: Moment| T::ActiveClock::now().saturating_sub(last) <= longest;
        agent.status == AgentStatus::Active && agent.last_heartbeat.is_some_and(is_recent)
    }
}
