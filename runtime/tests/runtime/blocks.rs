use super::chain::Chain;
use aitbc_primitives::{pots, presets, reputation::Domain, time, token::AITBC};
use aitbc_runtime::{parameters::live, *};
use frame_support::traits::Get;
use pallet_work::subsidy;
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::traits::BlockNumberProvider;

#[test]
fn each_block_mints_the_subsidy_of_its_parent_and_nothing_else() {
    let mut chain = Chain::development();
    chain.blocks(1);
    for _ in 0..5 {
        let before = chain.issuance();
        chain.blocks(1);
        let wanted = subsidy(before, live::SubsidyRate::get(), time::SLOT_DURATION);
        assert_eq!(chain.issuance(), before + wanted);
        assert!(wanted > AITBC && wanted < 2 * AITBC);
    }
}

#[test]
fn fees_and_subsidy_are_shared_one_block_later() {
    let mut chain = Chain::development();
    let treasury = pots::account(pots::TREASURY);
    let salary = pots::account(pots::SALARY);
    chain.blocks(1);

    let before =
        (chain.issuance(), chain.balance(&treasury), chain.balance(&Alice.to_account_id()));
    let salary_before = chain.balance(&salary);
    chain
        .call(
            Alice,
            pallet_balances::Call::transfer_allow_death {
                dest: Bob.to_account_id().into(),
                value: AITBC,
            },
        )
        .unwrap();
    let first_subsidy = chain.issuance() - before.0;
    let fee = before.2 - chain.balance(&Alice.to_account_id()) - AITBC;
    assert!(fee > 0);
    let treasury_of = |revenue| {
        revenue
            - live::BlockShare::get().mul_floor(revenue)
            - live::GovernanceShare::get().mul_floor(revenue)
    };
    let first = treasury_of(first_subsidy);
    assert_eq!(chain.balance(&treasury), before.1 + first);

    chain.blocks(1);
    let all = chain.issuance() - before.0 + fee;
    let to_treasury = first + treasury_of(all - first_subsidy);
    assert_eq!(chain.balance(&treasury), before.1 + to_treasury);
    assert_eq!(chain.balance(&salary), salary_before + all - to_treasury);
}

#[test]
fn holders_of_reputation_claim_what_blocks_earned() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.blocks(10);
    let alice = Alice.to_account_id();
    let domain = Domain::Block;
    let claimable = |chain: &mut Chain| {
        chain.inspect(|| Reputation::reputation(domain, Alice.to_account_id()).claimable)
    };
    // The block of the claim pays salary before it.
    let next = {
        let earned = claimable(&mut chain);
        chain.blocks(1);
        claimable(&mut chain) * 2 - earned
    };
    let before = chain.balance(&alice);
    chain.call(Alice, pallet_reputation::Call::claim_salary { domain }).unwrap();
    let fee: Balance = chain
        .events()
        .into_iter()
        .find_map(|event| match event {
            RuntimeEvent::TransactionPayment(
                pallet_transaction_payment::Event::TransactionFeePaid { actual_fee, .. },
            ) => Some(actual_fee),
            _ => None,
        })
        .unwrap();
    let paid = chain.balance(&alice) + fee - before;
    // A quarter of 80 % of ten subsidies.
    assert!(paid.abs_diff(next) < AITBC / 1_000, "{paid} of {next}");
    assert!(paid > 3 * AITBC && paid < 4 * AITBC, "{paid}");
    assert_eq!(claimable(&mut chain), 0);
    assert_eq!(
        chain.call(Bob, pallet_reputation::Call::claim_salary { domain: Domain::Compute }),
        Err(pallet_reputation::Error::<Runtime>::NothingToClaim.into())
    );
}

#[test]
fn sessions_and_eras_follow_the_preset() {
    let mut chain = Chain::development();
    // Block 1 starts the clock; thirty slots later the session ends.
    chain.blocks(30);
    assert_eq!(chain.inspect(pallet_session::CurrentIndex::<Runtime>::get), 0);
    chain.blocks(1);
    assert_eq!(chain.inspect(pallet_session::CurrentIndex::<Runtime>::get), 1);

    // Six sessions an era; a new one is active one session after it was planned.
    chain.blocks(30 * 6);
    let era = chain.inspect(|| pallet_staking::ActiveEra::<Runtime>::get().unwrap().index);
    assert_eq!(era, 1);
}

#[test]
fn validators_with_equal_reputation_make_equally_many_blocks() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.blocks(1);
    let mut blocks = std::collections::BTreeMap::<AccountId, u32>::new();
    for _ in 0..60 {
        chain.blocks(1);
        let author = chain.inspect(|| Availability::author().unwrap());
        *blocks.entry(author.account).or_default() += 1;
    }
    assert_eq!(blocks.into_values().collect::<Vec<_>>(), [15; 4]);
}

#[test]
fn slot_clock_runs_on_while_blocks_are_missing() {
    let mut chain = Chain::development();
    chain.blocks(1);
    let now = chain.inspect(clock::SlotClock::current_block_number);
    chain.skip_slots(99);
    chain.blocks(1);
    assert_eq!(chain.inspect(clock::SlotClock::current_block_number), now + 100);
}

#[test]
fn slots_of_a_network_make_up_wall_clock_time() {
    let mut two_seconds = Chain::development();
    assert_eq!(two_seconds.inspect(|| clock::slots(time::DAY)), 43_200);
    let mut one_second = Chain::of_preset(presets::E2E);
    assert_eq!(one_second.inspect(|| clock::slots(time::DAY)), 86_400);
    assert_eq!(one_second.inspect(|| clock::slots(1)), 1);
}

#[test]
fn mandatory_weight_leaves_room_for_transactions() {
    let limits = <Runtime as frame_system::Config>::BlockWeights::get();
    assert!(limits.base_block.all_lt(limits.max_block));
    let mut chain = Chain::development();
    chain.blocks(2);
    let used = chain.inspect(|| {
        let weight = System::block_weight();
        *weight.get(frame_support::dispatch::DispatchClass::Mandatory)
    });
    let part = sp_runtime::Perbill::from_rational(used.ref_time(), limits.max_block.ref_time());
    assert!(part < sp_runtime::Perbill::from_percent(5), "hooks take {part:?} of a block");
}
