//! The state of block 0, by preset.
//!
//! [`Network`](networks::Network) describes what a preset is made of; [`allocation`] decides who holds
//! which tokens, [`reputation`] who has reputation; [`networks`] has the five networks themselves.

pub mod allocation;
pub mod networks;
pub mod reputation;

use crate::{
    AccountId, BalancesConfig, ChainSettingsConfig, CouncilConfig, ForumConfig, GpuStakingConfig,
    OpenClawConfig, ReputationConfig, RuntimeGenesisConfig, SessionConfig, StakingConfig,
    VestingConfig, VrfBeaconConfig,
};
use aitbc_primitives::{
    presets,
    reputation::{pools::PPM, Domain},
};
use alloc::{vec, vec::Vec};
use frame_support::build_struct_json_patch;
use networks::Network;
use pallet_forum::GenesisPost;
use pallet_staking::StakerStatus;
use serde_json::Value;
use sp_core::H256;
use sp_genesis_builder::PresetId;
use sp_io::hashing::blake2_256;
use sp_runtime::Perbill;

/// What the post of the first work contract is about: the code that a network begins with.
const FIRST_CONTRACT: &[u8] = b"AITBC work contract 1";

/// Names of all presets.
pub fn preset_names() -> Vec<PresetId> {
    presets::ALL.into_iter().map(PresetId::from).collect()
}

/// The JSON of a preset, or `None` if there is none of this name.
pub fn preset(name: &PresetId) -> Option<Vec<u8>> {
    let network = Network::named(name.as_ref())?;
    serde_json::to_vec(&patch(&network)).ok()
}

/// The genesis of a network, as a patch of the default genesis.
///
/// Aura and GRANDPA get no authorities of their own: the session keys fill both.
pub fn patch(network: &Network) -> Value {
    let validators: Vec<AccountId> =
        network.validators.iter().map(|validator| validator.account.clone()).collect();

    build_struct_json_patch!(RuntimeGenesisConfig {
        chain_settings: ChainSettingsConfig {
            slot_duration: network.slot_duration,
            tempo: network.tempo,
            parameters: network.parameters.clone(),
        },
        balances: BalancesConfig { balances: allocation::balances(network) },
        vesting: VestingConfig { vesting: allocation::vesting(network) },
        staking: StakingConfig {
            validator_count: network.validator_count,
            minimum_validator_count: network.minimum_validator_count,
            // No reward: every node reports by itself. With one of 10 %, of which pallet-staking pays
            // half, whoever bonds 250 000 and has 10 000 000 of nominations would get 256 250 of the slash
            // of 5 125 000 by reporting itself, and lose 125 000: a gain of 131 250.
            slash_reward_fraction: Perbill::zero(),
            min_nominator_bond: network.min_nominator_bond,
            min_validator_bond: network.min_validator_bond,
            stakers: validators
                .iter()
                .map(|account| {
                    let bond = allocation::VALIDATOR_BOND;
                    (account.clone(), account.clone(), bond, StakerStatus::<AccountId>::Validator)
                })
                .collect::<Vec<_>>(),
        },
        session: SessionConfig {
            keys: network
                .validators
                .iter()
                .map(|validator| {
                    let account = validator.account.clone();
                    (account.clone(), account, validator.keys.clone())
                })
                .collect::<Vec<_>>(),
        },
        reputation: ReputationConfig { holders: reputation::holders(&validators) },
        forum: ForumConfig {
            posts: vec![GenesisPost {
                domain: Domain::Block,
                authors: vec![(network.contract_author.clone(), PPM)],
                content: blake2_256(FIRST_CONTRACT).into(),
            }],
            contract: Some(0),
        },
        council: CouncilConfig { members: network.council.to_vec() },
        open_claw: OpenClawConfig { bootstrap: true },
        gpu_staking: GpuStakingConfig { pools: network.gpu_pools.clone() },
        // The hash of genesis is in every VRF as well, so that networks differ all the same.
        vrf_beacon: VrfBeaconConfig { randomness: H256::zero(), required: true },
    })
}
