//! Removing posts.

use super::*;
use frame_support::traits::fungible::InspectHold;

/// Removing fails with `error` and changes nothing.
fn refused(who: u64, post: PostId, error: Error<Test>) {
    assert_noop!(Forum::remove(signed(who), post), error);
}

#[test]
fn removed_post_gives_its_deposit_back() {
    ExtBuilder::default().build_and_execute(|| {
        let first = publish(ADA, &[]);
        let second = publish(BEN, &[(post(first), 10)]);
        events();
        assert_ok!(Forum::remove(signed(BEN), second));
        assert_eq!(events(), [Event::Removed { post: second }]);
        assert_eq!(Balances::balance_on_hold(&HOLD, &BEN), 0);
        assert!(Balances::balance_on_hold(&HOLD, &ADA) > 0);
        refused(BEN, second, Error::UnknownPost);
        // Nobody cites the first one any more, and no number is given out again.
        assert_ok!(Forum::remove(signed(ADA), first));
        assert_eq!(publish(ADA, &[]), 2);
    });
}

#[test]
fn cited_post_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let first = publish(ADA, &[]);
        let citing = [publish(BEN, &[(post(first), 10)]), publish(CYD, &[(post(first), -10)])];
        for (who, id) in [BEN, CYD].into_iter().zip(citing) {
            refused(ADA, first, Error::StillCited);
            assert_ok!(Forum::remove(signed(who), id));
        }
        assert_ok!(Forum::remove(signed(ADA), first));
    });
}

#[test]
fn active_contract_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let first = publish(ADA, &[]);
        let second = publish(ADA, &[]);
        assert_ok!(Forum::set_active_contract(first));
        refused(ADA, first, Error::StillCited);
        assert_ok!(Forum::set_active_contract(second));
        assert_ok!(Forum::remove(signed(ADA), first));
    });
}

#[test]
fn post_with_value_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let id = publish(ADA, &[]);
        credit(id, 1);
        refused(ADA, id, Error::HasValue);
    });
}

#[test]
fn post_in_a_pool_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let id = publish(ADA, &[]);
        assert_ok!(Forum::enter_pool(id, BLOCK));
        assert_ok!(Forum::enter_pool(id, BLOCK));
        Forum::leave_pool(id, false);
        refused(ADA, id, Error::InPool);
        Forum::leave_pool(id, true);
        assert_ok!(Forum::remove(signed(ADA), id));
    });
}

#[test]
fn only_who_paid_removes() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        let id = publish_by(&[(BEN, PPM / 2), (CYD, PPM / 2)], vec![]);
        for who in [CYD, DEE] {
            refused(who, id, Error::NotDepositor);
        }
        // Nobody paid for posts of genesis and of lineage.
        refused(ADA, 0, Error::NotDepositor);
        assert_ok!(Forum::lineage_income(&DEE, 0, 0));
        refused(DEE, Forum::lineage(DEE).unwrap().post, Error::NotDepositor);
    });
}

/// What has flowed to a post and from it again is forgotten with it.
#[test]
fn flows_of_a_removed_post_are_forgotten() {
    ExtBuilder::default().build_and_execute(|| {
        let first = publish(ADA, &[]);
        let second = publish(BEN, &[(post(first), 50)]);
        credit(second, 100);
        lose(ADA, 50);
        let judge = publish(CYD, &[(post(second), -100)]);
        assert_ok!(Forum::judge(judge, 200));
        assert_eq!(values([first, second]), [0, 0]);
        assert_eq!([flowed(judge, second), flowed(second, first)], [-50, 50]);
        assert_ok!(Forum::remove(signed(CYD), judge));
        assert_ok!(Forum::remove(signed(BEN), second));
        assert_eq!(EdgeBalance::<Test>::iter().count(), 0);
    });
}
