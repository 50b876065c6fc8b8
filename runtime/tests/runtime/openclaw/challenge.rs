//! Challenges, judged by pools of Governance reputation.

use super::*;
use aitbc_primitives::{
    governance::{
        court::{
            Court, NoCourt,
            Verdict::{self, Dismissed, Undecided, Upheld},
        },
        proposals::Grounds,
    },
    reputation::{
        pools::{Initiator, PoolId, Side},
        Domain, RepLedger, REP,
    },
    time::{DAY, HOUR},
};
use frame_support::{
    assert_noop, assert_ok,
    traits::{
        fungible::{Inspect, InspectFreeze, InspectHold, Mutate},
        tokens::{Fortitude::Polite, Preservation::Preserve},
    },
};
use pallet_openclaw::HoldReason;
use sp_runtime::TokenError;
use Position::For;
use ProposalKind::*;

/// What either party has at stake.
const BOND: Balance = 1_000 * AITBC;

const CHALLENGER: u8 = 9;

/// A world whose proposer has made a proposal of this type, which somebody else has challenged.
fn challenged(kind: ProposalKind, calls: Vec<RuntimeCall>) -> (World, ProposalId) {
    let mut world =
        World::new(&[(2, 50 * MILLION), (3, 50 * MILLION), (CHALLENGER, 0)]).with_hook();
    let id = world.propose(kind, calls).unwrap();
    challenge(&mut world, id).unwrap();
    (world, id)
}

fn challenge(world: &mut World, id: ProposalId) -> DispatchResult {
    world.look(|| {
        OpenClaw::challenge(
            signed_by(&holder(CHALLENGER)),
            id,
            Grounds::Misleading,
            vec![b'!'; 500],
        )
    })
}

/// The pool that judges the challenge of a proposal.
fn pool(world: &mut World, id: ProposalId) -> PoolId {
    world.look(|| {
        let mut pools = ValidationPool::pools(Default::default(), 0, 100).into_iter();
        pools.find(|pool| pool.initiator == Initiator::Challenge(id)).unwrap().id
    })
}

/// Stakes reputation of Alice, who has all of it, in whole REP.
fn stake(world: &mut World, pool: PoolId, side: Side, amount: u128) -> DispatchResult {
    let alice = RuntimeOrigin::signed(Alice.to_account_id());
    world.look(|| {
        ValidationPool::stake(alice, pool, side, amount * REP).map(drop).map_err(|e| e.error)
    })
}

/// The verdict, as the latest blocks have told it: what went to the challenger, the proposer and the treasury.
fn verdict(world: &mut World) -> Option<(Verdict, Balance, Balance, Balance)> {
    world.chain.events().into_iter().find_map(|event| match event {
        RuntimeEvent::OpenClaw(Event::ChallengeDecided {
            verdict,
            to_challenger,
            to_proposer,
            to_treasury,
            ..
        }) => Some((verdict, to_challenger, to_proposer, to_treasury)),
        _ => None,
    })
}

/// Makes blocks from the end of the pool on until there is a verdict.
fn judged(world: &mut World, pool: PoolId) -> (Verdict, Balance, Balance, Balance) {
    let deadline = world.look(|| ValidationPool::pool(pool)).unwrap().deadline;
    world.to(deadline);
    for _ in 0..3 {
        if let Some(verdict) = verdict(world) {
            return verdict;
        }
        world.chain.blocks(1);
    }
    panic!("no verdict");
}

fn held(world: &mut World, reason: HoldReason, who: u8) -> Balance {
    world.look(|| Balances::balance_on_hold(&reason.into(), &holder(who)))
}

fn total(world: &mut World, who: u8) -> Balance {
    world.chain.balance(&holder(who))
}

#[test]
fn pool_has_the_terms_of_the_design() {
    for (kind, duration) in [(PolicyChange, 48 * HOUR), (Emergency, 12 * HOUR)] {
        let calls =
            if kind == Emergency { vec![super::brakes::pause_transfers(None)] } else { vec![] };
        let (mut world, id) = challenged(kind, calls);
        let pool = pool(&mut world, id);
        let now = world.now();
        let view = world.look(|| ValidationPool::pool(pool)).unwrap();
        assert_eq!(view.domain, Domain::Governance);
        assert_eq!((view.opened, view.deadline), (now, now + duration));
        assert_eq!((view.quorum, view.win), ((1, 5), (2, 3)));
        // A tenth.
        assert_eq!(view.binding, 100_000);
        assert!(view.redistribute);
        assert_eq!((view.post, view.fee, view.mint), (None, 0, 0));
        assert_eq!(view.excluded, [holder(CHALLENGER), holder(PROPOSER)]);
        assert_eq!(world.view(id).challenge.unwrap().deadline, now + duration);
    }
}

#[test]
fn upheld_challenge_voids_the_proposal_and_splits_its_bond() {
    let (mut world, id) = challenged(PolicyChange, vec![set_policy(b"greeting")]);
    let pool = pool(&mut world, id);
    let before = total(&mut world, CHALLENGER);
    let treasury = pots::account(pots::TREASURY);
    let of_treasury = world.chain.balance(&treasury);
    stake(&mut world, pool, Side::For, 1_000_000).unwrap();
    assert_eq!(judged(&mut world, pool), (Upheld, BOND / 2, 0, BOND / 2));
    assert_eq!(world.status(id), Status::Voided);
    assert_eq!(total(&mut world, CHALLENGER), before + BOND / 2);
    assert!(world.chain.balance(&treasury) >= of_treasury + BOND / 2);
    assert_eq!(held(&mut world, HoldReason::Bond, PROPOSER), 0);
    assert_eq!(held(&mut world, HoldReason::Challenge, CHALLENGER), 0);
    // The poll is closed at once.
    world.look(|| {
        let vote = OpenClaw::vote(signed_by(&holder(2)), id, For, None, None);
        assert_eq!(vote.unwrap_err().error, error(Error::NotActive));
    });
}

#[test]
fn dismissed_challenge_costs_the_challenger() {
    let (mut world, id) = challenged(PolicyChange, vec![set_policy(b"greeting")]);
    let pool = pool(&mut world, id);
    let before = total(&mut world, PROPOSER);
    stake(&mut world, pool, Side::Against, 1_000_000).unwrap();
    assert_eq!(judged(&mut world, pool), (Dismissed, 0, BOND / 2, BOND / 2));
    assert_eq!(total(&mut world, PROPOSER), before + BOND / 2);
    assert_eq!(held(&mut world, HoldReason::Challenge, CHALLENGER), 0);
    assert_eq!(world.status(id), Status::Active);
    // It goes on as if nothing had happened.
    world.pass(id);
    world.until_enactment(id);
    world.chain.blocks(2);
    assert_eq!(world.status(id), Status::Executed);
}

#[test]
fn challenge_without_a_quorum_is_undecided() {
    let (mut world, id) = challenged(PolicyChange, vec![]);
    let pool = pool(&mut world, id);
    let before = total(&mut world, CHALLENGER);
    // A fifth of five million is needed.
    stake(&mut world, pool, Side::For, 999_999).unwrap();
    assert_eq!(judged(&mut world, pool), (Undecided, 0, 0, BOND / 2));
    assert_eq!(total(&mut world, CHALLENGER), before - BOND / 2);
    assert_eq!(held(&mut world, HoldReason::Bond, PROPOSER), BOND);
    assert_eq!(world.status(id), Status::Active);
}

#[test]
fn neither_party_judges() {
    let mut world = World::new(&[]);
    world.look(|| {
        Reputation::mint(Domain::Governance, &holder(CHALLENGER), 10 * REP).unwrap();
    });
    // Alice has the reputation and challenges.
    let id = world.propose(PolicyChange, vec![]).unwrap();
    world.look(|| {
        let alice = signed_by(&Alice.to_account_id());
        OpenClaw::challenge(alice, id, Grounds::Spam, vec![]).unwrap();
    });
    let pool = pool(&mut world, id);
    let excluded = pallet_validation_pool::Error::<Runtime>::Excluded.into();
    assert_eq!(stake(&mut world, pool, Side::For, 1), Err(excluded));
    world.look(|| {
        let other = signed_by(&holder(CHALLENGER));
        assert!(ValidationPool::stake(other, pool, Side::Against, REP).is_ok());
    });
}

/// Whoever has voted with everything still pays: what is on hold is slashed, not transferred.
#[test]
fn challenger_is_paid_out_of_a_bond_whose_owner_is_frozen_to_the_last_unit() {
    let (mut world, id) = challenged(PolicyChange, vec![]);
    let other = world.propose_by(
        2,
        Emergency,
        vec![super::brakes::pause_transfers(None)],
        Wishes::default(),
    );
    let other = other.unwrap();
    world.look(|| {
        let proposer = holder(PROPOSER);
        OpenClaw::vote(signed_by(&proposer), other, For, None, None).unwrap();
        // What is never counted, for fees, is gone as well.
        let free = Balances::reducible_balance(&proposer, Preserve, Polite);
        Balances::transfer(&proposer, &holder(255), free, Preserve).unwrap();
        let reason = pallet_voting_power::FreezeReason::Ballot.into();
        let frozen = Balances::balance_frozen(&reason, &proposer);
        assert_eq!(frozen, Balances::total_balance(&proposer));
        assert_eq!(Balances::reducible_balance(&proposer, Preserve, Polite), 0);
    });
    let pool = pool(&mut world, id);
    stake(&mut world, pool, Side::For, 1_000_000).unwrap();
    let before = total(&mut world, CHALLENGER);
    assert_eq!(judged(&mut world, pool), (Upheld, BOND / 2, 0, BOND / 2));
    assert_eq!(total(&mut world, CHALLENGER), before + BOND / 2);
}

/// The deadline of the pool is that of the challenge. What the pool says comes with the first hook after it, and is
/// waited for another hour.
#[test]
fn verdict_that_comes_a_little_late_counts() {
    let (mut world, id) = challenged(PolicyChange, vec![]);
    let pool = pool(&mut world, id);
    stake(&mut world, pool, Side::For, 1_000_000).unwrap();
    let deadline = world.view(id).challenge.unwrap().deadline;
    world.to(deadline + HOUR - 4_000);
    assert_eq!(verdict(&mut world), None, "the first block after a gap begins a session");
    let advance = world.advance(id);
    assert_eq!(advance, Err(error(Error::NothingDue)));
    world.chain.blocks(1);
    assert_eq!(verdict(&mut world).unwrap().0, Upheld);
}

#[test]
fn enactment_waits_for_the_verdict_which_comes_in_time() {
    let mut world = world();
    world.set((governance::ChallengeDuration, 7 * DAY));
    let track = world.look(governance::PolicyChangeTrack::get);
    world.set((
        governance::PolicyChangeTrack,
        Track { delay: 0, period: DAY, enactment_delay: HOUR, ..track },
    ));
    let id = world.propose(PolicyChange, vec![set_policy(b"greeting")]).unwrap();
    world.look(|| {
        let bob = signed_by(&Bob.to_account_id());
        OpenClaw::challenge(bob, id, Grounds::Spam, vec![]).unwrap();
    });
    for who in [2, 3] {
        world.vote(id, who, For, 50 * MILLION);
    }
    world.until_end(id);
    world.advance(id).unwrap();
    assert_eq!(world.status(id), Status::Passed);
    world.until_enactment(id);
    assert_eq!(world.advance(id), Err(error(Error::NothingDue)));
    let pool = pool(&mut world, id);
    // Nobody judges: the pool has no quorum.
    assert_eq!(judged(&mut world, pool).0, Undecided);
    world.advance(id).unwrap();
    assert_eq!(world.status(id), Status::Executed);
}

/// Only what nobody can choose is a reason to bring a challenge before the council.
#[test]
fn court_tells_that_no_pool_can_be_opened_from_what_else_can_fail() {
    use aitbc_runtime::adapters::court::PoolCourt;
    let mut world = world();
    let parties = [holder(CHALLENGER), Bob.to_account_id()];
    let open = |duration| PoolCourt::open(0, &parties[0], &parties[1], duration);
    world.look(|| {
        let bad_terms = pallet_validation_pool::Error::<Runtime>::BadTerms.into();
        assert_eq!(open(0), Err(NoCourt::Failed(bad_terms)));
        while open(DAY).is_ok() {}
        assert_eq!(open(DAY), Err(NoCourt::Unavailable));
    });
}

#[test]
fn council_judges_where_no_pool_can_be_opened() {
    for (upheld, status) in [(true, Status::Voided), (false, Status::Pending)] {
        let mut world = World::new(&[(CHALLENGER, 0)]);
        let id = world.propose(PolicyChange, vec![]).unwrap();
        // A unit less than a million REP is left.
        world.look(|| {
            let alice = Alice.to_account_id();
            let amount = 4_000_000 * REP + 1;
            assert_eq!(Reputation::burn(Domain::Governance, &alice, amount), amount);
        });
        challenge(&mut world, id).unwrap();
        assert!(world.view(id).challenge.unwrap().by_council);
        world.look(|| {
            assert_noop!(
                OpenClaw::judge(signed_by(&Alice.to_account_id()), id, upheld),
                DispatchError::BadOrigin
            );
            assert_ok!(OpenClaw::judge(council(), id, upheld));
            assert_noop!(OpenClaw::judge(council(), id, upheld), error(Error::NotForCouncil));
        });
        assert_eq!(world.status(id), status);
    }
}

#[test]
fn challenge_comes_within_two_days() {
    let mut world = World::new(&[(CHALLENGER, 0)]);
    let id = world.propose(PolicyChange, vec![]).unwrap();
    let late = world.propose(PolicyChange, vec![]).unwrap();
    let created = world.now();
    world.to(created + 48 * HOUR - 2_000);
    challenge(&mut world, id).unwrap();
    assert_eq!(challenge(&mut world, id), Err(error(Error::AlreadyChallenged)));
    world.to(created + 48 * HOUR);
    assert_eq!(challenge(&mut world, late), Err(error(Error::ChallengeTooLate)));
}

#[test]
fn challenge_takes_free_tokens() {
    let mut world = World::new(&[]);
    let id = world.propose(PolicyChange, vec![]).unwrap();
    let refused = challenge(&mut world, id);
    assert_eq!(refused, Err(TokenError::FundsUnavailable.into()));
}
