//! The log against a model that keeps the keys of all sessions and looks at all of them.

use crate::{mock::*, Entries, Oldest, Sessions};
use aitbc_primitives::consensus::{SessionIndex, SlotNumber};
use proptest::prelude::*;
use std::{collections::VecDeque, sync::LazyLock};

/// What a session has: how long the one before was, the generations of the keys of those of
/// Ada, Ben and Cyd that are validators, and the length of the log.
type Step = (u64, [Option<u8>; 3], SessionIndex);

fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    let keys = prop_oneof![
        // Most sessions are like the one before, or nearly.
        3 => Just([Some(0), Some(0), Some(0)]),
        2 => Just([Some(0), Some(1), Some(0)]),
        1 => prop::array::uniform3(prop::option::of(0..3_u8)),
    ];
    prop::collection::vec((1..5_u64, keys, 0..6_u32), 1..25)
}

/// The keys of Ada, Ben and Cyd, three generations each.
static KEYS: LazyLock<Vec<(AccountId, Keys)>> = LazyLock::new(|| {
    let all = [ADA, BEN, CYD].into_iter();
    all.flat_map(|who| (0..3).map(move |generation| (who, keys(who, generation)))).collect()
});

fn validators(generations: [Option<u8>; 3]) -> Vec<(AccountId, Keys)> {
    let chosen = (0..).step_by(3).zip(generations);
    chosen
        .filter_map(|(first, generation)| Some(KEYS[first + generation? as usize].clone()))
        .collect()
}

/// A session as the model knows it.
struct Logged {
    index: SessionIndex,
    start: SlotNumber,
    validators: Vec<(AccountId, Keys)>,
}

proptest! {
    #[test]
    fn log_is_what_the_model_keeps(steps in any_steps()) {
        empty_chain().execute_with(|| -> Result<(), TestCaseError> {
            let mut model = VecDeque::new();
            let mut start = 0;
            for (index, (slots, generations, length)) in (0..).zip(steps) {
                LogLength::set(&length);
                pallet_session::CurrentIndex::<Test>::put(index);
                let validators = validators(generations);
                Equivocation::log(index, start, &validators);
                model.push_back(Logged { index, start, validators });
                // One enters, at most two leave.
                for _ in 0..2 {
                    if model.len() as u32 > length + 1 {
                        model.pop_front();
                    }
                }
                compare_sessions(&model)?;
                start += slots;
            }
            prop_assert!(Equivocation::do_try_state().is_ok());
            compare_slots(&model, start)?;
            compare_owners(&model)
        })?;
    }
}

/// There are the sessions of the model, and an entry for each that has other keys than the one before.
fn compare_sessions(model: &VecDeque<Logged>) -> Result<(), TestCaseError> {
    prop_assert_eq!(Oldest::<Test>::get(), model.front().map(|logged| logged.index));
    prop_assert_eq!(Sessions::<Test>::iter_keys().count(), model.len());
    let changes = model.iter().zip(model.iter().skip(1));
    let changes = changes.filter(|(one, next)| one.validators != next.validators);
    prop_assert_eq!(Entries::<Test>::iter_keys().count(), 1 + changes.count());
    Ok(())
}

/// Each slot is of the last session that began before it.
fn compare_slots(model: &VecDeque<Logged>, end: SlotNumber) -> Result<(), TestCaseError> {
    for slot in 0..=end {
        let expected = model.iter().rev().find(|logged| logged.start < slot);
        prop_assert_eq!(Equivocation::session_of(slot), expected.map(|logged| logged.index));
    }
    Ok(())
}

/// Each key is of whom the session had with it.
fn compare_owners(model: &VecDeque<Logged>) -> Result<(), TestCaseError> {
    for Logged { index, validators, .. } in model {
        for validator in KEYS.iter() {
            let (who, Keys { aura, grandpa }) = validator;
            let expected =
                validators.contains(validator).then_some((*who, validators.len() as u32));
            for (id, key) in [(AURA, aura.as_ref()), (GRANDPA, grandpa.as_ref())] {
                let owner = Equivocation::owner_in(*index, id, key);
                let owner = owner.map(|owner| (owner.account, owner.validators));
                prop_assert_eq!(owner, expected);
            }
        }
    }
    Ok(())
}
