//! Pools of genesis.

use super::*;
use crate::types::GenesisPool;

fn genesis_pool(name: &str) -> GenesisPool {
    GenesisPool {
        name: name.into(),
        unit: "a unit".into(),
        rate: MILLI,
        match_ratio: Permill::from_percent(50),
        bootstrap: 1_000 * AITBC,
        price: PriceRange { min: 1, max: 2 },
        per_unit: UNIT,
        audit: None,
        funds: 1_000 * AITBC,
    }
}

#[test]
fn genesis_pool_emits_from_its_first_use() {
    let pools = vec![genesis_pool("standard"), genesis_pool("small")];
    ExtBuilder::default().pools(pools, 2_000 * AITBC).build_and_execute(|| {
        assert_eq!(GpuStaking::gpu_pools().len(), 2);
        assert_eq!(pool(0).spec.name.as_slice(), b"standard");
        let ada = stake(ADA, 0, 10, 7 * DAY);
        allocate(ada, 10, 0);
        assert_eq!((state(0).owed, state(0).funds), (0, 1_000 * AITBC));
        wait(SECOND);
        assert!(is_about(claim(0, ADA), MILLI));
    });
}

#[test]
fn genesis_pool_knows_its_json() {
    let json = serde_json::json!({
        "name": "standard",
        "unit": "a unit",
        "rate": 1_000_000_000u64,
        "matchRatio": 500_000,
        "bootstrap": 1_000_000_000_000_000u64,
        "price": { "min": 1, "max": 2 },
        "perUnit": 10_000_000_000_000u64,
        "audit": null,
        "funds": 1_000_000_000_000_000u64,
    });
    assert_eq!(serde_json::to_value(genesis_pool("standard")).unwrap(), json);
    assert_eq!(serde_json::from_value::<GenesisPool>(json).unwrap(), genesis_pool("standard"));
}

#[test]
#[should_panic(expected = "a genesis pool is not valid")]
fn genesis_pool_with_a_bad_spec_is_refused() {
    ExtBuilder::default().pools(vec![genesis_pool("x")], 1_000 * AITBC).build();
}

#[test]
#[should_panic(expected = "a genesis pool is not valid")]
fn genesis_pools_of_one_name_are_refused() {
    let pools = vec![genesis_pool("standard"), genesis_pool("standard")];
    ExtBuilder::default().pools(pools, 2_000 * AITBC).build();
}

#[test]
#[should_panic(expected = "a genesis pool is not valid")]
fn genesis_pool_without_its_funds_is_refused() {
    ExtBuilder::default().pools(vec![genesis_pool("standard")], 1_000 * AITBC - 1).build();
}
