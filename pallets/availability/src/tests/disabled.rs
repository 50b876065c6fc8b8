//! Disabled validators lose their slots at once, and nobody else is hit.

use crate::{mock::*, DisabledProducers, Event};
use aitbc_primitives::reputation::REP;
use frame_support::traits::DisabledValidators;
use pallet_aura::Authorities;

/// Disables the validator `who` as pallet-staking does when an offence is reported.
fn disable(who: AccountId) {
    let index = Session::validator_id_to_index(&who).unwrap();
    assert!(Session::disable_index(index));
}

/// The first slot from `slot` on that is not `who`'s.
fn slot_of_others(slot: u64, who: AccountId) -> u64 {
    (slot..).find(|slot| producer(*slot) != who).unwrap()
}

#[test]
fn places_of_a_disabled_validator_go_to_the_others() {
    ExtBuilder::default().encumbered(&[6 * REP, 3 * REP, REP, REP]).build_and_execute(|| {
        block(FIRST);
        let slot = slot_of_others(FIRST + 1, 1);
        let before = Availability::schedule().order;
        let lists = block_with(slot, || disable(1));

        assert_eq!(lists, [Authorities::<Test>::get().into_inner()]);
        assert!(!lists[0].contains(&key(1)));
        let after = Availability::schedule().order;
        assert_eq!(after.len(), before.len());
        for (old, new) in before.iter().zip(&after) {
            assert!(old == new || *old == 0);
        }
        System::assert_last_event(Event::Replaced { slots: 7 }.into());
        // All slots of the session can be used.
        blocks(slot + 1..FIRST + 20);
    });
}

#[test]
fn only_the_places_of_the_disabled_count_as_disabled() {
    ExtBuilder::default().encumbered(&[6 * REP, 3 * REP, REP, REP]).build_and_execute(|| {
        block(FIRST);
        let slot = slot_of_others(FIRST + 1, 3);
        block_with(slot, || {
            // Validator 3 has index 2, which is not the index of its places.
            disable(3);
            for (place, index) in (0..).zip(Availability::schedule().order) {
                assert_eq!(DisabledProducers::<Test>::is_disabled(place), index == 2);
            }
            let places = DisabledProducers::<Test>::disabled_validators();
            assert_eq!(places.len() as u32, counts()[&3]);
        });
        assert!(DisabledProducers::<Test>::disabled_validators().is_empty());
    });
}

#[test]
fn replacement_waits_for_the_next_block_when_the_session_rotates() {
    ExtBuilder::default().build_and_execute(|| {
        blocks(FIRST..FIRST + 20);
        let rotating = FIRST + 20;
        assert_eq!(block_with(rotating, || disable(2)).len(), 1);
        assert!(counts().contains_key(&2));
        let slot = slot_of_others(rotating + 1, 2);
        assert_eq!(block(slot).len(), 1);
        assert!(!counts().contains_key(&2));
    });
}

#[test]
fn disabled_validator_is_not_in_the_next_schedule() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        let slot = slot_of_others(FIRST + 1, 2);
        block_with(slot, || disable(2));
        blocks(slot + 1..FIRST + 21);
        assert_eq!(session().0, 1);
        assert_eq!(counts().keys().copied().collect::<Vec<_>>(), [1, 3, 4]);
    });
}

#[test]
fn chain_goes_on_when_one_after_the_other_equivocates() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        let mut slot = FIRST;
        for who in 1..=4 {
            slot += 1;
            block_with(slot, || {
                // As pallet-offences does, with a severity that makes room by enabling another.
                Session::report_offence(who, Default::default());
                Availability::penalise_equivocation(&who);
            });
        }
        assert_eq!((1..=4).map(held).sum::<u128>(), 0);
        // No slot is dead for long: at most those of the one who may be disabled.
        let mut made = 0;
        for slot in slot + 1..slot + 61 {
            let place = (slot % Availability::schedule().order.len() as u64) as u32;
            if !DisabledProducers::<Test>::is_disabled(place) {
                block(slot);
                made += 1;
            }
        }
        assert_eq!(made, 60);
        assert!(session().0 >= 2);
    });
}

#[test]
fn nobody_counts_as_disabled_when_everybody_is() {
    use sp_staking::offence::OffenceSeverity;

    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        let all: Vec<_> = (0..4).map(|i| (i, OffenceSeverity::default())).collect();
        pallet_session::DisabledValidators::<Test>::put(all);
        crate::ReplacementDue::<Test>::put(true);
        // Else no block could ever repair it.
        blocks(FIRST + 1..FIRST + 45);
        assert_eq!(session().0, 2);
    });
}
