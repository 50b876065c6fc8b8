//! What a motion of the council costs its proposer, and how many one member may have.

use super::{
    chain::Chain,
    state_price::{held, propose, remark},
};
use aitbc_primitives::token::EXISTENTIAL_DEPOSIT;
use aitbc_runtime::{adapters::council::*, *};
use codec::Encode;
use frame_support::{
    assert_noop, assert_ok,
    traits::{
        fungible::{Inspect, InspectHold},
        Get,
    },
};
use pallet_collective::{Config, Error, Event, Instance1};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Ferdie};
use sp_runtime::{
    traits::{Dispatchable, Hash as _},
    DispatchError, DispatchResult, TokenError,
};

fn hash_of(call: &RuntimeCall) -> Hash {
    Hashing::hash_of(call)
}

/// One member says no to a motion that needs all five, and closes it.
fn disapprove(chain: &mut Chain, call: &RuntimeCall, index: u32) {
    let vote = pallet_collective::Call::vote { proposal: hash_of(call), index, approve: false };
    chain.call(Charlie, vote).unwrap();
    let close = pallet_collective::Call::close {
        proposal_hash: hash_of(call),
        index,
        proposal_weight_bound: Default::default(),
        length_bound: call.encoded_size() as u32,
    };
    chain.call(Charlie, close).unwrap();
}

fn release(chain: &mut Chain, who: Sr25519Keyring, call: &RuntimeCall) -> DispatchResult {
    let proposal_hash = hash_of(call);
    chain.call(who, pallet_collective::Call::release_proposal_cost { proposal_hash })
}

#[test]
fn deposit_of_a_motion_comes_back_when_it_is_closed() {
    let mut chain = Chain::development();
    let (call, before) = (remark(b"motion"), held(&mut chain, Bob));
    chain.call(Bob, propose(call.clone())).unwrap();
    assert_eq!(held(&mut chain, Bob) - before, MOTION_DEPOSIT);

    let active = Error::<Runtime, Instance1>::ProposalActive;
    assert_eq!(release(&mut chain, Ferdie, &call), Err(active.into()));
    disapprove(&mut chain, &call, 0);
    assert_eq!(held(&mut chain, Bob) - before, MOTION_DEPOSIT);
    // By anybody.
    release(&mut chain, Ferdie, &call).unwrap();
    assert_eq!(held(&mut chain, Bob), before);
    let released =
        Event::ProposalCostReleased { proposal_hash: hash_of(&call), who: Bob.to_account_id() };
    assert!(chain.events().contains(&RuntimeEvent::Council(released)));
}

#[test]
fn member_has_at_most_8_motions() {
    let mut chain = Chain::development();
    let motions: Vec<_> = (0..9).map(|number| remark(&[number])).collect();
    for motion in &motions[..8] {
        chain.call(Bob, propose(motion.clone())).unwrap();
    }
    let ninth = || propose(motions[8].clone());
    let too_many = DispatchError::from(Error::<Runtime, Instance1>::TooManyProposals);
    assert_eq!(chain.call(Bob, ninth()), Err(too_many));
    // Three members leave room for the others.
    let most: u32 = <Runtime as Config<Instance1>>::MaxProposals::get();
    assert!(3 * 8 < most);
    chain.call(Alice, ninth()).unwrap();

    // A closed one counts until its deposit is back.
    disapprove(&mut chain, &motions[0], 0);
    let tenth = || propose(remark(&[9]));
    assert_eq!(chain.call(Bob, tenth()), Err(too_many));
    release(&mut chain, Bob, &motions[0]).unwrap();
    chain.call(Bob, tenth()).unwrap();
}

#[test]
fn member_that_cannot_pay_the_deposit_proposes_nothing() {
    let mut chain = Chain::development();
    chain.inspect(|| {
        let all = Balances::total_balance(&Bob.to_account_id());
        let keep = MOTION_DEPOSIT + EXISTENTIAL_DEPOSIT - 1;
        let bob = || RuntimeOrigin::signed(Bob.to_account_id());
        let ferdie = Ferdie.to_account_id();
        assert_ok!(Balances::transfer_keep_alive(bob(), ferdie.into(), all - keep));
        assert_noop!(propose(remark(b"motion")).dispatch(bob()), TokenError::FundsUnavailable);
        assert_ok!(Balances::transfer_keep_alive(
            RuntimeOrigin::signed(Alice.to_account_id()),
            Bob.to_account_id().into(),
            1
        ));
        assert_ok!(propose(remark(b"motion")).dispatch(bob()));
    });
}

/// The stock pallet would forget a deposit that nobody has fetched.
#[test]
fn second_motion_about_a_call_gives_the_first_deposit_back() {
    let mut chain = Chain::development();
    let call = remark(b"again");
    let before = [Bob, Charlie].map(|who| held(&mut chain, who));
    for (index, who) in [Bob, Bob, Charlie].into_iter().enumerate() {
        chain.call(who, propose(call.clone())).unwrap();
        disapprove(&mut chain, &call, index as u32);
    }
    let after = [Bob, Charlie].map(|who| held(&mut chain, who));
    assert_eq!(after[0], before[0]);
    assert_eq!(after[1] - before[1], MOTION_DEPOSIT);
    release(&mut chain, Ferdie, &call).unwrap();
    assert_eq!(held(&mut chain, Charlie), before[1]);
}

#[test]
fn killed_motion_costs_its_deposit() {
    let mut chain = Chain::development();
    let call = remark(b"kill me");
    chain.call(Bob, propose(call.clone())).unwrap();
    chain.inspect(|| {
        let all = || Balances::total_balance(&Bob.to_account_id());
        let before = all();
        assert_ok!(Council::kill(RuntimeOrigin::root(), hash_of(&call)));
        assert_eq!(before - all(), MOTION_DEPOSIT);
        assert_eq!(Balances::balance_on_hold(&Reason::get(), &Bob.to_account_id()), 0);
    });
}
