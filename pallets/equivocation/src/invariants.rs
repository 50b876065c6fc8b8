//! The check of the invariants of the crate documentation.

use crate::{Config, Entries, Oldest, Pallet, Sessions};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use pallet_session::CurrentIndex;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let Some(oldest) = Oldest::<T>::get() else {
            let is_empty =
                Sessions::<T>::iter().next().is_none() && Entries::<T>::iter().next().is_none();
            return is_empty
                .then_some(())
                .ok_or("there is something in a log without sessions".into());
        };
        // Invariant 1
        let current = CurrentIndex::<T>::get();
        ensure!(
            Sessions::<T>::iter_keys().collect::<BTreeSet<_>>()
                == (oldest..=current).collect::<BTreeSet<_>>(),
            "the log does not hold just the sessions from the oldest to the current one"
        );
        let sessions =
            (oldest..=current).filter_map(Sessions::<T>::get).collect::<alloc::vec::Vec<_>>();
        for (before, after) in sessions.iter().zip(sessions.iter().skip(1)) {
            // Invariant 2
            ensure!(before.start <= after.start, "a session begins before the one before it");
            // Invariant 3
            ensure!(
                before.entry == after.entry
                    || Entries::<T>::get(before.entry) != Entries::<T>::get(after.entry),
                "the same keys are stored twice in a row"
            );
        }
        // Invariant 4
        ensure!(
            sessions.iter().map(|session| session.entry).collect::<BTreeSet<_>>()
                == Entries::<T>::iter_keys().collect::<BTreeSet<_>>(),
            "a session has no keys, or keys have no session"
        );
        Ok(())
    }
}
