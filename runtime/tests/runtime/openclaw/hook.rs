//! Proposals are worked off by the hook, in whatever block comes.

use super::*;
use aitbc_primitives::time::{DAY, HOUR};
use ProposalKind::*;

/// A world with a hook and a proposal whose vote is over and that is queued.
fn queued(kind: ProposalKind, calls: Vec<RuntimeCall>) -> (World, ProposalId, Moment) {
    let mut world = world().with_hook();
    let id = world.propose(kind, calls).unwrap();
    world.pass(id);
    let eta = world.view(id).eta.unwrap();
    (world, id, eta)
}

/// Makes blocks up to the last one before `moment`, the latest of which is not the first of a session.
fn to_before(world: &mut World, moment: Moment) {
    world.to(moment - 6_000);
    while world.now() + 2_000 < moment {
        world.chain.blocks(1);
    }
}

#[test]
fn hook_ends_votes_and_enacts() {
    let mut world = world().with_hook();
    let id = world.propose(ParameterChange, vec![set_inflation(Perbill::zero())]).unwrap();
    world.until_voting(id);
    for who in [2, 3] {
        world.vote(id, who, Position::For, 50 * MILLION);
    }
    let ends = world.view(id).ends;
    to_before(&mut world, ends);
    assert_eq!(world.status(id), Status::Active);
    world.chain.blocks(1);
    assert_eq!(world.status(id), Status::Queued);
    to_before(&mut world, ends + DAY);
    assert_eq!(world.status(id), Status::Queued);
    world.chain.blocks(1);
    assert_eq!(world.enacted(id), Some(Ok(())));
    assert_eq!(world.look(inflation), Perbill::zero());
}

/// Hooks come before transactions.
#[test]
fn full_blocks_keep_nothing_from_enactment() {
    let (mut world, id, eta) = queued(ParameterChange, vec![set_inflation(Perbill::zero())]);
    to_before(&mut world, eta);
    let remark = RuntimeCall::from(frame_system::Call::remark { remark: vec![0; 900_000] });
    let fillers: Vec<_> = world.look(|| {
        let nonce = System::account_nonce(Alice.to_account_id());
        (0..8)
            .map(|number| super::super::chain::signed(Alice, remark.clone(), nonce + number))
            .collect()
    });
    let results = world.chain.apply(fillers);
    assert!(results.iter().any(|result| result.is_err()), "the block is not full");
    assert_eq!(world.enacted(id), Some(Ok(())));
}

/// Hooks do not run in the first block of a session.
#[test]
fn first_block_of_a_session_leaves_enactment_to_the_second() {
    let (mut world, id, eta) = queued(ParameterChange, vec![set_inflation(Perbill::zero())]);
    // The first block after a gap.
    world.to(eta);
    assert_eq!(world.status(id), Status::Queued);
    world.chain.blocks(1);
    assert_eq!(world.enacted(id), Some(Ok(())));
}

#[test]
fn enactment_held_up_by_safe_mode_is_tried_again_every_hour() {
    let (mut world, id, eta) = queued(ParameterChange, vec![set_inflation(Perbill::zero())]);
    world.to(eta - HOUR);
    world.look(|| {
        let emergency = pallet_openclaw::Origin::Emergency.into();
        OpenClaw::enter_safe_mode(emergency, Some(2 * HOUR)).unwrap();
    });
    to_before(&mut world, eta);
    world.chain.blocks(1);
    let held_up = Event::EnactmentHeldUp { proposal: id, until: eta + HOUR };
    assert!(world.chain.events().contains(&held_up.into()));
    assert_eq!(world.status(id), Status::Queued);
    to_before(&mut world, eta + HOUR);
    // Safe mode is over, and the proposal enacted with the next try.
    world.chain.blocks(3);
    assert!(!world.look(SafeMode::is_entered));
    world.to(eta + 2 * HOUR + 10_000);
    world.chain.blocks(2);
    assert_eq!(world.status(id), Status::Executed);
}

/// Pretends that a migration begins. There is nothing to migrate, which takes a block to find out.
#[cfg(not(feature = "next-version"))]
fn begin_migration(world: &mut World) {
    use pallet_migrations::{ActiveCursor, Cursor, MigrationCursor};

    world.look(|| {
        let started_at = System::block_number();
        let cursor = ActiveCursor { index: 0, inner_cursor: None, started_at };
        Cursor::<Runtime>::put(MigrationCursor::Active(cursor));
    });
}

/// A migration lets no hook and no transaction in. Then enactment goes on.
#[test]
#[cfg(not(feature = "next-version"))]
fn enactment_comes_after_a_migration() {
    let (mut world, id, eta) = queued(ParameterChange, vec![set_inflation(Perbill::zero())]);
    to_before(&mut world, eta);
    begin_migration(&mut world);
    world.chain.blocks(1);
    assert!(!world.look(pallet_migrations::Cursor::<Runtime>::exists));
    assert_eq!(world.status(id), Status::Queued);
    world.chain.blocks(2);
    assert_eq!(world.status(id), Status::Executed);
}

/// Voters get the time back that a migration has taken.
#[test]
#[cfg(not(feature = "next-version"))]
fn votes_last_longer_by_a_migration() {
    let mut world = world().with_hook();
    let id = world.propose(PolicyChange, vec![]).unwrap();
    world.until_voting(id);
    world.chain.blocks(1);
    let ends = world.view(id).ends;
    begin_migration(&mut world);
    world.chain.blocks(1);
    assert_eq!(world.view(id).ends, ends + 2_000);
    world.chain.blocks(5);
    assert_eq!(world.view(id).ends, ends + 2_000);
}

#[test]
fn votes_last_longer_by_a_standstill() {
    let mut world = world();
    world.set((governance::VotePauseAfter, 6 * HOUR));
    let id = world.propose(PolicyChange, vec![]).unwrap();
    world.until_voting(id);
    world.chain.blocks(1);
    let ends = world.view(id).ends;
    world.wait(6 * HOUR);
    assert_eq!(world.view(id).ends, ends);
    world.wait(6 * HOUR + 2_000);
    assert_eq!(world.view(id).ends, ends + 6 * HOUR + 2_000);
}

#[test]
fn calls_may_be_heavier_than_the_share_of_the_hook() {
    // The hook has 2 % of a block, the calls take 5.
    let (mut world, id, eta) = queued(ProtocolUpgrade, vec![super::enactment::heavy(50)]);
    to_before(&mut world, eta);
    world.chain.blocks(1);
    assert_eq!(world.enacted(id), Some(Ok(())));
}

#[test]
fn hook_leaves_calls_that_became_too_heavy_to_others() {
    let (mut world, id, eta) = queued(ProtocolUpgrade, vec![super::enactment::heavy(50)]);
    super::enactment::smuggle(&mut world, id, vec![super::enactment::heavy(150)]);
    to_before(&mut world, eta);
    world.chain.blocks(1);
    let held_up = Event::EnactmentHeldUp { proposal: id, until: eta + HOUR };
    assert!(world.chain.events().contains(&held_up.into()));
    world.advance(id).unwrap();
    assert_eq!(world.status(id), Status::Executed);
}

#[test]
fn nothing_is_enacted_twice() {
    let (mut world, id, eta) = queued(PolicyChange, vec![set_policy(b"greeting")]);
    to_before(&mut world, eta);
    world.chain.blocks(1);
    assert_eq!(world.enacted(id), Some(Ok(())));
    for _ in 0..40 {
        assert_eq!(world.advance(id), Err(error(Error::AlreadyExecuted)));
        world.chain.blocks(1);
        assert_eq!(world.enacted(id), None);
    }
    let version = world.look(|| OpenClaw::policies(1, 0)[0].version);
    assert_eq!(version, 1);
}

/// How many delegators are counted in a block in which the hook has nothing else to do with its share.
fn delegators_counted(share: Perbill) -> usize {
    let (delegate, delegators) = (31, 40..100);
    let some = delegators.clone().map(|who| (who, MILLION));
    let mut world = World::new(&some.chain([(delegate, MILLION)]).collect::<Vec<_>>());
    world.set((governance::HookShare, share));
    world.look(|| VotingPower::accept_delegations(signed_by(&holder(delegate)), Some(0)).unwrap());
    world.chain.blocks(1);
    world.look(|| {
        for who in delegators {
            VotingPower::delegate(signed_by(&holder(who)), holder(delegate).into(), None).unwrap();
        }
    });
    world.chain.blocks(1);
    let id = world.propose(PolicyChange, vec![]).unwrap();
    world.until_voting(id);
    world.vote(id, delegate, Position::For, MILLION);
    world.chain.blocks(1);
    let is_cast =
        |event: &RuntimeEvent| matches!(event, RuntimeEvent::OpenClaw(Event::DelegatorCast { .. }));
    world.chain.events().iter().filter(|event| is_cast(event)).count()
}

/// `docs/governance.md` says so. The figures follow from the weights: measured anew, both change.
#[test]
fn the_hook_counts_delegators_within_its_share() {
    assert_eq!(delegators_counted(Perbill::from_percent(2)), 36);
    assert_eq!(delegators_counted(Perbill::from_parts(5_000_000)), 4);
    assert_eq!(delegators_counted(Perbill::from_parts(4_000_000)), 0);
}
