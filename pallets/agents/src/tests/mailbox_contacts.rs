//! From whom agents take messages.

use super::mailbox::*;
use crate::{types::AccountList, Contacts};

/// What a contact costs: the bytes of its account.
const CONTACT: Balance = 8 * MILLI;

fn list(accounts: &[u64]) -> AccountList<u64> {
    accounts.to_vec().try_into().unwrap()
}

fn add(accounts: &[u64]) -> DispatchResult {
    Agents::add_contacts(signed(BEN), list(accounts))
}

fn remove(accounts: &[u64]) -> DispatchResult {
    Agents::remove_contacts(signed(BEN), list(accounts))
}

#[test]
fn contacts_write_to_an_inbox_for_contacts() {
    with_ben(|| {
        set_inbox(BEN, InboxPolicy::Contacts, 0);
        assert_ok!(add(&[CYD, ADA]));
        assert_ok!(send(ADA, BEN, 1));
        assert_noop!(send(EVE, BEN, 1), Error::<Test>::NotContact);
        // Its controller is none by itself.
        assert_noop!(send(DEE, BEN, 1), Error::<Test>::NotContact);
        assert_ok!(remove(&[ADA]));
        assert_noop!(send(ADA, BEN, 2), Error::<Test>::NotContact);
        // What it has sent stays.
        assert!(Messages::<Test>::contains_key(BEN, id(ADA, BEN, 1)));
        // To an inbox that is closed not even they write.
        set_inbox(BEN, InboxPolicy::Closed, 0);
        assert_noop!(send(CYD, BEN, 1), Error::<Test>::InboxClosed);
    });
}

#[test]
fn deposit_follows_the_number_of_contacts() {
    with_ben(|| {
        assert_ok!(add(&[ADA, CYD]));
        assert_eq!(events(), [Event::ContactsChanged { agent: BEN, contacts: 2 }]);
        assert_eq!(mail_deposit(BEN), AITBC / 10 + 2 * CONTACT);
        assert_ok!(add(&[EVE]));
        assert_eq!(mail_deposit(BEN), AITBC / 10 + 3 * CONTACT);
        assert_eq!(Agents::inbox(BEN, 0).contacts, 3);
        assert_ok!(remove(&[EVE, ADA]));
        assert_eq!(mail_deposit(BEN), AITBC / 10 + CONTACT);
        events();
        assert_ok!(remove(&[CYD]));
        assert_eq!(events(), [Event::ContactsChanged { agent: BEN, contacts: 0 }]);
        assert_eq!(mail_deposit(BEN), 0);
        assert!(!Contacts::<Test>::contains_key(BEN));
    });
}

#[test]
fn contacts_change_all_or_none() {
    with_ben(|| {
        assert_ok!(add(&[ADA]));
        let there: DispatchError = Error::<Test>::AlreadyContact.into();
        assert_noop!(add(&[CYD, ADA]), there);
        assert_noop!(add(&[CYD, CYD]), there);
        let missing: DispatchError = Error::<Test>::NotContact.into();
        assert_noop!(remove(&[ADA, CYD]), missing);
        assert_noop!(remove(&[ADA, ADA]), missing);
        assert_ok!(remove(&[ADA]));
        assert_noop!(remove(&[ADA]), missing);
    });
}

#[test]
fn agent_has_256_contacts_at_most() {
    with_ben(|| {
        let accounts: Vec<u64> = (1_000..1_256).collect();
        assert_ok!(add(&accounts[..255]));
        assert_noop!(add(&[ADA, CYD]), Error::<Test>::TooManyContacts);
        assert_ok!(add(&[ADA]));
        assert_noop!(add(&[CYD]), Error::<Test>::TooManyContacts);
        // One that is there is said to be there.
        assert_noop!(add(&[ADA]), Error::<Test>::AlreadyContact);
        assert_ok!(remove(&[ADA]));
        assert_ok!(remove(&accounts[..255]));
        assert_ok!(add(&accounts));
        assert_eq!(mail_deposit(BEN), AITBC / 10 + 256 * CONTACT);
    });
}

#[test]
fn only_agents_have_contacts() {
    with_ben(|| {
        let unknown: DispatchError = Error::<Test>::NotFound.into();
        assert_noop!(Agents::add_contacts(signed(ADA), list(&[BEN])), unknown);
        assert_noop!(Agents::remove_contacts(signed(ADA), list(&[])), unknown);
        // Not by its controller either, whose deposit it is not.
        assert_noop!(Agents::add_contacts(signed(DEE), list(&[ADA])), unknown);
        assert_ok!(Agents::retire(signed(DEE), BEN));
        assert_noop!(add(&[ADA]), unknown);
    });
}

#[test]
fn who_cannot_pay_the_deposit_adds_no_contacts() {
    with_ben(|| {
        register(NOBODY, DEE);
        let poor = TokenError::FundsUnavailable;
        let add = || Agents::add_contacts(signed(NOBODY), list(&[ADA]));
        assert_noop!(add(), poor);
        give(NOBODY, AITBC);
        assert_ok!(add());
    });
}

#[test]
fn contacts_of_an_agent_that_retires_are_forgotten() {
    with_ben(|| {
        let before = Balances::balance(&BEN);
        assert_ok!(add(&[ADA, CYD]));
        assert_ok!(Agents::retire(signed(DEE), BEN));
        assert_eq!((mail_deposit(BEN), Balances::balance(&BEN)), (0, before));
        register(BEN, DEE);
        set_inbox(BEN, InboxPolicy::Contacts, 0);
        assert_noop!(send(ADA, BEN, 1), Error::<Test>::NotContact);
    });
}
