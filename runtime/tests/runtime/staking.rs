use super::chain::Chain;
use aitbc_primitives::{time, token::AITBC};
use aitbc_runtime::{parameters::live, *};
use frame_support::traits::Get;
use pallet_staking::RewardDestination;
use sp_keyring::Sr25519Keyring::{Alice, Bob};

/// Blocks in an era of the development preset.
const ERA: u32 = 30 * 6;

#[test]
fn era_pays_validators_their_part_of_the_yearly_rate() {
    let mut chain = Chain::development();
    // The block after the one that begins the third era: that one takes no transactions.
    chain.blocks(2 * ERA + 32);
    let (payout, issuance) = chain.inspect(|| {
        let payout = pallet_staking::ErasValidatorReward::<Runtime>::get(1).unwrap();
        (payout, pallet_balances::TotalIssuance::<Runtime>::get())
    });
    // Staking starts an era's clock after its first block and stops it before the next era's.
    let era = u64::from(ERA - 1) * time::SLOT_DURATION;
    let wanted = pallet_work::subsidy(issuance, live::StakingInflation::get(), era);
    // The issuance has grown a little since the era ended.
    assert!(payout <= wanted && wanted - payout < wanted / 100_000, "{payout} of {wanted}");

    let alice = Alice.to_account_id();
    let before = chain.balance(&alice);
    chain
        .call(Bob, pallet_staking::Call::payout_stakers { validator_stash: alice.clone(), era: 1 })
        .unwrap();
    let paid = chain.balance(&alice) - before;
    assert!(paid <= payout && payout - paid < 1_000, "{paid} of {payout}");
}

#[test]
fn first_era_does_not_pay_for_the_time_before_genesis() {
    let mut chain = Chain::development();
    let before = chain.issuance();
    chain.blocks(ERA + 30);
    let payout = chain.inspect(|| pallet_staking::ErasValidatorReward::<Runtime>::get(0));
    let a_day = pallet_work::subsidy(before, live::StakingInflation::get(), time::DAY);
    assert!(payout.unwrap_or_default() < a_day, "{payout:?}");
}

#[test]
fn standstill_mints_nothing() {
    let mut chain = Chain::development();
    // In the middle of era 1, which began a block after its first session did.
    chain.blocks(ERA + 40);
    // Hundreds of eras. More would only keep the Scheduler busy, which walks over all skipped slots.
    let slots_of_two_days = 2 * 43_200;
    chain.skip_slots(slots_of_two_days);
    chain.blocks(ERA + 40);
    let (payout, issuance) = chain.inspect(|| {
        (
            pallet_staking::ErasValidatorReward::<Runtime>::get(1).unwrap(),
            pallet_balances::TotalIssuance::<Runtime>::get(),
        )
    });
    let paid_for =
        |duration| pallet_work::subsidy(issuance, live::StakingInflation::get(), duration);
    let era = u64::from(ERA) * time::SLOT_DURATION;
    assert!(payout <= paid_for(era / 4 * 5), "{payout}");
    // It is paid in full for what it worked, and for the limit where it lasted longer.
    assert!(payout > paid_for(era / 4 * 5) / 1_000 * 999, "{payout}");
}

#[test]
fn bonded_tokens_leave_after_the_bonding_duration() {
    let mut chain = Chain::development();
    let bond = 1_000 * AITBC;
    chain
        .call(Bob, pallet_staking::Call::bond { value: bond, payee: RewardDestination::Staked })
        .unwrap();
    chain.call(Bob, pallet_staking::Call::unbond { value: bond }).unwrap();
    let bonded = |chain: &mut Chain| {
        chain.inspect(|| pallet_staking::Ledger::<Runtime>::get(Bob.to_account_id()).is_some())
    };

    chain.blocks(2 * ERA);
    chain.call(Bob, pallet_staking::Call::withdraw_unbonded { num_slashing_spans: 0 }).unwrap();
    assert!(bonded(&mut chain));
    chain.blocks(2 * ERA);
    chain.call(Bob, pallet_staking::Call::withdraw_unbonded { num_slashing_spans: 0 }).unwrap();
    assert!(!bonded(&mut chain));
}
