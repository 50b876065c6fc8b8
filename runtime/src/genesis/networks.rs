//! The networks that share this runtime.

use crate::{limits::COUNCIL_SEATS, parameters::GenesisParameters, SessionKeys};
use aitbc_primitives::{
    pots, presets,
    time::{self, SECOND},
    token::{AITBC, MICRO, MILLI},
    AccountId, Balance, Moment,
};
use alloc::{format, string::String, vec, vec::Vec};
use pallet_gpu_staking::types::{GenesisPool, PriceRange};
use sp_core::{ed25519, sr25519};
use sp_io::hashing::blake2_256;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::Permill;

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
    /// By what durations of governance are divided, for the life of the chain.
    pub tempo: u32,
    /// Parameters that differ from mainnet's.
    pub parameters: GenesisParameters,
    /// Who produces the first blocks.
    pub validators: Vec<Validator>,
    /// How many validators elections look for.
    pub validator_count: u32,
    /// With how few validators an election may end.
    pub minimum_validator_count: u32,
    /// The least a nominator may bond.
    pub min_nominator_bond: Balance,
    /// The least a validator may bond.
    pub min_validator_bond: Balance,
    /// The author of the first work contract.
    pub contract_author: AccountId,
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
    /// The first pools of GPUs.
    pub gpu_pools: Vec<GenesisPool>,
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
            #[cfg(feature = "runtime-benchmarks")]
            "benchmarks" => Some(benchmarks()),
            _ => None,
        }
    }
}

/// One validator and a rhythm of minutes, for a single machine.
fn development() -> Network {
    use Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two};

    Network {
        slot_duration: time::SLOT_DURATION,
        // Days are minutes.
        tempo: 1_440,
        parameters: GenesisParameters {
            session_length: Some(30),
            sessions_per_era: Some(6),
            bonding_duration: Some(3),
            slash_defer_duration: Some(1),
            council_motion_duration: Some(150),
            safe_mode_duration: Some(150),
            vote_pause_after: Some(0),
            ..Default::default()
        },
        validators: vec![well_known_validator(Alice, Ed25519Keyring::Alice)],
        validator_count: 16,
        minimum_validator_count: 1,
        min_nominator_bond: 10 * AITBC,
        min_validator_bond: 1_000 * AITBC,
        contract_author: Ferdie.to_account_id(),
        council: [Alice, Bob, Charlie, Dave, Eve].map(|key| key.to_account_id()),
        contributors: vec![One.to_account_id(), Two.to_account_id()],
        liquidity: Sr25519Keyring::FerdieStash.to_account_id(),
        faucet: Some(Sr25519Keyring::AliceStash.to_account_id()),
        well_known: [Alice, Bob, Charlie, Dave, Eve, Ferdie]
            .map(|key| key.to_account_id())
            .to_vec(),
        gpu_pools: vec![standard_pool()],
    }
}

/// A pool of GPUs in which half of the fees is matched, and a thousand tokens are paid without any.
fn standard_pool() -> GenesisPool {
    GenesisPool {
        name: "standard".into(),
        unit: "a GPU with 24 GB of memory".into(),
        rate: MILLI,
        match_ratio: Permill::from_percent(50),
        bootstrap: 1_000 * AITBC,
        price: PriceRange { min: MICRO, max: AITBC },
        per_unit: 10 * AITBC,
        audit: None,
        funds: 1_000 * AITBC,
    }
}

/// The fastest rhythm that tests on slow machines can bear.
fn e2e() -> Network {
    Network {
        slot_duration: SECOND,
        // A day is six seconds.
        tempo: 14_400,
        parameters: GenesisParameters {
            session_length: Some(20),
            sessions_per_era: Some(3),
            bonding_duration: Some(2),
            slash_defer_duration: Some(1),
            council_motion_duration: Some(100),
            safe_mode_duration: Some(100),
            vote_pause_after: Some(0),
            ..Default::default()
        },
        ..development()
    }
}

/// The development network with four validators.
fn local_testnet() -> Network {
    Network { validators: four_well_known_validators(), ..development() }
}

/// The development network as `scripts/weights.sh` needs it: the benchmarks of staking bond small amounts,
/// a slash is weighed at its dearest, when nothing defers it, and those of GPU staking make all pools themselves.
#[cfg(feature = "runtime-benchmarks")]
fn benchmarks() -> Network {
    let development = development();
    Network {
        min_nominator_bond: 0,
        min_validator_bond: 0,
        gpu_pools: vec![],
        parameters: GenesisParameters { slash_defer_duration: Some(0), ..development.parameters },
        ..development
    }
}

/// Mainnet's economy with eras of six hours and a faucet, whose key is published.
fn testnet() -> Network {
    Network {
        parameters: GenesisParameters {
            sessions_per_era: Some(36),
            bonding_duration: Some(28),
            ..Default::default()
        },
        faucet: Some(Sr25519Keyring::AliceStash.to_account_id()),
        ..public(presets::TESTNET)
    }
}

/// Mainnet.
fn mainnet() -> Network {
    public(presets::MAINNET)
}

/// Validators with which a public network begins.
const PUBLIC_VALIDATORS: u32 = 10;

/// A public network. Nobody has the keys of its accounts: they hold the places of those that the launch
/// ceremony writes into the chain specification.
///
/// GRANDPA counts heads, so a seat is a vote on finality whatever was bonded for it. There are so few free
/// seats that who fills them all can neither stop finality nor take it; more are to be had only for more
/// than the bond of a genesis validator. When a third is suspended, the rest still makes up a network.
fn public(preset: &str) -> Network {
    let account = |role: &str, number: u32| AccountId::new(placeholder(preset, role, number));

    Network {
        slot_duration: time::SLOT_DURATION,
        tempo: 1,
        parameters: GenesisParameters::default(),
        validators: (1..=PUBLIC_VALIDATORS)
            .map(|number| {
                let key = |duty: &str| placeholder(preset, duty, number);
                let sr25519 = |duty: &str| sr25519::Public::from_raw(key(duty));
                Validator {
                    account: account("validator", number),
                    keys: SessionKeys {
                        aura: sr25519("aura").into(),
                        grandpa: ed25519::Public::from_raw(key("grandpa")).into(),
                        authority_discovery: sr25519("authority discovery").into(),
                        pool_vote: sr25519("pool vote").into(),
                    },
                }
            })
            .collect(),
        validator_count: PUBLIC_VALIDATORS.saturating_add(PUBLIC_VALIDATORS.saturating_sub(1) / 2),
        minimum_validator_count: PUBLIC_VALIDATORS
            .saturating_sub(PUBLIC_VALIDATORS.saturating_sub(1) / 3),
        min_nominator_bond: 100 * AITBC,
        min_validator_bond: 250_000 * AITBC,
        contract_author: pots::account(pots::DEVELOPMENT),
        council: [1, 2, 3, 4, 5].map(|number| account("council", number)),
        contributors: vec![account("contributors", 1)],
        liquidity: account("liquidity", 1),
        faucet: None,
        well_known: vec![],
        gpu_pools: vec![],
    }
}

/// What stands for the account or key of the `number`th holder of a role until the launch ceremony.
fn placeholder(preset: &str, role: &str, number: u32) -> [u8; 32] {
    blake2_256(placeholder_name(preset, role, number).as_bytes())
}

fn placeholder_name(preset: &str, role: &str, number: u32) -> String {
    format!("aitbc {preset} {role} {number}")
}

/// All placeholders of the public networks, with what each stands for, such as `aitbc mainnet council 3`.
#[cfg(feature = "std")]
pub fn placeholders() -> Vec<(String, [u8; 32])> {
    let of_validators = ["validator", "aura", "grandpa", "authority discovery", "pool vote"]
        .map(|role| (role, PUBLIC_VALIDATORS));
    let others = [("council", COUNCIL_SEATS), ("contributors", 1), ("liquidity", 1)];
    [presets::TESTNET, presets::MAINNET]
        .into_iter()
        .flat_map(|preset| {
            of_validators.into_iter().chain(others).flat_map(move |(role, holders)| {
                (1..=holders).map(move |number| {
                    (placeholder_name(preset, role, number), placeholder(preset, role, number))
                })
            })
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
