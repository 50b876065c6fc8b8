//! Sending messages and answering them.

pub(super) use crate::{
    mock::*,
    types::{MessageIds, Salt},
    Error, Event, FromSender, Inboxes, Messages, MessagesStored, SentBy,
};
pub(super) use aitbc_primitives::{
    agents::registry::{InboxPolicy, MessageId},
    time::{DAY, MINUTE},
    token::{AITBC, MILLI},
    Balance, Hash, Moment,
};
pub(super) use aitbc_test_support::{now, signed, wait, ADA, BEN, CYD, DEE, EVE};
pub(super) use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};
pub(super) use sp_runtime::{DispatchError, DispatchResult, TokenError};

use aitbc_primitives::agents::{Obligations, Role};
use frame_support::traits::fungible::{Mutate, MutateFreeze};

/// Somebody without tokens.
pub(super) const NOBODY: u64 = 50;

/// What a message is about in these tests.
pub(super) const KIND: u16 = 7;

/// A salt by its number.
pub(super) fn salt(number: u8) -> Salt {
    [number; 16]
}

/// The id of a message, by a formula of its own: the hash of the tag, both accounts and the salt.
pub(super) fn id(from: u64, to: u64, number: u8) -> MessageId {
    let mut bytes = b"aitbc/message".to_vec();
    bytes.extend(from.to_le_bytes());
    bytes.extend(to.to_le_bytes());
    bytes.extend(salt(number));
    Hash::from(sp_io::hashing::blake2_256(&bytes))
}

pub(super) fn ids(ids: &[MessageId]) -> MessageIds {
    ids.to_vec().try_into().unwrap()
}

/// Sends an envelope of 10 bytes for an hour, whatever that costs.
pub(super) fn send(from: u64, to: u64, number: u8) -> DispatchResult {
    send_bytes(from, to, number, 10)
}

/// The same with so many bytes.
pub(super) fn send_bytes(from: u64, to: u64, number: u8, bytes: usize) -> DispatchResult {
    let envelope = vec![1; bytes];
    Agents::send(signed(from), to, KIND, envelope, 60 * MINUTE, Balance::MAX, salt(number))
}

/// The same for so long.
pub(super) fn send_for(from: u64, to: u64, number: u8, ttl: Moment) -> DispatchResult {
    Agents::send(signed(from), to, KIND, vec![1; 10], ttl, Balance::MAX, salt(number))
}

/// The same for at most so much.
fn send_at_most(from: u64, to: u64, max_postage: Balance) -> DispatchResult {
    Agents::send(signed(from), to, KIND, vec![], MINUTE, max_postage, salt(1))
}

pub(super) fn set_inbox(agent: u64, policy: InboxPolicy, postage: Balance) {
    assert_ok!(Agents::set_inbox(signed(agent), agent, policy, postage));
}

/// The deposit for so many bytes.
pub(super) fn price(bytes: u128) -> Balance {
    AITBC / 10 + MILLI * bytes
}

pub(super) fn register(agent: u64, controller: u64) {
    let consent = consent(agent, controller, Role::Builder);
    assert_ok!(Agents::register(signed(controller), agent, Role::Builder, profile(&[]), consent));
}

pub(super) fn give(who: u64, amount: Balance) {
    assert_ok!(Balances::mint_into(&who, amount));
}

/// The events of this pallet since the last call.
pub(super) fn events() -> Vec<Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}

/// A chain on which Ben is an agent that takes messages from anybody, controlled by Dee.
pub(super) fn with_ben(test: impl FnOnce()) {
    ExtBuilder.build_and_execute(|| {
        register(BEN, DEE);
        set_inbox(BEN, InboxPolicy::Anyone, 0);
        events();
        test();
    });
}

#[test]
fn message_is_stored_with_a_deposit() {
    with_ben(|| {
        let before = Balances::total_balance(&ADA);
        assert_ok!(send_bytes(ADA, BEN, 1, 100));
        let id = id(ADA, BEN, 1);
        let (from, to) = (ADA, BEN);
        let expires = now() + 60 * MINUTE;
        let sent = Event::Sent { id, from, to, kind: KIND, postage: 0, expires };
        assert_eq!(events(), [sent]);
        assert_eq!(mail_deposit(ADA), 200 * MILLI);
        assert_eq!(Balances::total_balance(&ADA), before);
        let message = Agents::message(BEN, id).unwrap();
        assert_eq!((message.id, message.from, message.to, message.kind), (id, ADA, BEN, KIND));
        assert_eq!(message.envelope, vec![1; 100]);
        assert_eq!((message.sent_at, message.expires), (now(), expires));
    });
}

#[test]
fn id_is_known_before_the_message_is_sent() {
    with_ben(|| {
        assert_eq!(Agents::message_id(ADA, BEN, salt(3)), id(ADA, BEN, 3));
        assert_ok!(send(ADA, BEN, 3));
        assert!(Messages::<Test>::contains_key(BEN, id(ADA, BEN, 3)));
        // Whatever of the three is another, the id is.
        for (from, to, number) in [(BEN, ADA, 3), (CYD, BEN, 3), (ADA, CYD, 3), (ADA, BEN, 4)] {
            assert_ne!(id(from, to, number), id(ADA, BEN, 3));
        }
    });
}

#[test]
fn answered_message_goes_and_its_deposit_comes_back() {
    with_ben(|| {
        let (from, to) = (ADA, BEN);
        for number in 1..=3 {
            assert_ok!(send(ADA, BEN, number));
        }
        let [one, two, three] = [1, 2, 3].map(|number| id(ADA, BEN, number));
        assert_eq!(mail_deposit(ADA), 3 * price(10));
        events();
        assert_ok!(Agents::acknowledge(signed(BEN), ids(&[three, one])));
        assert_eq!(
            events(),
            [
                Event::Acknowledged { id: three, from, to },
                Event::Acknowledged { id: one, from, to }
            ]
        );
        assert_eq!(mail_deposit(ADA), price(10));
        assert_ok!(Agents::reject(signed(BEN), ids(&[two])));
        assert_eq!(events(), [Event::Rejected { id: two, from, to }]);
        assert_eq!(mail_deposit(ADA), 0);
        assert_eq!(Agents::inbox(BEN, 9).stored, 0);
        assert_eq!(MessagesStored::<Test>::get(), 0);
        assert!(!SentBy::<Test>::contains_key(ADA));
        assert!(!FromSender::<Test>::contains_key(BEN, ADA));
    });
}

#[test]
fn only_the_receiver_answers() {
    with_ben(|| {
        assert_ok!(send(ADA, BEN, 1));
        let all = ids(&[id(ADA, BEN, 1)]);
        let unknown: DispatchError = Error::<Test>::MessageNotFound.into();
        for who in [ADA, CYD, DEE] {
            assert_noop!(Agents::acknowledge(signed(who), all.clone()), unknown);
            assert_noop!(Agents::reject(signed(who), all.clone()), unknown);
        }
    });
}

#[test]
fn answers_are_for_all_or_none() {
    with_ben(|| {
        for number in 1..=2 {
            assert_ok!(send(ADA, BEN, number));
        }
        let [one, two, three] = [1, 2, 3].map(|number| id(ADA, BEN, number));
        let unknown: DispatchError = Error::<Test>::MessageNotFound.into();
        for list in [vec![one, three], vec![one, two, one]] {
            assert_noop!(Agents::acknowledge(signed(BEN), ids(&list)), unknown);
            assert_noop!(Agents::reject(signed(BEN), ids(&list)), unknown);
        }
    });
}

#[test]
fn one_call_answers_32_messages_at_most() {
    assert!(MessageIds::try_from(vec![Hash::zero(); 32]).is_ok());
    assert!(MessageIds::try_from(vec![Hash::zero(); 33]).is_err());
}

#[test]
fn envelope_has_4096_bytes_at_most() {
    with_ben(|| {
        assert_noop!(send_bytes(ADA, BEN, 1, 4_097), Error::<Test>::EnvelopeTooLong);
        assert_ok!(send_bytes(ADA, BEN, 1, 4_096));
        assert_eq!(mail_deposit(ADA), price(4_096));
        // Without a byte it is a message all the same.
        assert_ok!(send_bytes(CYD, BEN, 1, 0));
        assert_eq!(mail_deposit(CYD), AITBC / 10);
    });
}

#[test]
fn message_stays_for_a_minute_to_7_days() {
    with_ben(|| {
        let refused: DispatchError = Error::<Test>::TtlOutOfRange.into();
        for ttl in [0, MINUTE - 1, 7 * DAY + 1, Moment::MAX] {
            assert_noop!(send_for(ADA, BEN, 1, ttl), refused);
        }
        assert_ok!(send_for(ADA, BEN, 1, MINUTE));
        assert_ok!(send_for(ADA, BEN, 2, 7 * DAY));
    });
}

#[test]
fn only_agents_get_messages() {
    with_ben(|| {
        let unknown: DispatchError = Error::<Test>::NotFound.into();
        assert_noop!(send(ADA, CYD, 1), unknown);
        assert_noop!(send(ADA, DEE, 1), unknown);
        // A suspended one does.
        assert_ok!(Agents::suspend(signed(DEE), BEN));
        assert_ok!(send(ADA, BEN, 1));
        assert_ok!(Agents::reject(signed(BEN), ids(&[id(ADA, BEN, 1)])));
        // One that has retired does not.
        assert_ok!(Agents::retire(signed(DEE), BEN));
        assert_noop!(send(ADA, BEN, 1), unknown);
    });
}

#[test]
fn inbox_is_closed_until_it_is_opened() {
    ExtBuilder.build_and_execute(|| {
        register(BEN, DEE);
        assert_noop!(send(ADA, BEN, 1), Error::<Test>::InboxClosed);
        set_inbox(BEN, InboxPolicy::Contacts, 0);
        assert_noop!(send(ADA, BEN, 1), Error::<Test>::NotContact);
        set_inbox(BEN, InboxPolicy::Anyone, 0);
        assert_ok!(send(ADA, BEN, 1));
        // What is stored stays when it closes again.
        set_inbox(BEN, InboxPolicy::Closed, 0);
        assert_noop!(send(ADA, BEN, 2), Error::<Test>::InboxClosed);
        assert_ok!(Agents::acknowledge(signed(BEN), ids(&[id(ADA, BEN, 1)])));
    });
}

#[test]
fn agent_and_controller_set_the_inbox() {
    with_ben(|| {
        let policy = InboxPolicy::Contacts;
        assert_ok!(Agents::set_inbox(signed(DEE), BEN, policy, AITBC));
        assert_eq!(events(), [Event::InboxSet { agent: BEN, policy, postage: AITBC }]);
        let inbox = Agents::inbox(BEN, 0);
        assert_eq!((inbox.account, inbox.policy, inbox.postage), (BEN, policy, AITBC));
        let strange: DispatchError = Error::<Test>::NotController.into();
        assert_noop!(Agents::set_inbox(signed(ADA), BEN, policy, 0), strange);
        let unknown: DispatchError = Error::<Test>::NotFound.into();
        assert_noop!(Agents::set_inbox(signed(ADA), ADA, policy, 0), unknown);
        assert_ok!(Agents::retire(signed(DEE), BEN));
        assert_noop!(Agents::set_inbox(signed(DEE), BEN, policy, 0), unknown);
        assert_noop!(Agents::set_inbox(signed(BEN), BEN, policy, 0), unknown);
    });
}

#[test]
fn postage_is_10_at_most() {
    with_ben(|| {
        let set = |postage| Agents::set_inbox(signed(BEN), BEN, InboxPolicy::Anyone, postage);
        assert_noop!(set(10 * AITBC + 1), Error::<Test>::PostageTooHigh);
        assert_ok!(set(10 * AITBC));
    });
}

#[test]
fn postage_is_paid_at_once_and_does_not_come_back() {
    with_ben(|| {
        set_inbox(BEN, InboxPolicy::Anyone, 2 * AITBC);
        let before = [ADA, BEN].map(|who| Balances::total_balance(&who));
        events();
        assert_ok!(send(ADA, BEN, 1));
        let postage_paid = |event: &Event<Test>| matches!(event, Event::Sent { postage, .. } if *postage == 2 * AITBC);
        assert!(events().iter().any(postage_paid));
        let after = || [ADA, BEN].map(|who| Balances::total_balance(&who));
        let paid = [before[0] - 2 * AITBC, before[1] + 2 * AITBC];
        assert_eq!(after(), paid);
        assert_ok!(Agents::reject(signed(BEN), ids(&[id(ADA, BEN, 1)])));
        assert_eq!((after(), mail_deposit(ADA)), (paid, 0));
    });
}

#[test]
fn sender_pays_no_more_postage_than_agreed() {
    with_ben(|| {
        set_inbox(BEN, InboxPolicy::Anyone, AITBC);
        let refused: DispatchError = Error::<Test>::PostageTooLow.into();
        assert_noop!(send_at_most(ADA, BEN, 0), refused);
        assert_noop!(send_at_most(ADA, BEN, AITBC - 1), refused);
        let before = Balances::total_balance(&ADA);
        assert_ok!(send_at_most(ADA, BEN, AITBC));
        // And no more than is asked for.
        assert_ok!(Agents::acknowledge(signed(BEN), ids(&[id(ADA, BEN, 1)])));
        assert_ok!(send_at_most(ADA, BEN, 5 * AITBC));
        assert_eq!(Balances::total_balance(&ADA), before - 2 * AITBC);
    });
}

#[test]
fn who_cannot_pay_cannot_send() {
    with_ben(|| {
        let poor = Err(TokenError::FundsUnavailable.into());
        assert_eq!(send(NOBODY, BEN, 1), poor);
        // Enough for the deposit, but not for the postage too.
        set_inbox(BEN, InboxPolicy::Anyone, 10 * AITBC);
        give(NOBODY, 10 * AITBC);
        assert_noop!(send(NOBODY, BEN, 1), TokenError::FundsUnavailable);
        give(NOBODY, AITBC);
        assert_ok!(send(NOBODY, BEN, 1));
    });
}

/// An agent may be a key without an account.
#[test]
fn postage_that_an_account_cannot_receive_is_not_paid() {
    with_ben(|| {
        register(NOBODY, DEE);
        assert_ok!(Agents::set_inbox(signed(DEE), NOBODY, InboxPolicy::Anyone, MILLI));
        assert_noop!(send(ADA, NOBODY, 1), TokenError::BelowMinimum);
        assert_ok!(Agents::set_inbox(signed(DEE), NOBODY, InboxPolicy::Anyone, AITBC));
        assert_ok!(send(ADA, NOBODY, 1));
        assert_eq!(Balances::balance(&NOBODY), AITBC);
    });
}

#[test]
fn frozen_tokens_pay_deposits_and_no_postage() {
    with_ben(|| {
        let all = Balances::total_balance(&ADA);
        assert_ok!(Balances::set_freeze(&[1], &ADA, all));
        assert_ok!(send(ADA, BEN, 1));
        set_inbox(BEN, InboxPolicy::Anyone, AITBC);
        assert_noop!(send(ADA, BEN, 2), TokenError::Frozen);
    });
}

#[test]
fn inbox_stores_8_messages_of_one_sender() {
    with_ben(|| {
        register(CYD, DEE);
        set_inbox(CYD, InboxPolicy::Anyone, 0);
        for number in 1..=8 {
            assert_ok!(send(ADA, BEN, number));
        }
        assert_noop!(send(ADA, BEN, 9), Error::<Test>::TooManyOfSender);
        // Others are not bounded by that, nor is she elsewhere.
        assert_ok!(send(EVE, BEN, 1));
        assert_ok!(send(ADA, CYD, 1));
        assert_ok!(Agents::acknowledge(signed(BEN), ids(&[id(ADA, BEN, 4)])));
        assert_ok!(send(ADA, BEN, 9));
    });
}

#[test]
fn inbox_stores_256_messages() {
    with_ben(|| {
        let sender = |index: u64| {
            give(1_000 + index, 10 * AITBC);
            1_000 + index
        };
        for index in 0..256 {
            assert_ok!(send(sender(index / 8), BEN, index as u8));
        }
        assert_noop!(send(ADA, BEN, 1), Error::<Test>::InboxFull);
        assert_ok!(Agents::reject(signed(BEN), ids(&[id(1_000, BEN, 0)])));
        assert_ok!(send(ADA, BEN, 1));
        assert_noop!(send(ADA, BEN, 2), Error::<Test>::InboxFull);
    });
}

#[test]
fn salt_is_used_for_one_stored_message_at_a_time() {
    with_ben(|| {
        assert_ok!(send(ADA, BEN, 1));
        assert_noop!(send(ADA, BEN, 1), Error::<Test>::MessageExists);
        // Others may use it.
        assert_ok!(send(CYD, BEN, 1));
        assert_ok!(Agents::reject(signed(BEN), ids(&[id(ADA, BEN, 1)])));
        assert_ok!(send(ADA, BEN, 1));
    });
}

#[test]
fn agent_may_write_to_itself() {
    with_ben(|| {
        set_inbox(BEN, InboxPolicy::Anyone, AITBC);
        let before = Balances::total_balance(&BEN);
        assert_ok!(send(BEN, BEN, 1));
        assert_eq!(mail_deposit(BEN), price(10));
        assert_eq!(Balances::total_balance(&BEN), before);
        assert_ok!(Agents::acknowledge(signed(BEN), ids(&[id(BEN, BEN, 1)])));
        assert_eq!(mail_deposit(BEN), 0);
    });
}

#[test]
fn agent_does_not_retire_while_messages_to_or_from_it_are_stored() {
    with_ben(|| {
        register(CYD, DEE);
        set_inbox(CYD, InboxPolicy::Anyone, 0);
        let refused: DispatchError = Error::<Test>::HasObligations.into();
        let open = <Agents as Obligations<u64>>::open;
        assert_ok!(send(ADA, BEN, 1));
        assert_ok!(send(BEN, CYD, 1));
        assert!(open(&ADA) && open(&BEN) && open(&CYD) && !open(&EVE));
        assert_noop!(Agents::retire(signed(DEE), BEN), refused);
        assert_ok!(Agents::reject(signed(BEN), ids(&[id(ADA, BEN, 1)])));
        assert!(!open(&ADA));
        // That from it is left.
        assert_noop!(Agents::retire(signed(DEE), BEN), refused);
        assert_noop!(Agents::retire(signed(DEE), CYD), refused);
        assert_ok!(Agents::acknowledge(signed(CYD), ids(&[id(BEN, CYD, 1)])));
        assert_ok!(Agents::retire(signed(DEE), BEN));
        assert_ok!(Agents::retire(signed(DEE), CYD));
    });
}

/// The key of the agent is lost, and somebody writes to it again and again.
#[test]
fn controller_can_retire_an_agent_that_does_not_answer() {
    with_ben(|| {
        assert_ok!(send_for(ADA, BEN, 1, 7 * DAY));
        assert_ok!(Agents::set_inbox(signed(DEE), BEN, InboxPolicy::Closed, 0));
        assert_noop!(send(ADA, BEN, 2), Error::<Test>::InboxClosed);
        wait(7 * DAY);
        work();
        assert_ok!(Agents::retire(signed(DEE), BEN));
    });
}

/// The key of the agent is stolen, and the thief writes in its name and to it again and again.
#[test]
fn controller_can_retire_an_agent_whose_key_is_stolen() {
    with_ben(|| {
        register(CYD, DEE);
        set_inbox(CYD, InboxPolicy::Anyone, 0);
        assert_ok!(send_for(BEN, CYD, 1, 7 * DAY));
        assert_ok!(send_for(EVE, BEN, 1, 7 * DAY));
        assert_ok!(Agents::suspend(signed(DEE), BEN));
        assert_noop!(send(BEN, CYD, 2), Error::<Test>::NotActive);
        assert_ok!(Agents::set_inbox(signed(DEE), BEN, InboxPolicy::Closed, 0));
        let open = Agents::set_inbox(signed(BEN), BEN, InboxPolicy::Anyone, 0);
        assert_eq!(open, Err(Error::<Test>::NotActive.into()));
        assert_noop!(send(EVE, BEN, 2), Error::<Test>::InboxClosed);
        wait(7 * DAY);
        work();
        assert_ok!(Agents::retire(signed(DEE), BEN));
        // Who is no agent any more writes as everybody does.
        assert_ok!(send(BEN, CYD, 3));
    });
}

#[test]
fn agent_that_is_registered_again_has_a_closed_inbox() {
    with_ben(|| {
        set_inbox(BEN, InboxPolicy::Anyone, AITBC);
        assert_ok!(Agents::retire(signed(DEE), BEN));
        assert!(!Inboxes::<Test>::contains_key(BEN));
        register(BEN, DEE);
        let inbox = Agents::inbox(BEN, 9);
        assert_eq!((inbox.policy, inbox.postage), (InboxPolicy::Closed, 0));
    });
}

#[test]
fn inbox_is_read_oldest_first() {
    with_ben(|| {
        for index in 0..104u64 {
            let sender = 1_000 + index / 8;
            give(sender, AITBC);
            assert_ok!(send(sender, BEN, index as u8));
            wait(1_000);
        }
        let inbox = Agents::inbox(BEN, 3);
        assert_eq!((inbox.stored, inbox.contacts), (104, 0));
        let read: Vec<_> = inbox.messages.iter().map(|message| message.id).collect();
        assert_eq!(read, [0, 1, 2].map(|number| id(1_000, BEN, number)));
        assert_eq!(Agents::inbox(BEN, 1_000).messages.len(), 100);
        assert!(Agents::inbox(BEN, 0).messages.is_empty());
        // Who is no agent has an inbox that nobody can write to.
        let none = Agents::inbox(ADA, 9);
        assert_eq!((none.policy, none.stored, none.messages), (InboxPolicy::Closed, 0, vec![]));
        assert_eq!(Agents::message(BEN, id(ADA, BEN, 1)), None);
        assert_eq!(Agents::agent_figures().messages, 104);
    });
}
