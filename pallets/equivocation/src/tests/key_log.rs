//! What the log keeps, and for how long.

use crate::{mock::*, Entries, KeyLog, LoggedSession, Oldest, Sessions};
use aitbc_primitives::consensus::SessionIndex;
use pallet_session::SessionHandler;
use sp_runtime::traits::OpaqueKeys;

type Handlers = <Keys as OpaqueKeys>::KeyTypeIdProviders;

/// The sessions and the entries in the log.
fn logged() -> (Vec<SessionIndex>, Vec<SessionIndex>) {
    let mut sessions: Vec<_> = Sessions::<Test>::iter_keys().collect();
    let mut entries: Vec<_> = Entries::<Test>::iter_keys().collect();
    sessions.sort_unstable();
    entries.sort_unstable();
    (sessions, entries)
}

fn sessions(range: core::ops::RangeInclusive<SessionIndex>) -> Vec<SessionIndex> {
    range.collect()
}

#[test]
fn key_types_are_those_of_the_handlers() {
    assert_eq!(
        <KeyLog<Test, Handlers> as SessionHandler<AccountId>>::KEY_TYPE_IDS,
        <Handlers as SessionHandler<AccountId>>::KEY_TYPE_IDS
    );
    assert_eq!(<Handlers as SessionHandler<AccountId>>::KEY_TYPE_IDS, [AURA, GRANDPA]);
}

#[test]
fn handlers_are_told_everything_before_it_is_logged() {
    ExtBuilder::default().build_and_execute(|| {
        let all = || vec![ADA, BEN, CYD];
        assert_eq!(Told::take(), [(Notice::Genesis(all()), false)]);
        Elected::put(vec![ADA, BEN]);
        run_to_session(1);
        assert_eq!(
            Told::take(),
            [
                (Notice::Ending, true),
                (Notice::New { changed: false, validators: all(), queued: vec![ADA, BEN] }, false),
            ]
        );
        assert!(Session::disable_index(1));
        assert_eq!(Told::take(), [(Notice::Disabled(1), true)]);
        run_to_session(2);
        let (validators, queued) = (vec![ADA, BEN], vec![ADA, BEN]);
        assert_eq!(
            Told::take(),
            [(Notice::Ending, true), (Notice::New { changed: true, validators, queued }, false)]
        );
    });
}

#[test]
fn session_0_is_logged_at_genesis_and_session_1_when_it_begins() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(logged(), (vec![0], vec![0]));
        assert_eq!(Sessions::<Test>::get(0), Some(LoggedSession { start: 0, entry: 0 }));
        let entry = Entries::<Test>::get(0).unwrap();
        assert_eq!(entry.iter().map(|row| row.account).collect::<Vec<_>>(), [ADA, BEN, CYD]);
        assert!(entry.iter().all(|row| row.keys.len() == 2));
        run_to_session(1);
        assert_eq!(Sessions::<Test>::get(1), Some(LoggedSession { start: start(1), entry: 0 }));
        assert_eq!(logged(), (vec![0, 1], vec![0]));
    });
}

#[test]
fn session_has_the_slots_after_the_block_that_begins_it() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(3);
        let of = Equivocation::session_of;
        assert_eq!(of(0), None);
        assert_eq!(of(1), Some(0));
        assert_eq!(of(start(1)), Some(0));
        assert_eq!(of(start(1) + 1), Some(1));
        assert_eq!(of(start(3)), Some(2));
        assert_eq!(of(start(3) + 1), Some(3));
        assert_eq!(of(u64::MAX), Some(3));
    });
}

#[test]
fn keys_are_stored_when_they_differ_from_the_last() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(3);
        assert_eq!(logged(), (sessions(0..=3), vec![0]));
        // Active two sessions later.
        set_keys(BEN, 1);
        run_to_session(6);
        assert_eq!(logged(), (sessions(0..=6), vec![0, 5]));
        // A validator less, with the same keys.
        Elected::put(vec![ADA, BEN]);
        run_to_session(9);
        assert_eq!(logged(), (sessions(0..=9), vec![0, 5, 8]));
        // As it was: it is stored again, only the last entry is compared.
        Elected::put(vec![ADA, BEN, CYD]);
        run_to_session(11);
        assert_eq!(logged(), (sessions(1..=11), vec![0, 5, 8, 11]));
        assert_eq!(Entries::<Test>::get(5), Entries::<Test>::get(11));
    });
}

#[test]
fn session_leaves_when_the_log_is_full_and_an_entry_with_its_last_session() {
    ExtBuilder::default().log_length(3).build_and_execute(|| {
        run_to_session(2);
        set_keys(ADA, 1);
        run_to_session(3);
        assert_eq!(logged(), (sessions(0..=3), vec![0]));
        run_to_session(4);
        assert_eq!(logged(), (sessions(1..=4), vec![0, 4]));
        run_to_session(6);
        assert_eq!(logged(), (sessions(3..=6), vec![0, 4]));
        run_to_session(7);
        assert_eq!(logged(), (sessions(4..=7), vec![4]));
        run_to_session(20);
        assert_eq!(logged(), (sessions(17..=20), vec![4]));
    });
}

#[test]
fn shorter_log_shrinks_by_one_session_a_session() {
    ExtBuilder::default().log_length(10).build_and_execute(|| {
        run_to_session(15);
        assert_eq!(logged().0, sessions(5..=15));
        LogLength::set(&8);
        // Two leave for each that enters.
        for (session, oldest) in [(16, 7), (17, 9), (18, 10), (19, 11)] {
            run_to_session(session);
            assert_eq!(logged().0, sessions(oldest..=session));
        }
    });
}

#[test]
fn longer_log_grows_from_what_it_has() {
    ExtBuilder::default().log_length(2).build_and_execute(|| {
        run_to_session(5);
        assert_eq!(logged().0, sessions(3..=5));
        LogLength::set(&4);
        run_to_session(7);
        assert_eq!(logged().0, sessions(3..=7));
        run_to_session(8);
        assert_eq!(logged().0, sessions(4..=8));
    });
}

#[test]
fn log_without_length_has_the_current_session() {
    ExtBuilder::default().log_length(0).build_and_execute(|| {
        for session in 1..4 {
            run_to_session(session);
            assert_eq!(logged(), (vec![session], vec![0]));
            assert_eq!(Equivocation::session_of(start(session)), None);
            assert_eq!(Equivocation::session_of(start(session) + 1), Some(session));
        }
    });
}

/// A chain that has had sessions before it has the pallet.
#[test]
fn log_begins_with_the_first_session_that_it_sees() {
    ExtBuilder::default().build_and_execute(|| {
        run_to_session(3);
        let _ = Sessions::<Test>::clear(u32::MAX, None);
        let _ = Entries::<Test>::clear(u32::MAX, None);
        Oldest::<Test>::kill();
        assert_eq!(Equivocation::session_of(start(3) + 1), None);
        run_to_session(5);
        assert_eq!(logged(), (vec![4, 5], vec![4]));
    });
}

#[test]
fn chain_without_validators_has_a_log() {
    ExtBuilder::default().validators(&[]).build_and_execute(|| {
        run_to_session(2);
        assert_eq!(logged(), (sessions(0..=2), vec![0]));
        assert_eq!(Entries::<Test>::get(0).unwrap().len(), 0);
    });
}
