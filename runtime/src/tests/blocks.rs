use super::chain::Chain;
use crate::*;
use aitbc_primitives::{presets, time, token::AITBC};
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
        let wanted = subsidy(
            before,
            parameters::defaults::SUBSIDY_RATE,
            time::SLOT_DURATION,
        );
        assert_eq!(chain.issuance(), before + wanted);
        assert!(wanted > AITBC && wanted < 2 * AITBC);
    }
}

#[test]
fn fees_reach_the_treasury_one_block_later() {
    let mut chain = Chain::development();
    let treasury = aitbc_primitives::pots::account(aitbc_primitives::pots::TREASURY);
    chain.blocks(1);

    let before = (
        chain.issuance(),
        chain.balance(&treasury),
        chain.balance(&Alice.to_account_id()),
    );
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
    assert_eq!(chain.balance(&treasury), before.1 + first_subsidy);

    chain.blocks(1);
    let subsidies = chain.issuance() - before.0;
    assert_eq!(chain.balance(&treasury), before.1 + subsidies + fee);
}

#[test]
fn sessions_and_eras_follow_the_preset() {
    let mut chain = Chain::development();
    chain.blocks(29);
    assert_eq!(
        chain.inspect(pallet_session::CurrentIndex::<Runtime>::get),
        0
    );
    chain.blocks(1);
    assert_eq!(
        chain.inspect(pallet_session::CurrentIndex::<Runtime>::get),
        1
    );

    // Six sessions an era; a new one is active one session after it was planned.
    chain.blocks(30 * 6);
    let era = chain.inspect(|| pallet_staking::ActiveEra::<Runtime>::get().unwrap().index);
    assert_eq!(era, 1);
}

#[test]
fn all_validators_author_in_turn() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    let authors: Vec<_> = (0..8)
        .map(|_| {
            chain.blocks(1);
            chain.inspect(|| Authorship::author().unwrap())
        })
        .collect();
    assert_eq!(authors[..4], authors[4..]);
    let distinct: std::collections::BTreeSet<_> = authors.into_iter().collect();
    assert_eq!(distinct.len(), 4);
}

#[test]
fn slot_clock_runs_on_while_blocks_are_missing() {
    let mut chain = Chain::development();
    chain.blocks(1);
    let now = chain.inspect(configs::system::SlotClock::current_block_number);
    chain.skip_slots(99);
    chain.blocks(1);
    assert_eq!(
        chain.inspect(configs::system::SlotClock::current_block_number),
        now + 100
    );
}

#[test]
fn slots_of_a_network_make_up_wall_clock_time() {
    let mut two_seconds = Chain::development();
    assert_eq!(
        two_seconds.inspect(|| configs::system::slots(time::DAY)),
        43_200
    );
    let mut one_second = Chain::of_preset(presets::E2E);
    assert_eq!(
        one_second.inspect(|| configs::system::slots(time::DAY)),
        86_400
    );
    assert_eq!(one_second.inspect(|| configs::system::slots(1)), 1);
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
    assert!(
        part < sp_runtime::Perbill::from_percent(5),
        "hooks take {part:?} of a block"
    );
}
