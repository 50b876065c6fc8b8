use super::chain::Chain;
use aitbc_primitives::{
    pots, presets,
    reputation::{Domain, REP},
    token::{AITBC, EXISTENTIAL_DEPOSIT, GENESIS_ISSUANCE},
};
use aitbc_runtime::{
    genesis::{
        allocation::*,
        networks::{placeholders, Network},
        preset, preset_names,
    },
    *,
};
use codec::Encode;
use frame_support::traits::fungible::{Inspect, InspectHold};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// Adds up who holds what, role by role, and compares the state with the sum.
fn check(name: &str, validators: Balance, well_known: Balance, faucet: Balance, pools: Balance) {
    let network = Network::named(name).unwrap();
    let mut chain = Chain::of_preset(name);
    assert_eq!(chain.issuance(), GENESIS_ISSUANCE);

    let pot = |id| pots::account(id);
    let carved_out = validators * (VALIDATOR_BOND + VALIDATOR_FLOAT)
        + 5 * COUNCIL_FLOAT
        + well_known * WELL_KNOWN_FLOAT
        + faucet * FAUCET
        + EXISTENTIAL_DEPOSIT
        + pools * 1_000 * AITBC;
    assert_eq!(chain.balance(&pot(pots::TREASURY)), 400_000_000 * AITBC - 2 * EXISTENTIAL_DEPOSIT);
    assert_eq!(chain.balance(&pot(pots::WORK)), EXISTENTIAL_DEPOSIT);
    assert_eq!(chain.balance(&pot(pots::SALARY)), EXISTENTIAL_DEPOSIT);
    let rewards = chain.balance(&pot(pots::GPU_REWARDS));
    assert_eq!(rewards, EXISTENTIAL_DEPOSIT + pools * 1_000 * AITBC);
    assert_eq!(chain.balance(&pot(pots::ECOSYSTEM)), 250_000_000 * AITBC - carved_out);
    assert_eq!(chain.balance(&pot(pots::DEVELOPMENT)), 200_000_000 * AITBC);

    let contributors: Balance = network.contributors.iter().map(|who| chain.balance(who)).sum();
    assert_eq!(contributors, 100_000_000 * AITBC);
    assert_eq!(chain.balance(&network.liquidity), 50_000_000 * AITBC);

    // What is left belongs to validators, council, well-known accounts and the faucet.
    let pots_hold: Balance = pots::ALL.into_iter().map(|id| chain.balance(&pot(id))).sum();
    let people_hold = GENESIS_ISSUANCE - pots_hold - contributors - 50_000_000 * AITBC;
    assert_eq!(people_hold, carved_out - rewards);

    chain.inspect(|| {
        for validator in &network.validators {
            let bonded = Balances::balance_on_hold(
                &pallet_staking::HoldReason::Staking.into(),
                &validator.account,
            );
            assert_eq!(bonded, VALIDATOR_BOND);
        }
        for contributor in &network.contributors {
            assert_eq!(
                Balances::reducible_balance(
                    contributor,
                    frame_support::traits::tokens::Preservation::Expendable,
                    frame_support::traits::tokens::Fortitude::Polite,
                ),
                CONTRIBUTOR_FLOAT
            );
        }
        assert_eq!(
            pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get().len(),
            5
        );
        assert_eq!(pallet_session::Validators::<Runtime>::get().len() as Balance, validators);
        assert_eq!(Availability::schedule().producers.len() as Balance, validators);
        for domain in [Domain::Block, Domain::Governance] {
            assert_eq!(Reputation::issuance(domain), 5_000_000 * REP);
        }
        for validator in &network.validators {
            let of = |domain| Reputation::reputation(domain, validator.account.clone());
            let part = 5_000_000 * REP / validators;
            assert_eq!(of(Domain::Block).encumbered, part);
            assert_eq!(of(Domain::Governance).free, part);
        }
        assert_eq!(Grandpa::grandpa_authorities().len() as Balance, validators);
        assert_eq!(pallet_chain_settings::SlotDuration::<Runtime>::get(), network.slot_duration);
    });
    if well_known == 0 {
        // Nobody has the keys of placeholders.
        chain.inspect(|| pallet_vrf_beacon::Required::<Runtime>::put(false));
    }
    chain.blocks(3);
}

#[test]
fn development_adds_up() {
    check(presets::DEVELOPMENT, 1, 6, 1, 1);
}

#[test]
fn e2e_adds_up() {
    check(presets::E2E, 1, 6, 1, 1);
}

#[test]
fn local_testnet_adds_up() {
    check(presets::LOCAL_TESTNET, 4, 6, 1, 1);
}

#[test]
fn testnet_adds_up() {
    check(presets::TESTNET, 10, 0, 1, 0);
}

#[test]
fn mainnet_adds_up() {
    check(presets::MAINNET, 10, 0, 0, 0);
}

#[test]
fn local_networks_begin_with_the_pool_of_the_scenarios() {
    for name in presets::ALL {
        let pools = Chain::of_preset(name).inspect(GpuStaking::gpu_pools);
        if [presets::TESTNET, presets::MAINNET].contains(&name) {
            assert!(pools.is_empty(), "{name}");
            continue;
        }
        let [pool] = pools.as_slice() else { panic!("{name} has {} pools", pools.len()) };
        assert_eq!((pool.id, pool.name.as_str(), pool.closed), (0, "standard", false));
        assert_eq!((pool.rate, pool.per_unit), (AITBC / 1_000, 10 * AITBC));
        assert_eq!((pool.min_price, pool.max_price), (AITBC / 1_000_000, AITBC));
        assert_eq!(pool.match_ratio, sp_runtime::Permill::from_percent(50));
        assert_eq!((pool.bootstrap_left, pool.funds, pool.owed), (1_000 * AITBC, 1_000 * AITBC, 0));
        assert_eq!(pool.audit, None);
    }
}

#[test]
fn every_preset_is_listed_and_builds() {
    assert_eq!(preset_names().len(), presets::ALL.len());
    for name in preset_names() {
        assert!(preset(&name).is_some(), "{name:?}");
    }
    assert!(preset(&"nonsense".into()).is_none());
}

/// The published development keys that stand anywhere in a preset, as an account or as a session key.
fn published_keys(name: &str) -> Vec<String> {
    let preset = String::from_utf8(preset(&name.into()).unwrap()).unwrap();
    let sr25519 = Sr25519Keyring::iter().map(|key| (format!("{key:?}"), key.to_account_id()));
    let ed25519 = Ed25519Keyring::iter().map(|key| (format!("{key:?}"), key.to_account_id()));
    let mut found: Vec<String> = sr25519
        .chain(ed25519)
        .filter(|(_, account)| preset.contains(&account.to_string()))
        .map(|(name, _)| name)
        .collect();
    found.dedup();
    found
}

#[test]
fn testnet_knows_no_published_key() {
    // The faucet's.
    assert_eq!(published_keys(presets::TESTNET), ["AliceStash"]);
}

#[test]
fn mainnet_knows_no_published_key() {
    assert!(published_keys(presets::MAINNET).is_empty());
    assert!(published_keys(presets::LOCAL_TESTNET).contains(&"Dave".into()));
}

#[test]
fn every_key_of_a_public_network_is_a_listed_placeholder() {
    let placeholders: Vec<[u8; 32]> = placeholders().into_iter().map(|(_, key)| key).collect();
    for name in [presets::TESTNET, presets::MAINNET] {
        let network = Network::named(name).unwrap();
        let accounts =
            network.council.iter().chain(&network.contributors).chain([&network.liquidity]);
        for account in accounts.chain(network.validators.iter().map(|one| &one.account)) {
            assert!(placeholders.contains(account.as_ref()), "{name}: {account}");
        }
        for validator in &network.validators {
            for key in validator.keys.encode().chunks(32) {
                assert!(placeholders.contains(&key.try_into().unwrap()), "{name}");
            }
        }
    }
}

/// The bonds with which newcomers get `wanted` seats at the first election after genesis, all together,
/// and rounded down by what outbids a genesis validator. `None`: they cannot.
///
/// Seats go to the largest bonds. Newcomers in free seats need the least bond. Who wants more must push
/// genesis validators out, so that each of the newcomers needs more than a genesis bond.
fn price_of_seats(network: &Network, wanted: u32) -> Option<Balance> {
    let genesis = network.validators.len() as u32;
    let free = network.validator_count - genesis;
    (wanted <= network.validator_count).then(|| {
        let bond = if wanted <= free { network.min_validator_bond } else { VALIDATOR_BOND };
        Balance::from(wanted) * bond
    })
}

/// What stopping and what taking finality costs once all seats are taken: GRANDPA stands when more than
/// a third of the heads are silent, and follows more than two thirds.
fn price_of_finality(network: &Network) -> (Balance, Balance) {
    let seats = network.validator_count;
    let tolerated = (seats - 1) / 3;
    let price = |heads| price_of_seats(network, heads).unwrap();
    (price(tolerated + 1), price(seats - tolerated))
}

#[test]
fn seats_of_public_networks_are_safety() {
    for name in [presets::TESTNET, presets::MAINNET] {
        let network = Network::named(name).unwrap();
        let genesis = network.validators.len() as u32;
        let free = network.validator_count - genesis;
        assert_eq!((genesis, free), (10, 4));
        // Newcomers in free seats are no third.
        assert!(3 * free < network.validator_count);
        assert_eq!(price_of_finality(&network), (5_000_000 * AITBC, 10_000_000 * AITBC));
        // A third of the genesis validators can be suspended, and eras go on.
        assert_eq!(network.minimum_validator_count, 7);
    }
}

#[test]
fn finality_of_local_networks_is_cheap() {
    for (name, price) in [
        // A sixth seat of sixteen is free.
        (presets::DEVELOPMENT, (6_000, 11_000)),
        (presets::LOCAL_TESTNET, (6_000, 11_000)),
    ] {
        let network = Network::named(name).unwrap();
        let price = (price.0 * AITBC, price.1 * AITBC);
        assert_eq!(price_of_finality(&network), price, "{name}");
    }
}

#[test]
fn faucet_cannot_stop_finality() {
    let testnet = Network::named(presets::TESTNET).unwrap();
    let (stopping, _) = price_of_finality(&testnet);
    assert!(FAUCET < stopping);
}

#[test]
fn unknown_parameter_in_a_preset_is_refused() {
    let json = r#"{ "sessionLenght": 20 }"#;
    let error = serde_json::from_str::<parameters::GenesisParameters>(json).unwrap_err();
    assert!(error.to_string().contains("unknown field `sessionLenght`"), "{error}");
}

/// Which parts of all tokens outside of pots count of whom, in parts of ten thousand: docs/governance.md tells
/// testers with whom they can meet a quorum.
#[test]
fn quorums_can_be_met_on_development_networks() {
    use aitbc_primitives::governance::polls::Polls;
    use Sr25519Keyring::*;

    for preset in [presets::DEVELOPMENT, presets::E2E] {
        let mut chain = Chain::of_preset(preset);
        let base = chain.inspect(<VotingPower as Polls<AccountId>>::base);
        assert_eq!(base, 161_051_000 * AITBC);
        let mut part = |who: &[Sr25519Keyring]| {
            let all: Balance = who.iter().map(|key| chain.balance(&key.to_account_id())).sum();
            all * 10_000 / base
        };
        for holder in [One, Two, FerdieStash] {
            assert_eq!(part(&[holder]), 3_104);
        }
        assert_eq!(part(&[AliceStash]), 248);
        assert_eq!(part(&[Alice, Bob, Charlie, Dave, Eve, Ferdie]), 437);
    }
}
