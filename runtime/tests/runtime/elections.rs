//! Elections go on whoever stands for them, and elect nobody who could not make blocks.

use super::{
    chain::Chain,
    session::{bond_and_validate, keys_of, validators},
};
use aitbc_primitives::{presets, token::AITBC};
use aitbc_runtime::{
    adapters::{
        elections::{Error, KeyedElection},
        validators::can_rest_on,
    },
    limits::{RuntimeBlockWeights, MAX_ELECTABLE_TARGETS, MAX_ELECTING_VOTERS},
    weights, *,
};
use frame_election_provider_support::ElectionProvider;
use frame_support::traits::fungible::Mutate;
use pallet_staking::{RewardDestination, WeightInfo as _};
use sp_keyring::{
    Ed25519Keyring,
    Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve},
};
use std::collections::BTreeSet;

/// Seats of the networks here: as many as leave sessions as short as they are.
const SEATS: u32 = 7;

/// Four validators, of whom a network of four must keep so many.
fn network(minimum: u32) -> Chain {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.blocks(1);
    chain.inspect(|| {
        pallet_staking::ValidatorCount::<Runtime>::put(SEATS);
        pallet_staking::MinimumValidatorCount::<Runtime>::put(minimum);
    });
    chain
}

fn active_era(chain: &mut Chain) -> u32 {
    chain.inspect(|| pallet_staking::ActiveEra::<Runtime>::get().unwrap().index)
}

/// Makes blocks until the next era begins; panics when none does.
fn next_era(chain: &mut Chain) {
    let era = active_era(chain);
    for _ in 0..2 * 180 {
        chain.blocks(1);
        if active_era(chain) > era {
            return;
        }
    }
    panic!("no era ended");
}

/// Somebody with so much, all of it bonded.
fn bonded(chain: &mut Chain, name: &str, index: u32, bond: Balance) -> AccountId {
    let who = AccountId::new(sp_io::hashing::blake2_256(format!("{name} {index}").as_bytes()));
    chain.inspect(|| {
        Balances::mint_into(&who, bond + 1_000 * AITBC).unwrap();
        let origin = RuntimeOrigin::signed(who.clone());
        Staking::bond(origin, bond, RewardDestination::Staked).unwrap();
    });
    who
}

/// A candidate, with or without session keys.
fn candidate(chain: &mut Chain, index: u32, bond: Balance, keyed: bool) -> AccountId {
    let who = bonded(chain, "candidate", index, bond);
    let (keys, proof) = keys_of(&who);
    chain.inspect(|| {
        let origin = || RuntimeOrigin::signed(who.clone());
        Staking::validate(origin(), Default::default()).unwrap();
        if keyed {
            Session::set_keys(origin(), keys, proof).unwrap();
        }
    });
    who
}

fn set_keys(chain: &mut Chain, who: Sr25519Keyring) {
    let (keys, proof) = keys_of(&who.to_account_id());
    chain.call(who, pallet_session::Call::set_keys { keys, proof }).unwrap();
}

fn chill(chain: &mut Chain, who: Sr25519Keyring) {
    chain.call(who, pallet_staking::Call::chill {}).unwrap();
}

/// Those whom pallet-staking takes for the validators of this era.
fn exposed(chain: &mut Chain) -> BTreeSet<AccountId> {
    let era = active_era(chain);
    chain.inspect(|| pallet_staking::ErasStakersOverview::<Runtime>::iter_key_prefix(era).collect())
}

/// The validators, who must be the same for sessions and for staking.
fn set(chain: &mut Chain) -> BTreeSet<AccountId> {
    let set: BTreeSet<_> = validators(chain).into_iter().collect();
    assert_eq!(set, exposed(chain));
    set
}

fn accounts<const N: usize>(who: [Sr25519Keyring; N]) -> BTreeSet<AccountId> {
    who.map(|who| who.to_account_id()).into()
}

#[test]
fn many_candidates_do_not_stop_eras() {
    let mut chain = network(3);
    let candidates: Vec<_> = (0..596)
        .map(|index| candidate(&mut chain, index, (2_000 + 2 * Balance::from(index)) * AITBC, true))
        .collect();
    assert_eq!(chain.inspect(pallet_staking::Validators::<Runtime>::count), 600);
    for era in 1..=2 {
        next_era(&mut chain);
        assert_eq!(active_era(&mut chain), era);
    }
    // Who has most at stake has the seats.
    let wanted: BTreeSet<_> = candidates.into_iter().skip(596 - 3).collect();
    let founders = accounts([Alice, Bob, Charlie, Dave]);
    assert_eq!(set(&mut chain), wanted.union(&founders).cloned().collect());
}

#[test]
fn candidates_without_keys_do_not_freeze_the_set() {
    for number in [3, 10, 100] {
        let mut chain = network(3);
        for index in 0..number {
            candidate(&mut chain, index, 2_000_000 * AITBC, false);
        }
        bond_and_validate(&mut chain, Eve);
        set_keys(&mut chain, Eve);
        next_era(&mut chain);
        let all = accounts([Alice, Bob, Charlie, Dave, Eve]);
        assert_eq!(set(&mut chain), all, "{number}");
    }
}

#[test]
fn more_candidates_without_keys_than_are_looked_at_do_not_stop_eras() {
    let mut chain = network(3);
    for index in 0..600 {
        candidate(&mut chain, index, 2_000_000 * AITBC, false);
    }
    bond_and_validate(&mut chain, Eve);
    set_keys(&mut chain, Eve);
    next_era(&mut chain);
    assert!(set(&mut chain).contains(&Eve.to_account_id()));
}

#[test]
fn leaver_leaves_though_candidates_without_keys_come() {
    let mut chain = network(3);
    for index in 0..10 {
        candidate(&mut chain, index, 2_000_000 * AITBC, false);
    }
    chill(&mut chain, Dave);
    next_era(&mut chain);
    assert_eq!(set(&mut chain), accounts([Alice, Bob, Charlie]));
    let voters = chain.inspect(Grandpa::grandpa_authorities);
    let his = Ed25519Keyring::Dave.public().into();
    assert_eq!(voters.len(), 3);
    assert!(!voters.iter().any(|(id, _)| *id == his));
}

#[test]
fn validator_without_keys_leaves_the_set() {
    let mut chain = network(3);
    chain.call(Dave, pallet_session::Call::purge_keys {}).unwrap();
    // Its keys are gone two sessions later, and so is it, long before the era ends.
    chain.run_to_session(2);
    let left = accounts([Alice, Bob, Charlie]);
    assert_eq!(validators(&mut chain).into_iter().collect::<BTreeSet<_>>(), left);
    // It still is a candidate, but is not elected.
    next_era(&mut chain);
    assert_eq!(set(&mut chain), left);
    assert!(
        chain.inspect(|| pallet_staking::Validators::<Runtime>::contains_key(Dave.to_account_id()))
    );

    set_keys(&mut chain, Dave);
    next_era(&mut chain);
    assert!(set(&mut chain).contains(&Dave.to_account_id()));
}

#[test]
fn too_few_winners_keep_the_old_set_and_end_no_era() {
    let mut chain = network(3);
    chill(&mut chain, Charlie);
    chill(&mut chain, Dave);
    let all = set(&mut chain);
    let failed = RuntimeEvent::from(pallet_staking::Event::<Runtime>::StakingElectionFailed);
    // The election for the next era takes place when the last session of this one begins.
    chain.run_to_session(5);
    assert!(chain.events().contains(&failed));
    chain.run_to_session(9);
    assert!(chain.events().contains(&failed));
    assert_eq!(active_era(&mut chain), 0);
    assert_eq!(set(&mut chain), all);
    assert_eq!(chain.inspect(|| KeyedElection::elect(0).err()), Some(Error::TooFew(2)));

    // Three are enough, and come into force one session after they are elected.
    let prefs = Default::default();
    chain.call(Charlie, pallet_staking::Call::validate { prefs }).unwrap();
    chain.run_to_session(11);
    assert_eq!(active_era(&mut chain), 1);
    assert_eq!(set(&mut chain), accounts([Alice, Bob, Charlie]));
}

#[test]
fn network_rests_on_the_minimum_and_on_more_than_a_third_of_those_who_are_there() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    let mut holds = |minimum: u32, present: u32, validators: usize| {
        chain.inspect(|| {
            pallet_staking::MinimumValidatorCount::<Runtime>::put(minimum);
            let present = vec![Alice.to_account_id(); present as usize];
            pallet_session::Validators::<Runtime>::put(present);
            can_rest_on(validators)
        })
    };
    for (minimum, present, enough) in [(0, 0, 1), (3, 4, 3), (1, 3, 2), (1, 4, 2), (7, 30, 11)] {
        assert!(holds(minimum, present, enough), "{minimum} {present}");
        assert!(!holds(minimum, present, enough - 1), "{minimum} {present}");
    }
    chain.inspect(|| {
        pallet_session::Validators::<Runtime>::put(
            [Alice, Bob, Charlie, Dave].map(|who| who.to_account_id()).to_vec(),
        )
    });
}

/// More nominators than an election looks at, who name only a candidate that cannot be elected: they
/// vote for nobody and stop nothing.
#[test]
fn nominators_of_candidates_without_keys_do_not_stop_eras() {
    let mut chain = network(3);
    let keyless = candidate(&mut chain, 0, 2_000 * AITBC, false);
    let beyond = 10;
    for index in 0..MAX_ELECTING_VOTERS + beyond {
        let who = bonded(&mut chain, "nominator", index, 2_000 * AITBC);
        let targets = vec![keyless.clone().into()];
        chain.inspect(|| Staking::nominate(RuntimeOrigin::signed(who), targets).unwrap());
    }
    next_era(&mut chain);
    assert_eq!(set(&mut chain), accounts([Alice, Bob, Charlie, Dave]));
    let era = active_era(&mut chain);
    let staked = chain.inspect(|| pallet_staking::ErasTotalStake::<Runtime>::get(era));
    let founders = 4 * genesis::allocation::VALIDATOR_BOND;
    assert!(staked.abs_diff(founders) < AITBC, "{staked}");
}

/// Whoever fills a list that is bounded shuts everybody else out.
#[test]
fn candidates_and_nominators_are_not_counted() {
    for preset in presets::ALL {
        Chain::of_preset(preset).inspect(|| {
            assert_eq!(pallet_staking::MaxValidatorsCount::<Runtime>::get(), None);
            assert_eq!(pallet_staking::MaxNominatorsCount::<Runtime>::get(), None);
        });
    }
}

/// A nominator that votes for itself alone looks like a candidate, and is none.
#[test]
fn nominator_of_itself_is_not_elected() {
    let mut chain = network(3);
    let who = bonded(&mut chain, "nominator", 0, 2_000_000 * AITBC);
    let (keys, proof) = keys_of(&who);
    let origin = || RuntimeOrigin::signed(who.clone());
    chain.inspect(|| {
        Session::set_keys(origin(), keys, proof).unwrap();
        Staking::nominate(origin(), vec![who.clone().into()]).unwrap();
    });
    next_era(&mut chain);
    assert_eq!(set(&mut chain), accounts([Alice, Bob, Charlie, Dave]));
}

#[test]
fn largest_election_fits_into_half_of_a_block() {
    let nominators = MAX_ELECTING_VOTERS - MAX_ELECTABLE_TARGETS;
    let voters = weights::pallet_staking::WeightInfo::<Runtime>::get_npos_voters(
        MAX_ELECTABLE_TARGETS,
        nominators,
    );
    let election = weights::elections::WeightInfo::<Runtime>::elect().saturating_add(voters);
    let block = RuntimeBlockWeights::get().max_block;
    assert!(election.ref_time() <= block.ref_time() / 2, "{election:?} of {block:?}");
}
