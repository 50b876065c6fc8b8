use super::*;
use crate::{Bootstrap, Countdown, BOOTSTRAP_DURATION};
use aitbc_primitives::time::LONGEST_STEP;

/// A call that only Root may make: it stores the value 1 under the key `k`.
fn root_call() -> Box<RuntimeCall> {
    let items = vec![(b"k".to_vec(), vec![1])];
    Box::new(RuntimeCall::System(frame_system::Call::set_storage { items }))
}

fn root_call_was_made() -> bool {
    frame_support::storage::unhashed::get_raw(b"k") == Some(vec![1])
}

fn dispatch() -> sp_runtime::DispatchResult {
    OpenClaw::bootstrap_dispatch(signed(FOUR), root_call())
}

/// Begins a block whose parent has this time.
fn block_after(parent: Moment) {
    set_now(parent);
    OpenClaw::on_initialize(2);
}

/// Begins blocks with `step` between them until `time` has passed after block 1.
fn blocks_until(time: Moment, step: Moment) {
    block_after(START);
    let mut passed = 0;
    while passed < time {
        passed = time.min(passed + step);
        block_after(START + passed);
    }
}

/// Leaves this much of the bootstrap, at the current time.
fn leave(left: Moment) {
    Bootstrap::<Test>::put(Countdown { left, counted_to: now() });
}

/// A bootstrap call of Root that writes this into the storage of the bootstrap.
fn overwrite(countdown: Countdown) -> Box<RuntimeCall> {
    let items = vec![(Bootstrap::<Test>::hashed_key().to_vec(), countdown.encode())];
    Box::new(RuntimeCall::System(frame_system::Call::set_storage { items }))
}

#[test]
fn council_dispatches_as_root() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(dispatch());
        assert!(root_call_was_made());
        System::assert_last_event(Event::BootstrapDispatched { result: Ok(()) }.into());
    });
}

#[test]
fn failing_call_is_reported_in_the_event() {
    ExtBuilder::default().build_and_execute(|| {
        let items =
            RuntimeCall::System(frame_system::Call::kill_prefix { prefix: vec![], subkeys: 0 });
        let nested =
            RuntimeCall::OpenClaw(crate::Call::bootstrap_dispatch { call: Box::new(items) });
        // Root is not the council, so the inner dispatch fails.
        assert_ok!(OpenClaw::bootstrap_dispatch(signed(FOUR), Box::new(nested)));
        System::assert_last_event(
            Event::BootstrapDispatched { result: Err(DispatchError::BadOrigin) }.into(),
        );
    });
}

#[test]
fn others_cannot_dispatch() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [signed(3), RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(
                OpenClaw::bootstrap_dispatch(origin, root_call()),
                DispatchError::BadOrigin
            );
        }
    });
}

#[test]
fn bootstrap_lasts_90_days_of_blocks() {
    ExtBuilder::default().build_and_execute(|| {
        blocks_until(90 * DAY - 1, LONGEST_STEP);
        assert_eq!(OpenClaw::bootstrap_left(), Some(1));
        assert_ok!(dispatch());
        assert!(root_call_was_made());
    });
}

#[test]
fn dispatch_after_90_days_of_blocks_fails() {
    ExtBuilder::default().build_and_execute(|| {
        blocks_until(90 * DAY, LONGEST_STEP);
        System::assert_last_event(Event::BootstrapClosed.into());
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
        assert_eq!(OpenClaw::bootstrap_left(), None);
    });
}

#[test]
fn time_before_block_1_does_not_count() {
    ExtBuilder::default().build_and_execute(|| {
        block_after(0);
        block_after(START);
        assert_eq!(OpenClaw::bootstrap_left(), Some(BOOTSTRAP_DURATION));
        block_after(START + 2 * SECOND);
        assert_eq!(OpenClaw::bootstrap_left(), Some(BOOTSTRAP_DURATION - 2 * SECOND));
    });
}

#[test]
fn standstill_counts_for_half_a_minute() {
    ExtBuilder::default().build_and_execute(|| {
        block_after(START);
        block_after(START + 100 * DAY);
        assert_eq!(OpenClaw::bootstrap_left(), Some(BOOTSTRAP_DURATION - 30 * SECOND));
        assert_ok!(dispatch());
    });
}

#[test]
fn bootstrap_cannot_lengthen_itself() {
    ExtBuilder::default().build_and_execute(|| {
        block_after(START);
        leave(DAY);
        let now = now();
        let countdown = |left, counted_to| Countdown { left, counted_to };
        let lengthened = Err(Error::<Test>::BootstrapLengthened.into());
        for (new, result) in [
            (countdown(DAY + 1, now), lengthened),
            (countdown(DAY, now + 1), lengthened),
            (countdown(1, now + 1), lengthened),
            (countdown(DAY, now), Ok(())),
        ] {
            assert_ok!(OpenClaw::bootstrap_dispatch(signed(FOUR), overwrite(new)));
            System::assert_last_event(Event::BootstrapDispatched { result }.into());
            assert_eq!(Bootstrap::<Test>::get(), Some(countdown(DAY, now)));
        }
    });
}

#[test]
fn bootstrap_may_shorten_or_end_itself() {
    ExtBuilder::default().build_and_execute(|| {
        block_after(START);
        let shorter = Countdown { left: DAY, counted_to: now() };
        let kill = RuntimeCall::System(frame_system::Call::kill_storage {
            keys: vec![Bootstrap::<Test>::hashed_key().to_vec()],
        });
        for (call, left) in [(overwrite(shorter), Some(DAY)), (Box::new(kill), None)] {
            assert_ok!(OpenClaw::bootstrap_dispatch(signed(FOUR), call));
            System::assert_last_event(Event::BootstrapDispatched { result: Ok(()) }.into());
            assert_eq!(OpenClaw::bootstrap_left(), left);
        }
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
    });
}

#[test]
fn enacted_upgrade_ends_the_bootstrap_for_ever() {
    ExtBuilder::default().build_and_execute(|| {
        OpenClaw::end_bootstrap();
        System::assert_last_event(Event::BootstrapClosed.into());
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
        block_after(START);
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
        assert_eq!(OpenClaw::bootstrap_left(), None);
    });
}

#[test]
fn chain_without_bootstrap_has_none() {
    ExtBuilder::default().bootstrap(false).build_and_execute(|| {
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
        OpenClaw::end_bootstrap();
        assert_eq!(System::events().len(), 0);
    });
}
