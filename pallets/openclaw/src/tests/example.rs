use super::*;

/// The example of the README, step by step.
#[test]
fn example_of_the_readme() {
    ExtBuilder::default().build_and_execute(|| {
        // 1. Ada proposes on day 0.
        let id = change();
        assert_eq!(bond_of(ADA), 1_000 * AITBC);
        // 2. Ben challenges it, and loses.
        set_now(START + HOUR);
        OpenClaw::challenge(signed(BEN), id, Grounds::Spam, b"noise".to_vec()).unwrap();
        OpenClaw::decided(id, Verdict::Dismissed);
        assert_eq!(Balances::total_balance(&ADA), 10_500 * AITBC);
        assert_eq!(Balances::total_balance(&BEN), 9_000 * AITBC);
        // 3. Cyd votes for it on day 1.
        set_now(START + DAY);
        vote(id, CYD, Position::For).unwrap();
        assert_eq!(status(id), Status::Active);
        // 4. Eve turns it in the last minute of day 8, so it goes on for a day.
        set_now(START + 8 * DAY - MINUTE);
        vote(id, EVE, Position::Against).unwrap();
        assert_eq!(stored(id).ends, START + 9 * DAY - MINUTE);
        vote(id, FAY, Position::For).unwrap();
        assert_eq!(stored(id).ends, START + 9 * DAY - MINUTE);
        // 5. It has passed.
        set_now(START + 9 * DAY - MINUTE);
        hook();
        assert_eq!((status(id), bond_of(ADA)), (Status::Queued, 0));
        // 6. Three members postpone it, and after five days its call is made.
        OpenClaw::postpone(signed(THREE), id).unwrap();
        later(5 * DAY - 1);
        assert_eq!(values(), []);
        later(1);
        assert_eq!(values(), [(7, Some(Origin::ParameterChange))]);
        assert_eq!(status(id), Status::Executed);
        // 7. A summary remains.
        later(90 * DAY);
        assert!(crate::Summaries::<Test>::contains_key(id));
    });
}
