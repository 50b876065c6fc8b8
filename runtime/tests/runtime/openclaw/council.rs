//! The council and its successors, and the end of the bootstrap.

use super::*;
use aitbc_primitives::reputation::RepLedger;
use aitbc_primitives::time::{DAY, HOUR};
use codec::{Decode, Encode};
use frame_support::{assert_noop, assert_ok};
use ProposalKind::*;

/// Nobody asks those who go: not their approval, nor their brakes, nor their verdict.
#[test]
fn council_is_replaced_against_its_will_while_in_safe_mode() {
    let mut world = world().after_bootstrap();
    let id = world.propose(ParameterChange, vec![set_council()]).unwrap();
    let view = world.view(id);
    assert_eq!(view.quorum, Perbill::from_percent(10));
    assert_eq!(view.approvals_required, 0);
    world.look(|| {
        // With a domain too small for a pool there is no court at all.
        let origin = signed_by(&Bob.to_account_id());
        let domain = aitbc_primitives::reputation::Domain::Governance;
        Reputation::burn(domain, &Alice.to_account_id(), u128::MAX);
        assert_noop!(
            OpenClaw::challenge(
                origin,
                id,
                aitbc_primitives::governance::proposals::Grounds::Malicious,
                vec![]
            ),
            error(Error::NoCourt)
        );
    });
    world.pass(id);
    world.look(|| {
        assert_noop!(OpenClaw::postpone(council(), id), error(Error::NotPostponable));
        let emergency = pallet_openclaw::Origin::Emergency.into();
        assert_noop!(OpenClaw::cancel_proposal(emergency, id), error(Error::NotCancellable));
    });
    let eta = world.view(id).eta.unwrap();
    world.to(eta - 2 * HOUR);
    world.look(|| OpenClaw::enter_safe_mode(council(), None).unwrap());
    world.to(eta);
    assert!(world.look(SafeMode::is_entered));
    world.advance(id).unwrap();
    assert_eq!(world.enacted(id), Some(Ok(())));
    assert_eq!(world.look(members), successors());
}

/// Else a tenth of all votes, or later a twentieth, would get Root: four of a new council have it.
#[test]
fn only_what_ends_the_bootstrap_replaces_the_council_while_it_lasts() {
    let mut world = world();
    let refused = Err(error(Error::CallNotAllowed));
    assert_eq!(world.propose(ParameterChange, vec![set_council()]), refused);
    let id = world.propose(ProtocolUpgrade, vec![set_council()]).unwrap();
    world.pass(id);
    world.until_enactment(id);
    world.advance(id).unwrap();
    assert_eq!(world.look(members), successors());
    assert!(!world.look(OpenClaw::is_bootstrap));
}

#[test]
fn open_motions_and_approvals_lose_those_who_leave() {
    let mut world = world();
    let id = world.propose(ProtocolUpgrade, vec![authorize(b"code")]).unwrap();
    world.approve(id, &[Alice, Bob]);
    let motion = RuntimeCall::from(Call::enter_safe_mode { duration: None });
    let propose = pallet_collective::Call::propose {
        threshold: 3,
        length_bound: 100,
        proposal: Box::new(motion),
    };
    world.chain.call(Bob, propose).unwrap();
    let of_leaver = pallet_collective::Call::propose {
        threshold: 2,
        length_bound: 100,
        proposal: Box::new(Call::exit_safe_mode {}.into()),
    };
    world.chain.call(Alice, of_leaver).unwrap();
    let motions = pallet_collective::Proposals::<Runtime, pallet_collective::Instance1>::get;
    let hash = world.look(motions)[0];
    for member in [Alice, Bob] {
        let vote = pallet_collective::Call::vote { proposal: hash, index: 0, approve: true };
        world.chain.call(member, vote).unwrap();
    }
    world.look(|| {
        let [bob, charlie, dave, eve] =
            [Bob, Charlie, Dave, Eve].map(|member| member.to_account_id());
        let members = [holder(11), eve, dave, charlie, bob.clone()];
        assert_ok!(OpenClaw::set_council(RuntimeOrigin::root(), members));
        let votes =
            pallet_collective::Voting::<Runtime, pallet_collective::Instance1>::get(hash).unwrap();
        // Its fields are private: index, threshold, those who said yes.
        let (_, _, ayes) = <(u32, u32, Vec<AccountId>)>::decode(&mut &votes.encode()[..]).unwrap();
        assert_eq!(ayes, std::slice::from_ref(&bob));
        assert_eq!(motions().into_inner(), [hash], "the motion of Alice is dropped");
        assert_eq!(OpenClaw::proposal(id).unwrap().approvals, [bob]);
    });
}

#[test]
fn five_different_accounts_make_a_council() {
    let mut world = world().after_bootstrap();
    let twice = Call::set_council { members: [11, 12, 13, 14, 11].map(holder) };
    assert_eq!(
        world.propose(ParameterChange, vec![twice.into()]),
        Err(error(Error::DuplicateMember))
    );
    let alone = vec![set_council(), set_inflation(Perbill::zero())];
    assert_eq!(world.propose(ParameterChange, alone), Err(error(Error::MustBeAlone)));
    world.look(|| {
        let of = |kind: ProposalKind| RuntimeOrigin::from(pallet_openclaw::Origin::from(kind));
        for kind in ProposalKind::ALL {
            let may = matches!(kind, ParameterChange | ProtocolUpgrade);
            let set = OpenClaw::set_council(of(kind), successors());
            assert_eq!(set.is_ok(), may, "{kind:?}");
        }
        for origin in [council(), signed_by(&holder(2))] {
            assert_noop!(OpenClaw::set_council(origin, successors()), DispatchError::BadOrigin);
        }
    });
}

#[test]
fn council_postpones_once_by_more_than_an_emergency_takes() {
    let mut world = world();
    let id = world.propose(ParameterChange, vec![set_inflation(Perbill::zero())]).unwrap();
    world.look(|| {
        assert_noop!(OpenClaw::postpone(council(), id), error(Error::NotPostponable));
    });
    world.pass(id);
    let eta = world.view(id).eta.unwrap();
    world.look(|| {
        assert_noop!(
            OpenClaw::postpone(signed_by(&Alice.to_account_id()), id),
            DispatchError::BadOrigin
        );
        assert_ok!(OpenClaw::postpone(council(), id));
        assert_noop!(OpenClaw::postpone(council(), id), error(Error::AlreadyPostponed));
    });
    assert_eq!(world.view(id).eta, Some(eta + 4 * DAY));
    let cancel = Call::cancel_proposal { proposal: id };
    let emergency = world.propose(Emergency, vec![cancel.into()]).unwrap();
    world.pass(emergency);
    world.until_enactment(emergency);
    world.advance(emergency).unwrap();
    assert_eq!(world.status(id), Status::Cancelled);
    assert!(world.now() < eta + 4 * DAY);
}

#[test]
fn bootstrap_is_alive_after_a_policy_change_and_closed_after_a_protocol_upgrade() {
    let mut world = world();
    let policy = world.propose(PolicyChange, vec![set_policy(b"greeting")]).unwrap();
    world.pass(policy);
    world.until_enactment(policy);
    world.advance(policy).unwrap();
    assert_eq!(world.status(policy), Status::Executed);
    assert!(world.look(OpenClaw::is_bootstrap));

    // One that fails does not end it either: there is no such slash.
    let cancel = pallet_staking::Call::cancel_deferred_slash { era: 0, slash_indices: vec![7] };
    let failing = world.propose(ProtocolUpgrade, vec![cancel.into()]).unwrap();
    world.pass(failing);
    world.until_enactment(failing);
    world.advance(failing).unwrap();
    assert_eq!(world.status(failing), Status::Failed);
    assert!(world.look(OpenClaw::is_bootstrap));

    let upgrade = world.propose(ProtocolUpgrade, vec![authorize(b"code")]).unwrap();
    world.pass(upgrade);
    world.until_enactment(upgrade);
    world.advance(upgrade).unwrap();
    assert_eq!(world.status(upgrade), Status::Executed);
    assert!(!world.look(OpenClaw::is_bootstrap));
    let closed =
        |event: &RuntimeEvent| matches!(event, RuntimeEvent::OpenClaw(Event::BootstrapClosed));
    assert!(world.chain.events().iter().any(closed));
}
