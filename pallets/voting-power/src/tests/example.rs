//! The example of the crate documentation, step by step.

use super::*;

/// In whole AITBC, rounded down.
fn whole(amount: Balance) -> Balance {
    amount / AITBC
}

#[test]
fn example_of_the_readme() {
    let genesis = [(ADA, 700), (BEN, 400), (CYD, 300), (DEE, 8_600), (TREASURY, 5_000)];
    ExtBuilder::default().balances(&genesis).build_and_execute(|| {
        // 1
        assert_eq!(whole(Power::voting_base()), 10_000);
        assert_eq!([ADA, BEN, CYD].map(power).map(whole), [700, 400, 300]);
        assert_ok!(delegate(CYD, BEN));
        // 2
        assert_ok!(transfer(DEE, EVE, 700 * AITBC));
        // 3
        wait(3 * DAY - 2 * SECOND);
        assert_ok!(transfer(DEE, FAY, 6_000 * AITBC));
        wait(2 * SECOND);
        assert_eq!(bounds(EVE).map(whole), [700, 700, 300]);
        assert_eq!(whole(power(EVE)), 300);
        assert_eq!(power(FAY) / (AITBC / 1_000), 19);
        // 4
        let poll = open_now(0).unwrap();
        let caps = [poll.base, poll.owner_cap, poll.delegate_cap];
        assert_eq!(caps.map(whole), [10_000, 500, 500]);
        wait(DAY);
        // 5
        assert_eq!(vote(0, ADA).map(whole), Ok(500));
        assert_ok!(transfer(ADA, GIL, 200 * AITBC));
        assert!(transfer(ADA, GIL, AITBC).is_err());
        assert_noop!(vote(0, GIL), Error::<Test>::NoPower);
        // 6
        assert_eq!(vote(0, BEN).map(whole), Ok(399));
        assert_eq!(count(0, CYD), Ok(101 * AITBC));
        assert_eq!(frozen(CYD), 101 * AITBC);
        assert_eq!(whole(Power::cast(0, &BEN, None).unwrap().after.human), 500);
        // 7
        let change = Power::cast(0, &CYD, None).unwrap();
        assert_eq!(whole(change.after.human), 299);
        assert_eq!(change.withdrawn, Some((BEN, human(101 * AITBC))));
        assert_eq!(whole(Power::cast(0, &BEN, None).unwrap().after.human), 399);
        // 8
        assert_ok!(Power::extend(0, poll.ends + DAY));
        wait(DAY);
        assert!(transfer(ADA, GIL, AITBC).is_err());
        // 9
        assert_ok!(Power::close(0));
        assert_ok!(Power::unfreeze(signed(GIL), ADA));
        assert_ok!(transfer(ADA, GIL, 500 * AITBC));
        poll_hook();
        assert_eq!([BEN, CYD].map(frozen), [0, 0]);
    });
}
