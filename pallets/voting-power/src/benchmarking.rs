//! Benchmarks of the calls, the hooks, and what other pallets pay for: a change of a balance, the
//! power of an account, casting ballots. Each with all that it can read and write.

use super::*;
use aitbc_primitives::{governance::polls::Polls as _, time::DAY, token::AITBC, Balance, Moment};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{
        fungible::Unbalanced, Consideration, Footprint, Get, LockableCurrency, StoredMap,
        WithdrawReasons,
    },
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

    /// How many points a history can have.
    fn most_points<T: Config>() -> u32 {
        T::MaxArchivedPoints::get() + T::MaxRecentPoints::get()
    }

    /// Gives `who` so many points, the last of them an hour or so ago. So many of them are recent.
    fn add_history<T: Config>(who: &T::AccountId, points: u32, recent: u32) {
        let step = T::HistoryPeriod::get() / Moment::from(most_points::<T>()) / 2;
        let point = |index| {
            let time = NOW - step * Moment::from(points - index);
            Point { time, integral: TOKENS * u128::from(time), floor: TOKENS }
        };
        let Some(last) = points.checked_sub(1) else {
            return;
        };
        let kept = point(last).time;
        let since = kept + step / 2;
        let archived = points - recent;
        if archived > 0 {
            let points: Vec<_> = (0..archived).map(point).collect();
            ArchivedPoints::<T>::insert(who, BoundedVec::try_from(points).unwrap());
        }
        let recent: Vec<_> = (archived..points).map(point).collect();
        let history = History {
            visit: Pallet::<T>::enqueue(who.clone(), 0),
            points: BoundedVec::try_from(recent).unwrap(),
        };
        RecentPoints::<T>::insert(who, history);
        frame_system::Account::<T>::mutate(who, |account| {
            account.data.record =
                Record { integral: TOKENS * u128::from(since), since, kept, floor: TOKENS };
        });
    }

    /// Opens a poll that ends in a day.
    fn opened_poll<T: Config>(index: u32) -> T::PollId {
        let poll = T::BenchmarkHelper::poll(index);
        T::BenchmarkHelper::set_time(NOW);
        Pallet::<T>::open(poll, NOW + DAY).unwrap();
        poll
    }

    /// Polls, open, in the first of which `who` has more counted than in the others. It is not
    /// counted in the last, which is returned.
    fn fill_freezes<T: Config>(who: &T::AccountId, polls: u32) -> T::PollId {
        for index in 1..polls {
            let poll = opened_poll::<T>(index);
            let amount = if index == 1 { TOKENS / 2 } else { TOKENS / 4 };
            Pallet::<T>::cast(poll, who, Some(amount)).unwrap();
        }
        opened_poll::<T>(polls)
    }

    /// Locks tokens of `who`, as vesting does: one more entry for pallet-balances to look at.
    fn lock<T: pallet_balances::Config<Balance = Balance>>(who: &T::AccountId) {
        let reasons = WithdrawReasons::all();
        pallet_balances::Pallet::<T>::set_lock(*b"vesting ", who, AITBC, reasons);
    }

    /// A delegate, which accepts everybody.
    fn delegate_account<T: Config>(index: u32) -> T::AccountId {
        let who = holder::<T>("delegate", index);
        Pallet::<T>::do_accept_delegations(who.clone(), Some(0)).unwrap();
        who
    }

    /// `who` delegates to a delegate before the polls of now.
    fn delegate_before<T: Config>(who: &T::AccountId) -> T::AccountId {
        let other = delegate_account::<T>(0);
        T::BenchmarkHelper::set_time(NOW - 1);
        Pallet::<T>::do_delegate(who.clone(), other.clone(), None).unwrap();
        T::BenchmarkHelper::set_time(NOW);
        other
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
        add_history::<T>(&who, most_points::<T>(), T::MaxRecentPoints::get());
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

        assert_eq!(System::<T>::account(&who).data.record.since, record.since + 1);
    }

    #[benchmark]
    fn change_balance_with_point() {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, most_points::<T>() - 1, T::MaxRecentPoints::get() - 1);

        #[block]
        {
            set_balance::<T>(&who, TOKENS + 1);
        }

        assert_eq!(
            RecentPoints::<T>::get(&who).unwrap().points.len() as u32,
            T::MaxRecentPoints::get()
        );
    }

    /// All recent points move to a full archive.
    #[benchmark]
    fn change_balance_with_archived_points() {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, most_points::<T>(), T::MaxRecentPoints::get());

        #[block]
        {
            set_balance::<T>(&who, TOKENS + 1);
        }

        assert_eq!(RecentPoints::<T>::get(&who).unwrap().points.len(), 1);
        assert!(ArchivedPoints::<T>::get(&who).is_full());
    }

    #[benchmark]
    fn change_balance_with_first_point() {
        let who = holder::<T>("holder", 0);
        // The queue is not empty.
        add_history::<T>(&holder::<T>("other", 0), 1, 1);

        #[block]
        {
            set_balance::<T>(&who, TOKENS + 1);
        }

        assert_eq!(RecentPoints::<T>::get(&who).unwrap().points.len(), 1);
    }

    #[benchmark]
    fn power(p: Linear<0, { T::MaxArchivedPoints::get() + T::MaxRecentPoints::get() }>) {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, p, p.min(T::MaxRecentPoints::get()));
        let found;

        #[block]
        {
            found = Pallet::<T>::power_at(&who, NOW);
        }

        assert!(p == 0 || (found > 0 && found <= TOKENS));
    }

    /// The caller is a delegator and has a deposit as a delegate, which it cannot be at once.
    #[benchmark]
    fn delegate() {
        let who = holder::<T>("holder", 0);
        delegate_before::<T>(&who);
        let record = Delegate {
            min_balance: Some(0),
            delegators: 0,
            ticket: <T as Config>::Consideration::new(&who, Footprint::from_parts(1, 1)).unwrap(),
        };
        Delegates::<T>::insert(&who, record);
        let new = delegate_account::<T>(1);
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), lookup::<T>(&new), Some(TOKENS));

        assert_eq!(Delegations::<T>::get(&who).unwrap().delegate, new);
    }

    #[benchmark]
    fn undelegate() {
        let who = holder::<T>("holder", 0);
        delegate_before::<T>(&who);
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()));

        assert!(!Delegations::<T>::contains_key(&who));
    }

    #[benchmark]
    fn accept_delegations() {
        let who = holder::<T>("holder", 0);
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), Some(AITBC));

        assert_eq!(Delegates::<T>::get(&who).unwrap().min_balance, Some(AITBC));
    }

    #[benchmark]
    fn remove_delegator() {
        let who = holder::<T>("holder", 0);
        let other = delegate_before::<T>(&who);
        whitelist_account!(other);

        #[extrinsic_call]
        _(RawOrigin::Signed(other), lookup::<T>(&who));

        assert!(!Delegations::<T>::contains_key(&who));
    }

    /// A slash has taken something from all polls.
    #[benchmark]
    fn unfreeze() {
        ensure_issuance::<T>();
        let who = holder::<T>("holder", 0);
        lock::<T>(&who);
        let last = fill_freezes::<T>(&who, T::MaxPolls::get());
        Pallet::<T>::cast(last, &who, None).unwrap();
        set_balance::<T>(&who, TOKENS / 8);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), lookup::<T>(&who));

        assert!(Pallet::<T>::frozen(&who) < TOKENS / 8);
        assert_eq!(Freezes::<T>::get(&who).len() as u32, T::MaxPolls::get());
    }

    #[benchmark]
    fn open_poll() {
        let poll = T::BenchmarkHelper::poll(0);
        T::BenchmarkHelper::set_time(NOW);

        #[block]
        {
            Pallet::<T>::open(poll, NOW + DAY).unwrap();
        }

        assert!(Polls::<T>::contains_key(poll));
    }

    #[benchmark]
    fn close_poll() {
        let poll = opened_poll::<T>(0);

        #[block]
        {
            Pallet::<T>::close(poll).unwrap();
        }

        assert!(Closed::<T>::contains_key(poll));
    }

    /// A delegator, counted for its delegate, votes itself with less.
    #[benchmark]
    fn cast() {
        ensure_issuance::<T>();
        let who = holder::<T>("holder", 0);
        lock::<T>(&who);
        T::BenchmarkHelper::make_agents_wallet(&who);
        let other = delegate_before::<T>(&who);
        let poll = opened_poll::<T>(0);
        Pallet::<T>::cast(poll, &other, None).unwrap();
        Pallet::<T>::cast_for_delegator(poll, &who).unwrap();
        fill_freezes::<T>(&who, T::MaxPolls::get());
        add_history::<T>(&who, most_points::<T>(), T::MaxRecentPoints::get());

        #[block]
        {
            Pallet::<T>::cast(poll, &who, Some(AITBC)).unwrap();
        }

        let ballot = Ballots::<T>::get(poll, &who).unwrap();
        assert_eq!(ballot.delegate, None);
        assert_eq!(ballot.bonus, AITBC / 5);
        assert_eq!(Pallet::<T>::frozen(&who), TOKENS / 2);
    }

    /// A delegator is counted in one poll more, with more than before.
    #[benchmark]
    fn cast_for_delegator() {
        ensure_issuance::<T>();
        let who = holder::<T>("holder", 0);
        lock::<T>(&who);
        T::BenchmarkHelper::make_agents_wallet(&who);
        let other = delegate_before::<T>(&who);
        let poll = fill_freezes::<T>(&who, T::MaxPolls::get() / 2);
        Pallet::<T>::cast(poll, &other, None).unwrap();
        add_history::<T>(&who, most_points::<T>(), T::MaxRecentPoints::get());

        #[block]
        {
            Pallet::<T>::cast_for_delegator(poll, &who).unwrap();
        }

        let ballot = Ballots::<T>::get(poll, &who).unwrap();
        assert_eq!(ballot.delegate, Some(other));
        assert!(ballot.agent.is_some());
        assert!(Pallet::<T>::frozen(&who) > TOKENS / 2);
    }

    /// `on_poll` when nothing is due.
    #[benchmark]
    fn upkeep() {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, 1, 1);
        Visits::<T>::mutate_extant(0, |place| place.due = NOW + 1);

        #[block]
        {
            Pallet::<T>::visit_histories(&mut WeightMeter::new());
            Pallet::<T>::clear_polls(&mut WeightMeter::new());
            Pallet::<T>::visit_histories(&mut WeightMeter::new());
        }

        assert!(Visits::<T>::contains_key(0));
    }

    /// Some points of the archive are outdated.
    #[benchmark]
    fn visit() {
        let who = holder::<T>("holder", 0);
        add_history::<T>(&who, most_points::<T>(), T::MaxRecentPoints::get());
        T::BenchmarkHelper::set_time(NOW + T::HistoryPeriod::get() * 3 / 4);

        #[block]
        {
            Pallet::<T>::visit_histories(&mut WeightMeter::new());
        }

        assert!(!Visits::<T>::contains_key(0));
        assert!(RecentPoints::<T>::contains_key(&who));
        assert!(!ArchivedPoints::<T>::get(&who).is_full());
    }

    /// The voter is counted in as many polls as can be, with most in the one that is cleared. What
    /// [`Config::OnCleared`] does tells its own weight.
    #[benchmark]
    fn clear_ballot() {
        ensure_issuance::<T>();
        let who = holder::<T>("holder", 0);
        lock::<T>(&who);
        let poll = fill_freezes::<T>(&who, T::MaxPolls::get());
        Pallet::<T>::cast(poll, &who, None).unwrap();
        Pallet::<T>::close(poll).unwrap();

        #[block]
        {
            Pallet::<T>::clear_polls(&mut WeightMeter::new());
        }

        assert!(!Ballots::<T>::contains_key(poll, &who));
        assert_eq!(Pallet::<T>::frozen(&who), TOKENS / 2);
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
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
