//! Each invariant of the mailbox is noticed when it does not hold.

use super::mailbox::*;
use crate::{types::Inbox, Contacts};
use frame_support::{
    assert_err,
    traits::{
        fungible::{MutateHold, UnbalancedHold},
        tokens::Precision,
    },
};

/// A chain with a message from Ada to Ben, who has Cyd as a contact; `break_it` breaks an invariant.
fn noticed(break_it: impl FnOnce(), complaint: &'static str) {
    ExtBuilder.build().execute_with(|| {
        register(BEN, DEE);
        set_inbox(BEN, InboxPolicy::Anyone, 0);
        assert_ok!(send(ADA, BEN, 1));
        assert_ok!(Agents::add_contacts(signed(BEN), vec![CYD].try_into().unwrap()));
        assert_ok!(Agents::do_try_state());
        break_it();
        assert_err!(Agents::do_try_state(), complaint);
    });
}

fn change(f: impl FnOnce(&mut crate::MessageOf<Test>)) {
    Messages::<Test>::mutate(BEN, id(ADA, BEN, 1), |message| f(message.as_mut().unwrap()));
}

/// Another message in Ben's inbox.
fn insert(from: u64, number: u8) {
    let mut message = Messages::<Test>::get(BEN, id(ADA, BEN, 1)).unwrap();
    message.from = from;
    Messages::<Test>::insert(BEN, Hash::repeat_byte(number), message);
}

#[test]
fn invariant_8_inboxes_are_those_of_agents() {
    let strange = "an account that is no agent has an inbox";
    noticed(|| Inboxes::<Test>::insert(CYD, Inbox::default()), strange);
    noticed(|| Contacts::<Test>::swap(BEN, CYD), strange);
    noticed(
        || {
            let message = Messages::<Test>::get(BEN, id(ADA, BEN, 1)).unwrap();
            Messages::<Test>::insert(CYD, Hash::zero(), message);
        },
        strange,
    );
    let long = "a message does not stay for 1 minute to 7 days";
    noticed(|| change(|message| message.expires = message.sent_at + 7 * DAY + 1), long);
    noticed(|| change(|message| message.expires = message.sent_at + MINUTE - 1), long);
    noticed(
        || Inboxes::<Test>::mutate(BEN, |inbox| inbox.postage = 10 * AITBC + 1),
        "postage is too high",
    );
    noticed(
        || {
            Contacts::<Test>::mutate(BEN, |contacts| {
                contacts.as_mut().unwrap().accounts = Default::default();
            });
        },
        "contacts are empty",
    );
}

#[test]
fn invariant_9_messages_are_counted() {
    noticed(
        || (0..=255).for_each(|number| insert(1_000 + u64::from(number), number)),
        "an inbox is too full",
    );
    noticed(
        || (0..8).for_each(|number| insert(ADA, number)),
        "a sender has too many messages in an inbox",
    );
    noticed(
        || Inboxes::<Test>::mutate(BEN, |inbox| inbox.stored += 1),
        "messages in inboxes are miscounted",
    );
    let of_senders = "messages of senders in inboxes are miscounted";
    noticed(|| FromSender::<Test>::remove(BEN, ADA), of_senders);
    noticed(|| FromSender::<Test>::insert(BEN, CYD, 0), of_senders);
    let sent = "messages of senders are miscounted";
    noticed(|| SentBy::<Test>::insert(ADA, 2), sent);
    noticed(|| SentBy::<Test>::insert(CYD, 1), sent);
    noticed(|| MessagesStored::<Test>::put(2), "messages are miscounted");
}

#[test]
fn invariant_10_what_is_stored_has_a_deposit() {
    let complaint = "there is no deposit for messages or contacts, or one for none";
    let reason = MailHold::get();
    for who in [ADA, BEN] {
        noticed(
            || {
                assert_ok!(Balances::release_all(&MailHold::get(), &who, Precision::Exact));
            },
            complaint,
        );
    }
    noticed(
        || {
            assert_ok!(Balances::set_balance_on_hold(&reason, &CYD, 1));
        },
        complaint,
    );
}
