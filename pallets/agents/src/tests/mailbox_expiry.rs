//! Messages that nobody has answered.

use super::mailbox::*;
use crate::WeightInfo;
use aitbc_primitives::{
    agents::registry::AgentTask,
    market::deadlines::{DeadlineClock, OnDeadline},
};
use aitbc_test_support::TestAgenda;
use frame_support::assert_storage_noop;

fn task(id: MessageId) -> AgentTask<u64> {
    AgentTask::Message { to: BEN, id }
}

#[test]
fn agenda_removes_a_message_that_has_expired() {
    with_ben(|| {
        assert_ok!(send_for(ADA, BEN, 1, MINUTE));
        let id = id(ADA, BEN, 1);
        let waiting = TestAgenda::<AgentTask<u64>>::waiting();
        assert!(waiting.contains(&(DeadlineClock::Wall, now() + MINUTE, task(id))));
        events();
        wait(MINUTE - 1);
        work();
        assert!(Messages::<Test>::contains_key(BEN, id));
        wait(1);
        work();
        assert_eq!(events(), [Event::MessageExpired { id, from: ADA, to: BEN }]);
        assert_eq!(mail_deposit(ADA), 0);
        assert_eq!(Agents::inbox(BEN, 1).stored, 0);
    });
}

#[test]
fn anybody_purges_what_has_expired() {
    with_ben(|| {
        assert_ok!(send_for(ADA, BEN, 1, MINUTE));
        let id = id(ADA, BEN, 1);
        events();
        wait(MINUTE - 1);
        assert_noop!(Agents::purge(signed(EVE), BEN, id), Error::<Test>::NotExpired);
        wait(1);
        assert_ok!(Agents::purge(signed(EVE), BEN, id));
        assert_eq!(events(), [Event::MessageExpired { id, from: ADA, to: BEN }]);
        assert_eq!(mail_deposit(ADA), 0);
        assert_noop!(Agents::purge(signed(EVE), BEN, id), Error::<Test>::MessageNotFound);
        // The agenda finds nothing left to do.
        work();
        assert!(events().is_empty());
    });
}

#[test]
fn nobody_answers_what_has_expired() {
    with_ben(|| {
        for number in 1..=2 {
            assert_ok!(send_for(ADA, BEN, number, MINUTE * Moment::from(number)));
        }
        let [one, two] = [1, 2].map(|number| id(ADA, BEN, number));
        wait(MINUTE);
        let late: DispatchError = Error::<Test>::MessageExpired.into();
        assert_noop!(Agents::acknowledge(signed(BEN), ids(&[one])), late);
        assert_noop!(Agents::reject(signed(BEN), ids(&[one])), late);
        assert_noop!(Agents::acknowledge(signed(BEN), ids(&[two, one])), late);
        wait(MINUTE - 1);
        assert_ok!(Agents::acknowledge(signed(BEN), ids(&[two])));
    });
}

/// What is expired counts until somebody removes it.
#[test]
fn expired_messages_keep_their_places_until_they_are_removed() {
    with_ben(|| {
        for number in 1..=8 {
            assert_ok!(send_for(ADA, BEN, number, MINUTE));
        }
        wait(MINUTE);
        assert_noop!(send(ADA, BEN, 9), Error::<Test>::TooManyOfSender);
        assert_ok!(Agents::purge(signed(ADA), BEN, id(ADA, BEN, 1)));
        assert_ok!(send(ADA, BEN, 9));
    });
}

#[test]
fn task_of_a_message_that_was_sent_again_does_nothing() {
    with_ben(|| {
        let id = id(ADA, BEN, 1);
        assert_ok!(send_for(ADA, BEN, 1, MINUTE));
        assert_ok!(Agents::acknowledge(signed(BEN), ids(&[id])));
        wait(MINUTE / 2);
        assert_ok!(send_for(ADA, BEN, 1, MINUTE));
        wait(MINUTE / 2);
        work();
        assert!(Messages::<Test>::contains_key(BEN, id));
        wait(MINUTE / 2);
        work();
        assert!(!Messages::<Test>::contains_key(BEN, id));
    });
}

#[test]
fn tasks_of_messages_cost_what_they_do() {
    let weight = <Agents as OnDeadline<AgentTask<u64>>>::weight;
    assert_eq!(weight(&task(Hash::zero())), <() as WeightInfo>::on_message());
    with_ben(|| {
        assert_ok!(send(ADA, BEN, 1));
        let stale = <() as WeightInfo>::stale_message();
        assert_storage_noop!({
            assert_eq!(Agents::act(task(id(ADA, BEN, 1))), stale);
            assert_eq!(Agents::act(task(Hash::zero())), stale);
        });
        wait(60 * MINUTE);
        assert_eq!(Agents::act(task(id(ADA, BEN, 1))), <() as WeightInfo>::on_message());
    });
}
