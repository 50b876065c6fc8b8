use super::chain::Chain;
use crate::*;
use codec::Encode;
use frame_support::assert_noop;
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
        chain.call(
            *voter,
            pallet_collective::Call::vote {
                proposal: hash,
                index,
                approve: true,
            },
        )?;
    }
    chain.call(
        voters[0],
        pallet_collective::Call::close {
            proposal_hash: hash,
            index,
            proposal_weight_bound: frame_support::weights::Weight::from_parts(
                500_000_000_000,
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
    pallet_safe_mode::Call::force_enter {}.into()
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
    let mut chain = Chain::development();
    let outcome = pass(&mut chain, enter_safe_mode(), &[Ferdie]);
    assert_eq!(
        outcome,
        Err(pallet_collective::Error::<Runtime, pallet_collective::Instance1>::NotMember.into())
    );
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
    pallet_openclaw::Call::bootstrap_dispatch {
        call: Box::new(call),
    }
    .into()
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
    let slots_of_90_days = 90 * 43_200;
    chain.skip_slots(slots_of_90_days);
    let call = bootstrap(vec![(b"key".to_vec(), b"value".to_vec())]);
    pass(&mut chain, call, &[Alice, Bob, Charlie, Dave]).unwrap();
    let ended = pallet_openclaw::Error::<Runtime>::BootstrapEnded.into();
    assert_eq!(executed(&mut chain), Some(Err(ended)));
    assert_eq!(stored(&mut chain), None);
}

#[test]
fn council_spends_nothing_from_the_treasury() {
    let mut chain = Chain::development();
    chain.inspect(|| {
        let origin = pallet_collective::RawOrigin::Members(5, 5);
        assert_noop!(
            Treasury::spend(
                origin.into(),
                Box::new(()),
                1,
                Box::new(Alice.to_account_id()),
                None
            ),
            DispatchError::BadOrigin
        );
    });
}
