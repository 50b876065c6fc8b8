//! Who holds which of the billion tokens at genesis.
//!
//! | part | holder |
//! |---|---|
//! | 40 % | the community treasury (a pot) |
//! | 25 % | the agent ecosystem (a pot), less what is carved out of it: validators, council, the pot of GPU rewards and, on test networks, the faucet and the well-known accounts |
//! | 20 % | development (a pot) |
//! | 10 % | early contributors, vesting |
//! | 5 % | liquidity |

use super::networks::Network;
use aitbc_primitives::{
    pots, time,
    token::{AITBC, EXISTENTIAL_DEPOSIT, GENESIS_ISSUANCE},
    AccountId, Balance, BlockNumber, Moment,
};
use alloc::{collections::BTreeMap, vec::Vec};

/// What each genesis validator bonds.
pub const VALIDATOR_BOND: Balance = 1_000_000 * AITBC;

/// What each genesis validator has beside its bond, for fees.
pub const VALIDATOR_FLOAT: Balance = 1_000 * AITBC;

/// What each council member has at genesis, for fees and deposits.
pub const COUNCIL_FLOAT: Balance = 10_000 * AITBC;

/// What each well-known account of a test network has at genesis.
pub const WELL_KNOWN_FLOAT: Balance = 1_000_000 * AITBC;

/// What the faucet of a test network has at genesis: less than it costs to stop finality, since
/// everybody knows its key.
pub const FAUCET: Balance = 4_000_000 * AITBC;

/// How long the tokens of early contributors vest, from block 0 on, if no slot goes without a block.
pub const VESTING_DURATION: Moment = 4 * time::YEAR;

/// What each early contributor has outside of vesting: unvested tokens pay no fees, not even for
/// the call that makes vested ones free.
pub const CONTRIBUTOR_FLOAT: Balance = 10 * AITBC;

#[allow(clippy::arithmetic_side_effects, reason = "evaluated by the compiler")]
const fn percent_of_issuance(percent: Balance) -> Balance {
    GENESIS_ISSUANCE / 100 * percent
}

/// The part of the community treasury, less what opens the pots of fees and of salary.
pub const TREASURY: Balance = percent_of_issuance(40) - 2 * EXISTENTIAL_DEPOSIT;

/// The part of the agent ecosystem, before anything is carved out of it.
pub const ECOSYSTEM: Balance = percent_of_issuance(25);

/// The part of development.
pub const DEVELOPMENT: Balance = percent_of_issuance(20);

/// The part of early contributors, all together.
pub const CONTRIBUTORS: Balance = percent_of_issuance(10);

/// The part of liquidity.
pub const LIQUIDITY: Balance = percent_of_issuance(5);

/// What comes out of the ecosystem's part, account by account. An account may appear more than once.
fn carved_out(network: &Network) -> Vec<(AccountId, Balance)> {
    let validators = network.validators.iter().map(|validator| {
        (validator.account.clone(), VALIDATOR_BOND.saturating_add(VALIDATOR_FLOAT))
    });
    let council = network.council.iter().map(|member| (member.clone(), COUNCIL_FLOAT));
    let well_known = network.well_known.iter().map(|who| (who.clone(), WELL_KNOWN_FLOAT));
    let faucet = network.faucet.iter().map(|who| (who.clone(), FAUCET));
    let rewards = (pots::account(pots::GPU_REWARDS), gpu_rewards(network));
    validators.chain(council).chain(well_known).chain(faucet).chain([rewards]).collect()
}

/// What the pot of GPU rewards has: the funds of all pools, and what opens it.
fn gpu_rewards(network: &Network) -> Balance {
    let funds = network.gpu_pools.iter().map(|pool| pool.funds);
    funds.fold(EXISTENTIAL_DEPOSIT, Balance::saturating_add)
}

/// What each of `contributors` has, rounded down; the first gets the dust.
fn contributor_shares(contributors: &[AccountId]) -> Vec<(AccountId, Balance)> {
    let number = contributors.len() as Balance;
    let share = CONTRIBUTORS.checked_div(number).unwrap_or_default();
    let dust = CONTRIBUTORS.checked_rem(number).unwrap_or_default();
    contributors
        .iter()
        .enumerate()
        .map(|(i, who)| (who.clone(), if i == 0 { share.saturating_add(dust) } else { share }))
        .collect()
}

/// All balances at genesis, sorted by account, one entry each.
pub fn balances(network: &Network) -> Vec<(AccountId, Balance)> {
    let carved_out = carved_out(network);
    let ecosystem = carved_out.iter().fold(ECOSYSTEM, |left, (_, part)| left.saturating_sub(*part));
    let pots = [
        (pots::account(pots::TREASURY), TREASURY),
        (pots::account(pots::WORK), EXISTENTIAL_DEPOSIT),
        (pots::account(pots::SALARY), EXISTENTIAL_DEPOSIT),
        (pots::account(pots::ECOSYSTEM), ecosystem),
        (pots::account(pots::DEVELOPMENT), DEVELOPMENT),
    ];

    let mut balances = BTreeMap::<AccountId, Balance>::new();
    let parts = pots
        .into_iter()
        .chain(carved_out)
        .chain(contributor_shares(&network.contributors))
        .chain([(network.liquidity.clone(), LIQUIDITY)]);
    for (who, part) in parts {
        let balance = balances.entry(who).or_default();
        *balance = balance.saturating_add(part);
    }
    balances.into_iter().collect()
}

/// The vesting schedules: account, first block, number of blocks, and what is free from the start.
pub fn vesting(network: &Network) -> Vec<(AccountId, BlockNumber, BlockNumber, Balance)> {
    let blocks = VESTING_DURATION.checked_div(network.slot_duration).unwrap_or_default();
    let blocks = BlockNumber::try_from(blocks).unwrap_or(BlockNumber::MAX);
    network.contributors.iter().map(|who| (who.clone(), 0, blocks, CONTRIBUTOR_FLOAT)).collect()
}
