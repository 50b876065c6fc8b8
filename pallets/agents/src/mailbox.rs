//! Messages between agents and others: sealed envelopes that are stored until they are answered or expire.

use crate::{
    types::{ContactSet, Inbox, Message, MessageIds, Salt},
    AgentOf, Agents, Config, Contacts, ContactsOf, Error, Event, FromSender, Inboxes, MessageOf,
    Messages, MessagesStored, Pallet, SentBy, WeightInfo,
};
use aitbc_primitives::{
    agents::registry::{AgentStatus, AgentTask, InboxPolicy, InboxView, MessageId, MessageView},
    clock::Clock,
    market::deadlines::{Agenda, DeadlineClock},
    time::{DAY, MINUTE},
    token::AITBC,
    Balance, Hash, Moment,
};
use alloc::vec::Vec;
use codec::{Encode, MaxEncodedLen};
use frame_support::{
    ensure,
    traits::{fungible::Mutate, tokens::Preservation, Consideration, Defensive, Footprint},
    weights::Weight,
};
use sp_io::hashing::blake2_256;
use sp_runtime::{BoundedVec, DispatchResult};

/// The most bytes of an envelope.
pub const MAX_ENVELOPE: u32 = 4_096;

/// The most messages that one inbox stores.
pub const MAX_STORED: u32 = 256;

/// The most messages of one sender that one inbox stores.
pub const MAX_OF_SENDER: u32 = 8;

/// The most contacts of an account.
pub const MAX_CONTACTS: u32 = 256;

/// The most messages that one call acknowledges or rejects.
pub const MAX_ANSWERED: u32 = 32;

/// A message stays for so many milliseconds at least.
pub const SHORTEST_TTL: Moment = MINUTE;

/// A message stays for so many milliseconds at most.
pub const LONGEST_TTL: Moment = 7 * DAY;

/// The highest postage, in the smallest unit.
pub const MAX_POSTAGE: Balance = 10 * AITBC;

/// The most messages that are read at once.
pub const MAX_LISTED: u32 = 100;

/// What a receiver says to a message.
#[derive(Clone, Copy)]
pub(crate) enum Answer {
    Acknowledge,
    Reject,
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_send(
        from: T::AccountId,
        to: T::AccountId,
        kind: u16,
        envelope: Vec<u8>,
        ttl: Moment,
        max_postage: Balance,
        salt: Salt,
    ) -> DispatchResult {
        let envelope = BoundedVec::try_from(envelope).map_err(|_| Error::<T>::EnvelopeTooLong)?;
        ensure!((SHORTEST_TTL..=LONGEST_TTL).contains(&ttl), Error::<T>::TtlOutOfRange);
        Self::registered(&to)?;
        // Else whoever has its key could keep it from retiring.
        let is_suspended = |agent: AgentOf<T>| agent.status == AgentStatus::Suspended;
        ensure!(!Agents::<T>::get(&from).is_some_and(is_suspended), Error::<T>::NotActive);
        let inbox = Inboxes::<T>::get(&to);
        Self::ensure_admitted(&inbox, &to, &from)?;
        ensure!(inbox.postage <= max_postage, Error::<T>::PostageTooLow);
        ensure!(FromSender::<T>::get(&to, &from) < MAX_OF_SENDER, Error::<T>::TooManyOfSender);
        ensure!(inbox.stored < MAX_STORED, Error::<T>::InboxFull);
        let id = Self::id_of_message(&from, &to, salt);
        ensure!(!Messages::<T>::contains_key(&to, id), Error::<T>::MessageExists);

        let ticket = T::MailConsideration::new(&from, Self::message_footprint(envelope.len()))?;
        let postage = inbox.postage;
        if postage > 0 {
            T::Currency::transfer(&from, &to, postage, Preservation::Preserve)?;
        }
        let sent_at = T::Clock::now();
        let expires = sent_at.saturating_add(ttl);
        Self::count_in(&from, &to);
        T::Agenda::schedule(
            DeadlineClock::Wall,
            expires,
            AgentTask::Message { to: to.clone(), id }.into(),
        );
        let message = Message { from: from.clone(), kind, envelope, sent_at, expires, ticket };
        Messages::<T>::insert(&to, id, message);
        Self::deposit_event(Event::Sent { id, from, to, kind, postage, expires });
        Ok(())
    }

    /// Removes messages to `to`, which says the same to all of them.
    pub(crate) fn do_answer(to: &T::AccountId, ids: &MessageIds, answer: Answer) -> DispatchResult {
        for id in ids {
            let message = Messages::<T>::get(to, id).ok_or(Error::<T>::MessageNotFound)?;
            ensure!(T::Clock::now() < message.expires, Error::<T>::MessageExpired);
            let (id, from, to) = (*id, Self::take_out(to, *id, message), to.clone());
            Self::deposit_event(match answer {
                Answer::Acknowledge => Event::Acknowledged { id, from, to },
                Answer::Reject => Event::Rejected { id, from, to },
            });
        }
        Ok(())
    }

    pub(crate) fn do_purge(to: T::AccountId, id: MessageId) -> DispatchResult {
        let message = Messages::<T>::get(&to, id).ok_or(Error::<T>::MessageNotFound)?;
        ensure!(T::Clock::now() >= message.expires, Error::<T>::NotExpired);
        Self::expire(to, id, message);
        Ok(())
    }

    pub(crate) fn do_set_inbox(
        who: &T::AccountId,
        agent: T::AccountId,
        policy: InboxPolicy,
        postage: Balance,
    ) -> DispatchResult {
        Self::changeable(who, &agent)?;
        ensure!(postage <= MAX_POSTAGE, Error::<T>::PostageTooHigh);
        Inboxes::<T>::mutate(&agent, |inbox| {
            inbox.policy = policy;
            inbox.postage = postage;
        });
        Self::deposit_event(Event::InboxSet { agent, policy, postage });
        Ok(())
    }

    pub(crate) fn do_add_contacts(agent: T::AccountId, more: &[T::AccountId]) -> DispatchResult {
        Self::change_contacts(agent, |accounts| {
            for contact in more {
                let is_new = accounts
                    .try_insert(contact.clone())
                    .map_err(|_| Error::<T>::TooManyContacts)?;
                ensure!(is_new, Error::<T>::AlreadyContact);
            }
            Ok(())
        })
    }

    pub(crate) fn do_remove_contacts(
        agent: T::AccountId,
        fewer: &[T::AccountId],
    ) -> DispatchResult {
        Self::change_contacts(agent, |accounts| {
            for contact in fewer {
                ensure!(accounts.remove(contact), Error::<T>::NotContact);
            }
            Ok(())
        })
    }

    /// The most that the task of a message costs.
    pub(crate) fn weight_of_message_task() -> Weight {
        T::WeightInfo::on_message()
    }

    /// Removes a message that has expired, if it is there still, and says what that has cost.
    pub(crate) fn on_message_task(to: T::AccountId, id: MessageId) -> Weight {
        match Messages::<T>::get(&to, id) {
            Some(message) if T::Clock::now() >= message.expires => {
                Self::expire(to, id, message);
                T::WeightInfo::on_message()
            }
            _ => T::WeightInfo::stale_message(),
        }
    }

    /// Whether a message to or from `who` is stored.
    pub(crate) fn has_messages(who: &T::AccountId) -> bool {
        Inboxes::<T>::get(who).stored > 0 || SentBy::<T>::contains_key(who)
    }

    /// How many messages are stored.
    pub(crate) fn stored_messages() -> u64 {
        MessagesStored::<T>::get()
    }

    /// Closes the inbox of an agent that retires, and gives the deposit for its contacts back. No message to
    /// it is stored then.
    pub(crate) fn remove_inbox(agent: &T::AccountId) {
        Inboxes::<T>::remove(agent);
        if let Some(book) = Contacts::<T>::take(agent) {
            let _ = book.ticket.drop(agent).defensive();
        }
    }

    /// What a message with this salt is known by.
    pub(crate) fn id_of_message(from: &T::AccountId, to: &T::AccountId, salt: Salt) -> MessageId {
        Hash::from((b"aitbc/message", from, to, salt).using_encoded(blake2_256))
    }

    pub(crate) fn read_message(
        to: &T::AccountId,
        id: MessageId,
    ) -> Option<MessageView<T::AccountId>> {
        Some(Self::view_message(to, id, Messages::<T>::get(to, id)?))
    }

    pub(crate) fn read_inbox(account: T::AccountId, limit: u32) -> InboxView<T::AccountId> {
        let Inbox { policy, postage, stored } = Inboxes::<T>::get(&account);
        // At most 256.
        let mut messages: Vec<_> = Messages::<T>::iter_prefix(&account).collect();
        messages.sort_unstable_by_key(|(id, message)| (message.sent_at, *id));
        let oldest = messages.into_iter().take(limit.min(MAX_LISTED) as usize);
        let messages = oldest.map(|(id, message)| Self::view_message(&account, id, message));
        InboxView {
            messages: messages.collect(),
            policy,
            postage,
            stored,
            contacts: Contacts::<T>::get(&account).map_or(0, |book| book.accounts.len() as u32),
            account,
        }
    }

    fn ensure_admitted(inbox: &Inbox, to: &T::AccountId, from: &T::AccountId) -> DispatchResult {
        match inbox.policy {
            InboxPolicy::Closed => Err(Error::<T>::InboxClosed.into()),
            InboxPolicy::Contacts => {
                let book = Contacts::<T>::get(to);
                let is_contact = book.is_some_and(|book| book.accounts.contains(from));
                ensure!(is_contact, Error::<T>::NotContact);
                Ok(())
            }
            InboxPolicy::Anyone => Ok(()),
        }
    }

    /// Changes the contacts of an agent and the deposit for them.
    fn change_contacts(
        agent: T::AccountId,
        change: impl FnOnce(&mut ContactSet<T::AccountId>) -> DispatchResult,
    ) -> DispatchResult {
        Self::registered(&agent)?;
        let (mut accounts, ticket) = match Contacts::<T>::get(&agent) {
            Some(book) => (book.accounts, Some(book.ticket)),
            None => Default::default(),
        };
        change(&mut accounts)?;
        let footprint = Self::contacts_footprint(accounts.len());
        let contacts = accounts.len() as u32;
        match ticket {
            Some(ticket) if accounts.is_empty() => {
                ticket.drop(&agent)?;
                Contacts::<T>::remove(&agent);
            }
            None if accounts.is_empty() => {}
            Some(ticket) => {
                let ticket = ticket.update(&agent, footprint)?;
                Contacts::<T>::insert(&agent, ContactsOf::<T> { accounts, ticket });
            }
            None => {
                let ticket = T::MailConsideration::new(&agent, footprint)?;
                Contacts::<T>::insert(&agent, ContactsOf::<T> { accounts, ticket });
            }
        }
        Self::deposit_event(Event::ContactsChanged { agent, contacts });
        Ok(())
    }

    fn expire(to: T::AccountId, id: MessageId, message: MessageOf<T>) {
        let from = Self::take_out(&to, id, message);
        Self::deposit_event(Event::MessageExpired { id, from, to });
    }

    /// Removes a message, gives the deposit back, and says to whom.
    fn take_out(to: &T::AccountId, id: MessageId, message: MessageOf<T>) -> T::AccountId {
        let Message { from, ticket, .. } = message;
        Messages::<T>::remove(to, id);
        Self::count_out(&from, to);
        // A deposit that cannot be given back is no reason to keep a message.
        let _ = ticket.drop(&from).defensive();
        from
    }

    fn count_in(from: &T::AccountId, to: &T::AccountId) {
        Inboxes::<T>::mutate(to, |inbox| inbox.stored = inbox.stored.saturating_add(1));
        FromSender::<T>::mutate(to, from, |count| *count = count.saturating_add(1));
        SentBy::<T>::mutate(from, |count| *count = count.saturating_add(1));
        MessagesStored::<T>::mutate(|count| *count = count.saturating_add(1));
    }

    fn count_out(from: &T::AccountId, to: &T::AccountId) {
        let one_less = |count: &mut Option<u32>| {
            *count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
        };
        Inboxes::<T>::mutate(to, |inbox| inbox.stored = inbox.stored.saturating_sub(1));
        FromSender::<T>::mutate_exists(to, from, one_less);
        SentBy::<T>::mutate_exists(from, one_less);
        MessagesStored::<T>::mutate(|count| *count = count.saturating_sub(1));
    }

    /// The price of a message: of one entry, and of each byte of its envelope.
    fn message_footprint(envelope: usize) -> Footprint {
        Footprint::from_parts(1, envelope)
    }

    /// The price of so many contacts: of one entry, and of each byte of their accounts.
    fn contacts_footprint(contacts: usize) -> Footprint {
        let bytes = T::AccountId::max_encoded_len();
        Footprint::from_parts(1, contacts.saturating_mul(bytes))
    }

    fn view_message(
        to: &T::AccountId,
        id: MessageId,
        message: MessageOf<T>,
    ) -> MessageView<T::AccountId> {
        let Message { from, kind, envelope, sent_at, expires, .. } = message;
        MessageView { id, from, to: to.clone(), kind, envelope: envelope.into(), sent_at, expires }
    }
}
