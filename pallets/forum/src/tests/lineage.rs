//! What producers earn, and the posts that stand for it.

use super::*;
use crate::{Lineage, Pending};
use aitbc_primitives::{reputation::pools, time::DAY};
use aitbc_test_support::{now, wait};
use sp_runtime::Perbill;

/// The lineage post of `who`.
fn lineage_post(who: u64) -> PostId {
    Forum::lineage(who).unwrap().post
}

/// The forum's part of the vector V17: the post gets 100, of which the contract has 10 and the producer 90,
/// and the producer has 20 for its stake.
#[test]
fn vector_v17_contract_10_producer_90() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        events();
        assert_eq!(Forum::lineage_income(&BEN, 100, 20), Ok(90));
        let lineage = lineage_post(BEN);
        assert_eq!(
            events(),
            [
                Event::Posted { post: lineage, domain: BLOCK, depositor: None },
                Event::Flowed { post: lineage, amount: 110 }
            ]
        );
        assert_eq!(balances([BEN, ADA]), [90, 0]);
        assert_eq!(values([lineage]), [110]);
        assert_eq!(Pending::<Test>::get(), 10);
        assert_eq!(flowed(lineage, 0), 10);
        super::contract::next_session();
        assert_eq!(balances([BEN, ADA]), [90, 10]);
    });
}

#[test]
fn lineage_post_is_used_for_30_days() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        assert_ok!(Forum::lineage_income(&BEN, 100, 0));
        let first = lineage_post(BEN);
        let until = now() + 30 * DAY;
        let expected = pools::Lineage { post: first, contract: Some(0), until };
        assert_eq!(Forum::lineage(BEN), Some(expected));
        wait(30 * DAY - 1);
        assert_ok!(Forum::lineage_income(&BEN, 100, 0));
        assert_eq!(lineage_post(BEN), first);
        wait(1);
        assert_ok!(Forum::lineage_income(&BEN, 100, 0));
        assert_ne!(lineage_post(BEN), first);
        assert_eq!(values([first, lineage_post(BEN)]), [180, 90]);
    });
}

#[test]
fn lineage_post_cites_one_contract() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        assert_ok!(Forum::lineage_income(&BEN, 100, 0));
        let first = lineage_post(BEN);
        let contract = publish(CYD, &[]);
        assert_ok!(Forum::set_active_contract(contract));
        assert_ok!(Forum::lineage_income(&BEN, 100, 0));
        let second = lineage_post(BEN);
        assert_ne!(second, first);
        let refs = |id| Posts::<Test>::get(id).unwrap().refs.into_inner();
        assert_eq!(refs(first), [(post(0), percent(10))]);
        assert_eq!(refs(second), [(post(contract), percent(10))]);
    });
}

#[test]
fn producers_have_posts_of_their_own() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        assert_ok!(Forum::lineage_income(&BEN, 100, 0));
        assert_ok!(Forum::lineage_income(&CYD, 100, 0));
        assert_ne!(lineage_post(BEN), lineage_post(CYD));
        assert_eq!(Lineage::<Test>::get(DEE), None);
    });
}

#[test]
fn without_a_contract_the_producer_keeps_all() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(Forum::lineage_income(&BEN, 101, 0), Ok(101));
        assert_eq!(Forum::lineage(BEN).unwrap().contract, None);
        // With the first contract comes another post.
        let contract = publish(ADA, &[]);
        assert_ok!(Forum::set_active_contract(contract));
        assert_eq!(Forum::lineage_income(&BEN, 101, 0), Ok(91));
    });
}

#[test]
fn share_of_the_contract_is_that_of_the_time_of_the_post() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        ContractShare::set(&Perbill::zero());
        assert_eq!(Forum::lineage_income(&BEN, 100, 0), Ok(100));
        ContractShare::set(&Perbill::from_percent(20));
        assert_eq!(Forum::lineage_income(&BEN, 100, 0), Ok(100));
        assert_eq!(Forum::lineage_income(&CYD, 100, 0), Ok(80));
        // Less than a millionth counts for nothing.
        ContractShare::set(&Perbill::from_parts(100_001_999));
        assert_eq!(Forum::lineage_income(&DEE, 1_000_000, 0), Ok(899_999));
    });
}

#[test]
fn policing_adds_to_the_post_and_is_minted_elsewhere() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        assert_eq!(Forum::lineage_income(&BEN, 0, 70), Ok(0));
        assert_eq!(values([lineage_post(BEN)]), [70]);
        assert_eq!(Ledger::issuance(BLOCK), 0);
        assert_eq!(Pending::<Test>::get(), 0);
    });
}

/// A judgement reaches what a producer has earned by judging, too, and through the post what the contract
/// has had from it.
#[test]
fn judgement_takes_back_what_a_producer_and_its_contract_have_earned() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        let own = Forum::lineage_income(&BEN, 100, 20).unwrap();
        assert_ok!(Ledger::mint(BLOCK, &BEN, 20));
        super::contract::next_session();
        assert_eq!([own, balances([ADA])[0]], [90, 10]);
        let judge = publish(CYD, &[(post(lineage_post(BEN)), -100)]);
        assert_ok!(Forum::judge(judge, 1_000));
        System::assert_last_event(Event::Judged { post: judge, taken: 120, given: 0 }.into());
        assert_eq!(balances([BEN, ADA]), [0, 0]);
        assert_eq!(values([lineage_post(BEN), 0]), [0, 0]);
        assert_eq!(Ledger::issuance(BLOCK), 0);
    });
}
