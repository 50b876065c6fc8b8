//! The order of slots is drawn by VRFs.

use super::chain::Chain;
use aitbc_primitives::{consensus::SessionSchedule, presets};
use aitbc_runtime::*;
use aitbc_test_support::{header, GENESIS_HASH, START};
use frame_support::traits::Get;
use pallet_vrf_beacon::Required;
use std::collections::BTreeSet;

#[test]
fn every_preset_requires_vrfs() {
    for preset in presets::ALL {
        assert!(Chain::of_preset(preset).inspect(Required::<Runtime>::get), "{preset}");
    }
}

#[test]
#[should_panic(expected = "the block is refused: its header has no VRF")]
fn block_without_a_vrf_is_refused() {
    Chain::development().inspect(|| {
        let slot = START / pallet_chain_settings::CurrentSlotDuration::<Runtime>::get();
        Executive::initialize_block(&header(1, GENESIS_HASH, slot + 1));
    });
}

#[test]
fn randomness_is_that_of_the_session_of_the_schedule() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    for session in 1..4 {
        chain.run_to_session(session);
        let (schedule, randomness) =
            chain.inspect(|| (Availability::schedule(), VrfBeacon::randomness()));
        assert_eq!((schedule.session, randomness.session), (session, session));
        assert_eq!(randomness.cut_off, Some(schedule.start + 20), "two thirds of 30");
    }
}

/// The schedule of session 2 when the last `withheld` blocks that contribute to it are not made.
fn schedule_without(withheld: u64) -> SessionSchedule<AccountId> {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    let cut_off = chain.inspect(|| VrfBeacon::randomness().cut_off.unwrap());
    let slot = || u64::from(pallet_aura::CurrentSlot::<Runtime>::get());
    while chain.inspect(slot) < cut_off - withheld {
        chain.blocks(1);
    }
    chain.skip_slots(withheld);
    chain.run_to_session(2);
    chain.inspect(Availability::schedule)
}

#[test]
fn withheld_tail_blocks_change_no_count() {
    let all = schedule_without(0);
    let mut orders = BTreeSet::from([all.order.clone()]);
    for withheld in 1..=2 {
        let schedule = schedule_without(withheld);
        assert_eq!(schedule.start, all.start);
        assert_eq!(schedule.producers, all.producers);
        assert!(orders.insert(schedule.order), "{withheld} blocks");
    }
}
