//! The example of the crate documentation, step by step.

use super::*;

#[test]
fn example_of_the_readme() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        // 1
        assert_eq!(Forum::active_contract(), Some(0));
        // 2
        assert_eq!(publish(BEN, &[]), 1);
        let authors = [(CYD, 600_000), (DEE, 400_000)];
        assert_eq!(publish_by(&authors, refs(&[(post(1), 30)])), 2);
        // 3
        credit(2, 500);
        assert_eq!(flowed(2, 1), 150);
        assert_eq!(values([1, 2]), [150, 350]);
        assert_eq!(balances([BEN, CYD, DEE]), [150, 210, 140]);
        // 4
        assert_eq!(publish(EVE, &[(post(2), -40)]), 3);
        credit(3, 100);
        assert_eq!([flowed(3, 2), flowed(2, 1)], [-40, 138]);
        assert_eq!(values([1, 2, 3]), [138, 322, 140]);
        assert_eq!(balances([BEN, CYD, DEE, EVE]), [138, 194, 128, 140]);
        assert_eq!(Ledger::issuance(BLOCK), 600);
        // 5
        assert_eq!(Forum::lineage_income(&FAY, 1_000, 20), Ok(900));
        assert_ok!(Ledger::mint(BLOCK, &FAY, 20));
        assert_eq!(Forum::lineage(FAY).unwrap().post, 4);
        assert_eq!(values([4]), [920]);
        // 6
        super::contract::next_session();
        assert_eq!(balances([ADA]), [100]);
        // 7
        assert_eq!(publish(DEE, &[(post(4), -100), (INC, 100)]), 5);
        assert_ok!(Forum::judge(5, 500));
        System::assert_last_event(Event::Judged { post: 5, taken: 500, given: 0 }.into());
        assert_eq!(balances([ADA, FAY]), [50, 470]);
        assert_eq!(values([0, 4]), [50, 470]);
        // 8
        assert_ok!(Forum::remove(signed(DEE), 5));
        assert_noop!(Forum::remove(signed(BEN), 1), Error::<Test>::HasValue);
    });
}
