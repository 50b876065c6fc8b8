//! Benchmarks of all calls, of what the market calls, and of the task, each with as much as it can read and
//! write: the account has all the positions that it can have, and as much unbonds as can.

use super::*;
use crate::types::*;
use aitbc_primitives::{
    agents::ScoreChanged,
    market::{
        deadlines::OnDeadline,
        gpu::{Capacity, GpuPoolId, PositionId, SlashReason},
    },
    pots::SpendingPot,
    time::DAY,
    token::{AITBC, EXISTENTIAL_DEPOSIT, MILLI},
    Balance, Hash, Moment,
};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{fungible::Mutate, EnsureOrigin},
    BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{
    traits::{Convert, StaticLookup},
    Permill,
};

/// When benchmarks begin.
const NOW: Moment = 1_800_000_000_000;

#[benchmarks]
mod benches {
    use super::*;

    type Helper<T> = <T as Config>::BenchmarkHelper;

    fn market<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
        T::MarketOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
    }

    /// A spec of the longest texts.
    fn spec() -> PoolSpec {
        PoolSpec {
            name: BoundedVec::truncate_from([b'a'; MAX_NAME as usize].to_vec()),
            unit: BoundedVec::truncate_from([b'b'; MAX_UNIT as usize].to_vec()),
            rate: MILLI,
            match_ratio: Permill::from_percent(50),
            bootstrap: 1_000 * AITBC,
            price: PriceRange { min: 1, max: AITBC },
            per_unit: 10 * AITBC,
            audit: None,
        }
    }

    /// A pool with funds and bootstrap, which will be used up by the time that passes.
    fn pool<T: Config>() -> GpuPoolId {
        Helper::<T>::set_time(NOW);
        T::Currency::set_balance(&Pallet::<T>::pot(), 10_000 * AITBC + EXISTENTIAL_DEPOSIT);
        let id = Pallet::<T>::do_create_pool(spec()).unwrap();
        Pools::<T>::mutate(id, |pool| pool.as_mut().unwrap().state.funds = 100 * AITBC);
        id
    }

    fn stake_in<T: Config>(who: &T::AccountId, pool: GpuPoolId, lock: Moment) -> PositionId {
        let id = NextPosition::<T>::get();
        let collateral = 300 * AITBC;
        Pallet::<T>::do_stake(who.clone(), pool, 20, collateral, lock, Hash::zero()).unwrap();
        id
    }

    /// An account with so many positions in a pool whose first is used, and another account in the pool. A
    /// week has passed.
    fn staked<T: Config>(positions: u32) -> (T::AccountId, GpuPoolId, PositionId) {
        let id = pool::<T>();
        let who = Helper::<T>::provider(0);
        let first = stake_in::<T>(&who, id, MIN_LOCK);
        for _ in 1..positions {
            stake_in::<T>(&who, id, MIN_LOCK);
        }
        stake_in::<T>(&Helper::<T>::provider(1), id, MAX_LOCK);
        <Pallet<T> as Capacity<T::AccountId>>::allocate(first, 10, 100 * AITBC).unwrap();
        Helper::<T>::set_time(NOW + MIN_LOCK);
        (who, id, first)
    }

    /// The same with as much of the first position on its way out as can be, less `places`.
    fn unbonding<T: Config>(places: u32) -> (T::AccountId, GpuPoolId, PositionId) {
        let staked = staked::<T>(MAX_POSITIONS);
        for _ in places..MAX_UNBONDINGS {
            Pallet::<T>::do_unstake(staked.0.clone(), staked.2, 0, 1).unwrap();
        }
        staked
    }

    fn last<T: Config>(event: Event<T>) {
        frame_system::Pallet::<T>::assert_last_event(event.into());
    }

    #[benchmark]
    fn create_pool() -> Result<(), BenchmarkError> {
        let origin = market::<T>()?;
        let pool = NextPool::<T>::get();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, spec());

        last::<T>(Event::PoolCreated { pool, spec: spec() });
        Ok(())
    }

    #[benchmark]
    fn update_pool() -> Result<(), BenchmarkError> {
        let (_, pool, _) = staked::<T>(1);
        let change = PoolChange::Price(PriceRange { min: 1, max: 2 });
        let origin = market::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, pool, change);

        last::<T>(Event::PoolUpdated { pool, change });
        Ok(())
    }

    #[benchmark]
    fn close_pool() -> Result<(), BenchmarkError> {
        let (_, pool, _) = staked::<T>(1);
        let origin = market::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, pool);

        last::<T>(Event::PoolClosed { pool });
        Ok(())
    }

    #[benchmark]
    fn fund() {
        let (by, pool, _) = staked::<T>(1);
        let amount: Balance = AITBC;

        #[extrinsic_call]
        _(RawOrigin::Signed(by.clone()), pool, amount);

        last::<T>(Event::Funded { pool, by, amount });
    }

    #[benchmark]
    fn fund_from() -> Result<(), BenchmarkError> {
        let (_, pool, _) = staked::<T>(1);
        let by = T::PotAccount::convert(SpendingPot::Ecosystem);
        T::Currency::set_balance(&by, 10 * AITBC);
        let amount: Balance = AITBC;
        let origin =
            T::TreasuryOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, SpendingPot::Ecosystem, pool, amount);

        last::<T>(Event::Funded { pool, by, amount });
        Ok(())
    }

    #[benchmark]
    fn take_back() -> Result<(), BenchmarkError> {
        let id = pool::<T>();
        let amount: Balance = AITBC;
        let origin = market::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, id, amount);

        last::<T>(Event::TakenBack { pool: id, amount });
        Ok(())
    }

    #[benchmark]
    fn stake() {
        let (who, pool, _) = staked::<T>(MAX_POSITIONS - 1);
        let position = NextPosition::<T>::get();
        let collateral: Balance = 300 * AITBC;

        #[extrinsic_call]
        _(RawOrigin::Signed(who), pool, 30, collateral, MAX_LOCK, Hash::zero());

        assert_eq!(Positions::<T>::get(position).unwrap().counted, 60_000);
    }

    #[benchmark]
    fn add() {
        let (who, _, id) = staked::<T>(MAX_POSITIONS);
        // Its task was done.
        Pallet::<T>::act(LockTask(id));

        #[extrinsic_call]
        _(RawOrigin::Signed(who), id, 10, 100 * AITBC);

        assert_eq!(Positions::<T>::get(id).unwrap().power, 30);
    }

    #[benchmark]
    fn relock() {
        let (who, _, id) = staked::<T>(MAX_POSITIONS);
        Pallet::<T>::act(LockTask(id));

        #[extrinsic_call]
        _(RawOrigin::Signed(who), id, MAX_LOCK);

        assert_eq!(Positions::<T>::get(id).unwrap().counted, 40_000);
    }

    /// All of it, which costs more than a part.
    #[benchmark]
    fn unstake() {
        let (who, _, id) = unbonding::<T>(1);
        let position = Positions::<T>::get(id).unwrap();
        <Pallet<T> as Capacity<T::AccountId>>::release(id, 10).unwrap();
        <Pallet<T> as Capacity<T::AccountId>>::unearmark(id, 100 * AITBC).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(who), id, position.power, position.collateral);

        assert!(Positions::<T>::get(id).is_none() && Departed::<T>::contains_key(id));
    }

    #[benchmark]
    fn withdraw_unbonded() {
        let (who, _, _) = unbonding::<T>(0);
        Helper::<T>::set_time(NOW + MIN_LOCK + UNBONDING);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()));

        last::<T>(Event::Withdrawn { provider: who, amount: MAX_UNBONDINGS.into() });
    }

    #[benchmark]
    fn claim() {
        let (who, pool, _) = staked::<T>(MAX_POSITIONS);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), pool);

        assert_eq!(Members::<T>::get(pool, who).unwrap().owed, 0);
    }

    #[benchmark]
    fn refresh() {
        let (who, pool, _) = staked::<T>(MAX_POSITIONS);
        Members::<T>::mutate(pool, &who, |member| member.as_mut().unwrap().base -= 20_000);
        let provider = T::Lookup::unlookup(who.clone());

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), pool, provider);

        assert_eq!(Members::<T>::get(pool, who).unwrap().base, 20_000 * u64::from(MAX_POSITIONS));
    }

    #[benchmark]
    fn allocate() {
        let (_, _, id) = staked::<T>(MAX_POSITIONS);

        #[block]
        {
            <Pallet<T> as Capacity<T::AccountId>>::allocate(id, 10, AITBC).unwrap();
        }

        assert_eq!(Positions::<T>::get(id).unwrap().allocated, 20);
    }

    #[benchmark]
    fn release() {
        let (_, _, id) = staked::<T>(MAX_POSITIONS);

        #[block]
        {
            <Pallet<T> as Capacity<T::AccountId>>::release(id, 10).unwrap();
        }

        assert_eq!(Positions::<T>::get(id).unwrap().allocated, 0);
    }

    #[benchmark]
    fn unearmark() {
        let (_, _, id) = staked::<T>(MAX_POSITIONS);

        #[block]
        {
            <Pallet<T> as Capacity<T::AccountId>>::unearmark(id, 100 * AITBC).unwrap();
        }

        assert_eq!(Positions::<T>::get(id).unwrap().earmarked, 0);
    }

    /// So much that the weight falls.
    #[benchmark]
    fn slash() {
        let (_, _, id) = staked::<T>(MAX_POSITIONS);
        <Pallet<T> as Capacity<T::AccountId>>::allocate(id, 0, 200 * AITBC).unwrap();
        let injured = Helper::<T>::provider(2);
        let amount: Balance = 300 * AITBC;

        #[block]
        {
            let why = SlashReason::Bond;
            <Pallet<T> as Capacity<T::AccountId>>::slash(id, amount, Some(&injured), why);
        }

        assert_eq!(Positions::<T>::get(id).unwrap().counted, 0);
    }

    #[benchmark]
    fn slash_fraud() {
        let (_, _, id) = unbonding::<T>(0);
        let injured = Helper::<T>::provider(2);
        Positions::<T>::mutate(id, |position| position.as_mut().unwrap().per_unit *= 2);

        #[block]
        {
            <Pallet<T> as Capacity<T::AccountId>>::slash_fraud(id, Some(&injured));
        }

        assert!(Positions::<T>::get(id).unwrap().collateral < 300 * AITBC);
    }

    #[benchmark]
    fn slash_audit() {
        let (_, _, id) = staked::<T>(MAX_POSITIONS);
        Positions::<T>::mutate(id, |position| position.as_mut().unwrap().per_unit *= 2);

        #[block]
        {
            <Pallet<T> as Capacity<T::AccountId>>::slash_audit(id);
        }

        assert!(Positions::<T>::get(id).unwrap().collateral < 300 * AITBC);
    }

    /// The last funds go at once.
    #[benchmark]
    fn fee_paid() {
        let (_, pool, _) = staked::<T>(MAX_POSITIONS);
        Pools::<T>::mutate(pool, |pool| {
            let state = &mut pool.as_mut().unwrap().state;
            (state.bootstrap, state.funds) = (1_000, AITBC);
        });
        let fee: Balance = 1_000_000 * AITBC;

        #[block]
        {
            <Pallet<T> as Capacity<T::AccountId>>::fee_paid(pool, fee);
        }

        assert_eq!(Pools::<T>::get(pool).unwrap().state.unowed(), 0);
    }

    /// Each position is in a pool of its own.
    #[benchmark]
    fn score_changed() {
        let who = Helper::<T>::provider(0);
        for _ in 0..MAX_POSITIONS {
            let id = pool::<T>();
            stake_in::<T>(&who, id, MAX_LOCK);
            Members::<T>::mutate(id, &who, |member| member.as_mut().unwrap().base += 1);
        }
        Helper::<T>::set_time(NOW + DAY);

        #[block]
        {
            Pallet::<T>::score_changed(&who);
        }

        let last = NextPool::<T>::get() - 1;
        assert_eq!(Pools::<T>::get(last).unwrap().state.updated, NOW + DAY);
    }

    #[benchmark]
    fn end_lock() {
        let (_, pool, _) = staked::<T>(MAX_POSITIONS);
        let id = stake_in::<T>(&Helper::<T>::provider(2), pool, MAX_LOCK);
        Helper::<T>::set_time(NOW + MIN_LOCK + MAX_LOCK);

        #[block]
        {
            Pallet::<T>::act(LockTask(id));
        }

        assert_eq!(Positions::<T>::get(id).unwrap().counted, 20_000);
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
