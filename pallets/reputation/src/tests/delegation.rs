use super::*;
use crate::{Delegation, Delegations, Error};
use aitbc_primitives::reputation::pools;
use frame_support::{assert_err, assert_noop, assert_ok};

fn delegate(holder: u64, delegate: u64, limit: Rep) -> sp_runtime::DispatchResult {
    Reputation::delegate(signed(holder), BLOCK, delegate, limit)
}

fn undelegate(holder: u64) -> sp_runtime::DispatchResult {
    Reputation::undelegate(signed(holder), BLOCK)
}

fn delegated(holder: u64) -> Option<Delegation<u64>> {
    Delegations::<Test>::get(BLOCK, holder)
}

#[test]
fn holder_delegates_and_takes_it_back() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_ok!(delegate(ADA, BEN, 40));
        System::assert_last_event(
            Event::Delegated { domain: BLOCK, holder: ADA, delegate: BEN, limit: 40 }.into(),
        );
        assert_eq!(delegated(ADA), Some(Delegation { delegate: BEN, limit: 40 }));
        assert_ok!(undelegate(ADA));
        System::assert_last_event(Event::Undelegated { domain: BLOCK, holder: ADA }.into());
        assert_eq!(delegated(ADA), None);
    });
}

#[test]
fn new_delegation_replaces_the_old_one() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_ok!(delegate(ADA, BEN, 40));
        assert_ok!(delegate(ADA, CYD, Rep::MAX));
        assert_eq!(Delegations::<Test>::iter().count(), 1);
        assert_eq!(delegated(ADA), Some(Delegation { delegate: CYD, limit: Rep::MAX }));
    });
}

#[test]
fn delegations_of_domains_are_independent() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_ok!(delegate(ADA, BEN, 40));
        let undelegate = Reputation::undelegate(signed(ADA), COMPUTE);
        assert_noop!(undelegate, Error::<Test>::NotDelegated);
    });
}

#[test]
fn delegation_to_oneself_fails() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_noop!(delegate(ADA, ADA, 40), Error::<Test>::SelfDelegation);
    });
}

#[test]
fn delegation_of_zero_fails() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_noop!(delegate(ADA, BEN, 0), Error::<Test>::ZeroLimit);
        assert_ok!(delegate(ADA, BEN, 1));
    });
}

#[test]
fn delegation_without_reputation_fails() {
    ExtBuilder::default().build_and_execute(|| {
        Reputation::mint(COMPUTE, &ADA, 100).unwrap();
        assert_noop!(delegate(ADA, BEN, 40), Error::<Test>::NothingToDelegate);
        mint(ADA, 1);
        hold(AVAILABILITY, ADA, 1);
        assert_ok!(delegate(ADA, BEN, 40));
    });
}

#[test]
fn undelegating_twice_fails() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_noop!(undelegate(ADA), Error::<Test>::NotDelegated);
        assert_ok!(delegate(ADA, BEN, 40));
        assert_ok!(undelegate(ADA));
        assert_noop!(undelegate(ADA), Error::<Test>::NotDelegated);
    });
}

#[test]
fn delegation_outlives_a_balance_below_its_limit() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(AVAILABILITY, ADA, 100);
        assert_ok!(delegate(ADA, BEN, 40));
        Reputation::slash_held(BLOCK, AVAILABILITY, &ADA, 99);
        assert!(delegated(ADA).is_some());
    });
}

#[test]
fn delegation_ends_with_the_last_reputation() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        hold(POOL, ADA, 100);
        assert_ok!(delegate(ADA, BEN, 40));
        Reputation::slash_held(BLOCK, POOL, &ADA, 100);
        assert!(delegated(ADA).is_some());
        assert_ok!(Reputation::release(BLOCK, POOL, &ADA, 100));
        assert_eq!(delegated(ADA), None);
        System::assert_last_event(Event::Undelegated { domain: BLOCK, holder: ADA }.into());
    });
}

#[test]
fn pools_learn_who_may_stake_how_much() {
    ExtBuilder::default().build_and_execute(|| {
        let delegation = |domain, holder: u64| {
            <Reputation as pools::Delegations<u64>>::delegation(domain, &holder)
        };
        mint(ADA, 100);
        assert_eq!(delegation(BLOCK, ADA), None);
        assert_ok!(delegate(ADA, BEN, 40));
        assert_eq!(delegation(BLOCK, ADA), Some((BEN, 40)));
        assert_eq!((delegation(COMPUTE, ADA), delegation(BLOCK, BEN)), (None, None));
    });
}

#[test]
fn delegate_has_no_power_over_the_salary() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        assert_ok!(delegate(ADA, BEN, 100));
        pay(1_000);
        assert_noop!(claim(BEN), Error::<Test>::NothingToClaim);
        assert_eq!(claimable(ADA), 1_000);
    });
}

#[test]
fn invariant_6_notices_a_delegation_without_effect() {
    ExtBuilder::default().build_and_execute(|| {
        mint(ADA, 100);
        for (holder, delegate, limit) in [(ADA, ADA, 1), (ADA, BEN, 0), (BEN, ADA, 1)] {
            Delegations::<Test>::insert(BLOCK, holder, Delegation { delegate, limit });
            assert_err!(Reputation::do_try_state(), "a delegation has no effect");
            Delegations::<Test>::remove(BLOCK, holder);
        }
    });
}
