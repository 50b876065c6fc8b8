//! Which blocks are refused.

use crate::{mock::*, Outputs};
use aitbc_primitives::consensus::{
    vrf::{Fault, ENGINE_ID},
    SlotNumber,
};
use aitbc_test_support::GENESIS_HASH;
use frame_support::traits::OnInitialize;
use sp_core::H256;
use sp_runtime::{Digest, DigestItem};

#[test]
fn vrf_of_the_producer_is_taken() {
    ExtBuilder::default().build_and_execute(|| {
        for slot in FIRST..FIRST + 3 {
            assert_eq!(attempt(slot, vec![item(slot)]), Ok(output(slot)));
            block(slot);
            assert_eq!(Outputs::<Test>::get().block, output(slot));
        }
        assert_eq!(Outputs::<Test>::get().parent, output(FIRST + 1));
    });
}

#[test]
fn missing_second_and_malformed_vrfs_are_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let item = item(FIRST);
        let DigestItem::PreRuntime(_, data) = &item else { panic!("{item:?}") };
        let with = |data: &[u8]| vec![DigestItem::PreRuntime(ENGINE_ID, data.to_vec())];
        let seal = DigestItem::Seal(ENGINE_ID, data.clone());

        assert_eq!(attempt(FIRST, vec![]), Err(Fault::Missing));
        assert_eq!(attempt(FIRST, vec![seal]), Err(Fault::Missing));
        assert_eq!(attempt(FIRST, vec![item.clone(), item.clone()]), Err(Fault::Surplus));
        assert_eq!(attempt(FIRST, with(&data[..95])), Err(Fault::Malformed));
        assert_eq!(attempt(FIRST, with(&[&data[..], &[0]].concat())), Err(Fault::Malformed));
        assert_eq!(attempt(FIRST, vec![item.clone()]), Ok(output(FIRST)));
    });
}

/// Clients take the block for one of the slot that they can read, pallet-aura for one of the first item.
#[test]
fn header_with_a_second_slot_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let claim = |slot: SlotNumber, more: &[u8]| {
            DigestItem::PreRuntime(*b"aura", [&slot.to_le_bytes(), more].concat())
        };
        // A block of the owner of `past`, that counts for a slot of the future.
        let (past, future) = (FIRST, FIRST + 15);
        let items = vec![claim(future, &[0]), claim(past, &[]), item(future)];
        assert_eq!(attempt_with(items), Err(Fault::Slot));
        // A block in the slot of its parent, with the VRF of the parent.
        block(FIRST);
        let nobody = DigestItem::PreRuntime(*b"aura", vec![0; 3]);
        let items = vec![nobody, claim(FIRST + 1, &[]), item(FIRST)];
        assert_eq!(attempt_with(items), Err(Fault::Slot));
        // The slot must come first, and the VRF after it.
        let items = vec![item(FIRST + 1), claim(FIRST + 1, &[])];
        assert_eq!(attempt_with(items), Err(Fault::Slot));
        assert!(attempt_with(vec![claim(FIRST + 1, &[]), item(FIRST + 1)]).is_ok());
    });
}

#[test]
fn vrf_of_another_key_slot_chain_or_randomness_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let (author, other) = (producer(FIRST), producer(FIRST + 1));
        let fork = H256::repeat_byte(9);
        for item in [
            item_of(&other, GENESIS_HASH, FIRST, rho()),
            item_of(&author, GENESIS_HASH, FIRST + 3, rho()),
            item_of(&author, fork, FIRST, rho()),
            // Replayed from another fork, whose randomness is another.
            item_of(&author, GENESIS_HASH, FIRST, fork),
        ] {
            assert_eq!(attempt(FIRST, vec![item]), Err(Fault::False));
        }
        assert!(attempt(FIRST, vec![item_of(&author, GENESIS_HASH, FIRST, rho())]).is_ok());
    });
}

#[test]
fn vrf_counts_under_the_schedule_and_randomness_of_the_parent() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        let rotating = FIRST + u64::from(LENGTH);
        let old = item(rotating);
        block_with(rotating, vec![old]);
        let next = rotating + 1;
        let stale = item(next);
        begin_session(1);
        assert_eq!(attempt(next, vec![stale]), Err(Fault::False));
        block(next);
    });
}

/// As Availability does in the block that begins a session.
fn begin_session(session: u32) {
    use aitbc_primitives::consensus::ScheduleSeed;
    VrfBeacon::begin(session, VrfBeacon::current_slot(), LENGTH);
}

#[test]
#[should_panic(expected = "the block is refused: its header has no VRF after the slot")]
fn refused_block_is_not_executed() {
    ExtBuilder::default().build_and_execute(|| block_with(FIRST, vec![]));
}

#[test]
fn block_without_a_slot_needs_no_vrf() {
    ExtBuilder::default().build_and_execute(|| {
        System::initialize(&1, &GENESIS_HASH, &Digest::default());
        VrfBeacon::on_initialize(1);
        let expected = [&b"novrf"[..], &[69; 32], &[0; 8]].concat();
        assert_eq!(Outputs::<Test>::get().block.0, sp_io::hashing::blake2_256(&expected));
    });
}

#[test]
fn vrf_is_not_looked_at_where_none_is_required() {
    ExtBuilder::nothing_required().build_and_execute(|| {
        let expected = [&b"novrf"[..], &[69; 32], &FIRST.to_le_bytes()].concat();
        let expected = Ok(H256(sp_io::hashing::blake2_256(&expected)));
        let foreign = item_of(&producer(FIRST + 1), GENESIS_HASH, FIRST, rho());
        for items in [vec![], vec![item(FIRST)], vec![foreign.clone(), foreign]] {
            assert_eq!(attempt(FIRST, items), expected);
        }
    });
}
