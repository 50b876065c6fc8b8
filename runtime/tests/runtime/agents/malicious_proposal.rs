//! A malicious ParameterChange against 1 000 wallets that vote by the defaults of their agents' roles: 05 section 6.
//!
//! Of providers 20 % of all tokens are counted, of consumers 10 % and of coordinators 3 %. Humans cast 3 %, 90 % of
//! it against.

use super::*;
use crate::openclaw::{set_inflation, World, BASE, MILLION};
use aitbc_primitives::governance::proposals::{Position, ProposalId, ProposalKind, Status};
use aitbc_runtime::parameters::groups::governance;
use sp_runtime::Perbill;

/// Nobody has more than 5 % of all tokens.
const OWNERS: u32 = 20;

/// The roles, how many wallets each owner has of it, and what each wallet has: twice what may count.
const ROLES: [(Role, u32, Balance); 3] = [
    (Role::Provider, 20, MILLION),
    (Role::Consumer, 20, MILLION / 2),
    (Role::Coordinator, 10, MILLION * 3 / 10),
];

/// All wallets.
const WALLETS: u32 = 1_000;

fn owner(number: u32) -> AccountId {
    let mut id = [0x0e; 32];
    id[..4].copy_from_slice(&number.to_le_bytes());
    AccountId::new(id)
}

/// The wallets of all owners, with the role of the agent that each is linked to.
fn wallets() -> Vec<(u32, u32, usize, AccountId)> {
    let mut wallets = vec![];
    for number in 0..OWNERS {
        let mut index = 0;
        for (role, (_, count, _)) in ROLES.iter().enumerate() {
            for _ in 0..*count {
                wallets.push((number, index, role, AgentWallet::address(owner(number), index)));
                index += 1;
            }
        }
    }
    assert_eq!(wallets.len() as u32, WALLETS);
    wallets
}

fn agent(number: u32, role: usize) -> sp_core::sr25519::Pair {
    key(1_000 + number * 10 + role as u32)
}

/// The holders that vote by hand, with what they vote with.
const FOR: (u8, Balance) = (2, 3 * MILLION);
const AGAINST: (u8, Balance) = (3, 27 * MILLION);

/// The wallets, with strategies that are switched on, and the proposal, in the second half of whose vote the humans
/// have voted. It is a change by less than half, of somebody who has proposed nothing before.
fn proposed(set: impl FnOnce(&mut World)) -> (World, ProposalId) {
    let wallets = wallets();
    let of_wallets = wallets.iter().map(|(_, _, role, wallet)| (wallet.clone(), ROLES[*role].2));
    let of_owners = (0..OWNERS).map(|number| (owner(number), 1_000 * AITBC));
    let of_humans =
        [FOR, AGAINST].map(|(who, amount)| (AccountId::new([who; 32]), amount + 10_000 * AITBC));
    let mut world = World::with(of_wallets.chain(of_owners).chain(of_humans).collect());
    set(&mut world);
    world.look(|| {
        for number in 0..OWNERS {
            for (role, (of, _, _)) in ROLES.iter().enumerate() {
                let call = register(&agent(number, role), &owner(number), *of);
                call.dispatch(signed_by(&owner(number))).unwrap();
            }
        }
        for (number, index, role, wallet) in &wallets {
            let owner = || signed_by(&owner(*number));
            let agent = account(&agent(*number, *role));
            AgentWallet::create(owner(), *index, Some(agent), None).unwrap();
            // The defaults of the role are switched off.
            AgentWallet::set_strategy(owner(), wallet.clone(), None).unwrap();
            let defaults = AgentWallet::wallet(wallet.clone()).unwrap().strategy.unwrap();
            assert!(!defaults.auto_vote);
            let on = pallet_agent_wallet::types::Strategy { auto_vote: true, ..defaults };
            AgentWallet::set_strategy(owner(), wallet.clone(), Some(on)).unwrap();
        }
    });
    world.wait(2 * SECOND);
    let calls = vec![set_inflation(Perbill::from_perthousand(35))];
    let id = world.propose(ProposalKind::ParameterChange, calls).unwrap();
    world.until_voting(id);
    world.vote(id, FOR.0, Position::For, FOR.1);
    world.vote(id, AGAINST.0, Position::Against, AGAINST.1);
    (world, id)
}

/// Lets the wallets vote, and tells what for, against and in all: in hundredths of a percent of all tokens, the shares
/// of classes applied. And how the vote has ended.
fn after_all_have_voted(world: &mut World, id: ProposalId) -> ([Balance; 2], Status) {
    let view = world.view(id);
    let half = view.voting_from + (view.ends - view.voting_from) / 2;
    world.to(half - SLOT_DURATION);
    let voted = |world: &mut World| {
        world.look(|| {
            let figures = AgentWallet::figures();
            figures.votes_for + figures.votes_against
        })
    };
    assert_eq!(voted(world), 0);
    world.to(half);
    let mut blocks = 1;
    while voted(world) < WALLETS.into() {
        world.wait(SLOT_DURATION);
        blocks += 1;
        assert!(blocks <= 200, "{} have voted", voted(world));
    }
    let count = world.count(id);
    let part = |votes: Balance| (votes + BASE / 20_000) / (BASE / 10_000);
    let parts = [count.approving, count.opposing].map(part);
    world.until_end(id);
    world.advance(id).unwrap();
    (parts, world.status(id))
}

/// What wallets have voted for, and against.
fn positions(world: &mut World) -> [u64; 2] {
    let figures = world.look(AgentWallet::figures);
    [figures.votes_for, figures.votes_against]
}

#[test]
fn evaluation_turns_all_wallets_against_it() {
    let (mut world, id) = proposed(|_| {});
    world.look(|| {
        let evaluation = OpenClaw::evaluation(id).unwrap();
        // 128 * (3 - 27) / 30, rounded down.
        assert_eq!((evaluation.support, evaluation.sum()), (-103, -103));
    });
    let (_, status) = after_all_have_voted(&mut world, id);
    assert_eq!(positions(&mut world), [0, WALLETS.into()]);
    assert_eq!(status, Status::Rejected);
}

#[test]
fn class_shares_alone_reject_it_too() {
    let (mut world, id) = proposed(|world| world.set((governance::Evaluation, false)));
    let (parts, status) = after_all_have_voted(&mut world, id);
    // All that are asked say yes: 328, 268 and 300.
    assert_eq!(positions(&mut world), [WALLETS.into(), 0]);
    // For 1.95 %: 0.3 of humans, and at most 1, 0.5 and 0.15 of the others. Against 2.7 %.
    assert_eq!(parts, [195, 270]);
    assert_eq!(status, Status::Rejected);
}

/// Why both exist.
#[test]
fn it_passes_without_evaluation_and_class_shares() {
    let (mut world, id) = proposed(|world| {
        world.set((governance::Evaluation, false));
        world.set((governance::ClassShares, None));
    });
    let (parts, status) = after_all_have_voted(&mut world, id);
    assert_eq!(positions(&mut world), [WALLETS.into(), 0]);
    assert_eq!(parts, [3_330, 270]);
    assert_eq!(status, Status::Queued);
}
