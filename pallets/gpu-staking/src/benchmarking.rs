//! Benchmarks of all calls, of what the market calls, and of the task, each with as much as it can read and
//! write: the account has all the positions that it can have, as much unbonds as can, and the pool has
//! something to emit. Those marked as extra are for `scripts/bench.sh compute`, and weights do not come of
//! them.

use super::*;
use crate::types::*;
use aitbc_primitives::{
    agents::ScoreChanged,
    market::{
        deadlines::{Agenda, DeadlineClock, OnDeadline},
        gpu::{Capacity, GpuPoolId, PositionId, SlashReason},
    },
    pots::SpendingPot,
    time::DAY,
    token::{AITBC, EXISTENTIAL_DEPOSIT, MILLI},
    Balance, Hash, Moment,
};
use frame_benchmarking::{benchmarking::add_to_whitelist, v2::*};
use frame_support::{
    traits::{fungible::Mutate, EnsureOrigin, UnfilteredDispatchable},
    BoundedVec,
};
use frame_system::{AccountInfo, RawOrigin};
use sp_runtime::{
    traits::{Convert, StaticLookup},
    Permill,
};

/// When benchmarks begin.
const NOW: Moment = 1_800_000_000_000;

/// Among how many others each call is measured.
const FEW: u32 = 100;

/// And among how many once more.
const MANY: u32 = 100_000;

#[benchmarks]
mod benches {
    use super::*;

    type Helper<T> = <T as Config>::BenchmarkHelper;

    fn market<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
        T::MarketOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
    }

    /// A spec of the longest texts, and of a name that no other pool has.
    fn spec<T: Config>() -> PoolSpec {
        let name = alloc::format!("{:a>32}", NextPool::<T>::get());
        PoolSpec {
            name: BoundedVec::truncate_from(name.into_bytes()),
            unit: BoundedVec::truncate_from([b'b'; MAX_UNIT as usize].to_vec()),
            rate: MILLI,
            match_ratio: Permill::from_percent(50),
            bootstrap: 1_000 * AITBC,
            price: PriceRange { min: 1, max: AITBC },
            per_unit: 10 * AITBC,
            audit: None,
        }
    }

    /// A pool whose funds and bootstrap are used up by a day of use.
    fn pool<T: Config>() -> GpuPoolId {
        Helper::<T>::set_time(NOW);
        T::Currency::set_balance(&Pallet::<T>::pot(), 10_000 * AITBC + EXISTENTIAL_DEPOSIT);
        let id = Pallet::<T>::do_create_pool(spec::<T>()).unwrap();
        fill::<T>(id);
        id
    }

    /// Gives a pool the funds and the bootstrap that are used up next.
    fn fill<T: Config>(pool: GpuPoolId) {
        set_state::<T>(pool, |state| {
            (state.bootstrap_left, state.funds) = (AITBC, state.owed + AITBC);
        });
    }

    fn set_state<T: Config>(pool: GpuPoolId, change: impl FnOnce(&mut PoolState)) {
        Pools::<T>::mutate(pool, |pool| change(&mut pool.as_mut().unwrap().state));
    }

    fn stake_in<T: Config>(who: &T::AccountId, pool: GpuPoolId, lock: Moment) -> PositionId {
        let id = NextPosition::<T>::get();
        let collateral = 300 * AITBC;
        Pallet::<T>::do_stake(who.clone(), pool, 20, collateral, lock, Hash::zero()).unwrap();
        id
    }

    /// An account with so many positions in a pool whose first is used, and another account in the pool whose
    /// position is. A week has passed.
    fn staked<T: Config>(positions: u32) -> (T::AccountId, GpuPoolId, PositionId) {
        let id = pool::<T>();
        let who = Helper::<T>::provider(0);
        let first = stake_in::<T>(&who, id, MIN_LOCK);
        for _ in 1..positions {
            stake_in::<T>(&who, id, MIN_LOCK);
        }
        let other = stake_in::<T>(&Helper::<T>::provider(1), id, MAX_LOCK);
        <Pallet<T> as Capacity<T::AccountId>>::allocate(first, 10, 100 * AITBC).unwrap();
        <Pallet<T> as Capacity<T::AccountId>>::allocate(other, 10, 0).unwrap();
        Helper::<T>::set_time(NOW + MIN_LOCK);
        (who, id, first)
    }

    /// Another day has passed, so that there is something to emit once more.
    fn later<T: Config>(pool: GpuPoolId) {
        fill::<T>(pool);
        Helper::<T>::set_time(NOW + MIN_LOCK + DAY);
    }

    /// The same with as many parts of the first position on their way out as can be, less `places`.
    fn unbonding<T: Config>(places: u32) -> (T::AccountId, GpuPoolId, PositionId) {
        let staked = staked::<T>(MAX_POSITIONS);
        for _ in places..MAX_UNBONDINGS {
            Pallet::<T>::do_unstake(staked.0.clone(), staked.2, 0, 1).unwrap();
        }
        staked
    }

    /// An account whose positions have all ended, so that all of each unbonds, and has unbonded.
    fn departed<T: Config>() -> T::AccountId {
        let (who, _, first) = staked::<T>(MAX_POSITIONS);
        market_is_done::<T>(first);
        for id in PositionsOf::<T>::get(&who) {
            let position = Positions::<T>::get(id).unwrap();
            let (power, collateral) = (position.power, position.collateral);
            Pallet::<T>::do_unstake(who.clone(), id, power, collateral).unwrap();
        }
        Helper::<T>::set_time(NOW + MIN_LOCK + UNBONDING);
        who
    }

    /// Nothing of the first position is in use any more, nor stands for a bond.
    fn market_is_done<T: Config>(first: PositionId) {
        <Pallet<T> as Capacity<T::AccountId>>::release(first, 10).unwrap();
        <Pallet<T> as Capacity<T::AccountId>>::unearmark(first, 100 * AITBC).unwrap();
    }

    /// A position that can end, and of which as much unbonds as can then.
    fn leaving<T: Config>() -> (T::AccountId, PositionId) {
        let (who, pool, id) = unbonding::<T>(1);
        market_is_done::<T>(id);
        later::<T>(pool);
        (who, id)
    }

    /// A position whose lock has ended, so that no task of it waits.
    fn unlocked<T: Config>() -> (T::AccountId, PositionId) {
        let (who, pool, id) = staked::<T>(MAX_POSITIONS);
        Pallet::<T>::act(LockTask(id));
        later::<T>(pool);
        (who, id)
    }

    /// An account in a pool that weighs other than it should.
    fn outdated<T: Config>() -> (T::AccountId, GpuPoolId) {
        let (who, pool, _) = staked::<T>(MAX_POSITIONS);
        Members::<T>::mutate(pool, &who, |member| {
            let member = member.as_mut().unwrap();
            (member.base, member.weight) = (member.base - 20_000, member.weight - 1);
        });
        (who, pool)
    }

    /// A pot with something to give.
    fn spending_pot<T: Config>() -> T::AccountId {
        let pot = T::PotAccount::convert(SpendingPot::Ecosystem);
        T::Currency::set_balance(&pot, 10 * AITBC);
        pot
    }

    fn last<T: Config>(event: Event<T>) {
        frame_system::Pallet::<T>::assert_last_event(event.into());
    }

    #[benchmark]
    fn create_pool() -> Result<(), BenchmarkError> {
        let origin = market::<T>()?;
        let (pool, spec) = (NextPool::<T>::get(), spec::<T>());

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, spec.clone());

        last::<T>(Event::PoolCreated { pool, spec });
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
        whitelist_account!(by);

        #[extrinsic_call]
        _(RawOrigin::Signed(by.clone()), pool, amount);

        last::<T>(Event::Funded { pool, by, amount });
    }

    #[benchmark]
    fn fund_from() -> Result<(), BenchmarkError> {
        let (_, pool, _) = staked::<T>(1);
        let by = spending_pot::<T>();
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
        let (_, pool, _) = staked::<T>(1);
        set_state::<T>(pool, |state| state.funds = 2 * AITBC);
        let amount: Balance = AITBC;
        let origin = market::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, pool, amount);

        last::<T>(Event::TakenBack { pool, amount });
        Ok(())
    }

    #[benchmark]
    fn stake() {
        let (who, pool, _) = staked::<T>(MAX_POSITIONS - 1);
        let position = NextPosition::<T>::get();
        let collateral: Balance = 300 * AITBC;
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who), pool, 30, collateral, MAX_LOCK, Hash::zero());

        assert_eq!(Positions::<T>::get(position).unwrap().counted, 60_000);
    }

    #[benchmark]
    fn add() {
        let (who, id) = unlocked::<T>();
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who), id, 10, 100 * AITBC);

        assert_eq!(Positions::<T>::get(id).unwrap().power, 30);
    }

    #[benchmark]
    fn relock() {
        let (who, id) = unlocked::<T>();
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who), id, MAX_LOCK);

        assert_eq!(Positions::<T>::get(id).unwrap().counted, 40_000);
    }

    /// All of it, which costs more than a part.
    #[benchmark]
    fn unstake() {
        let (who, id) = leaving::<T>();
        let position = Positions::<T>::get(id).unwrap();
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who), id, position.power, position.collateral);

        assert!(Positions::<T>::get(id).is_none() && Departed::<T>::contains_key(id));
    }

    /// Each part is of another position.
    #[benchmark]
    fn withdraw_unbonded() {
        let who = departed::<T>();
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()));

        let amount = Balance::from(MAX_UNBONDINGS) * 300 * AITBC;
        last::<T>(Event::Withdrawn { provider: who, amount });
        assert_eq!(Departed::<T>::iter().count(), 0);
    }

    #[benchmark]
    fn claim() {
        let (who, pool, _) = staked::<T>(MAX_POSITIONS);
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), pool);

        assert_eq!(Members::<T>::get(pool, who).unwrap().owed, 0);
    }

    #[benchmark]
    fn refresh() {
        let (who, pool) = outdated::<T>();
        let provider = T::Lookup::unlookup(who.clone());
        whitelist_account!(who);

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
        let (_, pool, id) = staked::<T>(MAX_POSITIONS);
        <Pallet<T> as Capacity<T::AccountId>>::allocate(id, 0, 200 * AITBC).unwrap();
        later::<T>(pool);
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
        let (_, pool, id) = unbonding::<T>(0);
        later::<T>(pool);
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
        set_state::<T>(pool, |state| state.bootstrap_left = 1_000);
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
            let position = stake_in::<T>(&who, id, MAX_LOCK);
            <Pallet<T> as Capacity<T::AccountId>>::allocate(position, 20, 0).unwrap();
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
        fill::<T>(pool);
        Helper::<T>::set_time(NOW + MIN_LOCK + MAX_LOCK);

        #[block]
        {
            Pallet::<T>::act(LockTask(id));
        }

        assert_eq!(Positions::<T>::get(id).unwrap().counted, 20_000);
    }

    /// The lock was lengthened meanwhile.
    #[benchmark]
    fn keep_lock() {
        let (_, pool, _) = staked::<T>(MAX_POSITIONS);
        let who = Helper::<T>::provider(2);
        let id = stake_in::<T>(&who, pool, MIN_LOCK);
        Pallet::<T>::do_relock(who, id, MAX_LOCK).unwrap();
        Helper::<T>::set_time(NOW + 2 * MIN_LOCK);

        #[block]
        {
            Pallet::<T>::act(LockTask(id));
        }

        let position = Positions::<T>::get(id).unwrap();
        assert!(position.scheduled && position.is_locked(NOW + 2 * MIN_LOCK));
    }

    /// The position is locked no more, and nothing waits for its end.
    #[benchmark]
    fn stale_lock() {
        let (_, id) = unlocked::<T>();
        let before = Positions::<T>::get(id);

        #[block]
        {
            Pallet::<T>::act(LockTask(id));
        }

        assert_eq!(Positions::<T>::get(id), before);
    }

    /// So many accounts have a position each in the pool that is created next, with its task.
    fn others<T: Config>(number: u32) {
        let pool = NextPool::<T>::get();
        for index in 0..number {
            let provider: T::AccountId = account("other", index, 0);
            let info: AccountInfo<T::Nonce, T::AccountData> =
                AccountInfo { providers: 1, ..Default::default() };
            frame_system::Account::<T>::insert(&provider, info);
            let id = NextPosition::<T>::get();
            NextPosition::<T>::put(id + 1);
            PositionsOf::<T>::try_append(&provider, id).unwrap();
            let member = Member { positions: 1, base: 20_000, ..Default::default() };
            Members::<T>::insert(pool, &provider, member);
            let position = Position {
                provider,
                pool,
                power: 20,
                collateral: 300 * AITBC,
                per_unit: 10 * AITBC,
                lock: MAX_LOCK,
                locked_until: NOW + MAX_LOCK,
                counted: 20_000,
                allocated: 0,
                earmarked: 0,
                spec_hash: Hash::zero(),
                scheduled: true,
            };
            Positions::<T>::insert(id, position);
            T::Agenda::schedule(DeadlineClock::Wall, NOW + MAX_LOCK, LockTask(id).into());
        }
    }

    /// Who makes a call. Its account is at hand, as in the benchmark of a transfer: it has paid the fee.
    fn signed<T: Config>(caller: &T::AccountId) -> T::RuntimeOrigin {
        add_to_whitelist(frame_system::Account::<T>::hashed_key_for(caller).into());
        RawOrigin::Signed(caller.clone()).into()
    }

    /// A call by its index among so many others, and its origin.
    fn call_among<T: Config>(
        number: u32,
        index: u32,
    ) -> Result<(T::RuntimeOrigin, Call<T>), BenchmarkError> {
        Helper::<T>::set_time(NOW);
        others::<T>(number);
        let (amount, lock) = (AITBC, MAX_LOCK);
        let (power, collateral) = (20, 300 * AITBC);
        Ok(match index {
            0 => (market::<T>()?, Call::create_pool { spec: spec::<T>() }),
            1 => {
                let (_, pool, _) = staked::<T>(1);
                let change = PoolChange::Rate(2 * MILLI);
                (market::<T>()?, Call::update_pool { pool, change })
            }
            2 => {
                let (_, pool, _) = staked::<T>(1);
                (market::<T>()?, Call::close_pool { pool })
            }
            3 => {
                let (by, pool, _) = staked::<T>(1);
                (signed::<T>(&by), Call::fund { pool, amount })
            }
            4 => {
                let (_, pool, _) = staked::<T>(1);
                spending_pot::<T>();
                let origin = T::TreasuryOrigin::try_successful_origin()
                    .map_err(|()| BenchmarkError::Weightless)?;
                (origin, Call::fund_from { pot: SpendingPot::Ecosystem, pool, amount })
            }
            5 => {
                let (_, pool, _) = staked::<T>(1);
                set_state::<T>(pool, |state| state.funds = 2 * AITBC);
                (market::<T>()?, Call::take_back { pool, amount })
            }
            6 => {
                let (who, pool, _) = staked::<T>(MAX_POSITIONS - 1);
                let spec_hash = Hash::zero();
                (signed::<T>(&who), Call::stake { pool, power, collateral, lock, spec_hash })
            }
            7 => {
                let (who, position) = unlocked::<T>();
                (signed::<T>(&who), Call::add { position, power, collateral })
            }
            8 => {
                let (who, position) = unlocked::<T>();
                (signed::<T>(&who), Call::relock { position, lock })
            }
            9 => {
                let (who, position) = leaving::<T>();
                let collateral = Positions::<T>::get(position).unwrap().collateral;
                (signed::<T>(&who), Call::unstake { position, power, collateral })
            }
            10 => (signed::<T>(&departed::<T>()), Call::withdraw_unbonded {}),
            11 => {
                let (who, pool, _) = staked::<T>(MAX_POSITIONS);
                (signed::<T>(&who), Call::claim { pool })
            }
            _ => {
                let (who, pool) = outdated::<T>();
                let provider = T::Lookup::unlookup(who.clone());
                (signed::<T>(&who), Call::refresh { pool, provider })
            }
        })
    }

    /// Each call among few others, by its index.
    #[benchmark(extra)]
    fn calls_among_few(c: Linear<0, 12>) -> Result<(), BenchmarkError> {
        let (origin, call) = call_among::<T>(FEW, c)?;

        #[block]
        {
            call.dispatch_bypass_filter(origin).unwrap();
        }

        Ok(())
    }

    /// Each call among many others, by its index.
    #[benchmark(extra)]
    fn calls_among_many(c: Linear<0, 12>) -> Result<(), BenchmarkError> {
        let (origin, call) = call_among::<T>(MANY, c)?;

        #[block]
        {
            call.dispatch_bypass_filter(origin).unwrap();
        }

        Ok(())
    }

    // Those that are extra make a hundred thousand accounts.
    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test,
        extra = false
    );
}
