//! The second example of the crate documentation, step by step.

use super::mailbox::*;

#[test]
fn example_of_a_message() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, DEE);
        let tokens = || [ADA, BOT].map(|who| Balances::total_balance(&who));
        let before = tokens();
        // 1
        assert_noop!(send(ADA, BOT, 1), Error::<Test>::InboxClosed);
        assert_ok!(Agents::set_inbox(signed(BOT), BOT, InboxPolicy::Anyone, 2 * AITBC));
        // 2
        let id = Agents::message_id(ADA, BOT, salt(1));
        let envelope = vec![1; 100];
        let send = |number| {
            Agents::send(signed(ADA), BOT, 7, envelope.clone(), DAY, 2 * AITBC, salt(number))
        };
        assert_ok!(send(1));
        assert_eq!(mail_deposit(ADA), 200 * MILLI);
        assert_eq!(tokens(), [before[0] - 2 * AITBC, before[1] + 2 * AITBC]);
        // 3
        assert_eq!(Agents::inbox(BOT, 1).messages[0].id, id);
        assert_ok!(Agents::acknowledge(signed(BOT), ids(&[id])));
        assert_eq!(mail_deposit(ADA), 0);
        // 4
        assert_ok!(send(2));
        wait(DAY);
        work();
        assert_eq!(Agents::inbox(BOT, 1).stored, 0);
        assert_eq!(mail_deposit(ADA), 0);
        assert_eq!(tokens(), [before[0] - 4 * AITBC, before[1] + 4 * AITBC]);
    });
}
