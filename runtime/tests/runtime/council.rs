use super::chain::Chain;
use aitbc_runtime::*;
use codec::Encode;
use frame_support::{
    assert_noop,
    traits::{Get, UnfilteredDispatchable},
};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{traits::Hash as _, DispatchError};

/// Proposes `call` and lets `voters` say yes; the first of them also closes the motion.
pub fn pass(
    chain: &mut Chain,
    call: RuntimeCall,
    voters: &[Sr25519Keyring],
) -> Result<(), DispatchError> {
    let length = call.encoded_size() as u32;
    let hash = Hashing::hash_of(&call);
    let index = chain.inspect(pallet_collective::ProposalCount::<Runtime, _>::get);
    let threshold = voters.len() as u32;
    chain.call(
        voters[0],
        pallet_collective::Call::propose {
            threshold,
            proposal: Box::new(call),
            length_bound: length,
        },
    )?;
    for voter in voters {
        chain
            .call(*voter, pallet_collective::Call::vote { proposal: hash, index, approve: true })?;
    }
    chain.call(
        voters[0],
        pallet_collective::Call::close {
            proposal_hash: hash,
            index,
            proposal_weight_bound: frame_support::weights::Weight::from_parts(
                250_000_000_000,
                1 << 24,
            ),
            length_bound: length,
        },
    )
}

/// How the call inside the motion that was closed in the latest block ended.
pub fn executed(chain: &mut Chain) -> Option<Result<(), DispatchError>> {
    chain.events().into_iter().find_map(|event| match event {
        RuntimeEvent::Council(pallet_collective::Event::Executed { result, .. }) => Some(result),
        _ => None,
    })
}

fn enter_safe_mode() -> RuntimeCall {
    pallet_openclaw::Call::enter_safe_mode { duration: None }.into()
}

#[test]
fn three_of_five_enter_safe_mode() {
    let mut chain = Chain::development();
    pass(&mut chain, enter_safe_mode(), &[Alice, Bob, Charlie]).unwrap();
    assert_eq!(executed(&mut chain), Some(Ok(())));
    assert!(chain.inspect(SafeMode::is_entered));
}

#[test]
fn two_of_five_do_not() {
    let mut chain = Chain::development();
    pass(&mut chain, enter_safe_mode(), &[Alice, Bob]).unwrap();
    assert_eq!(executed(&mut chain), Some(Err(DispatchError::BadOrigin)));
    assert!(!chain.inspect(SafeMode::is_entered));
}

#[test]
fn outsider_cannot_propose() {
    Chain::development().inspect(|| {
        assert_noop!(
            Council::propose(
                RuntimeOrigin::signed(Ferdie.to_account_id()),
                3,
                Box::new(enter_safe_mode()),
                100
            ),
            pallet_collective::Error::<Runtime, pallet_collective::Instance1>::NotMember
        );
    });
}

#[test]
fn whole_council_is_not_root() {
    let mut chain = Chain::development();
    let call = frame_system::Call::set_code { code: vec![] }.into();
    pass(&mut chain, call, &[Alice, Bob, Charlie, Dave, Eve]).unwrap();
    assert_eq!(executed(&mut chain), Some(Err(DispatchError::BadOrigin)));
}

fn bootstrap(items: Vec<(Vec<u8>, Vec<u8>)>) -> RuntimeCall {
    let call = frame_system::Call::set_storage { items }.into();
    pallet_openclaw::Call::bootstrap_dispatch { call: Box::new(call) }.into()
}

fn stored(chain: &mut Chain) -> Option<Vec<u8>> {
    chain.inspect(|| frame_support::storage::unhashed::get_raw(b"key"))
}

#[test]
fn four_of_five_are_root_during_the_bootstrap() {
    let mut chain = Chain::development();
    let call = bootstrap(vec![(b"key".to_vec(), b"value".to_vec())]);
    pass(&mut chain, call, &[Alice, Bob, Charlie, Dave]).unwrap();
    assert_eq!(executed(&mut chain), Some(Ok(())));
    assert_eq!(stored(&mut chain), Some(b"value".to_vec()));
}

#[test]
fn three_of_five_are_not_root() {
    let mut chain = Chain::development();
    let call = bootstrap(vec![(b"key".to_vec(), b"value".to_vec())]);
    pass(&mut chain, call, &[Alice, Bob, Charlie]).unwrap();
    assert_eq!(executed(&mut chain), Some(Err(DispatchError::BadOrigin)));
    assert_eq!(stored(&mut chain), None);
}

#[test]
fn nobody_is_root_after_the_sunset() {
    let mut chain = Chain::development();
    chain.blocks(2);
    // 90 days of blocks later.
    chain.inspect(|| {
        pallet_openclaw::Bootstrap::<Runtime>::mutate(|bootstrap| {
            bootstrap.as_mut().unwrap().left = 1;
        })
    });
    chain.blocks(1);
    let call = bootstrap(vec![(b"key".to_vec(), b"value".to_vec())]);
    pass(&mut chain, call, &[Alice, Bob, Charlie, Dave]).unwrap();
    let ended = pallet_openclaw::Error::<Runtime>::BootstrapEnded.into();
    assert_eq!(executed(&mut chain), Some(Err(ended)));
    assert_eq!(stored(&mut chain), None);
}

/// Members change through OpenClaw alone, so that approvals of proposals hear of it.
#[test]
#[cfg(not(feature = "runtime-benchmarks"))]
fn nobody_sets_the_members_of_the_collective() {
    Chain::development().inspect(|| {
        let members = || vec![Ferdie.to_account_id()];
        let council = pallet_collective::RawOrigin::Members(5, 5).into();
        let upgrade = pallet_openclaw::Origin::ProtocolUpgrade.into();
        let itself = RuntimeOrigin::signed(Alice.to_account_id());
        for origin in [RuntimeOrigin::root(), council, upgrade, itself] {
            assert_noop!(
                Council::set_members(origin, members(), None, 5),
                DispatchError::BadOrigin
            );
        }
    });
}

#[test]
fn council_spends_nothing_from_the_treasury() {
    let mut chain = Chain::development();
    chain.inspect(|| {
        let origin = pallet_collective::RawOrigin::Members(5, 5);
        assert_noop!(
            Treasury::spend(origin.into(), Box::new(()), 1, Box::new(Alice.to_account_id()), None),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn standstill_does_not_use_up_the_bootstrap() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let slots_of_90_days = 90 * 43_200;
    chain.skip_slots(slots_of_90_days);
    let call = bootstrap(vec![(b"key".to_vec(), b"value".to_vec())]);
    pass(&mut chain, call, &[Alice, Bob, Charlie, Dave]).unwrap();
    assert_eq!(executed(&mut chain), Some(Ok(())));
}

/// How the call that the council dispatched as Root in the latest block ended.
fn dispatched(chain: &mut Chain) -> Option<Result<(), DispatchError>> {
    chain.events().into_iter().find_map(|event| match event {
        RuntimeEvent::OpenClaw(pallet_openclaw::Event::BootstrapDispatched { result }) => {
            Some(result)
        }
        _ => None,
    })
}

#[test]
fn bootstrap_cannot_lengthen_itself() {
    let mut chain = Chain::development();
    chain.blocks(3);
    let before = chain.inspect(OpenClaw::bootstrap_left).unwrap();
    let whole =
        pallet_openclaw::Countdown { left: pallet_openclaw::BOOTSTRAP_DURATION, counted_to: 0 };
    let key = pallet_openclaw::Bootstrap::<Runtime>::hashed_key().to_vec();
    let call = bootstrap(vec![(key, whole.encode())]);
    pass(&mut chain, call, &[Alice, Bob, Charlie, Dave]).unwrap();
    let lengthened = pallet_openclaw::Error::<Runtime>::BootstrapLengthened.into();
    assert_eq!(dispatched(&mut chain), Some(Err(lengthened)));
    assert!(chain.inspect(OpenClaw::bootstrap_left).unwrap() < before);
}

#[test]
fn bootstrap_schedules_nothing() {
    let mut chain = Chain::development();
    let schedule = || -> RuntimeCall {
        pallet_scheduler::Call::schedule_after {
            after: 10,
            maybe_periodic: None,
            priority: 0,
            call: Box::new(frame_system::Call::remark { remark: vec![] }.into()),
        }
        .into()
    };
    let call = pallet_openclaw::Call::bootstrap_dispatch { call: Box::new(schedule()) };
    pass(&mut chain, call.into(), &[Alice, Bob, Charlie, Dave]).unwrap();
    assert_eq!(dispatched(&mut chain), Some(Err(DispatchError::BadOrigin)));

    // Root of an enacted proposal may, once the bootstrap is over.
    chain.inspect(|| {
        OpenClaw::end_bootstrap();
        schedule().dispatch_bypass_filter(RuntimeOrigin::root()).unwrap();
    });
}

/// A motion that the bootstrap should dispatch something, and what became of it.
struct Motion {
    /// The first of these are the members of the council.
    members: usize,
    threshold: u32,
    ayes: usize,
    nays: usize,
}

impl Motion {
    /// Lets the members vote and closes the motion, early or after its time. Returns how many yes votes
    /// were counted, and how the dispatch ended if it was approved; `None` if it is too early.
    fn close(&self, late: bool) -> Option<(u32, Option<Result<(), DispatchError>>)> {
        use frame_system::RawOrigin::Signed;

        let council = [Alice, Bob, Charlie, Dave, Eve].map(|member| member.to_account_id());
        let member = |index: usize| RuntimeOrigin::from(Signed(council[index].clone()));
        let call = bootstrap(vec![(b"key".to_vec(), b"value".to_vec())]);
        let (hash, length) = (Hashing::hash_of(&call), call.encoded_size() as u32);
        Chain::development().inspect(|| {
            System::set_block_number(1);
            // The real one always has five.
            let mut members = council[..self.members].to_vec();
            members.sort();
            pallet_collective::Members::<Runtime, pallet_collective::Instance1>::put(members);
            Council::propose(member(0), self.threshold, Box::new(call), length).unwrap();
            for voter in 0..self.ayes + self.nays {
                Council::vote(member(voter), hash, 0, voter < self.ayes).unwrap();
            }
            if late {
                System::set_block_number(1 + parameters::live::CouncilMotionDuration::get());
            }
            let weight = frame_support::weights::Weight::from_parts(250_000_000_000, 1 << 24);
            Council::close(member(0), hash, 0, weight, length).ok()?;

            let mut yes = None;
            let mut result = None;
            for record in System::events() {
                match record.event {
                    RuntimeEvent::Council(pallet_collective::Event::Closed {
                        yes: all, ..
                    }) => yes = Some(all),
                    RuntimeEvent::Council(pallet_collective::Event::Executed {
                        result: of_motion,
                        ..
                    }) => result = Some(of_motion),
                    _ => {}
                }
            }
            Some((yes.unwrap(), result))
        })
    }
}

#[test]
fn silence_is_not_a_yes() {
    for members in [3, 4, 5] {
        for threshold in 3..=5 {
            for ayes in 2..=members.min(4) {
                for nays in 0..=1.min(members - ayes) {
                    let motion = Motion { members, threshold, ayes, nays };
                    let what = format!("{ayes} ayes, {nays} nays of {members}, {threshold} wanted");
                    let yes = ayes as u32;
                    let result = (yes >= threshold).then_some(if yes >= 4 {
                        Ok(())
                    } else {
                        Err(DispatchError::BadOrigin)
                    });
                    let can_still_pass = (members - nays) as u32 >= threshold;
                    let early = (result.is_some() || !can_still_pass).then_some((yes, result));
                    assert_eq!(motion.close(false), early, "early: {what}");
                    assert_eq!(motion.close(true), Some((yes, result)), "late: {what}");
                }
            }
        }
    }
}
