//! Each invariant is noticed when it does not hold.

use super::*;
use crate::{ActiveContract, Lineage, Pending, PostOf};
use frame_support::assert_err;

/// A chain with a post of Ada's, one of Ben's that cites it, and a lineage post of Cyd's; `break_it` breaks
/// an invariant.
fn noticed(break_it: impl FnOnce(), complaint: &'static str) {
    ExtBuilder::default().with_contract().build().execute_with(|| {
        publish(ADA, &[]);
        publish(BEN, &[(post(1), 50)]);
        credit(2, 100);
        assert_ok!(Forum::lineage_income(&CYD, 100, 0));
        assert_ok!(Forum::do_try_state());
        break_it();
        assert_err!(Forum::do_try_state(), complaint);
    });
}

/// Changes a post.
fn change(id: PostId, f: impl FnOnce(&mut PostOf<Test>)) {
    Posts::<Test>::mutate(id, |post| f(post.as_mut().unwrap()));
}

#[test]
fn invariant_1_weights_and_numbers() {
    noticed(
        || change(1, |post| post.authors[0].1 /= 2),
        "the authors of a post have not the whole",
    );
    noticed(|| change(2, |post| post.refs[0].1 = 0), "a post has references that none may have");
    noticed(|| NextPost::<Test>::put(3), "a post has a number that was not given out");
}

#[test]
fn invariant_2_references_are_to_older_posts_of_the_domain() {
    noticed(|| change(2, |cites| cites.refs[0].0 = post(9)), "a post is cited that is not there");
    noticed(|| change(2, |cites| cites.refs[0].0 = post(3)), "a post cites one that is not older");
    noticed(|| change(1, |post| post.domain = COMPUTE), "a post cites one of another domain");
}

#[test]
fn invariant_3_citations_are_counted() {
    noticed(|| change(1, |post| post.cited = 2), "a post does not know how many posts cite it");
    noticed(|| change(2, |post| post.cited = 1), "a post does not know how many posts cite it");
}

#[test]
fn invariant_4_flows_are_along_references() {
    let opposite = "nothing, or the opposite of what it says, has flowed along a reference";
    noticed(|| EdgeBalance::<Test>::insert(2, 1, -1), opposite);
    noticed(|| EdgeBalance::<Test>::insert(2, 1, 0), opposite);
    noticed(|| EdgeBalance::<Test>::insert(2, 0, 1), "something has flowed along no reference");
    noticed(|| EdgeBalance::<Test>::insert(9, 0, 1), "something has flowed from no post");
}

#[test]
fn invariant_5_contract_can_be_one() {
    noticed(ActiveContract::<Test>::kill, "something waits for no work contract");
    noticed(|| ActiveContract::<Test>::put(9), "the active work contract is no post");
    noticed(
        || {
            Pending::<Test>::kill();
            Lineage::<Test>::remove(CYD);
            assert_ok!(Forum::post(signed(DEE), Hash::zero(), vec![(DEE, PPM)], vec![], COMPUTE));
            ActiveContract::<Test>::put(4);
        },
        "the active work contract cannot be one",
    );
    noticed(
        || {
            let leaches = publish(DEE, &[(post(1), -10)]);
            ActiveContract::<Test>::put(leaches);
        },
        "the active work contract cannot be one",
    );
}

#[test]
fn invariant_6_lineage_posts_are_of_their_producers() {
    let mismatch = "a lineage post is not what its producer earns with";
    let point_to = |post| {
        move || Lineage::<Test>::mutate(CYD, |lineage| lineage.as_mut().unwrap().post = post)
    };
    noticed(point_to(9), "a lineage post is not there");
    noticed(point_to(0), mismatch);
    noticed(
        || Lineage::<Test>::mutate(CYD, |lineage| lineage.as_mut().unwrap().contract = None),
        mismatch,
    );
}
