//! What is earned in pools of blocks, and when it is credited.

use super::*;
use crate::{CreditorQueue, Creditors, Earned};
use aitbc_primitives::reputation::pools::Forfeit;
use aitbc_test_support::TestPosts;
use frame_support::{assert_noop, assert_storage_noop};

const EIGHT: [AccountId; 8] = [1, 2, 3, 4, 5, 6, 7, 8];

/// Each of eight producers has earned a hundred with a block, and ten for stakes.
fn earn() {
    set_producers(&EIGHT.map(|who| (who, 1_000)));
    for who in EIGHT {
        ValidationPool::earn(&who, 100, 10);
    }
}

fn waiting() -> usize {
    EIGHT.into_iter().filter(|who| earned(*who) != (0, 0)).count()
}

#[test]
fn nothing_is_credited_before_the_session_ends() {
    ExtBuilder::default().build_and_execute(|| {
        earn();
        run_to(50);
        assert_eq!(waiting(), 8);
    });
}

#[test]
fn four_accounts_are_credited_in_a_block() {
    ExtBuilder::default().build_and_execute(|| {
        earn();
        begin_session();
        assert_eq!(waiting(), 8);
        skip_block();
        assert_eq!(waiting(), 4);
        skip_block();
        assert_eq!(waiting(), 0);
        for who in EIGHT {
            assert_eq!((encumbered(who), Ledger::free(BLOCK, &who)), (1_100, 0));
            assert_eq!(TestPosts::lineage(who), 100);
        }
        assert_eq!(TestPosts::pending(), 80);
        assert_eq!(Ledger::issuance(BLOCK), 8_000 + 8 * 100);
    });
}

#[test]
fn crediting_says_what_it_was_for() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 1_000)]);
        ValidationPool::earn(&ADA, 100, 10);
        begin_session();
        events();
        skip_block();
        assert_eq!(events(), [Event::Credited { who: ADA, produced: 100, policed: 10 }]);
        assert!(!Earned::<Test>::contains_key(ADA));
    });
}

#[test]
fn what_is_earned_until_ones_turn_goes_with_it() {
    ExtBuilder::default().build_and_execute(|| {
        earn();
        begin_session();
        for who in EIGHT {
            ValidationPool::earn(&who, 10, 1);
        }
        skip_block();
        skip_block();
        assert_eq!(waiting(), 0);
        assert!(EIGHT.iter().all(|who| TestPosts::lineage(*who) == 110));
        // What comes later waits for the next session.
        ValidationPool::earn(&ADA, 10, 1);
        run_to(50);
        assert_eq!(earned(ADA), (10, 1));
        begin_session();
        skip_block();
        assert_eq!(earned(ADA), (0, 0));
    });
}

#[test]
fn nobody_has_two_places_in_the_queue() {
    ExtBuilder::default().build_and_execute(|| {
        earn();
        for _ in 0..3 {
            begin_session();
        }
        assert_eq!(Creditors::<Test>::iter().count(), 8);
        skip_block();
        ValidationPool::do_try_state().unwrap();
        begin_session();
        assert_eq!(Creditors::<Test>::iter().count(), 4);
        skip_block();
        let queue = CreditorQueue::<Test>::get();
        assert_eq!((queue.first, queue.next), (8, 8));
    });
}

#[test]
fn who_does_not_want_it_encumbered_has_it_free() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 1_000)]);
        EncumbersNothing::put(true);
        ValidationPool::earn(&ADA, 100, 10);
        begin_session();
        skip_block();
        assert_eq!((encumbered(ADA), Ledger::free(BLOCK, &ADA)), (1_000, 100));
    });
}

#[test]
fn equivocators_forfeit_what_they_were_not_credited_with() {
    ExtBuilder::default().build_and_execute(|| {
        earn();
        begin_session();
        skip_block();
        let late = EIGHT.into_iter().find(|who| earned(*who) != (0, 0)).unwrap();
        let early = EIGHT.into_iter().find(|who| earned(*who) == (0, 0)).unwrap();
        events();
        assert_eq!(ValidationPool::forfeit(&late), 110);
        assert_eq!(ValidationPool::forfeit(&late), 0);
        assert_eq!(ValidationPool::forfeit(&early), 0);
        assert_eq!(events(), [Event::Forfeited { who: late, amount: 110 }]);
        ValidationPool::do_try_state().unwrap();
        // What it earns now is its own. It still has its place.
        ValidationPool::earn(&late, 5, 0);
        skip_block();
        assert_eq!((earned(late), TestPosts::lineage(late)), ((0, 0), 5));
        assert_eq!(TestPosts::lineage(early), 100);
    });
}

#[test]
fn an_equivocator_gains_nothing_in_the_pools_that_are_open() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 3_200), (BEN, 3_200), (CYD, 3_200), (EVE, 3_200)]);
        let [own, judged, silent] = [open(ADA, 1_000), open(EVE, 1_000), open(EVE, 1_000)];
        cast(BEN, own, For);
        for who in [ADA, BEN] {
            cast(who, judged, For);
        }
        let views = |block| ValidationPool::block_pool(block).unwrap();
        let before = views(judged);
        events();
        assert_eq!(ValidationPool::forfeit(&ADA), 0);
        assert_eq!(events(), [Event::Forfeited { who: ADA, amount: 0 }]);
        // Once.
        assert_eq!(ValidationPool::forfeit(&ADA), 0);
        assert_eq!(events(), []);

        assert_eq!((views(own).mint, views(judged).mint), (0, 1_000));
        // The vote is gone and the seats are not, so that the others decide no more than before.
        let after = views(judged);
        let of_ben = seats(judged).into_iter().find(|(who, _)| *who == BEN).unwrap().1;
        assert_eq!(after.for_stake, after.seat * Rep::from(of_ben));
        assert!(before.for_stake > after.for_stake);
        assert_eq!((after.stake, after.members.len()), (before.stake, 3));
        for block in [judged, silent] {
            let vote = vote_on(ADA, block, For);
            assert_noop!(send(vote), Error::<Test>::NothingToVote);
        }
        assert!(ValidationPool::seats(key(ADA)).is_empty());
        assert_eq!(ValidationPool::seats(key(BEN)).len(), 3);

        close_all();
        assert_eq!((outcome(own), outcome(judged)), (Accepted, Accepted));
        assert_eq!(earned(ADA), (0, 0));
        // Ben has no part of what his vote on Ada's block would have gained.
        let with_eve = Closed::<Test>::get(judged).unwrap();
        assert_eq!(earned(BEN).1 + earned(EVE).1, with_eve.policed);
        // Blocks to come are judged as ever.
        let next = open(ADA, 1_000);
        assert_eq!(views(next).mint, 1_000);
    });
}

#[test]
fn who_has_nothing_forfeits_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 3_200), (BEN, 3_200)]);
        open(ADA, 1_000);
        events();
        assert_storage_noop!(assert_eq!(ValidationPool::forfeit(&FAY), 0));
    });
}

/// Room for so much more Block reputation.
fn leave_room(room: Rep) {
    give(BLOCK, REST, Rep::MAX - Ledger::issuance(BLOCK) - room);
}

#[test]
fn what_cannot_be_minted_waits_for_the_next_session() {
    // For nothing, and for the post but not for the stakes.
    for room in [0, 95] {
        ExtBuilder::default().build_and_execute(|| {
            set_producers(&[(ADA, 1_000)]);
            leave_room(room);
            ValidationPool::earn(&ADA, 100, 10);
            begin_session();
            events();
            skip_block();
            assert_eq!(events(), []);
            assert_eq!((earned(ADA), encumbered(ADA)), ((100, 10), 1_000));
            assert_eq!(Ledger::issuance(BLOCK), Rep::MAX - room);
            assert_eq!((TestPosts::lineage(ADA), TestPosts::pending()), (0, 0));
            ValidationPool::do_try_state().unwrap();

            Ledger::burn(BLOCK, &REST, 100);
            skip_block();
            assert_eq!(earned(ADA), (100, 10));
            begin_session();
            skip_block();
            assert_eq!(events(), [Event::Credited { who: ADA, produced: 100, policed: 10 }]);
            assert_eq!((earned(ADA), encumbered(ADA)), ((0, 0), 1_100));
        });
    }
}

#[test]
fn the_loss_of_an_author_outlives_its_turn_but_not_the_session() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 1_000)]);
        ValidationPool::earn(&ADA, 100, 10);
        begin_session();
        assert_eq!(ValidationPool::note_author_loss(&ADA, |_| 7), 7);
        skip_block();
        assert_eq!(Earned::<Test>::get(ADA).author_loss, 7);
        assert_eq!(ValidationPool::note_author_loss(&ADA, |lost| lost + 1), 8);
        assert_eq!(Earned::<Test>::get(ADA).author_loss, 15);
        begin_session();
        assert!(!Earned::<Test>::contains_key(ADA));
    });
}

#[test]
fn a_slash_debt_is_paid_out_of_what_is_credited() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(ADA, 1_000)]);
        give(BLOCK, ADA, 50);
        Ledger::hold(BLOCK, POOL, &ADA, 50).unwrap();
        assert_eq!(Ledger::slash_held(BLOCK, POOL, &ADA, 30), 0);
        ValidationPool::earn(&ADA, 100, 10);
        begin_session();
        skip_block();
        assert_eq!((encumbered(ADA), Ledger::free(BLOCK, &ADA)), (1_070, 0));
        Ledger::release(BLOCK, POOL, &ADA, 50).unwrap();
    });
}
