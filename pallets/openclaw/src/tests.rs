use crate::{mock::*, Bootstrap, Error, Event, Phase, BOOTSTRAP_DURATION};
use aitbc_primitives::Moment;
use frame_support::{assert_err, assert_noop, assert_ok, traits::Hooks};
use sp_runtime::DispatchError;

/// A call that only Root may make: it stores the value 1 under the key `k`.
fn root_call() -> Box<RuntimeCall> {
    let items = vec![(b"k".to_vec(), vec![1])];
    Box::new(RuntimeCall::System(frame_system::Call::set_storage {
        items,
    }))
}

fn root_call_was_made() -> bool {
    frame_support::storage::unhashed::get_raw(b"k") == Some(vec![1])
}

fn dispatch() -> sp_runtime::DispatchResult {
    OpenClaw::bootstrap_dispatch(RuntimeOrigin::signed(COUNCIL), root_call())
}

/// Goes to block 2, where the countdown starts, and then to this time.
fn go_to(time: Moment) {
    System::set_block_number(2);
    OpenClaw::on_initialize(2);
    Now::set(&time);
}

#[test]
fn council_dispatches_as_root() {
    build_and_execute(true, || {
        assert_ok!(dispatch());
        assert!(root_call_was_made());
        System::assert_last_event(Event::BootstrapDispatched { result: Ok(()) }.into());
    });
}

#[test]
fn failing_call_is_reported_in_the_event() {
    build_and_execute(true, || {
        let items = RuntimeCall::System(frame_system::Call::kill_prefix {
            prefix: vec![],
            subkeys: 0,
        });
        let nested = RuntimeCall::OpenClaw(crate::Call::bootstrap_dispatch {
            call: Box::new(items),
        });
        // Root is not the council, so the inner dispatch fails.
        assert_ok!(OpenClaw::bootstrap_dispatch(
            RuntimeOrigin::signed(COUNCIL),
            Box::new(nested)
        ));
        System::assert_last_event(
            Event::BootstrapDispatched {
                result: Err(DispatchError::BadOrigin),
            }
            .into(),
        );
    });
}

#[test]
fn others_cannot_dispatch() {
    build_and_execute(true, || {
        for origin in [
            RuntimeOrigin::signed(3),
            RuntimeOrigin::root(),
            RuntimeOrigin::none(),
        ] {
            assert_noop!(
                OpenClaw::bootstrap_dispatch(origin, root_call()),
                DispatchError::BadOrigin
            );
        }
    });
}

#[test]
fn dispatch_works_until_the_last_millisecond() {
    build_and_execute(true, || {
        go_to(FIRST_BLOCK_AT + BOOTSTRAP_DURATION - 1);
        assert_ok!(dispatch());
        assert!(root_call_was_made());
    });
}

#[test]
fn dispatch_after_the_sunset_fails() {
    build_and_execute(true, || {
        go_to(FIRST_BLOCK_AT + BOOTSTRAP_DURATION);
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
    });
}

#[test]
fn countdown_starts_once() {
    build_and_execute(true, || {
        go_to(FIRST_BLOCK_AT);
        let end = FIRST_BLOCK_AT + BOOTSTRAP_DURATION;
        assert_eq!(OpenClaw::bootstrap_ends_at(), Some(end));
        Now::set(&(FIRST_BLOCK_AT + 1));
        OpenClaw::on_initialize(3);
        OpenClaw::on_initialize(2);
        assert_eq!(Bootstrap::<Test>::get(), Some(Phase::EndsAt(end)));
    });
}

#[test]
fn enacted_proposal_ends_the_bootstrap_for_ever() {
    build_and_execute(true, || {
        OpenClaw::end_bootstrap();
        System::assert_last_event(Event::BootstrapClosed.into());
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
        go_to(FIRST_BLOCK_AT);
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
        assert_eq!(OpenClaw::bootstrap_ends_at(), None);
    });
}

#[test]
fn chain_without_bootstrap_has_none() {
    build_and_execute(false, || {
        assert_noop!(dispatch(), Error::<Test>::BootstrapEnded);
        OpenClaw::end_bootstrap();
        assert_eq!(System::events().len(), 0);
    });
}

#[test]
fn invariant_1_notices_a_bootstrap_that_lasts_too_long() {
    build_and_execute(true, || {
        Bootstrap::<Test>::put(Phase::EndsAt(FIRST_BLOCK_AT + BOOTSTRAP_DURATION + 1));
        assert_err!(
            OpenClaw::do_try_state(),
            "the bootstrap lasts longer than 90 days"
        );
        Bootstrap::<Test>::kill();
    });
}
