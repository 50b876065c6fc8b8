//! The networks that share this runtime.

use crate::{configs::governance::COUNCIL_SEATS, parameters::GenesisParameters, SessionKeys};
use aitbc_primitives::{
    presets,
    time::{self, SECOND},
    token::AITBC,
    AccountId, Balance, Moment,
};
use alloc::{format, string::String, vec, vec::Vec};
use sp_core::{ed25519, sr25519};
use sp_io::hashing::blake2_256;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// A validator of genesis.
#[derive(Clone)]
pub struct Validator {
    /// Bonds the stake and is paid.
    pub account: AccountId,
    /// Sign on its behalf.
    pub keys: SessionKeys,
}

/// What a preset is made of.
#[derive(Clone)]
pub struct Network {
    /// Duration of a slot in milliseconds, for the life of the chain.
    pub slot_duration: Moment,
    /// Parameters that differ from mainnet's.
    pub parameters: GenesisParameters,
    /// Who produces the first blocks.
    pub validators: Vec<Validator>,
    /// How many validators elections look for.
    pub validator_count: u32,
    /// The least a nominator may bond.
    pub min_nominator_bond: Balance,
    /// The least a validator may bond.
    pub min_validator_bond: Balance,
    /// The first council.
    pub council: [AccountId; COUNCIL_SEATS as usize],
    /// Early contributors, who share a tenth of all tokens evenly.
    pub contributors: Vec<AccountId>,
    /// Provides liquidity.
    pub liquidity: AccountId,
    /// Gives tokens to testers.
    pub faucet: Option<AccountId>,
    /// Accounts with published keys.
    pub well_known: Vec<AccountId>,
}

impl Network {
    /// The network of a preset.
    pub fn named(preset: &str) -> Option<Self> {
        match preset {
            presets::DEVELOPMENT => Some(development()),
            presets::E2E => Some(e2e()),
            presets::LOCAL_TESTNET => Some(local_testnet()),
            presets::TESTNET => Some(testnet()),
            presets::MAINNET => Some(mainnet()),
            _ => None,
        }
    }
}

/// One validator and a rhythm of minutes, for a single machine.
fn development() -> Network {
    use Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two};

    Network {
        slot_duration: time::SLOT_DURATION,
        parameters: GenesisParameters {
            session_length: Some(30),
            sessions_per_era: Some(6),
            bonding_duration: Some(3),
            slash_defer_duration: Some(1),
            council_motion_duration: Some(150),
            safe_mode_duration: Some(150),
        },
        validators: vec![well_known_validator(Alice, Ed25519Keyring::Alice)],
        validator_count: 16,
        min_nominator_bond: 10 * AITBC,
        min_validator_bond: 1_000 * AITBC,
        council: [Alice, Bob, Charlie, Dave, Eve].map(|key| key.to_account_id()),
        contributors: vec![One.to_account_id(), Two.to_account_id()],
        liquidity: Sr25519Keyring::FerdieStash.to_account_id(),
        faucet: Some(Sr25519Keyring::AliceStash.to_account_id()),
        well_known: [Alice, Bob, Charlie, Dave, Eve, Ferdie]
            .map(|key| key.to_account_id())
            .to_vec(),
    }
}

/// The fastest rhythm that tests on slow machines can bear.
fn e2e() -> Network {
    Network {
        slot_duration: SECOND,
        parameters: GenesisParameters {
            session_length: Some(20),
            sessions_per_era: Some(3),
            bonding_duration: Some(2),
            slash_defer_duration: Some(1),
            council_motion_duration: Some(100),
            safe_mode_duration: Some(100),
        },
        ..development()
    }
}

/// The development network with four validators.
fn local_testnet() -> Network {
    Network {
        validators: four_well_known_validators(),
        ..development()
    }
}

/// Mainnet's economy with eras of six hours and a faucet. Its first validators have published keys,
/// so whoever launches it publicly replaces them first.
fn testnet() -> Network {
    Network {
        slot_duration: time::SLOT_DURATION,
        parameters: GenesisParameters {
            sessions_per_era: Some(36),
            bonding_duration: Some(28),
            ..Default::default()
        },
        validators: four_well_known_validators(),
        validator_count: 50,
        min_nominator_bond: 100 * AITBC,
        min_validator_bond: 10_000 * AITBC,
        well_known: vec![],
        ..development()
    }
}

/// Mainnet. Nobody has the keys of these accounts: they hold the places of those that the launch
/// ceremony writes into the chain specification.
fn mainnet() -> Network {
    let place = |role: &str, number: u32| placeholder(presets::MAINNET, role, number).1;
    let account = |role: &str, number: u32| AccountId::new(place(role, number));

    Network {
        slot_duration: time::SLOT_DURATION,
        parameters: GenesisParameters::default(),
        validators: (1..=4)
            .map(|number| {
                let key = |duty: &str| sr25519::Public::from_raw(place(duty, number));
                Validator {
                    account: account("validator", number),
                    keys: SessionKeys {
                        aura: key("aura").into(),
                        grandpa: ed25519::Public::from_raw(place("grandpa", number)).into(),
                        authority_discovery: key("authority discovery").into(),
                        pool_vote: key("pool vote").into(),
                    },
                }
            })
            .collect(),
        validator_count: 50,
        min_nominator_bond: 100 * AITBC,
        min_validator_bond: 10_000 * AITBC,
        council: [1, 2, 3, 4, 5].map(|number| account("council", number)),
        contributors: vec![account("contributors", 1)],
        liquidity: account("liquidity", 1),
        faucet: None,
        well_known: vec![],
    }
}

/// What stands in for an account or a key until a network is launched, and its name. Nobody has the
/// secret behind a hash.
fn placeholder(network: &str, role: &str, number: u32) -> (String, [u8; 32]) {
    let name = format!("{network} {role} {number}");
    let place = blake2_256(format!("aitbc {name}").as_bytes());
    (name, place)
}

/// Every placeholder that a network may begin with, by name (`mainnet validator 1`), so that the
/// node can tell when one was left in a chain spec.
#[cfg(feature = "std")]
pub fn placeholders() -> Vec<(String, [u8; 32])> {
    const ROLES: [&str; 8] = [
        "validator",
        "aura",
        "grandpa",
        "authority discovery",
        "pool vote",
        "council",
        "contributors",
        "liquidity",
    ];
    const MOST_OF_A_ROLE: u32 = 16;

    [presets::MAINNET, presets::TESTNET]
        .into_iter()
        .flat_map(|network| ROLES.map(|role| (network, role)))
        .flat_map(|(network, role)| {
            (1..=MOST_OF_A_ROLE).map(move |number| placeholder(network, role, number))
        })
        .collect()
}

fn four_well_known_validators() -> Vec<Validator> {
    vec![
        well_known_validator(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
        well_known_validator(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
        well_known_validator(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
        well_known_validator(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
    ]
}

fn well_known_validator(sr25519: Sr25519Keyring, ed25519: Ed25519Keyring) -> Validator {
    Validator {
        account: sr25519.to_account_id(),
        keys: SessionKeys {
            aura: sr25519.public().into(),
            grandpa: ed25519.public().into(),
            authority_discovery: sr25519.public().into(),
            pool_vote: sr25519.public().into(),
        },
    }
}
