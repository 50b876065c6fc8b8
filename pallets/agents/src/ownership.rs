//! To whom accounts belong, and belonged.

use crate::{types::Span, Agents, Config, Error, Event, Nonces, Owned, Pallet, Spans};
use aitbc_primitives::{
    agents::{registry::AgentTask, Ownership},
    clock::Clock,
    governance::Owners,
    market::deadlines::{Agenda, DeadlineClock},
    time::DAY,
    Moment,
};
use frame_support::ensure;
use sp_runtime::DispatchResult;

/// For how long it is told to whom an account belonged: as long as the history of balances goes back.
pub const RETENTION: Moment = 45 * DAY;

/// How often an account can change hands in that time.
pub const MAX_CHANGES: usize = 4;

/// Whether something that was at `since` is not older than what is remembered.
pub(crate) fn is_recent(since: Moment, now: Moment) -> bool {
    since.saturating_add(RETENTION) >= now
}

impl<T: Config> Ownership<T::AccountId> for Pallet<T> {
    fn owner_of(account: &T::AccountId) -> Option<T::AccountId> {
        let last = Spans::<T>::get(account).pop()?;
        (last.owner != *account).then_some(last.owner)
    }

    fn owned_by(owner: &T::AccountId) -> u32 {
        Owned::<T>::get(owner)
    }

    fn give(account: &T::AccountId, owner: &T::AccountId) -> DispatchResult {
        let is_ordinary = owner != account && Self::owner_of(owner).is_none();
        ensure!(is_ordinary, Error::<T>::NotAnOrdinaryAccount);
        ensure!(Self::owned_by(account) == 0, Error::<T>::OwnsSomething);
        Self::change_owner(account, owner)
    }

    fn end(account: &T::AccountId) -> DispatchResult {
        if Self::owner_of(account).is_none() {
            return Ok(());
        }
        Self::change_owner(account, account)?;
        // By then all that anybody may ask for was after it.
        let at = T::Clock::now().saturating_add(RETENTION).saturating_add(1);
        T::Agenda::schedule(DeadlineClock::Wall, at, AgentTask::Forget(account.clone()).into());
        Ok(())
    }
}

impl<T: Config> Owners<T::AccountId> for Pallet<T> {
    fn owner(who: &T::AccountId, at: Moment) -> T::AccountId {
        let spans = Spans::<T>::get(who);
        let span = spans.into_iter().rev().find(|span| span.since < at);
        span.map_or_else(|| who.clone(), |span| span.owner)
    }
}

impl<T: Config> Pallet<T> {
    /// From now on `account` belongs to `owner`, or to itself. Fails before it changes anything.
    fn change_owner(account: &T::AccountId, owner: &T::AccountId) -> DispatchResult {
        let now = T::Clock::now();
        let mut spans = Spans::<T>::get(account);
        let recent = spans.iter().filter(|span| is_recent(span.since, now)).count();
        ensure!(recent < MAX_CHANGES, Error::<T>::ChangedTooOften);
        // What came before the last of those that are older is asked for by nobody.
        let needless = spans.len().saturating_sub(recent).saturating_sub(1);
        spans.drain(..needless);
        let before = spans.last().map(|span| span.owner.clone());
        let span = Span { since: now, owner: owner.clone() };
        spans.try_push(span).map_err(|_| Error::<T>::ChangedTooOften)?;
        Spans::<T>::insert(account, spans);

        if let Some(before) = before.filter(|before| before != account) {
            Owned::<T>::mutate_exists(before, |count| {
                *count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
            });
        }
        if owner != account {
            Owned::<T>::mutate(owner, |count| *count = count.saturating_add(1));
        }
        let (account, owner) = (account.clone(), owner.clone());
        Self::deposit_event(Event::OwnerChanged { account, owner });
        Ok(())
    }

    /// Forgets what is known of an account that has belonged to itself for as long as anybody asks. Says
    /// whether it did: if it belongs to somebody again, or did lately, another task will.
    pub(crate) fn forget(account: &T::AccountId) -> bool {
        let spans = Spans::<T>::get(account);
        let is_over = spans
            .last()
            .is_some_and(|last| last.owner == *account && !is_recent(last.since, T::Clock::now()));
        if is_over {
            Spans::<T>::remove(account);
            Nonces::<T>::remove(account);
            if let Some(agent) = Agents::<T>::take(account) {
                Self::count(None, Some((agent.role, agent.status)));
            }
            Self::deposit_event(Event::Forgotten { account: account.clone() });
        }
        is_over
    }
}
