//! A migration that fails ends in safe mode, in which the chain can be repaired.

use super::{
    chain::Chain,
    council::{executed, pass},
};
use aitbc_primitives::token::AITBC;
use aitbc_runtime::*;
use frame_support::{
    assert_noop,
    migrations::{FailedMigrationHandler, FailedMigrationHandling},
};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave};
use sp_runtime::DispatchError;

type Handler = <Runtime as pallet_migrations::Config>::FailedMigrationHandler;

/// Blocks of a minute, which is a day of this network.
const DAY: u32 = 30;

fn transfer(chain: &mut Chain) -> Result<(), DispatchError> {
    let transfer = pallet_balances::Call::transfer_keep_alive {
        dest: Bob.to_account_id().into(),
        value: AITBC,
    };
    chain.call(Alice, transfer)
}

fn filtered() -> Result<(), DispatchError> {
    Err(frame_system::Error::<Runtime>::CallFiltered.into())
}

/// What four of the council do as Root of the bootstrap.
fn as_root(chain: &mut Chain, call: impl Into<RuntimeCall>) {
    let call = pallet_openclaw::Call::bootstrap_dispatch { call: Box::new(call.into()) };
    pass(chain, call.into(), &[Alice, Bob, Charlie, Dave]).unwrap();
    assert_eq!(executed(chain), Some(Ok(())));
}

/// Four of the council end safe mode as Root.
fn end_safe_mode(chain: &mut Chain) {
    as_root(chain, pallet_openclaw::Call::exit_safe_mode {});
    assert!(!chain.inspect(SafeMode::is_entered));
}

/// A chain in which a migration has failed, after three of the council had entered safe mode or not.
fn repair(in_safe_mode: bool) -> Chain {
    let mut chain = Chain::development();
    chain.blocks(2);
    if in_safe_mode {
        let enter = pallet_openclaw::Call::enter_safe_mode { duration: None };
        pass(&mut chain, enter.into(), &[Alice, Bob, Charlie]).unwrap();
        assert_eq!(executed(&mut chain), Some(Ok(())));
    }
    chain.inspect(|| {
        assert_eq!(SafeMode::is_entered(), in_safe_mode);
        assert_eq!(Handler::failed(Some(0)), FailedMigrationHandling::ForceUnstuck);
    });
    chain
}

#[test]
fn failed_migration_leaves_a_way_out() {
    for in_safe_mode in [false, true] {
        let mut chain = repair(in_safe_mode);
        assert_eq!(transfer(&mut chain), filtered());
        // Longer than a brake of the council lasts.
        chain.blocks(2 * DAY);
        assert_eq!(transfer(&mut chain), filtered());
        chain.call(Alice, pallet_staking::Call::chill {}).unwrap();
        let items = vec![(b"key".to_vec(), b"value".to_vec())];
        as_root(&mut chain, frame_system::Call::set_storage { items });
        end_safe_mode(&mut chain);
        transfer(&mut chain).unwrap();
    }
}

#[test]
fn safe_mode_of_a_failed_migration_is_that_of_an_emergency() {
    for in_safe_mode in [false, true] {
        let mut chain = repair(in_safe_mode);
        chain.inspect(|| {
            let council = pallet_collective::RawOrigin::<AccountId, _>::Members(5, 5).into();
            assert_noop!(
                OpenClaw::exit_safe_mode(council),
                pallet_openclaw::Error::<Runtime>::BegunByEmergency
            );
            let emergency = pallet_openclaw::Origin::Emergency.into();
            frame_support::assert_ok!(OpenClaw::exit_safe_mode(emergency));
        });
        transfer(&mut chain).unwrap();
    }
}

#[test]
fn safe_mode_of_a_failed_migration_ends_after_fourteen_days() {
    let mut chain = repair(false);
    let mut blocks = 0;
    while chain.inspect(SafeMode::is_entered) {
        chain.blocks(1);
        blocks += 1;
    }
    // In the first block of a session hooks do not run.
    assert!((14 * DAY..=14 * DAY + 1).contains(&blocks), "{blocks}");
    transfer(&mut chain).unwrap();
}

/// The rehearsed upgrade with something in its way. With `try-runtime` the stock pallet panics.
#[cfg(all(feature = "next-version", not(feature = "try-runtime")))]
mod rehearsed {
    use super::*;
    use aitbc_runtime::lab::next_version::{CountedAccounts, Obstacle};
    use pallet_migrations::{Cursor, Event};

    /// Makes blocks until no migration is going on. The events of the last of them.
    fn migrate(chain: &mut Chain) -> Vec<Event<Runtime>> {
        for _ in 0..100 {
            chain.blocks(1);
            if !chain.inspect(Cursor::<Runtime>::exists) {
                return chain
                    .events()
                    .into_iter()
                    .filter_map(|event| match event {
                        RuntimeEvent::MultiBlockMigrations(event) => Some(event),
                        _ => None,
                    })
                    .collect();
            }
        }
        panic!("the migration does not end");
    }

    fn accounts(chain: &mut Chain) -> u32 {
        chain.inspect(|| frame_system::Account::<Runtime>::iter_keys().count()) as u32
    }

    /// A chain whose migration has failed.
    fn failed() -> Chain {
        let mut chain = Chain::development();
        chain.blocks(1);
        chain.inspect(|| Obstacle::put(true));
        chain.pretend_upgrade_from(100);
        let events = migrate(&mut chain);
        assert!(events.contains(&Event::UpgradeFailed), "{events:?}");
        assert!(chain.inspect(SafeMode::is_entered));
        // Something was done before.
        let counted = chain.inspect(CountedAccounts::get);
        assert!(counted > 0 && counted < accounts(&mut chain), "{counted}");
        assert_eq!(transfer(&mut chain), filtered());
        chain
    }

    /// Brings the upgrade to its end, which it was kept from.
    fn completes(chain: &mut Chain) {
        let events = migrate(chain);
        assert!(events.contains(&Event::UpgradeCompleted), "{events:?}");
        assert_eq!(chain.inspect(CountedAccounts::get), accounts(chain));
        assert_eq!(transfer(chain), filtered());
        end_safe_mode(chain);
        transfer(chain).unwrap();
    }

    #[test]
    fn failed_migration_begins_anew_with_the_next_upgrade() {
        let mut chain = failed();
        let keys = vec![Obstacle::hashed_key().to_vec()];
        as_root(&mut chain, frame_system::Call::kill_storage { keys });
        chain.pretend_upgrade_from(100);
        completes(&mut chain);
    }

    #[test]
    fn failed_migration_begins_anew_when_root_says_so() {
        let mut chain = failed();
        let keys = vec![Obstacle::hashed_key().to_vec()];
        as_root(&mut chain, frame_system::Call::kill_storage { keys });
        as_root(&mut chain, pallet_migrations::Call::force_onboard_mbms {});
        completes(&mut chain);
    }

    #[test]
    fn failed_migration_fails_again_where_nothing_was_repaired() {
        let mut chain = failed();
        as_root(&mut chain, pallet_migrations::Call::force_onboard_mbms {});
        let events = migrate(&mut chain);
        assert!(events.contains(&Event::UpgradeFailed), "{events:?}");
        assert_eq!(transfer(&mut chain), filtered());
    }
}
