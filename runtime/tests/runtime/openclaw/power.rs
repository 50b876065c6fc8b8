//! No token counts twice in the block of a snapshot.

use super::*;
use aitbc_primitives::time::DAY;
use frame_support::assert_noop;
use Position::{Against, For};
use ProposalKind::PolicyChange;

/// A delegation that is made in the block of the snapshot counts for later ones: the delegator votes itself, and
/// its delegate without it. Owners of agents come with "Agents"; that theirs change for later snapshots only is the
/// contract of `Owners`, with a double in the tests of voting power.
#[test]
fn delegation_in_the_block_of_the_snapshot_counts_nothing_twice() {
    let mut world = World::new(&[(2, 10 * MILLION), (3, 20 * MILLION)]);
    world.look(|| VotingPower::accept_delegations(signed_by(&holder(3)), Some(0)).unwrap());
    world.chain.blocks(1);
    world.look(|| {
        VotingPower::delegate(signed_by(&holder(2)), holder(3).into(), None).unwrap();
    });
    let id = world.propose(PolicyChange, vec![]).unwrap();
    world.until_voting(id);
    world.vote(id, 3, For, 20 * MILLION);
    world.look(|| {
        assert_noop!(
            OpenClaw::cast_for_delegator(signed_by(&holder(255)), id, holder(2)),
            pallet_voting_power::Error::<Runtime>::DelegatedTooLate
        );
    });
    world.vote(id, 2, Against, 10 * MILLION);
    let count = world.count(id);
    assert_eq!((count.approving, count.opposing), (20 * MILLION, 10 * MILLION));
}

/// What a holder takes back from its delegate in that block its delegate still votes with, until it votes itself.
#[test]
fn delegation_that_ends_in_the_block_of_the_snapshot_counts_once() {
    let mut world = World::new(&[(2, 10 * MILLION), (3, 20 * MILLION)]);
    world.look(|| VotingPower::accept_delegations(signed_by(&holder(3)), Some(0)).unwrap());
    world.look(|| {
        VotingPower::delegate(signed_by(&holder(2)), holder(3).into(), Some(10 * MILLION)).unwrap();
    });
    world.wait(DAY);
    let id = world.propose(PolicyChange, vec![]).unwrap();
    world.look(|| VotingPower::undelegate(signed_by(&holder(2))).unwrap());
    world.until_voting(id);
    world.vote(id, 3, For, 20 * MILLION);
    let _ = world.look(|| OpenClaw::cast_for_delegator(signed_by(&holder(255)), id, holder(2)));
    world.vote(id, 2, Against, 10 * MILLION);
    let count = world.count(id);
    assert_eq!((count.approving, count.opposing), (20 * MILLION, 10 * MILLION));
}

/// What was sent on in the block of the snapshot counts for nobody: the sender no longer has it, and the receiver
/// has not had it.
#[test]
fn tokens_that_move_in_the_block_of_the_snapshot_count_nothing_twice() {
    use frame_support::traits::{fungible::Mutate, tokens::Preservation::Expendable};

    let mut world = World::new(&[(2, 10 * MILLION), (3, 0)]);
    let id = world.propose(PolicyChange, vec![]).unwrap();
    world.look(|| {
        Balances::transfer(&holder(2), &holder(3), 10 * MILLION, Expendable).unwrap();
    });
    world.until_voting(id);
    world.look(|| {
        let counted = |who: u8, position| match OpenClaw::vote(
            signed_by(&holder(who)),
            id,
            position,
            None,
            None,
        ) {
            Ok(_) => OpenClaw::vote_of(id, holder(who)).unwrap().own,
            Err(_) => 0,
        };
        let all = counted(2, For) + counted(3, Against);
        assert!(all <= 2 * FLOAT, "{all}");
    });
}
