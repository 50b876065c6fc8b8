use super::chain::Chain;
use crate::{
    genesis::{allocation::*, networks::Network, preset, preset_names},
    *,
};
use aitbc_primitives::{
    pots, presets,
    reputation::{Domain, REP},
    token::{AITBC, EXISTENTIAL_DEPOSIT, GENESIS_ISSUANCE},
};
use frame_support::traits::fungible::{Inspect, InspectHold};
use sp_keyring::Sr25519Keyring;

/// Adds up who holds what, role by role, and compares the state with the sum.
fn check(name: &str, validators: Balance, well_known: Balance, faucet: Balance) {
    let network = Network::named(name).unwrap();
    let mut chain = Chain::of_preset(name);
    assert_eq!(chain.issuance(), GENESIS_ISSUANCE);

    let pot = |id| pots::account(id);
    let carved_out = validators * (VALIDATOR_BOND + VALIDATOR_FLOAT)
        + 5 * COUNCIL_FLOAT
        + well_known * WELL_KNOWN_FLOAT
        + faucet * FAUCET;
    assert_eq!(
        chain.balance(&pot(pots::TREASURY)),
        400_000_000 * AITBC - 2 * EXISTENTIAL_DEPOSIT
    );
    assert_eq!(chain.balance(&pot(pots::WORK)), EXISTENTIAL_DEPOSIT);
    assert_eq!(chain.balance(&pot(pots::SALARY)), EXISTENTIAL_DEPOSIT);
    assert_eq!(
        chain.balance(&pot(pots::ECOSYSTEM)),
        250_000_000 * AITBC - carved_out
    );
    assert_eq!(chain.balance(&pot(pots::DEVELOPMENT)), 200_000_000 * AITBC);

    let contributors: Balance = network
        .contributors
        .iter()
        .map(|who| chain.balance(who))
        .sum();
    assert_eq!(contributors, 100_000_000 * AITBC);
    assert_eq!(chain.balance(&network.liquidity), 50_000_000 * AITBC);

    // What is left belongs to validators, council, well-known accounts and the faucet.
    let pots_hold: Balance = pots::ALL
        .into_iter()
        .map(|id| chain.balance(&pot(id)))
        .sum();
    assert_eq!(
        GENESIS_ISSUANCE - pots_hold - contributors - 50_000_000 * AITBC,
        carved_out
    );

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
        assert_eq!(
            pallet_session::Validators::<Runtime>::get().len() as Balance,
            validators
        );
        assert_eq!(
            Availability::schedule().producers.len() as Balance,
            validators
        );
        for domain in [Domain::Block, Domain::Governance] {
            assert_eq!(Reputation::issuance(domain), 20_000_000 * REP);
        }
        for validator in &network.validators {
            let of = |domain| Reputation::reputation(domain, validator.account.clone());
            let part = 20_000_000 * REP / validators;
            assert_eq!(of(Domain::Block).encumbered, part);
            assert_eq!(of(Domain::Governance).free, part);
        }
        assert_eq!(Grandpa::grandpa_authorities().len() as Balance, validators);
        assert_eq!(
            pallet_network::SlotDuration::<Runtime>::get(),
            network.slot_duration
        );
    });
    chain.blocks(3);
}

#[test]
fn development_adds_up() {
    check(presets::DEVELOPMENT, 1, 6, 1);
}

#[test]
fn e2e_adds_up() {
    check(presets::E2E, 1, 6, 1);
}

#[test]
fn local_testnet_adds_up() {
    check(presets::LOCAL_TESTNET, 4, 6, 1);
}

#[test]
fn testnet_adds_up() {
    check(presets::TESTNET, 4, 0, 1);
}

#[test]
fn mainnet_adds_up() {
    check(presets::MAINNET, 4, 0, 0);
}

#[test]
fn every_preset_is_listed_and_builds() {
    assert_eq!(preset_names().len(), presets::ALL.len());
    for name in preset_names() {
        assert!(preset(&name).is_some(), "{name:?}");
    }
    assert!(preset(&"nonsense".into()).is_none());
}

#[test]
fn mainnet_knows_no_published_key() {
    let mainnet = String::from_utf8(preset(&presets::MAINNET.into()).unwrap()).unwrap();
    for key in Sr25519Keyring::iter() {
        let address = key.to_account_id().to_string();
        assert!(
            !mainnet.contains(&address),
            "{key:?} stands in the mainnet preset"
        );
    }
}

#[test]
fn unknown_parameter_in_a_preset_is_refused() {
    let json = r#"{ "sessionLenght": 20 }"#;
    let error = serde_json::from_str::<parameters::GenesisParameters>(json).unwrap_err();
    assert!(
        error.to_string().contains("unknown field `sessionLenght`"),
        "{error}"
    );
}
