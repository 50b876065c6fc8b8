//! Pausing calls and safe mode, by the council and by Emergencies.

use super::*;
use crate::council::{executed, pass};
use aitbc_primitives::time::{DAY, HOUR};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use pallet_openclaw::types::{CallName, CallNames};
use Position::For;
use ProposalKind::*;

fn name(pallet: &str, call: &str) -> CallName {
    let bounded = |name: &str| BoundedVec::truncate_from(name.as_bytes().to_vec());
    (bounded(pallet), bounded(call))
}

fn names(names: &[(&str, &str)]) -> CallNames {
    CallNames::truncate_from(names.iter().map(|(pallet, call)| name(pallet, call)).collect())
}

const TRANSFERS: &[(&str, &str)] =
    &[("Balances", "transfer_keep_alive"), ("Balances", "transfer_allow_death")];

/// A call that pauses transfers for so many milliseconds, or as long as its caller may.
pub fn pause_transfers(duration: Option<Moment>) -> RuntimeCall {
    Call::pause { calls: names(TRANSFERS), duration }.into()
}

fn transfer() -> RuntimeCall {
    pallet_balances::Call::transfer_keep_alive { dest: Bob.to_account_id().into(), value: AITBC }
        .into()
}

pub fn transfers_are_paused(world: &mut World) -> bool {
    let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
    world.chain.call(Alice, transfer()) == Err(filtered)
}

fn pause(origin: RuntimeOrigin, duration: Option<Moment>) -> DispatchResult {
    OpenClaw::pause(origin, names(TRANSFERS), duration)
}

fn emergency() -> RuntimeOrigin {
    pallet_openclaw::Origin::Emergency.into()
}

#[test]
fn council_pauses_calls_by_motion_and_the_pause_ends_by_itself() {
    let mut chain = Chain::development();
    pass(&mut chain, pause_transfers(None), &[Alice, Bob, Charlie]).unwrap();
    assert_eq!(executed(&mut chain), Some(Ok(())));
    let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
    assert_eq!(chain.call(Alice, transfer()), filtered);
    // A day is a minute, thirty blocks.
    chain.blocks(25);
    assert_eq!(chain.call(Alice, transfer()), filtered);
    chain.blocks(8);
    chain.call(Alice, transfer()).unwrap();

    pass(&mut chain, pause_transfers(None), &[Alice, Bob]).unwrap();
    assert_eq!(executed(&mut chain), Some(Err(DispatchError::BadOrigin)));
}

#[test]
fn brake_of_the_council_lasts_a_day_at_most() {
    for (asked, lasts) in [(None, DAY), (Some(HOUR), HOUR), (Some(10 * DAY), DAY)] {
        let mut world = world();
        let began = world.now();
        world.look(|| pause(council(), asked).unwrap());
        // The attempt to transfer takes a block.
        world.to(began + lasts - 4_000);
        assert!(transfers_are_paused(&mut world), "{asked:?}");
        // Its block may be the first of a session.
        world.chain.blocks(2);
        assert!(!transfers_are_paused(&mut world), "{asked:?}");
    }
}

#[test]
fn council_brakes_once_in_seven_days() {
    let mut world = world();
    let began = world.now();
    world.look(|| {
        pause(council(), Some(HOUR)).unwrap();
        // Both brakes in one block are one use, the same one twice is not.
        assert_ok!(OpenClaw::enter_safe_mode(council(), Some(HOUR)));
        assert_noop!(pause(council(), Some(HOUR)), error(Error::BrakeTooSoon));
    });
    world.to(began + 7 * DAY - 2_000);
    world.look(|| {
        assert_noop!(pause(council(), None), error(Error::BrakeTooSoon));
        assert_noop!(OpenClaw::enter_safe_mode(council(), None), error(Error::BrakeTooSoon));
    });
    world.to(began + 7 * DAY);
    world.look(|| {
        assert_ok!(pause(council(), None));
    });
}

#[test]
fn council_lifts_its_own_brakes_and_none_of_an_emergency() {
    let mut world = world();
    world.look(|| {
        pause(council(), None).unwrap();
        assert_ok!(OpenClaw::unpause(council(), names(TRANSFERS)));
        OpenClaw::enter_safe_mode(council(), None).unwrap();
        assert_ok!(OpenClaw::exit_safe_mode(council()));

        pause(emergency(), None).unwrap();
        OpenClaw::enter_safe_mode(emergency(), None).unwrap();
        assert_noop!(
            OpenClaw::unpause(council(), names(TRANSFERS)),
            error(Error::BegunByEmergency)
        );
        assert_noop!(OpenClaw::exit_safe_mode(council()), error(Error::BegunByEmergency));
        assert_ok!(OpenClaw::unpause(emergency(), names(TRANSFERS)));
        let upgrade = || pallet_openclaw::Origin::ProtocolUpgrade.into();
        assert_ok!(OpenClaw::exit_safe_mode(upgrade()));
    });
    assert!(!transfers_are_paused(&mut world));
}

#[test]
fn brakes_of_an_emergency_end_by_themselves() {
    let mut world = world();
    let began = world.now();
    world.look(|| {
        pause(emergency(), Some(Moment::MAX)).unwrap();
        OpenClaw::enter_safe_mode(emergency(), Some(Moment::MAX)).unwrap();
    });
    world.to(began + 7 * DAY - 2_000);
    assert!(world.look(SafeMode::is_entered));
    world.chain.blocks(2);
    assert!(!world.look(SafeMode::is_entered));
    world.to(began + 30 * DAY - 4_000);
    assert!(transfers_are_paused(&mut world));
    world.chain.blocks(2);
    assert!(!transfers_are_paused(&mut world));
}

/// Whatever becomes of OpenClaw's hook, safe mode ends.
#[test]
fn safe_mode_ends_when_its_blocks_are_made() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        OpenClaw::enter_safe_mode(council(), None).unwrap();
        pallet_openclaw::Brakes::<Runtime>::kill();
    });
    chain.blocks(30);
    assert!(chain.inspect(SafeMode::is_entered));
    chain.blocks(2);
    assert!(!chain.inspect(SafeMode::is_entered));
}

#[test]
fn longer_brake_stands() {
    let mut world = world();
    let began = world.now();
    world.look(|| {
        OpenClaw::enter_safe_mode(emergency(), Some(3 * DAY)).unwrap();
        OpenClaw::enter_safe_mode(council(), None).unwrap();
    });
    world.to(began + 3 * DAY - 2_000);
    assert!(world.look(SafeMode::is_entered));
    world.chain.blocks(2);
    assert!(!world.look(SafeMode::is_entered));
}

#[test]
fn only_real_calls_that_may_be_filtered_are_paused() {
    use pallet_tx_pause::Error as Pause;

    Chain::development().inspect(|| {
        for (names_of, wanted) in [
            (("Balances", "transfer_keepalive"), Pause::<Runtime>::NotFound),
            (("Balance", "transfer_keep_alive"), Pause::NotFound),
            (("OpenClaw", "vote"), Pause::Unpausable),
            (("Timestamp", "set"), Pause::Unpausable),
        ] {
            assert_noop!(OpenClaw::pause(emergency(), names(&[names_of]), None), wanted);
        }
    });
}

#[test]
fn governance_goes_on_in_safe_mode() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| OpenClaw::enter_safe_mode(emergency(), None).unwrap());
    let propose = Call::propose {
        kind: Emergency,
        title: b"Leave safe mode".to_vec(),
        description: vec![b'd'; 50],
        link: vec![],
        category: Category::Security,
        calls: vec![Call::exit_safe_mode {}.into()],
        wishes: Wishes::default(),
    };
    chain.call(Bob, propose).unwrap();
    let vote = Call::vote { proposal: 0, position: For, max_power: None, reason: None };
    chain.call(Charlie, vote).unwrap();
    chain.call(Alice, Call::approve { proposal: 0 }).unwrap();
    let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
    assert_eq!(chain.call(Alice, transfer()), filtered);
}
