//! The log against a model that keeps the keys of all sessions and looks at all of them.

use crate::{mock::*, Entries, Oldest, Sessions};
use aitbc_primitives::consensus::{SessionIndex, SlotNumber};
use proptest::prelude::*;
use std::collections::VecDeque;

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
    prop::collection::vec((1..5_u64, keys, 0..6_u32), 1..40)
}

fn validators(generations: [Option<u8>; 3]) -> Vec<(AccountId, Keys)> {
    let chosen = [ADA, BEN, CYD].into_iter().zip(generations);
    chosen.filter_map(|(who, generation)| Some((who, keys(who, generation?)))).collect()
}

/// A session as the model knows it.
struct Logged {
    index: SessionIndex,
    start: SlotNumber,
    validators: Vec<(AccountId, Keys)>,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

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
                compare(&model, start + slots)?;
                start += slots;
            }
            Ok(())
        })?;
    }
}

fn compare(model: &VecDeque<Logged>, end: SlotNumber) -> Result<(), TestCaseError> {
    prop_assert!(Equivocation::do_try_state().is_ok());
    prop_assert_eq!(Oldest::<Test>::get(), model.front().map(|logged| logged.index));
    prop_assert_eq!(Sessions::<Test>::iter().count(), model.len());
    let changes = model.iter().zip(model.iter().skip(1));
    let changes = changes.filter(|(one, next)| one.validators != next.validators);
    prop_assert_eq!(Entries::<Test>::iter().count(), 1 + changes.count());

    for logged in model {
        let count = logged.validators.len() as u32;
        for (who, generation) in [ADA, BEN, CYD]
            .into_iter()
            .flat_map(|who| (0..3).map(move |generation| (who, generation)))
        {
            let keys = keys(who, generation);
            let had = logged.validators.contains(&(who, keys.clone()));
            for (id, key) in [(AURA, keys.aura.as_ref()), (GRANDPA, keys.grandpa.as_ref())] {
                let owner = Equivocation::owner_in(logged.index, id, key);
                let owner = owner.map(|owner| (owner.account, owner.validators));
                prop_assert_eq!(owner, had.then_some((who, count)));
            }
        }
    }
    for slot in 0..=end {
        let expected = model.iter().rev().find(|logged| logged.start < slot);
        prop_assert_eq!(Equivocation::session_of(slot), expected.map(|logged| logged.index));
    }
    Ok(())
}
