//! Benchmarks of the calls, each with all that it can read and write, and of paying salary.

use super::*;
use aitbc_primitives::{
    reputation::{Domain, Rep, RepLedger},
    Balance,
};
use frame_benchmarking::v2::*;
use frame_support::traits::{
    fungible::{Balanced, Inspect, Mutate},
    Get,
};
use frame_system::RawOrigin;
use sp_runtime::traits::StaticLookup;

const DOMAIN: Domain = Domain::Governance;

#[benchmarks]
mod benches {
    use super::*;

    /// A holder of at least half of the domain's reputation, which is enough for salary.
    fn holder<T: Config>() -> Result<T::AccountId, BenchmarkError> {
        let who: T::AccountId = whitelisted_caller();
        let enough = Pallet::<T>::issuance(DOMAIN).max(T::MinSalaryIssuance::get());
        Pallet::<T>::mint(DOMAIN, &who, enough.saturating_add(1))?;
        Ok(who)
    }

    /// Salary that makes a holder's share more than the existential deposit.
    fn salary<T: Config>() -> Balance {
        T::Currency::minimum_balance().saturating_mul(1_000)
    }

    fn endow_pot<T: Config>() -> Result<(), BenchmarkError> {
        T::Currency::mint_into(&Pallet::<T>::pot(), T::Currency::minimum_balance())?;
        Ok(())
    }

    #[benchmark]
    fn delegate() -> Result<(), BenchmarkError> {
        let holder = holder::<T>()?;
        let staker: T::AccountId = account("delegate", 0, 0);
        let source = T::Lookup::unlookup(staker.clone());
        let origin = RawOrigin::Signed(holder.clone());
        Pallet::<T>::delegate(origin.clone().into(), DOMAIN, source.clone(), 1)?;
        let limit = Rep::MAX;

        #[extrinsic_call]
        _(origin, DOMAIN, source, limit);

        let delegation = Delegation { delegate: staker, limit };
        assert_eq!(Delegations::<T>::get(DOMAIN, holder), Some(delegation));
        Ok(())
    }

    #[benchmark]
    fn undelegate() -> Result<(), BenchmarkError> {
        let holder = holder::<T>()?;
        let source = T::Lookup::unlookup(account("delegate", 0, 0));
        let origin = RawOrigin::Signed(holder.clone());
        Pallet::<T>::delegate(origin.clone().into(), DOMAIN, source, 1)?;

        #[extrinsic_call]
        _(origin, DOMAIN);

        assert_eq!(Delegations::<T>::get(DOMAIN, holder), None);
        Ok(())
    }

    #[benchmark]
    fn claim_salary() -> Result<(), BenchmarkError> {
        let holder = holder::<T>()?;
        endow_pot::<T>()?;
        Pallet::<T>::pay(DOMAIN, T::Currency::issue(salary::<T>()));
        whitelist_account!(holder);

        #[extrinsic_call]
        _(RawOrigin::Signed(holder.clone()), DOMAIN);

        // Half of it, but for rounding.
        assert!(T::Currency::total_balance(&holder) >= salary::<T>() / 3);
        Ok(())
    }

    /// For an account that does not exist yet.
    #[benchmark]
    fn claim_salary_for() -> Result<(), BenchmarkError> {
        let who: T::AccountId = account("holder", 0, 0);
        let enough = Pallet::<T>::issuance(DOMAIN).max(T::MinSalaryIssuance::get());
        Pallet::<T>::mint(DOMAIN, &who, enough.saturating_add(1))?;
        endow_pot::<T>()?;
        Pallet::<T>::pay(DOMAIN, T::Currency::issue(salary::<T>()));
        let caller: T::AccountId = whitelisted_caller();

        #[extrinsic_call]
        _(RawOrigin::Signed(caller), T::Lookup::unlookup(who.clone()), DOMAIN);

        // Half of it, but for rounding.
        assert!(T::Currency::total_balance(&who) >= salary::<T>() / 3);
        Ok(())
    }

    #[benchmark]
    fn pay() -> Result<(), BenchmarkError> {
        let holder = holder::<T>()?;
        endow_pot::<T>()?;
        let salary = T::Currency::issue(salary::<T>());

        #[block]
        {
            Pallet::<T>::pay(DOMAIN, salary);
        }

        assert!(Pallet::<T>::reputation(DOMAIN, holder).claimable > 0);
        Ok(())
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
