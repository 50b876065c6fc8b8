//! Enactment by hand: what can stand in its way, and what gets through all the same.

use super::*;
use aitbc_primitives::time::{DAY, HOUR};
use codec::Encode;
use frame_support::{assert_noop, weights::Weight};
use pallet_openclaw::{types::EncodedCalls, Calls, Proposals};
use ProposalKind::*;

/// A world with a proposal that is queued and can be enacted now.
fn queued(kind: ProposalKind, calls: Vec<RuntimeCall>) -> (World, ProposalId) {
    let mut world = world();
    let id = world.propose(kind, calls).unwrap();
    world.pass(id);
    world.until_enactment(id);
    (world, id)
}

/// Replaces the calls of a proposal by others, past all checks.
pub fn smuggle(world: &mut World, id: ProposalId, calls: Vec<RuntimeCall>) {
    let calls = EncodedCalls::truncate_from(calls.encode());
    world.look(|| {
        Proposals::<Runtime>::mutate(id, |proposal| {
            proposal.as_mut().unwrap().call_hash = sp_io::hashing::blake2_256(&calls).into();
        });
        Calls::<Runtime>::insert(id, calls);
    });
}

fn failed(world: &mut World, id: ProposalId, wanted: Error<Runtime>) {
    world.advance(id).unwrap();
    assert_eq!(world.enacted(id), Some(Err(error(wanted))));
    assert_eq!(world.status(id), Status::Failed);
}

/// What a type may not do it cannot do by the back door either: calls are checked again.
#[test]
fn calls_that_were_smuggled_in_are_refused_at_enactment() {
    use parameters::groups::consensus;

    let good = set_inflation(Perbill::zero());
    let of_consensus = RuntimeParameters::Consensus(consensus::Parameters::SessionLength(
        consensus::SessionLength,
        Some(10),
    ));
    let of_consensus: RuntimeCall =
        pallet_parameters::Call::set_parameter { key_value: of_consensus }.into();
    let of_governance = set_governance((governance::MinTurnout, 0));
    let batch = pallet_utility::Call::batch { calls: vec![of_governance.clone()] }.into();
    let bootstrap = Call::bootstrap_dispatch { call: Box::new(of_governance.clone()) }.into();
    for bad in [of_governance, of_consensus, batch, bootstrap, set_council()] {
        let (mut world, id) = queued(ParameterChange, vec![good.clone()]);
        let before = world.look(|| (inflation(), parameters::live::MinTurnout::get()));
        let is_council = bad == set_council();
        let calls = if is_council { vec![bad] } else { vec![good.clone(), bad] };
        smuggle(&mut world, id, calls);
        failed(&mut world, id, Error::CallNotAllowed);
        assert_eq!(world.look(|| (inflation(), parameters::live::MinTurnout::get())), before);
        assert_ne!(world.look(members), successors());
    }
}

#[test]
fn calls_that_do_not_decode_any_more_are_outdated() {
    let (mut world, id) = queued(ParameterChange, vec![set_inflation(Perbill::zero())]);
    let calls = world.look(|| {
        let garbage = EncodedCalls::truncate_from(vec![4, 255, 255, 255]);
        Calls::<Runtime>::mutate(id, |calls| calls.replace(garbage))
    });
    failed(&mut world, id, Error::OutdatedCalls);
    // No invariant allows for garbage.
    world.look(|| Calls::<Runtime>::set(id, calls));
}

/// A call that was stored by an older runtime may decode to another one.
#[test]
fn calls_are_outdated_after_a_raise_of_the_transaction_version() {
    let (mut world, id) = queued(ParameterChange, vec![set_inflation(Perbill::zero())]);
    let before = world.look(inflation);
    world.look(|| {
        Proposals::<Runtime>::mutate(id, |proposal| {
            let proposal = proposal.as_mut().unwrap();
            assert_eq!(proposal.transaction_version, VERSION.transaction_version);
            proposal.transaction_version -= 1;
        })
    });
    failed(&mut world, id, Error::OutdatedCalls);
    assert_eq!(world.look(inflation), before);
}

/// All or none.
#[test]
fn call_that_fails_undoes_those_before_it() {
    let good = set_inflation(Perbill::zero());
    let too_many = pallet_staking::Call::set_validator_count { new: 1_000_000 };
    let (mut world, id) = queued(ProtocolUpgrade, vec![good, too_many.into()]);
    let before = world.look(inflation);
    world.advance(id).unwrap();
    assert!(matches!(world.enacted(id), Some(Err(DispatchError::Module(_)))));
    assert_eq!(world.status(id), Status::Failed);
    assert_eq!(world.look(inflation), before);
}

#[test]
fn all_calls_of_a_protocol_upgrade_are_made_in_their_order() {
    let calls = vec![
        set_inflation(Perbill::from_percent(1)),
        set_governance((governance::MinTurnout, 5 * AITBC)),
        authorize(b"code"),
        pallet_staking::Call::set_validator_count { new: 20 }.into(),
        set_inflation(Perbill::from_percent(3)),
    ];
    let (mut world, id) = queued(ProtocolUpgrade, calls);
    world.advance(id).unwrap();
    assert_eq!(world.enacted(id), Some(Ok(())));
    world.look(|| {
        assert_eq!(inflation(), Perbill::from_percent(3));
        assert_eq!(parameters::live::MinTurnout::get(), 5 * AITBC);
        assert!(System::authorized_upgrade().is_some());
        assert_eq!(pallet_staking::ValidatorCount::<Runtime>::get(), 20);
    });
}

/// Two with equal texts and calls: one goes, the other has its own.
#[test]
fn equal_proposals_do_not_share_their_calls() {
    let mut world = world();
    let calls = || vec![set_inflation(Perbill::zero())];
    let withdrawn = world.propose(ParameterChange, calls()).unwrap();
    let enacted = world.propose(ParameterChange, calls()).unwrap();
    world.look(|| OpenClaw::withdraw(signed_by(&holder(PROPOSER)), withdrawn).unwrap());
    world.pass(enacted);
    world.until_enactment(enacted);
    // All that is left of the first goes as well.
    world.advance(enacted).unwrap();
    assert_eq!(world.enacted(enacted), Some(Ok(())));
    assert_eq!(world.status(withdrawn), Status::Cancelled);
    assert_eq!(world.look(inflation), Perbill::zero());
}

#[test]
fn brake_holds_up_a_policy_change_and_neither_emergency_nor_upgrade() {
    let mut world = world();
    let policy = world.propose(PolicyChange, vec![set_policy(b"greeting")]).unwrap();
    let parameter = world.propose(ParameterChange, vec![set_inflation(Perbill::zero())]).unwrap();
    let upgrade = world.propose(ProtocolUpgrade, vec![authorize(b"code")]).unwrap();
    for (id, approvals) in [(policy, false), (parameter, false), (upgrade, true)] {
        world.until_voting(id);
        for who in [2, 3] {
            world.vote(id, who, Position::For, 50 * MILLION);
        }
        if approvals {
            world.approve(id, &[Alice, Bob, Charlie]);
        }
    }
    world.until_end(policy);
    for id in [policy, parameter, upgrade] {
        world.advance(id).unwrap();
    }
    let eta = world.view(policy).eta.unwrap();
    world.to(eta - HOUR);
    world.look(|| {
        let emergency = pallet_openclaw::Origin::Emergency.into();
        OpenClaw::enter_safe_mode(emergency, Some(2 * HOUR)).unwrap();
    });
    world.to(eta);
    // `Parameters.set_parameter` does not pass safe mode; calls of OpenClaw itself do.
    assert_eq!(world.advance(parameter), Err(error(Error::NothingDue)));
    assert_eq!(world.status(parameter), Status::Queued);
    for id in [policy, upgrade] {
        world.advance(id).unwrap();
        assert_eq!(world.enacted(id), Some(Ok(())));
    }
    world.wait(HOUR);
    world.chain.blocks(1);
    assert!(!world.look(SafeMode::is_entered));
    world.advance(parameter).unwrap();
    assert_eq!(world.look(inflation), Perbill::zero());
}

#[test]
fn what_cannot_be_enacted_for_fourteen_days_expires() {
    let mut world = world();
    let id = world.propose(ProtocolUpgrade, vec![authorize(b"code")]).unwrap();
    world.until_voting(id);
    for who in [2, 3] {
        world.vote(id, who, Position::For, 50 * MILLION);
    }
    world.approve(id, &[Alice, Bob]);
    world.until_end(id);
    world.advance(id).unwrap();
    assert_eq!(world.status(id), Status::Passed);
    let eta = world.view(id).eta.unwrap();
    world.to(eta + 14 * DAY - 2_000);
    assert_eq!(world.advance(id), Err(error(Error::NothingDue)));
    world.to(eta + 14 * DAY);
    world.advance(id).unwrap();
    assert_eq!(world.status(id), Status::Expired);
    assert!(world.look(System::authorized_upgrade).is_none());
}

/// Calls that cost about so many parts of a thousand of a block.
pub fn heavy(permille: u64) -> RuntimeCall {
    use frame_support::dispatch::GetDispatchInfo;

    let clear = |limit| -> RuntimeCall {
        let selector = pallet_migrations::HistoricCleanupSelector::Wildcard {
            limit: Some(limit),
            previous_cursor: None,
        };
        pallet_migrations::Call::clear_historic { selector }.into()
    };
    let block = limits::RuntimeBlockWeights::get().max_block.ref_time();
    let weight = |call: &RuntimeCall| call.get_dispatch_info().call_weight.ref_time();
    let (none, one) = (weight(&clear(0)), weight(&clear(1)));
    assert!(one > none);
    let limit = (block / 1_000 * permille - none) / (one - none);
    let call = clear(limit.try_into().unwrap());
    let of_block = weight(&call) * 1_000 / block;
    assert!(of_block.abs_diff(permille) <= 1, "{of_block}");
    call
}

/// What calls may cost at most when somebody enacts them.
pub fn heavy_limit() -> Weight {
    <Runtime as pallet_openclaw::Config>::MaxAdvance::get()
}

#[test]
fn calls_may_take_a_tenth_of_a_block() {
    let mut world = world();
    world.propose(ProtocolUpgrade, vec![heavy(98)]).unwrap();
    for calls in [vec![heavy(103)], vec![heavy(50), heavy(54)]] {
        let refused = world.propose(ProtocolUpgrade, calls);
        assert_eq!(refused, Err(error(Error::TooHeavy)));
    }
}

/// A later runtime may find calls heavier than they were.
#[test]
fn calls_that_became_heavier_are_advanced_by_those_who_declare_it() {
    let (mut world, id) = queued(ProtocolUpgrade, vec![heavy(50)]);
    smuggle(&mut world, id, vec![heavy(200)]);
    world.look(|| {
        let small = Weight::from_parts(1_000_000_000, u64::MAX);
        let advanced = OpenClaw::advance(signed_by(&holder(255)), id, small);
        assert_eq!(advanced.unwrap_err().error, error(Error::TooHeavy));
    });
    world.advance(id).unwrap();
    assert_eq!(world.enacted(id), Some(Ok(())));

    let (mut world, id) = queued(ProtocolUpgrade, vec![heavy(50)]);
    smuggle(&mut world, id, vec![heavy(260)]);
    failed(&mut world, id, Error::TooHeavy);
}

/// The most that somebody can declare fits into a transaction.
#[test]
fn largest_enactment_by_hand_fits_into_a_transaction() {
    use frame_support::dispatch::{DispatchClass, GetDispatchInfo};

    let (mut world, id) = queued(ProtocolUpgrade, vec![heavy(50)]);
    smuggle(&mut world, id, vec![heavy(230)]);
    let max_weight = heavy_limit();
    let advance = RuntimeCall::from(Call::advance { proposal: id, max_weight });
    let largest =
        limits::RuntimeBlockWeights::get().get(DispatchClass::Normal).max_extrinsic.unwrap();
    assert!(advance.get_dispatch_info().call_weight.all_lte(largest));
    world.chain.call(Bob, advance).unwrap();
    assert_eq!(world.status(id), Status::Executed);
}

#[test]
fn nobody_enacts_with_the_origin_of_a_proposal() {
    Chain::development().inspect(|| {
        let alice = || signed_by(&Alice.to_account_id());
        assert_noop!(OpenClaw::cancel_proposal(alice(), 0), DispatchError::BadOrigin);
        assert_noop!(
            OpenClaw::set_policy(alice(), b"name".to_vec(), vec![]),
            DispatchError::BadOrigin
        );
    });
}
