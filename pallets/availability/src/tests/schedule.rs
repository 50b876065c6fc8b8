//! Who is in the schedule of a session.

use crate::mock::*;
use aitbc_primitives::reputation::REP;
use pallet_aura::Authorities;
use sp_runtime::Perbill;

#[test]
fn without_reputation_all_have_equal_shares_from_genesis() {
    ExtBuilder::default().encumbered(&[0, 0, 0, 0]).build_and_execute(|| {
        assert_eq!(counts(), [(1, 5), (2, 5), (3, 5), (4, 5)].into());
        blocks(FIRST..FIRST + 45);
        assert_eq!(counts(), [(1, 5), (2, 5), (3, 5), (4, 5)].into());
    });
}

#[test]
fn author_is_right_when_a_genesis_validator_has_no_keys() {
    ExtBuilder::default().encumbered(&[REP; 3]).keyed(&[2, 3]).build_and_execute(|| {
        // pallet-session knows three validators, so indices of its list would name the wrong ones.
        assert_eq!(Session::validators(), [1, 2, 3]);
        for slot in FIRST..FIRST + 19 {
            let expected = producer(slot);
            block(slot);
            assert_eq!(Authorities::<Test>::get()[(slot % 20) as usize], key(expected));
            assert_eq!(Availability::author().unwrap().account, expected);
            assert_ne!(expected, 1);
        }
    });
}

#[test]
fn single_validator_has_a_list_of_one() {
    // A node without peers refuses to produce with a longer list.
    ExtBuilder::default().encumbered(&[REP]).build_and_execute(|| {
        assert_eq!(Authorities::<Test>::get().into_inner(), [key(1)]);
        blocks(FIRST..FIRST + 45);
        assert_eq!(Authorities::<Test>::get().into_inner(), [key(1)]);
        assert_eq!(session(), (2, FIRST + 40));
    });
}

#[test]
fn session_has_four_slots_for_each_validator() {
    ExtBuilder::default().encumbered(&[REP; 8]).build_and_execute(|| {
        assert_eq!(Availability::schedule().length, 32);
        assert_eq!(Authorities::<Test>::get().len(), 32);
    });
}

#[test]
fn equal_share_of_a_half_gives_a_newcomer_half_of_its_fair_slots() {
    let encumbered = [600 * REP, 300 * REP, 100 * REP, 0];
    ExtBuilder::default().encumbered(&encumbered).equal_share(50).build_and_execute(|| {
        assert_eq!(counts(), [(1, 7), (2, 6), (3, 4), (4, 3)].into());
        let producers = Availability::schedule().producers;
        assert_eq!(producers.iter().map(|p| p.weight).collect::<Vec<_>>(), encumbered);
        blocks(FIRST..FIRST + 5);
        EqualShare::set(&Perbill::zero());
        // It takes effect with the next session.
        assert_eq!(counts()[&4], 3);
        blocks(FIRST + 5..FIRST + 21);
        assert_eq!(counts(), [(1, 7), (2, 7), (3, 5), (4, 1)].into());
    });
}

#[test]
fn shares_fall_with_reputation_that_was_burned() {
    ExtBuilder::default().encumbered(&[5 * REP; 4]).build_and_execute(|| {
        blocks(FIRST..FIRST + 5);
        assert_eq!(counts()[&1], 5);
        // Burned after the snapshot for the next session was taken.
        burn(1, 4 * REP);
        blocks(FIRST + 5..FIRST + 21);
        assert_eq!(session().0, 1);
        // 20 * 1/16 = 1.25
        assert_eq!(counts()[&1], 1);
    });
}

#[test]
fn unchanged_list_is_not_announced_again() {
    ExtBuilder::default().encumbered(&[REP]).build_and_execute(|| {
        for slot in FIRST..FIRST + 45 {
            assert!(block(slot).is_empty());
        }
        assert_eq!(session().0, 2);
    });
}
