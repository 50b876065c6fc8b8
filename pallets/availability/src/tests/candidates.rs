//! From whom the benches of blocks are drawn.

use crate::{mock::*, Order};
use aitbc_primitives::reputation::{pools::Candidates, Rep, REP};
use aitbc_test_support::signed;
use frame_support::assert_ok;
use std::collections::BTreeSet;

fn candidates() -> Vec<(AccountId, Rep)> {
    <Availability as Candidates<AccountId>>::candidates()
}

#[test]
fn candidates_are_the_producers_in_order_with_the_weights_of_the_session() {
    let encumbered = [6 * REP, 3 * REP, REP, 0];
    ExtBuilder::default().encumbered(&encumbered).build_and_execute(|| {
        let expected: Vec<_> = (1..).zip(encumbered).collect();
        assert_eq!(candidates(), expected);
        block(FIRST);
        // What is encumbered or burned meanwhile counts later.
        mint(4, REP);
        assert_ok!(Availability::encumber(signed(4), REP));
        burn(1, 2 * REP);
        assert_eq!(candidates(), expected);
        session_without(&[]);
        assert_eq!(candidates(), [(1, 4 * REP), (2, 3 * REP), (3, REP), (4, 0)]);
        session_without(&[]);
        assert_eq!(candidates(), [(1, 4 * REP), (2, 3 * REP), (3, REP), (4, REP)]);
    });
}

#[test]
fn single_producer_is_a_candidate() {
    ExtBuilder::default().encumbered(&[REP]).build_and_execute(|| {
        assert_eq!(candidates(), [(1, REP)]);
    });
}

#[test]
fn who_has_lost_its_places_is_no_candidate() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        block(FIRST + 1);
        block_with(FIRST + 2, || {
            Availability::penalise_equivocation(&2);
            // It has its places until the block ends.
            assert_eq!(candidates().len(), 4);
        });
        assert_eq!(candidates(), [(1, REP), (3, REP), (4, REP)]);
        // It is neither in the next session.
        session_without(&[]);
        let accounts = |list: Vec<(AccountId, Rep)>| -> Vec<_> {
            list.into_iter().map(|(account, _)| account).collect()
        };
        assert_eq!(accounts(candidates()), [1, 3, 4]);
        let placed: BTreeSet<_> = Order::<Test>::get().into_iter().collect();
        assert_eq!(placed.len(), 3);
    });
}

#[test]
fn no_producers_no_candidates() {
    new_chain().execute_with(|| assert_eq!(candidates(), []));
}
