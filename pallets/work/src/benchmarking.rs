//! Benchmark of the hook, whose cost does not depend on what it distributes.

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::fungible::{Inspect, Mutate};

#[benchmarks]
mod benches {
    use super::*;

    #[benchmark]
    fn distribute() -> Result<(), BenchmarkError> {
        let fees = T::Currency::minimum_balance().saturating_mul(1_000);
        T::Currency::mint_into(&Pallet::<T>::pot(), fees)?;

        #[block]
        {
            Pallet::<T>::distribute();
        }

        assert_eq!(T::Currency::total_balance(&Pallet::<T>::pot()), T::Currency::minimum_balance());
        Ok(())
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
