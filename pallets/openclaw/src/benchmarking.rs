//! Benchmarks of the bootstrap, without the cost of the call that it dispatches.

use super::*;
use alloc::{boxed::Box, vec};
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;

#[benchmarks(where <T as Config>::RuntimeCall: From<frame_system::Call<T>>)]
mod benches {
    use super::*;

    #[benchmark]
    fn bootstrap_dispatch() -> Result<(), BenchmarkError> {
        Bootstrap::<T>::put(countdown());
        let origin =
            T::BootstrapOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
        let call = frame_system::Call::<T>::remark { remark: vec![] };

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, Box::new(call.into()));

        let event = Event::BootstrapDispatched { result: Ok(()) };
        frame_system::Pallet::<T>::assert_last_event(event.into());
        Ok(())
    }

    #[benchmark]
    fn count_down() {
        Bootstrap::<T>::put(countdown());

        #[block]
        {
            Pallet::<T>::count_down();
        }

        assert!(Bootstrap::<T>::exists());
    }

    fn countdown() -> Countdown {
        Countdown { left: BOOTSTRAP_DURATION, counted_to: 1 }
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
