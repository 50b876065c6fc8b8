//! Pools that are due are resolved by themselves.

use super::*;

#[test]
fn the_hook_resolves_pools_in_the_order_of_their_deadlines() {
    with_holders(|| {
        let durations = [3, 1, 2, 9];
        let pools = durations.map(|duration| initiate(Terms { duration, ..terms(GOVERNANCE) }));
        wait(3);
        poll(Weight::MAX);
        let told: Vec<_> = Told::get().into_iter().map(|(_, pool, _)| pool).collect();
        assert_eq!(told, [pools[1], pools[2], pools[0]]);
        assert_eq!(Open::<Test>::get().len(), 1);
    });
}

#[test]
fn the_hook_keeps_to_its_weight() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = initiate_among(38);
        for who in 1_000..1_038 {
            assert_ok!(stake(who, pool, For, if who < 1_030 { 100 } else { 1 }));
        }
        wait(DURATION);
        let nothing = <() as WeightInfo>::poll();
        assert_eq!(poll(nothing - Weight::from_parts(1, 0)), Weight::zero());
        let page = <() as WeightInfo>::settle(16);
        let too_little = nothing + page - Weight::from_parts(1, 0);
        assert_eq!(poll(too_little), nothing);
        assert_eq!(Stakes::<Test>::iter().count(), 38);
        // The limit of the hook is like one of the block.
        HookWeight::set(&page);
        assert_eq!(poll(Weight::MAX), nothing + page);
        assert_eq!(Stakes::<Test>::iter().count(), 22);
        poll(Weight::MAX);
        assert_eq!(Stakes::<Test>::iter().count(), 6);
        HookWeight::set(&Weight::MAX);
        poll(Weight::MAX);
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
    });
}

#[test]
fn one_post_may_be_credited_beyond_the_weight_of_the_hook() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        let [one, two, three] = [(); 3].map(|_| {
            let terms = Terms { post: Some(POST), fee: 100, mints: true, ..terms(GOVERNANCE) };
            let pool = initiate(terms);
            assert_ok!(stake(ADA, pool, For, 300));
            pool
        });
        wait(DURATION);
        HookWeight::set(&<() as WeightInfo>::settle(1));
        poll(Weight::MAX);
        let resolved = [one, two, three].map(|pool| ValidationPool::outcome(pool).is_some());
        assert_eq!(resolved, [true, false, false]);
        CreditWeight::set(&<() as WeightInfo>::settle(1));
        poll(Weight::MAX);
        assert_eq!(ValidationPool::outcome(two), None);
        // Anybody can do what the hook has no room for.
        assert_ok!(resolve(two));
        assert_ok!(resolve(three));
    });
}
