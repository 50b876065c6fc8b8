//! Benchmarks of the calls, the hooks, and what other pallets pay for: a change of a balance, the
//! power of an account, counting. Each with all that it can read and write.

use super::*;
use aitbc_primitives::{token::AITBC, Balance, Moment};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{fungible::Unbalanced, Get, StoredMap},
    weights::WeightMeter,
    BoundedVec,
};
use frame_system::{Pallet as System, RawOrigin};
use sp_runtime::traits::StaticLookup;

/// When benchmarks run.
const NOW: Moment = 1_790_000_000_000;

#[benchmarks(where T: pallet_balances::Config<Balance = Balance>)]
mod benches {
    use super::*;

    const TOKENS: Balance = 1_000_000 * AITBC;

    /// Sets the free balance of `who`, whatever it was, through the account store.
    fn set_balance<T: Config>(who: &T::AccountId, free: Balance) {
        <Pallet<T> as StoredMap<_, _>>::mutate(who, |stock| stock.free = free).unwrap();
    }

    /// An account that has had its tokens since genesis.
    fn holder<T: Config>(name: &'static str, index: u32) -> T::AccountId {
        let who: T::AccountId = account(name, index, 0);
        System::<T>::inc_providers(&who);
        T::BenchmarkHelper::set_time(0);
        set_balance::<T>(&who, TOKENS);
        T::BenchmarkHelper::set_time(NOW);
        who
    }

    /// Gives `who` as many points as can be, or `points`, the last of them an hour ago.
    fn add_history<T: Config>(who: &T::AccountId, points: u32) {
        let step = T::HistoryPeriod::get() / Moment::from(T::MaxPoints::get()) / 2;
        let points: Vec<_> = (0..points)
            .map(|index| {
                let time = NOW - step * Moment::from(points - index);
                Point {
                    time,
                    integral: TOKENS * u128::from(time),
                    floor: TOKENS,
                }
            })
            .collect();
        let Some(kept) = points.last().map(|last| last.time) else {
            return;
        };
        let since = kept + step / 2;
        let place = Pallet::<T>::enqueue(who.clone(), 0);
        let points = BoundedVec::try_from(points).unwrap();
        Histories::<T>::insert(
            who,
            History {
                visit: place,
                points,
            },
        );
        frame_system::Account::<T>::mutate(who, |account| {
            account.data.record = Record {
                integral: TOKENS * u128::from(since),
                since,
                kept,
                floor: TOKENS,
            };
        });
    }

    /// Polls, open, in all of which but one `who` is counted.
    fn fill_freezes<T: Config>(who: &T::AccountId) -> T::PollId {
        let max = T::MaxPolls::get();
        for index in 1..max {
            let poll = T::BenchmarkHelper::poll(index);
            Pallet::<T>::open_poll(poll).unwrap();
            Pallet::<T>::count(poll, who, None).unwrap();
        }
        let poll = T::BenchmarkHelper::poll(max);
        Pallet::<T>::open_poll(poll).unwrap();
        poll
    }

    /// Ensures that there is a base of which an owner's share is something.
    fn ensure_issuance<T: pallet_balances::Config<Balance = Balance>>() {
        let issuance = pallet_balances::Pallet::<T>::total_issuance();
        pallet_balances::Pallet::<T>::set_total_issuance(issuance.saturating_add(100 * TOKENS));
    }

    fn lookup<T: Config>(who: &T::AccountId) -> <T::Lookup as StaticLookup>::Source {
        T::Lookup::unlookup(who.clone())
    }

    #[benchmark]
    fn change_balance() {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, T::MaxPoints::get());
        let record = System::<T>::account(&who).data.record;
        // Within the granularity of the last point.
        T::BenchmarkHelper::set_time(record.since + 1);
        frame_system::Account::<T>::mutate(&who, |account| {
            account.data.record.kept = record.since - 1;
        });

        #[block]
        {
            set_balance::<T>(&who, TOKENS + 1);
        }

        assert_eq!(
            System::<T>::account(&who).data.record.since,
            record.since + 1
        );
    }

    #[benchmark]
    fn change_balance_with_point() {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, T::MaxPoints::get());

        #[block]
        {
            set_balance::<T>(&who, TOKENS + 1);
        }

        let last = Histories::<T>::get(&who).unwrap().points.last().copied();
        assert_eq!(
            last.unwrap().time,
            System::<T>::account(&who).data.record.kept
        );
    }

    #[benchmark]
    fn power(p: Linear<0, { T::MaxPoints::get() }>) {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, p);
        let found;

        #[block]
        {
            found = Pallet::<T>::power(&who, NOW);
        }

        assert!(p == 0 || (found > 0 && found <= TOKENS));
    }

    #[benchmark]
    fn delegate() {
        let who = holder::<T>("holder", 0);
        let [old, new] = [0, 1].map(|index| account::<T::AccountId>("delegate", index, 0));
        Pallet::<T>::do_delegate(who.clone(), old).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), lookup::<T>(&new));

        assert_eq!(Delegations::<T>::get(&who).unwrap().delegate, new);
    }

    #[benchmark]
    fn undelegate() {
        let who = holder::<T>("holder", 0);
        Pallet::<T>::do_delegate(who.clone(), account("delegate", 0, 0)).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()));

        assert!(!Delegations::<T>::contains_key(&who));
    }

    #[benchmark]
    fn unfreeze() {
        ensure_issuance::<T>();
        let who = holder::<T>("holder", 0);
        let poll = fill_freezes::<T>(&who);
        Pallet::<T>::count(poll, &who, None).unwrap();
        Pallet::<T>::close_poll(poll).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), lookup::<T>(&who));

        assert_eq!(Freezes::<T>::get(&who).len() as u32, T::MaxPolls::get() - 1);
    }

    #[benchmark]
    fn open_poll() {
        let poll = T::BenchmarkHelper::poll(0);

        #[block]
        {
            Pallet::<T>::open_poll(poll).unwrap();
        }

        assert!(Polls::<T>::contains_key(poll));
    }

    #[benchmark]
    fn close_poll() {
        let poll = T::BenchmarkHelper::poll(0);
        Pallet::<T>::open_poll(poll).unwrap();

        #[block]
        {
            Pallet::<T>::close_poll(poll).unwrap();
        }

        assert!(Closed::<T>::contains_key(poll));
    }

    /// A delegator, counted for its delegate, votes itself.
    #[benchmark]
    fn count() {
        ensure_issuance::<T>();
        let who = holder::<T>("holder", 0);
        let other = holder::<T>("delegate", 0);
        T::BenchmarkHelper::set_time(NOW - 1);
        Pallet::<T>::do_delegate(who.clone(), other.clone()).unwrap();
        T::BenchmarkHelper::set_time(NOW);
        let poll = fill_freezes::<T>(&who);
        Pallet::<T>::count(poll, &other, None).unwrap();
        Pallet::<T>::count_delegated(poll, &who).unwrap();
        add_history::<T>(&who, T::MaxPoints::get());

        #[block]
        {
            Pallet::<T>::count(poll, &who, Some(TOKENS / 2)).unwrap();
        }

        assert_eq!(Counts::<T>::get(poll, &who).unwrap().delegate, None);
    }

    #[benchmark]
    fn count_delegated() {
        ensure_issuance::<T>();
        let who = holder::<T>("holder", 0);
        let other = holder::<T>("delegate", 0);
        T::BenchmarkHelper::set_time(NOW - 1);
        Pallet::<T>::do_delegate(who.clone(), other.clone()).unwrap();
        T::BenchmarkHelper::set_time(NOW);
        let poll = fill_freezes::<T>(&who);
        Pallet::<T>::count(poll, &other, None).unwrap();
        add_history::<T>(&who, T::MaxPoints::get());

        #[block]
        {
            Pallet::<T>::count_delegated(poll, &who).unwrap();
        }

        assert_eq!(Counts::<T>::get(poll, &who).unwrap().delegate, Some(other));
    }

    /// `on_poll` when nothing is due.
    #[benchmark]
    fn upkeep() {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, 1);
        Visits::<T>::mutate_extant(0, |place| place.due = NOW + 1);

        #[block]
        {
            Pallet::<T>::clear_polls(&mut WeightMeter::new());
            Pallet::<T>::visit_histories(&mut WeightMeter::new());
        }

        assert!(Visits::<T>::contains_key(0));
    }

    #[benchmark]
    fn visit() {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, T::MaxPoints::get());

        #[block]
        {
            Pallet::<T>::visit_histories(&mut WeightMeter::new());
        }

        assert!(!Visits::<T>::contains_key(0));
        assert!(Histories::<T>::contains_key(&who));
    }

    #[benchmark]
    fn clear_count() {
        ensure_issuance::<T>();
        let who = holder::<T>("holder", 0);
        let poll = fill_freezes::<T>(&who);
        Pallet::<T>::count(poll, &who, None).unwrap();
        Pallet::<T>::close_poll(poll).unwrap();

        #[block]
        {
            Pallet::<T>::clear_polls(&mut WeightMeter::new());
        }

        assert!(!Counts::<T>::contains_key(poll, &who));
        assert_eq!(Freezes::<T>::get(&who).len() as u32, T::MaxPolls::get() - 1);
    }

    #[benchmark]
    fn translate_account() {
        use frame_support::migrations::SteppedMigration;
        let who = holder::<T>("holder", 0);
        let mut meter = WeightMeter::with_limit(<T as Config>::WeightInfo::translate_account());

        #[block]
        {
            migration::TranslateAccounts::<T>::step(None, &mut meter).unwrap();
        }

        assert!(frame_system::Account::<T>::contains_key(&who));
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::new_chain(Vec::new()),
        crate::mock::Test
    );
}
