//! Scenario S8 of the design, with real vesting and real votes.

use super::*;
use aitbc_primitives::{
    governance::proposals::{Category, Position, ProposalKind, Wishes},
    market::gpu::{Capacity, PositionId, SlashReason},
    presets,
};
use aitbc_runtime::genesis::{networks::Network, patch};
use frame_support::traits::{
    fungible::{InspectFreeze, InspectHold, Mutate},
    tokens::Preservation,
};

pub fn holder() -> AccountId {
    account(&key(1))
}

pub fn accomplice() -> AccountId {
    AccountId::new([2; 32])
}

/// The development network, on which the holder has had 200 since genesis, 100 of which vest, next to nothing
/// in a block. It may provide. The accomplice has 10.
pub fn world() -> Chain {
    let mut genesis = patch(&Network::named(presets::DEVELOPMENT).unwrap());
    let balances = genesis["balances"]["balances"].as_array_mut().unwrap();
    balances.push(serde_json::json!([holder(), 200 * AITBC]));
    balances.push(serde_json::json!([accomplice(), 10 * AITBC]));
    let vesting = genesis["vesting"]["vesting"].as_array_mut().unwrap();
    vesting.push(serde_json::json!([holder(), 0, 1_000_000_000, 100 * AITBC]));
    let mut chain = Chain::of_patch(genesis);
    chain.blocks(2);
    chain.inspect(|| {
        make_agent(&key(1), &AccountId::new([3; 32]), Role::Provider);
        assert_eq!(System::account(holder()).data.frozen, 100 * AITBC);
        assert_eq!(Balances::total_balance(&holder()), 200 * AITBC);
    });
    chain
}

pub fn of(who: &AccountId) -> Balance {
    Balances::total_balance(who)
}

/// Has the holder vote with everything it has.
fn vote_with_everything(chain: &mut Chain) {
    let id = chain.inspect(|| {
        let id = pallet_openclaw::NextProposal::<Runtime>::get();
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
        assert_eq!(Balances::balance_on_hold(&held, &holder()), 99_425 * MILLI);
        assert_eq!(create(97 * AITBC), frozen());
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
            2 * AITBC,
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

#[test]
fn scenario_s8_freeze_cannot_stop_a_stream() {
    let mut chain = world();
    let id = chain.inspect(|| {
        let id = pallet_escrow::NextId::<Runtime>::get();
        let rate = AITBC / 10;
        Escrow::open_stream(signed_by(&holder()), accomplice(), rate, 60 * AITBC, None).unwrap();
        id
    });
    vote_with_everything(&mut chain);
    chain.inspect(|| {
        let owed = Escrow::stream(id).unwrap().owed;
        assert!(owed > AITBC);
        let before = of(&accomplice());
        Escrow::close_stream(signed_by(&holder()), id).unwrap();
        assert_eq!(of(&accomplice()), before + owed);
        assert_eq!(of(&holder()), 200 * AITBC - owed - owed / 40);
    });
    chain.blocks(2);
}

#[test]
fn scenario_s8_freeze_cannot_stop_a_slash() {
    let mut chain = world();
    let position = chain.inspect(|| stake(100 * AITBC).unwrap());
    vote_with_everything(&mut chain);
    chain.inspect(|| {
        let before = of(&accomplice());
        slash_all(position);
        assert_eq!(of(&accomplice()), before + 50 * AITBC);
        assert_eq!(of(&holder()), 100 * AITBC);
    });
    chain.blocks(2);
}

/// The holder stakes 10 units with this collateral.
pub fn stake(collateral: Balance) -> Result<PositionId, DispatchError> {
    let position = pallet_gpu_staking::NextPosition::<Runtime>::get();
    let call = pallet_gpu_staking::Call::stake {
        pool: 0,
        power: 10,
        collateral,
        lock: 7 * DAY,
        spec_hash: Hash::zero(),
    };
    made_by(&holder(), call).map(|()| position)
}

/// The holder loses a bond of 100 to its accomplice.
pub fn slash_all(position: PositionId) {
    let amount = 100 * AITBC;
    let injured = accomplice();
    <GpuStaking as Capacity<AccountId>>::allocate(position, 0, amount).unwrap();
    let taken = GpuStaking::slash(position, amount, Some(&injured), SlashReason::Bond);
    assert_eq!(taken, amount);
}

/// The holder creates an escrow for its accomplice.
fn create(amount: Balance) -> Result<(), DispatchError> {
    let beneficiary = accomplice();
    made_by(&holder(), pallet_escrow::Call::create { beneficiary, terms: terms(amount) })
}

/// And a stream.
fn open_stream(prepaid: Balance) -> Result<(), DispatchError> {
    let beneficiary = accomplice();
    let rate = MILLI;
    made_by(&holder(), pallet_escrow::Call::open_stream { beneficiary, rate, prepaid, ends: None })
}

fn frozen<T>() -> Result<T, DispatchError> {
    Err(pallet_escrow::Error::<Runtime>::Frozen.into())
}

#[test]
fn scenario_s8_vesting_cannot_leave_through_escrows() {
    let mut chain = world();
    chain.inspect(|| {
        // With the fee on it just the 100 that do not vest.
        let most = 97_560_975_609_757;
        assert_eq!(create(most + 1), frozen());
        assert_eq!(open_stream(most + 1), frozen());
        create(most).unwrap();
        assert_eq!(create(MILLI), frozen());
        assert_eq!(open_stream(60 * MILLI), frozen());
        // The deposit of the escrow is missing, too.
        assert!(stake(100 * AITBC).is_err());

        Escrow::accept(signed_by(&accomplice()), 0).unwrap();
        Escrow::release(signed_by(&holder()), 0, 0).unwrap();
        // All that was free to go has gone, and none of what vests.
        assert_eq!(of(&holder()), 100 * AITBC);
        assert_eq!(of(&accomplice()), 10 * AITBC + most);
        assert_eq!(create(MILLI), frozen());
    });
    chain.blocks(2);
}

/// Nor through collateral of which an accomplice gets half.
#[test]
fn scenario_s8_vesting_cannot_leave_through_collateral() {
    let mut chain = world();
    chain.inspect(|| {
        let no_cover: DispatchError = pallet_gpu_staking::Error::<Runtime>::Frozen.into();
        let add = |position| {
            // A block has let 100 000 units vest.
            let collateral = MILLI;
            let call = pallet_gpu_staking::Call::add { position, power: 0, collateral };
            made_by(&holder(), call)
        };
        assert_eq!(stake(100 * AITBC + 1), Err(no_cover));
        let position = stake(100 * AITBC).unwrap();
        assert_eq!(add(position), Err(no_cover));
        assert_eq!(create(AITBC), frozen());

        slash_all(position);
        assert_eq!(of(&accomplice()), 60 * AITBC);
        // What vests is all that is left, and it does not leave.
        assert_eq!(of(&holder()), 100 * AITBC);
        assert_eq!(add(position), Err(no_cover));
        assert_eq!(stake(100 * AITBC), Err(no_cover));
        assert_eq!(create(MILLI), frozen());
    });
    chain.blocks(2);
}
