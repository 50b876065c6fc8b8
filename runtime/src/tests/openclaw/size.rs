//! Whether what a proposal calls is for much.

use super::*;
use crate::{
    adapters::size::are_large,
    parameters::groups::{economics, market, CLASS_SHARES},
};
use aitbc_primitives::pots::SpendingPot;
use frame_support::traits::fungible::{Inspect, Mutate};
use pallet_gpu_staking::types::{PoolChange, PoolSpec, PriceRange};
use sp_runtime::{traits::Dispatchable, Permill};

fn parts(parts: u32) -> Perbill {
    Perbill::from_parts(parts)
}

fn is_large(call: RuntimeCall) -> bool {
    are_large(&[call])
}

/// The inflation for stakers is 2.5 %.
#[test]
fn numbers_are_large_if_they_change_by_more_than_half() {
    Chain::development().inspect(|| {
        for (rate, large) in [
            (25_000_000, false),
            (37_500_000, false),
            (37_500_001, true),
            (12_500_000, false),
            (12_499_999, true),
            (0, true),
        ] {
            assert_eq!(is_large(set_inflation(parts(rate))), large, "{rate}");
        }
        // Of what it is now, and not of the default.
        let now = economics::Parameters::StakingInflation(
            economics::StakingInflation,
            Some(parts(50_000_000)),
        );
        let now = RuntimeParameters::Economics(now);
        Parameters::set_parameter(RuntimeOrigin::root(), now).unwrap();
        assert!(is_large(set_inflation(parts(24_999_999))));
        assert!(!is_large(set_inflation(parts(25_000_000))));
        assert!(!is_large(set_inflation(parts(75_000_000))));
    });
}

/// Where there is nothing, anything is much.
#[test]
fn number_that_is_zero_changes_by_much() {
    Chain::development().inspect(|| {
        let zero = |rate| {
            let fee = market::Parameters::PlatformFee(market::PlatformFee, Some(parts(rate)));
            RuntimeParameters::Market(fee)
        };
        Parameters::set_parameter(RuntimeOrigin::root(), zero(0)).unwrap();
        for (rate, large) in [(0, false), (1, true)] {
            let call = pallet_parameters::Call::set_parameter { key_value: zero(rate) };
            assert_eq!(is_large(call.into()), large);
        }
    });
}

#[test]
fn each_rule_of_a_track_is_a_number() {
    Chain::development().inspect(|| {
        let now = governance::PolicyChangeTrack::get();
        let set = |change: &dyn Fn(&mut Track)| {
            let mut track = now;
            change(&mut track);
            is_large(set_governance((governance::PolicyChangeTrack, track)))
        };
        assert!(!set(&|_| {}));
        assert!(!set(&|track| track.needs_council = !track.needs_council));
        assert!(!set(&|track| track.quorum = parts(60_000_000)));
        assert!(set(&|track| track.quorum = parts(60_000_001)));
        assert!(set(&|track| track.delay *= 2));
        assert!(set(&|track| track.period = track.period / 2 - 1));
        assert!(set(&|track| track.enactment_delay *= 2));
        assert!(set(&|track| track.most_live *= 2));
    });
}

#[test]
fn switches_are_no_numbers_and_shares_are() {
    Chain::development().inspect(|| {
        assert!(!is_large(set_governance((governance::AdaptiveQuorum, false))));
        assert!(!is_large(set_governance((governance::Evaluation, false))));
        assert!(!is_large(set_governance((governance::ClassShares, None))));
        let mut shares = CLASS_SHARES;
        assert!(!is_large(set_governance((governance::ClassShares, Some(shares)))));
        shares.provider = Perbill::from_percent(31);
        assert!(is_large(set_governance((governance::ClassShares, Some(shares)))));
    });
}

/// Nobody says by how much: what was decided once is forgotten.
#[test]
fn back_to_the_default_counts_as_much_if_something_was_decided() {
    Chain::development().inspect(|| {
        let nothing = RuntimeParameters::Economics(economics::Parameters::StakingInflation(
            economics::StakingInflation,
            None,
        ));
        let call = || {
            let key_value = nothing.clone();
            pallet_parameters::Call::<Runtime>::set_parameter { key_value }.into()
        };
        assert!(!is_large(call()));
        set_inflation(parts(25_000_001)).dispatch(RuntimeOrigin::root()).unwrap();
        assert!(is_large(call()));
    });
}

#[test]
fn rules_of_pools_are_numbers() {
    Chain::development().inspect(|| {
        let pool = pallet_gpu_staking::Pools::<Runtime>::get(0).unwrap().spec;
        let change =
            |change| is_large(pallet_gpu_staking::Call::update_pool { pool: 0, change }.into());
        assert!(!change(PoolChange::Rate(pool.rate * 3 / 2)));
        assert!(change(PoolChange::Rate(pool.rate * 3 / 2 + 1)));
        assert!(!change(PoolChange::PerUnit(pool.per_unit / 2)));
        assert!(change(PoolChange::PerUnit(pool.per_unit / 2 - 1)));
        assert!(!change(PoolChange::Price(pool.price)));
        assert!(change(PoolChange::Price(PriceRange { max: pool.price.max * 2, ..pool.price })));
        assert!(change(PoolChange::MatchRatio(Permill::from_parts(
            pool.match_ratio.deconstruct() / 2 - 1
        ))));
        assert!(!change(PoolChange::Audit(None)));
        // Of a pool that is not there nothing changes.
        let unknown = pallet_gpu_staking::Call::update_pool {
            pool: 77,
            change: PoolChange::Rate(Balance::MAX),
        };
        assert!(!is_large(unknown.into()));
    });
}

/// All calls together, out of each pot by itself.
#[test]
fn more_than_one_percent_of_a_pot_is_large() {
    Chain::development().inspect(|| {
        let percent = |pot: SpendingPot| Balances::total_balance(&pots::account(pot.pot())) / 100;
        for pot in SpendingPot::ALL {
            Balances::mint_into(&pots::account(pot.pot()), 1_000 * AITBC).unwrap();
        }
        let fund = |pot: SpendingPot, amount| -> RuntimeCall {
            pallet_gpu_staking::Call::fund_from { pot, pool: 0, amount }.into()
        };
        for pot in SpendingPot::ALL {
            let most = percent(pot);
            assert!(!is_large(fund(pot, most)));
            assert!(is_large(fund(pot, most + 1)));
            assert!(!are_large(&[fund(pot, most / 2), fund(pot, most / 2)]));
            assert!(are_large(&[fund(pot, most / 2), fund(pot, most / 2 + 2)]));
        }
        let [treasury, ecosystem, _] = SpendingPot::ALL;
        let calls = [treasury, ecosystem].map(|pot| fund(pot, percent(pot)));
        assert!(!are_large(&calls));
    });
}

#[test]
fn bootstrap_is_asked_for_out_of_the_pot_of_rewards() {
    Chain::development().inspect(|| {
        let most = Balances::total_balance(&pots::account(pots::GPU_REWARDS)) / 100;
        let update = |bootstrap| -> RuntimeCall {
            let change = PoolChange::Bootstrap(bootstrap);
            pallet_gpu_staking::Call::update_pool { pool: 0, change }.into()
        };
        assert!(!is_large(update(most)) && is_large(update(most + 1)));
        let spec = pallet_gpu_staking::Pools::<Runtime>::get(0).unwrap().spec;
        let create = |bootstrap| -> RuntimeCall {
            let spec = PoolSpec { bootstrap, ..spec.clone() };
            pallet_gpu_staking::Call::create_pool { spec }.into()
        };
        assert!(!is_large(create(most)) && is_large(create(most + 1)));
        assert!(are_large(&[create(most), update(1)]));
    });
}
