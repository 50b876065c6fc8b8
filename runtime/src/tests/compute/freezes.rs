//! Scenario S8 of the design, with real vesting and real votes.

use super::*;
use crate::genesis::{networks::Network, patch};
use aitbc_primitives::{
    governance::proposals::{Category, Position, ProposalKind, Wishes},
    market::gpu::{Capacity, SlashReason},
    presets,
};
use frame_support::traits::{
    fungible::{InspectFreeze, Mutate},
    tokens::Preservation,
};
use sp_runtime::{DispatchError, TokenError};

fn holder() -> AccountId {
    AccountId::new([1; 32])
}

fn accomplice() -> AccountId {
    AccountId::new([2; 32])
}

/// The development network, on which the holder has had 200 since genesis, 100 of which vest, next to nothing in a
/// block. The accomplice has 10.
fn world() -> Chain {
    let mut genesis = patch(&Network::named(presets::DEVELOPMENT).unwrap());
    let balances = genesis["balances"]["balances"].as_array_mut().unwrap();
    balances.push(serde_json::json!([holder(), 200 * AITBC]));
    balances.push(serde_json::json!([accomplice(), 10 * AITBC]));
    let vesting = genesis["vesting"]["vesting"].as_array_mut().unwrap();
    vesting.push(serde_json::json!([holder(), 0, 1_000_000_000, 100 * AITBC]));
    let mut chain = Chain::of_patch(genesis);
    chain.blocks(2);
    chain.inspect(|| {
        assert_eq!(System::account(holder()).data.frozen, 100 * AITBC);
        assert_eq!(Balances::total_balance(&holder()), 200 * AITBC);
    });
    chain
}

fn of(who: &AccountId) -> Balance {
    Balances::total_balance(who)
}

/// Has the holder vote with everything it has.
fn vote_with_everything(chain: &mut Chain) {
    let id = pallet_openclaw::NextProposal::<Runtime>::get;
    let id = chain.inspect(|| {
        let id = id();
        OpenClaw::propose(
            signed(Dave),
            ProposalKind::PolicyChange,
            b"A title of a proposal".to_vec(),
            vec![b'd'; 50],
            vec![],
            Category::Other,
            vec![],
            Wishes::default(),
        )
        .unwrap();
        id
    });
    let from = chain.inspect(|| OpenClaw::proposal(id).unwrap().voting_from);
    to(chain, from);
    chain.inspect(|| {
        OpenClaw::vote(signed_by(&holder()), id, Position::For, None, None).unwrap();
    });
}

#[test]
fn scenario_s8_freeze_cannot_stop_a_payment() {
    let mut chain = world();
    let id = chain.inspect(|| {
        let id = agree(&holder(), &accomplice(), 97 * AITBC);
        let held = pallet_escrow::HoldReason::Payment.into();
        use frame_support::traits::fungible::InspectHold;
        assert_eq!(Balances::balance_on_hold(&held, &holder()), 99_425 * MILLI);
        let second = Escrow::create(signed_by(&holder()), accomplice(), terms(97 * AITBC));
        assert_eq!(second, Err(pallet_escrow::Error::<Runtime>::Frozen.into()));
        id
    });
    vote_with_everything(&mut chain);
    let treasury = pots::account(pots::TREASURY);
    chain.inspect(|| {
        // Nearly all is frozen, far more than what is not on hold.
        let reason = pallet_voting_power::FreezeReason::Ballot.into();
        let frozen = Balances::balance_frozen(&reason, &holder());
        assert!(frozen >= 198 * AITBC, "{frozen}");
        let sent = <Balances as Mutate<_>>::transfer(
            &holder(),
            &accomplice(),
            AITBC,
            Preservation::Preserve,
        );
        assert!(sent.is_err(), "what is frozen cannot be transferred");

        let before = (of(&accomplice()), of(&treasury), Balances::total_issuance());
        Escrow::release(signed_by(&holder()), id, 0).unwrap();
        assert_eq!(of(&accomplice()), before.0 + 97 * AITBC);
        assert_eq!(of(&treasury), before.1 + 2_425 * MILLI);
        assert_eq!(of(&holder()), 100_575 * MILLI);
        assert_eq!(Balances::total_issuance(), before.2);
    });
    chain.blocks(2);
}

/// A fee, or a slash, is paid out of frozen tokens as well.
#[test]
fn scenario_s8_freeze_stops_neither_a_stream_nor_a_slash() {
    let mut chain = world();
    let (stream, position) = chain.inspect(|| {
        let stream = pallet_escrow::NextId::<Runtime>::get();
        let origin = || signed_by(&Bob.to_account_id());
        Escrow::open_stream(origin(), accomplice(), MILLI, 60 * MILLI, None).unwrap();
        let holder = || signed_by(&holder());
        let position = pallet_gpu_staking::NextPosition::<Runtime>::get();
        GpuStaking::stake(holder(), 0, 10, 100 * AITBC, 7 * DAY, Hash::zero()).unwrap();
        (stream, position)
    });
    vote_with_everything(&mut chain);
    chain.inspect(|| {
        <GpuStaking as Capacity<AccountId>>::allocate(position, 0, 100 * AITBC).unwrap();
        let before = of(&accomplice());
        let slash = <GpuStaking as Capacity<AccountId>>::slash;
        let taken = slash(position, 100 * AITBC, Some(&accomplice()), SlashReason::Bond);
        assert_eq!(taken, 100 * AITBC);
        assert_eq!(of(&accomplice()), before + 50 * AITBC);
        assert_eq!(of(&holder()), 100 * AITBC);
        // The stream of somebody else goes on.
        assert!(Escrow::stream(stream).is_some());
    });
    chain.blocks(2);
}

#[test]
fn scenario_s8_vesting_cannot_leave_through_escrows() {
    let mut chain = world();
    chain.inspect(|| {
        let frozen = DispatchError::from(pallet_escrow::Error::<Runtime>::Frozen);
        let create = |amount| Escrow::create(signed_by(&holder()), accomplice(), terms(amount));
        let stream =
            |amount| Escrow::open_stream(signed_by(&holder()), accomplice(), MILLI, amount, None);
        // 97.561 and the fee on it are more than 100, to the unit.
        let most = 97_560_975_609_757;
        assert_noop!(create(most + 1), frozen);
        assert_noop!(stream(most + 1), frozen);
        create(most).unwrap();
        // What is not frozen was held.
        assert_noop!(create(MILLI), frozen);
        assert_noop!(stream(60 * MILLI), frozen);
        let collateral =
            GpuStaking::stake(signed_by(&holder()), 0, 10, 100 * AITBC, 7 * DAY, Hash::zero());
        // The deposit of the escrow is not there for it either.
        let no_cover = DispatchError::from(pallet_gpu_staking::Error::<Runtime>::Frozen);
        let too_few = DispatchError::from(TokenError::FundsUnavailable);
        assert!([Err(no_cover), Err(too_few)].contains(&collateral), "{collateral:?}");

        let id = pallet_escrow::NextId::<Runtime>::get() - 1;
        Escrow::accept(signed_by(&accomplice()), id).unwrap();
        Escrow::release(signed_by(&holder()), id, 0).unwrap();
        // All that was free to go has gone, and none of what vests.
        assert!(of(&holder()) >= 100 * AITBC);
        assert!(of(&holder()) <= 100 * AITBC + 2);
        assert_noop!(create(MILLI), frozen);
    });
    chain.blocks(2);
}

/// Nor through collateral of which an accomplice gets half.
#[test]
fn scenario_s8_vesting_cannot_leave_through_collateral() {
    let mut chain = world();
    chain.inspect(|| {
        let holder_signs = || signed_by(&holder());
        let frozen = pallet_gpu_staking::Error::<Runtime>::Frozen;
        let stake = |collateral| {
            GpuStaking::stake(holder_signs(), 0, 10, collateral, 7 * DAY, Hash::zero())
        };
        assert_noop!(stake(100 * AITBC + 1), frozen);
        stake(100 * AITBC).unwrap();
        let position = pallet_gpu_staking::NextPosition::<Runtime>::get() - 1;
        assert_noop!(GpuStaking::add(holder_signs(), position, 0, 1), frozen);
        let escrow = Escrow::create(holder_signs(), accomplice(), terms(AITBC));
        assert_eq!(escrow, Err(pallet_escrow::Error::<Runtime>::Frozen.into()));

        <GpuStaking as Capacity<AccountId>>::allocate(position, 10, 100 * AITBC).unwrap();
        let slash = <GpuStaking as Capacity<AccountId>>::slash;
        let before = of(&accomplice());
        slash(position, 100 * AITBC, Some(&accomplice()), SlashReason::Bond);
        assert_eq!(of(&accomplice()), before + 50 * AITBC);
        // What vests is all that is left, and it does not leave.
        assert_eq!(of(&holder()), 100 * AITBC);
        assert_noop!(GpuStaking::add(holder_signs(), position, 0, 1), frozen);
        assert!(stake(100 * AITBC).is_err());
    });
    chain.blocks(2);
}
