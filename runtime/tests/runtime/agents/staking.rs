//! Who stakes GPUs, and what reputation makes of it.

use super::*;
use aitbc_primitives::reputation::{Domain, RepLedger, REP};

fn stake(who: &AccountId) -> Result<(), DispatchError> {
    let call = pallet_gpu_staking::Call::stake {
        pool: 0,
        power: 10,
        collateral: 100 * AITBC,
        lock: 7 * DAY,
        spec_hash: Hash::zero(),
    };
    dispatch(who, call)
}

fn weight_of(who: &AccountId) -> u128 {
    pallet_gpu_staking::Members::<Runtime>::get(0, who).unwrap().weight
}

fn not_provider() -> DispatchError {
    pallet_gpu_staking::Error::<Runtime>::NotProvider.into()
}

/// A wallet of Alice's that is linked to an agent of hers.
fn linked(index: u32, agent: &AccountId) -> AccountId {
    let wallet = wallet_of_alice(index, 1_000 * AITBC);
    let alice = signed_by(&Alice.to_account_id());
    AgentWallet::link(alice, wallet.clone(), agent.clone()).unwrap();
    wallet
}

#[test]
fn providers_and_their_wallets_stake_and_nobody_else() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let alice = Alice.to_account_id();
        let provider = make_agent(&key(1), &alice, Role::Provider);
        let consumer = make_agent(&key(2), &alice, Role::Consumer);
        for agent in [&provider, &consumer] {
            Balances::mint_into(agent, 200 * AITBC).unwrap();
        }
        let [of_provider, of_consumer] = [linked(0, &provider), linked(1, &consumer)];
        let alone = wallet_of_alice(2, 1_000 * AITBC);
        for who in [&alice, &Bob.to_account_id(), &consumer, &of_consumer, &alone] {
            assert_noop!(stake(who), not_provider());
        }
        for who in [&provider, &of_provider] {
            assert_ok!(stake(who));
        }
        // What is staked has to be taken back before the wallet leaves the agent.
        let unlink = AgentWallet::unlink(signed_by(&alice), of_provider);
        assert_eq!(unlink, Err(WalletError::<Runtime>::HasObligations.into()));
        let retire = Agents::retire(signed_by(&alice), provider.clone());
        assert_eq!(retire, Err(pallet_agents::Error::<Runtime>::HasObligations.into()));
        // A suspended one provides nothing new.
        Agents::suspend(signed_by(&alice), provider.clone()).unwrap();
        assert_noop!(stake(&provider), not_provider());
    });
    chain.blocks(1);
}

/// The agent is weighed at once, its wallets when somebody refreshes them.
#[test]
fn score_of_compute_reputation_weighs() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let alice = Alice.to_account_id();
        let provider = make_agent(&key(1), &alice, Role::Provider);
        Balances::mint_into(&provider, 200 * AITBC).unwrap();
        let wallet = linked(0, &provider);
        for who in [&provider, &wallet] {
            stake(who).unwrap();
            assert_eq!(weight_of(who), 10 * 1_000 * 1_100);
        }
        // Other reputation does not matter.
        Reputation::mint(Domain::Governance, &provider, 10_000 * REP).unwrap();
        assert_eq!(Agents::score(&provider), 100);
        Reputation::mint(Domain::Compute, &provider, 10_000 * REP).unwrap();
        assert_eq!(Agents::score(&provider), 550);
        assert_eq!([&provider, &wallet].map(weight_of), [10_000 * 1_550, 10_000 * 1_100]);
        GpuStaking::refresh(signed_by(&Bob.to_account_id()), 0, wallet.clone().into()).unwrap();
        assert_eq!(weight_of(&wallet), 10_000 * 1_550);
        Reputation::burn(Domain::Compute, &provider, 10_000 * REP);
        assert_eq!(weight_of(&provider), 10_000 * 1_100);
    });
    chain.blocks(1);
}

/// The bonus is full at 300, and that takes 2 857.15 REP.
#[test]
fn bonus_is_full_with_2857_rep() {
    use aitbc_primitives::governance::{Bonus, Classes};

    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let alice = Alice.to_account_id();
        let agent = make_agent(&key(1), &alice, Role::Builder);
        let wallet = linked(0, &agent);
        let bonus = |who| <Agents as Classes<AccountId>>::bonus(who);
        assert_eq!(bonus(&alice), None);
        let none = Bonus { agent: agent.clone(), score: 100, limit: 0 };
        assert_eq!([bonus(&agent), bonus(&wallet)], [Some(none.clone()), Some(none)]);
        Reputation::mint(Domain::Compute, &agent, 285_714 * REP / 100).unwrap();
        assert_eq!(bonus(&wallet).unwrap().score, 299);
        Reputation::mint(Domain::Compute, &agent, REP / 100).unwrap();
        let full = Bonus { agent: agent.clone(), score: 300, limit: 285_715 * AITBC };
        assert_eq!(bonus(&wallet), Some(full));
    });
}
