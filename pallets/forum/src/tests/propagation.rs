//! How reputation flows, beside what the vectors say.

use super::*;
use crate::propagation::{MAX_VISITS, MOST};
use aitbc_primitives::reputation::HoldReason;
use aitbc_test_support::set_at_stake;

/// Eight posts, each with references to all of `cited`, of a tenth.
fn generation(author: u64, cited: &[PostId]) -> Vec<PostId> {
    let references: Vec<_> = cited.iter().map(|cited| (post(*cited), 10)).collect();
    (0..8).map(|_| publish(author, &references)).collect()
}

#[test]
fn largest_tree_has_73_posts_and_all_are_visited() {
    ExtBuilder::default().build_and_execute(|| {
        let deepest = publish(ADA, &[]);
        let leaves: Vec<_> = (0..64).map(|_| publish(BEN, &[(post(deepest), 10)])).collect();
        let middle: Vec<_> = leaves
            .chunks(8)
            .map(|eight| {
                let references: Vec<_> = eight.iter().map(|leaf| (post(*leaf), 10)).collect();
                publish(CYD, &references)
            })
            .collect();
        let references: Vec<_> = middle.iter().map(|id| (post(*id), 10)).collect();
        let root = publish(DEE, &references);
        assert_eq!(leaves.len() + middle.len() + 1, MAX_VISITS as usize);
        credit(root, 10_000);
        assert_eq!(values([root, middle[7], leaves[63], deepest]), [2_000, 200, 100, 0]);
        assert_eq!(balances([ADA, BEN, CYD, DEE]), [0, 6_400, 1_600, 2_000]);
    });
}

#[test]
fn post_that_is_reached_on_many_ways_gets_all() {
    ExtBuilder::default().build_and_execute(|| {
        let first = generation(ADA, &[]);
        let second = generation(BEN, &first);
        let root = publish(CYD, &second.iter().map(|id| (post(*id), 10)).collect::<Vec<_>>());
        credit(root, 10_000);
        for (id, value) in first.into_iter().map(|id| (id, 800)).chain([(root, 2_000)]) {
            assert_eq!(values([id]), [value]);
        }
    });
}

#[test]
fn income_is_told_once() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        let p2 = publish(BEN, &[(post(p1), 50)]);
        events();
        credit(p2, 100);
        assert_eq!(events(), [Event::Flowed { post: p2, amount: 100 }]);
        credit(p2, 0);
        assert!(events().is_empty());
    });
}

#[test]
fn income_needs_a_post() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(Forum::credit(0, 1), Error::<Test>::UnknownPost);
    });
}

#[test]
fn income_above_what_can_be_counted_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        let p2 = publish(BEN, &[(post(p1), -100)]);
        credit(p1, MOST / 2);
        for amount in [MOST / 2 + 1, MOST, Rep::MAX] {
            assert_noop!(Forum::credit(p2, amount), ArithmeticError::Overflow);
        }
        credit(p2, MOST / 2);
        assert_eq!(values([p1, p2]), [0, MOST]);
    });
}

#[test]
fn shares_of_authors_are_rounded_down_and_the_last_has_the_rest() {
    ExtBuilder::default().build_and_execute(|| {
        let thirds = [(ADA, 333_333), (BEN, 333_333), (CYD, 333_334)];
        let p1 = publish_by(&thirds, vec![]);
        credit(p1, 101);
        assert_eq!(balances([ADA, BEN, CYD]), [33, 33, 35]);
        // Taken back, it is rounded towards zero as well.
        let p2 = publish(DEE, &[(post(p1), -100)]);
        credit(p2, 50);
        assert_eq!(balances([ADA, BEN, CYD, DEE]), [17, 17, 17, 100]);
    });
}

/// An author may stand in the list twice.
#[test]
fn author_with_two_parts_has_both() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish_by(&[(ADA, 300_000), (BEN, 400_000), (ADA, 300_000)], vec![]);
        credit(p1, 100);
        assert_eq!(balances([ADA, BEN]), [60, 40]);
    });
}

#[test]
fn flows_count_in_the_domain_of_the_posts() {
    ExtBuilder::default().build_and_execute(|| {
        for domain in Domain::ALL {
            let id = NextPost::<Test>::get();
            let authors = vec![(ADA, PPM)];
            assert_ok!(Forum::post(signed(ADA), Hash::zero(), authors, vec![], domain));
            credit(id, 10);
        }
        for domain in Domain::ALL {
            assert_eq!(Ledger::balance(domain, &ADA), 10);
        }
    });
}

/// Encumbered reputation is taken too, but not what is at stake in pools.
#[test]
fn leach_takes_what_is_slashable() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 100);
        Ledger::hold(BLOCK, HoldReason::Availability, &ADA, 50).unwrap();
        Ledger::hold(BLOCK, HoldReason::Pool, &ADA, 30).unwrap();
        set_at_stake(ADA, 15);
        let p2 = publish(BEN, &[(post(p1), -100)]);
        credit(p2, 100);
        assert_eq!(flowed(p2, p1), -55);
        assert_eq!(balances([ADA, BEN]), [45, 155]);
        // No debt remains: what is given to her next is hers.
        credit(publish(ADA, &[]), 5);
        assert_eq!(Ledger::free(BLOCK, &ADA), 5);
    });
}

#[test]
fn incinerator_destroys_its_part_at_every_depth() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[(INC, 50)]);
        let p2 = publish(BEN, &[(post(p1), 50)]);
        let p3 = publish(CYD, &[(post(p2), 50), (INC, 10)]);
        credit(p3, 1_000);
        assert_eq!(values([p1, p2, p3]), [125, 250, 400]);
        assert_eq!(Ledger::issuance(BLOCK), 775);
        // What it has got is lost for those who are leached, too.
        let p4 = publish(DEE, &[(post(p1), -100)]);
        credit(p4, 1_000);
        assert_eq!(values([p1, p4]), [0, 1_125]);
    });
}
