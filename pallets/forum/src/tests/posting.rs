//! Publishing posts, and what is wrong with some.

use super::*;
use crate::LEDGER_ENTRY;
use frame_support::traits::fungible::{Inspect, InspectHold};

/// The deposit of `who`.
fn deposit(who: u64) -> u128 {
    Balances::balance_on_hold(&HOLD, &who)
}

/// Publishing fails with `error` and changes nothing.
fn refused(authors: &[(u64, u32)], refs: Vec<(Citation, i32)>, error: Error<Test>) {
    assert_noop!(try_post(authors[0].0, authors, refs), error);
}

#[test]
fn post_is_stored_and_told() {
    ExtBuilder::default().build_and_execute(|| {
        let first = publish(ADA, &[]);
        events();
        let authors = [(BEN, 400_000), (CYD, 600_000)];
        let refs = refs(&[(post(first), -30), (INC, 20)]);
        let second = publish_by(&authors, refs.clone());
        assert_eq!([first, second], [0, 1]);
        assert_eq!(events(), [Event::Posted { post: second, domain: BLOCK, depositor: Some(BEN) }]);
        let stored = Posts::<Test>::get(second).unwrap();
        assert_eq!(stored.authors.as_slice(), authors);
        assert_eq!(stored.refs.into_inner(), refs);
        assert_eq!((stored.value, stored.validated, stored.cited, stored.pools), (0, false, 0, 0));
        assert_eq!(stored.content, Hash::repeat_byte(7));
        assert_eq!(Posts::<Test>::get(first).unwrap().cited, 1);
    });
}

#[test]
fn deposit_grows_with_the_post() {
    ExtBuilder::default().build_and_execute(|| {
        publish(ADA, &[]);
        let plain = deposit(ADA);
        let of_author = ENTRY + LEDGER_ENTRY as u128 * BYTE;
        assert!(plain > ENTRY + of_author && plain < 3 * ENTRY + of_author);
        // An account of eight bytes and its weight, and what the ledger notes of it.
        publish_by(&[(BEN, PPM / 2), (CYD, PPM / 2)], vec![]);
        assert_eq!(deposit(BEN), plain + 12 * BYTE + of_author);
        assert_eq!(deposit(CYD), 0);
        // Nothing is noted of what flows into the incinerator: a byte for it and four for its weight.
        publish(DEE, &[(INC, 1)]);
        assert_eq!(deposit(DEE), plain + 5 * BYTE);
        // A reference to a post of thirteen bytes, and two numbers and a balance for its flow.
        publish(EVE, &[(post(0), 1)]);
        assert_eq!(deposit(EVE), plain + (13 + 32) * BYTE);
    });
}

#[test]
fn post_needs_its_deposit() {
    ExtBuilder::default().build_and_execute(|| {
        let all = Balances::reducible_balance(
            &ADA,
            frame_support::traits::tokens::Preservation::Preserve,
            frame_support::traits::tokens::Fortitude::Polite,
        );
        assert_ok!(Balances::transfer_keep_alive(signed(ADA), BEN, all));
        assert_noop!(
            try_post(ADA, &[(ADA, PPM)], vec![]),
            DispatchError::Token(sp_runtime::TokenError::FundsUnavailable)
        );
    });
}

#[test]
fn weights_of_authors_are_the_whole() {
    ExtBuilder::default().build_and_execute(|| {
        for last in [399_999, 400_001] {
            let authors = [(ADA, 600_000), (BEN, last)];
            refused(&authors, vec![], Error::WeightsNotWhole);
        }
        refused(&[(ADA, PPM), (BEN, 0)], vec![], Error::ZeroWeight);
        // The sum is not taken modulo 2^32.
        let [half, whole] = [1 << 31, PPM];
        refused(&[(ADA, half), (BEN, half), (CYD, whole)], vec![], Error::WeightsNotWhole);
        publish_by(&[(ADA, 600_000), (BEN, 400_000)], vec![]);
        assert_noop!(
            Forum::post(signed(ADA), Hash::zero(), vec![], vec![], BLOCK),
            Error::<Test>::WeightsNotWhole
        );
    });
}

#[test]
fn post_has_at_most_eight_authors() {
    ExtBuilder::default().build_and_execute(|| {
        let authors: Vec<_> = (ADA..).map(|who| (who, PPM / 8)).take(9).collect();
        refused(&authors, vec![], Error::TooManyAuthors);
        publish_by(&authors[..8], vec![]);
    });
}

#[test]
fn only_authors_publish() {
    ExtBuilder::default().build_and_execute(|| {
        let authors = [(ADA, PPM / 2), (BEN, PPM / 2)];
        assert_noop!(try_post(CYD, &authors, vec![]), Error::<Test>::NotAnAuthor);
        assert_ok!(try_post(BEN, &authors, vec![]));
        assert_noop!(
            Forum::post(RuntimeOrigin::none(), Hash::zero(), vec![], vec![], BLOCK),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn references_are_to_older_posts_of_the_same_domain() {
    ExtBuilder::default().build_and_execute(|| {
        let ada = [(ADA, PPM)];
        publish(ADA, &[]);
        let next = NextPost::<Test>::get();
        for target in [next, next + 1, PostId::MAX] {
            refused(&ada, refs(&[(post(target), 10)]), Error::UnknownPost);
        }
        assert_ok!(Forum::post(signed(ADA), Hash::zero(), ada.to_vec(), vec![], GOVERNANCE));
        refused(&ada, refs(&[(post(next), 10)]), Error::OtherDomain);
        refused(&ada, refs(&[(post(next), -10)]), Error::OtherDomain);
        assert_ok!(Forum::remove(signed(ADA), next));
        refused(&ada, refs(&[(post(next), 10)]), Error::UnknownPost);
    });
}

#[test]
fn references_have_weights_that_a_post_can_have() {
    ExtBuilder::default().build_and_execute(|| {
        let ada = [(ADA, PPM)];
        let (a, b) = (post(publish(ADA, &[])), post(publish(ADA, &[])));
        let (whole, negative) = WHOLE;
        refused(&ada, refs(&[(a, 10), (a, -10)]), Error::DuplicateReference);
        refused(&ada, refs(&[(INC, 10), (a, 10), (INC, 10)]), Error::DuplicateReference);
        refused(&ada, vec![(a, 0)], Error::ZeroWeight);
        refused(&ada, vec![(INC, 0)], Error::ZeroWeight);
        refused(&ada, vec![(INC, -1)], Error::IncineratorGives);
        refused(&ada, vec![(a, whole + 1)], Error::TooMuchCited);
        refused(&ada, vec![(a, whole), (b, 1)], Error::TooMuchCited);
        refused(&ada, vec![(a, i32::MAX), (b, i32::MAX), (INC, i32::MAX)], Error::TooMuchCited);
        refused(&ada, vec![(a, negative - 1)], Error::TooMuchLeached);
        refused(&ada, vec![(a, negative), (b, -1)], Error::TooMuchLeached);
        refused(&ada, vec![(a, i32::MIN), (b, i32::MIN)], Error::TooMuchLeached);
        publish_by(&ada, vec![(a, whole), (b, negative)]);
        publish_by(&ada, vec![(a, whole - 1), (b, negative), (INC, 1)]);
    });
}

#[test]
fn post_has_at_most_eight_references() {
    ExtBuilder::default().build_and_execute(|| {
        let all: Vec<_> = (0..9).map(|_| (post(publish(ADA, &[])), 1)).collect();
        refused(&[(ADA, PPM)], all.clone(), Error::TooManyRefs);
        publish_by(&[(ADA, PPM)], all[..8].to_vec());
    });
}

#[test]
fn pools_are_about_posts_of_their_domain() {
    ExtBuilder::default().build_and_execute(|| {
        let id = publish(ADA, &[]);
        assert_noop!(Forum::enter_pool(id + 1, BLOCK), Error::<Test>::UnknownPost);
        assert_noop!(Forum::enter_pool(id, GOVERNANCE), Error::<Test>::OtherDomain);
        let validated = || Posts::<Test>::get(id).unwrap().validated;
        for verdict in [true, false] {
            assert_ok!(Forum::enter_pool(id, BLOCK));
            Forum::leave_pool(id, verdict);
            assert_eq!(validated(), verdict);
        }
    });
}
