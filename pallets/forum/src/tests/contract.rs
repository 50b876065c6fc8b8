//! The active work contract, and how its authors are paid.

use super::*;
use crate::{ActiveContract, NextPayday, Payday, Pending, WeightInfo};
use frame_support::{
    traits::Hooks,
    weights::{Weight, WeightMeter},
};

/// Runs `on_poll` with room for everything.
pub(super) fn poll() {
    Forum::on_poll(1, &mut WeightMeter::new());
}

/// Goes on to the next session, and to its second block.
pub(super) fn next_session() {
    Session::set(&(Session::get() + 1));
    poll();
    poll();
}

#[test]
fn contract_is_paid_once_a_session_and_not_in_its_first_block() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        assert_ok!(Forum::lineage_income(&BEN, 1_000, 0));
        poll();
        assert_eq!(balances([ADA]), [0]);
        Session::set(&1);
        poll();
        assert_eq!(balances([ADA]), [0]);
        events();
        poll();
        assert_eq!(balances([ADA]), [100]);
        assert_eq!(values([0]), [100]);
        assert_eq!(Pending::<Test>::get(), 0);
        assert_eq!(events(), [Event::Flowed { post: 0, amount: 100 }]);

        assert_ok!(Forum::lineage_income(&BEN, 500, 0));
        poll();
        assert_eq!(balances([ADA]), [100]);
        next_session();
        assert_eq!(balances([ADA]), [150]);
    });
}

#[test]
fn contract_waits_for_a_block_with_room() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        assert_ok!(Forum::lineage_income(&BEN, 1_000, 0));
        Session::set(&1);
        poll();
        let look = <() as WeightInfo>::look_for_payday();
        let enough = look.saturating_add(<() as WeightInfo>::pay_contract());
        for (limit, paid) in [
            (Weight::zero(), 0),
            (look, 0),
            (enough.saturating_sub(Weight::from_parts(1, 0)), 0),
            (enough, 100),
        ] {
            let mut meter = WeightMeter::with_limit(limit);
            Forum::on_poll(1, &mut meter);
            assert_eq!(balances([ADA]), [paid]);
            assert_eq!(NextPayday::<Test>::get(), Payday { session: 1, is_due: paid == 0 });
        }
    });
}

/// The lineage posts are one post away, so what the contract cites gets its part, and what is cited there
/// as well, but no further.
#[test]
fn contract_income_begins_at_depth_1() {
    ExtBuilder::default().build_and_execute(|| {
        let oldest = publish(ADA, &[]);
        let older = publish(BEN, &[(post(oldest), 50)]);
        let contract = publish(CYD, &[(post(older), 50)]);
        assert_ok!(Forum::set_active_contract(contract));
        assert_ok!(Forum::lineage_income(&DEE, 10_000, 0));
        next_session();
        assert_eq!(balances([CYD, BEN, ADA]), [500, 500, 0]);
    });
}

#[test]
fn new_contract_settles_the_old_one() {
    ExtBuilder::default().with_contract().build_and_execute(|| {
        assert_ok!(Forum::lineage_income(&BEN, 1_000, 0));
        let second = publish(CYD, &[(post(0), 50)]);
        events();
        assert_ok!(Forum::set_active_contract(second));
        assert_eq!(
            events(),
            [Event::Flowed { post: 0, amount: 100 }, Event::ContractChanged { post: second }]
        );
        assert_eq!(balances([ADA, CYD]), [100, 0]);
        assert_eq!(Forum::active_contract(), Some(second));
        // From now on the new one earns, and what it builds on.
        assert_ok!(Forum::lineage_income(&BEN, 1_000, 0));
        next_session();
        assert_eq!(balances([ADA, CYD]), [150, 50]);
    });
}

#[test]
fn contract_has_at_most_four_authors() {
    ExtBuilder::default().build_and_execute(|| {
        let fifths = [ADA, BEN, CYD, DEE, EVE].map(|who| (who, PPM / 5));
        let five = publish_by(&fifths, vec![]);
        assert_noop!(Forum::set_active_contract(five), Error::<Test>::TooManyAuthors);
        let quarters = [ADA, BEN, CYD, DEE].map(|who| (who, PPM / 4));
        let four = publish_by(&quarters, vec![]);
        assert_ok!(Forum::set_active_contract(four));
    });
}

#[test]
fn contract_takes_nothing_from_others() {
    ExtBuilder::default().build_and_execute(|| {
        let [one, other] = [publish(ADA, &[]), publish(BEN, &[])];
        let leaches = publish(CYD, &[(post(one), 10), (post(other), -1)]);
        assert_noop!(Forum::set_active_contract(leaches), Error::<Test>::ContractLeaches);
        let gives = publish(CYD, &[(post(one), 10), (post(other), 1), (INC, 1)]);
        assert_ok!(Forum::set_active_contract(gives));
    });
}

#[test]
fn contract_is_a_post_of_the_domain_block() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(Forum::set_active_contract(0), Error::<Test>::UnknownPost);
        for domain in [GOVERNANCE, COMPUTE] {
            let id = NextPost::<Test>::get();
            let authors = vec![(ADA, PPM)];
            assert_ok!(Forum::post(signed(ADA), Hash::zero(), authors, vec![], domain));
            assert_noop!(Forum::set_active_contract(id), Error::<Test>::OtherDomain);
        }
        assert_eq!(ActiveContract::<Test>::get(), None);
    });
}
