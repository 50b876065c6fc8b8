//! When the active clock stands still.

use super::*;
use crate::safety::full_name;
use aitbc_primitives::market::{
    deadlines::{ActiveClock, Why},
    escrow::EscrowStatus,
};
use frame_support::migrations::SteppedMigrations;
use pallet_deadlines::Event;

/// A chain whose active clock runs.
fn running() -> Chain {
    let mut chain = Chain::development();
    chain.blocks(2);
    assert!(chain.inspect(Deadlines::now) > 0);
    chain
}

/// How far the active clock gets in one more block, and why it stands still.
fn after_a_block(chain: &mut Chain) -> (Moment, Option<Why>) {
    let before = chain.inspect(Deadlines::now);
    chain.blocks(1);
    chain.inspect(|| (Deadlines::now() - before, Deadlines::stopped()))
}

const RUNS: (Moment, Option<Why>) = (SLOT_DURATION, None);

fn stands(why: Why) -> (Moment, Option<Why>) {
    (0, Some(why))
}

/// The last of the blocks in which it stands: what halted it may have lasted until just before.
const RESUMES: (Moment, Option<Why>) = (0, None);

/// What the pallet has told in the latest block.
fn told(chain: &mut Chain) -> Vec<Event<Runtime>> {
    let events = chain.events().into_iter();
    let told = events.filter_map(|event| match event {
        RuntimeEvent::Deadlines(event) => Some(event),
        _ => None,
    });
    told.collect()
}

#[test]
fn safe_mode_stops_the_clock() {
    let mut chain = running();
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());
    assert_eq!(after_a_block(&mut chain), stands(Why::SafeMode));
    assert_eq!(told(&mut chain), [Event::ClockStopped { why: Why::SafeMode }]);
    assert_eq!(after_a_block(&mut chain), stands(Why::SafeMode));
    assert!(told(&mut chain).is_empty());
    // A day in it adds nothing either.
    let day = now(&mut chain) + DAY;
    let before = chain.inspect(Deadlines::now);
    to(&mut chain, day);
    assert_eq!(chain.inspect(Deadlines::now), before);
    chain.inspect(|| SafeMode::force_exit(RuntimeOrigin::root()).unwrap());
    assert_eq!(after_a_block(&mut chain), RESUMES);
    assert_eq!(told(&mut chain), [Event::ClockResumed]);
    assert_eq!(after_a_block(&mut chain), RUNS);
}

#[test]
fn pause_of_a_call_that_meets_a_deadline_stops_the_clock() {
    let names = aitbc_runtime::adapters::filters::DEADLINE_CALLS.iter();
    for (pallet, call) in names {
        let mut chain = running();
        let name = || full_name(pallet, call);
        chain.inspect(|| TxPause::pause(RuntimeOrigin::root(), name()).unwrap());
        assert_eq!(after_a_block(&mut chain), stands(Why::Paused), "{pallet}.{call}");
        chain.inspect(|| TxPause::unpause(RuntimeOrigin::root(), name()).unwrap());
        assert_eq!(after_a_block(&mut chain), RESUMES);
        assert_eq!(after_a_block(&mut chain), RUNS);
    }
}

/// An account that acts only through the call that is paused: Bob and Charlie, of whom one is enough.
#[test]
fn pause_of_what_a_multisig_needs_costs_it_nothing() {
    let mut chain = running();
    let mut both = [Bob, Charlie].map(|who| who.to_account_id());
    both.sort();
    let multisig = Multisig::multi_account_id(&both, 1);
    let accept = || {
        let call = Box::new(pallet_escrow::Call::accept { id: 0 }.into());
        let other_signatories = vec![Charlie.to_account_id()];
        let call = pallet_multisig::Call::as_multi_threshold_1 { other_signatories, call };
        made_by(&Bob.to_account_id(), call)
    };
    let name = || full_name("Multisig", "as_multi_threshold_1");
    chain.inspect(|| {
        let terms = Terms { accept_within: MINUTE, ..terms(AITBC) };
        Escrow::create(signed(Alice), multisig, terms).unwrap();
        TxPause::pause(RuntimeOrigin::root(), name()).unwrap();
    });
    // Ten minutes and more, in blocks that the clock would count.
    for _ in 0..30 {
        let later = now(&mut chain) + 30 * SECOND;
        to(&mut chain, later);
    }
    chain.inspect(|| {
        let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
        assert_eq!(accept(), Err(filtered));
        TxPause::unpause(RuntimeOrigin::root(), name()).unwrap();
    });
    chain.blocks(2);
    chain.inspect(|| {
        assert_eq!(accept(), Ok(()));
        assert_eq!(Escrow::escrow(0).unwrap().status, EscrowStatus::Active);
    });
}

#[test]
fn pause_of_another_call_does_not_stop_it() {
    let mut chain = running();
    for (pallet, call) in
        [("Balances", "transfer_all"), ("Escrow", "create"), ("GpuStaking", "add")]
    {
        chain.inspect(|| TxPause::pause(RuntimeOrigin::root(), full_name(pallet, call)).unwrap());
        assert_eq!(after_a_block(&mut chain), RUNS, "{pallet}.{call}");
    }
}

#[test]
fn migration_stops_the_clock() {
    let mut chain = running();
    // No migration has this number: the step of the block finds that all are done, after the time was stated.
    let begin = || {
        let number = <Runtime as pallet_migrations::Config>::Migrations::len();
        MultiBlockMigrations::force_set_active_cursor(RuntimeOrigin::root(), number, None, None)
    };
    chain.inspect(|| begin().unwrap());
    assert_eq!(after_a_block(&mut chain), stands(Why::Migration));
    assert_eq!(after_a_block(&mut chain), RESUMES);
    assert_eq!(after_a_block(&mut chain), RUNS);
}

/// One reason that follows another is no event, and of several the one counts that lets the least through.
#[test]
fn clock_stands_until_the_last_reason_has_gone() {
    let mut chain = running();
    let deliver = || full_name("Escrow", "deliver");
    chain.inspect(|| TxPause::pause(RuntimeOrigin::root(), deliver()).unwrap());
    assert_eq!(after_a_block(&mut chain), stands(Why::Paused));
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());
    assert_eq!(after_a_block(&mut chain), stands(Why::SafeMode));
    chain.inspect(|| SafeMode::force_exit(RuntimeOrigin::root()).unwrap());
    assert_eq!(after_a_block(&mut chain), stands(Why::Paused));
    assert!(told(&mut chain).is_empty());
    chain.inspect(|| TxPause::unpause(RuntimeOrigin::root(), deliver()).unwrap());
    assert_eq!(after_a_block(&mut chain), RESUMES);
}

/// A halt of a day punishes nobody: the block after it adds 30 s, and an offer that had an hour still stands.
#[test]
fn halt_of_a_day_takes_30_seconds_of_a_deadline() {
    let mut chain = running();
    let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
    chain.inspect(|| Escrow::create(signed_by(&alice), bob, terms(AITBC)).unwrap());
    let before = chain.inspect(Deadlines::now);
    let later = now(&mut chain) + DAY;
    to(&mut chain, later);
    assert_eq!(chain.inspect(Deadlines::now), before + 30 * SECOND);
    chain.blocks(2);
    chain.inspect(|| Escrow::accept(signed(Bob), 0).unwrap());
}
