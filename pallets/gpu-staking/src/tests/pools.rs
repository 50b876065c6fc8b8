//! Pools: their rules, their funds, and who may change them.

use super::*;
use crate::types::{MAX_OPEN_POOLS, MAX_RATE};

#[test]
fn pool_begins_with_what_its_spec_says() {
    ExtBuilder::default().build_and_execute(|| {
        let spec = PoolSpec { bootstrap: 5, ..standard() };
        assert_ok!(GpuStaking::create_pool(root(), spec.clone()));
        assert_last(Event::PoolCreated { pool: 0, spec: spec.clone() });
        let state = PoolState { bootstrap_left: 5, updated: now(), ..Default::default() };
        assert_eq!(pool(0), Pool { spec, state, closed: false });
        assert_eq!(create(standard()), 1);
    });
}

#[test]
fn bad_specs_are_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |change: fn(&mut PoolSpec)| {
            let mut spec = standard();
            change(&mut spec);
            spec
        };
        let bad: [fn(&mut PoolSpec); 10] = [
            |spec| spec.name = name("h1"),
            |spec| spec.name = name("H100"),
            |spec| spec.name = name("h_100"),
            |spec| spec.unit = vec![0xff].try_into().unwrap(),
            |spec| spec.rate = MAX_RATE + 1,
            |spec| spec.price.min = 0,
            |spec| spec.price.max = spec.price.min - 1,
            |spec| spec.per_unit = MIN_PER_UNIT - 1,
            |spec| spec.per_unit = MAX_PER_UNIT + 1,
            |spec| spec.audit = Some(AuditSpec { rows: 0 }),
        ];
        for change in bad {
            let create = GpuStaking::create_pool(root(), with(change));
            assert_noop!(create, Error::<Test>::BadSpec);
        }
        let good: [fn(&mut PoolSpec); 9] = [
            |spec| spec.name = name("h-1"),
            |spec| spec.name = name(&"a".repeat(32)),
            |spec| spec.rate = MAX_RATE,
            |spec| spec.rate = 0,
            |spec| spec.price.max = spec.price.min,
            |spec| spec.match_ratio = Permill::one(),
            |spec| spec.per_unit = MIN_PER_UNIT,
            |spec| spec.per_unit = MAX_PER_UNIT,
            |spec| spec.audit = Some(AuditSpec { rows: 1 }),
        ];
        for change in good {
            create(with(change));
        }
    });
}

#[test]
fn sixty_four_pools_are_open_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..MAX_OPEN_POOLS {
            create(standard());
        }
        let one_more = || GpuStaking::create_pool(root(), other());
        assert_noop!(one_more(), Error::<Test>::TooManyPools);
        // One that is closed gives its place back, and gives it back once.
        assert_ok!(GpuStaking::close_pool(root(), 7));
        assert_noop!(GpuStaking::close_pool(root(), 7), Error::<Test>::PoolClosed);
        assert_ok!(one_more());
        let another = PoolSpec { name: name("another"), ..standard() };
        assert_noop!(GpuStaking::create_pool(root(), another), Error::<Test>::TooManyPools);
        assert_eq!((OpenPools::<Test>::count(), NextPool::<Test>::get()), (64, 65));
    });
}

/// A pool that is not called like that of most tests.
fn other() -> PoolSpec {
    PoolSpec { name: name("other"), ..standard() }
}

/// Whoever reads a name, or a metric of it, knows which pool that is.
#[test]
fn no_two_open_pools_have_one_name() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(GpuStaking::create_pool(root(), standard()));
        let again = || GpuStaking::create_pool(root(), standard());
        assert_noop!(again(), Error::<Test>::BadSpec);
        assert_ok!(GpuStaking::create_pool(root(), other()));
        assert_ok!(GpuStaking::close_pool(root(), 0));
        assert_ok!(again());
        assert_noop!(again(), Error::<Test>::BadSpec);
        assert_eq!(OpenPools::<Test>::get(name("standard")), Some(2));
    });
}

/// Proposals that create and close pools cannot use them up, and what is open is always listed.
#[test]
fn attack_create_pools_until_there_are_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        create(standard());
        for _ in 0..200 {
            let id = create(other());
            assert_ok!(GpuStaking::close_pool(root(), id));
        }
        let last = create(other());
        let listed: Vec<_> = GpuStaking::gpu_pools().iter().map(|pool| pool.id).collect();
        // The newest 64, and the old one that is open.
        let expected: Vec<_> = (last - 63..=last).rev().chain([0]).collect();
        assert_eq!(listed, expected);
        assert!(GpuStaking::gpu_pool(1).unwrap().closed);
    });
}

#[test]
fn only_their_origins_govern_pools() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pool_with(0, AITBC);
        for origin in [signed::<RuntimeOrigin>(ADA), signed(ALLOCATOR)] {
            let bad = DispatchError::BadOrigin;
            let change = PoolChange::Rate(0);
            assert_noop!(GpuStaking::create_pool(origin.clone(), standard()), bad);
            assert_noop!(GpuStaking::update_pool(origin.clone(), id, change), bad);
            assert_noop!(GpuStaking::close_pool(origin.clone(), id), bad);
            assert_noop!(GpuStaking::take_back(origin, id, 1), bad);
        }
        for origin in [signed(ADA), root()] {
            let fund = GpuStaking::fund_from(origin, SpendingPot::Ecosystem, id, 1);
            assert_noop!(fund, DispatchError::BadOrigin);
        }
    });
}

#[test]
fn each_rule_changes_from_that_moment() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pool_with(BALANCE, 1_000 * AITBC);
        let ada = stake(ADA, id, 10, 7 * DAY);
        allocate(ada, 10, 0);
        wait(SECOND);
        update(id, PoolChange::Rate(2 * MILLI));
        assert_last(Event::PoolUpdated { pool: id, change: PoolChange::Rate(2 * MILLI) });
        // The second before was at the rate of then.
        assert_eq!(state(id).owed, MILLI);
        wait(SECOND);
        update(id, PoolChange::Bootstrap(7));
        assert_eq!((state(id).owed, state(id).bootstrap_left), (3 * MILLI, 7));
        update(id, PoolChange::MatchRatio(Permill::from_percent(20)));
        update(id, PoolChange::Price(PriceRange { min: 3, max: 4 }));
        update(id, PoolChange::PerUnit(5 * AITBC));
        update(id, PoolChange::Audit(Some(AuditSpec { rows: 6 })));
        let expected = PoolSpec {
            rate: 2 * MILLI,
            match_ratio: Permill::from_percent(20),
            bootstrap: 7,
            price: PriceRange { min: 3, max: 4 },
            per_unit: 5 * AITBC,
            audit: Some(AuditSpec { rows: 6 }),
            ..standard()
        };
        assert_eq!(pool(id).spec, expected);
        assert_eq!(GpuStaking::price_bounds(id), Some((3, 4)));
        assert_eq!(GpuStaking::price_bounds(9), None);
    });
}

#[test]
fn bad_changes_are_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let id = create(standard());
        for change in [
            PoolChange::Rate(MAX_RATE + 1),
            PoolChange::Price(PriceRange { min: 0, max: 4 }),
            PoolChange::Price(PriceRange { min: 5, max: 4 }),
            PoolChange::PerUnit(MIN_PER_UNIT - 1),
            PoolChange::PerUnit(MAX_PER_UNIT + 1),
            PoolChange::Audit(Some(AuditSpec { rows: 0 })),
        ] {
            assert_noop!(GpuStaking::update_pool(root(), id, change), Error::<Test>::BadSpec);
        }
        for change in [PoolChange::PerUnit(MIN_PER_UNIT), PoolChange::PerUnit(MAX_PER_UNIT)] {
            update(id, change);
        }
        let change = PoolChange::Rate(0);
        assert_noop!(GpuStaking::update_pool(root(), 9, change), Error::<Test>::PoolNotFound);
    });
}

#[test]
fn closed_pool_takes_nothing_and_emits_nothing_but_lets_go() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pool_with(BALANCE, 1_000 * AITBC);
        let ada = stake(ADA, id, 10, 7 * DAY);
        allocate(ada, 10, 0);
        wait(SECOND);
        assert_ok!(GpuStaking::close_pool(root(), id));
        assert_last(Event::PoolClosed { pool: id });
        pass(7 * DAY);
        pay_fee(id, 10 * AITBC);
        let closed = DispatchError::from(Error::<Test>::PoolClosed);
        assert_noop!(try_stake(BEN, id, 10, 100 * AITBC, 7 * DAY), closed);
        assert_noop!(GpuStaking::add(signed(ADA), ada, 0, 1), closed);
        assert_noop!(GpuStaking::fund(signed(EVE), id, 1), closed);
        assert_noop!(GpuStaking::close_pool(root(), id), closed);
        assert_noop!(GpuStaking::update_pool(root(), id, PoolChange::Rate(0)), closed);
        assert_noop!(GpuStaking::close_pool(root(), 9), Error::<Test>::PoolNotFound);
        // What was emitted before it was closed is there, and nothing else.
        assert!(is_about(claim(id, ADA), MILLI));
        assert_ok!(GpuStaking::release(ada, 10));
        assert_ok!(GpuStaking::refresh(signed(EVE), id, ADA));
        assert_ok!(GpuStaking::relock(signed(ADA), ada, 7 * DAY));
        unstake_all(ada);
        pass(UNBONDING);
        assert_ok!(GpuStaking::withdraw_unbonded(signed(ADA)));
        assert_eq!(held(ADA), 0);
        assert_ok!(GpuStaking::take_back(root(), id, 1_000 * AITBC - MILLI));
        // The part of a unit that nobody has got is a unit in the pot.
        assert_eq!(Balances::total_balance(&GpuStaking::pot()), EXISTENTIAL_DEPOSIT + 1);
    });
}

#[test]
fn anybody_funds_a_pool() {
    ExtBuilder::default().build_and_execute(|| {
        let id = create(standard());
        assert_noop!(GpuStaking::fund(signed(EVE), id, 0), Error::<Test>::AmountZero);
        assert_noop!(GpuStaking::fund(signed(EVE), 9, 1), Error::<Test>::PoolNotFound);
        // Nobody dies of it.
        let all = TokenError::FundsUnavailable;
        assert_noop!(GpuStaking::fund(signed(EVE), id, BALANCE + 1), all);
        assert_noop!(GpuStaking::fund(signed(EVE), id, BALANCE), TokenError::NotExpendable);
        assert_ok!(GpuStaking::fund(signed(EVE), id, 5));
        assert_last(Event::Funded { pool: id, by: EVE, amount: 5 });
        assert_eq!(state(id).funds, 5);
        assert_eq!(Balances::total_balance(&EVE), BALANCE - 5);
        assert_eq!(Balances::total_balance(&GpuStaking::pot()), EXISTENTIAL_DEPOSIT + 5);
    });
}

#[test]
fn governance_funds_a_pool_out_of_each_pot() {
    ExtBuilder::default().build_and_execute(|| {
        let id = create(standard());
        for (pot, account) in [
            (SpendingPot::Treasury, TREASURY),
            (SpendingPot::Ecosystem, ECOSYSTEM),
            (SpendingPot::Development, DEVELOPMENT),
        ] {
            assert_ok!(GpuStaking::fund_from(signed(ALLOCATOR), pot, id, 5));
            assert_last(Event::Funded { pool: id, by: account, amount: 5 });
            assert_eq!(Balances::total_balance(&account), BALANCE - 5);
        }
        assert_eq!(state(id).funds, 15);
        let none = GpuStaking::fund_from(signed(ALLOCATOR), SpendingPot::Treasury, id, 0);
        assert_noop!(none, Error::<Test>::AmountZero);
    });
}

#[test]
fn only_what_nobody_has_earned_is_taken_back() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pool_with(BALANCE, AITBC);
        let ada = stake(ADA, id, 10, 7 * DAY);
        allocate(ada, 10, 0);
        wait(SECOND);
        let left = AITBC - MILLI;
        let take = |amount| GpuStaking::take_back(root(), id, amount);
        assert_noop!(take(left + 1), Error::<Test>::FundsOwed);
        assert_noop!(take(0), Error::<Test>::AmountZero);
        assert_noop!(GpuStaking::take_back(root(), 9, 1), Error::<Test>::PoolNotFound);
        assert_ok!(take(left - 1));
        assert_eq!(events().last(), Some(&Event::TakenBack { pool: id, amount: left - 1 }));
        // The last unit of what is nobody's: from here on nothing is emitted.
        assert_ok!(take(1));
        assert_eq!(
            events(),
            [Event::RanDry { pool: id }, Event::TakenBack { pool: id, amount: 1 }]
        );
        assert_eq!(Balances::total_balance(&TREASURY), BALANCE + left);
        assert_noop!(take(1), Error::<Test>::FundsOwed);
        assert!(is_about(claim(id, ADA), MILLI));
    });
}

/// What a closed pool has left is taken back without a word of its running dry: it emits nothing anyway.
#[test]
fn closed_pool_does_not_run_dry() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pool_with(BALANCE, AITBC);
        assert_ok!(GpuStaking::close_pool(root(), id));
        events();
        assert_ok!(GpuStaking::take_back(root(), id, AITBC));
        assert_eq!(events(), [Event::TakenBack { pool: id, amount: AITBC }]);
    });
}
