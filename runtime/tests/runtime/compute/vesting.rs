//! Tokens that vest stay, whatever is done between a hold and what is paid out of it.

use super::{
    freezes::{accomplice, holder, of, slash_all, stake, world},
    *,
};
use aitbc_primitives::market::money::Unfrozen;
use aitbc_runtime::adapters::payable::{most_charged, payable, Payable, VESTING_ID};
use frame_support::{
    traits::{
        fungible::MutateHold,
        tokens::{Fortitude, Precision, Preservation},
    },
    weights::Weight,
};
use pallet_vesting::{VestingInfo, WeightInfo};

/// How many of the holder's tokens have not vested. 100 000 units do in each block.
fn unvested() -> Balance {
    100 * AITBC - Balance::from(System::block_number()) * 100_000
}

/// What pallet-balances takes for frozen.
fn frozen(who: &AccountId) -> Balance {
    System::account(who).data.frozen
}

/// How many tokens `who` may send, down to the last one.
fn liquid(who: &AccountId) -> Balance {
    Balances::reducible_balance(who, Preservation::Expendable, Fortitude::Polite)
}

fn transfer(value: Balance) -> Result<(), DispatchError> {
    let dest = accomplice().into();
    made_by(&holder(), pallet_balances::Call::transfer_allow_death { dest, value })
}

/// Has the holder send all it may to its accomplice, and says how much that is.
fn send_all() -> Balance {
    let free = liquid(&holder());
    assert!(transfer(free + 1).is_err(), "more than {free} can be sent");
    if free > 0 {
        transfer(free).unwrap();
    }
    free
}

/// The weight of a call does not know whether tokens of who pays vest, so the block is charged.
#[test]
fn the_block_is_charged_for_the_lock_of_what_vests() {
    type Weights = <Runtime as pallet_vesting::Config>::WeightInfo;

    let charged = |who: &AccountId| {
        let before = System::block_weight().total();
        Payable::changed(who);
        System::block_weight().total().saturating_sub(before)
    };
    world().inspect(|| {
        assert_eq!(charged(&accomplice()), Weight::zero());
        let once = charged(&holder());
        assert!(once.all_gte(Weights::vest_locked(0, 1)));
        assert!(once.all_gte(Weights::vest_unlocked(0, 1)));
        assert!(once.all_lte(most_charged()));
    });
}

/// 200 with 100 that vest: what is not in the escrow and does not vest is sent, then the escrow pays.
#[test]
fn attack_send_what_is_free_before_an_escrow_pays() {
    let mut chain = world();
    let treasury = pots::account(pots::TREASURY);
    chain.inspect(|| {
        let before = (of(&treasury), Balances::total_issuance());
        let id = agree(&holder(), &accomplice(), 97 * AITBC);
        let held = 99_425 * MILLI;
        assert_eq!(payable(&holder()), held);
        let sent = send_all();
        assert_eq!(sent, 200 * AITBC - held - unvested());
        Escrow::release(signed_by(&holder()), id, 0).unwrap();
        assert_eq!(of(&holder()), unvested());
        assert_eq!(of(&accomplice()), 107 * AITBC + sent);
        assert_eq!(of(&treasury), before.0 + 2_425 * MILLI);
        assert_eq!(Balances::total_issuance(), before.1);
        assert_eq!((send_all(), frozen(&holder())), (0, unvested()));
    });
    chain.blocks(2);
}

#[test]
fn attack_send_what_is_free_before_a_stream_pays() {
    let mut chain = world();
    let treasury = pots::account(pots::TREASURY);
    chain.inspect(|| {
        let before = of(&treasury);
        let id = pallet_escrow::NextId::<Runtime>::get();
        let (to, prepaid) = (accomplice(), 90 * AITBC);
        Escrow::open_stream(signed_by(&holder()), to, AITBC, prepaid, None).unwrap();
        assert_eq!(send_all(), 200 * AITBC - 92_250 * MILLI - unvested());
        // More of it is not free any more.
        let more = pallet_escrow::Call::top_up { stream: id, amount: MILLI };
        let covered = pallet_escrow::Error::<Runtime>::Frozen.into();
        assert_eq!(made_by(&holder(), more), Err(covered));
        assert_eq!(of(&treasury), before);
    });
    // It pays in parts, and ends by itself.
    for _ in 0..4 {
        let later = now(&mut chain) + 30 * SECOND;
        to(&mut chain, later);
        chain.inspect(|| {
            let _ = Escrow::withdraw(signed_by(&accomplice()), 0);
            assert!(frozen(&holder()) >= unvested() + payable(&holder()));
            send_all();
            assert!(of(&holder()) - payable(&holder()) >= unvested());
        });
    }
    chain.blocks(1);
    chain.inspect(|| {
        assert_eq!(Escrow::figures(), Default::default());
        assert_eq!(payable(&holder()), 0);
        Vesting::vest(signed_by(&holder())).unwrap();
        send_all();
        assert_eq!(of(&holder()), unvested());
    });
}

#[test]
fn attack_send_what_is_free_before_collateral_is_slashed() {
    let mut chain = world();
    chain.inspect(|| {
        let position = stake(100 * AITBC).unwrap();
        let sent = send_all();
        assert_eq!(sent, 100 * AITBC - unvested());
        slash_all(position);
        assert_eq!(of(&holder()), unvested());
        assert_eq!(of(&accomplice()), 60 * AITBC + sent);
        assert_eq!((send_all(), frozen(&holder())), (0, unvested()));
    });
    chain.blocks(2);
}

/// What comes out of unbonding is free again, and does not stand in for what vests.
#[test]
fn collateral_that_comes_back_leaves_what_vests() {
    let mut chain = world();
    let position = chain.inspect(|| stake(100 * AITBC).unwrap());
    let later = now(&mut chain) + 7 * DAY;
    to(&mut chain, later);
    chain.inspect(|| {
        let call =
            pallet_gpu_staking::Call::unstake { position, power: 10, collateral: 100 * AITBC };
        made_by(&holder(), call).unwrap();
    });
    let later = now(&mut chain) + 7 * DAY;
    to(&mut chain, later);
    chain.inspect(|| {
        assert!(frozen(&holder()) >= unvested() + 100 * AITBC);
        made_by(&holder(), pallet_gpu_staking::Call::withdraw_unbonded {}).unwrap();
        assert_eq!((frozen(&holder()), payable(&holder())), (unvested(), 0));
        assert_eq!(liquid(&holder()), 200 * AITBC - unvested());
    });
}

/// A lock that comes after the hold.
#[test]
fn tokens_that_vest_later_stay_too() {
    let mut chain = world();
    let who = AccountId::new([4; 32]);
    chain.inspect(|| {
        use frame_support::traits::fungible::Mutate;
        Balances::mint_into(&who, 200 * AITBC).unwrap();
        let id = agree(&who, &accomplice(), 97 * AITBC);
        assert_eq!(frozen(&who), 0);
        let schedule = VestingInfo::new(50 * AITBC, 1, System::block_number());
        let vest = || Vesting::vested_transfer(signed(Dave), who.clone().into(), schedule).unwrap();
        vest();
        let held = 99_425 * MILLI;
        assert_eq!(frozen(&who), 50 * AITBC + held);
        vest();
        assert_eq!(frozen(&who), 100 * AITBC + held);
        assert_eq!(liquid(&who), 200 * AITBC - held);
        // Two become one, and one is taken away.
        Vesting::merge_schedules(signed_by(&who), 0, 1).unwrap();
        assert_eq!(frozen(&who), 100 * AITBC + held);
        vest();
        let remove = |index| {
            let who = who.clone().into();
            Vesting::force_remove_vesting_schedule(RuntimeOrigin::root(), who, index).unwrap();
        };
        remove(0);
        assert_eq!(frozen(&who), 50 * AITBC + held);
        Escrow::release(signed_by(&who), id, 0).unwrap();
        assert_eq!(frozen(&who), 50 * AITBC);
        let id = agree(&who, &accomplice(), 97 * AITBC);
        assert_eq!(frozen(&who), 50 * AITBC + held);
        // Nothing vests any more, so nothing is locked.
        remove(0);
        assert_eq!(frozen(&who), 0);
        Escrow::release(signed_by(&who), id, 0).unwrap();
        assert_eq!(frozen(&who), 0);
    });
    chain.blocks(2);
}

/// Nor is the lock out of date after a part was paid, whoever has it written anew.
#[test]
fn lock_follows_what_is_payable() {
    let mut chain = world();
    chain.inspect(|| {
        let id = pallet_escrow::NextId::<Runtime>::get();
        let amounts = vec![40 * AITBC, 20 * AITBC].try_into().unwrap();
        let terms = Terms { amounts, ..terms(0) };
        Escrow::create(signed_by(&holder()), accomplice(), terms).unwrap();
        Escrow::accept(signed_by(&accomplice()), id).unwrap();
        let locked = |held: Balance| {
            assert_eq!(payable(&holder()), held);
            assert_eq!(frozen(&holder()), unvested() + held);
            assert_eq!(liquid(&holder()), of(&holder()) - held - unvested());
        };
        locked(61_500 * MILLI);
        Escrow::release(signed_by(&holder()), id, 0).unwrap();
        locked(20_500 * MILLI);
        Vesting::vest(signed_by(&holder())).unwrap();
        locked(20_500 * MILLI);
        Vesting::vest_other(signed(Bob), holder().into()).unwrap();
        locked(20_500 * MILLI);
        // Deposits and the like stand in for what vests, as everywhere: nobody else gets them.
        let deposit = pallet_escrow::HoldReason::Deposit.into();
        Balances::hold(&deposit, &holder(), 30 * AITBC).unwrap();
        locked(20_500 * MILLI);
        Balances::release(&deposit, &holder(), 30 * AITBC, Precision::Exact).unwrap();
        Escrow::refund(signed_by(&accomplice()), id, 1).unwrap();
        locked(0);
    });
    chain.blocks(2);
}

#[test]
fn lock_of_what_vests_has_the_name_that_is_looked_for() {
    world().inspect(|| {
        let locks = pallet_balances::Locks::<Runtime>::get(holder());
        assert_eq!(locks.iter().map(|lock| lock.id).collect::<Vec<_>>(), [VESTING_ID]);
    });
}
