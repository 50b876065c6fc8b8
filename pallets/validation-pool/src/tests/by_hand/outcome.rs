//! What comes of a pool for its stakers, its post and who has opened it.

use super::*;
use aitbc_primitives::Balance;
use sp_runtime::DispatchError;

#[test]
fn settling_tells_what_everybody_gains_and_loses() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        let terms = Terms { post: Some(POST), fee: 100, mints: true, ..terms(GOVERNANCE) };
        let pool = initiate(terms);
        assert_ok!(stake(ADA, pool, For, 1_000));
        assert_ok!(stake(BEN, pool, Against, 300));
        wait(DURATION);
        events();
        assert_ok!(resolve(pool));
        let mut events = events();
        events[..2].sort_by_key(|event| format!("{event:?}"));
        let settled = |who, gained, lost| Event::Settled { pool, who, gained, lost };
        let resolved = Event::PoolResolved {
            pool,
            outcome: Accepted,
            for_stake: 1_000,
            against_stake: 300,
            post: 50,
        };
        assert_eq!(events, [settled(ADA, 350, 0), settled(BEN, 0, 300), resolved]);
        assert_eq!(salary(GOVERNANCE), 100);
        assert!(TestPosts::is_validated(POST));
        assert_eq!((TestPosts::value(POST), TestPosts::pools(POST)), (50, 0));
        assert_eq!(Told::get(), [(Initiator::Assembly, pool, Accepted)]);
    });
}

#[test]
fn a_post_that_was_not_accepted_is_not_validated() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        for (side, expected) in [(Against, Rejected), (For, NoQuorum)] {
            let terms = Terms { post: Some(POST), quorum: (1, 2), fee: 100, ..terms(GOVERNANCE) };
            let pool = initiate(terms);
            assert_ok!(stake(ADA, pool, side, if side == For { 999 } else { 1_000 }));
            wait(DURATION);
            assert_ok!(resolve(pool));
            assert_eq!(ValidationPool::outcome(pool), Some(expected));
            assert!(!TestPosts::is_validated(POST) && TestPosts::pools(POST) == 0);
        }
        // Only the first fee became salary.
        assert_eq!(salary(GOVERNANCE), 100);
        assert_eq!(Balances::balance(&PAYER), FUNDS - 100);
    });
}

#[test]
fn without_a_post_its_part_is_destroyed() {
    with_holders(|| {
        let pool = initiate(Terms { fee: 100, mints: true, ..terms(GOVERNANCE) });
        assert_ok!(stake(ADA, pool, For, 300));
        wait(DURATION);
        assert_ok!(resolve(pool));
        assert_eq!(Ledger::issuance(GOVERNANCE), 2_050);
    });
}

#[test]
fn a_pool_that_does_not_mint_only_hands_on_losses() {
    with_holders(|| {
        let pool = initiate(Terms { fee: 100, ..terms(GOVERNANCE) });
        assert_ok!(stake(ADA, pool, For, 300));
        assert_ok!(stake(BEN, pool, Against, 100));
        wait(DURATION);
        assert_ok!(resolve(pool));
        assert_eq!(Ledger::issuance(GOVERNANCE), 2_000);
        assert_eq!(parts(GOVERNANCE, ADA), [1_100, 0, 0]);
        assert_eq!(salary(GOVERNANCE), 100);
    });
}

#[test]
fn a_callback_that_fails_changes_nothing_and_is_recorded() {
    with_holders(|| {
        let pool = initiate(Terms { initiator: Initiator::Challenge(7), ..terms(GOVERNANCE) });
        assert_ok!(stake(ADA, pool, For, 1_000));
        wait(DURATION);
        events();
        assert_ok!(resolve(pool));
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
        // What it did to the state is undone.
        assert!(!Told::exists());
        let failed = Event::CallbackFailed { pool, error: DispatchError::Unavailable };
        assert_eq!(events().last(), Some(&failed));
    });
}

#[test]
fn the_largest_amounts_there_can_be_are_settled() {
    ExtBuilder::default().build_and_execute(|| {
        let most = Rep::MAX / 3;
        give(GOVERNANCE, ADA, most);
        give(GOVERNANCE, BEN, most);
        let pool = initiate(terms(GOVERNANCE));
        assert_ok!(stake(ADA, pool, For, most));
        assert_ok!(stake(BEN, pool, Against, most));
        assert_ok!(resolve(pool));
        assert_eq!(parts(GOVERNANCE, ADA), [2 * most, 0, 0]);
        assert_eq!(parts(GOVERNANCE, BEN), [0, 0, 0]);
    });
}

#[test]
fn resolving_costs_what_it_takes() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        let cost = |fee: Balance, mints| {
            let terms = Terms { post: Some(POST), fee, mints, ..terms(GOVERNANCE) };
            let pool = initiate(terms);
            assert_ok!(stake(ADA, pool, For, 300));
            wait(DURATION);
            let info = ValidationPool::resolve(signed(REST), pool).unwrap();
            info.actual_weight.unwrap()
        };
        let callback = Weight::from_parts(1_000, 0);
        let step = <() as WeightInfo>::settle(1) + <() as WeightInfo>::finish() + callback;
        assert_eq!(cost(0, false), step);
        let of_post = Weight::from_parts(1_000, 0);
        assert_eq!(cost(100, true), step + of_post);
    });
}
