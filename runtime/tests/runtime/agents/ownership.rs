//! Whose votes count together: agents and wallets with their owner, on real histories of balances.

use super::*;
use crate::openclaw::{World, BASE, MILLION};
use aitbc_primitives::governance::{
    proposals::{Position, ProposalId, ProposalKind},
    VoterClass,
};

/// Who owns.
const OWNER: u8 = 20;

fn owner() -> AccountId {
    AccountId::new([OWNER; 32])
}

fn other() -> AccountId {
    AccountId::new([21; 32])
}

fn wallet(index: u32) -> AccountId {
    AgentWallet::address(owner(), index)
}

/// What an agent, or a wallet of its owner's, has counted in a vote.
fn counted(id: ProposalId, who: &AccountId) -> Balance {
    VotingPower::ballot(id, who.clone()).map_or(0, |ballot| ballot.power)
}

fn vote(id: ProposalId) -> RuntimeCall {
    let (position, max_power, reason) = (Position::For, None, None);
    pallet_openclaw::Call::vote { proposal: id, position, max_power, reason }.into()
}

/// A world in which these accounts have millions, and both owners something for deposits.
fn world(accounts: Vec<(AccountId, Balance)>) -> World {
    let owners = [owner(), other()].map(|who| (who, 10_000 * AITBC));
    let mut world = World::with(accounts.into_iter().chain(owners).collect());
    world.look(|| assert_eq!(VotingPower::voting_base(), BASE));
    world
}

#[test]
fn owner_with_20_wallets_and_5_agents_has_one_cap() {
    let wallets: Vec<_> = (0..20).map(wallet).collect();
    let agents: Vec<_> = (0..5).map(key).collect();
    let accounts = wallets.iter().cloned().chain(agents.iter().map(account));
    let mut world = world(accounts.map(|who| (who, 5 * MILLION)).collect());
    world.look(|| {
        for agent in &agents {
            register(agent, &owner(), Role::Provider).dispatch(signed_by(&owner())).unwrap();
        }
        for index in 0..20 {
            let agent = account(&agents[index as usize % 5]);
            AgentWallet::create(signed_by(&owner()), index, Some(agent), None).unwrap();
        }
    });
    // What was given away in the block of a snapshot does not count in it.
    world.wait(SECOND * 2);
    let id = world.propose(ProposalKind::PolicyChange, vec![]).unwrap();
    world.until_voting(id);
    let cap = BASE / 20;
    world.look(|| {
        let mut sum = 0;
        for agent in agents.iter().map(account) {
            dispatch(&agent, vote(id)).unwrap();
            sum += counted(id, &agent);
        }
        assert_eq!(sum, 5 * (5 * MILLION - AITBC));
        for wallet in &wallets {
            let voted = execute(&owner(), wallet, vote(id));
            let power = counted(id, wallet);
            assert_eq!(voted.is_ok(), power > 0);
            sum += power;
            assert!(sum <= cap);
        }
        assert_eq!(sum, cap);
        assert!(dispatch(&owner(), vote(id)).is_err());
        // All of it is of providers.
        let ballots = pallet_voting_power::Ballots::<Runtime>::iter_prefix_values(id);
        assert!(ballots.into_iter().all(|ballot| ballot.class == VoterClass::Provider));
    });
    world.wait(SECOND * 2);
}

/// A wallet is sold before, in and after the block of a snapshot: in its poll it counts for whom it belonged to
/// before that block.
#[test]
fn wallet_counts_for_whom_it_belonged_to_before_the_snapshot() {
    let mut world = world((0..3).map(|index| (wallet(index), 40 * MILLION)).collect());
    world.look(|| {
        for index in 0..3 {
            AgentWallet::create(signed_by(&owner()), index, None, None).unwrap();
        }
    });
    let sell = |index| {
        let wallet = wallet(index);
        let to = Some(other());
        AgentWallet::offer_ownership(signed_by(&owner()), wallet.clone(), to).unwrap();
        AgentWallet::accept_ownership(signed_by(&other()), wallet).unwrap();
    };
    world.wait(SECOND * 2);
    world.look(|| sell(0));
    world.wait(SECOND * 2);
    // In the block of the snapshot.
    world.look(|| sell(1));
    let id = world.propose(ProposalKind::PolicyChange, vec![]).unwrap();
    world.wait(SECOND * 2);
    world.look(|| sell(2));
    world.until_voting(id);
    world.look(|| {
        let cap = BASE / 20;
        execute(&other(), &wallet(0), vote(id)).unwrap();
        assert_eq!(counted(id, &wallet(0)), 40 * MILLION - AITBC);
        // These two share the cap of who sold them.
        execute(&other(), &wallet(1), vote(id)).unwrap();
        execute(&other(), &wallet(2), vote(id)).unwrap();
        assert_eq!(counted(id, &wallet(1)), 40 * MILLION - AITBC);
        assert_eq!(counted(id, &wallet(2)), cap - (40 * MILLION - AITBC));
    });
    // In a later one all three share the cap of who bought them.
    let id = world.propose(ProposalKind::PolicyChange, vec![]).unwrap();
    world.until_voting(id);
    world.look(|| {
        let sum: Balance = (0..3)
            .map(|index| {
                let _ = execute(&other(), &wallet(index), vote(id));
                counted(id, &wallet(index))
            })
            .sum();
        assert_eq!(sum, BASE / 20);
    });
}

/// An agent that retires belongs to itself again, from the next block on.
#[test]
fn agent_that_retires_counts_for_its_controller_in_the_polls_of_before() {
    let agents = [key(0), key(1)];
    let mut world = world(agents.iter().map(|key| (account(key), 40 * MILLION)).collect());
    let retire = |key: &sp_core::sr25519::Pair| {
        Agents::retire(signed_by(&owner()), account(key)).unwrap();
    };
    world.look(|| {
        for agent in &agents {
            register(agent, &owner(), Role::Consumer).dispatch(signed_by(&owner())).unwrap();
        }
    });
    world.wait(SECOND * 2);
    // One retires in the block of the snapshot, which changes nothing in its poll.
    world.look(|| retire(&agents[0]));
    let id = world.propose(ProposalKind::PolicyChange, vec![]).unwrap();
    world.until_voting(id);
    world.look(|| {
        let sum: Balance = agents
            .iter()
            .map(|agent| {
                dispatch(&account(agent), vote(id)).unwrap();
                counted(id, &account(agent))
            })
            .sum();
        assert_eq!(sum, BASE / 20);
    });
    let id = world.propose(ProposalKind::PolicyChange, vec![]).unwrap();
    world.until_voting(id);
    world.look(|| {
        for agent in &agents {
            dispatch(&account(agent), vote(id)).unwrap();
            assert_eq!(counted(id, &account(agent)), 40 * MILLION - AITBC);
        }
        let ballot = VotingPower::ballot(id, account(&agents[0])).unwrap();
        assert_eq!(ballot.class, VoterClass::Human);
    });
}
