use crate::{
    mock::*, CurrentSlotDuration, CurrentTempo, MinimumPeriod, SlotDuration, Tempo, MAX_TEMPO,
    MIN_SLOT_DURATION,
};
use aitbc_primitives::time;
use frame_support::{assert_err, storage, traits::Get};

#[test]
fn genesis_sets_slot_duration_tempo_and_parameters() {
    ExtBuilder::default().slot_duration(1_000).tempo(1_440).greeting(7).build_and_execute(|| {
        assert_eq!(SlotDuration::<Test>::get(), 1_000);
        assert_eq!(CurrentSlotDuration::<Test>::get(), 1_000);
        assert_eq!(MinimumPeriod::<Test>::get(), 500);
        assert_eq!(Tempo::<Test>::get(), 1_440);
        assert_eq!(CurrentTempo::<Test>::get(), 1_440);
        assert_eq!(storage::unhashed::get(b"greeting"), Some((7u32, 1_440u32)));
    });
}

#[test]
fn parameters_that_genesis_does_not_name_are_not_written() {
    ExtBuilder::default().build_and_execute(|| {
        assert!(!storage::unhashed::exists(b"greeting"));
    });
}

#[test]
fn shortest_slot_is_accepted() {
    ExtBuilder::default().slot_duration(MIN_SLOT_DURATION).build_and_execute(|| {
        assert_eq!(CurrentSlotDuration::<Test>::get(), MIN_SLOT_DURATION);
    });
}

#[test]
#[should_panic(expected = "chainSettings.slotDuration must be an even number")]
fn slot_of_zero_fails() {
    ExtBuilder::default().slot_duration(0).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "chainSettings.slotDuration must be an even number")]
fn slot_below_the_shortest_fails() {
    ExtBuilder::default().slot_duration(MIN_SLOT_DURATION - 2).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "chainSettings.slotDuration must be an even number")]
fn odd_slot_fails() {
    ExtBuilder::default().slot_duration(1_001).build_and_execute(|| ());
}

#[test]
fn fastest_tempo_is_accepted() {
    ExtBuilder::default().tempo(MAX_TEMPO).build_and_execute(|| {
        assert_eq!(CurrentTempo::<Test>::get(), MAX_TEMPO);
    });
}

#[test]
#[should_panic(expected = "chainSettings.tempo must be from 1 to 14400")]
fn tempo_of_zero_fails() {
    ExtBuilder::default().tempo(0).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "chainSettings.tempo must be from 1 to 14400")]
fn tempo_above_the_fastest_fails() {
    ExtBuilder::default().tempo(MAX_TEMPO + 1).build_and_execute(|| ());
}

#[test]
fn default_is_used_where_there_is_no_storage() {
    assert_eq!(CurrentSlotDuration::<Test>::get(), time::SLOT_DURATION);
    assert_eq!(CurrentTempo::<Test>::get(), 1);
}

#[test]
fn invariant_1_notices_an_odd_slot() {
    ExtBuilder::default().slot_duration(1_000).build_and_execute(|| {
        SlotDuration::<Test>::put(1_001);
        assert_err!(ChainSettings::do_try_state(), "the slot duration is odd or too short");
        SlotDuration::<Test>::put(1_000);
    });
}

#[test]
fn invariant_2_notices_a_tempo_out_of_bounds() {
    ExtBuilder::default().build_and_execute(|| {
        for tempo in [0, MAX_TEMPO + 1] {
            Tempo::<Test>::put(tempo);
            assert_err!(ChainSettings::do_try_state(), "the tempo is zero or too fast");
        }
        Tempo::<Test>::put(1);
    });
}
