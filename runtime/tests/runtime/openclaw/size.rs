//! Which calls are for much, on both sides of each bound.

use super::*;
use aitbc_primitives::{
    pots::SpendingPot,
    time::{DAY, HOUR},
};
use aitbc_runtime::{adapters::size::are_large, parameters::groups::economics};
use pallet_gpu_staking::types::{PoolChange, PoolSpec, PriceRange};
use sp_runtime::Permill;

fn update_pool(change: PoolChange) -> RuntimeCall {
    pallet_gpu_staking::Call::update_pool { pool: 0, change }.into()
}

/// Whether setting a parameter of governance is for much.
fn is_large(value: impl Into<governance::Parameters>) -> bool {
    are_large(&[set_governance(value)])
}

/// Sets a parameter of governance.
fn set(value: impl Into<governance::Parameters>) {
    let value = RuntimeParameters::Governance(value.into());
    Parameters::set_parameter(RuntimeOrigin::root(), value).unwrap();
}

/// By a parameter of each kind.
#[test]
fn number_that_changes_by_more_than_half_is_much() {
    let percent = Perbill::from_percent;
    Chain::of_preset(presets::MAINNET).inspect(|| {
        for (parts, wanted) in
            [(10_000_000, false), (9_999_999, true), (30_000_000, false), (30_000_001, true)]
        {
            assert_eq!(is_large((governance::HookShare, Perbill::from_parts(parts))), wanted);
        }
        for (bond, wanted) in [
            (500 * AITBC, false),
            (500 * AITBC - 1, true),
            (1_500 * AITBC, false),
            (1_500 * AITBC + 1, true),
            (Balance::MAX, true),
            (0, true),
        ] {
            assert_eq!(is_large((governance::ProposalBond, bond)), wanted);
        }
        for (time, wanted) in [(DAY, false), (DAY - 1, true), (3 * DAY, false), (3 * DAY + 1, true)]
        {
            assert_eq!(is_large((governance::ChallengeWindow, time)), wanted);
        }
        for (blocks, wanted) in [(151_200, false), (151_199, true)] {
            assert_eq!(is_large((governance::CouncilMotionDuration, blocks)), wanted);
        }
        // What has no numbers.
        assert!(!is_large((governance::AdaptiveQuorum, false)));
        assert!(!is_large((governance::ClassShares, None)));
        // One of several.
        let track = governance::EmergencyTrack::get();
        let with = |quorum, delay, enactment_delay| {
            let track = Track { quorum, delay, enactment_delay, ..track };
            is_large((governance::EmergencyTrack, track))
        };
        assert!(!with(percent(15), 0, 6 * HOUR));
        assert!(with(percent(15), 0, 6 * HOUR + 1));
        assert!(with(percent(16), 0, 6 * HOUR));
        assert!(with(percent(15), 1, 6 * HOUR));
    });
}

#[test]
fn change_is_measured_by_what_holds_now() {
    let percent = Perbill::from_percent;
    Chain::of_preset(presets::MAINNET).inspect(|| {
        assert!(is_large((governance::HookShare, percent(4))));
        set((governance::HookShare, percent(4)));
        assert!(!is_large((governance::HookShare, percent(4))));
        // Anything is much where there was nothing.
        set((governance::HookShare, percent(0)));
        assert!(is_large((governance::HookShare, Perbill::from_parts(1))));
        assert!(!is_large((governance::HookShare, percent(0))));
        assert_eq!(governance::HookShare::get(), percent(0));
    });
}

#[test]
fn one_large_call_among_others_is_enough() {
    Chain::development().inspect(|| {
        let now = economics::StakingInflation::get().deconstruct();
        let inflation = |parts| set_inflation(Perbill::from_parts(parts));
        let small = || vec![set_policy(b"conduct"), inflation(now / 2), inflation(now)];
        assert!(!are_large(&small()));
        let large = [small(), vec![inflation(now / 2 - 1)]].concat();
        assert!(are_large(&large));
        assert!(!are_large(&[]));
    });
}

#[test]
fn rules_of_a_pool_that_change_by_more_than_half_are_much() {
    let mut chain = Chain::development();
    let spec = chain.inspect(|| pallet_gpu_staking::Pools::<Runtime>::get(0).unwrap().spec);
    let price = |min, max| PoolChange::Price(PriceRange { min, max });
    let (min, max) = (spec.price.min, spec.price.max);
    let ratio = spec.match_ratio.deconstruct();
    let more = |of: Balance| of + of / 2;
    chain.inspect(|| {
        for (change, large) in [
            (PoolChange::Rate(spec.rate.div_ceil(2)), false),
            (PoolChange::Rate(spec.rate.div_ceil(2) - 1), true),
            (PoolChange::Rate(more(spec.rate)), false),
            (PoolChange::Rate(more(spec.rate) + 1), true),
            (PoolChange::MatchRatio(Permill::from_parts(ratio.div_ceil(2))), false),
            (PoolChange::MatchRatio(Permill::from_parts(ratio.div_ceil(2) - 1)), true),
            (price(min, max), false),
            (price(more(min) + 1, max), true),
            (price(min, more(max) + 1), true),
            (PoolChange::PerUnit(more(spec.per_unit)), false),
            (PoolChange::PerUnit(more(spec.per_unit) + 1), true),
            (PoolChange::Audit(None), false),
        ] {
            let call = update_pool(change);
            assert_eq!(are_large(core::slice::from_ref(&call)), large, "{call:?}");
        }
        let unknown = pallet_gpu_staking::Call::update_pool { pool: 99, change: price(1, 1) };
        assert!(!are_large(&[unknown.into()]));
    });
}

#[test]
fn more_than_one_percent_of_a_pot_is_much() {
    let mut chain = Chain::development();
    let ask = |pot, amount| -> RuntimeCall {
        pallet_gpu_staking::Call::fund_from { pot, pool: 0, amount }.into()
    };
    let mut percents = vec![];
    for pot in SpendingPot::ALL {
        let percent = chain.balance(&pots::account(pot.pot())) / 100;
        assert!(percent > 2, "{pot:?}");
        percents.push(percent);
        chain.inspect(|| {
            assert!(!are_large(&[ask(pot, percent)]));
            assert!(are_large(&[ask(pot, percent + 1)]));
            // All of them together.
            assert!(!are_large(&[ask(pot, percent - 1), ask(pot, 1)]));
            assert!(are_large(&[ask(pot, percent), ask(pot, 1)]));
        });
    }
    // Each pot by itself.
    let all: Vec<_> =
        SpendingPot::ALL.into_iter().zip(percents).map(|(pot, amount)| ask(pot, amount)).collect();
    chain.inspect(|| assert!(!are_large(&all)));
}

/// It comes out of the pot of rewards.
#[test]
fn bootstrap_of_more_than_one_percent_of_rewards_is_much() {
    let mut chain = Chain::development();
    let percent = chain.balance(&pots::account(pots::GPU_REWARDS)) / 100;
    assert!(percent > 1);
    let create = |bootstrap| -> RuntimeCall {
        let spec = PoolSpec {
            name: b"another".to_vec().try_into().unwrap(),
            unit: b"a unit".to_vec().try_into().unwrap(),
            rate: AITBC / 1_000,
            match_ratio: Permill::from_percent(50),
            bootstrap,
            price: PriceRange { min: 1, max: AITBC },
            per_unit: 10 * AITBC,
            audit: None,
        };
        pallet_gpu_staking::Call::create_pool { spec }.into()
    };
    let grant = |bootstrap| update_pool(PoolChange::Bootstrap(bootstrap));
    chain.inspect(|| {
        assert!(!are_large(&[create(percent)]) && !are_large(&[grant(percent)]));
        assert!(are_large(&[create(percent + 1)]) && are_large(&[grant(percent + 1)]));
        assert!(are_large(&[create(percent), grant(1)]));
    });
}

/// A proposal keeps what it was when it was made, whatever becomes of the parameter.
#[test]
fn size_is_that_of_the_creation() {
    let mut world = world();
    let size = |world: &mut World, id| world.look(|| OpenClaw::evaluation(id).unwrap().size);
    let to = |percent| set_inflation(Perbill::from_percent(percent));
    let small = world.propose(ProposalKind::ParameterChange, vec![to(3)]).unwrap();
    let large = world.propose(ProposalKind::ParameterChange, vec![to(1)]).unwrap();
    assert_eq!((size(&mut world, small), size(&mut world, large)), (0, -32));
    world.look(|| {
        let value = economics::Parameters::StakingInflation(
            economics::StakingInflation,
            Some(Perbill::from_percent(1)),
        );
        let value = RuntimeParameters::Economics(value);
        Parameters::set_parameter(RuntimeOrigin::root(), value).unwrap();
    });
    assert_eq!((size(&mut world, small), size(&mut world, large)), (0, -32));
}

#[test]
fn shares_of_classes_are_numbers() {
    use aitbc_runtime::parameters::groups::CLASS_SHARES;

    Chain::development().inspect(|| {
        let mut shares = CLASS_SHARES;
        for (provider, large) in [(20, false), (30, false), (31, true), (9, true)] {
            shares.provider = Perbill::from_percent(provider);
            assert_eq!(is_large((governance::ClassShares, Some(shares))), large);
        }
    });
}

/// Nobody says by how much if what was decided is forgotten.
#[test]
fn back_to_the_default_is_much_if_something_was_decided() {
    Chain::development().inspect(|| {
        let forget = || {
            let key_value = RuntimeParameters::Governance(governance::Parameters::HookShare(
                governance::HookShare,
                None,
            ));
            pallet_parameters::Call::<Runtime>::set_parameter { key_value }.into()
        };
        assert!(!are_large(&[forget()]));
        set((governance::HookShare, Perbill::from_percent(2)));
        assert!(are_large(&[forget()]));
    });
}
