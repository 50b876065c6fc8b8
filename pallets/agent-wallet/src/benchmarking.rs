//! Benchmarks of all calls, each with as much as it can read and write: the wallet has all callers that it can have,
//! the caller has limits of its own and all recipients, and something was spent in each hour and each six hours that
//! count. What executions carry is not measured with them. Those marked as extra are for `scripts/bench.sh agents`, and
//! weights do not come of them.

use super::*;
use crate::{auto_vote::VoteCount, callers::Actor, execute::Made, jobs::Why, types::*};
use aitbc_primitives::{
    agents::{
        wallets::{Limits, Permission, Preferences, TimeLock},
        Ownership,
    },
    governance::{
        proposals::{Position, ProposalId, ProposalKind},
        strategies::StrategyVotes,
    },
    time::{DAY, HOUR},
    token::AITBC,
    Balance, Moment,
};
use alloc::{boxed::Box, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::{benchmarking::add_to_whitelist, v2::*};
use frame_support::{
    dispatch::GetDispatchInfo,
    storage::{with_storage_layer, with_transaction, TransactionOutcome},
    traits::{
        fungible::{Balanced, Inspect, Mutate},
        Get, Imbalance,
    },
    weights::{Weight, WeightMeter},
    BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult, Permill};

/// When benchmarks begin.
const NOW: Moment = 1_800_000_000_000;

/// Among how many others each call is measured.
const FEW: u32 = 100;

/// And among how many once more.
const MANY: u32 = 100_000;

type Helper<T> = <T as Config>::BenchmarkHelper;

/// Somebody with a million tokens.
pub(crate) fn rich<T: Config>(name: &'static str) -> T::AccountId {
    let who = account(name, 0, 0);
    T::Currency::set_balance(&who, 1_000_000 * AITBC);
    who
}

/// Who is the last to be permitted to be paid.
fn recipient<T: Config>() -> T::AccountId {
    rich::<T>("recipient")
}

/// A caller with all permissions one by one, limits of its own and all the recipients that it can have.
fn rules<T: Config>() -> CallerOf<T> {
    let mut permissions = Permissions::new();
    for permission in [
        Permission::Transfer,
        Permission::Vote,
        Permission::Propose,
        Permission::Market,
        Permission::Stake,
        Permission::Message,
    ] {
        permissions.try_insert(permission).unwrap();
    }
    let mut recipients: Vec<_> =
        (1..MAX_RECIPIENTS).map(|index| account("nobody", index, 0)).collect();
    recipients.push(recipient::<T>());
    Caller {
        permissions,
        expires: Some(NOW + DAY),
        limits: Some(Limits::NONE),
        recipients: Some(BoundedVec::truncate_from(recipients)),
    }
}

/// Something that was spent in each hour and each six hours that count, but for those of now.
fn spending() -> Spending {
    let buckets = |length: Moment, count: u32| {
        let current = NOW / length;
        (1..u64::from(count))
            .rev()
            .map(|before| Bucket { number: current - before, amount: 1 })
            .collect::<Vec<_>>()
    };
    Spending {
        hours: BoundedVec::truncate_from(buckets(HOURLY, HOURS)),
        six_hours: BoundedVec::truncate_from(buckets(SIX_HOURLY, SIX_HOURS)),
    }
}

/// An owner's wallet with a guardian and a thousand tokens, and so many callers who have spent something.
pub(crate) fn wallet<T: Config>(callers: u32) -> (T::AccountId, T::AccountId) {
    Helper::<T>::set_time(NOW);
    let owner = rich::<T>("owner");
    let guardian = account("guardian", 0, 0);
    Pallet::<T>::do_create(owner.clone(), 0, None, Some(guardian)).unwrap();
    let id = Pallet::<T>::address_of(&owner, 0);
    T::Currency::set_balance(&id, 1_000 * AITBC);
    Pallet::<T>::do_set_limits(&owner, &id, Limits::NONE).unwrap();
    for index in 0..callers {
        let caller = account("caller", index, 0);
        T::Currency::set_balance(&caller, 1_000 * AITBC);
        Pallet::<T>::do_set_caller(&owner, &id, caller.clone(), rules::<T>()).unwrap();
        SpentByCaller::<T>::insert(&id, &caller, spending());
    }
    Spent::<T>::insert(&id, spending());
    (owner, id)
}

/// A wallet that is linked to an agent of its owner.
fn linked<T: Config>(callers: u32) -> (T::AccountId, T::AccountId) {
    let (owner, id) = wallet::<T>(callers);
    let agent = Helper::<T>::agent(&owner);
    Pallet::<T>::do_link(&owner, &id, agent).unwrap();
    (owner, id)
}

/// A strategy that votes on everything.
fn eager() -> Strategy {
    let [one, two, three, four, five, six, seven] = [Some(200); 7];
    Strategy {
        auto_vote: true,
        support_threshold: 200,
        min_score: 100,
        max_frozen: Permill::from_percent(50),
        preferences: Preferences {
            parameter_change: one,
            protocol_upgrade: two,
            treasury_allocation: three,
            emergency: four,
            agent_trading: five,
            dao_grant: six,
            policy_change: seven,
        },
    }
}

/// A wallet that is linked to an agent and could vote, but has no strategy, and its owner.
fn without_strategy<T: Config>(callers: u32) -> (T::AccountId, T::AccountId) {
    Helper::<T>::set_time(NOW);
    let owner = account("owner", 0, 0);
    Helper::<T>::endow(&Pallet::<T>::address_of(&owner, 0), 1_000 * AITBC);
    linked::<T>(callers)
}

/// One that votes by a strategy.
fn voter<T: Config>(callers: u32) -> (T::AccountId, T::AccountId) {
    let (owner, id) = without_strategy::<T>(callers);
    Pallet::<T>::do_set_strategy(&owner, &id, Some(eager())).unwrap();
    (owner, id)
}

/// A proposal in the second half of its vote.
fn proposal<T: Config>() -> ProposalId {
    Helper::<T>::proposals(1).remove(0)
}

/// A visit of a wallet that votes if it is the `vote`, and has no preference otherwise, among so many that vote by
/// strategy.
fn visit_among<T: Config>(number: u32, vote: bool) -> (T::AccountId, ProposalId) {
    other_wallets::<T>(number);
    for index in 0..number {
        Pallet::<T>::list(&account("wallet", index, 0));
    }
    let (owner, id) = voter::<T>(MAX_CALLERS);
    if !vote {
        let strategy = Strategy { preferences: Preferences::default(), ..eager() };
        Pallet::<T>::do_set_strategy(&owner, &id, Some(strategy)).unwrap();
    }
    (id, proposal::<T>())
}

/// Has a wallet vote on a proposal, or looks why it does not.
fn do_visit<T: Config>(id: T::AccountId, proposal: ProposalId, vote: bool) {
    if vote {
        Pallet::<T>::do_auto_vote(id, proposal).unwrap();
    } else {
        let kind = T::StrategyVotes::kind(proposal).unwrap();
        assert!(Pallet::<T>::look_at(proposal, kind, &id).is_err());
    }
}

/// Calls of the most bytes, that of a caller wait in a wallet.
fn waiting<T: Config>() -> (T::AccountId, T::AccountId, T::AccountId)
where
    <T as Config>::RuntimeCall: From<frame_system::Call<T>>,
{
    let (owner, id) = wallet::<T>(MAX_CALLERS);
    let caller: T::AccountId = account("caller", 0, 0);
    let stored = Pallet::<T>::stored(&id).unwrap();
    let lock = TimeLock { above: 0, delay: 1 };
    Pallet::<T>::delay(caller.clone(), &id, stored, long_calls::<T>(), AITBC, lock).unwrap();
    Helper::<T>::set_time(NOW + 1);
    (owner, id, caller)
}

/// Calls of the most bytes, encoded.
fn long_calls<T: Config>() -> Vec<u8>
where
    <T as Config>::RuntimeCall: From<frame_system::Call<T>>,
{
    // What their number, the call and the number of bytes take.
    let remark = vec![0; MAX_PENDING_BYTES as usize - 16];
    let calls = vec![<T as Config>::RuntimeCall::from(frame_system::Call::remark { remark })];
    calls.encode()
}

/// So many transfers.
fn transfers<T: Config>(number: u32) -> Vec<<T as Config>::RuntimeCall> {
    let to = recipient::<T>();
    (0..number).map(|_| Helper::<T>::transfer(&to)).collect()
}

/// Makes so many wallets of others.
fn other_wallets<T: Config>(number: u32) {
    let owner = rich::<T>("somebody");
    Pallet::<T>::do_create(owner.clone(), 0, None, None).unwrap();
    let id = Pallet::<T>::address_of(&owner, 0);
    for index in 0..number {
        let (wallet, owner): (T::AccountId, T::AccountId) =
            (account("wallet", index, 0), account("other", index, 0));
        Wallets::<T>::insert(&wallet, Pallet::<T>::stored(&id).unwrap());
        WalletsOf::<T>::insert(&owner, &wallet, ());
        Spent::<T>::insert(&wallet, spending());
    }
}

/// A call by its index among so many wallets of others, and its origin. The account of who makes it is at hand, as in
/// the benchmark of a transfer: it has paid the fee.
fn call_among<T: Config>(number: u32, index: u32) -> (T::RuntimeOrigin, <T as Config>::RuntimeCall)
where
    <T as Config>::RuntimeCall: From<Call<T>>,
{
    Helper::<T>::set_time(NOW);
    other_wallets::<T>(number);
    let (owner, id) = wallet::<T>(MAX_CALLERS);
    let caller: T::AccountId = account("caller", 0, 0);
    let transfer = transfers::<T>(1).remove(0);
    let (who, call) = match index {
        // The bare call.
        0 => (caller, transfer),
        1 => {
            let call = Box::new(transfer);
            (caller, Call::execute { wallet: id, call }.into())
        }
        2 => (owner, Call::create { index: 1, agent: None, guardian: None }.into()),
        _ => (owner.clone(), Call::withdraw { wallet: id, to: owner, amount: AITBC }.into()),
    };
    add_to_whitelist(frame_system::Account::<T>::hashed_key_for(&who).into());
    (RawOrigin::Signed(who).into(), call)
}

#[benchmarks(where <T as Config>::RuntimeCall: From<frame_system::Call<T>> + From<Call<T>>)]
mod benches {
    use super::*;

    /// One that is linked to no agent.
    #[benchmark]
    fn create() {
        Helper::<T>::set_time(NOW);
        let owner = rich::<T>("owner");
        let guardian = account("guardian", 0, 0);
        let id = Pallet::<T>::address_of(&owner, 7);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), 7, None, Some(guardian));

        assert!(Wallets::<T>::contains_key(id));
    }

    #[benchmark]
    fn close() {
        let (owner, id) = voter::<T>(MAX_CALLERS);
        Pallet::<T>::do_stop(owner.clone(), &id).unwrap();
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone());

        assert!(!Wallets::<T>::contains_key(id));
    }

    #[benchmark]
    fn set_caller() {
        let (owner, id) = wallet::<T>(MAX_CALLERS - 1);
        let caller: T::AccountId = account("one more", 0, 0);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone(), caller.clone(), rules::<T>());

        assert!(Callers::<T>::contains_key(id, caller));
    }

    #[benchmark]
    fn remove_caller() {
        let (owner, id) = wallet::<T>(MAX_CALLERS);
        let caller: T::AccountId = account("caller", 0, 0);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone(), caller.clone());

        assert!(!Callers::<T>::contains_key(id, caller));
    }

    #[benchmark]
    fn set_limits() {
        let (owner, id) = wallet::<T>(0);
        let limits = Limits::default();
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone(), limits);

        assert_eq!(Wallets::<T>::get(id).unwrap().limits, limits);
    }

    #[benchmark]
    fn set_guardian() {
        let (owner, id) = wallet::<T>(0);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner.clone()), id.clone(), Some(owner.clone()));

        assert_eq!(Wallets::<T>::get(id).unwrap().guardian, Some(owner));
    }

    #[benchmark]
    fn set_time_lock() {
        let (owner, id) = wallet::<T>(0);
        let lock = Some(TimeLock { above: AITBC, delay: HOUR });
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone(), lock);

        assert_eq!(Wallets::<T>::get(id).unwrap().time_lock, lock);
    }

    #[benchmark]
    fn link() {
        let (owner, id) = wallet::<T>(0);
        let agent = Helper::<T>::agent(&owner);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone(), agent.clone());

        assert_eq!(Wallets::<T>::get(id).unwrap().agent, Some(agent));
    }

    #[benchmark]
    fn unlink() {
        let (owner, id) = linked::<T>(0);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone());

        assert_eq!(Wallets::<T>::get(id).unwrap().agent, None);
    }

    #[benchmark]
    fn stop() {
        let (_, id) = wallet::<T>(0);
        let guardian: T::AccountId = account("guardian", 0, 0);
        whitelist_account!(guardian);

        #[extrinsic_call]
        _(RawOrigin::Signed(guardian), id.clone());

        assert!(Wallets::<T>::get(id).unwrap().is_stopped());
    }

    #[benchmark]
    fn reactivate() {
        let (owner, id) = wallet::<T>(0);
        Pallet::<T>::do_stop(owner.clone(), &id).unwrap();
        Pallet::<T>::do_set_strategy(&owner, &id, Some(eager())).unwrap();
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone());

        assert!(PlaceOf::<T>::contains_key(id));
    }

    #[benchmark]
    fn withdraw() {
        let (owner, id) = wallet::<T>(0);
        let before = T::Currency::balance(&owner);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner.clone()), id, owner.clone(), AITBC);

        assert_eq!(T::Currency::balance(&owner), before + AITBC);
    }

    #[benchmark]
    fn offer_ownership() {
        let (owner, id) = wallet::<T>(0);
        let to: T::AccountId = account("new", 0, 0);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone(), Some(to.clone()));

        assert_eq!(Wallets::<T>::get(id).unwrap().offered_to, Some(to));
    }

    #[benchmark]
    fn accept_ownership() {
        let (owner, id) = wallet::<T>(MAX_CALLERS);
        let to = rich::<T>("new");
        Pallet::<T>::do_set_strategy(&owner, &id, Some(eager())).unwrap();
        Pallet::<T>::do_offer_ownership(&owner, &id, Some(to.clone())).unwrap();
        whitelist_account!(to);

        #[extrinsic_call]
        _(RawOrigin::Signed(to.clone()), id.clone());

        assert_eq!(T::Ownership::owner_of(&id), Some(to));
    }

    /// All of `execute` but the dispatch of the calls.
    fn execute_without_calls<T: Config>(
        who: T::AccountId,
        id: &T::AccountId,
        calls: Vec<<T as Config>::RuntimeCall>,
    ) -> DispatchResult {
        let (stored, actor) = Pallet::<T>::admit(&who, id, &calls)?;
        let is_locked = matches!(actor, Actor::Caller(_)) && stored.time_lock.is_some();
        let _encoded = is_locked.then(|| calls.encode());
        let made = with_transaction(|| {
            let mut outflow = T::Currency::balance(id);
            for call in calls {
                let _ = call.get_dispatch_info();
                outflow = outflow.min(T::Currency::balance(id)).min(AITBC);
            }
            let made = Pallet::<T>::judge(&who, id, &stored, &actor, outflow);
            TransactionOutcome::Commit(made)
        })?;
        assert_eq!(made, Made::Done(AITBC));
        let wallet = id.clone();
        Pallet::<T>::deposit_event(Event::Executed { wallet, by: who, outflow: AITBC });
        Ok(())
    }

    /// All but the dispatch of so many calls, of a caller.
    #[benchmark]
    fn execute(c: Linear<1, MAX_CALLS>) -> Result<(), BenchmarkError> {
        let (owner, id) = wallet::<T>(MAX_CALLERS);
        let lock = TimeLock { above: Balance::MAX, delay: 1 };
        Pallet::<T>::do_set_time_lock(&owner, &id, Some(lock))?;
        let caller: T::AccountId = account("caller", 0, 0);
        let (calls, who) = (transfers::<T>(c), caller.clone());

        #[block]
        {
            execute_without_calls::<T>(who, &id, calls)?;
        }

        assert_eq!(Spent::<T>::get(&id).hours.len(), HOURS as usize);
        assert_eq!(SpentByCaller::<T>::get(&id, &caller).six_hours.len(), SIX_HOURS as usize);
        Ok(())
    }

    /// All but the dispatch of so many calls, of the owner.
    #[benchmark]
    fn execute_as_owner(c: Linear<1, MAX_CALLS>) -> Result<(), BenchmarkError> {
        let (owner, id) = wallet::<T>(MAX_CALLERS);
        let calls = transfers::<T>(c);

        #[block]
        {
            execute_without_calls::<T>(owner, &id, calls)?;
        }

        Ok(())
    }

    /// What comes on top when calls of the most bytes have to wait.
    #[benchmark]
    fn delay() -> Result<(), BenchmarkError> {
        let (_, id) = wallet::<T>(MAX_CALLERS);
        let caller: T::AccountId = account("caller", 0, 0);
        let stored = Pallet::<T>::stored(&id)?;
        let lock = TimeLock { above: 0, delay: 1 };
        let calls = long_calls::<T>();

        #[block]
        {
            Pallet::<T>::delay(caller, &id, stored, calls, AITBC, lock)?;
        }

        assert!(Pending::<T>::contains_key(&id, 0));
        Ok(())
    }

    /// All but the dispatch of the calls, of a caller.
    #[benchmark]
    fn confirm() -> Result<(), BenchmarkError> {
        let (_, id, caller) = waiting::<T>();
        let transfers = transfers::<T>(MAX_CALLS);

        #[block]
        {
            let (stored, waiting, actor) = Pallet::<T>::admit_confirmation(&caller, &id, 0)?;
            let calls = Pallet::<T>::calls_of(&waiting)?;
            // Those that were read are few and long. Many and short ones are looked at.
            assert!(!calls.is_empty());
            let callers::Actor::Caller(rules) = &actor else {
                return Err(BenchmarkError::Stop("the caller is the owner"));
            };
            Pallet::<T>::ensure_permitted(rules, &transfers)?;
            let weight = transfers.iter().fold(Weight::zero(), |sum, call| {
                sum.saturating_add(call.get_dispatch_info().call_weight)
            });
            assert!(weight.all_gte(Weight::zero()));
            with_transaction(|| {
                for _ in &transfers {
                    assert!(T::Currency::balance(&id) > 0);
                }
                let made = Pallet::<T>::judge(&caller, &id, &stored, &actor, AITBC);
                TransactionOutcome::Commit(made)
            })?;
            Pallet::<T>::remove_pending(&id, 0, waiting)?;
            let (wallet, by) = (id.clone(), caller.clone());
            Pallet::<T>::deposit_event(Event::Confirmed { wallet, pending: 0, by, outflow: AITBC });
        }

        assert!(!Pending::<T>::contains_key(&id, 0));
        Ok(())
    }

    #[benchmark]
    fn cancel() {
        let (_, id, _) = waiting::<T>();
        let guardian: T::AccountId = account("guardian", 0, 0);
        whitelist_account!(guardian);

        #[extrinsic_call]
        _(RawOrigin::Signed(guardian), id.clone(), 0);

        assert!(!Pending::<T>::contains_key(id, 0));
    }

    #[benchmark]
    fn set_strategy() {
        let (owner, id) = without_strategy::<T>(0);
        whitelist_account!(owner);

        #[extrinsic_call]
        _(RawOrigin::Signed(owner), id.clone(), Some(eager()));

        assert!(PlaceOf::<T>::contains_key(id));
    }

    /// `on_poll` while there is nothing to vote on.
    #[benchmark]
    fn idle() {
        voter::<T>(0);
        let mut meter = WeightMeter::new();

        #[block]
        {
            Pallet::<T>::vote_by_strategies(&mut meter);
        }

        assert_eq!(meter.consumed(), T::WeightInfo::idle());
    }

    /// `on_poll` when the second half of so many votes begins, but for the visits of wallets.
    #[benchmark]
    fn poll(n: Linear<1, { jobs::MAX_JOBS }>) {
        let proposals = Helper::<T>::proposals(n);
        let mut meter = WeightMeter::new();

        #[block]
        {
            Pallet::<T>::vote_by_strategies(&mut meter);
        }

        assert_eq!(Jobs::<T>::get().jobs.len(), proposals.len());
    }

    /// A proposal has its turn, and no wallet is left to visit for it.
    #[benchmark]
    fn turn() {
        voter::<T>(0);
        let proposal = proposal::<T>();
        let (begins, kind, next);

        #[block]
        {
            begins = T::StrategyVotes::second_half(proposal);
            kind = T::StrategyVotes::kind(proposal);
            next = Pallet::<T>::next_voter(1);
        }

        assert!(begins.is_some() && kind.is_some() && next.is_none());
    }

    /// The visit of a wallet that would vote, without its vote.
    #[benchmark]
    fn visit() {
        let (_, id) = voter::<T>(0);
        let proposal = proposal::<T>();
        let kind = T::StrategyVotes::kind(proposal).unwrap();
        let (next, strategy);

        #[block]
        {
            next = Pallet::<T>::next_voter(0);
            strategy = Pallet::<T>::look_at(proposal, kind, &id);
        }

        assert_eq!(next.unwrap().1.wallet, id);
        assert_eq!(strategy, Ok(eager()));
    }

    /// A wallet pays the fee of a vote, which is then tried in a storage layer.
    #[benchmark]
    fn pay() {
        let (_, id) = voter::<T>(0);
        let (max_power, fee);

        #[block]
        {
            fee = Pallet::<T>::pay(&id).unwrap();
            max_power = eager().max_frozen.mul_floor(T::Currency::total_balance(&id));
            with_storage_layer(|| Ok::<_, DispatchError>(())).unwrap();
            let reason = strategy::reason(&eager(), ProposalKind::Emergency, 0).unwrap();
            let position = Position::For;
            let wallet = id;
            Pallet::<T>::deposit_event(Event::AutoVoted { wallet, proposal: 0, position, reason });
        }

        assert_eq!(fee.peek(), T::AutoVoteFee::get());
        assert!(max_power > 0);
    }

    /// The fees of votes go where they belong, and these are counted.
    #[benchmark]
    fn settle() {
        let fees = T::Currency::issue(AITBC);
        let count = VoteCount { votes_for: 1, votes_against: 1 };

        #[block]
        {
            Pallet::<T>::settle(fees, count);
        }

        assert_eq!(AutoVotes::<T>::get(), count);
    }

    /// A wallet is taken off the list of those that vote by strategy.
    #[benchmark]
    fn take_off() {
        let (_, id) = voter::<T>(0);

        #[block]
        {
            Pallet::<T>::unlist(&id);
            let wallet = id.clone();
            Pallet::<T>::deposit_event(Event::AutoVoteStopped { wallet, why: Why::NoPower });
        }

        assert!(!PlaceOf::<T>::contains_key(id));
    }

    /// A wallet comes back onto the list of those that vote by strategy.
    #[benchmark]
    fn list() {
        let (_, id) = voter::<T>(0);
        Pallet::<T>::unlist(&id);

        #[block]
        {
            Pallet::<T>::list(&id);
        }

        assert!(PlaceOf::<T>::contains_key(id));
    }

    /// What a visit takes among few wallets that vote by strategy: 0 if the wallet has no preference, 1 if it votes.
    #[benchmark(extra)]
    fn visits_among_few(v: Linear<0, 1>) {
        let (id, proposal) = visit_among::<T>(FEW, v == 1);

        #[block]
        {
            do_visit::<T>(id, proposal, v == 1);
        }
    }

    /// The same among many.
    #[benchmark(extra)]
    fn visits_among_many(v: Linear<0, 1>) {
        let (id, proposal) = visit_among::<T>(MANY, v == 1);

        #[block]
        {
            do_visit::<T>(id, proposal, v == 1);
        }
    }

    /// Each call among the wallets of few others, by its index.
    #[benchmark(extra)]
    fn calls_among_few(c: Linear<0, 3>) {
        let (origin, call) = call_among::<T>(FEW, c);

        #[block]
        {
            call.dispatch(origin).unwrap();
        }
    }

    /// Each call among the wallets of many others, by its index.
    #[benchmark(extra)]
    fn calls_among_many(c: Linear<0, 3>) {
        let (origin, call) = call_among::<T>(MANY, c);

        #[block]
        {
            call.dispatch(origin).unwrap();
        }
    }

    // Those that are extra make a hundred thousand wallets.
    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder.build(),
        crate::mock::Test,
        extra = false
    );
}
