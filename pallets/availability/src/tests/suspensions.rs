//! Who is out for its conduct, for how long, and how many at a time.

use crate::{mock::*, Duties, Duty, Event, Suspension, SuspensionCursor, Suspensions};
use aitbc_primitives::{consensus::SessionIndex, reputation::REP};
use pallet_session::{DisabledValidators, NextKeys};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Makes the next block, in which `who` is proven to equivocate, though pallet-session does not disable it.
fn equivocate(who: AccountId) {
    let slot = Availability::schedule().slot + 1;
    block_with(slot, || Availability::penalise_equivocation(&who));
}

/// Ends this session and begins the next `sessions` ones, with a block in each slot.
fn sessions(sessions: u32) {
    (0..sessions).for_each(|_| session_without(&[]));
}

fn banned_until(who: AccountId) -> Option<SessionIndex> {
    Availability::availability(who).banned_until
}

fn is_suspended(who: AccountId) -> bool {
    Availability::availability(who).suspended
}

/// Who has slots.
fn scheduled() -> Vec<AccountId> {
    counts().into_keys().collect()
}

fn times(event: impl Into<RuntimeEvent>) -> usize {
    let event = event.into();
    System::events().into_iter().filter(|record| record.event == event).count()
}

#[test]
fn a_banned_equivocator_that_validates_again_stays_out_until_relapse_period_is_over() {
    ExtBuilder::default().build_and_execute(|| {
        RelapsePeriod::set(&6);
        block(FIRST);
        sessions(1);
        equivocate(3);
        System::assert_has_event(Event::Banned { who: 3, until: 7 }.into());
        System::assert_has_event(Event::Suspended { who: 3, session: 1 }.into());
        assert_eq!(Chilled::get(), [3]);
        assert_eq!(scheduled(), [1, 2, 4]);
        validate(3);

        for session in 2..7 {
            sessions(1);
            assert_eq!((is_suspended(3), banned_until(3)), (true, Some(7)), "{session}");
            assert_eq!(scheduled(), [1, 2, 4]);
            let back = Event::Reinstated { who: 3, from: 7 };
            assert_eq!(times(back), usize::from(session == 6));
        }
        sessions(1);
        assert_eq!((is_suspended(3), banned_until(3)), (false, None));
        assert_eq!(scheduled(), [1, 2, 3, 4]);
    });
}

#[test]
fn a_banned_equivocator_that_does_not_apply_stays_out_after_its_ban() {
    ExtBuilder::default().build_and_execute(|| {
        RelapsePeriod::set(&3);
        block(FIRST);
        equivocate(3);
        sessions(5);
        assert_eq!((is_suspended(3), banned_until(3)), (true, None));
        validate(3);
        sessions(1);
        assert_eq!(scheduled(), [1, 2, 4]);
        sessions(1);
        assert_eq!(scheduled(), [1, 2, 3, 4]);
    });
}

#[test]
fn a_ban_survives_that_somebody_changes_keys() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        block_with(FIRST + 1, || {
            Session::report_offence(3, Default::default());
            Availability::penalise_equivocation(&3);
        });
        validate(3);
        assert_eq!(DisabledValidators::<Test>::get().len(), 1);
        NextKeys::<Test>::insert(1, Keys { aura: key(101) });
        sessions(2);
        // pallet-session has forgotten whom it disabled.
        assert!(DisabledValidators::<Test>::get().is_empty());
        assert_eq!(scheduled(), [1, 2, 4]);
        assert!(is_suspended(3));
    });
}

#[test]
fn a_banned_validator_that_is_elected_again_has_no_slots() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        equivocate(3);
        validate(3);
        for (elected, expected) in [(vec![1, 2, 4], [1, 2, 4]), (vec![1, 2, 3, 4], [1, 2, 4])] {
            Elected::put(elected);
            sessions(2);
            assert_eq!(scheduled(), expected);
            assert!(is_suspended(3));
        }
    });
}

#[test]
fn absent_validators_do_not_leave_an_equivocator_its_slots() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        session_without(&[3]);
        session_without(&[3]);
        assert_eq!(scheduled(), [1, 2, 4]);
        // One of four is out, as many as may be for absence.
        equivocate(4);
        assert_eq!(scheduled(), [1, 2]);
        // Nobody else can be suspended for absence.
        for _ in 0..7 {
            session_without(&[2]);
        }
        assert!(held(2) < REP);
        assert_eq!(scheduled(), [1, 2]);
    });
}

#[test]
fn an_equivocator_that_is_one_too_many_is_out_as_soon_as_there_is_room() {
    ExtBuilder::default().equal_share(50).build_and_execute(|| {
        RelapsePeriod::set(&6);
        block(FIRST);
        equivocate(3);
        sessions(2);
        equivocate(4);
        System::assert_has_event(Event::Banned { who: 4, until: 8 }.into());
        assert_eq!(times(Event::Suspended { who: 4, session: 2 }), 0);
        assert_eq!((is_suspended(4), banned_until(4)), (false, Some(8)));
        // Its reputation is gone and its candidacy too, and it has the equal part of the slots.
        assert_eq!((held(4), Chilled::get()), (0, vec![3, 4]));
        validate(4);
        sessions(1);
        assert_eq!(counts(), [(1, 7), (2, 7), (4, 6)].into());

        validate(3);
        sessions(2);
        assert_eq!(scheduled(), [1, 2, 4]);
        // In session 6 the ban of the other is over.
        sessions(1);
        System::assert_has_event(Event::Suspended { who: 4, session: 2 }.into());
        assert_eq!(scheduled(), [1, 2, 3]);
        sessions(1);
        assert_eq!(scheduled(), [1, 2, 3]);
        sessions(1);
        assert_eq!(scheduled(), [1, 2, 3, 4]);
    });
}

#[test]
fn whoever_was_banned_fills_the_room_until_it_is_back() {
    ExtBuilder::default().build_and_execute(|| {
        RelapsePeriod::set(&2);
        block(FIRST);
        equivocate(3);
        // Its ban is over in session 2, but it does not apply. Else all could be out in turn.
        for who in [4, 1, 2] {
            sessions(4);
            equivocate(who);
            assert!(!is_suspended(who));
        }
        sessions(1);
        assert_eq!(scheduled(), [1, 2, 4]);
    });
}

#[test]
fn a_ban_of_somebody_who_is_no_validator_begins_to_count_when_it_is_elected() {
    ExtBuilder::default().build_and_execute(|| {
        RelapsePeriod::set(&20);
        Elected::put(vec![1, 2, 3]);
        block(FIRST);
        sessions(2);
        equivocate(4);
        assert_eq!(banned_until(4), Some(22));
        validate(4);
        Elected::put(vec![1, 2, 3, 4]);
        sessions(2);
        assert_eq!(Session::validators(), [1, 2, 3, 4]);
        assert_eq!(scheduled(), [1, 2, 3]);
        sessions(17);
        assert_eq!(scheduled(), [1, 2, 3]);
        sessions(1);
        assert_eq!((session().0, scheduled()), (22, vec![1, 2, 3, 4]));
    });
}

#[test]
fn among_three_validators_nobody_is_out_for_an_equivocation() {
    ExtBuilder::default().encumbered(&[REP; 3]).build_and_execute(|| {
        block(FIRST);
        equivocate(2);
        sessions(1);
        assert_eq!(scheduled(), [1, 2, 3]);
        assert_eq!((held(2), banned_until(2)), (0, Some(100)));
    });
}

#[test]
fn an_equivocation_makes_a_ban_of_a_suspension() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        session_without(&[3]);
        session_without(&[3]);
        assert_eq!((is_suspended(3), banned_until(3)), (true, None));
        validate(3);
        sessions(1);
        System::assert_has_event(Event::Reinstated { who: 3, from: 4 }.into());
        // It would have been back with the next session, but for its votes on finality.
        equivocate(3);
        validate(3);
        assert_eq!((is_suspended(3), banned_until(3)), (true, Some(103)));
        sessions(2);
        assert_eq!(scheduled(), [1, 2, 4]);
    });
}

#[test]
fn absence_does_not_shorten_a_ban() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        session_without(&[3]);
        // It misses three slots more, which makes eight in a row, and is banned before the session ends.
        let (_, start) = session();
        let third = (start + 1..).filter(|slot| producer(*slot) == 3).nth(2).unwrap();
        let slot = (third + 1..start + 20).find(|slot| producer(*slot) != 3).unwrap();
        blocks((start + 1..slot).filter(|slot| producer(*slot) != 3).collect::<Vec<_>>());
        block_with(slot, || Availability::penalise_equivocation(&3));
        let ban = Suspensions::<Test>::get(3);
        sessions(1);
        let judged = Availability::deliveries().into_iter().find(|d| d.account == 3).unwrap();
        assert!(judged.elapsed >= 3 && judged.produced == 0);
        assert_eq!(Suspensions::<Test>::get(3), ban);
        // Nor is it a relapse.
        assert!(Relapsed::get().is_empty());

        // Of one that has slots still, since it was one too many.
        equivocate(4);
        assert!(!is_suspended(4));
        let relapse = Availability::suspend_absent(&4, &mut 1);
        assert!(relapse && is_suspended(4));
        assert_eq!(banned_until(4), Some(102));
    });
}

#[test]
fn another_equivocation_prolongs_a_ban_and_never_shortens_it() {
    ExtBuilder::default().build_and_execute(|| {
        RelapsePeriod::set(&10);
        block(FIRST);
        equivocate(3);
        assert_eq!(banned_until(3), Some(10));
        sessions(2);
        equivocate(3);
        assert_eq!(banned_until(3), Some(12));
        System::assert_has_event(Event::Banned { who: 3, until: 12 }.into());
        assert_eq!(times(Event::Suspended { who: 3, session: 2 }), 0);
        // Governance makes the period shorter.
        RelapsePeriod::set(&3);
        sessions(2);
        equivocate(3);
        assert_eq!(banned_until(3), Some(12));
    });
}

#[test]
fn suspended_returns_when_it_applies_again_and_pays_stake_for_a_relapse() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        session_without(&[3]);
        session_without(&[3]);
        assert!(is_suspended(3));

        validate(3);
        sessions(1);
        System::assert_has_event(Event::Reinstated { who: 3, from: 4 }.into());
        assert!(is_suspended(3));
        sessions(1);
        assert!(counts().contains_key(&3));

        session_without(&[3]);
        session_without(&[3]);
        assert_eq!(Relapsed::get(), [3]);
    });
}

#[test]
fn who_returns_is_decided_before_the_order_of_the_slots_can_be_known() {
    // Session 2 is the first without it. Whether it applies while that runs changes nothing in session 3.
    let order_of_session_3 = |applies: bool| {
        let mut order = Vec::new();
        ExtBuilder::default().build_and_execute(|| {
            block(FIRST);
            session_without(&[3]);
            session_without(&[3]);
            let (_, start) = session();
            blocks(start + 1..start + 20);
            if applies {
                validate(3);
            }
            block(start + 20);
            assert_eq!(session().0, 3);
            order = Availability::schedule().order;
            sessions(1);
            assert_eq!(counts().contains_key(&3), applies);
        });
        order
    };
    assert_eq!(order_of_session_3(true), order_of_session_3(false));
}

#[test]
fn there_is_a_schedule_even_when_only_banned_validators_are_elected() {
    ExtBuilder::default().build_and_execute(|| {
        block(FIRST);
        // Elections can bring together whoever was banned in other sets.
        for who in 1..=4 {
            let (since, banned_until, back_from) = (0, Some(50), None);
            Suspensions::<Test>::insert(who, Suspension { since, banned_until, back_from });
        }
        crate::ReplacementDue::<Test>::put(true);
        block(FIRST + 1);
        sessions(2);
        assert_eq!(scheduled(), [1, 2, 3, 4]);
        // One that is not banned is enough.
        Suspensions::<Test>::remove(2);
        crate::ReplacementDue::<Test>::put(true);
        sessions(1);
        assert_eq!(scheduled(), [2]);
    });
}

#[test]
fn records_of_gone_validators_are_pruned() {
    ExtBuilder::default().build_and_execute(|| {
        RelapsePeriod::set(&2);
        block(FIRST);
        // Suspended in session 0: gone ones, a validator that is still out, and one that is back.
        let suspension = Suspension::default();
        for gone in 100..120 {
            Suspensions::<Test>::insert(gone, &suspension);
        }
        Suspensions::<Test>::insert(3, &suspension);
        Chilled::put(vec![3]);
        Suspensions::<Test>::insert(4, Suspension { back_from: Some(0), ..suspension.clone() });
        // And one whose ban goes on.
        let banned_until = Some(40);
        Suspensions::<Test>::insert(120, Suspension { banned_until, ..suspension.clone() });
        crate::ReplacementDue::<Test>::put(true);
        block(FIRST + 1);
        let records = || Suspensions::<Test>::iter_keys().count();

        sessions(2);
        assert_eq!(records(), 23, "all are recent");
        let mut left = records();
        for _ in 0..6 {
            sessions(1);
            let now = records();
            assert!(now <= left && left - now <= 8, "{left} to {now}");
            left = now;
        }
        let mut kept: Vec<_> = Suspensions::<Test>::iter_keys().collect();
        kept.sort();
        assert_eq!(kept, [3, 120]);
        // With fewer than eight it begins anew each session.
        assert_eq!(SuspensionCursor::<Test>::get(), None);
        sessions(40 - session().0);
        assert_eq!(Suspensions::<Test>::iter_keys().collect::<Vec<_>>(), [3]);
    });
}

#[test]
fn a_suspension_is_remembered_for_as_long_as_a_relapse_counts() {
    ExtBuilder::default().build_and_execute(|| {
        RelapsePeriod::set(&4);
        block(FIRST);
        Suspensions::<Test>::insert(100, Suspension::default());
        sessions(4);
        assert!(Suspensions::<Test>::contains_key(100));
        sessions(1);
        assert!(!Suspensions::<Test>::contains_key(100));
    });
}

/// What happens to a validator, by its index, or to all.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Equivocate(usize),
    BeAbsent(usize),
    Apply(usize),
    NextSession,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let who = 0usize..13;
    prop_oneof![
        who.clone().prop_map(Deed::Equivocate),
        who.clone().prop_map(Deed::BeAbsent),
        who.prop_map(Deed::Apply),
        Just(Deed::NextSession),
    ]
}

/// What a slow reader of the rules knows of a validator.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Whether it has no slots, and from which session on it has some again, once that is decided.
    out: bool,
    back_from: Option<SessionIndex>,
    /// The end of the ban that it is out for, or was out for last; 0 if it is none.
    ban: SessionIndex,
    candidate: bool,
}

/// The rules of suspensions, for a set of validators that does not change.
struct Model {
    session: SessionIndex,
    known: Vec<Known>,
}

impl Model {
    fn bound(&self) -> usize {
        (self.known.len() - 1) / 3
    }

    fn out(&self) -> usize {
        self.known.iter().filter(|v| v.out).count()
    }

    fn enforce(&mut self) {
        for index in 0..self.known.len() {
            let banned = |v: &&Known| v.ban > 0 && v.out;
            let room = self.known.iter().filter(banned).count() < self.bound();
            let v = &mut self.known[index];
            if v.ban > self.session && !v.out && room {
                (v.out, v.back_from) = (true, None);
            }
        }
    }

    fn apply(&mut self, deed: Deed) {
        let size = self.known.len();
        let room = self.out() < self.bound();
        match deed {
            Deed::Equivocate(index) => {
                let v = &mut self.known[index % size];
                v.ban = v.ban.max(self.session + RelapsePeriod::get());
                (v.candidate, v.back_from) = (false, None);
                self.enforce();
            }
            Deed::BeAbsent(index) => {
                let v = &mut self.known[index % size];
                if room && !v.out {
                    v.ban = if v.ban > self.session { v.ban } else { 0 };
                    (v.out, v.back_from, v.candidate) = (true, None, false);
                }
            }
            Deed::Apply(index) => self.known[index % size].candidate = true,
            Deed::NextSession => {
                self.session += 1;
                for v in &mut self.known {
                    v.out &= v.back_from != Some(self.session);
                }
                self.enforce();
                let next = self.session + 1;
                for v in &mut self.known {
                    if v.out && v.ban <= next && v.candidate {
                        v.back_from = Some(next);
                    }
                }
            }
        }
    }
}

/// Ends the session with a single block, and nobody is judged for what it did before.
fn end_session() {
    for who in scheduled() {
        Duties::<Test>::mutate(who, |duty| {
            let (scheduled, credit) = (duty.scheduled, duty.credit);
            *duty = Duty { scheduled, credit, ..Default::default() };
        });
    }
    let schedule = Availability::schedule();
    block(schedule.start + u64::from(schedule.length));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Whatever validators do, those are out who should be, nobody else, and more than a third are left.
    #[test]
    fn who_is_out_equals_the_slow_model(
        size in 1usize..=13,
        deeds in prop::collection::vec(any_deed(), 1..60),
    ) {
        ExtBuilder::default().encumbered(&vec![REP; size]).build_and_execute(|| {
            RelapsePeriod::set(&3);
            block(FIRST);
            let known = vec![Known { candidate: true, ..Default::default() }; size];
            let mut model = Model { session: 0, known };
            let name = |index: usize| (index % size) as AccountId + 1;
            for deed in deeds {
                // A slot that does not end the session.
                let (_, start) = session();
                let slot = Availability::schedule().slot + 1;
                let ends = slot == start + u64::from(Availability::schedule().length);
                if ends && !matches!(deed, Deed::NextSession) {
                    continue;
                }
                match deed {
                    Deed::Equivocate(index) => equivocate(name(index)),
                    Deed::BeAbsent(index) => {
                        block_with(slot, || {
                            let mut room = Availability::room();
                            Availability::suspend_absent(&name(index), &mut room);
                        });
                    }
                    Deed::Apply(index) => validate(name(index)),
                    Deed::NextSession => end_session(),
                }
                model.apply(deed);

                let expected: BTreeMap<_, _> =
                    (1..).zip(model.known.iter().map(|v| v.out)).collect();
                let found: BTreeMap<_, _> =
                    (1..=size as AccountId).map(|who| (who, is_suspended(who))).collect();
                assert_eq!(found, expected, "{deed:?} in session {}", model.session);
                let bans: Vec<_> = (1..=size as AccountId).map(banned_until).collect();
                let expected: Vec<_> = model
                    .known
                    .iter()
                    .map(|v| (v.ban > model.session).then_some(v.ban))
                    .collect();
                assert_eq!(bans, expected);
                let there: Vec<_> =
                    found.into_iter().filter(|(_, out)| !out).map(|(who, _)| who).collect();
                assert!(there.len() >= size - 2 * model.bound());
                // Who is back may have its first slots in the next session only.
                assert!(scheduled().iter().all(|who| there.contains(who)));
            }
        });
    }
}
