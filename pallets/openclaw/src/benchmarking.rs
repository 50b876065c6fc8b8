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
        Bootstrap::<T>::put(Phase::EndsAt(Moment::MAX));
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
    fn start_countdown() {
        Bootstrap::<T>::put(Phase::Opened);

        #[block]
        {
            Pallet::<T>::start_countdown();
        }

        assert!(matches!(Bootstrap::<T>::get(), Some(Phase::EndsAt(_))));
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_chain(true), crate::mock::Test);
}
